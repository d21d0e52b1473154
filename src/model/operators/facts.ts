import type { Operator } from '../graph.js';

/**
 * What is known of a kind of operator whatever its tensors are, and whether or not it has a rule: one without is
 * left as it is, and yet has to be run, looked through and left room for. Every fact left out: it isn't so.
 */
export interface OperatorFacts {
  /**
   * It leads from one type to another, and belongs to neither. `quantization`: the same real numbers, stored
   * otherwise; such operators come and go with quantization, so that layers aren't counted by them. `type`: a cast.
   */
  converts?: 'quantization' | 'type';
  /** It only converts or rearranges: what is before it is what a model that ends in it computes last. */
  transparent?: true;
  /** Its output has the input's elements in their order, under another shape. */
  reshapes?: true;
  /** It unpacks a constant that is stored sparse or in fewer bits. */
  unpacks?: true;
  /** Its `same` kernels compute values between those that they are given, which are rounded anew. */
  averages?: true;
  /**
   * Elements that its first output will have, as constants say, shapes in the file being the converter's word only;
   * null: these are computed, or of another type. NaN or less than 0 where they make no sense.
   */
  toldElements?: (operator: Operator) => number | null;
  /** Its outputs' sizes depend on values, whatever their type, or on what it calls. */
  sizedByValues?: true;
  /** It leaves something for the next inference: a variable, or where a row of random numbers has got to. */
  remembers?: true;
  /** LiteRT knows its result since loading, shapes being static, and never hands it out. */
  tellsShape?: true;
  /** LiteRT was seen to leave its output empty where all of its inputs are constants. */
  computesOnLoading?: true;
  /** XNNPACK's delegate takes its float16 weights as they are, and leaves out their DEQUANTIZE. */
  readsFloat16?: true;
  /**
   * XNNPACK has a kernel for it in the layout of its sparse convolutions (`xnn_subgraph_rewrite_for_nchw`): `within`,
   * whatever its form; `end`, that leads out of the layout. Convolutions' depend on their form (`sparse-path.ts`).
   */
  sparseLayout?: 'within' | 'end';
}
