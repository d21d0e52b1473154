import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseOutputs } from '../../../test/github/step-files.js';
import { createRunner, inertLine, plainRunner } from './runner.js';

describe('inertLine', () => {
  test.each([
    ['a line break', 'a.tflite\n::set-output name=verdict::pass', 'a.tflite ::set-output name=verdict::pass'],
    ['a carriage return', 'a\r::error::b', 'a ::error::b'],
    ['a command at the start', '::add-mask::x', ': :add-mask::x'],
    ['one behind blanks', ' \t ::add-mask::x', ': :add-mask::x'],
    ['one behind a blank of another script', '\u3000::add-mask::x', ': :add-mask::x'],
    ['the old commands, anywhere', 'a ##[add-mask]x ##[error]', 'a ## [add-mask]x ## [error]'],
    ['one behind a character of no width', '\u200b::add-mask::x', '\\u{200B}::add-mask::x'],
    ['an escaped line break', 'a%0A::error::b', 'a%0A::error::b'],
    ['Azure’s commands', 'a ##vso[task.complete]', 'a ## vso[task.complete]'],
    ['reordering characters', 'a \u202E::b', 'a \\u{202E}::b'],
    ['a line without end', 'x'.repeat(100_000), `${'x'.repeat(1000)}…${'x'.repeat(999)}`],
    ['colours', '\u001b[31mred', '[31mred'],
    ['nothing else', 'int8: 12 % [ok] # :: done', 'int8: 12 % [ok] # :: done'],
  ])('takes the command out of %s', (_, text, expected) => {
    expect(inertLine(text)).toBe(expected);
  });
});

describe('on GitHub', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  /** What a runner reads on standard output. */
  function printed(act: (runner: ReturnType<typeof createRunner>) => void): string {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    act(createRunner({ GITHUB_ACTIONS: 'true' }));
    const text = write.mock.calls.map(([part]) => part).join('');
    write.mockRestore();
    return text;
  }

  test('messages stand at their files, whatever these are called', () => {
    const at = { title: 'litetrim', file: 'a,line=1::b\n::error::c.tflite' };
    expect(printed((runner) => runner.warning('Size grew\n::error::by 7 %', at))).toBe(
      '::warning title=litetrim,file=a%2Cline=1%3A%3Ab %3A%3Aerror%3A%3Ac.tflite::Size grew ::error::by 7 %25\n',
    );
    expect(printed((runner) => runner.info('::error::x'))).toBe(': :error::x\n');
  });

  test('an output is one value, whatever it holds', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'litetrim-runner-')), 'output');
    await writeFile(file, '');
    vi.stubEnv('GITHUB_OUTPUT', file);
    const runner = createRunner({ GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: file });
    runner.setOutputs({ report: 'a\nverdict=pass\r\nx<<EOF', 'comment-url': '' });
    expect(parseOutputs(await readFile(file, 'utf8'))).toEqual({
      report: 'a verdict=pass x<<EOF',
      'comment-url': '',
    });
  });

  test('what can’t be written is a warning: the result stands all the same', async () => {
    const gone = join(tmpdir(), 'litetrim-no-such-folder', 'file');
    vi.stubEnv('GITHUB_OUTPUT', gone);
    vi.stubEnv('GITHUB_STEP_SUMMARY', gone);
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const runner = createRunner({ GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: gone, GITHUB_STEP_SUMMARY: gone });
    runner.setOutputs({ verdict: 'pass' });
    await runner.writeSummary('# Report');
    const lines = write.mock.calls.map(([part]) => String(part));
    write.mockRestore();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::warning::The step’s outputs can’t be written: .*\n$/);
    expect(lines[1]).toMatch(/^::warning::The job summary can’t be written: .*\n$/);
  });

  test('outputs without a file to write them to are not printed', () => {
    expect(printed((runner) => runner.setOutputs({ verdict: 'pass' }))).toBe('');
  });
});

describe('on a terminal', () => {
  afterEach(() => {
    process.exitCode = undefined;
  });

  test('messages are lines, and a failure is the exit code', async () => {
    const lines: string[] = [];
    const runner = plainRunner((line) => lines.push(line));
    runner.info('one');
    runner.notice('two');
    runner.error('three', { title: 'litetrim', file: 'a.tflite' });
    runner.setOutputs({ verdict: 'fail' });
    await runner.writeSummary('# Report');
    runner.fail('Size grew.');
    expect(lines).toEqual(['one', 'note: two', 'error: a.tflite: three', 'error: Size grew.']);
    expect(process.exitCode).toBe(1);
  });
});
