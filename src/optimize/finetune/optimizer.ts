/** A stretch of the weights: one tensor. */
export interface Parameter {
  start: number;
  end: number;
}

/** Decay of the means of gradients and of their squares, and what keeps a step finite (Kingma and Ba 2015). */
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/** What the optimizer remembers between steps. */
export interface OptimizerState {
  /** Means of the gradients and of their squares, as long as the weights. */
  mean: Float32Array;
  square: Float32Array;
  steps: number;
}

/**
 * Adam, with steps in parts of each tensor's own size (its root mean square): an absolute step fits no two
 * layers, and destroys the first layer behind an input of 0..255.
 */
export class Adam {
  readonly #scales: number[];
  readonly #parameters: readonly Parameter[];

  constructor(
    parameters: readonly Parameter[],
    weights: Float32Array,
    /** 1 for each weight that stays as it is: pruned ones. */
    readonly held: Uint8Array,
    readonly state: OptimizerState = newState(weights.length),
  ) {
    this.#parameters = parameters;
    this.#scales = parameters.map(({ start, end }) => sizeOf(weights.subarray(start, end)));
  }

  /** Takes a step of the rate's part of each tensor's size. */
  step(weights: Float32Array, gradient: Float32Array, rate: number): void {
    const { mean, square } = this.state;
    this.state.steps++;
    const [bias1, bias2] = [1 - power(beta1, this.state.steps), 1 - power(beta2, this.state.steps)];
    this.#parameters.forEach(({ start, end }, k) => {
      const size = (rate * this.#scales[k]!) / bias1;
      for (let i = start; i < end; i++) {
        if (this.held[i]) continue;
        const g = gradient[i]!;
        mean[i] = beta1 * mean[i]! + (1 - beta1) * g;
        square[i] = beta2 * square[i]! + (1 - beta2) * g * g;
        weights[i]! -= (size * mean[i]!) / (Math.sqrt(square[i]! / bias2) + epsilon);
      }
    });
  }
}

function newState(length: number): OptimizerState {
  return { mean: new Float32Array(length), square: new Float32Array(length), steps: 0 };
}

/** Without `Math.pow`, whose last digit differs between versions of Node.js. */
function power(base: number, exponent: number): number {
  let [result, factor] = [1, base];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}

/** Root mean square of the weights that aren't zero; a tensor of zeros counts as small. */
function sizeOf(weights: Float32Array): number {
  let [sum, count] = [0, 0];
  for (const weight of weights) {
    if (weight === 0) continue;
    sum += weight * weight;
    count++;
  }
  return count > 0 ? Math.sqrt(sum / count) : 1e-2;
}
