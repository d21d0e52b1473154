import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { InputError } from '../base/errors.js';
import { metrics } from '../compare/metrics.js';
import { customRecipes, defaultConfig, loadConfig, parseConfig, planFor, recipeLimits } from './config.js';
import { configJsonSchema } from './json-schema.js';
import { starterConfig, starterWorkflow } from './starter.js';

const known = {
  recipes: ['float16', 'dynamic-int8', 'int8', 'prune-50'],
  devices: ['raspberry-pi-4', 'cortex-a55'],
};

/** The configuration of the design, by which the product was agreed on. */
const designExample = `
models:
  - files: models/**/*.tflite
    dataset: eval/kws.yml
    recipes: [int8, prune-50]
devices: [raspberry-pi-4, cortex-a55]
limits:                       # head against base, and a recipe's result on head against the same on base
  size: { fail: +5% }
  latency: { warn: +1%, fail: +3% }
  accuracy: { fail: -1pp }    # only when a paired test says that it is no noise; else a warning
recipes:
  prune-50: { limits: { accuracy: { fail: -3pp } } }   # a variant against the model that it was made from
budget: 20m
`;

const configOf = (text: string) => parseConfig(text, 'litetrim.yml', known);

function errorOf(work: () => unknown): InputError {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('no error');
}

// Not called .yml, since editors and formatters choke on some of them.
describe('bad configurations: each file of cases/ begins with its errors', () => {
  const folder = new URL('cases/', import.meta.url);
  it.each(readdirSync(folder).sort())('%s', (name) => {
    const bytes = readFileSync(new URL(name, folder));
    const expected = bytes
      .toString('latin1')
      .split('\n')
      .filter((line) => line.startsWith('# '));
    const error = errorOf(() => parseConfig(bytes, name, known));
    const messages = [error, ...(error.details.others ?? [])].map(({ message }) => message);
    expect(messages).toEqual(expected.map((line) => `${name}: ${line.slice(2)}`));
  });
});

describe('the example of the design', () => {
  it('is read as it means', () => {
    const config = configOf(designExample);
    expect(config.budget).toBe(1200);
    expect(config.comment).toBe('always');
    expect(planFor(config, 'models/a/kws.tflite')).toEqual({
      dataset: 'eval/kws.yml',
      inputs: {},
      recipes: ['int8', 'prune-50'],
      devices: ['raspberry-pi-4', 'cortex-a55'],
      limits: {
        size: { fail: [{ kind: 'share', unit: 'bytes', amount: 0.05, text: '+5%' }] },
        latency: {
          warn: [{ kind: 'share', unit: 'ms', amount: 0.01, text: '+1%' }],
          fail: [{ kind: 'share', unit: 'ms', amount: 0.03, text: '+3%' }],
        },
        accuracy: { fail: [{ kind: 'change', unit: 'ratio', amount: -0.01, text: '-1pp' }] },
      },
    });
    expect(recipeLimits(config, 'prune-50').accuracy?.fail?.[0]?.amount).toBeCloseTo(-0.03);
    expect(recipeLimits(config, 'int8')).toEqual({});
  });

  it('passes the published JSON Schema', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(configJsonSchema());
    expect(validate(parse(designExample)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(parse(starterConfig())), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ models: [{ files: 'a' }], limit: {} })).toBe(false);
    expect(validate({ models: [{ files: 'a' }], limits: { size: { fail: 'much' } } })).toBe(false);
    expect(
      validate({ models: [{ files: 'a' }], limits: { size: { fail: ['+5%', '120KB'], warn: 'off' } } }),
    ).toBe(true);
  });
});

describe('JSON Schema', () => {
  it('is committed as it is generated: run "npx tsx scripts/generate-json-schema.ts"', () => {
    const committed = readFileSync(new URL('../../schema/litetrim.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
  });
});

describe('models', () => {
  const config = configOf(`
models:
  - files: [models/**/*.tflite, "!models/old/**"]
    devices: [cortex-a55]
    limits: { latency: { fail: +10%, devices: { cortex-a55: { warn: off } } } }
  - files: "**/*.tflite"
limits: { latency: { warn: +1%, fail: +3% }, size: { fail: +5% } }
`);

  it('take the first entry that matches', () => {
    expect(planFor(config, 'models/a.tflite')?.devices).toEqual(['cortex-a55']);
    expect(planFor(config, 'models/old/a.tflite')?.devices).toEqual(['raspberry-pi-4']);
    expect(planFor(config, '.hidden/a.tflite')).not.toBeNull();
    expect(planFor(config, 'models/readme.md')).toBeNull();
  });

  it('may name files of recipes and devices', () => {
    const { models, devices } = configOf(
      'models: [{ files: a.tflite, recipes: [ml/own.yml] }]\ndevices: [ml/board.yml]',
    );
    expect([models[0]!.recipes, devices]).toEqual([['ml/own.yml'], ['ml/board.yml']]);
  });

  it('put their limits over those of all models, level by level', () => {
    const { latency, size } = planFor(config, 'models/a.tflite')!.limits;
    expect(latency?.warn?.map(({ text }) => text)).toEqual(['+1%']);
    expect(latency?.fail?.map(({ text }) => text)).toEqual(['+10%']);
    expect(latency?.devices?.['cortex-a55']).toMatchObject({ warn: [] });
    expect(size?.fail?.map(({ text }) => text)).toEqual(['+5%']);
  });
});

describe('recipes', () => {
  it('of the file may be used in it, alone and in compositions', () => {
    const config = configOf(`
models: [{ files: a.tflite, recipes: [mine, prune-50+mine] }]
recipes: { mine: { steps: [{ transform: quantize, scheme: float16 }] } }
`);
    expect(customRecipes(config)).toEqual({
      mine: { steps: [{ transform: 'quantize', scheme: 'float16' }] },
    });
  });

  it('without steps change a shipped one, and need not when they only limit it', () => {
    const config = configOf(`
models: [{ files: a.tflite }]
recipes: { int8: { calibration: random }, prune-50: { limits: { size: { fail: +0% } } } }
`);
    const own = customRecipes(config);
    expect(Object.keys(own)).toEqual(['int8']);
    expect(own.int8).toMatchObject({
      calibration: 'random',
      steps: [{ transform: 'quantize', scheme: 'int8' }, {}],
    });
  });
});

describe('docs/configuration.md', () => {
  const text = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml!);

  it.each(examples)('example %#', (yaml) => {
    expect(configOf(yaml).models.length).toBeGreaterThan(0);
    const validate = new Ajv({ strict: false }).compile(configJsonSchema());
    expect(validate(parse(yaml)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('names every key and metric', () => {
    const schema = configJsonSchema() as { properties: Record<string, unknown> };
    const keys = Object.keys(schema.properties).filter((key) => key !== '$schema');
    for (const name of [...keys, ...metrics.map((metric) => metric.name)])
      expect(text).toContain(`| \`${name}\` |`);
  });
});

describe('without a file', () => {
  it('all models are taken, by recipes that need no data, and nothing fails', () => {
    const config = defaultConfig();
    const plan = planFor(config, 'deep/in/it.tflite')!;
    expect(plan.recipes).toEqual(['float16', 'dynamic-int8']);
    expect(Object.values(plan.limits).every((levels) => levels?.fail === undefined)).toBe(true);
  });

  it('loading gives null', async () => {
    expect(await loadConfig('no/such/file.yml', known)).toBeNull();
  });
});

describe('what "litetrim init" writes', () => {
  it('is a configuration that is read', () => {
    expect(planFor(configOf(starterConfig()), 'a.tflite')?.recipes).toEqual(['float16', 'dynamic-int8']);
  });

  it('is a workflow with no more rights than it needs, and actions by their commit', () => {
    const workflow = parse(starterWorkflow());
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.models.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    const checkout = workflow.jobs.models.steps.find(({ uses = '' }) => uses.startsWith('actions/checkout'));
    expect(checkout.uses).toMatch(/^actions\/checkout@[0-9a-f]{40}$/);
    expect(checkout.with).toEqual({ lfs: true, 'persist-credentials': false });
  });
});
