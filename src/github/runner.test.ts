import { afterEach, describe, expect, test, vi } from 'vitest';
import { createRunner, inertLine, plainRunner } from './runner.js';

describe('inertLine', () => {
  test.each([
    ['a line break', 'a.tflite\n::set-output name=verdict::pass', 'a.tflite ::set-output name=verdict::pass'],
    ['a carriage return', 'a\r::error::b', 'a ::error::b'],
    ['a command at the start', '::add-mask::x', ': :add-mask::x'],
    ['one behind blanks', ' \t ::add-mask::x', ': :add-mask::x'],
    ['one behind a blank of another script', '\u3000::add-mask::x', ': :add-mask::x'],
    ['the old commands, anywhere', 'a ##[add-mask]x ##[error]', 'a ## [add-mask]x ## [error]'],
    ['colours', '\u001b[31mred', '[31mred'],
    ['nothing else', 'int8: 12 % [ok] # :: done', 'int8: 12 % [ok] # :: done'],
  ])('takes the command out of %s', (_, text, expected) => {
    expect(inertLine(text)).toBe(expected);
  });
});

describe('on GitHub', () => {
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
