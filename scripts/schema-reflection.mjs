// Reads what flatc says of a schema (`flatc --binary --schema`, laid out by flatbuffers' reflection.fbs).
import { ByteBuffer } from 'flatbuffers';

/** `BaseType` of reflection.fbs: bytes of the scalar kinds by number, and the numbers of the others. */
const scalarBytes = { 1: 1, 2: 1, 3: 1, 4: 1, 5: 2, 6: 2, 7: 4, 8: 4, 9: 8, 10: 8, 11: 4, 12: 8 };
const STRING = 13;
const VECTOR = 14;
const TABLE = 15;
const UNION = 16;

/** Tables with their fields in wire order, enums, and unions with their members, of a .bfbs file. */
export function readReflection(bytes) {
  const bb = new ByteBuffer(new Uint8Array(bytes));
  const schema = tableAt(bb, bb.readInt32(0));
  const objects = schema.tables(0);
  const allEnums = schema.tables(1);
  const names = { objects: objects.map(shortName), enums: allEnums.map(shortName) };
  return {
    tables: objects.map((object) => ({ name: shortName(object), fields: fieldsOf(object, names) })),
    enums: allEnums.filter((e) => !e.bool(2)).map((e) => ({ name: shortName(e), last: lastValue(e) })),
    unions: allEnums
      .filter((e) => e.bool(2))
      .map((e) => ({
        name: shortName(e),
        members: e
          .tables(1)
          .slice(1)
          .map((value) => value.text(0)),
      })),
  };
}

function fieldsOf(object, names) {
  const fields = object.tables(1).sort((a, b) => a.uint16(2, 0) - b.uint16(2, 0));
  fields.forEach((field, id) => {
    if (field.uint16(2, 0) !== id) throw new Error(`${shortName(object)}: field ${id} is missing`);
  });
  return fields.map((field) => ({ name: field.text(0), ...kindOf(field.table(1), names) }));
}

/** How a field lies in the file, as `TableLayout` of src/model/schema/layout.ts says it. */
function kindOf(type, { objects, enums }) {
  const base = type.int8(0, 0);
  const element = type.int8(1, 0);
  const index = type.int32(2, -1);
  if (scalarBytes[base]) return { kind: 'scalar', bytes: scalarBytes[base], ...enumPart(base, index, enums) };
  if (base === STRING) return { kind: 'string' };
  if (base === TABLE) return { kind: 'table', table: objects[index] };
  if (base === UNION) return { kind: 'union', union: enums[index] };
  if (base === VECTOR && element === TABLE) return { kind: 'tables', table: objects[index] };
  if (base === VECTOR && scalarBytes[element]) {
    return { kind: 'vector', bytes: scalarBytes[element], ...enumPart(element, index, enums) };
  }
  throw new Error(`no wire layout for base type ${base} of ${element}`);
}

/** The enum of a scalar; the number of a union's member (base type 1) is checked with the union. */
function enumPart(base, index, enums) {
  return index >= 0 && base !== 1 ? { enum: enums[index] } : {};
}

/** The greatest value of an enum, which must have all values from 0 on. */
function lastValue(e) {
  const values = e.tables(1).map((value) => Number(value.int64(1)));
  values.forEach((value, index) => {
    if (value !== index) throw new Error(`${shortName(e)}: value ${index} is missing`);
  });
  return values.length - 1;
}

function shortName(item) {
  return item.text(0).replace(/^.*\./, '');
}

/** A FlatBuffers table read by field number. */
function tableAt(bb, position) {
  const at = (field) => {
    const offset = bb.__offset(position, 4 + 2 * field);
    return offset ? position + offset : 0;
  };
  return {
    text: (field) => bb.__string(at(field)),
    bool: (field) => at(field) !== 0 && bb.readInt8(at(field)) !== 0,
    int8: (field, fallback) => (at(field) ? bb.readInt8(at(field)) : fallback),
    uint16: (field, fallback) => (at(field) ? bb.readUint16(at(field)) : fallback),
    int32: (field, fallback) => (at(field) ? bb.readInt32(at(field)) : fallback),
    int64: (field) => (at(field) ? bb.readInt64(at(field)) : 0n),
    table: (field) => tableAt(bb, bb.__indirect(at(field))),
    tables: (field) => {
      const start = bb.__vector(at(field));
      return Array.from({ length: bb.__vector_len(at(field)) }, (_, i) =>
        tableAt(bb, bb.__indirect(start + 4 * i)),
      );
    },
  };
}
