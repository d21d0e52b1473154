import { InputError, messageOf, permutation, randomNumbers, silent, streamSeed } from "./start.js";
import { FileProblem, assetPath, attempt, readFully, resolveInside, withPlainFile } from "./system.js";
import { bytesOf, classesOf, cloneModel, elementCount, fitsOpen, fixDynamicShapes, float16ToFloat32, graphOf, headOf, isClassNumber, logitsOf, mainSubgraph, modelInterface, shapeText, withInputShapes } from "./model.js";
import { maxYamlBytes, parseYaml, readYamlBytes, suggestion } from "./yaml.js";
import { _enum, array, discriminatedUnion, int, literal, number, record, strictObject, string, tuple, union } from "./zod.js";
import { SessionPool, withObservedTensors } from "./runtime.js";
import { ReferenceComparison, metrics$1 as metrics, partsOfOutputs } from "./report.js";
import { Readable, pipeline } from "node:stream";
import { createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { createHash } from "node:crypto";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { existsSync, readdirSync, statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readFile } from "node:fs/promises";
// src/data/elements.ts
const elementTypes = [
	"bool",
	"int8",
	"uint8",
	"int16",
	"uint16",
	"int32",
	"uint32",
	"int64",
	"uint64",
	"float16",
	"float32",
	"float64"
];
const elementBytes = {
	bool: 1,
	int8: 1,
	uint8: 1,
	int16: 2,
	uint16: 2,
	int32: 4,
	uint32: 4,
	int64: 8,
	uint64: 8,
	float16: 2,
	float32: 4,
	float64: 8
};
function decodeElements(bytes, encoding) {
	const { type, littleEndian, scale, zeroPoint } = encoding;
	const size = elementBytes[type];
	if (type === "float32" && littleEndian && scale === 1 && zeroPoint === 0) {
		const aligned = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
		return new Float32Array(aligned.buffer, aligned.byteOffset, bytes.byteLength / size);
	}
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const read = readers[type];
	const values = new Float32Array(bytes.byteLength / size);
	for (let i = 0; i < values.length; i++) values[i] = scale * (read(view, i * size, littleEndian) - zeroPoint);
	return values;
}
const readers = {
	bool: (view, offset) => view.getUint8(offset) === 0 ? 0 : 1,
	int8: (view, offset) => view.getInt8(offset),
	uint8: (view, offset) => view.getUint8(offset),
	int16: (view, offset, little) => view.getInt16(offset, little),
	uint16: (view, offset, little) => view.getUint16(offset, little),
	int32: (view, offset, little) => view.getInt32(offset, little),
	uint32: (view, offset, little) => view.getUint32(offset, little),
	int64: (view, offset, little) => Number(view.getBigInt64(offset, little)),
	uint64: (view, offset, little) => Number(view.getBigUint64(offset, little)),
	float16: readHalf,
	float32: (view, offset, little) => view.getFloat32(offset, little),
	float64: (view, offset, little) => view.getFloat64(offset, little)
};
const half = new Uint16Array(1);
function readHalf(view, offset, littleEndian) {
	half[0] = view.getUint16(offset, littleEndian);
	return float16ToFloat32(half)[0];
}
// src/data/inflate.ts
var TooLong = class extends Error {};
function inflated(pieces, unpack) {
	return pipeline(Readable.from(pieces), unpack, () => {});
}
async function inflateInto(pieces, unpack, size) {
	const bytes = new Uint8Array(size);
	let length = 0;
	for await (const piece of inflated(pieces, unpack)) {
		if (length + piece.length > size) throw new TooLong();
		bytes.set(piece, length);
		length += piece.length;
	}
	return bytes.subarray(0, length);
}
// src/data/limits.ts
const maxSampleBytes = 2 ** 28;
const maxSamples = 2e6;
const maxSampleFiles = 2 ** 18;
const maxUnpackedBytes = 2 ** 29;
const maxPixels = 3 * 2 ** 24;
const maxImageBytes = 2 ** 27;
const maxJpegBytes = 2 ** 26;
const maxProgressivePixels = 2 ** 25;
const maxScannedPixels = 2 ** 30;
const maxLabelsBytes = 2 ** 25;
const maxLabelsLineLength = 2 ** 14;
// src/data/formats/format.ts
function defineFormat(format) {
	return format;
}
function openInput({ name, open }, files) {
	return files.error(`the model leaves the size of its input "${name}" ${shapeText(open)} open`, { hint: `Say it: "inputs: { ${name}: [1, …] }"` });
}
function onlyInput(context, format) {
	if (context.inputs === null) return null;
	if (context.inputs.length !== 1) throw context.files.error(`format ${format} feeds one input, and the model has ${context.inputs.length}`, { hint: "Use format npz, with an array for each input" });
	return context.inputs[0];
}
// src/data/formats/keys.ts
const numberOrFraction = union([number(), string().regex(/^-?\d+(\.\d+)?\/\d+(\.\d+)?$/, "this must be a number or a fraction\nWrite it like 0.5 or 1/255")]).transform((value) => {
	if (typeof value === "number") return value;
	const [numerator, denominator] = value.split("/").map(Number);
	return numerator / denominator;
}).refine(Number.isFinite, "this must be a finite number");
const scaleFactor = numberOrFraction.refine((value) => value > 0, "a scale must be above 0");
const encodingKeys = {
	scale: scaleFactor.default(1).describe("real value = scale × (stored − zeroPoint); a number or a fraction like 1/255"),
	zeroPoint: number().default(0).describe("The stored value that stands for 0")
};
const elementTypeKey = _enum(elementTypes);
const pathKey = string().min(1);
// src/data/formats/stored-array.ts
function endOf(storage) {
	return "file" in storage ? storage.end : storage.memory.length;
}
function storedArray(header, storage, files) {
	const follow = endOf(storage) - storage.offset;
	const expected = elementCount(header.shape) * elementBytes[header.type];
	const place = header.name;
	if (header.shape.length === 0) throw files.error("a single number, not an array of samples", { place });
	if (follow !== expected) {
		const problem = `the header says ${shapeText(header.shape)} of ${header.type}, ${Number.isFinite(expected) ? expected : "too many"} bytes, and ${follow} follow`;
		throw files.error(problem, {
			place,
			hint: "The file is truncated or damaged: make it again"
		});
	}
	checkSamples(header, files);
	return {
		...header,
		bytes: (start, length, into) => "file" in storage ? files.readRange(storage.file, storage.offset + start, length, into) : storage.memory.slice(storage.offset + start, storage.offset + start + length)
	};
}
function checkSamples({ name, shape, type }, files) {
	const [samples = 0, ...rest] = shape;
	const elements = elementCount(rest);
	if (samples > 2e6) throw files.error(`${samples} samples; at most ${maxSamples} are read`, {
		place: name,
		hint: "Keep fewer"
	});
	if (samples > 0 && elements === 0) throw files.error(`a sample of shape ${shapeText(rest)} has no elements`, { place: name });
	if (elements * Math.max(elementBytes[type], 4) > maxSampleBytes) {
		const problem = `a sample of shape ${shapeText(rest)} has more than the ${maxSampleBytes} bytes that are read`;
		throw files.error(problem, {
			place: name,
			hint: "The first dimension counts samples"
		});
	}
}
function row(array, index, memory, place = 0) {
	const length = elementCount(array.shape.slice(1)) * elementBytes[array.type];
	return array.bytes(index * length, length, memory?.(length, place));
}
function decodeRow(bytes, array, encoding) {
	return decodeElements(bytes, {
		...encoding,
		type: array.type,
		littleEndian: array.littleEndian
	});
}
function checkArrays(arrays, inputs, files) {
	const first = arrays[0];
	const shapes = [];
	for (const [i, array] of arrays.entries()) {
		if (array.shape[0] !== first.shape[0]) {
			const problem = `${array.shape[0]} samples, and ${first.shape[0]} in ${first.name}`;
			throw files.error(problem, { place: array.name });
		}
		const input = inputs?.[i];
		const row = array.shape.slice(1);
		const settled = input?.open && settledBy(row, input.open);
		shapes.push(settled ?? [...input?.shape ?? row]);
		if (input && !settled && elementCount(row) !== elementCount(input.shape)) {
			const problem = `a sample has the shape ${shapeText(row)}, and the model's input "${input.name}" ${shapeText(input.open ?? input.shape)}`;
			throw files.error(problem, {
				place: array.name,
				hint: "Store one sample a row, as the model takes it"
			});
		}
	}
	return shapes;
}
function settledBy(row, open) {
	const shape = row.length === open.length ? [...row] : [1, ...row];
	const settled = open.map((size, axis) => axis === 0 && open.length > 1 && size === -1 ? 1 : size);
	return fitsOpen(shape, settled) ? shape : null;
}
const integerTypes = new Set([
	"bool",
	"int8",
	"uint8",
	"int16",
	"uint16",
	"int32",
	"uint32",
	"int64",
	"uint64"
]);
function readLabelArray(array, samples, context) {
	const { files } = context;
	const place = array.name;
	const count = elementCount(array.shape);
	if (array.shape[0] !== samples || count !== samples) {
		const problem = `labels of shape ${shapeText(array.shape)} for ${samples} samples`;
		throw files.error(problem, {
			place,
			hint: "Store one class number a sample (argmax of one-hot labels)"
		});
	}
	const numbers = decodeElements(array.bytes(0, count * elementBytes[array.type]), {
		...array,
		scale: 1,
		zeroPoint: 0
	});
	return Uint32Array.from(numbers, (label, index) => {
		if (Number.isInteger(label) && label >= 0 && label < 2 ** 24) return label;
		const hint = integerTypes.has(array.type) ? "Classes are counted from 0" : "Store whole numbers, counted from 0";
		throw files.error(`label ${label} of sample ${index} is no class number`, {
			place,
			hint
		});
	});
}
// src/data/formats/idx.ts
const idx = defineFormat({
	name: "idx",
	files: {
		images: pathKey.optional().describe("IDX file with the samples, plain or .gz"),
		labels: pathKey.optional().describe("IDX file with the class numbers; left out: no labels")
	},
	settings: encodingKeys,
	async open(options, context) {
		const { files } = context;
		if (options.images === void 0) throw files.error("\"images\" is missing", { hint: "Name the IDX file of the samples" });
		const input = onlyInput(context, "idx");
		const images = await openIdx(options.images, context);
		const shapes = checkArrays([images], input && [input], files);
		const size = images.shape[0];
		const labels = options.labels === void 0 ? null : readLabelArray(await openIdx(options.labels, context), size, context);
		return {
			size,
			shapes,
			describe: (index) => `sample ${index} of ${images.name}`,
			label: (index) => labels?.[index] ?? null,
			part: () => null,
			read: (index, memory) => [row(images, index, memory)],
			decode: async ([bytes]) => [decodeRow(bytes, images, options)]
		};
	}
});
const types$1 = {
	8: "uint8",
	9: "int8",
	11: "int16",
	12: "int32",
	13: "float32",
	14: "float64"
};
const maxHeaderBytes$1 = 36;
async function openIdx(name, { files }) {
	const file = files.file(name);
	const begin = files.readRange(file, 0, Math.min(maxHeaderBytes$1, file.bytes));
	if (begin[0] === 31 && begin[1] === 139) return await openPacked(name, file, files);
	const { bytes: offset, ...header } = headerOf$2(begin, name, files);
	return storedArray(header, {
		file,
		offset,
		end: file.bytes
	}, files);
}
async function openPacked(name, file, files) {
	const { bytes: offset, ...header } = headerOf$2(await unpackBegin(file, files), name, files);
	const size = offset + elementCount(header.shape) * elementBytes[header.type];
	if (size > maxUnpackedBytes) throw files.error(`it unpacks to more than ${maxUnpackedBytes} bytes`, {
		place: name,
		hint: "Name the unpacked file: it is read piece by piece"
	});
	return storedArray(header, {
		memory: await inflateInto(files.pieces(file), createGunzip(), size).catch((cause) => {
			if (!(cause instanceof TooLong)) throw damagedGzip(cause, file, files);
			throw files.error("it unpacks to more than its header says", {
				place: name,
				hint: "Make it again"
			});
		}),
		offset
	}, files);
}
async function unpackBegin(file, files) {
	const begin = [];
	try {
		for await (const piece of inflated(files.pieces(file), createGunzip())) {
			begin.push(...piece.subarray(0, maxHeaderBytes$1 - begin.length));
			if (begin.length === maxHeaderBytes$1) break;
		}
	} catch (cause) {
		throw damagedGzip(cause, file, files);
	}
	return Uint8Array.from(begin);
}
function damagedGzip(cause, { name }, files) {
	if (cause instanceof InputError) return cause;
	return files.error("a damaged gzip file", {
		place: name,
		hint: "Make it again",
		cause
	});
}
function headerOf$2(begin, name, files) {
	const [zero1, zero2, code, rank = 0] = begin;
	const cut = () => files.error("the file ends within its header", {
		place: name,
		hint: "Make it again"
	});
	if (begin.length < 4) throw cut();
	const type = types$1[code];
	if (zero1 !== 0 || zero2 !== 0 || !type || rank < 1 || rank > 8) throw files.error("not an IDX file", {
		place: name,
		hint: "It must begin with 0, 0, an element type and the number of dimensions"
	});
	const bytes = 4 + 4 * rank;
	if (begin.length < bytes) throw cut();
	const view = new DataView(begin.buffer, begin.byteOffset, begin.byteLength);
	return {
		name,
		type,
		littleEndian: false,
		shape: Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i)),
		bytes
	};
}
// src/data/images/image.ts
var ImageError = class extends Error {
	hint;
	constructor(message, { hint = "Save it as PNG or JPEG", ...options } = {}) {
		super(message, options);
		this.hint = hint;
	}
};
const largePixels = 2 ** 24;
function admitPixels(width, height, most = maxPixels) {
	if (width === 0 || height === 0) throw new ImageError("an image without pixels");
	if (width * height > most) throw new ImageError(`an image of ${width} × ${height} pixels, more than the ${most} that are read`, { hint: "Scale it down" });
	if (width * height > largePixels) collectGarbage();
}
function collectGarbage() {
	setFlagsFromString("--expose-gc");
	runInNewContext("gc")();
}
// node_modules/@jsquash/jpeg/utils.js
function initEmscriptenModule(moduleFactory, wasmModule, moduleOptionOverrides = {}) {
	let instantiateWasm;
	if (wasmModule) instantiateWasm = (imports, callback) => {
		const instance = new WebAssembly.Instance(wasmModule, imports);
		callback(instance);
		return instance.exports;
	};
	return moduleFactory({
		noInitialRun: true,
		instantiateWasm,
		...moduleOptionOverrides
	});
}
// node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.js
var Module = (() => {
	var _scriptDir = import.meta.url;
	return (function(moduleArg = {}) {
		var Module = moduleArg;
		var readyPromiseResolve, readyPromiseReject;
		var readyPromise = new Promise((resolve, reject) => {
			readyPromiseResolve = resolve;
			readyPromiseReject = reject;
		});
		const isRunningInCloudFlareWorkers = globalThis.ServiceWorkerGlobalScope !== void 0 && typeof self !== "undefined" && globalThis.caches && globalThis.caches.default !== void 0;
		const isRunningInNode = typeof process === "object" && process.release && process.release.name === "node";
		if (isRunningInCloudFlareWorkers || isRunningInNode) {
			if (!globalThis.ImageData) globalThis.ImageData = class ImageData {
				constructor(data, width, height) {
					this.data = data;
					this.width = width;
					this.height = height;
				}
			};
			if (import.meta.url === void 0) import.meta.url = "https://localhost";
			if (typeof self !== "undefined" && self.location === void 0) self.location = { href: "" };
		}
		var moduleOverrides = Object.assign({}, Module);
		var thisProgram = "./this.program";
		var quit_ = (status, toThrow) => {
			throw toThrow;
		};
		var ENVIRONMENT_IS_WEB = typeof window == "object";
		var ENVIRONMENT_IS_WORKER = typeof importScripts == "function";
		typeof process == "object" && typeof process.versions == "object" && process.versions.node;
		var scriptDirectory = "";
		function locateFile(path) {
			if (Module["locateFile"]) return Module["locateFile"](path, scriptDirectory);
			return scriptDirectory + path;
		}
		var readBinary;
		if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
			if (ENVIRONMENT_IS_WORKER) scriptDirectory = self.location.href;
			else if (typeof document != "undefined" && document.currentScript) scriptDirectory = document.currentScript.src;
			if (_scriptDir) scriptDirectory = _scriptDir;
			if (scriptDirectory.startsWith("blob:")) scriptDirectory = "";
			else scriptDirectory = scriptDirectory.substr(0, scriptDirectory.replace(/[?#].*/, "").lastIndexOf("/") + 1);
			if (ENVIRONMENT_IS_WORKER) readBinary = (url) => {
				var xhr = new XMLHttpRequest();
				xhr.open("GET", url, false);
				xhr.responseType = "arraybuffer";
				xhr.send(null);
				return new Uint8Array(xhr.response);
			};
		}
		var out = Module["print"] || console.log.bind(console);
		var err = Module["printErr"] || console.error.bind(console);
		Object.assign(Module, moduleOverrides);
		moduleOverrides = null;
		if (Module["arguments"]) Module["arguments"];
		if (Module["thisProgram"]) thisProgram = Module["thisProgram"];
		if (Module["quit"]) quit_ = Module["quit"];
		var wasmBinary;
		if (Module["wasmBinary"]) wasmBinary = Module["wasmBinary"];
		var wasmMemory;
		var ABORT = false;
		var HEAP8, HEAPU8, HEAP16, HEAPU16, HEAP32, HEAPU32, HEAPF32, HEAPF64;
		function updateMemoryViews() {
			var b = wasmMemory.buffer;
			Module["HEAP8"] = HEAP8 = new Int8Array(b);
			Module["HEAP16"] = HEAP16 = new Int16Array(b);
			Module["HEAPU8"] = HEAPU8 = new Uint8Array(b);
			Module["HEAPU16"] = HEAPU16 = new Uint16Array(b);
			Module["HEAP32"] = HEAP32 = new Int32Array(b);
			Module["HEAPU32"] = HEAPU32 = new Uint32Array(b);
			Module["HEAPF32"] = HEAPF32 = new Float32Array(b);
			Module["HEAPF64"] = HEAPF64 = new Float64Array(b);
		}
		var __ATPRERUN__ = [];
		var __ATINIT__ = [];
		var __ATPOSTRUN__ = [];
		function preRun() {
			if (Module["preRun"]) {
				if (typeof Module["preRun"] == "function") Module["preRun"] = [Module["preRun"]];
				while (Module["preRun"].length) addOnPreRun(Module["preRun"].shift());
			}
			callRuntimeCallbacks(__ATPRERUN__);
		}
		function initRuntime() {
			callRuntimeCallbacks(__ATINIT__);
		}
		function postRun() {
			if (Module["postRun"]) {
				if (typeof Module["postRun"] == "function") Module["postRun"] = [Module["postRun"]];
				while (Module["postRun"].length) addOnPostRun(Module["postRun"].shift());
			}
			callRuntimeCallbacks(__ATPOSTRUN__);
		}
		function addOnPreRun(cb) {
			__ATPRERUN__.unshift(cb);
		}
		function addOnInit(cb) {
			__ATINIT__.unshift(cb);
		}
		function addOnPostRun(cb) {
			__ATPOSTRUN__.unshift(cb);
		}
		var runDependencies = 0;
		var runDependencyWatcher = null;
		var dependenciesFulfilled = null;
		function addRunDependency(id) {
			runDependencies++;
			Module["monitorRunDependencies"]?.(runDependencies);
		}
		function removeRunDependency(id) {
			runDependencies--;
			Module["monitorRunDependencies"]?.(runDependencies);
			if (runDependencies == 0) {
				if (runDependencyWatcher !== null) {
					clearInterval(runDependencyWatcher);
					runDependencyWatcher = null;
				}
				if (dependenciesFulfilled) {
					var callback = dependenciesFulfilled;
					dependenciesFulfilled = null;
					callback();
				}
			}
		}
		function abort(what) {
			Module["onAbort"]?.(what);
			what = "Aborted(" + what + ")";
			err(what);
			ABORT = true;
			what += ". Build with -sASSERTIONS for more info.";
			var e = new WebAssembly.RuntimeError(what);
			readyPromiseReject(e);
			throw e;
		}
		var dataURIPrefix = "data:application/octet-stream;base64,";
		var isDataURI = (filename) => filename.startsWith(dataURIPrefix);
		var wasmBinaryFile;
		if (Module["locateFile"]) {
			wasmBinaryFile = "mozjpeg_dec.wasm";
			if (!isDataURI(wasmBinaryFile)) wasmBinaryFile = locateFile(wasmBinaryFile);
		} else wasmBinaryFile = new URL("mozjpeg_dec.wasm", import.meta.url).href;
		function getBinarySync(file) {
			if (file == wasmBinaryFile && wasmBinary) return new Uint8Array(wasmBinary);
			if (readBinary) return readBinary(file);
			throw "both async and sync fetching of the wasm failed";
		}
		function getBinaryPromise(binaryFile) {
			if (!wasmBinary && (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER)) {
				if (typeof fetch == "function") return fetch(binaryFile, { credentials: "same-origin" }).then((response) => {
					if (!response["ok"]) throw `failed to load wasm binary file at '${binaryFile}'`;
					return response["arrayBuffer"]();
				}).catch(() => getBinarySync(binaryFile));
			}
			return Promise.resolve().then(() => getBinarySync(binaryFile));
		}
		function instantiateArrayBuffer(binaryFile, imports, receiver) {
			return getBinaryPromise(binaryFile).then((binary) => WebAssembly.instantiate(binary, imports)).then(receiver, (reason) => {
				err(`failed to asynchronously prepare wasm: ${reason}`);
				abort(reason);
			});
		}
		function instantiateAsync(binary, binaryFile, imports, callback) {
			if (!binary && typeof WebAssembly.instantiateStreaming == "function" && !isDataURI(binaryFile) && typeof fetch == "function") return fetch(binaryFile, { credentials: "same-origin" }).then((response) => {
				return WebAssembly.instantiateStreaming(response, imports).then(callback, function(reason) {
					err(`wasm streaming compile failed: ${reason}`);
					err("falling back to ArrayBuffer instantiation");
					return instantiateArrayBuffer(binaryFile, imports, callback);
				});
			});
			return instantiateArrayBuffer(binaryFile, imports, callback);
		}
		function createWasm() {
			var info = { "a": wasmImports };
			function receiveInstance(instance, module) {
				wasmExports = instance.exports;
				wasmMemory = wasmExports["A"];
				updateMemoryViews();
				wasmTable = wasmExports["F"];
				addOnInit(wasmExports["B"]);
				removeRunDependency("wasm-instantiate");
				return wasmExports;
			}
			addRunDependency("wasm-instantiate");
			function receiveInstantiationResult(result) {
				receiveInstance(result["instance"]);
			}
			if (Module["instantiateWasm"]) try {
				return Module["instantiateWasm"](info, receiveInstance);
			} catch (e) {
				err(`Module.instantiateWasm callback failed with error: ${e}`);
				readyPromiseReject(e);
			}
			instantiateAsync(wasmBinary, wasmBinaryFile, info, receiveInstantiationResult).catch(readyPromiseReject);
			return {};
		}
		function ExitStatus(status) {
			this.name = "ExitStatus";
			this.message = `Program terminated with exit(${status})`;
			this.status = status;
		}
		var callRuntimeCallbacks = (callbacks) => {
			while (callbacks.length > 0) callbacks.shift()(Module);
		};
		var noExitRuntime = Module["noExitRuntime"] || true;
		class ExceptionInfo {
			constructor(excPtr) {
				this.excPtr = excPtr;
				this.ptr = excPtr - 24;
			}
			set_type(type) {
				HEAPU32[this.ptr + 4 >> 2] = type;
			}
			get_type() {
				return HEAPU32[this.ptr + 4 >> 2];
			}
			set_destructor(destructor) {
				HEAPU32[this.ptr + 8 >> 2] = destructor;
			}
			get_destructor() {
				return HEAPU32[this.ptr + 8 >> 2];
			}
			set_caught(caught) {
				caught = caught ? 1 : 0;
				HEAP8[this.ptr + 12] = caught;
			}
			get_caught() {
				return HEAP8[this.ptr + 12] != 0;
			}
			set_rethrown(rethrown) {
				rethrown = rethrown ? 1 : 0;
				HEAP8[this.ptr + 13] = rethrown;
			}
			get_rethrown() {
				return HEAP8[this.ptr + 13] != 0;
			}
			init(type, destructor) {
				this.set_adjusted_ptr(0);
				this.set_type(type);
				this.set_destructor(destructor);
			}
			set_adjusted_ptr(adjustedPtr) {
				HEAPU32[this.ptr + 16 >> 2] = adjustedPtr;
			}
			get_adjusted_ptr() {
				return HEAPU32[this.ptr + 16 >> 2];
			}
			get_exception_ptr() {
				if (___cxa_is_pointer_type(this.get_type())) return HEAPU32[this.excPtr >> 2];
				var adjusted = this.get_adjusted_ptr();
				if (adjusted !== 0) return adjusted;
				return this.excPtr;
			}
		}
		var exceptionLast = 0;
		var uncaughtExceptionCount = 0;
		var ___cxa_throw = (ptr, type, destructor) => {
			new ExceptionInfo(ptr).init(type, destructor);
			exceptionLast = ptr;
			uncaughtExceptionCount++;
			throw exceptionLast;
		};
		var __embind_register_bigint = (primitiveType, name, size, minRange, maxRange) => {};
		var embind_init_charCodes = () => {
			var codes = new Array(256);
			for (var i = 0; i < 256; ++i) codes[i] = String.fromCharCode(i);
			embind_charCodes = codes;
		};
		var embind_charCodes;
		var readLatin1String = (ptr) => {
			var ret = "";
			var c = ptr;
			while (HEAPU8[c]) ret += embind_charCodes[HEAPU8[c++]];
			return ret;
		};
		var awaitingDependencies = {};
		var registeredTypes = {};
		var typeDependencies = {};
		var BindingError;
		var throwBindingError = (message) => {
			throw new BindingError(message);
		};
		var InternalError;
		var throwInternalError = (message) => {
			throw new InternalError(message);
		};
		var whenDependentTypesAreResolved = (myTypes, dependentTypes, getTypeConverters) => {
			myTypes.forEach(function(type) {
				typeDependencies[type] = dependentTypes;
			});
			function onComplete(typeConverters) {
				var myTypeConverters = getTypeConverters(typeConverters);
				if (myTypeConverters.length !== myTypes.length) throwInternalError("Mismatched type converter count");
				for (var i = 0; i < myTypes.length; ++i) registerType(myTypes[i], myTypeConverters[i]);
			}
			var typeConverters = new Array(dependentTypes.length);
			var unregisteredTypes = [];
			var registered = 0;
			dependentTypes.forEach((dt, i) => {
				if (registeredTypes.hasOwnProperty(dt)) typeConverters[i] = registeredTypes[dt];
				else {
					unregisteredTypes.push(dt);
					if (!awaitingDependencies.hasOwnProperty(dt)) awaitingDependencies[dt] = [];
					awaitingDependencies[dt].push(() => {
						typeConverters[i] = registeredTypes[dt];
						++registered;
						if (registered === unregisteredTypes.length) onComplete(typeConverters);
					});
				}
			});
			if (0 === unregisteredTypes.length) onComplete(typeConverters);
		};
		function sharedRegisterType(rawType, registeredInstance, options = {}) {
			var name = registeredInstance.name;
			if (!rawType) throwBindingError(`type "${name}" must have a positive integer typeid pointer`);
			if (registeredTypes.hasOwnProperty(rawType)) {
				if (options.ignoreDuplicateRegistrations) return;
				else throwBindingError(`Cannot register type '${name}' twice`);
			}
			registeredTypes[rawType] = registeredInstance;
			delete typeDependencies[rawType];
			if (awaitingDependencies.hasOwnProperty(rawType)) {
				var callbacks = awaitingDependencies[rawType];
				delete awaitingDependencies[rawType];
				callbacks.forEach((cb) => cb());
			}
		}
		function registerType(rawType, registeredInstance, options = {}) {
			if (!("argPackAdvance" in registeredInstance)) throw new TypeError("registerType registeredInstance requires argPackAdvance");
			return sharedRegisterType(rawType, registeredInstance, options);
		}
		var GenericWireTypeSize = 8;
		var __embind_register_bool = (rawType, name, trueValue, falseValue) => {
			name = readLatin1String(name);
			registerType(rawType, {
				name,
				"fromWireType": function(wt) {
					return !!wt;
				},
				"toWireType": function(destructors, o) {
					return o ? trueValue : falseValue;
				},
				"argPackAdvance": GenericWireTypeSize,
				"readValueFromPointer": function(pointer) {
					return this["fromWireType"](HEAPU8[pointer]);
				},
				destructorFunction: null
			});
		};
		var emval_freelist = [];
		var emval_handles = [];
		var __emval_decref = (handle) => {
			if (handle > 9 && 0 === --emval_handles[handle + 1]) {
				emval_handles[handle] = void 0;
				emval_freelist.push(handle);
			}
		};
		var count_emval_handles = () => emval_handles.length / 2 - 5 - emval_freelist.length;
		var init_emval = () => {
			emval_handles.push(0, 1, void 0, 1, null, 1, true, 1, false, 1);
			Module["count_emval_handles"] = count_emval_handles;
		};
		var Emval = {
			toValue: (handle) => {
				if (!handle) throwBindingError("Cannot use deleted val. handle = " + handle);
				return emval_handles[handle];
			},
			toHandle: (value) => {
				switch (value) {
					case void 0: return 2;
					case null: return 4;
					case true: return 6;
					case false: return 8;
					default: {
						const handle = emval_freelist.pop() || emval_handles.length;
						emval_handles[handle] = value;
						emval_handles[handle + 1] = 1;
						return handle;
					}
				}
			}
		};
		function readPointer(pointer) {
			return this["fromWireType"](HEAPU32[pointer >> 2]);
		}
		var EmValType = {
			name: "emscripten::val",
			"fromWireType": (handle) => {
				var rv = Emval.toValue(handle);
				__emval_decref(handle);
				return rv;
			},
			"toWireType": (destructors, value) => Emval.toHandle(value),
			"argPackAdvance": GenericWireTypeSize,
			"readValueFromPointer": readPointer,
			destructorFunction: null
		};
		var __embind_register_emval = (rawType) => registerType(rawType, EmValType);
		var floatReadValueFromPointer = (name, width) => {
			switch (width) {
				case 4: return function(pointer) {
					return this["fromWireType"](HEAPF32[pointer >> 2]);
				};
				case 8: return function(pointer) {
					return this["fromWireType"](HEAPF64[pointer >> 3]);
				};
				default: throw new TypeError(`invalid float width (${width}): ${name}`);
			}
		};
		var __embind_register_float = (rawType, name, size) => {
			name = readLatin1String(name);
			registerType(rawType, {
				name,
				"fromWireType": (value) => value,
				"toWireType": (destructors, value) => value,
				"argPackAdvance": GenericWireTypeSize,
				"readValueFromPointer": floatReadValueFromPointer(name, size),
				destructorFunction: null
			});
		};
		var createNamedFunction = (name, body) => Object.defineProperty(body, "name", { value: name });
		var runDestructors = (destructors) => {
			while (destructors.length) {
				var ptr = destructors.pop();
				destructors.pop()(ptr);
			}
		};
		function usesDestructorStack(argTypes) {
			for (var i = 1; i < argTypes.length; ++i) if (argTypes[i] !== null && argTypes[i].destructorFunction === void 0) return true;
			return false;
		}
		function craftInvokerFunction(humanName, argTypes, classType, cppInvokerFunc, cppTargetFunc, isAsync) {
			var argCount = argTypes.length;
			if (argCount < 2) throwBindingError("argTypes array size mismatch! Must at least get return value and 'this' types!");
			var isClassMethodFunc = argTypes[1] !== null && classType !== null;
			var needsDestructorStack = usesDestructorStack(argTypes);
			var returns = argTypes[0].name !== "void";
			var expectedArgCount = argCount - 2;
			var argsWired = new Array(expectedArgCount);
			var invokerFuncArgs = [];
			var destructors = [];
			var invokerFn = function(...args) {
				if (args.length !== expectedArgCount) throwBindingError(`function ${humanName} called with ${args.length} arguments, expected ${expectedArgCount}`);
				destructors.length = 0;
				var thisWired;
				invokerFuncArgs.length = isClassMethodFunc ? 2 : 1;
				invokerFuncArgs[0] = cppTargetFunc;
				if (isClassMethodFunc) {
					thisWired = argTypes[1]["toWireType"](destructors, this);
					invokerFuncArgs[1] = thisWired;
				}
				for (var i = 0; i < expectedArgCount; ++i) {
					argsWired[i] = argTypes[i + 2]["toWireType"](destructors, args[i]);
					invokerFuncArgs.push(argsWired[i]);
				}
				var rv = cppInvokerFunc(...invokerFuncArgs);
				function onDone(rv) {
					if (needsDestructorStack) runDestructors(destructors);
					else for (var i = isClassMethodFunc ? 1 : 2; i < argTypes.length; i++) {
						var param = i === 1 ? thisWired : argsWired[i - 2];
						if (argTypes[i].destructorFunction !== null) argTypes[i].destructorFunction(param);
					}
					if (returns) return argTypes[0]["fromWireType"](rv);
				}
				return onDone(rv);
			};
			return createNamedFunction(humanName, invokerFn);
		}
		var ensureOverloadTable = (proto, methodName, humanName) => {
			if (void 0 === proto[methodName].overloadTable) {
				var prevFunc = proto[methodName];
				proto[methodName] = function(...args) {
					if (!proto[methodName].overloadTable.hasOwnProperty(args.length)) throwBindingError(`Function '${humanName}' called with an invalid number of arguments (${args.length}) - expects one of (${proto[methodName].overloadTable})!`);
					return proto[methodName].overloadTable[args.length].apply(this, args);
				};
				proto[methodName].overloadTable = [];
				proto[methodName].overloadTable[prevFunc.argCount] = prevFunc;
			}
		};
		var exposePublicSymbol = (name, value, numArguments) => {
			if (Module.hasOwnProperty(name)) {
				if (void 0 === numArguments || void 0 !== Module[name].overloadTable && void 0 !== Module[name].overloadTable[numArguments]) throwBindingError(`Cannot register public name '${name}' twice`);
				ensureOverloadTable(Module, name, name);
				if (Module.hasOwnProperty(numArguments)) throwBindingError(`Cannot register multiple overloads of a function with the same number of arguments (${numArguments})!`);
				Module[name].overloadTable[numArguments] = value;
			} else {
				Module[name] = value;
				if (void 0 !== numArguments) Module[name].numArguments = numArguments;
			}
		};
		var heap32VectorToArray = (count, firstElement) => {
			var array = [];
			for (var i = 0; i < count; i++) array.push(HEAPU32[firstElement + i * 4 >> 2]);
			return array;
		};
		var replacePublicSymbol = (name, value, numArguments) => {
			if (!Module.hasOwnProperty(name)) throwInternalError("Replacing nonexistent public symbol");
			if (void 0 !== Module[name].overloadTable && void 0 !== numArguments) Module[name].overloadTable[numArguments] = value;
			else {
				Module[name] = value;
				Module[name].argCount = numArguments;
			}
		};
		var dynCallLegacy = (sig, ptr, args) => {
			sig = sig.replace(/p/g, "i");
			var f = Module["dynCall_" + sig];
			return f(ptr, ...args);
		};
		var wasmTableMirror = [];
		var wasmTable;
		var getWasmTableEntry = (funcPtr) => {
			var func = wasmTableMirror[funcPtr];
			if (!func) {
				if (funcPtr >= wasmTableMirror.length) wasmTableMirror.length = funcPtr + 1;
				wasmTableMirror[funcPtr] = func = wasmTable.get(funcPtr);
			}
			return func;
		};
		var dynCall = (sig, ptr, args = []) => {
			if (sig.includes("j")) return dynCallLegacy(sig, ptr, args);
			return getWasmTableEntry(ptr)(...args);
		};
		var getDynCaller = (sig, ptr) => (...args) => dynCall(sig, ptr, args);
		var embind__requireFunction = (signature, rawFunction) => {
			signature = readLatin1String(signature);
			function makeDynCaller() {
				if (signature.includes("j")) return getDynCaller(signature, rawFunction);
				return getWasmTableEntry(rawFunction);
			}
			var fp = makeDynCaller();
			if (typeof fp != "function") throwBindingError(`unknown function pointer with signature ${signature}: ${rawFunction}`);
			return fp;
		};
		var extendError = (baseErrorType, errorName) => {
			var errorClass = createNamedFunction(errorName, function(message) {
				this.name = errorName;
				this.message = message;
				var stack = new Error(message).stack;
				if (stack !== void 0) this.stack = this.toString() + "\n" + stack.replace(/^Error(:[^\n]*)?\n/, "");
			});
			errorClass.prototype = Object.create(baseErrorType.prototype);
			errorClass.prototype.constructor = errorClass;
			errorClass.prototype.toString = function() {
				if (this.message === void 0) return this.name;
				else return `${this.name}: ${this.message}`;
			};
			return errorClass;
		};
		var UnboundTypeError;
		var getTypeName = (type) => {
			var ptr = ___getTypeName(type);
			var rv = readLatin1String(ptr);
			_free(ptr);
			return rv;
		};
		var throwUnboundTypeError = (message, types) => {
			var unboundTypes = [];
			var seen = {};
			function visit(type) {
				if (seen[type]) return;
				if (registeredTypes[type]) return;
				if (typeDependencies[type]) {
					typeDependencies[type].forEach(visit);
					return;
				}
				unboundTypes.push(type);
				seen[type] = true;
			}
			types.forEach(visit);
			throw new UnboundTypeError(`${message}: ` + unboundTypes.map(getTypeName).join([", "]));
		};
		var getFunctionName = (signature) => {
			signature = signature.trim();
			const argsIndex = signature.indexOf("(");
			if (argsIndex !== -1) return signature.substr(0, argsIndex);
			else return signature;
		};
		var __embind_register_function = (name, argCount, rawArgTypesAddr, signature, rawInvoker, fn, isAsync) => {
			var argTypes = heap32VectorToArray(argCount, rawArgTypesAddr);
			name = readLatin1String(name);
			name = getFunctionName(name);
			rawInvoker = embind__requireFunction(signature, rawInvoker);
			exposePublicSymbol(name, function() {
				throwUnboundTypeError(`Cannot call ${name} due to unbound types`, argTypes);
			}, argCount - 1);
			whenDependentTypesAreResolved([], argTypes, (argTypes) => {
				var invokerArgsArray = [argTypes[0], null].concat(argTypes.slice(1));
				replacePublicSymbol(name, craftInvokerFunction(name, invokerArgsArray, null, rawInvoker, fn, isAsync), argCount - 1);
				return [];
			});
		};
		var integerReadValueFromPointer = (name, width, signed) => {
			switch (width) {
				case 1: return signed ? (pointer) => HEAP8[pointer] : (pointer) => HEAPU8[pointer];
				case 2: return signed ? (pointer) => HEAP16[pointer >> 1] : (pointer) => HEAPU16[pointer >> 1];
				case 4: return signed ? (pointer) => HEAP32[pointer >> 2] : (pointer) => HEAPU32[pointer >> 2];
				default: throw new TypeError(`invalid integer width (${width}): ${name}`);
			}
		};
		var __embind_register_integer = (primitiveType, name, size, minRange, maxRange) => {
			name = readLatin1String(name);
			if (maxRange === -1) maxRange = 4294967295;
			var fromWireType = (value) => value;
			if (minRange === 0) {
				var bitshift = 32 - 8 * size;
				fromWireType = (value) => value << bitshift >>> bitshift;
			}
			var isUnsignedType = name.includes("unsigned");
			var toWireType;
			if (isUnsignedType) toWireType = function(destructors, value) {
				this.name;
				return value >>> 0;
			};
			else toWireType = function(destructors, value) {
				this.name;
				return value;
			};
			registerType(primitiveType, {
				name,
				"fromWireType": fromWireType,
				"toWireType": toWireType,
				"argPackAdvance": GenericWireTypeSize,
				"readValueFromPointer": integerReadValueFromPointer(name, size, minRange !== 0),
				destructorFunction: null
			});
		};
		var __embind_register_memory_view = (rawType, dataTypeIndex, name) => {
			var TA = [
				Int8Array,
				Uint8Array,
				Int16Array,
				Uint16Array,
				Int32Array,
				Uint32Array,
				Float32Array,
				Float64Array
			][dataTypeIndex];
			function decodeMemoryView(handle) {
				var size = HEAPU32[handle >> 2];
				var data = HEAPU32[handle + 4 >> 2];
				return new TA(HEAP8.buffer, data, size);
			}
			name = readLatin1String(name);
			registerType(rawType, {
				name,
				"fromWireType": decodeMemoryView,
				"argPackAdvance": GenericWireTypeSize,
				"readValueFromPointer": decodeMemoryView
			}, { ignoreDuplicateRegistrations: true });
		};
		var stringToUTF8Array = (str, heap, outIdx, maxBytesToWrite) => {
			if (!(maxBytesToWrite > 0)) return 0;
			var startIdx = outIdx;
			var endIdx = outIdx + maxBytesToWrite - 1;
			for (var i = 0; i < str.length; ++i) {
				var u = str.charCodeAt(i);
				if (u >= 55296 && u <= 57343) {
					var u1 = str.charCodeAt(++i);
					u = 65536 + ((u & 1023) << 10) | u1 & 1023;
				}
				if (u <= 127) {
					if (outIdx >= endIdx) break;
					heap[outIdx++] = u;
				} else if (u <= 2047) {
					if (outIdx + 1 >= endIdx) break;
					heap[outIdx++] = 192 | u >> 6;
					heap[outIdx++] = 128 | u & 63;
				} else if (u <= 65535) {
					if (outIdx + 2 >= endIdx) break;
					heap[outIdx++] = 224 | u >> 12;
					heap[outIdx++] = 128 | u >> 6 & 63;
					heap[outIdx++] = 128 | u & 63;
				} else {
					if (outIdx + 3 >= endIdx) break;
					heap[outIdx++] = 240 | u >> 18;
					heap[outIdx++] = 128 | u >> 12 & 63;
					heap[outIdx++] = 128 | u >> 6 & 63;
					heap[outIdx++] = 128 | u & 63;
				}
			}
			heap[outIdx] = 0;
			return outIdx - startIdx;
		};
		var stringToUTF8 = (str, outPtr, maxBytesToWrite) => stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite);
		var lengthBytesUTF8 = (str) => {
			var len = 0;
			for (var i = 0; i < str.length; ++i) {
				var c = str.charCodeAt(i);
				if (c <= 127) len++;
				else if (c <= 2047) len += 2;
				else if (c >= 55296 && c <= 57343) {
					len += 4;
					++i;
				} else len += 3;
			}
			return len;
		};
		var UTF8ArrayToString = (heapOrArray, idx, maxBytesToRead) => {
			var endIdx = idx + maxBytesToRead;
			var str = "";
			while (!(idx >= endIdx)) {
				var u0 = heapOrArray[idx++];
				if (!u0) return str;
				if (!(u0 & 128)) {
					str += String.fromCharCode(u0);
					continue;
				}
				var u1 = heapOrArray[idx++] & 63;
				if ((u0 & 224) == 192) {
					str += String.fromCharCode((u0 & 31) << 6 | u1);
					continue;
				}
				var u2 = heapOrArray[idx++] & 63;
				if ((u0 & 240) == 224) u0 = (u0 & 15) << 12 | u1 << 6 | u2;
				else u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
				if (u0 < 65536) str += String.fromCharCode(u0);
				else {
					var ch = u0 - 65536;
					str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
				}
			}
			return str;
		};
		var UTF8ToString = (ptr, maxBytesToRead) => ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead) : "";
		var __embind_register_std_string = (rawType, name) => {
			name = readLatin1String(name);
			var stdStringIsUTF8 = name === "std::string";
			registerType(rawType, {
				name,
				"fromWireType"(value) {
					var length = HEAPU32[value >> 2];
					var payload = value + 4;
					var str;
					if (stdStringIsUTF8) {
						var decodeStartPtr = payload;
						for (var i = 0; i <= length; ++i) {
							var currentBytePtr = payload + i;
							if (i == length || HEAPU8[currentBytePtr] == 0) {
								var maxRead = currentBytePtr - decodeStartPtr;
								var stringSegment = UTF8ToString(decodeStartPtr, maxRead);
								if (str === void 0) str = stringSegment;
								else {
									str += String.fromCharCode(0);
									str += stringSegment;
								}
								decodeStartPtr = currentBytePtr + 1;
							}
						}
					} else {
						var a = new Array(length);
						for (var i = 0; i < length; ++i) a[i] = String.fromCharCode(HEAPU8[payload + i]);
						str = a.join("");
					}
					_free(value);
					return str;
				},
				"toWireType"(destructors, value) {
					if (value instanceof ArrayBuffer) value = new Uint8Array(value);
					var length;
					var valueIsOfTypeString = typeof value == "string";
					if (!(valueIsOfTypeString || value instanceof Uint8Array || value instanceof Uint8ClampedArray || value instanceof Int8Array)) throwBindingError("Cannot pass non-string to std::string");
					if (stdStringIsUTF8 && valueIsOfTypeString) length = lengthBytesUTF8(value);
					else length = value.length;
					var base = _malloc(4 + length + 1);
					var ptr = base + 4;
					HEAPU32[base >> 2] = length;
					if (stdStringIsUTF8 && valueIsOfTypeString) stringToUTF8(value, ptr, length + 1);
					else if (valueIsOfTypeString) for (var i = 0; i < length; ++i) {
						var charCode = value.charCodeAt(i);
						if (charCode > 255) {
							_free(ptr);
							throwBindingError("String has UTF-16 code units that do not fit in 8 bits");
						}
						HEAPU8[ptr + i] = charCode;
					}
					else for (var i = 0; i < length; ++i) HEAPU8[ptr + i] = value[i];
					if (destructors !== null) destructors.push(_free, base);
					return base;
				},
				"argPackAdvance": GenericWireTypeSize,
				"readValueFromPointer": readPointer,
				destructorFunction(ptr) {
					_free(ptr);
				}
			});
		};
		var UTF16ToString = (ptr, maxBytesToRead) => {
			var str = "";
			for (var i = 0; !(i >= maxBytesToRead / 2); ++i) {
				var codeUnit = HEAP16[ptr + i * 2 >> 1];
				if (codeUnit == 0) break;
				str += String.fromCharCode(codeUnit);
			}
			return str;
		};
		var stringToUTF16 = (str, outPtr, maxBytesToWrite) => {
			maxBytesToWrite ??= 2147483647;
			if (maxBytesToWrite < 2) return 0;
			maxBytesToWrite -= 2;
			var startPtr = outPtr;
			var numCharsToWrite = maxBytesToWrite < str.length * 2 ? maxBytesToWrite / 2 : str.length;
			for (var i = 0; i < numCharsToWrite; ++i) {
				var codeUnit = str.charCodeAt(i);
				HEAP16[outPtr >> 1] = codeUnit;
				outPtr += 2;
			}
			HEAP16[outPtr >> 1] = 0;
			return outPtr - startPtr;
		};
		var lengthBytesUTF16 = (str) => str.length * 2;
		var UTF32ToString = (ptr, maxBytesToRead) => {
			var i = 0;
			var str = "";
			while (!(i >= maxBytesToRead / 4)) {
				var utf32 = HEAP32[ptr + i * 4 >> 2];
				if (utf32 == 0) break;
				++i;
				if (utf32 >= 65536) {
					var ch = utf32 - 65536;
					str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
				} else str += String.fromCharCode(utf32);
			}
			return str;
		};
		var stringToUTF32 = (str, outPtr, maxBytesToWrite) => {
			maxBytesToWrite ??= 2147483647;
			if (maxBytesToWrite < 4) return 0;
			var startPtr = outPtr;
			var endPtr = startPtr + maxBytesToWrite - 4;
			for (var i = 0; i < str.length; ++i) {
				var codeUnit = str.charCodeAt(i);
				if (codeUnit >= 55296 && codeUnit <= 57343) {
					var trailSurrogate = str.charCodeAt(++i);
					codeUnit = 65536 + ((codeUnit & 1023) << 10) | trailSurrogate & 1023;
				}
				HEAP32[outPtr >> 2] = codeUnit;
				outPtr += 4;
				if (outPtr + 4 > endPtr) break;
			}
			HEAP32[outPtr >> 2] = 0;
			return outPtr - startPtr;
		};
		var lengthBytesUTF32 = (str) => {
			var len = 0;
			for (var i = 0; i < str.length; ++i) {
				var codeUnit = str.charCodeAt(i);
				if (codeUnit >= 55296 && codeUnit <= 57343) ++i;
				len += 4;
			}
			return len;
		};
		var __embind_register_std_wstring = (rawType, charSize, name) => {
			name = readLatin1String(name);
			var decodeString, encodeString, readCharAt, lengthBytesUTF;
			if (charSize === 2) {
				decodeString = UTF16ToString;
				encodeString = stringToUTF16;
				lengthBytesUTF = lengthBytesUTF16;
				readCharAt = (pointer) => HEAPU16[pointer >> 1];
			} else if (charSize === 4) {
				decodeString = UTF32ToString;
				encodeString = stringToUTF32;
				lengthBytesUTF = lengthBytesUTF32;
				readCharAt = (pointer) => HEAPU32[pointer >> 2];
			}
			registerType(rawType, {
				name,
				"fromWireType": (value) => {
					var length = HEAPU32[value >> 2];
					var str;
					var decodeStartPtr = value + 4;
					for (var i = 0; i <= length; ++i) {
						var currentBytePtr = value + 4 + i * charSize;
						if (i == length || readCharAt(currentBytePtr) == 0) {
							var maxReadBytes = currentBytePtr - decodeStartPtr;
							var stringSegment = decodeString(decodeStartPtr, maxReadBytes);
							if (str === void 0) str = stringSegment;
							else {
								str += String.fromCharCode(0);
								str += stringSegment;
							}
							decodeStartPtr = currentBytePtr + charSize;
						}
					}
					_free(value);
					return str;
				},
				"toWireType": (destructors, value) => {
					if (!(typeof value == "string")) throwBindingError(`Cannot pass non-string to C++ string type ${name}`);
					var length = lengthBytesUTF(value);
					var ptr = _malloc(4 + length + charSize);
					HEAPU32[ptr >> 2] = length / charSize;
					encodeString(value, ptr + 4, length + charSize);
					if (destructors !== null) destructors.push(_free, ptr);
					return ptr;
				},
				"argPackAdvance": GenericWireTypeSize,
				"readValueFromPointer": readPointer,
				destructorFunction(ptr) {
					_free(ptr);
				}
			});
		};
		var __embind_register_void = (rawType, name) => {
			name = readLatin1String(name);
			registerType(rawType, {
				isVoid: true,
				name,
				"argPackAdvance": 0,
				"fromWireType": () => void 0,
				"toWireType": (destructors, o) => void 0
			});
		};
		var __emscripten_memcpy_js = (dest, src, num) => HEAPU8.copyWithin(dest, src, src + num);
		var emval_methodCallers = [];
		var __emval_call = (caller, handle, destructorsRef, args) => {
			caller = emval_methodCallers[caller];
			handle = Emval.toValue(handle);
			return caller(null, handle, destructorsRef, args);
		};
		var emval_symbols = {};
		var getStringOrSymbol = (address) => {
			var symbol = emval_symbols[address];
			if (symbol === void 0) return readLatin1String(address);
			return symbol;
		};
		var emval_get_global = () => {
			if (typeof globalThis == "object") return globalThis;
			function testGlobal(obj) {
				obj["$$$embind_global$$$"] = obj;
				var success = typeof $$$embind_global$$$ == "object" && obj["$$$embind_global$$$"] == obj;
				if (!success) delete obj["$$$embind_global$$$"];
				return success;
			}
			if (typeof $$$embind_global$$$ == "object") return $$$embind_global$$$;
			if (typeof global == "object" && testGlobal(global)) $$$embind_global$$$ = global;
			else if (typeof self == "object" && testGlobal(self)) $$$embind_global$$$ = self;
			if (typeof $$$embind_global$$$ == "object") return $$$embind_global$$$;
			throw Error("unable to get global object.");
		};
		var __emval_get_global = (name) => {
			if (name === 0) return Emval.toHandle(emval_get_global());
			else {
				name = getStringOrSymbol(name);
				return Emval.toHandle(emval_get_global()[name]);
			}
		};
		var emval_addMethodCaller = (caller) => {
			var id = emval_methodCallers.length;
			emval_methodCallers.push(caller);
			return id;
		};
		var requireRegisteredType = (rawType, humanName) => {
			var impl = registeredTypes[rawType];
			if (void 0 === impl) throwBindingError(`${humanName} has unknown type ${getTypeName(rawType)}`);
			return impl;
		};
		var emval_lookupTypes = (argCount, argTypes) => {
			var a = new Array(argCount);
			for (var i = 0; i < argCount; ++i) a[i] = requireRegisteredType(HEAPU32[argTypes + i * 4 >> 2], "parameter " + i);
			return a;
		};
		var reflectConstruct = Reflect.construct;
		var emval_returnValue = (returnType, destructorsRef, handle) => {
			var destructors = [];
			var result = returnType["toWireType"](destructors, handle);
			if (destructors.length) HEAPU32[destructorsRef >> 2] = Emval.toHandle(destructors);
			return result;
		};
		var __emval_get_method_caller = (argCount, argTypes, kind) => {
			var types = emval_lookupTypes(argCount, argTypes);
			var retType = types.shift();
			argCount--;
			var argN = new Array(argCount);
			var invokerFunction = (obj, func, destructorsRef, args) => {
				var offset = 0;
				for (var i = 0; i < argCount; ++i) {
					argN[i] = types[i]["readValueFromPointer"](args + offset);
					offset += types[i]["argPackAdvance"];
				}
				return emval_returnValue(retType, destructorsRef, kind === 1 ? reflectConstruct(func, argN) : func.apply(obj, argN));
			};
			return emval_addMethodCaller(createNamedFunction(`methodCaller<(${types.map((t) => t.name).join(", ")}) => ${retType.name}>`, invokerFunction));
		};
		var __emval_incref = (handle) => {
			if (handle > 9) emval_handles[handle + 1] += 1;
		};
		var __emval_run_destructors = (handle) => {
			runDestructors(Emval.toValue(handle));
			__emval_decref(handle);
		};
		var _abort = () => {
			abort("");
		};
		var getHeapMax = () => 2147483648;
		var growMemory = (size) => {
			var pages = (size - wasmMemory.buffer.byteLength + 65535) / 65536;
			try {
				wasmMemory.grow(pages);
				updateMemoryViews();
				return 1;
			} catch (e) {}
		};
		var _emscripten_resize_heap = (requestedSize) => {
			var oldSize = HEAPU8.length;
			requestedSize >>>= 0;
			var maxHeapSize = getHeapMax();
			if (requestedSize > maxHeapSize) return false;
			var alignUp = (x, multiple) => x + (multiple - x % multiple) % multiple;
			for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
				var overGrownHeapSize = oldSize * (1 + .2 / cutDown);
				overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
				if (growMemory(Math.min(maxHeapSize, alignUp(Math.max(requestedSize, overGrownHeapSize), 65536)))) return true;
			}
			return false;
		};
		var ENV = {};
		var getExecutableName = () => thisProgram || "./this.program";
		var getEnvStrings = () => {
			if (!getEnvStrings.strings) {
				var env = {
					"USER": "web_user",
					"LOGNAME": "web_user",
					"PATH": "/",
					"PWD": "/",
					"HOME": "/home/web_user",
					"LANG": (typeof navigator == "object" && navigator.languages && navigator.languages[0] || "C").replace("-", "_") + ".UTF-8",
					"_": getExecutableName()
				};
				for (var x in ENV) if (ENV[x] === void 0) delete env[x];
				else env[x] = ENV[x];
				var strings = [];
				for (var x in env) strings.push(`${x}=${env[x]}`);
				getEnvStrings.strings = strings;
			}
			return getEnvStrings.strings;
		};
		var stringToAscii = (str, buffer) => {
			for (var i = 0; i < str.length; ++i) HEAP8[buffer++] = str.charCodeAt(i);
			HEAP8[buffer] = 0;
		};
		var _environ_get = (__environ, environ_buf) => {
			var bufSize = 0;
			getEnvStrings().forEach((string, i) => {
				var ptr = environ_buf + bufSize;
				HEAPU32[__environ + i * 4 >> 2] = ptr;
				stringToAscii(string, ptr);
				bufSize += string.length + 1;
			});
			return 0;
		};
		var _environ_sizes_get = (penviron_count, penviron_buf_size) => {
			var strings = getEnvStrings();
			HEAPU32[penviron_count >> 2] = strings.length;
			var bufSize = 0;
			strings.forEach((string) => bufSize += string.length + 1);
			HEAPU32[penviron_buf_size >> 2] = bufSize;
			return 0;
		};
		var runtimeKeepaliveCounter = 0;
		var keepRuntimeAlive = () => noExitRuntime || runtimeKeepaliveCounter > 0;
		var _proc_exit = (code) => {
			if (!keepRuntimeAlive()) {
				Module["onExit"]?.(code);
				ABORT = true;
			}
			quit_(code, new ExitStatus(code));
		};
		var exitJS = (status, implicit) => {
			_proc_exit(status);
		};
		var _exit = exitJS;
		var _fd_close = (fd) => 52;
		var convertI32PairToI53Checked = (lo, hi) => hi + 2097152 >>> 0 < 4194305 - !!lo ? (lo >>> 0) + hi * 4294967296 : NaN;
		function _fd_seek(fd, offset_low, offset_high, whence, newOffset) {
			convertI32PairToI53Checked(offset_low, offset_high);
			return 70;
		}
		var printCharBuffers = [
			null,
			[],
			[]
		];
		var printChar = (stream, curr) => {
			var buffer = printCharBuffers[stream];
			if (curr === 0 || curr === 10) {
				(stream === 1 ? out : err)(UTF8ArrayToString(buffer, 0));
				buffer.length = 0;
			} else buffer.push(curr);
		};
		var _fd_write = (fd, iov, iovcnt, pnum) => {
			var num = 0;
			for (var i = 0; i < iovcnt; i++) {
				var ptr = HEAPU32[iov >> 2];
				var len = HEAPU32[iov + 4 >> 2];
				iov += 8;
				for (var j = 0; j < len; j++) printChar(fd, HEAPU8[ptr + j]);
				num += len;
			}
			HEAPU32[pnum >> 2] = num;
			return 0;
		};
		embind_init_charCodes();
		BindingError = Module["BindingError"] = class BindingError extends Error {
			constructor(message) {
				super(message);
				this.name = "BindingError";
			}
		};
		InternalError = Module["InternalError"] = class InternalError extends Error {
			constructor(message) {
				super(message);
				this.name = "InternalError";
			}
		};
		init_emval();
		UnboundTypeError = Module["UnboundTypeError"] = extendError(Error, "UnboundTypeError");
		var wasmImports = {
			o: ___cxa_throw,
			q: __embind_register_bigint,
			m: __embind_register_bool,
			l: __embind_register_emval,
			j: __embind_register_float,
			f: __embind_register_function,
			b: __embind_register_integer,
			a: __embind_register_memory_view,
			e: __embind_register_std_string,
			c: __embind_register_std_wstring,
			n: __embind_register_void,
			v: __emscripten_memcpy_js,
			i: __emval_call,
			d: __emval_decref,
			k: __emval_get_global,
			h: __emval_get_method_caller,
			y: __emval_incref,
			g: __emval_run_destructors,
			r: _abort,
			s: _emscripten_resize_heap,
			t: _environ_get,
			u: _environ_sizes_get,
			z: _exit,
			w: _fd_close,
			p: _fd_seek,
			x: _fd_write
		};
		var wasmExports = createWasm();
		var ___getTypeName = (a0) => (___getTypeName = wasmExports["C"])(a0);
		var _malloc = (a0) => (_malloc = wasmExports["D"])(a0);
		var _free = (a0) => (_free = wasmExports["E"])(a0);
		var ___cxa_is_pointer_type = (a0) => (___cxa_is_pointer_type = wasmExports["G"])(a0);
		var dynCall_jiji = Module["dynCall_jiji"] = (a0, a1, a2, a3, a4) => (dynCall_jiji = Module["dynCall_jiji"] = wasmExports["H"])(a0, a1, a2, a3, a4);
		var calledRun;
		dependenciesFulfilled = function runCaller() {
			if (!calledRun) run();
			if (!calledRun) dependenciesFulfilled = runCaller;
		};
		function run() {
			if (runDependencies > 0) return;
			preRun();
			if (runDependencies > 0) return;
			function doRun() {
				if (calledRun) return;
				calledRun = true;
				Module["calledRun"] = true;
				if (ABORT) return;
				initRuntime();
				readyPromiseResolve(Module);
				if (Module["onRuntimeInitialized"]) Module["onRuntimeInitialized"]();
				postRun();
			}
			if (Module["setStatus"]) {
				Module["setStatus"]("Running...");
				setTimeout(function() {
					setTimeout(function() {
						Module["setStatus"]("");
					}, 1);
					doRun();
				}, 1);
			} else doRun();
		}
		if (Module["preInit"]) {
			if (typeof Module["preInit"] == "function") Module["preInit"] = [Module["preInit"]];
			while (Module["preInit"].length > 0) Module["preInit"].pop()();
		}
		run();
		return readyPromise;
	});
})();
// node_modules/@jsquash/jpeg/meta.js
const defaultDecodeOptions = { preserveOrientation: false };
// node_modules/@jsquash/jpeg/decode.js
let emscriptenModule;
async function init(module, moduleOptionOverrides) {
	let actualModule = module;
	let actualOptions = moduleOptionOverrides;
	if (arguments.length === 1 && !(module instanceof WebAssembly.Module)) {
		actualModule = void 0;
		actualOptions = module;
	}
	emscriptenModule = initEmscriptenModule(Module, actualModule, actualOptions);
}
async function decode(buffer, options = {}) {
	if (!emscriptenModule) init();
	const _options = {
		...defaultDecodeOptions,
		...options
	};
	const result = (await emscriptenModule).decode(buffer, _options.preserveOrientation);
	if (!result) throw new Error("Decoding error");
	return result;
}
// src/data/images/jpeg.ts
const maxScans = 100;
async function decodeJpeg(file) {
	if (file.length > maxJpegBytes) throw new ImageError(`a JPEG file of ${file.length} bytes, more than the ${maxJpegBytes} that are read`);
	const { width, height, scans } = frameOf(file);
	admitPixels(width, height, scans > 1 ? maxProgressivePixels : maxPixels);
	if (scans > maxScans || scans * width * height > maxScannedPixels) throw new ImageError("a JPEG file with too many scans");
	const image = await decodePixels(file);
	if (image.width !== width || image.height !== height) throw new ImageError("a damaged JPEG file");
	return {
		width,
		height,
		data: withoutAlpha(image.data)
	};
}
async function decodePixels(file) {
	await (decoder ??= loadDecoder());
	try {
		const { buffer } = file.byteLength === file.buffer.byteLength ? file : new Uint8Array(file);
		return await decode(buffer, { preserveOrientation: false });
	} catch (cause) {
		decoder = null;
		throw new ImageError("a damaged JPEG file", { cause });
	}
}
let decoder = null;
async function loadDecoder() {
	const module = await WebAssembly.compile(await readFile(assetPath("jpeg.wasm")));
	await initWith(module, {
		print: () => {},
		printErr: () => {}
	});
}
const initWith = init;
function withoutAlpha(rgba) {
	const bytes = new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.length);
	let to = 0;
	for (let from = 0; from < bytes.length; from += 4) {
		bytes[to++] = bytes[from];
		bytes[to++] = bytes[from + 1];
		bytes[to++] = bytes[from + 2];
	}
	return bytes.subarray(0, to);
}
const marker = {
	startOfScan: 218,
	endOfImage: 217,
	restart: 208,
	lastRestart: 215,
	temporary: 1
};
function frameOf(file) {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	let frame = null;
	let scans = 0;
	for (let at = 2; at + 4 <= file.length;) {
		const code = file[at + 1];
		if (file[at] !== 255 || code === 255 || code === 0 || isBare(code)) {
			at++;
			continue;
		}
		if (code === marker.endOfImage) break;
		if (isFrame(code) && at + 10 <= file.length) {
			if (file[at + 9] === 4) throw new ImageError("a JPEG file in CMYK isn't read");
			frame ??= {
				height: view.getUint16(at + 5),
				width: view.getUint16(at + 7)
			};
		}
		if (code === marker.startOfScan) scans++;
		at += 2 + view.getUint16(at + 2);
	}
	if (!frame || scans === 0) throw new ImageError("a damaged JPEG file");
	return {
		...frame,
		scans
	};
}
function isBare(code) {
	return code === marker.temporary || code >= marker.restart && code <= marker.lastRestart;
}
function isFrame(code) {
	return code >= 192 && code <= 207 && ![
		196,
		200,
		204
	].includes(code);
}
// src/data/images/png-pixels.ts
const wholeImage = [[
	0,
	0,
	1,
	1
]];
const interlacedPasses = [
	[
		0,
		0,
		8,
		8
	],
	[
		4,
		0,
		8,
		8
	],
	[
		0,
		4,
		4,
		8
	],
	[
		2,
		0,
		4,
		4
	],
	[
		0,
		2,
		2,
		4
	],
	[
		1,
		0,
		2,
		2
	],
	[
		0,
		1,
		1,
		2
	]
];
var PngPixels = class {
	#header;
	#palette;
	#rgb;
	#step;
	#rows;
	#row;
	#above;
	#place = null;
	#filled = 0;
	#length = 0;
	constructor(header, palette) {
		if (header.isIndexed && !palette) throw new ImageError("a damaged PNG file: it has no palette");
		this.#header = header;
		this.#palette = header.isIndexed ? palette : null;
		this.#rgb = new Uint8Array(header.width * header.height * 3);
		this.#step = Math.max(1, header.channels * header.depth / 8);
		this.#rows = rowsOf(header);
		this.#row = new Uint8Array(this.#bytesOf(header.width));
		this.#above = new Uint8Array(this.#bytesOf(header.width));
		this.#nextRow();
	}
	push(piece) {
		for (let at = 0; at < piece.length;) {
			if (!this.#place) throw new ImageError("a damaged PNG file: it has more pixels than it says");
			const count = Math.min(piece.length - at, this.#length - this.#filled);
			this.#row.set(piece.subarray(at, at + count), this.#filled);
			this.#filled += count;
			at += count;
			if (this.#filled === this.#length) this.#endRow(this.#place);
		}
	}
	finished() {
		if (this.#place) throw new ImageError("a damaged PNG file: pixels are missing");
		return this.#rgb;
	}
	#endRow({ y, pass, columns }) {
		unfilter(this.#row.subarray(0, this.#length), this.#above, this.#step);
		const [x, , xStep] = pass;
		const start = (y * this.#header.width + x) * 3;
		this.#write(this.#row.subarray(1), columns, start, xStep * 3);
		[this.#row, this.#above] = [this.#above, this.#row];
		this.#nextRow();
	}
	#nextRow() {
		const { value, done } = this.#rows.next();
		this.#place = done ? null : value;
		if (done) return;
		this.#filled = 0;
		this.#length = this.#bytesOf(value.columns);
		if (value.isFirst) this.#above.fill(0);
	}
	#bytesOf(columns) {
		return 1 + Math.ceil(columns * this.#header.channels * this.#header.depth / 8);
	}
	#write(row, columns, start, step) {
		if (this.#palette) this.#writeIndexed(row, columns, start, step);
		else if (this.#header.depth < 8) this.#writeBits(row, columns, start, step);
		else this.#writeBytes(row, columns, start, step);
	}
	#writeBytes(row, columns, start, step) {
		const { channels, depth } = this.#header;
		const rgb = this.#rgb;
		const bytes = depth / 8;
		const second = channels < 3 ? 0 : bytes;
		for (let i = 0, from = 0, to = start; i < columns; i++, from += channels * bytes, to += step) {
			rgb[to] = row[from];
			rgb[to + 1] = row[from + second];
			rgb[to + 2] = row[from + 2 * second];
		}
	}
	#writeBits(row, columns, start, step) {
		const { depth } = this.#header;
		const largest = 2 ** depth - 1;
		for (let i = 0, to = start; i < columns; i++, to += step) this.#rgb.fill(bitsAt(row, i, depth) * 255 / largest, to, to + 3);
	}
	#writeIndexed(row, columns, start, step) {
		const { depth } = this.#header;
		const palette = this.#palette;
		for (let i = 0, to = start; i < columns; i++, to += step) {
			const colour = 3 * bitsAt(row, i, depth);
			if (colour + 3 > palette.length) throw new ImageError("a damaged PNG file: its palette is too small");
			this.#rgb[to] = palette[colour];
			this.#rgb[to + 1] = palette[colour + 1];
			this.#rgb[to + 2] = palette[colour + 2];
		}
	}
};
function* rowsOf({ width, height, isInterlaced }) {
	for (const pass of isInterlaced ? interlacedPasses : wholeImage) {
		const [left, top, xStep, yStep] = pass;
		const columns = Math.ceil((width - left) / xStep);
		if (columns <= 0) continue;
		for (let y = top; y < height; y += yStep) yield {
			y,
			pass,
			isFirst: y === top,
			columns
		};
	}
}
function bitsAt(row, i, depth) {
	const bit = i * depth;
	return row[bit >> 3] >> 8 - depth - (bit & 7) & 2 ** depth - 1;
}
function unfilter(row, above, step) {
	const undo = filters[row[0]];
	if (!undo) throw new ImageError("a damaged PNG file: a row of an unknown filter");
	undo(row, above, step);
}
const filters = [
	() => {},
	(row, _, step) => {
		for (let i = 1 + step; i < row.length; i++) row[i] = row[i] + row[i - step];
	},
	(row, above) => {
		for (let i = 1; i < row.length; i++) row[i] = row[i] + above[i];
	},
	(row, above, step) => {
		for (let i = 1; i < row.length; i++) {
			const left = i > step ? row[i - step] : 0;
			row[i] = row[i] + (left + above[i] >> 1);
		}
	},
	(row, above, step) => {
		for (let i = 1; i < row.length; i++) {
			const left = i > step ? row[i - step] : 0;
			const corner = i > step ? above[i - step] : 0;
			row[i] = row[i] + nearest(left, above[i], corner);
		}
	}
];
function nearest(left, up, corner) {
	const toLeft = Math.abs(up - corner);
	const toUp = Math.abs(left - corner);
	const toCorner = Math.abs(left + up - 2 * corner);
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}
// src/data/images/png.ts
async function decodePng(file) {
	const { header, palette } = beginOf(file);
	admitPixels(header.width, header.height);
	const pixels = new PngPixels(header, palette);
	try {
		for await (const piece of inflated(packedPixels(file), createInflate())) pixels.push(piece);
	} catch (cause) {
		throw cause instanceof ImageError ? cause : new ImageError("a damaged PNG file", { cause });
	}
	return {
		width: header.width,
		height: header.height,
		data: pixels.finished()
	};
}
function* chunksOf(file) {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	for (let at = 8; at + 12 <= file.length;) {
		const end = at + 12 + view.getUint32(at);
		if (end > file.length) break;
		const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
		yield {
			type,
			data: file.subarray(at + 8, end - 4)
		};
		if (type === "IEND") return;
		at = end;
	}
	throw new ImageError("a truncated PNG file");
}
function beginOf(file) {
	let header = null;
	let palette = null;
	for (const chunk of chunksOf(file)) {
		header ??= headerOf$1(chunk);
		if (chunk.type === "PLTE") palette ??= chunk.data;
	}
	return {
		header,
		palette
	};
}
function* packedPixels(file) {
	for (const { type, data } of chunksOf(file)) if (type === "IDAT" && data.length > 0) yield data;
}
const colourTypes = {
	0: {
		channels: 1,
		depths: [
			1,
			2,
			4,
			8,
			16
		]
	},
	2: {
		channels: 3,
		depths: [8, 16]
	},
	3: {
		channels: 1,
		depths: [
			1,
			2,
			4,
			8
		]
	},
	4: {
		channels: 2,
		depths: [8, 16]
	},
	6: {
		channels: 4,
		depths: [8, 16]
	}
};
function headerOf$1({ type, data }) {
	if (type !== "IHDR" || data.length !== 13) throw new ImageError("a damaged PNG file");
	const view = new DataView(data.buffer, data.byteOffset, 13);
	const [depth, colourType, compression, filter, interlace] = data.subarray(8);
	const colours = colourTypes[colourType];
	if (!colours?.depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) throw new ImageError("a damaged PNG file");
	const size = {
		width: view.getUint32(0),
		height: view.getUint32(4)
	};
	const isIndexed = colourType === 3;
	return {
		...size,
		depth,
		channels: colours.channels,
		isIndexed,
		isInterlaced: interlace === 1
	};
}
// src/data/images/decode.ts
async function decodeImage(file) {
	if (startsWith(file, [
		137,
		80,
		78,
		71
	])) return decodePng(file);
	if (startsWith(file, [
		255,
		216,
		255
	])) return decodeJpeg(file);
	throw new ImageError(file.length === 0 ? "an empty file" : "neither PNG nor JPEG");
}
function startsWith(file, magic) {
	return magic.every((byte, i) => file[i] === byte);
}
// src/data/images/preprocess.ts
function preprocessedShape(image, options) {
	const { width, height } = windowOf(image, options.crop);
	return [...options.size ?? [height, width], options.channels === "gray" ? 1 : 3];
}
function preprocess(image, options) {
	const source = windowOf(image, options.crop);
	const [height, width, channels] = preprocessedShape(image, options);
	const rows = neighbours(source.height, height);
	const columns = neighbours(source.width, width);
	const values = new Float32Array(height * width * channels);
	const [channelStep, pixelStep] = options.layout === "nhwc" ? [1, channels] : [height * width, 1];
	for (let c = 0; c < channels; c++) {
		const mean = options.mean[c] ?? options.mean[0];
		const std = options.std[c] ?? options.std[0];
		const at = options.channels === "gray" ? grayAt(image, source) : channelAt(image, source, c);
		for (let y = 0, to = c * channelStep; y < height; y++) for (let x = 0; x < width; x++, to += pixelStep) {
			const value = interpolate(at, rows, y, columns, x);
			values[to] = (options.scale * value - mean) / std;
		}
	}
	return values;
}
function windowOf({ width, height }, share) {
	if (share === null) return {
		left: 0,
		top: 0,
		width,
		height
	};
	const side = Math.max(1, Math.round(share * Math.min(width, height)));
	return {
		left: Math.floor((width - side) / 2),
		top: Math.floor((height - side) / 2),
		width: side,
		height: side
	};
}
function channelAt({ data, width }, { left, top }, channel) {
	return (y, x) => data[((top + y) * width + left + x) * 3 + channel];
}
function grayAt({ data, width }, { left, top }) {
	return (y, x) => {
		const i = ((top + y) * width + left + x) * 3;
		return (299 * data[i] + 587 * data[i + 1] + 114 * data[i + 2]) / 1e3;
	};
}
function interpolate(at, rows, y, columns, x) {
	const upper = rows.lower[y];
	const lower = rows.upper[y];
	const left = columns.lower[x];
	const right = columns.upper[x];
	const share = columns.share[x];
	const upperLeft = at(upper, left);
	const lowerLeft = at(lower, left);
	const above = upperLeft + (at(upper, right) - upperLeft) * share;
	return above + (lowerLeft + (at(lower, right) - lowerLeft) * share - above) * rows.share[y];
}
function neighbours(size, toSize) {
	const lower = new Uint32Array(toSize);
	const upper = new Uint32Array(toSize);
	const share = new Float64Array(toSize);
	for (let i = 0; i < toSize; i++) {
		const at = (i + .5) * size / toSize - .5;
		const floor = Math.floor(at);
		lower[i] = Math.max(0, floor);
		upper[i] = Math.min(size - 1, floor + 1);
		share[i] = at - floor;
	}
	return {
		lower,
		upper,
		share
	};
}
// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class CsvError extends Error {
	constructor(code, message, options, ...contexts) {
		if (Array.isArray(message)) message = message.join(" ").trim();
		super(message);
		if (Error.captureStackTrace !== void 0) Error.captureStackTrace(this, CsvError);
		this.code = code;
		for (const context of contexts) for (const key in context) {
			const value = context[key];
			this[key] = Buffer.isBuffer(value) ? value.toString(options.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
		}
	}
};
// node_modules/csv-parse/lib/utils/is_object.js
const is_object = function(obj) {
	return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};
// node_modules/csv-parse/lib/api/normalize_columns_array.js
const normalize_columns_array = function(columns) {
	const normalizedColumns = [];
	for (let i = 0, l = columns.length; i < l; i++) {
		const column = columns[i];
		if (column === void 0 || column === null || column === false) normalizedColumns[i] = { disabled: true };
		else if (typeof column === "string" || typeof column === "number") normalizedColumns[i] = { name: `${column}` };
		else if (is_object(column)) {
			if (typeof column.name !== "string") throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
				"Option columns missing name:",
				`property "name" is required at position ${i}`,
				"when column is an object literal"
			]);
			normalizedColumns[i] = column;
		} else throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
			"Invalid column definition:",
			"expect a string or a literal object,",
			`got ${JSON.stringify(column)} at position ${i}`
		]);
	}
	return normalizedColumns;
};
// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
	constructor(size = 100) {
		this.size = size;
		this.length = 0;
		this.buf = Buffer.allocUnsafe(size);
	}
	prepend(val) {
		if (Buffer.isBuffer(val)) {
			const length = this.length + val.length;
			if (length >= this.size) {
				this.resize();
				if (length >= this.size) throw Error("INVALID_BUFFER_STATE");
			}
			const buf = this.buf;
			this.buf = Buffer.allocUnsafe(this.size);
			val.copy(this.buf, 0);
			buf.copy(this.buf, val.length);
			this.length += val.length;
		} else {
			const length = this.length++;
			if (length === this.size) this.resize();
			const buf = this.clone();
			this.buf[0] = val;
			buf.copy(this.buf, 1, 0, length);
		}
	}
	append(val) {
		const length = this.length++;
		if (length === this.size) this.resize();
		this.buf[length] = val;
	}
	clone() {
		return Buffer.from(this.buf.slice(0, this.length));
	}
	resize() {
		const length = this.length;
		this.size = this.size * 2;
		const buf = Buffer.allocUnsafe(this.size);
		this.buf.copy(buf, 0, 0, length);
		this.buf = buf;
	}
	toString(encoding) {
		if (encoding) return this.buf.toString(encoding, 0, this.length);
		else return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
	}
	toJSON() {
		return this.toString("utf8");
	}
	reset() {
		this.length = 0;
	}
};
// node_modules/csv-parse/lib/api/init_state.js
const init_state = function(options) {
	const timchars = [
		32,
		9,
		10,
		13,
		12,
		11,
		160,
		5760,
		8192,
		8193,
		8194,
		8195,
		8196,
		8197,
		8198,
		8199,
		8200,
		8201,
		8202,
		8232,
		8233,
		8239,
		8287,
		12288,
		65279
	].reduce((acc, codepoint) => {
		const encoded = Buffer.from(String.fromCharCode(codepoint), options.encoding);
		if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) return acc;
		acc.push(encoded);
		return acc;
	}, []);
	const timcharFirstBytes = new Uint8Array(256);
	for (const t of timchars) timcharFirstBytes[t[0]] = 1;
	return {
		bomSkipped: false,
		bufBytesStart: 0,
		castField: options.cast_function,
		commenting: false,
		delimiterBufPrevious: void 0,
		delimiterDiscovered: false,
		error: void 0,
		enabled: options.from_line === 1,
		escaping: false,
		escapeIsQuote: Buffer.isBuffer(options.escape) && Buffer.isBuffer(options.quote) && Buffer.compare(options.escape, options.quote) === 0,
		expectedRecordLength: Array.isArray(options.columns) ? options.columns.length : void 0,
		field: new ResizeableBuffer(20),
		firstLineToHeaders: options.cast_first_line_to_header,
		needMoreDataSize: Math.max(options.comment !== null ? options.comment.length : 0, ...options.delimiter ? options.delimiter.map((delimiter) => delimiter.length) : [], options.delimiter_auto ? 1 : 0, options.quote !== null ? options.quote.length : 0, ...timchars.map((t) => t.length)),
		previousBuf: void 0,
		quoting: false,
		stop: false,
		rawBuffer: new ResizeableBuffer(100),
		record: [],
		recordHasError: false,
		record_length: 0,
		recordDelimiterMaxLength: options.record_delimiter.length === 0 ? 0 : Math.max(...options.record_delimiter.map((v) => v.length)),
		trimChars: [Buffer.from(" ", options.encoding)[0], Buffer.from("	", options.encoding)[0]],
		wasQuoting: false,
		wasRowDelimiter: false,
		timchars,
		timcharFirstBytes
	};
};
// node_modules/csv-parse/lib/utils/underscore.js
const underscore = function(str) {
	return str.replace(/([A-Z])/g, function(_, match) {
		return "_" + match.toLowerCase();
	});
};
// node_modules/csv-parse/lib/api/normalize_options.js
const normalize_options = function(opts) {
	const options = {};
	for (const opt in opts) options[underscore(opt)] = opts[opt];
	if (options.encoding === void 0 || options.encoding === true) options.encoding = "utf8";
	else if (options.encoding === null || options.encoding === false) options.encoding = null;
	else if (typeof options.encoding !== "string" && options.encoding !== null) throw new CsvError("CSV_INVALID_OPTION_ENCODING", [
		"Invalid option encoding:",
		"encoding must be a string or null to return a buffer,",
		`got ${JSON.stringify(options.encoding)}`
	], options);
	if (options.bom === void 0 || options.bom === null || options.bom === false) options.bom = false;
	else if (options.bom !== true) throw new CsvError("CSV_INVALID_OPTION_BOM", [
		"Invalid option bom:",
		"bom must be true,",
		`got ${JSON.stringify(options.bom)}`
	], options);
	options.cast_function = null;
	if (options.cast === void 0 || options.cast === null || options.cast === false || options.cast === "") options.cast = void 0;
	else if (typeof options.cast === "function") {
		options.cast_function = options.cast;
		options.cast = true;
	} else if (options.cast !== true) throw new CsvError("CSV_INVALID_OPTION_CAST", [
		"Invalid option cast:",
		"cast must be true or a function,",
		`got ${JSON.stringify(options.cast)}`
	], options);
	if (options.cast_date === void 0 || options.cast_date === null || options.cast_date === false || options.cast_date === "") options.cast_date = false;
	else if (options.cast_date === true) options.cast_date = function(value) {
		const date = Date.parse(value);
		return !isNaN(date) ? new Date(date) : value;
	};
	else if (typeof options.cast_date !== "function") throw new CsvError("CSV_INVALID_OPTION_CAST_DATE", [
		"Invalid option cast_date:",
		"cast_date must be true or a function,",
		`got ${JSON.stringify(options.cast_date)}`
	], options);
	options.cast_first_line_to_header = void 0;
	if (options.columns === true) options.cast_first_line_to_header = void 0;
	else if (typeof options.columns === "function") {
		options.cast_first_line_to_header = options.columns;
		options.columns = true;
	} else if (Array.isArray(options.columns)) options.columns = normalize_columns_array(options.columns);
	else if (options.columns === void 0 || options.columns === null || options.columns === false) options.columns = false;
	else throw new CsvError("CSV_INVALID_OPTION_COLUMNS", [
		"Invalid option columns:",
		"expect an array, a function or true,",
		`got ${JSON.stringify(options.columns)}`
	], options);
	if (options.group_columns_by_name === void 0 || options.group_columns_by_name === null || options.group_columns_by_name === false) options.group_columns_by_name = false;
	else if (options.group_columns_by_name !== true) throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME", [
		"Invalid option group_columns_by_name:",
		"expect an boolean,",
		`got ${JSON.stringify(options.group_columns_by_name)}`
	], options);
	else if (options.columns === false) throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME", ["Invalid option group_columns_by_name:", "the `columns` mode must be activated."], options);
	if (options.comment === void 0 || options.comment === null || options.comment === false || options.comment === "") options.comment = null;
	else {
		if (typeof options.comment === "string") options.comment = Buffer.from(options.comment, options.encoding);
		if (!Buffer.isBuffer(options.comment)) throw new CsvError("CSV_INVALID_OPTION_COMMENT", [
			"Invalid option comment:",
			"comment must be a buffer or a string,",
			`got ${JSON.stringify(options.comment)}`
		], options);
	}
	if (options.comment_no_infix === void 0 || options.comment_no_infix === null || options.comment_no_infix === false) options.comment_no_infix = false;
	else if (options.comment_no_infix !== true) throw new CsvError("CSV_INVALID_OPTION_COMMENT", [
		"Invalid option comment_no_infix:",
		"value must be a boolean,",
		`got ${JSON.stringify(options.comment_no_infix)}`
	], options);
	if (options.delimiter_auto === void 0 || options.delimiter_auto === null || options.delimiter_auto === false) options.delimiter_auto = false;
	else if (options.delimiter_auto === true) options.delimiter_auto = {};
	else if (!is_object(options.delimiter_auto)) throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
		"Invalid option delimiter_auto:",
		"delimiter_auto must be a boolean or a configuration object,",
		`got ${JSON.stringify(options.delimiter_auto)}`
	], options);
	if (options.delimiter_auto) {
		if (options.delimiter_auto.preferred === void 0) options.delimiter_auto.preferred = {
			[",".charCodeAt(0)]: 1.8,
			["	".charCodeAt(0)]: 1.8,
			[";".charCodeAt(0)]: 1.6,
			[" ".charCodeAt(0)]: 1.6,
			[":".charCodeAt(0)]: 1.5,
			[".".charCodeAt(0)]: 1.4,
			["/".charCodeAt(0)]: 1.4
		};
		else if (!is_object(options.delimiter_auto.preferred)) throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"preferred must be an object,",
			`got ${JSON.stringify(options.delimiter_auto.preferred)}`
		], options);
		if (options.delimiter_auto.score === void 0) options.delimiter_auto.score = (info, options) => {
			return (info.total - info.std) * (options.preferred[info.char_code] || 1);
		};
		else if (typeof options.delimiter_auto.score !== "function") throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"score must be a function,",
			`got ${JSON.stringify(options.delimiter_auto.score)}`
		], options);
		if (options.delimiter_auto.size === void 0) options.delimiter_auto.size = 2048;
		else if (typeof options.delimiter_auto.size !== "number") throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"size must be a number,",
			`got ${JSON.stringify(options.delimiter_auto.size)}`
		], options);
	}
	const delimiter_json = JSON.stringify(options.delimiter);
	if (options.delimiter_auto !== false) options.delimiter = [];
	if (!Array.isArray(options.delimiter)) {
		if (options.delimiter === void 0 || options.delimiter === null || options.delimiter === false) options.delimiter = Buffer.from(",", options.encoding);
		options.delimiter = [options.delimiter];
	}
	options.delimiter = options.delimiter.map(function(delimiter) {
		if (typeof delimiter === "string") delimiter = Buffer.from(delimiter, options.encoding);
		if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) throw new CsvError("CSV_INVALID_OPTION_DELIMITER", [
			"Invalid option delimiter:",
			"delimiter must be a non empty string or buffer or array of string|buffer,",
			`got ${delimiter_json}`
		], options);
		return delimiter;
	});
	if (options.escape === void 0 || options.escape === true) options.escape = Buffer.from("\"", options.encoding);
	else if (typeof options.escape === "string") options.escape = Buffer.from(options.escape, options.encoding);
	else if (options.escape === null || options.escape === false) options.escape = null;
	if (options.escape !== null) {
		if (!Buffer.isBuffer(options.escape)) throw new Error(`Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`);
	}
	if (options.from === void 0 || options.from === null) options.from = 1;
	else {
		if (typeof options.from === "string" && /\d+/.test(options.from)) options.from = parseInt(options.from);
		if (Number.isInteger(options.from)) {
			if (options.from < 0) throw new Error(`Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`);
		} else throw new Error(`Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`);
	}
	if (options.from_line === void 0 || options.from_line === null) options.from_line = 1;
	else {
		if (typeof options.from_line === "string" && /\d+/.test(options.from_line)) options.from_line = parseInt(options.from_line);
		if (Number.isInteger(options.from_line)) {
			if (options.from_line <= 0) throw new Error(`Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`);
		} else throw new Error(`Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`);
	}
	if (options.ignore_last_delimiters === void 0 || options.ignore_last_delimiters === null) options.ignore_last_delimiters = false;
	else if (typeof options.ignore_last_delimiters === "number") {
		options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
		if (options.ignore_last_delimiters === 0) options.ignore_last_delimiters = false;
	} else if (typeof options.ignore_last_delimiters !== "boolean") throw new CsvError("CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS", [
		"Invalid option `ignore_last_delimiters`:",
		"the value must be a boolean value or an integer,",
		`got ${JSON.stringify(options.ignore_last_delimiters)}`
	], options);
	if (options.ignore_last_delimiters === true && options.columns === false) throw new CsvError("CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS", ["The option `ignore_last_delimiters`", "requires the activation of the `columns` option"], options);
	if (options.info === void 0 || options.info === null || options.info === false) options.info = false;
	else if (options.info !== true) throw new Error(`Invalid Option: info must be true, got ${JSON.stringify(options.info)}`);
	if (options.max_record_size === void 0 || options.max_record_size === null || options.max_record_size === false) options.max_record_size = 0;
	else if (Number.isInteger(options.max_record_size) && options.max_record_size >= 0) {} else if (typeof options.max_record_size === "string" && /\d+/.test(options.max_record_size)) options.max_record_size = parseInt(options.max_record_size);
	else throw new Error(`Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`);
	if (options.objname === void 0 || options.objname === null || options.objname === false) options.objname = void 0;
	else if (Buffer.isBuffer(options.objname)) {
		if (options.objname.length === 0) throw new Error(`Invalid Option: objname must be a non empty buffer`);
		if (options.encoding === null) {} else options.objname = options.objname.toString(options.encoding);
	} else if (typeof options.objname === "string") {
		if (options.objname.length === 0) throw new Error(`Invalid Option: objname must be a non empty string`);
	} else if (typeof options.objname === "number") {} else throw new Error(`Invalid Option: objname must be a string or a buffer, got ${options.objname}`);
	if (options.objname !== void 0) {
		if (typeof options.objname === "number") {
			if (options.columns !== false) throw Error("Invalid Option: objname index cannot be combined with columns or be defined as a field");
		} else if (options.columns === false) throw Error("Invalid Option: objname field must be combined with columns or be defined as an index");
	}
	if (options.on_record === void 0 || options.on_record === null) options.on_record = void 0;
	else if (typeof options.on_record !== "function") throw new CsvError("CSV_INVALID_OPTION_ON_RECORD", [
		"Invalid option `on_record`:",
		"expect a function,",
		`got ${JSON.stringify(options.on_record)}`
	], options);
	if (options.on_skip !== void 0 && options.on_skip !== null && typeof options.on_skip !== "function") throw new Error(`Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`);
	if (options.quote === null || options.quote === false || options.quote === "") options.quote = null;
	else {
		if (options.quote === void 0 || options.quote === true) options.quote = Buffer.from("\"", options.encoding);
		else if (typeof options.quote === "string") options.quote = Buffer.from(options.quote, options.encoding);
		if (!Buffer.isBuffer(options.quote)) throw new Error(`Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`);
	}
	if (options.raw === void 0 || options.raw === null || options.raw === false) options.raw = false;
	else if (options.raw !== true) throw new Error(`Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`);
	if (options.record_delimiter === void 0) options.record_delimiter = [];
	else if (typeof options.record_delimiter === "string" || Buffer.isBuffer(options.record_delimiter)) {
		if (options.record_delimiter.length === 0) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a non empty string or buffer,",
			`got ${JSON.stringify(options.record_delimiter)}`
		], options);
		options.record_delimiter = [options.record_delimiter];
	} else if (!Array.isArray(options.record_delimiter)) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
		"Invalid option `record_delimiter`:",
		"value must be a string, a buffer or array of string|buffer,",
		`got ${JSON.stringify(options.record_delimiter)}`
	], options);
	options.record_delimiter = options.record_delimiter.map(function(rd, i) {
		if (typeof rd !== "string" && !Buffer.isBuffer(rd)) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a string, a buffer or array of string|buffer",
			`at index ${i},`,
			`got ${JSON.stringify(rd)}`
		], options);
		else if (rd.length === 0) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a non empty string or buffer",
			`at index ${i},`,
			`got ${JSON.stringify(rd)}`
		], options);
		if (typeof rd === "string") rd = Buffer.from(rd, options.encoding);
		return rd;
	});
	if (typeof options.relax_column_count === "boolean") {} else if (options.relax_column_count === void 0 || options.relax_column_count === null) options.relax_column_count = false;
	else throw new Error(`Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`);
	if (typeof options.relax_column_count_less === "boolean") {} else if (options.relax_column_count_less === void 0 || options.relax_column_count_less === null) options.relax_column_count_less = false;
	else throw new Error(`Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`);
	if (typeof options.relax_column_count_more === "boolean") {} else if (options.relax_column_count_more === void 0 || options.relax_column_count_more === null) options.relax_column_count_more = false;
	else throw new Error(`Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`);
	if (typeof options.relax_quotes === "boolean") {} else if (options.relax_quotes === void 0 || options.relax_quotes === null) options.relax_quotes = false;
	else throw new Error(`Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`);
	if (typeof options.skip_empty_lines === "boolean") {} else if (options.skip_empty_lines === void 0 || options.skip_empty_lines === null) options.skip_empty_lines = false;
	else throw new Error(`Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`);
	if (typeof options.skip_records_with_empty_values === "boolean") {} else if (options.skip_records_with_empty_values === void 0 || options.skip_records_with_empty_values === null) options.skip_records_with_empty_values = false;
	else throw new Error(`Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`);
	if (typeof options.skip_records_with_error === "boolean") {} else if (options.skip_records_with_error === void 0 || options.skip_records_with_error === null) options.skip_records_with_error = false;
	else throw new Error(`Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`);
	if (options.rtrim === void 0 || options.rtrim === null || options.rtrim === false) options.rtrim = false;
	else if (options.rtrim !== true) throw new Error(`Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`);
	if (options.ltrim === void 0 || options.ltrim === null || options.ltrim === false) options.ltrim = false;
	else if (options.ltrim !== true) throw new Error(`Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`);
	if (options.trim === void 0 || options.trim === null || options.trim === false) options.trim = false;
	else if (options.trim !== true) throw new Error(`Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`);
	if (options.trim === true && opts.ltrim !== false) options.ltrim = true;
	else if (options.ltrim !== true) options.ltrim = false;
	if (options.trim === true && opts.rtrim !== false) options.rtrim = true;
	else if (options.rtrim !== true) options.rtrim = false;
	if (options.to === void 0 || options.to === null) options.to = -1;
	else if (options.to !== -1) {
		if (typeof options.to === "string" && /\d+/.test(options.to)) options.to = parseInt(options.to);
		if (Number.isInteger(options.to)) {
			if (options.to <= 0) throw new Error(`Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`);
		} else throw new Error(`Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`);
	}
	if (options.to_line === void 0 || options.to_line === null) options.to_line = -1;
	else if (options.to_line !== -1) {
		if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) options.to_line = parseInt(options.to_line);
		if (Number.isInteger(options.to_line)) {
			if (options.to_line <= 0) throw new Error(`Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`);
		} else throw new Error(`Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`);
	}
	return options;
};
// node_modules/csv-parse/lib/utils/delimiter_discover.js
const delimiter_discover = function(records, options) {
	if (!options) ({delimiter_auto: options} = normalize_options({ delimiter_auto: true }));
	if (typeof records === "string") records = Buffer.from(records);
	if (Buffer.isBuffer(records)) records = ((data) => {
		const records = [];
		const parser = transform({ delimiter: [] });
		const push = (record) => records.push(record);
		const close = () => {};
		const error = parser.parse(data, true, push, close);
		if (error !== void 0) throw error;
		return records;
	})(records);
	const info = Array(127).fill().map(() => ({ lines: [] }));
	records.map(([record], line) => {
		for (let i = 0, l = record.length; i < l; i++) {
			const code = record.charCodeAt(i);
			if (info[code].lines[line] === void 0) info[code].lines[line] = 0;
			info[code].lines[line]++;
		}
	});
	info.map((info, i) => {
		info.char_code = i;
		info.std = std(info.lines);
		info.total = info.lines.reduce((acc, val) => acc + val, 0);
		info.preferred = !!options.preferred[i];
		info.score = options.score(info, options);
	});
	const result = info.reduce((acc, info) => acc.score > info.score ? acc : info, {});
	return String.fromCharCode(result.char_code);
};
const std = function(array) {
	const n = array.length;
	if (n === 0) return 0;
	const mean = array.reduce((a, b) => a + b) / n;
	return Math.sqrt(array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n);
};
// node_modules/csv-parse/lib/api/index.js
const isRecordEmpty = function(record) {
	return record.every((field) => field == null || field.toString && field.toString().trim() === "");
};
const cr = 13;
const nl = 10;
const boms = {
	utf8: Buffer.from([
		239,
		187,
		191
	]),
	utf16le: Buffer.from([255, 254])
};
const transform = function(original_options = {}) {
	const info = {
		bytes: 0,
		bytes_records: 0,
		comment_lines: 0,
		empty_lines: 0,
		invalid_field_length: 0,
		lines: 1,
		records: 0
	};
	const options = normalize_options(original_options);
	return {
		info,
		original_options,
		options,
		state: init_state(options),
		__needMoreData: function(i, bufLen, end) {
			if (end) return false;
			const { encoding, escape, quote } = this.options;
			const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
			return bufLen - i - 1 < Math.max(needMoreDataSize, recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength, quoting ? (escape === null ? 0 : escape.length) + quote.length : 0, quoting ? quote.length + recordDelimiterMaxLength : 0);
		},
		parse: function(nextBuf, end, push, close) {
			const { bom, comment_no_infix, delimiter_auto, encoding, from_line, ltrim, max_record_size, raw, relax_quotes, rtrim, skip_empty_lines, to, to_line } = this.options;
			let { comment, escape, quote, record_delimiter } = this.options;
			const { bomSkipped, delimiterDiscovered, delimiterBufPrevious, rawBuffer, escapeIsQuote } = this.state;
			if (!delimiterDiscovered && delimiter_auto) {
				let delimiterBuf;
				if (delimiterBufPrevious === void 0) delimiterBuf = nextBuf;
				else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) delimiterBuf = delimiterBufPrevious;
				else delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
				nextBuf = void 0;
				if (end || delimiterBuf.length > delimiter_auto.size) {
					this.options.delimiter = [Buffer.from(delimiter_discover(delimiterBuf, this.options.delimiter_auto))];
					this.state.previousBuf = delimiterBuf;
					this.state.delimiterBufPrevious = void 0;
					this.state.delimiterDiscovered = true;
				} else {
					this.state.delimiterBufPrevious = delimiterBuf;
					return;
				}
			}
			const { previousBuf } = this.state;
			let buf;
			if (previousBuf === void 0) {
				if (nextBuf === void 0) {
					close();
					return;
				} else buf = nextBuf;
			} else if (previousBuf !== void 0 && nextBuf === void 0) buf = previousBuf;
			else buf = Buffer.concat([previousBuf, nextBuf]);
			if (bomSkipped === false) {
				if (bom === false) this.state.bomSkipped = true;
				else if (buf.length < 3) {
					if (end === false) {
						this.state.previousBuf = buf;
						return;
					}
				} else {
					for (const encoding in boms) if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
						const bomLength = boms[encoding].length;
						this.state.bufBytesStart += bomLength;
						buf = buf.slice(bomLength);
						const options = normalize_options({
							...this.original_options,
							encoding
						});
						for (const key in options) this.options[key] = options[key];
						({comment, escape, quote} = this.options);
						break;
					}
					this.state.bomSkipped = true;
				}
			}
			const bufLen = buf.length;
			let pos = 0;
			for (; pos < bufLen; pos++) {
				if (this.__needMoreData(pos, bufLen, end)) break;
				if (this.state.wasRowDelimiter === true) {
					this.info.lines++;
					this.state.wasRowDelimiter = false;
				}
				if (to_line !== -1 && this.info.lines > to_line) {
					this.state.stop = true;
					close();
					return;
				}
				if (this.state.quoting === false && record_delimiter.length === 0) {
					if (this.__autoDiscoverRecordDelimiter(buf, pos)) record_delimiter = this.options.record_delimiter;
				}
				const chr = buf[pos];
				if (raw === true) rawBuffer.append(chr);
				if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) this.state.wasRowDelimiter = true;
				if (this.state.escaping === true) this.state.escaping = false;
				else {
					if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
						if (escapeIsQuote) {
							if (this.__isQuote(buf, pos + escape.length)) {
								this.state.escaping = true;
								pos += escape.length - 1;
								continue;
							}
						} else {
							this.state.escaping = true;
							pos += escape.length - 1;
							continue;
						}
					}
					if (this.state.commenting === false && this.__isQuote(buf, pos)) {
						if (this.state.quoting === true) {
							const nextChr = buf[pos + quote.length];
							const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
							const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
							const isNextChrDelimiter = this.__isDelimiter(buf, pos + quote.length, nextChr);
							const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
							if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) pos += escape.length - 1;
							else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
								this.state.quoting = false;
								this.state.wasQuoting = true;
								pos += quote.length - 1;
								continue;
							} else if (relax_quotes === false) {
								const err = this.__error(new CsvError("CSV_INVALID_CLOSING_QUOTE", [
									"Invalid Closing Quote:",
									`got "${String.fromCharCode(nextChr)}"`,
									`at line ${this.info.lines}`,
									"instead of delimiter, record delimiter, trimable character",
									"(if activated) or comment"
								], this.options, this.__infoField()));
								if (err !== void 0) return err;
							} else {
								this.state.quoting = false;
								this.state.wasQuoting = true;
								this.state.field.prepend(quote);
								pos += quote.length - 1;
							}
						} else if (this.state.field.length !== 0) {
							if (relax_quotes === false) {
								const info = this.__infoField();
								const bom = Object.keys(boms).map((b) => boms[b].equals(this.state.field.toString()) ? b : false).filter(Boolean)[0];
								const err = this.__error(new CsvError("INVALID_OPENING_QUOTE", [
									"Invalid Opening Quote:",
									`a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
									bom ? `(${bom} bom)` : void 0
								], this.options, info, { field: this.state.field }));
								if (err !== void 0) return err;
							}
						} else {
							this.state.quoting = true;
							pos += quote.length - 1;
							continue;
						}
					}
					if (this.state.quoting === false) {
						const recordDelimiterLength = this.__isRecordDelimiter(chr, buf, pos);
						if (recordDelimiterLength !== 0) {
							if (this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) this.info.comment_lines++;
							else {
								if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
									this.state.enabled = true;
									this.__resetField();
									this.__resetRecord();
									pos += recordDelimiterLength - 1;
									continue;
								}
								if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
									this.info.empty_lines++;
									pos += recordDelimiterLength - 1;
									continue;
								}
								this.info.bytes = this.state.bufBytesStart + pos;
								const errField = this.__onField();
								if (errField !== void 0) return errField;
								this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
								const errRecord = this.__onRecord(push);
								if (errRecord !== void 0) return errRecord;
								if (to !== -1 && this.info.records >= to) {
									this.state.stop = true;
									close();
									return;
								}
							}
							this.state.commenting = false;
							pos += recordDelimiterLength - 1;
							continue;
						}
						if (this.state.commenting) continue;
						if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
							if (this.__compareBytes(comment, buf, pos, chr) !== 0) {
								this.state.commenting = true;
								continue;
							}
						}
						const delimiterLength = this.__isDelimiter(buf, pos, chr);
						if (delimiterLength !== 0) {
							this.info.bytes = this.state.bufBytesStart + pos;
							const errField = this.__onField();
							if (errField !== void 0) return errField;
							pos += delimiterLength - 1;
							continue;
						}
					}
				}
				if (this.state.commenting === false) {
					if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) return this.__error(new CsvError("CSV_MAX_RECORD_SIZE", [
						"Max Record Size:",
						"record exceed the maximum number of tolerated bytes",
						`of ${max_record_size}`,
						`at line ${this.info.lines}`
					], this.options, this.__infoField()));
				}
				const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
				const rappend = rtrim === false || this.state.wasQuoting === false;
				if (lappend === true && rappend === true) this.state.field.append(chr);
				else if (rtrim === true && !this.__isCharTrimable(buf, pos)) return this.__error(new CsvError("CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE", [
					"Invalid Closing Quote:",
					"found non trimable byte after quote",
					`at line ${this.info.lines}`
				], this.options, this.__infoField()));
				else {
					if (lappend === false) pos += this.__isCharTrimable(buf, pos) - 1;
					continue;
				}
			}
			if (end === true) {
				if (this.state.quoting === true) {
					const err = this.__error(new CsvError("CSV_QUOTE_NOT_CLOSED", ["Quote Not Closed:", `the parsing is finished with an opening quote at line ${this.info.lines}`], this.options, this.__infoField()));
					if (err !== void 0) return err;
				} else if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
					this.info.bytes = this.state.bufBytesStart + pos;
					const errField = this.__onField();
					if (errField !== void 0) return errField;
					const errRecord = this.__onRecord(push);
					if (errRecord !== void 0) return errRecord;
				} else if (this.state.wasRowDelimiter === true) this.info.empty_lines++;
				else if (this.state.commenting === true) this.info.comment_lines++;
			} else {
				this.state.bufBytesStart += pos;
				this.state.previousBuf = buf.slice(pos);
			}
			if (this.state.wasRowDelimiter === true) {
				this.info.lines++;
				this.state.wasRowDelimiter = false;
			}
		},
		__onRecord: function(push) {
			const { columns, group_columns_by_name, encoding, info, from, relax_column_count, relax_column_count_less, relax_column_count_more, raw, skip_records_with_empty_values } = this.options;
			const { enabled, record } = this.state;
			if (enabled === false) return this.__resetRecord();
			const recordLength = record.length;
			if (columns === true) {
				if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
					this.__resetRecord();
					return;
				}
				return this.__firstLineToColumns(record);
			}
			if (columns === false && this.info.records === 0) this.state.expectedRecordLength = recordLength;
			if (recordLength !== this.state.expectedRecordLength) {
				const err = columns === false ? new CsvError("CSV_RECORD_INCONSISTENT_FIELDS_LENGTH", [
					"Invalid Record Length:",
					`expect ${this.state.expectedRecordLength},`,
					`got ${recordLength} on line ${this.info.lines}`
				], this.options, this.__infoField(), { record }) : new CsvError("CSV_RECORD_INCONSISTENT_COLUMNS", [
					"Invalid Record Length:",
					`columns length is ${columns.length},`,
					`got ${recordLength} on line ${this.info.lines}`
				], this.options, this.__infoField(), { record });
				if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
					this.info.invalid_field_length++;
					this.state.error = err;
				} else {
					const finalErr = this.__error(err);
					if (finalErr) return finalErr;
				}
			}
			if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
				this.__resetRecord();
				return;
			}
			if (this.state.recordHasError === true) {
				this.__resetRecord();
				this.state.recordHasError = false;
				return;
			}
			this.info.records++;
			if (from === 1 || this.info.records >= from) {
				const { objname } = this.options;
				if (columns !== false) {
					const obj = {};
					for (let i = 0, l = record.length; i < l; i++) {
						if (columns[i] === void 0 || columns[i].disabled) continue;
						if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
							if (Array.isArray(obj[columns[i].name])) obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
							else obj[columns[i].name] = [obj[columns[i].name], record[i]];
						} else Object.defineProperty(obj, columns[i].name, {
							value: record[i],
							enumerable: true,
							writable: true,
							configurable: true
						});
					}
					if (raw === true || info === true) {
						const extRecord = Object.assign({ record: obj }, raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {}, info === true ? { info: this.__infoRecord() } : {});
						const err = this.__push(objname === void 0 ? extRecord : [obj[objname], extRecord], push);
						if (err) return err;
					} else {
						const err = this.__push(objname === void 0 ? obj : [obj[objname], obj], push);
						if (err) return err;
					}
				} else if (raw === true || info === true) {
					const extRecord = Object.assign({ record }, raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {}, info === true ? { info: this.__infoRecord() } : {});
					const err = this.__push(objname === void 0 ? extRecord : [record[objname], extRecord], push);
					if (err) return err;
				} else {
					const err = this.__push(objname === void 0 ? record : [record[objname], record], push);
					if (err) return err;
				}
			}
			this.__resetRecord();
		},
		__firstLineToColumns: function(record) {
			const { firstLineToHeaders } = this.state;
			try {
				const headers = firstLineToHeaders === void 0 ? record : firstLineToHeaders.call(null, record);
				if (!Array.isArray(headers)) return this.__error(new CsvError("CSV_INVALID_COLUMN_MAPPING", [
					"Invalid Column Mapping:",
					"expect an array from column function,",
					`got ${JSON.stringify(headers)}`
				], this.options, this.__infoField(), { headers }));
				const normalizedHeaders = normalize_columns_array(headers);
				this.state.expectedRecordLength = normalizedHeaders.length;
				this.options.columns = normalizedHeaders;
				this.__resetRecord();
				return;
			} catch (err) {
				return err;
			}
		},
		__resetRecord: function() {
			if (this.options.raw === true) this.state.rawBuffer.reset();
			this.state.error = void 0;
			this.state.record = [];
			this.state.record_length = 0;
		},
		__onField: function() {
			const { cast, encoding, rtrim, max_record_size } = this.options;
			const { enabled, wasQuoting } = this.state;
			if (enabled === false) return this.__resetField();
			let field = this.state.field.toString(encoding);
			if (rtrim === true && wasQuoting === false) field = field.trimRight();
			if (cast === true) {
				const [err, f] = this.__cast(field);
				if (err !== void 0) return err;
				field = f;
			}
			this.state.record.push(field);
			if (max_record_size !== 0 && typeof field === "string") this.state.record_length += field.length;
			this.__resetField();
		},
		__resetField: function() {
			this.state.field.reset();
			this.state.wasQuoting = false;
		},
		__push: function(record, push) {
			const { on_record } = this.options;
			if (on_record !== void 0) {
				const info = this.__infoRecord();
				try {
					record = on_record.call(null, record, info);
				} catch (err) {
					return err;
				}
				if (record === void 0 || record === null) return;
			}
			this.info.bytes_records += this.info.bytes;
			push(record);
		},
		__cast: function(field) {
			const { columns, relax_column_count } = this.options;
			if (Array.isArray(columns) === true && relax_column_count && this.options.columns.length <= this.state.record.length) return [void 0, void 0];
			if (this.state.castField !== null) try {
				const info = this.__infoField();
				return [void 0, this.state.castField.call(null, field, info)];
			} catch (err) {
				return [err];
			}
			if (this.__isFloat(field)) return [void 0, parseFloat(field)];
			else if (this.options.cast_date !== false) {
				const info = this.__infoField();
				return [void 0, this.options.cast_date.call(null, field, info)];
			}
			return [void 0, field];
		},
		__compareBytes: function(sourceBuf, targetBuf, targetPos, firstByte) {
			if (sourceBuf[0] !== firstByte) return 0;
			const sourceLength = sourceBuf.length;
			for (let i = 1; i < sourceLength; i++) if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
			return sourceLength;
		},
		__isCharTrimable: function(buf, pos) {
			const { timchars, timcharFirstBytes } = this.state;
			const first = buf[pos];
			if (first === void 0 || timcharFirstBytes[first] === 0) return 0;
			loop1: for (let i = 0; i < timchars.length; i++) {
				const timchar = timchars[i];
				for (let j = 0; j < timchar.length; j++) if (timchar[j] !== buf[pos + j]) continue loop1;
				return timchar.length;
			}
			return 0;
		},
		__isDelimiter: function(buf, pos, chr) {
			const { delimiter, ignore_last_delimiters } = this.options;
			if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) return 0;
			else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) return 0;
			loop1: for (let i = 0; i < delimiter.length; i++) {
				const del = delimiter[i];
				if (del[0] === chr) {
					for (let j = 1; j < del.length; j++) if (del[j] !== buf[pos + j]) continue loop1;
					return del.length;
				}
			}
			return 0;
		},
		__isEscape: function(buf, pos, chr) {
			const { escape } = this.options;
			if (escape === null) return false;
			const l = escape.length;
			if (escape[0] === chr) {
				for (let i = 0; i < l; i++) if (escape[i] !== buf[pos + i]) return false;
				return true;
			}
			return false;
		},
		__isFloat: function(value) {
			return value - parseFloat(value) + 1 >= 0;
		},
		__isQuote: function(buf, pos) {
			const { quote } = this.options;
			if (quote === null) return false;
			const l = quote.length;
			for (let i = 0; i < l; i++) if (quote[i] !== buf[pos + i]) return false;
			return true;
		},
		__isRecordDelimiter: function(chr, buf, pos) {
			const { record_delimiter } = this.options;
			const recordDelimiterLength = record_delimiter.length;
			loop1: for (let i = 0; i < recordDelimiterLength; i++) {
				const rd = record_delimiter[i];
				const rdLength = rd.length;
				if (rd[0] !== chr) continue;
				for (let j = 1; j < rdLength; j++) if (rd[j] !== buf[pos + j]) continue loop1;
				return rd.length;
			}
			return 0;
		},
		__autoDiscoverRecordDelimiter: function(buf, pos) {
			const { encoding } = this.options;
			const rds = [
				Buffer.from("\r\n", encoding),
				Buffer.from("\n", encoding),
				Buffer.from("\r", encoding)
			];
			loop: for (let i = 0; i < rds.length; i++) {
				const l = rds[i].length;
				for (let j = 0; j < l; j++) if (rds[i][j] !== buf[pos + j]) continue loop;
				this.options.record_delimiter.push(rds[i]);
				this.state.recordDelimiterMaxLength = rds[i].length;
				return rds[i].length;
			}
			return 0;
		},
		__error: function(msg) {
			const { encoding, raw, skip_records_with_error } = this.options;
			const err = typeof msg === "string" ? new Error(msg) : msg;
			if (skip_records_with_error) {
				this.state.recordHasError = true;
				if (this.options.on_skip !== void 0) try {
					this.options.on_skip(err, raw ? this.state.rawBuffer.toString(encoding) : void 0);
				} catch (err) {
					return err;
				}
				return;
			} else return err;
		},
		__infoDataSet: function() {
			return {
				...this.info,
				columns: this.options.columns
			};
		},
		__infoRecord: function() {
			const { columns, raw, encoding } = this.options;
			return {
				...this.__infoDataSet(),
				bytes_records: this.info.bytes,
				error: this.state.error,
				header: columns === true,
				index: this.state.record.length,
				raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
			};
		},
		__infoField: function() {
			const { columns } = this.options;
			const isColumns = Array.isArray(columns);
			const bytes_records = this.info.bytes_records;
			return {
				...this.__infoRecord(),
				bytes_records,
				column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
				quoting: this.state.wasQuoting
			};
		}
	};
};
// node_modules/csv-parse/lib/sync.js
const parse = function(data, opts = {}) {
	if (typeof data === "string") data = Buffer.from(data);
	const records = opts && opts.objname ? Object.create(null) : [];
	const parser = transform(opts);
	const push = (record) => {
		if (parser.options.objname === void 0) records.push(record);
		else records[record[0]] = record[1];
	};
	const close = () => {};
	const error = parser.parse(data, true, push, close);
	if (error !== void 0) throw error;
	return records;
};
// src/data/formats/labels-csv.ts
const unnamedColumns = {
	1: ["file"],
	2: ["file", "label"],
	3: [
		"file",
		"classes",
		"label"
	]
};
const columnNames = [
	"file",
	"classes",
	"label",
	"part"
];
function readLabels(name, folder, context) {
	const rows = parseRows(name, context.files);
	const columns = columnsOf(rows[0]?.cells, name, context.files);
	const body = rows[0] && isHeader(rows[0].cells) ? rows.slice(1) : rows;
	if (body.length === 0) throw context.files.error("the labels file is empty", { place: name });
	return body.map(({ cells, line }) => {
		const place = `${name}: line ${line}`;
		if (cells.length !== columns.length) {
			const problem = `the line has ${cells.length} columns, the first one ${columns.length}`;
			throw context.files.error(problem, { place });
		}
		const row = new Map(columns.map((column, i) => [column, cells[i]]));
		const file = row.get("file");
		if (file === "") throw context.files.error("the line names no file", { place });
		return {
			file,
			path: join(folder ?? dirname(name), file),
			label: labelOf(row, place, context),
			part: row.get("part") ?? null
		};
	});
}
function parseRows(name, files) {
	const bytes = files.read(files.file(name), maxLabelsBytes);
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		const rows = parse(text, {
			trim: true,
			skipEmptyLines: true,
			relaxColumnCount: true,
			maxRecordSize: maxLabelsLineLength,
			to: maxSampleFiles + 2,
			onRecord: (cells, { lines }) => [String(lines), ...cells]
		});
		if (rows.length > maxSampleFiles + 1) throw files.error(`more than the ${maxSampleFiles} lines that are read`, { place: name });
		return rows.map(([line, ...cells]) => ({
			cells,
			line: Number(line)
		}));
	} catch (cause) {
		if (cause instanceof InputError) throw cause;
		const { lines, code } = cause;
		const place = typeof lines === "number" ? `${name}: line ${lines}` : name;
		throw files.error(`not a CSV file: ${csvProblems[code] ?? messageOf(cause)}`, {
			place,
			cause
		});
	}
}
const csvProblems = {
	INVALID_OPENING_QUOTE: "Invalid Opening Quote: a quote stands within a value",
	CSV_INVALID_CLOSING_QUOTE: "Invalid Closing Quote: a quoted value goes on behind its end",
	CSV_MAX_RECORD_SIZE: `a line of more than ${maxLabelsLineLength} characters`
};
function isHeader(cells) {
	return cells.includes("file");
}
function columnsOf(first, name, files) {
	if (!first) return [];
	const place = `${name}: line 1`;
	if (!isHeader(first)) {
		const columns = unnamedColumns[first.length];
		if (columns) return columns;
		const hint = `Begin the file with a header line: ${columnNames.slice(0, 3).join(",")}`;
		throw files.error(`${first.length} columns, and no header line that names them`, {
			place,
			hint
		});
	}
	const unknown = first.find((column) => !columnNames.includes(column));
	if (unknown !== void 0) {
		const hint = suggestion(unknown, columnNames, "columns");
		throw files.error(`unknown column "${unknown}"`, {
			place,
			hint
		});
	}
	if (new Set(first).size !== first.length) throw files.error("a column stands twice", { place });
	return first;
}
function labelOf(row, place, context) {
	const text = row.get("label");
	if (text === void 0) return null;
	const label = /^\d{1,9}$/.test(text) ? Number(text) : namedLabel(text, place, context);
	const classes = row.get("classes");
	if (classes !== void 0 && !(label < Number(classes))) {
		const problem = `label ${label} is out of range: the line says that there are ${classes} classes`;
		throw context.files.error(problem, {
			place,
			hint: "Classes are counted from 0"
		});
	}
	return label;
}
function namedLabel(text, place, { classes, files }) {
	if (classes === null) throw files.error(`label "${text}" is no class number`, {
		place,
		hint: "Count classes from 0, or list their names in the order of the model's outputs under \"classes:\""
	});
	const label = classes.indexOf(text);
	if (label >= 0) return label;
	throw files.error(`label "${text}" is no class`, {
		place,
		hint: suggestion(text, classes, "classes")
	});
}
// src/data/formats/images.ts
const perChannel = union([numberOrFraction.transform((value) => [value]), tuple([
	numberOrFraction,
	numberOrFraction,
	numberOrFraction
])]);
const side = int().min(1).max(8192);
const images = defineFormat({
	name: "images",
	files: {
		folder: pathKey.optional().describe("A folder with a subfolder for each class; with \"labels\", where the images lie"),
		labels: pathKey.optional().describe("CSV file with the columns file, [classes,] label")
	},
	settings: {
		crop: union([literal("center").transform(() => 1), number().gt(0).max(1)]).optional().describe("\"center\": the largest centred square; 0.875: one with that share of the shorter side"),
		resize: union([
			side.transform((size) => [size, size]),
			tuple([side, side]),
			literal("none")
		]).optional().describe("[height, width], or \"none\"; default: as the model's input"),
		channels: _enum(["gray", "rgb"]).optional().describe("Default: as the model's input, else rgb"),
		layout: _enum(["nhwc", "nchw"]).optional().describe("Default: as the model's input, else nhwc"),
		scale: scaleFactor.default(1).describe("real value = (scale × pixel − mean) / std, pixels from 0 to 255"),
		mean: perChannel.default([0]).describe("One number, or one for each of R, G, B"),
		std: perChannel.default([1]).describe("One number, or one for each of R, G, B")
	},
	async open(options, context) {
		const { files } = context;
		const { folder, labels } = options;
		const entries = labels === void 0 ? fromFolders(folder, context) : readLabels(labels, folder, context);
		const input = settledInput$1(onlyInput(context, "images"), options, files);
		const preprocessing = {
			...options,
			...fittingTo(input, options)
		};
		const describe = (index) => `sample ${index} (${entries[index].file})`;
		return {
			size: entries.length,
			...input && { shapes: [input.shape] },
			describe,
			label: (index) => entries[index].label,
			part: (index) => entries[index].part,
			read: (index, memory) => {
				const file = files.file(entries[index].path, describe(index));
				return [files.read(file, maxImageBytes, memory)];
			},
			decode: ([bytes], index) => inTurn(async () => {
				const image = await decodeImage(bytes).catch((cause) => {
					if (!(cause instanceof ImageError)) throw cause;
					throw files.error(cause.message, {
						place: describe(index),
						hint: cause.hint,
						cause
					});
				});
				const problem = sizeProblem$1(elementCount(preprocessedShape(image, preprocessing)), input);
				if (!problem) return [preprocess(image, preprocessing)];
				throw files.error(problem, {
					place: describe(index),
					hint: "Set \"resize:\" and \"channels:\""
				});
			})
		};
	}
});
let lastTurn = Promise.resolve();
function inTurn(work) {
	const turn = lastTurn.then(work);
	lastTurn = turn.catch(() => {});
	return turn;
}
function sizeProblem$1(values, input) {
	const expected = input ? elementCount(input.shape) : values;
	if (values * 4 > maxSampleBytes) return `the image gives ${values} values, more than a sample may have`;
	if (values === expected) return null;
	return `the image gives ${values} values, and the model's input ${shapeText(input.shape)} takes ${expected}`;
}
function settledInput$1(input, { resize }, files) {
	if (!input?.open) return input;
	const layout = imageShape(input.open)?.layout;
	if (!layout || !Array.isArray(resize)) throw openInput(input, files);
	const [batch, ...rest] = input.open;
	const channels = layout === "nhwc" ? rest.slice(2) : rest.slice(0, 1);
	const sides = layout === "nhwc" ? [...resize, ...channels] : [...channels, ...resize];
	return {
		name: input.name,
		shape: [Math.abs(batch), ...sides]
	};
}
function fittingTo(input, options) {
	const shape = imageShape(input?.shape ?? null);
	return {
		crop: options.crop ?? null,
		size: options.resize === "none" ? null : options.resize ?? shape?.size ?? null,
		channels: options.channels ?? shape?.channels ?? "rgb",
		layout: options.layout ?? shape?.layout ?? "nhwc"
	};
}
function imageShape(shape) {
	if (shape?.length !== 4) return null;
	const [, a, b, c] = shape;
	const kind = (channels) => channels === 1 ? "gray" : channels === 3 ? "rgb" : null;
	const last = kind(c);
	if (last) return {
		size: [a, b],
		channels: last,
		layout: "nhwc"
	};
	const first = kind(a);
	return first && {
		size: [b, c],
		channels: first,
		layout: "nchw"
	};
}
function fromFolders(folder, context) {
	const { files } = context;
	if (folder === void 0) throw files.error("\"folder\" is missing", { hint: "Name the folder that holds one for each class" });
	const folders = files.list(folder).filter(({ isFolder }) => isFolder).map(({ base }) => base);
	if (folders.length === 0) return imagesIn(folder, "", null, context);
	return (context.classes ?? folders).flatMap((name, label) => imagesIn(join(folder, name), `${name}/`, label, context));
}
const otherImages = [
	".bmp",
	".gif",
	".tif",
	".tiff",
	".webp",
	".avif",
	".heic"
];
function imagesIn(folder, prefix, label, { files }) {
	const entries = files.list(folder).filter(({ isFolder }) => !isFolder);
	const other = entries.find(({ base }) => otherImages.includes(extname(base).toLowerCase()));
	if (other) throw files.error("neither PNG nor JPEG", {
		place: other.name,
		hint: "Convert it"
	});
	return entries.filter(({ base }) => [
		".png",
		".jpg",
		".jpeg"
	].includes(extname(base).toLowerCase())).map(({ name, base }) => ({
		file: prefix + base,
		path: name,
		label,
		part: null
	}));
}
// src/data/formats/named-arrays.ts
function arraySamples(arrays, labels, encoding, context) {
	const ordered = context.inputs === null ? [...arrays.values()] : inModelOrder(arrays, context.inputs, context);
	if (ordered.length === 0) throw context.files.error("there is no array with samples");
	const shapes = checkArrays(ordered, context.inputs, context.files);
	const size = ordered[0].shape[0];
	const numbers = labels && readLabelArray(labels, size, context);
	return {
		size,
		shapes,
		describe: (index) => `sample ${index} of ${ordered[0].name}`,
		label: (index) => numbers?.[index] ?? null,
		part: () => null,
		read: (index, memory) => ordered.map((array, place) => row(array, index, memory, place)),
		decode: async (stored) => stored.map((bytes, i) => decodeRow(bytes, ordered[i], encoding))
	};
}
function plainName(name) {
	return name.replace(/^serving_default_/, "").replace(/:0$/, "");
}
function inModelOrder(arrays, inputs, { files }) {
	if (inputs.length === 1 && arrays.size === 1) return [...arrays.values()];
	const byPlainName = new Map([...arrays].map(([name, array]) => [plainName(name), array]));
	return inputs.map((input) => {
		const array = arrays.get(input.name) ?? byPlainName.get(plainName(input.name));
		if (array) return array;
		const hint = suggestion(input.name, [...arrays.keys()], "arrays");
		throw files.error(`there is no array for the model's input "${input.name}"`, { hint });
	});
}
// src/data/formats/npy-header.ts
const types = {
	b1: "bool",
	i1: "int8",
	u1: "uint8",
	i2: "int16",
	u2: "uint16",
	i4: "int32",
	u4: "uint32",
	i8: "int64",
	u8: "uint64",
	f2: "float16",
	f4: "float32",
	f8: "float64"
};
const maxHeaderBytes = 65536;
function openNpy(name, content, files) {
	const { text, offset } = headerOf(name, content, files);
	const descr = /'descr':\s*'([<>|=])([a-zA-Z]\d+)'/.exec(text);
	const type = descr && types[descr[2]];
	if (!type) {
		const found = /'descr':\s*(\[|'[^']*')/.exec(text)?.[1] ?? "none";
		const what = found === "[" ? "a structured type" : `element type ${found}`;
		throw files.error(`${what} can't be read`, {
			place: name,
			hint: "Save an array of plain numbers, like float32"
		});
	}
	if (/'fortran_order':\s*True/.test(text)) throw files.error("the array is in Fortran order", {
		place: name,
		hint: "Save np.ascontiguousarray(x)"
	});
	const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(text)?.[1];
	if (shape === void 0) throw damaged(name, files);
	const sizes = shape.split(",").map((size) => size.trim()).filter(Boolean).map(Number);
	return storedArray({
		name,
		type,
		littleEndian: descr[1] !== ">",
		shape: sizes
	}, {
		...content,
		offset: content.offset + offset
	}, files);
}
function headerOf(name, content, files) {
	const begin = content.offset;
	const read = (start, length) => {
		if (begin + start + length > endOf(content)) throw damaged(name, files);
		return "file" in content ? files.readRange(content.file, begin + start, length) : content.memory.subarray(begin + start, begin + start + length);
	};
	const magic = read(0, 8);
	if (Buffer.from(magic.subarray(0, 6)).toString("latin1") !== "NUMPY") throw files.error("not an NPY array", {
		place: name,
		hint: "Save it by numpy.save or numpy.savez"
	});
	const wide = magic[6] > 1;
	const lengthBytes = Buffer.from(read(8, wide ? 4 : 2));
	const length = wide ? lengthBytes.readUInt32LE() : lengthBytes.readUInt16LE();
	if (length > maxHeaderBytes) throw damaged(name, files);
	const start = 8 + lengthBytes.length;
	return {
		text: Buffer.from(read(start, length)).toString("utf8"),
		offset: start + length
	};
}
function damaged(name, files) {
	return files.error("the NPY header is truncated or damaged", {
		place: name,
		hint: "Save the array again"
	});
}
// src/data/formats/npy.ts
const npy = defineFormat({
	name: "npy",
	files: {
		inputs: union([pathKey, record(string(), pathKey)]).optional().describe("NPY file with a sample a row; for several inputs a mapping of input name to file"),
		labels: pathKey.optional().describe("NPY file with a class number a sample; left out: no labels")
	},
	settings: encodingKeys,
	async open(options, context) {
		const { files } = context;
		if (options.inputs === void 0) throw files.error("\"inputs\" is missing", { hint: "Name the NPY file of the samples" });
		const open = (name) => {
			const file = files.file(name);
			return openNpy(name, {
				file,
				offset: 0,
				end: file.bytes
			}, files);
		};
		const named = typeof options.inputs === "string" ? { "": options.inputs } : options.inputs;
		return arraySamples(new Map(Object.entries(named).map(([input, name]) => [input, open(name)])), options.labels === void 0 ? null : open(options.labels), options, context);
	}
});
// src/data/formats/zip.ts
var ZipError = class extends Error {};
const maxDirectoryBytes = 2 ** 20;
const endBytes = 22;
const maxCommentBytes = 2 ** 16 - 1;
const wide = "what only ZIP64 can hold";
function zipEntries(file, files) {
	const start = Math.max(0, file.bytes - endBytes - maxCommentBytes);
	const tail = Buffer.from(files.readRange(file, start, file.bytes - start));
	const end = tail.lastIndexOf("PK", tail.length - endBytes, "latin1");
	if (file.bytes < endBytes || end < 0) throw new ZipError("invalid zip data");
	const [bytes, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
	if (bytes === 4294967295 || offset === 4294967295) throw new ZipError(wide);
	if (bytes > maxDirectoryBytes) throw new ZipError("it holds too many files");
	if (offset + bytes > start + end) throw new ZipError("invalid zip data");
	return [...entriesOf(Buffer.from(files.readRange(file, offset, bytes)))];
}
function* entriesOf(directory) {
	for (let at = 0; at + 46 <= directory.length;) {
		if (directory.readUInt32LE(at) !== 33639248) throw new ZipError("a broken directory");
		const method = directory.readUInt16LE(at + 10);
		const isEncrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
		const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
		const name = directory.toString("utf8", at + 46, nameEnd);
		if (isEncrypted || ![0, 8].includes(method)) throw new ZipError(`"${name}" is packed in another way`);
		yield {
			name,
			isPacked: method === 8,
			packedBytes: directory.readUInt32LE(at + 20),
			bytes: directory.readUInt32LE(at + 24),
			offset: directory.readUInt32LE(at + 42)
		};
		at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
	}
}
function zipDataStart(entry, file, files) {
	const headerBytes = 30;
	if (entry.offset + headerBytes > file.bytes) throw new ZipError("an entry is cut off");
	const header = Buffer.from(files.readRange(file, entry.offset, headerBytes));
	if (header.readUInt32LE(0) !== 67324752) throw new ZipError("an entry is missing");
	const start = entry.offset + headerBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
	if (start + entry.packedBytes > file.bytes) throw new ZipError("an entry is cut off");
	return start;
}
async function unzip(entry, file, files) {
	const start = zipDataStart(entry, file, files);
	return inflateInto(files.pieces(file, start, entry.packedBytes), createInflateRaw(), entry.bytes);
}
// src/data/formats/npz.ts
const usualLabels = [
	"labels",
	"label",
	"y"
];
const npz = defineFormat({
	name: "npz",
	files: { file: pathKey.optional().describe("NPZ archive with an array named like each input of the model") },
	settings: {
		labels: pathKey.optional().describe(`Name of the array with the labels; default: ${usualLabels.join(", ")}`),
		...encodingKeys
	},
	async open(options, context) {
		const { files } = context;
		if (options.file === void 0) throw files.error("\"file\" is missing", { hint: "Name the NPZ archive" });
		const arrays = await arraysIn(options.file, files);
		const name = options.labels ?? usualLabels.find((usual) => arrays.has(usual));
		const labels = name === void 0 ? null : arrays.get(name);
		if (labels === void 0) {
			const hint = suggestion(name, [...arrays.keys()], "arrays");
			throw files.error(`there is no array "${name}"`, {
				place: options.file,
				hint
			});
		}
		if (name !== void 0) arrays.delete(name);
		return arraySamples(arrays, labels, options, context);
	}
});
async function arraysIn(name, files) {
	const file = files.file(name);
	try {
		const entries = zipEntries(file, files).filter((entry) => entry.name.endsWith(".npy"));
		checkSizes(entries, name, files);
		const arrays = new Map();
		for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
			const array = entry.name.slice(0, -4);
			arrays.set(array, openNpy(`${name}: ${array}`, await contentOf(entry, file, files), files));
		}
		return arrays;
	} catch (cause) {
		if (cause instanceof InputError) throw cause;
		throw files.error(`a broken archive (${messageOf(cause)})`, {
			place: name,
			hint: "Save it again by numpy.savez",
			cause
		});
	}
}
function checkSizes(entries, name, files) {
	if (entries.filter(({ isPacked }) => isPacked).reduce((sum, { bytes }) => sum + bytes, 0) <= maxUnpackedBytes) return;
	throw files.error(`it unpacks to more than ${maxUnpackedBytes} bytes`, {
		place: name,
		hint: "Save the arrays by numpy.savez, uncompressed, or as .npy files: they are read row by row"
	});
}
async function contentOf(entry, file, files) {
	if (!entry.isPacked) {
		const offset = zipDataStart(entry, file, files);
		return {
			file,
			offset,
			end: offset + entry.packedBytes
		};
	}
	return {
		memory: await unzip(entry, file, files).catch((cause) => {
			if (!(cause instanceof TooLong)) throw cause;
			throw new ZipError(`"${entry.name}" unpacks to more than the ${entry.bytes} bytes that its directory says`);
		}),
		offset: 0
	};
}
// src/data/formats/raw.ts
const raw = defineFormat({
	name: "raw",
	files: {
		labels: pathKey.optional().describe("CSV file with the columns file, [classes,] label"),
		folder: pathKey.optional().describe("Where the sample files lie; default: beside the labels file")
	},
	settings: {
		type: elementTypeKey.default("float32").describe("Type of the stored numbers"),
		...encodingKeys
	},
	async open(options, context) {
		const { files } = context;
		const entries = listFiles(options, context);
		const input = settledInput(onlyInput(context, "raw"), entries, options.type, files);
		const describe = (index) => `sample ${index} (${entries[index].file})`;
		return {
			size: entries.length,
			...input && { shapes: [input.shape] },
			describe,
			label: (index) => entries[index].label,
			part: (index) => entries[index].part,
			read(index, memory) {
				const file = files.file(entries[index].path, describe(index));
				const problem = sizeProblem(file.bytes, options.type, input);
				if (problem) throw files.error(problem, {
					place: describe(index),
					hint: "Check \"type:\" and the file"
				});
				return [files.read(file, maxSampleBytes, memory)];
			},
			decode: async ([bytes]) => [decodeElements(bytes, {
				...options,
				littleEndian: true
			})]
		};
	}
});
function settledInput(input, entries, type, files) {
	const [first] = entries;
	if (!input?.open || !first) return input;
	const open = input.open.map((size, axis) => axis === 0 && input.open.length > 1 && size === -1 ? 1 : size);
	if (open.filter((size) => size === -1).length > 1) throw openInput(input, files);
	const known = elementCount(open.filter((size) => size !== -1)) * elementBytes[type];
	const size = files.file(first.path, `sample 0 (${first.file})`).bytes / known;
	return {
		name: input.name,
		shape: open.map((each) => each === -1 ? Math.max(1, Math.floor(size)) : each)
	};
}
function sizeProblem(bytes, type, input) {
	if (bytes / elementBytes[type] * Math.max(elementBytes[type], 4) > maxSampleBytes) return `the file has ${bytes} bytes, and a sample at most ${maxSampleBytes}, as float32, too`;
	if (input === null) return bytes > 0 && bytes % elementBytes[type] === 0 ? null : `the file has ${bytes} bytes, no whole number of ${type} values`;
	const expected = elementCount(input.shape) * elementBytes[type];
	if (bytes === expected) return null;
	return `the file has ${bytes} bytes; the model's input ${shapeText(input.shape)} takes ${expected} as ${type}`;
}
function listFiles({ labels, folder }, context) {
	if (labels !== void 0) return readLabels(labels, folder, context);
	if (folder === void 0) throw context.files.error("\"labels\" is missing", { hint: "Name the labels file, or a \"folder\" of unlabelled files" });
	return context.files.list(folder).filter(({ isFolder }) => !isFolder).map(({ name, base }) => ({
		file: base,
		path: name,
		label: null,
		part: null
	}));
}
// src/data/formats/index.ts
const formats = [
	raw,
	idx,
	npz,
	npy,
	images
];
// src/data/dataset-file.ts
const selectionKeys = {
	part: string().min(1).optional().describe("Samples of that part: the column \"part\" of the labels file"),
	range: tuple([int().min(0), int().min(1)]).refine(([from, to]) => from < to, "a range ends behind its begin").optional().describe("[from, to]: samples from number \"from\" on, counted from 0, to before number \"to\""),
	first: int().min(1).optional().describe("So many samples from the begin"),
	last: int().min(1).optional().describe("So many samples from the end"),
	every: int().min(1).optional().describe("Every so-many-th sample"),
	limit: int().min(1).optional().describe("At most so many samples, spread evenly")
};
const commonKeys = {
	description: string().optional().describe("For whoever reads the file"),
	classes: array(string().min(1)).min(1).optional().describe("Class names in the order of the model's outputs; default for folders: alphabetical"),
	seed: int().min(0).max(2 ** 32 - 1).default(1).describe("Seed of the split that is made where none is given")
};
const inputShapes = record(string().min(1).max(1e3), array(int().min(1).max(2 ** 26)).min(1).max(8)).optional().describe("Shapes of inputs that the model leaves open, with the batch of 1: { audio: [1, 16000] }");
function schemaOf(format) {
	const part = union([literal("none"), strictObject({
		...selectionKeys,
		...format.files
	})]).optional();
	return strictObject({
		format: literal(format.name),
		...format.files,
		...format.settings,
		...commonKeys,
		...!("inputs" in format.files) && { inputs: inputShapes },
		calibration: part.describe("The samples that calibrate, or \"none\"; may name other files"),
		evaluation: part.describe("The samples that judge, or \"none\"; may name other files")
	});
}
const [first, ...others] = formats.map((format) => schemaOf(format));
const datasetSchema = discriminatedUnion("format", [first, ...others]).meta({
	title: "litetrim data set",
	description: "Where samples are, how one becomes a model’s input, and which part calibrates and which judges"
});
function parseDatasetFile(source, file) {
	const parsed = parseYaml(datasetSchema, source, file);
	const format = formats.find(({ name }) => name === parsed.format);
	const files = pick(parsed, Object.keys(format.files));
	const partOf = (part) => {
		if (part === void 0) return null;
		if (part === "none") return "none";
		const keys = part;
		return {
			selection: pick(keys, Object.keys(selectionKeys)),
			files: {
				...files,
				...pick(keys, Object.keys(format.files))
			}
		};
	};
	return {
		format,
		settings: pick(parsed, Object.keys(format.settings)),
		files,
		classes: parsed.classes ?? null,
		shapes: "inputs" in format.files ? {} : parsed.inputs ?? {},
		seed: parsed.seed,
		calibration: partOf(parsed.calibration),
		evaluation: partOf(parsed.evaluation)
	};
}
function pick(object, keys) {
	return Object.fromEntries(keys.filter((key) => object[key] !== void 0).map((key) => [key, object[key]]));
}
// src/data/files.ts
const pieceBytes = 2 ** 20;
var DatasetFiles = class {
	datasetFile;
	#folder;
	#root;
	#other;
	constructor(datasetFile, root, other = null) {
		this.datasetFile = datasetFile;
		this.#folder = dirname(resolve(datasetFile));
		this.#root = root;
		this.#other = other;
	}
	error(problem, trouble = {}) {
		return new InputError(problem, {
			file: this.datasetFile,
			...trouble
		});
	}
	readOwn() {
		const path = resolve(this.datasetFile);
		if (this.#otherPath(path) === void 0) return readYamlBytes(this.datasetFile, this.#root);
		return this.read(this.file(path, ""), maxYamlBytes);
	}
	file(name, place = name) {
		const path = this.#inside(name, place);
		const bytes = this.#try(place, () => withPlainFile(path, (_, size) => size));
		return {
			name: this.#shown(name),
			path,
			bytes
		};
	}
	list(name) {
		const others = this.#other?.list(this.#inRepository(name) ?? "") ?? [];
		const known = new Map(others.map(({ base, isFolder }) => [base, isFolder]));
		const entries = known.size > 0 && !this.#exists(name) ? [] : this.#entries(name);
		return [...new Set([...entries, ...known.keys()])].filter((base) => !base.startsWith(".")).sort().map((base) => ({
			name: join(name, base),
			base
		})).filter((entry) => this.#otherPath(entry.name) !== null).map((entry) => ({
			...entry,
			isFolder: known.get(entry.base) ?? this.#isFolder(entry.name)
		}));
	}
	#entries(name) {
		const path = this.#inside(name, name);
		const entries = this.#try(name, () => readdirSync(path));
		if (entries.length > maxSampleFiles) throw this.error(`${entries.length} files; at most ${maxSampleFiles} are read`, { place: name });
		return entries;
	}
	#exists(name) {
		return existsSync(this.#pathOf(name));
	}
	#isFolder(name) {
		return this.#try(name, () => statSync(this.#pathOf(name))).isDirectory();
	}
	read(file, limit, memory) {
		if (file.bytes > limit) throw this.error(`the file has ${file.bytes} bytes; at most ${limit} are read`, { place: file.name });
		return this.readRange(file, 0, file.bytes, memory?.(file.bytes, 0));
	}
	readRange(file, start, length, into) {
		return this.#try(file.name, () => withPlainFile(file.path, (descriptor) => {
			const bytes = into ?? new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
			if (readFully(descriptor, bytes, start) < length) throw new FileProblem("it ends too early");
			return bytes;
		}));
	}
	*pieces(file, start = 0, length = file.bytes) {
		for (let done = 0; done < length; done += pieceBytes) yield this.readRange(file, start + done, Math.min(pieceBytes, length - done));
	}
	#inside(name, place) {
		const other = this.#otherPath(name);
		if (other === null) throw this.error("there is no such file or folder", { place });
		return other ?? this.#try(place, () => resolveInside(this.#pathOf(name), this.#root));
	}
	#otherPath(name) {
		const path = this.#inRepository(name);
		return path === null ? void 0 : this.#other?.find(path);
	}
	#inRepository(name) {
		if (this.#root === null) return null;
		return relative(resolve(this.#root), this.#pathOf(name)).split(sep).join("/");
	}
	#pathOf(name) {
		return isAbsolute(name) ? name : join(this.#folder, name);
	}
	#shown(name) {
		return relative(this.#folder, this.#pathOf(name)).split(sep).join("/");
	}
	#try(place, action) {
		try {
			return attempt(action);
		} catch (cause) {
			if (!(cause instanceof FileProblem)) throw cause;
			throw this.error(cause.message, {
				place,
				...cause.code === "OUTSIDE" && { hint: "Commit it, and name it relative to the data-set file" },
				cause
			});
		}
	}
};
// src/data/selection.ts
function select(source, selection, files) {
	const { part, range, first, last, every } = selection;
	let picked = Array.from({ length: source.size }, (_, i) => i);
	const demand = (key, count) => {
		if (count > picked.length) throw files.error(`"${key}" asks for ${count} of ${picked.length} samples`);
	};
	if (part !== void 0) picked = samplesOfPart(source, part, files);
	if (range !== void 0) {
		demand("range", range[1]);
		picked = picked.slice(range[0], range[1]);
	}
	if (first !== void 0) {
		demand("first", first);
		picked = picked.slice(0, first);
	}
	if (last !== void 0) {
		demand("last", last);
		picked = picked.slice(-last);
	}
	return every === void 0 ? picked : picked.filter((_, i) => i % every === 0);
}
function samplesOfPart(source, part, files) {
	const parts = new Set();
	const picked = [];
	for (let i = 0; i < source.size; i++) {
		const name = source.part(i);
		if (name !== null) parts.add(name);
		if (name === part) picked.push(i);
	}
	if (picked.length > 0) return picked;
	const hint = parts.size > 0 ? suggestion(part, [...parts].sort(), "parts") : "Give the labels file a column \"part\"";
	throw files.error(`no sample belongs to the part "${part}"`, { hint });
}
function spread(samples, limit) {
	if (limit === void 0 || samples.length <= limit) return samples;
	return Array.from({ length: limit }, (_, i) => samples[Math.floor(i * samples.length / limit)]);
}
function selectionText({ part, range, first, last, every }) {
	return [
		part && `part "${part}"`,
		range && `numbers ${range[0]} to ${range[1] - 1}`,
		first && `the first ${first}`,
		last && `the last ${last}`,
		every && `every ${ordinal(every)}`
	].filter(Boolean).join(", ");
}
function ordinal(number) {
	const tens = number % 100;
	return `${number}${tens >= 11 && tens <= 13 ? "th" : [
		"th",
		"st",
		"nd",
		"rd"
	][number % 10] ?? "th"}`;
}
// src/data/split.ts
const calibrationShare = .2;
const maxCalibrationSamples = 500;
async function splitParts(spec, open, files) {
	const { calibration, evaluation } = spec;
	const all = {
		selection: {},
		files: spec.files
	};
	const pick = async (part, taken) => part === "none" ? null : pickPart(part, await open(part.files), taken, files);
	if (calibration !== null) {
		const first = await pick(calibration, null);
		return {
			calibration: first,
			evaluation: await pick(evaluation ?? all, first),
			second: "evaluation",
			seed: null
		};
	}
	if (evaluation !== null) {
		const first = await pick(evaluation, null);
		const rest = {
			...all,
			selection: { limit: maxCalibrationSamples }
		};
		return {
			calibration: await pick(Object.keys(spec.files).length > 0 ? rest : "none", first),
			evaluation: first,
			second: "calibration",
			seed: null
		};
	}
	return seededSplit(await open(spec.files), spec.seed);
}
function pickPart(part, source, taken, files) {
	const wanted = select(source, part.selection, files);
	const used = new Set(taken?.source === source ? taken.samples : []);
	const free = wanted.filter((sample) => !used.has(sample));
	const samples = spread(free, part.selection.limit);
	return {
		source,
		samples,
		words: wordsOf(part, wanted.length - free.length, samples.length < free.length)
	};
}
function wordsOf({ selection, files }, missing, limited) {
	const which = selectionText(selection);
	const { folder, images, file, inputs, labels } = files;
	const place = [
		folder,
		images,
		file,
		inputs,
		labels
	].find((name) => typeof name === "string");
	const samples = which || (missing > 0 ? "the others" : "all");
	return [
		place === void 0 || samples === "the others" ? samples : `${samples} of ${basename(place)}`,
		missing > 0 && which && `without ${missing} that the other part has`,
		limited && `at most ${selection.limit}`
	].filter(Boolean).join(", ");
}
function seededSplit(source, seed) {
	const order = [...permutation(source.size, randomNumbers(seed))];
	const count = Math.min(maxCalibrationSamples, Math.round(source.size * calibrationShare));
	const pick = (samples) => ({
		source,
		samples: samples.sort((a, b) => a - b),
		words: ""
	});
	return {
		calibration: pick(order.slice(0, count)),
		evaluation: pick(order.slice(count)),
		second: "evaluation",
		seed
	};
}
function splitSentence({ calibration, evaluation, second, seed }, dropped) {
	const part = (picked, verb) => {
		if (picked === null) return `none ${verb}`;
		return `${picked.samples.length} ${verb}${picked.words && ` (${picked.words})`}`;
	};
	const how = seed === null ? "Split" : `Split by chance (seed ${seed})`;
	const copies = dropped === 1 ? "1 sample was" : `${dropped} samples were`;
	const note = dropped > 0 ? ` ${copies} kept from ${second === "evaluation" ? "judging, being equal to a calibrating one" : "calibrating, being equal to a judging one"}.` : "";
	return `${how}: ${part(calibration, "calibrate")}, ${part(evaluation, "judge")}.${note}`;
}
// src/data/dataset.ts
async function openDataset(file, options = {}) {
	const files = new DatasetFiles(file, options.root ?? null, options.other ?? null);
	const text = files.readOwn();
	const spec = parseDatasetFile(text, file);
	const split = await splitParts(spec, opener(spec, {
		files,
		inputs: options.inputs ? settled(options.inputs, spec.shapes, files) : null,
		classes: spec.classes
	}), files);
	const { calibration, evaluation, dropped } = inspect(split, options.classes ?? spec.classes?.length ?? null, files);
	const hash = createHash("sha256").update(text).update(calibration.hash).update(evaluation.hash);
	hash.update(JSON.stringify(options.inputs?.map(({ name, shape }) => [name, shape]) ?? null));
	return {
		name: file,
		hash: hash.digest("hex"),
		calibration: partOf(calibration.picked, files),
		evaluation: partOf(evaluation.picked, files),
		split: splitSentence({
			...split,
			calibration: calibration.picked,
			evaluation: evaluation.picked
		}, dropped),
		...shapesOf$1(split, options.inputs ?? [], files),
		synthetic: false
	};
}
function settled(inputs, shapes, files) {
	for (const name of Object.keys(shapes)) {
		if (inputs.some((input) => input.name === name)) continue;
		const hint = suggestion(name, inputs.map((input) => input.name), "inputs");
		throw files.error(`the model has no input "${name}"`, {
			place: "inputs",
			hint
		});
	}
	return inputs.map((input) => {
		const shape = shapes[input.name];
		if (!shape) return input;
		const { name, open = input.shape } = input;
		if (fitsOpen(shape, open)) return {
			name,
			shape
		};
		throw files.error(`${shapeText(shape)} doesn't fit the model's input "${name}" ${shapeText(open)}`, { place: "inputs" });
	});
}
function shapesOf$1({ calibration, evaluation }, inputs, files) {
	const sources = [calibration?.source, evaluation?.source].filter((source) => source !== void 0);
	const shapes = inputs.flatMap(({ name, open }, i) => {
		if (!open) return [];
		const [shape, other = shape] = sources.map((source) => source.shapes?.[i]);
		if (!shape || !other) return [];
		if (shapeText(shape) === shapeText(other)) return [[name, shape]];
		const problem = `samples for input "${name}" are ${shapeText(shape)} where they calibrate and ${shapeText(other)} where they judge`;
		throw files.error(problem, { hint: "Make them of one size" });
	});
	return shapes.length > 0 ? { shapes: Object.fromEntries(shapes) } : {};
}
function opener(spec, context) {
	const opened = new Map();
	return async (keys) => {
		const key = JSON.stringify(keys);
		const source = opened.get(key) ?? spec.format.open({
			...spec.settings,
			...keys
		}, context);
		opened.set(key, source);
		if ((await source).size === 0) throw context.files.error("there are no samples", { place: Object.values(keys).join(", ") });
		return source;
	};
}
function inspect(split, classes, files) {
	const one = split.second === "evaluation" ? split.calibration : split.evaluation;
	const other = split.second === "evaluation" ? split.evaluation : split.calibration;
	const first = inspectPart(one, new Set(), classes, files);
	const second = inspectPart(other, new Set(first.digests), classes, files);
	const [calibration, evaluation] = split.second === "evaluation" ? [first, second] : [second, first];
	return {
		calibration,
		evaluation,
		dropped: second.dropped
	};
}
function inspectPart(picked, taken, classes, files) {
	const hash = createHash("sha256");
	const samples = [];
	const digests = [];
	const memory = reusedMemory();
	for (const sample of picked?.samples ?? []) {
		const { source } = picked;
		const digest = digestOf(source.read(sample, memory));
		if (taken.has(digest)) continue;
		checkLabel$1(source, sample, classes, files);
		samples.push(sample);
		digests.push(digest);
		hash.update(`${digest} ${source.label(sample)}\n`);
	}
	const dropped = (picked?.samples.length ?? 0) - samples.length;
	return {
		picked: picked && {
			...picked,
			samples
		},
		hash: hash.digest("hex"),
		digests,
		dropped
	};
}
function reusedMemory() {
	const arrays = [];
	return (bytes, place) => {
		const array = arrays[place];
		if (array && array.length >= bytes) return array.subarray(0, bytes);
		return arrays[place] = new Uint8Array(bytes);
	};
}
function digestOf(stored) {
	const hash = createHash("sha256");
	for (const bytes of stored) hash.update(`${bytes.length} `).update(bytes);
	return hash.digest("base64");
}
function checkLabel$1(source, sample, classes, files) {
	const label = source.label(sample);
	if (label === null || classes === null || label < classes) return;
	const problem = `label ${label} is out of range: there are ${classes} classes`;
	throw files.error(problem, {
		place: source.describe(sample),
		hint: "Classes are counted from 0"
	});
}
function partOf(picked, files) {
	const samples = Uint32Array.from(picked?.samples ?? []);
	return {
		size: samples.length,
		async sample(index, into) {
			const sample = samples[index];
			if (sample === void 0) throw new RangeError(`sample ${index} of ${samples.length}`);
			const { source } = picked;
			const inputs = await source.decode(source.read(sample, into && memoryIn(into)), sample);
			for (const values of inputs) refuseNonFinite(values, source.describe(sample), files);
			return {
				inputs,
				label: source.label(sample)
			};
		}
	};
}
function memoryIn(into) {
	return (bytes, place) => {
		const array = into[place];
		return array?.byteLength === bytes ? bytesOf(array) : new Uint8Array(bytes);
	};
}
function refuseNonFinite(values, place, files) {
	let at = 0;
	while (at < values.length && Number.isFinite(values[at])) at++;
	if (at === values.length) return;
	throw files.error(`value ${at} is ${values[at]}, not a finite float32`, {
		place,
		hint: "Mend the sample, or check \"type:\" and \"scale:\""
	});
}
// src/data/for-model.ts
async function openDatasetFor(dataset, model, shapes = {}) {
	return await openDataFor((options) => openDataset(dataset, options), model, shapes);
}
async function openDataFor(open, model, shapes = {}) {
	const sized = withInputShapes(model, shapes);
	const { inputs, classes } = modelInterface(graphOf(sized));
	const dataset = await open({
		inputs: inputs.map(({ open, ...input }) => open && !shapes[input.name] ? {
			...input,
			open
		} : input),
		classes
	});
	return {
		dataset,
		model: withInputShapes(sized, dataset.shapes ?? {})
	};
}
function openInputNotes(model) {
	return modelInterface(graphOf(model)).inputs.flatMap(({ name, shape, open }) => {
		if (!open?.some((size, axis) => size === -1 && (axis > 0 || open.length === 1) && shape[axis] === 1)) return [];
		return [`The model leaves the size of its input "${name}" ${shapeText(open)} open, and it was run with ${shapeText(shape)}: say another by "inputs".`];
	});
}
// src/data/shared-samples.ts
var SharedSamples = class {
	part;
	check;
	size;
	#samples = new Map();
	constructor(part, check) {
		this.part = part;
		this.check = check;
		this.size = part.size;
	}
	sample(index) {
		const known = this.#samples.get(index);
		if (known) return known;
		const sample = this.part.sample(index).then((value) => {
			this.check(value, index);
			return value;
		});
		this.#samples.set(index, sample);
		return sample;
	}
	async take(index) {
		const sample = await this.sample(index);
		this.#samples.delete(index);
		return sample;
	}
};
// src/evaluate/classifier.ts
function classifierOf(model, labelled) {
	const subgraph = mainSubgraph(model);
	const output = subgraph.outputs[0];
	const head = headOf(subgraph);
	if (!output) return null;
	if (isClassNumber(output) && (labelled || head?.code === 56)) return {
		classes: null,
		predict: ([number]) => number
	};
	const logistic = head?.code === 14;
	if (elementCount(output.shape) === 1 && (labelled || logistic)) return {
		classes: 2,
		predict: aboveThreshold(logistic ? .5 : 0)
	};
	const classes = classesOf(output, head);
	const scores = labelled || head?.code === 25;
	return classes !== null && classes > 1 && scores ? {
		classes,
		predict: largest
	} : null;
}
function aboveThreshold(threshold) {
	return ([score]) => Number.isNaN(score) ? -1 : score >= threshold ? 1 : 0;
}
function largest(values) {
	let best = 0;
	for (let i = 0; i < values.length; i++) {
		if (Number.isNaN(values[i])) return -1;
		if (values[i] > values[best]) best = i;
	}
	return best;
}
// src/evaluate/output-cache.ts
var OutputCache = class {
	#entries = new Map();
	#free;
	constructor(maxBytes = 64 * 2 ** 20) {
		this.#free = maxBytes;
	}
	get(key) {
		return this.#entries.get(key);
	}
	async *keep(key, outputs) {
		let kept = [];
		let bytes = 0;
		for await (const sample of outputs) {
			bytes += sample.reduce((sum, values) => sum + values.byteLength, 0);
			if (bytes > this.#free) kept = null;
			kept?.push(sample);
			yield sample;
		}
		if (!kept || this.#entries.has(key)) return;
		this.#entries.set(key, kept);
		this.#free -= bytes;
	}
};
// src/evaluate/subject.ts
function openSubject({ file, bytes }) {
	const model = graphOf({
		file,
		bytes
	});
	const logits = logitsOf(model);
	const observed = withObservedTensors(model, logits ? [logits] : []);
	return {
		file,
		sha256: createHash("sha256").update(bytes).digest("hex"),
		model,
		observed,
		inputs: modelInterface(model).inputs,
		outputShapes: outputShapesOf(model),
		logitsIndex: logits ? mainSubgraph(observed).outputs.indexOf(logits) : -1
	};
}
function outputShapesOf(model) {
	const fixed = cloneModel(model);
	fixDynamicShapes(fixed);
	return mainSubgraph(fixed).outputs.map(({ shape }) => shape);
}
function splitOutputs(subject, all) {
	return {
		outputs: all.slice(0, subject.outputShapes.length),
		logits: all[subject.logitsIndex] ?? null
	};
}
function checkSample(sample, index, { file, inputs }, dataset) {
	const trouble = {
		file: dataset,
		place: `sample ${index}`,
		hint: "Check the data set against the model"
	};
	if (sample.inputs.length !== inputs.length) {
		const problem = `${sample.inputs.length} arrays, and ${file} has ${inputs.length} inputs`;
		throw new InputError(problem, trouble);
	}
	for (const [i, { name, shape }] of inputs.entries()) {
		const values = sample.inputs[i].length;
		if (values === elementCount(shape)) continue;
		const problem = `${values} values, and input "${name}" ${shapeText(shape)} of ${file} takes ${elementCount(shape)}`;
		throw new InputError(problem, trouble);
	}
}
// src/evaluate/evaluate.ts
async function evaluateModel(model, dataset, options = {}) {
	const subject = openSubject(model);
	const reference = options.reference ? openSubject(options.reference) : null;
	const task = await describeTask(subject, reference, dataset);
	const { metric, accumulator } = chooseMetric(task, subject, reference, dataset);
	const comparison = task.compared ? new ReferenceComparison(task.classifier, partsOfOutputs(subject.model)) : null;
	const pool = options.pool ?? new SessionPool();
	try {
		for await (const { sample, own, other } of runBoth(subject, reference, dataset, task, {
			...options,
			pool
		})) {
			accumulator.add({
				sample,
				outputs: own.outputs,
				reference: task.compared ? other.outputs : null
			});
			comparison?.add(own, other);
		}
	} finally {
		if (!options.pool) await pool.close();
	}
	const { value, correct, errors } = accumulator.finish();
	return {
		dataset: dataset.name,
		metric: metric.name,
		value,
		samples: task.samples,
		reference: reference?.file ?? null,
		...comparison?.finish() ?? {
			agreement: null,
			sqnrDb: null,
			logitsSqnrDb: null,
			identical: false
		},
		correct,
		errors
	};
}
async function describeTask(subject, reference, dataset) {
	const { evaluation, synthetic } = dataset;
	if (evaluation.size === 0) throw new InputError("there are no samples to judge by", {
		file: dataset.name,
		hint: "Give the data set an \"evaluation:\" part"
	});
	const labelled = (await evaluation.sample(0)).label !== null;
	const classifier = classifierOf(subject.model, labelled);
	return {
		samples: evaluation.size,
		labelled,
		synthetic,
		classifier,
		reconstructs: !classifier && shapesOf(subject.inputs.map(({ shape }) => shape)) === shapesOf(subject.outputShapes),
		compared: reference !== null && sizesOf(subject) === sizesOf(reference)
	};
}
function sizesOf({ outputShapes }) {
	return outputShapes.map(elementCount).join(" ");
}
function shapesOf(shapes) {
	return shapes.map(shapeText).join(", ");
}
function chooseMetric(task, { file, outputShapes }, reference, dataset) {
	for (const metric of metrics) {
		const accumulator = metric.start(task);
		if (accumulator) return {
			metric,
			accumulator
		};
	}
	const outputs = shapesOf(outputShapes);
	if (reference && !task.compared) {
		const problem = `its outputs ${outputs} can't be compared with those of ${reference.file}, ${shapesOf(reference.outputShapes)}`;
		throw new InputError(problem, {
			file,
			hint: "Name a reference with the same outputs"
		});
	}
	const problem = task.labelled ? `the data is labelled, and the output ${outputs} of ${file} isn't one of classes` : "the samples have no labels, and there is no reference to compare with";
	throw new InputError(problem, {
		file: dataset.name,
		hint: "Give labels that fit, or a reference model"
	});
}
async function* runBoth(subject, reference, dataset, task, { pool, cache = new OutputCache(0), progress = silent }) {
	const samples = new SharedSamples(dataset.evaluation, (sample, index) => {
		checkSample(sample, index, subject, dataset.name);
		if (reference) checkSample(sample, index, reference, dataset.name);
		checkLabel(sample, index, task, dataset.name);
	});
	const run = (model) => outputsOf(model, samples, dataset.hash, pool, cache);
	const own = run(subject);
	const other = reference && reference.sha256 !== subject.sha256 ? run(reference) : null;
	const stage = progress.stage(`evaluating ${subject.file}`, task.samples);
	try {
		let index = 0;
		for await (const mine of own) {
			const theirs = other ? (await other.next()).value : null;
			yield {
				sample: await samples.take(index),
				own: mine,
				other: reference && (theirs ?? mine)
			};
			stage.update(++index);
		}
		await other?.next();
	} finally {
		stage.end();
		await other?.return(void 0);
	}
}
async function* outputsOf(subject, samples, datasetHash, pool, cache) {
	const key = `${subject.sha256} ${datasetHash}`;
	const outputs = cache.get(key) ?? cache.keep(key, pool.outputs(subject.observed, samples, { file: subject.file }));
	for await (const all of outputs) yield splitOutputs(subject, all);
}
function checkLabel({ label }, index, { classifier, labelled }, dataset) {
	const trouble = {
		file: dataset,
		place: `sample ${index}`
	};
	if (labelled && label === null) throw new InputError("the sample has no label, and others have", trouble);
	if (label === null || classifier?.classes == null || label < classifier.classes) return;
	const problem = `label ${label} is out of range: the model has ${classifier.classes} classes`;
	throw new InputError(problem, {
		...trouble,
		hint: "Classes are counted from 0"
	});
}
// src/data/random-dataset.ts
const maxNoiseBytes = 2 ** 26;
const maxNoiseSteps = 2 ** 30;
const maxNoiseValues = 2 ** 29;
function randomDataset(inputs, options = {}) {
	const { seed = 1 } = options;
	const samples = Math.min(options.samples ?? 100, affordable(inputs));
	const identity = JSON.stringify({
		generator: 1,
		inputs: inputs.map(identityOf),
		samples,
		seed
	});
	const part = (number) => ({
		size: samples,
		async sample(index) {
			if (!(index >= 0 && index < samples)) throw new RangeError(`sample ${index} of ${samples}`);
			for (const input of inputs) checkSize(input);
			return {
				inputs: inputs.map((input, i) => noise(input, randomNumbers(streamSeed(seed, number, index, i)))),
				label: null
			};
		}
	});
	return {
		name: "random",
		hash: createHash("sha256").update(identity).digest("hex"),
		calibration: part(0),
		evaluation: part(1),
		split: `Seeded noise (seed ${seed}): ${samples} samples calibrate, ${samples} others judge.`,
		synthetic: true
	};
}
function affordable(inputs) {
	let [values, steps] = [0, 0];
	for (const { shape } of inputs) {
		values += elementCount(shape);
		steps += elementCount(shape) * octavesOf(fieldsOf(shape));
	}
	const samples = Math.min(maxNoiseValues / Math.max(1, values), maxNoiseSteps / Math.max(1, steps));
	return Math.max(1, Math.floor(samples));
}
function checkSize({ name, shape }) {
	const bytes = elementCount(shape) * Float32Array.BYTES_PER_ELEMENT;
	if (bytes >= 0 && bytes <= maxNoiseBytes) return;
	const input = name === void 0 ? "an input" : `input "${name}"`;
	const size = Number.isFinite(bytes) ? `${bytes} bytes` : "too many bytes";
	throw new InputError(`${input} ${shapeText(shape)} takes ${size}, and noise is made for ${maxNoiseBytes}`, { hint: "Name a data set" });
}
function identityOf(input) {
	return {
		shape: input.shape,
		range: rangeOf(input),
		whole: isWhole(input)
	};
}
function isWhole({ type, quantization }) {
	return type !== void 0 && wholeTypes.has(type) && !quantization;
}
const wholeTypes = new Set([
	6,
	9,
	3,
	7,
	16,
	2,
	15,
	4,
	12
]);
const storedRanges = {
	[9]: [-128, 127],
	[3]: [0, 255],
	[7]: [-32768, 32767]
};
function rangeOf(input) {
	if (input.range) return input.range;
	const stored = input.type === void 0 ? void 0 : storedRanges[input.type];
	if (input.quantization && stored) {
		const { scale, zeroPoint } = input.quantization;
		return [scale * (stored[0] - zeroPoint), scale * (stored[1] - zeroPoint)];
	}
	return isWhole(input) ? [0, 1] : [-1, 1];
}
function fieldsOf(shape) {
	const dimensions = shape[0] === 1 ? shape.slice(1) : shape;
	const hasChannels = dimensions.length >= 3;
	const sides = dimensions.slice(0, hasChannels ? -1 : void 0);
	return {
		blocks: elementCount(sides.slice(0, -2)),
		height: sides.at(-2) ?? 1,
		width: sides.at(-1) ?? 1,
		channels: hasChannels ? dimensions.at(-1) : 1
	};
}
function octavesOf({ height, width }) {
	let octaves = 0;
	for (let spacing = 1; spacing <= Math.max(height, width); spacing *= 2) octaves++;
	return octaves;
}
function noise(input, random) {
	const values = new Float64Array(elementCount(input.shape));
	if (values.length === 0) return new Float32Array();
	const fields = fieldsOf(input.shape);
	const { blocks, height, width, channels } = fields;
	const grid = new Float64Array((height + 1) * (width + 1));
	const across = {
		column: new Int32Array(width),
		right: new Float64Array(width)
	};
	for (let octave = 0, spacing = 1; octave < octavesOf(fields); octave++, spacing *= 2) {
		const weight = random();
		placeAcross(across, spacing);
		for (let field = 0; field < blocks * channels; field++) addOctave(values, {
			start: Math.floor(field / channels) * height * width * channels + field % channels,
			step: channels,
			height,
			width,
			spacing,
			weight
		}, across, grid, random);
	}
	return stretch(values, rangeOf(input), isWhole(input), random);
}
function placeAcross({ column, right }, spacing) {
	for (let x = 0; x < column.length; x++) {
		const left = Math.floor(x / spacing);
		column[x] = left;
		right[x] = x / spacing - left;
	}
}
function addOctave(values, octave, { column, right }, grid, random) {
	const { start, step, height, width, spacing, weight } = octave;
	const columns = Math.floor((width - 1) / spacing) + 2;
	const rows = Math.floor((height - 1) / spacing) + 2;
	for (let i = 0; i < rows * columns; i++) grid[i] = weight * (2 * random() - 1);
	for (let y = 0; y < height; y++) {
		const row = Math.floor(y / spacing);
		const down = y / spacing - row;
		let to = start + y * width * step;
		for (let x = 0; x < width; x++, to += step) {
			const corner = row * columns + column[x];
			const upper = grid[corner] + (grid[corner + 1] - grid[corner]) * right[x];
			const below = corner + columns;
			const lower = grid[below] + (grid[below + 1] - grid[below]) * right[x];
			values[to] = values[to] + upper + (lower - upper) * down;
		}
	}
}
function stretch(values, [low, high], whole, random) {
	const share = .5 + .5 * random();
	const place = random() * (1 - share);
	let smallest = Infinity;
	let largest = -Infinity;
	for (const value of values) {
		if (value < smallest) smallest = value;
		if (value > largest) largest = value;
	}
	if (largest === smallest) return constant(values.length, low + (high - low) * random(), whole);
	const stretched = new Float32Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const value = low + (high - low) * (place + share * (values[i] - smallest) / (largest - smallest));
		stretched[i] = whole ? Math.round(value) : value;
	}
	return stretched;
}
function constant(length, value, whole) {
	return new Float32Array(length).fill(whole ? Math.round(value) : value);
}
export { OutputCache, classifierOf, evaluateModel, inputShapes, openDataFor, openDataset, openDatasetFor, openInputNotes, randomDataset };
