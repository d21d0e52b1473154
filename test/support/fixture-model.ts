import { z } from 'zod';
import { randomNumbers } from '../../src/base/random-numbers.js';
import { newModel, newOperator, newQuantization, newSubgraph, newTensor } from '../../src/model/build.js';
import type { Model, Operator, OperatorOptions, Subgraph, Tensor } from '../../src/model/graph.js';
import * as schema from '../../src/model/schema/index.js';
import { bytesOf, elementCount } from '../../src/model/tensors.js';
import { stepSchema } from '../../src/optimize/transforms.js';

// Models for tests, written as YAML: docs/recipes.md, "Adding a case", has an example.

const shape = z.array(z.int().min(0));
const constantSchema = z.union([
  /** Seeded random floats, evenly from −scale to scale; the same name and shape give the same. */
  z.strictObject({ shape, scale: z.number().default(1), offset: z.number().default(0) }),
  z.strictObject({ floats: z.array(z.number()), shape: shape.optional() }),
  z.strictObject({ integers: z.array(z.int()), shape: shape.optional() }),
]);
const typedShape = z.union([
  shape,
  z.strictObject({ shape, type: z.string(), scale: z.number().optional(), zeroPoint: z.int().default(0) }),
]);
const operatorSchema = z.strictObject({
  operator: z.string(),
  version: z.int().default(1),
  inputs: z.array(z.string().nullable()),
  outputs: z.record(z.string(), typedShape),
  options: z.looseObject({ type: z.string() }).optional(),
});
const subgraphSchema = z.strictObject({
  inputs: z.record(z.string(), typedShape),
  constants: z.record(z.string(), constantSchema).default({}),
  operators: z.array(operatorSchema),
  outputs: z.array(z.string()),
});

/** A model, what is done to it, and how far its outputs may move. */
export const fixtureSchema = z.strictObject({
  title: z.string(),
  steps: z.array(stepSchema),
  /** Largest error of an output, as part of the float output's largest magnitude. */
  tolerance: z.number(),
  /** Smallest and largest value of the random inputs. */
  range: z.tuple([z.number(), z.number()]).default([-1, 1]),
  /** The first one is run; where there are several, each has a signature. */
  subgraphs: z.array(subgraphSchema).min(1),
});

export type Fixture = z.infer<typeof fixtureSchema>;

export function fixtureModel({ subgraphs }: Fixture): Model {
  const constants = new Map<string, Uint8Array>();
  const built = subgraphs.map((subgraph) => buildSubgraph(subgraph, constants));
  const signatures = built.map((subgraph, i) => ({
    key: `signature_${i}`,
    subgraph,
    inputs: subgraph.inputs.map((tensor) => ({ name: tensor.name, tensor })),
    outputs: subgraph.outputs.map((tensor) => ({ name: tensor.name, tensor })),
  }));
  return newModel(built, built.length > 1 ? { signatures } : {});
}

function buildSubgraph(
  { inputs, constants, operators, outputs }: z.infer<typeof subgraphSchema>,
  buffers: Map<string, Uint8Array>,
): Subgraph {
  const tensors = new Map<string, Tensor>();
  for (const [name, form] of Object.entries(inputs)) tensors.set(name, computed(name, form));
  for (const [name, form] of Object.entries(constants)) tensors.set(name, constant(name, form, buffers));
  const built = operators.map((operator): Operator => {
    for (const [name, form] of Object.entries(operator.outputs)) tensors.set(name, computed(name, form));
    return newOperator(enumValue(schema.BuiltinOperator, operator.operator), {
      inputs: operator.inputs.map((name) => (name === null ? null : tensors.get(name)!)),
      outputs: Object.keys(operator.outputs).map((name) => tensors.get(name)!),
      version: operator.version,
      options: operator.options ? optionsOf(operator.options) : null,
    });
  });
  const named = (names: string[]): Tensor[] => names.map((name) => tensors.get(name)!);
  return newSubgraph(named(Object.keys(inputs)), named(outputs), built);
}

function computed(name: string, form: z.infer<typeof typedShape>): Tensor {
  if (Array.isArray(form)) return newTensor(name, schema.TensorType.FLOAT32, form);
  const quantization = form.scale === undefined ? null : newQuantization([form.scale], [form.zeroPoint]);
  return newTensor(name, enumValue(schema.TensorType, form.type), form.shape, { quantization });
}

function constant(
  name: string,
  form: z.infer<typeof constantSchema>,
  buffers: Map<string, Uint8Array>,
): Tensor {
  const { FLOAT32, INT32 } = schema.TensorType;
  if ('integers' in form) {
    const data = bytesOf(Int32Array.from(form.integers));
    return newTensor(name, INT32, form.shape ?? [form.integers.length], { data });
  }
  if ('floats' in form) {
    const data = bytesOf(Float32Array.from(form.floats));
    return newTensor(name, FLOAT32, form.shape ?? [form.floats.length], { data });
  }
  const key = `${name} ${form.shape}`;
  const data = buffers.get(key) ?? bytesOf(randomFloats(key, form));
  buffers.set(key, data);
  return newTensor(name, FLOAT32, form.shape, { data });
}

function randomFloats(key: string, form: { shape: number[]; scale: number; offset: number }): Float32Array {
  const random = randomNumbers(
    [...key].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7),
  );
  return Float32Array.from(
    { length: elementCount(form.shape) },
    () => form.offset + form.scale * (2 * random() - 1),
  );
}

/** What options say in words, and what steps are where nothing is said. */
const enums: Record<string, Record<string, string | number>> = {
  padding: schema.Padding,
  fusedActivationFunction: schema.ActivationFunctionType,
  mode: schema.MirrorPadMode,
};
const ones = ['strideH', 'strideW', 'dilationHFactor', 'dilationWFactor', 'filterHeight', 'filterWidth'];

function optionsOf({ type, ...values }: { type: string; [key: string]: unknown }): OperatorOptions {
  const optionsClass = (schema as unknown as Record<string, new () => OperatorOptions>)[`${type}T`]!;
  const options = new optionsClass() as unknown as Record<string, unknown>;
  for (const key of ones) if (key in options) options[key] = 1;
  for (const [key, value] of Object.entries(values)) {
    if (!(key in options)) throw new Error(`${type} has no ${key}`);
    options[key] = key in enums ? enumValue(enums[key]!, String(value)) : value;
  }
  return options as unknown as OperatorOptions;
}

function enumValue<T extends Record<string, string | number>>(
  type: T,
  name: string,
): Extract<T[keyof T], number> {
  const value = type[name];
  if (typeof value !== 'number') throw new Error(`there is no ${name}`);
  return value as Extract<T[keyof T], number>;
}
