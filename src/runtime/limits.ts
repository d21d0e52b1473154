import type { Model, Operator, Subgraph, Tensor } from '../model/graph.js';
import { calledSubgraphs } from '../model/navigate.js';
import { operatorName } from '../model/operators/index.js';
import { producedBytes } from '../model/produced.js';
import { elementCount, maxTensorBytes, tensorName } from '../model/tensors.js';
import { NotRunnableError } from './errors.js';

/** Numbers that one sample may have in all inputs together, and in all outputs: a picture of 11 megapixels. */
const maxSampleElements = 2 ** 25;

/** LiteRT prepares a subgraph anew for each operator that calls it, and calls go as deep as its stack reaches. */
const maxPrepared = 100_000;
const maxDepth = 64;

/**
 * Refuses a model that LiteRT, or this process, would have no room or no end for, before anything is made of its size.
 *
 * @param main the subgraph that is run
 * @throws NotRunnableError
 */
export function refuseTooLarge(model: Model, main: Subgraph, file: string): void {
  refuseLongSamples(main.inputs, 'inputs', file);
  refuseLongSamples(main.outputs, 'outputs', file);
  for (const subgraph of model.subgraphs) {
    for (const operator of subgraph.operators) refuseLargeOutput(operator, file);
  }
  refuseManyCalls(model, main, file);
}

function refuseLongSamples(tensors: readonly Tensor[], what: string, file: string): void {
  const elements = tensors.reduce((sum, { shape }) => sum + elementCount(shape), 0);
  if (elements <= maxSampleElements) return;
  throw new NotRunnableError(
    `its ${what} take ${elements} numbers, and litetrim runs models of ${maxSampleElements} at most`,
    { file },
  );
}

function refuseLargeOutput(operator: Operator, file: string): void {
  const bytes = producedBytes(operator);
  if (bytes <= maxTensorBytes) return;
  const [output] = operator.outputs;
  throw new NotRunnableError(
    `${operatorName(operator)} makes ${output ? tensorName(output) : 'a tensor'} of ${bytes} bytes, and litetrim runs models with tensors of ${maxTensorBytes} at most`,
    { file },
  );
}

/** What calling a subgraph takes: so many are prepared, so deep are calls in it. */
interface Calls {
  prepared: number;
  depth: number;
}

/** Reading has made sure that no subgraph calls itself, so that each can be counted once those that it calls are. */
function refuseManyCalls(model: Model, main: Subgraph, file: string): void {
  const known = new Map<Subgraph, Calls>();
  for (const subgraph of calledFirst(model, main)) {
    const calls: Calls = { prepared: 1, depth: 1 };
    for (const called of subgraph.operators.flatMap((operator) => subgraphsOf(model, operator))) {
      const { prepared, depth } = known.get(called)!;
      calls.prepared += prepared;
      calls.depth = Math.max(calls.depth, depth + 1);
    }
    known.set(subgraph, calls);
  }
  const { prepared, depth } = known.get(main)!;
  if (depth > maxDepth)
    throw new NotRunnableError(`its subgraphs call each other ${depth} deep, and ${maxDepth} is the most`, {
      file,
    });
  if (prepared > maxPrepared) {
    const problem = `its subgraphs call each other, so that ${prepared} would have to be prepared: ${maxPrepared} is the most`;
    throw new NotRunnableError(problem, { file });
  }
}

function subgraphsOf(model: Model, operator: Operator): Subgraph[] {
  return [...new Set(calledSubgraphs(operator))].flatMap((index) => model.subgraphs[index] ?? []);
}

/** The subgraphs that are reached from one, each after those that it calls. */
function calledFirst(model: Model, main: Subgraph): Subgraph[] {
  const done = new Set<Subgraph>();
  const open = [main];
  while (open.length > 0) {
    const subgraph = open.at(-1)!;
    const next = done.has(subgraph)
      ? []
      : subgraph.operators
          .flatMap((operator) => subgraphsOf(model, operator))
          .filter((called) => !done.has(called));
    for (const called of new Set(next)) open.push(called);
    if (next.length === 0) done.add(open.pop()!);
  }
  return [...done];
}
