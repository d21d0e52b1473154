import * as tf from '@tensorflow/tfjs-core';

/** What a model's outputs are compared with; rows are examples. */
export interface Expected {
  /** For each target the teacher's values. */
  targets: tf.Tensor2D[];
  /** For each target their variance. */
  variances: number[];
  /** Probability of each class by the labels; null: labels play no part. */
  classes: tf.Tensor2D | null;
}

/** How outputs are judged. */
export interface LossOptions {
  /** The only target is logits of classes. */
  classifies: boolean;
  /** Softens the teacher's and the model's probabilities. */
  temperature: number;
}

/**
 * The sum, over examples, of how far outputs are from what is expected. Of logits it is the Kullback-Leibler
 * divergence of softened probabilities times T² (Hinton et al. 2015, arXiv:1503.02531), to which, where there
 * are labels, the cross entropy is added in equal parts; of other outputs the mean square error as
 * part of the teacher's variance.
 */
export function lossOf(outputs: readonly tf.Tensor2D[], expected: Expected, options: LossOptions): tf.Scalar {
  if (!options.classifies) {
    const errors = outputs.map((output, i) => {
      const size = output.shape[1] * (expected.variances[i]! || 1);
      return tf.div(tf.sum(tf.squaredDifference(output, expected.targets[i]!)), size);
    });
    return tf.addN(errors) as tf.Scalar;
  }
  const [logits] = outputs as [tf.Tensor2D];
  const { temperature } = options;
  const soft = divergence(logits, expected.targets[0]!, temperature);
  if (!expected.classes) return soft;
  const hard = tf.neg(tf.sum(tf.mul(expected.classes, tf.logSoftmax(logits))));
  return tf.mul(tf.add(soft, hard), 0.5);
}

function divergence(logits: tf.Tensor2D, teacher: tf.Tensor2D, temperature: number): tf.Scalar {
  const wanted = tf.logSoftmax(tf.div(teacher, temperature));
  const given = tf.logSoftmax(tf.div(logits, temperature));
  return tf.mul(tf.sum(tf.mul(tf.exp(wanted), tf.sub(wanted, given))), temperature * temperature);
}
