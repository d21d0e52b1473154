import type { RandomNumbers } from '../../src/base/random-numbers.js';
import { mutateBytes } from './mutate-bytes.js';
import { below, oneOf, pick } from './random.js';

/** What YAML, CSV and their readers may stumble over. */
const oddities = [
  ...[
    '',
    '0',
    '-1',
    '1e999',
    '.nan',
    '.inf',
    '9007199254740993',
    '1/0',
    '0x10',
    'null',
    '~',
    'true',
    '[]',
    '{}',
  ],
  ...[
    '[[[[',
    '}',
    '"',
    "'",
    '\t',
    '\n\n',
    '\u0000',
    '\ufeff',
    '- - -',
    '? a',
    '&a [*a]',
    '*a',
    '!!js/function x',
  ],
  ...[
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '/dev/zero',
    '.',
    'a'.repeat(3000),
    '**/**/**/*{a,b}{c,d}',
    '+5%',
    '-9e9pp',
  ],
];

/** A text with a few of its words and lines exchanged, repeated or lost, or with damaged bytes. */
export function mutateText(text: string, random: RandomNumbers): Uint8Array {
  let changed = text;
  for (let change = 0; change <= below(4, random); change++) changed = changeOnce(changed, random);
  const bytes = new Uint8Array(Buffer.from(changed));
  return random() < 0.15 && bytes.length > 0 ? mutateBytes(bytes, random) : bytes;
}

function changeOnce(text: string, random: RandomNumbers): string {
  const lines = text.split('\n');
  const at = below(lines.length, random);
  const line = lines[at]!;
  const words = line.split(/(?<=[\s,:[\]{}])/);
  const word = below(words.length, random);
  oneOf(
    random,
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, line),
    () => lines.splice(at, 0, ...lines.splice(below(lines.length, random), 1)),
    () => lines.splice(at, 1, `  ${line}`),
    () => lines.splice(at, 1, line.trimStart()),
    () => lines.splice(at, 1, words.with(word, `${pick(oddities, random)} `).join('')),
    () => lines.splice(at, 1, words.with(word, pick(oddities, random)).join('')),
    () => lines.splice(at, 1, words.with(word, '').join('')),
    () => lines.splice(at, 1, line.replace(/\d+(\.\d+)?/, pick(oddities, random))),
    () => lines.splice(at, 1, `${line}${pick(oddities, random)}`),
  );
  return lines.join('\n');
}
