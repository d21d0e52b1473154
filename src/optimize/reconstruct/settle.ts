/** Rounds of coordinate descent. */
const rounds = 3;

/**
 * Moves a row towards where (row − target) H (row − target)ᵀ is least, one weight after another, those that
 * shall be zero apart.
 *
 * @param matrix H, symmetric with a positive diagonal, size × size
 * @param row changes; only what is kept may differ from 0
 * @param kept not 0 for weights that may move
 * @param gradient `size` numbers of working memory
 */
export function settle(
  matrix: Float64Array,
  row: Float64Array,
  target: Float64Array,
  kept: Float32Array | Uint8Array,
  gradient: Float64Array,
): void {
  const size = row.length;
  gradient.fill(0);
  const move = (column: number, by: number): void => {
    const start = column * size;
    for (let j = 0; j < size; j++) gradient[j]! += by * matrix[start + j]!;
  };
  for (let i = 0; i < size; i++) if (row[i] !== target[i]) move(i, row[i]! - target[i]!);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < size; i++) {
      if (kept[i] === 0) continue;
      const step = gradient[i]! / matrix[i * size + i]!;
      if (step === 0) continue;
      row[i]! -= step;
      move(i, -step);
    }
  }
}
