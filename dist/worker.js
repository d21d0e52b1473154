import { __toESM } from "./start.js";
import { NotRunnableError, decodeOutput, encodeInput, enterModel, isStopped, litert, mayGoOn, openPrepared, reducers, require_src, shareLiteRtModule, step } from "./runtime.js";
import { elementCount } from "./model.js";
import { once } from "node:events";
import { workerData } from "node:worker_threads";
// src/runtime/worker.ts
var import_src = __toESM(require_src(), 1);
const sessions = new Map();
const keptSessions = 2;
async function sessionOf({ modelId, model }, build) {
	const session = sessions.get(modelId) ?? await openPrepared(model, build);
	sessions.delete(modelId);
	sessions.set(modelId, session);
	for (const [id, oldest] of sessions) {
		if (sessions.size <= keptSessions) break;
		oldest.close();
		sessions.delete(id);
	}
	return session;
}
async function run(job) {
	try {
		return await tryJob(job).catch((error) => {
			if (isStopped(error)) return tryJob(job);
			throw error;
		});
	} catch (error) {
		if (!(error instanceof NotRunnableError)) throw error;
		return { notRunnable: {
			problem: error.problem,
			file: error.details.file ?? job.parts[0].model.file
		} };
	}
}
async function tryJob(job) {
	try {
		step(job.state);
		const opened = [];
		for (const [k, part] of job.parts.entries()) {
			enterModel(job.state, k);
			opened.push(await sessionOf(part, job.build));
		}
		const result = runSamples(opened, job);
		return new import_src.Transfer({ result }, [...new Set(buffersOf(result))]);
	} catch (error) {
		for (const session of sessions.values()) session.close();
		sessions.clear();
		throw error;
	}
}
function runSamples(opened, job) {
	const { parts, samples, first, reducer: name, plan, state } = job;
	const reducer = reducers[name];
	const infos = opened.flatMap(({ outputs }) => outputs);
	const result = reducer.start(infos, plan);
	const last = opened.length - 1;
	for (let i = 0; i < samples && mayGoOn(state); i++) {
		const inputs = opened.map((session, k) => inputsOf(session, parts[k], i));
		const before = opened.slice(0, last).flatMap((session, k) => {
			enterModel(state, k);
			return session.run(inputs[k]);
		});
		enterModel(state, last);
		opened[last].runInPlace(inputs[last], (outputs) => {
			const real = [...before, ...outputs].map((data, k) => decodeOutput(infos[k], data));
			reducer.add(result, real, first + i, plan);
		});
		step(state);
	}
	return result;
}
function inputsOf(session, { inputs }, sample) {
	return session.inputs.map((info, k) => {
		const size = elementCount(info.shape);
		return encodeInput(info, inputs[k].subarray(sample * size, (sample + 1) * size));
	});
}
function* buffersOf(result) {
	if (ArrayBuffer.isView(result)) yield result.buffer;
	else if (typeof result === "object" && result !== null) for (const part of Object.values(result)) yield* buffersOf(part);
}
for (const [build, port] of Object.entries(workerData)) {
	const module = once(port, "message").then(([module]) => module);
	shareLiteRtModule(build, module);
	module.then(() => litert(build)).catch(() => {});
}
import_src.worker({ run });
export {};
