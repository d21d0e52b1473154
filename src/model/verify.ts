import { InputError } from '../base/errors.js';
import { enums, type FieldLayout, tables, unions } from './schema/layout.js';

type NumberLayout = Extract<FieldLayout, { bytes: number }>;

/** What the structural check of a flatbuffer found out. */
interface Structure {
  /** Position behind the last byte that anything in the flatbuffer occupies. */
  end: number;
  /** Places with fields, enum values or union members that the schema doesn't know. */
  unknown: string[];
}

/** Like the limit of LiteRT's own verifier (flatbuffers' `max_tables`). */
const maxTables = 1_000_000;
/** flatbuffers' offsets are signed in most readers, ours among them. */
const maxOffset = 0x7fffffff;
/** The same of vtables and tables, whose sizes are 16-bit. */
const maxTableBytes = 0x7fff;
const maxUnknown = 20;

/**
 * Walks every table, vtable, vector, string and union that the root table reaches and checks that each
 * lies inside the file. After it the generated accessors can't read out of range.
 *
 * Offsets may point anywhere, so a small file could name the same bytes again and again; what a walk may
 * visit in all is therefore limited to a few times the file's size. The schema isn't recursive, which
 * bounds the depth. Alignment isn't checked: everything is read bytewise, and the writer aligns anew.
 *
 * @throws InputError with the place, such as `subgraphs[0].tensors[3].name`.
 */
export function verifyStructure(bytes: Uint8Array, file: string): Structure {
  const walk = new Walk(bytes, file);
  walk.table('Model', walk.offsetAt(0));
  return { end: walk.end, unknown: walk.unknown() };
}

class Walk {
  end = 8;
  readonly #view: DataView;
  readonly #path: (string | number)[] = [];
  readonly #found: string[] = [];
  #unknownCount = 0;
  #tableCount = 0;
  #budget: number;
  readonly #file: string;

  constructor(bytes: Uint8Array, file: string) {
    this.#file = file;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#budget = 8 * bytes.length + 65536;
  }

  unknown(): string[] {
    const more = this.#unknownCount - this.#found.length;
    return more > 0 ? [...this.#found, `and ${more} more`] : this.#found;
  }

  /** Checks the table at `position` and everything below it. */
  table(name: string, position: number): void {
    if (++this.#tableCount > maxTables) this.#fail(`the file has more than ${maxTables} tables`);
    this.#occupy(position, 4);
    const vtable = position - this.#view.getInt32(position, true);
    this.#occupy(vtable, 4);
    const vtableBytes = this.#view.getUint16(vtable, true);
    const tableBytes = this.#view.getUint16(vtable + 2, true);
    if (vtableBytes < 4 || vtableBytes > maxTableBytes || vtableBytes % 2 || tableBytes < 4) {
      this.#fail('the table is corrupt');
    }
    if (tableBytes > maxTableBytes) this.#fail('the table is corrupt');
    this.#occupy(vtable, vtableBytes);
    this.#occupy(position, tableBytes);
    this.#fields(name, position, vtable, (vtableBytes - 4) / 2, tableBytes);
  }

  #fields(name: string, table: number, vtable: number, count: number, tableBytes: number): void {
    const layout = tables[name] ?? [];
    const at = (id: number) => (id < count ? this.#view.getUint16(vtable + 4 + 2 * id, true) : 0);
    for (let id = 0; id < count; id++) {
      const offset = at(id);
      if (offset === 0) continue;
      const field = layout[id];
      this.#path.push(field?.name ?? `field ${id}`);
      const bytes = field?.kind === 'scalar' ? field.bytes : field ? 4 : 1;
      if (offset < 4 || offset + bytes > tableBytes) this.#fail('the field lies outside its table');
      if (!field) this.#noteUnknown();
      else if (field.kind === 'union')
        this.#union(field.union, table, table + offset, at(id - 1), tableBytes);
      else this.#field(field, table + offset);
      this.#path.pop();
    }
  }

  #field(field: Exclude<FieldLayout, { kind: 'union' }>, position: number): void {
    if (field.kind === 'scalar') this.#known(field, position);
    else if (field.kind === 'string') this.#string(position);
    else if (field.kind === 'vector') this.#vector(field, position);
    else if (field.kind === 'table') this.table(field.table, this.offsetAt(position));
    else this.#tables(field.table, position);
  }

  #union(name: string, table: number, position: number, typeOffset: number, tableBytes: number): void {
    const inside = typeOffset >= 4 && typeOffset < tableBytes;
    const type = inside ? this.#view.getUint8(table + typeOffset) : 0;
    const members = unions[name] ?? [];
    const member = members[type];
    if (member) this.table(member, this.offsetAt(position));
    else if (type >= members.length) this.#noteUnknown(`member ${type}`);
  }

  #tables(name: string, position: number): void {
    const vector = this.#vectorAt(position, 4);
    for (let i = 0; i < vector.count; i++) {
      this.#path.push(i);
      this.table(name, this.offsetAt(vector.start + 4 * i));
      this.#path.pop();
    }
  }

  #vector(field: NumberLayout, position: number): void {
    const vector = this.#vectorAt(position, field.bytes);
    if (!field.enum) return;
    for (let i = 0; i < vector.count; i++) this.#known(field, vector.start + i * field.bytes);
  }

  #string(position: number): void {
    const { start, count } = this.#vectorAt(position, 1);
    this.#occupy(start, count + 1);
    if (this.#view.getUint8(start + count) !== 0) this.#fail('the text has no end');
  }

  /** Checks the vector that the offset at `position` leads to. */
  #vectorAt(position: number, bytesPerElement: number): { start: number; count: number } {
    const vector = this.offsetAt(position);
    this.#occupy(vector, 4);
    const count = this.#view.getUint32(vector, true);
    this.#occupy(vector + 4, count * bytesPerElement);
    return { start: vector + 4, count };
  }

  /** Where the offset stored at `position` leads. */
  offsetAt(position: number): number {
    this.#occupy(position, 4);
    const offset = this.#view.getUint32(position, true);
    if (offset === 0 || offset > maxOffset) this.#fail('the reference is corrupt');
    return position + offset;
  }

  #known(field: NumberLayout, position: number): void {
    const layout = field.enum === undefined ? undefined : enums[field.enum];
    if (!layout) return;
    const value = field.bytes === 1 ? this.#view.getInt8(position) : this.#view.getInt32(position, true);
    if (value < 0 || value > layout.last) this.#noteUnknown(`= ${value}`);
  }

  /** Takes `count` bytes at `position` into account, or fails where the file doesn't have them. */
  #occupy(position: number, count: number): void {
    const end = position + count;
    if (position < 0) this.#fail('the reference is corrupt');
    if (end > this.#view.byteLength) {
      this.#fail(
        `it reaches to byte ${end}, but the file has ${this.#view.byteLength}: truncated or corrupt`,
      );
    }
    if (end > maxOffset) this.#fail('the flatbuffer is longer than 2 GB');
    this.#budget -= count;
    if (this.#budget < 0) this.#fail('the file refers to the same bytes over and over: it is corrupt');
    if (end > this.end) this.end = end;
  }

  #noteUnknown(detail = ''): void {
    this.#unknownCount++;
    if (this.#found.length < maxUnknown) this.#found.push(`${this.#place()} ${detail}`.trimEnd());
  }

  #place(): string {
    return this.#path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('')
      .slice(1);
  }

  #fail(problem: string): never {
    throw new InputError(problem, {
      file: this.#file,
      place: this.#place() || 'model',
      hint: 'Export or download the model again',
    });
  }
}
