import { Budget, ExpectedError, InputError, PassingError, commentModes, describeError, isDefect, messageOf, shortName, silent, version } from "./start.js";
import { FileProblem, cacheFolder, downloadSize } from "./system.js";
import { DeviceUnavailable, ensureHardware, ensureToolchain, listTargets, loadTarget, measureOnDevice, measureOnHardware, parseTarget } from "./device.js";
import { graphOf, modelInterface, openModel, withInputShapes } from "./model.js";
import { checkData, isFilePath, parseYaml, readYaml, readYamlBytes, suggestion } from "./yaml.js";
import { NEVER, _enum, array, record, strictObject, string, union, unknown } from "./zod.js";
import { OutputCache, evaluateModel, inputShapes, openDataFor, openDataset, openDatasetFor, openInputNotes, randomDataset } from "./data.js";
import { EndlessError, NotRunnableError, SessionPool, litertVersion } from "./runtime.js";
import { boundPattern, compareMeasurements, lostPartNotes, mergeLimits, metrics, parseBound } from "./report.js";
import { OPTIMIZE_DEFAULTS, efforts, isNotable, listRecipes, loadRecipe, noteAccuracy, optimizeModel, parseRecipe, recipeSchema, shippedRecipes, startMeasuring, zerosOf } from "./optimize.js";
import { globMatcher, globProblem, globsProblem } from "./minimatch.js";
import { createHash } from "node:crypto";
import { isAbsolute, join, relative } from "node:path";
// src/job/workbench.ts
const longEmulationMs = 1e4;
var Workbench = class {
	progress;
	pool;
	cache = cacheFolder();
	outputs = new OutputCache();
	omissions = new Set();
	unavailable = new Map();
	defects = [];
	signal;
	#budget;
	#processMs;
	#trials = new WeakMap();
	#toolchain;
	#hardware;
	constructor(options = {}) {
		const { progress = silent, budget = Number.POSITIVE_INFINITY, processSeconds = 600 } = options;
		const { secondsPerSample = 60 } = options;
		this.progress = progress;
		this.#processMs = processSeconds * 1e3;
		this.#budget = new Budget(budget);
		const { signal } = this.#budget;
		this.signal = options.signal ? AbortSignal.any([signal, options.signal]) : signal;
		this.pool = new SessionPool({
			signal: this.signal,
			secondsPerSample
		});
	}
	toolchain() {
		this.#toolchain ??= ensureToolchain({
			progress: this.progress,
			signal: this.signal
		}).catch((error) => {
			if (!(error instanceof DeviceUnavailable)) throw error;
			this.omissions.add(`No latency or memory was measured: ${messageOf(error)}`);
			this.unavailable.set("emulated", messageOf(error));
			return null;
		});
		return this.#toolchain;
	}
	hardware() {
		this.#hardware ??= ensureHardware({
			progress: this.progress,
			signal: this.signal
		}).catch((error) => {
			if (!(error instanceof DeviceUnavailable)) throw error;
			this.omissions.add(`Nothing was measured on real hardware: ${messageOf(error)}`);
			this.unavailable.set("native", messageOf(error));
			return null;
		});
		return this.#hardware;
	}
	async measureOn(model, target) {
		this.pool.assertEnds(model.bytes, model.file);
		const options = {
			progress: this.progress,
			timeoutMs: this.#processMs
		};
		if (target.backend === "native") {
			const runtime = await this.hardware();
			return runtime && measureOnHardware(model, target, {
				...options,
				signal: this.signal,
				runtime
			});
		}
		const toolchain = await this.toolchain();
		if (!toolchain) return null;
		return this.#whileItMayEnd(model, (signal) => measureOnDevice(model, target, {
			...options,
			signal,
			toolchain
		}));
	}
	async #whileItMayEnd(model, work) {
		const abort = new AbortController();
		const giveUp = (error) => {
			if (error instanceof EndlessError) abort.abort(error);
		};
		const timer = setTimeout(() => this.#tryHere(model).catch(giveUp), longEmulationMs);
		try {
			return await work(AbortSignal.any([this.signal, abort.signal]));
		} finally {
			clearTimeout(timer);
		}
	}
	#tryHere(model) {
		const trial = this.#trials.get(model.bytes) ?? this.#run(model);
		this.#trials.set(model.bytes, trial);
		return trial;
	}
	async #run(model) {
		const { inputs } = modelInterface(graphOf(model));
		return this.pool.reduce("ranges", model.bytes, randomDataset(inputs, { samples: 1 }).evaluation, { file: model.file });
	}
	hasTimeFor(work) {
		if (!this.#budget.isUsedUp()) return true;
		this.omissions.add(`The budget was used up: ${work} was left out.`);
		return false;
	}
	async versions() {
		const emulator = await this.#toolchain?.catch(() => null);
		const hardware = await this.#hardware?.catch(() => null);
		return [
			{
				name: "litetrim",
				version
			},
			{
				name: "LiteRT for accuracy (WebAssembly)",
				version: litertVersion
			},
			...emulator ? [{
				name: "Emulator",
				version: emulator.runtime
			}] : [],
			...hardware ? [{
				name: "Real hardware",
				version: hardware.runtime
			}] : []
		];
	}
	async close() {
		this.#budget.close();
		await this.pool.close();
	}
};
async function atWorkbench(options, work) {
	options.signal?.throwIfAborted();
	const bench = new Workbench(options);
	try {
		return await work(bench);
	} finally {
		await bench.close();
	}
}
// src/library/evaluate.ts
function evaluate$1(model, options) {
	return atWorkbench(options, (bench) => evaluateAt(bench, model, options));
}
async function evaluateAt({ pool, progress }, source, options) {
	const { model, dataset } = await openDatasetFor(options.dataset, await openModel(source), options.inputs);
	const other = options.reference === void 0 ? null : await openModel(options.reference);
	const reference = other && withInputShapes(other, {
		...options.inputs,
		...dataset.shapes
	});
	return evaluateModel(model, dataset, {
		...reference && { reference },
		pool,
		progress
	});
}
// src/library/measure.ts
function measure$1(model, options) {
	return atWorkbench(options, async (bench) => {
		const target = await loadTarget(options.device);
		return measureAt(bench, withInputShapes(await openModel(model), options.inputs ?? {}), target);
	});
}
async function measureAt(bench, model, target) {
	const measured = await bench.measureOn(model, target);
	if (measured) return measured;
	throw new InputError([...bench.omissions].join(" "), { hint: "Ask \"litetrim doctor\"" });
}
// src/job/measure.ts
function nameOf({ file, recipe }) {
	return recipe === null ? file : `${file} (${recipe})`;
}
async function measure(subject, plan, bench) {
	const { file, recipe, bytes, notes, layers = [], zeros = zerosOfFile(subject) } = subject;
	const gzipBytes = downloadSize(bytes);
	gzipBytes.catch(() => {});
	const evaluation = await attempt(subject, null, evaluate(subject, plan, bench), bench);
	const { devices: wanted } = plan;
	const devices = await (wanted instanceof Promise ? wanted : measureOnDevices(subject, wanted, bench));
	const measured = devices.map(({ result }) => result).filter((result) => result !== null);
	const missing = [evaluation, ...devices].map((one) => one.missing);
	const lost = recipe === null ? [] : lostPartNotes(evaluation.result?.outputs);
	return {
		file,
		recipe,
		sha256: createHash("sha256").update(bytes).digest("hex"),
		bytes: bytes.length,
		gzipBytes: await gzipBytes,
		devices: measured,
		evaluation: evaluation.result,
		notes: [...new Set([
			...notes,
			...lost,
			...measured.flatMap((device) => notesOn(device, zeros))
		])],
		...layers.length > 0 && { quantization: [...layers] },
		...zeros.length > 0 && { zeros: [...zeros] },
		missing: missing.filter((one) => one !== null)
	};
}
function zerosOfFile(subject) {
	const layers = zerosOf(graphOf(subject));
	return isNotable(layers) ? layers : [];
}
function notesOn({ device, layers, notes }, zeros) {
	if (zeros.length === 0 || layers.length === 0) return notes;
	const kernels = layers.filter(({ effectiveMacs }) => effectiveMacs !== void 0);
	const names = [...new Set(kernels.map(({ kernel }) => kernel ?? "LiteRT’s own"))].join(", ");
	const told = kernels.length === 0 ? `On ${device} no sparse kernel ran: zeros save no time there.` : `On ${device} sparse kernels (${names}) ran ${kernels.length} of ${layers.length} layers.`;
	return [...notes, told];
}
function measureOnDevices(subject, devices, bench) {
	return Promise.all(devices.map((device) => attempt(subject, device.name, measureOrTell(subject, device, bench), bench)));
}
async function attempt(subject, device, work, bench) {
	try {
		return {
			result: await work,
			missing: null
		};
	} catch (error) {
		if (isDefect(error)) bench.defects.push(error);
		return {
			result: null,
			missing: {
				device,
				reason: describeError(error).replace(`${shortName(nameOf(subject))}: `, "").replace(`on ${device}: `, "").replace(/\.$/, ""),
				ofModel: error instanceof NotRunnableError
			}
		};
	}
}
async function evaluate(subject, { dataset, reference }, bench) {
	if (!dataset) return null;
	if (!bench.hasTimeFor(`evaluating ${nameOf(subject)}`)) throw bench.signal.reason;
	return evaluateModel({
		file: nameOf(subject),
		bytes: subject.bytes
	}, dataset, {
		...reference && { reference: {
			file: nameOf(reference),
			bytes: reference.bytes
		} },
		pool: bench.pool,
		cache: bench.outputs,
		progress: bench.progress
	});
}
function latencyOn(device, file, bench) {
	return (bytes) => measureOn({
		file,
		recipe: null,
		bytes,
		notes: []
	}, device, bench);
}
async function measureOrTell(subject, device, bench) {
	const measured = await measureOn(subject, device, bench);
	if (measured) return measured;
	bench.signal.throwIfAborted();
	throw new ExpectedError(bench.unavailable.get(device.backend) ?? "this machine can’t measure on it");
}
async function measureOn(subject, device, bench) {
	if (!bench.hasTimeFor(`${nameOf(subject)} on ${device.name}`)) return null;
	return bench.measureOn({
		file: nameOf(subject),
		bytes: subject.bytes
	}, device);
}
// src/library/recipe.ts
const unnamed = "recipe";
async function recipeOf(recipe) {
	if (typeof recipe === "string") return loadRecipe(recipe);
	return {
		...checkData(recipeSchema, recipe, unnamed),
		name: unnamed
	};
}
// src/library/optimize.ts
function optimize(model, options) {
	return atWorkbench(options, async (bench) => {
		const { made, recipe } = await optimizeAt(bench, model, options);
		const { bytes, notes, layers, zeros } = made;
		return {
			bytes,
			recipe: recipe.name,
			notes,
			layers,
			zeros
		};
	});
}
async function optimizeAt(bench, model, options) {
	const { effort = OPTIMIZE_DEFAULTS.effort, seed = OPTIMIZE_DEFAULTS.seed, explain = false } = options;
	assertEffort(effort);
	if (options.dataset) startMeasuring(bench.pool, effort);
	const recipe = await recipeOf(options.recipe);
	const given = await openModel(model);
	const { model: source, dataset } = options.dataset ? await openDatasetFor(options.dataset, given, options.inputs) : {
		model: withInputShapes(given, options.inputs ?? {}),
		dataset: null
	};
	const device = options.device ? await loadTarget(options.device) : null;
	const { pool, cache, progress } = bench;
	const began = performance.now();
	const made = await optimizeModel(source, recipe, {
		dataset,
		effort,
		seed,
		explain,
		pool,
		cache,
		progress,
		...device && { onDevice: latencyOn(device, source.file, bench) }
	});
	const seconds = (performance.now() - began) / 1e3;
	const result = {
		file: nameOf({
			file: source.file,
			recipe: recipe.name
		}),
		bytes: made.bytes
	};
	await noteAccuracy(source, result, recipe, {
		dataset,
		pool,
		progress,
		notes: made.notes
	});
	for (const message of openInputNotes(source)) made.notes.push({
		level: "warning",
		message
	});
	bench.signal.throwIfAborted();
	const bytes = made.bytes === source.bytes ? given.bytes : made.bytes;
	return {
		made: {
			...made,
			bytes
		},
		source: given.bytes,
		recipe,
		seconds
	};
}
function assertEffort(effort) {
	if (efforts.includes(effort)) return;
	throw new InputError(`unknown effort "${effort}"`, { hint: suggestion(String(effort), efforts, "efforts") });
}
// src/config/fields.ts
function knownName(noun, known, parts = (name) => [name]) {
	return string().superRefine((name, context) => {
		const problem = isFilePath(name) ? outsideProblem(name) : unknownProblem(noun, known, parts(name));
		if (problem !== null) context.addIssue({
			code: "custom",
			message: problem
		});
	});
}
function unknownProblem(noun, known, names) {
	const unknown = known && names.find((name) => !known.includes(name));
	return unknown == null ? null : `unknown ${noun} "${unknown}"\n${suggestion(unknown, known, `${noun}s`)}`;
}
const repositoryPath = string().min(1).max(1e3).superRefine((path, context) => {
	const problem = outsideProblem(path);
	if (problem !== null) context.addIssue({
		code: "custom",
		message: problem
	});
});
const pathPattern = repositoryPath.superRefine((pattern, context) => {
	const problem = globProblem(pattern);
	if (problem !== null) context.addIssue({
		code: "custom",
		message: problem
	});
});
function outsideProblem(path) {
	const steps = path.replace(/^!/, "").split(/[/\\]/);
	if (!steps.includes("..") && steps[0] !== "" && !/^[a-z]:/i.test(path)) return null;
	return `"${path}" leads out of the repository\nName it from the repository's root, without ".."`;
}
const durationPattern = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const durationForm = "a duration is written like 90s, 20m or 1h30m";
const duration = string(durationForm).regex(durationPattern, durationForm).transform((text, context) => {
	const [, hours = 0, minutes = 0, seconds = 0] = (durationPattern.exec(text) ?? []).map((part) => Number(part ?? 0));
	const total = hours * 3600 + minutes * 60 + seconds;
	if (total > 0 && total <= 86400) return total;
	context.addIssue({
		code: "custom",
		message: `"${text}" is no time to work in\nWrite something from 1s to 24h`
	});
	return NEVER;
});
function limitsSchema(devices) {
	const shape = Object.fromEntries(metrics.map((metric) => [metric.name, metricSchema(metric, devices).optional()]));
	return strictObject(shape);
}
function metricSchema(metric, devices) {
	const level = levelSchema(metric).optional();
	const levels = {
		warn: level.describe("The comment marks what goes beyond this"),
		fail: level.describe("The build fails beyond this")
	};
	const example = `"${metric.name}" has levels\nWrite ${metric.name}: { fail: ${metric.example} }`;
	const error = (issue) => issue.code === "invalid_type" ? example : void 0;
	if (!metric.perDevice) return strictObject(levels, { error });
	const devicesOf = record(knownName("device", devices), strictObject(levels)).optional().describe("Limits of single devices");
	return strictObject({
		...levels,
		devices: devicesOf
	}, { error });
}
const levelJsonSchema = [{
	type: ["string", "number"],
	pattern: `^off$|${boundPattern.source}`
}, {
	type: "array",
	items: {
		type: ["string", "number"],
		pattern: boundPattern.source
	},
	minItems: 1,
	maxItems: 10
}];
function levelSchema(metric) {
	return unknown().meta({ anyOf: levelJsonSchema }).transform((input, context) => {
		if (input === "off") return [];
		const bounds = (Array.isArray(input) ? input : [input]).slice(0, 10).map(boundText).map((text) => parseBound(text, metric));
		for (const bound of bounds) if ("problem" in bound) context.addIssue({
			code: "custom",
			message: `${bound.problem}\n${bound.hint}`
		});
		return bounds.filter((bound) => "kind" in bound);
	});
}
function boundText(input) {
	return typeof input === "string" || typeof input === "number" ? String(input) : "";
}
// src/config/schema.ts
const ownName = string().regex(/^[A-Za-z0-9][\w.-]{0,59}(\+[A-Za-z0-9][\w.-]{0,59}){0,9}$/, `a recipe can't be called that\nUse letters, digits, ".", "_" and "-"`);
function configSchema(known) {
	const limits = limitsSchema(known.devices);
	const devices = array(knownName("device", known.devices)).min(1).max(20);
	return strictObject({
		$schema: string().optional().describe("For editors: where the JSON Schema of this file is"),
		models: array(modelSchema(known, limits, devices)).min(1).max(1e3).superRefine(patternsWithinBounds).describe(models),
		devices: devices.default(["raspberry-pi-4"]).describe("ARM machines to measure on: see \"litetrim devices\""),
		limits: limits.prefault(defaultLimits).describe("What may change, head against base"),
		"on-unmeasured": _enum(["fail", "warn"]).optional().describe("What a limit leads to whose figure could not be measured; left out: what breaking it would"),
		recipes: record(ownName, recipeEntry(limits)).default({}).describe(ownRecipes),
		budget: duration.prefault("20m").describe("How long a run may take: 90s, 20m, 1h30m"),
		comment: _enum(commentModes).default("always").describe("When a pull request gets a comment"),
		effort: _enum(efforts).default("default").describe("How much computing recipes may spend")
	}).meta({
		title: "litetrim",
		description: "What litetrim does with the models of a repository"
	});
}
const models = "Which models there are and what is done with them; of several that match, the first holds";
const ownRecipes = "Recipes of one's own, and what may change between a recipe's result and its source";
function modelSchema(known, limits, devices) {
	const globs = union([pathPattern, array(pathPattern).min(1).max(100)]);
	return strictObject({
		files: globs.transform((files) => typeof files === "string" ? [files] : files).describe("Paths or patterns of model files; one that begins with ! takes files out again"),
		dataset: repositoryPath.optional().describe("The data-set file that calibrates and judges"),
		inputs: inputShapes,
		recipes: array(recipeReference(known.recipes)).max(50).default([]).describe("Recipes, joined by + to follow one another"),
		devices: devices.optional().describe("Instead of the devices of all models"),
		limits: limits.optional().describe("On top of the limits of all models")
	});
}
function patternsWithinBounds(entries, context) {
	const message = globsProblem(entries.flatMap(({ files }) => files));
	if (message !== null) context.addIssue({
		code: "custom",
		message
	});
}
function recipeReference(known) {
	return knownName("recipe", known, (name) => name.split("+"));
}
function recipeEntry(limits) {
	return recipeSchema.partial({ steps: true }).extend({ limits: limits.optional().describe("What may change from the model to what this recipe makes of it") });
}
const defaultLimits = Object.fromEntries(metrics.flatMap(({ name, warnsAt }) => warnsAt === void 0 ? [] : [[name, { warn: warnsAt }]]));
// src/config/config.ts
function parseConfig(source, file, known) {
	const defined = definedRecipes(readYaml(source, file).data);
	const names = {
		...known,
		recipes: [...new Set([...known.recipes, ...defined])]
	};
	const schema = configSchema(names).superRefine(({ recipes }, context) => {
		for (const [name, entry] of Object.entries(recipes)) {
			const message = entryProblem(name, entry, names.recipes);
			if (message !== null) context.addIssue({
				code: "custom",
				path: ["recipes", name],
				message
			});
		}
	});
	return parseYaml(schema, source, file);
}
function entryProblem(name, { limits: _, steps, ...changes }, known) {
	if (name.includes("+") && (steps || Object.keys(changes).length > 0)) return `"${name}" is made of other recipes, so that only its limits can be set\nGive the new recipe a name without "+"`;
	const unknown = steps ? void 0 : name.split("+").find((part) => !known.includes(part));
	if (unknown === void 0) return null;
	return `unknown recipe "${unknown}", and no "steps" to define it\n${suggestion(unknown, known, "recipes")}`;
}
function definedRecipes(data) {
	const recipes = data?.recipes;
	if (typeof recipes !== "object" || recipes === null) return [];
	return Object.entries(recipes).flatMap(([name, recipe]) => recipe?.steps ? [name] : []);
}
async function loadConfig(file, known, root = null) {
	try {
		return parseConfig(readYamlBytes(file, root), file, known);
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}
function isMissing(error) {
	const cause = error instanceof InputError ? error.details.cause : null;
	return cause instanceof FileProblem && cause.code === "ENOENT";
}
function defaultConfig() {
	return configSchema({
		recipes: null,
		devices: null
	}).parse({ models: [{
		files: "**/*.tflite",
		recipes: ["float16", "dynamic-int8"]
	}] });
}
function planFor({ models, devices, limits }, path) {
	const model = models.find(({ files }) => matches(files, path));
	if (!model) return null;
	return {
		dataset: model.dataset ?? null,
		inputs: model.inputs ?? {},
		recipes: model.recipes,
		devices: model.devices ?? devices,
		limits: mergeLimits(limits, model.limits ?? {})
	};
}
const matchers = new WeakMap();
function matches(patterns, path) {
	const matcher = matchers.get(patterns) ?? globMatcher(patterns);
	matchers.set(patterns, matcher);
	return matcher(path);
}
function recipeLimits({ recipes }, recipe) {
	return Object.hasOwn(recipes, recipe) && recipes[recipe].limits || {};
}
function customRecipes({ recipes }) {
	const shipped = new Map(listRecipes().map(({ name, ...recipe }) => [name, recipe]));
	const own = Object.entries(recipes).flatMap(([name, { limits: _, steps, ...changes }]) => {
		if (steps) return [[name, {
			...changes,
			steps
		}]];
		const known = shipped.get(name);
		return known && Object.keys(changes).length > 0 ? [[name, {
			...known,
			...changes
		}]] : [];
	});
	return Object.fromEntries(own);
}
// src/job/plan.ts
async function knownNames() {
	return {
		recipes: shippedRecipes(),
		devices: await listTargets()
	};
}
async function readConfig(folder, named, root = folder) {
	const file = named ?? ".github/litetrim.yml";
	const config = await loadConfig(inFolder(folder, file), await knownNames(), root);
	if (config) return config;
	if (named === null) return defaultConfig();
	throw new InputError("there is no such file", {
		file,
		hint: "Write one with \"litetrim init\""
	});
}
async function parseConfigBytes(bytes, file) {
	return bytes && parseConfig(bytes, file, await knownNames());
}
var Setup = class {
	config;
	read;
	#recipes;
	constructor(config, read) {
		this.config = config;
		this.read = read;
	}
	get recipes() {
		this.#recipes ??= customRecipes(this.config);
		return this.#recipes;
	}
	async recipe(name) {
		if (isFilePath(name)) return parseRecipe(await this.read(name), name);
		return loadRecipe(name, this.recipes);
	}
	async device(name) {
		if (isFilePath(name)) return parseTarget(await this.read(name), name, this.read);
		return loadTarget(name);
	}
};
function setupIn(folder, config, root = folder) {
	return new Setup(config, (path) => readYamlBytes(inFolder(folder, path), root));
}
async function planJob(path, folder, setup) {
	const { config } = setup;
	const plan = planFor(config, path);
	if (!plan) return null;
	return {
		inputs: plan.inputs,
		data: plan.dataset === null ? null : dataIn(folder, plan.dataset),
		recipes: await Promise.all(plan.recipes.map((name) => setup.recipe(name))),
		devices: await Promise.all(plan.devices.map((name) => setup.device(name))),
		...judgedBy(config, plan.limits)
	};
}
function judgedBy(config, limits) {
	return {
		limits,
		recipeLimits: (recipe) => recipeLimits(config, recipe),
		onUnmeasured: config["on-unmeasured"] ?? null,
		effort: config.effort
	};
}
function dataIn(folder, dataset, { root = folder, other } = {}) {
	const options = {
		...root !== null && { root },
		...other && { other }
	};
	return (model) => openDataset(inFolder(folder, dataset), {
		...model,
		...options
	});
}
function inFolder(folder, path) {
	return isAbsolute(path) ? path : relative(process.cwd(), join(folder, path));
}
function loadDevices(names, root = null) {
	return Promise.all(names.map((name) => loadTarget(name, root)));
}
// src/job/model-job.ts
async function runModelJob(job, bench) {
	const run = new JobRun(job, bench);
	await run.guard(async () => {
		const base = await run.base();
		const head = await run.head();
		if (head) await run.compareHead(head, base);
		else if (base && !job.head) await run.noteRemoved(base);
	});
	const { comparisons, variants, notes, problems } = run;
	return {
		report: {
			file: job.file,
			status: job.status,
			comparisons,
			notes,
			problems
		},
		variants,
		badInput: run.badInput
	};
}
var JobRun = class {
	comparisons = [];
	variants = [];
	notes = [];
	problems = [];
	badInput = [];
	#noBase = null;
	#job;
	#bench;
	constructor(job, bench) {
		this.#job = job;
		this.#bench = bench;
		for (const problem of job.problems ?? []) this.#problem(problem);
		if (job.formerFile !== void 0) this.notes.push(`It was ${job.formerFile} before.`);
	}
	async guard(work) {
		try {
			await work();
		} catch (error) {
			this.#problem(error);
		}
	}
	async head() {
		const { head, file } = this.#job;
		try {
			return head && await this.#open({
				file,
				recipe: null,
				bytes: await head(),
				notes: []
			});
		} catch (error) {
			this.#problem(error);
			return null;
		}
	}
	async base() {
		const { base, file } = this.#job;
		try {
			return base && await this.#open({
				file,
				recipe: null,
				bytes: await base(),
				notes: []
			});
		} catch (error) {
			const reason = this.#told(error);
			this.notes.push(`As it was before, it can't be compared with: ${reason}`);
			if (error instanceof PassingError || isDefect(error)) this.#noBase = `the base can't be read: ${reason}`;
			return null;
		}
	}
	async #open(source) {
		const { data, inputs = {} } = this.#job;
		let { model, dataset } = {
			model: withInputShapes(source, inputs),
			dataset: null
		};
		try {
			if (data) ({model, dataset} = await openDataFor(data, source, inputs));
		} catch (error) {
			this.#problem(error);
		}
		const judging = dataset ?? randomDataset(modelInterface(graphOf(model)).inputs);
		this.notes.push(...openInputNotes(model).filter((note) => !this.notes.includes(note)));
		return {
			source: {
				...source,
				bytes: model.bytes
			},
			dataset,
			judging
		};
	}
	async compareHead(head, base) {
		const [onBase, onHead] = this.#begin(base?.source ?? null, head.source);
		const before = base && await this.#measureSource(base, null, onBase);
		const now = await this.#measureSource(head, base, onHead);
		const isNew = !base && this.#noBase === null;
		this.#compare(isNew ? "new" : "model", null, {
			base: before,
			noBase: this.#noBase,
			head: now
		});
		for (const recipe of this.#job.recipes) await this.guard(() => this.#compareVariant(recipe, head, now, base));
	}
	#whyNot({ dataset }, { name }) {
		const work = `${name} of ${this.#job.file}`;
		if (this.#job.data && !dataset) {
			this.#bench.omissions.add(`${work}: its data set can't be used.`);
			return "its data set can't be used";
		}
		return this.#bench.hasTimeFor(work) ? null : messageOf(this.#bench.signal.reason);
	}
	async noteRemoved({ source }) {
		const was = await measure(source, {
			devices: [],
			dataset: null,
			reference: null
		}, this.#bench);
		this.#compare("removed", null, {
			base: was,
			head: null
		});
	}
	async #compareVariant(recipe, head, source, base) {
		const { name } = recipe;
		const whyNot = this.#whyNot(head, recipe);
		const variant = whyNot === null ? await this.#make(recipe, head) : { noHead: whyNot };
		if (!variant) return;
		if ("noHead" in variant) {
			const kind = base || this.#noBase !== null ? "variant" : "new";
			this.#compare(kind, name, {
				base: null,
				head: null,
				...variant
			});
			this.#compare("recipe", name, {
				base: source,
				head: null,
				...variant
			});
			return;
		}
		this.variants.push(variant);
		const former = base ? await this.#formerVariant(recipe, base, head, variant) : { noBase: this.#noBase };
		const isFormer = "bytes" in former;
		const [onBase, onHead] = this.#begin(isFormer ? former : null, variant);
		const before = isFormer ? await this.#measureVariant(former, base, onBase) : null;
		const now = await this.#measureVariant(variant, head, onHead);
		const noBase = isFormer ? null : former.noBase;
		this.#compare(before || noBase !== null ? "variant" : "new", name, {
			base: before,
			noBase,
			head: now
		});
		this.#compare("recipe", name, {
			base: source,
			head: now
		});
	}
	async #make(recipe, head) {
		try {
			return await this.#optimize(recipe, recipe.name, head);
		} catch (error) {
			if (error instanceof InputError || isDefect(error)) this.#problem(error);
			else return { noHead: messageOf(error).replace(/\.$/, "") };
			return null;
		}
	}
	async #formerVariant(recipe, base, head, variant) {
		const former = this.#job.formerRecipes?.get(recipe.name) ?? recipe;
		if (former === recipe && isSame(base, head)) return variant;
		try {
			return await this.#optimize(former, recipe.name, base);
		} catch (error) {
			const reason = this.#told(error).replace(/\.$/, "");
			this.notes.push(`With ${recipe.name} the base can't be compared with: ${reason}.`);
			return { noBase: error instanceof NotRunnableError ? null : `${recipe.name} of the base failed: ${reason}` };
		}
	}
	async #optimize(recipe, name, { source, dataset }) {
		const { effort, devices } = this.#job;
		const [device] = devices;
		const { bytes, notes, layers, zeros } = await optimizeModel(source, recipe, {
			dataset,
			effort,
			pool: this.#bench.pool,
			cache: this.#bench.cache,
			progress: this.#bench.progress,
			...device && { onDevice: latencyOn(device, source.file, this.#bench) }
		});
		const messages = notes.map(({ message }) => message);
		return {
			...source,
			recipe: name,
			bytes,
			notes: messages,
			layers,
			zeros
		};
	}
	#begin(base, head) {
		const { devices } = this.#job;
		if (devices.some(({ backend }) => backend === "native")) return [devices, devices];
		const begin = (subject) => measureOnDevices(subject, devices, this.#bench);
		return [base ? begin(base) : devices, begin(head)];
	}
	async #measureSource(side, other, devices) {
		const reference = other ?? (await this.#isLabelled(side) ? null : side);
		const dataset = side.judging.synthetic && !other ? null : side.judging;
		return measure(side.source, {
			devices,
			dataset,
			reference: reference?.source ?? null
		}, this.#bench);
	}
	async #isLabelled({ judging: { evaluation } }) {
		if (evaluation.size === 0) return false;
		return evaluation.sample(0).then(({ label }) => label !== null, () => false);
	}
	#measureVariant(variant, { source, judging }, devices) {
		return measure(variant, {
			devices,
			dataset: judging,
			reference: source
		}, this.#bench);
	}
	#compare(kind, recipe, sides) {
		const { file, limits, recipeLimits, onUnmeasured, devices, data } = this.#job;
		const { base, head, noBase = null, noHead = null } = sides;
		const accuracy = data !== null || recipe !== null;
		const promise = {
			devices: devices.map(({ name }) => name),
			accuracy,
			noBase,
			noHead
		};
		const compared = {
			kind,
			file,
			recipe,
			base,
			head,
			limits: kind === "recipe" ? recipeLimits(recipe) : limits,
			promise,
			onUnmeasured
		};
		this.comparisons.push(compareMeasurements(compared));
	}
	#problem(error) {
		const problem = this.#told(error);
		if (!this.problems.includes(problem)) this.problems.push(problem);
		if (error instanceof InputError && !this.badInput.includes(problem)) this.badInput.push(problem);
	}
	#told(error) {
		if (!isDefect(error)) return messageOf(error);
		this.#bench.defects.push(error);
		return `${this.#job.file}: ${describeError(error)}`;
	}
};
function isSame(base, head) {
	return base.dataset?.hash === head.dataset?.hash && Buffer.compare(base.source.bytes, head.source.bytes) === 0;
}
// src/config/starter.ts
const workflowFile = ".github/workflows/litetrim.yml";
function starterConfig() {
	return `# What litetrim does with the models of this repository.
models:
  # Of several entries the first that matches a file holds.
  - files: "**/*.tflite"
    # A data-set file: labelled samples that calibrate recipes and judge accuracy.
    # dataset: eval/dataset.yml
    # "litetrim recipes" lists them. int8 is smaller and faster, but needs a data set.
    recipes: [float16, dynamic-int8]

# "litetrim devices" lists them.
devices: [raspberry-pi-4]

# Head against base. With a sign a limit holds for the change, without one for the figure itself.
# A pull request is judged by the limits of the branch that it goes into.
limits:
  size: { warn: +1%, fail: +5% }
  latency: { warn: +1%, fail: +3% }
  memory: { warn: +5% }
  # Fails only where a paired test says that it is no chance.
  accuracy: { fail: -1pp }

# How long a run may take.
budget: 20m
`;
}
function starterWorkflow() {
	return `name: litetrim
on:
  pull_request:

permissions: {}

# A newer push makes the runs before it needless.
concurrency:
  group: litetrim-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  models:
    runs-on: ubuntu-24.04
    # Debian 12's QEMU has the plug-ins that latency needs; "litetrim doctor" tells of others.
    container: debian:bookworm
    timeout-minutes: 45
    permissions:
      contents: read # the models before and after
      pull-requests: write # the comment
    steps:
      - run: >-
          apt-get update && apt-get install -y --no-install-recommends
          ca-certificates git git-lfs python3 python3-pip
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          lfs: true # models in Git LFS
          persist-credentials: false
      - uses: litetrim/litetrim@v0
`;
}
export { Setup, Workbench, atWorkbench, dataIn, defaultConfig, evaluate$1 as evaluate, evaluateAt, inFolder, judgedBy, loadDevices, measure$1 as measure, measureAt, optimize, optimizeAt, parseConfigBytes, planFor, planJob, readConfig, recipeLimits, runModelJob, setupIn, starterConfig, starterWorkflow, workflowFile };
