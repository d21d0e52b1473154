// Makes src/model/schema/generated/ from src/model/schema/tflite.fbs: accessors by flatc 2.0.8 (Debian's
// package flatbuffers-compiler), plus two tables of this project's own: `layout.ts`, the wire layout that
// the verifier walks, and `options.ts`, the members of the two unions of operator options.
// Usage: node scripts/generate-schema.mjs [OTHER_FOLDER]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReflection } from './schema-reflection.mjs';

const schema = fileURLToPath(new URL('../src/model/schema/tflite.fbs', import.meta.url));
const target = process.argv[2] ?? fileURLToPath(new URL('../src/model/schema/generated', import.meta.url));
const header = '// Made by scripts/generate-schema.mjs; change tflite.fbs instead.\n\n';

const scratch = mkdtempSync(join(tmpdir(), 'schema-'));
try {
  execFileSync('flatc', ['--ts', '--gen-object-api', '-o', scratch, schema]);
  execFileSync('flatc', ['--binary', '--schema', '-o', scratch, schema]);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  copyAccessors();
  const reflection = readReflection(readFileSync(join(scratch, 'tflite.bfbs')));
  writeFileSync(join(target, 'layout.ts'), header + layoutSource(reflection));
  writeFileSync(join(target, 'options.ts'), header + optionsSource(reflection));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Flattens flatc's folder and gives its relative imports the endings that Node's ESM wants. */
function copyAccessors() {
  for (const file of readdirSync(join(scratch, 'tflite')).sort()) copy(join('tflite', file), file);
  copy('tflite_generated.ts', 'index.ts');
}

function copy(from, to) {
  const source = readFileSync(join(scratch, from), 'utf8');
  const fixed = source.replace(/from '\.{1,2}\/tflite\/([^']+)'/g, "from './$1.js'").replace(/[ \t]+$/gm, '');
  writeFileSync(join(target, to), `${fixed.trimEnd()}\n`);
}

/** `layout.ts`: for every table its fields in wire order, for every enum and union its members. */
function layoutSource({ tables, enums, unions }) {
  const field = (f) =>
    `    { ${Object.entries(f)
      .map(([key, value]) => `${key}: ${literal(value)}`)
      .join(', ')} },`;
  const table = (t) =>
    t.fields.length ? [`  ${t.name}: [`, ...t.fields.map(field), '  ],'] : [`  ${t.name}: [],`];
  return [
    "import type { EnumLayout, TableLayout, UnionLayout } from '../layout.js';",
    '',
    'export const tables: Record<string, TableLayout> = {',
    ...tables.flatMap(table),
    '};',
    '',
    '/** Known values of each enum: all from 0 to the greatest. */',
    'export const enums: Record<string, EnumLayout> = {',
    ...enums.map((e) => `  ${e.name}: { last: ${e.last} },`),
    '};',
    '',
    '/** Table of each union member by its number; number 0 is NONE. */',
    'export const unions: Record<string, UnionLayout> = {',
    ...unions.map((u) => `  ${u.name}: [\n    null,\n${u.members.map((m) => `    '${m}',\n`).join('')}  ],`),
    '};',
    '',
  ].join('\n');
}

function literal(value) {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

/** `options.ts`: accessor and object class of every operator's options by its union and number. */
function optionsSource({ unions }) {
  const members = unions
    .filter((u) => u.name.startsWith('BuiltinOptions'))
    .flatMap((u) => u.members.map((name, index) => ({ union: u.name, name, number: index + 1 })));
  const names = members.map((m) => m.name).sort();
  return [
    `import {\n${names.map((n) => `  ${n},\n  ${n}T,\n`).join('')}} from './index.js';`,
    '',
    '/** Any operator options, as an object. */',
    `export type AnyOptions =\n${names.map((n) => `  | ${n}T`).join('\n')};`,
    '',
    'export const builtinOptions = [',
    ...members.map(
      (m) => `  { union: '${m.union}', number: ${m.number}, accessor: ${m.name}, object: ${m.name}T },`,
    ),
    '] as const;',
    '',
  ].join('\n');
}
