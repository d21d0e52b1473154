import type { Model, Quantization, Tensor } from '../../src/model/graph.js';
import { operatorName } from '../../src/model/operators/index.js';
import { TensorType } from '../../src/model/schema/index.js';

/**
 * A model as text, for golden files: a line an operator, with its version and its tensors' types. Scales
 * are numbered as they come, so that tensors of one scale show the same number.
 */
export function describeModel(model: Model): string {
  const scales = new Map<string, string>();
  const lines = model.subgraphs.flatMap((subgraph) => {
    const describe = (tensor: Tensor | null): string => describeTensor(tensor, scales);
    return [
      `inputs: ${subgraph.inputs.map(describe).join(', ')}`,
      ...subgraph.operators.map(({ inputs, outputs, ...operator }) => {
        const name = `${operatorName(operator)} v${operator.version}`;
        return `  ${name} (${inputs.map(describe).join(', ')}) → ${outputs.map(describe).join(', ')}`;
      }),
      `outputs: ${subgraph.outputs.map(({ name }) => name).join(', ')}`,
      `${subgraph.tensors.length} tensors`,
    ];
  });
  const legend = [...scales].map(([form, number]) => `${number}: ${form}`);
  return [...lines, ...legend].join('\n');
}

function describeTensor(tensor: Tensor | null, scales: Map<string, string>): string {
  if (!tensor) return '-';
  const { name, type, data, quantization } = tensor;
  const label = `${name}: ${TensorType[type]}${data ? ' constant' : ''}`;
  const details = quantization?.details;
  if (details?.kind === 'blockwise') return `${label} (a scale for each ${details.blockSize})`;
  return quantization?.scale.length ? `${label} ${scaleLabel(quantization, scales)}` : label;
}

function scaleLabel({ scale, zeroPoint, axis }: Quantization, scales: Map<string, string>): string {
  if (scale.length > 1) return `(${scale.length} scales along ${axis})`;
  const form = `scale ${scale[0]!.toPrecision(4)}, zero point ${zeroPoint[0]}`;
  const label = scales.get(form) ?? `#${scales.size + 1}`;
  scales.set(form, label);
  return label;
}
