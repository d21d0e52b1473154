import { InputError, PassingError, clipMarkdown, configFile, describeError, exitCodeOf, exitCodes, formatInteger, gain, isDebugging, isDefect, maxCommentCharacters, messageOf, oneLine, readEnvironment, someOf, units, visible } from "./start.js";
import { buildReport, findingClauses, metrics, renderComment, renderHtml, renderJson, renderRunFailure, renderSummary } from "./report.js";
import { Setup, Workbench, dataIn, defaultConfig, inFolder, judgedBy, parseConfigBytes, planFor, recipeLimits, runModelJob } from "./job.js";
import { isFilePath, readYaml, readYamlBytes } from "./yaml.js";
import { ownPath, writeWhole } from "./system.js";
import { array, number, object, record, string, url } from "./zod.js";
import { globMatcher, isNegated } from "./minimatch.js";
import { graphOf } from "./model.js";
import { HttpClient, getOctokit } from "./octokit.js";
import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { basename, join, posix, relative, resolve } from "node:path";
import { constants, existsSync, mkdtempSync } from "node:fs";
import { access, lstat, readFile, rm, stat, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { dirname as dirname$1, join as join$1 } from "node:path/posix";
// src/gate/config-changes.ts
const lists = /(^|\.)(recipes|devices)$/;
const additions = /^(models\[\d+\]|recipes\.[^.]+|(models\[\d+\]\.)?(recipes|devices)|\$schema)$/;
function configChanges(before, after, place = "") {
	if (JSON.stringify(before) === JSON.stringify(after)) return [];
	if (isNames(before) && isNames(after) && lists.test(place)) return listChanges$1(before, after, place);
	if (Array.isArray(before) && Array.isArray(after)) {
		const length = Math.max(before.length, after.length);
		return Array.from({ length }, (_, i) => configChanges(before[i], after[i], `${place}[${i}]`)).flat();
	}
	if (isMap(before) && isMap(after)) return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => configChanges(before[key], after[key], place ? `${place}.${key}` : key));
	const isAddition = before === void 0 && additions.test(place);
	return [{
		place,
		before: textOf(before),
		after: textOf(after),
		isAddition
	}];
}
function isNames(value) {
	return Array.isArray(value) && value.every((item) => typeof item === "string");
}
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function listChanges$1(before, after, place) {
	const added = after.filter((name) => !before.includes(name));
	const removed = before.filter((name) => !after.includes(name));
	const change = (names, isAddition) => {
		if (names.length === 0) return [];
		const text = textOf(names);
		return [{
			place,
			before: isAddition ? null : text,
			after: isAddition ? text : null,
			isAddition
		}];
	};
	return [...change(removed, false), ...change(added, true)];
}
const maxText = 60;
function textOf(value) {
	if (value === void 0) return null;
	const text = typeof value === "string" ? value : isNames(value) ? value.join(", ") : JSON.stringify(value);
	return text.length > maxText ? `${text.slice(0, 59)}…` : text;
}
const maxPlaces = 4;
function configNotice(file, changes) {
	if (changes.length === 0) return null;
	const loosens = changes.some(({ isAddition }) => !isAddition);
	const shown = [...changes].sort((a, b) => Number(a.isAddition) - Number(b.isAddition)).slice(0, maxPlaces);
	const places = shown.map(({ place, before, after }) => {
		return `${place} (${before === null ? "new: " : `${before} → `}${after ?? "nothing"})`;
	});
	const rest = changes.length - shown.length;
	const all = `${places.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
	return {
		verdict: loosens ? "warn" : "pass",
		text: `This pull request changes ${file}: ${all}. ${loosens ? "The base branch’s configuration judges; what is new is done besides" : "It is done besides what the base branch’s configuration says"}.`
	};
}
// src/gate/gate.ts
var Gate = class {
	base;
	head;
	notices;
	isTouched;
	isConfigured;
	changedRecipes;
	constructor({ base, head, isTouched, isConfigured, notices }) {
		this.base = base;
		this.head = head;
		this.isTouched = isTouched;
		this.isConfigured = isConfigured;
		this.notices = notices;
		this.changedRecipes = changedRecipes$1(base?.recipes ?? {}, head.recipes);
	}
	get config() {
		return (this.base ?? this.head).config;
	}
	isModel(path) {
		return [this.base, this.head].some((setup) => setup && planFor(setup.config, path) !== null);
	}
};
function changedRecipes$1(before, after) {
	const names = Object.keys({
		...before,
		...after
	});
	return new Set(names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])));
}
function planOf(setup, { base, path }) {
	if (!setup) return null;
	return (base && planFor(setup.config, base.path)) ?? planFor(setup.config, path);
}
async function openGate(options) {
	const { pullRequest, configPath, files } = options;
	const { baseTip, head } = pullRequest.commits;
	const ofBase = await pullRequest.fetchFile(configPath, baseTip);
	const base = await parseConfigBytes(ofBase, `${configPath} of the base branch`);
	const isTouched = files.some(({ basePath, headPath }) => [basePath, headPath].includes(configPath));
	const ofHead = base && !isTouched ? ofBase : await readHeadConfig(options);
	const own = await parseConfigBytes(ofHead, configPath);
	if (!own && !base && options.isNamed) throw new InputError("there is no such file", {
		file: configPath,
		hint: "Write one with \"litetrim init\""
	});
	const readBase = (path) => readCommitted(pullRequest, path, baseTip, `${path} of the base branch`);
	return new Gate({
		base: base && new Setup(base, readBase),
		head: new Setup(own ?? base ?? defaultConfig(), headReader(options, head)),
		isTouched,
		isConfigured: base !== null || own !== null,
		notices: [noticeOf(configPath, ofBase, ofHead)].filter((notice) => notice !== null)
	});
}
async function readHeadConfig(options) {
	const { pullRequest, workspace, configPath } = options;
	const committed = await pullRequest.fetchFile(configPath, pullRequest.commits.head);
	if (committed || isRemoved(options)) return committed;
	return existsSync(join(workspace, configPath)) ? readWorkspace(workspace, configPath) : null;
}
function isRemoved({ files, configPath }) {
	return files.some(({ basePath, headPath }) => basePath === configPath && headPath !== configPath);
}
function headReader({ pullRequest, workspace }, head) {
	return async (path) => {
		return await pullRequest.fetchFile(path, head) ?? readWorkspace(workspace, path);
	};
}
function readWorkspace(workspace, path) {
	return readYamlBytes(inFolder(workspace, path), workspace);
}
async function readCommitted(pullRequest, path, commit, file) {
	const bytes = await pullRequest.fetchFile(path, commit);
	if (bytes) return bytes;
	throw new InputError("there is no such file", {
		file,
		hint: "Name another in the configuration"
	});
}
function noticeOf(file, base, head) {
	if (base && head) return configNotice(file, configChanges(readYaml(base, file).data, readYaml(head, file).data));
	if (base) return {
		verdict: "warn",
		text: `This pull request removes ${file}. The base branch’s judges.`
	};
	if (head) return {
		verdict: "pass",
		text: `The base branch has no ${file}: the limits are those of this pull request.`
	};
	return {
		verdict: "pass",
		text: `There is no ${configFile}: every .tflite file is measured by defaults, and no limit fails. "litetrim init" writes one.`
	};
}
// src/gate/concerned.ts
async function concernedModels(paths, changed, gate, touched, pullRequest) {
	const taken = new Set(changed.flatMap(({ base, head }) => [base?.path, head?.path]));
	const concerned = [];
	for (const path of paths) {
		if (taken.has(path) || !gate.isModel(path)) continue;
		const change = {
			path,
			status: "unchanged",
			base: null,
			head: null
		};
		if (!await isConcerned(change, gate, touched)) continue;
		const file = await pullRequest.files.find(pullRequest.commits.head, path);
		if (file) concerned.push({
			...change,
			base: file,
			head: file
		});
	}
	return concerned;
}
async function isConcerned(change, gate, touched) {
	const wanted = planOf(gate.head, change);
	const judged = planOf(gate.base, change);
	if (!judged) return gate.isTouched;
	const plans = wanted ? [judged, wanted] : [judged];
	if (wanted && differs(judged, wanted)) return true;
	for (const { recipes, devices, dataset } of plans) {
		if (touched.among([...recipes, ...devices]).length > 0) return true;
		if (recipes.some((name) => name.split("+").some((part) => gate.changedRecipes.has(part)))) return true;
		if (dataset !== null && (await touched.ofDataset(dataset)).length > 0) return true;
	}
	return false;
}
function differs(judged, wanted) {
	const isNew = (of) => wanted[of].some((name) => !judged[of].includes(name));
	return isNew("recipes") || isNew("devices") || judged.dataset !== wanted.dataset;
}
// src/gate/base-files.ts
const maxBytes = 2 ** 30;
const maxFiles = 5e3;
var Unfetched = class extends InputError {
	path;
	constructor(path) {
		super("the file as it was before is not here yet", { file: path });
		this.path = path;
	}
};
var BaseFiles = class {
	#pullRequest;
	#ofBase;
	#added;
	#folder = null;
	#forget = null;
	#bytes = 0;
	#files = 0;
	constructor(changes, pullRequest) {
		const files = changes.filter(({ isSubmodule }) => !isSubmodule);
		this.#pullRequest = pullRequest;
		this.#ofBase = new Map(files.flatMap(({ basePath }) => basePath === null ? [] : [[basePath, null]]));
		const paths = files.flatMap(({ headPath }) => headPath ?? []);
		this.#added = new Set(paths.filter((path) => !this.#ofBase.has(path)));
	}
	find(path) {
		if (this.#added.has(path)) return null;
		const known = this.#ofBase.get(path);
		if (known === null) throw new Unfetched(path);
		return known;
	}
	list(folder) {
		const start = folder === "" ? "" : `${folder}/`;
		const steps = [...this.#ofBase.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length).split("/"));
		return [...new Map(steps.map(([base, ...rest]) => [base, rest.length > 0]))].map(([base, isFolder]) => {
			return {
				base,
				isFolder
			};
		});
	}
	async with(read) {
		for (;;) try {
			return await read();
		} catch (error) {
			if (!(error instanceof Unfetched)) throw error;
			await this.#fetchBeside(error.path);
		}
	}
	async #fetchBeside(path) {
		const folder = dirname$1(path);
		for (const [other, known] of this.#ofBase) if (known === null && dirname$1(other) === folder) await this.#fetch(other);
	}
	async #fetch(path) {
		const bytes = await this.#pullRequest.fetchFile(path, this.#pullRequest.commits.mergeBase);
		if (!bytes) throw new InputError("the base branch lacks it", { file: path });
		this.#bytes += bytes.length;
		this.#files++;
		if (this.#bytes > maxBytes || this.#files > maxFiles) throw new InputError("what the pull request changes of it is too much to fetch", { file: path });
		this.#folder ??= mkdtempSync(join(tmpdir(), "litetrim-base-"));
		this.#forget ??= ownPath(this.#folder);
		const copy = join(this.#folder, String(this.#files));
		await writeFile(copy, bytes);
		this.#ofBase.set(path, copy);
	}
	async close() {
		if (this.#folder) await rm(this.#folder, {
			recursive: true,
			force: true
		});
		this.#forget?.();
	}
};
function fileNotices(models, gate, touched) {
	const plans = models.map((model) => planOf(gate.base, model)).filter((plan) => plan !== null);
	return [["recipe", "Its models are judged by the base branch’s steps, and the changed ones are tried besides."], ["device", "Its models are measured on it as the base branch describes it."]].flatMap(([kind, rule]) => {
		const names = touched.among([...new Set(plans.flatMap((plan) => plan[`${kind}s`]))]);
		if (names.length === 0) return [];
		return [{
			verdict: "warn",
			text: `This pull request changes the ${kind} ${someOf(names, 5)}. ${rule}`
		}];
	});
}
function patternNotices(config, paths, file) {
	return config.models.flatMap((model, index) => model.files.filter((pattern) => !isNegated(pattern) && !paths.some(globMatcher([pattern]))).map((pattern) => {
		return {
			verdict: "warn",
			text: `${file}: models[${index}].files: "${pattern}" matches no file of the repository.`
		};
	}));
}
function workflowNotice(workflowRef, touched) {
	const path = /^[^/]+\/[^/]+\/([^@]+)@/.exec(workflowRef ?? "")?.[1];
	if (path === void 0 || !touched.has(path)) return null;
	return {
		verdict: "warn",
		text: `This pull request changes ${path}, the workflow that runs litetrim: its steps and inputs are the pull request’s.`
	};
}
function strayNotices(models, strays) {
	const removed = models.filter(({ status }) => status === "removed").map(({ path }) => path);
	if (removed.length === 0 || strays.length === 0) return [];
	return [{
		verdict: "warn",
		text: `This pull request removes ${someOf(removed, 5)} and adds ${someOf(strays, 5)}, where no pattern of the configuration looks: nothing judges what is there.`
	}];
}
function leftNotices(models, gate) {
	return models.filter(({ base, head }) => {
		return base && head && base.path !== head.path && gate.isModel(base.path) && !gate.isModel(head.path);
	}).map(({ base, head }) => {
		return {
			verdict: "warn",
			text: `This pull request moves ${base.path} to ${head.path}, where no pattern of the configuration looks: nothing judges it from then on.`
		};
	});
}
// src/gate/data.ts
var GateData = class {
	#options;
	#base;
	#notices = new Map();
	constructor(options) {
		this.#options = options;
		this.#base = new BaseFiles(options.changes, options.pullRequest);
	}
	get notices() {
		return [...this.#notices].sort(([a], [b]) => a < b ? -1 : 1).map(([, notice]) => notice);
	}
	of(dataset) {
		return async (model) => {
			const { pullRequest, touched } = this.#options;
			if (await pullRequest.checkout() === "no-repository") throw noCheckout(dataset);
			const files = await touched.ofDataset(dataset);
			try {
				const judging = await this.#base.with(() => this.#open(dataset, model, this.#base));
				if (files.length > 0) await this.#noteChange(dataset, model, files, judging);
				return judging;
			} catch (error) {
				if (files.length === 0 || isDefect(error)) throw error;
				return await this.#openHead(dataset, model, files, error);
			}
		};
	}
	#open(dataset, model, other) {
		return dataIn(this.#options.workspace, dataset, other && { other })(model);
	}
	async #noteChange(dataset, model, files, judging) {
		if (this.#notices.has(dataset)) return;
		const what = await this.#open(dataset, model).then((head) => differences(judging, head), (error) => [`which can't be used as it is: ${messageOf(error)}`]);
		const text = `This pull request changes the data set ${dataset} (${[someOf(files, 5), ...what].join("; ")}). The base branch’s data judge.`;
		this.#notices.set(dataset, {
			verdict: "warn",
			text
		});
	}
	async #openHead(dataset, model, files, error) {
		if (error instanceof PassingError) throw error;
		const opened = await this.#open(dataset, model);
		const why = messageOf(error).replace(/\.$/, "");
		const size = `${opened.evaluation.size} samples judge`;
		const text = `This pull request is judged on data that it changes: ${dataset} (${someOf(files, 5)}; ${size}), since the base branch’s can't be had (${why}).`;
		this.#notices.set(dataset, {
			verdict: "warn",
			text
		});
		return opened;
	}
	async close() {
		await this.#base.close();
	}
};
function noCheckout(file) {
	return new InputError("data sets are read from a checkout of the repository, and there is none", {
		file,
		hint: "Put a step \"uses: actions/checkout\" before litetrim"
	});
}
async function differences(base, head) {
	const sizes = [[
		"that judge",
		base.evaluation,
		head.evaluation
	], [
		"that calibrate",
		base.calibration,
		head.calibration
	]].flatMap(([what, before, after]) => before.size === after.size ? [] : [`${before.size} → ${after.size} samples ${what}`]);
	const labels = await changedLabels(base.evaluation, head.evaluation);
	return [...sizes, ...labels > 0 ? [`labels of ${labels} samples differ`] : []];
}
const maxCompared = 2e3;
async function changedLabels(base, head) {
	const size = Math.min(base.size, head.size, maxCompared);
	let changed = 0;
	for (let index = 0; index < size; index++) {
		const [before, after] = [await base.sample(index), await head.sample(index)];
		if (before.label !== after.label) changed++;
	}
	return changed;
}
// src/gate/plan-model.ts
async function planModel(change, gate, dataOf) {
	const wanted = planOf(gate.head, change);
	const judged = planOf(gate.base, change);
	if (judged) return planJudged(judged, wanted, gate, dataOf);
	return wanted && planNew(wanted, change, gate, dataOf);
}
async function planNew(wanted, change, gate, dataOf) {
	const { base, head } = gate;
	const under = base ? planFor({
		...head.config,
		limits: base.config.limits
	}, change.path) : null;
	const load = new Loader();
	return {
		inputs: wanted.inputs,
		data: wanted.dataset === null ? null : dataOf(wanted.dataset),
		recipes: await load.all(wanted.recipes, (name) => head.recipe(name)),
		devices: await load.all(wanted.devices, (name) => head.device(name)),
		...judgedBy((base ?? head).config, (under ?? wanted).limits),
		...recipesJudgedBy(gate),
		problems: load.problems
	};
}
async function planJudged(judged, wanted, gate, dataOf) {
	const { base, head } = gate;
	const load = new Loader();
	const added = (of) => (wanted?.[of] ?? []).filter((name) => !judged[of].includes(name));
	const recipes = await load.all(judged.recipes, (name) => base.recipe(name));
	const changed = changedRecipes(recipes, await load.all(judged.recipes.filter((name) => wanted?.recipes.includes(name)), (name) => head.recipe(name)));
	const dataset = judged.dataset ?? wanted?.dataset ?? null;
	return {
		inputs: judged.inputs,
		data: dataset === null ? null : dataOf(dataset),
		recipes: [
			...recipes,
			...changed.keys(),
			...await load.all(added("recipes"), (name) => head.recipe(name))
		],
		formerRecipes: new Map([...changed].map(([recipe, former]) => [recipe.name, former])),
		devices: [...await load.all(judged.devices, (name) => base.device(name)), ...await load.all(added("devices"), (name) => head.device(name))],
		...judgedBy(base.config, judged.limits),
		...recipesJudgedBy(gate),
		problems: load.problems
	};
}
const changedMark = " as changed";
function changedRecipes(former, current) {
	const does = ({ steps, calibration }) => JSON.stringify({
		steps,
		calibration
	});
	const pairs = current.flatMap((recipe) => {
		const before = former.find(({ name }) => name === recipe.name);
		if (!before || does(before) === does(recipe)) return [];
		return [[{
			...recipe,
			name: `${recipe.name}${changedMark}`
		}, before]];
	});
	return new Map(pairs);
}
function recipesJudgedBy({ base, head }) {
	return { recipeLimits(recipe) {
		const name = recipe.endsWith(changedMark) ? recipe.slice(0, -11) : recipe;
		const isKnown = base && (base.config.models.some(({ recipes }) => recipes.includes(name)) || Object.hasOwn(base.config.recipes, name));
		return recipeLimits((isKnown ? base : head).config, name);
	} };
}
var Loader = class {
	problems = [];
	async all(names, load) {
		const loaded = [];
		for (const name of names) try {
			loaded.push(await load(name));
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			this.problems.push(error);
		}
		return loaded;
	}
};
// src/gate/renames.ts
async function pairRenamed(models, files, pullRequest) {
	const removed = models.filter(({ status }) => status === "removed");
	if (removed.length === 0) return {
		models: [...models],
		strays: []
	};
	const unknown = await strays(models, files, pullRequest);
	const added = [...models.filter(({ status }) => status === "added"), ...unknown];
	const byName = pairBy(removed, added, ({ path }) => basename(path));
	const left = (all, taken) => {
		const set = new Set(taken);
		return all.filter((model) => !set.has(model));
	};
	const unnamed = left(removed, byName.keys());
	const graphs = unnamed.length > 0 ? await graphsOf([...unnamed, ...left(added, byName.values())], pullRequest) : null;
	const byGraph = graphs ? pairBy(unnamed, left(added, byName.values()), (model) => graphs.get(model) ?? null) : new Map();
	const pairs = new Map([...byName, ...byGraph]);
	const paired = new Set([...pairs.keys(), ...pairs.values()]);
	const renamed = [...pairs].map(([{ base }, { path, head }]) => ({
		path,
		status: "changed",
		base,
		head
	})).filter(({ base, head }) => base.sha !== head.sha);
	return {
		models: [...models.filter((model) => !paired.has(model)), ...renamed].sort((a, b) => a.path < b.path ? -1 : 1),
		strays: left(unknown, paired).map(({ path }) => path)
	};
}
const ending = /\.tflite$/i;
async function strays(models, files, pullRequest) {
	const known = new Set(models.map(({ path }) => path));
	const paths = files.filter(({ basePath, isSubmodule }) => basePath === null && !isSubmodule).map(({ headPath }) => headPath).filter((path) => ending.test(path) && !known.has(path));
	const found = [];
	for (const path of paths.slice(0, maxStrays)) {
		const head = await pullRequest.files.find(pullRequest.commits.head, path);
		if (head) found.push({
			path,
			status: "added",
			base: null,
			head
		});
	}
	return found;
}
const maxStrays = 100;
function pairBy(removed, added, keyOf) {
	const pairs = new Map();
	for (const model of removed) {
		const key = keyOf(model);
		const same = (other) => key !== null && keyOf(other) === key;
		const candidates = added.filter(same);
		if (candidates.length === 1 && removed.filter(same).length === 1) pairs.set(model, candidates[0]);
	}
	return pairs;
}
async function graphsOf(models, pullRequest) {
	const graphs = new Map();
	for (const model of models) {
		const graph = await digestOf(model.head ?? model.base, pullRequest);
		if (graph !== null) graphs.set(model, graph);
	}
	return graphs;
}
async function digestOf(file, pullRequest) {
	try {
		return graphDigest(await pullRequest.files.read(file), file.path);
	} catch (error) {
		if (isDefect(error)) throw error;
		return null;
	}
}
function graphDigest(bytes, file) {
	const hash = createHash("sha256");
	for (const { inputs, operators } of graphOf({
		file,
		bytes
	}).subgraphs) {
		hash.update(JSON.stringify(inputs.map(({ type, shape }) => [type, shape])));
		for (const operator of operators) {
			const ports = [operator.inputs, operator.outputs].map((tensors) => tensors.map((tensor) => tensor && [tensor.type, tensor.shape]));
			hash.update(JSON.stringify([
				operator.code,
				operator.customCode ?? null,
				ports
			]));
		}
	}
	return hash.digest("hex");
}
// src/gate/touched.ts
var TouchedFiles = class {
	#paths;
	#read;
	#ofData = new Map();
	constructor(changes, read) {
		const paths = changes.flatMap(({ basePath, headPath }) => [basePath, headPath]);
		this.#paths = new Set(paths.filter((path) => path !== null).sort());
		this.#read = read;
	}
	has(path) {
		return this.#paths.has(path);
	}
	among(names) {
		return names.filter((name) => isFilePath(name) && this.has(join$1(name)));
	}
	ofDataset(dataset) {
		const known = this.#ofData.get(dataset) ?? this.#find(dataset);
		this.#ofData.set(dataset, known);
		return known;
	}
	async #find(dataset) {
		const named = await this.#namesIn(dataset);
		const roots = [join$1(dataset), ...named.map((name) => join$1(dirname$1(dataset), name))];
		return [...this.#paths].filter((path) => roots.some((root) => path === root || path.startsWith(`${root}/`)));
	}
	async #namesIn(dataset) {
		try {
			return [...texts(readYaml(await this.#read(dataset), dataset).data)].filter((text) => text.length <= 1e3);
		} catch (error) {
			if (isDefect(error)) throw error;
			return [];
		}
	}
};
function* texts(value) {
	if (typeof value === "string") yield value;
	else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) yield* texts(part);
}
// src/github/client.ts
const longestWaitSeconds = 300;
const attempts = 4;
function createClient(options) {
	const { token, apiUrl, log = () => {}, sleep = setTimeout$1 } = options;
	const client = getOctokit(token, {
		baseUrl: apiUrl,
		userAgent: "litetrim"
	});
	client.hook.wrap("request", async (request, parameters) => {
		for (let attempt = 1;; attempt++) try {
			return await request(parameters);
		} catch (error) {
			const failed = failedRequest(parameters.method, error);
			const seconds = attempt < attempts ? secondsToWait(failed, attempt, Date.now()) : null;
			if (seconds === null) throw error;
			log(`GitHub answered ${failed.status} (${failed.message}): trying again in ${seconds} s`);
			await sleep(seconds * 1e3);
		}
	});
	return client;
}
function secondsToWait(failed, attempt, now) {
	const { status, headers } = failed;
	const seconds = isRateLimit(failed) ? rateLimitSeconds(headers, attempt, now) : status >= 500 && failed.method !== "POST" ? 2 ** (attempt - 1) : null;
	return seconds !== null && seconds <= longestWaitSeconds ? seconds : null;
}
function isRateLimit({ status, message, headers }) {
	if (status === 429) return true;
	if (status !== 403) return false;
	return "retry-after" in headers || nothingRemains(headers) || /rate limit/i.test(message);
}
function nothingRemains(headers) {
	return String(headers["x-ratelimit-remaining"]) === "0";
}
function rateLimitSeconds(headers, attempt, now) {
	const retryAfter = Number(headers["retry-after"] ?? NaN);
	if (retryAfter >= 0) return Math.max(1, retryAfter);
	const reset = Number(headers["x-ratelimit-reset"] ?? NaN);
	if (nothingRemains(headers) && reset >= 0) return Math.max(1, Math.ceil(reset - now / 1e3) + 1);
	return 60 * 2 ** (attempt - 1);
}
function isRequestError(error) {
	return error instanceof Error && typeof error.status === "number";
}
function failedRequest(method, error) {
	if (!isRequestError(error)) return {
		method,
		status: 0,
		message: String(error),
		headers: {}
	};
	return {
		method,
		status: error.status,
		message: error.message,
		headers: error.response?.headers ?? {}
	};
}
async function ask(what, request) {
	try {
		return await request();
	} catch (error) {
		if (!isRequestError(error)) throw error;
		const problem = `GitHub doesn't give ${what} (${error.status}: ${oneLine(error.message)})`;
		throw new PassingError(problem, {
			hint: wayOut(failedRequest("GET", error)),
			cause: error
		});
	}
}
function wayOut(failed) {
	if (failed.status === 401) return "Check the token: it is wrong or has expired";
	if (failed.status >= 500 || isRateLimit(failed)) return "Run the job again later";
	return "Give the job \"permissions: contents: read, pull-requests: write\"";
}
// src/github/publish/artifacts.ts
const forbidden = /["<>|*?\r\n:]/;
const maxUploadMs = 6e5;
async function uploadArtifact(env, runner, options) {
	const { name, root, retentionDays = 0, timeoutMs = maxUploadMs } = options;
	if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) {
		runner.info("No artifact is uploaded: only an action can, and this is no action step");
		return null;
	}
	try {
		const files = await uploadable(options, runner);
		if (files.length === 0) return null;
		const { DefaultArtifactClient } = await import("./artifact.js");
		const { id } = await within(timeoutMs, new DefaultArtifactClient().uploadArtifact(name, files, root, { retentionDays }));
		if (id === void 0) throw new Error("the service gave it no id");
		const { runUrl } = readEnvironment(env);
		return {
			id,
			url: runUrl && `${runUrl}/artifacts/${id}`
		};
	} catch (error) {
		runner.warning(`The artifact "${name}" was not uploaded: ${messageOf(error)}`);
		return null;
	}
}
async function uploadable({ files, root }, runner) {
	const taken = [];
	for (const file of files) {
		const path = relative(root, file);
		const problem = await problemWith(file, path);
		if (problem === null) taken.push(file);
		else runner.warning(`"${path}" is not in the artifact: ${problem}`);
	}
	return taken;
}
async function problemWith(file, path) {
	if (forbidden.test(path)) return "its name has characters that artifacts may not have";
	if (/^\.\.([\\/]|$)/.test(path)) return "it lies outside of the results";
	try {
		await access(file, constants.R_OK);
		return (await stat(file)).isFile() ? null : "it is no file";
	} catch (error) {
		return `it can't be read (${messageOf(error).replace(/,.*/, "")})`;
	}
}
async function within(milliseconds, promise) {
	let timer;
	const late = new Promise((_, reject) => {
		const error = new Error(`it took longer than ${milliseconds / 1e3} s`);
		timer = setTimeout(() => reject(error), milliseconds);
	});
	return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
// src/github/publish/comment.ts
async function postComment(client, event, options) {
	try {
		return await upsert(client, event, options, await findComment(client, event, await ownLogin(client), options.key));
	} catch (error) {
		if (!isRequestError(error)) throw error;
		return {
			action: (error.status === 403 || error.status === 404) && !isRateLimit(failedRequest("POST", error)) ? "denied" : "failed",
			url: null,
			reason: `${error.status}: ${error.message}`
		};
	}
}
async function upsert(client, event, { body: markdown, key, runId, create }, found) {
	const { owner, repo, number, headSha } = event;
	const marker = `${markerStart(key)}${runId}, head ${headSha} -->\n`;
	const body = `${marker}${clipMarkdown(markdown, maxCommentCharacters - marker.length)}`;
	if (found && await isOvertaken(client, event, runId, found)) return {
		action: "outdated",
		url: found.url,
		reason: null
	};
	if (found) {
		await client.rest.issues.updateComment({
			owner,
			repo,
			comment_id: found.id,
			body
		});
		return {
			action: "updated",
			url: found.url,
			reason: null
		};
	}
	if (!create) return {
		action: "none",
		url: null,
		reason: null
	};
	const { data } = await client.rest.issues.createComment({
		owner,
		repo,
		issue_number: number,
		body
	});
	return {
		action: "created",
		url: data.html_url,
		reason: null
	};
}
async function findComment(client, { owner, repo, number: issue_number }, author, key) {
	const list = client.rest.issues.listComments;
	const pages = client.paginate.iterator(list, {
		owner,
		repo,
		issue_number,
		per_page: 100
	});
	for await (const { data } of pages) for (const { id, body = "", html_url: url, user } of data) {
		const marker = user?.login === author ? readMarker(body, key) : null;
		if (marker) return {
			id,
			url,
			...marker
		};
	}
	return null;
}
const mostRunsBetween = 1e9;
async function isOvertaken(client, event, runId, found) {
	if (found.runId <= runId) return false;
	const isPlausible = found.runId - runId <= mostRunsBetween;
	if (found.headSha === event.headSha) return isPlausible;
	const head = await currentHead(client, event);
	return head === null ? isPlausible : head !== event.headSha;
}
async function currentHead(client, event) {
	const { owner, repo, number: pull_number } = event;
	try {
		return (await client.rest.pulls.get({
			owner,
			repo,
			pull_number
		})).data.head.sha;
	} catch (error) {
		if (!isRequestError(error)) throw error;
		return null;
	}
}
function markerStart(key) {
	return `<!-- litetrim: ${markerKey(key)}, run `;
}
const maxKey = 200;
function markerKey(key) {
	const text = encodeURIComponent(Buffer.from(key).toString()).replaceAll("%2F", "/");
	if (text.length <= maxKey) return text;
	return `${text.slice(0, maxKey)}%~${createHash("sha256").update(key).digest("hex")}`;
}
function readMarker(body, key) {
	const start = markerStart(key);
	if (!body.startsWith(start)) return null;
	const match = /^(\d+)(?:, head ([0-9a-f]+))? -->/.exec(body.slice(start.length, start.length + 200));
	return match && {
		runId: Number(match[1]),
		headSha: match[2] ?? null
	};
}
const actionsLogin = "github-actions[bot]";
async function ownLogin(client) {
	try {
		const { viewer } = await client.graphql("query { viewer { login } }");
		return viewer.login;
	} catch {
		return actionsLogin;
	}
}
// src/github/publish/log-progress.ts
function logProgress(print) {
	const began = performance.now();
	let last = "";
	return { stage(name) {
		if (name !== last) print(`${((performance.now() - began) / 1e3).toFixed(1).padStart(7)} s  ${name}`);
		last = name;
		return {
			update: () => {},
			end: () => {}
		};
	} };
}
// src/github/publish/outputs.ts
function stepOutputs(report) {
	const changes = metrics.map(({ name }) => [`${name}-change`, worstChange(report, name)]);
	return {
		verdict: report.verdict,
		...Object.fromEntries(changes)
	};
}
function worstChange(report, metric) {
	let worst = null;
	const comparisons = report.models.flatMap((model) => model.comparisons);
	for (const { kind, differences } of comparisons) {
		if (kind !== "model" && kind !== "variant") continue;
		for (const difference of differences.filter((each) => each.metric === metric)) {
			const { unit, relative, delta } = difference;
			const change = units[unit].change === "share" ? relative : delta;
			if (change === null || !Number.isFinite(change)) continue;
			if (!worst || gain(unit, change) < worst.gain) worst = {
				change,
				gain: gain(unit, change)
			};
		}
	}
	return worst ? String(Number(worst.change.toPrecision(6))) : "";
}
const maxAnnotations = 10;
function annotate(runner, report) {
	noteNotices(runner, report);
	for (const verdict of ["fail", "warn"]) {
		const say = verdict === "fail" ? runner.error : runner.warning;
		const marks = [...problems(report, verdict), ...brokenLimits(report, verdict)];
		for (const { message, file } of marks.slice(0, maxAnnotations)) say(message, {
			title: "litetrim",
			file
		});
	}
}
function noteNotices(runner, { notices }) {
	const say = {
		fail: runner.error,
		warn: runner.warning,
		pass: runner.notice
	};
	for (const { verdict, text } of notices.slice(0, maxAnnotations)) say[verdict](text);
}
function problems(report, verdict) {
	return report.models.filter(({ comparisons }) => comparisons.length === 0 === (verdict === "fail")).flatMap((model) => model.problems.map((message) => ({
		message,
		file: model.file
	})));
}
function brokenLimits(report, verdict) {
	const clauses = findingClauses(report, verdict);
	return [...new Set(clauses.map(({ files: [first] }) => first))].map((file) => {
		return {
			message: clauses.filter(({ files: [first] }) => first === file).map(({ text }) => text).join("; "),
			file
		};
	});
}
// src/github/publish/publish.ts
async function publish(client, event, runner, publication) {
	const { report, comment: body, mode, key, runId } = publication;
	annotate(runner, report);
	const create = beginsComment(mode, report);
	const outcome = mode === "never" ? null : await postComment(client, event, {
		body,
		key,
		runId,
		create
	});
	if (outcome) explain(runner, event, outcome);
	if (report.models.length > 0 || report.notices.length > 0) await runner.writeSummary(publication.summary);
	runner.setOutputs({
		...stepOutputs(report),
		report: publication.reportPath ?? "",
		"comment-url": outcome?.url ?? ""
	});
	return outcome?.url ?? null;
}
function beginsComment(mode, report) {
	if (mode === "never") return false;
	if (report.models.length === 0) return report.verdict === "warn" || report.verdict === "fail";
	if (mode === "always") return true;
	if (mode === "on-regression") return report.verdict === "warn" || report.verdict === "fail";
	return report.models.some(({ status, comparisons, problems }) => {
		const differs = comparisons.some((comparison) => comparison.differences.some(({ delta }) => delta !== 0));
		return status !== "changed" || problems.length > 0 || differs;
	});
}
function explain(runner, event, { action, url, reason }) {
	if (action === "created" || action === "updated") runner.info(`The comment is ${action}: ${url}`);
	if (action === "outdated") runner.notice(`A later run has reported already, so the comment stays: ${url}`);
	if (action === "failed") runner.warning(`No comment, the report is in the job summary: GitHub said ${reason}`);
	if (action !== "denied") return;
	if (event.fork) {
		runner.notice("No comment, the report is in the job summary: a pull request from a fork has a token that only reads (\"pull-requests: write\" is missing)");
		return;
	}
	runner.warning(`No comment, the report is in the job summary: GitHub said ${reason}. Give the job "permissions: pull-requests: write"`);
}
// src/github/read/command.ts
const graceMs = 2e3;
function run(program, args, options) {
	const { cwd, input, maxBytes, timeoutMs } = options;
	const env = {
		...process.env,
		...options.env
	};
	return new Promise((resolve) => {
		const child = execFile(program, args, {
			cwd,
			env,
			maxBuffer: maxBytes,
			timeout: timeoutMs,
			encoding: "buffer"
		}, (error, stdout, stderr) => {
			clearTimeout(killing);
			resolve(error ? failure(error, stderr, timeoutMs) : { stdout });
		});
		const killing = setTimeout(() => child.kill("SIGKILL"), timeoutMs + graceMs);
		child.stdin?.on("error", () => {});
		child.stdin?.end(input);
	});
}
function failure({ code, killed, message }, stderr, timeoutMs) {
	const [line] = stderr.toString("utf8").trim().split("\n");
	const reason = killed && !code ? `it didn't end within ${timeoutMs / 1e3} s` : line || message;
	return {
		stdout: null,
		missing: code === "ENOENT" || code === "EACCES",
		reason: visible(reason.replace(/^fatal: /, ""), 200)
	};
}
async function output(program, args, options) {
	return (await run(program, args, options)).stdout;
}
// src/github/read/local-git.ts
const maxListBytes = 67108864;
const timeoutMs = 12e4;
const harmless = [...[
	"--no-pager",
	"--no-replace-objects",
	"--literal-pathspecs",
	"-c",
	"core.quotePath=false"
], ...[
	"-c",
	"core.fsmonitor=false",
	"-c",
	`core.hooksPath=${devNull}`,
	"-c",
	"core.sshCommand=false"
]];
const environment = {
	GIT_ALLOW_PROTOCOL: "none",
	GIT_NO_LAZY_FETCH: "1",
	GIT_TERMINAL_PROMPT: "0",
	LC_ALL: "C"
};
var LocalGit = class {
	workspace;
	#directory;
	#state;
	constructor(workspace) {
		this.workspace = workspace;
		this.#directory = join(resolve(workspace), ".git");
	}
	state() {
		this.#state ??= this.#findState();
		return this.#state;
	}
	async #findState() {
		if (!await access(this.#directory).then(() => true, () => false)) return "no-repository";
		const ended = await this.#run(["rev-parse", "--absolute-git-dir"], maxListBytes);
		if (ended.stdout) return "ready";
		return ended.missing ? "no-git" : { refused: ended.reason };
	}
	async entry(commit, path) {
		const listed = await this.#git([
			"ls-tree",
			"-z",
			"--full-tree",
			commit,
			"--",
			path
		], maxListBytes);
		if (!listed) return void 0;
		const match = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(listed.toString("utf8"));
		return match?.[1] && match[2] ? {
			mode: match[1],
			sha: match[2]
		} : null;
	}
	async blob(sha, maxBytes) {
		return await this.#git([
			"cat-file",
			"blob",
			sha
		], maxBytes) ?? void 0;
	}
	async changes(from, to) {
		const listed = await this.#git([
			"diff-tree",
			...[
				"-r",
				"-z",
				"-M",
				"--no-ext-diff",
				"--no-textconv",
				"--raw",
				"--no-abbrev"
			],
			from,
			to
		], maxListBytes);
		return listed ? parseRawDiff(listed.toString("utf8")) : void 0;
	}
	async list(commit) {
		return (await this.#git([
			"ls-tree",
			...[
				"-r",
				"-z",
				"--full-tree",
				"--name-only"
			],
			commit
		], maxListBytes))?.toString("utf8").split("\0").slice(0, -1).sort();
	}
	async directory() {
		const path = await this.#git(["rev-parse", "--absolute-git-dir"], maxListBytes);
		return path ? path.toString("utf8").replace(/\n$/, "") : null;
	}
	async #git(args, maxBytes) {
		return (await this.#run(args, maxBytes)).stdout;
	}
	#run(args, maxBytes) {
		const options = {
			cwd: this.workspace,
			env: environment,
			maxBytes,
			timeoutMs
		};
		return run("git", [
			`--git-dir=${this.#directory}`,
			...harmless,
			...args
		], options);
	}
};
function describeState(state) {
	if (state === "ready") return "Models are read from the checkout; what it lacks comes from GitHub’s API";
	return `Models come from GitHub’s API: ${typeof state === "string" ? {
		"no-repository": "the workspace is no git checkout",
		"no-git": "git isn’t installed"
	}[state] : `git can’t read the checkout: ${state.refused}`}`;
}
function parseRawDiff(text) {
	const fields = text.split("\0");
	const changes = [];
	for (let at = 0; at + 1 < fields.length;) {
		const [before = "", after = "", , , status = ""] = fields[at++].split(" ");
		const path = fields[at++];
		const isSubmodule = [before.slice(1), after].includes(submoduleMode);
		const paths = pathsOf$1(status, path, status.startsWith("R") ? fields[at++] : path);
		changes.push(isSubmodule ? {
			...paths,
			isSubmodule
		} : paths);
	}
	return changes;
}
const submoduleMode = "160000";
function pathsOf$1(status, from, to) {
	if (status.startsWith("A")) return {
		basePath: null,
		headPath: to
	};
	return {
		basePath: from,
		headPath: status.startsWith("D") ? null : to
	};
}
// src/github/read/api-objects.ts
var ApiObjects = class {
	#client;
	#repository;
	#trees = new Map();
	constructor(client, { owner, repo }) {
		this.#client = client;
		this.#repository = {
			owner,
			repo
		};
	}
	async entry(commit, path) {
		let found = {
			mode: "040000",
			sha: commit
		};
		for (const name of path.split("/")) {
			if (found.mode !== "040000") return null;
			const tree = await this.#tree(found.sha);
			if (!tree) return void 0;
			const next = tree.get(name);
			if (!next) return null;
			found = next;
		}
		return found;
	}
	async blob(sha, maxBytes) {
		const answer = await ask(`blob ${sha}`, () => unlessMissing(this.#client.rest.git.getBlob({
			...this.#repository,
			file_sha: sha
		})));
		if (!answer || (answer.data.size ?? 0) > maxBytes) return void 0;
		return Buffer.from(answer.data.content, "base64");
	}
	#tree(sha) {
		const known = this.#trees.get(sha) ?? this.#fetchTree(sha);
		this.#trees.set(sha, known);
		return known;
	}
	async #fetchTree(sha) {
		const answer = await ask(`the files of ${sha}`, () => unlessMissing(this.#client.rest.git.getTree({
			...this.#repository,
			tree_sha: sha
		})));
		if (!answer) return void 0;
		if (answer.data.truncated) throw new InputError(`a folder of ${sha} has more files than GitHub lists`, { hint: "Set \"fetch-depth: 0\" in actions/checkout, so that the checkout knows them" });
		return new Map(answer.data.tree.map(({ path, mode, sha }) => [path, {
			mode,
			sha
		}]));
	}
};
async function listFiles(client, repository, commit) {
	const answer = await ask(`the files of ${commit}`, () => unlessMissing(client.rest.git.getTree({
		...repository,
		tree_sha: commit,
		recursive: "1"
	})));
	if (!answer || answer.data.truncated) return null;
	return answer.data.tree.filter(({ type }) => type === "blob").map(({ path }) => path).sort();
}
async function unlessMissing(answer) {
	try {
		return await answer;
	} catch (error) {
		if (isRequestError(error) && (error.status === 404 || error.status === 409)) return void 0;
		throw error;
	}
}
// src/github/read/changes.ts
const maxComparedFiles = 300;
const maxListedFiles = 3e3;
async function compareWithBase(client, event) {
	return await ask(`the merge base of ${event.baseRef} and ${event.headSha}`, async () => {
		const byName = await compare(client, event, event.baseRef).catch(nullIfMissing);
		if (byName && byName.mergeBase !== event.headSha) return byName;
		return await compare(client, event, event.baseSha);
	});
}
async function compare(client, event, base) {
	const { owner, repo, headSha } = event;
	const page = {
		owner,
		repo,
		basehead: `${base}...${headSha}`,
		per_page: 1,
		page: 1
	};
	const { data } = await client.rest.repos.compareCommitsWithBasehead(page);
	const files = (data.files ?? []).map(fileChange);
	return {
		mergeBase: data.merge_base_commit.sha,
		baseTip: data.base_commit.sha,
		files,
		complete: files.length < maxComparedFiles
	};
}
function nullIfMissing(error) {
	if (isRequestError(error) && error.status === 404) return null;
	throw error;
}
function fileChange(file) {
	const change = pathsOf(file);
	return isSubmodule(file) ? {
		...change,
		isSubmodule: true
	} : change;
}
function isSubmodule({ patch = "" }) {
	return /^@@[^\n]*@@(?:\n[+-]Subproject commit [0-9a-f]{40,64})+\n?$/.test(patch);
}
function pathsOf(file) {
	const { filename, status } = file;
	if (status === "removed") return {
		basePath: filename,
		headPath: null
	};
	if (status === "added" || status === "copied") return {
		basePath: null,
		headPath: filename
	};
	return {
		basePath: file.previous_filename ?? filename,
		headPath: filename
	};
}
async function findChangedModels({ changes, omissions }, files, { mergeBase, head }, isModel) {
	const candidates = changes.filter((change) => !change.isSubmodule && concerns(change, isModel));
	const models = [];
	for (const change of candidates) {
		const model = await resolve$1(files, change, mergeBase, head);
		if (model) models.push(model);
	}
	models.sort((a, b) => a.path < b.path ? -1 : 1);
	return {
		models,
		omissions: [...omissions, ...changes.flatMap(movedSubmodule)]
	};
}
function concerns({ basePath, headPath }, isModel) {
	return [basePath, headPath].some((path) => path !== null && isModel(path));
}
function movedSubmodule({ isSubmodule, headPath, basePath }) {
	if (!isSubmodule) return [];
	return [`The submodule ${headPath ?? basePath} moved to another commit: models in it were not looked at.`];
}
async function listChanges({ client, git }, event, comparison) {
	const local = await git.changes(comparison.mergeBase, event.headSha);
	if (local) return {
		changes: local,
		omissions: []
	};
	if (comparison.complete) return {
		changes: comparison.files,
		omissions: []
	};
	const { owner, repo, number: pull_number } = event;
	const listed = await ask("the changed files", () => client.paginate(client.rest.pulls.listFiles, {
		owner,
		repo,
		pull_number,
		per_page: 100
	}));
	return {
		changes: listed.map(fileChange),
		omissions: listed.length < maxListedFiles ? [] : [tooManyFiles]
	};
}
const tooManyFiles = `GitHub lists only the first ${formatInteger(maxListedFiles)} changed files of a pull request, and this one changes at least as many: models among the rest were not looked at. Set "fetch-depth: 0" in actions/checkout, and litetrim sees them all.`;
async function resolve$1(files, { basePath, headPath }, mergeBase, headSha) {
	const base = basePath === null ? null : await files.find(mergeBase, basePath);
	const head = headPath === null ? null : await files.find(headSha, headPath);
	if (base?.sha === head?.sha) return null;
	const status = !base ? "added" : !head ? "removed" : "changed";
	return {
		path: (head ?? base).path,
		status,
		base,
		head
	};
}
// src/github/read/lfs-pointer.ts
const maxPointerBytes = 1024;
const version = "version https://git-lfs.github.com/spec/v1\n";
function parseLfsPointer(bytes, file) {
	if (bytes.byteLength >= maxPointerBytes) return null;
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
	if (!text.startsWith(version)) return null;
	const match = /^oid sha256:([0-9a-f]{64})\nsize (0|[1-9]\d{0,14})\n$/.exec(text.slice(43));
	if (match?.[1] && match[2]) return {
		oid: match[1],
		size: Number(match[2])
	};
	throw new InputError("a Git LFS pointer that is damaged or uses LFS extensions", {
		file,
		hint: "Commit the file again with \"git lfs track\""
	});
}
// src/github/read/objects.ts
function blobHash(bytes, like) {
	return createHash(like.length === 64 ? "sha256" : "sha1").update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex");
}
function isSafePath(path) {
	const parts = path.split("/");
	return !path.includes("\0") && parts.every((part) => part !== "" && part !== "." && part !== "..");
}
// src/github/read/files.ts
const maxFileBytes = 536870912;
var RepositoryFiles = class {
	#sources;
	#lfs;
	constructor(sources, lfs) {
		this.#sources = sources;
		this.#lfs = lfs;
	}
	async find(commit, path) {
		if (!isSafePath(path)) return null;
		const entry = await this.#first((source) => source.entry(commit, path));
		if (entry === void 0) throw missing(`commit ${commit}`, path);
		return entry && {
			...entry,
			commit,
			path
		};
	}
	async read(file) {
		const { path, sha, mode } = file;
		if (!mode.startsWith("100")) throw new InputError(notAFile(mode), { file: path });
		const bytes = await this.#first((source) => source.blob(sha, maxFileBytes));
		if (!bytes) throw missing(`its content (blob ${sha})`, path);
		if (blobHash(bytes, sha) !== sha) throw new InputError(`its content is not blob ${sha}`, { file: path });
		const pointer = parseLfsPointer(bytes, path);
		if (!pointer) return bytes;
		if (pointer.size > maxFileBytes) throw new InputError(tooLarge(pointer.size), { file: path });
		return await this.#lfs.read(pointer, path);
	}
	async #first(from) {
		for (const source of this.#sources) {
			const found = await from(source);
			if (found !== void 0) return found;
		}
	}
};
function missing(what, path) {
	return new InputError(`neither the checkout nor GitHub has ${what}`, {
		file: path,
		hint: "Set \"fetch-depth: 0\" in actions/checkout, and give the job \"permissions: contents: read\""
	});
}
function notAFile(mode) {
	if (mode === "120000") return "a symbolic link, which litetrim does not follow";
	return mode === "160000" ? "a submodule, not a file" : "a folder, not a file";
}
function tooLarge(bytes) {
	return `${Math.ceil(bytes / 1e6)} MB is more than the ${Math.floor(maxFileBytes / 1e6)} MB that litetrim reads`;
}
// src/github/read/lfs-server.ts
const mediaType = "application/vnd.git-lfs+json";
const maxAnswerBytes = 1048576;
const socketTimeout = 6e4;
const answerSchema = object({ objects: array(object({
	actions: object({ download: object({
		href: url(),
		header: record(string(), string()).default({})
	}).optional() }).optional(),
	error: object({
		code: number(),
		message: string()
	}).optional()
})).min(1) });
async function downloadFromLfs(server, pointer) {
	const http = new HttpClient("litetrim", [], {
		allowRetries: true,
		maxRetries: 3,
		socketTimeout
	});
	try {
		const { download, problem } = await requestDownload(http, server, pointer);
		if (!download) return { problem };
		const response = await http.get(download.href, download.header);
		const status = response.message.statusCode ?? 0;
		if (status !== 200) return { problem: `the LFS server answered ${status}` };
		return { bytes: await readBody(response.message, pointer.size) };
	} catch (error) {
		return { problem: messageOf(error) };
	}
}
async function requestDownload(http, { repositoryUrl, token }, { oid, size }) {
	const body = {
		operation: "download",
		transfers: ["basic"],
		objects: [{
			oid,
			size
		}],
		hash_algo: "sha256"
	};
	const response = await http.post(`${repositoryUrl}.git/info/lfs/objects/batch`, JSON.stringify(body), {
		accept: mediaType,
		"content-type": mediaType,
		authorization: `Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`
	});
	const status = response.message.statusCode ?? 0;
	if (status !== 200) return { problem: `the LFS server answered ${status}` };
	const text = Buffer.from(await readBody(response.message, maxAnswerBytes)).toString("utf8");
	const object = answerSchema.parse(JSON.parse(text)).objects[0];
	if (object?.actions?.download) return {
		download: object.actions.download,
		problem: ""
	};
	return { problem: `the LFS server says: ${object?.error?.message ?? "no download"}` };
}
async function readBody(stream, maxBytes) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.byteLength;
		if (bytes > maxBytes) throw new Error("the LFS server sends more than it should");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
// src/github/read/lfs.ts
const downloadMs = 6e5;
var LfsObjects = class {
	#git;
	#server;
	constructor(git, server) {
		this.#git = git;
		this.#server = server;
	}
	async read(pointer, path) {
		const local = await this.#fromDisk(pointer, path) ?? await this.#fromGitLfs(pointer, path);
		if (local) return local;
		const { bytes, problem } = await downloadFromLfs(this.#server, pointer);
		if (bytes && isObject(bytes, pointer)) return bytes;
		throw new InputError(`a Git LFS pointer whose object can't be had (${problem ?? "wrong content"})`, {
			file: path,
			hint: "Set \"lfs: true\" in actions/checkout, and see that the object was pushed (\"git lfs push --all\")"
		});
	}
	async #fromDisk(pointer, path) {
		const { oid } = pointer;
		const directory = await this.#git.directory();
		const stored = directory && join(directory, "lfs", "objects", oid.slice(0, 2), oid.slice(2, 4), oid);
		for (const file of [stored, join(this.#git.workspace, path)]) {
			const bytes = file && await readIfObject(file, pointer);
			if (bytes) return bytes;
		}
		return null;
	}
	async #fromGitLfs(pointer, path) {
		const { oid, size } = pointer;
		const text = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${size}\n`;
		const bytes = await output("git", [
			"lfs",
			"smudge",
			"--",
			path
		], {
			cwd: this.#git.workspace,
			env: {
				GIT_LFS_SKIP_SMUDGE: "0",
				GIT_TERMINAL_PROMPT: "0"
			},
			input: Buffer.from(text),
			maxBytes: Math.max(size, 1024),
			timeoutMs: downloadMs
		});
		return bytes && isObject(bytes, pointer) ? bytes : null;
	}
};
async function readIfObject(file, pointer) {
	try {
		const status = await lstat(file);
		if (!status.isFile() || status.size !== pointer.size) return null;
		const bytes = await readFile(file);
		return isObject(bytes, pointer) ? bytes : null;
	} catch {
		return null;
	}
}
function isObject(bytes, { oid, size }) {
	return bytes.byteLength === size && createHash("sha256").update(bytes).digest("hex") === oid;
}
// src/github/read/pull-request.ts
var PullRequest = class PullRequest {
	event;
	client;
	commits;
	files;
	#git;
	#comparison;
	#listed;
	constructor(event, client, git, files, comparison) {
		this.event = event;
		this.client = client;
		this.files = files;
		this.#git = git;
		this.#comparison = comparison;
		const { mergeBase, baseTip } = comparison;
		this.commits = {
			mergeBase,
			baseTip,
			head: event.headSha
		};
	}
	static async open({ event, environment, token, client: given }) {
		const { apiUrl, serverUrl, workspace } = environment;
		const client = given ?? createClient({
			token,
			apiUrl
		});
		const git = new LocalGit(workspace);
		const lfs = new LfsObjects(git, {
			repositoryUrl: `${serverUrl}/${event.owner}/${event.repo}`,
			token
		});
		const files = new RepositoryFiles([git, new ApiObjects(client, event)], lfs);
		return new PullRequest(event, client, git, files, await compareWithBase(client, event));
	}
	changedFiles() {
		const sources = {
			client: this.client,
			git: this.#git
		};
		this.#listed ??= listChanges(sources, this.event, this.#comparison);
		return this.#listed;
	}
	async changedModels(isModel) {
		return findChangedModels(await this.changedFiles(), this.files, this.commits, isModel);
	}
	checkout() {
		return this.#git.state();
	}
	async listFiles(commit) {
		const { owner, repo } = this.event;
		return await this.#git.list(commit) ?? await listFiles(this.client, {
			owner,
			repo
		}, commit);
	}
	async fetchFile(path, commit) {
		const file = await this.files.find(commit, path);
		return file && await this.files.read(file);
	}
};
// src/action/result-paths.ts
const maxNameBytes = 200;
const maxPathBytes = 900;
function resultPaths(taken, variants) {
	const tree = new Tree();
	for (const path of taken) tree.add(path);
	return variants.map((variant) => {
		for (const path of candidates(placeOf(variant), hashOf(`${variant.file}\0${variant.recipe}`))) if (tree.add(path)) return path;
		throw new Error("candidates don’t end");
	});
}
function* candidates({ folders, stem, suffix }, hash) {
	const room = maxNameBytes - Buffer.byteLength(suffix);
	const inFolder = (name) => [...folders, `${limited(name, room)}${suffix}`].join("/");
	for (const path of [inFolder(stem), inFolder(`${stem}-${hash}`)]) if (Buffer.byteLength(path) <= maxPathBytes) yield path;
	for (let count = 1;; count++) {
		const end = count === 1 ? hash : `${hash}-${count}`;
		yield `${limited(stem, room - end.length - 1)}-${end}${suffix}`;
	}
}
function placeOf({ file, recipe }) {
	const path = posix.normalize(file.replaceAll("\\", "/"));
	const folders = path.startsWith("/") || path.startsWith("../") ? [] : posix.dirname(path).split("/").filter((name) => name !== ".");
	const suffix = `.${limited((recipe ?? "source").replace(/[^\w.+-]+/g, "-").replace(/^[.-]+/, "") || "variant", maxNameBytes / 2)}.tflite`;
	const stem = posix.basename(path).replace(/\.tflite$/i, "");
	return {
		folders: folders.map((folder) => limited(portableFolder(folder), maxNameBytes)),
		stem: portable(stem),
		suffix
	};
}
const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?=\.|$)/i;
const unfit = /["<>|*?:]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
function portable(name) {
	return name.replace(unfit, "-").replace(reserved, "_$&");
}
function portableFolder(name) {
	return portable(name.replace(/[. ]+$/, "-"));
}
function limited(name, maxBytes) {
	if (Buffer.byteLength(name) <= maxBytes) return name;
	const hash = hashOf(name);
	let room = maxBytes - hash.length - 1;
	let start = "";
	for (const character of name) {
		room -= Buffer.byteLength(character);
		if (room < 0) break;
		start += character;
	}
	return `${start}-${hash}`;
}
function hashOf(text) {
	return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
var Tree = class {
	#files = new Set();
	#folders = new Set();
	add(path) {
		const parts = path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC").split("/");
		const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
		const file = prefixes.pop();
		if (this.#folders.has(file) || [file, ...prefixes].some((prefix) => this.#files.has(prefix))) return false;
		this.#files.add(file);
		for (const prefix of prefixes) this.#folders.add(prefix);
		return true;
	}
};
// src/action/output.ts
const reports = [
	["report.json", renderJson],
	["report.md", renderComment],
	["report.html", renderHtml]
];
async function writeResults(folder, report, variants, links = {}) {
	const names = reports.map(([name]) => name);
	const paths = resultPaths(names, variants);
	const contents = [...reports.map(([name, render]) => [name, render(report, links)]), ...variants.map(({ bytes }, index) => [paths[index], bytes])];
	const all = [];
	const failures = new Map();
	for (const [name, content] of contents) {
		const path = join(folder, name);
		try {
			await writeWhole(path, content);
			all.push(path);
		} catch (error) {
			const reason = reasonOf(error);
			failures.set(reason, [...failures.get(reason) ?? [], name]);
		}
	}
	const json = join(folder, names[0]);
	return {
		json: all.includes(json) ? json : null,
		all,
		problems: [...failures].map(problemOf)
	};
}
function reasonOf(error) {
	if (!(error instanceof InputError)) throw error;
	return messageOf(error.details.cause).replace(/,.*/, "");
}
const maxNamed = 3;
function problemOf([reason, names]) {
	return `${someOf(names, maxNamed)} can't be written (${reason}).`;
}
// src/action/pull-request.ts
async function judgePullRequest(start, progress) {
	const { runner, inputs, environment } = start;
	const log = (line) => runner.info(line);
	const client = createClient({
		token: inputs.token,
		apiUrl: environment.apiUrl,
		log
	});
	const run = {
		...start,
		client
	};
	try {
		return await judge(await open$1(run), progress ?? logProgress(log));
	} catch (error) {
		await reportFailure(run, error);
		throw error;
	}
}
async function open$1(run) {
	const { event, environment, inputs, client } = run;
	const pullRequest = await PullRequest.open({
		event,
		environment,
		token: inputs.token,
		client
	});
	run.runner.info(describeState(await pullRequest.checkout()));
	const { changes } = await pullRequest.changedFiles();
	const gate = await openGate({
		pullRequest,
		workspace: environment.workspace,
		configPath: inputs.config,
		isNamed: inputs.configNamed,
		files: changes
	});
	return {
		...run,
		pullRequest,
		changes,
		gate,
		touched: new TouchedFiles(changes, gate.head.read)
	};
}
async function judge(run, progress) {
	const { pullRequest, changes, gate, environment, touched } = run;
	const found = await findModels(run);
	const bench = new Workbench({
		progress,
		budget: gate.config.budget
	});
	const data = new GateData({
		pullRequest,
		workspace: environment.workspace,
		changes,
		touched
	});
	try {
		const results = [];
		for (const job of await jobsOf(run, found.models, data)) {
			if (job.status === "unchanged" && !bench.hasTimeFor(job.file)) continue;
			progress.stage(`${job.file}: ${job.status}`, 1).end();
			results.push(await runModelJob(job, bench));
		}
		return await publishReport(run, buildReport({
			baseSha: pullRequest.commits.mergeBase,
			headSha: pullRequest.commits.head,
			models: results.map((result) => result.report),
			environment: await bench.versions(),
			notices: [...found.notices, ...data.notices],
			omissions: [...bench.omissions]
		}), results, bench.defects);
	} finally {
		await bench.close();
		await data.close();
	}
}
async function findModels(run) {
	const { pullRequest, changes, gate, touched, env, inputs } = run;
	const listed = await pullRequest.changedModels((path) => gate.isModel(path));
	const { models: changed, strays } = await pairRenamed(listed.models, changes, pullRequest);
	const paths = await pullRequest.listFiles(pullRequest.commits.head);
	const concerned = paths ? await concernedModels(paths, changed, gate, touched, pullRequest) : [];
	const models = [...changed, ...concerned];
	const former = changes.flatMap(({ basePath }) => basePath ?? []);
	return {
		models,
		notices: [
			...gate.notices,
			workflowNotice(env.GITHUB_WORKFLOW_REF, touched),
			...listed.omissions.map((text) => ({
				verdict: "warn",
				text
			})),
			...leftNotices(changed, gate),
			...strayNotices(changed, strays),
			...fileNotices(models, gate, touched),
			...paths && gate.isConfigured ? patternNotices(gate.head.config, [...paths, ...former], inputs.config) : []
		].filter((notice) => notice !== null)
	};
}
async function jobsOf({ pullRequest, gate }, models, data) {
	const jobs = [];
	for (const change of models) {
		const { path, status, base, head } = change;
		const plan = await planModel(change, gate, (dataset) => data.of(dataset));
		if (!plan) continue;
		const read = (file) => file && (() => pullRequest.files.read(file));
		const renamed = base && head && base.path !== head.path && { formerFile: base.path };
		jobs.push({
			...plan,
			file: path,
			status,
			...renamed,
			base: read(base),
			head: read(head)
		});
	}
	return jobs;
}
async function publishReport(run, report, results, defects) {
	const { env, environment, inputs, runner, pullRequest, gate } = run;
	const badInput = results.flatMap((result) => result.badInput);
	const folder = join(env.RUNNER_TEMP || environment.workspace, "litetrim-results");
	const variants = results.flatMap((result) => result.variants);
	const files = report.models.length > 0 ? await writeResults(folder, report, variants) : null;
	for (const problem of files?.problems ?? []) runner.warning(problem);
	const artifact = files && await uploadArtifact(env, runner, {
		name: inputs.artifactName,
		files: files.all,
		root: folder
	});
	const links = {
		...linksOf(environment),
		...artifact?.url && { artifactUrl: artifact.url }
	};
	const commentUrl = await publish(pullRequest.client, pullRequest.event, runner, {
		report,
		comment: renderComment(report, links),
		summary: renderSummary(report, links),
		reportPath: files?.json ?? null,
		mode: inputs.comment ?? gate.config.comment,
		key: inputs.commentKey,
		runId: environment.runId
	});
	runner.info(report.summary);
	for (const defect of defects) reportDefect(run, defect);
	const verdict = inputs.failOn === "never" ? "pass" : report.verdict;
	const exitCode = exitCodeOf({
		verdict,
		badInput,
		defects
	});
	if (exitCode !== exitCodes.done) runner.fail(report.summary);
	return {
		report,
		badInput,
		folder: files && folder,
		commentUrl,
		exitCode
	};
}
function linksOf({ runUrl }) {
	return runUrl ? { runUrl } : {};
}
function reportDefect({ env, runner }, defect) {
	runner.error(`Defect of litetrim: ${messageOf(defect)}`);
	if (isDebugging(env) && defect instanceof Error) for (const line of (defect.stack ?? "").split("\n")) runner.info(line);
}
async function reportFailure(run, error) {
	const { runner, client, event, environment, inputs } = run;
	const body = renderRunFailure(describeError(error), event.headSha, linksOf(environment));
	try {
		await runner.writeSummary(body);
		const { url } = await postComment(client, event, {
			body,
			key: inputs.commentKey,
			runId: environment.runId,
			create: false
		});
		runner.setOutputs({
			verdict: "fail",
			report: "",
			"comment-url": url ?? ""
		});
	} catch (failed) {
		runner.warning(`The failure could not be told on the pull request: ${messageOf(failed)}`);
	}
}
export { judgePullRequest, writeResults };
