import { CommanderError, programFor } from "./commander.js";
import { endWith, exitCodes, watchForTheEnd } from "./start.js";
// src/cli.ts
watchForTheEnd();
try {
	await (await programFor(process.argv.slice(2))).parseAsync();
} catch (error) {
	if (!(error instanceof CommanderError)) endWith(error);
	else process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
}
export {};
