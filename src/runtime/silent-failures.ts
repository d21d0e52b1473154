import { detectionOperator } from '../model/detections.js';
import type { Model, Operator, Subgraph, Tensor } from '../model/graph.js';
import { calledSubgraphs, consumers, producers } from '../model/navigate.js';
import { factsOf, hasWrongTensors, operatorName, operatorRule } from '../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../model/schema/index.js';
import { NotRunnableError } from './errors.js';

/** The custom operators that LiteRT registers itself (`core/kernels/register.cc`). */
const knownCustomOperators = new Set(['AudioSpectrogram', 'Mfcc', 'NumericVerify', detectionOperator]);

/**
 * Whether a line of LiteRT's log says that a model didn't run. Its WebAssembly build goes on after that, and hands
 * out whatever lay in memory as outputs: of a CONV_2D without a bias, of operators in types that have no kernel, of a
 * model whose input is a constant.
 */
export function isFailure(line: string): boolean {
  return /failed to (?:prepare|invoke)|Failed to (?:allocate tensors|invoke|register (?:in|out)put)/.test(
    line,
  );
}

/**
 * Refuses models that LiteRT's WebAssembly build runs without complaint, leaving outputs unwritten, so
 * that they hold whatever lay in memory: those with an operator it doesn't know, with an output that is
 * an input or stands twice among the outputs, or that is known since loading. Of float16 weights that are stored
 * sparse it reads what was never written; of an operator that lacks tensors, XNNPACK reads whatever lies behind those
 * that there are.
 *
 * @throws NotRunnableError
 */
export function refuseSilentFailures(model: Model, main: Subgraph, file: string): void {
  const operators = reachableOperators(model, main);
  const unknown = operators.find(isUnknownCustom);
  if (unknown) throw new NotRunnableError(`LiteRT has no custom operator "${unknown.customCode}"`, { file });
  const lacking = operators.find(hasWrongTensors);
  if (lacking) {
    const { takes = Number.POSITIVE_INFINITY } = operatorRule(lacking.code) ?? {};
    const what =
      lacking.inputs.length > takes
        ? `has ${lacking.inputs.length} inputs, and takes ${takes}`
        : "lacks an input or output that it can't do without";
    const problem = `${operatorName(lacking)} ${what}`;
    throw new NotRunnableError(problem, { file });
  }
  const misread = misreadWeights(main);
  if (misread) {
    const problem = `LiteRT 2.5 reads float16 weights that are stored sparse wrongly ("${misread.name}"): store them dense, or in 8 bits`;
    throw new NotRunnableError(problem, { file });
  }
  const makers = producers(main);
  const shown = new Set<Tensor>();
  const inputs = new Set(main.inputs);
  for (const output of main.outputs) {
    const reason = inputs.has(output) ? 'is an input, too' : whyEmpty(output, shown, makers.get(output));
    if (reason) {
      throw new NotRunnableError(`LiteRT leaves output "${output.name}" empty, which ${reason}`, { file });
    }
    shown.add(output);
  }
}

/** Sparse float16 weights whose DEQUANTIZE is left out: the DENSIFY before it has no memory to write to. */
function misreadWeights(main: Subgraph): Tensor | null {
  const [makers, readers] = [producers(main), consumers(main)];
  for (const { code, inputs, outputs } of main.operators) {
    const [half] = inputs;
    if (code !== BuiltinOperator.DEQUANTIZE || half?.type !== TensorType.FLOAT16) continue;
    const unpacking = makers.get(half);
    const by = readers.get(outputs[0]!) ?? [];
    const isLeftOut = by.length > 0 && by.every((reader) => factsOf(reader).readsFloat16);
    if (unpacking?.code === BuiltinOperator.DENSIFY && isLeftOut) return unpacking.inputs[0] ?? null;
  }
  return null;
}

function whyEmpty(output: Tensor, shown: ReadonlySet<Tensor>, maker: Operator | undefined): string | null {
  if (shown.has(output)) return 'is there twice';
  if (!maker) return null;
  if (factsOf(maker).tellsShape) return "is a tensor's shape";
  const isConstant = maker.inputs.every((input) => !input || input.data);
  return isConstant && factsOf(maker).computesOnLoading ? 'is computed from constants' : null;
}

function isUnknownCustom({ code, customCode }: Operator): boolean {
  return code === BuiltinOperator.CUSTOM && !knownCustomOperators.has(customCode ?? '');
}

/** The operators of a subgraph and of all that it calls. */
export function reachableOperators(model: Model, main: Subgraph): Operator[] {
  const reached = new Set([main]);
  for (const { operators } of reached) {
    for (const operator of operators) {
      for (const index of calledSubgraphs(operator)) {
        const called = model.subgraphs[index];
        if (called) reached.add(called);
      }
    }
  }
  return [...reached].flatMap(({ operators }) => operators);
}
