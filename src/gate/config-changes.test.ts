import { describe, expect, it } from 'vitest';
import { configChanges, configNotice } from './config-changes.js';

const before = {
  models: [{ files: 'models/*.tflite', dataset: 'eval/a.yml', recipes: ['int8', 'float16'] }],
  devices: ['raspberry-pi-4'],
  limits: { latency: { fail: '+3%' } },
};
const model = before.models[0]!;

const noticeOf = (after: object) => configNotice('litetrim.yml', configChanges(before, after));

describe('what a pull request changes of its configuration', () => {
  it.each<[what: string, after: object, places: string]>([
    ['a limit', { ...before, limits: { latency: { fail: '+30%' } } }, 'limits.latency.fail (+3% → +30%)'],
    ['no limits', { ...before, limits: {} }, 'limits.latency ({"fail":"+3%"} → nothing)'],
    ['a key that had its default', { ...before, budget: '1s' }, 'budget (new: 1s)'],
    ['a device less', { ...before, devices: [] }, 'devices (raspberry-pi-4 → nothing)'],
    [
      'another device',
      { ...before, devices: ['cortex-a53'] },
      'devices (raspberry-pi-4 → nothing), devices (new: cortex-a53)',
    ],
    [
      'a recipe less',
      { ...before, models: [{ ...model, recipes: ['int8'] }] },
      'models[0].recipes (float16 → nothing)',
    ],
    [
      'a pattern that takes models out',
      { ...before, models: [{ ...model, files: ['models/*.tflite', '!models/a.tflite'] }] },
      'models[0].files (models/*.tflite → models/*.tflite, !models/a.tflite)',
    ],
    [
      'an entry less',
      { ...before, models: [] },
      'models[0] ({"files":"models/*.tflite","dataset":"eval/a.yml","recipes"… → nothing)',
    ],
    [
      'a mapping that becomes a text',
      { ...before, limits: 'none' },
      'limits ({"latency":{"fail":"+3%"}} → none)',
    ],
  ])('%s is a warning', (_, after, places) => {
    expect(noticeOf(after)).toEqual({
      verdict: 'warn',
      text: `This pull request changes litetrim.yml: ${places}. The base branch’s configuration judges; what is new is done besides.`,
    });
  });

  it.each<[what: string, after: object, places: string]>([
    [
      'a recipe',
      { ...before, models: [{ ...model, recipes: ['int8', 'float16', 'prune-50'] }] },
      'models[0].recipes (new: prune-50)',
    ],
    ['a device', { ...before, devices: ['raspberry-pi-4', 'cortex-a53'] }, 'devices (new: cortex-a53)'],
    ['an entry', { ...before, models: [model, { files: 'b' }] }, 'models[1] (new: {"files":"b"})'],
  ])('%s more is none', (_, after, places) => {
    expect(noticeOf(after)).toEqual({
      verdict: 'pass',
      text: `This pull request changes litetrim.yml: ${places}. It is done besides what the base branch’s configuration says.`,
    });
  });

  it('another order of keys and names changes nothing', () => {
    const { limits, devices, models } = before;
    const turned = [{ ...models[0]!, recipes: ['float16', 'int8'] }];
    expect(noticeOf({ limits, models: turned, devices })).toBeNull();
  });

  it('is bounded, what loosens first', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`r${i}`, { steps: [] }]));
    const { text } = noticeOf({ ...before, recipes: many, budget: '1s' })!;
    expect(text).toMatch(/: budget \(new: 1s\), /);
    expect(text.length).toBeLessThan(600);
    const long = 'x'.repeat(1e6);
    expect(noticeOf({ ...before, comment: long })!.text.length).toBeLessThan(400);
  });
});
