import type { Builder, Offset } from 'flatbuffers';

// Tables field by field, for tests: what no writer of this project makes.

/** Puts one field into the table under construction. */
type Field = (builder: Builder, id: number) => void;

export const byte =
  (value: number): Field =>
  (builder, id) =>
    builder.addFieldInt8(id, value, 0);
export const int =
  (value: number): Field =>
  (builder, id) =>
    builder.addFieldInt32(id, value, 0);
export const long =
  (value: bigint): Field =>
  (builder, id) =>
    builder.addFieldInt64(id, value, 0n);
export const offset =
  (value: Offset): Field =>
  (builder, id) =>
    builder.addFieldOffset(id, value, 0);

/** A table with the given fields by their numbers. */
export function table(builder: Builder, fields: Record<number, Field> = {}): Offset {
  builder.startObject(24);
  for (const [id, field] of Object.entries(fields)) field(builder, Number(id));
  return builder.endObject();
}

/** A vector of tables. */
export function tables(builder: Builder, items: Offset[]): Field {
  builder.startVector(4, items.length, 4);
  for (const item of [...items].reverse()) builder.addOffset(item);
  return offset(builder.endVector());
}

/** A vector of numbers. */
export function ints(builder: Builder, values: number[]): Field {
  builder.startVector(4, values.length, 4);
  for (const value of [...values].reverse()) builder.addInt32(value);
  return offset(builder.endVector());
}
