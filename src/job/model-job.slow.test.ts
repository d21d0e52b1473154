import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { oneOperator } from '../../test/support/device/model.js';
import { a64Programs, executable } from '../../test/support/device/program.js';
import { toolchainForTests } from '../../test/support/device/toolchain.js';
import { buildReport } from '../compare/report.js';
import { openDataset } from '../data/dataset.js';
import { DeviceUnavailable, loadDevice, loadTarget, type Target, type Toolchain } from '../device/index.js';
import { loadRecipe } from '../optimize/recipe.js';
import { renderComment } from '../report/comment.js';
import { runModelJob } from './model-job.js';
import { Workbench, type WorkbenchOptions } from './workbench.js';

const { toolchain, note } = await toolchainForTests();
const temporary = mkdtempSync(join(tmpdir(), 'litetrim-job-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/shapes/${name}`, import.meta.url)));

/** A workbench whose emulator is what a test wants it to be. */
class Bench extends Workbench {
  readonly #own: Partial<Toolchain>;

  constructor(own: Partial<Toolchain>, options: WorkbenchOptions) {
    super(options);
    this.#own = own;
  }

  override async toolchain(): Promise<Toolchain | null> {
    return { ...toolchain!, cache: mkdtempSync(join(temporary, 'cache-')), ...this.#own };
  }
}

interface Case {
  /** Whether a second model follows. */
  another?: boolean;
  emulator?: Partial<Toolchain>;
  options?: WorkbenchOptions;
  devices?: Target[];
  head?: Uint8Array;
}

/** The report of a model with what goes wrong. */
async function reportOf({ another = false, emulator = {}, options = {}, devices, head }: Case) {
  const bench = new Bench(emulator, options);
  const job = {
    status: 'changed',
    base: async () => fixture('base.tflite'),
    data: null,
    recipes: [],
    devices: devices ?? [await loadDevice('cortex-a53')],
    limits: {},
    recipeLimits: () => ({}),
    onUnmeasured: null,
    effort: 'fast',
  } as const;
  try {
    const results = [
      await runModelJob(
        { ...job, file: 'a.tflite', head: async () => head ?? fixture('head.tflite') },
        bench,
      ),
      ...(another ? [await runModelJob({ ...job, file: 'b.tflite', head: job.base }, bench)] : []),
    ];
    const models = results.map((result) => result.report);
    const omissions = [...bench.omissions];
    return buildReport({
      baseSha: null,
      headSha: null,
      models,
      environment: await bench.versions(),
      notices: [],
      omissions,
    });
  } finally {
    await bench.close();
  }
}

function instead(name: keyof typeof a64Programs): Partial<Toolchain> {
  const runner = join(temporary, name);
  writeFileSync(runner, executable([...a64Programs[name]]));
  return { runner };
}

describe.skipIf(!toolchain)(
  `what can't be measured on a device leaves the rest of the report as it is${note}`,
  () => {
    test.for<[what: string, test: () => Promise<Case>, problem: RegExp]>([
      [
        'a killed guest',
        async () => ({ another: true, emulator: instead('killItself') }),
        /a\.tflite: on cortex-a53 not measured: .*was killed \(SIGKILL\)/,
      ],
      [
        'a crashing guest',
        async () => ({ emulator: instead('crash') }),
        /a\.tflite: on cortex-a53 not measured: .*ended by SIGILL/,
      ],
      [
        'a hanging guest',
        async () => ({ emulator: instead('hang'), options: { processSeconds: 0.5 } }),
        /a\.tflite: on cortex-a53 not measured: .*didn't end within 0\.5 s and was stopped/,
      ],
      [
        'a model that needs more memory than a device has',
        async () => ({ devices: [{ ...(await loadDevice('cortex-a53')), ramMiB: 0 }] }),
        /a\.tflite: on cortex-a53 not measured: .*it needs 1 MiB of memory, the device has 0/,
      ],
      [
        'an operator that LiteRT lacks',
        async () => ({ head: oneOperator(4, { customCode: 'Sparkle' }).bytes }),
        /a\.tflite: on cortex-a53 not measured: .*LiteRT has no custom operator "Sparkle"/,
      ],
    ])('%s', async ([, test, problem]) => {
      const report = await reportOf(await test());
      for (const model of report.models) {
        const sizes = model.comparisons[0]!.differences.find(({ metric }) => metric === 'size')!;
        expect(sizes.head).toBeGreaterThan(0);
        expect(sizes.base).toBe(fixture('base.tflite').length);
      }
      expect(renderComment(report).replaceAll('\\', '')).toMatch(problem);
    });

    test('a device that fails takes no other with it', async () => {
      const good = await loadDevice('cortex-a53');
      const report = await reportOf({ devices: [{ ...good, name: 'tiny', ramMiB: 0 }, good] });
      const { head } = report.models[0]!.comparisons[0]!;
      expect(head!.devices.map(({ device }) => device)).toEqual(['cortex-a53']);
      const reason = expect.stringMatching(/the device has 0$/);
      expect(head!.missing).toEqual([{ device: 'tiny', reason, ofModel: false }]);
    });
  },
);

describe('a machine that can’t measure', () => {
  class Without extends Workbench {
    override async toolchain(): Promise<Toolchain | null> {
      const error = new DeviceUnavailable("this release's QEMU is built without plug-ins", 'Run elsewhere');
      this.omissions.add(`No latency or memory was measured: ${error.message}`);
      return null;
    }
  }

  test.for([
    [
      'an emulator',
      'cortex-a53',
      "No latency or memory was measured: this release's QEMU is built without plug-ins. Run elsewhere.",
    ],
    ...(process.arch === 'arm64'
      ? []
      : [
          [
            'real hardware',
            'native',
            'Nothing was measured on real hardware: backend native measures on arm64 Linux',
          ],
        ]),
  ])('without %s the rest is there, and why is told once', async ([, device, omission]) => {
    const bench = new Without();
    const side = (name: string) => async () => fixture(name);
    const job = {
      file: 'a.tflite',
      status: 'changed',
      base: side('base.tflite'),
      head: side('head.tflite'),
    } as const;
    const rest = {
      data: null,
      recipes: [],
      limits: {},
      recipeLimits: () => ({}),
      onUnmeasured: null,
      effort: 'fast',
    } as const;
    const { report, badInput } = await runModelJob(
      { ...job, ...rest, devices: [await loadTarget(device!)] },
      bench,
    );
    await bench.close();
    expect(badInput).toEqual([]);
    expect(report.comparisons[0]!.head).toMatchObject({ devices: [], missing: [{ device, ofModel: false }] });
    expect(report.comparisons[0]!.head!.evaluation).not.toBeNull();
    expect([...bench.omissions]).toEqual([expect.stringContaining(omission!)]);
  });
});

test('recipes are left out where their data set is missing, and only that is a problem', async () => {
  const bench = new Workbench();
  const side = async () => fixture('base.tflite');
  const job = { file: 'a.tflite', status: 'changed', base: side, head: side } as const;
  const recipes = [await loadRecipe('int8'), await loadRecipe('prune-50')];
  const rest = {
    devices: [],
    limits: {},
    recipeLimits: () => ({}),
    onUnmeasured: null,
    effort: 'fast',
  } as const;
  const { badInput, variants } = await runModelJob(
    { ...job, ...rest, recipes, data: (model) => openDataset('nothing.yml', model) },
    bench,
  );
  await bench.close();
  expect(badInput).toEqual(['nothing.yml: there is no such file.']);
  expect(variants).toEqual([]);
  expect([...bench.omissions]).toEqual([
    "int8 of a.tflite: its data set can't be used.",
    "prune-50 of a.tflite: its data set can't be used.",
  ]);
});
