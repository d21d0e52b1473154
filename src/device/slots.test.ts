import { expect, test } from 'vitest';
import { Slots } from './slots.js';

test('so many pieces of work go on at once, the rest waits in order', async () => {
  const slots = new Slots(2);
  const [started, finish]: [number[], (() => void)[]] = [[], []];
  const work = [0, 1, 2, 3].map((number) =>
    slots.use(() => {
      started.push(number);
      return new Promise<number>((resolve) => finish.push(() => resolve(number)));
    }),
  );
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  finish[1]!();
  expect(await work[1]).toBe(1);
  expect(started).toEqual([0, 1, 2]);
  finish[0]!();
  await work[0];
  finish[2]!();
  finish[3]!();
  expect(await Promise.all(work)).toEqual([0, 1, 2, 3]);
});

test('work that fails makes room for the next', async () => {
  const slots = new Slots(1);
  await expect(slots.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await slots.use(async () => 'yes')).toBe('yes');
});
