import { afterAll, expect, test } from 'vitest';
import { chain, endless } from '../../test/support/runtime-models.js';
import { InputError } from '../base/errors.js';
import { writeModel } from '../model/write.js';
import { EndlessError } from './errors.js';
import { withObservedTensors } from './observe.js';
import { type SampleSource, SessionPool } from './pool.js';

const pool = new SessionPool({ threads: 2, secondsPerSample: 1 });
afterAll(() => pool.close());

const ones = (size: number, count: number): SampleSource => ({
  size,
  sample: async () => ({ inputs: [new Float32Array(count).fill(1)] }),
});
const unread: SampleSource = { size: 9, sample: () => expect.unreachable('a sample was read') };

const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('it succeeded'),
    (error: unknown) => error,
  );

test('a model that never ends is waited for once, whatever the number of its samples', {
  timeout: 600_000,
}, async () => {
  const error = await failure(pool.reduce('ranges', endless(), ones(1000, 1), { file: 'loop.tflite' }));
  expect(error).toBeInstanceOf(EndlessError);
  expect((error as Error).message).toMatch(
    /^loop\.tflite: LiteRT \S+ does not come to an end with this model \(1 s for one sample\)\.$/,
  );
});

test('it is not waited for again: neither its file, nor beside another, nor with more outputs', async () => {
  const first = new SessionPool({ threads: 1, secondsPerSample: 0.5 });
  try {
    const seen = failure(first.reduce('ranges', endless(), ones(1, 1)));
    const beside = failure(first.reduce('ranges', writeModel(endless()), ones(1, 1)));
    for (const error of [await seen, await beside]) expect(error).toBeInstanceOf(EndlessError);
    const model = endless();
    const observed = withObservedTensors(model, model.subgraphs[0]!.tensors);
    for (const again of [writeModel(model), observed]) {
      expect(await failure(first.reduce('outputs', again, unread))).toBeInstanceOf(EndlessError);
    }
    const runs = [
      { model: chain(1), samples: unread },
      { model: endless(), samples: unread },
    ];
    expect(await failure(first.reduceTogether('outputs', runs, undefined, { file: 'x' }))).toBeInstanceOf(
      EndlessError,
    );
    expect(await first.reduce('outputs', chain(3), ones(3, 3))).toHaveLength(3);
  } finally {
    await first.close();
  }
});

test('a model that takes longer than a limit of its own may be tried with the usual one', async () => {
  const first = new SessionPool({ threads: 1, secondsPerSample: 0.6 });
  try {
    const tried = first.reduce('ranges', endless(), ones(1, 1), { secondsPerSample: 0.2 });
    expect(await failure(tried)).toMatchObject({ message: expect.stringContaining('0.2 s') });
    const again = first.reduce('ranges', endless(), ones(1, 1));
    expect(await failure(again)).toMatchObject({ message: expect.stringContaining('0.6 s') });
  } finally {
    await first.close();
  }
});

test('of several models that run together, the one that never ends is named', async () => {
  const first = new SessionPool({ threads: 1, secondsPerSample: 0.5 });
  try {
    const runs = [chain(1), endless()].map((model) => ({ model, samples: ones(2, 1) }));
    expect(await failure(first.reduceTogether('outputs', runs, undefined))).toBeInstanceOf(EndlessError);
    expect(await first.reduce('outputs', chain(1), ones(2, 1))).toHaveLength(2);
    expect(await failure(first.reduce('outputs', endless(), unread))).toBeInstanceOf(EndlessError);
  } finally {
    await first.close();
  }
});

test("a signal ends what runs, and what is asked for later, with the signal's reason", async () => {
  const abort = new AbortController();
  const ended = new SessionPool({ threads: 2, signal: abort.signal });
  const reason = new Error('the time is over');
  const samples = { size: 100, sample: ones(100, 1).sample };
  const running = failure(ended.reduce('ranges', endless(), samples));
  const beside = failure(ended.reduce('ranges', chain(1), ones(1e9, 1)));
  setTimeout(() => abort.abort(reason), 300);
  expect(await running).toBe(reason);
  expect(await beside).toBe(reason);
  expect(await failure(ended.reduce('ranges', chain(1), unread))).toBe(reason);
  await ended.close();
});

test('a sample that cannot be read leaves the threads to other models', async () => {
  const cut = new InputError('the first sample is cut');
  const broken = { size: 50, sample: () => Promise.reject(cut) };
  expect(await failure(pool.reduce('ranges', chain(3), broken))).toBe(cut);
  expect(await pool.reduce('outputs', chain(3), ones(70, 3))).toHaveLength(70);
});
