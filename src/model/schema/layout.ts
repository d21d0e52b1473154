/** How one field lies in the file; `bytes` is the size of a scalar or of a vector's element. */
export type FieldLayout =
  | { name: string; kind: 'scalar'; bytes: number; enum?: string }
  | { name: string; kind: 'vector'; bytes: number; enum?: string }
  | { name: string; kind: 'string' }
  | { name: string; kind: 'table'; table: string }
  | { name: string; kind: 'tables'; table: string }
  /** The field before it holds the member's number. */
  | { name: string; kind: 'union'; union: string };

/** A table's fields by their number on the wire. */
export type TableLayout = readonly FieldLayout[];

/** An enum whose known values are 0 to `last`. */
export interface EnumLayout {
  last: number;
}

/** Tables by the number of the union's member; null: NONE. */
export type UnionLayout = readonly (string | null)[];

export { enums, tables, unions } from './generated/layout.js';
