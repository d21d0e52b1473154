// Writes a hash of all activations of each model named to file descriptor 3, for tests that compare versions and options of V8. With
// `--narrow` vector instructions aren't paired, with `--fused` it is the build that fuses which computes them.
//
//   node --no-liftoff --import tsx test/support/print-bits.ts [--narrow] [--fused] MODEL…
import { createHash } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { readModel } from '../../src/model/read.js';
import { bytesOf, elementCount } from '../../src/model/tensors.js';
import { encodeInput } from '../../src/runtime/codec.js';
import { litert } from '../../src/runtime/litert.js';
import { withObservedTensors } from '../../src/runtime/observe.js';
import { prepare } from '../../src/runtime/prepare.js';
import { openPrepared } from '../../src/runtime/session.js';

const { values, positionals } = parseArgs({
  options: { narrow: { type: 'boolean' }, fused: { type: 'boolean' } },
  allowPositionals: true,
});
const build = values.fused ? 'fused' : 'plain';
await litert(build);
if (values.narrow) setFlagsFromString('--no-experimental-wasm-revectorize');
for (const file of positionals) {
  const model = readModel(readFileSync(file), file);
  const { operators } = model.subgraphs[0]!;
  const observed = withObservedTensors(
    model,
    operators.flatMap(({ outputs }) => outputs),
  );
  const session = await openPrepared(prepare(observed, file), build);
  const inputs = session.inputs.map((info) =>
    encodeInput(
      info,
      Float32Array.from({ length: elementCount(info.shape) }, (_, i) => ((i * 7919) % 255) - 127),
    ),
  );
  const hash = createHash('sha256');
  for (const data of session.run(inputs)) hash.update(bytesOf(data));
  writeSync(3, `${hash.digest('hex')}\n`);
  session.close();
}
