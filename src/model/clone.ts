import type {
  Model,
  Operator,
  OperatorOptions,
  Quantization,
  Signature,
  SignatureTensor,
  Subgraph,
  Tensor,
} from './graph.js';

/**
 * A copy of the model to change while the original stays as it is. Weights, metadata and custom options
 * are shared: whoever changes some sets a new array, as transforms do anyway.
 */
export function cloneModel(model: Model): Model {
  const twins = new Map<Tensor, Tensor>();
  for (const { tensors } of model.subgraphs) {
    for (const tensor of tensors) twins.set(tensor, cloneTensor(tensor));
  }
  const twin = (tensor: Tensor): Tensor => {
    const found = twins.get(tensor);
    if (!found) throw new Error(`tensor "${tensor.name}" is not in its subgraph's list of tensors`);
    return found;
  };
  for (const { quantization } of twins.values()) retarget(quantization, twin);
  const subgraphs = new Map(model.subgraphs.map((subgraph) => [subgraph, cloneSubgraph(subgraph, twin)]));
  return {
    ...model,
    subgraphs: [...subgraphs.values()],
    signatures: model.signatures.map((signature) => cloneSignature(signature, subgraphs, twin)),
    metadata: model.metadata.map((entry) => ({ ...entry })),
    warnings: [...model.warnings],
    ...(model.unknownFields ? { unknownFields: [...model.unknownFields] } : {}),
    ...(model.metadataBuffers ? { metadataBuffers: [...model.metadataBuffers] } : {}),
  };
}

type Twin = (tensor: Tensor) => Tensor;

function cloneTensor(tensor: Tensor): Tensor {
  return {
    ...tensor,
    shape: [...tensor.shape],
    shapeSignature: tensor.shapeSignature && [...tensor.shapeSignature],
    quantization: tensor.quantization && cloneQuantization(tensor.quantization),
    // biome-ignore lint/suspicious/noExplicitAny: the copy has the class of the original.
    sparsity: deepCopy(tensor.sparsity as any),
    variantTensors: tensor.variantTensors.map((variant) => ({ ...variant, shape: [...variant.shape] })),
  };
}

/** A copy of scales and zero points; the details still refer to the original's tensors. */
export function cloneQuantization(quantization: Quantization): Quantization {
  return {
    ...quantization,
    scale: quantization.scale.slice(),
    zeroPoint: quantization.zeroPoint.slice(),
    min: quantization.min.slice(),
    max: quantization.max.slice(),
    details: quantization.details && { ...quantization.details },
  };
}

function retarget(quantization: Quantization | null, twin: Twin): void {
  const details = quantization?.details;
  if (!details || details.kind === 'custom') return;
  details.scales = twin(details.scales);
  details.zeroPoints = details.zeroPoints && twin(details.zeroPoints);
  if (details.kind === 'multi-axis') details.axes = [...details.axes];
}

function cloneSubgraph(subgraph: Subgraph, twin: Twin): Subgraph {
  return {
    ...subgraph,
    tensors: subgraph.tensors.map(twin),
    inputs: subgraph.inputs.map(twin),
    outputs: subgraph.outputs.map(twin),
    operators: subgraph.operators.map((operator) => cloneOperator(operator, twin)),
  };
}

function cloneOperator(operator: Operator, twin: Twin): Operator {
  return {
    ...operator,
    inputs: operator.inputs.map((input) => input && twin(input)),
    outputs: operator.outputs.map(twin),
    intermediates: operator.intermediates.map(twin),
    options: cloneOptions(operator.options),
    mutatingVariableInputs: [...operator.mutatingVariableInputs],
  };
}

/** A copy of an operator's options, of the same class. */
function cloneOptions<T extends OperatorOptions | null>(options: T): T {
  return deepCopy(options);
}

function cloneSignature(signature: Signature, subgraphs: Map<Subgraph, Subgraph>, twin: Twin): Signature {
  const entries = (list: SignatureTensor[]) =>
    list.map(({ name, tensor }) => ({ name, tensor: twin(tensor) }));
  const subgraph = subgraphs.get(signature.subgraph);
  if (!subgraph) throw new Error(`signature "${signature.key}" is of a subgraph that the model doesn't have`);
  return {
    ...signature,
    subgraph,
    inputs: entries(signature.inputs),
    outputs: entries(signature.outputs),
  };
}

/** Copies plain values, arrays and the schema's objects, whose classes `structuredClone` would lose. */
function deepCopy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(deepCopy) as T;
  if (value === null || typeof value !== 'object') return value;
  const copy = Object.create(Object.getPrototypeOf(value));
  for (const [key, part] of Object.entries(value)) copy[key] = deepCopy(part);
  return copy;
}
