import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../base/random-numbers.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../model/build.js';
import { BuiltinOperator, ResizeBilinearOptionsT, TensorType } from '../../model/schema/index.js';
import { openSession } from '../../runtime/session.js';
import { type Preprocessing, preprocess } from './preprocess.js';

const plain: Preprocessing = {
  crop: null,
  size: null,
  channels: 'rgb',
  scale: 1,
  mean: [0],
  std: [1],
  layout: 'nhwc',
};

/** An image whose three channels are the value, 100 more, and 200 more. */
function image(width: number, height: number, values: number[]) {
  return { width, height, data: Uint8Array.from(values.flatMap((v) => [v, v + 100, v + 200])) };
}

const gray = { ...plain, channels: 'gray' as const };

describe('preprocess', () => {
  it('passes pixels through by default', () => {
    const result = preprocess(image(2, 1, [1, 2]), plain);
    expect([...result]).toEqual([1, 101, 201, 2, 102, 202]);
  });

  it('puts channels first for nchw', () => {
    const result = preprocess(image(2, 1, [1, 2]), { ...plain, layout: 'nchw' });
    expect([...result]).toEqual([1, 2, 101, 102, 201, 202]);
  });

  it('normalizes by scale, then mean, then deviation, per channel', () => {
    const options = { ...plain, scale: 1 / 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
    const result = preprocess({ width: 1, height: 1, data: Uint8Array.of(255, 0, 51) }, options);
    const expected = [(1 - 0.485) / 0.229, -0.456 / 0.224, (0.2 - 0.406) / 0.225].map(Math.fround);
    expect([...result]).toEqual(expected);
  });

  it('weighs colours by BT.601', () => {
    const pixels = (r: number, g: number, b: number) => ({
      width: 1,
      height: 1,
      data: Uint8Array.of(r, g, b),
    });
    expect([...preprocess(pixels(255, 0, 0), gray)]).toEqual([Math.fround(0.299 * 255)]);
    expect([...preprocess(pixels(0, 255, 0), gray)]).toEqual([Math.fround(0.587 * 255)]);
    expect([...preprocess(pixels(77, 77, 77), gray)]).toEqual([77]);
  });

  // By the formula of tf.image.resize(method='bilinear', antialias=False), half-pixel centres: output y
  // lies at (y + ½) · in / out − ½.
  it.each([
    ['2 to 4', [0, 40], 2, 4, [0, 10, 30, 40]],
    ['4 to 2', [0, 10, 20, 50], 4, 2, [5, 35]],
    ['3 to 2', [0, 40, 100], 3, 2, [10, 85]],
    ['1 to 3', [7], 1, 3, [7, 7, 7]],
    ['5 to 1', [0, 1, 30, 100, 200], 5, 1, [30]],
  ])('resizes %s', (_name, values, from, to, expected) => {
    const source = (width: number, height: number) => ({
      width,
      height,
      data: Uint8Array.from(values.flatMap((v) => [v, v, v])),
    });
    expect([...preprocess(source(from, 1), { ...gray, size: [1, to] })]).toEqual(expected);
    expect([...preprocess(source(1, from), { ...gray, size: [to, 1] })]).toEqual(expected);
  });

  it('resizes both ways at once', () => {
    const source = {
      width: 2,
      height: 2,
      data: Uint8Array.of(0, 0, 0, 40, 40, 40, 80, 80, 80, 120, 120, 120),
    };
    const result = preprocess(source, { ...gray, size: [4, 4] });
    expect([...result]).toEqual([0, 10, 30, 40, 20, 30, 50, 60, 60, 70, 90, 100, 80, 90, 110, 120]);
  });

  it.each([
    [5, 7, 3, 11],
    [32, 32, 24, 24],
    [16, 9, 40, 40],
    [13, 64, 5, 8],
  ])("resizes %i × %i to %i × %i as LiteRT's RESIZE_BILINEAR does", async (height, width, toHeight, toWidth) => {
    const random = randomNumbers(height);
    const data = Uint8Array.from({ length: height * width * 3 }, () => Math.floor(256 * random()));
    const session = await openSession(resizer(height, width, toHeight, toWidth));
    const [expected] = session.run([Float32Array.from(data)]);
    session.close();
    const result = preprocess({ width, height, data }, { ...plain, size: [toHeight, toWidth] });
    // LiteRT computes positions in single precision: 64 · 2⁻²⁴ off, times a step of 255.
    for (const [i, value] of result.entries())
      expect(Math.abs(value - Number(expected![i]))).toBeLessThan(1e-3);
  });

  it('cuts out the centred square', () => {
    const source = image(5, 3, [...Array(15).keys()]);
    const red = (options: Partial<Preprocessing>) =>
      [...preprocess(source, { ...plain, ...options })].filter((_, i) => i % 3 === 0);
    expect(red({ crop: 1 })).toEqual([1, 2, 3, 6, 7, 8, 11, 12, 13]);
    expect(red({ crop: 0.5 })).toEqual([1, 2, 6, 7]);
    expect(red({ crop: 0.01 })).toEqual([7]);
  });
});

/** One RESIZE_BILINEAR with half-pixel centres. */
function resizer(height: number, width: number, toHeight: number, toWidth: number) {
  const input = newTensor('input', TensorType.FLOAT32, [1, height, width, 3]);
  const output = newTensor('output', TensorType.FLOAT32, [1, toHeight, toWidth, 3]);
  const data = new Uint8Array(Int32Array.of(toHeight, toWidth).buffer);
  const size = newTensor('size', TensorType.INT32, [2], { data });
  const options = new ResizeBilinearOptionsT(0, 0, false, true);
  const parts = { version: 3, inputs: [input, size], outputs: [output], options };
  return newModel([newSubgraph([input], [output], [newOperator(BuiltinOperator.RESIZE_BILINEAR, parts)])]);
}
