/** Starts worker.ts where litetrim runs from its sources; the bundle has it as JavaScript. */
import { tsImport } from 'tsx/esm/api';

await tsImport('./worker.ts', import.meta.url);
