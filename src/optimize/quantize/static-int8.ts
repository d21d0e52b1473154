import { InputError } from '../../base/errors.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { TensorType } from '../../model/schema/index.js';
import { calibrate } from '../calibrate/calibrate.js';
import type { CalibrationMethod } from '../calibrate/method.js';
import { samplesToCalibrate } from '../calibrate/samples.js';
import { addNote, listOf, nameOf } from '../notes.js';
import type { TransformContext } from '../types.js';
import { planActivations, tensorsToCalibrate } from './activation-plan.js';
import type { Range } from './affine.js';
import { setEdges } from './edges.js';
import { poolsToMeans } from './global-pools.js';
import { withHeadroom } from './headroom.js';
import { rewriteInIntegers } from './int8-graph.js';
import type { LayerOptions } from './int8-layer.js';
import { operatorsToKeepFloat } from './keep-float.js';
import { placeOperators } from './place-operators.js';
import { type Edges, isInteger, type Placement } from './placement.js';
import type { SchemeChoice } from './rules.js';
import { cutForSoftmax, type Probed } from './softmax-limits.js';

interface IntegerOptions extends LayerOptions {
  schemes: SchemeChoice;
  edges: Edges;
  /** An operator that can't compute in integers, and wasn't chosen to be float, is an error. */
  strict: boolean;
  calibration: CalibrationMethod;
  /** Whether int8 activations get room for values of later samples. */
  headroom: boolean;
}

/**
 * Makes a model compute in integers throughout: decides which operators can, measures the ranges of their
 * activations, chooses a scale for each, and rewrites the graph. A model that does so already gets the
 * edges that are asked for.
 *
 * @returns how many operators and edges were changed
 * @throws InputError in strict mode, where an operator would stay float
 */
export async function computeInIntegers(
  model: Model,
  options: IntegerOptions,
  context: TransformContext,
): Promise<number> {
  const { edges, headroom } = options;
  const subgraph = mainSubgraph(model);
  const { placements, measured } = await placeAndMeasure(model, options, context);
  const chosen = integersOf(subgraph, placements);
  if (chosen.length === 0) return setEdges(model, subgraph, edges);
  const samples = samplesToCalibrate(context).size;
  const ranges = headroom ? withHeadroom(measured, placements, samples) : measured;
  const plan = planActivations(subgraph, placements, ranges, edges);
  rewriteInIntegers(model, subgraph, placements, plan, options);
  setEdges(model, subgraph, edges, plan.stored);
  noteFloatEdges(subgraph, edges, context);
  noteOtherSubgraphs(model, subgraph, context);
  return chosen.length;
}

/** Where operators compute, and the ranges of what they compute in integers; those that are too wide for it stay float. */
async function placeAndMeasure(
  model: Model,
  { schemes, edges, strict, calibration }: IntegerOptions,
  context: TransformContext,
): Promise<{ placements: Map<Operator, Placement>; measured: Map<Tensor, Range> }> {
  const subgraph = mainSubgraph(model);
  const place = (kept?: ReadonlyMap<Operator, string>) => {
    const placements = placeOperators(subgraph, schemes, edges, kept);
    if (strict) assertAllInteger(placements);
    return placements;
  };
  let placements = place();
  noteFloatOperators(placements, context);
  const chosen = integersOf(subgraph, placements);
  if (chosen.length === 0) return { placements, measured: new Map() };
  if (poolsToMeans(subgraph, chosen)) placements = place();
  const tensors = tensorsToCalibrate(subgraph, placements);
  const measure = (probed: Probed, wanted: readonly Tensor[]) =>
    calibrate(probed.model, probed.subgraph, [...wanted, ...probed.probes.values()], calibration, context);
  const { ranges, float } = await cutForSoftmax(model, subgraph, placements, measure, tensors);
  const kept = new Map([...operatorsToKeepFloat(subgraph, placements, ranges, edges), ...float]);
  if (kept.size === 0) return { placements, measured: ranges };
  const narrowed = place(kept);
  noteFloatOperators(new Map([...narrowed].filter(([each]) => isInteger(placements.get(each)))), context);
  return { placements: narrowed, measured: ranges };
}

const integersOf = ({ operators }: Subgraph, placements: ReadonlyMap<Operator, Placement>): Operator[] =>
  operators.filter((operator) => isInteger(placements.get(operator)));

function assertAllInteger(placements: Map<Operator, Placement>): void {
  for (const [operator, placement] of placements) {
    if (placement.precision !== 'float' || placement.reason === null) continue;
    throw new InputError(`${nameOf(operator)} can't be quantized: ${placement.reason}`, {
      hint: 'Leave "strict" out of the recipe, or give the operator a rule with "scheme: float"',
    });
  }
}

function noteFloatOperators(placements: Map<Operator, Placement>, context: TransformContext): void {
  const byReason = new Map<string, string[]>();
  for (const [operator, placement] of placements) {
    if (placement.precision !== 'float' || placement.reason === null) continue;
    byReason.set(placement.reason, [...(byReason.get(placement.reason) ?? []), nameOf(operator)]);
  }
  for (const [reason, names] of byReason) {
    const verb = names.length === 1 ? 'stays' : 'stay';
    addNote(context, 'warning', `${listOf(names)} ${verb} float: ${reason}.`);
  }
}

function noteFloatEdges(subgraph: Subgraph, edges: Edges, context: TransformContext): void {
  if (edges === 'float') return;
  const float = [...subgraph.inputs, ...subgraph.outputs].filter(({ type }) => type === TensorType.FLOAT32);
  if (float.length === 0) return;
  const names = listOf(float.map(({ name }) => `"${name}"`));
  const verb = float.length === 1 ? 'stays' : 'stay';
  addNote(
    context,
    'warning',
    `${names} ${verb} float at the model's edge: no ${edges === 'int8' ? 8 : 16}-bit operator touches it.`,
  );
}

function noteOtherSubgraphs(model: Model, subgraph: Subgraph, context: TransformContext): void {
  const others = model.subgraphs.filter((other) => other !== subgraph && other.operators.length > 0);
  if (others.length === 0) return;
  const names = listOf(others.map((other) => `"${other.name ?? model.subgraphs.indexOf(other)}"`));
  const verb = others.length === 1 ? 'goes' : 'go';
  const message = `Subgraph ${names} ${verb} on computing in float: samples reach only the first signature's.`;
  addNote(context, 'warning', message);
}
