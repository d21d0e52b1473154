import type { Operator, Subgraph, Tensor } from '../../../model/graph.js';
import { consumers } from '../../../model/navigate.js';
import { activationPassesFactors, inputRole, ruleOf } from '../../../model/operators/index.js';
import { TensorType } from '../../../model/schema/index.js';
import { type Patches, patchesOf } from '../../../runtime/reducers/patches.js';

/** An operator with constant float weights of its own, which factors can be multiplied into. */
export interface Linear {
  operator: Operator;
  patches: Patches;
  weights: Tensor;
  bias: Tensor | null;
}

/**
 * Activations whose channels can be multiplied by factors, the same for all of them, without a change of
 * what the model computes: operators that write them are divided by the factors, operators that read them
 * multiplied. Residual connections, pools and reshapes tie activations together.
 */
export interface ChannelGroup {
  tensors: Tensor[];
  /** The channel of an element is its number modulo this. */
  channels: number;
  writers: Linear[];
  readers: Linear[];
}

/** The groups of a subgraph, in execution order of their first writers. */
export function channelGroups(subgraph: Subgraph): ChannelGroup[] {
  const forest = new Forest();
  const isShared = sharedTensors(subgraph);
  for (const tensor of [...subgraph.inputs, ...subgraph.outputs]) forest.exclude(tensor);
  for (const operator of subgraph.operators) {
    const linear = linearOf(operator, isShared);
    if (linear) forest.addLinear(linear);
    else if (ruleOf(operator)?.passesFactors?.(operator)) forest.tie(operator);
    else for (const tensor of [...operator.inputs, ...operator.outputs]) if (tensor) forest.exclude(tensor);
  }
  return forest.groups().filter(({ writers, readers }) => writers.length > 0 && readers.length > 0);
}

interface Node extends ChannelGroup {
  parent: Node | null;
  excluded: boolean;
}

/** A union-find forest over tensors. */
class Forest {
  readonly #nodes = new Map<Tensor, Node>();

  addLinear(linear: Linear): void {
    const { operator, patches } = linear;
    const [input, output] = [operator.inputs[patches.input]!, operator.outputs[0]!];
    this.#root(input).readers.push(linear);
    if (activationPassesFactors(operator)) this.#root(output).writers.push(linear);
    else this.exclude(output);
  }

  exclude(tensor: Tensor): void {
    this.#root(tensor).excluded = true;
  }

  tie(operator: Operator): void {
    const rule = ruleOf(operator)!;
    const inputs = operator.inputs.filter((tensor, i) => tensor && inputRole(rule, i) === 'activation');
    const [first, ...others] = [...inputs, ...operator.outputs];
    for (const tensor of others) this.#join(first!, tensor!);
    if (inputs.some((tensor) => tensor!.data)) this.exclude(first!);
  }

  groups(): ChannelGroup[] {
    const roots = new Set([...this.#nodes.keys()].map((tensor) => this.#root(tensor)));
    return [...roots].filter(({ excluded, tensors, channels }) => {
      return !excluded && tensors.every(({ shape }) => shape.at(-1)! % channels === 0);
    });
  }

  #root(tensor: Tensor): Node {
    let node = this.#nodes.get(tensor);
    if (!node) {
      const channels = tensor.shape.at(-1) ?? 1;
      const excluded = tensor.type !== TensorType.FLOAT32 || channels < 2;
      node = { parent: null, excluded, tensors: [tensor], channels, writers: [], readers: [] };
      this.#nodes.set(tensor, node);
    }
    while (node.parent) node = node.parent;
    return node;
  }

  #join(a: Tensor, b: Tensor): void {
    const [first, second] = [this.#root(a), this.#root(b)];
    if (first === second) return;
    second.parent = first;
    first.channels = Math.min(first.channels, second.channels);
    first.excluded ||= second.excluded;
    first.tensors.push(...second.tensors);
    first.writers.push(...second.writers);
    first.readers.push(...second.readers);
  }
}

function linearOf(operator: Operator, isShared: (tensor: Tensor) => boolean): Linear | null {
  const rule = ruleOf(operator);
  const [place] = rule?.weights?.(operator) ?? [];
  const patches = place && patchesOf(operator);
  if (!rule || !patches) return null;
  const weights = operator.inputs[place.input]!;
  const bias = operator.inputs.find((tensor, i) => tensor && inputRole(rule, i) === 'bias') ?? null;
  const isOwn = (tensor: Tensor) => tensor.data && tensor.type === TensorType.FLOAT32 && !isShared(tensor);
  return isOwn(weights) && !weights.sparsity && (!bias || isOwn(bias))
    ? { operator, patches, weights, bias }
    : null;
}

function sharedTensors(subgraph: Subgraph): (tensor: Tensor) => boolean {
  const readers = consumers(subgraph);
  return (tensor) => (readers.get(tensor)?.length ?? 0) > 1 || subgraph.outputs.includes(tensor);
}
