// Prints a hash of all activations of each model named, for tests that compare versions and options of V8. With
// `--narrow` vector instructions aren't paired.
//
//   node --no-liftoff --import tsx src/runtime/print-bits.ts [--narrow] MODEL…
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { readModel } from '../model/read.js';
import { bytesOf, elementCount } from '../model/tensors.js';
import { encodeInput } from './codec.js';
import { litert } from './litert.js';
import { withObservedTensors } from './observe.js';
import { openSession } from './session.js';

await litert();
const files = process.argv.slice(2).filter((argument) => argument !== '--narrow');
if (files.length < process.argv.length - 2) setFlagsFromString('--no-experimental-wasm-revectorize');
for (const file of files) {
  const model = readModel(readFileSync(file), file);
  const { operators } = model.subgraphs[0]!;
  const session = await openSession(
    withObservedTensors(
      model,
      operators.flatMap(({ outputs }) => outputs),
    ),
    file,
  );
  const inputs = session.inputs.map((info) =>
    encodeInput(
      info,
      Float32Array.from({ length: elementCount(info.shape) }, (_, i) => ((i * 7919) % 255) - 127),
    ),
  );
  const hash = createHash('sha256');
  for (const data of session.run(inputs)) hash.update(bytesOf(data));
  console.log(hash.digest('hex'));
  session.close();
}
