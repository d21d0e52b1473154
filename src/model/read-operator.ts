import { Encoding } from 'flatbuffers';
import type { Operator, OperatorOptions, Tensor } from './graph.js';
import { list } from './read-tensor.js';
import {
  type BuiltinOperator,
  builtinOptions,
  BuiltinOperator as Code,
  type Operator as OperatorTable,
} from './schema/index.js';
import type { Source } from './source.js';

/** What operators of one kind and version share. */
type OperatorCode = Pick<Operator, 'code' | 'customCode' | 'version'>;

/** The file's list of operator codes. */
export function readOperatorCodes(source: Source): OperatorCode[] {
  return list(source.model.operatorCodesLength(), (i) => {
    const table = source.model.operatorCodes(i)!;
    // Files older than schema version 3a have the code in the first, 8-bit field only.
    const code: BuiltinOperator = Math.max(table.deprecatedBuiltinCode(), table.builtinCode());
    const place = `operator code ${i}`;
    const customCode = source.text(table.customCode(Encoding.UTF8_BYTES), place);
    if (code < 0) source.fail(place, `the operator number ${code} doesn't exist`);
    if (code === Code.CUSTOM && !customCode) source.fail(place, 'the custom operator has no name');
    return { code, customCode: code === Code.CUSTOM ? customCode : null, version: table.version() };
  });
}

export function readOperator(
  source: Source,
  table: OperatorTable,
  codes: OperatorCode[],
  tensors: Tensor[],
  index: string,
): Operator {
  const code = codes[table.opcodeIndex()];
  if (!code)
    source.fail(index, `operator code ${table.opcodeIndex()} doesn't exist: the file has ${codes.length}`);
  const place = `${index} (${code.customCode ?? Code[code.code] ?? code.code})`;
  const at = (number: number): Tensor =>
    tensors[number] ??
    source.fail(place, `tensor ${number} doesn't exist: the subgraph has ${tensors.length}`);
  const operator: Operator = {
    ...code,
    inputs: list(table.inputsLength(), (i) => (table.inputs(i) === -1 ? null : at(table.inputs(i)!))),
    outputs: list(table.outputsLength(), (i) => at(table.outputs(i)!)),
    intermediates: list(table.intermediatesLength(), (i) => at(table.intermediates(i)!)),
    options: readOptions(source, table, place),
    customOptions: readCustomOptions(source, table, place),
    mutatingVariableInputs: list(
      table.mutatingVariableInputsLength(),
      (i) => !!table.mutatingVariableInputs(i),
    ),
  };
  if (table.debugMetadataIndex() !== -1) operator.debugMetadataIndex = table.debugMetadataIndex();
  return operator;
}

function readOptions(source: Source, table: OperatorTable, place: string): OperatorOptions | null {
  const first = unpackOptions('BuiltinOptions', table.builtinOptionsType(), (o) => table.builtinOptions(o));
  const second = unpackOptions('BuiltinOptions2', table.builtinOptions2Type(), (o) =>
    table.builtinOptions2(o),
  );
  if (first && second) source.fail(place, 'it has options of two kinds');
  return first ?? second;
}

const accessors = new Map(builtinOptions.map((entry) => [`${entry.union} ${entry.number}`, entry.accessor]));

/** A union member as an object; `null` where there is none or the schema doesn't know it. */
// biome-ignore lint/suspicious/noExplicitAny: flatc types the accessors of unions so.
function unpackOptions(union: string, number: number, read: (accessor: any) => any): OperatorOptions | null {
  const Accessor = accessors.get(`${union} ${number}`);
  return Accessor ? (read(new Accessor())?.unpack() ?? null) : null;
}

function readCustomOptions(source: Source, table: OperatorTable, place: string): Uint8Array | null {
  return (
    table.customOptionsArray() ??
    source.behind(table.largeCustomOptionsOffset(), table.largeCustomOptionsSize(), place)
  );
}
