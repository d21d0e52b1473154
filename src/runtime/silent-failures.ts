import type { Model, Operator, Subgraph, Tensor } from '../model/graph.js';
import { calledSubgraphs, producers } from '../model/navigate.js';
import { BuiltinOperator } from '../model/schema/index.js';
import { NotRunnableError } from './errors.js';

/** The custom operators that LiteRT registers itself (`core/kernels/register.cc`). */
const knownCustomOperators = new Set([
  'AudioSpectrogram',
  'Mfcc',
  'NumericVerify',
  'TFLite_Detection_PostProcess',
]);

/**
 * Whether a line of LiteRT's log says that a model didn't run. Its WebAssembly build goes on after that, and hands
 * out whatever lay in memory as outputs: of a CONV_2D without a bias, of operators in types that have no kernel.
 */
export function isFailure(line: string): boolean {
  return /failed to (?:prepare|invoke)|Failed to (?:allocate tensors|invoke)/.test(line);
}

/**
 * Refuses models that LiteRT's WebAssembly build runs without complaint, leaving outputs unwritten, so
 * that they hold whatever lay in memory: those with an operator it doesn't know, with an output that is
 * an input or stands twice among the outputs, or that is known since loading.
 *
 * @throws NotRunnableError
 */
export function refuseSilentFailures(model: Model, main: Subgraph, file: string): void {
  const unknown = reachableOperators(model, main).find(isUnknownCustom);
  if (unknown) throw new NotRunnableError(`LiteRT has no custom operator "${unknown.customCode}"`, { file });
  const makers = producers(main);
  for (const [position, output] of main.outputs.entries()) {
    const reason = whyEmpty(main, output, position, makers.get(output));
    if (reason) {
      throw new NotRunnableError(`LiteRT leaves output "${output.name}" empty, which ${reason}`, { file });
    }
  }
}

function whyEmpty(
  main: Subgraph,
  output: Tensor,
  position: number,
  maker: Operator | undefined,
): string | null {
  if (main.inputs.includes(output)) return 'is an input, too';
  if (main.outputs.indexOf(output) < position) return 'is there twice';
  if (!maker) return null;
  if (tellShapes.has(maker.code)) return "is a tensor's shape";
  const isConstant = maker.inputs.every((input) => !input || input.data);
  return isConstant && computeOnLoading.has(maker.code) ? 'is computed from constants' : null;
}

/** Operators whose result LiteRT knows since loading, shapes being static. */
export const tellShapes = new Set([BuiltinOperator.SHAPE, BuiltinOperator.RANK]);

/** Operators that were seen to leave an output empty where all of their inputs are constants. */
const computeOnLoading = new Set([
  BuiltinOperator.DEQUANTIZE,
  BuiltinOperator.GATHER,
  BuiltinOperator.RANGE,
  BuiltinOperator.TILE,
  BuiltinOperator.UNPACK,
]);

function isUnknownCustom({ code, customCode }: Operator): boolean {
  return code === BuiltinOperator.CUSTOM && !knownCustomOperators.has(customCode ?? '');
}

/** The operators of a subgraph and of all that it calls. */
function reachableOperators(model: Model, main: Subgraph): Operator[] {
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
