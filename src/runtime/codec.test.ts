import { describe, expect, test } from 'vitest';
import { quantizer } from '../../test/support/runtime-models.js';
import { TensorType } from '../model/schema/index.js';
import { decodeOutput, encodeInput } from './codec.js';
import { openSession } from './session.js';
import type { TensorData, TensorInfo } from './types.js';

const info = (type: TensorType, scale?: number, zeroPoint = 0): TensorInfo => ({
  name: 'x',
  type,
  shape: [],
  quantization: scale === undefined ? null : { scale, zeroPoint },
});

describe('encodeInput and decodeOutput', () => {
  const { INT8, UINT8, INT16, INT32, INT64, UINT64, BOOL, FLOAT16, FLOAT64, FLOAT32 } = TensorType;
  const cases: [string, TensorInfo, number[], TensorData, number[]][] = [
    ['clamps int8', info(INT8, 1), [-1000, 1000, Infinity], Int8Array.of(-128, 127, 127), [-128, 127, 127]],
    [
      'rounds halves away from zero',
      info(INT8, 2),
      [1, 3, -1, -3],
      Int8Array.of(1, 2, -1, -2),
      [2, 4, -2, -4],
    ],
    ['shifts by the zero point', info(UINT8, 0.5, 128), [0, -64, 1], Uint8Array.of(128, 0, 130), [0, -64, 1]],
    ['takes NaN for 0', info(INT8, 1, 5), [NaN], Int8Array.of(5), [0]],
    ['int16', info(INT16, 0.25), [8191.75, -9000], Int16Array.of(32767, -32768), [8191.75, -8192]],
    [
      'integers without scale',
      info(INT32),
      [2.5, -2.5, 1e20],
      Int32Array.of(3, -3, 2147483647),
      [3, -3, 2 ** 31],
    ],
    ['int64', info(INT64), [-7.4, 3], BigInt64Array.of(-7n, 3n), [-7, 3]],
    ['uint64', info(UINT64), [-7, 2 ** 40], BigUint64Array.of(0n, 2n ** 40n), [0, 2 ** 40]],
    ['bool', info(BOOL), [0, 0.1, -2, NaN], Uint8Array.of(0, 1, 1, 0), [0, 1, 1, 0]],
    ['float16', info(FLOAT16), [1.5, -65504], Uint16Array.of(0x3e00, 0xfbff), [1.5, -65504]],
    ['float64', info(FLOAT64), [1.5], Float64Array.of(1.5), [1.5]],
    ['float32', info(FLOAT32), [1.5, NaN], Float32Array.of(1.5, NaN), [1.5, NaN]],
  ];

  test.each(cases)('%s', (_, info, real, stored, decoded) => {
    expect(encodeInput(info, Float32Array.from(real))).toEqual(stored);
    expect(decodeOutput(info, stored)).toEqual(Float32Array.from(decoded));
  });

  test('bfloat16 decodes', () => {
    const bfloat16 = info(TensorType.BFLOAT16);
    expect(decodeOutput(bfloat16, Uint16Array.of(0x3fc0, 0xc000))).toEqual(Float32Array.of(1.5, -2));
  });

  test('a type without real values is an error that names it', () => {
    expect(() => encodeInput(info(TensorType.COMPLEX64), new Float32Array(2))).toThrow('COMPLEX64');
    expect(() => decodeOutput(info(TensorType.COMPLEX64), new Float32Array(2))).toThrow('COMPLEX64');
  });

  test.each([
    [TensorType.INT8, 0.0173, -5],
    [TensorType.UINT8, 0.31, 128],
    [TensorType.INT16, 0.0007, 0],
  ])("agrees with LiteRT's own QUANTIZE: type %i, scale %f, zero point %i", async (type, scale, zeroPoint) => {
    // LiteRT multiplies by 1/scale and rounds halves to even: values between two steps are left out.
    const real = Float32Array.from({ length: 4001 }, (_, i) => (i - 2000) * 0.00217).filter(
      (value) => Math.abs(((Math.abs(value / scale) + 0.5) % 1) - 0.5) < 0.499,
    );
    expect(real.length).toBeGreaterThan(3500);
    const session = await openSession(quantizer(type, scale, zeroPoint, real.length));
    expect(encodeInput(session.outputs[0]!, real)).toEqual(session.run([real])[0]);
    session.close();
  });
});
