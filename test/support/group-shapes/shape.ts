import type { Model, Tensor } from '../../../src/model/graph.js';
import { SampleNet } from '../channel-net.js';

/** A way in which channels hang together. */
export interface GroupShape {
  /** The net, from an input of 4×4 pixels to its outputs. */
  build(net: SampleNet, image: Tensor): Tensor[];
  /** Sizes of the groups that can be cut, in channels that go as a whole. */
  cuttable: number[];
  /** Channels whose weights are zero aren't zero where they are read: 1 / (1 + e⁰) isn't. */
  nonzero?: true;
  /** Part of why another group can't be cut. */
  obstacle?: string;
}

/** A net between a 3×3 convolution that makes 16 channels and a dense layer that reads what becomes of them. */
export function between(middle: (net: SampleNet, features: Tensor) => Tensor): GroupShape['build'] {
  return (net, image) => {
    const features = net.convolution(image, 16, { kernel: 3 });
    return [net.dense(middle(net, features), 5)];
  };
}

/** Batch, height and width of the features. */
export const grid = [1, 4, 4];
/** A constant that names a dimension. */
export const axis = (net: SampleNet, number: number) => {
  const constant = net.integers(number);
  constant.shape = [];
  return constant;
};

/** The net of a shape. */
export function buildShape({ build }: GroupShape): Model {
  const net = new SampleNet();
  const image = net.input([1, 4, 4, 3]);
  return net.model(...build(net, image));
}
