/** Makes few files of src/ and of the packages that it uses, each by a name that says what is in it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What Node.js, a thread or another program loads. */
const entries = {
  action: 'src/main.ts',
  'command-line': 'src/cli.ts',
  index: 'src/index.ts',
  worker: 'src/runtime/worker.ts',
  'training-worker': 'src/optimize/finetune/worker.ts',
};

/** Modules of packages, with what these have of their own; modules of src/. */
const npm = (names) => new RegExp(`^${root}node_modules/(?:${names})/`);
const src = (paths) => new RegExp(`^${root}src/(?:${paths})`);

/**
 * Which file of dist/ a module is in: the first that matches. What is loaded together is together, so that there are
 * few; what only some need is apart, so that the others don't wait for it. Names stay when content changes.
 */
const chunks = [
  ['zod', npm('zod'), src('github/event\\.')],
  ['yaml', npm('yaml|leven'), src('yaml/')],
  ['minimatch', npm('minimatch|brace-expansion|balanced-match|@isaacs/[^/]+'), src('base/glob\\.')],
  [
    'octokit',
    npm('@actions/(?:github|http-client)|@octokit/(?!plugin-retry|plugin-request-log)[^/]+|undici|tunnel'),
  ],
  ['octokit', npm('before-after-hook|universal-user-agent|content-type|json-with-bigint')],
  ['tensorflow', npm('@tensorflow/[^/]+|long|node-fetch|whatwg-url|tr46|webidl-conversions')],
  ['training', src('optimize/(?:finetune/(?!finetune|options|schedule|node-package)|prune/channels/slopes)')],
  // Of what all need, that which loads no more of Node.js itself: help and first errors come by it alone.
  [
    'system',
    src('base/(?:assets|cache-folder|cleanup|download-size|files|kept-files|plain-file|process)\\.'),
  ],
  ['system', src('action/(?:run|start)\\.|github/publish/runner\\.'), npm('@actions/core')],
  ['start', src('base/|action/(?:end|exit-code|inputs)\\.|config/[a-z]+-[a-z]+\\.|report/clip\\.')],
  ['start', src('github/environment\\.')],
  ['model', npm('flatbuffers'), src('model/|library/(?:inspect|model-source)')],
  ['runtime', npm('workerpool'), src('runtime/')],
  ['data', npm('csv-parse|@jsquash/[^/]+'), src('data/|evaluate/(?!metrics/)')],
  ['device', npm('fflate'), src('device/')],
  [
    'report',
    npm('markdown-table'),
    src('compare/|report/|evaluate/metrics/|optimize/layer-facts|commands/inspect'),
  ],
  ['optimize', src('optimize/')],
  ['commander', npm('commander'), src('commands/(?:command|list|program)\\.')],
  ['job', src('config/|job/|library/')],
  ['pull-request', src('github/|gate/|action/')],
  ['commands', src('commands/')],
  ['commands', npm('cli-progress|string-width|strip-ansi|ansi-regex|emoji-regex|is-fullwidth-code-point')],
  ['artifact', npm('.*')],
];

function chunkOf(module) {
  // What an entry does when it is loaded, others don't want.
  if (Object.values(entries).some((entry) => module === join(root, entry))) return null;
  return chunks.find(([, ...patterns]) => patterns.some((pattern) => pattern.test(module)))?.[0] ?? null;
}

/** TensorFlow.js's packages as ES modules, of which only what is used gets into the bundle. */
const tensorflow = {
  name: 'tensorflow',
  resolveId: {
    filter: { id: /^@tensorflow\/tfjs-(core|backend-wasm)$/ },
    handler: (name) => join(root, 'node_modules', name, 'dist', 'index.js'),
  },
};

/** Files that the bundler makes beside those of `chunks`, which are put where they belong. */
const withoutExtras = {
  name: 'without-extras',
  generateBundle(_, bundle) {
    const files = Object.values(bundle).filter(({ code }) => code !== undefined);
    const replace = (old, file) => {
      for (const other of files) other.code = other.code.replaceAll(`"./${old}"`, `"./${file}"`);
      delete bundle[old];
    };
    for (const { fileName, isEntry, modules, code } of files) {
      if (!isEntry && Object.keys(modules).length === 0) replace(fileName, targetOf(code));
    }
    // What modules of all kinds need to load one another.
    bundle['start.js'].code = bundle['rolldown-runtime.js'].code + bundle['start.js'].code;
    replace('rolldown-runtime.js', 'start.js');
  },
};

/** The file whose names another one hands on, for `import()`: that may as well load the file itself. */
function targetOf(code) {
  const handsOn = /(?:^|\n)export \{ [\w$]+(?:, [\w$]+)* \} from "\.\/([\w-]+\.js)";\s*$/.exec(code);
  if (!handsOn) throw new Error(`a file of the bundle does more than hand on names as they are: ${code}`);
  return handsOn[1];
}

/** @throws where files need each other in a circle, as modules then run in an order that nobody chose */
function assertNoCircle(output) {
  const needs = new Map(output.map(({ fileName, code = '' }) => [fileName, importsOf(code)]));
  while (needs.size > 0) {
    const free = [...needs].find(([, files]) => files.every((file) => !needs.has(file)));
    if (!free) throw new Error(`files of the bundle need each other: ${[...needs.keys()].join(', ')}`);
    needs.delete(free[0]);
  }
}

const importsOf = (code) =>
  [...code.matchAll(/^(?:import|export) [^"]*"\.\/([^"]+)";$/gm)].map(([, file]) => file);

/**
 * @param folder where the files are written
 * @param version litetrim's
 * @returns paths of the source files that are in them
 */
export async function bundle(folder, version) {
  const { output } = await build({
    cwd: root,
    input: entries,
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    // @actions/core brings a client for tokens that nobody asks for here.
    treeshake: {
      moduleSideEffects: [{ test: /\/@actions\/(?:core|exec|io|http-client)\//, sideEffects: false }],
    },
    transform: {
      target: 'node20',
      // Some CommonJS packages read __dirname, which an ES module hasn't.
      define: { __LITETRIM_VERSION__: JSON.stringify(version), __dirname: 'import.meta.dirname' },
    },
    plugins: [tensorflow, withoutExtras],
    logLevel: 'warn',
    // What training's threads load at once is loaded late by others: one file all the same.
    checks: { ineffectiveDynamicImport: false },
    output: {
      dir: folder,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      minifyInternalExports: false,
      comments: false,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: chunkOf, debugName: 'chunks' }],
      },
    },
  });
  assertNoCircle(output);
  return output.flatMap(({ modules = {} }) => Object.keys(modules));
}
