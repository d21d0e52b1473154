/**
 * Bundles the action, the command line, the library and the worker threads into dist/, with the files they need at
 * run time, the library's types and the licences of everything bundled. `--check` builds beside dist/ and compares instead:
 * dist/ is committed, since GitHub runs it as it is. Run by tsx.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assetSources } from '../src/base/assets.ts';
import { bundle } from './bundle.mjs';
import { entry } from './entry.ts';
import { publishedTypes } from './types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** What Node.js is started with, and what of the above that loads. */
const starters = { 'main.js': 'action.js', 'cli.js': 'command-line.js' };

async function buildInto(folder) {
  const { version, engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  const modules = await bundle(folder, version);
  for (const [name, file] of Object.entries(starters)) {
    writeFileSync(join(folder, name), entry(file, engines.node), { mode: 0o755 });
  }
  writeFileSync(join(folder, 'index.d.ts'), await publishedTypes());
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const shipped = copyAssets(folder);
  writeFileSync(join(folder, 'LICENSES.txt'), licences([...modules, ...shipped]));
}

/** Copies what src/base/assets.ts names, and returns the source paths of it. */
function copyAssets(folder) {
  for (const [name, source] of Object.entries(assetSources)) {
    cpSync(source, join(folder, name), { recursive: true });
  }
  return Object.values(assetSources);
}

/** The licence of every npm package of which a file is in dist/, as its package carries it. */
function licences(files) {
  const folders = new Set();
  for (const file of files) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (match) folders.add(match[1]);
  }
  const notices = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
      .sort()
      // Git turns CRLF into LF: dist/ would never be what is built.
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
    return { title: `${name} ${version} (${license ?? 'see text'})`, text: texts.join('\n\n') };
  });
  notices.sort((a, b) => (a.title < b.title ? -1 : 1));
  const head =
    'litetrim is licensed under Apache-2.0 (LICENSE). native/ holds a QEMU plug-in under GPL-2.0-or-later;\n' +
    'its source is src/device/emulator/native/ in the repository. The bundle holds these packages:\n';
  const unique = [...new Map(notices.map((notice) => [notice.title, notice])).values()];
  return [head, ...unique.map(({ title, text }) => `${'='.repeat(80)}\n${title}\n\n${text}\n`)].join('\n');
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}

function differences(expected, actual) {
  const names = new Set([...listFiles(expected), ...listFiles(actual)]);
  return [...names].sort().filter((name) => {
    const [a, b] = [join(expected, name), join(actual, name)];
    return !existsSync(a) || !existsSync(b) || !readFileSync(a).equals(readFileSync(b));
  });
}

if (process.argv.includes('--check')) {
  // Inside the repository, so that paths in the bundle are the same as in dist/.
  mkdirSync('.cache', { recursive: true });
  const fresh = mkdtempSync(join(root, '.cache', 'dist-'));
  try {
    await buildInto(fresh);
    const changed = differences(fresh, 'dist');
    if (changed.length > 0) {
      console.error(
        `dist/ is not what src/ builds: ${changed.join(', ')}. Run "npm run build" and commit dist/.`,
      );
      process.exitCode = 1;
    } else {
      console.log(`dist/ is what src/ builds (${listFiles('dist').length} files).`);
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
} else {
  const fresh = join(mkdtempSync(join(tmpdir(), 'litetrim-dist-')), 'dist');
  await buildInto(fresh);
  rmSync('dist', { recursive: true, force: true });
  cpSync(fresh, 'dist', { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  const bytes = listFiles('dist').reduce((sum, file) => sum + statSync(join('dist', file)).size, 0);
  console.log(
    `dist/: ${listFiles('dist').length} files, ${(bytes / 1e6).toFixed(1)} MB (${relative(process.cwd(), 'dist')})`,
  );
}
