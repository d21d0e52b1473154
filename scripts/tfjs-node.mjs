/**
 * `npm run tfjs-node [-- --skip-missing]`: the package @tensorflow/tfjs-node in .cache/tfjs-node, for the tests of
 * `backend: node`. Its own install script downloads TensorFlow's library from a server of its own; here the library is
 * the one in TensorFlow's wheel, by pip with a pinned hash, and the binding is compiled for it by npm's node-gyp.
 *
 * Wants python3 with pip, make and a C++ compiler; takes two minutes and 0.9 GB. With `--skip-missing` it is no failure
 * where one of them is missing.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The newest TensorFlow whose C interface the binding was written for. */
const wheel = {
  requirement: 'tensorflow-cpu==2.13.1',
  sha256: '87be6e61314b2c0fa062f71e26e41d6a17e162ffe4da72c820fe8f1fc94d97fe',
  pythonVersion: '3.11',
  platform: 'manylinux_2_17_x86_64',
};

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', 'tfjs-node');
const fresh = `${folder}.part`;
const packageFolder = join(fresh, 'node_modules', '@tensorflow', 'tfjs-node');

/** Unpacks the libraries, and the headers that the binding is compiled with. */
const unpack = `
import os, shutil, sys, zipfile
wheel, target = sys.argv[1:]
libraries = ('tensorflow/libtensorflow_cc.so.2', 'tensorflow/libtensorflow_framework.so.2')
headers = tuple('tensorflow/include/' + part for part in
    ('tensorflow/c/', 'tensorflow/core/platform/', 'tensorflow/tsl/', 'tsl/', 'xla/tsl/'))
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        if name in libraries: place = os.path.join('lib', os.path.basename(name))
        elif name.startswith(headers) and name.endswith('.h'): place = name[len('tensorflow/'):]
        else: continue
        path = os.path.join(target, place)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with archive.open(name) as source, open(path, 'wb') as copy: shutil.copyfileobj(source, copy)
`;

function run(command, args, cwd = fresh) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.slice(0, 3).join(' ')} … failed:\n${stdout ?? ''}${stderr ?? ''}`);
}

function missing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'TensorFlow’s wheel is for x86-64 Linux';
  const wanted = [
    ['python3', '-m', 'pip', '--version'],
    ['make', '--version'],
    ['c++', '--version'],
  ];
  const absent = wanted.find(([command, ...args]) => spawnSync(command, args).status !== 0);
  return absent ? `there is no ${absent.slice(0, 3).join(' ')}` : null;
}

function fetchLibrary() {
  const requirements = join(fresh, 'requirements.txt');
  writeFileSync(requirements, `${wheel.requirement} --hash=sha256:${wheel.sha256}\n`);
  const quiet = [
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--require-hashes',
    '--only-binary=:all:',
  ];
  const of = ['--platform', wheel.platform, '--python-version', wheel.pythonVersion];
  run('python3', ['-m', 'pip', 'download', ...quiet, ...of, '-r', requirements, '-d', join(fresh, 'wheel')]);
  const [archive] = readdirSync(join(fresh, 'wheel'));
  const target = join(packageFolder, 'deps');
  run('python3', ['-c', unpack, join(fresh, 'wheel', archive), target]);
  for (const name of ['cc', 'framework']) {
    const link = name === 'cc' ? 'libtensorflow.so' : 'libtensorflow_framework.so';
    symlinkSync(`libtensorflow_${name}.so.2`, join(target, 'lib', link));
  }
  rmSync(join(fresh, 'wheel'), { recursive: true });
}

function compileBinding() {
  const npm = run('npm', ['root', '--global']).trim();
  const gyp = join(npm, 'npm', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  const headers = dirname(dirname(process.execPath));
  const own = existsSync(join(headers, 'include', 'node', 'node_api.h')) ? [`--nodedir=${headers}`] : [];
  const module = ['--module_name=tfjs_binding', `--module_path=${join(packageFolder, 'lib', 'napi-v8')}`];
  run('node', [gyp, 'rebuild', ...module, '--napi_build_version=8', ...own], packageFolder);
  rmSync(join(packageFolder, 'build'), { recursive: true });
}

const lacking = missing();
if (existsSync(folder)) console.log('@tensorflow/tfjs-node is in .cache/tfjs-node.');
else if (lacking) {
  console.log(`SKIPPED: @tensorflow/tfjs-node can't be made here: ${lacking}.`);
  process.exitCode = process.argv.includes('--skip-missing') ? 0 : 1;
} else {
  console.log('Making @tensorflow/tfjs-node (npm, pip, node-gyp): two minutes …');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  cpSync(join(root, 'scripts', 'tfjs-node'), fresh, { recursive: true });
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  fetchLibrary();
  compileBinding();
  renameSync(fresh, folder);
}
