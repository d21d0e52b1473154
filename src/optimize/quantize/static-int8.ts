import { mainSubgraph } from '../../evaluate/model-head.js';
import type { Model, Operator, Subgraph } from '../../model/graph.js';
import { TensorType } from '../../model/schema/index.js';
import { listOf, nameOf, tell } from '../notes.js';
import type { TransformContext } from '../types.js';
import { planActivations, tensorsToCalibrate } from './activation-plan.js';
import { calibrate } from './calibrate.js';
import { poolsToMeans } from './global-pools.js';
import { rewriteInInt8 } from './int8-graph.js';
import { type Edges, type Placement, placeOperators } from './placement.js';

/**
 * Makes a model compute in 8 bits throughout: decides which operators can, measures the ranges of their
 * activations, chooses a scale for each, and rewrites the graph.
 *
 * @returns how many operators were quantized
 */
export async function computeInInt8(model: Model, edges: Edges, context: TransformContext): Promise<number> {
  const subgraph = mainSubgraph(model);
  let placements = placeOperators(subgraph, edges);
  tellFloatOperators(placements, context);
  const chosen = subgraph.operators.filter((each) => placements.get(each)!.precision === 'int8');
  if (chosen.length === 0) return 0;
  if (poolsToMeans(subgraph, chosen)) placements = placeOperators(subgraph, edges);
  const ranges = await calibrate(model, subgraph, tensorsToCalibrate(subgraph, placements), context);
  const plan = planActivations(subgraph, placements, ranges, edges);
  rewriteInInt8(model, subgraph, placements, plan, edges);
  tellFloatEdges(subgraph, edges, context);
  tellOtherSubgraphs(model, subgraph, context);
  return chosen.length;
}

function tellFloatOperators(placements: Map<Operator, Placement>, context: TransformContext): void {
  const byReason = new Map<string, string[]>();
  for (const [operator, placement] of placements) {
    if (placement.precision !== 'float') continue;
    byReason.set(placement.reason, [...(byReason.get(placement.reason) ?? []), nameOf(operator)]);
  }
  for (const [reason, names] of byReason) {
    const verb = names.length === 1 ? 'stays' : 'stay';
    tell(context, 'warning', `${listOf(names)} ${verb} float: ${reason}.`);
  }
}

function tellFloatEdges(subgraph: Subgraph, edges: Edges, context: TransformContext): void {
  if (edges === 'float') return;
  const float = [...subgraph.inputs, ...subgraph.outputs].filter(({ type }) => type === TensorType.FLOAT32);
  if (float.length === 0) return;
  const names = listOf(float.map(({ name }) => `"${name}"`));
  const verb = float.length === 1 ? 'stays' : 'stay';
  tell(context, 'warning', `${names} ${verb} float at the model's edge: no 8-bit operator touches it.`);
}

function tellOtherSubgraphs(model: Model, subgraph: Subgraph, context: TransformContext): void {
  const others = model.subgraphs.filter((other) => other !== subgraph && other.operators.length > 0);
  if (others.length === 0) return;
  const names = listOf(others.map((other) => `"${other.name ?? model.subgraphs.indexOf(other)}"`));
  tell(context, 'warning', `Subgraph ${names} stays as it is: samples reach only the first signature's.`);
}
