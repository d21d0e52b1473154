import type { Offset } from 'flatbuffers';
import type { Operator, OperatorOptions } from './graph.js';
import { BuiltinOperator, builtinOptions, OperatorCode, Operator as OperatorTable } from './schema/index.js';
import { bufferAlignment, type Sink } from './sink.js';
import type { TensorNumber } from './write-tensor.js';

/** The operator codes of a file, each kind and version once, in the order of their first use. */
export class OperatorCodes {
  readonly #entries = new Map<string, { number: number; operator: Operator }>();

  number(operator: Operator): number {
    const key = `${operator.code} ${operator.version} ${operator.customCode ?? ''}`;
    let entry = this.#entries.get(key);
    if (!entry) this.#entries.set(key, (entry = { number: this.#entries.size, operator }));
    return entry.number;
  }

  write(sink: Sink): Offset {
    return sink.tables([...this.#entries.values()].map(({ operator }) => writeCode(sink, operator)));
  }
}

function writeCode(sink: Sink, { code, customCode, version }: Operator): Offset {
  const name = sink.text(customCode);
  return OperatorCode.createOperatorCode(
    sink.builder,
    // Readers older than schema version 3a know this 8-bit field only.
    Math.min(code, BuiltinOperator.PLACEHOLDER_FOR_GREATER_OP_CODES),
    name,
    version,
    code,
  );
}

export function writeOperator(
  sink: Sink,
  operator: Operator,
  codes: OperatorCodes,
  numberOf: TensorNumber,
): Offset {
  const { builder } = sink;
  const inputs = sink.int32s(operator.inputs.map((input) => (input ? numberOf(input) : -1)));
  const outputs = sink.int32s(operator.outputs.map(numberOf));
  const intermediates = sink.numbersOrNone(Int32Array.from(operator.intermediates, numberOf));
  const mutating = sink.numbersOrNone(Uint8Array.from(operator.mutatingVariableInputs, Number));
  const customOptions = operator.customOptions ? sink.bytes(operator.customOptions, bufferAlignment) : 0;
  const options = operator.options?.pack(builder) ?? 0;
  OperatorTable.startOperator(builder);
  OperatorTable.addOpcodeIndex(builder, codes.number(operator));
  OperatorTable.addInputs(builder, inputs);
  OperatorTable.addOutputs(builder, outputs);
  if (operator.options) addOptions(sink, operator.options, options);
  OperatorTable.addCustomOptions(builder, customOptions);
  OperatorTable.addMutatingVariableInputs(builder, mutating);
  OperatorTable.addIntermediates(builder, intermediates);
  OperatorTable.addDebugMetadataIndex(builder, operator.debugMetadataIndex ?? -1);
  return OperatorTable.endOperator(builder);
}

const unionMembers = new Map<unknown, (typeof builtinOptions)[number]>(
  builtinOptions.map((entry) => [entry.object, entry]),
);

function addOptions({ builder }: Sink, options: OperatorOptions, offset: Offset): void {
  const member = unionMembers.get(options.constructor);
  if (!member) throw new Error('an operator has options that are no object class of the schema');
  if (member.union === 'BuiltinOptions') {
    OperatorTable.addBuiltinOptionsType(builder, member.number);
    OperatorTable.addBuiltinOptions(builder, offset);
  } else {
    OperatorTable.addBuiltinOptions2Type(builder, member.number);
    OperatorTable.addBuiltinOptions2(builder, offset);
  }
}
