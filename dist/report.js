import { RunningMean, RunningSqnr, clipMarkdown, countBytes, formatBytes, formatCount, formatInteger, formatShare, gain, maxCommentCharacters, maxSummaryBytes, pairedDifference, pairedMeanDifference, signed, someOf, units, visible, wilson } from "./start.js";
import { command, print } from "./commander.js";
import { cloneModel, fixDynamicShapes, inspect as inspect$1, outputParts } from "./model.js";
// src/evaluate/metrics/parts-sqnr.ts
function partsOfOutputs(model) {
	const fixed = cloneModel(model);
	fixDynamicShapes(fixed);
	return outputParts(fixed);
}
var PartsSqnr = class {
	#outputs;
	#sums;
	#first = [];
	#varies;
	constructor(outputs) {
		this.#outputs = outputs;
		this.#sums = outputs.map(({ names }) => names.map(() => new RunningSqnr()));
		this.#varies = outputs.map(({ names }) => names.map(() => ({
			model: false,
			reference: false
		})));
	}
	add(outputs, reference) {
		for (const [o, { names, partOf }] of this.#outputs.entries()) {
			const [made, wanted] = [outputs[o], reference[o]];
			const [firstMade, firstWanted] = this.#first[o] ??= [made.slice(), wanted.slice()];
			const varies = this.#varies[o];
			const [signal, noise] = [new Float64Array(names.length), new Float64Array(names.length)];
			for (let i = 0; i < wanted.length; i++) {
				const part = partOf?.[i] ?? 0;
				const difference = wanted[i] - made[i];
				signal[part] += wanted[i] * wanted[i];
				noise[part] += difference * difference;
				if (made[i] !== firstMade[i]) varies[part].model = true;
				if (wanted[i] !== firstWanted[i]) varies[part].reference = true;
			}
			for (const [part, sum] of this.#sums[o].entries()) sum.add(finite(signal[part], 0), finite(noise[part], Infinity));
		}
	}
	get parts() {
		return this.#outputs.flatMap(({ names }, o) => names.map((name, part) => {
			const { model, reference } = this.#varies[o][part];
			return {
				name,
				sqnrDb: this.#sums[o][part].decibels,
				dead: reference && !model
			};
		}));
	}
};
const finite = (value, otherwise) => Number.isFinite(value) ? value : otherwise;
const leastDb = 10;
function lostPartNotes(parts = []) {
	return parts.flatMap(({ name, sqnrDb, dead }) => {
		if (dead) return [`Output "${name}" never changes, and the original’s does.`];
		return sqnrDb < leastDb ? [`Output "${name}" keeps ${sqnrDb.toFixed(1)} dB of the original’s values.`] : [];
	});
}
// src/evaluate/metrics/reference.ts
var ReferenceComparison = class {
	classifier;
	#sqnr = new RunningSqnr();
	#logits = new RunningSqnr();
	#samples = 0;
	#agreeing = 0;
	#withLogits = true;
	#identical = true;
	#parts;
	constructor(classifier, parts) {
		this.classifier = classifier;
		this.#parts = new PartsSqnr(parts);
	}
	add(model, reference) {
		this.#samples++;
		addSqnr(this.#sqnr, model.outputs, reference.outputs);
		this.#parts.add(model.outputs, reference.outputs);
		const { classifier } = this;
		if (classifier?.predict(model.outputs[0]) === classifier?.predict(reference.outputs[0])) this.#agreeing++;
		if (model.logits?.length !== reference.logits?.length || !model.logits) this.#withLogits = false;
		else addSqnr(this.#logits, [model.logits], [reference.logits]);
		this.#identical &&= model.outputs.every((output, i) => sameBits(output, reference.outputs[i]));
	}
	finish() {
		const { parts } = this.#parts;
		return {
			agreement: this.classifier ? this.#agreeing / this.#samples : null,
			sqnrDb: this.#identical ? Infinity : this.#sqnr.decibels,
			logitsSqnrDb: this.#withLogits ? this.#logits.decibels : null,
			identical: this.#identical,
			...parts.length > 1 && { outputs: parts }
		};
	}
};
function addSqnr(sqnr, outputs, reference) {
	let signal = 0;
	let noise = 0;
	for (const [o, output] of outputs.entries()) {
		const wanted = reference[o];
		for (let i = 0; i < output.length; i++) {
			const difference = wanted[i] - output[i];
			signal += wanted[i] * wanted[i];
			noise += difference * difference;
		}
	}
	sqnr.add(Number.isFinite(signal) ? signal : 0, Number.isFinite(noise) ? noise : Infinity);
}
function sameBits(a, b) {
	const x = new Uint32Array(a.buffer, a.byteOffset, a.length);
	const y = new Uint32Array(b.buffer, b.byteOffset, b.length);
	return x.every((bits, i) => bits === y[i]);
}
// src/evaluate/metrics/fidelity.ts
const fidelity = {
	name: "fidelity",
	start({ compared, classifier, samples }) {
		if (!compared) return null;
		return classifier ? agreement(classifier, samples) : signalToNoise();
	}
};
function agreement(classifier, samples) {
	const correct = new Uint8Array(samples);
	let count = 0;
	let hits = 0;
	return {
		add({ outputs, reference }) {
			const hit = classifier.predict(outputs[0]) === classifier.predict(reference[0]);
			correct[count++] = hit ? 1 : 0;
			if (hit) hits++;
		},
		finish: () => ({
			value: wilson(hits, count),
			correct,
			errors: null
		})
	};
}
function signalToNoise() {
	const sqnr = new RunningSqnr();
	return {
		add: ({ outputs, reference }) => addSqnr(sqnr, outputs, reference),
		finish: () => ({
			value: sqnr.estimate(),
			correct: null,
			errors: null
		})
	};
}
// src/evaluate/metrics/mse.ts
const mse = {
	name: "mse",
	start({ labelled, synthetic, reconstructs, samples }) {
		if (labelled || synthetic || !reconstructs) return null;
		const errors = new Float32Array(samples);
		const mean = new RunningMean();
		return {
			add({ sample, outputs }) {
				const error = meanSquare(outputs, sample.inputs);
				errors[mean.count] = error;
				mean.add(error);
			},
			finish: () => ({
				value: mean.estimate(),
				correct: null,
				errors
			})
		};
	}
};
function meanSquare(outputs, inputs) {
	let sum = 0;
	let count = 0;
	for (const [o, output] of outputs.entries()) {
		for (let i = 0; i < output.length; i++) {
			const error = output[i] - inputs[o][i];
			sum += error * error;
		}
		count += output.length;
	}
	return sum / count;
}
// src/evaluate/metrics/index.ts
const metrics$1 = [
	{
		name: "top-1",
		start({ labelled, synthetic, classifier, samples }) {
			if (!labelled || synthetic || !classifier) return null;
			const correct = new Uint8Array(samples);
			let count = 0;
			let hits = 0;
			return {
				add({ sample, outputs }) {
					const hit = classifier.predict(outputs[0]) === sample.label;
					correct[count++] = hit ? 1 : 0;
					if (hit) hits++;
				},
				finish: () => ({
					value: wilson(hits, count),
					correct,
					errors: null
				})
			};
		}
	},
	mse,
	fidelity
];
function accuracyUnit({ metric, agreement }) {
	if (metric === "mse") return "mse";
	return metric === "fidelity" && agreement === null ? "dB" : "ratio";
}
// src/optimize/layer-facts.ts
const roundedToZero = ({ zeros, before, pruned }) => Math.max(0, zeros - (before ?? 0) - (pruned ?? 0));
// src/compare/bound.ts
const amounts = ["change", "value"];
const endings = {
	"%": [
		{
			unit: "bytes",
			factor: .01,
			kinds: ["share"]
		},
		{
			unit: "ms",
			factor: .01,
			kinds: ["share"]
		},
		{
			unit: "mse",
			factor: .01,
			kinds: ["share"]
		},
		{
			unit: "ratio",
			factor: .01,
			kinds: ["value"]
		}
	],
	pp: [{
		unit: "ratio",
		factor: .01,
		kinds: ["change"]
	}],
	B: [{
		unit: "bytes",
		factor: 1,
		kinds: amounts
	}],
	KB: [{
		unit: "bytes",
		factor: 1e3,
		kinds: amounts
	}],
	MB: [{
		unit: "bytes",
		factor: 1e6,
		kinds: amounts
	}],
	KiB: [{
		unit: "bytes",
		factor: 1024,
		kinds: amounts
	}],
	MiB: [{
		unit: "bytes",
		factor: 1048576,
		kinds: amounts
	}],
	us: [{
		unit: "ms",
		factor: .001,
		kinds: amounts
	}],
	ms: [{
		unit: "ms",
		factor: 1,
		kinds: amounts
	}],
	s: [{
		unit: "ms",
		factor: 1e3,
		kinds: amounts
	}],
	dB: [{
		unit: "dB",
		factor: 1,
		kinds: amounts
	}],
	mse: [{
		unit: "mse",
		factor: 1,
		kinds: ["value"]
	}]
};
const boundPattern = /^([+-]?)(\d+(?:\.\d+)?)\s*(%|pp|B|KB|kB|MB|KiB|MiB|us|ms|s|dB|mse)?$/;
function parseBound(text, metric) {
	const [, sign = "", digits = "", ending = ""] = boundPattern.exec(text.trim()) ?? [];
	const hint = `Write ${examplesOf(metric)}`;
	if (digits === "") return {
		problem: `"${text}" is no limit`,
		hint
	};
	const match = (endings[ending === "kB" ? "KB" : ending] ?? []).filter(({ unit }) => metric.units.includes(unit)).find(({ kinds }) => kinds.some((kind) => kind === "value" === (sign === "")));
	if (!match) return {
		problem: wrongEnding(text, metric, ending, sign),
		hint
	};
	if (match.unit === "mse" && sign === "-" && metric.units.includes("ratio")) return {
		problem: `"${text}" of an accuracy can mean two things`,
		hint: "Write -1pp for one percentage point"
	};
	const kind = match.kinds.find((candidate) => candidate === "value" === (sign === ""));
	const amount = Number(digits) * match.factor * (sign === "-" ? -1 : 1);
	return {
		kind,
		unit: match.unit,
		amount,
		text: text.trim()
	};
}
function wrongEnding(text, metric, ending, sign) {
	if (ending === "") return `"${text}" has no unit`;
	if (ending === "%" || ending === "pp") return sign === "" ? `"${text}" needs a sign: it limits the change against base` : `"${text}" can't limit ${metric.name}`;
	return `"${text}" can't limit ${metric.name}`;
}
function examplesOf({ units }) {
	if (units.includes("ratio")) return "-1pp (change) or 90% (value); -3dB or 30dB for SQNR; +5% or 0.02mse for errors";
	return units.includes("ms") ? "+5% or +2ms (change), or 15ms (value)" : "+5% or +2KB (change), or 120KB (value)";
}
// src/compare/evidence.ts
const pairedEvidence = (base, head) => {
	if (samePairs(base.correct, head.correct)) return testResult(pairedDifference(base.correct, head.correct));
	if (samePairs(base.errors, head.errors)) return testResult(pairedMeanDifference(base.errors, head.errors));
	const apart = base.value.high < head.value.low || head.value.high < base.value.low;
	return {
		significant: apart,
		method: apart ? "95 % intervals apart" : "95 % intervals overlap"
	};
};
function spreadEvidence(base, head) {
	if (!base || !head) return null;
	const apart = base.highMs < head.lowMs || head.highMs < base.lowMs;
	return {
		significant: apart,
		method: apart ? "quartiles apart" : "quartiles overlap"
	};
}
function samePairs(a, b) {
	return a != null && b != null && a.length === b.length && a.length > 0;
}
function testResult({ significant, pValue }) {
	return {
		significant,
		method: `paired test, ${pValue < .001 ? "p < 0.001" : `p = ${pValue.toPrecision(2)}`}`
	};
}
// src/compare/metrics.ts
const confidences = {
	fitted: "the model of this core was fitted to measurements of it",
	derived: "modelled after cores of its class",
	extrapolated: "a rough guess: neither this core nor its class was fitted",
	measured: "not emulated: median on the real machine, with the quartiles of its runs"
};
const metrics = [
	{
		name: "size",
		title: "Size",
		perDevice: false,
		units: ["bytes"],
		words: {
			worse: "larger",
			better: "smaller"
		},
		example: "+5%",
		warnsAt: "+5%",
		unitNote: "1 KB is 1000 bytes, download is gzip",
		read: ({ bytes }) => ({
			value: bytes,
			unit: "bytes",
			what: "size"
		})
	},
	{
		name: "download",
		title: "Download",
		perDevice: false,
		units: ["bytes"],
		words: {
			worse: "larger as a download",
			better: "smaller as a download"
		},
		example: "+5%",
		follows: "size",
		read: ({ gzipBytes }) => ({
			value: gzipBytes,
			unit: "bytes",
			what: "download"
		})
	},
	{
		name: "latency",
		title: "Latency",
		perDevice: true,
		columnPerDevice: true,
		units: ["ms"],
		words: {
			worse: "slower",
			better: "faster"
		},
		example: "+5%",
		warnsAt: "+3%",
		variantsWarnAt: "+3%",
		legend: (remarks) => {
			return `Latency: one inference on the CPU (XNNPACK, one thread)${remarks.some((remark) => remark in confidences && remark !== "measured") ? " of an emulated device" : ""}`;
		},
		remarks: confidences,
		read: onDevice((measured) => ({
			value: measured.latencyMs,
			unit: "ms",
			what: measured.confidence === "measured" ? "measured" : "modelled",
			remark: trustIn(measured)
		})),
		evidence: (base, head, device) => {
			const spread = ({ devices }) => devices.find((one) => one.device === device)?.spread;
			return spreadEvidence(spread(base), spread(head));
		}
	},
	{
		name: "memory",
		title: "Memory",
		perDevice: true,
		units: ["bytes"],
		words: {
			worse: "larger in memory",
			better: "smaller in memory"
		},
		example: "+5%",
		warnsAt: "+5%",
		legend: () => "Memory: peak of one inference without the model file",
		read: onDevice(({ peakMemoryBytes }) => ({
			value: peakMemoryBytes,
			unit: "bytes",
			what: "memory"
		}))
	},
	{
		name: "accuracy",
		title: "Accuracy",
		perDevice: false,
		units: [
			"ratio",
			"dB",
			"mse"
		],
		words: {
			worse: "less accurate",
			better: "more accurate"
		},
		example: "-1pp",
		warnsAt: "-1pp",
		isPromised: ({ accuracy }) => accuracy,
		remarks: {
			"top-1": "share of samples with the right class, with its 95 % interval",
			mse: "mean squared error, with its 95 % interval",
			fidelity: "how closely the outputs follow those of the model it was made from (as committed: those of base), not how right they are"
		},
		read: ({ evaluation }) => evaluation ? readAccuracy(evaluation) : null,
		evidence: (base, head, _device, test) => base.evaluation && head.evaluation ? test(base.evaluation, head.evaluation) : null
	}
];
function metricOf(name) {
	const metric = metrics.find((candidate) => candidate.name === name);
	if (!metric) throw new RangeError(`no metric "${name}"`);
	return metric;
}
function onDevice(read) {
	return ({ devices }, device) => {
		const measurement = devices.find((candidate) => candidate.device === device);
		return measurement ? read(measurement) : null;
	};
}
function trustIn({ confidence, spread }) {
	return spread ? `${confidence}, ${interval("ms", spread.lowMs, spread.highMs)}` : confidence;
}
function readAccuracy(evaluation) {
	const { metric, value } = evaluation;
	const unit = accuracyUnit(evaluation);
	return {
		value: value.value,
		unit,
		what: metric,
		remark: value.low === value.high ? metric : `${metric}, ${interval(unit, value.low, value.high)}`,
		...metric === "fidelity" && { likeness: "Fidelity" }
	};
}
function interval(unit, low, high) {
	const { format } = units[unit];
	return `${format(low).replace(/ .*/, "")}–${format(high)}`;
}
// src/compare/wording.ts
function figureName({ metric, device }) {
	return `${metric}${device === null ? "" : ` on ${device}`}`;
}
function changeText({ unit, delta, relative }) {
	if (delta === null) return null;
	const { change, formatDifference } = units[unit];
	if (change === "difference") return signed(delta, formatDifference);
	return relative !== null ? formatShare(relative) : signed(delta, formatDifference);
}
function changePhrase(change, kind) {
	const where = change.device === null ? "" : ` on ${change.device}`;
	if (change.delta === 0) return `kept its ${change.metric}${where}`;
	const { words } = metricOf(change.metric);
	const word = gain(change.unit, change.delta) < 0 ? words.worse : words.better;
	const phrase = `${changeText(change).replace(/^[+−±]/, "")} ${word}${where}`;
	return kind === "recipe" ? `is ${phrase} than the model it was made from` : `became ${phrase}`;
}
function valuePhrase({ metric, device, unit, head }) {
	const where = device === null ? "" : ` on ${device}`;
	return `has ${/^[aeiou]/.test(metric) ? "an" : "a"} ${metric} of ${units[unit].format(head)}${where}`;
}
function limitPhrase(level, bound) {
	return limitText(level, bound.text, bound.kind === "value", bound.unit);
}
function limitOf({ limit, unit }) {
	const [, level, text] = /^(\w+): (.*)$/s.exec(limit ?? "") ?? [];
	return level === void 0 ? "" : limitText(level, text, !/^[+-]/.test(text), unit);
}
function limitText(level, text, isOfFigure, unit) {
	const worse = units[unit].better === "lower" ? "above" : "below";
	return `limit: ${level} ${isOfFigure ? worse : "beyond"} ${text}`;
}
// src/compare/judge.ts
function judge(judged) {
	const { change, kind, levels, evidence, lacking } = judged;
	const limits = limitsOf(levels).filter(({ bound }) => kind !== "new" || bound.kind === "value");
	const fitting = limits.filter(({ bound }) => bound.unit === change.unit);
	const broken = fitting.find(({ bound }) => isBroken(change, bound));
	const breach = broken && judgeBroken(change, broken, kind, evidence);
	const unknown = judgeUnknown(judged, limits);
	if (unknown && (!breach || unknown.verdict === "fail")) return unknown;
	if (breach) return breach;
	if (evidence && !evidence.significant && change.delta !== 0) return noise(change, kind, evidence);
	return judgeUnbroken(change, limits, fitting, lacking);
}
function limitsOf(levels) {
	return ["fail", "warn"].flatMap((level) => (levels[level] ?? []).map((bound) => ({
		level,
		bound
	})));
}
function judgeUnknown({ change, lacking, onUnmeasured }, limits) {
	for (const { level, bound } of limits) {
		const why = whyUnknown(bound, change, lacking);
		if (why === null) continue;
		const limit = `${level}: ${bound.text}`;
		const reason = `${figureName(change)} was not judged (${limitPhrase(level, bound)}): ${why}`;
		return {
			verdict: onUnmeasured ?? level,
			limit,
			reason,
			unmeasured: why
		};
	}
	return null;
}
function whyUnknown({ kind, unit }, change, { head, base, otherUnit }) {
	if (head !== null) return head;
	if (unit !== change.unit) return unit === otherUnit ? base : null;
	return kind === "value" ? null : base;
}
function isBroken(change, bound) {
	const figure = figureFor(change, bound);
	if (figure === null) return false;
	return gain(change.unit, figure - bound.amount) < -1e-9 * Math.max(.001, Math.abs(bound.amount));
}
function figureFor({ head, delta, relative }, { kind }) {
	if (kind === "value") return head;
	if (kind === "change" || delta === null) return delta;
	return relative ?? (delta === 0 ? 0 : Math.sign(delta) * Infinity);
}
function judgeBroken(change, { level, bound }, kind, evidence) {
	const limit = `${level}: ${bound.text}`;
	const why = `(${limitPhrase(level, bound)})`;
	if (bound.kind === "value") return {
		verdict: level,
		limit,
		reason: `${valuePhrase(change)} ${why}`
	};
	const phrase = changePhrase(change, kind);
	const loss = gain(change.unit, change.delta) < 0;
	if (!evidence || evidence.significant || !loss) return {
		verdict: level,
		limit,
		reason: `${phrase} ${why}`
	};
	const verdict = level === "fail" ? "warn" : "noise";
	const chance = evidence.method;
	return {
		verdict,
		limit,
		reason: `${phrase} ${why}, which may be chance (${chance})`,
		chance
	};
}
function noise(change, kind, { method }) {
	return {
		verdict: "noise",
		limit: null,
		reason: `${changePhrase(change, kind)}, which may be chance (${method})`,
		chance: method
	};
}
function judgeUnbroken(change, limits, fitting, { mended }) {
	const pass = {
		verdict: "pass",
		limit: null,
		reason: null
	};
	if (limits.length === 0) return pass;
	if (fitting.length === 0) return {
		...pass,
		reason: notFitting(change, limits[0])
	};
	if (mended === null || fitting.every(({ bound }) => bound.kind === "value")) return pass;
	return {
		...pass,
		reason: `has nothing to compare its ${figureName(change)} with: base: ${mended}`
	};
}
function notFitting({ metric, unit }, { level, bound }) {
	return `isn't judged by "${level}: ${bound.text}": its ${metric} is measured in ${unit}`;
}
// src/compare/lack.ts
function lack(figures, { base, head, promise }) {
	const known = figures.comparable ? null : incomparable(figures);
	const former = figures.base ? null : reasonOf(base, figures, promise.noBase, "base");
	return {
		head: figures.head ? null : reasonOf(head, figures, promise.noHead, "head")?.reason ?? null,
		base: known ?? (former && !former.ofModel ? former.reason : null),
		mended: former?.ofModel ? former.reason : null,
		otherUnit: figures.base && figures.head && !figures.comparable ? figures.base.unit : null
	};
}
function reasonOf(measurement, { metric: { name, perDevice }, device }, noSide, side) {
	if (!measurement) return noSide == null ? null : {
		reason: noSide,
		ofModel: false
	};
	return measurement.missing.find((missing) => missing.device === (perDevice ? device : null)) ?? {
		reason: `there is no ${name} of the ${side}`,
		ofModel: false
	};
}
function incomparable({ base, head }) {
	return `the base is measured by ${base.what}, the head by ${head.what}`;
}
// src/compare/limits.ts
function mergeLimits(general, specific) {
	const merged = { ...general };
	for (const [name, limits] of Object.entries(specific)) if (limits) merged[name] = mergeMetric(general[name], limits);
	return merged;
}
function mergeMetric(general = {}, specific) {
	const devices = { ...general.devices };
	for (const [device, levels] of Object.entries(specific.devices ?? {})) devices[device] = mergeLevels(devices[device] ?? {}, levels);
	return {
		...mergeLevels(general, specific),
		devices
	};
}
function mergeLevels(general, specific) {
	return {
		warn: specific.warn ?? general.warn,
		fail: specific.fail ?? general.fail
	};
}
function levelsFor(limits, metric, device) {
	const all = limits[metric] ?? {};
	const own = device === null ? void 0 : all.devices?.[device];
	return own ? mergeLevels(all, own) : all;
}
// src/compare/compare.ts
function recipeDefaults() {
	const marked = metrics.filter(({ variantsWarnAt }) => variantsWarnAt !== void 0);
	return Object.fromEntries(marked.map((metric) => [metric.name, { warn: [parseBound(metric.variantsWarnAt, metric)] }]));
}
function compareMeasurements(input, test = pairedEvidence) {
	const { kind, file, recipe, base, head } = input;
	const { promise = nothingPromised, onUnmeasured = null } = input;
	const sides = {
		...input,
		promise,
		onUnmeasured,
		base: withSourceFidelity(input),
		test
	};
	const present = (kind === "removed" ? [] : metrics.flatMap((metric) => devicesOf(metric, sides).map((device) => differ(metric, device, sides)))).filter((difference) => difference !== null);
	return {
		kind,
		file,
		recipe,
		base,
		head,
		differences: present,
		verdict: worstVerdict(present)
	};
}
const verdicts = [
	"pass",
	"noise",
	"warn",
	"fail"
];
function worstVerdict(judged) {
	return verdicts[Math.max(0, ...judged.map(({ verdict }) => verdicts.indexOf(verdict)))];
}
const nothingPromised = {
	devices: [],
	accuracy: false
};
function devicesOf({ perDevice }, { base, head, promise }) {
	if (!perDevice) return [null];
	const measured = [...head?.devices ?? [], ...base?.devices ?? []].map(({ device }) => device);
	return [...new Set([...measured, ...promise.devices])];
}
function differ(metric, device, sides) {
	const base = sides.base && metric.read(sides.base, device);
	const head = sides.head && metric.read(sides.head, device);
	const isPromised = metric.isPromised?.(sides.promise) ?? true;
	const unit = (head ?? base)?.unit ?? metric.units[0];
	const comparable = !base || !head || base.unit === head.unit && base.what === head.what;
	const change = {
		metric: metric.name,
		device,
		unit,
		...subtract(comparable ? base : null, head)
	};
	if (!head && !base && !isPromised) return null;
	const judgement = judge({
		change,
		kind: sides.kind,
		levels: levelsOf(metric, device, sides, {
			base,
			head
		}),
		evidence: evidenceOf(metric, sides, change),
		lacking: lack({
			metric,
			device,
			base,
			head,
			comparable
		}, sides),
		onUnmeasured: sides.onUnmeasured
	});
	return head || base || judgement.unmeasured !== void 0 ? {
		...change,
		...judgement
	} : null;
}
function levelsOf(metric, device, { kind, limits: own }, { base, head }) {
	if (kind === "model" && head?.likeness !== void 0) return {};
	return levelsFor(kind === "recipe" && base && head ? mergeLimits(recipeDefaults(), own) : own, metric.name, device);
}
function subtract(base, head) {
	const from = base?.value ?? null;
	const to = head?.value ?? null;
	if (from === null || to === null) return {
		base: from,
		head: to,
		delta: null,
		relative: null
	};
	const delta = from === to ? 0 : to - from;
	return {
		base: from,
		head: to,
		delta,
		relative: from === 0 ? null : delta / Math.abs(from)
	};
}
function evidenceOf(metric, { base, head, test }, { device, delta }) {
	if (delta === null || !base || !head) return null;
	return metric.evidence?.(base, head, device, test) ?? null;
}
function withSourceFidelity({ kind, base, head }) {
	const fidelity = head?.evaluation;
	if (kind !== "recipe" || !base || fidelity?.metric !== "fidelity" || fidelity.agreement === null) return base;
	const evaluation = {
		...fidelity,
		value: {
			value: 1,
			low: 1,
			high: 1
		},
		agreement: 1,
		identical: true,
		correct: fidelity.correct && new Uint8Array(fidelity.correct.length).fill(1)
	};
	return {
		...base,
		evaluation
	};
}
// src/compare/findings.ts
function findings(report, verdict) {
	return report.models.flatMap(({ comparisons }) => comparisons).flatMap((comparison) => comparison.differences.map((difference) => ({
		comparison,
		difference
	}))).filter(({ difference }) => difference.verdict === verdict);
}
const isUnmeasured = ({ difference }) => difference.unmeasured !== void 0;
function findingGroups(report, verdict) {
	const groups = new Map();
	for (const finding of findings(report, verdict)) {
		if (isUnmeasured(finding)) continue;
		const { file, metric } = {
			...finding.comparison,
			...finding.difference
		};
		const key = JSON.stringify([
			file,
			metric,
			...formOf(finding)
		]);
		const known = groups.get(key);
		if (known) known.findings.push(finding);
		else groups.set(key, {
			file,
			metric,
			verdict,
			findings: [finding]
		});
	}
	return deal([...groups.values()]);
}
function formOf({ comparison, difference }) {
	return [isOfFigure(difference) ? "figure" : comparison.kind === "recipe" ? "recipe" : "change", difference.chance !== void 0];
}
function isOfFigure({ limit, delta }) {
	return delta === null || !/: [+-]/.test(limit ?? "");
}
function deal(groups) {
	const worstFirst = [...groups].sort((a, b) => worstLoss(b) - worstLoss(a));
	const turns = new Map();
	const turn = worstFirst.map(({ file }) => {
		const before = turns.get(file) ?? 0;
		turns.set(file, before + 1);
		return before;
	});
	return worstFirst.map((group, i) => ({
		group,
		turn: turn[i]
	})).sort((a, b) => a.turn - b.turn).map(({ group }) => group);
}
const worstLoss = ({ findings: all }) => Math.max(...all.map(loss));
function worstOf(all) {
	return all.reduce((worst, finding) => loss(finding) > loss(worst) ? finding : worst);
}
function loss({ comparison, difference: { unit, delta, relative } }) {
	const kind = comparison.kind === "recipe" ? 0 : 1;
	const change = units[unit].change === "share" ? relative : delta;
	return kind * 1e6 - (change === null ? 0 : gain(unit, change));
}
// src/compare/layers.ts
function layerFigures(measured) {
	return figuresOf(measured).sort((a, b) => b.share - a.share || a.index - b.index);
}
function layerChanges(base, head) {
	return align(figuresOf(base), figuresOf(head)).filter((change) => magnitude(change) > trifle * head.latencyMs).sort((a, b) => magnitude(b) - magnitude(a));
}
const trifle = 1e-4;
function figuresOf({ layers, latencyMs }) {
	return layers.map((layer) => ({
		...layer,
		ms: layer.share * latencyMs
	}));
}
function align(base, head) {
	if (base.length * head.length > maxPairs) return byPosition(base, head);
	const kinds = {
		base: base.map(kindOf),
		head: head.map(kindOf)
	};
	const likeness = (i, j) => {
		if (i >= base.length || j >= head.length || kinds.base[i] !== kinds.head[j]) return 0;
		return base[i].macs === head[j].macs ? 2 : 1;
	};
	const best = bestAlignment(base.length, head.length, likeness);
	const changes = [];
	for (let i = 0, j = 0; i < base.length || j < head.length;) {
		const rest = best(i, j);
		if (likeness(i, j) > 0 && rest === likeness(i, j) + best(i + 1, j + 1)) changes.push({
			base: base[i++],
			head: head[j++]
		});
		else if (i < base.length && rest === best(i + 1, j)) changes.push({
			base: base[i++],
			head: null
		});
		else changes.push({
			base: null,
			head: head[j++]
		});
	}
	return changes;
}
function bestAlignment(rows, columns, likeness) {
	const width = columns + 1;
	const best = new Int32Array((rows + 1) * width);
	for (let i = rows - 1; i >= 0; i--) for (let j = columns - 1; j >= 0; j--) {
		const at = i * width + j;
		best[at] = Math.max(best[at + width + 1] + likeness(i, j), best[at + width], best[at + 1]);
	}
	return (i, j) => best[i * width + j];
}
const maxPairs = 4e6;
function byPosition(base, head) {
	return Array.from({ length: Math.max(base.length, head.length) }, (_, index) => {
		const [from = null, to = null] = [base[index], head[index]];
		if (!from || !to || kindOf(from) === kindOf(to)) return [{
			base: from,
			head: to
		}];
		return [{
			base: from,
			head: null
		}, {
			base: null,
			head: to
		}];
	}).flat();
}
const synonyms = {
	conv: "convolution",
	pool: "pooling"
};
const omitted = new Set([
	"",
	"d",
	"depthwise",
	"static"
]);
function kindOf({ operator }) {
	const kind = operator.replace(/\(.*/s, "").toLowerCase().split(/[^a-z]+/).filter((word) => !omitted.has(word)).map((word) => synonyms[word] ?? word);
	return kind.length > 0 ? kind.join(" ") : operator;
}
function magnitude({ base, head }) {
	return Math.abs((head?.ms ?? 0) - (base?.ms ?? 0));
}
// src/compare/cause.ts
const maxNamed$2 = 3;
const most = .5;
function causeOf(group) {
	const own = group.findings.filter((finding) => finding.comparison.recipe === null);
	const { comparison, difference } = worstOf(own.length > 0 ? own : group.findings);
	if (group.metric !== "latency" || difference.chance !== void 0) return null;
	const [base, head] = [comparison.base, comparison.head].map((side) => side?.devices.find(({ device }) => device === difference.device));
	if (!base || !head || comparison.kind === "recipe" || head.latencyMs <= base.latencyMs) return null;
	const changes = layerChanges(base, head);
	const loss = head.latencyMs - base.latencyMs;
	return [
		fallenOut,
		added,
		grown
	].map((cause) => cause(changes, loss, head.latencyMs)).find((cause) => cause !== null) ?? null;
}
const added = (changes, loss, latencyMs) => {
	const layers = changes.filter(({ base, head }) => !base && head).map(({ head }) => head);
	const ms = layers.reduce((sum, layer) => sum + layer.ms, 0);
	if (layers.length === 0 || ms < most * loss) return null;
	const verb = layers.length === 1 ? "is new and takes" : "are new and take";
	return `${namesOf(layers)} ${verb} ${shareText(ms / latencyMs)} of it`;
};
const fallenOut = (changes, loss, latencyMs) => {
	const layers = changes.filter(({ base, head }) => head && !head.delegated && (base ? base.delegated : false)).map(({ head }) => head);
	const ms = layers.reduce((sum, layer) => sum + layer.ms, 0);
	if (layers.length === 0 || ms < most * loss) return null;
	return `${namesOf(layers)} fell out of XNNPACK and ${layers.length === 1 ? "takes" : "take"} ${shareText(ms / latencyMs)} of it`;
};
const grown = (changes, loss) => {
	const growth = ({ base, head }) => base && head ? head.ms - base.ms : 0;
	const [largest] = [...changes].sort((a, b) => growth(b) - growth(a));
	if (!largest || growth(largest) < most * loss) return null;
	const { base, head } = largest;
	return `${namesOf([head])} takes ${formatShare(head.ms / base.ms - 1).replace(/^\+/, "")} longer`;
};
const shareText = (share) => `${(share * 100).toFixed(0)} %`;
function namesOf(layers) {
	if (layers.length === 1) return `layer ${layers[0].index} ${layers[0].operator}`;
	if (layers.length > maxNamed$2) return `${layers.length} layers`;
	const numbers = layers.map(({ index }) => index).sort((a, b) => a - b);
	return `layers ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}
// src/compare/finding-words.ts
const maxNamed$1 = 3;
function subjectOf({ file, recipe }) {
	return recipe === null ? file : `${file} with ${recipe}`;
}
function findingClauses(report, verdict) {
	return [...findingGroups(report, verdict).map((group) => ({
		text: groupSentence(group, report),
		files: [group.file],
		metrics: [group.metric]
	})), ...unmeasuredClauses(report, verdict)];
}
function groupSentence(group, report) {
	const { findings: all } = group;
	const cause = causeOf(group);
	const because = cause === null ? "" : `: ${cause}`;
	if (all.length === 1) return `${findingSentence(all[0])}${because}`;
	const where = devicesText(all);
	const which = variantsText(group, report);
	const said = isOfFigure(all[0].difference) ? figuresText(all) : changesText(all);
	return `${new Set(all.map(({ comparison }) => comparison.recipe)).size === 1 ? subjectOf(all[0].comparison) : group.file} ${said}${where}${which}${limitsText(all)}${chanceText(all)}${because}`;
}
function findingSentence({ comparison, difference }) {
	const { unmeasured, reason, metric, limit } = difference;
	const what = reason ?? `breaks the limit of ${metric} (${limit})`;
	return `${subjectOf(comparison)}${unmeasured === void 0 ? "" : ":"} ${what}`;
}
function changesText(all) {
	const [{ comparison, difference }] = all;
	const sorted = all.map((each) => each.difference).sort((a, b) => changeOf(a) - changeOf(b));
	const amounts = [sorted[0], sorted.at(-1)].map((each) => changeText(each).replace(/^[+−±]/, ""));
	const { words } = metricOf(difference.metric);
	const word = gain(difference.unit, difference.delta) < 0 ? words.worse : words.better;
	const amount = rangeText(amounts);
	if (comparison.kind === "recipe") return `is ${amount} ${word} than the model it was made from`;
	return `became ${amount} ${word}`;
}
const changeOf = ({ unit, delta, relative }) => Math.abs((units[unit].change === "share" ? relative : delta) ?? delta);
function figuresText(all) {
	const { metric, unit } = all[0].difference;
	const heads = all.map(({ difference }) => difference.head).sort((a, b) => a - b);
	return `has ${/^[aeiou]/.test(metric) ? "an" : "a"} ${metric} of ${rangeText([heads[0], heads.at(-1)].map(units[unit].format))}`;
}
function rangeText([low, high]) {
	if (low === high) return low;
	const unit = / .*$/.exec(high)?.[0] ?? "";
	return `${unit !== "" && low.endsWith(unit) ? low.slice(0, -unit.length) : low}–${high}`;
}
function devicesText(all) {
	const devices = [...new Set(all.flatMap(({ difference }) => difference.device ?? []))];
	if (devices.length === 0) return "";
	return devices.length <= 2 ? ` on ${devices.join(" and ")}` : ` on ${devices.length} devices`;
}
function variantsText({ file, findings: all }, report) {
	const own = new Set(all.map(({ comparison }) => comparison.recipe));
	if (own.size === 1) return "";
	const there = report.models.filter((model) => model.file === file).flatMap(({ comparisons }) => comparisons);
	const variants = new Set(there.map(({ recipe }) => recipe));
	const some = countedFigures(all, own.size);
	if (own.size === variants.size) return `, in ${own.size === 2 ? "both" : `all ${own.size}`} variants${some}`;
	if (own.size >= maxNamed$1) return `, in ${own.size} of ${variants.size} variants${some}`;
	return `, ${[...own].map((recipe) => recipe === null ? "as committed" : `with ${recipe}`).join(" and ")}${some}`;
}
function countedFigures(all, variants) {
	const devices = new Set(all.map(({ difference }) => difference.device)).size;
	return all.length < devices * variants ? `, ${all.length} of ${devices * variants} figures` : "";
}
function limitsText(all) {
	const limits = [...new Set(all.map(({ difference }) => limitOf(difference)))].filter((text) => text !== "");
	return limits.length > 0 ? ` (${someOf(limits, maxNamed$1)})` : "";
}
function chanceText([first]) {
	return first?.difference.chance === void 0 ? "" : ", which may be chance";
}
function unmeasuredClauses(report, verdict) {
	const groups = new Map();
	for (const finding of findings(report, verdict).filter(isUnmeasured)) {
		const cause = finding.difference.unmeasured;
		groups.set(cause, [...groups.get(cause) ?? [], finding]);
	}
	return [...groups.values()].map((group) => ({
		text: unmeasuredSentence(group),
		files: [...new Set(group.map(({ comparison }) => comparison.file))],
		metrics: [...new Set(group.map(({ difference }) => difference.metric))]
	}));
}
function unmeasuredSentence(group) {
	const [first] = group;
	if (group.length === 1) return findingSentence(first);
	const subjects = [...new Set(group.map(({ comparison }) => subjectOf(comparison)))];
	const figures = [...new Set(group.map(({ difference }) => figureName(difference)))];
	const limits = [...new Set(group.map(({ difference }) => difference.limit))];
	const which = limits.length === 1 ? ` (limit: ${limits[0]})` : "";
	const were = figures.length > 1 ? "were" : "was";
	return `${someOf(subjects, maxNamed$1)}: ${someOf(figures, maxNamed$1)} ${were} not judged${which}: ${first.difference.unmeasured}`;
}
// src/compare/report.ts
function buildReport(input) {
	const models = [...input.models].sort((a, b) => a.file < b.file ? -1 : Number(a.file > b.file));
	const { baseSha, headSha, environment, omissions } = input;
	const notices = sortWorstFirst(input.notices);
	const verdict = worstVerdict([...models.map((model) => ({ verdict: modelVerdict(model) })), ...notices]);
	return {
		schemaVersion: 1,
		verdict,
		summary: summarize({
			models,
			notices
		}, verdict),
		baseSha,
		headSha,
		models,
		environment,
		notices,
		omissions
	};
}
function sortWorstFirst(notices) {
	const rank = {
		fail: 0,
		warn: 1,
		pass: 2
	};
	return [...notices].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
}
function modelVerdict({ comparisons, problems }) {
	return problems.length > 0 ? "fail" : worstVerdict(comparisons);
}
function summarize(report, verdict) {
	const { models } = report;
	if (verdict === "fail" || verdict === "warn") return worstReason(report, verdict);
	if (models.length === 0) return "No model changed.";
	const best = bestImprovement(models);
	const counted = countSentence(models);
	const noise = findings({ models }, "noise").some(({ comparison }) => comparison.kind !== "recipe") ? " Some differences may be chance." : "";
	return `${best ? `${best}, and no limit is broken` : "No limit is broken"}: ${counted}.${noise}`;
}
function worstReason(report, verdict) {
	const ofRun = report.notices.filter((notice) => notice.verdict === verdict).map(({ text }) => text);
	const said = [
		...problemSentences(report, verdict),
		...findingClauses(report, verdict).map(({ text }) => text),
		...ofRun
	];
	if (said.length === 1) return `${said[0].replace(/\.$/, "")}.`;
	return `${[...counts(report, verdict), ...runCount(ofRun, verdict)].join(", ")}.`;
}
function runCount(ofRun, verdict) {
	const noun = verdict === "fail" ? "failure" : "warning";
	return ofRun.length > 0 ? [`${plural(ofRun.length, noun)} of the run as a whole`] : [];
}
function counts({ models }, verdict) {
	const told = findings({ models }, verdict);
	const troubled = verdict === "fail" ? models.filter(({ problems }) => problems.length > 0) : [];
	const broken = verdict === "fail" ? ["breaks limits", "break limits"] : ["has warnings", "have warnings"];
	return [
		countText(models, filesOf(told.filter(judged)), broken, metricsOf(told.filter(judged))),
		countText(models, filesOf(told.filter(isUnmeasured)), lacks, metricsOf(told.filter(isUnmeasured))),
		countText(models, troubled.map(({ file }) => file), notJudged$1, "")
	].filter((text) => text !== "");
}
const judged = (finding) => !isUnmeasured(finding);
const lacks = ["lacks figures", "lack figures"];
const notJudged$1 = ["could not be judged in full", "could not be judged in full"];
function countText(models, files, [one, several], which) {
	const of = which === "" ? "" : ` (${which})`;
	if (files.length === 0) return "";
	if (files.length === 1) return `${files[0]} ${one}${of}`;
	return `${files.length} of ${models.length} models ${several}${of}`;
}
const filesOf = (found) => [...new Set(found.map(({ comparison }) => comparison.file))];
const metricsOf = (found) => metrics.filter(({ name }) => found.some(({ difference }) => difference.metric === name)).map(({ name }) => name).join(", ");
function problemSentences(report, verdict) {
	if (verdict !== "fail") return [];
	return problemsOf(report).map((problem) => problem.replace(/\.$/, ""));
}
function problemsOf({ models }) {
	return models.flatMap(({ file, problems }) => problems.map((problem) => problem.includes(file) ? problem : `${file}: ${problem}`));
}
function omissionsOf(report) {
	const reasons = [...findings(report, "fail"), ...findings(report, "warn")].flatMap(({ difference }) => difference.unmeasured ?? []);
	return report.omissions.filter((omission) => !reasons.some((reason) => omission.endsWith(`: ${reason}.`)));
}
function modelNotes({ models }) {
	return models.flatMap(({ file, notes }) => notes.map((note) => `${file}: ${note}`));
}
function bestImprovement(models) {
	const best = findings({ models }, "pass").filter(({ comparison: { kind } }) => kind === "model" || kind === "variant").filter(({ difference }) => isImprovement(difference) && metricOf(difference.metric).follows === void 0).sort((a, b) => share(b.difference) - share(a.difference))[0];
	return best ? `${subjectOf(best.comparison)} ${changePhrase(best.difference, best.comparison.kind)}` : null;
}
const noteworthy = .005;
function isImprovement(difference) {
	return difference.verdict === "pass" && share(difference) >= noteworthy;
}
function share({ unit, relative }) {
	return gain(unit, relative ?? 0);
}
function countSentence(models) {
	const count = (status) => models.filter((model) => model.status === status).length;
	const variants = models.flatMap(({ comparisons }) => comparisons.map(({ head }) => head));
	const recipes = new Set(variants.filter((head) => head?.recipe != null).map((head) => `${head.file}\0${head.recipe}`));
	return [
		[count("changed"), "changed model"],
		[count("added"), "new model"],
		[count("removed"), "removed model"],
		[count("unchanged"), "unchanged model"],
		[recipes.size, "variant"]
	].filter(([number]) => number > 0).map(([number, noun]) => plural(number, noun)).join(", ");
}
function plural(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
// src/report/marks.ts
const marks = {
	pass: "✅",
	noise: "✅",
	warn: "⚠️",
	fail: "❌",
	improved: "⚡",
	added: "🆕",
	removed: "🗑️"
};
const figureMarks = {
	pass: "",
	noise: "≈",
	warn: "⚠️",
	fail: "❌"
};
// src/report/rows.ts
function mainGrid(report) {
	return makeGrid(report, (model) => rowSources(model));
}
function recipeGrid(report) {
	return makeGrid(report, ({ comparisons }) => comparisons.filter(({ kind }) => kind === "recipe").map((shown) => ({
		shown,
		verdict: shown.verdict
	})));
}
function rowSources(model) {
	return [...new Set(model.comparisons.map(({ recipe }) => recipe))].map((recipe) => {
		const own = model.comparisons.filter((comparison) => comparison.recipe === recipe);
		return {
			shown: own.find(({ kind }) => kind !== "recipe") ?? withoutChanges(own[0]),
			verdict: recipe === null && model.problems.length > 0 ? modelVerdict({
				...model,
				comparisons: own
			}) : worstVerdict(own)
		};
	});
}
function withoutChanges(comparison) {
	const differences = comparison.differences.map((difference) => ({
		...difference,
		delta: null,
		relative: null
	}));
	return {
		...comparison,
		kind: "new",
		differences
	};
}
function makeGrid(report, sourcesOf) {
	const sources = report.models.flatMap((model) => sourcesOf(model).map((source) => ({
		...source,
		model
	})));
	const columns = columnsOf$1(sources.map(({ shown }) => shown));
	return hoistRemarks({
		columns,
		rows: sources.map(({ shown, verdict, model }) => ({
			file: shown.file,
			recipe: shown.recipe,
			mark: markOf(shown, verdict, model),
			verdict,
			unchanged: shown.kind !== "new" && shown.kind !== "removed" && shown.differences.every(({ delta }) => delta === 0),
			cells: columns.map((column) => cellOf(shown, column))
		}))
	});
}
function hoistRemarks({ columns, rows }) {
	const shared = columns.map((_, index) => {
		const remarks = new Set(rows.map(({ cells }) => cells[index]?.remark).filter((text) => text !== notJudged));
		remarks.delete(void 0);
		const [remark = null, ...others] = remarks;
		return others.length === 0 && remark !== null && !remark.includes(",") ? remark : null;
	});
	const titled = columns.map((column, i) => {
		const remark = shared[i];
		return remark == null ? column : {
			...column,
			title: `${column.title} (${remark})`,
			remark
		};
	});
	const bare = (cell, i) => cell && cell.remark === shared[i] ? {
		...cell,
		remark: null
	} : cell;
	return {
		columns: titled,
		rows: rows.map((row) => ({
			...row,
			cells: row.cells.map(bare)
		}))
	};
}
function columnsOf$1(comparisons) {
	const shown = comparisons.flatMap(({ head, differences }) => differences.filter(({ head: figure, unmeasured }) => figure !== null || unmeasured !== void 0).map((difference) => ({
		difference,
		likeness: readingOf(difference, head)?.likeness
	})));
	return metrics.flatMap((metric) => {
		const own = shown.filter(({ difference }) => difference.metric === metric.name);
		const devices = metric.columnPerDevice ? own.map(({ difference }) => difference.device) : [null];
		const likenesses = [...new Set(own.map(({ likeness }) => likeness))];
		likenesses.sort((a, b) => (a ?? "").localeCompare(b ?? "", "en"));
		return likenesses.flatMap((likeness) => [...new Set(devices)].map((device) => ({
			metric,
			device,
			likeness,
			title: `${likeness ?? metric.title}${device === null ? "" : ` on ${device}`}`
		})));
	});
}
function readingOf({ metric, device }, head) {
	return head && metricOf(metric).read(head, device);
}
function cellOf(comparison, { metric, device, likeness }) {
	const candidates = comparison.differences.filter((difference) => difference.metric === metric.name && (device === null || difference.device === device) && readingOf(difference, comparison.head)?.likeness === likeness);
	const worst = worstVerdict(candidates);
	const [difference] = candidates.filter(({ verdict }) => verdict === worst).sort((a, b) => (b.head ?? 0) - (a.head ?? 0));
	if (!difference || difference.head === null && difference.unmeasured === void 0) return null;
	return {
		value: difference.head === null ? "–" : units[difference.unit].format(difference.head),
		change: changeText(difference),
		verdict: difference.verdict,
		remark: difference.head === null ? notJudged : readingOf(difference, comparison.head)?.remark ?? null
	};
}
const notJudged = "not judged";
function markOf(shown, verdict, { status }) {
	if (verdict === "fail" || verdict === "warn") return marks[verdict];
	if (shown.kind === "removed") return marks.removed;
	if (shown.kind === "new" && status === "added") return marks.added;
	return shown.differences.some(isImprovement) ? marks.improved : marks[verdict];
}
// src/compare/trade-offs.ts
function tradeOffs({ comparisons }) {
	const measurements = headMeasurements(comparisons.map(({ head }) => head));
	const device = measurements[0]?.devices.map((measured) => measured.device).find((name) => measurements.every(({ devices }) => devices.some((other) => other.device === name)));
	const accuracies = accuraciesOf(measurements);
	const choices = measurements.map((measurement, index) => ({
		recipe: measurement.recipe,
		measurement,
		latencyMs: measurement.devices.find((measured) => measured.device === device)?.latencyMs ?? null,
		accuracy: accuracies[index]
	}));
	return choices.map((choice) => ({
		...choice,
		best: !choices.some((other) => beats(other, choice))
	}));
}
function headMeasurements(heads) {
	return [...new Map(heads.filter((head) => head !== null).map((head) => [head.recipe, head])).values()].sort((a, b) => Number(a.recipe !== null) - Number(b.recipe !== null));
}
function accuraciesOf(measurements) {
	const variants = measurements.filter(({ recipe }) => recipe !== null);
	const faithful = variants.length > 0 && variants.every(({ evaluation }) => evaluation?.metric === "fidelity");
	const units = new Set(variants.map(({ evaluation }) => evaluation && accuracyUnit(evaluation)));
	if (faithful && units.size === 1) {
		const itself = units.has("ratio") ? 1 : Infinity;
		return measurements.map(({ recipe, evaluation }) => recipe === null ? itself : evaluation.value.value);
	}
	const metrics = new Set(measurements.map(({ evaluation }) => evaluation?.metric));
	const same = metrics.size === 1 && !metrics.has("fidelity");
	return measurements.map(({ evaluation }) => same && evaluation ? evaluation.value.value : null);
}
function beats(a, b) {
	const gains = [
		b.measurement.bytes - a.measurement.bytes,
		(b.latencyMs ?? 0) - (a.latencyMs ?? 0),
		accuracyGain(a, b)
	];
	return gains.every((value) => value >= 0) && gains.some((value) => value > 0);
}
function accuracyGain(a, b) {
	const evaluation = (a.recipe === null ? b : a).measurement.evaluation;
	if (a.accuracy === null || b.accuracy === null || !evaluation) return 0;
	return a.accuracy === b.accuracy ? 0 : gain(accuracyUnit(evaluation), a.accuracy - b.accuracy);
}
// node_modules/markdown-table/index.js
function defaultStringLength(value) {
	return value.length;
}
function markdownTable$1(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	const alignments = [];
	const cellMatrix = [];
	const sizeMatrix = [];
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		const row = [];
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	const row = [];
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}
// src/report/markdown.ts
const joiner = "​";
function escapeMarkdown(text, max) {
	return inline(text, max).replace(/^[#+=-]/, "\\$&").replace(/^(\d{1,9})([.)])(?= |$)/, "$1\\$2");
}
function tableCell(text) {
	return inline(text, 80);
}
function inline(text, max) {
	return unlinked(visible(text, max)).replace(/[\\`*_[\]<>~&]/g, "\\$&").replaceAll("$", "<span>$</span>").replaceAll("|", "&#124;");
}
function code(text, max) {
	const name = visible(text, max) || "(empty)";
	if (!/[`|\\<>&]/.test(name)) return `\`${name}\``;
	return `<code>${unlinked(name).replace(/[^A-Za-z0-9 ./+\u200b-]/gu, (character) => {
		return `&#${character.codePointAt(0)};`;
	})}</code>`;
}
function commit(sha) {
	return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : escapeMarkdown(sha);
}
function unlinked(text) {
	return text.replace(/@(?=\S)/g, `@${joiner}`).replace(/#(?=\d)/g, `#${joiner}`).replace(/(?<![A-Z\d])(GH|GHSA|CVE)-(?=\w)/gi, `$&${joiner}`).replaceAll("://", `:${joiner}//`).replace(/www(?=\.)/gi, `$&${joiner}`).replace(/:(?=[\w+-]+:)/g, `:${joiner}`).replace(/(?<![\da-z])[\da-f]{7,}(?![\da-z])/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${joiner}`));
}
function link(text, url) {
	return /^https?:\/\/[^\s<>]+$/.test(url) ? `[${text}](<${url}>)` : text;
}
function table(header, rows, left) {
	const align = header.map((_, index) => index < left ? "l" : "r");
	return markdownTable$1([header, ...rows], {
		align,
		alignDelimiters: false,
		padding: true
	});
}
function details(title, content) {
	return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}
// src/report/grid-table.ts
function gridTable({ columns, rows }) {
	return table([
		"",
		"Model",
		"Variant",
		...columns.map(({ title }) => tableCell(title))
	], rows.map((row, i) => rowCells(row, rows[i - 1]?.file === row.file)), 3);
}
function rowCells({ mark, file, recipe, cells }, isNamed) {
	const variant = recipe === null ? "as committed" : code(recipe, 80);
	return [
		mark,
		isNamed ? "" : code(file, 80),
		variant,
		...cells.map(figure$1)
	];
}
function figure$1(cell) {
	if (!cell) return "–";
	const change = cell.change === null ? "" : cell.verdict === "fail" ? ` (**${cell.change}**)` : ` (${cell.change})`;
	const mark = figureMarks[cell.verdict];
	const remark = cell.remark === null ? "" : `<br><sub>${escapeMarkdown(cell.remark)}</sub>`;
	return `${cell.value}${change}${mark && ` ${mark}`}${remark}`;
}
function legend(grid) {
	const sentences = legendSentences(grid);
	return sentences.length > 0 ? `<sub>${sentences.join(" · ")}</sub>` : "";
}
function legendSentences({ columns, rows }) {
	const cells = rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
	const said = [...columns, ...cells].map(({ remark }) => remark?.split(",")[0] ?? "");
	const remarks = [...new Set(said)];
	const shown = [...new Set(columns.map(({ metric }) => metric))];
	return [
		...shown.flatMap((metric) => [metric.legend?.(remarks) ?? "", ...meanings(metric, remarks)]),
		...shown.map(({ unitNote }) => unitNote ?? ""),
		cells.some(({ verdict }) => verdict === "noise") ? "≈ may be chance" : ""
	].filter((sentence) => sentence !== "");
}
function meanings({ remarks: all = {} }, remarks) {
	return Object.entries(all).filter(([name]) => remarks.includes(name)).map(([name, meaning]) => `${name}: ${meaning}`);
}
// src/report/comparison-tables.ts
const maxRows$1 = 30;
const maxDevices = 2;
function comparisonTables(grid, most) {
	const shown = worstRows(grid.rows, most);
	const quiet = shown.filter(isQuiet);
	const loud = shown.filter((row) => !isQuiet(row));
	const open = worstRows(loud, maxRows$1);
	const rest = loud.filter((row) => !open.includes(row));
	const { near, far } = splitDevices(grid);
	const tableOf = (rows) => gridTable(columnsOf({
		...grid,
		rows
	}, near));
	const devices = `Latency on ${far.length} more device${far.length === 1 ? "" : "s"}`;
	return [
		open.length > 0 ? tableOf(open) : "",
		shown.length > 0 ? legend({
			...grid,
			rows: shown
		}) : "",
		rest.length > 0 ? details(`${rest.length} more models and variants`, tableOf(rest)) : "",
		loud.length > 0 && far.length > 0 ? details(devices, gridTable(columnsOf({
			...grid,
			rows: loud
		}, far))) : "",
		quiet.length > 0 ? details(`Unchanged: ${quiet.length}`, gridTable({
			...grid,
			rows: quiet
		})) : ""
	];
}
const isQuiet = ({ unchanged, verdict }) => unchanged && verdict === "pass";
function splitDevices({ columns }) {
	const devices = [...new Set(columns.flatMap(({ device }) => device ?? []))];
	const hidden = new Set(devices.slice(maxDevices));
	const places = columns.map((_, i) => i);
	const isFar = (i) => hidden.has(columns[i].device ?? "");
	return {
		near: places.filter((i) => !isFar(i)),
		far: places.filter(isFar)
	};
}
function columnsOf({ columns, rows }, places) {
	return {
		columns: places.map((i) => columns[i]),
		rows: rows.map((row) => ({
			...row,
			cells: places.map((i) => row.cells[i])
		}))
	};
}
const rank$1 = {
	fail: 0,
	warn: 1,
	noise: 2,
	pass: 2
};
const urgency = ({ verdict, recipe }) => 2 * rank$1[verdict] + (recipe === null ? 0 : 1);
function worstRows(rows, count) {
	if (rows.length <= count) return rows;
	const worst = new Set([...rows].sort((a, b) => urgency(a) - urgency(b)).slice(0, count));
	return rows.filter((row) => worst.has(row));
}
// src/report/finding-lines.ts
const maxLines = 10;
const maxNamed = 20;
function noticeLines({ notices }) {
	return notices.map(({ verdict, text }) => `${figureMarks[verdict]} ${text}`.trim());
}
function findingLines(report) {
	const all = ["fail", "warn"].flatMap((verdict) => findingClauses(report, verdict).map((clause) => ({
		verdict,
		...clause
	}))).filter(({ text }) => report.summary !== `${text}.`);
	const [shown, rest] = [all.slice(0, maxLines), all.slice(maxLines)];
	const lines = shown.map(({ verdict, text }) => `${figureMarks[verdict]} ${text}`);
	if (rest.length === 0) return lines;
	const named = new Set(shown.flatMap(({ files }) => files));
	const others = [...new Set(rest.flatMap(({ files }) => files))].filter((file) => !named.has(file));
	const metrics = [...new Set(rest.flatMap((clause) => clause.metrics))];
	const of = others.length > 0 ? `, also of ${someOf(others, maxNamed)}` : "";
	return [...lines, `${figureMarks[rest[0].verdict]} and ${rest.length} more (${metrics.join(", ")})${of}`];
}
// src/report/method-section.ts
function methodFacts(report) {
	const measured = report.models.flatMap(({ comparisons }) => comparisons.flatMap(({ base, head }) => [base, head])).filter((measurement) => measurement !== null);
	return [
		...report.baseSha === null ? [] : [{
			name: "Base",
			value: report.baseSha
		}],
		...report.headSha === null ? [] : [{
			name: "Head",
			value: report.headSha
		}],
		...unique(measured.flatMap(deviceFacts)),
		...unique(measured.flatMap(dataFacts)),
		...report.environment.map(({ name, version }) => ({
			name,
			value: version
		}))
	];
}
function deviceFacts({ devices }) {
	return devices.map(({ device, confidence, runtime, spread }) => ({
		name: device,
		value: `${confidence}${spread ? " by the clock of the machine itself" : ""}; ${runtime}`
	}));
}
function dataFacts({ evaluation }) {
	if (!evaluation) return [];
	const { dataset, samples, metric } = evaluation;
	return [{
		name: dataset,
		value: `${samples} samples, ${metric}`
	}];
}
function unique(facts) {
	return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}
function methodSection(report) {
	return details("How this was measured", methodFacts(report).slice(0, maxFacts).map(({ name, value }) => `- ${code(name)}: ${commit(value)}`).join("\n"));
}
const maxFacts = 40;
// src/report/notes-section.ts
const maxNotes = 15;
function unmeasuredOf({ models, omissions }) {
	const comparisons = models.flatMap((model) => model.comparisons);
	const isTold = ({ reason }) => omissions.some((omission) => omission.includes(reason));
	const sentences = comparisons.flatMap((comparison) => (comparison.head?.missing ?? []).filter((missing) => !isTold(missing)).map((missing) => `${subjectOf(comparison)}: ${missingSentence(missing)}`));
	return [...new Set(sentences)];
}
function missingSentence({ device, reason }) {
	return `${device === null ? "accuracy" : `on ${device}`} not measured: ${reason}.`;
}
function notesOf({ models }) {
	const comparisons = models.flatMap((model) => model.comparisons);
	return [...new Set(comparisons.map(subjectOf))].map((subject) => ({
		subject,
		sentences: sentencesOf(comparisons.filter((own) => subjectOf(own) === subject))
	})).filter(({ sentences }) => sentences.length > 0);
}
function sentencesOf(comparisons) {
	const sentences = comparisons.flatMap(({ kind, base, head, differences }) => [
		...kind === "recipe" ? [] : (base?.missing ?? []).map((missing) => `base: ${missingSentence(missing)}`),
		...differences.filter(({ verdict, reason }) => verdict === "pass" && reason).map(({ reason }) => reason),
		...head?.notes ?? []
	]);
	return [...new Set(sentences)];
}
function notesSection(report) {
	const parts = notesOf(report).map(({ subject, sentences }) => {
		const shown = sentences.slice(0, maxNotes).map((sentence) => `- ${escapeMarkdown(sentence)}`);
		const rest = sentences.length - shown.length;
		return [
			`${code(subject)}\n`,
			...shown,
			...rest > 0 ? [`- and ${rest} more`] : []
		].join("\n");
	});
	return parts.length > 0 ? details("Notes", parts.join("\n\n")) : "";
}
// src/report/layer-table.ts
const maxRows = 10;
const notDelegated = "⚠️ not XNNPACK";
const macsLegend = "MACs a of b: a sparse kernel ran, and left out those by weights that are zero.";
const layerLegend = "Misses: cache lines that level 1, level 2 and so on did not have. Bound: what the layer spends most of its cycles on. not XNNPACK: it fell out of the delegate, and LiteRT’s own kernel ran it.";
const legendOf = (tables) => tables.some(({ sparse }) => sparse) ? `${layerLegend} ${macsLegend}` : layerLegend;
function changedLayers(report) {
	return comparisonsOf$1(report).flatMap((comparison) => pairsOf(comparison).flatMap(([base, head]) => {
		const changes = comparison.kind !== "recipe" || isSlower(comparison, head.device) ? layerChanges(base, head) : [];
		return changes.length > 0 ? [changeTable(subjectOfChange(comparison), head.device, changes)] : [];
	}));
}
function costliestLayers(report, which) {
	const kinds = which === "all" ? [
		"model",
		"variant",
		"new"
	] : ["new"];
	return comparisonsOf$1(report).filter(({ kind }) => kinds.includes(kind)).flatMap((comparison) => (comparison.head?.devices ?? []).map((measured) => costTable(subjectOf(comparison), measured))).filter(({ rows }) => rows.length > 0);
}
function comparisonsOf$1({ models }) {
	return models.flatMap(({ comparisons }) => comparisons);
}
function pairsOf({ base, head }) {
	return (head?.devices ?? []).flatMap((measured) => {
		const before = base?.devices.find(({ device }) => device === measured.device);
		return before ? [[before, measured]] : [];
	});
}
function isSlower({ differences }, device) {
	const latency = differences.find((one) => one.metric === "latency" && one.device === device);
	return latency?.verdict === "warn" || latency?.verdict === "fail";
}
function subjectOfChange(comparison) {
	const subject = subjectOf(comparison);
	return comparison.kind === "recipe" ? `${subject}, against its source` : subject;
}
const names = [
	"Layer",
	"Kernel",
	"Bound"
];
const facts = [
	"Share",
	"Cycles",
	"MACs",
	"Misses"
];
function changeTable(subject, device, changes) {
	const rows = changes.slice(0, maxRows).map(changeCells);
	const more = changes.length - rows.length;
	const rest = more > 0 ? `${more} others changed less.` : "";
	const sparse = changes.some(({ base, head }) => [base, head].some(isSparse));
	return {
		subject,
		device,
		header: [
			...names,
			"Base",
			"Head",
			"Change",
			...facts
		],
		rows,
		names: names.length,
		rest,
		sparse
	};
}
function costTable(subject, measured) {
	const all = layerFigures(measured);
	const rows = all.slice(0, maxRows).map((layer) => [
		...nameCells([layer]),
		units.ms.format(layer.ms),
		...factCells([layer])
	]);
	const more = all.length - rows.length;
	const rest = more > 0 ? `${more} others cost less.` : "";
	const header = [
		...names,
		"Latency",
		...facts
	];
	const sparse = all.some(isSparse);
	return {
		subject,
		device: measured.device,
		header,
		rows,
		names: names.length,
		rest,
		sparse
	};
}
const isSparse = (layer) => layer?.effectiveMacs !== void 0;
function changeCells({ base, head }) {
	const change = (head?.ms ?? 0) - (base?.ms ?? 0);
	const share = base && base.ms > 0 ? ` (${formatShare(change / base.ms)})` : "";
	const sides = [base, head].filter((side) => side !== null);
	return [
		...nameCells(sides),
		base ? units.ms.format(base.ms) : "–",
		head ? units.ms.format(head.ms) : "–",
		`${signed(change, units.ms.formatDifference)}${share}`,
		...factCells(sides)
	];
}
function nameCells(sides) {
	return [nameOf(sides), ...cells(sides, [kernelOf, ({ bound }) => bound ?? "–"])];
}
function factCells(sides) {
	return cells(sides, [
		({ share }) => units.ratio.format(share),
		({ cycles }) => cycles === null ? "–" : formatCount(cycles),
		(layer) => macsText(layer, formatCount),
		({ misses }) => misses.map(formatCount).join(" / ") || "–"
	]);
}
function macsText({ macs, effectiveMacs }, format) {
	if (macs === null) return "–";
	return effectiveMacs === void 0 ? format(macs) : `${format(effectiveMacs)} of ${format(macs)}`;
}
function cells(sides, texts) {
	return texts.map((text) => [...new Set(sides.map(text))].join(" → "));
}
function nameOf(sides) {
	const operators = [...new Set(sides.map(({ operator }) => operator))];
	const names = sides.map(({ index, operator }) => operators.length > 1 ? `${index} ${operator}` : `${index}`);
	const name = [...new Set(names)].join(" → ");
	return operators.length > 1 ? name : `${name} ${operators[0]}`;
}
function kernelOf({ kernel, delegated }) {
	return delegated ? kernel ?? "" : notDelegated;
}
// src/report/layer-section.ts
const changesByLayer = sectionOf("Changes by layer", [
	"comment",
	"page",
	"text"
], changedLayers);
const newLayers = sectionOf("Layers of what is new", ["comment"], (report) => costliestLayers(report, "new"));
const allLayers = sectionOf("Layers", ["page"], (report) => costliestLayers(report, "all"));
function sectionOf(title, views, tablesOf) {
	return {
		title,
		views,
		tables: tablesOf,
		legend: (report) => legendOf(tablesOf(report))
	};
}
// src/report/quantization-section.ts
const maxLayers$2 = 10;
const maxName$1 = 48;
const damageHeader = [
	"Layer",
	"Stored as",
	"SQNR of its values",
	"Its weights alone",
	"Its activations alone",
	"Share of the noise"
];
const quantizationByLayer = {
	title: "Quantization by layer",
	views: ["comment", "page"],
	tables: ({ models }) => {
		return models.flatMap((model) => model.comparisons).filter(({ kind }) => kind !== "recipe").flatMap((comparison) => {
			const layers = comparison.head?.quantization ?? [];
			if (layers.every(({ storage }) => storage === "float")) return [];
			const rows = worstFirst(layers).slice(0, maxLayers$2);
			const rest = restSentence(layers.length - rows.length);
			const cells = rows.map(damageCells);
			return [{
				subject: subjectOf(comparison),
				device: null,
				header: damageHeader,
				rows: cells,
				names: 2,
				rest
			}];
		});
	},
	legend: () => damageLegend
};
function worstFirst(layers) {
	const decibels = (layer) => layer.outputDb ?? Infinity;
	const difference = (a, b) => a === b ? 0 : a - b;
	return [...layers].sort((a, b) => difference(b.share ?? 0, a.share ?? 0) || difference(decibels(a), decibels(b)) || a.index - b.index);
}
function damageCells(layer) {
	const { index, operator, name, storage, outputDb, weightsDb, activationsDb, share } = layer;
	return [
		`${index} ${operator} ${visible(name, maxName$1)}`.trimEnd(),
		storage,
		db(outputDb),
		db(weightsDb),
		db(activationsDb),
		share === null ? "–" : units.ratio.format(share)
	];
}
const mostDb = 120;
function db(value) {
	if (value === null) return "–";
	if (value === Infinity) return "exact";
	return value > mostDb ? `> ${mostDb} dB` : units.dB.format(value);
}
const damageLegend = "SQNR of its values: against the source’s, in the finished model. Alone: SQNR of the model’s logits (else outputs) when nothing else is rounded, measured on calibration samples before any correction.";
function restSentence(rest) {
	return rest === 0 ? "" : `${rest} other ${rest === 1 ? "layer hurts" : "layers hurt"} less.`;
}
// src/report/zeros-section.ts
const maxLayers$1 = 20;
const maxName = 48;
function zerosHeader(layers) {
	return [
		"Layer",
		"Stored",
		"Weights",
		"Zero",
		...layers.some(isKnown) ? [
			"Pruned",
			"Zero before",
			"Rounded to zero"
		] : []
	];
}
const isKnown = ({ before }) => before !== null;
function zerosLegend(layers) {
	return [layers.some(isKnown) ? "Pruned: chosen by the recipe. Zero before: in its source. Rounded to zero: neither, too small for the type that stores them." : "Why weights are zero isn’t known of a model as committed.", ...layers.some(({ storage }) => storage !== "dense") ? ["Sparse: stored without zeros, as its kernel reads it; unpacked: the same, unpacked on loading."] : []].join(" ");
}
const zerosByLayer = {
	title: "Zeros by layer",
	views: [
		"comment",
		"page",
		"text"
	],
	tables: (report) => comparisonsOf(report).map((comparison) => {
		const { rows, rest } = largest(comparison.head.zeros);
		const [header, cells] = [zerosHeader(rows), rows.map(zerosCells)];
		return {
			subject: subjectOf(comparison),
			device: null,
			header,
			rows: cells,
			names: 2,
			rest
		};
	}),
	legend: (report) => zerosLegend(comparisonsOf(report).flatMap((comparison) => largest(comparison.head.zeros).rows))
};
function comparisonsOf({ models }) {
	return models.flatMap((model) => model.comparisons).filter(({ kind, head }) => kind !== "recipe" && (head?.zeros?.length ?? 0) > 0);
}
function largest(layers) {
	const rows = [...layers].sort((a, b) => b.weights - a.weights || a.index - b.index).slice(0, maxLayers$1).sort((a, b) => a.index - b.index);
	return {
		rows,
		rest: restOfZeros(layers.length - rows.length)
	};
}
function zerosCells(layer) {
	const { index, operator, name, storage, weights, zeros, pruned, before } = layer;
	const origins = before === null ? [] : [
		pruned ?? 0,
		before,
		roundedToZero(layer)
	];
	return [
		`${index} ${operator} ${visible(name, maxName)}`.trimEnd(),
		storage,
		formatCount(weights),
		...[zeros, ...origins].map((count) => units.ratio.format(count / weights))
	];
}
function restOfZeros(rest) {
	return rest === 0 ? "" : `${rest} other ${rest === 1 ? "layer has" : "layers have"} fewer weights.`;
}
// src/report/section-list.ts
const sections = [
	changesByLayer,
	newLayers,
	allLayers,
	zerosByLayer,
	quantizationByLayer
];
const sectionsFor = (view) => sections.filter(({ views }) => views.includes(view));
const listSections = [
	{
		title: "Problems",
		label: "problem",
		sentences: problemsOf
	},
	{
		title: "Not measured",
		label: "not measured",
		sentences: unmeasuredOf
	},
	{
		title: "Of the base",
		label: "of the base",
		sentences: modelNotes
	},
	{
		title: "Left out",
		label: "left out",
		sentences: omissionsOf
	}
];
// src/report/html-template.ts
var Html = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
const maxPart = 1e4;
function html(strings, ...parts) {
	return new Html(strings.map((text, index) => text + (index < parts.length ? render(parts[index]) : "")).join(""));
}
function render(part) {
	if (part instanceof Html) return part.text;
	if (typeof part === "object") return part.map(({ text }) => text).join("");
	return visible(String(part), maxPart).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
const nothing = html``;
// src/report/text-table.ts
function textTable(header, rows, left = 1) {
	const lines = [...header ? [header] : [], ...rows].map((line) => line.map((cell) => visible(cell)));
	const columns = Math.max(0, ...lines.map((line) => line.length));
	const widths = Array.from({ length: columns }, (_, column) => Math.max(...lines.map((line) => width$1(line[column] ?? ""))));
	return lines.map((line) => widths.map((size, column) => pad(line[column] ?? "", size, column < left)).join("  ").trimEnd()).join("\n");
}
function pad(cell, size, left) {
	const blanks = " ".repeat(Math.max(0, size - width$1(cell)));
	return left ? `${cell}${blanks}` : `${blanks}${cell}`;
}
function width$1(cell) {
	const characters = [...cell.replaceAll("️", "")];
	return characters.length + characters.filter((character) => /\p{Extended_Pictographic}/u.test(character)).length;
}
// src/report/section-views.ts
function markdownSection(section, report) {
	const tables = section.tables(report);
	if (tables.length === 0) return "";
	const legend = `<sub>${section.legend(report)}</sub>`;
	return details(section.title, [...tables.map(markdownTable), legend].join("\n\n"));
}
function markdownTable({ subject, device, header, rows, names, rest }) {
	const where = device === null ? "" : ` on ${code(device)}`;
	const cells = rows.map((row) => row.map(tableCell));
	return `${code(subject)}${where}\n\n${table([...header], cells, names)}${rest && `\n\n${rest}`}`;
}
function htmlSection(section, report) {
	const tables = section.tables(report);
	if (tables.length === 0) return nothing;
	return html`${tables.map(htmlTable)}<p><small>${section.legend(report)}</small></p>`;
}
function htmlTable({ subject, device, header, rows, names, rest }) {
	const lines = rows.map((cells) => html`<tr>${cells.map((cell, index) => htmlCell(cell, index < names))}</tr>`);
	const where = device === null ? nothing : html` on ${device}`;
	const more = rest === "" ? nothing : html`<p><small>${rest}</small></p>`;
	return html`<h3><code>${subject}</code>${where}</h3><div class="scroll"><table>
<thead><tr>${header.map((title, index) => html`<th scope="col"${index < names ? new Html(" class=\"name\"") : nothing}>${title}</th>`)}</tr></thead>
<tbody>${lines}</tbody></table></div>${more}`;
}
function htmlCell(text, isName) {
	return isName ? html`<td class="name">${text}</td>` : html`<td>${text}</td>`;
}
function textSection(section, report) {
	const tables = section.tables(report);
	if (tables.length === 0) return [];
	return [...tables.map((each) => tableText(section.title, each)), section.legend(report)];
}
function tableText(title, { subject, device, header, rows, names, rest }) {
	const where = device === null ? "" : ` on ${visible(device)}`;
	return `${`${visible(subject)}${where}, ${title[0].toLowerCase()}${title.slice(1)}:`}\n${textTable([...header], rows, names)}${rest && `\n${rest}`}`;
}
// src/report/sections.ts
const fullDetail = {
	layers: true,
	notes: true,
	recipes: true,
	rows: Infinity
};
function leaner(detail, rows) {
	if (detail.layers) return {
		...detail,
		layers: false
	};
	if (detail.notes) return {
		...detail,
		notes: false
	};
	if (detail.recipes) return {
		...detail,
		recipes: false
	};
	if (detail.rows <= 1) return null;
	return {
		...detail,
		rows: Math.floor(Math.min(detail.rows, rows) * .8)
	};
}
const maxListed = 12;
function renderSections(report, links, detail) {
	const grid = mainGrid(report);
	return `${[
		`${marks[report.verdict]} **${escapeMarkdown(report.summary)}**`,
		listed(noticeLines(report)),
		listed(findingLines(report)),
		...comparisonTables(grid, detail.rows),
		...listSections.map(({ title, sentences }) => listSection(title, sentences(report))),
		detail.recipes ? recipeSection(report) : "",
		...detail.layers ? sectionsFor("comment").map((section) => markdownSection(section, report)) : [],
		detail.notes ? notesSection(report) : "",
		report.models.length > 0 ? methodSection(report) : "",
		cutSentence(detail, grid.rows.length),
		footer$1(links, report.headSha)
	].filter((block) => block !== "").join("\n\n")}\n`;
}
function listSection(title, lines) {
	return lines.length > 0 ? `**${title}**\n\n${listed(lines)}` : "";
}
function listed(lines) {
	const shown = lines.slice(0, maxListed).map((line) => `- ${escapeMarkdown(line)}`);
	const rest = lines.length - shown.length;
	return [...shown, ...rest > 0 ? [`- and ${rest} more`] : []].join("\n");
}
function recipeSection(report) {
	const grid = recipeGrid(report);
	if (grid.rows.length === 0) return "";
	const best = report.models.flatMap(bestChoices);
	return details("What each recipe makes of its model", [gridTable(grid), ...best].join("\n\n"));
}
function bestChoices(model) {
	const choices = tradeOffs(model);
	if (choices.length < 2 || choices.some(({ accuracy }) => accuracy === null)) return [];
	const best = choices.filter((choice) => choice.best).map(({ recipe }) => recipe === null ? "as committed" : code(recipe));
	const speed = choices.some(({ latencyMs }) => latencyMs === null) ? "" : ", latency";
	return [`Best trade-offs of ${code(model.file)} between size${speed} and accuracy: ${best.join(", ")}.`];
}
function cutSentence(detail, rows) {
	const parts = [
		detail.layers ? "" : "changes by layer",
		detail.notes ? "" : "notes",
		detail.recipes ? "" : "what each recipe makes of its model",
		rows > detail.rows ? `${rows - detail.rows} rows of the table` : ""
	].filter((part) => part !== "");
	return parts.length > 0 ? `*Too long for this place, so left out: ${parts.join(", ")}. The artifacts have it all.*` : "";
}
function footer$1({ runUrl, artifactUrl }, headSha) {
	return `<sub>${[
		headSha === null ? "" : `Head ${code(headSha)}`,
		runUrl ? link("Run", runUrl) : "",
		artifactUrl ? link("Optimized models and full report", artifactUrl) : "",
		"litetrim"
	].filter((part) => part !== "").join(" · ")}</sub>`;
}
// src/report/comment.ts
const markerRoom = 500;
function renderComment(report, links = {}) {
	return renderWithin(report, links, maxCommentCharacters - markerRoom, (text) => text.length);
}
function renderSummary(report, links = {}) {
	return `## litetrim

${renderWithin(report, links, maxSummaryBytes - 13, countBytes)}`;
}
function renderWithin(report, links, room, lengthOf) {
	const rows = mainGrid(report).rows.length;
	let detail = fullDetail;
	let text = "";
	while (detail) {
		text = renderSections(report, links, detail);
		if (lengthOf(text) <= room) return text;
		detail = leaner(detail, rows);
	}
	return clipMarkdown(text, room, lengthOf);
}
// src/report/run-failure.ts
function renderRunFailure(reason, headSha, links) {
	return `${[
		`${marks.fail} **litetrim could not judge this pull request: ${escapeMarkdown(reason)}**`,
		`Nothing was measured at ${code(headSha)}, and what was said of earlier commits does not hold for it.`,
		footer$1(links, null)
	].join("\n\n")}\n`;
}
// src/report/html-style.ts
const style = `
:root { color-scheme: light dark; --text: #1f2328; --muted: #59636e; --line: #d1d9e0; --page: #fff; --bad: #d1242f; --warn: #9a6700; --good: #1a7f37; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --muted: #9198a1; --line: #3d444d; --page: #0d1117; --bad: #ff7b72; --warn: #d29922; --good: #3fb950; } }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1280px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 22px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin-top: 32px; }
h3 { font-size: 15px; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: 6px 12px 6px 0; text-align: right; vertical-align: top; }
th { font-weight: 600; }
.name { text-align: left; overflow-wrap: anywhere; min-width: 6em; }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
small, footer, figcaption { color: var(--muted); font-size: 13px; }
td { white-space: nowrap; }
td.name { white-space: normal; }
td small { display: block; }
.fail { color: var(--bad); font-weight: 600; }
.warn { color: var(--warn); font-weight: 600; }
figure { margin: 16px 0; max-width: 640px; }
svg text { fill: var(--text); font: 13px system-ui, sans-serif; }
.tick { fill: var(--muted); font-size: 11px; }
.axis { fill: none; stroke: var(--line); }
.best circle { fill: var(--good); }
.beaten circle { fill: none; stroke: var(--muted); stroke-width: 2; }
dt { font-weight: 600; overflow-wrap: anywhere; }
dd { margin: 0 0 8px; overflow-wrap: anywhere; }
`;
// src/report/trade-off-picture.ts
const width = 640;
const height = 320;
const margin = 56;
function ticks(values) {
	return [...new Set([Math.min(...values), Math.max(...values)])];
}
function tradeOffPicture(model) {
	const choices = tradeOffs(model);
	const byLatency = choices.every(({ latencyMs }) => latencyMs !== null);
	const points = choices.flatMap((choice) => {
		const x = byLatency ? choice.latencyMs : choice.measurement.bytes;
		return choice.accuracy !== null && Number.isFinite(choice.accuracy) ? [{
			choice,
			x,
			y: choice.accuracy
		}] : [];
	});
	if (points.length < 2) return null;
	const formatX = byLatency ? units.ms.format : formatBytes;
	const evaluation = points.at(-1).choice.measurement.evaluation;
	const unit = units[accuracyUnit(evaluation)];
	const toX = scale(points.map(({ x }) => x), margin, 584);
	const rising = unit.better === "higher";
	const toY = scale(points.map(({ y }) => y), rising ? 264 : margin, rising ? margin : 264);
	return html`<figure><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label(points, byLatency)}">
<path class="axis" d="M${margin} ${margin / 2}V${height - margin / 2}H${width - margin / 2}"/>
<text x="${636}" y="${height - margin / 2 - 6}" text-anchor="end">${byLatency ? "latency" : "size"} →</text>
<text x="4" y="14">${evaluation.metric}, better ↑</text>
${ticks(points.map(({ x }) => x)).map((x) => html`<text class="tick" x="${toX(x).toFixed(1)}" y="${308}" text-anchor="middle">${formatX(x)}</text>`)}
${ticks(points.map(({ y }) => y)).map((y) => html`<text class="tick" x="${50}" y="${(toY(y) + 4).toFixed(1)}" text-anchor="end">${unit.format(y)}</text>`)}
${points.map(({ choice, x, y }) => dot(choice, toX(x), toY(y), `${formatX(x)}, ${unit.format(y)}`))}
</svg></figure>`;
}
function dot({ recipe, best, measurement }, x, y, figures) {
	const name = recipe ?? "as committed";
	const anchor = x > width / 2 ? "end" : "start";
	return html`<g class="${best ? "best" : "beaten"}"><title>${name}: ${figures}, ${formatBytes(measurement.bytes)}</title>
<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="6"/>
<text x="${(x + (anchor === "end" ? -10 : 10)).toFixed(1)}" y="${(y - 8).toFixed(1)}" text-anchor="${anchor}">${name}</text></g>`;
}
function label(points, byLatency) {
	const best = points.filter(({ choice }) => choice.best).map(({ choice }) => choice.recipe ?? "as committed");
	return `${byLatency ? "Latency" : "Size"} against accuracy; not beaten: ${best.join(", ")}`;
}
function scale(values, from, to) {
	const low = Math.min(...values);
	const range = Math.max(...values) - low;
	return (value) => range === 0 ? (from + to) / 2 : from + (value - low) / range * (to - from);
}
// src/report/html.ts
const policy = "default-src 'none'; style-src 'unsafe-inline'";
function renderHtml(report, links = {}) {
	const main = mainGrid(report);
	const recipes = recipeGrid(report);
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>litetrim: ${report.verdict}</title>
<style>${new Html(style)}</style>
</head>
<body><main>
<h1>${marks[report.verdict]} ${report.summary}</h1>
${textList(noticeLines(report))}
${textList(findingLines(report))}
${main.rows.length > 0 ? html`${grid(main)}<p><small>${legendSentences(main).join(" · ")}</small></p>` : nothing}
${each(listSections.map(({ title, sentences }) => section(title, textList(sentences(report)))))}
${section("What each recipe makes of its model", recipes.rows.length > 0 ? grid(recipes) : nothing)}
${section("Trade-offs", pictures(report.models))}
${each(sectionsFor("page").map((one) => section(one.title, htmlSection(one, report))))}
${section("Notes", list(notesOf(report).map(notes)))}
${section("How this was measured", method(report))}
${footer(links)}
</main></body>
</html>
`.text;
}
function section(title, content) {
	return content.text === "" ? nothing : html`<section><h2>${title}</h2>${content}</section>`;
}
function each(parts) {
	return new Html(parts.map(({ text }) => text).join("\n"));
}
function list(parts) {
	return html`${parts}`;
}
function textList(texts) {
	return texts.length > 0 ? html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>` : nothing;
}
function grid({ columns, rows }) {
	return html`<div class="scroll"><table>
<thead><tr><th></th><th class="name" scope="col">Model</th><th class="name" scope="col">Variant</th>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map(row)}</tbody>
</table></div>`;
}
function row({ mark, file, recipe, cells }) {
	return html`<tr><td>${mark}</td><th class="name" scope="row"><code>${file}</code></th><td class="name">${recipe === null ? html`as committed` : html`<code>${recipe}</code>`}</td>${cells.map(figure)}</tr>
`;
}
function figure(cell) {
	if (!cell) return html`<td>–</td>`;
	const change = cell.change === null ? nothing : html` (${cell.change})`;
	const mark = figureMarks[cell.verdict] ? html` ${figureMarks[cell.verdict]}` : nothing;
	const remark = cell.remark === null ? nothing : html`<small>${cell.remark}</small>`;
	return html`<td class="${cell.verdict}">${cell.value}${change}${mark}${remark}</td>`;
}
function pictures(models) {
	return list(models.flatMap((model) => {
		const picture = tradeOffPicture(model);
		return picture ? [html`<h3><code>${model.file}</code></h3>${picture}`] : [];
	}));
}
function notes({ subject, sentences }) {
	return html`<h3><code>${subject}</code></h3>${textList(sentences)}`;
}
function method(report) {
	if (report.models.length === 0) return nothing;
	return html`<dl>${methodFacts(report).map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
function footer({ runUrl, artifactUrl }) {
	return html`<footer>${runUrl && isWebAddress(runUrl) ? html`<a href="${runUrl}">Run</a> · ` : nothing}${artifactUrl && isWebAddress(artifactUrl) ? html`<a href="${artifactUrl}">Optimized models</a> · ` : nothing}litetrim</footer>`;
}
function isWebAddress(url) {
	return /^https?:\/\//.test(url);
}
// src/report/json.ts
const leftOut = new Set(["correct", "errors"]);
const leading = [
	"schemaVersion",
	"verdict",
	"summary",
	"name",
	"file",
	"recipe",
	"kind",
	"status",
	"metric",
	"device"
];
function renderJson(report) {
	return `${JSON.stringify(plain(withoutRepeats(report)), null, 2)}\n`;
}
function withoutRepeats(report) {
	const comparisonOf = (comparison) => {
		const { kind, base, head } = comparison;
		return kind === "recipe" ? {
			...comparison,
			base: withoutLayers(base),
			head: withoutLayers(head)
		} : comparison;
	};
	const models = report.models.map((model) => ({
		...model,
		comparisons: model.comparisons.map(comparisonOf)
	}));
	return {
		...report,
		models
	};
}
function withoutLayers(measurement) {
	if (!measurement) return null;
	const { quantization: _, zeros: ___, devices, ...rest } = measurement;
	return {
		...rest,
		devices: devices.map(({ layers: __, ...device }) => device)
	};
}
function plain(value) {
	if (typeof value === "number" && !Number.isFinite(value)) return null;
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).filter(([key, item]) => !leftOut.has(key) && item !== void 0);
	return Object.fromEntries(entries.sort(([a], [b]) => compareKeys(a, b)).map(([key, item]) => [key, plain(item)]));
}
function compareKeys(a, b) {
	const order = rank(a) - rank(b);
	return order !== 0 ? order : a < b ? -1 : 1;
}
function rank(key) {
	const place = leading.indexOf(key);
	return place < 0 ? leading.length : place;
}
// src/report/text.ts
function inspectText(inspection) {
	const { file, bytes, gzipBytes, operators, tensors, parameters, macs, precision, signatures, warnings } = inspection;
	const facts = [
		["Size", `${formatBytes(bytes)} (download ${formatBytes(gzipBytes)})`],
		["Precision", precision],
		["Parameters", count(parameters)],
		["Multiply-accumulates", count(macs)],
		["Tensors", count(tensors)],
		...signatures.flatMap(({ key, inputs, outputs }) => [
			["Signature", key ?? "(none)"],
			...inputs.map((tensor) => ["- input", tensorText(tensor)]),
			...outputs.map((tensor) => ["- output", tensorText(tensor)])
		])
	];
	const rows = operators.map(({ name, version, count: times }) => [
		name,
		String(version),
		String(times)
	]);
	return blocks([
		visible(file),
		textTable(null, facts, 2),
		textTable([
			"Operator",
			"Version",
			"Count"
		], rows),
		...sentences("warning", warnings)
	]);
}
function tensorText({ name, type, shape, quantization }) {
	const affine = quantization ? `, scale ${quantization.scale}, zero point ${quantization.zeroPoint}` : "";
	return `${name}: ${type} [${shape.join(", ")}]${affine}`;
}
function optimizeText({ file, bytes, gzipBytes, recipe, seconds, notes, zeros = [], layers = [] }, sourceBytes, warnings = new Set()) {
	const change = formatShare((bytes - sourceBytes) / sourceBytes);
	const size = `${formatBytes(bytes)} (${change}; download ${formatBytes(gzipBytes)})`;
	return blocks([
		`${visible(file)}: ${size} by ${visible(recipe)} in ${seconds.toFixed(1)} s`,
		zeros.length > 0 ? zerosText(largest(zeros)) : "",
		layers.length > 0 ? damageText(layers) : "",
		notes.map((note) => `${warnings.has(note) ? "warning" : "note"}: ${visible(note)}`).join("\n")
	]);
}
function zerosText({ rows, rest }) {
	const more = rest === "" ? [] : [rest];
	return [
		textTable(zerosHeader(rows), rows.map(zerosCells), 2),
		...more,
		zerosLegend(rows)
	].join("\n");
}
function damageText(layers) {
	return `${textTable(damageHeader, layers.map(damageCells), 2)}\n${damageLegend}`;
}
const maxLayers = 15;
function benchText(results) {
	return blocks([
		textTable([
			"Model",
			"Device",
			"Trust",
			"Latency",
			"First",
			"Init",
			"Instructions",
			"Cycles",
			"Peak memory"
		], results.map((result) => [
			visible(result.file, 80),
			result.device,
			result.confidence,
			...[
				result.latencyMs,
				result.firstInferenceMs,
				result.loadMs
			].map((ms) => units.ms.format(ms)),
			count(result.instructions),
			count(result.cycles),
			formatBytes(result.peakMemoryBytes)
		]), 3),
		...results.flatMap(spreadText),
		...results.flatMap(threadsText),
		...results.flatMap(({ file, notes }) => sentences(visible(file), notes)),
		...results.filter(({ layers }) => layers.length > 0).map(layersText)
	]);
}
function spreadText({ file, device, spread }) {
	if (!spread) return [];
	const [low, high] = [spread.lowMs, spread.highMs].map((ms) => units.ms.format(ms));
	const times = `median of ${count(spread.runs)} inferences, half of which took ${low} to ${high}`;
	return [`${visible(file)} on ${visible(device)}, by the machine's own clock: ${times}`];
}
function threadsText({ file, device, threads = [] }) {
	return threads.map(({ threads: count, latencyMs, confidence }) => `${visible(file)} on ${visible(device)}, ${count} threads: ${units.ms.format(latencyMs)} (${confidence})`);
}
function layersText({ file, device, layers, latencyMs }) {
	const rows = [...layers].sort((a, b) => b.share - a.share || a.index - b.index).slice(0, maxLayers).map(({ index, operator, kernel, share, instructions, cycles, ...layer }) => [
		String(index),
		operator,
		layer.delegated ? kernel ?? "" : notDelegated,
		layer.bound ?? "–",
		units.ms.format(share * latencyMs),
		`${(share * 100).toFixed(1)} %`,
		count(instructions),
		count(cycles),
		macsText(layer, count),
		layer.misses.map(count).join(" / ") || "–"
	]);
	const shown = layers.length > rows.length ? `the ${rows.length} costliest of ${layers.length} layers` : "layers";
	const header = [
		"#",
		"Operator",
		"Kernel",
		"Bound",
		"Latency",
		"Share",
		"Instructions",
		"Cycles",
		"MACs",
		"Misses by level"
	];
	const legend = layers.some(({ effectiveMacs }) => effectiveMacs !== void 0) ? `\n${macsLegend}` : "";
	return `${visible(file)} on ${visible(device)}, ${shown}:\n${textTable(header, rows, 4)}${legend}`;
}
function evaluateText(result) {
	const { format } = units[accuracyUnit(result)];
	const { value, low, high } = result.value;
	const facts = [
		[result.metric, `${format(value)} (95 % interval ${format(low)} to ${format(high)})`],
		["samples", `${count(result.samples)} of ${result.dataset}`],
		...result.reference === null ? [] : [["reference", result.reference]],
		...result.agreement === null ? [] : [["agreement", units.ratio.format(result.agreement)]],
		...result.sqnrDb === null ? [] : [["SQNR", units.dB.format(result.sqnrDb)]],
		...result.logitsSqnrDb === null ? [] : [["SQNR of the logits", units.dB.format(result.logitsSqnrDb)]],
		...(result.outputs ?? []).map(({ name, sqnrDb, dead }) => [`SQNR of "${visible(name)}"`, `${units.dB.format(sqnrDb)}${dead ? ", never changes" : ""}`]),
		...result.identical ? [["identical", "yes, bit by bit"]] : []
	];
	return blocks([visible(result.file), textTable(null, facts, 2)]);
}
const maxFinding = 1e3;
function diffText(report) {
	const { columns, rows } = mainGrid(report);
	const header = [
		"",
		"Model",
		"Variant",
		...columns.map(({ title }) => title)
	];
	const lines = rows.map((row) => rowText(row));
	return blocks([
		`${marks[report.verdict]} ${visible(report.summary, 1e3)}`,
		...sentences("notice", report.notices.map(({ text }) => text)),
		findingLines(report).map((line) => visible(line, maxFinding)).join("\n"),
		rows.length > 0 ? textTable(header, lines, 3) : "",
		...sectionsFor("text").flatMap((section) => textSection(section, report)),
		...listSections.flatMap(({ label, sentences: of }) => sentences(label, of(report))),
		...notesOf(report).flatMap(({ subject, sentences: notes }) => sentences(visible(subject), notes))
	]);
}
function rowText({ mark, file, recipe, cells }) {
	return [
		mark,
		visible(file, 80),
		visible(recipe ?? "as committed", 80),
		...cells.map(cellText)
	];
}
function cellText(cell) {
	if (!cell) return "–";
	return `${cell.value}${cell.change === null ? "" : ` (${cell.change})`} ${figureMarks[cell.verdict]}`.trimEnd();
}
function sentences(title, texts) {
	return texts.length > 0 ? [texts.map((text) => `${title}: ${visible(text)}`).join("\n")] : [];
}
function blocks(parts) {
	return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
function count(value) {
	return value === null ? "–" : formatInteger(Math.round(value));
}
// src/commands/inspect.ts
const inspect = command("inspect").argument("<model>", ".tflite file").action(async (file, options) => {
	print(await inspect$1(file), options, inspectText);
});
export { PartsSqnr, ReferenceComparison, accuracyUnit, benchText, boundPattern, buildReport, compareMeasurements, diffText, evaluateText, findingClauses, inspect, lostPartNotes, mergeLimits, metrics, metrics$1, optimizeText, parseBound, partsOfOutputs, plain, renderComment, renderHtml, renderJson, renderRunFailure, renderSummary, roundedToZero };
