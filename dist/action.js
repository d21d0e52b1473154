import { createRunner, endWith, runPullRequest, watchForTheEnd } from "./start.js";
// src/main.ts
const fail = (line) => createRunner(process.env).fail(line);
watchForTheEnd(fail);
try {
	const { exitCode } = await runPullRequest(process.env);
	process.exitCode = exitCode;
} catch (error) {
	endWith(error, fail);
}
setTimeout(() => process.exit(), 5e3).unref();
export {};
