import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { InputError } from '../base/errors.js';

/** A YAML file as plain data, and where in the file each piece of it stands. */
export interface YamlDocument {
  /** Mappings as objects, sequences as arrays, scalars; null for an empty file. */
  data: unknown;
  /** Line (from 1) of the key or list item at `path`; of its nearest ancestor where it is missing. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Bytes of the largest YAML file that is read: more than people write by hand. */
export const maxYamlBytes = 256 * 1024;

/** How many aliases a file may hold, and how often they may expand, before it counts as an attack. */
const maxAliasCount = 100;

/** A parsed file and what its errors need. */
interface Source {
  document: Document;
  lines: LineCounter;
  file: string;
}

/**
 * Reads one YAML 1.2 document (JSON is one, too).
 *
 * @param file the file as the user named it, for errors
 * @throws InputError for a file that is too large, no UTF-8, no YAML, has a key twice, or expands
 *   aliases beyond measure.
 */
export function readYaml(text: string | Uint8Array, file: string): YamlDocument {
  const lines = new LineCounter();
  try {
    // uniqueKeys compares every key with every other: quadratic in a hostile file. checkNodes does it.
    const options = { lineCounter: lines, uniqueKeys: false, prettyErrors: false };
    const document = parseDocument(decode(text, file), options);
    const source = { document, lines, file };
    checkSyntax(source);
    checkNodes(source);
    const data: unknown = document.toJS({ maxAliasCount });
    return { data, lineOf: (path) => lineAt(source, offsetOf(document, path)) };
  } catch (error) {
    throw asInputError(error, file);
  }
}

function decode(text: string | Uint8Array, file: string): string {
  const size = typeof text === 'string' ? Buffer.byteLength(text) : text.length;
  if (size > maxYamlBytes) {
    const hint = `Keep it under ${maxYamlBytes / 1024} KiB`;
    throw new InputError(`the file has ${Math.ceil(size / 1024)} KiB, too many for YAML`, { file, hint });
  }
  if (typeof text === 'string') return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch (cause) {
    throw new InputError('the file is not UTF-8 text', { file, hint: 'Save it as UTF-8', cause });
  }
}

function checkSyntax(source: Source): void {
  const error = source.document.errors[0] ?? source.document.warnings[0];
  if (!error) return;
  if (error.code === 'RESOURCE_EXHAUSTION') throw tooDeep(source.file, error);
  if (error.code === 'MULTIPLE_DOCS')
    throw errorAt(source, error.pos[0], 'a second YAML document begins here');
  const hint = error.code === 'TAB_AS_INDENT' ? 'Indent with spaces' : undefined;
  throw errorAt(
    source,
    error.pos[0],
    `not valid YAML: ${withoutSource(error.message, source.document)}`,
    hint,
  );
}

/**
 * The parser's message without what it quotes of the file, which may be none that was meant for here. A tag is
 * named in a mapping, as a configuration is one.
 */
function withoutSource(message: string, { contents }: Document): string {
  const begin = /^.*?(?:extra characters|directive|in YAML document)(?=:? )/.exec(message)?.[0];
  if (begin !== undefined) return begin;
  return isMap(contents) ? message : message.replace(/^(Unresolved tag): .*/, '$1');
}

function checkNodes(source: Source): void {
  const pending: unknown[] = [source.document.contents];
  let aliases = 0;
  while (pending.length > 0) {
    const node = pending.pop();
    if (isAlias(node)) {
      if (++aliases > maxAliasCount) throw tooManyAliases(source.file);
      checkAlias(source, node);
    }
    if (isMap(node)) checkKeys(source, node);
    if (isMap(node)) for (const { value } of node.items) pending.push(value);
    if (isSeq(node)) for (const item of node.items) pending.push(item);
  }
}

function checkKeys(source: Source, map: YAMLMap): void {
  const seen = new Map<string, number>();
  for (const { key } of map.items) {
    const start = (key as Node | null)?.range?.[0] ?? 0;
    if (!isScalar(key)) throw errorAt(source, start, 'a key must be a plain name');
    const name = String(key.value);
    const first = seen.get(name);
    if (first !== undefined) {
      const hint = `It is set in line ${first}, too: keep one of them`;
      throw errorAt(source, start, `key "${name}" stands twice in the same mapping`, hint);
    }
    seen.set(name, lineAt(source, start));
  }
}

function checkAlias(source: Source, alias: Alias): void {
  const start = alias.range?.[0] ?? 0;
  const range = alias.resolve(source.document)?.range;
  // The whole file: not one that was meant for here, so that nothing of it is told.
  if (alias === source.document.contents) throw errorAt(source, start, 'an alias has no anchor before it');
  if (!range) {
    const isGlob = /[*./]/.test(alias.source);
    const hint = isGlob ? `Put a pattern in quotes: "*${alias.source}"` : undefined;
    throw errorAt(source, start, `alias "*${alias.source}" has no anchor before it`, hint);
  }
  if (start >= range[0] && start < range[2])
    throw errorAt(source, start, `alias "*${alias.source}" contains itself`);
}

function errorAt(source: Source, offset: number, problem: string, hint?: string): InputError {
  const place = `line ${lineAt(source, offset)}`;
  return new InputError(problem, { file: source.file, place, ...(hint !== undefined && { hint }) });
}

function lineAt({ lines }: Source, offset: number): number {
  return Math.max(1, lines.linePos(offset).line);
}

function tooDeep(file: string, cause: Error): InputError {
  return new InputError('the file is nested too deeply', { file, cause });
}

/** What the YAML library throws of its own: an alias bomb, nesting deeper than the stack. */
function asInputError(error: unknown, file: string): unknown {
  if (error instanceof RangeError) return tooDeep(file, error);
  return error instanceof ReferenceError ? tooManyAliases(file) : error;
}

function tooManyAliases(file: string): InputError {
  return new InputError('aliases repeat parts of the file too often', { file, hint: 'Write the parts out' });
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0] ?? 0;
  for (const step of path) {
    const child = childOf(isAlias(node) ? node.resolve(document) : node, step);
    if (!child) break;
    offset = child.start ?? offset;
    node = child.value;
  }
  return offset;
}

function childOf(node: unknown, step: PropertyKey): { value: unknown; start: number | undefined } | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item ? { value: item, start: item.range?.[0] } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }: Pair) => isScalar(key) && String(key.value) === String(step));
  return pair ? { value: pair.value, start: (pair.key as Node).range?.[0] } : null;
}
