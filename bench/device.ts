// Published single-thread latencies against modelled ones, and the fit of the cost model's free numbers
// (docs/cost-model.md): the same as `npm run validate -- latency`, whose files hold inputs and method.
// Needs the emulator and the models beside the repository.
import { checkLatency } from '../test/validate/latency.js';

process.exitCode = (await checkLatency()) ? 0 : 1;
