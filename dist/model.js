import { __commonJSMin, __toESM } from "./start.js";
import { InputError, oneLine } from "./start.js";
import { downloadSize, readModelFile } from "./system.js";
// node_modules/flatbuffers/js/constants.js
var require_constants = __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SIZE_PREFIX_LENGTH = exports.FILE_IDENTIFIER_LENGTH = exports.SIZEOF_INT = exports.SIZEOF_SHORT = void 0;
	exports.SIZEOF_SHORT = 2;
	exports.SIZEOF_INT = 4;
	exports.FILE_IDENTIFIER_LENGTH = 4;
	exports.SIZE_PREFIX_LENGTH = 4;
}));
// node_modules/flatbuffers/js/utils.js
var require_utils = __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.isLittleEndian = exports.float64 = exports.float32 = exports.int32 = void 0;
	exports.int32 = new Int32Array(2);
	exports.float32 = new Float32Array(exports.int32.buffer);
	exports.float64 = new Float64Array(exports.int32.buffer);
	exports.isLittleEndian = new Uint16Array(new Uint8Array([1, 0]).buffer)[0] === 1;
}));
// node_modules/flatbuffers/js/encoding.js
var require_encoding = __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Encoding = void 0;
	var Encoding;
	(function(Encoding) {
		Encoding[Encoding["UTF8_BYTES"] = 1] = "UTF8_BYTES";
		Encoding[Encoding["UTF16_STRING"] = 2] = "UTF16_STRING";
	})(Encoding || (exports.Encoding = Encoding = {}));
}));
// node_modules/flatbuffers/js/byte-buffer.js
var require_byte_buffer = __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ByteBuffer = void 0;
	const constants_js_1 = require_constants();
	const encoding_js_1 = require_encoding();
	const utils_js_1 = require_utils();
	exports.ByteBuffer = class ByteBuffer {
		constructor(bytes_) {
			this.bytes_ = bytes_;
			this.position_ = 0;
			this.text_decoder_ = new TextDecoder();
		}
		static allocate(byte_size) {
			return new ByteBuffer(new Uint8Array(byte_size));
		}
		clear() {
			this.position_ = 0;
		}
		bytes() {
			return this.bytes_;
		}
		position() {
			return this.position_;
		}
		setPosition(position) {
			this.position_ = position;
		}
		capacity() {
			return this.bytes_.length;
		}
		readInt8(offset) {
			return this.readUint8(offset) << 24 >> 24;
		}
		readUint8(offset) {
			return this.bytes_[offset];
		}
		readInt16(offset) {
			return this.readUint16(offset) << 16 >> 16;
		}
		readUint16(offset) {
			return this.bytes_[offset] | this.bytes_[offset + 1] << 8;
		}
		readInt32(offset) {
			return this.bytes_[offset] | this.bytes_[offset + 1] << 8 | this.bytes_[offset + 2] << 16 | this.bytes_[offset + 3] << 24;
		}
		readUint32(offset) {
			return this.readInt32(offset) >>> 0;
		}
		readInt64(offset) {
			return BigInt.asIntN(64, BigInt(this.readUint32(offset)) + (BigInt(this.readUint32(offset + 4)) << BigInt(32)));
		}
		readUint64(offset) {
			return BigInt.asUintN(64, BigInt(this.readUint32(offset)) + (BigInt(this.readUint32(offset + 4)) << BigInt(32)));
		}
		readFloat32(offset) {
			utils_js_1.int32[0] = this.readInt32(offset);
			return utils_js_1.float32[0];
		}
		readFloat64(offset) {
			utils_js_1.int32[utils_js_1.isLittleEndian ? 0 : 1] = this.readInt32(offset);
			utils_js_1.int32[utils_js_1.isLittleEndian ? 1 : 0] = this.readInt32(offset + 4);
			return utils_js_1.float64[0];
		}
		writeInt8(offset, value) {
			this.bytes_[offset] = value;
		}
		writeUint8(offset, value) {
			this.bytes_[offset] = value;
		}
		writeInt16(offset, value) {
			this.bytes_[offset] = value;
			this.bytes_[offset + 1] = value >> 8;
		}
		writeUint16(offset, value) {
			this.bytes_[offset] = value;
			this.bytes_[offset + 1] = value >> 8;
		}
		writeInt32(offset, value) {
			this.bytes_[offset] = value;
			this.bytes_[offset + 1] = value >> 8;
			this.bytes_[offset + 2] = value >> 16;
			this.bytes_[offset + 3] = value >> 24;
		}
		writeUint32(offset, value) {
			this.bytes_[offset] = value;
			this.bytes_[offset + 1] = value >> 8;
			this.bytes_[offset + 2] = value >> 16;
			this.bytes_[offset + 3] = value >> 24;
		}
		writeInt64(offset, value) {
			this.writeInt32(offset, Number(BigInt.asIntN(32, value)));
			this.writeInt32(offset + 4, Number(BigInt.asIntN(32, value >> BigInt(32))));
		}
		writeUint64(offset, value) {
			this.writeUint32(offset, Number(BigInt.asUintN(32, value)));
			this.writeUint32(offset + 4, Number(BigInt.asUintN(32, value >> BigInt(32))));
		}
		writeFloat32(offset, value) {
			utils_js_1.float32[0] = value;
			this.writeInt32(offset, utils_js_1.int32[0]);
		}
		writeFloat64(offset, value) {
			utils_js_1.float64[0] = value;
			this.writeInt32(offset, utils_js_1.int32[utils_js_1.isLittleEndian ? 0 : 1]);
			this.writeInt32(offset + 4, utils_js_1.int32[utils_js_1.isLittleEndian ? 1 : 0]);
		}
		getBufferIdentifier() {
			if (this.bytes_.length < this.position_ + constants_js_1.SIZEOF_INT + constants_js_1.FILE_IDENTIFIER_LENGTH) throw new Error("FlatBuffers: ByteBuffer is too short to contain an identifier.");
			let result = "";
			for (let i = 0; i < constants_js_1.FILE_IDENTIFIER_LENGTH; i++) result += String.fromCharCode(this.readInt8(this.position_ + constants_js_1.SIZEOF_INT + i));
			return result;
		}
		__offset(bb_pos, vtable_offset) {
			const vtable = bb_pos - this.readInt32(bb_pos);
			return vtable_offset < this.readInt16(vtable) ? this.readInt16(vtable + vtable_offset) : 0;
		}
		__union(t, offset) {
			t.bb_pos = offset + this.readInt32(offset);
			t.bb = this;
			return t;
		}
		__string(offset, opt_encoding) {
			offset += this.readInt32(offset);
			const length = this.readInt32(offset);
			offset += constants_js_1.SIZEOF_INT;
			const utf8bytes = this.bytes_.subarray(offset, offset + length);
			if (opt_encoding === encoding_js_1.Encoding.UTF8_BYTES) return utf8bytes;
			else return this.text_decoder_.decode(utf8bytes);
		}
		__union_with_string(o, offset) {
			if (typeof o === "string") return this.__string(offset);
			return this.__union(o, offset);
		}
		__indirect(offset) {
			return offset + this.readInt32(offset);
		}
		__vector(offset) {
			return offset + this.readInt32(offset) + constants_js_1.SIZEOF_INT;
		}
		__vector_len(offset) {
			return this.readInt32(offset + this.readInt32(offset));
		}
		__has_identifier(ident) {
			if (ident.length != constants_js_1.FILE_IDENTIFIER_LENGTH) throw new Error("FlatBuffers: file identifier must be length " + constants_js_1.FILE_IDENTIFIER_LENGTH);
			for (let i = 0; i < constants_js_1.FILE_IDENTIFIER_LENGTH; i++) if (ident.charCodeAt(i) != this.readInt8(this.position() + constants_js_1.SIZEOF_INT + i)) return false;
			return true;
		}
		createScalarList(listAccessor, listLength) {
			const ret = [];
			for (let i = 0; i < listLength; ++i) {
				const val = listAccessor(i);
				if (val !== null) ret.push(val);
			}
			return ret;
		}
		createObjList(listAccessor, listLength) {
			const ret = [];
			for (let i = 0; i < listLength; ++i) {
				const val = listAccessor(i);
				if (val !== null) ret.push(val.unpack());
			}
			return ret;
		}
	};
}));
// node_modules/flatbuffers/js/builder.js
var require_builder = __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Builder = void 0;
	const byte_buffer_js_1 = require_byte_buffer();
	const constants_js_1 = require_constants();
	exports.Builder = class Builder {
		constructor(opt_initial_size) {
			this.minalign = 1;
			this.vtable = null;
			this.vtable_in_use = 0;
			this.isNested = false;
			this.object_start = 0;
			this.vtables = [];
			this.vector_num_elems = 0;
			this.force_defaults = false;
			this.string_maps = null;
			this.text_encoder = new TextEncoder();
			let initial_size;
			if (!opt_initial_size) initial_size = 1024;
			else initial_size = opt_initial_size;
			this.bb = byte_buffer_js_1.ByteBuffer.allocate(initial_size);
			this.space = initial_size;
		}
		clear() {
			this.bb.clear();
			this.space = this.bb.capacity();
			this.minalign = 1;
			this.vtable = null;
			this.vtable_in_use = 0;
			this.isNested = false;
			this.object_start = 0;
			this.vtables = [];
			this.vector_num_elems = 0;
			this.force_defaults = false;
			this.string_maps = null;
		}
		forceDefaults(forceDefaults) {
			this.force_defaults = forceDefaults;
		}
		dataBuffer() {
			return this.bb;
		}
		asUint8Array() {
			return this.bb.bytes().subarray(this.bb.position(), this.bb.position() + this.offset());
		}
		prep(size, additional_bytes) {
			if (size > this.minalign) this.minalign = size;
			const align_size = ~(this.bb.capacity() - this.space + additional_bytes) + 1 & size - 1;
			while (this.space < align_size + size + additional_bytes) {
				const old_buf_size = this.bb.capacity();
				this.bb = Builder.growByteBuffer(this.bb);
				this.space += this.bb.capacity() - old_buf_size;
			}
			this.pad(align_size);
		}
		pad(byte_size) {
			for (let i = 0; i < byte_size; i++) this.bb.writeInt8(--this.space, 0);
		}
		writeInt8(value) {
			this.bb.writeInt8(this.space -= 1, value);
		}
		writeInt16(value) {
			this.bb.writeInt16(this.space -= 2, value);
		}
		writeInt32(value) {
			this.bb.writeInt32(this.space -= 4, value);
		}
		writeInt64(value) {
			this.bb.writeInt64(this.space -= 8, value);
		}
		writeFloat32(value) {
			this.bb.writeFloat32(this.space -= 4, value);
		}
		writeFloat64(value) {
			this.bb.writeFloat64(this.space -= 8, value);
		}
		addInt8(value) {
			this.prep(1, 0);
			this.writeInt8(value);
		}
		addInt16(value) {
			this.prep(2, 0);
			this.writeInt16(value);
		}
		addInt32(value) {
			this.prep(4, 0);
			this.writeInt32(value);
		}
		addInt64(value) {
			this.prep(8, 0);
			this.writeInt64(value);
		}
		addFloat32(value) {
			this.prep(4, 0);
			this.writeFloat32(value);
		}
		addFloat64(value) {
			this.prep(8, 0);
			this.writeFloat64(value);
		}
		addFieldInt8(voffset, value, defaultValue) {
			if (this.force_defaults || value != defaultValue) {
				this.addInt8(value);
				this.slot(voffset);
			}
		}
		addFieldInt16(voffset, value, defaultValue) {
			if (this.force_defaults || value != defaultValue) {
				this.addInt16(value);
				this.slot(voffset);
			}
		}
		addFieldInt32(voffset, value, defaultValue) {
			if (this.force_defaults || value != defaultValue) {
				this.addInt32(value);
				this.slot(voffset);
			}
		}
		addFieldInt64(voffset, value, defaultValue) {
			if (this.force_defaults || value !== defaultValue) {
				this.addInt64(value);
				this.slot(voffset);
			}
		}
		addFieldFloat32(voffset, value, defaultValue) {
			if (this.force_defaults || value != defaultValue) {
				this.addFloat32(value);
				this.slot(voffset);
			}
		}
		addFieldFloat64(voffset, value, defaultValue) {
			if (this.force_defaults || value != defaultValue) {
				this.addFloat64(value);
				this.slot(voffset);
			}
		}
		addFieldOffset(voffset, value, defaultValue) {
			if (this.force_defaults || value != defaultValue) {
				this.addOffset(value);
				this.slot(voffset);
			}
		}
		addFieldStruct(voffset, value, defaultValue) {
			if (value != defaultValue) {
				this.nested(value);
				this.slot(voffset);
			}
		}
		nested(obj) {
			if (obj != this.offset()) throw new TypeError("FlatBuffers: struct must be serialized inline.");
		}
		notNested() {
			if (this.isNested) throw new TypeError("FlatBuffers: object serialization must not be nested.");
		}
		slot(voffset) {
			if (this.vtable !== null) this.vtable[voffset] = this.offset();
		}
		offset() {
			return this.bb.capacity() - this.space;
		}
		static growByteBuffer(bb) {
			const old_buf_size = bb.capacity();
			if (old_buf_size & 3221225472) throw new Error("FlatBuffers: cannot grow buffer beyond 2 gigabytes.");
			const new_buf_size = old_buf_size << 1;
			const nbb = byte_buffer_js_1.ByteBuffer.allocate(new_buf_size);
			nbb.setPosition(new_buf_size - old_buf_size);
			nbb.bytes().set(bb.bytes(), new_buf_size - old_buf_size);
			return nbb;
		}
		addOffset(offset) {
			this.prep(constants_js_1.SIZEOF_INT, 0);
			this.writeInt32(this.offset() - offset + constants_js_1.SIZEOF_INT);
		}
		startObject(numfields) {
			this.notNested();
			if (this.vtable == null) this.vtable = [];
			this.vtable_in_use = numfields;
			for (let i = 0; i < numfields; i++) this.vtable[i] = 0;
			this.isNested = true;
			this.object_start = this.offset();
		}
		endObject() {
			if (this.vtable == null || !this.isNested) throw new Error("FlatBuffers: endObject called without startObject");
			this.addInt32(0);
			const vtableloc = this.offset();
			let i = this.vtable_in_use - 1;
			for (; i >= 0 && this.vtable[i] == 0; i--);
			const trimmed_size = i + 1;
			for (; i >= 0; i--) this.addInt16(this.vtable[i] != 0 ? vtableloc - this.vtable[i] : 0);
			const standard_fields = 2;
			this.addInt16(vtableloc - this.object_start);
			const len = (trimmed_size + standard_fields) * constants_js_1.SIZEOF_SHORT;
			this.addInt16(len);
			let existing_vtable = 0;
			const vt1 = this.space;
			outer_loop: for (i = 0; i < this.vtables.length; i++) {
				const vt2 = this.bb.capacity() - this.vtables[i];
				if (len == this.bb.readInt16(vt2)) {
					for (let j = constants_js_1.SIZEOF_SHORT; j < len; j += constants_js_1.SIZEOF_SHORT) if (this.bb.readInt16(vt1 + j) != this.bb.readInt16(vt2 + j)) continue outer_loop;
					existing_vtable = this.vtables[i];
					break;
				}
			}
			if (existing_vtable) {
				this.space = this.bb.capacity() - vtableloc;
				this.bb.writeInt32(this.space, existing_vtable - vtableloc);
			} else {
				this.vtables.push(this.offset());
				this.bb.writeInt32(this.bb.capacity() - vtableloc, this.offset() - vtableloc);
			}
			this.isNested = false;
			return vtableloc;
		}
		finish(root_table, opt_file_identifier, opt_size_prefix) {
			const size_prefix = opt_size_prefix ? constants_js_1.SIZE_PREFIX_LENGTH : 0;
			if (opt_file_identifier) {
				const file_identifier = opt_file_identifier;
				this.prep(this.minalign, constants_js_1.SIZEOF_INT + constants_js_1.FILE_IDENTIFIER_LENGTH + size_prefix);
				if (file_identifier.length != constants_js_1.FILE_IDENTIFIER_LENGTH) throw new TypeError("FlatBuffers: file identifier must be length " + constants_js_1.FILE_IDENTIFIER_LENGTH);
				for (let i = constants_js_1.FILE_IDENTIFIER_LENGTH - 1; i >= 0; i--) this.writeInt8(file_identifier.charCodeAt(i));
			}
			this.prep(this.minalign, constants_js_1.SIZEOF_INT + size_prefix);
			this.addOffset(root_table);
			if (size_prefix) this.addInt32(this.bb.capacity() - this.space);
			this.bb.setPosition(this.space);
		}
		finishSizePrefixed(root_table, opt_file_identifier) {
			this.finish(root_table, opt_file_identifier, true);
		}
		requiredField(table, field) {
			const table_start = this.bb.capacity() - table;
			const vtable_start = table_start - this.bb.readInt32(table_start);
			if (!(field < this.bb.readInt16(vtable_start) && this.bb.readInt16(vtable_start + field) != 0)) throw new TypeError("FlatBuffers: field " + field + " must be set");
		}
		startVector(elem_size, num_elems, alignment) {
			this.notNested();
			this.vector_num_elems = num_elems;
			this.prep(constants_js_1.SIZEOF_INT, elem_size * num_elems);
			this.prep(alignment, elem_size * num_elems);
		}
		endVector() {
			this.writeInt32(this.vector_num_elems);
			return this.offset();
		}
		createSharedString(s) {
			if (!s) return 0;
			if (!this.string_maps) this.string_maps = new Map();
			if (this.string_maps.has(s)) return this.string_maps.get(s);
			const offset = this.createString(s);
			this.string_maps.set(s, offset);
			return offset;
		}
		createString(s) {
			if (s === null || s === void 0) return 0;
			let utf8;
			if (s instanceof Uint8Array) utf8 = s;
			else utf8 = this.text_encoder.encode(s);
			this.addInt8(0);
			this.startVector(1, utf8.length, 1);
			this.bb.setPosition(this.space -= utf8.length);
			this.bb.bytes().set(utf8, this.space);
			return this.endVector();
		}
		createByteVector(v) {
			if (v === null || v === void 0) return 0;
			this.startVector(1, v.length, 1);
			this.bb.setPosition(this.space -= v.length);
			this.bb.bytes().set(v, this.space);
			return this.endVector();
		}
		createObjectOffset(obj) {
			if (obj === null) return 0;
			if (typeof obj === "string") return this.createString(obj);
			else return obj.pack(this);
		}
		createObjectOffsetList(list) {
			const ret = [];
			for (let i = 0; i < list.length; ++i) {
				const val = list[i];
				if (val !== null) ret.push(this.createObjectOffset(val));
				else throw new TypeError("FlatBuffers: Argument for createObjectOffsetList cannot contain null.");
			}
			return ret;
		}
		createStructOffsetList(list, startFunc) {
			startFunc(this, list.length);
			this.createObjectOffsetList(list.slice().reverse());
			return this.endVector();
		}
	};
}));
// src/model/clone.ts
var import_flatbuffers = __toESM(__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Encoding = exports.ByteBuffer = exports.Builder = exports.isLittleEndian = exports.int32 = exports.float64 = exports.float32 = exports.SIZE_PREFIX_LENGTH = exports.SIZEOF_SHORT = exports.SIZEOF_INT = exports.FILE_IDENTIFIER_LENGTH = void 0;
	var constants_js_1 = require_constants();
	Object.defineProperty(exports, "FILE_IDENTIFIER_LENGTH", {
		enumerable: true,
		get: function() {
			return constants_js_1.FILE_IDENTIFIER_LENGTH;
		}
	});
	Object.defineProperty(exports, "SIZEOF_INT", {
		enumerable: true,
		get: function() {
			return constants_js_1.SIZEOF_INT;
		}
	});
	Object.defineProperty(exports, "SIZEOF_SHORT", {
		enumerable: true,
		get: function() {
			return constants_js_1.SIZEOF_SHORT;
		}
	});
	Object.defineProperty(exports, "SIZE_PREFIX_LENGTH", {
		enumerable: true,
		get: function() {
			return constants_js_1.SIZE_PREFIX_LENGTH;
		}
	});
	var utils_js_1 = require_utils();
	Object.defineProperty(exports, "float32", {
		enumerable: true,
		get: function() {
			return utils_js_1.float32;
		}
	});
	Object.defineProperty(exports, "float64", {
		enumerable: true,
		get: function() {
			return utils_js_1.float64;
		}
	});
	Object.defineProperty(exports, "int32", {
		enumerable: true,
		get: function() {
			return utils_js_1.int32;
		}
	});
	Object.defineProperty(exports, "isLittleEndian", {
		enumerable: true,
		get: function() {
			return utils_js_1.isLittleEndian;
		}
	});
	var builder_js_1 = require_builder();
	Object.defineProperty(exports, "Builder", {
		enumerable: true,
		get: function() {
			return builder_js_1.Builder;
		}
	});
	var byte_buffer_js_1 = require_byte_buffer();
	Object.defineProperty(exports, "ByteBuffer", {
		enumerable: true,
		get: function() {
			return byte_buffer_js_1.ByteBuffer;
		}
	});
	var encoding_js_1 = require_encoding();
	Object.defineProperty(exports, "Encoding", {
		enumerable: true,
		get: function() {
			return encoding_js_1.Encoding;
		}
	});
}))(), 1);
function cloneModel(model) {
	const twins = new Map();
	for (const { tensors } of model.subgraphs) for (const tensor of tensors) twins.set(tensor, cloneTensor(tensor));
	const twin = (tensor) => {
		const found = twins.get(tensor);
		if (!found) throw new Error(`tensor "${tensor.name}" is not in its subgraph's list of tensors`);
		return found;
	};
	for (const { quantization } of twins.values()) retarget(quantization, twin);
	const subgraphs = new Map(model.subgraphs.map((subgraph) => [subgraph, cloneSubgraph(subgraph, twin)]));
	return {
		...model,
		subgraphs: [...subgraphs.values()],
		signatures: model.signatures.map((signature) => cloneSignature(signature, subgraphs, twin)),
		metadata: model.metadata.map((entry) => ({ ...entry })),
		warnings: [...model.warnings],
		...model.unknownFields ? { unknownFields: [...model.unknownFields] } : {},
		...model.metadataBuffers ? { metadataBuffers: [...model.metadataBuffers] } : {}
	};
}
function cloneTensor(tensor) {
	return {
		...tensor,
		shape: [...tensor.shape],
		shapeSignature: tensor.shapeSignature && [...tensor.shapeSignature],
		quantization: tensor.quantization && cloneQuantization(tensor.quantization),
		sparsity: deepCopy(tensor.sparsity),
		variantTensors: tensor.variantTensors.map((variant) => ({
			...variant,
			shape: [...variant.shape]
		}))
	};
}
function cloneQuantization(quantization) {
	return {
		...quantization,
		scale: quantization.scale.slice(),
		zeroPoint: quantization.zeroPoint.slice(),
		min: quantization.min.slice(),
		max: quantization.max.slice(),
		details: quantization.details && { ...quantization.details }
	};
}
function retarget(quantization, twin) {
	const details = quantization?.details;
	if (!details || details.kind === "custom") return;
	details.scales = twin(details.scales);
	details.zeroPoints = details.zeroPoints && twin(details.zeroPoints);
	if (details.kind === "multi-axis") details.axes = [...details.axes];
}
function cloneSubgraph(subgraph, twin) {
	return {
		...subgraph,
		tensors: subgraph.tensors.map(twin),
		inputs: subgraph.inputs.map(twin),
		outputs: subgraph.outputs.map(twin),
		operators: subgraph.operators.map((operator) => cloneOperator(operator, twin))
	};
}
function cloneOperator(operator, twin) {
	return {
		...operator,
		inputs: operator.inputs.map((input) => input && twin(input)),
		outputs: operator.outputs.map(twin),
		intermediates: operator.intermediates.map(twin),
		options: cloneOptions(operator.options),
		mutatingVariableInputs: [...operator.mutatingVariableInputs]
	};
}
function cloneOptions(options) {
	return deepCopy(options);
}
function cloneSignature(signature, subgraphs, twin) {
	const entries = (list) => list.map(({ name, tensor }) => ({
		name,
		tensor: twin(tensor)
	}));
	const subgraph = subgraphs.get(signature.subgraph);
	if (!subgraph) throw new Error(`signature "${signature.key}" is of a subgraph that the model doesn't have`);
	return {
		...signature,
		subgraph,
		inputs: entries(signature.inputs),
		outputs: entries(signature.outputs)
	};
}
function deepCopy(value) {
	if (Array.isArray(value)) return value.map(deepCopy);
	if (value === null || typeof value !== "object") return value;
	const copy = Object.create(Object.getPrototypeOf(value));
	for (const [key, part] of Object.entries(value)) copy[key] = deepCopy(part);
	return copy;
}
// src/model/schema/generated/atan2options.ts
var ATan2Options = class ATan2Options {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsATan2Options(bb, obj) {
		return (obj || new ATan2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsATan2Options(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ATan2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startATan2Options(builder) {
		builder.startObject(0);
	}
	static endATan2Options(builder) {
		return builder.endObject();
	}
	static createATan2Options(builder) {
		ATan2Options.startATan2Options(builder);
		return ATan2Options.endATan2Options(builder);
	}
	unpack() {
		return new ATan2OptionsT();
	}
	unpackTo(_o) {}
};
var ATan2OptionsT = class {
	constructor() {}
	pack(builder) {
		return ATan2Options.createATan2Options(builder);
	}
};
// src/model/schema/generated/abs-options.ts
var AbsOptions = class AbsOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsAbsOptions(bb, obj) {
		return (obj || new AbsOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsAbsOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new AbsOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startAbsOptions(builder) {
		builder.startObject(0);
	}
	static endAbsOptions(builder) {
		return builder.endObject();
	}
	static createAbsOptions(builder) {
		AbsOptions.startAbsOptions(builder);
		return AbsOptions.endAbsOptions(builder);
	}
	unpack() {
		return new AbsOptionsT();
	}
	unpackTo(_o) {}
};
var AbsOptionsT = class {
	constructor() {}
	pack(builder) {
		return AbsOptions.createAbsOptions(builder);
	}
};
// src/model/schema/generated/activation-function-type.ts
let ActivationFunctionType = function(ActivationFunctionType) {
	ActivationFunctionType[ActivationFunctionType["NONE"] = 0] = "NONE";
	ActivationFunctionType[ActivationFunctionType["RELU"] = 1] = "RELU";
	ActivationFunctionType[ActivationFunctionType["RELU_N1_TO_1"] = 2] = "RELU_N1_TO_1";
	ActivationFunctionType[ActivationFunctionType["RELU6"] = 3] = "RELU6";
	ActivationFunctionType[ActivationFunctionType["TANH"] = 4] = "TANH";
	ActivationFunctionType[ActivationFunctionType["SIGN_BIT"] = 5] = "SIGN_BIT";
	return ActivationFunctionType;
}({});
// src/model/schema/generated/add-noptions.ts
var AddNOptions = class AddNOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsAddNOptions(bb, obj) {
		return (obj || new AddNOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsAddNOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new AddNOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startAddNOptions(builder) {
		builder.startObject(0);
	}
	static endAddNOptions(builder) {
		return builder.endObject();
	}
	static createAddNOptions(builder) {
		AddNOptions.startAddNOptions(builder);
		return AddNOptions.endAddNOptions(builder);
	}
	unpack() {
		return new AddNOptionsT();
	}
	unpackTo(_o) {}
};
var AddNOptionsT = class {
	constructor() {}
	pack(builder) {
		return AddNOptions.createAddNOptions(builder);
	}
};
// src/model/schema/generated/add-options.ts
var AddOptions = class AddOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsAddOptions(bb, obj) {
		return (obj || new AddOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsAddOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new AddOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	potScaleInt16() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : true;
	}
	static startAddOptions(builder) {
		builder.startObject(2);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static addPotScaleInt16(builder, potScaleInt16) {
		builder.addFieldInt8(1, +potScaleInt16, 1);
	}
	static endAddOptions(builder) {
		return builder.endObject();
	}
	static createAddOptions(builder, fusedActivationFunction, potScaleInt16) {
		AddOptions.startAddOptions(builder);
		AddOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		AddOptions.addPotScaleInt16(builder, potScaleInt16);
		return AddOptions.endAddOptions(builder);
	}
	unpack() {
		return new AddOptionsT(this.fusedActivationFunction(), this.potScaleInt16());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.potScaleInt16 = this.potScaleInt16();
	}
};
var AddOptionsT = class {
	fusedActivationFunction;
	potScaleInt16;
	constructor(fusedActivationFunction = 0, potScaleInt16 = true) {
		this.fusedActivationFunction = fusedActivationFunction;
		this.potScaleInt16 = potScaleInt16;
	}
	pack(builder) {
		return AddOptions.createAddOptions(builder, this.fusedActivationFunction, this.potScaleInt16);
	}
};
// src/model/schema/generated/tensor-type.ts
let TensorType = function(TensorType) {
	TensorType[TensorType["FLOAT32"] = 0] = "FLOAT32";
	TensorType[TensorType["FLOAT16"] = 1] = "FLOAT16";
	TensorType[TensorType["INT32"] = 2] = "INT32";
	TensorType[TensorType["UINT8"] = 3] = "UINT8";
	TensorType[TensorType["INT64"] = 4] = "INT64";
	TensorType[TensorType["STRING"] = 5] = "STRING";
	TensorType[TensorType["BOOL"] = 6] = "BOOL";
	TensorType[TensorType["INT16"] = 7] = "INT16";
	TensorType[TensorType["COMPLEX64"] = 8] = "COMPLEX64";
	TensorType[TensorType["INT8"] = 9] = "INT8";
	TensorType[TensorType["FLOAT64"] = 10] = "FLOAT64";
	TensorType[TensorType["COMPLEX128"] = 11] = "COMPLEX128";
	TensorType[TensorType["UINT64"] = 12] = "UINT64";
	TensorType[TensorType["RESOURCE"] = 13] = "RESOURCE";
	TensorType[TensorType["VARIANT"] = 14] = "VARIANT";
	TensorType[TensorType["UINT32"] = 15] = "UINT32";
	TensorType[TensorType["UINT16"] = 16] = "UINT16";
	TensorType[TensorType["INT4"] = 17] = "INT4";
	TensorType[TensorType["BFLOAT16"] = 18] = "BFLOAT16";
	TensorType[TensorType["INT2"] = 19] = "INT2";
	TensorType[TensorType["UINT4"] = 20] = "UINT4";
	TensorType[TensorType["FLOAT8_E4M3FN"] = 21] = "FLOAT8_E4M3FN";
	TensorType[TensorType["FLOAT8_E5M2"] = 22] = "FLOAT8_E5M2";
	return TensorType;
}({});
// src/model/schema/generated/arg-max-options.ts
var ArgMaxOptions = class ArgMaxOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsArgMaxOptions(bb, obj) {
		return (obj || new ArgMaxOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsArgMaxOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ArgMaxOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	outputType() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startArgMaxOptions(builder) {
		builder.startObject(1);
	}
	static addOutputType(builder, outputType) {
		builder.addFieldInt8(0, outputType, 0);
	}
	static endArgMaxOptions(builder) {
		return builder.endObject();
	}
	static createArgMaxOptions(builder, outputType) {
		ArgMaxOptions.startArgMaxOptions(builder);
		ArgMaxOptions.addOutputType(builder, outputType);
		return ArgMaxOptions.endArgMaxOptions(builder);
	}
	unpack() {
		return new ArgMaxOptionsT(this.outputType());
	}
	unpackTo(_o) {
		_o.outputType = this.outputType();
	}
};
var ArgMaxOptionsT = class {
	outputType;
	constructor(outputType = 0) {
		this.outputType = outputType;
	}
	pack(builder) {
		return ArgMaxOptions.createArgMaxOptions(builder, this.outputType);
	}
};
// src/model/schema/generated/arg-min-options.ts
var ArgMinOptions = class ArgMinOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsArgMinOptions(bb, obj) {
		return (obj || new ArgMinOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsArgMinOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ArgMinOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	outputType() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startArgMinOptions(builder) {
		builder.startObject(1);
	}
	static addOutputType(builder, outputType) {
		builder.addFieldInt8(0, outputType, 0);
	}
	static endArgMinOptions(builder) {
		return builder.endObject();
	}
	static createArgMinOptions(builder, outputType) {
		ArgMinOptions.startArgMinOptions(builder);
		ArgMinOptions.addOutputType(builder, outputType);
		return ArgMinOptions.endArgMinOptions(builder);
	}
	unpack() {
		return new ArgMinOptionsT(this.outputType());
	}
	unpackTo(_o) {
		_o.outputType = this.outputType();
	}
};
var ArgMinOptionsT = class {
	outputType;
	constructor(outputType = 0) {
		this.outputType = outputType;
	}
	pack(builder) {
		return ArgMinOptions.createArgMinOptions(builder, this.outputType);
	}
};
// src/model/schema/generated/assign-variable-options.ts
var AssignVariableOptions = class AssignVariableOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsAssignVariableOptions(bb, obj) {
		return (obj || new AssignVariableOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsAssignVariableOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new AssignVariableOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startAssignVariableOptions(builder) {
		builder.startObject(0);
	}
	static endAssignVariableOptions(builder) {
		return builder.endObject();
	}
	static createAssignVariableOptions(builder) {
		AssignVariableOptions.startAssignVariableOptions(builder);
		return AssignVariableOptions.endAssignVariableOptions(builder);
	}
	unpack() {
		return new AssignVariableOptionsT();
	}
	unpackTo(_o) {}
};
var AssignVariableOptionsT = class {
	constructor() {}
	pack(builder) {
		return AssignVariableOptions.createAssignVariableOptions(builder);
	}
};
// src/model/schema/generated/batch-mat-mul-options.ts
var BatchMatMulOptions = class BatchMatMulOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBatchMatMulOptions(bb, obj) {
		return (obj || new BatchMatMulOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBatchMatMulOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new BatchMatMulOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	adjX() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	adjY() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	asymmetricQuantizeInputs() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startBatchMatMulOptions(builder) {
		builder.startObject(3);
	}
	static addAdjX(builder, adjX) {
		builder.addFieldInt8(0, +adjX, 0);
	}
	static addAdjY(builder, adjY) {
		builder.addFieldInt8(1, +adjY, 0);
	}
	static addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs) {
		builder.addFieldInt8(2, +asymmetricQuantizeInputs, 0);
	}
	static endBatchMatMulOptions(builder) {
		return builder.endObject();
	}
	static createBatchMatMulOptions(builder, adjX, adjY, asymmetricQuantizeInputs) {
		BatchMatMulOptions.startBatchMatMulOptions(builder);
		BatchMatMulOptions.addAdjX(builder, adjX);
		BatchMatMulOptions.addAdjY(builder, adjY);
		BatchMatMulOptions.addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs);
		return BatchMatMulOptions.endBatchMatMulOptions(builder);
	}
	unpack() {
		return new BatchMatMulOptionsT(this.adjX(), this.adjY(), this.asymmetricQuantizeInputs());
	}
	unpackTo(_o) {
		_o.adjX = this.adjX();
		_o.adjY = this.adjY();
		_o.asymmetricQuantizeInputs = this.asymmetricQuantizeInputs();
	}
};
var BatchMatMulOptionsT = class {
	adjX;
	adjY;
	asymmetricQuantizeInputs;
	constructor(adjX = false, adjY = false, asymmetricQuantizeInputs = false) {
		this.adjX = adjX;
		this.adjY = adjY;
		this.asymmetricQuantizeInputs = asymmetricQuantizeInputs;
	}
	pack(builder) {
		return BatchMatMulOptions.createBatchMatMulOptions(builder, this.adjX, this.adjY, this.asymmetricQuantizeInputs);
	}
};
// src/model/schema/generated/batch-to-space-ndoptions.ts
var BatchToSpaceNDOptions = class BatchToSpaceNDOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBatchToSpaceNDOptions(bb, obj) {
		return (obj || new BatchToSpaceNDOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBatchToSpaceNDOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new BatchToSpaceNDOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startBatchToSpaceNDOptions(builder) {
		builder.startObject(0);
	}
	static endBatchToSpaceNDOptions(builder) {
		return builder.endObject();
	}
	static createBatchToSpaceNDOptions(builder) {
		BatchToSpaceNDOptions.startBatchToSpaceNDOptions(builder);
		return BatchToSpaceNDOptions.endBatchToSpaceNDOptions(builder);
	}
	unpack() {
		return new BatchToSpaceNDOptionsT();
	}
	unpackTo(_o) {}
};
var BatchToSpaceNDOptionsT = class {
	constructor() {}
	pack(builder) {
		return BatchToSpaceNDOptions.createBatchToSpaceNDOptions(builder);
	}
};
// src/model/schema/generated/bidirectional-sequence-lstmoptions.ts
var BidirectionalSequenceLSTMOptions = class BidirectionalSequenceLSTMOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBidirectionalSequenceLSTMOptions(bb, obj) {
		return (obj || new BidirectionalSequenceLSTMOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBidirectionalSequenceLSTMOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new BidirectionalSequenceLSTMOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	cellClip() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	projClip() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	mergeOutputs() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	timeMajor() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : true;
	}
	asymmetricQuantizeInputs() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startBidirectionalSequenceLSTMOptions(builder) {
		builder.startObject(6);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static addCellClip(builder, cellClip) {
		builder.addFieldFloat32(1, cellClip, 0);
	}
	static addProjClip(builder, projClip) {
		builder.addFieldFloat32(2, projClip, 0);
	}
	static addMergeOutputs(builder, mergeOutputs) {
		builder.addFieldInt8(3, +mergeOutputs, 0);
	}
	static addTimeMajor(builder, timeMajor) {
		builder.addFieldInt8(4, +timeMajor, 1);
	}
	static addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs) {
		builder.addFieldInt8(5, +asymmetricQuantizeInputs, 0);
	}
	static endBidirectionalSequenceLSTMOptions(builder) {
		return builder.endObject();
	}
	static createBidirectionalSequenceLSTMOptions(builder, fusedActivationFunction, cellClip, projClip, mergeOutputs, timeMajor, asymmetricQuantizeInputs) {
		BidirectionalSequenceLSTMOptions.startBidirectionalSequenceLSTMOptions(builder);
		BidirectionalSequenceLSTMOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		BidirectionalSequenceLSTMOptions.addCellClip(builder, cellClip);
		BidirectionalSequenceLSTMOptions.addProjClip(builder, projClip);
		BidirectionalSequenceLSTMOptions.addMergeOutputs(builder, mergeOutputs);
		BidirectionalSequenceLSTMOptions.addTimeMajor(builder, timeMajor);
		BidirectionalSequenceLSTMOptions.addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs);
		return BidirectionalSequenceLSTMOptions.endBidirectionalSequenceLSTMOptions(builder);
	}
	unpack() {
		return new BidirectionalSequenceLSTMOptionsT(this.fusedActivationFunction(), this.cellClip(), this.projClip(), this.mergeOutputs(), this.timeMajor(), this.asymmetricQuantizeInputs());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.cellClip = this.cellClip();
		_o.projClip = this.projClip();
		_o.mergeOutputs = this.mergeOutputs();
		_o.timeMajor = this.timeMajor();
		_o.asymmetricQuantizeInputs = this.asymmetricQuantizeInputs();
	}
};
var BidirectionalSequenceLSTMOptionsT = class {
	fusedActivationFunction;
	cellClip;
	projClip;
	mergeOutputs;
	timeMajor;
	asymmetricQuantizeInputs;
	constructor(fusedActivationFunction = 0, cellClip = 0, projClip = 0, mergeOutputs = false, timeMajor = true, asymmetricQuantizeInputs = false) {
		this.fusedActivationFunction = fusedActivationFunction;
		this.cellClip = cellClip;
		this.projClip = projClip;
		this.mergeOutputs = mergeOutputs;
		this.timeMajor = timeMajor;
		this.asymmetricQuantizeInputs = asymmetricQuantizeInputs;
	}
	pack(builder) {
		return BidirectionalSequenceLSTMOptions.createBidirectionalSequenceLSTMOptions(builder, this.fusedActivationFunction, this.cellClip, this.projClip, this.mergeOutputs, this.timeMajor, this.asymmetricQuantizeInputs);
	}
};
// src/model/schema/generated/bidirectional-sequence-rnnoptions.ts
var BidirectionalSequenceRNNOptions = class BidirectionalSequenceRNNOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBidirectionalSequenceRNNOptions(bb, obj) {
		return (obj || new BidirectionalSequenceRNNOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBidirectionalSequenceRNNOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new BidirectionalSequenceRNNOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	timeMajor() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	mergeOutputs() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	asymmetricQuantizeInputs() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startBidirectionalSequenceRNNOptions(builder) {
		builder.startObject(4);
	}
	static addTimeMajor(builder, timeMajor) {
		builder.addFieldInt8(0, +timeMajor, 0);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(1, fusedActivationFunction, 0);
	}
	static addMergeOutputs(builder, mergeOutputs) {
		builder.addFieldInt8(2, +mergeOutputs, 0);
	}
	static addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs) {
		builder.addFieldInt8(3, +asymmetricQuantizeInputs, 0);
	}
	static endBidirectionalSequenceRNNOptions(builder) {
		return builder.endObject();
	}
	static createBidirectionalSequenceRNNOptions(builder, timeMajor, fusedActivationFunction, mergeOutputs, asymmetricQuantizeInputs) {
		BidirectionalSequenceRNNOptions.startBidirectionalSequenceRNNOptions(builder);
		BidirectionalSequenceRNNOptions.addTimeMajor(builder, timeMajor);
		BidirectionalSequenceRNNOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		BidirectionalSequenceRNNOptions.addMergeOutputs(builder, mergeOutputs);
		BidirectionalSequenceRNNOptions.addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs);
		return BidirectionalSequenceRNNOptions.endBidirectionalSequenceRNNOptions(builder);
	}
	unpack() {
		return new BidirectionalSequenceRNNOptionsT(this.timeMajor(), this.fusedActivationFunction(), this.mergeOutputs(), this.asymmetricQuantizeInputs());
	}
	unpackTo(_o) {
		_o.timeMajor = this.timeMajor();
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.mergeOutputs = this.mergeOutputs();
		_o.asymmetricQuantizeInputs = this.asymmetricQuantizeInputs();
	}
};
var BidirectionalSequenceRNNOptionsT = class {
	timeMajor;
	fusedActivationFunction;
	mergeOutputs;
	asymmetricQuantizeInputs;
	constructor(timeMajor = false, fusedActivationFunction = 0, mergeOutputs = false, asymmetricQuantizeInputs = false) {
		this.timeMajor = timeMajor;
		this.fusedActivationFunction = fusedActivationFunction;
		this.mergeOutputs = mergeOutputs;
		this.asymmetricQuantizeInputs = asymmetricQuantizeInputs;
	}
	pack(builder) {
		return BidirectionalSequenceRNNOptions.createBidirectionalSequenceRNNOptions(builder, this.timeMajor, this.fusedActivationFunction, this.mergeOutputs, this.asymmetricQuantizeInputs);
	}
};
// src/model/schema/generated/bitcast-options.ts
var BitcastOptions = class BitcastOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBitcastOptions(bb, obj) {
		return (obj || new BitcastOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBitcastOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new BitcastOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startBitcastOptions(builder) {
		builder.startObject(0);
	}
	static endBitcastOptions(builder) {
		return builder.endObject();
	}
	static createBitcastOptions(builder) {
		BitcastOptions.startBitcastOptions(builder);
		return BitcastOptions.endBitcastOptions(builder);
	}
	unpack() {
		return new BitcastOptionsT();
	}
	unpackTo(_o) {}
};
var BitcastOptionsT = class {
	constructor() {}
	pack(builder) {
		return BitcastOptions.createBitcastOptions(builder);
	}
};
// src/model/schema/generated/bitwise-xor-options.ts
var BitwiseXorOptions = class BitwiseXorOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBitwiseXorOptions(bb, obj) {
		return (obj || new BitwiseXorOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBitwiseXorOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new BitwiseXorOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startBitwiseXorOptions(builder) {
		builder.startObject(0);
	}
	static endBitwiseXorOptions(builder) {
		return builder.endObject();
	}
	static createBitwiseXorOptions(builder) {
		BitwiseXorOptions.startBitwiseXorOptions(builder);
		return BitwiseXorOptions.endBitwiseXorOptions(builder);
	}
	unpack() {
		return new BitwiseXorOptionsT();
	}
	unpackTo(_o) {}
};
var BitwiseXorOptionsT = class {
	constructor() {}
	pack(builder) {
		return BitwiseXorOptions.createBitwiseXorOptions(builder);
	}
};
// src/model/schema/generated/blockwise-quantization.ts
var BlockwiseQuantization = class BlockwiseQuantization {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBlockwiseQuantization(bb, obj) {
		return (obj || new BlockwiseQuantization()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBlockwiseQuantization(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new BlockwiseQuantization()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	scales() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	zeroPoints() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	blockSize() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startBlockwiseQuantization(builder) {
		builder.startObject(3);
	}
	static addScales(builder, scales) {
		builder.addFieldInt32(0, scales, 0);
	}
	static addZeroPoints(builder, zeroPoints) {
		builder.addFieldInt32(1, zeroPoints, 0);
	}
	static addBlockSize(builder, blockSize) {
		builder.addFieldInt32(2, blockSize, 0);
	}
	static endBlockwiseQuantization(builder) {
		return builder.endObject();
	}
	static createBlockwiseQuantization(builder, scales, zeroPoints, blockSize) {
		BlockwiseQuantization.startBlockwiseQuantization(builder);
		BlockwiseQuantization.addScales(builder, scales);
		BlockwiseQuantization.addZeroPoints(builder, zeroPoints);
		BlockwiseQuantization.addBlockSize(builder, blockSize);
		return BlockwiseQuantization.endBlockwiseQuantization(builder);
	}
	unpack() {
		return new BlockwiseQuantizationT(this.scales(), this.zeroPoints(), this.blockSize());
	}
	unpackTo(_o) {
		_o.scales = this.scales();
		_o.zeroPoints = this.zeroPoints();
		_o.blockSize = this.blockSize();
	}
};
var BlockwiseQuantizationT = class {
	scales;
	zeroPoints;
	blockSize;
	constructor(scales = 0, zeroPoints = 0, blockSize = 0) {
		this.scales = scales;
		this.zeroPoints = zeroPoints;
		this.blockSize = blockSize;
	}
	pack(builder) {
		return BlockwiseQuantization.createBlockwiseQuantization(builder, this.scales, this.zeroPoints, this.blockSize);
	}
};
// src/model/schema/generated/broadcast-to-options.ts
var BroadcastToOptions = class BroadcastToOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBroadcastToOptions(bb, obj) {
		return (obj || new BroadcastToOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBroadcastToOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new BroadcastToOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startBroadcastToOptions(builder) {
		builder.startObject(0);
	}
	static endBroadcastToOptions(builder) {
		return builder.endObject();
	}
	static createBroadcastToOptions(builder) {
		BroadcastToOptions.startBroadcastToOptions(builder);
		return BroadcastToOptions.endBroadcastToOptions(builder);
	}
	unpack() {
		return new BroadcastToOptionsT();
	}
	unpackTo(_o) {}
};
var BroadcastToOptionsT = class {
	constructor() {}
	pack(builder) {
		return BroadcastToOptions.createBroadcastToOptions(builder);
	}
};
// src/model/schema/generated/bucketize-options.ts
var BucketizeOptions = class BucketizeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBucketizeOptions(bb, obj) {
		return (obj || new BucketizeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBucketizeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new BucketizeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	boundaries(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readFloat32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	boundariesLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	boundariesArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Float32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startBucketizeOptions(builder) {
		builder.startObject(1);
	}
	static addBoundaries(builder, boundariesOffset) {
		builder.addFieldOffset(0, boundariesOffset, 0);
	}
	static createBoundariesVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addFloat32(data[i]);
		return builder.endVector();
	}
	static startBoundariesVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endBucketizeOptions(builder) {
		return builder.endObject();
	}
	static createBucketizeOptions(builder, boundariesOffset) {
		BucketizeOptions.startBucketizeOptions(builder);
		BucketizeOptions.addBoundaries(builder, boundariesOffset);
		return BucketizeOptions.endBucketizeOptions(builder);
	}
	unpack() {
		return new BucketizeOptionsT(this.bb.createScalarList(this.boundaries.bind(this), this.boundariesLength()));
	}
	unpackTo(_o) {
		_o.boundaries = this.bb.createScalarList(this.boundaries.bind(this), this.boundariesLength());
	}
};
var BucketizeOptionsT = class {
	boundaries;
	constructor(boundaries = []) {
		this.boundaries = boundaries;
	}
	pack(builder) {
		const boundaries = BucketizeOptions.createBoundariesVector(builder, this.boundaries);
		return BucketizeOptions.createBucketizeOptions(builder, boundaries);
	}
};
// src/model/schema/generated/buffer.ts
var Buffer$1 = class Buffer$1 {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsBuffer(bb, obj) {
		return (obj || new Buffer$1()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsBuffer(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Buffer$1()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	data(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readUint8(this.bb.__vector(this.bb_pos + offset) + index) : 0;
	}
	dataLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	dataArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Uint8Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	offset() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readUint64(this.bb_pos + offset) : BigInt("0");
	}
	size() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readUint64(this.bb_pos + offset) : BigInt("0");
	}
	static startBuffer(builder) {
		builder.startObject(3);
	}
	static addData(builder, dataOffset) {
		builder.addFieldOffset(0, dataOffset, 0);
	}
	static createDataVector(builder, data) {
		builder.startVector(1, data.length, 1);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt8(data[i]);
		return builder.endVector();
	}
	static startDataVector(builder, numElems) {
		builder.startVector(1, numElems, 1);
	}
	static addOffset(builder, offset) {
		builder.addFieldInt64(1, offset, BigInt("0"));
	}
	static addSize(builder, size) {
		builder.addFieldInt64(2, size, BigInt("0"));
	}
	static endBuffer(builder) {
		return builder.endObject();
	}
	static createBuffer(builder, dataOffset, offset, size) {
		Buffer$1.startBuffer(builder);
		Buffer$1.addData(builder, dataOffset);
		Buffer$1.addOffset(builder, offset);
		Buffer$1.addSize(builder, size);
		return Buffer$1.endBuffer(builder);
	}
	unpack() {
		return new BufferT(this.bb.createScalarList(this.data.bind(this), this.dataLength()), this.offset(), this.size());
	}
	unpackTo(_o) {
		_o.data = this.bb.createScalarList(this.data.bind(this), this.dataLength());
		_o.offset = this.offset();
		_o.size = this.size();
	}
};
var BufferT = class {
	data;
	offset;
	size;
	constructor(data = [], offset = BigInt("0"), size = BigInt("0")) {
		this.data = data;
		this.offset = offset;
		this.size = size;
	}
	pack(builder) {
		const data = Buffer$1.createDataVector(builder, this.data);
		return Buffer$1.createBuffer(builder, data, this.offset, this.size);
	}
};
// src/model/schema/generated/builtin-operator.ts
let BuiltinOperator = function(BuiltinOperator) {
	BuiltinOperator[BuiltinOperator["ADD"] = 0] = "ADD";
	BuiltinOperator[BuiltinOperator["AVERAGE_POOL_2D"] = 1] = "AVERAGE_POOL_2D";
	BuiltinOperator[BuiltinOperator["CONCATENATION"] = 2] = "CONCATENATION";
	BuiltinOperator[BuiltinOperator["CONV_2D"] = 3] = "CONV_2D";
	BuiltinOperator[BuiltinOperator["DEPTHWISE_CONV_2D"] = 4] = "DEPTHWISE_CONV_2D";
	BuiltinOperator[BuiltinOperator["DEPTH_TO_SPACE"] = 5] = "DEPTH_TO_SPACE";
	BuiltinOperator[BuiltinOperator["DEQUANTIZE"] = 6] = "DEQUANTIZE";
	BuiltinOperator[BuiltinOperator["EMBEDDING_LOOKUP"] = 7] = "EMBEDDING_LOOKUP";
	BuiltinOperator[BuiltinOperator["FLOOR"] = 8] = "FLOOR";
	BuiltinOperator[BuiltinOperator["FULLY_CONNECTED"] = 9] = "FULLY_CONNECTED";
	BuiltinOperator[BuiltinOperator["HASHTABLE_LOOKUP"] = 10] = "HASHTABLE_LOOKUP";
	BuiltinOperator[BuiltinOperator["L2_NORMALIZATION"] = 11] = "L2_NORMALIZATION";
	BuiltinOperator[BuiltinOperator["L2_POOL_2D"] = 12] = "L2_POOL_2D";
	BuiltinOperator[BuiltinOperator["LOCAL_RESPONSE_NORMALIZATION"] = 13] = "LOCAL_RESPONSE_NORMALIZATION";
	BuiltinOperator[BuiltinOperator["LOGISTIC"] = 14] = "LOGISTIC";
	BuiltinOperator[BuiltinOperator["LSH_PROJECTION"] = 15] = "LSH_PROJECTION";
	BuiltinOperator[BuiltinOperator["LSTM"] = 16] = "LSTM";
	BuiltinOperator[BuiltinOperator["MAX_POOL_2D"] = 17] = "MAX_POOL_2D";
	BuiltinOperator[BuiltinOperator["MUL"] = 18] = "MUL";
	BuiltinOperator[BuiltinOperator["RELU"] = 19] = "RELU";
	BuiltinOperator[BuiltinOperator["RELU_N1_TO_1"] = 20] = "RELU_N1_TO_1";
	BuiltinOperator[BuiltinOperator["RELU6"] = 21] = "RELU6";
	BuiltinOperator[BuiltinOperator["RESHAPE"] = 22] = "RESHAPE";
	BuiltinOperator[BuiltinOperator["RESIZE_BILINEAR"] = 23] = "RESIZE_BILINEAR";
	BuiltinOperator[BuiltinOperator["RNN"] = 24] = "RNN";
	BuiltinOperator[BuiltinOperator["SOFTMAX"] = 25] = "SOFTMAX";
	BuiltinOperator[BuiltinOperator["SPACE_TO_DEPTH"] = 26] = "SPACE_TO_DEPTH";
	BuiltinOperator[BuiltinOperator["SVDF"] = 27] = "SVDF";
	BuiltinOperator[BuiltinOperator["TANH"] = 28] = "TANH";
	BuiltinOperator[BuiltinOperator["CONCAT_EMBEDDINGS"] = 29] = "CONCAT_EMBEDDINGS";
	BuiltinOperator[BuiltinOperator["SKIP_GRAM"] = 30] = "SKIP_GRAM";
	BuiltinOperator[BuiltinOperator["CALL"] = 31] = "CALL";
	BuiltinOperator[BuiltinOperator["CUSTOM"] = 32] = "CUSTOM";
	BuiltinOperator[BuiltinOperator["EMBEDDING_LOOKUP_SPARSE"] = 33] = "EMBEDDING_LOOKUP_SPARSE";
	BuiltinOperator[BuiltinOperator["PAD"] = 34] = "PAD";
	BuiltinOperator[BuiltinOperator["UNIDIRECTIONAL_SEQUENCE_RNN"] = 35] = "UNIDIRECTIONAL_SEQUENCE_RNN";
	BuiltinOperator[BuiltinOperator["GATHER"] = 36] = "GATHER";
	BuiltinOperator[BuiltinOperator["BATCH_TO_SPACE_ND"] = 37] = "BATCH_TO_SPACE_ND";
	BuiltinOperator[BuiltinOperator["SPACE_TO_BATCH_ND"] = 38] = "SPACE_TO_BATCH_ND";
	BuiltinOperator[BuiltinOperator["TRANSPOSE"] = 39] = "TRANSPOSE";
	BuiltinOperator[BuiltinOperator["MEAN"] = 40] = "MEAN";
	BuiltinOperator[BuiltinOperator["SUB"] = 41] = "SUB";
	BuiltinOperator[BuiltinOperator["DIV"] = 42] = "DIV";
	BuiltinOperator[BuiltinOperator["SQUEEZE"] = 43] = "SQUEEZE";
	BuiltinOperator[BuiltinOperator["UNIDIRECTIONAL_SEQUENCE_LSTM"] = 44] = "UNIDIRECTIONAL_SEQUENCE_LSTM";
	BuiltinOperator[BuiltinOperator["STRIDED_SLICE"] = 45] = "STRIDED_SLICE";
	BuiltinOperator[BuiltinOperator["BIDIRECTIONAL_SEQUENCE_RNN"] = 46] = "BIDIRECTIONAL_SEQUENCE_RNN";
	BuiltinOperator[BuiltinOperator["EXP"] = 47] = "EXP";
	BuiltinOperator[BuiltinOperator["TOPK_V2"] = 48] = "TOPK_V2";
	BuiltinOperator[BuiltinOperator["SPLIT"] = 49] = "SPLIT";
	BuiltinOperator[BuiltinOperator["LOG_SOFTMAX"] = 50] = "LOG_SOFTMAX";
	BuiltinOperator[BuiltinOperator["DELEGATE"] = 51] = "DELEGATE";
	BuiltinOperator[BuiltinOperator["BIDIRECTIONAL_SEQUENCE_LSTM"] = 52] = "BIDIRECTIONAL_SEQUENCE_LSTM";
	BuiltinOperator[BuiltinOperator["CAST"] = 53] = "CAST";
	BuiltinOperator[BuiltinOperator["PRELU"] = 54] = "PRELU";
	BuiltinOperator[BuiltinOperator["MAXIMUM"] = 55] = "MAXIMUM";
	BuiltinOperator[BuiltinOperator["ARG_MAX"] = 56] = "ARG_MAX";
	BuiltinOperator[BuiltinOperator["MINIMUM"] = 57] = "MINIMUM";
	BuiltinOperator[BuiltinOperator["LESS"] = 58] = "LESS";
	BuiltinOperator[BuiltinOperator["NEG"] = 59] = "NEG";
	BuiltinOperator[BuiltinOperator["PADV2"] = 60] = "PADV2";
	BuiltinOperator[BuiltinOperator["GREATER"] = 61] = "GREATER";
	BuiltinOperator[BuiltinOperator["GREATER_EQUAL"] = 62] = "GREATER_EQUAL";
	BuiltinOperator[BuiltinOperator["LESS_EQUAL"] = 63] = "LESS_EQUAL";
	BuiltinOperator[BuiltinOperator["SELECT"] = 64] = "SELECT";
	BuiltinOperator[BuiltinOperator["SLICE"] = 65] = "SLICE";
	BuiltinOperator[BuiltinOperator["SIN"] = 66] = "SIN";
	BuiltinOperator[BuiltinOperator["TRANSPOSE_CONV"] = 67] = "TRANSPOSE_CONV";
	BuiltinOperator[BuiltinOperator["SPARSE_TO_DENSE"] = 68] = "SPARSE_TO_DENSE";
	BuiltinOperator[BuiltinOperator["TILE"] = 69] = "TILE";
	BuiltinOperator[BuiltinOperator["EXPAND_DIMS"] = 70] = "EXPAND_DIMS";
	BuiltinOperator[BuiltinOperator["EQUAL"] = 71] = "EQUAL";
	BuiltinOperator[BuiltinOperator["NOT_EQUAL"] = 72] = "NOT_EQUAL";
	BuiltinOperator[BuiltinOperator["LOG"] = 73] = "LOG";
	BuiltinOperator[BuiltinOperator["SUM"] = 74] = "SUM";
	BuiltinOperator[BuiltinOperator["SQRT"] = 75] = "SQRT";
	BuiltinOperator[BuiltinOperator["RSQRT"] = 76] = "RSQRT";
	BuiltinOperator[BuiltinOperator["SHAPE"] = 77] = "SHAPE";
	BuiltinOperator[BuiltinOperator["POW"] = 78] = "POW";
	BuiltinOperator[BuiltinOperator["ARG_MIN"] = 79] = "ARG_MIN";
	BuiltinOperator[BuiltinOperator["FAKE_QUANT"] = 80] = "FAKE_QUANT";
	BuiltinOperator[BuiltinOperator["REDUCE_PROD"] = 81] = "REDUCE_PROD";
	BuiltinOperator[BuiltinOperator["REDUCE_MAX"] = 82] = "REDUCE_MAX";
	BuiltinOperator[BuiltinOperator["PACK"] = 83] = "PACK";
	BuiltinOperator[BuiltinOperator["LOGICAL_OR"] = 84] = "LOGICAL_OR";
	BuiltinOperator[BuiltinOperator["ONE_HOT"] = 85] = "ONE_HOT";
	BuiltinOperator[BuiltinOperator["LOGICAL_AND"] = 86] = "LOGICAL_AND";
	BuiltinOperator[BuiltinOperator["LOGICAL_NOT"] = 87] = "LOGICAL_NOT";
	BuiltinOperator[BuiltinOperator["UNPACK"] = 88] = "UNPACK";
	BuiltinOperator[BuiltinOperator["REDUCE_MIN"] = 89] = "REDUCE_MIN";
	BuiltinOperator[BuiltinOperator["FLOOR_DIV"] = 90] = "FLOOR_DIV";
	BuiltinOperator[BuiltinOperator["REDUCE_ANY"] = 91] = "REDUCE_ANY";
	BuiltinOperator[BuiltinOperator["SQUARE"] = 92] = "SQUARE";
	BuiltinOperator[BuiltinOperator["ZEROS_LIKE"] = 93] = "ZEROS_LIKE";
	BuiltinOperator[BuiltinOperator["FILL"] = 94] = "FILL";
	BuiltinOperator[BuiltinOperator["FLOOR_MOD"] = 95] = "FLOOR_MOD";
	BuiltinOperator[BuiltinOperator["RANGE"] = 96] = "RANGE";
	BuiltinOperator[BuiltinOperator["RESIZE_NEAREST_NEIGHBOR"] = 97] = "RESIZE_NEAREST_NEIGHBOR";
	BuiltinOperator[BuiltinOperator["LEAKY_RELU"] = 98] = "LEAKY_RELU";
	BuiltinOperator[BuiltinOperator["SQUARED_DIFFERENCE"] = 99] = "SQUARED_DIFFERENCE";
	BuiltinOperator[BuiltinOperator["MIRROR_PAD"] = 100] = "MIRROR_PAD";
	BuiltinOperator[BuiltinOperator["ABS"] = 101] = "ABS";
	BuiltinOperator[BuiltinOperator["SPLIT_V"] = 102] = "SPLIT_V";
	BuiltinOperator[BuiltinOperator["UNIQUE"] = 103] = "UNIQUE";
	BuiltinOperator[BuiltinOperator["CEIL"] = 104] = "CEIL";
	BuiltinOperator[BuiltinOperator["REVERSE_V2"] = 105] = "REVERSE_V2";
	BuiltinOperator[BuiltinOperator["ADD_N"] = 106] = "ADD_N";
	BuiltinOperator[BuiltinOperator["GATHER_ND"] = 107] = "GATHER_ND";
	BuiltinOperator[BuiltinOperator["COS"] = 108] = "COS";
	BuiltinOperator[BuiltinOperator["WHERE"] = 109] = "WHERE";
	BuiltinOperator[BuiltinOperator["RANK"] = 110] = "RANK";
	BuiltinOperator[BuiltinOperator["ELU"] = 111] = "ELU";
	BuiltinOperator[BuiltinOperator["REVERSE_SEQUENCE"] = 112] = "REVERSE_SEQUENCE";
	BuiltinOperator[BuiltinOperator["MATRIX_DIAG"] = 113] = "MATRIX_DIAG";
	BuiltinOperator[BuiltinOperator["QUANTIZE"] = 114] = "QUANTIZE";
	BuiltinOperator[BuiltinOperator["MATRIX_SET_DIAG"] = 115] = "MATRIX_SET_DIAG";
	BuiltinOperator[BuiltinOperator["ROUND"] = 116] = "ROUND";
	BuiltinOperator[BuiltinOperator["HARD_SWISH"] = 117] = "HARD_SWISH";
	BuiltinOperator[BuiltinOperator["IF"] = 118] = "IF";
	BuiltinOperator[BuiltinOperator["WHILE"] = 119] = "WHILE";
	BuiltinOperator[BuiltinOperator["NON_MAX_SUPPRESSION_V4"] = 120] = "NON_MAX_SUPPRESSION_V4";
	BuiltinOperator[BuiltinOperator["NON_MAX_SUPPRESSION_V5"] = 121] = "NON_MAX_SUPPRESSION_V5";
	BuiltinOperator[BuiltinOperator["SCATTER_ND"] = 122] = "SCATTER_ND";
	BuiltinOperator[BuiltinOperator["SELECT_V2"] = 123] = "SELECT_V2";
	BuiltinOperator[BuiltinOperator["DENSIFY"] = 124] = "DENSIFY";
	BuiltinOperator[BuiltinOperator["SEGMENT_SUM"] = 125] = "SEGMENT_SUM";
	BuiltinOperator[BuiltinOperator["BATCH_MATMUL"] = 126] = "BATCH_MATMUL";
	BuiltinOperator[BuiltinOperator["PLACEHOLDER_FOR_GREATER_OP_CODES"] = 127] = "PLACEHOLDER_FOR_GREATER_OP_CODES";
	BuiltinOperator[BuiltinOperator["CUMSUM"] = 128] = "CUMSUM";
	BuiltinOperator[BuiltinOperator["CALL_ONCE"] = 129] = "CALL_ONCE";
	BuiltinOperator[BuiltinOperator["BROADCAST_TO"] = 130] = "BROADCAST_TO";
	BuiltinOperator[BuiltinOperator["RFFT2D"] = 131] = "RFFT2D";
	BuiltinOperator[BuiltinOperator["CONV_3D"] = 132] = "CONV_3D";
	BuiltinOperator[BuiltinOperator["IMAG"] = 133] = "IMAG";
	BuiltinOperator[BuiltinOperator["REAL"] = 134] = "REAL";
	BuiltinOperator[BuiltinOperator["COMPLEX_ABS"] = 135] = "COMPLEX_ABS";
	BuiltinOperator[BuiltinOperator["HASHTABLE"] = 136] = "HASHTABLE";
	BuiltinOperator[BuiltinOperator["HASHTABLE_FIND"] = 137] = "HASHTABLE_FIND";
	BuiltinOperator[BuiltinOperator["HASHTABLE_IMPORT"] = 138] = "HASHTABLE_IMPORT";
	BuiltinOperator[BuiltinOperator["HASHTABLE_SIZE"] = 139] = "HASHTABLE_SIZE";
	BuiltinOperator[BuiltinOperator["REDUCE_ALL"] = 140] = "REDUCE_ALL";
	BuiltinOperator[BuiltinOperator["CONV_3D_TRANSPOSE"] = 141] = "CONV_3D_TRANSPOSE";
	BuiltinOperator[BuiltinOperator["VAR_HANDLE"] = 142] = "VAR_HANDLE";
	BuiltinOperator[BuiltinOperator["READ_VARIABLE"] = 143] = "READ_VARIABLE";
	BuiltinOperator[BuiltinOperator["ASSIGN_VARIABLE"] = 144] = "ASSIGN_VARIABLE";
	BuiltinOperator[BuiltinOperator["BROADCAST_ARGS"] = 145] = "BROADCAST_ARGS";
	BuiltinOperator[BuiltinOperator["RANDOM_STANDARD_NORMAL"] = 146] = "RANDOM_STANDARD_NORMAL";
	BuiltinOperator[BuiltinOperator["BUCKETIZE"] = 147] = "BUCKETIZE";
	BuiltinOperator[BuiltinOperator["RANDOM_UNIFORM"] = 148] = "RANDOM_UNIFORM";
	BuiltinOperator[BuiltinOperator["MULTINOMIAL"] = 149] = "MULTINOMIAL";
	BuiltinOperator[BuiltinOperator["GELU"] = 150] = "GELU";
	BuiltinOperator[BuiltinOperator["DYNAMIC_UPDATE_SLICE"] = 151] = "DYNAMIC_UPDATE_SLICE";
	BuiltinOperator[BuiltinOperator["RELU_0_TO_1"] = 152] = "RELU_0_TO_1";
	BuiltinOperator[BuiltinOperator["UNSORTED_SEGMENT_PROD"] = 153] = "UNSORTED_SEGMENT_PROD";
	BuiltinOperator[BuiltinOperator["UNSORTED_SEGMENT_MAX"] = 154] = "UNSORTED_SEGMENT_MAX";
	BuiltinOperator[BuiltinOperator["UNSORTED_SEGMENT_SUM"] = 155] = "UNSORTED_SEGMENT_SUM";
	BuiltinOperator[BuiltinOperator["ATAN2"] = 156] = "ATAN2";
	BuiltinOperator[BuiltinOperator["UNSORTED_SEGMENT_MIN"] = 157] = "UNSORTED_SEGMENT_MIN";
	BuiltinOperator[BuiltinOperator["SIGN"] = 158] = "SIGN";
	BuiltinOperator[BuiltinOperator["BITCAST"] = 159] = "BITCAST";
	BuiltinOperator[BuiltinOperator["BITWISE_XOR"] = 160] = "BITWISE_XOR";
	BuiltinOperator[BuiltinOperator["RIGHT_SHIFT"] = 161] = "RIGHT_SHIFT";
	BuiltinOperator[BuiltinOperator["STABLEHLO_LOGISTIC"] = 162] = "STABLEHLO_LOGISTIC";
	BuiltinOperator[BuiltinOperator["STABLEHLO_ADD"] = 163] = "STABLEHLO_ADD";
	BuiltinOperator[BuiltinOperator["STABLEHLO_DIVIDE"] = 164] = "STABLEHLO_DIVIDE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_MULTIPLY"] = 165] = "STABLEHLO_MULTIPLY";
	BuiltinOperator[BuiltinOperator["STABLEHLO_MAXIMUM"] = 166] = "STABLEHLO_MAXIMUM";
	BuiltinOperator[BuiltinOperator["STABLEHLO_RESHAPE"] = 167] = "STABLEHLO_RESHAPE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_CLAMP"] = 168] = "STABLEHLO_CLAMP";
	BuiltinOperator[BuiltinOperator["STABLEHLO_CONCATENATE"] = 169] = "STABLEHLO_CONCATENATE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_BROADCAST_IN_DIM"] = 170] = "STABLEHLO_BROADCAST_IN_DIM";
	BuiltinOperator[BuiltinOperator["STABLEHLO_CONVOLUTION"] = 171] = "STABLEHLO_CONVOLUTION";
	BuiltinOperator[BuiltinOperator["STABLEHLO_SLICE"] = 172] = "STABLEHLO_SLICE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_CUSTOM_CALL"] = 173] = "STABLEHLO_CUSTOM_CALL";
	BuiltinOperator[BuiltinOperator["STABLEHLO_REDUCE"] = 174] = "STABLEHLO_REDUCE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_ABS"] = 175] = "STABLEHLO_ABS";
	BuiltinOperator[BuiltinOperator["STABLEHLO_AND"] = 176] = "STABLEHLO_AND";
	BuiltinOperator[BuiltinOperator["STABLEHLO_COSINE"] = 177] = "STABLEHLO_COSINE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_EXPONENTIAL"] = 178] = "STABLEHLO_EXPONENTIAL";
	BuiltinOperator[BuiltinOperator["STABLEHLO_FLOOR"] = 179] = "STABLEHLO_FLOOR";
	BuiltinOperator[BuiltinOperator["STABLEHLO_LOG"] = 180] = "STABLEHLO_LOG";
	BuiltinOperator[BuiltinOperator["STABLEHLO_MINIMUM"] = 181] = "STABLEHLO_MINIMUM";
	BuiltinOperator[BuiltinOperator["STABLEHLO_NEGATE"] = 182] = "STABLEHLO_NEGATE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_OR"] = 183] = "STABLEHLO_OR";
	BuiltinOperator[BuiltinOperator["STABLEHLO_POWER"] = 184] = "STABLEHLO_POWER";
	BuiltinOperator[BuiltinOperator["STABLEHLO_REMAINDER"] = 185] = "STABLEHLO_REMAINDER";
	BuiltinOperator[BuiltinOperator["STABLEHLO_RSQRT"] = 186] = "STABLEHLO_RSQRT";
	BuiltinOperator[BuiltinOperator["STABLEHLO_SELECT"] = 187] = "STABLEHLO_SELECT";
	BuiltinOperator[BuiltinOperator["STABLEHLO_SUBTRACT"] = 188] = "STABLEHLO_SUBTRACT";
	BuiltinOperator[BuiltinOperator["STABLEHLO_TANH"] = 189] = "STABLEHLO_TANH";
	BuiltinOperator[BuiltinOperator["STABLEHLO_SCATTER"] = 190] = "STABLEHLO_SCATTER";
	BuiltinOperator[BuiltinOperator["STABLEHLO_COMPARE"] = 191] = "STABLEHLO_COMPARE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_CONVERT"] = 192] = "STABLEHLO_CONVERT";
	BuiltinOperator[BuiltinOperator["STABLEHLO_DYNAMIC_SLICE"] = 193] = "STABLEHLO_DYNAMIC_SLICE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_DYNAMIC_UPDATE_SLICE"] = 194] = "STABLEHLO_DYNAMIC_UPDATE_SLICE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_PAD"] = 195] = "STABLEHLO_PAD";
	BuiltinOperator[BuiltinOperator["STABLEHLO_IOTA"] = 196] = "STABLEHLO_IOTA";
	BuiltinOperator[BuiltinOperator["STABLEHLO_DOT_GENERAL"] = 197] = "STABLEHLO_DOT_GENERAL";
	BuiltinOperator[BuiltinOperator["STABLEHLO_REDUCE_WINDOW"] = 198] = "STABLEHLO_REDUCE_WINDOW";
	BuiltinOperator[BuiltinOperator["STABLEHLO_SORT"] = 199] = "STABLEHLO_SORT";
	BuiltinOperator[BuiltinOperator["STABLEHLO_WHILE"] = 200] = "STABLEHLO_WHILE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_GATHER"] = 201] = "STABLEHLO_GATHER";
	BuiltinOperator[BuiltinOperator["STABLEHLO_TRANSPOSE"] = 202] = "STABLEHLO_TRANSPOSE";
	BuiltinOperator[BuiltinOperator["DILATE"] = 203] = "DILATE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_RNG_BIT_GENERATOR"] = 204] = "STABLEHLO_RNG_BIT_GENERATOR";
	BuiltinOperator[BuiltinOperator["REDUCE_WINDOW"] = 205] = "REDUCE_WINDOW";
	BuiltinOperator[BuiltinOperator["STABLEHLO_COMPOSITE"] = 206] = "STABLEHLO_COMPOSITE";
	BuiltinOperator[BuiltinOperator["STABLEHLO_SHIFT_LEFT"] = 207] = "STABLEHLO_SHIFT_LEFT";
	BuiltinOperator[BuiltinOperator["STABLEHLO_CBRT"] = 208] = "STABLEHLO_CBRT";
	BuiltinOperator[BuiltinOperator["STABLEHLO_CASE"] = 209] = "STABLEHLO_CASE";
	return BuiltinOperator;
}({});
// src/model/schema/generated/call-once-options.ts
var CallOnceOptions = class CallOnceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsCallOnceOptions(bb, obj) {
		return (obj || new CallOnceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsCallOnceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new CallOnceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	initSubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startCallOnceOptions(builder) {
		builder.startObject(1);
	}
	static addInitSubgraphIndex(builder, initSubgraphIndex) {
		builder.addFieldInt32(0, initSubgraphIndex, 0);
	}
	static endCallOnceOptions(builder) {
		return builder.endObject();
	}
	static createCallOnceOptions(builder, initSubgraphIndex) {
		CallOnceOptions.startCallOnceOptions(builder);
		CallOnceOptions.addInitSubgraphIndex(builder, initSubgraphIndex);
		return CallOnceOptions.endCallOnceOptions(builder);
	}
	unpack() {
		return new CallOnceOptionsT(this.initSubgraphIndex());
	}
	unpackTo(_o) {
		_o.initSubgraphIndex = this.initSubgraphIndex();
	}
};
var CallOnceOptionsT = class {
	initSubgraphIndex;
	constructor(initSubgraphIndex = 0) {
		this.initSubgraphIndex = initSubgraphIndex;
	}
	pack(builder) {
		return CallOnceOptions.createCallOnceOptions(builder, this.initSubgraphIndex);
	}
};
// src/model/schema/generated/call-options.ts
var CallOptions = class CallOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsCallOptions(bb, obj) {
		return (obj || new CallOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsCallOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new CallOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	subgraph() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	static startCallOptions(builder) {
		builder.startObject(1);
	}
	static addSubgraph(builder, subgraph) {
		builder.addFieldInt32(0, subgraph, 0);
	}
	static endCallOptions(builder) {
		return builder.endObject();
	}
	static createCallOptions(builder, subgraph) {
		CallOptions.startCallOptions(builder);
		CallOptions.addSubgraph(builder, subgraph);
		return CallOptions.endCallOptions(builder);
	}
	unpack() {
		return new CallOptionsT(this.subgraph());
	}
	unpackTo(_o) {
		_o.subgraph = this.subgraph();
	}
};
var CallOptionsT = class {
	subgraph;
	constructor(subgraph = 0) {
		this.subgraph = subgraph;
	}
	pack(builder) {
		return CallOptions.createCallOptions(builder, this.subgraph);
	}
};
// src/model/schema/generated/cast-options.ts
var CastOptions = class CastOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsCastOptions(bb, obj) {
		return (obj || new CastOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsCastOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new CastOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	inDataType() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	outDataType() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startCastOptions(builder) {
		builder.startObject(2);
	}
	static addInDataType(builder, inDataType) {
		builder.addFieldInt8(0, inDataType, 0);
	}
	static addOutDataType(builder, outDataType) {
		builder.addFieldInt8(1, outDataType, 0);
	}
	static endCastOptions(builder) {
		return builder.endObject();
	}
	static createCastOptions(builder, inDataType, outDataType) {
		CastOptions.startCastOptions(builder);
		CastOptions.addInDataType(builder, inDataType);
		CastOptions.addOutDataType(builder, outDataType);
		return CastOptions.endCastOptions(builder);
	}
	unpack() {
		return new CastOptionsT(this.inDataType(), this.outDataType());
	}
	unpackTo(_o) {
		_o.inDataType = this.inDataType();
		_o.outDataType = this.outDataType();
	}
};
var CastOptionsT = class {
	inDataType;
	outDataType;
	constructor(inDataType = 0, outDataType = 0) {
		this.inDataType = inDataType;
		this.outDataType = outDataType;
	}
	pack(builder) {
		return CastOptions.createCastOptions(builder, this.inDataType, this.outDataType);
	}
};
// src/model/schema/generated/concat-embeddings-options.ts
var ConcatEmbeddingsOptions = class ConcatEmbeddingsOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsConcatEmbeddingsOptions(bb, obj) {
		return (obj || new ConcatEmbeddingsOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsConcatEmbeddingsOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ConcatEmbeddingsOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	numChannels() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	numColumnsPerChannel(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	numColumnsPerChannelLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	numColumnsPerChannelArray() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	embeddingDimPerChannel(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	embeddingDimPerChannelLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	embeddingDimPerChannelArray() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startConcatEmbeddingsOptions(builder) {
		builder.startObject(3);
	}
	static addNumChannels(builder, numChannels) {
		builder.addFieldInt32(0, numChannels, 0);
	}
	static addNumColumnsPerChannel(builder, numColumnsPerChannelOffset) {
		builder.addFieldOffset(1, numColumnsPerChannelOffset, 0);
	}
	static createNumColumnsPerChannelVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startNumColumnsPerChannelVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addEmbeddingDimPerChannel(builder, embeddingDimPerChannelOffset) {
		builder.addFieldOffset(2, embeddingDimPerChannelOffset, 0);
	}
	static createEmbeddingDimPerChannelVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startEmbeddingDimPerChannelVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endConcatEmbeddingsOptions(builder) {
		return builder.endObject();
	}
	static createConcatEmbeddingsOptions(builder, numChannels, numColumnsPerChannelOffset, embeddingDimPerChannelOffset) {
		ConcatEmbeddingsOptions.startConcatEmbeddingsOptions(builder);
		ConcatEmbeddingsOptions.addNumChannels(builder, numChannels);
		ConcatEmbeddingsOptions.addNumColumnsPerChannel(builder, numColumnsPerChannelOffset);
		ConcatEmbeddingsOptions.addEmbeddingDimPerChannel(builder, embeddingDimPerChannelOffset);
		return ConcatEmbeddingsOptions.endConcatEmbeddingsOptions(builder);
	}
	unpack() {
		return new ConcatEmbeddingsOptionsT(this.numChannels(), this.bb.createScalarList(this.numColumnsPerChannel.bind(this), this.numColumnsPerChannelLength()), this.bb.createScalarList(this.embeddingDimPerChannel.bind(this), this.embeddingDimPerChannelLength()));
	}
	unpackTo(_o) {
		_o.numChannels = this.numChannels();
		_o.numColumnsPerChannel = this.bb.createScalarList(this.numColumnsPerChannel.bind(this), this.numColumnsPerChannelLength());
		_o.embeddingDimPerChannel = this.bb.createScalarList(this.embeddingDimPerChannel.bind(this), this.embeddingDimPerChannelLength());
	}
};
var ConcatEmbeddingsOptionsT = class {
	numChannels;
	numColumnsPerChannel;
	embeddingDimPerChannel;
	constructor(numChannels = 0, numColumnsPerChannel = [], embeddingDimPerChannel = []) {
		this.numChannels = numChannels;
		this.numColumnsPerChannel = numColumnsPerChannel;
		this.embeddingDimPerChannel = embeddingDimPerChannel;
	}
	pack(builder) {
		const numColumnsPerChannel = ConcatEmbeddingsOptions.createNumColumnsPerChannelVector(builder, this.numColumnsPerChannel);
		const embeddingDimPerChannel = ConcatEmbeddingsOptions.createEmbeddingDimPerChannelVector(builder, this.embeddingDimPerChannel);
		return ConcatEmbeddingsOptions.createConcatEmbeddingsOptions(builder, this.numChannels, numColumnsPerChannel, embeddingDimPerChannel);
	}
};
// src/model/schema/generated/concatenation-options.ts
var ConcatenationOptions = class ConcatenationOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsConcatenationOptions(bb, obj) {
		return (obj || new ConcatenationOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsConcatenationOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ConcatenationOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	axis() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startConcatenationOptions(builder) {
		builder.startObject(2);
	}
	static addAxis(builder, axis) {
		builder.addFieldInt32(0, axis, 0);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(1, fusedActivationFunction, 0);
	}
	static endConcatenationOptions(builder) {
		return builder.endObject();
	}
	static createConcatenationOptions(builder, axis, fusedActivationFunction) {
		ConcatenationOptions.startConcatenationOptions(builder);
		ConcatenationOptions.addAxis(builder, axis);
		ConcatenationOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		return ConcatenationOptions.endConcatenationOptions(builder);
	}
	unpack() {
		return new ConcatenationOptionsT(this.axis(), this.fusedActivationFunction());
	}
	unpackTo(_o) {
		_o.axis = this.axis();
		_o.fusedActivationFunction = this.fusedActivationFunction();
	}
};
var ConcatenationOptionsT = class {
	axis;
	fusedActivationFunction;
	constructor(axis = 0, fusedActivationFunction = 0) {
		this.axis = axis;
		this.fusedActivationFunction = fusedActivationFunction;
	}
	pack(builder) {
		return ConcatenationOptions.createConcatenationOptions(builder, this.axis, this.fusedActivationFunction);
	}
};
// src/model/schema/generated/padding.ts
let Padding = function(Padding) {
	Padding[Padding["SAME"] = 0] = "SAME";
	Padding[Padding["VALID"] = 1] = "VALID";
	return Padding;
}({});
// src/model/schema/generated/conv2doptions.ts
var Conv2DOptions = class Conv2DOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsConv2DOptions(bb, obj) {
		return (obj || new Conv2DOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsConv2DOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Conv2DOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	padding() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	strideW() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	strideH() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	dilationWFactor() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 1;
	}
	dilationHFactor() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 1;
	}
	quantizedBiasType() {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startConv2DOptions(builder) {
		builder.startObject(7);
	}
	static addPadding(builder, padding) {
		builder.addFieldInt8(0, padding, 0);
	}
	static addStrideW(builder, strideW) {
		builder.addFieldInt32(1, strideW, 0);
	}
	static addStrideH(builder, strideH) {
		builder.addFieldInt32(2, strideH, 0);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(3, fusedActivationFunction, 0);
	}
	static addDilationWFactor(builder, dilationWFactor) {
		builder.addFieldInt32(4, dilationWFactor, 1);
	}
	static addDilationHFactor(builder, dilationHFactor) {
		builder.addFieldInt32(5, dilationHFactor, 1);
	}
	static addQuantizedBiasType(builder, quantizedBiasType) {
		builder.addFieldInt8(6, quantizedBiasType, 0);
	}
	static endConv2DOptions(builder) {
		return builder.endObject();
	}
	static createConv2DOptions(builder, padding, strideW, strideH, fusedActivationFunction, dilationWFactor, dilationHFactor, quantizedBiasType) {
		Conv2DOptions.startConv2DOptions(builder);
		Conv2DOptions.addPadding(builder, padding);
		Conv2DOptions.addStrideW(builder, strideW);
		Conv2DOptions.addStrideH(builder, strideH);
		Conv2DOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		Conv2DOptions.addDilationWFactor(builder, dilationWFactor);
		Conv2DOptions.addDilationHFactor(builder, dilationHFactor);
		Conv2DOptions.addQuantizedBiasType(builder, quantizedBiasType);
		return Conv2DOptions.endConv2DOptions(builder);
	}
	unpack() {
		return new Conv2DOptionsT(this.padding(), this.strideW(), this.strideH(), this.fusedActivationFunction(), this.dilationWFactor(), this.dilationHFactor(), this.quantizedBiasType());
	}
	unpackTo(_o) {
		_o.padding = this.padding();
		_o.strideW = this.strideW();
		_o.strideH = this.strideH();
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.dilationWFactor = this.dilationWFactor();
		_o.dilationHFactor = this.dilationHFactor();
		_o.quantizedBiasType = this.quantizedBiasType();
	}
};
var Conv2DOptionsT = class {
	padding;
	strideW;
	strideH;
	fusedActivationFunction;
	dilationWFactor;
	dilationHFactor;
	quantizedBiasType;
	constructor(padding = 0, strideW = 0, strideH = 0, fusedActivationFunction = 0, dilationWFactor = 1, dilationHFactor = 1, quantizedBiasType = 0) {
		this.padding = padding;
		this.strideW = strideW;
		this.strideH = strideH;
		this.fusedActivationFunction = fusedActivationFunction;
		this.dilationWFactor = dilationWFactor;
		this.dilationHFactor = dilationHFactor;
		this.quantizedBiasType = quantizedBiasType;
	}
	pack(builder) {
		return Conv2DOptions.createConv2DOptions(builder, this.padding, this.strideW, this.strideH, this.fusedActivationFunction, this.dilationWFactor, this.dilationHFactor, this.quantizedBiasType);
	}
};
// src/model/schema/generated/conv3doptions.ts
var Conv3DOptions = class Conv3DOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsConv3DOptions(bb, obj) {
		return (obj || new Conv3DOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsConv3DOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Conv3DOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	padding() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	strideD() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	strideW() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	strideH() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	dilationDFactor() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 1;
	}
	dilationWFactor() {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 1;
	}
	dilationHFactor() {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 1;
	}
	static startConv3DOptions(builder) {
		builder.startObject(8);
	}
	static addPadding(builder, padding) {
		builder.addFieldInt8(0, padding, 0);
	}
	static addStrideD(builder, strideD) {
		builder.addFieldInt32(1, strideD, 0);
	}
	static addStrideW(builder, strideW) {
		builder.addFieldInt32(2, strideW, 0);
	}
	static addStrideH(builder, strideH) {
		builder.addFieldInt32(3, strideH, 0);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(4, fusedActivationFunction, 0);
	}
	static addDilationDFactor(builder, dilationDFactor) {
		builder.addFieldInt32(5, dilationDFactor, 1);
	}
	static addDilationWFactor(builder, dilationWFactor) {
		builder.addFieldInt32(6, dilationWFactor, 1);
	}
	static addDilationHFactor(builder, dilationHFactor) {
		builder.addFieldInt32(7, dilationHFactor, 1);
	}
	static endConv3DOptions(builder) {
		return builder.endObject();
	}
	static createConv3DOptions(builder, padding, strideD, strideW, strideH, fusedActivationFunction, dilationDFactor, dilationWFactor, dilationHFactor) {
		Conv3DOptions.startConv3DOptions(builder);
		Conv3DOptions.addPadding(builder, padding);
		Conv3DOptions.addStrideD(builder, strideD);
		Conv3DOptions.addStrideW(builder, strideW);
		Conv3DOptions.addStrideH(builder, strideH);
		Conv3DOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		Conv3DOptions.addDilationDFactor(builder, dilationDFactor);
		Conv3DOptions.addDilationWFactor(builder, dilationWFactor);
		Conv3DOptions.addDilationHFactor(builder, dilationHFactor);
		return Conv3DOptions.endConv3DOptions(builder);
	}
	unpack() {
		return new Conv3DOptionsT(this.padding(), this.strideD(), this.strideW(), this.strideH(), this.fusedActivationFunction(), this.dilationDFactor(), this.dilationWFactor(), this.dilationHFactor());
	}
	unpackTo(_o) {
		_o.padding = this.padding();
		_o.strideD = this.strideD();
		_o.strideW = this.strideW();
		_o.strideH = this.strideH();
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.dilationDFactor = this.dilationDFactor();
		_o.dilationWFactor = this.dilationWFactor();
		_o.dilationHFactor = this.dilationHFactor();
	}
};
var Conv3DOptionsT = class {
	padding;
	strideD;
	strideW;
	strideH;
	fusedActivationFunction;
	dilationDFactor;
	dilationWFactor;
	dilationHFactor;
	constructor(padding = 0, strideD = 0, strideW = 0, strideH = 0, fusedActivationFunction = 0, dilationDFactor = 1, dilationWFactor = 1, dilationHFactor = 1) {
		this.padding = padding;
		this.strideD = strideD;
		this.strideW = strideW;
		this.strideH = strideH;
		this.fusedActivationFunction = fusedActivationFunction;
		this.dilationDFactor = dilationDFactor;
		this.dilationWFactor = dilationWFactor;
		this.dilationHFactor = dilationHFactor;
	}
	pack(builder) {
		return Conv3DOptions.createConv3DOptions(builder, this.padding, this.strideD, this.strideW, this.strideH, this.fusedActivationFunction, this.dilationDFactor, this.dilationWFactor, this.dilationHFactor);
	}
};
// src/model/schema/generated/cos-options.ts
var CosOptions = class CosOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsCosOptions(bb, obj) {
		return (obj || new CosOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsCosOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new CosOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startCosOptions(builder) {
		builder.startObject(0);
	}
	static endCosOptions(builder) {
		return builder.endObject();
	}
	static createCosOptions(builder) {
		CosOptions.startCosOptions(builder);
		return CosOptions.endCosOptions(builder);
	}
	unpack() {
		return new CosOptionsT();
	}
	unpackTo(_o) {}
};
var CosOptionsT = class {
	constructor() {}
	pack(builder) {
		return CosOptions.createCosOptions(builder);
	}
};
// src/model/schema/generated/cumsum-options.ts
var CumsumOptions = class CumsumOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsCumsumOptions(bb, obj) {
		return (obj || new CumsumOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsCumsumOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new CumsumOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	exclusive() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	reverse() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startCumsumOptions(builder) {
		builder.startObject(2);
	}
	static addExclusive(builder, exclusive) {
		builder.addFieldInt8(0, +exclusive, 0);
	}
	static addReverse(builder, reverse) {
		builder.addFieldInt8(1, +reverse, 0);
	}
	static endCumsumOptions(builder) {
		return builder.endObject();
	}
	static createCumsumOptions(builder, exclusive, reverse) {
		CumsumOptions.startCumsumOptions(builder);
		CumsumOptions.addExclusive(builder, exclusive);
		CumsumOptions.addReverse(builder, reverse);
		return CumsumOptions.endCumsumOptions(builder);
	}
	unpack() {
		return new CumsumOptionsT(this.exclusive(), this.reverse());
	}
	unpackTo(_o) {
		_o.exclusive = this.exclusive();
		_o.reverse = this.reverse();
	}
};
var CumsumOptionsT = class {
	exclusive;
	reverse;
	constructor(exclusive = false, reverse = false) {
		this.exclusive = exclusive;
		this.reverse = reverse;
	}
	pack(builder) {
		return CumsumOptions.createCumsumOptions(builder, this.exclusive, this.reverse);
	}
};
// src/model/schema/generated/densify-options.ts
var DensifyOptions = class DensifyOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsDensifyOptions(bb, obj) {
		return (obj || new DensifyOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsDensifyOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new DensifyOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startDensifyOptions(builder) {
		builder.startObject(0);
	}
	static endDensifyOptions(builder) {
		return builder.endObject();
	}
	static createDensifyOptions(builder) {
		DensifyOptions.startDensifyOptions(builder);
		return DensifyOptions.endDensifyOptions(builder);
	}
	unpack() {
		return new DensifyOptionsT();
	}
	unpackTo(_o) {}
};
var DensifyOptionsT = class {
	constructor() {}
	pack(builder) {
		return DensifyOptions.createDensifyOptions(builder);
	}
};
// src/model/schema/generated/depth-to-space-options.ts
var DepthToSpaceOptions = class DepthToSpaceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsDepthToSpaceOptions(bb, obj) {
		return (obj || new DepthToSpaceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsDepthToSpaceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new DepthToSpaceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	blockSize() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startDepthToSpaceOptions(builder) {
		builder.startObject(1);
	}
	static addBlockSize(builder, blockSize) {
		builder.addFieldInt32(0, blockSize, 0);
	}
	static endDepthToSpaceOptions(builder) {
		return builder.endObject();
	}
	static createDepthToSpaceOptions(builder, blockSize) {
		DepthToSpaceOptions.startDepthToSpaceOptions(builder);
		DepthToSpaceOptions.addBlockSize(builder, blockSize);
		return DepthToSpaceOptions.endDepthToSpaceOptions(builder);
	}
	unpack() {
		return new DepthToSpaceOptionsT(this.blockSize());
	}
	unpackTo(_o) {
		_o.blockSize = this.blockSize();
	}
};
var DepthToSpaceOptionsT = class {
	blockSize;
	constructor(blockSize = 0) {
		this.blockSize = blockSize;
	}
	pack(builder) {
		return DepthToSpaceOptions.createDepthToSpaceOptions(builder, this.blockSize);
	}
};
// src/model/schema/generated/depthwise-conv2doptions.ts
var DepthwiseConv2DOptions = class DepthwiseConv2DOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsDepthwiseConv2DOptions(bb, obj) {
		return (obj || new DepthwiseConv2DOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsDepthwiseConv2DOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new DepthwiseConv2DOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	padding() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	strideW() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	strideH() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	depthMultiplier() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	dilationWFactor() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 1;
	}
	dilationHFactor() {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 1;
	}
	static startDepthwiseConv2DOptions(builder) {
		builder.startObject(7);
	}
	static addPadding(builder, padding) {
		builder.addFieldInt8(0, padding, 0);
	}
	static addStrideW(builder, strideW) {
		builder.addFieldInt32(1, strideW, 0);
	}
	static addStrideH(builder, strideH) {
		builder.addFieldInt32(2, strideH, 0);
	}
	static addDepthMultiplier(builder, depthMultiplier) {
		builder.addFieldInt32(3, depthMultiplier, 0);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(4, fusedActivationFunction, 0);
	}
	static addDilationWFactor(builder, dilationWFactor) {
		builder.addFieldInt32(5, dilationWFactor, 1);
	}
	static addDilationHFactor(builder, dilationHFactor) {
		builder.addFieldInt32(6, dilationHFactor, 1);
	}
	static endDepthwiseConv2DOptions(builder) {
		return builder.endObject();
	}
	static createDepthwiseConv2DOptions(builder, padding, strideW, strideH, depthMultiplier, fusedActivationFunction, dilationWFactor, dilationHFactor) {
		DepthwiseConv2DOptions.startDepthwiseConv2DOptions(builder);
		DepthwiseConv2DOptions.addPadding(builder, padding);
		DepthwiseConv2DOptions.addStrideW(builder, strideW);
		DepthwiseConv2DOptions.addStrideH(builder, strideH);
		DepthwiseConv2DOptions.addDepthMultiplier(builder, depthMultiplier);
		DepthwiseConv2DOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		DepthwiseConv2DOptions.addDilationWFactor(builder, dilationWFactor);
		DepthwiseConv2DOptions.addDilationHFactor(builder, dilationHFactor);
		return DepthwiseConv2DOptions.endDepthwiseConv2DOptions(builder);
	}
	unpack() {
		return new DepthwiseConv2DOptionsT(this.padding(), this.strideW(), this.strideH(), this.depthMultiplier(), this.fusedActivationFunction(), this.dilationWFactor(), this.dilationHFactor());
	}
	unpackTo(_o) {
		_o.padding = this.padding();
		_o.strideW = this.strideW();
		_o.strideH = this.strideH();
		_o.depthMultiplier = this.depthMultiplier();
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.dilationWFactor = this.dilationWFactor();
		_o.dilationHFactor = this.dilationHFactor();
	}
};
var DepthwiseConv2DOptionsT = class {
	padding;
	strideW;
	strideH;
	depthMultiplier;
	fusedActivationFunction;
	dilationWFactor;
	dilationHFactor;
	constructor(padding = 0, strideW = 0, strideH = 0, depthMultiplier = 0, fusedActivationFunction = 0, dilationWFactor = 1, dilationHFactor = 1) {
		this.padding = padding;
		this.strideW = strideW;
		this.strideH = strideH;
		this.depthMultiplier = depthMultiplier;
		this.fusedActivationFunction = fusedActivationFunction;
		this.dilationWFactor = dilationWFactor;
		this.dilationHFactor = dilationHFactor;
	}
	pack(builder) {
		return DepthwiseConv2DOptions.createDepthwiseConv2DOptions(builder, this.padding, this.strideW, this.strideH, this.depthMultiplier, this.fusedActivationFunction, this.dilationWFactor, this.dilationHFactor);
	}
};
// src/model/schema/generated/dequantize-options.ts
var DequantizeOptions = class DequantizeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsDequantizeOptions(bb, obj) {
		return (obj || new DequantizeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsDequantizeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new DequantizeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startDequantizeOptions(builder) {
		builder.startObject(0);
	}
	static endDequantizeOptions(builder) {
		return builder.endObject();
	}
	static createDequantizeOptions(builder) {
		DequantizeOptions.startDequantizeOptions(builder);
		return DequantizeOptions.endDequantizeOptions(builder);
	}
	unpack() {
		return new DequantizeOptionsT();
	}
	unpackTo(_o) {}
};
var DequantizeOptionsT = class {
	constructor() {}
	pack(builder) {
		return DequantizeOptions.createDequantizeOptions(builder);
	}
};
// src/model/schema/generated/div-options.ts
var DivOptions = class DivOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsDivOptions(bb, obj) {
		return (obj || new DivOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsDivOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new DivOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startDivOptions(builder) {
		builder.startObject(1);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static endDivOptions(builder) {
		return builder.endObject();
	}
	static createDivOptions(builder, fusedActivationFunction) {
		DivOptions.startDivOptions(builder);
		DivOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		return DivOptions.endDivOptions(builder);
	}
	unpack() {
		return new DivOptionsT(this.fusedActivationFunction());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
	}
};
var DivOptionsT = class {
	fusedActivationFunction;
	constructor(fusedActivationFunction = 0) {
		this.fusedActivationFunction = fusedActivationFunction;
	}
	pack(builder) {
		return DivOptions.createDivOptions(builder, this.fusedActivationFunction);
	}
};
// src/model/schema/generated/dynamic-update-slice-options.ts
var DynamicUpdateSliceOptions = class DynamicUpdateSliceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsDynamicUpdateSliceOptions(bb, obj) {
		return (obj || new DynamicUpdateSliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsDynamicUpdateSliceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new DynamicUpdateSliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startDynamicUpdateSliceOptions(builder) {
		builder.startObject(0);
	}
	static endDynamicUpdateSliceOptions(builder) {
		return builder.endObject();
	}
	static createDynamicUpdateSliceOptions(builder) {
		DynamicUpdateSliceOptions.startDynamicUpdateSliceOptions(builder);
		return DynamicUpdateSliceOptions.endDynamicUpdateSliceOptions(builder);
	}
	unpack() {
		return new DynamicUpdateSliceOptionsT();
	}
	unpackTo(_o) {}
};
var DynamicUpdateSliceOptionsT = class {
	constructor() {}
	pack(builder) {
		return DynamicUpdateSliceOptions.createDynamicUpdateSliceOptions(builder);
	}
};
// src/model/schema/generated/embedding-lookup-sparse-options.ts
var EmbeddingLookupSparseOptions = class EmbeddingLookupSparseOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsEmbeddingLookupSparseOptions(bb, obj) {
		return (obj || new EmbeddingLookupSparseOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsEmbeddingLookupSparseOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new EmbeddingLookupSparseOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	combiner() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startEmbeddingLookupSparseOptions(builder) {
		builder.startObject(1);
	}
	static addCombiner(builder, combiner) {
		builder.addFieldInt8(0, combiner, 0);
	}
	static endEmbeddingLookupSparseOptions(builder) {
		return builder.endObject();
	}
	static createEmbeddingLookupSparseOptions(builder, combiner) {
		EmbeddingLookupSparseOptions.startEmbeddingLookupSparseOptions(builder);
		EmbeddingLookupSparseOptions.addCombiner(builder, combiner);
		return EmbeddingLookupSparseOptions.endEmbeddingLookupSparseOptions(builder);
	}
	unpack() {
		return new EmbeddingLookupSparseOptionsT(this.combiner());
	}
	unpackTo(_o) {
		_o.combiner = this.combiner();
	}
};
var EmbeddingLookupSparseOptionsT = class {
	combiner;
	constructor(combiner = 0) {
		this.combiner = combiner;
	}
	pack(builder) {
		return EmbeddingLookupSparseOptions.createEmbeddingLookupSparseOptions(builder, this.combiner);
	}
};
// src/model/schema/generated/equal-options.ts
var EqualOptions = class EqualOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsEqualOptions(bb, obj) {
		return (obj || new EqualOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsEqualOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new EqualOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startEqualOptions(builder) {
		builder.startObject(0);
	}
	static endEqualOptions(builder) {
		return builder.endObject();
	}
	static createEqualOptions(builder) {
		EqualOptions.startEqualOptions(builder);
		return EqualOptions.endEqualOptions(builder);
	}
	unpack() {
		return new EqualOptionsT();
	}
	unpackTo(_o) {}
};
var EqualOptionsT = class {
	constructor() {}
	pack(builder) {
		return EqualOptions.createEqualOptions(builder);
	}
};
// src/model/schema/generated/exp-options.ts
var ExpOptions = class ExpOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsExpOptions(bb, obj) {
		return (obj || new ExpOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsExpOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ExpOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startExpOptions(builder) {
		builder.startObject(0);
	}
	static endExpOptions(builder) {
		return builder.endObject();
	}
	static createExpOptions(builder) {
		ExpOptions.startExpOptions(builder);
		return ExpOptions.endExpOptions(builder);
	}
	unpack() {
		return new ExpOptionsT();
	}
	unpackTo(_o) {}
};
var ExpOptionsT = class {
	constructor() {}
	pack(builder) {
		return ExpOptions.createExpOptions(builder);
	}
};
// src/model/schema/generated/expand-dims-options.ts
var ExpandDimsOptions = class ExpandDimsOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsExpandDimsOptions(bb, obj) {
		return (obj || new ExpandDimsOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsExpandDimsOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ExpandDimsOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startExpandDimsOptions(builder) {
		builder.startObject(0);
	}
	static endExpandDimsOptions(builder) {
		return builder.endObject();
	}
	static createExpandDimsOptions(builder) {
		ExpandDimsOptions.startExpandDimsOptions(builder);
		return ExpandDimsOptions.endExpandDimsOptions(builder);
	}
	unpack() {
		return new ExpandDimsOptionsT();
	}
	unpackTo(_o) {}
};
var ExpandDimsOptionsT = class {
	constructor() {}
	pack(builder) {
		return ExpandDimsOptions.createExpandDimsOptions(builder);
	}
};
// src/model/schema/generated/fake-quant-options.ts
var FakeQuantOptions = class FakeQuantOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsFakeQuantOptions(bb, obj) {
		return (obj || new FakeQuantOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsFakeQuantOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new FakeQuantOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	min() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	max() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	numBits() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	narrowRange() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startFakeQuantOptions(builder) {
		builder.startObject(4);
	}
	static addMin(builder, min) {
		builder.addFieldFloat32(0, min, 0);
	}
	static addMax(builder, max) {
		builder.addFieldFloat32(1, max, 0);
	}
	static addNumBits(builder, numBits) {
		builder.addFieldInt32(2, numBits, 0);
	}
	static addNarrowRange(builder, narrowRange) {
		builder.addFieldInt8(3, +narrowRange, 0);
	}
	static endFakeQuantOptions(builder) {
		return builder.endObject();
	}
	static createFakeQuantOptions(builder, min, max, numBits, narrowRange) {
		FakeQuantOptions.startFakeQuantOptions(builder);
		FakeQuantOptions.addMin(builder, min);
		FakeQuantOptions.addMax(builder, max);
		FakeQuantOptions.addNumBits(builder, numBits);
		FakeQuantOptions.addNarrowRange(builder, narrowRange);
		return FakeQuantOptions.endFakeQuantOptions(builder);
	}
	unpack() {
		return new FakeQuantOptionsT(this.min(), this.max(), this.numBits(), this.narrowRange());
	}
	unpackTo(_o) {
		_o.min = this.min();
		_o.max = this.max();
		_o.numBits = this.numBits();
		_o.narrowRange = this.narrowRange();
	}
};
var FakeQuantOptionsT = class {
	min;
	max;
	numBits;
	narrowRange;
	constructor(min = 0, max = 0, numBits = 0, narrowRange = false) {
		this.min = min;
		this.max = max;
		this.numBits = numBits;
		this.narrowRange = narrowRange;
	}
	pack(builder) {
		return FakeQuantOptions.createFakeQuantOptions(builder, this.min, this.max, this.numBits, this.narrowRange);
	}
};
// src/model/schema/generated/fill-options.ts
var FillOptions = class FillOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsFillOptions(bb, obj) {
		return (obj || new FillOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsFillOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new FillOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startFillOptions(builder) {
		builder.startObject(0);
	}
	static endFillOptions(builder) {
		return builder.endObject();
	}
	static createFillOptions(builder) {
		FillOptions.startFillOptions(builder);
		return FillOptions.endFillOptions(builder);
	}
	unpack() {
		return new FillOptionsT();
	}
	unpackTo(_o) {}
};
var FillOptionsT = class {
	constructor() {}
	pack(builder) {
		return FillOptions.createFillOptions(builder);
	}
};
// src/model/schema/generated/floor-div-options.ts
var FloorDivOptions = class FloorDivOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsFloorDivOptions(bb, obj) {
		return (obj || new FloorDivOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsFloorDivOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new FloorDivOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startFloorDivOptions(builder) {
		builder.startObject(0);
	}
	static endFloorDivOptions(builder) {
		return builder.endObject();
	}
	static createFloorDivOptions(builder) {
		FloorDivOptions.startFloorDivOptions(builder);
		return FloorDivOptions.endFloorDivOptions(builder);
	}
	unpack() {
		return new FloorDivOptionsT();
	}
	unpackTo(_o) {}
};
var FloorDivOptionsT = class {
	constructor() {}
	pack(builder) {
		return FloorDivOptions.createFloorDivOptions(builder);
	}
};
// src/model/schema/generated/floor-mod-options.ts
var FloorModOptions = class FloorModOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsFloorModOptions(bb, obj) {
		return (obj || new FloorModOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsFloorModOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new FloorModOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startFloorModOptions(builder) {
		builder.startObject(0);
	}
	static endFloorModOptions(builder) {
		return builder.endObject();
	}
	static createFloorModOptions(builder) {
		FloorModOptions.startFloorModOptions(builder);
		return FloorModOptions.endFloorModOptions(builder);
	}
	unpack() {
		return new FloorModOptionsT();
	}
	unpackTo(_o) {}
};
var FloorModOptionsT = class {
	constructor() {}
	pack(builder) {
		return FloorModOptions.createFloorModOptions(builder);
	}
};
// src/model/schema/generated/fully-connected-options.ts
var FullyConnectedOptions = class FullyConnectedOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsFullyConnectedOptions(bb, obj) {
		return (obj || new FullyConnectedOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsFullyConnectedOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new FullyConnectedOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	weightsFormat() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	keepNumDims() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	asymmetricQuantizeInputs() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	quantizedBiasType() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startFullyConnectedOptions(builder) {
		builder.startObject(5);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static addWeightsFormat(builder, weightsFormat) {
		builder.addFieldInt8(1, weightsFormat, 0);
	}
	static addKeepNumDims(builder, keepNumDims) {
		builder.addFieldInt8(2, +keepNumDims, 0);
	}
	static addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs) {
		builder.addFieldInt8(3, +asymmetricQuantizeInputs, 0);
	}
	static addQuantizedBiasType(builder, quantizedBiasType) {
		builder.addFieldInt8(4, quantizedBiasType, 0);
	}
	static endFullyConnectedOptions(builder) {
		return builder.endObject();
	}
	static createFullyConnectedOptions(builder, fusedActivationFunction, weightsFormat, keepNumDims, asymmetricQuantizeInputs, quantizedBiasType) {
		FullyConnectedOptions.startFullyConnectedOptions(builder);
		FullyConnectedOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		FullyConnectedOptions.addWeightsFormat(builder, weightsFormat);
		FullyConnectedOptions.addKeepNumDims(builder, keepNumDims);
		FullyConnectedOptions.addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs);
		FullyConnectedOptions.addQuantizedBiasType(builder, quantizedBiasType);
		return FullyConnectedOptions.endFullyConnectedOptions(builder);
	}
	unpack() {
		return new FullyConnectedOptionsT(this.fusedActivationFunction(), this.weightsFormat(), this.keepNumDims(), this.asymmetricQuantizeInputs(), this.quantizedBiasType());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.weightsFormat = this.weightsFormat();
		_o.keepNumDims = this.keepNumDims();
		_o.asymmetricQuantizeInputs = this.asymmetricQuantizeInputs();
		_o.quantizedBiasType = this.quantizedBiasType();
	}
};
var FullyConnectedOptionsT = class {
	fusedActivationFunction;
	weightsFormat;
	keepNumDims;
	asymmetricQuantizeInputs;
	quantizedBiasType;
	constructor(fusedActivationFunction = 0, weightsFormat = 0, keepNumDims = false, asymmetricQuantizeInputs = false, quantizedBiasType = 0) {
		this.fusedActivationFunction = fusedActivationFunction;
		this.weightsFormat = weightsFormat;
		this.keepNumDims = keepNumDims;
		this.asymmetricQuantizeInputs = asymmetricQuantizeInputs;
		this.quantizedBiasType = quantizedBiasType;
	}
	pack(builder) {
		return FullyConnectedOptions.createFullyConnectedOptions(builder, this.fusedActivationFunction, this.weightsFormat, this.keepNumDims, this.asymmetricQuantizeInputs, this.quantizedBiasType);
	}
};
// src/model/schema/generated/gather-nd-options.ts
var GatherNdOptions = class GatherNdOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsGatherNdOptions(bb, obj) {
		return (obj || new GatherNdOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsGatherNdOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new GatherNdOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startGatherNdOptions(builder) {
		builder.startObject(0);
	}
	static endGatherNdOptions(builder) {
		return builder.endObject();
	}
	static createGatherNdOptions(builder) {
		GatherNdOptions.startGatherNdOptions(builder);
		return GatherNdOptions.endGatherNdOptions(builder);
	}
	unpack() {
		return new GatherNdOptionsT();
	}
	unpackTo(_o) {}
};
var GatherNdOptionsT = class {
	constructor() {}
	pack(builder) {
		return GatherNdOptions.createGatherNdOptions(builder);
	}
};
// src/model/schema/generated/gather-options.ts
var GatherOptions = class GatherOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsGatherOptions(bb, obj) {
		return (obj || new GatherOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsGatherOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new GatherOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	axis() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	batchDims() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startGatherOptions(builder) {
		builder.startObject(2);
	}
	static addAxis(builder, axis) {
		builder.addFieldInt32(0, axis, 0);
	}
	static addBatchDims(builder, batchDims) {
		builder.addFieldInt32(1, batchDims, 0);
	}
	static endGatherOptions(builder) {
		return builder.endObject();
	}
	static createGatherOptions(builder, axis, batchDims) {
		GatherOptions.startGatherOptions(builder);
		GatherOptions.addAxis(builder, axis);
		GatherOptions.addBatchDims(builder, batchDims);
		return GatherOptions.endGatherOptions(builder);
	}
	unpack() {
		return new GatherOptionsT(this.axis(), this.batchDims());
	}
	unpackTo(_o) {
		_o.axis = this.axis();
		_o.batchDims = this.batchDims();
	}
};
var GatherOptionsT = class {
	axis;
	batchDims;
	constructor(axis = 0, batchDims = 0) {
		this.axis = axis;
		this.batchDims = batchDims;
	}
	pack(builder) {
		return GatherOptions.createGatherOptions(builder, this.axis, this.batchDims);
	}
};
// src/model/schema/generated/gelu-options.ts
var GeluOptions = class GeluOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsGeluOptions(bb, obj) {
		return (obj || new GeluOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsGeluOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new GeluOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	approximate() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startGeluOptions(builder) {
		builder.startObject(1);
	}
	static addApproximate(builder, approximate) {
		builder.addFieldInt8(0, +approximate, 0);
	}
	static endGeluOptions(builder) {
		return builder.endObject();
	}
	static createGeluOptions(builder, approximate) {
		GeluOptions.startGeluOptions(builder);
		GeluOptions.addApproximate(builder, approximate);
		return GeluOptions.endGeluOptions(builder);
	}
	unpack() {
		return new GeluOptionsT(this.approximate());
	}
	unpackTo(_o) {
		_o.approximate = this.approximate();
	}
};
var GeluOptionsT = class {
	approximate;
	constructor(approximate = false) {
		this.approximate = approximate;
	}
	pack(builder) {
		return GeluOptions.createGeluOptions(builder, this.approximate);
	}
};
// src/model/schema/generated/greater-equal-options.ts
var GreaterEqualOptions = class GreaterEqualOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsGreaterEqualOptions(bb, obj) {
		return (obj || new GreaterEqualOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsGreaterEqualOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new GreaterEqualOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startGreaterEqualOptions(builder) {
		builder.startObject(0);
	}
	static endGreaterEqualOptions(builder) {
		return builder.endObject();
	}
	static createGreaterEqualOptions(builder) {
		GreaterEqualOptions.startGreaterEqualOptions(builder);
		return GreaterEqualOptions.endGreaterEqualOptions(builder);
	}
	unpack() {
		return new GreaterEqualOptionsT();
	}
	unpackTo(_o) {}
};
var GreaterEqualOptionsT = class {
	constructor() {}
	pack(builder) {
		return GreaterEqualOptions.createGreaterEqualOptions(builder);
	}
};
// src/model/schema/generated/greater-options.ts
var GreaterOptions = class GreaterOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsGreaterOptions(bb, obj) {
		return (obj || new GreaterOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsGreaterOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new GreaterOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startGreaterOptions(builder) {
		builder.startObject(0);
	}
	static endGreaterOptions(builder) {
		return builder.endObject();
	}
	static createGreaterOptions(builder) {
		GreaterOptions.startGreaterOptions(builder);
		return GreaterOptions.endGreaterOptions(builder);
	}
	unpack() {
		return new GreaterOptionsT();
	}
	unpackTo(_o) {}
};
var GreaterOptionsT = class {
	constructor() {}
	pack(builder) {
		return GreaterOptions.createGreaterOptions(builder);
	}
};
// src/model/schema/generated/hard-swish-options.ts
var HardSwishOptions = class HardSwishOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsHardSwishOptions(bb, obj) {
		return (obj || new HardSwishOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsHardSwishOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new HardSwishOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startHardSwishOptions(builder) {
		builder.startObject(0);
	}
	static endHardSwishOptions(builder) {
		return builder.endObject();
	}
	static createHardSwishOptions(builder) {
		HardSwishOptions.startHardSwishOptions(builder);
		return HardSwishOptions.endHardSwishOptions(builder);
	}
	unpack() {
		return new HardSwishOptionsT();
	}
	unpackTo(_o) {}
};
var HardSwishOptionsT = class {
	constructor() {}
	pack(builder) {
		return HardSwishOptions.createHardSwishOptions(builder);
	}
};
// src/model/schema/generated/hashtable-find-options.ts
var HashtableFindOptions = class HashtableFindOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsHashtableFindOptions(bb, obj) {
		return (obj || new HashtableFindOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsHashtableFindOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new HashtableFindOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startHashtableFindOptions(builder) {
		builder.startObject(0);
	}
	static endHashtableFindOptions(builder) {
		return builder.endObject();
	}
	static createHashtableFindOptions(builder) {
		HashtableFindOptions.startHashtableFindOptions(builder);
		return HashtableFindOptions.endHashtableFindOptions(builder);
	}
	unpack() {
		return new HashtableFindOptionsT();
	}
	unpackTo(_o) {}
};
var HashtableFindOptionsT = class {
	constructor() {}
	pack(builder) {
		return HashtableFindOptions.createHashtableFindOptions(builder);
	}
};
// src/model/schema/generated/hashtable-import-options.ts
var HashtableImportOptions = class HashtableImportOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsHashtableImportOptions(bb, obj) {
		return (obj || new HashtableImportOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsHashtableImportOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new HashtableImportOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startHashtableImportOptions(builder) {
		builder.startObject(0);
	}
	static endHashtableImportOptions(builder) {
		return builder.endObject();
	}
	static createHashtableImportOptions(builder) {
		HashtableImportOptions.startHashtableImportOptions(builder);
		return HashtableImportOptions.endHashtableImportOptions(builder);
	}
	unpack() {
		return new HashtableImportOptionsT();
	}
	unpackTo(_o) {}
};
var HashtableImportOptionsT = class {
	constructor() {}
	pack(builder) {
		return HashtableImportOptions.createHashtableImportOptions(builder);
	}
};
// src/model/schema/generated/hashtable-options.ts
var HashtableOptions = class HashtableOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsHashtableOptions(bb, obj) {
		return (obj || new HashtableOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsHashtableOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new HashtableOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	tableId() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	keyDtype() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	valueDtype() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startHashtableOptions(builder) {
		builder.startObject(3);
	}
	static addTableId(builder, tableId) {
		builder.addFieldInt32(0, tableId, 0);
	}
	static addKeyDtype(builder, keyDtype) {
		builder.addFieldInt8(1, keyDtype, 0);
	}
	static addValueDtype(builder, valueDtype) {
		builder.addFieldInt8(2, valueDtype, 0);
	}
	static endHashtableOptions(builder) {
		return builder.endObject();
	}
	static createHashtableOptions(builder, tableId, keyDtype, valueDtype) {
		HashtableOptions.startHashtableOptions(builder);
		HashtableOptions.addTableId(builder, tableId);
		HashtableOptions.addKeyDtype(builder, keyDtype);
		HashtableOptions.addValueDtype(builder, valueDtype);
		return HashtableOptions.endHashtableOptions(builder);
	}
	unpack() {
		return new HashtableOptionsT(this.tableId(), this.keyDtype(), this.valueDtype());
	}
	unpackTo(_o) {
		_o.tableId = this.tableId();
		_o.keyDtype = this.keyDtype();
		_o.valueDtype = this.valueDtype();
	}
};
var HashtableOptionsT = class {
	tableId;
	keyDtype;
	valueDtype;
	constructor(tableId = 0, keyDtype = 0, valueDtype = 0) {
		this.tableId = tableId;
		this.keyDtype = keyDtype;
		this.valueDtype = valueDtype;
	}
	pack(builder) {
		return HashtableOptions.createHashtableOptions(builder, this.tableId, this.keyDtype, this.valueDtype);
	}
};
// src/model/schema/generated/hashtable-size-options.ts
var HashtableSizeOptions = class HashtableSizeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsHashtableSizeOptions(bb, obj) {
		return (obj || new HashtableSizeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsHashtableSizeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new HashtableSizeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startHashtableSizeOptions(builder) {
		builder.startObject(0);
	}
	static endHashtableSizeOptions(builder) {
		return builder.endObject();
	}
	static createHashtableSizeOptions(builder) {
		HashtableSizeOptions.startHashtableSizeOptions(builder);
		return HashtableSizeOptions.endHashtableSizeOptions(builder);
	}
	unpack() {
		return new HashtableSizeOptionsT();
	}
	unpackTo(_o) {}
};
var HashtableSizeOptionsT = class {
	constructor() {}
	pack(builder) {
		return HashtableSizeOptions.createHashtableSizeOptions(builder);
	}
};
// src/model/schema/generated/if-options.ts
var IfOptions = class IfOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsIfOptions(bb, obj) {
		return (obj || new IfOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsIfOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new IfOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	thenSubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	elseSubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startIfOptions(builder) {
		builder.startObject(2);
	}
	static addThenSubgraphIndex(builder, thenSubgraphIndex) {
		builder.addFieldInt32(0, thenSubgraphIndex, 0);
	}
	static addElseSubgraphIndex(builder, elseSubgraphIndex) {
		builder.addFieldInt32(1, elseSubgraphIndex, 0);
	}
	static endIfOptions(builder) {
		return builder.endObject();
	}
	static createIfOptions(builder, thenSubgraphIndex, elseSubgraphIndex) {
		IfOptions.startIfOptions(builder);
		IfOptions.addThenSubgraphIndex(builder, thenSubgraphIndex);
		IfOptions.addElseSubgraphIndex(builder, elseSubgraphIndex);
		return IfOptions.endIfOptions(builder);
	}
	unpack() {
		return new IfOptionsT(this.thenSubgraphIndex(), this.elseSubgraphIndex());
	}
	unpackTo(_o) {
		_o.thenSubgraphIndex = this.thenSubgraphIndex();
		_o.elseSubgraphIndex = this.elseSubgraphIndex();
	}
};
var IfOptionsT = class {
	thenSubgraphIndex;
	elseSubgraphIndex;
	constructor(thenSubgraphIndex = 0, elseSubgraphIndex = 0) {
		this.thenSubgraphIndex = thenSubgraphIndex;
		this.elseSubgraphIndex = elseSubgraphIndex;
	}
	pack(builder) {
		return IfOptions.createIfOptions(builder, this.thenSubgraphIndex, this.elseSubgraphIndex);
	}
};
// src/model/schema/generated/l2norm-options.ts
var L2NormOptions = class L2NormOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsL2NormOptions(bb, obj) {
		return (obj || new L2NormOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsL2NormOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new L2NormOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startL2NormOptions(builder) {
		builder.startObject(1);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static endL2NormOptions(builder) {
		return builder.endObject();
	}
	static createL2NormOptions(builder, fusedActivationFunction) {
		L2NormOptions.startL2NormOptions(builder);
		L2NormOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		return L2NormOptions.endL2NormOptions(builder);
	}
	unpack() {
		return new L2NormOptionsT(this.fusedActivationFunction());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
	}
};
var L2NormOptionsT = class {
	fusedActivationFunction;
	constructor(fusedActivationFunction = 0) {
		this.fusedActivationFunction = fusedActivationFunction;
	}
	pack(builder) {
		return L2NormOptions.createL2NormOptions(builder, this.fusedActivationFunction);
	}
};
// src/model/schema/generated/lshprojection-options.ts
var LSHProjectionOptions = class LSHProjectionOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLSHProjectionOptions(bb, obj) {
		return (obj || new LSHProjectionOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLSHProjectionOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LSHProjectionOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	type() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startLSHProjectionOptions(builder) {
		builder.startObject(1);
	}
	static addType(builder, type) {
		builder.addFieldInt8(0, type, 0);
	}
	static endLSHProjectionOptions(builder) {
		return builder.endObject();
	}
	static createLSHProjectionOptions(builder, type) {
		LSHProjectionOptions.startLSHProjectionOptions(builder);
		LSHProjectionOptions.addType(builder, type);
		return LSHProjectionOptions.endLSHProjectionOptions(builder);
	}
	unpack() {
		return new LSHProjectionOptionsT(this.type());
	}
	unpackTo(_o) {
		_o.type = this.type();
	}
};
var LSHProjectionOptionsT = class {
	type;
	constructor(type = 0) {
		this.type = type;
	}
	pack(builder) {
		return LSHProjectionOptions.createLSHProjectionOptions(builder, this.type);
	}
};
// src/model/schema/generated/lstmoptions.ts
var LSTMOptions = class LSTMOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLSTMOptions(bb, obj) {
		return (obj || new LSTMOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLSTMOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LSTMOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	cellClip() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	projClip() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	kernelType() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	asymmetricQuantizeInputs() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startLSTMOptions(builder) {
		builder.startObject(5);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static addCellClip(builder, cellClip) {
		builder.addFieldFloat32(1, cellClip, 0);
	}
	static addProjClip(builder, projClip) {
		builder.addFieldFloat32(2, projClip, 0);
	}
	static addKernelType(builder, kernelType) {
		builder.addFieldInt8(3, kernelType, 0);
	}
	static addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs) {
		builder.addFieldInt8(4, +asymmetricQuantizeInputs, 0);
	}
	static endLSTMOptions(builder) {
		return builder.endObject();
	}
	static createLSTMOptions(builder, fusedActivationFunction, cellClip, projClip, kernelType, asymmetricQuantizeInputs) {
		LSTMOptions.startLSTMOptions(builder);
		LSTMOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		LSTMOptions.addCellClip(builder, cellClip);
		LSTMOptions.addProjClip(builder, projClip);
		LSTMOptions.addKernelType(builder, kernelType);
		LSTMOptions.addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs);
		return LSTMOptions.endLSTMOptions(builder);
	}
	unpack() {
		return new LSTMOptionsT(this.fusedActivationFunction(), this.cellClip(), this.projClip(), this.kernelType(), this.asymmetricQuantizeInputs());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.cellClip = this.cellClip();
		_o.projClip = this.projClip();
		_o.kernelType = this.kernelType();
		_o.asymmetricQuantizeInputs = this.asymmetricQuantizeInputs();
	}
};
var LSTMOptionsT = class {
	fusedActivationFunction;
	cellClip;
	projClip;
	kernelType;
	asymmetricQuantizeInputs;
	constructor(fusedActivationFunction = 0, cellClip = 0, projClip = 0, kernelType = 0, asymmetricQuantizeInputs = false) {
		this.fusedActivationFunction = fusedActivationFunction;
		this.cellClip = cellClip;
		this.projClip = projClip;
		this.kernelType = kernelType;
		this.asymmetricQuantizeInputs = asymmetricQuantizeInputs;
	}
	pack(builder) {
		return LSTMOptions.createLSTMOptions(builder, this.fusedActivationFunction, this.cellClip, this.projClip, this.kernelType, this.asymmetricQuantizeInputs);
	}
};
// src/model/schema/generated/leaky-relu-options.ts
var LeakyReluOptions = class LeakyReluOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLeakyReluOptions(bb, obj) {
		return (obj || new LeakyReluOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLeakyReluOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LeakyReluOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	alpha() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	static startLeakyReluOptions(builder) {
		builder.startObject(1);
	}
	static addAlpha(builder, alpha) {
		builder.addFieldFloat32(0, alpha, 0);
	}
	static endLeakyReluOptions(builder) {
		return builder.endObject();
	}
	static createLeakyReluOptions(builder, alpha) {
		LeakyReluOptions.startLeakyReluOptions(builder);
		LeakyReluOptions.addAlpha(builder, alpha);
		return LeakyReluOptions.endLeakyReluOptions(builder);
	}
	unpack() {
		return new LeakyReluOptionsT(this.alpha());
	}
	unpackTo(_o) {
		_o.alpha = this.alpha();
	}
};
var LeakyReluOptionsT = class {
	alpha;
	constructor(alpha = 0) {
		this.alpha = alpha;
	}
	pack(builder) {
		return LeakyReluOptions.createLeakyReluOptions(builder, this.alpha);
	}
};
// src/model/schema/generated/less-equal-options.ts
var LessEqualOptions = class LessEqualOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLessEqualOptions(bb, obj) {
		return (obj || new LessEqualOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLessEqualOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LessEqualOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startLessEqualOptions(builder) {
		builder.startObject(0);
	}
	static endLessEqualOptions(builder) {
		return builder.endObject();
	}
	static createLessEqualOptions(builder) {
		LessEqualOptions.startLessEqualOptions(builder);
		return LessEqualOptions.endLessEqualOptions(builder);
	}
	unpack() {
		return new LessEqualOptionsT();
	}
	unpackTo(_o) {}
};
var LessEqualOptionsT = class {
	constructor() {}
	pack(builder) {
		return LessEqualOptions.createLessEqualOptions(builder);
	}
};
// src/model/schema/generated/less-options.ts
var LessOptions = class LessOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLessOptions(bb, obj) {
		return (obj || new LessOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLessOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LessOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startLessOptions(builder) {
		builder.startObject(0);
	}
	static endLessOptions(builder) {
		return builder.endObject();
	}
	static createLessOptions(builder) {
		LessOptions.startLessOptions(builder);
		return LessOptions.endLessOptions(builder);
	}
	unpack() {
		return new LessOptionsT();
	}
	unpackTo(_o) {}
};
var LessOptionsT = class {
	constructor() {}
	pack(builder) {
		return LessOptions.createLessOptions(builder);
	}
};
// src/model/schema/generated/local-response-normalization-options.ts
var LocalResponseNormalizationOptions = class LocalResponseNormalizationOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLocalResponseNormalizationOptions(bb, obj) {
		return (obj || new LocalResponseNormalizationOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLocalResponseNormalizationOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LocalResponseNormalizationOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	radius() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	bias() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	alpha() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	beta() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	static startLocalResponseNormalizationOptions(builder) {
		builder.startObject(4);
	}
	static addRadius(builder, radius) {
		builder.addFieldInt32(0, radius, 0);
	}
	static addBias(builder, bias) {
		builder.addFieldFloat32(1, bias, 0);
	}
	static addAlpha(builder, alpha) {
		builder.addFieldFloat32(2, alpha, 0);
	}
	static addBeta(builder, beta) {
		builder.addFieldFloat32(3, beta, 0);
	}
	static endLocalResponseNormalizationOptions(builder) {
		return builder.endObject();
	}
	static createLocalResponseNormalizationOptions(builder, radius, bias, alpha, beta) {
		LocalResponseNormalizationOptions.startLocalResponseNormalizationOptions(builder);
		LocalResponseNormalizationOptions.addRadius(builder, radius);
		LocalResponseNormalizationOptions.addBias(builder, bias);
		LocalResponseNormalizationOptions.addAlpha(builder, alpha);
		LocalResponseNormalizationOptions.addBeta(builder, beta);
		return LocalResponseNormalizationOptions.endLocalResponseNormalizationOptions(builder);
	}
	unpack() {
		return new LocalResponseNormalizationOptionsT(this.radius(), this.bias(), this.alpha(), this.beta());
	}
	unpackTo(_o) {
		_o.radius = this.radius();
		_o.bias = this.bias();
		_o.alpha = this.alpha();
		_o.beta = this.beta();
	}
};
var LocalResponseNormalizationOptionsT = class {
	radius;
	bias;
	alpha;
	beta;
	constructor(radius = 0, bias = 0, alpha = 0, beta = 0) {
		this.radius = radius;
		this.bias = bias;
		this.alpha = alpha;
		this.beta = beta;
	}
	pack(builder) {
		return LocalResponseNormalizationOptions.createLocalResponseNormalizationOptions(builder, this.radius, this.bias, this.alpha, this.beta);
	}
};
// src/model/schema/generated/log-softmax-options.ts
var LogSoftmaxOptions = class LogSoftmaxOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLogSoftmaxOptions(bb, obj) {
		return (obj || new LogSoftmaxOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLogSoftmaxOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LogSoftmaxOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startLogSoftmaxOptions(builder) {
		builder.startObject(0);
	}
	static endLogSoftmaxOptions(builder) {
		return builder.endObject();
	}
	static createLogSoftmaxOptions(builder) {
		LogSoftmaxOptions.startLogSoftmaxOptions(builder);
		return LogSoftmaxOptions.endLogSoftmaxOptions(builder);
	}
	unpack() {
		return new LogSoftmaxOptionsT();
	}
	unpackTo(_o) {}
};
var LogSoftmaxOptionsT = class {
	constructor() {}
	pack(builder) {
		return LogSoftmaxOptions.createLogSoftmaxOptions(builder);
	}
};
// src/model/schema/generated/logical-and-options.ts
var LogicalAndOptions = class LogicalAndOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLogicalAndOptions(bb, obj) {
		return (obj || new LogicalAndOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLogicalAndOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LogicalAndOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startLogicalAndOptions(builder) {
		builder.startObject(0);
	}
	static endLogicalAndOptions(builder) {
		return builder.endObject();
	}
	static createLogicalAndOptions(builder) {
		LogicalAndOptions.startLogicalAndOptions(builder);
		return LogicalAndOptions.endLogicalAndOptions(builder);
	}
	unpack() {
		return new LogicalAndOptionsT();
	}
	unpackTo(_o) {}
};
var LogicalAndOptionsT = class {
	constructor() {}
	pack(builder) {
		return LogicalAndOptions.createLogicalAndOptions(builder);
	}
};
// src/model/schema/generated/logical-not-options.ts
var LogicalNotOptions = class LogicalNotOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLogicalNotOptions(bb, obj) {
		return (obj || new LogicalNotOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLogicalNotOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LogicalNotOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startLogicalNotOptions(builder) {
		builder.startObject(0);
	}
	static endLogicalNotOptions(builder) {
		return builder.endObject();
	}
	static createLogicalNotOptions(builder) {
		LogicalNotOptions.startLogicalNotOptions(builder);
		return LogicalNotOptions.endLogicalNotOptions(builder);
	}
	unpack() {
		return new LogicalNotOptionsT();
	}
	unpackTo(_o) {}
};
var LogicalNotOptionsT = class {
	constructor() {}
	pack(builder) {
		return LogicalNotOptions.createLogicalNotOptions(builder);
	}
};
// src/model/schema/generated/logical-or-options.ts
var LogicalOrOptions = class LogicalOrOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsLogicalOrOptions(bb, obj) {
		return (obj || new LogicalOrOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsLogicalOrOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new LogicalOrOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startLogicalOrOptions(builder) {
		builder.startObject(0);
	}
	static endLogicalOrOptions(builder) {
		return builder.endObject();
	}
	static createLogicalOrOptions(builder) {
		LogicalOrOptions.startLogicalOrOptions(builder);
		return LogicalOrOptions.endLogicalOrOptions(builder);
	}
	unpack() {
		return new LogicalOrOptionsT();
	}
	unpackTo(_o) {}
};
var LogicalOrOptionsT = class {
	constructor() {}
	pack(builder) {
		return LogicalOrOptions.createLogicalOrOptions(builder);
	}
};
// src/model/schema/generated/matrix-diag-options.ts
var MatrixDiagOptions = class MatrixDiagOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsMatrixDiagOptions(bb, obj) {
		return (obj || new MatrixDiagOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsMatrixDiagOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new MatrixDiagOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startMatrixDiagOptions(builder) {
		builder.startObject(0);
	}
	static endMatrixDiagOptions(builder) {
		return builder.endObject();
	}
	static createMatrixDiagOptions(builder) {
		MatrixDiagOptions.startMatrixDiagOptions(builder);
		return MatrixDiagOptions.endMatrixDiagOptions(builder);
	}
	unpack() {
		return new MatrixDiagOptionsT();
	}
	unpackTo(_o) {}
};
var MatrixDiagOptionsT = class {
	constructor() {}
	pack(builder) {
		return MatrixDiagOptions.createMatrixDiagOptions(builder);
	}
};
// src/model/schema/generated/matrix-set-diag-options.ts
var MatrixSetDiagOptions = class MatrixSetDiagOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsMatrixSetDiagOptions(bb, obj) {
		return (obj || new MatrixSetDiagOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsMatrixSetDiagOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new MatrixSetDiagOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startMatrixSetDiagOptions(builder) {
		builder.startObject(0);
	}
	static endMatrixSetDiagOptions(builder) {
		return builder.endObject();
	}
	static createMatrixSetDiagOptions(builder) {
		MatrixSetDiagOptions.startMatrixSetDiagOptions(builder);
		return MatrixSetDiagOptions.endMatrixSetDiagOptions(builder);
	}
	unpack() {
		return new MatrixSetDiagOptionsT();
	}
	unpackTo(_o) {}
};
var MatrixSetDiagOptionsT = class {
	constructor() {}
	pack(builder) {
		return MatrixSetDiagOptions.createMatrixSetDiagOptions(builder);
	}
};
// src/model/schema/generated/maximum-minimum-options.ts
var MaximumMinimumOptions = class MaximumMinimumOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsMaximumMinimumOptions(bb, obj) {
		return (obj || new MaximumMinimumOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsMaximumMinimumOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new MaximumMinimumOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startMaximumMinimumOptions(builder) {
		builder.startObject(0);
	}
	static endMaximumMinimumOptions(builder) {
		return builder.endObject();
	}
	static createMaximumMinimumOptions(builder) {
		MaximumMinimumOptions.startMaximumMinimumOptions(builder);
		return MaximumMinimumOptions.endMaximumMinimumOptions(builder);
	}
	unpack() {
		return new MaximumMinimumOptionsT();
	}
	unpackTo(_o) {}
};
var MaximumMinimumOptionsT = class {
	constructor() {}
	pack(builder) {
		return MaximumMinimumOptions.createMaximumMinimumOptions(builder);
	}
};
// src/model/schema/generated/mirror-pad-options.ts
var MirrorPadOptions = class MirrorPadOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsMirrorPadOptions(bb, obj) {
		return (obj || new MirrorPadOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsMirrorPadOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new MirrorPadOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	mode() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startMirrorPadOptions(builder) {
		builder.startObject(1);
	}
	static addMode(builder, mode) {
		builder.addFieldInt8(0, mode, 0);
	}
	static endMirrorPadOptions(builder) {
		return builder.endObject();
	}
	static createMirrorPadOptions(builder, mode) {
		MirrorPadOptions.startMirrorPadOptions(builder);
		MirrorPadOptions.addMode(builder, mode);
		return MirrorPadOptions.endMirrorPadOptions(builder);
	}
	unpack() {
		return new MirrorPadOptionsT(this.mode());
	}
	unpackTo(_o) {
		_o.mode = this.mode();
	}
};
var MirrorPadOptionsT = class {
	mode;
	constructor(mode = 0) {
		this.mode = mode;
	}
	pack(builder) {
		return MirrorPadOptions.createMirrorPadOptions(builder, this.mode);
	}
};
// src/model/schema/generated/mul-options.ts
var MulOptions = class MulOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsMulOptions(bb, obj) {
		return (obj || new MulOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsMulOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new MulOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startMulOptions(builder) {
		builder.startObject(1);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static endMulOptions(builder) {
		return builder.endObject();
	}
	static createMulOptions(builder, fusedActivationFunction) {
		MulOptions.startMulOptions(builder);
		MulOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		return MulOptions.endMulOptions(builder);
	}
	unpack() {
		return new MulOptionsT(this.fusedActivationFunction());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
	}
};
var MulOptionsT = class {
	fusedActivationFunction;
	constructor(fusedActivationFunction = 0) {
		this.fusedActivationFunction = fusedActivationFunction;
	}
	pack(builder) {
		return MulOptions.createMulOptions(builder, this.fusedActivationFunction);
	}
};
// src/model/schema/generated/neg-options.ts
var NegOptions = class NegOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsNegOptions(bb, obj) {
		return (obj || new NegOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsNegOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new NegOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startNegOptions(builder) {
		builder.startObject(0);
	}
	static endNegOptions(builder) {
		return builder.endObject();
	}
	static createNegOptions(builder) {
		NegOptions.startNegOptions(builder);
		return NegOptions.endNegOptions(builder);
	}
	unpack() {
		return new NegOptionsT();
	}
	unpackTo(_o) {}
};
var NegOptionsT = class {
	constructor() {}
	pack(builder) {
		return NegOptions.createNegOptions(builder);
	}
};
// src/model/schema/generated/non-max-suppression-v4options.ts
var NonMaxSuppressionV4Options = class NonMaxSuppressionV4Options {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsNonMaxSuppressionV4Options(bb, obj) {
		return (obj || new NonMaxSuppressionV4Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsNonMaxSuppressionV4Options(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new NonMaxSuppressionV4Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startNonMaxSuppressionV4Options(builder) {
		builder.startObject(0);
	}
	static endNonMaxSuppressionV4Options(builder) {
		return builder.endObject();
	}
	static createNonMaxSuppressionV4Options(builder) {
		NonMaxSuppressionV4Options.startNonMaxSuppressionV4Options(builder);
		return NonMaxSuppressionV4Options.endNonMaxSuppressionV4Options(builder);
	}
	unpack() {
		return new NonMaxSuppressionV4OptionsT();
	}
	unpackTo(_o) {}
};
var NonMaxSuppressionV4OptionsT = class {
	constructor() {}
	pack(builder) {
		return NonMaxSuppressionV4Options.createNonMaxSuppressionV4Options(builder);
	}
};
// src/model/schema/generated/non-max-suppression-v5options.ts
var NonMaxSuppressionV5Options = class NonMaxSuppressionV5Options {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsNonMaxSuppressionV5Options(bb, obj) {
		return (obj || new NonMaxSuppressionV5Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsNonMaxSuppressionV5Options(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new NonMaxSuppressionV5Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startNonMaxSuppressionV5Options(builder) {
		builder.startObject(0);
	}
	static endNonMaxSuppressionV5Options(builder) {
		return builder.endObject();
	}
	static createNonMaxSuppressionV5Options(builder) {
		NonMaxSuppressionV5Options.startNonMaxSuppressionV5Options(builder);
		return NonMaxSuppressionV5Options.endNonMaxSuppressionV5Options(builder);
	}
	unpack() {
		return new NonMaxSuppressionV5OptionsT();
	}
	unpackTo(_o) {}
};
var NonMaxSuppressionV5OptionsT = class {
	constructor() {}
	pack(builder) {
		return NonMaxSuppressionV5Options.createNonMaxSuppressionV5Options(builder);
	}
};
// src/model/schema/generated/not-equal-options.ts
var NotEqualOptions = class NotEqualOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsNotEqualOptions(bb, obj) {
		return (obj || new NotEqualOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsNotEqualOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new NotEqualOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startNotEqualOptions(builder) {
		builder.startObject(0);
	}
	static endNotEqualOptions(builder) {
		return builder.endObject();
	}
	static createNotEqualOptions(builder) {
		NotEqualOptions.startNotEqualOptions(builder);
		return NotEqualOptions.endNotEqualOptions(builder);
	}
	unpack() {
		return new NotEqualOptionsT();
	}
	unpackTo(_o) {}
};
var NotEqualOptionsT = class {
	constructor() {}
	pack(builder) {
		return NotEqualOptions.createNotEqualOptions(builder);
	}
};
// src/model/schema/generated/one-hot-options.ts
var OneHotOptions = class OneHotOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsOneHotOptions(bb, obj) {
		return (obj || new OneHotOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsOneHotOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new OneHotOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	axis() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startOneHotOptions(builder) {
		builder.startObject(1);
	}
	static addAxis(builder, axis) {
		builder.addFieldInt32(0, axis, 0);
	}
	static endOneHotOptions(builder) {
		return builder.endObject();
	}
	static createOneHotOptions(builder, axis) {
		OneHotOptions.startOneHotOptions(builder);
		OneHotOptions.addAxis(builder, axis);
		return OneHotOptions.endOneHotOptions(builder);
	}
	unpack() {
		return new OneHotOptionsT(this.axis());
	}
	unpackTo(_o) {
		_o.axis = this.axis();
	}
};
var OneHotOptionsT = class {
	axis;
	constructor(axis = 0) {
		this.axis = axis;
	}
	pack(builder) {
		return OneHotOptions.createOneHotOptions(builder, this.axis);
	}
};
// src/model/schema/generated/pack-options.ts
var PackOptions = class PackOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsPackOptions(bb, obj) {
		return (obj || new PackOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsPackOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new PackOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	valuesCount() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	axis() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startPackOptions(builder) {
		builder.startObject(2);
	}
	static addValuesCount(builder, valuesCount) {
		builder.addFieldInt32(0, valuesCount, 0);
	}
	static addAxis(builder, axis) {
		builder.addFieldInt32(1, axis, 0);
	}
	static endPackOptions(builder) {
		return builder.endObject();
	}
	static createPackOptions(builder, valuesCount, axis) {
		PackOptions.startPackOptions(builder);
		PackOptions.addValuesCount(builder, valuesCount);
		PackOptions.addAxis(builder, axis);
		return PackOptions.endPackOptions(builder);
	}
	unpack() {
		return new PackOptionsT(this.valuesCount(), this.axis());
	}
	unpackTo(_o) {
		_o.valuesCount = this.valuesCount();
		_o.axis = this.axis();
	}
};
var PackOptionsT = class {
	valuesCount;
	axis;
	constructor(valuesCount = 0, axis = 0) {
		this.valuesCount = valuesCount;
		this.axis = axis;
	}
	pack(builder) {
		return PackOptions.createPackOptions(builder, this.valuesCount, this.axis);
	}
};
// src/model/schema/generated/pad-options.ts
var PadOptions = class PadOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsPadOptions(bb, obj) {
		return (obj || new PadOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsPadOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new PadOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startPadOptions(builder) {
		builder.startObject(0);
	}
	static endPadOptions(builder) {
		return builder.endObject();
	}
	static createPadOptions(builder) {
		PadOptions.startPadOptions(builder);
		return PadOptions.endPadOptions(builder);
	}
	unpack() {
		return new PadOptionsT();
	}
	unpackTo(_o) {}
};
var PadOptionsT = class {
	constructor() {}
	pack(builder) {
		return PadOptions.createPadOptions(builder);
	}
};
// src/model/schema/generated/pad-v2options.ts
var PadV2Options = class PadV2Options {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsPadV2Options(bb, obj) {
		return (obj || new PadV2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsPadV2Options(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new PadV2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startPadV2Options(builder) {
		builder.startObject(0);
	}
	static endPadV2Options(builder) {
		return builder.endObject();
	}
	static createPadV2Options(builder) {
		PadV2Options.startPadV2Options(builder);
		return PadV2Options.endPadV2Options(builder);
	}
	unpack() {
		return new PadV2OptionsT();
	}
	unpackTo(_o) {}
};
var PadV2OptionsT = class {
	constructor() {}
	pack(builder) {
		return PadV2Options.createPadV2Options(builder);
	}
};
// src/model/schema/generated/pool2doptions.ts
var Pool2DOptions = class Pool2DOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsPool2DOptions(bb, obj) {
		return (obj || new Pool2DOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsPool2DOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Pool2DOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	padding() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	strideW() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	strideH() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	filterWidth() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	filterHeight() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startPool2DOptions(builder) {
		builder.startObject(6);
	}
	static addPadding(builder, padding) {
		builder.addFieldInt8(0, padding, 0);
	}
	static addStrideW(builder, strideW) {
		builder.addFieldInt32(1, strideW, 0);
	}
	static addStrideH(builder, strideH) {
		builder.addFieldInt32(2, strideH, 0);
	}
	static addFilterWidth(builder, filterWidth) {
		builder.addFieldInt32(3, filterWidth, 0);
	}
	static addFilterHeight(builder, filterHeight) {
		builder.addFieldInt32(4, filterHeight, 0);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(5, fusedActivationFunction, 0);
	}
	static endPool2DOptions(builder) {
		return builder.endObject();
	}
	static createPool2DOptions(builder, padding, strideW, strideH, filterWidth, filterHeight, fusedActivationFunction) {
		Pool2DOptions.startPool2DOptions(builder);
		Pool2DOptions.addPadding(builder, padding);
		Pool2DOptions.addStrideW(builder, strideW);
		Pool2DOptions.addStrideH(builder, strideH);
		Pool2DOptions.addFilterWidth(builder, filterWidth);
		Pool2DOptions.addFilterHeight(builder, filterHeight);
		Pool2DOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		return Pool2DOptions.endPool2DOptions(builder);
	}
	unpack() {
		return new Pool2DOptionsT(this.padding(), this.strideW(), this.strideH(), this.filterWidth(), this.filterHeight(), this.fusedActivationFunction());
	}
	unpackTo(_o) {
		_o.padding = this.padding();
		_o.strideW = this.strideW();
		_o.strideH = this.strideH();
		_o.filterWidth = this.filterWidth();
		_o.filterHeight = this.filterHeight();
		_o.fusedActivationFunction = this.fusedActivationFunction();
	}
};
var Pool2DOptionsT = class {
	padding;
	strideW;
	strideH;
	filterWidth;
	filterHeight;
	fusedActivationFunction;
	constructor(padding = 0, strideW = 0, strideH = 0, filterWidth = 0, filterHeight = 0, fusedActivationFunction = 0) {
		this.padding = padding;
		this.strideW = strideW;
		this.strideH = strideH;
		this.filterWidth = filterWidth;
		this.filterHeight = filterHeight;
		this.fusedActivationFunction = fusedActivationFunction;
	}
	pack(builder) {
		return Pool2DOptions.createPool2DOptions(builder, this.padding, this.strideW, this.strideH, this.filterWidth, this.filterHeight, this.fusedActivationFunction);
	}
};
// src/model/schema/generated/pow-options.ts
var PowOptions = class PowOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsPowOptions(bb, obj) {
		return (obj || new PowOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsPowOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new PowOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startPowOptions(builder) {
		builder.startObject(0);
	}
	static endPowOptions(builder) {
		return builder.endObject();
	}
	static createPowOptions(builder) {
		PowOptions.startPowOptions(builder);
		return PowOptions.endPowOptions(builder);
	}
	unpack() {
		return new PowOptionsT();
	}
	unpackTo(_o) {}
};
var PowOptionsT = class {
	constructor() {}
	pack(builder) {
		return PowOptions.createPowOptions(builder);
	}
};
// src/model/schema/generated/quantize-options.ts
var QuantizeOptions = class QuantizeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsQuantizeOptions(bb, obj) {
		return (obj || new QuantizeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsQuantizeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new QuantizeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startQuantizeOptions(builder) {
		builder.startObject(0);
	}
	static endQuantizeOptions(builder) {
		return builder.endObject();
	}
	static createQuantizeOptions(builder) {
		QuantizeOptions.startQuantizeOptions(builder);
		return QuantizeOptions.endQuantizeOptions(builder);
	}
	unpack() {
		return new QuantizeOptionsT();
	}
	unpackTo(_o) {}
};
var QuantizeOptionsT = class {
	constructor() {}
	pack(builder) {
		return QuantizeOptions.createQuantizeOptions(builder);
	}
};
// src/model/schema/generated/rnnoptions.ts
var RNNOptions = class RNNOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsRNNOptions(bb, obj) {
		return (obj || new RNNOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsRNNOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new RNNOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	asymmetricQuantizeInputs() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startRNNOptions(builder) {
		builder.startObject(2);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs) {
		builder.addFieldInt8(1, +asymmetricQuantizeInputs, 0);
	}
	static endRNNOptions(builder) {
		return builder.endObject();
	}
	static createRNNOptions(builder, fusedActivationFunction, asymmetricQuantizeInputs) {
		RNNOptions.startRNNOptions(builder);
		RNNOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		RNNOptions.addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs);
		return RNNOptions.endRNNOptions(builder);
	}
	unpack() {
		return new RNNOptionsT(this.fusedActivationFunction(), this.asymmetricQuantizeInputs());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.asymmetricQuantizeInputs = this.asymmetricQuantizeInputs();
	}
};
var RNNOptionsT = class {
	fusedActivationFunction;
	asymmetricQuantizeInputs;
	constructor(fusedActivationFunction = 0, asymmetricQuantizeInputs = false) {
		this.fusedActivationFunction = fusedActivationFunction;
		this.asymmetricQuantizeInputs = asymmetricQuantizeInputs;
	}
	pack(builder) {
		return RNNOptions.createRNNOptions(builder, this.fusedActivationFunction, this.asymmetricQuantizeInputs);
	}
};
// src/model/schema/generated/random-options.ts
var RandomOptions = class RandomOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsRandomOptions(bb, obj) {
		return (obj || new RandomOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsRandomOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new RandomOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	seed() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	seed2() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	static startRandomOptions(builder) {
		builder.startObject(2);
	}
	static addSeed(builder, seed) {
		builder.addFieldInt64(0, seed, BigInt("0"));
	}
	static addSeed2(builder, seed2) {
		builder.addFieldInt64(1, seed2, BigInt("0"));
	}
	static endRandomOptions(builder) {
		return builder.endObject();
	}
	static createRandomOptions(builder, seed, seed2) {
		RandomOptions.startRandomOptions(builder);
		RandomOptions.addSeed(builder, seed);
		RandomOptions.addSeed2(builder, seed2);
		return RandomOptions.endRandomOptions(builder);
	}
	unpack() {
		return new RandomOptionsT(this.seed(), this.seed2());
	}
	unpackTo(_o) {
		_o.seed = this.seed();
		_o.seed2 = this.seed2();
	}
};
var RandomOptionsT = class {
	seed;
	seed2;
	constructor(seed = BigInt("0"), seed2 = BigInt("0")) {
		this.seed = seed;
		this.seed2 = seed2;
	}
	pack(builder) {
		return RandomOptions.createRandomOptions(builder, this.seed, this.seed2);
	}
};
// src/model/schema/generated/range-options.ts
var RangeOptions = class RangeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsRangeOptions(bb, obj) {
		return (obj || new RangeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsRangeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new RangeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startRangeOptions(builder) {
		builder.startObject(0);
	}
	static endRangeOptions(builder) {
		return builder.endObject();
	}
	static createRangeOptions(builder) {
		RangeOptions.startRangeOptions(builder);
		return RangeOptions.endRangeOptions(builder);
	}
	unpack() {
		return new RangeOptionsT();
	}
	unpackTo(_o) {}
};
var RangeOptionsT = class {
	constructor() {}
	pack(builder) {
		return RangeOptions.createRangeOptions(builder);
	}
};
// src/model/schema/generated/rank-options.ts
var RankOptions = class RankOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsRankOptions(bb, obj) {
		return (obj || new RankOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsRankOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new RankOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startRankOptions(builder) {
		builder.startObject(0);
	}
	static endRankOptions(builder) {
		return builder.endObject();
	}
	static createRankOptions(builder) {
		RankOptions.startRankOptions(builder);
		return RankOptions.endRankOptions(builder);
	}
	unpack() {
		return new RankOptionsT();
	}
	unpackTo(_o) {}
};
var RankOptionsT = class {
	constructor() {}
	pack(builder) {
		return RankOptions.createRankOptions(builder);
	}
};
// src/model/schema/generated/read-variable-options.ts
var ReadVariableOptions = class ReadVariableOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsReadVariableOptions(bb, obj) {
		return (obj || new ReadVariableOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsReadVariableOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ReadVariableOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startReadVariableOptions(builder) {
		builder.startObject(0);
	}
	static endReadVariableOptions(builder) {
		return builder.endObject();
	}
	static createReadVariableOptions(builder) {
		ReadVariableOptions.startReadVariableOptions(builder);
		return ReadVariableOptions.endReadVariableOptions(builder);
	}
	unpack() {
		return new ReadVariableOptionsT();
	}
	unpackTo(_o) {}
};
var ReadVariableOptionsT = class {
	constructor() {}
	pack(builder) {
		return ReadVariableOptions.createReadVariableOptions(builder);
	}
};
// src/model/schema/generated/reducer-options.ts
var ReducerOptions = class ReducerOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsReducerOptions(bb, obj) {
		return (obj || new ReducerOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsReducerOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ReducerOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	keepDims() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startReducerOptions(builder) {
		builder.startObject(1);
	}
	static addKeepDims(builder, keepDims) {
		builder.addFieldInt8(0, +keepDims, 0);
	}
	static endReducerOptions(builder) {
		return builder.endObject();
	}
	static createReducerOptions(builder, keepDims) {
		ReducerOptions.startReducerOptions(builder);
		ReducerOptions.addKeepDims(builder, keepDims);
		return ReducerOptions.endReducerOptions(builder);
	}
	unpack() {
		return new ReducerOptionsT(this.keepDims());
	}
	unpackTo(_o) {
		_o.keepDims = this.keepDims();
	}
};
var ReducerOptionsT = class {
	keepDims;
	constructor(keepDims = false) {
		this.keepDims = keepDims;
	}
	pack(builder) {
		return ReducerOptions.createReducerOptions(builder, this.keepDims);
	}
};
// src/model/schema/generated/reshape-options.ts
var ReshapeOptions = class ReshapeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsReshapeOptions(bb, obj) {
		return (obj || new ReshapeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsReshapeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ReshapeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	newShape(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	newShapeLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	newShapeArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startReshapeOptions(builder) {
		builder.startObject(1);
	}
	static addNewShape(builder, newShapeOffset) {
		builder.addFieldOffset(0, newShapeOffset, 0);
	}
	static createNewShapeVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startNewShapeVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endReshapeOptions(builder) {
		return builder.endObject();
	}
	static createReshapeOptions(builder, newShapeOffset) {
		ReshapeOptions.startReshapeOptions(builder);
		ReshapeOptions.addNewShape(builder, newShapeOffset);
		return ReshapeOptions.endReshapeOptions(builder);
	}
	unpack() {
		return new ReshapeOptionsT(this.bb.createScalarList(this.newShape.bind(this), this.newShapeLength()));
	}
	unpackTo(_o) {
		_o.newShape = this.bb.createScalarList(this.newShape.bind(this), this.newShapeLength());
	}
};
var ReshapeOptionsT = class {
	newShape;
	constructor(newShape = []) {
		this.newShape = newShape;
	}
	pack(builder) {
		const newShape = ReshapeOptions.createNewShapeVector(builder, this.newShape);
		return ReshapeOptions.createReshapeOptions(builder, newShape);
	}
};
// src/model/schema/generated/resize-bilinear-options.ts
var ResizeBilinearOptions = class ResizeBilinearOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsResizeBilinearOptions(bb, obj) {
		return (obj || new ResizeBilinearOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsResizeBilinearOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ResizeBilinearOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	newHeight() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	newWidth() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	alignCorners() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	halfPixelCenters() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startResizeBilinearOptions(builder) {
		builder.startObject(4);
	}
	static addNewHeight(builder, newHeight) {
		builder.addFieldInt32(0, newHeight, 0);
	}
	static addNewWidth(builder, newWidth) {
		builder.addFieldInt32(1, newWidth, 0);
	}
	static addAlignCorners(builder, alignCorners) {
		builder.addFieldInt8(2, +alignCorners, 0);
	}
	static addHalfPixelCenters(builder, halfPixelCenters) {
		builder.addFieldInt8(3, +halfPixelCenters, 0);
	}
	static endResizeBilinearOptions(builder) {
		return builder.endObject();
	}
	static createResizeBilinearOptions(builder, newHeight, newWidth, alignCorners, halfPixelCenters) {
		ResizeBilinearOptions.startResizeBilinearOptions(builder);
		ResizeBilinearOptions.addNewHeight(builder, newHeight);
		ResizeBilinearOptions.addNewWidth(builder, newWidth);
		ResizeBilinearOptions.addAlignCorners(builder, alignCorners);
		ResizeBilinearOptions.addHalfPixelCenters(builder, halfPixelCenters);
		return ResizeBilinearOptions.endResizeBilinearOptions(builder);
	}
	unpack() {
		return new ResizeBilinearOptionsT(this.newHeight(), this.newWidth(), this.alignCorners(), this.halfPixelCenters());
	}
	unpackTo(_o) {
		_o.newHeight = this.newHeight();
		_o.newWidth = this.newWidth();
		_o.alignCorners = this.alignCorners();
		_o.halfPixelCenters = this.halfPixelCenters();
	}
};
var ResizeBilinearOptionsT = class {
	newHeight;
	newWidth;
	alignCorners;
	halfPixelCenters;
	constructor(newHeight = 0, newWidth = 0, alignCorners = false, halfPixelCenters = false) {
		this.newHeight = newHeight;
		this.newWidth = newWidth;
		this.alignCorners = alignCorners;
		this.halfPixelCenters = halfPixelCenters;
	}
	pack(builder) {
		return ResizeBilinearOptions.createResizeBilinearOptions(builder, this.newHeight, this.newWidth, this.alignCorners, this.halfPixelCenters);
	}
};
// src/model/schema/generated/resize-nearest-neighbor-options.ts
var ResizeNearestNeighborOptions = class ResizeNearestNeighborOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsResizeNearestNeighborOptions(bb, obj) {
		return (obj || new ResizeNearestNeighborOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsResizeNearestNeighborOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ResizeNearestNeighborOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	alignCorners() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	halfPixelCenters() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startResizeNearestNeighborOptions(builder) {
		builder.startObject(2);
	}
	static addAlignCorners(builder, alignCorners) {
		builder.addFieldInt8(0, +alignCorners, 0);
	}
	static addHalfPixelCenters(builder, halfPixelCenters) {
		builder.addFieldInt8(1, +halfPixelCenters, 0);
	}
	static endResizeNearestNeighborOptions(builder) {
		return builder.endObject();
	}
	static createResizeNearestNeighborOptions(builder, alignCorners, halfPixelCenters) {
		ResizeNearestNeighborOptions.startResizeNearestNeighborOptions(builder);
		ResizeNearestNeighborOptions.addAlignCorners(builder, alignCorners);
		ResizeNearestNeighborOptions.addHalfPixelCenters(builder, halfPixelCenters);
		return ResizeNearestNeighborOptions.endResizeNearestNeighborOptions(builder);
	}
	unpack() {
		return new ResizeNearestNeighborOptionsT(this.alignCorners(), this.halfPixelCenters());
	}
	unpackTo(_o) {
		_o.alignCorners = this.alignCorners();
		_o.halfPixelCenters = this.halfPixelCenters();
	}
};
var ResizeNearestNeighborOptionsT = class {
	alignCorners;
	halfPixelCenters;
	constructor(alignCorners = false, halfPixelCenters = false) {
		this.alignCorners = alignCorners;
		this.halfPixelCenters = halfPixelCenters;
	}
	pack(builder) {
		return ResizeNearestNeighborOptions.createResizeNearestNeighborOptions(builder, this.alignCorners, this.halfPixelCenters);
	}
};
// src/model/schema/generated/reverse-sequence-options.ts
var ReverseSequenceOptions = class ReverseSequenceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsReverseSequenceOptions(bb, obj) {
		return (obj || new ReverseSequenceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsReverseSequenceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ReverseSequenceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	seqDim() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	batchDim() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startReverseSequenceOptions(builder) {
		builder.startObject(2);
	}
	static addSeqDim(builder, seqDim) {
		builder.addFieldInt32(0, seqDim, 0);
	}
	static addBatchDim(builder, batchDim) {
		builder.addFieldInt32(1, batchDim, 0);
	}
	static endReverseSequenceOptions(builder) {
		return builder.endObject();
	}
	static createReverseSequenceOptions(builder, seqDim, batchDim) {
		ReverseSequenceOptions.startReverseSequenceOptions(builder);
		ReverseSequenceOptions.addSeqDim(builder, seqDim);
		ReverseSequenceOptions.addBatchDim(builder, batchDim);
		return ReverseSequenceOptions.endReverseSequenceOptions(builder);
	}
	unpack() {
		return new ReverseSequenceOptionsT(this.seqDim(), this.batchDim());
	}
	unpackTo(_o) {
		_o.seqDim = this.seqDim();
		_o.batchDim = this.batchDim();
	}
};
var ReverseSequenceOptionsT = class {
	seqDim;
	batchDim;
	constructor(seqDim = 0, batchDim = 0) {
		this.seqDim = seqDim;
		this.batchDim = batchDim;
	}
	pack(builder) {
		return ReverseSequenceOptions.createReverseSequenceOptions(builder, this.seqDim, this.batchDim);
	}
};
// src/model/schema/generated/reverse-v2options.ts
var ReverseV2Options = class ReverseV2Options {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsReverseV2Options(bb, obj) {
		return (obj || new ReverseV2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsReverseV2Options(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ReverseV2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startReverseV2Options(builder) {
		builder.startObject(0);
	}
	static endReverseV2Options(builder) {
		return builder.endObject();
	}
	static createReverseV2Options(builder) {
		ReverseV2Options.startReverseV2Options(builder);
		return ReverseV2Options.endReverseV2Options(builder);
	}
	unpack() {
		return new ReverseV2OptionsT();
	}
	unpackTo(_o) {}
};
var ReverseV2OptionsT = class {
	constructor() {}
	pack(builder) {
		return ReverseV2Options.createReverseV2Options(builder);
	}
};
// src/model/schema/generated/rfft2d-options.ts
var Rfft2dOptions = class Rfft2dOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsRfft2dOptions(bb, obj) {
		return (obj || new Rfft2dOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsRfft2dOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Rfft2dOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startRfft2dOptions(builder) {
		builder.startObject(0);
	}
	static endRfft2dOptions(builder) {
		return builder.endObject();
	}
	static createRfft2dOptions(builder) {
		Rfft2dOptions.startRfft2dOptions(builder);
		return Rfft2dOptions.endRfft2dOptions(builder);
	}
	unpack() {
		return new Rfft2dOptionsT();
	}
	unpackTo(_o) {}
};
var Rfft2dOptionsT = class {
	constructor() {}
	pack(builder) {
		return Rfft2dOptions.createRfft2dOptions(builder);
	}
};
// src/model/schema/generated/right-shift-options.ts
var RightShiftOptions = class RightShiftOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsRightShiftOptions(bb, obj) {
		return (obj || new RightShiftOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsRightShiftOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new RightShiftOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startRightShiftOptions(builder) {
		builder.startObject(0);
	}
	static endRightShiftOptions(builder) {
		return builder.endObject();
	}
	static createRightShiftOptions(builder) {
		RightShiftOptions.startRightShiftOptions(builder);
		return RightShiftOptions.endRightShiftOptions(builder);
	}
	unpack() {
		return new RightShiftOptionsT();
	}
	unpackTo(_o) {}
};
var RightShiftOptionsT = class {
	constructor() {}
	pack(builder) {
		return RightShiftOptions.createRightShiftOptions(builder);
	}
};
// src/model/schema/generated/svdfoptions.ts
var SVDFOptions = class SVDFOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSVDFOptions(bb, obj) {
		return (obj || new SVDFOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSVDFOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SVDFOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	rank() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	asymmetricQuantizeInputs() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startSVDFOptions(builder) {
		builder.startObject(3);
	}
	static addRank(builder, rank) {
		builder.addFieldInt32(0, rank, 0);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(1, fusedActivationFunction, 0);
	}
	static addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs) {
		builder.addFieldInt8(2, +asymmetricQuantizeInputs, 0);
	}
	static endSVDFOptions(builder) {
		return builder.endObject();
	}
	static createSVDFOptions(builder, rank, fusedActivationFunction, asymmetricQuantizeInputs) {
		SVDFOptions.startSVDFOptions(builder);
		SVDFOptions.addRank(builder, rank);
		SVDFOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		SVDFOptions.addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs);
		return SVDFOptions.endSVDFOptions(builder);
	}
	unpack() {
		return new SVDFOptionsT(this.rank(), this.fusedActivationFunction(), this.asymmetricQuantizeInputs());
	}
	unpackTo(_o) {
		_o.rank = this.rank();
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.asymmetricQuantizeInputs = this.asymmetricQuantizeInputs();
	}
};
var SVDFOptionsT = class {
	rank;
	fusedActivationFunction;
	asymmetricQuantizeInputs;
	constructor(rank = 0, fusedActivationFunction = 0, asymmetricQuantizeInputs = false) {
		this.rank = rank;
		this.fusedActivationFunction = fusedActivationFunction;
		this.asymmetricQuantizeInputs = asymmetricQuantizeInputs;
	}
	pack(builder) {
		return SVDFOptions.createSVDFOptions(builder, this.rank, this.fusedActivationFunction, this.asymmetricQuantizeInputs);
	}
};
// src/model/schema/generated/scatter-nd-options.ts
var ScatterNdOptions = class ScatterNdOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsScatterNdOptions(bb, obj) {
		return (obj || new ScatterNdOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsScatterNdOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ScatterNdOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startScatterNdOptions(builder) {
		builder.startObject(0);
	}
	static endScatterNdOptions(builder) {
		return builder.endObject();
	}
	static createScatterNdOptions(builder) {
		ScatterNdOptions.startScatterNdOptions(builder);
		return ScatterNdOptions.endScatterNdOptions(builder);
	}
	unpack() {
		return new ScatterNdOptionsT();
	}
	unpackTo(_o) {}
};
var ScatterNdOptionsT = class {
	constructor() {}
	pack(builder) {
		return ScatterNdOptions.createScatterNdOptions(builder);
	}
};
// src/model/schema/generated/segment-sum-options.ts
var SegmentSumOptions = class SegmentSumOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSegmentSumOptions(bb, obj) {
		return (obj || new SegmentSumOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSegmentSumOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SegmentSumOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startSegmentSumOptions(builder) {
		builder.startObject(0);
	}
	static endSegmentSumOptions(builder) {
		return builder.endObject();
	}
	static createSegmentSumOptions(builder) {
		SegmentSumOptions.startSegmentSumOptions(builder);
		return SegmentSumOptions.endSegmentSumOptions(builder);
	}
	unpack() {
		return new SegmentSumOptionsT();
	}
	unpackTo(_o) {}
};
var SegmentSumOptionsT = class {
	constructor() {}
	pack(builder) {
		return SegmentSumOptions.createSegmentSumOptions(builder);
	}
};
// src/model/schema/generated/select-options.ts
var SelectOptions = class SelectOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSelectOptions(bb, obj) {
		return (obj || new SelectOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSelectOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SelectOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startSelectOptions(builder) {
		builder.startObject(0);
	}
	static endSelectOptions(builder) {
		return builder.endObject();
	}
	static createSelectOptions(builder) {
		SelectOptions.startSelectOptions(builder);
		return SelectOptions.endSelectOptions(builder);
	}
	unpack() {
		return new SelectOptionsT();
	}
	unpackTo(_o) {}
};
var SelectOptionsT = class {
	constructor() {}
	pack(builder) {
		return SelectOptions.createSelectOptions(builder);
	}
};
// src/model/schema/generated/select-v2options.ts
var SelectV2Options = class SelectV2Options {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSelectV2Options(bb, obj) {
		return (obj || new SelectV2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSelectV2Options(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SelectV2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startSelectV2Options(builder) {
		builder.startObject(0);
	}
	static endSelectV2Options(builder) {
		return builder.endObject();
	}
	static createSelectV2Options(builder) {
		SelectV2Options.startSelectV2Options(builder);
		return SelectV2Options.endSelectV2Options(builder);
	}
	unpack() {
		return new SelectV2OptionsT();
	}
	unpackTo(_o) {}
};
var SelectV2OptionsT = class {
	constructor() {}
	pack(builder) {
		return SelectV2Options.createSelectV2Options(builder);
	}
};
// src/model/schema/generated/sequence-rnnoptions.ts
var SequenceRNNOptions = class SequenceRNNOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSequenceRNNOptions(bb, obj) {
		return (obj || new SequenceRNNOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSequenceRNNOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SequenceRNNOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	timeMajor() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	asymmetricQuantizeInputs() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startSequenceRNNOptions(builder) {
		builder.startObject(3);
	}
	static addTimeMajor(builder, timeMajor) {
		builder.addFieldInt8(0, +timeMajor, 0);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(1, fusedActivationFunction, 0);
	}
	static addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs) {
		builder.addFieldInt8(2, +asymmetricQuantizeInputs, 0);
	}
	static endSequenceRNNOptions(builder) {
		return builder.endObject();
	}
	static createSequenceRNNOptions(builder, timeMajor, fusedActivationFunction, asymmetricQuantizeInputs) {
		SequenceRNNOptions.startSequenceRNNOptions(builder);
		SequenceRNNOptions.addTimeMajor(builder, timeMajor);
		SequenceRNNOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		SequenceRNNOptions.addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs);
		return SequenceRNNOptions.endSequenceRNNOptions(builder);
	}
	unpack() {
		return new SequenceRNNOptionsT(this.timeMajor(), this.fusedActivationFunction(), this.asymmetricQuantizeInputs());
	}
	unpackTo(_o) {
		_o.timeMajor = this.timeMajor();
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.asymmetricQuantizeInputs = this.asymmetricQuantizeInputs();
	}
};
var SequenceRNNOptionsT = class {
	timeMajor;
	fusedActivationFunction;
	asymmetricQuantizeInputs;
	constructor(timeMajor = false, fusedActivationFunction = 0, asymmetricQuantizeInputs = false) {
		this.timeMajor = timeMajor;
		this.fusedActivationFunction = fusedActivationFunction;
		this.asymmetricQuantizeInputs = asymmetricQuantizeInputs;
	}
	pack(builder) {
		return SequenceRNNOptions.createSequenceRNNOptions(builder, this.timeMajor, this.fusedActivationFunction, this.asymmetricQuantizeInputs);
	}
};
// src/model/schema/generated/shape-options.ts
var ShapeOptions = class ShapeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsShapeOptions(bb, obj) {
		return (obj || new ShapeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsShapeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ShapeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	outType() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startShapeOptions(builder) {
		builder.startObject(1);
	}
	static addOutType(builder, outType) {
		builder.addFieldInt8(0, outType, 0);
	}
	static endShapeOptions(builder) {
		return builder.endObject();
	}
	static createShapeOptions(builder, outType) {
		ShapeOptions.startShapeOptions(builder);
		ShapeOptions.addOutType(builder, outType);
		return ShapeOptions.endShapeOptions(builder);
	}
	unpack() {
		return new ShapeOptionsT(this.outType());
	}
	unpackTo(_o) {
		_o.outType = this.outType();
	}
};
var ShapeOptionsT = class {
	outType;
	constructor(outType = 0) {
		this.outType = outType;
	}
	pack(builder) {
		return ShapeOptions.createShapeOptions(builder, this.outType);
	}
};
// src/model/schema/generated/sign-options.ts
var SignOptions = class SignOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSignOptions(bb, obj) {
		return (obj || new SignOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSignOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SignOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startSignOptions(builder) {
		builder.startObject(0);
	}
	static endSignOptions(builder) {
		return builder.endObject();
	}
	static createSignOptions(builder) {
		SignOptions.startSignOptions(builder);
		return SignOptions.endSignOptions(builder);
	}
	unpack() {
		return new SignOptionsT();
	}
	unpackTo(_o) {}
};
var SignOptionsT = class {
	constructor() {}
	pack(builder) {
		return SignOptions.createSignOptions(builder);
	}
};
// src/model/schema/generated/skip-gram-options.ts
var SkipGramOptions = class SkipGramOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSkipGramOptions(bb, obj) {
		return (obj || new SkipGramOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSkipGramOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SkipGramOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	ngramSize() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	maxSkipSize() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	includeAllNgrams() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startSkipGramOptions(builder) {
		builder.startObject(3);
	}
	static addNgramSize(builder, ngramSize) {
		builder.addFieldInt32(0, ngramSize, 0);
	}
	static addMaxSkipSize(builder, maxSkipSize) {
		builder.addFieldInt32(1, maxSkipSize, 0);
	}
	static addIncludeAllNgrams(builder, includeAllNgrams) {
		builder.addFieldInt8(2, +includeAllNgrams, 0);
	}
	static endSkipGramOptions(builder) {
		return builder.endObject();
	}
	static createSkipGramOptions(builder, ngramSize, maxSkipSize, includeAllNgrams) {
		SkipGramOptions.startSkipGramOptions(builder);
		SkipGramOptions.addNgramSize(builder, ngramSize);
		SkipGramOptions.addMaxSkipSize(builder, maxSkipSize);
		SkipGramOptions.addIncludeAllNgrams(builder, includeAllNgrams);
		return SkipGramOptions.endSkipGramOptions(builder);
	}
	unpack() {
		return new SkipGramOptionsT(this.ngramSize(), this.maxSkipSize(), this.includeAllNgrams());
	}
	unpackTo(_o) {
		_o.ngramSize = this.ngramSize();
		_o.maxSkipSize = this.maxSkipSize();
		_o.includeAllNgrams = this.includeAllNgrams();
	}
};
var SkipGramOptionsT = class {
	ngramSize;
	maxSkipSize;
	includeAllNgrams;
	constructor(ngramSize = 0, maxSkipSize = 0, includeAllNgrams = false) {
		this.ngramSize = ngramSize;
		this.maxSkipSize = maxSkipSize;
		this.includeAllNgrams = includeAllNgrams;
	}
	pack(builder) {
		return SkipGramOptions.createSkipGramOptions(builder, this.ngramSize, this.maxSkipSize, this.includeAllNgrams);
	}
};
// src/model/schema/generated/slice-options.ts
var SliceOptions = class SliceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSliceOptions(bb, obj) {
		return (obj || new SliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSliceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startSliceOptions(builder) {
		builder.startObject(0);
	}
	static endSliceOptions(builder) {
		return builder.endObject();
	}
	static createSliceOptions(builder) {
		SliceOptions.startSliceOptions(builder);
		return SliceOptions.endSliceOptions(builder);
	}
	unpack() {
		return new SliceOptionsT();
	}
	unpackTo(_o) {}
};
var SliceOptionsT = class {
	constructor() {}
	pack(builder) {
		return SliceOptions.createSliceOptions(builder);
	}
};
// src/model/schema/generated/softmax-options.ts
var SoftmaxOptions = class SoftmaxOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSoftmaxOptions(bb, obj) {
		return (obj || new SoftmaxOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSoftmaxOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SoftmaxOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	beta() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	static startSoftmaxOptions(builder) {
		builder.startObject(1);
	}
	static addBeta(builder, beta) {
		builder.addFieldFloat32(0, beta, 0);
	}
	static endSoftmaxOptions(builder) {
		return builder.endObject();
	}
	static createSoftmaxOptions(builder, beta) {
		SoftmaxOptions.startSoftmaxOptions(builder);
		SoftmaxOptions.addBeta(builder, beta);
		return SoftmaxOptions.endSoftmaxOptions(builder);
	}
	unpack() {
		return new SoftmaxOptionsT(this.beta());
	}
	unpackTo(_o) {
		_o.beta = this.beta();
	}
};
var SoftmaxOptionsT = class {
	beta;
	constructor(beta = 0) {
		this.beta = beta;
	}
	pack(builder) {
		return SoftmaxOptions.createSoftmaxOptions(builder, this.beta);
	}
};
// src/model/schema/generated/space-to-batch-ndoptions.ts
var SpaceToBatchNDOptions = class SpaceToBatchNDOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSpaceToBatchNDOptions(bb, obj) {
		return (obj || new SpaceToBatchNDOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSpaceToBatchNDOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SpaceToBatchNDOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startSpaceToBatchNDOptions(builder) {
		builder.startObject(0);
	}
	static endSpaceToBatchNDOptions(builder) {
		return builder.endObject();
	}
	static createSpaceToBatchNDOptions(builder) {
		SpaceToBatchNDOptions.startSpaceToBatchNDOptions(builder);
		return SpaceToBatchNDOptions.endSpaceToBatchNDOptions(builder);
	}
	unpack() {
		return new SpaceToBatchNDOptionsT();
	}
	unpackTo(_o) {}
};
var SpaceToBatchNDOptionsT = class {
	constructor() {}
	pack(builder) {
		return SpaceToBatchNDOptions.createSpaceToBatchNDOptions(builder);
	}
};
// src/model/schema/generated/space-to-depth-options.ts
var SpaceToDepthOptions = class SpaceToDepthOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSpaceToDepthOptions(bb, obj) {
		return (obj || new SpaceToDepthOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSpaceToDepthOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SpaceToDepthOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	blockSize() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startSpaceToDepthOptions(builder) {
		builder.startObject(1);
	}
	static addBlockSize(builder, blockSize) {
		builder.addFieldInt32(0, blockSize, 0);
	}
	static endSpaceToDepthOptions(builder) {
		return builder.endObject();
	}
	static createSpaceToDepthOptions(builder, blockSize) {
		SpaceToDepthOptions.startSpaceToDepthOptions(builder);
		SpaceToDepthOptions.addBlockSize(builder, blockSize);
		return SpaceToDepthOptions.endSpaceToDepthOptions(builder);
	}
	unpack() {
		return new SpaceToDepthOptionsT(this.blockSize());
	}
	unpackTo(_o) {
		_o.blockSize = this.blockSize();
	}
};
var SpaceToDepthOptionsT = class {
	blockSize;
	constructor(blockSize = 0) {
		this.blockSize = blockSize;
	}
	pack(builder) {
		return SpaceToDepthOptions.createSpaceToDepthOptions(builder, this.blockSize);
	}
};
// src/model/schema/generated/sparse-to-dense-options.ts
var SparseToDenseOptions = class SparseToDenseOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSparseToDenseOptions(bb, obj) {
		return (obj || new SparseToDenseOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSparseToDenseOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SparseToDenseOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	validateIndices() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startSparseToDenseOptions(builder) {
		builder.startObject(1);
	}
	static addValidateIndices(builder, validateIndices) {
		builder.addFieldInt8(0, +validateIndices, 0);
	}
	static endSparseToDenseOptions(builder) {
		return builder.endObject();
	}
	static createSparseToDenseOptions(builder, validateIndices) {
		SparseToDenseOptions.startSparseToDenseOptions(builder);
		SparseToDenseOptions.addValidateIndices(builder, validateIndices);
		return SparseToDenseOptions.endSparseToDenseOptions(builder);
	}
	unpack() {
		return new SparseToDenseOptionsT(this.validateIndices());
	}
	unpackTo(_o) {
		_o.validateIndices = this.validateIndices();
	}
};
var SparseToDenseOptionsT = class {
	validateIndices;
	constructor(validateIndices = false) {
		this.validateIndices = validateIndices;
	}
	pack(builder) {
		return SparseToDenseOptions.createSparseToDenseOptions(builder, this.validateIndices);
	}
};
// src/model/schema/generated/split-options.ts
var SplitOptions = class SplitOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSplitOptions(bb, obj) {
		return (obj || new SplitOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSplitOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SplitOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	numSplits() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startSplitOptions(builder) {
		builder.startObject(1);
	}
	static addNumSplits(builder, numSplits) {
		builder.addFieldInt32(0, numSplits, 0);
	}
	static endSplitOptions(builder) {
		return builder.endObject();
	}
	static createSplitOptions(builder, numSplits) {
		SplitOptions.startSplitOptions(builder);
		SplitOptions.addNumSplits(builder, numSplits);
		return SplitOptions.endSplitOptions(builder);
	}
	unpack() {
		return new SplitOptionsT(this.numSplits());
	}
	unpackTo(_o) {
		_o.numSplits = this.numSplits();
	}
};
var SplitOptionsT = class {
	numSplits;
	constructor(numSplits = 0) {
		this.numSplits = numSplits;
	}
	pack(builder) {
		return SplitOptions.createSplitOptions(builder, this.numSplits);
	}
};
// src/model/schema/generated/split-voptions.ts
var SplitVOptions = class SplitVOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSplitVOptions(bb, obj) {
		return (obj || new SplitVOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSplitVOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SplitVOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	numSplits() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startSplitVOptions(builder) {
		builder.startObject(1);
	}
	static addNumSplits(builder, numSplits) {
		builder.addFieldInt32(0, numSplits, 0);
	}
	static endSplitVOptions(builder) {
		return builder.endObject();
	}
	static createSplitVOptions(builder, numSplits) {
		SplitVOptions.startSplitVOptions(builder);
		SplitVOptions.addNumSplits(builder, numSplits);
		return SplitVOptions.endSplitVOptions(builder);
	}
	unpack() {
		return new SplitVOptionsT(this.numSplits());
	}
	unpackTo(_o) {
		_o.numSplits = this.numSplits();
	}
};
var SplitVOptionsT = class {
	numSplits;
	constructor(numSplits = 0) {
		this.numSplits = numSplits;
	}
	pack(builder) {
		return SplitVOptions.createSplitVOptions(builder, this.numSplits);
	}
};
// src/model/schema/generated/square-options.ts
var SquareOptions = class SquareOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSquareOptions(bb, obj) {
		return (obj || new SquareOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSquareOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SquareOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startSquareOptions(builder) {
		builder.startObject(0);
	}
	static endSquareOptions(builder) {
		return builder.endObject();
	}
	static createSquareOptions(builder) {
		SquareOptions.startSquareOptions(builder);
		return SquareOptions.endSquareOptions(builder);
	}
	unpack() {
		return new SquareOptionsT();
	}
	unpackTo(_o) {}
};
var SquareOptionsT = class {
	constructor() {}
	pack(builder) {
		return SquareOptions.createSquareOptions(builder);
	}
};
// src/model/schema/generated/squared-difference-options.ts
var SquaredDifferenceOptions = class SquaredDifferenceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSquaredDifferenceOptions(bb, obj) {
		return (obj || new SquaredDifferenceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSquaredDifferenceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SquaredDifferenceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startSquaredDifferenceOptions(builder) {
		builder.startObject(0);
	}
	static endSquaredDifferenceOptions(builder) {
		return builder.endObject();
	}
	static createSquaredDifferenceOptions(builder) {
		SquaredDifferenceOptions.startSquaredDifferenceOptions(builder);
		return SquaredDifferenceOptions.endSquaredDifferenceOptions(builder);
	}
	unpack() {
		return new SquaredDifferenceOptionsT();
	}
	unpackTo(_o) {}
};
var SquaredDifferenceOptionsT = class {
	constructor() {}
	pack(builder) {
		return SquaredDifferenceOptions.createSquaredDifferenceOptions(builder);
	}
};
// src/model/schema/generated/squeeze-options.ts
var SqueezeOptions = class SqueezeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSqueezeOptions(bb, obj) {
		return (obj || new SqueezeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSqueezeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SqueezeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	squeezeDims(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	squeezeDimsLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	squeezeDimsArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startSqueezeOptions(builder) {
		builder.startObject(1);
	}
	static addSqueezeDims(builder, squeezeDimsOffset) {
		builder.addFieldOffset(0, squeezeDimsOffset, 0);
	}
	static createSqueezeDimsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startSqueezeDimsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endSqueezeOptions(builder) {
		return builder.endObject();
	}
	static createSqueezeOptions(builder, squeezeDimsOffset) {
		SqueezeOptions.startSqueezeOptions(builder);
		SqueezeOptions.addSqueezeDims(builder, squeezeDimsOffset);
		return SqueezeOptions.endSqueezeOptions(builder);
	}
	unpack() {
		return new SqueezeOptionsT(this.bb.createScalarList(this.squeezeDims.bind(this), this.squeezeDimsLength()));
	}
	unpackTo(_o) {
		_o.squeezeDims = this.bb.createScalarList(this.squeezeDims.bind(this), this.squeezeDimsLength());
	}
};
var SqueezeOptionsT = class {
	squeezeDims;
	constructor(squeezeDims = []) {
		this.squeezeDims = squeezeDims;
	}
	pack(builder) {
		const squeezeDims = SqueezeOptions.createSqueezeDimsVector(builder, this.squeezeDims);
		return SqueezeOptions.createSqueezeOptions(builder, squeezeDims);
	}
};
// src/model/schema/generated/strided-slice-options.ts
var StridedSliceOptions = class StridedSliceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStridedSliceOptions(bb, obj) {
		return (obj || new StridedSliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStridedSliceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StridedSliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	beginMask() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	endMask() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	ellipsisMask() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	newAxisMask() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	shrinkAxisMask() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	offset() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startStridedSliceOptions(builder) {
		builder.startObject(6);
	}
	static addBeginMask(builder, beginMask) {
		builder.addFieldInt32(0, beginMask, 0);
	}
	static addEndMask(builder, endMask) {
		builder.addFieldInt32(1, endMask, 0);
	}
	static addEllipsisMask(builder, ellipsisMask) {
		builder.addFieldInt32(2, ellipsisMask, 0);
	}
	static addNewAxisMask(builder, newAxisMask) {
		builder.addFieldInt32(3, newAxisMask, 0);
	}
	static addShrinkAxisMask(builder, shrinkAxisMask) {
		builder.addFieldInt32(4, shrinkAxisMask, 0);
	}
	static addOffset(builder, offset) {
		builder.addFieldInt8(5, +offset, 0);
	}
	static endStridedSliceOptions(builder) {
		return builder.endObject();
	}
	static createStridedSliceOptions(builder, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask, offset) {
		StridedSliceOptions.startStridedSliceOptions(builder);
		StridedSliceOptions.addBeginMask(builder, beginMask);
		StridedSliceOptions.addEndMask(builder, endMask);
		StridedSliceOptions.addEllipsisMask(builder, ellipsisMask);
		StridedSliceOptions.addNewAxisMask(builder, newAxisMask);
		StridedSliceOptions.addShrinkAxisMask(builder, shrinkAxisMask);
		StridedSliceOptions.addOffset(builder, offset);
		return StridedSliceOptions.endStridedSliceOptions(builder);
	}
	unpack() {
		return new StridedSliceOptionsT(this.beginMask(), this.endMask(), this.ellipsisMask(), this.newAxisMask(), this.shrinkAxisMask(), this.offset());
	}
	unpackTo(_o) {
		_o.beginMask = this.beginMask();
		_o.endMask = this.endMask();
		_o.ellipsisMask = this.ellipsisMask();
		_o.newAxisMask = this.newAxisMask();
		_o.shrinkAxisMask = this.shrinkAxisMask();
		_o.offset = this.offset();
	}
};
var StridedSliceOptionsT = class {
	beginMask;
	endMask;
	ellipsisMask;
	newAxisMask;
	shrinkAxisMask;
	offset;
	constructor(beginMask = 0, endMask = 0, ellipsisMask = 0, newAxisMask = 0, shrinkAxisMask = 0, offset = false) {
		this.beginMask = beginMask;
		this.endMask = endMask;
		this.ellipsisMask = ellipsisMask;
		this.newAxisMask = newAxisMask;
		this.shrinkAxisMask = shrinkAxisMask;
		this.offset = offset;
	}
	pack(builder) {
		return StridedSliceOptions.createStridedSliceOptions(builder, this.beginMask, this.endMask, this.ellipsisMask, this.newAxisMask, this.shrinkAxisMask, this.offset);
	}
};
// src/model/schema/generated/sub-options.ts
var SubOptions = class SubOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSubOptions(bb, obj) {
		return (obj || new SubOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSubOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SubOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	potScaleInt16() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : true;
	}
	static startSubOptions(builder) {
		builder.startObject(2);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static addPotScaleInt16(builder, potScaleInt16) {
		builder.addFieldInt8(1, +potScaleInt16, 1);
	}
	static endSubOptions(builder) {
		return builder.endObject();
	}
	static createSubOptions(builder, fusedActivationFunction, potScaleInt16) {
		SubOptions.startSubOptions(builder);
		SubOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		SubOptions.addPotScaleInt16(builder, potScaleInt16);
		return SubOptions.endSubOptions(builder);
	}
	unpack() {
		return new SubOptionsT(this.fusedActivationFunction(), this.potScaleInt16());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.potScaleInt16 = this.potScaleInt16();
	}
};
var SubOptionsT = class {
	fusedActivationFunction;
	potScaleInt16;
	constructor(fusedActivationFunction = 0, potScaleInt16 = true) {
		this.fusedActivationFunction = fusedActivationFunction;
		this.potScaleInt16 = potScaleInt16;
	}
	pack(builder) {
		return SubOptions.createSubOptions(builder, this.fusedActivationFunction, this.potScaleInt16);
	}
};
// src/model/schema/generated/tile-options.ts
var TileOptions = class TileOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsTileOptions(bb, obj) {
		return (obj || new TileOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsTileOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new TileOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startTileOptions(builder) {
		builder.startObject(0);
	}
	static endTileOptions(builder) {
		return builder.endObject();
	}
	static createTileOptions(builder) {
		TileOptions.startTileOptions(builder);
		return TileOptions.endTileOptions(builder);
	}
	unpack() {
		return new TileOptionsT();
	}
	unpackTo(_o) {}
};
var TileOptionsT = class {
	constructor() {}
	pack(builder) {
		return TileOptions.createTileOptions(builder);
	}
};
// src/model/schema/generated/top-kv2options.ts
var TopKV2Options = class TopKV2Options {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsTopKV2Options(bb, obj) {
		return (obj || new TopKV2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsTopKV2Options(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new TopKV2Options()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startTopKV2Options(builder) {
		builder.startObject(0);
	}
	static endTopKV2Options(builder) {
		return builder.endObject();
	}
	static createTopKV2Options(builder) {
		TopKV2Options.startTopKV2Options(builder);
		return TopKV2Options.endTopKV2Options(builder);
	}
	unpack() {
		return new TopKV2OptionsT();
	}
	unpackTo(_o) {}
};
var TopKV2OptionsT = class {
	constructor() {}
	pack(builder) {
		return TopKV2Options.createTopKV2Options(builder);
	}
};
// src/model/schema/generated/transpose-conv-options.ts
var TransposeConvOptions = class TransposeConvOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsTransposeConvOptions(bb, obj) {
		return (obj || new TransposeConvOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsTransposeConvOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new TransposeConvOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	padding() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	strideW() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	strideH() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	quantizedBiasType() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startTransposeConvOptions(builder) {
		builder.startObject(5);
	}
	static addPadding(builder, padding) {
		builder.addFieldInt8(0, padding, 0);
	}
	static addStrideW(builder, strideW) {
		builder.addFieldInt32(1, strideW, 0);
	}
	static addStrideH(builder, strideH) {
		builder.addFieldInt32(2, strideH, 0);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(3, fusedActivationFunction, 0);
	}
	static addQuantizedBiasType(builder, quantizedBiasType) {
		builder.addFieldInt8(4, quantizedBiasType, 0);
	}
	static endTransposeConvOptions(builder) {
		return builder.endObject();
	}
	static createTransposeConvOptions(builder, padding, strideW, strideH, fusedActivationFunction, quantizedBiasType) {
		TransposeConvOptions.startTransposeConvOptions(builder);
		TransposeConvOptions.addPadding(builder, padding);
		TransposeConvOptions.addStrideW(builder, strideW);
		TransposeConvOptions.addStrideH(builder, strideH);
		TransposeConvOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		TransposeConvOptions.addQuantizedBiasType(builder, quantizedBiasType);
		return TransposeConvOptions.endTransposeConvOptions(builder);
	}
	unpack() {
		return new TransposeConvOptionsT(this.padding(), this.strideW(), this.strideH(), this.fusedActivationFunction(), this.quantizedBiasType());
	}
	unpackTo(_o) {
		_o.padding = this.padding();
		_o.strideW = this.strideW();
		_o.strideH = this.strideH();
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.quantizedBiasType = this.quantizedBiasType();
	}
};
var TransposeConvOptionsT = class {
	padding;
	strideW;
	strideH;
	fusedActivationFunction;
	quantizedBiasType;
	constructor(padding = 0, strideW = 0, strideH = 0, fusedActivationFunction = 0, quantizedBiasType = 0) {
		this.padding = padding;
		this.strideW = strideW;
		this.strideH = strideH;
		this.fusedActivationFunction = fusedActivationFunction;
		this.quantizedBiasType = quantizedBiasType;
	}
	pack(builder) {
		return TransposeConvOptions.createTransposeConvOptions(builder, this.padding, this.strideW, this.strideH, this.fusedActivationFunction, this.quantizedBiasType);
	}
};
// src/model/schema/generated/transpose-options.ts
var TransposeOptions = class TransposeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsTransposeOptions(bb, obj) {
		return (obj || new TransposeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsTransposeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new TransposeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startTransposeOptions(builder) {
		builder.startObject(0);
	}
	static endTransposeOptions(builder) {
		return builder.endObject();
	}
	static createTransposeOptions(builder) {
		TransposeOptions.startTransposeOptions(builder);
		return TransposeOptions.endTransposeOptions(builder);
	}
	unpack() {
		return new TransposeOptionsT();
	}
	unpackTo(_o) {}
};
var TransposeOptionsT = class {
	constructor() {}
	pack(builder) {
		return TransposeOptions.createTransposeOptions(builder);
	}
};
// src/model/schema/generated/unidirectional-sequence-lstmoptions.ts
var UnidirectionalSequenceLSTMOptions = class UnidirectionalSequenceLSTMOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsUnidirectionalSequenceLSTMOptions(bb, obj) {
		return (obj || new UnidirectionalSequenceLSTMOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsUnidirectionalSequenceLSTMOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new UnidirectionalSequenceLSTMOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	fusedActivationFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	cellClip() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	projClip() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readFloat32(this.bb_pos + offset) : 0;
	}
	timeMajor() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	asymmetricQuantizeInputs() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	diagonalRecurrentTensors() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startUnidirectionalSequenceLSTMOptions(builder) {
		builder.startObject(6);
	}
	static addFusedActivationFunction(builder, fusedActivationFunction) {
		builder.addFieldInt8(0, fusedActivationFunction, 0);
	}
	static addCellClip(builder, cellClip) {
		builder.addFieldFloat32(1, cellClip, 0);
	}
	static addProjClip(builder, projClip) {
		builder.addFieldFloat32(2, projClip, 0);
	}
	static addTimeMajor(builder, timeMajor) {
		builder.addFieldInt8(3, +timeMajor, 0);
	}
	static addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs) {
		builder.addFieldInt8(4, +asymmetricQuantizeInputs, 0);
	}
	static addDiagonalRecurrentTensors(builder, diagonalRecurrentTensors) {
		builder.addFieldInt8(5, +diagonalRecurrentTensors, 0);
	}
	static endUnidirectionalSequenceLSTMOptions(builder) {
		return builder.endObject();
	}
	static createUnidirectionalSequenceLSTMOptions(builder, fusedActivationFunction, cellClip, projClip, timeMajor, asymmetricQuantizeInputs, diagonalRecurrentTensors) {
		UnidirectionalSequenceLSTMOptions.startUnidirectionalSequenceLSTMOptions(builder);
		UnidirectionalSequenceLSTMOptions.addFusedActivationFunction(builder, fusedActivationFunction);
		UnidirectionalSequenceLSTMOptions.addCellClip(builder, cellClip);
		UnidirectionalSequenceLSTMOptions.addProjClip(builder, projClip);
		UnidirectionalSequenceLSTMOptions.addTimeMajor(builder, timeMajor);
		UnidirectionalSequenceLSTMOptions.addAsymmetricQuantizeInputs(builder, asymmetricQuantizeInputs);
		UnidirectionalSequenceLSTMOptions.addDiagonalRecurrentTensors(builder, diagonalRecurrentTensors);
		return UnidirectionalSequenceLSTMOptions.endUnidirectionalSequenceLSTMOptions(builder);
	}
	unpack() {
		return new UnidirectionalSequenceLSTMOptionsT(this.fusedActivationFunction(), this.cellClip(), this.projClip(), this.timeMajor(), this.asymmetricQuantizeInputs(), this.diagonalRecurrentTensors());
	}
	unpackTo(_o) {
		_o.fusedActivationFunction = this.fusedActivationFunction();
		_o.cellClip = this.cellClip();
		_o.projClip = this.projClip();
		_o.timeMajor = this.timeMajor();
		_o.asymmetricQuantizeInputs = this.asymmetricQuantizeInputs();
		_o.diagonalRecurrentTensors = this.diagonalRecurrentTensors();
	}
};
var UnidirectionalSequenceLSTMOptionsT = class {
	fusedActivationFunction;
	cellClip;
	projClip;
	timeMajor;
	asymmetricQuantizeInputs;
	diagonalRecurrentTensors;
	constructor(fusedActivationFunction = 0, cellClip = 0, projClip = 0, timeMajor = false, asymmetricQuantizeInputs = false, diagonalRecurrentTensors = false) {
		this.fusedActivationFunction = fusedActivationFunction;
		this.cellClip = cellClip;
		this.projClip = projClip;
		this.timeMajor = timeMajor;
		this.asymmetricQuantizeInputs = asymmetricQuantizeInputs;
		this.diagonalRecurrentTensors = diagonalRecurrentTensors;
	}
	pack(builder) {
		return UnidirectionalSequenceLSTMOptions.createUnidirectionalSequenceLSTMOptions(builder, this.fusedActivationFunction, this.cellClip, this.projClip, this.timeMajor, this.asymmetricQuantizeInputs, this.diagonalRecurrentTensors);
	}
};
// src/model/schema/generated/unique-options.ts
var UniqueOptions = class UniqueOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsUniqueOptions(bb, obj) {
		return (obj || new UniqueOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsUniqueOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new UniqueOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	idxOutType() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 2;
	}
	static startUniqueOptions(builder) {
		builder.startObject(1);
	}
	static addIdxOutType(builder, idxOutType) {
		builder.addFieldInt8(0, idxOutType, 2);
	}
	static endUniqueOptions(builder) {
		return builder.endObject();
	}
	static createUniqueOptions(builder, idxOutType) {
		UniqueOptions.startUniqueOptions(builder);
		UniqueOptions.addIdxOutType(builder, idxOutType);
		return UniqueOptions.endUniqueOptions(builder);
	}
	unpack() {
		return new UniqueOptionsT(this.idxOutType());
	}
	unpackTo(_o) {
		_o.idxOutType = this.idxOutType();
	}
};
var UniqueOptionsT = class {
	idxOutType;
	constructor(idxOutType = 2) {
		this.idxOutType = idxOutType;
	}
	pack(builder) {
		return UniqueOptions.createUniqueOptions(builder, this.idxOutType);
	}
};
// src/model/schema/generated/unpack-options.ts
var UnpackOptions = class UnpackOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsUnpackOptions(bb, obj) {
		return (obj || new UnpackOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsUnpackOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new UnpackOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	num() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	axis() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startUnpackOptions(builder) {
		builder.startObject(2);
	}
	static addNum(builder, num) {
		builder.addFieldInt32(0, num, 0);
	}
	static addAxis(builder, axis) {
		builder.addFieldInt32(1, axis, 0);
	}
	static endUnpackOptions(builder) {
		return builder.endObject();
	}
	static createUnpackOptions(builder, num, axis) {
		UnpackOptions.startUnpackOptions(builder);
		UnpackOptions.addNum(builder, num);
		UnpackOptions.addAxis(builder, axis);
		return UnpackOptions.endUnpackOptions(builder);
	}
	unpack() {
		return new UnpackOptionsT(this.num(), this.axis());
	}
	unpackTo(_o) {
		_o.num = this.num();
		_o.axis = this.axis();
	}
};
var UnpackOptionsT = class {
	num;
	axis;
	constructor(num = 0, axis = 0) {
		this.num = num;
		this.axis = axis;
	}
	pack(builder) {
		return UnpackOptions.createUnpackOptions(builder, this.num, this.axis);
	}
};
// src/model/schema/generated/unsorted-segment-max-options.ts
var UnsortedSegmentMaxOptions = class UnsortedSegmentMaxOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsUnsortedSegmentMaxOptions(bb, obj) {
		return (obj || new UnsortedSegmentMaxOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsUnsortedSegmentMaxOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new UnsortedSegmentMaxOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startUnsortedSegmentMaxOptions(builder) {
		builder.startObject(0);
	}
	static endUnsortedSegmentMaxOptions(builder) {
		return builder.endObject();
	}
	static createUnsortedSegmentMaxOptions(builder) {
		UnsortedSegmentMaxOptions.startUnsortedSegmentMaxOptions(builder);
		return UnsortedSegmentMaxOptions.endUnsortedSegmentMaxOptions(builder);
	}
	unpack() {
		return new UnsortedSegmentMaxOptionsT();
	}
	unpackTo(_o) {}
};
var UnsortedSegmentMaxOptionsT = class {
	constructor() {}
	pack(builder) {
		return UnsortedSegmentMaxOptions.createUnsortedSegmentMaxOptions(builder);
	}
};
// src/model/schema/generated/unsorted-segment-min-options.ts
var UnsortedSegmentMinOptions = class UnsortedSegmentMinOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsUnsortedSegmentMinOptions(bb, obj) {
		return (obj || new UnsortedSegmentMinOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsUnsortedSegmentMinOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new UnsortedSegmentMinOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startUnsortedSegmentMinOptions(builder) {
		builder.startObject(0);
	}
	static endUnsortedSegmentMinOptions(builder) {
		return builder.endObject();
	}
	static createUnsortedSegmentMinOptions(builder) {
		UnsortedSegmentMinOptions.startUnsortedSegmentMinOptions(builder);
		return UnsortedSegmentMinOptions.endUnsortedSegmentMinOptions(builder);
	}
	unpack() {
		return new UnsortedSegmentMinOptionsT();
	}
	unpackTo(_o) {}
};
var UnsortedSegmentMinOptionsT = class {
	constructor() {}
	pack(builder) {
		return UnsortedSegmentMinOptions.createUnsortedSegmentMinOptions(builder);
	}
};
// src/model/schema/generated/unsorted-segment-prod-options.ts
var UnsortedSegmentProdOptions = class UnsortedSegmentProdOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsUnsortedSegmentProdOptions(bb, obj) {
		return (obj || new UnsortedSegmentProdOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsUnsortedSegmentProdOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new UnsortedSegmentProdOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startUnsortedSegmentProdOptions(builder) {
		builder.startObject(0);
	}
	static endUnsortedSegmentProdOptions(builder) {
		return builder.endObject();
	}
	static createUnsortedSegmentProdOptions(builder) {
		UnsortedSegmentProdOptions.startUnsortedSegmentProdOptions(builder);
		return UnsortedSegmentProdOptions.endUnsortedSegmentProdOptions(builder);
	}
	unpack() {
		return new UnsortedSegmentProdOptionsT();
	}
	unpackTo(_o) {}
};
var UnsortedSegmentProdOptionsT = class {
	constructor() {}
	pack(builder) {
		return UnsortedSegmentProdOptions.createUnsortedSegmentProdOptions(builder);
	}
};
// src/model/schema/generated/unsorted-segment-sum-options.ts
var UnsortedSegmentSumOptions = class UnsortedSegmentSumOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsUnsortedSegmentSumOptions(bb, obj) {
		return (obj || new UnsortedSegmentSumOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsUnsortedSegmentSumOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new UnsortedSegmentSumOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startUnsortedSegmentSumOptions(builder) {
		builder.startObject(0);
	}
	static endUnsortedSegmentSumOptions(builder) {
		return builder.endObject();
	}
	static createUnsortedSegmentSumOptions(builder) {
		UnsortedSegmentSumOptions.startUnsortedSegmentSumOptions(builder);
		return UnsortedSegmentSumOptions.endUnsortedSegmentSumOptions(builder);
	}
	unpack() {
		return new UnsortedSegmentSumOptionsT();
	}
	unpackTo(_o) {}
};
var UnsortedSegmentSumOptionsT = class {
	constructor() {}
	pack(builder) {
		return UnsortedSegmentSumOptions.createUnsortedSegmentSumOptions(builder);
	}
};
// src/model/schema/generated/var-handle-options.ts
var VarHandleOptions = class VarHandleOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsVarHandleOptions(bb, obj) {
		return (obj || new VarHandleOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsVarHandleOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new VarHandleOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	container(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	sharedName(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	static startVarHandleOptions(builder) {
		builder.startObject(2);
	}
	static addContainer(builder, containerOffset) {
		builder.addFieldOffset(0, containerOffset, 0);
	}
	static addSharedName(builder, sharedNameOffset) {
		builder.addFieldOffset(1, sharedNameOffset, 0);
	}
	static endVarHandleOptions(builder) {
		return builder.endObject();
	}
	static createVarHandleOptions(builder, containerOffset, sharedNameOffset) {
		VarHandleOptions.startVarHandleOptions(builder);
		VarHandleOptions.addContainer(builder, containerOffset);
		VarHandleOptions.addSharedName(builder, sharedNameOffset);
		return VarHandleOptions.endVarHandleOptions(builder);
	}
	unpack() {
		return new VarHandleOptionsT(this.container(), this.sharedName());
	}
	unpackTo(_o) {
		_o.container = this.container();
		_o.sharedName = this.sharedName();
	}
};
var VarHandleOptionsT = class {
	container;
	sharedName;
	constructor(container = null, sharedName = null) {
		this.container = container;
		this.sharedName = sharedName;
	}
	pack(builder) {
		const container = this.container !== null ? builder.createString(this.container) : 0;
		const sharedName = this.sharedName !== null ? builder.createString(this.sharedName) : 0;
		return VarHandleOptions.createVarHandleOptions(builder, container, sharedName);
	}
};
// src/model/schema/generated/where-options.ts
var WhereOptions = class WhereOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsWhereOptions(bb, obj) {
		return (obj || new WhereOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsWhereOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new WhereOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startWhereOptions(builder) {
		builder.startObject(0);
	}
	static endWhereOptions(builder) {
		return builder.endObject();
	}
	static createWhereOptions(builder) {
		WhereOptions.startWhereOptions(builder);
		return WhereOptions.endWhereOptions(builder);
	}
	unpack() {
		return new WhereOptionsT();
	}
	unpackTo(_o) {}
};
var WhereOptionsT = class {
	constructor() {}
	pack(builder) {
		return WhereOptions.createWhereOptions(builder);
	}
};
// src/model/schema/generated/while-options.ts
var WhileOptions = class WhileOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsWhileOptions(bb, obj) {
		return (obj || new WhileOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsWhileOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new WhileOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	condSubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	bodySubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startWhileOptions(builder) {
		builder.startObject(2);
	}
	static addCondSubgraphIndex(builder, condSubgraphIndex) {
		builder.addFieldInt32(0, condSubgraphIndex, 0);
	}
	static addBodySubgraphIndex(builder, bodySubgraphIndex) {
		builder.addFieldInt32(1, bodySubgraphIndex, 0);
	}
	static endWhileOptions(builder) {
		return builder.endObject();
	}
	static createWhileOptions(builder, condSubgraphIndex, bodySubgraphIndex) {
		WhileOptions.startWhileOptions(builder);
		WhileOptions.addCondSubgraphIndex(builder, condSubgraphIndex);
		WhileOptions.addBodySubgraphIndex(builder, bodySubgraphIndex);
		return WhileOptions.endWhileOptions(builder);
	}
	unpack() {
		return new WhileOptionsT(this.condSubgraphIndex(), this.bodySubgraphIndex());
	}
	unpackTo(_o) {
		_o.condSubgraphIndex = this.condSubgraphIndex();
		_o.bodySubgraphIndex = this.bodySubgraphIndex();
	}
};
var WhileOptionsT = class {
	condSubgraphIndex;
	bodySubgraphIndex;
	constructor(condSubgraphIndex = 0, bodySubgraphIndex = 0) {
		this.condSubgraphIndex = condSubgraphIndex;
		this.bodySubgraphIndex = bodySubgraphIndex;
	}
	pack(builder) {
		return WhileOptions.createWhileOptions(builder, this.condSubgraphIndex, this.bodySubgraphIndex);
	}
};
// src/model/schema/generated/zeros-like-options.ts
var ZerosLikeOptions = class ZerosLikeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsZerosLikeOptions(bb, obj) {
		return (obj || new ZerosLikeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsZerosLikeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ZerosLikeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startZerosLikeOptions(builder) {
		builder.startObject(0);
	}
	static endZerosLikeOptions(builder) {
		return builder.endObject();
	}
	static createZerosLikeOptions(builder) {
		ZerosLikeOptions.startZerosLikeOptions(builder);
		return ZerosLikeOptions.endZerosLikeOptions(builder);
	}
	unpack() {
		return new ZerosLikeOptionsT();
	}
	unpackTo(_o) {}
};
var ZerosLikeOptionsT = class {
	constructor() {}
	pack(builder) {
		return ZerosLikeOptions.createZerosLikeOptions(builder);
	}
};
// src/model/schema/generated/builtin-options.ts
let BuiltinOptions = function(BuiltinOptions) {
	BuiltinOptions[BuiltinOptions["NONE"] = 0] = "NONE";
	BuiltinOptions[BuiltinOptions["Conv2DOptions"] = 1] = "Conv2DOptions";
	BuiltinOptions[BuiltinOptions["DepthwiseConv2DOptions"] = 2] = "DepthwiseConv2DOptions";
	BuiltinOptions[BuiltinOptions["ConcatEmbeddingsOptions"] = 3] = "ConcatEmbeddingsOptions";
	BuiltinOptions[BuiltinOptions["LSHProjectionOptions"] = 4] = "LSHProjectionOptions";
	BuiltinOptions[BuiltinOptions["Pool2DOptions"] = 5] = "Pool2DOptions";
	BuiltinOptions[BuiltinOptions["SVDFOptions"] = 6] = "SVDFOptions";
	BuiltinOptions[BuiltinOptions["RNNOptions"] = 7] = "RNNOptions";
	BuiltinOptions[BuiltinOptions["FullyConnectedOptions"] = 8] = "FullyConnectedOptions";
	BuiltinOptions[BuiltinOptions["SoftmaxOptions"] = 9] = "SoftmaxOptions";
	BuiltinOptions[BuiltinOptions["ConcatenationOptions"] = 10] = "ConcatenationOptions";
	BuiltinOptions[BuiltinOptions["AddOptions"] = 11] = "AddOptions";
	BuiltinOptions[BuiltinOptions["L2NormOptions"] = 12] = "L2NormOptions";
	BuiltinOptions[BuiltinOptions["LocalResponseNormalizationOptions"] = 13] = "LocalResponseNormalizationOptions";
	BuiltinOptions[BuiltinOptions["LSTMOptions"] = 14] = "LSTMOptions";
	BuiltinOptions[BuiltinOptions["ResizeBilinearOptions"] = 15] = "ResizeBilinearOptions";
	BuiltinOptions[BuiltinOptions["CallOptions"] = 16] = "CallOptions";
	BuiltinOptions[BuiltinOptions["ReshapeOptions"] = 17] = "ReshapeOptions";
	BuiltinOptions[BuiltinOptions["SkipGramOptions"] = 18] = "SkipGramOptions";
	BuiltinOptions[BuiltinOptions["SpaceToDepthOptions"] = 19] = "SpaceToDepthOptions";
	BuiltinOptions[BuiltinOptions["EmbeddingLookupSparseOptions"] = 20] = "EmbeddingLookupSparseOptions";
	BuiltinOptions[BuiltinOptions["MulOptions"] = 21] = "MulOptions";
	BuiltinOptions[BuiltinOptions["PadOptions"] = 22] = "PadOptions";
	BuiltinOptions[BuiltinOptions["GatherOptions"] = 23] = "GatherOptions";
	BuiltinOptions[BuiltinOptions["BatchToSpaceNDOptions"] = 24] = "BatchToSpaceNDOptions";
	BuiltinOptions[BuiltinOptions["SpaceToBatchNDOptions"] = 25] = "SpaceToBatchNDOptions";
	BuiltinOptions[BuiltinOptions["TransposeOptions"] = 26] = "TransposeOptions";
	BuiltinOptions[BuiltinOptions["ReducerOptions"] = 27] = "ReducerOptions";
	BuiltinOptions[BuiltinOptions["SubOptions"] = 28] = "SubOptions";
	BuiltinOptions[BuiltinOptions["DivOptions"] = 29] = "DivOptions";
	BuiltinOptions[BuiltinOptions["SqueezeOptions"] = 30] = "SqueezeOptions";
	BuiltinOptions[BuiltinOptions["SequenceRNNOptions"] = 31] = "SequenceRNNOptions";
	BuiltinOptions[BuiltinOptions["StridedSliceOptions"] = 32] = "StridedSliceOptions";
	BuiltinOptions[BuiltinOptions["ExpOptions"] = 33] = "ExpOptions";
	BuiltinOptions[BuiltinOptions["TopKV2Options"] = 34] = "TopKV2Options";
	BuiltinOptions[BuiltinOptions["SplitOptions"] = 35] = "SplitOptions";
	BuiltinOptions[BuiltinOptions["LogSoftmaxOptions"] = 36] = "LogSoftmaxOptions";
	BuiltinOptions[BuiltinOptions["CastOptions"] = 37] = "CastOptions";
	BuiltinOptions[BuiltinOptions["DequantizeOptions"] = 38] = "DequantizeOptions";
	BuiltinOptions[BuiltinOptions["MaximumMinimumOptions"] = 39] = "MaximumMinimumOptions";
	BuiltinOptions[BuiltinOptions["ArgMaxOptions"] = 40] = "ArgMaxOptions";
	BuiltinOptions[BuiltinOptions["LessOptions"] = 41] = "LessOptions";
	BuiltinOptions[BuiltinOptions["NegOptions"] = 42] = "NegOptions";
	BuiltinOptions[BuiltinOptions["PadV2Options"] = 43] = "PadV2Options";
	BuiltinOptions[BuiltinOptions["GreaterOptions"] = 44] = "GreaterOptions";
	BuiltinOptions[BuiltinOptions["GreaterEqualOptions"] = 45] = "GreaterEqualOptions";
	BuiltinOptions[BuiltinOptions["LessEqualOptions"] = 46] = "LessEqualOptions";
	BuiltinOptions[BuiltinOptions["SelectOptions"] = 47] = "SelectOptions";
	BuiltinOptions[BuiltinOptions["SliceOptions"] = 48] = "SliceOptions";
	BuiltinOptions[BuiltinOptions["TransposeConvOptions"] = 49] = "TransposeConvOptions";
	BuiltinOptions[BuiltinOptions["SparseToDenseOptions"] = 50] = "SparseToDenseOptions";
	BuiltinOptions[BuiltinOptions["TileOptions"] = 51] = "TileOptions";
	BuiltinOptions[BuiltinOptions["ExpandDimsOptions"] = 52] = "ExpandDimsOptions";
	BuiltinOptions[BuiltinOptions["EqualOptions"] = 53] = "EqualOptions";
	BuiltinOptions[BuiltinOptions["NotEqualOptions"] = 54] = "NotEqualOptions";
	BuiltinOptions[BuiltinOptions["ShapeOptions"] = 55] = "ShapeOptions";
	BuiltinOptions[BuiltinOptions["PowOptions"] = 56] = "PowOptions";
	BuiltinOptions[BuiltinOptions["ArgMinOptions"] = 57] = "ArgMinOptions";
	BuiltinOptions[BuiltinOptions["FakeQuantOptions"] = 58] = "FakeQuantOptions";
	BuiltinOptions[BuiltinOptions["PackOptions"] = 59] = "PackOptions";
	BuiltinOptions[BuiltinOptions["LogicalOrOptions"] = 60] = "LogicalOrOptions";
	BuiltinOptions[BuiltinOptions["OneHotOptions"] = 61] = "OneHotOptions";
	BuiltinOptions[BuiltinOptions["LogicalAndOptions"] = 62] = "LogicalAndOptions";
	BuiltinOptions[BuiltinOptions["LogicalNotOptions"] = 63] = "LogicalNotOptions";
	BuiltinOptions[BuiltinOptions["UnpackOptions"] = 64] = "UnpackOptions";
	BuiltinOptions[BuiltinOptions["FloorDivOptions"] = 65] = "FloorDivOptions";
	BuiltinOptions[BuiltinOptions["SquareOptions"] = 66] = "SquareOptions";
	BuiltinOptions[BuiltinOptions["ZerosLikeOptions"] = 67] = "ZerosLikeOptions";
	BuiltinOptions[BuiltinOptions["FillOptions"] = 68] = "FillOptions";
	BuiltinOptions[BuiltinOptions["BidirectionalSequenceLSTMOptions"] = 69] = "BidirectionalSequenceLSTMOptions";
	BuiltinOptions[BuiltinOptions["BidirectionalSequenceRNNOptions"] = 70] = "BidirectionalSequenceRNNOptions";
	BuiltinOptions[BuiltinOptions["UnidirectionalSequenceLSTMOptions"] = 71] = "UnidirectionalSequenceLSTMOptions";
	BuiltinOptions[BuiltinOptions["FloorModOptions"] = 72] = "FloorModOptions";
	BuiltinOptions[BuiltinOptions["RangeOptions"] = 73] = "RangeOptions";
	BuiltinOptions[BuiltinOptions["ResizeNearestNeighborOptions"] = 74] = "ResizeNearestNeighborOptions";
	BuiltinOptions[BuiltinOptions["LeakyReluOptions"] = 75] = "LeakyReluOptions";
	BuiltinOptions[BuiltinOptions["SquaredDifferenceOptions"] = 76] = "SquaredDifferenceOptions";
	BuiltinOptions[BuiltinOptions["MirrorPadOptions"] = 77] = "MirrorPadOptions";
	BuiltinOptions[BuiltinOptions["AbsOptions"] = 78] = "AbsOptions";
	BuiltinOptions[BuiltinOptions["SplitVOptions"] = 79] = "SplitVOptions";
	BuiltinOptions[BuiltinOptions["UniqueOptions"] = 80] = "UniqueOptions";
	BuiltinOptions[BuiltinOptions["ReverseV2Options"] = 81] = "ReverseV2Options";
	BuiltinOptions[BuiltinOptions["AddNOptions"] = 82] = "AddNOptions";
	BuiltinOptions[BuiltinOptions["GatherNdOptions"] = 83] = "GatherNdOptions";
	BuiltinOptions[BuiltinOptions["CosOptions"] = 84] = "CosOptions";
	BuiltinOptions[BuiltinOptions["WhereOptions"] = 85] = "WhereOptions";
	BuiltinOptions[BuiltinOptions["RankOptions"] = 86] = "RankOptions";
	BuiltinOptions[BuiltinOptions["ReverseSequenceOptions"] = 87] = "ReverseSequenceOptions";
	BuiltinOptions[BuiltinOptions["MatrixDiagOptions"] = 88] = "MatrixDiagOptions";
	BuiltinOptions[BuiltinOptions["QuantizeOptions"] = 89] = "QuantizeOptions";
	BuiltinOptions[BuiltinOptions["MatrixSetDiagOptions"] = 90] = "MatrixSetDiagOptions";
	BuiltinOptions[BuiltinOptions["HardSwishOptions"] = 91] = "HardSwishOptions";
	BuiltinOptions[BuiltinOptions["IfOptions"] = 92] = "IfOptions";
	BuiltinOptions[BuiltinOptions["WhileOptions"] = 93] = "WhileOptions";
	BuiltinOptions[BuiltinOptions["DepthToSpaceOptions"] = 94] = "DepthToSpaceOptions";
	BuiltinOptions[BuiltinOptions["NonMaxSuppressionV4Options"] = 95] = "NonMaxSuppressionV4Options";
	BuiltinOptions[BuiltinOptions["NonMaxSuppressionV5Options"] = 96] = "NonMaxSuppressionV5Options";
	BuiltinOptions[BuiltinOptions["ScatterNdOptions"] = 97] = "ScatterNdOptions";
	BuiltinOptions[BuiltinOptions["SelectV2Options"] = 98] = "SelectV2Options";
	BuiltinOptions[BuiltinOptions["DensifyOptions"] = 99] = "DensifyOptions";
	BuiltinOptions[BuiltinOptions["SegmentSumOptions"] = 100] = "SegmentSumOptions";
	BuiltinOptions[BuiltinOptions["BatchMatMulOptions"] = 101] = "BatchMatMulOptions";
	BuiltinOptions[BuiltinOptions["CumsumOptions"] = 102] = "CumsumOptions";
	BuiltinOptions[BuiltinOptions["CallOnceOptions"] = 103] = "CallOnceOptions";
	BuiltinOptions[BuiltinOptions["BroadcastToOptions"] = 104] = "BroadcastToOptions";
	BuiltinOptions[BuiltinOptions["Rfft2dOptions"] = 105] = "Rfft2dOptions";
	BuiltinOptions[BuiltinOptions["Conv3DOptions"] = 106] = "Conv3DOptions";
	BuiltinOptions[BuiltinOptions["HashtableOptions"] = 107] = "HashtableOptions";
	BuiltinOptions[BuiltinOptions["HashtableFindOptions"] = 108] = "HashtableFindOptions";
	BuiltinOptions[BuiltinOptions["HashtableImportOptions"] = 109] = "HashtableImportOptions";
	BuiltinOptions[BuiltinOptions["HashtableSizeOptions"] = 110] = "HashtableSizeOptions";
	BuiltinOptions[BuiltinOptions["VarHandleOptions"] = 111] = "VarHandleOptions";
	BuiltinOptions[BuiltinOptions["ReadVariableOptions"] = 112] = "ReadVariableOptions";
	BuiltinOptions[BuiltinOptions["AssignVariableOptions"] = 113] = "AssignVariableOptions";
	BuiltinOptions[BuiltinOptions["RandomOptions"] = 114] = "RandomOptions";
	BuiltinOptions[BuiltinOptions["BucketizeOptions"] = 115] = "BucketizeOptions";
	BuiltinOptions[BuiltinOptions["GeluOptions"] = 116] = "GeluOptions";
	BuiltinOptions[BuiltinOptions["DynamicUpdateSliceOptions"] = 117] = "DynamicUpdateSliceOptions";
	BuiltinOptions[BuiltinOptions["UnsortedSegmentProdOptions"] = 118] = "UnsortedSegmentProdOptions";
	BuiltinOptions[BuiltinOptions["UnsortedSegmentMaxOptions"] = 119] = "UnsortedSegmentMaxOptions";
	BuiltinOptions[BuiltinOptions["UnsortedSegmentMinOptions"] = 120] = "UnsortedSegmentMinOptions";
	BuiltinOptions[BuiltinOptions["UnsortedSegmentSumOptions"] = 121] = "UnsortedSegmentSumOptions";
	BuiltinOptions[BuiltinOptions["ATan2Options"] = 122] = "ATan2Options";
	BuiltinOptions[BuiltinOptions["SignOptions"] = 123] = "SignOptions";
	BuiltinOptions[BuiltinOptions["BitcastOptions"] = 124] = "BitcastOptions";
	BuiltinOptions[BuiltinOptions["BitwiseXorOptions"] = 125] = "BitwiseXorOptions";
	BuiltinOptions[BuiltinOptions["RightShiftOptions"] = 126] = "RightShiftOptions";
	return BuiltinOptions;
}({});
function unionToBuiltinOptions(type, accessor) {
	switch (BuiltinOptions[type]) {
		case "NONE": return null;
		case "Conv2DOptions": return accessor(new Conv2DOptions());
		case "DepthwiseConv2DOptions": return accessor(new DepthwiseConv2DOptions());
		case "ConcatEmbeddingsOptions": return accessor(new ConcatEmbeddingsOptions());
		case "LSHProjectionOptions": return accessor(new LSHProjectionOptions());
		case "Pool2DOptions": return accessor(new Pool2DOptions());
		case "SVDFOptions": return accessor(new SVDFOptions());
		case "RNNOptions": return accessor(new RNNOptions());
		case "FullyConnectedOptions": return accessor(new FullyConnectedOptions());
		case "SoftmaxOptions": return accessor(new SoftmaxOptions());
		case "ConcatenationOptions": return accessor(new ConcatenationOptions());
		case "AddOptions": return accessor(new AddOptions());
		case "L2NormOptions": return accessor(new L2NormOptions());
		case "LocalResponseNormalizationOptions": return accessor(new LocalResponseNormalizationOptions());
		case "LSTMOptions": return accessor(new LSTMOptions());
		case "ResizeBilinearOptions": return accessor(new ResizeBilinearOptions());
		case "CallOptions": return accessor(new CallOptions());
		case "ReshapeOptions": return accessor(new ReshapeOptions());
		case "SkipGramOptions": return accessor(new SkipGramOptions());
		case "SpaceToDepthOptions": return accessor(new SpaceToDepthOptions());
		case "EmbeddingLookupSparseOptions": return accessor(new EmbeddingLookupSparseOptions());
		case "MulOptions": return accessor(new MulOptions());
		case "PadOptions": return accessor(new PadOptions());
		case "GatherOptions": return accessor(new GatherOptions());
		case "BatchToSpaceNDOptions": return accessor(new BatchToSpaceNDOptions());
		case "SpaceToBatchNDOptions": return accessor(new SpaceToBatchNDOptions());
		case "TransposeOptions": return accessor(new TransposeOptions());
		case "ReducerOptions": return accessor(new ReducerOptions());
		case "SubOptions": return accessor(new SubOptions());
		case "DivOptions": return accessor(new DivOptions());
		case "SqueezeOptions": return accessor(new SqueezeOptions());
		case "SequenceRNNOptions": return accessor(new SequenceRNNOptions());
		case "StridedSliceOptions": return accessor(new StridedSliceOptions());
		case "ExpOptions": return accessor(new ExpOptions());
		case "TopKV2Options": return accessor(new TopKV2Options());
		case "SplitOptions": return accessor(new SplitOptions());
		case "LogSoftmaxOptions": return accessor(new LogSoftmaxOptions());
		case "CastOptions": return accessor(new CastOptions());
		case "DequantizeOptions": return accessor(new DequantizeOptions());
		case "MaximumMinimumOptions": return accessor(new MaximumMinimumOptions());
		case "ArgMaxOptions": return accessor(new ArgMaxOptions());
		case "LessOptions": return accessor(new LessOptions());
		case "NegOptions": return accessor(new NegOptions());
		case "PadV2Options": return accessor(new PadV2Options());
		case "GreaterOptions": return accessor(new GreaterOptions());
		case "GreaterEqualOptions": return accessor(new GreaterEqualOptions());
		case "LessEqualOptions": return accessor(new LessEqualOptions());
		case "SelectOptions": return accessor(new SelectOptions());
		case "SliceOptions": return accessor(new SliceOptions());
		case "TransposeConvOptions": return accessor(new TransposeConvOptions());
		case "SparseToDenseOptions": return accessor(new SparseToDenseOptions());
		case "TileOptions": return accessor(new TileOptions());
		case "ExpandDimsOptions": return accessor(new ExpandDimsOptions());
		case "EqualOptions": return accessor(new EqualOptions());
		case "NotEqualOptions": return accessor(new NotEqualOptions());
		case "ShapeOptions": return accessor(new ShapeOptions());
		case "PowOptions": return accessor(new PowOptions());
		case "ArgMinOptions": return accessor(new ArgMinOptions());
		case "FakeQuantOptions": return accessor(new FakeQuantOptions());
		case "PackOptions": return accessor(new PackOptions());
		case "LogicalOrOptions": return accessor(new LogicalOrOptions());
		case "OneHotOptions": return accessor(new OneHotOptions());
		case "LogicalAndOptions": return accessor(new LogicalAndOptions());
		case "LogicalNotOptions": return accessor(new LogicalNotOptions());
		case "UnpackOptions": return accessor(new UnpackOptions());
		case "FloorDivOptions": return accessor(new FloorDivOptions());
		case "SquareOptions": return accessor(new SquareOptions());
		case "ZerosLikeOptions": return accessor(new ZerosLikeOptions());
		case "FillOptions": return accessor(new FillOptions());
		case "BidirectionalSequenceLSTMOptions": return accessor(new BidirectionalSequenceLSTMOptions());
		case "BidirectionalSequenceRNNOptions": return accessor(new BidirectionalSequenceRNNOptions());
		case "UnidirectionalSequenceLSTMOptions": return accessor(new UnidirectionalSequenceLSTMOptions());
		case "FloorModOptions": return accessor(new FloorModOptions());
		case "RangeOptions": return accessor(new RangeOptions());
		case "ResizeNearestNeighborOptions": return accessor(new ResizeNearestNeighborOptions());
		case "LeakyReluOptions": return accessor(new LeakyReluOptions());
		case "SquaredDifferenceOptions": return accessor(new SquaredDifferenceOptions());
		case "MirrorPadOptions": return accessor(new MirrorPadOptions());
		case "AbsOptions": return accessor(new AbsOptions());
		case "SplitVOptions": return accessor(new SplitVOptions());
		case "UniqueOptions": return accessor(new UniqueOptions());
		case "ReverseV2Options": return accessor(new ReverseV2Options());
		case "AddNOptions": return accessor(new AddNOptions());
		case "GatherNdOptions": return accessor(new GatherNdOptions());
		case "CosOptions": return accessor(new CosOptions());
		case "WhereOptions": return accessor(new WhereOptions());
		case "RankOptions": return accessor(new RankOptions());
		case "ReverseSequenceOptions": return accessor(new ReverseSequenceOptions());
		case "MatrixDiagOptions": return accessor(new MatrixDiagOptions());
		case "QuantizeOptions": return accessor(new QuantizeOptions());
		case "MatrixSetDiagOptions": return accessor(new MatrixSetDiagOptions());
		case "HardSwishOptions": return accessor(new HardSwishOptions());
		case "IfOptions": return accessor(new IfOptions());
		case "WhileOptions": return accessor(new WhileOptions());
		case "DepthToSpaceOptions": return accessor(new DepthToSpaceOptions());
		case "NonMaxSuppressionV4Options": return accessor(new NonMaxSuppressionV4Options());
		case "NonMaxSuppressionV5Options": return accessor(new NonMaxSuppressionV5Options());
		case "ScatterNdOptions": return accessor(new ScatterNdOptions());
		case "SelectV2Options": return accessor(new SelectV2Options());
		case "DensifyOptions": return accessor(new DensifyOptions());
		case "SegmentSumOptions": return accessor(new SegmentSumOptions());
		case "BatchMatMulOptions": return accessor(new BatchMatMulOptions());
		case "CumsumOptions": return accessor(new CumsumOptions());
		case "CallOnceOptions": return accessor(new CallOnceOptions());
		case "BroadcastToOptions": return accessor(new BroadcastToOptions());
		case "Rfft2dOptions": return accessor(new Rfft2dOptions());
		case "Conv3DOptions": return accessor(new Conv3DOptions());
		case "HashtableOptions": return accessor(new HashtableOptions());
		case "HashtableFindOptions": return accessor(new HashtableFindOptions());
		case "HashtableImportOptions": return accessor(new HashtableImportOptions());
		case "HashtableSizeOptions": return accessor(new HashtableSizeOptions());
		case "VarHandleOptions": return accessor(new VarHandleOptions());
		case "ReadVariableOptions": return accessor(new ReadVariableOptions());
		case "AssignVariableOptions": return accessor(new AssignVariableOptions());
		case "RandomOptions": return accessor(new RandomOptions());
		case "BucketizeOptions": return accessor(new BucketizeOptions());
		case "GeluOptions": return accessor(new GeluOptions());
		case "DynamicUpdateSliceOptions": return accessor(new DynamicUpdateSliceOptions());
		case "UnsortedSegmentProdOptions": return accessor(new UnsortedSegmentProdOptions());
		case "UnsortedSegmentMaxOptions": return accessor(new UnsortedSegmentMaxOptions());
		case "UnsortedSegmentMinOptions": return accessor(new UnsortedSegmentMinOptions());
		case "UnsortedSegmentSumOptions": return accessor(new UnsortedSegmentSumOptions());
		case "ATan2Options": return accessor(new ATan2Options());
		case "SignOptions": return accessor(new SignOptions());
		case "BitcastOptions": return accessor(new BitcastOptions());
		case "BitwiseXorOptions": return accessor(new BitwiseXorOptions());
		case "RightShiftOptions": return accessor(new RightShiftOptions());
		default: return null;
	}
}
// src/model/schema/generated/dilate-options.ts
var DilateOptions = class DilateOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsDilateOptions(bb, obj) {
		return (obj || new DilateOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsDilateOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new DilateOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startDilateOptions(builder) {
		builder.startObject(0);
	}
	static endDilateOptions(builder) {
		return builder.endObject();
	}
	static createDilateOptions(builder) {
		DilateOptions.startDilateOptions(builder);
		return DilateOptions.endDilateOptions(builder);
	}
	unpack() {
		return new DilateOptionsT();
	}
	unpackTo(_o) {}
};
var DilateOptionsT = class {
	constructor() {}
	pack(builder) {
		return DilateOptions.createDilateOptions(builder);
	}
};
// src/model/schema/generated/reduce-window-options.ts
var ReduceWindowOptions = class ReduceWindowOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsReduceWindowOptions(bb, obj) {
		return (obj || new ReduceWindowOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsReduceWindowOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ReduceWindowOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	reduceFunction() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startReduceWindowOptions(builder) {
		builder.startObject(1);
	}
	static addReduceFunction(builder, reduceFunction) {
		builder.addFieldInt32(0, reduceFunction, 0);
	}
	static endReduceWindowOptions(builder) {
		return builder.endObject();
	}
	static createReduceWindowOptions(builder, reduceFunction) {
		ReduceWindowOptions.startReduceWindowOptions(builder);
		ReduceWindowOptions.addReduceFunction(builder, reduceFunction);
		return ReduceWindowOptions.endReduceWindowOptions(builder);
	}
	unpack() {
		return new ReduceWindowOptionsT(this.reduceFunction());
	}
	unpackTo(_o) {
		_o.reduceFunction = this.reduceFunction();
	}
};
var ReduceWindowOptionsT = class {
	reduceFunction;
	constructor(reduceFunction = 0) {
		this.reduceFunction = reduceFunction;
	}
	pack(builder) {
		return ReduceWindowOptions.createReduceWindowOptions(builder, this.reduceFunction);
	}
};
// src/model/schema/generated/stable-hlocomposite-options.ts
var StableHLOCompositeOptions = class StableHLOCompositeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStableHLOCompositeOptions(bb, obj) {
		return (obj || new StableHLOCompositeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStableHLOCompositeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StableHLOCompositeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	name(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	decompositionSubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	compositeAttributes(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readUint8(this.bb.__vector(this.bb_pos + offset) + index) : 0;
	}
	compositeAttributesLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	compositeAttributesArray() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? new Uint8Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	compositeAttributesFormat() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	version() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startStableHLOCompositeOptions(builder) {
		builder.startObject(5);
	}
	static addName(builder, nameOffset) {
		builder.addFieldOffset(0, nameOffset, 0);
	}
	static addDecompositionSubgraphIndex(builder, decompositionSubgraphIndex) {
		builder.addFieldInt32(1, decompositionSubgraphIndex, 0);
	}
	static addCompositeAttributes(builder, compositeAttributesOffset) {
		builder.addFieldOffset(2, compositeAttributesOffset, 0);
	}
	static createCompositeAttributesVector(builder, data) {
		builder.startVector(1, data.length, 1);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt8(data[i]);
		return builder.endVector();
	}
	static startCompositeAttributesVector(builder, numElems) {
		builder.startVector(1, numElems, 1);
	}
	static addCompositeAttributesFormat(builder, compositeAttributesFormat) {
		builder.addFieldInt8(3, compositeAttributesFormat, 0);
	}
	static addVersion(builder, version) {
		builder.addFieldInt32(4, version, 0);
	}
	static endStableHLOCompositeOptions(builder) {
		return builder.endObject();
	}
	static createStableHLOCompositeOptions(builder, nameOffset, decompositionSubgraphIndex, compositeAttributesOffset, compositeAttributesFormat, version) {
		StableHLOCompositeOptions.startStableHLOCompositeOptions(builder);
		StableHLOCompositeOptions.addName(builder, nameOffset);
		StableHLOCompositeOptions.addDecompositionSubgraphIndex(builder, decompositionSubgraphIndex);
		StableHLOCompositeOptions.addCompositeAttributes(builder, compositeAttributesOffset);
		StableHLOCompositeOptions.addCompositeAttributesFormat(builder, compositeAttributesFormat);
		StableHLOCompositeOptions.addVersion(builder, version);
		return StableHLOCompositeOptions.endStableHLOCompositeOptions(builder);
	}
	unpack() {
		return new StableHLOCompositeOptionsT(this.name(), this.decompositionSubgraphIndex(), this.bb.createScalarList(this.compositeAttributes.bind(this), this.compositeAttributesLength()), this.compositeAttributesFormat(), this.version());
	}
	unpackTo(_o) {
		_o.name = this.name();
		_o.decompositionSubgraphIndex = this.decompositionSubgraphIndex();
		_o.compositeAttributes = this.bb.createScalarList(this.compositeAttributes.bind(this), this.compositeAttributesLength());
		_o.compositeAttributesFormat = this.compositeAttributesFormat();
		_o.version = this.version();
	}
};
var StableHLOCompositeOptionsT = class {
	name;
	decompositionSubgraphIndex;
	compositeAttributes;
	compositeAttributesFormat;
	version;
	constructor(name = null, decompositionSubgraphIndex = 0, compositeAttributes = [], compositeAttributesFormat = 0, version = 0) {
		this.name = name;
		this.decompositionSubgraphIndex = decompositionSubgraphIndex;
		this.compositeAttributes = compositeAttributes;
		this.compositeAttributesFormat = compositeAttributesFormat;
		this.version = version;
	}
	pack(builder) {
		const name = this.name !== null ? builder.createString(this.name) : 0;
		const compositeAttributes = StableHLOCompositeOptions.createCompositeAttributesVector(builder, this.compositeAttributes);
		return StableHLOCompositeOptions.createStableHLOCompositeOptions(builder, name, this.decompositionSubgraphIndex, compositeAttributes, this.compositeAttributesFormat, this.version);
	}
};
// src/model/schema/generated/stablehlo-broadcast-in-dim-options.ts
var StablehloBroadcastInDimOptions = class StablehloBroadcastInDimOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloBroadcastInDimOptions(bb, obj) {
		return (obj || new StablehloBroadcastInDimOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloBroadcastInDimOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloBroadcastInDimOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	broadcastDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	broadcastDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	static startStablehloBroadcastInDimOptions(builder) {
		builder.startObject(1);
	}
	static addBroadcastDimensions(builder, broadcastDimensionsOffset) {
		builder.addFieldOffset(0, broadcastDimensionsOffset, 0);
	}
	static createBroadcastDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startBroadcastDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static endStablehloBroadcastInDimOptions(builder) {
		return builder.endObject();
	}
	static createStablehloBroadcastInDimOptions(builder, broadcastDimensionsOffset) {
		StablehloBroadcastInDimOptions.startStablehloBroadcastInDimOptions(builder);
		StablehloBroadcastInDimOptions.addBroadcastDimensions(builder, broadcastDimensionsOffset);
		return StablehloBroadcastInDimOptions.endStablehloBroadcastInDimOptions(builder);
	}
	unpack() {
		return new StablehloBroadcastInDimOptionsT(this.bb.createScalarList(this.broadcastDimensions.bind(this), this.broadcastDimensionsLength()));
	}
	unpackTo(_o) {
		_o.broadcastDimensions = this.bb.createScalarList(this.broadcastDimensions.bind(this), this.broadcastDimensionsLength());
	}
};
var StablehloBroadcastInDimOptionsT = class {
	broadcastDimensions;
	constructor(broadcastDimensions = []) {
		this.broadcastDimensions = broadcastDimensions;
	}
	pack(builder) {
		const broadcastDimensions = StablehloBroadcastInDimOptions.createBroadcastDimensionsVector(builder, this.broadcastDimensions);
		return StablehloBroadcastInDimOptions.createStablehloBroadcastInDimOptions(builder, broadcastDimensions);
	}
};
// src/model/schema/generated/stablehlo-case-options.ts
var StablehloCaseOptions = class StablehloCaseOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloCaseOptions(bb, obj) {
		return (obj || new StablehloCaseOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloCaseOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloCaseOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	branchSubgraphIndices(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	branchSubgraphIndicesLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	branchSubgraphIndicesArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startStablehloCaseOptions(builder) {
		builder.startObject(1);
	}
	static addBranchSubgraphIndices(builder, branchSubgraphIndicesOffset) {
		builder.addFieldOffset(0, branchSubgraphIndicesOffset, 0);
	}
	static createBranchSubgraphIndicesVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startBranchSubgraphIndicesVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endStablehloCaseOptions(builder) {
		return builder.endObject();
	}
	static createStablehloCaseOptions(builder, branchSubgraphIndicesOffset) {
		StablehloCaseOptions.startStablehloCaseOptions(builder);
		StablehloCaseOptions.addBranchSubgraphIndices(builder, branchSubgraphIndicesOffset);
		return StablehloCaseOptions.endStablehloCaseOptions(builder);
	}
	unpack() {
		return new StablehloCaseOptionsT(this.bb.createScalarList(this.branchSubgraphIndices.bind(this), this.branchSubgraphIndicesLength()));
	}
	unpackTo(_o) {
		_o.branchSubgraphIndices = this.bb.createScalarList(this.branchSubgraphIndices.bind(this), this.branchSubgraphIndicesLength());
	}
};
var StablehloCaseOptionsT = class {
	branchSubgraphIndices;
	constructor(branchSubgraphIndices = []) {
		this.branchSubgraphIndices = branchSubgraphIndices;
	}
	pack(builder) {
		const branchSubgraphIndices = StablehloCaseOptions.createBranchSubgraphIndicesVector(builder, this.branchSubgraphIndices);
		return StablehloCaseOptions.createStablehloCaseOptions(builder, branchSubgraphIndices);
	}
};
// src/model/schema/generated/stablehlo-compare-options.ts
var StablehloCompareOptions = class StablehloCompareOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloCompareOptions(bb, obj) {
		return (obj || new StablehloCompareOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloCompareOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloCompareOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	comparisonDirection() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	compareType() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	static startStablehloCompareOptions(builder) {
		builder.startObject(2);
	}
	static addComparisonDirection(builder, comparisonDirection) {
		builder.addFieldInt32(0, comparisonDirection, 0);
	}
	static addCompareType(builder, compareType) {
		builder.addFieldInt32(1, compareType, 0);
	}
	static endStablehloCompareOptions(builder) {
		return builder.endObject();
	}
	static createStablehloCompareOptions(builder, comparisonDirection, compareType) {
		StablehloCompareOptions.startStablehloCompareOptions(builder);
		StablehloCompareOptions.addComparisonDirection(builder, comparisonDirection);
		StablehloCompareOptions.addCompareType(builder, compareType);
		return StablehloCompareOptions.endStablehloCompareOptions(builder);
	}
	unpack() {
		return new StablehloCompareOptionsT(this.comparisonDirection(), this.compareType());
	}
	unpackTo(_o) {
		_o.comparisonDirection = this.comparisonDirection();
		_o.compareType = this.compareType();
	}
};
var StablehloCompareOptionsT = class {
	comparisonDirection;
	compareType;
	constructor(comparisonDirection = 0, compareType = 0) {
		this.comparisonDirection = comparisonDirection;
		this.compareType = compareType;
	}
	pack(builder) {
		return StablehloCompareOptions.createStablehloCompareOptions(builder, this.comparisonDirection, this.compareType);
	}
};
// src/model/schema/generated/stablehlo-concatenate-options.ts
var StablehloConcatenateOptions = class StablehloConcatenateOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloConcatenateOptions(bb, obj) {
		return (obj || new StablehloConcatenateOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloConcatenateOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloConcatenateOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	dimension() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	static startStablehloConcatenateOptions(builder) {
		builder.startObject(1);
	}
	static addDimension(builder, dimension) {
		builder.addFieldInt64(0, dimension, BigInt("0"));
	}
	static endStablehloConcatenateOptions(builder) {
		return builder.endObject();
	}
	static createStablehloConcatenateOptions(builder, dimension) {
		StablehloConcatenateOptions.startStablehloConcatenateOptions(builder);
		StablehloConcatenateOptions.addDimension(builder, dimension);
		return StablehloConcatenateOptions.endStablehloConcatenateOptions(builder);
	}
	unpack() {
		return new StablehloConcatenateOptionsT(this.dimension());
	}
	unpackTo(_o) {
		_o.dimension = this.dimension();
	}
};
var StablehloConcatenateOptionsT = class {
	dimension;
	constructor(dimension = BigInt("0")) {
		this.dimension = dimension;
	}
	pack(builder) {
		return StablehloConcatenateOptions.createStablehloConcatenateOptions(builder, this.dimension);
	}
};
// src/model/schema/generated/stablehlo-convolution-options.ts
var StablehloConvolutionOptions = class StablehloConvolutionOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloConvolutionOptions(bb, obj) {
		return (obj || new StablehloConvolutionOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloConvolutionOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloConvolutionOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	windowStrides(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	windowStridesLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	padding(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	paddingLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	lhsDilation(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	lhsDilationLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	rhsDilation(index) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	rhsDilationLength() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	windowReversal(index) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? !!this.bb.readInt8(this.bb.__vector(this.bb_pos + offset) + index) : false;
	}
	windowReversalLength() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	windowReversalArray() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? new Int8Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	inputBatchDimension() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	inputFeatureDimension() {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	inputSpatialDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	inputSpatialDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	kernelInputFeatureDimension() {
		const offset = this.bb.__offset(this.bb_pos, 20);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	kernelOutputFeatureDimension() {
		const offset = this.bb.__offset(this.bb_pos, 22);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	kernelSpatialDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 24);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	kernelSpatialDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 24);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	outputBatchDimension() {
		const offset = this.bb.__offset(this.bb_pos, 26);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	outputFeatureDimension() {
		const offset = this.bb.__offset(this.bb_pos, 28);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	outputSpatialDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 30);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	outputSpatialDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 30);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	featureGroupCount() {
		const offset = this.bb.__offset(this.bb_pos, 32);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	batchGroupCount() {
		const offset = this.bb.__offset(this.bb_pos, 34);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	precisionConfig(index) {
		const offset = this.bb.__offset(this.bb_pos, 36);
		return offset ? this.bb.readUint32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	precisionConfigLength() {
		const offset = this.bb.__offset(this.bb_pos, 36);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	precisionConfigArray() {
		const offset = this.bb.__offset(this.bb_pos, 36);
		return offset ? new Uint32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startStablehloConvolutionOptions(builder) {
		builder.startObject(17);
	}
	static addWindowStrides(builder, windowStridesOffset) {
		builder.addFieldOffset(0, windowStridesOffset, 0);
	}
	static createWindowStridesVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startWindowStridesVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addPadding(builder, paddingOffset) {
		builder.addFieldOffset(1, paddingOffset, 0);
	}
	static createPaddingVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startPaddingVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addLhsDilation(builder, lhsDilationOffset) {
		builder.addFieldOffset(2, lhsDilationOffset, 0);
	}
	static createLhsDilationVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startLhsDilationVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addRhsDilation(builder, rhsDilationOffset) {
		builder.addFieldOffset(3, rhsDilationOffset, 0);
	}
	static createRhsDilationVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startRhsDilationVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addWindowReversal(builder, windowReversalOffset) {
		builder.addFieldOffset(4, windowReversalOffset, 0);
	}
	static createWindowReversalVector(builder, data) {
		builder.startVector(1, data.length, 1);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt8(+data[i]);
		return builder.endVector();
	}
	static startWindowReversalVector(builder, numElems) {
		builder.startVector(1, numElems, 1);
	}
	static addInputBatchDimension(builder, inputBatchDimension) {
		builder.addFieldInt64(5, inputBatchDimension, BigInt("0"));
	}
	static addInputFeatureDimension(builder, inputFeatureDimension) {
		builder.addFieldInt64(6, inputFeatureDimension, BigInt("0"));
	}
	static addInputSpatialDimensions(builder, inputSpatialDimensionsOffset) {
		builder.addFieldOffset(7, inputSpatialDimensionsOffset, 0);
	}
	static createInputSpatialDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startInputSpatialDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addKernelInputFeatureDimension(builder, kernelInputFeatureDimension) {
		builder.addFieldInt64(8, kernelInputFeatureDimension, BigInt("0"));
	}
	static addKernelOutputFeatureDimension(builder, kernelOutputFeatureDimension) {
		builder.addFieldInt64(9, kernelOutputFeatureDimension, BigInt("0"));
	}
	static addKernelSpatialDimensions(builder, kernelSpatialDimensionsOffset) {
		builder.addFieldOffset(10, kernelSpatialDimensionsOffset, 0);
	}
	static createKernelSpatialDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startKernelSpatialDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addOutputBatchDimension(builder, outputBatchDimension) {
		builder.addFieldInt64(11, outputBatchDimension, BigInt("0"));
	}
	static addOutputFeatureDimension(builder, outputFeatureDimension) {
		builder.addFieldInt64(12, outputFeatureDimension, BigInt("0"));
	}
	static addOutputSpatialDimensions(builder, outputSpatialDimensionsOffset) {
		builder.addFieldOffset(13, outputSpatialDimensionsOffset, 0);
	}
	static createOutputSpatialDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startOutputSpatialDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addFeatureGroupCount(builder, featureGroupCount) {
		builder.addFieldInt64(14, featureGroupCount, BigInt("0"));
	}
	static addBatchGroupCount(builder, batchGroupCount) {
		builder.addFieldInt64(15, batchGroupCount, BigInt("0"));
	}
	static addPrecisionConfig(builder, precisionConfigOffset) {
		builder.addFieldOffset(16, precisionConfigOffset, 0);
	}
	static createPrecisionConfigVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startPrecisionConfigVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endStablehloConvolutionOptions(builder) {
		return builder.endObject();
	}
	static createStablehloConvolutionOptions(builder, windowStridesOffset, paddingOffset, lhsDilationOffset, rhsDilationOffset, windowReversalOffset, inputBatchDimension, inputFeatureDimension, inputSpatialDimensionsOffset, kernelInputFeatureDimension, kernelOutputFeatureDimension, kernelSpatialDimensionsOffset, outputBatchDimension, outputFeatureDimension, outputSpatialDimensionsOffset, featureGroupCount, batchGroupCount, precisionConfigOffset) {
		StablehloConvolutionOptions.startStablehloConvolutionOptions(builder);
		StablehloConvolutionOptions.addWindowStrides(builder, windowStridesOffset);
		StablehloConvolutionOptions.addPadding(builder, paddingOffset);
		StablehloConvolutionOptions.addLhsDilation(builder, lhsDilationOffset);
		StablehloConvolutionOptions.addRhsDilation(builder, rhsDilationOffset);
		StablehloConvolutionOptions.addWindowReversal(builder, windowReversalOffset);
		StablehloConvolutionOptions.addInputBatchDimension(builder, inputBatchDimension);
		StablehloConvolutionOptions.addInputFeatureDimension(builder, inputFeatureDimension);
		StablehloConvolutionOptions.addInputSpatialDimensions(builder, inputSpatialDimensionsOffset);
		StablehloConvolutionOptions.addKernelInputFeatureDimension(builder, kernelInputFeatureDimension);
		StablehloConvolutionOptions.addKernelOutputFeatureDimension(builder, kernelOutputFeatureDimension);
		StablehloConvolutionOptions.addKernelSpatialDimensions(builder, kernelSpatialDimensionsOffset);
		StablehloConvolutionOptions.addOutputBatchDimension(builder, outputBatchDimension);
		StablehloConvolutionOptions.addOutputFeatureDimension(builder, outputFeatureDimension);
		StablehloConvolutionOptions.addOutputSpatialDimensions(builder, outputSpatialDimensionsOffset);
		StablehloConvolutionOptions.addFeatureGroupCount(builder, featureGroupCount);
		StablehloConvolutionOptions.addBatchGroupCount(builder, batchGroupCount);
		StablehloConvolutionOptions.addPrecisionConfig(builder, precisionConfigOffset);
		return StablehloConvolutionOptions.endStablehloConvolutionOptions(builder);
	}
	unpack() {
		return new StablehloConvolutionOptionsT(this.bb.createScalarList(this.windowStrides.bind(this), this.windowStridesLength()), this.bb.createScalarList(this.padding.bind(this), this.paddingLength()), this.bb.createScalarList(this.lhsDilation.bind(this), this.lhsDilationLength()), this.bb.createScalarList(this.rhsDilation.bind(this), this.rhsDilationLength()), this.bb.createScalarList(this.windowReversal.bind(this), this.windowReversalLength()), this.inputBatchDimension(), this.inputFeatureDimension(), this.bb.createScalarList(this.inputSpatialDimensions.bind(this), this.inputSpatialDimensionsLength()), this.kernelInputFeatureDimension(), this.kernelOutputFeatureDimension(), this.bb.createScalarList(this.kernelSpatialDimensions.bind(this), this.kernelSpatialDimensionsLength()), this.outputBatchDimension(), this.outputFeatureDimension(), this.bb.createScalarList(this.outputSpatialDimensions.bind(this), this.outputSpatialDimensionsLength()), this.featureGroupCount(), this.batchGroupCount(), this.bb.createScalarList(this.precisionConfig.bind(this), this.precisionConfigLength()));
	}
	unpackTo(_o) {
		_o.windowStrides = this.bb.createScalarList(this.windowStrides.bind(this), this.windowStridesLength());
		_o.padding = this.bb.createScalarList(this.padding.bind(this), this.paddingLength());
		_o.lhsDilation = this.bb.createScalarList(this.lhsDilation.bind(this), this.lhsDilationLength());
		_o.rhsDilation = this.bb.createScalarList(this.rhsDilation.bind(this), this.rhsDilationLength());
		_o.windowReversal = this.bb.createScalarList(this.windowReversal.bind(this), this.windowReversalLength());
		_o.inputBatchDimension = this.inputBatchDimension();
		_o.inputFeatureDimension = this.inputFeatureDimension();
		_o.inputSpatialDimensions = this.bb.createScalarList(this.inputSpatialDimensions.bind(this), this.inputSpatialDimensionsLength());
		_o.kernelInputFeatureDimension = this.kernelInputFeatureDimension();
		_o.kernelOutputFeatureDimension = this.kernelOutputFeatureDimension();
		_o.kernelSpatialDimensions = this.bb.createScalarList(this.kernelSpatialDimensions.bind(this), this.kernelSpatialDimensionsLength());
		_o.outputBatchDimension = this.outputBatchDimension();
		_o.outputFeatureDimension = this.outputFeatureDimension();
		_o.outputSpatialDimensions = this.bb.createScalarList(this.outputSpatialDimensions.bind(this), this.outputSpatialDimensionsLength());
		_o.featureGroupCount = this.featureGroupCount();
		_o.batchGroupCount = this.batchGroupCount();
		_o.precisionConfig = this.bb.createScalarList(this.precisionConfig.bind(this), this.precisionConfigLength());
	}
};
var StablehloConvolutionOptionsT = class {
	windowStrides;
	padding;
	lhsDilation;
	rhsDilation;
	windowReversal;
	inputBatchDimension;
	inputFeatureDimension;
	inputSpatialDimensions;
	kernelInputFeatureDimension;
	kernelOutputFeatureDimension;
	kernelSpatialDimensions;
	outputBatchDimension;
	outputFeatureDimension;
	outputSpatialDimensions;
	featureGroupCount;
	batchGroupCount;
	precisionConfig;
	constructor(windowStrides = [], padding = [], lhsDilation = [], rhsDilation = [], windowReversal = [], inputBatchDimension = BigInt("0"), inputFeatureDimension = BigInt("0"), inputSpatialDimensions = [], kernelInputFeatureDimension = BigInt("0"), kernelOutputFeatureDimension = BigInt("0"), kernelSpatialDimensions = [], outputBatchDimension = BigInt("0"), outputFeatureDimension = BigInt("0"), outputSpatialDimensions = [], featureGroupCount = BigInt("0"), batchGroupCount = BigInt("0"), precisionConfig = []) {
		this.windowStrides = windowStrides;
		this.padding = padding;
		this.lhsDilation = lhsDilation;
		this.rhsDilation = rhsDilation;
		this.windowReversal = windowReversal;
		this.inputBatchDimension = inputBatchDimension;
		this.inputFeatureDimension = inputFeatureDimension;
		this.inputSpatialDimensions = inputSpatialDimensions;
		this.kernelInputFeatureDimension = kernelInputFeatureDimension;
		this.kernelOutputFeatureDimension = kernelOutputFeatureDimension;
		this.kernelSpatialDimensions = kernelSpatialDimensions;
		this.outputBatchDimension = outputBatchDimension;
		this.outputFeatureDimension = outputFeatureDimension;
		this.outputSpatialDimensions = outputSpatialDimensions;
		this.featureGroupCount = featureGroupCount;
		this.batchGroupCount = batchGroupCount;
		this.precisionConfig = precisionConfig;
	}
	pack(builder) {
		const windowStrides = StablehloConvolutionOptions.createWindowStridesVector(builder, this.windowStrides);
		const padding = StablehloConvolutionOptions.createPaddingVector(builder, this.padding);
		const lhsDilation = StablehloConvolutionOptions.createLhsDilationVector(builder, this.lhsDilation);
		const rhsDilation = StablehloConvolutionOptions.createRhsDilationVector(builder, this.rhsDilation);
		const windowReversal = StablehloConvolutionOptions.createWindowReversalVector(builder, this.windowReversal);
		const inputSpatialDimensions = StablehloConvolutionOptions.createInputSpatialDimensionsVector(builder, this.inputSpatialDimensions);
		const kernelSpatialDimensions = StablehloConvolutionOptions.createKernelSpatialDimensionsVector(builder, this.kernelSpatialDimensions);
		const outputSpatialDimensions = StablehloConvolutionOptions.createOutputSpatialDimensionsVector(builder, this.outputSpatialDimensions);
		const precisionConfig = StablehloConvolutionOptions.createPrecisionConfigVector(builder, this.precisionConfig);
		return StablehloConvolutionOptions.createStablehloConvolutionOptions(builder, windowStrides, padding, lhsDilation, rhsDilation, windowReversal, this.inputBatchDimension, this.inputFeatureDimension, inputSpatialDimensions, this.kernelInputFeatureDimension, this.kernelOutputFeatureDimension, kernelSpatialDimensions, this.outputBatchDimension, this.outputFeatureDimension, outputSpatialDimensions, this.featureGroupCount, this.batchGroupCount, precisionConfig);
	}
};
// src/model/schema/generated/stablehlo-custom-call-options.ts
var StablehloCustomCallOptions = class StablehloCustomCallOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloCustomCallOptions(bb, obj) {
		return (obj || new StablehloCustomCallOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloCustomCallOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloCustomCallOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	callTargetName(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	hasSideEffect() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	backendConfig(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	apiVersion() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	calledComputations(index) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	calledComputationsLength() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	calledComputationsArray() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	customAttributes(index) {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readUint8(this.bb.__vector(this.bb_pos + offset) + index) : 0;
	}
	customAttributesLength() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	customAttributesArray() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? new Uint8Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startStablehloCustomCallOptions(builder) {
		builder.startObject(6);
	}
	static addCallTargetName(builder, callTargetNameOffset) {
		builder.addFieldOffset(0, callTargetNameOffset, 0);
	}
	static addHasSideEffect(builder, hasSideEffect) {
		builder.addFieldInt8(1, +hasSideEffect, 0);
	}
	static addBackendConfig(builder, backendConfigOffset) {
		builder.addFieldOffset(2, backendConfigOffset, 0);
	}
	static addApiVersion(builder, apiVersion) {
		builder.addFieldInt32(3, apiVersion, 0);
	}
	static addCalledComputations(builder, calledComputationsOffset) {
		builder.addFieldOffset(4, calledComputationsOffset, 0);
	}
	static createCalledComputationsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startCalledComputationsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addCustomAttributes(builder, customAttributesOffset) {
		builder.addFieldOffset(5, customAttributesOffset, 0);
	}
	static createCustomAttributesVector(builder, data) {
		builder.startVector(1, data.length, 1);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt8(data[i]);
		return builder.endVector();
	}
	static startCustomAttributesVector(builder, numElems) {
		builder.startVector(1, numElems, 1);
	}
	static endStablehloCustomCallOptions(builder) {
		return builder.endObject();
	}
	static createStablehloCustomCallOptions(builder, callTargetNameOffset, hasSideEffect, backendConfigOffset, apiVersion, calledComputationsOffset, customAttributesOffset) {
		StablehloCustomCallOptions.startStablehloCustomCallOptions(builder);
		StablehloCustomCallOptions.addCallTargetName(builder, callTargetNameOffset);
		StablehloCustomCallOptions.addHasSideEffect(builder, hasSideEffect);
		StablehloCustomCallOptions.addBackendConfig(builder, backendConfigOffset);
		StablehloCustomCallOptions.addApiVersion(builder, apiVersion);
		StablehloCustomCallOptions.addCalledComputations(builder, calledComputationsOffset);
		StablehloCustomCallOptions.addCustomAttributes(builder, customAttributesOffset);
		return StablehloCustomCallOptions.endStablehloCustomCallOptions(builder);
	}
	unpack() {
		return new StablehloCustomCallOptionsT(this.callTargetName(), this.hasSideEffect(), this.backendConfig(), this.apiVersion(), this.bb.createScalarList(this.calledComputations.bind(this), this.calledComputationsLength()), this.bb.createScalarList(this.customAttributes.bind(this), this.customAttributesLength()));
	}
	unpackTo(_o) {
		_o.callTargetName = this.callTargetName();
		_o.hasSideEffect = this.hasSideEffect();
		_o.backendConfig = this.backendConfig();
		_o.apiVersion = this.apiVersion();
		_o.calledComputations = this.bb.createScalarList(this.calledComputations.bind(this), this.calledComputationsLength());
		_o.customAttributes = this.bb.createScalarList(this.customAttributes.bind(this), this.customAttributesLength());
	}
};
var StablehloCustomCallOptionsT = class {
	callTargetName;
	hasSideEffect;
	backendConfig;
	apiVersion;
	calledComputations;
	customAttributes;
	constructor(callTargetName = null, hasSideEffect = false, backendConfig = null, apiVersion = 0, calledComputations = [], customAttributes = []) {
		this.callTargetName = callTargetName;
		this.hasSideEffect = hasSideEffect;
		this.backendConfig = backendConfig;
		this.apiVersion = apiVersion;
		this.calledComputations = calledComputations;
		this.customAttributes = customAttributes;
	}
	pack(builder) {
		const callTargetName = this.callTargetName !== null ? builder.createString(this.callTargetName) : 0;
		const backendConfig = this.backendConfig !== null ? builder.createString(this.backendConfig) : 0;
		const calledComputations = StablehloCustomCallOptions.createCalledComputationsVector(builder, this.calledComputations);
		const customAttributes = StablehloCustomCallOptions.createCustomAttributesVector(builder, this.customAttributes);
		return StablehloCustomCallOptions.createStablehloCustomCallOptions(builder, callTargetName, this.hasSideEffect, backendConfig, this.apiVersion, calledComputations, customAttributes);
	}
};
// src/model/schema/generated/stablehlo-dot-general-options.ts
var StablehloDotGeneralOptions = class StablehloDotGeneralOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloDotGeneralOptions(bb, obj) {
		return (obj || new StablehloDotGeneralOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloDotGeneralOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloDotGeneralOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	lhsBatchingDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	lhsBatchingDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	rhsBatchingDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	rhsBatchingDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	lhsContractingDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	lhsContractingDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	rhsContractingDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	rhsContractingDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	precisionConfig(index) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readUint32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	precisionConfigLength() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	precisionConfigArray() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? new Uint32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startStablehloDotGeneralOptions(builder) {
		builder.startObject(5);
	}
	static addLhsBatchingDimensions(builder, lhsBatchingDimensionsOffset) {
		builder.addFieldOffset(0, lhsBatchingDimensionsOffset, 0);
	}
	static createLhsBatchingDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startLhsBatchingDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addRhsBatchingDimensions(builder, rhsBatchingDimensionsOffset) {
		builder.addFieldOffset(1, rhsBatchingDimensionsOffset, 0);
	}
	static createRhsBatchingDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startRhsBatchingDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addLhsContractingDimensions(builder, lhsContractingDimensionsOffset) {
		builder.addFieldOffset(2, lhsContractingDimensionsOffset, 0);
	}
	static createLhsContractingDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startLhsContractingDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addRhsContractingDimensions(builder, rhsContractingDimensionsOffset) {
		builder.addFieldOffset(3, rhsContractingDimensionsOffset, 0);
	}
	static createRhsContractingDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startRhsContractingDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addPrecisionConfig(builder, precisionConfigOffset) {
		builder.addFieldOffset(4, precisionConfigOffset, 0);
	}
	static createPrecisionConfigVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startPrecisionConfigVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endStablehloDotGeneralOptions(builder) {
		return builder.endObject();
	}
	static createStablehloDotGeneralOptions(builder, lhsBatchingDimensionsOffset, rhsBatchingDimensionsOffset, lhsContractingDimensionsOffset, rhsContractingDimensionsOffset, precisionConfigOffset) {
		StablehloDotGeneralOptions.startStablehloDotGeneralOptions(builder);
		StablehloDotGeneralOptions.addLhsBatchingDimensions(builder, lhsBatchingDimensionsOffset);
		StablehloDotGeneralOptions.addRhsBatchingDimensions(builder, rhsBatchingDimensionsOffset);
		StablehloDotGeneralOptions.addLhsContractingDimensions(builder, lhsContractingDimensionsOffset);
		StablehloDotGeneralOptions.addRhsContractingDimensions(builder, rhsContractingDimensionsOffset);
		StablehloDotGeneralOptions.addPrecisionConfig(builder, precisionConfigOffset);
		return StablehloDotGeneralOptions.endStablehloDotGeneralOptions(builder);
	}
	unpack() {
		return new StablehloDotGeneralOptionsT(this.bb.createScalarList(this.lhsBatchingDimensions.bind(this), this.lhsBatchingDimensionsLength()), this.bb.createScalarList(this.rhsBatchingDimensions.bind(this), this.rhsBatchingDimensionsLength()), this.bb.createScalarList(this.lhsContractingDimensions.bind(this), this.lhsContractingDimensionsLength()), this.bb.createScalarList(this.rhsContractingDimensions.bind(this), this.rhsContractingDimensionsLength()), this.bb.createScalarList(this.precisionConfig.bind(this), this.precisionConfigLength()));
	}
	unpackTo(_o) {
		_o.lhsBatchingDimensions = this.bb.createScalarList(this.lhsBatchingDimensions.bind(this), this.lhsBatchingDimensionsLength());
		_o.rhsBatchingDimensions = this.bb.createScalarList(this.rhsBatchingDimensions.bind(this), this.rhsBatchingDimensionsLength());
		_o.lhsContractingDimensions = this.bb.createScalarList(this.lhsContractingDimensions.bind(this), this.lhsContractingDimensionsLength());
		_o.rhsContractingDimensions = this.bb.createScalarList(this.rhsContractingDimensions.bind(this), this.rhsContractingDimensionsLength());
		_o.precisionConfig = this.bb.createScalarList(this.precisionConfig.bind(this), this.precisionConfigLength());
	}
};
var StablehloDotGeneralOptionsT = class {
	lhsBatchingDimensions;
	rhsBatchingDimensions;
	lhsContractingDimensions;
	rhsContractingDimensions;
	precisionConfig;
	constructor(lhsBatchingDimensions = [], rhsBatchingDimensions = [], lhsContractingDimensions = [], rhsContractingDimensions = [], precisionConfig = []) {
		this.lhsBatchingDimensions = lhsBatchingDimensions;
		this.rhsBatchingDimensions = rhsBatchingDimensions;
		this.lhsContractingDimensions = lhsContractingDimensions;
		this.rhsContractingDimensions = rhsContractingDimensions;
		this.precisionConfig = precisionConfig;
	}
	pack(builder) {
		const lhsBatchingDimensions = StablehloDotGeneralOptions.createLhsBatchingDimensionsVector(builder, this.lhsBatchingDimensions);
		const rhsBatchingDimensions = StablehloDotGeneralOptions.createRhsBatchingDimensionsVector(builder, this.rhsBatchingDimensions);
		const lhsContractingDimensions = StablehloDotGeneralOptions.createLhsContractingDimensionsVector(builder, this.lhsContractingDimensions);
		const rhsContractingDimensions = StablehloDotGeneralOptions.createRhsContractingDimensionsVector(builder, this.rhsContractingDimensions);
		const precisionConfig = StablehloDotGeneralOptions.createPrecisionConfigVector(builder, this.precisionConfig);
		return StablehloDotGeneralOptions.createStablehloDotGeneralOptions(builder, lhsBatchingDimensions, rhsBatchingDimensions, lhsContractingDimensions, rhsContractingDimensions, precisionConfig);
	}
};
// src/model/schema/generated/stablehlo-dynamic-slice-options.ts
var StablehloDynamicSliceOptions = class StablehloDynamicSliceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloDynamicSliceOptions(bb, obj) {
		return (obj || new StablehloDynamicSliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloDynamicSliceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloDynamicSliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	sliceSizes(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	sliceSizesLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	static startStablehloDynamicSliceOptions(builder) {
		builder.startObject(1);
	}
	static addSliceSizes(builder, sliceSizesOffset) {
		builder.addFieldOffset(0, sliceSizesOffset, 0);
	}
	static createSliceSizesVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startSliceSizesVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static endStablehloDynamicSliceOptions(builder) {
		return builder.endObject();
	}
	static createStablehloDynamicSliceOptions(builder, sliceSizesOffset) {
		StablehloDynamicSliceOptions.startStablehloDynamicSliceOptions(builder);
		StablehloDynamicSliceOptions.addSliceSizes(builder, sliceSizesOffset);
		return StablehloDynamicSliceOptions.endStablehloDynamicSliceOptions(builder);
	}
	unpack() {
		return new StablehloDynamicSliceOptionsT(this.bb.createScalarList(this.sliceSizes.bind(this), this.sliceSizesLength()));
	}
	unpackTo(_o) {
		_o.sliceSizes = this.bb.createScalarList(this.sliceSizes.bind(this), this.sliceSizesLength());
	}
};
var StablehloDynamicSliceOptionsT = class {
	sliceSizes;
	constructor(sliceSizes = []) {
		this.sliceSizes = sliceSizes;
	}
	pack(builder) {
		const sliceSizes = StablehloDynamicSliceOptions.createSliceSizesVector(builder, this.sliceSizes);
		return StablehloDynamicSliceOptions.createStablehloDynamicSliceOptions(builder, sliceSizes);
	}
};
// src/model/schema/generated/stablehlo-gather-options.ts
var StablehloGatherOptions = class StablehloGatherOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloGatherOptions(bb, obj) {
		return (obj || new StablehloGatherOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloGatherOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloGatherOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	offsetDims(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	offsetDimsLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	collapsedSliceDims(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	collapsedSliceDimsLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	startIndexMap(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	startIndexMapLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	indexVectorDim() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	sliceSizes(index) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	sliceSizesLength() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	indicesAreSorted() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startStablehloGatherOptions(builder) {
		builder.startObject(6);
	}
	static addOffsetDims(builder, offsetDimsOffset) {
		builder.addFieldOffset(0, offsetDimsOffset, 0);
	}
	static createOffsetDimsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startOffsetDimsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addCollapsedSliceDims(builder, collapsedSliceDimsOffset) {
		builder.addFieldOffset(1, collapsedSliceDimsOffset, 0);
	}
	static createCollapsedSliceDimsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startCollapsedSliceDimsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addStartIndexMap(builder, startIndexMapOffset) {
		builder.addFieldOffset(2, startIndexMapOffset, 0);
	}
	static createStartIndexMapVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startStartIndexMapVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addIndexVectorDim(builder, indexVectorDim) {
		builder.addFieldInt64(3, indexVectorDim, BigInt("0"));
	}
	static addSliceSizes(builder, sliceSizesOffset) {
		builder.addFieldOffset(4, sliceSizesOffset, 0);
	}
	static createSliceSizesVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startSliceSizesVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addIndicesAreSorted(builder, indicesAreSorted) {
		builder.addFieldInt8(5, +indicesAreSorted, 0);
	}
	static endStablehloGatherOptions(builder) {
		return builder.endObject();
	}
	static createStablehloGatherOptions(builder, offsetDimsOffset, collapsedSliceDimsOffset, startIndexMapOffset, indexVectorDim, sliceSizesOffset, indicesAreSorted) {
		StablehloGatherOptions.startStablehloGatherOptions(builder);
		StablehloGatherOptions.addOffsetDims(builder, offsetDimsOffset);
		StablehloGatherOptions.addCollapsedSliceDims(builder, collapsedSliceDimsOffset);
		StablehloGatherOptions.addStartIndexMap(builder, startIndexMapOffset);
		StablehloGatherOptions.addIndexVectorDim(builder, indexVectorDim);
		StablehloGatherOptions.addSliceSizes(builder, sliceSizesOffset);
		StablehloGatherOptions.addIndicesAreSorted(builder, indicesAreSorted);
		return StablehloGatherOptions.endStablehloGatherOptions(builder);
	}
	unpack() {
		return new StablehloGatherOptionsT(this.bb.createScalarList(this.offsetDims.bind(this), this.offsetDimsLength()), this.bb.createScalarList(this.collapsedSliceDims.bind(this), this.collapsedSliceDimsLength()), this.bb.createScalarList(this.startIndexMap.bind(this), this.startIndexMapLength()), this.indexVectorDim(), this.bb.createScalarList(this.sliceSizes.bind(this), this.sliceSizesLength()), this.indicesAreSorted());
	}
	unpackTo(_o) {
		_o.offsetDims = this.bb.createScalarList(this.offsetDims.bind(this), this.offsetDimsLength());
		_o.collapsedSliceDims = this.bb.createScalarList(this.collapsedSliceDims.bind(this), this.collapsedSliceDimsLength());
		_o.startIndexMap = this.bb.createScalarList(this.startIndexMap.bind(this), this.startIndexMapLength());
		_o.indexVectorDim = this.indexVectorDim();
		_o.sliceSizes = this.bb.createScalarList(this.sliceSizes.bind(this), this.sliceSizesLength());
		_o.indicesAreSorted = this.indicesAreSorted();
	}
};
var StablehloGatherOptionsT = class {
	offsetDims;
	collapsedSliceDims;
	startIndexMap;
	indexVectorDim;
	sliceSizes;
	indicesAreSorted;
	constructor(offsetDims = [], collapsedSliceDims = [], startIndexMap = [], indexVectorDim = BigInt("0"), sliceSizes = [], indicesAreSorted = false) {
		this.offsetDims = offsetDims;
		this.collapsedSliceDims = collapsedSliceDims;
		this.startIndexMap = startIndexMap;
		this.indexVectorDim = indexVectorDim;
		this.sliceSizes = sliceSizes;
		this.indicesAreSorted = indicesAreSorted;
	}
	pack(builder) {
		const offsetDims = StablehloGatherOptions.createOffsetDimsVector(builder, this.offsetDims);
		const collapsedSliceDims = StablehloGatherOptions.createCollapsedSliceDimsVector(builder, this.collapsedSliceDims);
		const startIndexMap = StablehloGatherOptions.createStartIndexMapVector(builder, this.startIndexMap);
		const sliceSizes = StablehloGatherOptions.createSliceSizesVector(builder, this.sliceSizes);
		return StablehloGatherOptions.createStablehloGatherOptions(builder, offsetDims, collapsedSliceDims, startIndexMap, this.indexVectorDim, sliceSizes, this.indicesAreSorted);
	}
};
// src/model/schema/generated/stablehlo-iota-options.ts
var StablehloIotaOptions = class StablehloIotaOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloIotaOptions(bb, obj) {
		return (obj || new StablehloIotaOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloIotaOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloIotaOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	iotaDimension() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	static startStablehloIotaOptions(builder) {
		builder.startObject(1);
	}
	static addIotaDimension(builder, iotaDimension) {
		builder.addFieldInt64(0, iotaDimension, BigInt("0"));
	}
	static endStablehloIotaOptions(builder) {
		return builder.endObject();
	}
	static createStablehloIotaOptions(builder, iotaDimension) {
		StablehloIotaOptions.startStablehloIotaOptions(builder);
		StablehloIotaOptions.addIotaDimension(builder, iotaDimension);
		return StablehloIotaOptions.endStablehloIotaOptions(builder);
	}
	unpack() {
		return new StablehloIotaOptionsT(this.iotaDimension());
	}
	unpackTo(_o) {
		_o.iotaDimension = this.iotaDimension();
	}
};
var StablehloIotaOptionsT = class {
	iotaDimension;
	constructor(iotaDimension = BigInt("0")) {
		this.iotaDimension = iotaDimension;
	}
	pack(builder) {
		return StablehloIotaOptions.createStablehloIotaOptions(builder, this.iotaDimension);
	}
};
// src/model/schema/generated/stablehlo-pad-options.ts
var StablehloPadOptions = class StablehloPadOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloPadOptions(bb, obj) {
		return (obj || new StablehloPadOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloPadOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloPadOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	edgePaddingLow(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	edgePaddingLowLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	edgePaddingHigh(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	edgePaddingHighLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	interiorPadding(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	interiorPaddingLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	static startStablehloPadOptions(builder) {
		builder.startObject(3);
	}
	static addEdgePaddingLow(builder, edgePaddingLowOffset) {
		builder.addFieldOffset(0, edgePaddingLowOffset, 0);
	}
	static createEdgePaddingLowVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startEdgePaddingLowVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addEdgePaddingHigh(builder, edgePaddingHighOffset) {
		builder.addFieldOffset(1, edgePaddingHighOffset, 0);
	}
	static createEdgePaddingHighVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startEdgePaddingHighVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addInteriorPadding(builder, interiorPaddingOffset) {
		builder.addFieldOffset(2, interiorPaddingOffset, 0);
	}
	static createInteriorPaddingVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startInteriorPaddingVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static endStablehloPadOptions(builder) {
		return builder.endObject();
	}
	static createStablehloPadOptions(builder, edgePaddingLowOffset, edgePaddingHighOffset, interiorPaddingOffset) {
		StablehloPadOptions.startStablehloPadOptions(builder);
		StablehloPadOptions.addEdgePaddingLow(builder, edgePaddingLowOffset);
		StablehloPadOptions.addEdgePaddingHigh(builder, edgePaddingHighOffset);
		StablehloPadOptions.addInteriorPadding(builder, interiorPaddingOffset);
		return StablehloPadOptions.endStablehloPadOptions(builder);
	}
	unpack() {
		return new StablehloPadOptionsT(this.bb.createScalarList(this.edgePaddingLow.bind(this), this.edgePaddingLowLength()), this.bb.createScalarList(this.edgePaddingHigh.bind(this), this.edgePaddingHighLength()), this.bb.createScalarList(this.interiorPadding.bind(this), this.interiorPaddingLength()));
	}
	unpackTo(_o) {
		_o.edgePaddingLow = this.bb.createScalarList(this.edgePaddingLow.bind(this), this.edgePaddingLowLength());
		_o.edgePaddingHigh = this.bb.createScalarList(this.edgePaddingHigh.bind(this), this.edgePaddingHighLength());
		_o.interiorPadding = this.bb.createScalarList(this.interiorPadding.bind(this), this.interiorPaddingLength());
	}
};
var StablehloPadOptionsT = class {
	edgePaddingLow;
	edgePaddingHigh;
	interiorPadding;
	constructor(edgePaddingLow = [], edgePaddingHigh = [], interiorPadding = []) {
		this.edgePaddingLow = edgePaddingLow;
		this.edgePaddingHigh = edgePaddingHigh;
		this.interiorPadding = interiorPadding;
	}
	pack(builder) {
		const edgePaddingLow = StablehloPadOptions.createEdgePaddingLowVector(builder, this.edgePaddingLow);
		const edgePaddingHigh = StablehloPadOptions.createEdgePaddingHighVector(builder, this.edgePaddingHigh);
		const interiorPadding = StablehloPadOptions.createInteriorPaddingVector(builder, this.interiorPadding);
		return StablehloPadOptions.createStablehloPadOptions(builder, edgePaddingLow, edgePaddingHigh, interiorPadding);
	}
};
// src/model/schema/generated/stablehlo-reduce-options.ts
var StablehloReduceOptions = class StablehloReduceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloReduceOptions(bb, obj) {
		return (obj || new StablehloReduceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloReduceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloReduceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	dimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	dimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	bodySubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startStablehloReduceOptions(builder) {
		builder.startObject(2);
	}
	static addDimensions(builder, dimensionsOffset) {
		builder.addFieldOffset(0, dimensionsOffset, 0);
	}
	static createDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addBodySubgraphIndex(builder, bodySubgraphIndex) {
		builder.addFieldInt32(1, bodySubgraphIndex, 0);
	}
	static endStablehloReduceOptions(builder) {
		return builder.endObject();
	}
	static createStablehloReduceOptions(builder, dimensionsOffset, bodySubgraphIndex) {
		StablehloReduceOptions.startStablehloReduceOptions(builder);
		StablehloReduceOptions.addDimensions(builder, dimensionsOffset);
		StablehloReduceOptions.addBodySubgraphIndex(builder, bodySubgraphIndex);
		return StablehloReduceOptions.endStablehloReduceOptions(builder);
	}
	unpack() {
		return new StablehloReduceOptionsT(this.bb.createScalarList(this.dimensions.bind(this), this.dimensionsLength()), this.bodySubgraphIndex());
	}
	unpackTo(_o) {
		_o.dimensions = this.bb.createScalarList(this.dimensions.bind(this), this.dimensionsLength());
		_o.bodySubgraphIndex = this.bodySubgraphIndex();
	}
};
var StablehloReduceOptionsT = class {
	dimensions;
	bodySubgraphIndex;
	constructor(dimensions = [], bodySubgraphIndex = 0) {
		this.dimensions = dimensions;
		this.bodySubgraphIndex = bodySubgraphIndex;
	}
	pack(builder) {
		const dimensions = StablehloReduceOptions.createDimensionsVector(builder, this.dimensions);
		return StablehloReduceOptions.createStablehloReduceOptions(builder, dimensions, this.bodySubgraphIndex);
	}
};
// src/model/schema/generated/stablehlo-reduce-window-options.ts
var StablehloReduceWindowOptions = class StablehloReduceWindowOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloReduceWindowOptions(bb, obj) {
		return (obj || new StablehloReduceWindowOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloReduceWindowOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloReduceWindowOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	windowDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	windowDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	windowStrides(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	windowStridesLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	baseDilations(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	baseDilationsLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	windowDilations(index) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	windowDilationsLength() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	padding(index) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	paddingLength() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	bodySubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startStablehloReduceWindowOptions(builder) {
		builder.startObject(6);
	}
	static addWindowDimensions(builder, windowDimensionsOffset) {
		builder.addFieldOffset(0, windowDimensionsOffset, 0);
	}
	static createWindowDimensionsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startWindowDimensionsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addWindowStrides(builder, windowStridesOffset) {
		builder.addFieldOffset(1, windowStridesOffset, 0);
	}
	static createWindowStridesVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startWindowStridesVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addBaseDilations(builder, baseDilationsOffset) {
		builder.addFieldOffset(2, baseDilationsOffset, 0);
	}
	static createBaseDilationsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startBaseDilationsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addWindowDilations(builder, windowDilationsOffset) {
		builder.addFieldOffset(3, windowDilationsOffset, 0);
	}
	static createWindowDilationsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startWindowDilationsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addPadding(builder, paddingOffset) {
		builder.addFieldOffset(4, paddingOffset, 0);
	}
	static createPaddingVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startPaddingVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addBodySubgraphIndex(builder, bodySubgraphIndex) {
		builder.addFieldInt32(5, bodySubgraphIndex, 0);
	}
	static endStablehloReduceWindowOptions(builder) {
		return builder.endObject();
	}
	static createStablehloReduceWindowOptions(builder, windowDimensionsOffset, windowStridesOffset, baseDilationsOffset, windowDilationsOffset, paddingOffset, bodySubgraphIndex) {
		StablehloReduceWindowOptions.startStablehloReduceWindowOptions(builder);
		StablehloReduceWindowOptions.addWindowDimensions(builder, windowDimensionsOffset);
		StablehloReduceWindowOptions.addWindowStrides(builder, windowStridesOffset);
		StablehloReduceWindowOptions.addBaseDilations(builder, baseDilationsOffset);
		StablehloReduceWindowOptions.addWindowDilations(builder, windowDilationsOffset);
		StablehloReduceWindowOptions.addPadding(builder, paddingOffset);
		StablehloReduceWindowOptions.addBodySubgraphIndex(builder, bodySubgraphIndex);
		return StablehloReduceWindowOptions.endStablehloReduceWindowOptions(builder);
	}
	unpack() {
		return new StablehloReduceWindowOptionsT(this.bb.createScalarList(this.windowDimensions.bind(this), this.windowDimensionsLength()), this.bb.createScalarList(this.windowStrides.bind(this), this.windowStridesLength()), this.bb.createScalarList(this.baseDilations.bind(this), this.baseDilationsLength()), this.bb.createScalarList(this.windowDilations.bind(this), this.windowDilationsLength()), this.bb.createScalarList(this.padding.bind(this), this.paddingLength()), this.bodySubgraphIndex());
	}
	unpackTo(_o) {
		_o.windowDimensions = this.bb.createScalarList(this.windowDimensions.bind(this), this.windowDimensionsLength());
		_o.windowStrides = this.bb.createScalarList(this.windowStrides.bind(this), this.windowStridesLength());
		_o.baseDilations = this.bb.createScalarList(this.baseDilations.bind(this), this.baseDilationsLength());
		_o.windowDilations = this.bb.createScalarList(this.windowDilations.bind(this), this.windowDilationsLength());
		_o.padding = this.bb.createScalarList(this.padding.bind(this), this.paddingLength());
		_o.bodySubgraphIndex = this.bodySubgraphIndex();
	}
};
var StablehloReduceWindowOptionsT = class {
	windowDimensions;
	windowStrides;
	baseDilations;
	windowDilations;
	padding;
	bodySubgraphIndex;
	constructor(windowDimensions = [], windowStrides = [], baseDilations = [], windowDilations = [], padding = [], bodySubgraphIndex = 0) {
		this.windowDimensions = windowDimensions;
		this.windowStrides = windowStrides;
		this.baseDilations = baseDilations;
		this.windowDilations = windowDilations;
		this.padding = padding;
		this.bodySubgraphIndex = bodySubgraphIndex;
	}
	pack(builder) {
		const windowDimensions = StablehloReduceWindowOptions.createWindowDimensionsVector(builder, this.windowDimensions);
		const windowStrides = StablehloReduceWindowOptions.createWindowStridesVector(builder, this.windowStrides);
		const baseDilations = StablehloReduceWindowOptions.createBaseDilationsVector(builder, this.baseDilations);
		const windowDilations = StablehloReduceWindowOptions.createWindowDilationsVector(builder, this.windowDilations);
		const padding = StablehloReduceWindowOptions.createPaddingVector(builder, this.padding);
		return StablehloReduceWindowOptions.createStablehloReduceWindowOptions(builder, windowDimensions, windowStrides, baseDilations, windowDilations, padding, this.bodySubgraphIndex);
	}
};
// src/model/schema/generated/stablehlo-rng-bit-generator-options.ts
var StablehloRngBitGeneratorOptions = class StablehloRngBitGeneratorOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloRngBitGeneratorOptions(bb, obj) {
		return (obj || new StablehloRngBitGeneratorOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloRngBitGeneratorOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloRngBitGeneratorOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	algorithm() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	static startStablehloRngBitGeneratorOptions(builder) {
		builder.startObject(1);
	}
	static addAlgorithm(builder, algorithm) {
		builder.addFieldInt8(0, algorithm, 0);
	}
	static endStablehloRngBitGeneratorOptions(builder) {
		return builder.endObject();
	}
	static createStablehloRngBitGeneratorOptions(builder, algorithm) {
		StablehloRngBitGeneratorOptions.startStablehloRngBitGeneratorOptions(builder);
		StablehloRngBitGeneratorOptions.addAlgorithm(builder, algorithm);
		return StablehloRngBitGeneratorOptions.endStablehloRngBitGeneratorOptions(builder);
	}
	unpack() {
		return new StablehloRngBitGeneratorOptionsT(this.algorithm());
	}
	unpackTo(_o) {
		_o.algorithm = this.algorithm();
	}
};
var StablehloRngBitGeneratorOptionsT = class {
	algorithm;
	constructor(algorithm = 0) {
		this.algorithm = algorithm;
	}
	pack(builder) {
		return StablehloRngBitGeneratorOptions.createStablehloRngBitGeneratorOptions(builder, this.algorithm);
	}
};
// src/model/schema/generated/stablehlo-scatter-options.ts
var StablehloScatterOptions = class StablehloScatterOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloScatterOptions(bb, obj) {
		return (obj || new StablehloScatterOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloScatterOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloScatterOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	indicesAreSorted() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	updateWindowDims(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	updateWindowDimsLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	insertedWindowDims(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	insertedWindowDimsLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	scatterDimsToOperandDims(index) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	scatterDimsToOperandDimsLength() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	indexVectorDim() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	uniqueIndices() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	updateComputationSubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startStablehloScatterOptions(builder) {
		builder.startObject(7);
	}
	static addIndicesAreSorted(builder, indicesAreSorted) {
		builder.addFieldInt8(0, +indicesAreSorted, 0);
	}
	static addUpdateWindowDims(builder, updateWindowDimsOffset) {
		builder.addFieldOffset(1, updateWindowDimsOffset, 0);
	}
	static createUpdateWindowDimsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startUpdateWindowDimsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addInsertedWindowDims(builder, insertedWindowDimsOffset) {
		builder.addFieldOffset(2, insertedWindowDimsOffset, 0);
	}
	static createInsertedWindowDimsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startInsertedWindowDimsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addScatterDimsToOperandDims(builder, scatterDimsToOperandDimsOffset) {
		builder.addFieldOffset(3, scatterDimsToOperandDimsOffset, 0);
	}
	static createScatterDimsToOperandDimsVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startScatterDimsToOperandDimsVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addIndexVectorDim(builder, indexVectorDim) {
		builder.addFieldInt64(4, indexVectorDim, BigInt("0"));
	}
	static addUniqueIndices(builder, uniqueIndices) {
		builder.addFieldInt8(5, +uniqueIndices, 0);
	}
	static addUpdateComputationSubgraphIndex(builder, updateComputationSubgraphIndex) {
		builder.addFieldInt32(6, updateComputationSubgraphIndex, 0);
	}
	static endStablehloScatterOptions(builder) {
		return builder.endObject();
	}
	static createStablehloScatterOptions(builder, indicesAreSorted, updateWindowDimsOffset, insertedWindowDimsOffset, scatterDimsToOperandDimsOffset, indexVectorDim, uniqueIndices, updateComputationSubgraphIndex) {
		StablehloScatterOptions.startStablehloScatterOptions(builder);
		StablehloScatterOptions.addIndicesAreSorted(builder, indicesAreSorted);
		StablehloScatterOptions.addUpdateWindowDims(builder, updateWindowDimsOffset);
		StablehloScatterOptions.addInsertedWindowDims(builder, insertedWindowDimsOffset);
		StablehloScatterOptions.addScatterDimsToOperandDims(builder, scatterDimsToOperandDimsOffset);
		StablehloScatterOptions.addIndexVectorDim(builder, indexVectorDim);
		StablehloScatterOptions.addUniqueIndices(builder, uniqueIndices);
		StablehloScatterOptions.addUpdateComputationSubgraphIndex(builder, updateComputationSubgraphIndex);
		return StablehloScatterOptions.endStablehloScatterOptions(builder);
	}
	unpack() {
		return new StablehloScatterOptionsT(this.indicesAreSorted(), this.bb.createScalarList(this.updateWindowDims.bind(this), this.updateWindowDimsLength()), this.bb.createScalarList(this.insertedWindowDims.bind(this), this.insertedWindowDimsLength()), this.bb.createScalarList(this.scatterDimsToOperandDims.bind(this), this.scatterDimsToOperandDimsLength()), this.indexVectorDim(), this.uniqueIndices(), this.updateComputationSubgraphIndex());
	}
	unpackTo(_o) {
		_o.indicesAreSorted = this.indicesAreSorted();
		_o.updateWindowDims = this.bb.createScalarList(this.updateWindowDims.bind(this), this.updateWindowDimsLength());
		_o.insertedWindowDims = this.bb.createScalarList(this.insertedWindowDims.bind(this), this.insertedWindowDimsLength());
		_o.scatterDimsToOperandDims = this.bb.createScalarList(this.scatterDimsToOperandDims.bind(this), this.scatterDimsToOperandDimsLength());
		_o.indexVectorDim = this.indexVectorDim();
		_o.uniqueIndices = this.uniqueIndices();
		_o.updateComputationSubgraphIndex = this.updateComputationSubgraphIndex();
	}
};
var StablehloScatterOptionsT = class {
	indicesAreSorted;
	updateWindowDims;
	insertedWindowDims;
	scatterDimsToOperandDims;
	indexVectorDim;
	uniqueIndices;
	updateComputationSubgraphIndex;
	constructor(indicesAreSorted = false, updateWindowDims = [], insertedWindowDims = [], scatterDimsToOperandDims = [], indexVectorDim = BigInt("0"), uniqueIndices = false, updateComputationSubgraphIndex = 0) {
		this.indicesAreSorted = indicesAreSorted;
		this.updateWindowDims = updateWindowDims;
		this.insertedWindowDims = insertedWindowDims;
		this.scatterDimsToOperandDims = scatterDimsToOperandDims;
		this.indexVectorDim = indexVectorDim;
		this.uniqueIndices = uniqueIndices;
		this.updateComputationSubgraphIndex = updateComputationSubgraphIndex;
	}
	pack(builder) {
		const updateWindowDims = StablehloScatterOptions.createUpdateWindowDimsVector(builder, this.updateWindowDims);
		const insertedWindowDims = StablehloScatterOptions.createInsertedWindowDimsVector(builder, this.insertedWindowDims);
		const scatterDimsToOperandDims = StablehloScatterOptions.createScatterDimsToOperandDimsVector(builder, this.scatterDimsToOperandDims);
		return StablehloScatterOptions.createStablehloScatterOptions(builder, this.indicesAreSorted, updateWindowDims, insertedWindowDims, scatterDimsToOperandDims, this.indexVectorDim, this.uniqueIndices, this.updateComputationSubgraphIndex);
	}
};
// src/model/schema/generated/stablehlo-shift-left-options.ts
var StablehloShiftLeftOptions = class StablehloShiftLeftOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloShiftLeftOptions(bb, obj) {
		return (obj || new StablehloShiftLeftOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloShiftLeftOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloShiftLeftOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static startStablehloShiftLeftOptions(builder) {
		builder.startObject(0);
	}
	static endStablehloShiftLeftOptions(builder) {
		return builder.endObject();
	}
	static createStablehloShiftLeftOptions(builder) {
		StablehloShiftLeftOptions.startStablehloShiftLeftOptions(builder);
		return StablehloShiftLeftOptions.endStablehloShiftLeftOptions(builder);
	}
	unpack() {
		return new StablehloShiftLeftOptionsT();
	}
	unpackTo(_o) {}
};
var StablehloShiftLeftOptionsT = class {
	constructor() {}
	pack(builder) {
		return StablehloShiftLeftOptions.createStablehloShiftLeftOptions(builder);
	}
};
// src/model/schema/generated/stablehlo-slice-options.ts
var StablehloSliceOptions = class StablehloSliceOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloSliceOptions(bb, obj) {
		return (obj || new StablehloSliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloSliceOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloSliceOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	startIndices(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	startIndicesLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	limitIndices(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	limitIndicesLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	strides(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	stridesLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	static startStablehloSliceOptions(builder) {
		builder.startObject(3);
	}
	static addStartIndices(builder, startIndicesOffset) {
		builder.addFieldOffset(0, startIndicesOffset, 0);
	}
	static createStartIndicesVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startStartIndicesVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addLimitIndices(builder, limitIndicesOffset) {
		builder.addFieldOffset(1, limitIndicesOffset, 0);
	}
	static createLimitIndicesVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startLimitIndicesVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addStrides(builder, stridesOffset) {
		builder.addFieldOffset(2, stridesOffset, 0);
	}
	static createStridesVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startStridesVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static endStablehloSliceOptions(builder) {
		return builder.endObject();
	}
	static createStablehloSliceOptions(builder, startIndicesOffset, limitIndicesOffset, stridesOffset) {
		StablehloSliceOptions.startStablehloSliceOptions(builder);
		StablehloSliceOptions.addStartIndices(builder, startIndicesOffset);
		StablehloSliceOptions.addLimitIndices(builder, limitIndicesOffset);
		StablehloSliceOptions.addStrides(builder, stridesOffset);
		return StablehloSliceOptions.endStablehloSliceOptions(builder);
	}
	unpack() {
		return new StablehloSliceOptionsT(this.bb.createScalarList(this.startIndices.bind(this), this.startIndicesLength()), this.bb.createScalarList(this.limitIndices.bind(this), this.limitIndicesLength()), this.bb.createScalarList(this.strides.bind(this), this.stridesLength()));
	}
	unpackTo(_o) {
		_o.startIndices = this.bb.createScalarList(this.startIndices.bind(this), this.startIndicesLength());
		_o.limitIndices = this.bb.createScalarList(this.limitIndices.bind(this), this.limitIndicesLength());
		_o.strides = this.bb.createScalarList(this.strides.bind(this), this.stridesLength());
	}
};
var StablehloSliceOptionsT = class {
	startIndices;
	limitIndices;
	strides;
	constructor(startIndices = [], limitIndices = [], strides = []) {
		this.startIndices = startIndices;
		this.limitIndices = limitIndices;
		this.strides = strides;
	}
	pack(builder) {
		const startIndices = StablehloSliceOptions.createStartIndicesVector(builder, this.startIndices);
		const limitIndices = StablehloSliceOptions.createLimitIndicesVector(builder, this.limitIndices);
		const strides = StablehloSliceOptions.createStridesVector(builder, this.strides);
		return StablehloSliceOptions.createStablehloSliceOptions(builder, startIndices, limitIndices, strides);
	}
};
// src/model/schema/generated/stablehlo-sort-options.ts
var StablehloSortOptions = class StablehloSortOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloSortOptions(bb, obj) {
		return (obj || new StablehloSortOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloSortOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloSortOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	dimension() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb_pos + offset) : BigInt("0");
	}
	isStable() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	comparatorSubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startStablehloSortOptions(builder) {
		builder.startObject(3);
	}
	static addDimension(builder, dimension) {
		builder.addFieldInt64(0, dimension, BigInt("0"));
	}
	static addIsStable(builder, isStable) {
		builder.addFieldInt8(1, +isStable, 0);
	}
	static addComparatorSubgraphIndex(builder, comparatorSubgraphIndex) {
		builder.addFieldInt32(2, comparatorSubgraphIndex, 0);
	}
	static endStablehloSortOptions(builder) {
		return builder.endObject();
	}
	static createStablehloSortOptions(builder, dimension, isStable, comparatorSubgraphIndex) {
		StablehloSortOptions.startStablehloSortOptions(builder);
		StablehloSortOptions.addDimension(builder, dimension);
		StablehloSortOptions.addIsStable(builder, isStable);
		StablehloSortOptions.addComparatorSubgraphIndex(builder, comparatorSubgraphIndex);
		return StablehloSortOptions.endStablehloSortOptions(builder);
	}
	unpack() {
		return new StablehloSortOptionsT(this.dimension(), this.isStable(), this.comparatorSubgraphIndex());
	}
	unpackTo(_o) {
		_o.dimension = this.dimension();
		_o.isStable = this.isStable();
		_o.comparatorSubgraphIndex = this.comparatorSubgraphIndex();
	}
};
var StablehloSortOptionsT = class {
	dimension;
	isStable;
	comparatorSubgraphIndex;
	constructor(dimension = BigInt("0"), isStable = false, comparatorSubgraphIndex = 0) {
		this.dimension = dimension;
		this.isStable = isStable;
		this.comparatorSubgraphIndex = comparatorSubgraphIndex;
	}
	pack(builder) {
		return StablehloSortOptions.createStablehloSortOptions(builder, this.dimension, this.isStable, this.comparatorSubgraphIndex);
	}
};
// src/model/schema/generated/stablehlo-transpose-options.ts
var StablehloTransposeOptions = class StablehloTransposeOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloTransposeOptions(bb, obj) {
		return (obj || new StablehloTransposeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloTransposeOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloTransposeOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	permutation(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	permutationLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	static startStablehloTransposeOptions(builder) {
		builder.startObject(1);
	}
	static addPermutation(builder, permutationOffset) {
		builder.addFieldOffset(0, permutationOffset, 0);
	}
	static createPermutationVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startPermutationVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static endStablehloTransposeOptions(builder) {
		return builder.endObject();
	}
	static createStablehloTransposeOptions(builder, permutationOffset) {
		StablehloTransposeOptions.startStablehloTransposeOptions(builder);
		StablehloTransposeOptions.addPermutation(builder, permutationOffset);
		return StablehloTransposeOptions.endStablehloTransposeOptions(builder);
	}
	unpack() {
		return new StablehloTransposeOptionsT(this.bb.createScalarList(this.permutation.bind(this), this.permutationLength()));
	}
	unpackTo(_o) {
		_o.permutation = this.bb.createScalarList(this.permutation.bind(this), this.permutationLength());
	}
};
var StablehloTransposeOptionsT = class {
	permutation;
	constructor(permutation = []) {
		this.permutation = permutation;
	}
	pack(builder) {
		const permutation = StablehloTransposeOptions.createPermutationVector(builder, this.permutation);
		return StablehloTransposeOptions.createStablehloTransposeOptions(builder, permutation);
	}
};
// src/model/schema/generated/stablehlo-while-options.ts
var StablehloWhileOptions = class StablehloWhileOptions {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsStablehloWhileOptions(bb, obj) {
		return (obj || new StablehloWhileOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsStablehloWhileOptions(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new StablehloWhileOptions()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	condSubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	bodySubgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startStablehloWhileOptions(builder) {
		builder.startObject(2);
	}
	static addCondSubgraphIndex(builder, condSubgraphIndex) {
		builder.addFieldInt32(0, condSubgraphIndex, 0);
	}
	static addBodySubgraphIndex(builder, bodySubgraphIndex) {
		builder.addFieldInt32(1, bodySubgraphIndex, 0);
	}
	static endStablehloWhileOptions(builder) {
		return builder.endObject();
	}
	static createStablehloWhileOptions(builder, condSubgraphIndex, bodySubgraphIndex) {
		StablehloWhileOptions.startStablehloWhileOptions(builder);
		StablehloWhileOptions.addCondSubgraphIndex(builder, condSubgraphIndex);
		StablehloWhileOptions.addBodySubgraphIndex(builder, bodySubgraphIndex);
		return StablehloWhileOptions.endStablehloWhileOptions(builder);
	}
	unpack() {
		return new StablehloWhileOptionsT(this.condSubgraphIndex(), this.bodySubgraphIndex());
	}
	unpackTo(_o) {
		_o.condSubgraphIndex = this.condSubgraphIndex();
		_o.bodySubgraphIndex = this.bodySubgraphIndex();
	}
};
var StablehloWhileOptionsT = class {
	condSubgraphIndex;
	bodySubgraphIndex;
	constructor(condSubgraphIndex = 0, bodySubgraphIndex = 0) {
		this.condSubgraphIndex = condSubgraphIndex;
		this.bodySubgraphIndex = bodySubgraphIndex;
	}
	pack(builder) {
		return StablehloWhileOptions.createStablehloWhileOptions(builder, this.condSubgraphIndex, this.bodySubgraphIndex);
	}
};
// src/model/schema/generated/builtin-options2.ts
let BuiltinOptions2 = function(BuiltinOptions2) {
	BuiltinOptions2[BuiltinOptions2["NONE"] = 0] = "NONE";
	BuiltinOptions2[BuiltinOptions2["StablehloConcatenateOptions"] = 1] = "StablehloConcatenateOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloBroadcastInDimOptions"] = 2] = "StablehloBroadcastInDimOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloSliceOptions"] = 3] = "StablehloSliceOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloConvolutionOptions"] = 4] = "StablehloConvolutionOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloCustomCallOptions"] = 5] = "StablehloCustomCallOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloReduceOptions"] = 6] = "StablehloReduceOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloScatterOptions"] = 7] = "StablehloScatterOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloCompareOptions"] = 8] = "StablehloCompareOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloDynamicSliceOptions"] = 9] = "StablehloDynamicSliceOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloPadOptions"] = 10] = "StablehloPadOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloIotaOptions"] = 11] = "StablehloIotaOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloDotGeneralOptions"] = 12] = "StablehloDotGeneralOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloReduceWindowOptions"] = 13] = "StablehloReduceWindowOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloSortOptions"] = 14] = "StablehloSortOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloWhileOptions"] = 15] = "StablehloWhileOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloGatherOptions"] = 16] = "StablehloGatherOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloTransposeOptions"] = 17] = "StablehloTransposeOptions";
	BuiltinOptions2[BuiltinOptions2["DilateOptions"] = 18] = "DilateOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloRngBitGeneratorOptions"] = 19] = "StablehloRngBitGeneratorOptions";
	BuiltinOptions2[BuiltinOptions2["ReduceWindowOptions"] = 20] = "ReduceWindowOptions";
	BuiltinOptions2[BuiltinOptions2["StableHLOCompositeOptions"] = 21] = "StableHLOCompositeOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloShiftLeftOptions"] = 22] = "StablehloShiftLeftOptions";
	BuiltinOptions2[BuiltinOptions2["StablehloCaseOptions"] = 23] = "StablehloCaseOptions";
	return BuiltinOptions2;
}({});
function unionToBuiltinOptions2(type, accessor) {
	switch (BuiltinOptions2[type]) {
		case "NONE": return null;
		case "StablehloConcatenateOptions": return accessor(new StablehloConcatenateOptions());
		case "StablehloBroadcastInDimOptions": return accessor(new StablehloBroadcastInDimOptions());
		case "StablehloSliceOptions": return accessor(new StablehloSliceOptions());
		case "StablehloConvolutionOptions": return accessor(new StablehloConvolutionOptions());
		case "StablehloCustomCallOptions": return accessor(new StablehloCustomCallOptions());
		case "StablehloReduceOptions": return accessor(new StablehloReduceOptions());
		case "StablehloScatterOptions": return accessor(new StablehloScatterOptions());
		case "StablehloCompareOptions": return accessor(new StablehloCompareOptions());
		case "StablehloDynamicSliceOptions": return accessor(new StablehloDynamicSliceOptions());
		case "StablehloPadOptions": return accessor(new StablehloPadOptions());
		case "StablehloIotaOptions": return accessor(new StablehloIotaOptions());
		case "StablehloDotGeneralOptions": return accessor(new StablehloDotGeneralOptions());
		case "StablehloReduceWindowOptions": return accessor(new StablehloReduceWindowOptions());
		case "StablehloSortOptions": return accessor(new StablehloSortOptions());
		case "StablehloWhileOptions": return accessor(new StablehloWhileOptions());
		case "StablehloGatherOptions": return accessor(new StablehloGatherOptions());
		case "StablehloTransposeOptions": return accessor(new StablehloTransposeOptions());
		case "DilateOptions": return accessor(new DilateOptions());
		case "StablehloRngBitGeneratorOptions": return accessor(new StablehloRngBitGeneratorOptions());
		case "ReduceWindowOptions": return accessor(new ReduceWindowOptions());
		case "StableHLOCompositeOptions": return accessor(new StableHLOCompositeOptions());
		case "StablehloShiftLeftOptions": return accessor(new StablehloShiftLeftOptions());
		case "StablehloCaseOptions": return accessor(new StablehloCaseOptions());
		default: return null;
	}
}
// src/model/schema/generated/custom-quantization.ts
var CustomQuantization = class CustomQuantization {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsCustomQuantization(bb, obj) {
		return (obj || new CustomQuantization()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsCustomQuantization(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new CustomQuantization()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	custom(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readUint8(this.bb.__vector(this.bb_pos + offset) + index) : 0;
	}
	customLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	customArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Uint8Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startCustomQuantization(builder) {
		builder.startObject(1);
	}
	static addCustom(builder, customOffset) {
		builder.addFieldOffset(0, customOffset, 0);
	}
	static createCustomVector(builder, data) {
		builder.startVector(1, data.length, 1);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt8(data[i]);
		return builder.endVector();
	}
	static startCustomVector(builder, numElems) {
		builder.startVector(1, numElems, 1);
	}
	static endCustomQuantization(builder) {
		return builder.endObject();
	}
	static createCustomQuantization(builder, customOffset) {
		CustomQuantization.startCustomQuantization(builder);
		CustomQuantization.addCustom(builder, customOffset);
		return CustomQuantization.endCustomQuantization(builder);
	}
	unpack() {
		return new CustomQuantizationT(this.bb.createScalarList(this.custom.bind(this), this.customLength()));
	}
	unpackTo(_o) {
		_o.custom = this.bb.createScalarList(this.custom.bind(this), this.customLength());
	}
};
var CustomQuantizationT = class {
	custom;
	constructor(custom = []) {
		this.custom = custom;
	}
	pack(builder) {
		const custom = CustomQuantization.createCustomVector(builder, this.custom);
		return CustomQuantization.createCustomQuantization(builder, custom);
	}
};
// src/model/schema/generated/int32vector.ts
var Int32Vector = class Int32Vector {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsInt32Vector(bb, obj) {
		return (obj || new Int32Vector()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsInt32Vector(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Int32Vector()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	values(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	valuesLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	valuesArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startInt32Vector(builder) {
		builder.startObject(1);
	}
	static addValues(builder, valuesOffset) {
		builder.addFieldOffset(0, valuesOffset, 0);
	}
	static createValuesVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startValuesVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endInt32Vector(builder) {
		return builder.endObject();
	}
	static createInt32Vector(builder, valuesOffset) {
		Int32Vector.startInt32Vector(builder);
		Int32Vector.addValues(builder, valuesOffset);
		return Int32Vector.endInt32Vector(builder);
	}
	unpack() {
		return new Int32VectorT(this.bb.createScalarList(this.values.bind(this), this.valuesLength()));
	}
	unpackTo(_o) {
		_o.values = this.bb.createScalarList(this.values.bind(this), this.valuesLength());
	}
};
var Int32VectorT = class {
	values;
	constructor(values = []) {
		this.values = values;
	}
	pack(builder) {
		const values = Int32Vector.createValuesVector(builder, this.values);
		return Int32Vector.createInt32Vector(builder, values);
	}
};
// src/model/schema/generated/uint16vector.ts
var Uint16Vector = class Uint16Vector {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsUint16Vector(bb, obj) {
		return (obj || new Uint16Vector()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsUint16Vector(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Uint16Vector()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	values(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readUint16(this.bb.__vector(this.bb_pos + offset) + index * 2) : 0;
	}
	valuesLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	valuesArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Uint16Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startUint16Vector(builder) {
		builder.startObject(1);
	}
	static addValues(builder, valuesOffset) {
		builder.addFieldOffset(0, valuesOffset, 0);
	}
	static createValuesVector(builder, data) {
		builder.startVector(2, data.length, 2);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt16(data[i]);
		return builder.endVector();
	}
	static startValuesVector(builder, numElems) {
		builder.startVector(2, numElems, 2);
	}
	static endUint16Vector(builder) {
		return builder.endObject();
	}
	static createUint16Vector(builder, valuesOffset) {
		Uint16Vector.startUint16Vector(builder);
		Uint16Vector.addValues(builder, valuesOffset);
		return Uint16Vector.endUint16Vector(builder);
	}
	unpack() {
		return new Uint16VectorT(this.bb.createScalarList(this.values.bind(this), this.valuesLength()));
	}
	unpackTo(_o) {
		_o.values = this.bb.createScalarList(this.values.bind(this), this.valuesLength());
	}
};
var Uint16VectorT = class {
	values;
	constructor(values = []) {
		this.values = values;
	}
	pack(builder) {
		const values = Uint16Vector.createValuesVector(builder, this.values);
		return Uint16Vector.createUint16Vector(builder, values);
	}
};
// src/model/schema/generated/uint8vector.ts
var Uint8Vector = class Uint8Vector {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsUint8Vector(bb, obj) {
		return (obj || new Uint8Vector()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsUint8Vector(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Uint8Vector()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	values(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readUint8(this.bb.__vector(this.bb_pos + offset) + index) : 0;
	}
	valuesLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	valuesArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Uint8Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startUint8Vector(builder) {
		builder.startObject(1);
	}
	static addValues(builder, valuesOffset) {
		builder.addFieldOffset(0, valuesOffset, 0);
	}
	static createValuesVector(builder, data) {
		builder.startVector(1, data.length, 1);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt8(data[i]);
		return builder.endVector();
	}
	static startValuesVector(builder, numElems) {
		builder.startVector(1, numElems, 1);
	}
	static endUint8Vector(builder) {
		return builder.endObject();
	}
	static createUint8Vector(builder, valuesOffset) {
		Uint8Vector.startUint8Vector(builder);
		Uint8Vector.addValues(builder, valuesOffset);
		return Uint8Vector.endUint8Vector(builder);
	}
	unpack() {
		return new Uint8VectorT(this.bb.createScalarList(this.values.bind(this), this.valuesLength()));
	}
	unpackTo(_o) {
		_o.values = this.bb.createScalarList(this.values.bind(this), this.valuesLength());
	}
};
var Uint8VectorT = class {
	values;
	constructor(values = []) {
		this.values = values;
	}
	pack(builder) {
		const values = Uint8Vector.createValuesVector(builder, this.values);
		return Uint8Vector.createUint8Vector(builder, values);
	}
};
// src/model/schema/generated/sparse-index-vector.ts
let SparseIndexVector = function(SparseIndexVector) {
	SparseIndexVector[SparseIndexVector["NONE"] = 0] = "NONE";
	SparseIndexVector[SparseIndexVector["Int32Vector"] = 1] = "Int32Vector";
	SparseIndexVector[SparseIndexVector["Uint16Vector"] = 2] = "Uint16Vector";
	SparseIndexVector[SparseIndexVector["Uint8Vector"] = 3] = "Uint8Vector";
	return SparseIndexVector;
}({});
function unionToSparseIndexVector(type, accessor) {
	switch (SparseIndexVector[type]) {
		case "NONE": return null;
		case "Int32Vector": return accessor(new Int32Vector());
		case "Uint16Vector": return accessor(new Uint16Vector());
		case "Uint8Vector": return accessor(new Uint8Vector());
		default: return null;
	}
}
// src/model/schema/generated/dimension-metadata.ts
var DimensionMetadata = class DimensionMetadata {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsDimensionMetadata(bb, obj) {
		return (obj || new DimensionMetadata()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsDimensionMetadata(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new DimensionMetadata()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	format() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	denseSize() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	arraySegmentsType() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readUint8(this.bb_pos + offset) : 0;
	}
	arraySegments(obj) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__union(obj, this.bb_pos + offset) : null;
	}
	arrayIndicesType() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readUint8(this.bb_pos + offset) : 0;
	}
	arrayIndices(obj) {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.__union(obj, this.bb_pos + offset) : null;
	}
	static startDimensionMetadata(builder) {
		builder.startObject(6);
	}
	static addFormat(builder, format) {
		builder.addFieldInt8(0, format, 0);
	}
	static addDenseSize(builder, denseSize) {
		builder.addFieldInt32(1, denseSize, 0);
	}
	static addArraySegmentsType(builder, arraySegmentsType) {
		builder.addFieldInt8(2, arraySegmentsType, 0);
	}
	static addArraySegments(builder, arraySegmentsOffset) {
		builder.addFieldOffset(3, arraySegmentsOffset, 0);
	}
	static addArrayIndicesType(builder, arrayIndicesType) {
		builder.addFieldInt8(4, arrayIndicesType, 0);
	}
	static addArrayIndices(builder, arrayIndicesOffset) {
		builder.addFieldOffset(5, arrayIndicesOffset, 0);
	}
	static endDimensionMetadata(builder) {
		return builder.endObject();
	}
	static createDimensionMetadata(builder, format, denseSize, arraySegmentsType, arraySegmentsOffset, arrayIndicesType, arrayIndicesOffset) {
		DimensionMetadata.startDimensionMetadata(builder);
		DimensionMetadata.addFormat(builder, format);
		DimensionMetadata.addDenseSize(builder, denseSize);
		DimensionMetadata.addArraySegmentsType(builder, arraySegmentsType);
		DimensionMetadata.addArraySegments(builder, arraySegmentsOffset);
		DimensionMetadata.addArrayIndicesType(builder, arrayIndicesType);
		DimensionMetadata.addArrayIndices(builder, arrayIndicesOffset);
		return DimensionMetadata.endDimensionMetadata(builder);
	}
	unpack() {
		return new DimensionMetadataT(this.format(), this.denseSize(), this.arraySegmentsType(), (() => {
			let temp = unionToSparseIndexVector(this.arraySegmentsType(), this.arraySegments.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})(), this.arrayIndicesType(), (() => {
			let temp = unionToSparseIndexVector(this.arrayIndicesType(), this.arrayIndices.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})());
	}
	unpackTo(_o) {
		_o.format = this.format();
		_o.denseSize = this.denseSize();
		_o.arraySegmentsType = this.arraySegmentsType();
		_o.arraySegments = (() => {
			let temp = unionToSparseIndexVector(this.arraySegmentsType(), this.arraySegments.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})();
		_o.arrayIndicesType = this.arrayIndicesType();
		_o.arrayIndices = (() => {
			let temp = unionToSparseIndexVector(this.arrayIndicesType(), this.arrayIndices.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})();
	}
};
var DimensionMetadataT = class {
	format;
	denseSize;
	arraySegmentsType;
	arraySegments;
	arrayIndicesType;
	arrayIndices;
	constructor(format = 0, denseSize = 0, arraySegmentsType = 0, arraySegments = null, arrayIndicesType = 0, arrayIndices = null) {
		this.format = format;
		this.denseSize = denseSize;
		this.arraySegmentsType = arraySegmentsType;
		this.arraySegments = arraySegments;
		this.arrayIndicesType = arrayIndicesType;
		this.arrayIndices = arrayIndices;
	}
	pack(builder) {
		const arraySegments = builder.createObjectOffset(this.arraySegments);
		const arrayIndices = builder.createObjectOffset(this.arrayIndices);
		return DimensionMetadata.createDimensionMetadata(builder, this.format, this.denseSize, this.arraySegmentsType, arraySegments, this.arrayIndicesType, arrayIndices);
	}
};
// src/model/schema/generated/external-buffer.ts
var ExternalBuffer = class ExternalBuffer {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsExternalBuffer(bb, obj) {
		return (obj || new ExternalBuffer()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsExternalBuffer(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ExternalBuffer()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	id() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	group() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	offset() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readUint64(this.bb_pos + offset) : BigInt("0");
	}
	length() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readUint64(this.bb_pos + offset) : BigInt("0");
	}
	packing(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	static startExternalBuffer(builder) {
		builder.startObject(5);
	}
	static addId(builder, id) {
		builder.addFieldInt32(0, id, 0);
	}
	static addGroup(builder, group) {
		builder.addFieldInt32(1, group, 0);
	}
	static addOffset(builder, offset) {
		builder.addFieldInt64(2, offset, BigInt("0"));
	}
	static addLength(builder, length) {
		builder.addFieldInt64(3, length, BigInt("0"));
	}
	static addPacking(builder, packingOffset) {
		builder.addFieldOffset(4, packingOffset, 0);
	}
	static endExternalBuffer(builder) {
		return builder.endObject();
	}
	static createExternalBuffer(builder, id, group, offset, length, packingOffset) {
		ExternalBuffer.startExternalBuffer(builder);
		ExternalBuffer.addId(builder, id);
		ExternalBuffer.addGroup(builder, group);
		ExternalBuffer.addOffset(builder, offset);
		ExternalBuffer.addLength(builder, length);
		ExternalBuffer.addPacking(builder, packingOffset);
		return ExternalBuffer.endExternalBuffer(builder);
	}
	unpack() {
		return new ExternalBufferT(this.id(), this.group(), this.offset(), this.length(), this.packing());
	}
	unpackTo(_o) {
		_o.id = this.id();
		_o.group = this.group();
		_o.offset = this.offset();
		_o.length = this.length();
		_o.packing = this.packing();
	}
};
var ExternalBufferT = class {
	id;
	group;
	offset;
	length;
	packing;
	constructor(id = 0, group = 0, offset = BigInt("0"), length = BigInt("0"), packing = null) {
		this.id = id;
		this.group = group;
		this.offset = offset;
		this.length = length;
		this.packing = packing;
	}
	pack(builder) {
		const packing = this.packing !== null ? builder.createString(this.packing) : 0;
		return ExternalBuffer.createExternalBuffer(builder, this.id, this.group, this.offset, this.length, packing);
	}
};
// src/model/schema/generated/external-buffer-group.ts
var ExternalBufferGroup = class ExternalBufferGroup {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsExternalBufferGroup(bb, obj) {
		return (obj || new ExternalBufferGroup()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsExternalBufferGroup(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new ExternalBufferGroup()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	name(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	static startExternalBufferGroup(builder) {
		builder.startObject(1);
	}
	static addName(builder, nameOffset) {
		builder.addFieldOffset(0, nameOffset, 0);
	}
	static endExternalBufferGroup(builder) {
		return builder.endObject();
	}
	static createExternalBufferGroup(builder, nameOffset) {
		ExternalBufferGroup.startExternalBufferGroup(builder);
		ExternalBufferGroup.addName(builder, nameOffset);
		return ExternalBufferGroup.endExternalBufferGroup(builder);
	}
	unpack() {
		return new ExternalBufferGroupT(this.name());
	}
	unpackTo(_o) {
		_o.name = this.name();
	}
};
var ExternalBufferGroupT = class {
	name;
	constructor(name = null) {
		this.name = name;
	}
	pack(builder) {
		const name = this.name !== null ? builder.createString(this.name) : 0;
		return ExternalBufferGroup.createExternalBufferGroup(builder, name);
	}
};
// src/model/schema/generated/metadata.ts
var Metadata = class Metadata {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsMetadata(bb, obj) {
		return (obj || new Metadata()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsMetadata(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Metadata()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	name(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	buffer() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	static startMetadata(builder) {
		builder.startObject(2);
	}
	static addName(builder, nameOffset) {
		builder.addFieldOffset(0, nameOffset, 0);
	}
	static addBuffer(builder, buffer) {
		builder.addFieldInt32(1, buffer, 0);
	}
	static endMetadata(builder) {
		return builder.endObject();
	}
	static createMetadata(builder, nameOffset, buffer) {
		Metadata.startMetadata(builder);
		Metadata.addName(builder, nameOffset);
		Metadata.addBuffer(builder, buffer);
		return Metadata.endMetadata(builder);
	}
	unpack() {
		return new MetadataT(this.name(), this.buffer());
	}
	unpackTo(_o) {
		_o.name = this.name();
		_o.buffer = this.buffer();
	}
};
var MetadataT = class {
	name;
	buffer;
	constructor(name = null, buffer = 0) {
		this.name = name;
		this.buffer = buffer;
	}
	pack(builder) {
		const name = this.name !== null ? builder.createString(this.name) : 0;
		return Metadata.createMetadata(builder, name, this.buffer);
	}
};
// src/model/schema/generated/operator-code.ts
var OperatorCode = class OperatorCode {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsOperatorCode(bb, obj) {
		return (obj || new OperatorCode()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsOperatorCode(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new OperatorCode()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	deprecatedBuiltinCode() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	customCode(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	version() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 1;
	}
	builtinCode() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startOperatorCode(builder) {
		builder.startObject(4);
	}
	static addDeprecatedBuiltinCode(builder, deprecatedBuiltinCode) {
		builder.addFieldInt8(0, deprecatedBuiltinCode, 0);
	}
	static addCustomCode(builder, customCodeOffset) {
		builder.addFieldOffset(1, customCodeOffset, 0);
	}
	static addVersion(builder, version) {
		builder.addFieldInt32(2, version, 1);
	}
	static addBuiltinCode(builder, builtinCode) {
		builder.addFieldInt32(3, builtinCode, 0);
	}
	static endOperatorCode(builder) {
		return builder.endObject();
	}
	static createOperatorCode(builder, deprecatedBuiltinCode, customCodeOffset, version, builtinCode) {
		OperatorCode.startOperatorCode(builder);
		OperatorCode.addDeprecatedBuiltinCode(builder, deprecatedBuiltinCode);
		OperatorCode.addCustomCode(builder, customCodeOffset);
		OperatorCode.addVersion(builder, version);
		OperatorCode.addBuiltinCode(builder, builtinCode);
		return OperatorCode.endOperatorCode(builder);
	}
	unpack() {
		return new OperatorCodeT(this.deprecatedBuiltinCode(), this.customCode(), this.version(), this.builtinCode());
	}
	unpackTo(_o) {
		_o.deprecatedBuiltinCode = this.deprecatedBuiltinCode();
		_o.customCode = this.customCode();
		_o.version = this.version();
		_o.builtinCode = this.builtinCode();
	}
};
var OperatorCodeT = class {
	deprecatedBuiltinCode;
	customCode;
	version;
	builtinCode;
	constructor(deprecatedBuiltinCode = 0, customCode = null, version = 1, builtinCode = 0) {
		this.deprecatedBuiltinCode = deprecatedBuiltinCode;
		this.customCode = customCode;
		this.version = version;
		this.builtinCode = builtinCode;
	}
	pack(builder) {
		const customCode = this.customCode !== null ? builder.createString(this.customCode) : 0;
		return OperatorCode.createOperatorCode(builder, this.deprecatedBuiltinCode, customCode, this.version, this.builtinCode);
	}
};
// src/model/schema/generated/tensor-map.ts
var TensorMap = class TensorMap {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsTensorMap(bb, obj) {
		return (obj || new TensorMap()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsTensorMap(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new TensorMap()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	name(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	tensorIndex() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	static startTensorMap(builder) {
		builder.startObject(2);
	}
	static addName(builder, nameOffset) {
		builder.addFieldOffset(0, nameOffset, 0);
	}
	static addTensorIndex(builder, tensorIndex) {
		builder.addFieldInt32(1, tensorIndex, 0);
	}
	static endTensorMap(builder) {
		return builder.endObject();
	}
	static createTensorMap(builder, nameOffset, tensorIndex) {
		TensorMap.startTensorMap(builder);
		TensorMap.addName(builder, nameOffset);
		TensorMap.addTensorIndex(builder, tensorIndex);
		return TensorMap.endTensorMap(builder);
	}
	unpack() {
		return new TensorMapT(this.name(), this.tensorIndex());
	}
	unpackTo(_o) {
		_o.name = this.name();
		_o.tensorIndex = this.tensorIndex();
	}
};
var TensorMapT = class {
	name;
	tensorIndex;
	constructor(name = null, tensorIndex = 0) {
		this.name = name;
		this.tensorIndex = tensorIndex;
	}
	pack(builder) {
		const name = this.name !== null ? builder.createString(this.name) : 0;
		return TensorMap.createTensorMap(builder, name, this.tensorIndex);
	}
};
// src/model/schema/generated/signature-def.ts
var SignatureDef = class SignatureDef {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSignatureDef(bb, obj) {
		return (obj || new SignatureDef()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSignatureDef(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SignatureDef()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	inputs(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? (obj || new TensorMap()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	inputsLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	outputs(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? (obj || new TensorMap()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	outputsLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	signatureKey(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	deprecatedTag(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	subgraphIndex() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	static startSignatureDef(builder) {
		builder.startObject(5);
	}
	static addInputs(builder, inputsOffset) {
		builder.addFieldOffset(0, inputsOffset, 0);
	}
	static createInputsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startInputsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addOutputs(builder, outputsOffset) {
		builder.addFieldOffset(1, outputsOffset, 0);
	}
	static createOutputsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startOutputsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addSignatureKey(builder, signatureKeyOffset) {
		builder.addFieldOffset(2, signatureKeyOffset, 0);
	}
	static addDeprecatedTag(builder, deprecatedTagOffset) {
		builder.addFieldOffset(3, deprecatedTagOffset, 0);
	}
	static addSubgraphIndex(builder, subgraphIndex) {
		builder.addFieldInt32(4, subgraphIndex, 0);
	}
	static endSignatureDef(builder) {
		return builder.endObject();
	}
	static createSignatureDef(builder, inputsOffset, outputsOffset, signatureKeyOffset, deprecatedTagOffset, subgraphIndex) {
		SignatureDef.startSignatureDef(builder);
		SignatureDef.addInputs(builder, inputsOffset);
		SignatureDef.addOutputs(builder, outputsOffset);
		SignatureDef.addSignatureKey(builder, signatureKeyOffset);
		SignatureDef.addDeprecatedTag(builder, deprecatedTagOffset);
		SignatureDef.addSubgraphIndex(builder, subgraphIndex);
		return SignatureDef.endSignatureDef(builder);
	}
	unpack() {
		return new SignatureDefT(this.bb.createObjList(this.inputs.bind(this), this.inputsLength()), this.bb.createObjList(this.outputs.bind(this), this.outputsLength()), this.signatureKey(), this.deprecatedTag(), this.subgraphIndex());
	}
	unpackTo(_o) {
		_o.inputs = this.bb.createObjList(this.inputs.bind(this), this.inputsLength());
		_o.outputs = this.bb.createObjList(this.outputs.bind(this), this.outputsLength());
		_o.signatureKey = this.signatureKey();
		_o.deprecatedTag = this.deprecatedTag();
		_o.subgraphIndex = this.subgraphIndex();
	}
};
var SignatureDefT = class {
	inputs;
	outputs;
	signatureKey;
	deprecatedTag;
	subgraphIndex;
	constructor(inputs = [], outputs = [], signatureKey = null, deprecatedTag = null, subgraphIndex = 0) {
		this.inputs = inputs;
		this.outputs = outputs;
		this.signatureKey = signatureKey;
		this.deprecatedTag = deprecatedTag;
		this.subgraphIndex = subgraphIndex;
	}
	pack(builder) {
		const inputs = SignatureDef.createInputsVector(builder, builder.createObjectOffsetList(this.inputs));
		const outputs = SignatureDef.createOutputsVector(builder, builder.createObjectOffsetList(this.outputs));
		const signatureKey = this.signatureKey !== null ? builder.createString(this.signatureKey) : 0;
		const deprecatedTag = this.deprecatedTag !== null ? builder.createString(this.deprecatedTag) : 0;
		return SignatureDef.createSignatureDef(builder, inputs, outputs, signatureKey, deprecatedTag, this.subgraphIndex);
	}
};
// src/model/schema/generated/operator.ts
var Operator = class Operator {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsOperator(bb, obj) {
		return (obj || new Operator()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsOperator(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Operator()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	opcodeIndex() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	inputs(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	inputsLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	inputsArray() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	outputs(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	outputsLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	outputsArray() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	builtinOptionsType() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readUint8(this.bb_pos + offset) : 0;
	}
	builtinOptions(obj) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.__union(obj, this.bb_pos + offset) : null;
	}
	customOptions(index) {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readUint8(this.bb.__vector(this.bb_pos + offset) + index) : 0;
	}
	customOptionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	customOptionsArray() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? new Uint8Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	customOptionsFormat() {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	mutatingVariableInputs(index) {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? !!this.bb.readInt8(this.bb.__vector(this.bb_pos + offset) + index) : false;
	}
	mutatingVariableInputsLength() {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	mutatingVariableInputsArray() {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? new Int8Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	intermediates(index) {
		const offset = this.bb.__offset(this.bb_pos, 20);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	intermediatesLength() {
		const offset = this.bb.__offset(this.bb_pos, 20);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	intermediatesArray() {
		const offset = this.bb.__offset(this.bb_pos, 20);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	largeCustomOptionsOffset() {
		const offset = this.bb.__offset(this.bb_pos, 22);
		return offset ? this.bb.readUint64(this.bb_pos + offset) : BigInt("0");
	}
	largeCustomOptionsSize() {
		const offset = this.bb.__offset(this.bb_pos, 24);
		return offset ? this.bb.readUint64(this.bb_pos + offset) : BigInt("0");
	}
	builtinOptions2Type() {
		const offset = this.bb.__offset(this.bb_pos, 26);
		return offset ? this.bb.readUint8(this.bb_pos + offset) : 0;
	}
	builtinOptions2(obj) {
		const offset = this.bb.__offset(this.bb_pos, 28);
		return offset ? this.bb.__union(obj, this.bb_pos + offset) : null;
	}
	debugMetadataIndex() {
		const offset = this.bb.__offset(this.bb_pos, 30);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : -1;
	}
	static startOperator(builder) {
		builder.startObject(14);
	}
	static addOpcodeIndex(builder, opcodeIndex) {
		builder.addFieldInt32(0, opcodeIndex, 0);
	}
	static addInputs(builder, inputsOffset) {
		builder.addFieldOffset(1, inputsOffset, 0);
	}
	static createInputsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startInputsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addOutputs(builder, outputsOffset) {
		builder.addFieldOffset(2, outputsOffset, 0);
	}
	static createOutputsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startOutputsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addBuiltinOptionsType(builder, builtinOptionsType) {
		builder.addFieldInt8(3, builtinOptionsType, 0);
	}
	static addBuiltinOptions(builder, builtinOptionsOffset) {
		builder.addFieldOffset(4, builtinOptionsOffset, 0);
	}
	static addCustomOptions(builder, customOptionsOffset) {
		builder.addFieldOffset(5, customOptionsOffset, 0);
	}
	static createCustomOptionsVector(builder, data) {
		builder.startVector(1, data.length, 1);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt8(data[i]);
		return builder.endVector();
	}
	static startCustomOptionsVector(builder, numElems) {
		builder.startVector(1, numElems, 1);
	}
	static addCustomOptionsFormat(builder, customOptionsFormat) {
		builder.addFieldInt8(6, customOptionsFormat, 0);
	}
	static addMutatingVariableInputs(builder, mutatingVariableInputsOffset) {
		builder.addFieldOffset(7, mutatingVariableInputsOffset, 0);
	}
	static createMutatingVariableInputsVector(builder, data) {
		builder.startVector(1, data.length, 1);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt8(+data[i]);
		return builder.endVector();
	}
	static startMutatingVariableInputsVector(builder, numElems) {
		builder.startVector(1, numElems, 1);
	}
	static addIntermediates(builder, intermediatesOffset) {
		builder.addFieldOffset(8, intermediatesOffset, 0);
	}
	static createIntermediatesVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startIntermediatesVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addLargeCustomOptionsOffset(builder, largeCustomOptionsOffset) {
		builder.addFieldInt64(9, largeCustomOptionsOffset, BigInt("0"));
	}
	static addLargeCustomOptionsSize(builder, largeCustomOptionsSize) {
		builder.addFieldInt64(10, largeCustomOptionsSize, BigInt("0"));
	}
	static addBuiltinOptions2Type(builder, builtinOptions2Type) {
		builder.addFieldInt8(11, builtinOptions2Type, 0);
	}
	static addBuiltinOptions2(builder, builtinOptions2Offset) {
		builder.addFieldOffset(12, builtinOptions2Offset, 0);
	}
	static addDebugMetadataIndex(builder, debugMetadataIndex) {
		builder.addFieldInt32(13, debugMetadataIndex, -1);
	}
	static endOperator(builder) {
		return builder.endObject();
	}
	static createOperator(builder, opcodeIndex, inputsOffset, outputsOffset, builtinOptionsType, builtinOptionsOffset, customOptionsOffset, customOptionsFormat, mutatingVariableInputsOffset, intermediatesOffset, largeCustomOptionsOffset, largeCustomOptionsSize, builtinOptions2Type, builtinOptions2Offset, debugMetadataIndex) {
		Operator.startOperator(builder);
		Operator.addOpcodeIndex(builder, opcodeIndex);
		Operator.addInputs(builder, inputsOffset);
		Operator.addOutputs(builder, outputsOffset);
		Operator.addBuiltinOptionsType(builder, builtinOptionsType);
		Operator.addBuiltinOptions(builder, builtinOptionsOffset);
		Operator.addCustomOptions(builder, customOptionsOffset);
		Operator.addCustomOptionsFormat(builder, customOptionsFormat);
		Operator.addMutatingVariableInputs(builder, mutatingVariableInputsOffset);
		Operator.addIntermediates(builder, intermediatesOffset);
		Operator.addLargeCustomOptionsOffset(builder, largeCustomOptionsOffset);
		Operator.addLargeCustomOptionsSize(builder, largeCustomOptionsSize);
		Operator.addBuiltinOptions2Type(builder, builtinOptions2Type);
		Operator.addBuiltinOptions2(builder, builtinOptions2Offset);
		Operator.addDebugMetadataIndex(builder, debugMetadataIndex);
		return Operator.endOperator(builder);
	}
	unpack() {
		return new OperatorT(this.opcodeIndex(), this.bb.createScalarList(this.inputs.bind(this), this.inputsLength()), this.bb.createScalarList(this.outputs.bind(this), this.outputsLength()), this.builtinOptionsType(), (() => {
			let temp = unionToBuiltinOptions(this.builtinOptionsType(), this.builtinOptions.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})(), this.bb.createScalarList(this.customOptions.bind(this), this.customOptionsLength()), this.customOptionsFormat(), this.bb.createScalarList(this.mutatingVariableInputs.bind(this), this.mutatingVariableInputsLength()), this.bb.createScalarList(this.intermediates.bind(this), this.intermediatesLength()), this.largeCustomOptionsOffset(), this.largeCustomOptionsSize(), this.builtinOptions2Type(), (() => {
			let temp = unionToBuiltinOptions2(this.builtinOptions2Type(), this.builtinOptions2.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})(), this.debugMetadataIndex());
	}
	unpackTo(_o) {
		_o.opcodeIndex = this.opcodeIndex();
		_o.inputs = this.bb.createScalarList(this.inputs.bind(this), this.inputsLength());
		_o.outputs = this.bb.createScalarList(this.outputs.bind(this), this.outputsLength());
		_o.builtinOptionsType = this.builtinOptionsType();
		_o.builtinOptions = (() => {
			let temp = unionToBuiltinOptions(this.builtinOptionsType(), this.builtinOptions.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})();
		_o.customOptions = this.bb.createScalarList(this.customOptions.bind(this), this.customOptionsLength());
		_o.customOptionsFormat = this.customOptionsFormat();
		_o.mutatingVariableInputs = this.bb.createScalarList(this.mutatingVariableInputs.bind(this), this.mutatingVariableInputsLength());
		_o.intermediates = this.bb.createScalarList(this.intermediates.bind(this), this.intermediatesLength());
		_o.largeCustomOptionsOffset = this.largeCustomOptionsOffset();
		_o.largeCustomOptionsSize = this.largeCustomOptionsSize();
		_o.builtinOptions2Type = this.builtinOptions2Type();
		_o.builtinOptions2 = (() => {
			let temp = unionToBuiltinOptions2(this.builtinOptions2Type(), this.builtinOptions2.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})();
		_o.debugMetadataIndex = this.debugMetadataIndex();
	}
};
var OperatorT = class {
	opcodeIndex;
	inputs;
	outputs;
	builtinOptionsType;
	builtinOptions;
	customOptions;
	customOptionsFormat;
	mutatingVariableInputs;
	intermediates;
	largeCustomOptionsOffset;
	largeCustomOptionsSize;
	builtinOptions2Type;
	builtinOptions2;
	debugMetadataIndex;
	constructor(opcodeIndex = 0, inputs = [], outputs = [], builtinOptionsType = 0, builtinOptions = null, customOptions = [], customOptionsFormat = 0, mutatingVariableInputs = [], intermediates = [], largeCustomOptionsOffset = BigInt("0"), largeCustomOptionsSize = BigInt("0"), builtinOptions2Type = 0, builtinOptions2 = null, debugMetadataIndex = -1) {
		this.opcodeIndex = opcodeIndex;
		this.inputs = inputs;
		this.outputs = outputs;
		this.builtinOptionsType = builtinOptionsType;
		this.builtinOptions = builtinOptions;
		this.customOptions = customOptions;
		this.customOptionsFormat = customOptionsFormat;
		this.mutatingVariableInputs = mutatingVariableInputs;
		this.intermediates = intermediates;
		this.largeCustomOptionsOffset = largeCustomOptionsOffset;
		this.largeCustomOptionsSize = largeCustomOptionsSize;
		this.builtinOptions2Type = builtinOptions2Type;
		this.builtinOptions2 = builtinOptions2;
		this.debugMetadataIndex = debugMetadataIndex;
	}
	pack(builder) {
		const inputs = Operator.createInputsVector(builder, this.inputs);
		const outputs = Operator.createOutputsVector(builder, this.outputs);
		const builtinOptions = builder.createObjectOffset(this.builtinOptions);
		const customOptions = Operator.createCustomOptionsVector(builder, this.customOptions);
		const mutatingVariableInputs = Operator.createMutatingVariableInputsVector(builder, this.mutatingVariableInputs);
		const intermediates = Operator.createIntermediatesVector(builder, this.intermediates);
		const builtinOptions2 = builder.createObjectOffset(this.builtinOptions2);
		return Operator.createOperator(builder, this.opcodeIndex, inputs, outputs, this.builtinOptionsType, builtinOptions, customOptions, this.customOptionsFormat, mutatingVariableInputs, intermediates, this.largeCustomOptionsOffset, this.largeCustomOptionsSize, this.builtinOptions2Type, builtinOptions2, this.debugMetadataIndex);
	}
};
// src/model/schema/generated/multi-axis-quantization.ts
var MultiAxisQuantization = class MultiAxisQuantization {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsMultiAxisQuantization(bb, obj) {
		return (obj || new MultiAxisQuantization()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsMultiAxisQuantization(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new MultiAxisQuantization()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	scales() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	zeroPoints() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	blockSize() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	quantizedDimensions(index) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	quantizedDimensionsLength() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	quantizedDimensionsArray() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	static startMultiAxisQuantization(builder) {
		builder.startObject(4);
	}
	static addScales(builder, scales) {
		builder.addFieldInt32(0, scales, 0);
	}
	static addZeroPoints(builder, zeroPoints) {
		builder.addFieldInt32(1, zeroPoints, 0);
	}
	static addBlockSize(builder, blockSize) {
		builder.addFieldInt32(2, blockSize, 0);
	}
	static addQuantizedDimensions(builder, quantizedDimensionsOffset) {
		builder.addFieldOffset(3, quantizedDimensionsOffset, 0);
	}
	static createQuantizedDimensionsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startQuantizedDimensionsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endMultiAxisQuantization(builder) {
		return builder.endObject();
	}
	static createMultiAxisQuantization(builder, scales, zeroPoints, blockSize, quantizedDimensionsOffset) {
		MultiAxisQuantization.startMultiAxisQuantization(builder);
		MultiAxisQuantization.addScales(builder, scales);
		MultiAxisQuantization.addZeroPoints(builder, zeroPoints);
		MultiAxisQuantization.addBlockSize(builder, blockSize);
		MultiAxisQuantization.addQuantizedDimensions(builder, quantizedDimensionsOffset);
		return MultiAxisQuantization.endMultiAxisQuantization(builder);
	}
	unpack() {
		return new MultiAxisQuantizationT(this.scales(), this.zeroPoints(), this.blockSize(), this.bb.createScalarList(this.quantizedDimensions.bind(this), this.quantizedDimensionsLength()));
	}
	unpackTo(_o) {
		_o.scales = this.scales();
		_o.zeroPoints = this.zeroPoints();
		_o.blockSize = this.blockSize();
		_o.quantizedDimensions = this.bb.createScalarList(this.quantizedDimensions.bind(this), this.quantizedDimensionsLength());
	}
};
var MultiAxisQuantizationT = class {
	scales;
	zeroPoints;
	blockSize;
	quantizedDimensions;
	constructor(scales = 0, zeroPoints = 0, blockSize = 0, quantizedDimensions = []) {
		this.scales = scales;
		this.zeroPoints = zeroPoints;
		this.blockSize = blockSize;
		this.quantizedDimensions = quantizedDimensions;
	}
	pack(builder) {
		const quantizedDimensions = MultiAxisQuantization.createQuantizedDimensionsVector(builder, this.quantizedDimensions);
		return MultiAxisQuantization.createMultiAxisQuantization(builder, this.scales, this.zeroPoints, this.blockSize, quantizedDimensions);
	}
};
// src/model/schema/generated/quantization-details.ts
let QuantizationDetails = function(QuantizationDetails) {
	QuantizationDetails[QuantizationDetails["NONE"] = 0] = "NONE";
	QuantizationDetails[QuantizationDetails["CustomQuantization"] = 1] = "CustomQuantization";
	QuantizationDetails[QuantizationDetails["BlockwiseQuantization"] = 2] = "BlockwiseQuantization";
	QuantizationDetails[QuantizationDetails["MultiAxisQuantization"] = 3] = "MultiAxisQuantization";
	return QuantizationDetails;
}({});
function unionToQuantizationDetails(type, accessor) {
	switch (QuantizationDetails[type]) {
		case "NONE": return null;
		case "CustomQuantization": return accessor(new CustomQuantization());
		case "BlockwiseQuantization": return accessor(new BlockwiseQuantization());
		case "MultiAxisQuantization": return accessor(new MultiAxisQuantization());
		default: return null;
	}
}
// src/model/schema/generated/quantization-parameters.ts
var QuantizationParameters = class QuantizationParameters {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsQuantizationParameters(bb, obj) {
		return (obj || new QuantizationParameters()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsQuantizationParameters(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new QuantizationParameters()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	min(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readFloat32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	minLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	minArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Float32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	max(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readFloat32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	maxLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	maxArray() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? new Float32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	scale(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readFloat32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	scaleLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	scaleArray() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? new Float32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	zeroPoint(index) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.readInt64(this.bb.__vector(this.bb_pos + offset) + index * 8) : BigInt(0);
	}
	zeroPointLength() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	detailsType() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.readUint8(this.bb_pos + offset) : 0;
	}
	details(obj) {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.__union(obj, this.bb_pos + offset) : null;
	}
	quantizedDimension() {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : 0;
	}
	static startQuantizationParameters(builder) {
		builder.startObject(7);
	}
	static addMin(builder, minOffset) {
		builder.addFieldOffset(0, minOffset, 0);
	}
	static createMinVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addFloat32(data[i]);
		return builder.endVector();
	}
	static startMinVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addMax(builder, maxOffset) {
		builder.addFieldOffset(1, maxOffset, 0);
	}
	static createMaxVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addFloat32(data[i]);
		return builder.endVector();
	}
	static startMaxVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addScale(builder, scaleOffset) {
		builder.addFieldOffset(2, scaleOffset, 0);
	}
	static createScaleVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addFloat32(data[i]);
		return builder.endVector();
	}
	static startScaleVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addZeroPoint(builder, zeroPointOffset) {
		builder.addFieldOffset(3, zeroPointOffset, 0);
	}
	static createZeroPointVector(builder, data) {
		builder.startVector(8, data.length, 8);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt64(data[i]);
		return builder.endVector();
	}
	static startZeroPointVector(builder, numElems) {
		builder.startVector(8, numElems, 8);
	}
	static addDetailsType(builder, detailsType) {
		builder.addFieldInt8(4, detailsType, 0);
	}
	static addDetails(builder, detailsOffset) {
		builder.addFieldOffset(5, detailsOffset, 0);
	}
	static addQuantizedDimension(builder, quantizedDimension) {
		builder.addFieldInt32(6, quantizedDimension, 0);
	}
	static endQuantizationParameters(builder) {
		return builder.endObject();
	}
	static createQuantizationParameters(builder, minOffset, maxOffset, scaleOffset, zeroPointOffset, detailsType, detailsOffset, quantizedDimension) {
		QuantizationParameters.startQuantizationParameters(builder);
		QuantizationParameters.addMin(builder, minOffset);
		QuantizationParameters.addMax(builder, maxOffset);
		QuantizationParameters.addScale(builder, scaleOffset);
		QuantizationParameters.addZeroPoint(builder, zeroPointOffset);
		QuantizationParameters.addDetailsType(builder, detailsType);
		QuantizationParameters.addDetails(builder, detailsOffset);
		QuantizationParameters.addQuantizedDimension(builder, quantizedDimension);
		return QuantizationParameters.endQuantizationParameters(builder);
	}
	unpack() {
		return new QuantizationParametersT(this.bb.createScalarList(this.min.bind(this), this.minLength()), this.bb.createScalarList(this.max.bind(this), this.maxLength()), this.bb.createScalarList(this.scale.bind(this), this.scaleLength()), this.bb.createScalarList(this.zeroPoint.bind(this), this.zeroPointLength()), this.detailsType(), (() => {
			let temp = unionToQuantizationDetails(this.detailsType(), this.details.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})(), this.quantizedDimension());
	}
	unpackTo(_o) {
		_o.min = this.bb.createScalarList(this.min.bind(this), this.minLength());
		_o.max = this.bb.createScalarList(this.max.bind(this), this.maxLength());
		_o.scale = this.bb.createScalarList(this.scale.bind(this), this.scaleLength());
		_o.zeroPoint = this.bb.createScalarList(this.zeroPoint.bind(this), this.zeroPointLength());
		_o.detailsType = this.detailsType();
		_o.details = (() => {
			let temp = unionToQuantizationDetails(this.detailsType(), this.details.bind(this));
			if (temp === null) return null;
			return temp.unpack();
		})();
		_o.quantizedDimension = this.quantizedDimension();
	}
};
var QuantizationParametersT = class {
	min;
	max;
	scale;
	zeroPoint;
	detailsType;
	details;
	quantizedDimension;
	constructor(min = [], max = [], scale = [], zeroPoint = [], detailsType = 0, details = null, quantizedDimension = 0) {
		this.min = min;
		this.max = max;
		this.scale = scale;
		this.zeroPoint = zeroPoint;
		this.detailsType = detailsType;
		this.details = details;
		this.quantizedDimension = quantizedDimension;
	}
	pack(builder) {
		const min = QuantizationParameters.createMinVector(builder, this.min);
		const max = QuantizationParameters.createMaxVector(builder, this.max);
		const scale = QuantizationParameters.createScaleVector(builder, this.scale);
		const zeroPoint = QuantizationParameters.createZeroPointVector(builder, this.zeroPoint);
		const details = builder.createObjectOffset(this.details);
		return QuantizationParameters.createQuantizationParameters(builder, min, max, scale, zeroPoint, this.detailsType, details, this.quantizedDimension);
	}
};
// src/model/schema/generated/sparsity-parameters.ts
var SparsityParameters = class SparsityParameters {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSparsityParameters(bb, obj) {
		return (obj || new SparsityParameters()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSparsityParameters(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SparsityParameters()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	traversalOrder(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	traversalOrderLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	traversalOrderArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	blockMap(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	blockMapLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	blockMapArray() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	dimMetadata(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? (obj || new DimensionMetadata()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	dimMetadataLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	static startSparsityParameters(builder) {
		builder.startObject(3);
	}
	static addTraversalOrder(builder, traversalOrderOffset) {
		builder.addFieldOffset(0, traversalOrderOffset, 0);
	}
	static createTraversalOrderVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startTraversalOrderVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addBlockMap(builder, blockMapOffset) {
		builder.addFieldOffset(1, blockMapOffset, 0);
	}
	static createBlockMapVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startBlockMapVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addDimMetadata(builder, dimMetadataOffset) {
		builder.addFieldOffset(2, dimMetadataOffset, 0);
	}
	static createDimMetadataVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startDimMetadataVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endSparsityParameters(builder) {
		return builder.endObject();
	}
	static createSparsityParameters(builder, traversalOrderOffset, blockMapOffset, dimMetadataOffset) {
		SparsityParameters.startSparsityParameters(builder);
		SparsityParameters.addTraversalOrder(builder, traversalOrderOffset);
		SparsityParameters.addBlockMap(builder, blockMapOffset);
		SparsityParameters.addDimMetadata(builder, dimMetadataOffset);
		return SparsityParameters.endSparsityParameters(builder);
	}
	unpack() {
		return new SparsityParametersT(this.bb.createScalarList(this.traversalOrder.bind(this), this.traversalOrderLength()), this.bb.createScalarList(this.blockMap.bind(this), this.blockMapLength()), this.bb.createObjList(this.dimMetadata.bind(this), this.dimMetadataLength()));
	}
	unpackTo(_o) {
		_o.traversalOrder = this.bb.createScalarList(this.traversalOrder.bind(this), this.traversalOrderLength());
		_o.blockMap = this.bb.createScalarList(this.blockMap.bind(this), this.blockMapLength());
		_o.dimMetadata = this.bb.createObjList(this.dimMetadata.bind(this), this.dimMetadataLength());
	}
};
var SparsityParametersT = class {
	traversalOrder;
	blockMap;
	dimMetadata;
	constructor(traversalOrder = [], blockMap = [], dimMetadata = []) {
		this.traversalOrder = traversalOrder;
		this.blockMap = blockMap;
		this.dimMetadata = dimMetadata;
	}
	pack(builder) {
		const traversalOrder = SparsityParameters.createTraversalOrderVector(builder, this.traversalOrder);
		const blockMap = SparsityParameters.createBlockMapVector(builder, this.blockMap);
		const dimMetadata = SparsityParameters.createDimMetadataVector(builder, builder.createObjectOffsetList(this.dimMetadata));
		return SparsityParameters.createSparsityParameters(builder, traversalOrder, blockMap, dimMetadata);
	}
};
// src/model/schema/generated/variant-sub-type.ts
var VariantSubType = class VariantSubType {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsVariantSubType(bb, obj) {
		return (obj || new VariantSubType()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsVariantSubType(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new VariantSubType()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	shape(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	shapeLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	shapeArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	type() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	hasRank() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	static startVariantSubType(builder) {
		builder.startObject(3);
	}
	static addShape(builder, shapeOffset) {
		builder.addFieldOffset(0, shapeOffset, 0);
	}
	static createShapeVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startShapeVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addType(builder, type) {
		builder.addFieldInt8(1, type, 0);
	}
	static addHasRank(builder, hasRank) {
		builder.addFieldInt8(2, +hasRank, 0);
	}
	static endVariantSubType(builder) {
		return builder.endObject();
	}
	static createVariantSubType(builder, shapeOffset, type, hasRank) {
		VariantSubType.startVariantSubType(builder);
		VariantSubType.addShape(builder, shapeOffset);
		VariantSubType.addType(builder, type);
		VariantSubType.addHasRank(builder, hasRank);
		return VariantSubType.endVariantSubType(builder);
	}
	unpack() {
		return new VariantSubTypeT(this.bb.createScalarList(this.shape.bind(this), this.shapeLength()), this.type(), this.hasRank());
	}
	unpackTo(_o) {
		_o.shape = this.bb.createScalarList(this.shape.bind(this), this.shapeLength());
		_o.type = this.type();
		_o.hasRank = this.hasRank();
	}
};
var VariantSubTypeT = class {
	shape;
	type;
	hasRank;
	constructor(shape = [], type = 0, hasRank = false) {
		this.shape = shape;
		this.type = type;
		this.hasRank = hasRank;
	}
	pack(builder) {
		const shape = VariantSubType.createShapeVector(builder, this.shape);
		return VariantSubType.createVariantSubType(builder, shape, this.type, this.hasRank);
	}
};
// src/model/schema/generated/tensor.ts
var Tensor = class Tensor {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsTensor(bb, obj) {
		return (obj || new Tensor()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsTensor(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Tensor()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	shape(index) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	shapeLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	shapeArray() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	type() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt8(this.bb_pos + offset) : 0;
	}
	buffer() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	name(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	quantization(obj) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? (obj || new QuantizationParameters()).__init(this.bb.__indirect(this.bb_pos + offset), this.bb) : null;
	}
	isVariable() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	sparsity(obj) {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? (obj || new SparsityParameters()).__init(this.bb.__indirect(this.bb_pos + offset), this.bb) : null;
	}
	shapeSignature(index) {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	shapeSignatureLength() {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	shapeSignatureArray() {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	hasRank() {
		const offset = this.bb.__offset(this.bb_pos, 20);
		return offset ? !!this.bb.readInt8(this.bb_pos + offset) : false;
	}
	variantTensors(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 22);
		return offset ? (obj || new VariantSubType()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	variantTensorsLength() {
		const offset = this.bb.__offset(this.bb_pos, 22);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	externalBuffer() {
		const offset = this.bb.__offset(this.bb_pos, 24);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	static startTensor(builder) {
		builder.startObject(11);
	}
	static addShape(builder, shapeOffset) {
		builder.addFieldOffset(0, shapeOffset, 0);
	}
	static createShapeVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startShapeVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addType(builder, type) {
		builder.addFieldInt8(1, type, 0);
	}
	static addBuffer(builder, buffer) {
		builder.addFieldInt32(2, buffer, 0);
	}
	static addName(builder, nameOffset) {
		builder.addFieldOffset(3, nameOffset, 0);
	}
	static addQuantization(builder, quantizationOffset) {
		builder.addFieldOffset(4, quantizationOffset, 0);
	}
	static addIsVariable(builder, isVariable) {
		builder.addFieldInt8(5, +isVariable, 0);
	}
	static addSparsity(builder, sparsityOffset) {
		builder.addFieldOffset(6, sparsityOffset, 0);
	}
	static addShapeSignature(builder, shapeSignatureOffset) {
		builder.addFieldOffset(7, shapeSignatureOffset, 0);
	}
	static createShapeSignatureVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startShapeSignatureVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addHasRank(builder, hasRank) {
		builder.addFieldInt8(8, +hasRank, 0);
	}
	static addVariantTensors(builder, variantTensorsOffset) {
		builder.addFieldOffset(9, variantTensorsOffset, 0);
	}
	static createVariantTensorsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startVariantTensorsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addExternalBuffer(builder, externalBuffer) {
		builder.addFieldInt32(10, externalBuffer, 0);
	}
	static endTensor(builder) {
		return builder.endObject();
	}
	unpack() {
		return new TensorT(this.bb.createScalarList(this.shape.bind(this), this.shapeLength()), this.type(), this.buffer(), this.name(), this.quantization() !== null ? this.quantization().unpack() : null, this.isVariable(), this.sparsity() !== null ? this.sparsity().unpack() : null, this.bb.createScalarList(this.shapeSignature.bind(this), this.shapeSignatureLength()), this.hasRank(), this.bb.createObjList(this.variantTensors.bind(this), this.variantTensorsLength()), this.externalBuffer());
	}
	unpackTo(_o) {
		_o.shape = this.bb.createScalarList(this.shape.bind(this), this.shapeLength());
		_o.type = this.type();
		_o.buffer = this.buffer();
		_o.name = this.name();
		_o.quantization = this.quantization() !== null ? this.quantization().unpack() : null;
		_o.isVariable = this.isVariable();
		_o.sparsity = this.sparsity() !== null ? this.sparsity().unpack() : null;
		_o.shapeSignature = this.bb.createScalarList(this.shapeSignature.bind(this), this.shapeSignatureLength());
		_o.hasRank = this.hasRank();
		_o.variantTensors = this.bb.createObjList(this.variantTensors.bind(this), this.variantTensorsLength());
		_o.externalBuffer = this.externalBuffer();
	}
};
var TensorT = class {
	shape;
	type;
	buffer;
	name;
	quantization;
	isVariable;
	sparsity;
	shapeSignature;
	hasRank;
	variantTensors;
	externalBuffer;
	constructor(shape = [], type = 0, buffer = 0, name = null, quantization = null, isVariable = false, sparsity = null, shapeSignature = [], hasRank = false, variantTensors = [], externalBuffer = 0) {
		this.shape = shape;
		this.type = type;
		this.buffer = buffer;
		this.name = name;
		this.quantization = quantization;
		this.isVariable = isVariable;
		this.sparsity = sparsity;
		this.shapeSignature = shapeSignature;
		this.hasRank = hasRank;
		this.variantTensors = variantTensors;
		this.externalBuffer = externalBuffer;
	}
	pack(builder) {
		const shape = Tensor.createShapeVector(builder, this.shape);
		const name = this.name !== null ? builder.createString(this.name) : 0;
		const quantization = this.quantization !== null ? this.quantization.pack(builder) : 0;
		const sparsity = this.sparsity !== null ? this.sparsity.pack(builder) : 0;
		const shapeSignature = Tensor.createShapeSignatureVector(builder, this.shapeSignature);
		const variantTensors = Tensor.createVariantTensorsVector(builder, builder.createObjectOffsetList(this.variantTensors));
		Tensor.startTensor(builder);
		Tensor.addShape(builder, shape);
		Tensor.addType(builder, this.type);
		Tensor.addBuffer(builder, this.buffer);
		Tensor.addName(builder, name);
		Tensor.addQuantization(builder, quantization);
		Tensor.addIsVariable(builder, this.isVariable);
		Tensor.addSparsity(builder, sparsity);
		Tensor.addShapeSignature(builder, shapeSignature);
		Tensor.addHasRank(builder, this.hasRank);
		Tensor.addVariantTensors(builder, variantTensors);
		Tensor.addExternalBuffer(builder, this.externalBuffer);
		return Tensor.endTensor(builder);
	}
};
// src/model/schema/generated/sub-graph.ts
var SubGraph = class SubGraph {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsSubGraph(bb, obj) {
		return (obj || new SubGraph()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsSubGraph(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new SubGraph()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	tensors(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? (obj || new Tensor()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	tensorsLength() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	inputs(index) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	inputsLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	inputsArray() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	outputs(index) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	outputsLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	outputsArray() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	operators(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? (obj || new Operator()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	operatorsLength() {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	name(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	debugMetadataIndex() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readInt32(this.bb_pos + offset) : -1;
	}
	static startSubGraph(builder) {
		builder.startObject(6);
	}
	static addTensors(builder, tensorsOffset) {
		builder.addFieldOffset(0, tensorsOffset, 0);
	}
	static createTensorsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startTensorsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addInputs(builder, inputsOffset) {
		builder.addFieldOffset(1, inputsOffset, 0);
	}
	static createInputsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startInputsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addOutputs(builder, outputsOffset) {
		builder.addFieldOffset(2, outputsOffset, 0);
	}
	static createOutputsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startOutputsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addOperators(builder, operatorsOffset) {
		builder.addFieldOffset(3, operatorsOffset, 0);
	}
	static createOperatorsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startOperatorsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addName(builder, nameOffset) {
		builder.addFieldOffset(4, nameOffset, 0);
	}
	static addDebugMetadataIndex(builder, debugMetadataIndex) {
		builder.addFieldInt32(5, debugMetadataIndex, -1);
	}
	static endSubGraph(builder) {
		return builder.endObject();
	}
	static createSubGraph(builder, tensorsOffset, inputsOffset, outputsOffset, operatorsOffset, nameOffset, debugMetadataIndex) {
		SubGraph.startSubGraph(builder);
		SubGraph.addTensors(builder, tensorsOffset);
		SubGraph.addInputs(builder, inputsOffset);
		SubGraph.addOutputs(builder, outputsOffset);
		SubGraph.addOperators(builder, operatorsOffset);
		SubGraph.addName(builder, nameOffset);
		SubGraph.addDebugMetadataIndex(builder, debugMetadataIndex);
		return SubGraph.endSubGraph(builder);
	}
	unpack() {
		return new SubGraphT(this.bb.createObjList(this.tensors.bind(this), this.tensorsLength()), this.bb.createScalarList(this.inputs.bind(this), this.inputsLength()), this.bb.createScalarList(this.outputs.bind(this), this.outputsLength()), this.bb.createObjList(this.operators.bind(this), this.operatorsLength()), this.name(), this.debugMetadataIndex());
	}
	unpackTo(_o) {
		_o.tensors = this.bb.createObjList(this.tensors.bind(this), this.tensorsLength());
		_o.inputs = this.bb.createScalarList(this.inputs.bind(this), this.inputsLength());
		_o.outputs = this.bb.createScalarList(this.outputs.bind(this), this.outputsLength());
		_o.operators = this.bb.createObjList(this.operators.bind(this), this.operatorsLength());
		_o.name = this.name();
		_o.debugMetadataIndex = this.debugMetadataIndex();
	}
};
var SubGraphT = class {
	tensors;
	inputs;
	outputs;
	operators;
	name;
	debugMetadataIndex;
	constructor(tensors = [], inputs = [], outputs = [], operators = [], name = null, debugMetadataIndex = -1) {
		this.tensors = tensors;
		this.inputs = inputs;
		this.outputs = outputs;
		this.operators = operators;
		this.name = name;
		this.debugMetadataIndex = debugMetadataIndex;
	}
	pack(builder) {
		const tensors = SubGraph.createTensorsVector(builder, builder.createObjectOffsetList(this.tensors));
		const inputs = SubGraph.createInputsVector(builder, this.inputs);
		const outputs = SubGraph.createOutputsVector(builder, this.outputs);
		const operators = SubGraph.createOperatorsVector(builder, builder.createObjectOffsetList(this.operators));
		const name = this.name !== null ? builder.createString(this.name) : 0;
		return SubGraph.createSubGraph(builder, tensors, inputs, outputs, operators, name, this.debugMetadataIndex);
	}
};
// src/model/schema/generated/model.ts
var Model = class Model {
	bb = null;
	bb_pos = 0;
	__init(i, bb) {
		this.bb_pos = i;
		this.bb = bb;
		return this;
	}
	static getRootAsModel(bb, obj) {
		return (obj || new Model()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static getSizePrefixedRootAsModel(bb, obj) {
		bb.setPosition(bb.position() + import_flatbuffers.SIZE_PREFIX_LENGTH);
		return (obj || new Model()).__init(bb.readInt32(bb.position()) + bb.position(), bb);
	}
	static bufferHasIdentifier(bb) {
		return bb.__has_identifier("TFL3");
	}
	version() {
		const offset = this.bb.__offset(this.bb_pos, 4);
		return offset ? this.bb.readUint32(this.bb_pos + offset) : 0;
	}
	operatorCodes(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? (obj || new OperatorCode()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	operatorCodesLength() {
		const offset = this.bb.__offset(this.bb_pos, 6);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	subgraphs(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? (obj || new SubGraph()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	subgraphsLength() {
		const offset = this.bb.__offset(this.bb_pos, 8);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	description(optionalEncoding) {
		const offset = this.bb.__offset(this.bb_pos, 10);
		return offset ? this.bb.__string(this.bb_pos + offset, optionalEncoding) : null;
	}
	buffers(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? (obj || new Buffer$1()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	buffersLength() {
		const offset = this.bb.__offset(this.bb_pos, 12);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	metadataBuffer(index) {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.readInt32(this.bb.__vector(this.bb_pos + offset) + index * 4) : 0;
	}
	metadataBufferLength() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	metadataBufferArray() {
		const offset = this.bb.__offset(this.bb_pos, 14);
		return offset ? new Int32Array(this.bb.bytes().buffer, this.bb.bytes().byteOffset + this.bb.__vector(this.bb_pos + offset), this.bb.__vector_len(this.bb_pos + offset)) : null;
	}
	metadata(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? (obj || new Metadata()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	metadataLength() {
		const offset = this.bb.__offset(this.bb_pos, 16);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	signatureDefs(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? (obj || new SignatureDef()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	signatureDefsLength() {
		const offset = this.bb.__offset(this.bb_pos, 18);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	externalBufferGroups(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 20);
		return offset ? (obj || new ExternalBufferGroup()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	externalBufferGroupsLength() {
		const offset = this.bb.__offset(this.bb_pos, 20);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	externalBuffers(index, obj) {
		const offset = this.bb.__offset(this.bb_pos, 22);
		return offset ? (obj || new ExternalBuffer()).__init(this.bb.__indirect(this.bb.__vector(this.bb_pos + offset) + index * 4), this.bb) : null;
	}
	externalBuffersLength() {
		const offset = this.bb.__offset(this.bb_pos, 22);
		return offset ? this.bb.__vector_len(this.bb_pos + offset) : 0;
	}
	static startModel(builder) {
		builder.startObject(10);
	}
	static addVersion(builder, version) {
		builder.addFieldInt32(0, version, 0);
	}
	static addOperatorCodes(builder, operatorCodesOffset) {
		builder.addFieldOffset(1, operatorCodesOffset, 0);
	}
	static createOperatorCodesVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startOperatorCodesVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addSubgraphs(builder, subgraphsOffset) {
		builder.addFieldOffset(2, subgraphsOffset, 0);
	}
	static createSubgraphsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startSubgraphsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addDescription(builder, descriptionOffset) {
		builder.addFieldOffset(3, descriptionOffset, 0);
	}
	static addBuffers(builder, buffersOffset) {
		builder.addFieldOffset(4, buffersOffset, 0);
	}
	static createBuffersVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startBuffersVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addMetadataBuffer(builder, metadataBufferOffset) {
		builder.addFieldOffset(5, metadataBufferOffset, 0);
	}
	static createMetadataBufferVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addInt32(data[i]);
		return builder.endVector();
	}
	static startMetadataBufferVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addMetadata(builder, metadataOffset) {
		builder.addFieldOffset(6, metadataOffset, 0);
	}
	static createMetadataVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startMetadataVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addSignatureDefs(builder, signatureDefsOffset) {
		builder.addFieldOffset(7, signatureDefsOffset, 0);
	}
	static createSignatureDefsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startSignatureDefsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addExternalBufferGroups(builder, externalBufferGroupsOffset) {
		builder.addFieldOffset(8, externalBufferGroupsOffset, 0);
	}
	static createExternalBufferGroupsVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startExternalBufferGroupsVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static addExternalBuffers(builder, externalBuffersOffset) {
		builder.addFieldOffset(9, externalBuffersOffset, 0);
	}
	static createExternalBuffersVector(builder, data) {
		builder.startVector(4, data.length, 4);
		for (let i = data.length - 1; i >= 0; i--) builder.addOffset(data[i]);
		return builder.endVector();
	}
	static startExternalBuffersVector(builder, numElems) {
		builder.startVector(4, numElems, 4);
	}
	static endModel(builder) {
		return builder.endObject();
	}
	static finishModelBuffer(builder, offset) {
		builder.finish(offset, "TFL3");
	}
	static finishSizePrefixedModelBuffer(builder, offset) {
		builder.finish(offset, "TFL3", true);
	}
	static createModel(builder, version, operatorCodesOffset, subgraphsOffset, descriptionOffset, buffersOffset, metadataBufferOffset, metadataOffset, signatureDefsOffset, externalBufferGroupsOffset, externalBuffersOffset) {
		Model.startModel(builder);
		Model.addVersion(builder, version);
		Model.addOperatorCodes(builder, operatorCodesOffset);
		Model.addSubgraphs(builder, subgraphsOffset);
		Model.addDescription(builder, descriptionOffset);
		Model.addBuffers(builder, buffersOffset);
		Model.addMetadataBuffer(builder, metadataBufferOffset);
		Model.addMetadata(builder, metadataOffset);
		Model.addSignatureDefs(builder, signatureDefsOffset);
		Model.addExternalBufferGroups(builder, externalBufferGroupsOffset);
		Model.addExternalBuffers(builder, externalBuffersOffset);
		return Model.endModel(builder);
	}
	unpack() {
		return new ModelT(this.version(), this.bb.createObjList(this.operatorCodes.bind(this), this.operatorCodesLength()), this.bb.createObjList(this.subgraphs.bind(this), this.subgraphsLength()), this.description(), this.bb.createObjList(this.buffers.bind(this), this.buffersLength()), this.bb.createScalarList(this.metadataBuffer.bind(this), this.metadataBufferLength()), this.bb.createObjList(this.metadata.bind(this), this.metadataLength()), this.bb.createObjList(this.signatureDefs.bind(this), this.signatureDefsLength()), this.bb.createObjList(this.externalBufferGroups.bind(this), this.externalBufferGroupsLength()), this.bb.createObjList(this.externalBuffers.bind(this), this.externalBuffersLength()));
	}
	unpackTo(_o) {
		_o.version = this.version();
		_o.operatorCodes = this.bb.createObjList(this.operatorCodes.bind(this), this.operatorCodesLength());
		_o.subgraphs = this.bb.createObjList(this.subgraphs.bind(this), this.subgraphsLength());
		_o.description = this.description();
		_o.buffers = this.bb.createObjList(this.buffers.bind(this), this.buffersLength());
		_o.metadataBuffer = this.bb.createScalarList(this.metadataBuffer.bind(this), this.metadataBufferLength());
		_o.metadata = this.bb.createObjList(this.metadata.bind(this), this.metadataLength());
		_o.signatureDefs = this.bb.createObjList(this.signatureDefs.bind(this), this.signatureDefsLength());
		_o.externalBufferGroups = this.bb.createObjList(this.externalBufferGroups.bind(this), this.externalBufferGroupsLength());
		_o.externalBuffers = this.bb.createObjList(this.externalBuffers.bind(this), this.externalBuffersLength());
	}
};
var ModelT = class {
	version;
	operatorCodes;
	subgraphs;
	description;
	buffers;
	metadataBuffer;
	metadata;
	signatureDefs;
	externalBufferGroups;
	externalBuffers;
	constructor(version = 0, operatorCodes = [], subgraphs = [], description = null, buffers = [], metadataBuffer = [], metadata = [], signatureDefs = [], externalBufferGroups = [], externalBuffers = []) {
		this.version = version;
		this.operatorCodes = operatorCodes;
		this.subgraphs = subgraphs;
		this.description = description;
		this.buffers = buffers;
		this.metadataBuffer = metadataBuffer;
		this.metadata = metadata;
		this.signatureDefs = signatureDefs;
		this.externalBufferGroups = externalBufferGroups;
		this.externalBuffers = externalBuffers;
	}
	pack(builder) {
		const operatorCodes = Model.createOperatorCodesVector(builder, builder.createObjectOffsetList(this.operatorCodes));
		const subgraphs = Model.createSubgraphsVector(builder, builder.createObjectOffsetList(this.subgraphs));
		const description = this.description !== null ? builder.createString(this.description) : 0;
		const buffers = Model.createBuffersVector(builder, builder.createObjectOffsetList(this.buffers));
		const metadataBuffer = Model.createMetadataBufferVector(builder, this.metadataBuffer);
		const metadata = Model.createMetadataVector(builder, builder.createObjectOffsetList(this.metadata));
		const signatureDefs = Model.createSignatureDefsVector(builder, builder.createObjectOffsetList(this.signatureDefs));
		const externalBufferGroups = Model.createExternalBufferGroupsVector(builder, builder.createObjectOffsetList(this.externalBufferGroups));
		const externalBuffers = Model.createExternalBuffersVector(builder, builder.createObjectOffsetList(this.externalBuffers));
		return Model.createModel(builder, this.version, operatorCodes, subgraphs, description, buffers, metadataBuffer, metadata, signatureDefs, externalBufferGroups, externalBuffers);
	}
};
// src/model/schema/generated/options.ts
const builtinOptions = [
	{
		union: "BuiltinOptions",
		number: 1,
		accessor: Conv2DOptions,
		object: Conv2DOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 2,
		accessor: DepthwiseConv2DOptions,
		object: DepthwiseConv2DOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 3,
		accessor: ConcatEmbeddingsOptions,
		object: ConcatEmbeddingsOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 4,
		accessor: LSHProjectionOptions,
		object: LSHProjectionOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 5,
		accessor: Pool2DOptions,
		object: Pool2DOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 6,
		accessor: SVDFOptions,
		object: SVDFOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 7,
		accessor: RNNOptions,
		object: RNNOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 8,
		accessor: FullyConnectedOptions,
		object: FullyConnectedOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 9,
		accessor: SoftmaxOptions,
		object: SoftmaxOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 10,
		accessor: ConcatenationOptions,
		object: ConcatenationOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 11,
		accessor: AddOptions,
		object: AddOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 12,
		accessor: L2NormOptions,
		object: L2NormOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 13,
		accessor: LocalResponseNormalizationOptions,
		object: LocalResponseNormalizationOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 14,
		accessor: LSTMOptions,
		object: LSTMOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 15,
		accessor: ResizeBilinearOptions,
		object: ResizeBilinearOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 16,
		accessor: CallOptions,
		object: CallOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 17,
		accessor: ReshapeOptions,
		object: ReshapeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 18,
		accessor: SkipGramOptions,
		object: SkipGramOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 19,
		accessor: SpaceToDepthOptions,
		object: SpaceToDepthOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 20,
		accessor: EmbeddingLookupSparseOptions,
		object: EmbeddingLookupSparseOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 21,
		accessor: MulOptions,
		object: MulOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 22,
		accessor: PadOptions,
		object: PadOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 23,
		accessor: GatherOptions,
		object: GatherOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 24,
		accessor: BatchToSpaceNDOptions,
		object: BatchToSpaceNDOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 25,
		accessor: SpaceToBatchNDOptions,
		object: SpaceToBatchNDOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 26,
		accessor: TransposeOptions,
		object: TransposeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 27,
		accessor: ReducerOptions,
		object: ReducerOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 28,
		accessor: SubOptions,
		object: SubOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 29,
		accessor: DivOptions,
		object: DivOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 30,
		accessor: SqueezeOptions,
		object: SqueezeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 31,
		accessor: SequenceRNNOptions,
		object: SequenceRNNOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 32,
		accessor: StridedSliceOptions,
		object: StridedSliceOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 33,
		accessor: ExpOptions,
		object: ExpOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 34,
		accessor: TopKV2Options,
		object: TopKV2OptionsT
	},
	{
		union: "BuiltinOptions",
		number: 35,
		accessor: SplitOptions,
		object: SplitOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 36,
		accessor: LogSoftmaxOptions,
		object: LogSoftmaxOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 37,
		accessor: CastOptions,
		object: CastOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 38,
		accessor: DequantizeOptions,
		object: DequantizeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 39,
		accessor: MaximumMinimumOptions,
		object: MaximumMinimumOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 40,
		accessor: ArgMaxOptions,
		object: ArgMaxOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 41,
		accessor: LessOptions,
		object: LessOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 42,
		accessor: NegOptions,
		object: NegOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 43,
		accessor: PadV2Options,
		object: PadV2OptionsT
	},
	{
		union: "BuiltinOptions",
		number: 44,
		accessor: GreaterOptions,
		object: GreaterOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 45,
		accessor: GreaterEqualOptions,
		object: GreaterEqualOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 46,
		accessor: LessEqualOptions,
		object: LessEqualOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 47,
		accessor: SelectOptions,
		object: SelectOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 48,
		accessor: SliceOptions,
		object: SliceOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 49,
		accessor: TransposeConvOptions,
		object: TransposeConvOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 50,
		accessor: SparseToDenseOptions,
		object: SparseToDenseOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 51,
		accessor: TileOptions,
		object: TileOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 52,
		accessor: ExpandDimsOptions,
		object: ExpandDimsOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 53,
		accessor: EqualOptions,
		object: EqualOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 54,
		accessor: NotEqualOptions,
		object: NotEqualOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 55,
		accessor: ShapeOptions,
		object: ShapeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 56,
		accessor: PowOptions,
		object: PowOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 57,
		accessor: ArgMinOptions,
		object: ArgMinOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 58,
		accessor: FakeQuantOptions,
		object: FakeQuantOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 59,
		accessor: PackOptions,
		object: PackOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 60,
		accessor: LogicalOrOptions,
		object: LogicalOrOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 61,
		accessor: OneHotOptions,
		object: OneHotOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 62,
		accessor: LogicalAndOptions,
		object: LogicalAndOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 63,
		accessor: LogicalNotOptions,
		object: LogicalNotOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 64,
		accessor: UnpackOptions,
		object: UnpackOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 65,
		accessor: FloorDivOptions,
		object: FloorDivOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 66,
		accessor: SquareOptions,
		object: SquareOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 67,
		accessor: ZerosLikeOptions,
		object: ZerosLikeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 68,
		accessor: FillOptions,
		object: FillOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 69,
		accessor: BidirectionalSequenceLSTMOptions,
		object: BidirectionalSequenceLSTMOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 70,
		accessor: BidirectionalSequenceRNNOptions,
		object: BidirectionalSequenceRNNOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 71,
		accessor: UnidirectionalSequenceLSTMOptions,
		object: UnidirectionalSequenceLSTMOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 72,
		accessor: FloorModOptions,
		object: FloorModOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 73,
		accessor: RangeOptions,
		object: RangeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 74,
		accessor: ResizeNearestNeighborOptions,
		object: ResizeNearestNeighborOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 75,
		accessor: LeakyReluOptions,
		object: LeakyReluOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 76,
		accessor: SquaredDifferenceOptions,
		object: SquaredDifferenceOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 77,
		accessor: MirrorPadOptions,
		object: MirrorPadOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 78,
		accessor: AbsOptions,
		object: AbsOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 79,
		accessor: SplitVOptions,
		object: SplitVOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 80,
		accessor: UniqueOptions,
		object: UniqueOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 81,
		accessor: ReverseV2Options,
		object: ReverseV2OptionsT
	},
	{
		union: "BuiltinOptions",
		number: 82,
		accessor: AddNOptions,
		object: AddNOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 83,
		accessor: GatherNdOptions,
		object: GatherNdOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 84,
		accessor: CosOptions,
		object: CosOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 85,
		accessor: WhereOptions,
		object: WhereOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 86,
		accessor: RankOptions,
		object: RankOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 87,
		accessor: ReverseSequenceOptions,
		object: ReverseSequenceOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 88,
		accessor: MatrixDiagOptions,
		object: MatrixDiagOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 89,
		accessor: QuantizeOptions,
		object: QuantizeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 90,
		accessor: MatrixSetDiagOptions,
		object: MatrixSetDiagOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 91,
		accessor: HardSwishOptions,
		object: HardSwishOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 92,
		accessor: IfOptions,
		object: IfOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 93,
		accessor: WhileOptions,
		object: WhileOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 94,
		accessor: DepthToSpaceOptions,
		object: DepthToSpaceOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 95,
		accessor: NonMaxSuppressionV4Options,
		object: NonMaxSuppressionV4OptionsT
	},
	{
		union: "BuiltinOptions",
		number: 96,
		accessor: NonMaxSuppressionV5Options,
		object: NonMaxSuppressionV5OptionsT
	},
	{
		union: "BuiltinOptions",
		number: 97,
		accessor: ScatterNdOptions,
		object: ScatterNdOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 98,
		accessor: SelectV2Options,
		object: SelectV2OptionsT
	},
	{
		union: "BuiltinOptions",
		number: 99,
		accessor: DensifyOptions,
		object: DensifyOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 100,
		accessor: SegmentSumOptions,
		object: SegmentSumOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 101,
		accessor: BatchMatMulOptions,
		object: BatchMatMulOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 102,
		accessor: CumsumOptions,
		object: CumsumOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 103,
		accessor: CallOnceOptions,
		object: CallOnceOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 104,
		accessor: BroadcastToOptions,
		object: BroadcastToOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 105,
		accessor: Rfft2dOptions,
		object: Rfft2dOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 106,
		accessor: Conv3DOptions,
		object: Conv3DOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 107,
		accessor: HashtableOptions,
		object: HashtableOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 108,
		accessor: HashtableFindOptions,
		object: HashtableFindOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 109,
		accessor: HashtableImportOptions,
		object: HashtableImportOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 110,
		accessor: HashtableSizeOptions,
		object: HashtableSizeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 111,
		accessor: VarHandleOptions,
		object: VarHandleOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 112,
		accessor: ReadVariableOptions,
		object: ReadVariableOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 113,
		accessor: AssignVariableOptions,
		object: AssignVariableOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 114,
		accessor: RandomOptions,
		object: RandomOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 115,
		accessor: BucketizeOptions,
		object: BucketizeOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 116,
		accessor: GeluOptions,
		object: GeluOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 117,
		accessor: DynamicUpdateSliceOptions,
		object: DynamicUpdateSliceOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 118,
		accessor: UnsortedSegmentProdOptions,
		object: UnsortedSegmentProdOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 119,
		accessor: UnsortedSegmentMaxOptions,
		object: UnsortedSegmentMaxOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 120,
		accessor: UnsortedSegmentMinOptions,
		object: UnsortedSegmentMinOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 121,
		accessor: UnsortedSegmentSumOptions,
		object: UnsortedSegmentSumOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 122,
		accessor: ATan2Options,
		object: ATan2OptionsT
	},
	{
		union: "BuiltinOptions",
		number: 123,
		accessor: SignOptions,
		object: SignOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 124,
		accessor: BitcastOptions,
		object: BitcastOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 125,
		accessor: BitwiseXorOptions,
		object: BitwiseXorOptionsT
	},
	{
		union: "BuiltinOptions",
		number: 126,
		accessor: RightShiftOptions,
		object: RightShiftOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 1,
		accessor: StablehloConcatenateOptions,
		object: StablehloConcatenateOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 2,
		accessor: StablehloBroadcastInDimOptions,
		object: StablehloBroadcastInDimOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 3,
		accessor: StablehloSliceOptions,
		object: StablehloSliceOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 4,
		accessor: StablehloConvolutionOptions,
		object: StablehloConvolutionOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 5,
		accessor: StablehloCustomCallOptions,
		object: StablehloCustomCallOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 6,
		accessor: StablehloReduceOptions,
		object: StablehloReduceOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 7,
		accessor: StablehloScatterOptions,
		object: StablehloScatterOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 8,
		accessor: StablehloCompareOptions,
		object: StablehloCompareOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 9,
		accessor: StablehloDynamicSliceOptions,
		object: StablehloDynamicSliceOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 10,
		accessor: StablehloPadOptions,
		object: StablehloPadOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 11,
		accessor: StablehloIotaOptions,
		object: StablehloIotaOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 12,
		accessor: StablehloDotGeneralOptions,
		object: StablehloDotGeneralOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 13,
		accessor: StablehloReduceWindowOptions,
		object: StablehloReduceWindowOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 14,
		accessor: StablehloSortOptions,
		object: StablehloSortOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 15,
		accessor: StablehloWhileOptions,
		object: StablehloWhileOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 16,
		accessor: StablehloGatherOptions,
		object: StablehloGatherOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 17,
		accessor: StablehloTransposeOptions,
		object: StablehloTransposeOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 18,
		accessor: DilateOptions,
		object: DilateOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 19,
		accessor: StablehloRngBitGeneratorOptions,
		object: StablehloRngBitGeneratorOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 20,
		accessor: ReduceWindowOptions,
		object: ReduceWindowOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 21,
		accessor: StableHLOCompositeOptions,
		object: StableHLOCompositeOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 22,
		accessor: StablehloShiftLeftOptions,
		object: StablehloShiftLeftOptionsT
	},
	{
		union: "BuiltinOptions2",
		number: 23,
		accessor: StablehloCaseOptions,
		object: StablehloCaseOptionsT
	}
];
// src/model/navigate.ts
function producers(subgraph) {
	const result = new Map();
	for (const operator of subgraph.operators) for (const output of operator.outputs) result.set(output, operator);
	return result;
}
function consumers(subgraph) {
	const result = new Map();
	for (const operator of subgraph.operators) for (const input of new Set(operator.inputs)) {
		if (input === null) continue;
		const readers = result.get(input);
		if (readers) readers.push(operator);
		else result.set(input, [operator]);
	}
	return result;
}
function calledSubgraphs(operator) {
	const o = operator.options;
	if (o instanceof IfOptionsT) return [o.thenSubgraphIndex, o.elseSubgraphIndex];
	if (o instanceof WhileOptionsT || o instanceof StablehloWhileOptionsT) return [o.condSubgraphIndex, o.bodySubgraphIndex];
	if (o instanceof CallOnceOptionsT) return [o.initSubgraphIndex];
	if (o instanceof CallOptionsT) return [o.subgraph];
	if (o instanceof StableHLOCompositeOptionsT) return [o.decompositionSubgraphIndex];
	if (o instanceof StablehloCaseOptionsT) return o.branchSubgraphIndices;
	if (o instanceof StablehloCustomCallOptionsT) return o.calledComputations;
	if (o instanceof StablehloReduceOptionsT || o instanceof StablehloReduceWindowOptionsT) return [o.bodySubgraphIndex];
	if (o instanceof StablehloScatterOptionsT) return [o.updateComputationSubgraphIndex];
	if (o instanceof StablehloSortOptionsT) return [o.comparatorSubgraphIndex];
	return [];
}
function usedTensors(model) {
	const used = new Set();
	const add = (tensor) => {
		if (tensor === null || used.has(tensor)) return;
		used.add(tensor);
		const details = tensor.quantization?.details;
		if (details && details.kind !== "custom") {
			add(details.scales);
			add(details.zeroPoints);
		}
	};
	for (const subgraph of model.subgraphs) {
		for (const tensor of [...subgraph.inputs, ...subgraph.outputs]) add(tensor);
		for (const { inputs, outputs, intermediates } of subgraph.operators) for (const tensor of [
			...inputs,
			...outputs,
			...intermediates
		]) add(tensor);
	}
	for (const { inputs, outputs } of model.signatures) for (const { tensor } of [...inputs, ...outputs]) add(tensor);
	return used;
}
// src/model/float16.ts
const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);
function float16ToFloat32(words) {
	const floats = new Float32Array(words.length);
	const bits = new Uint32Array(floats.buffer);
	for (let i = 0; i < words.length; i++) {
		const word = words[i];
		const sign = (word & 32768) << 16;
		const exponent = word & 31744;
		const rest = word & 32767;
		if (exponent === 0) floats[i] = (sign ? -1 : 1) * rest * 2 ** -24;
		else bits[i] = (sign | (rest << 13) + (exponent === 31744 ? 1879048192 : 939524096)) >>> 0;
	}
	return floats;
}
function float32ToFloat16(floats) {
	const words = new Uint16Array(floats.length);
	for (let i = 0; i < floats.length; i++) {
		scratch[0] = floats[i];
		const bits = scratchBits[0];
		words[i] = bits >>> 16 & 32768 | halfOfMagnitude(bits & 2147483647);
	}
	return words;
}
function halfOfMagnitude(bits) {
	if (bits >= 1199570944) return bits > 2139095040 ? 32256 : 31744;
	if (bits >= 947912704) return bits - 939524096 + 4095 + (bits >> 13 & 1) >> 13;
	scratchBits[0] = bits;
	scratch[0] = scratch[0] + .5;
	return scratchBits[0] - 1056964608;
}
function bfloat16ToFloat32(words) {
	const floats = new Float32Array(words.length);
	const bits = new Uint32Array(floats.buffer);
	for (let i = 0; i < words.length; i++) bits[i] = words[i] << 16;
	return floats;
}
// src/model/packing.ts
function unpackBits(packed, count, bits, signed) {
	const values = new Int8Array(count);
	const perByte = 8 / bits;
	const shift = 32 - bits;
	for (let i = 0; i < count; i++) {
		const word = packed[Math.floor(i / perByte)] >>> i % perByte * bits;
		values[i] = signed ? word << shift >> shift : word << shift >>> shift;
	}
	return values;
}
function packBits(values, bits) {
	const perByte = 8 / bits;
	const packed = new Uint8Array(Math.ceil(values.length / perByte));
	const mask = (1 << bits) - 1;
	for (let i = 0; i < values.length; i++) packed[Math.floor(i / perByte)] |= (values[i] & mask) << i % perByte * bits;
	return packed;
}
// src/model/tensors.ts
const maxTensorBytes = 2 ** 29;
const elementTypes = {
	[0]: {
		bits: 32,
		array: Float32Array
	},
	[1]: {
		bits: 16,
		array: Uint16Array
	},
	[18]: {
		bits: 16,
		array: Uint16Array
	},
	[10]: {
		bits: 64,
		array: Float64Array
	},
	[21]: {
		bits: 8,
		array: Uint8Array
	},
	[22]: {
		bits: 8,
		array: Uint8Array
	},
	[8]: {
		bits: 64,
		array: Float32Array
	},
	[11]: {
		bits: 128,
		array: Float64Array
	},
	[6]: {
		bits: 8,
		array: Uint8Array
	},
	[19]: {
		bits: 2,
		array: Uint8Array
	},
	[17]: {
		bits: 4,
		array: Uint8Array
	},
	[20]: {
		bits: 4,
		array: Uint8Array
	},
	[9]: {
		bits: 8,
		array: Int8Array
	},
	[3]: {
		bits: 8,
		array: Uint8Array
	},
	[7]: {
		bits: 16,
		array: Int16Array
	},
	[16]: {
		bits: 16,
		array: Uint16Array
	},
	[2]: {
		bits: 32,
		array: Int32Array
	},
	[15]: {
		bits: 32,
		array: Uint32Array
	},
	[4]: {
		bits: 64,
		array: BigInt64Array
	},
	[12]: {
		bits: 64,
		array: BigUint64Array
	}
};
function bitsPerElement(type) {
	return elementTypes[type]?.bits ?? null;
}
function elementCount(shape) {
	if (shape.includes(0)) return 0;
	const product = shape.reduce((count, size) => count * size, 1);
	return Number.isSafeInteger(product) ? product : Infinity;
}
function byteCount(type, shape) {
	const bits = bitsPerElement(type);
	return bits === null ? null : Math.ceil(elementCount(shape) * bits / 8);
}
function tensorName(tensor) {
	return tensor.name ? `tensor "${tensor.name}"` : "a tensor without a name";
}
function typedData(tensor) {
	const { type, shape, data, sparsity } = tensor;
	if (data === null) throw new Error(`${tensorName(tensor)} is no constant`);
	const bytes = sparsity ? null : byteCount(type, shape);
	return elementsOf(type, bytes === null ? data : data.subarray(0, bytes));
}
function elementsOf(type, data) {
	const array = elementTypes[type]?.array ?? Uint8Array;
	const length = Math.floor(data.byteLength / array.BYTES_PER_ELEMENT);
	if (data.byteOffset % array.BYTES_PER_ELEMENT === 0) return new array(data.buffer, data.byteOffset, length);
	return new array(data.slice().buffer, 0, length);
}
function bytesOf(values) {
	return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
function shapeText(shape) {
	return `[${shape.join(", ")}]`;
}
// src/model/sparsity.ts
const maxRank = 8;
function assertSparsity(tensor, fail) {
	const { sparsity, shape } = tensor;
	if (!sparsity) return;
	const rank = shape.length;
	const { traversalOrder, blockMap, dimMetadata } = sparsity;
	const count = rank + blockMap.length;
	if (rank > maxRank || blockMap.length > rank) fail(`its sparsity has too many dimensions`);
	if (traversalOrder.length !== count || dimMetadata.length !== count) fail(`its sparsity describes ${dimMetadata.length} dimensions in place of ${count}`);
	if (!isPermutation(traversalOrder.slice(0, rank), 0) || !isPermutation(traversalOrder.slice(rank), rank)) fail("its sparsity visits a dimension twice or not at all");
	if (new Set(blockMap).size < blockMap.length || blockMap.some((dimension) => !(dimension in shape))) fail("its sparsity has blocks of a dimension that does not exist");
	const dense = byteCount(tensor.type, shape);
	if (dense === null || dense > maxTensorBytes) fail("it is too large, or of a wrong type, for a sparse tensor");
	const stored = countStored(levelsOf(sparsity, shape, fail), fail);
	const bytes = byteCount(tensor.type, [stored]);
	if (tensor.data && bytes !== null && tensor.data.length < bytes) fail(`its data has ${tensor.data.length} bytes, and its sparsity needs ${bytes}`);
}
function isPermutation(values, first) {
	return [...values].sort((a, b) => a - b).every((value, i) => value === first + i);
}
function levelsOf({ traversalOrder, blockMap, dimMetadata }, shape, fail) {
	const rank = shape.length;
	const blocks = shape.map(() => 1);
	dimMetadata.forEach((metadata, i) => {
		const block = blockMap[traversalOrder[i] - rank];
		if (block !== void 0) blocks[block] = metadata.denseSize;
	});
	const strides = shape.map((_, i) => elementCount(shape.slice(i + 1)));
	return dimMetadata.map((metadata, i) => {
		const dimension = traversalOrder[i];
		const original = dimension < rank ? dimension : blockMap[dimension - rank];
		const block = blocks[original];
		if (!(block > 0) || shape[original] % block !== 0) fail(`its sparsity has blocks of ${block} in ${shape[original]}`);
		const size = dimension < rank ? shape[original] / block : block;
		return {
			size,
			stride: strides[original] * (dimension < rank ? block : 1),
			compressed: compressedOf(metadata, size, dimension < rank, fail)
		};
	});
}
function compressedOf(metadata, size, mayCompress, fail) {
	if (metadata.format === 0) {
		if (metadata.denseSize !== size) fail(`its sparsity has ${metadata.denseSize} indices in a dimension of ${size}`);
		return null;
	}
	const segments = metadata.arraySegments?.values;
	const indices = metadata.arrayIndices?.values;
	if (!segments || !indices || !mayCompress) fail("its sparsity lacks the indices of a dimension");
	if (indices.some((index) => index < 0 || index >= size)) fail(`its sparsity has an index outside of ${size}`);
	return {
		segments,
		indices
	};
}
function countStored(levels, fail) {
	let count = 1;
	for (const { size, compressed } of levels) {
		if (!compressed) {
			count *= size;
			continue;
		}
		const { segments, indices } = compressed;
		const rising = segments.every((segment, i) => segment >= (segments[i - 1] ?? 0));
		if (segments.length !== count + 1 || segments[0] !== 0 || segments.at(-1) !== indices.length || !rising) fail("its sparsity has segments that do not fit its indices");
		count = indices.length;
	}
	return count;
}
function isUnpackable({ sparsity, data, type }) {
	return sparsity !== null && data !== null && (bitsPerElement(type) ?? 0) >= 8;
}
function densify(tensor) {
	const { sparsity, shape } = tensor;
	if (!sparsity || !isUnpackable(tensor)) throw new Error(`${tensorName(tensor)} is not sparse`);
	const levels = levelsOf(sparsity, shape, (problem) => {
		throw new Error(`${tensorName(tensor)}: ${problem}`);
	});
	const values = typedData(tensor);
	const dense = new values.constructor(elementCount(shape));
	const fill = (depth, parent, offset) => {
		const level = levels[depth];
		if (!level) {
			dense[offset] = values[parent];
			return;
		}
		const { size, stride, compressed } = level;
		const first = compressed ? compressed.segments[parent] : parent * size;
		const last = compressed ? compressed.segments[parent + 1] : first + size;
		for (let i = first; i < last; i++) {
			const index = compressed ? compressed.indices[i] : i - first;
			fill(depth + 1, i, offset + index * stride);
		}
	};
	fill(0, 0, 0);
	return new Uint8Array(dense.buffer);
}
// src/model/dequantize.ts
function realValues(tensor) {
	const dense = tensor.sparsity ? {
		...tensor,
		data: densify(tensor),
		sparsity: null
	} : tensor;
	const stored = storedNumbers(dense);
	if (stored instanceof Float32Array) return stored;
	const { quantization } = dense;
	if (stored instanceof Float64Array || !quantization) return Float32Array.from(stored, Number);
	const { details } = quantization;
	if (details?.kind === "blockwise") return fromBlocks(stored, details, tensor);
	if (details) throw new Error(`${tensorName(tensor)}: ${details.kind} quantization can't be undone`);
	if (quantization.scale.length === 0) return Float32Array.from(stored, Number);
	return fromScales(stored, quantization, dense.shape);
}
const numberTypes = new Set([
	1,
	18,
	0,
	10,
	19,
	17,
	20,
	9,
	3,
	7,
	16,
	2,
	15,
	4
]);
const holdsNumbers = (type) => numberTypes.has(type);
function storedNumbers(tensor) {
	const data = typedData(tensor);
	const count = elementCount(tensor.shape);
	switch (tensor.type) {
		case 1: return float16ToFloat32(data.subarray(0, count));
		case 18: return bfloat16ToFloat32(data.subarray(0, count));
		case 17: return unpackBits(data, count, 4, true);
		case 20: return unpackBits(data, count, 4, false);
		case 19: return unpackBits(data, count, 2, true);
		case 0:
		case 10:
		case 9:
		case 3:
		case 7:
		case 16:
		case 2:
		case 15:
		case 4: return data.subarray(0, count);
		default: throw new Error(`${tensorName(tensor)} is of type ${TensorType[tensor.type]}, which has no real values`);
	}
}
function fromScales(stored, quantization, shape) {
	const { scale, zeroPoint, axis } = quantization;
	const zeroPoints = Float64Array.from(zeroPoint, Number);
	const values = new Float32Array(stored.length);
	const channels = scale.length;
	const inner = channels > 1 ? elementCount(shape.slice(axis + 1)) : stored.length;
	let channel = 0;
	for (let start = 0; start < stored.length; start += inner) {
		const s = scale[channel];
		const z = zeroPoints[zeroPoints.length > 1 ? channel : 0] ?? 0;
		const end = Math.min(start + inner, stored.length);
		for (let i = start; i < end; i++) values[i] = s * (Number(stored[i]) - z);
		channel = channel + 1 < channels ? channel + 1 : 0;
	}
	return values;
}
function fromBlocks(stored, { scales, zeroPoints, blockSize }, tensor) {
	const scale = realValues(scales);
	const zero = zeroPoints && realValues(zeroPoints);
	if (blockSize <= 0 || scale.length * blockSize !== stored.length) throw new Error(`${tensorName(tensor)}: ${scale.length} scales don't fit blocks of ${blockSize}`);
	const values = new Float32Array(stored.length);
	for (let i = 0; i < stored.length; i++) {
		const block = Math.floor(i / blockSize);
		values[i] = scale[block] * (Number(stored[i]) - (zero?.[block] ?? 0));
	}
	return values;
}
// src/model/operators/channels.ts
function last(tensor, channel) {
	return {
		tensor,
		axis: tensor.shape.length - 1,
		...channel && { channel }
	};
}
function width(tensor) {
	return tensor.shape.at(-1) ?? 1;
}
const keepsEachChannel = ({ inputs: [input], outputs }) => {
	if (!input || outputs.some((output) => width(output) !== width(input))) return "changes their number";
	return [[input, ...outputs].map((tensor) => last(tensor))];
};
const broadcastsChannels = ({ inputs, outputs: [output] }) => {
	if (!output) return "has no output";
	return [[...inputs.filter((input) => input !== null && width(input) === width(output)), output].map((tensor) => last(tensor))];
};
function regroupsChannels(input, output) {
	const channel = modulo(commonDivisor(width(input), width(output)));
	return [last(input, channel), last(output, channel)];
}
function joinedChannels(parts, whole) {
	let offset = 0;
	return [...parts.map((part) => {
		const start = offset;
		offset += width(part);
		return last(part, (index) => start + index);
	}), last(whole)];
}
const modulo = (period) => (index) => index % period;
function commonDivisor(a, b) {
	return b === 0 ? a : commonDivisor(b, a % b);
}
function integersOf(tensor) {
	if (!tensor?.data) return null;
	if (tensor.type !== 2 && tensor.type !== 4) return null;
	return Array.from(typedData(tensor), Number);
}
function replaceIntegers(operator, input, values) {
	const constant = operator.inputs[input];
	const before = integersOf(constant);
	if (!constant || !before || before.every((value, i) => value === values[i])) return;
	const data = bytesOf(constant.type === 4 ? BigInt64Array.from(values, BigInt) : Int32Array.from(values));
	operator.inputs[input] = {
		...constant,
		shape: [...constant.shape],
		data
	};
}
function sparesLast(axes, rank) {
	return integersOf(axes)?.every((axis) => axis !== -1 && axis !== rank - 1) ?? null;
}
// src/model/operators/rule.ts
const free = (version) => ({
	version,
	output: "free"
});
const same = (version) => ({
	version,
	output: "same"
});
const fixed = (version, scale, zeroPoint) => ({
	version,
	output: {
		scale,
		zeroPoint
	}
});
const unary = (kernels) => ({
	inputs: ["activation", "index"],
	outputs: ["activation"],
	kernels
});
const binary = (kernels) => ({
	inputs: ["activation", "activation"],
	needs: 2,
	takes: 2,
	outputs: ["activation"],
	kernels
});
function unlessCurved({ options }) {
	if (!options || !("fusedActivationFunction" in options)) return true;
	return options.fusedActivationFunction <= 3;
}
function optionsOf({ options }, kind) {
	return options instanceof kind ? options : new kind();
}
function activationPassesFactors({ options }) {
	if (!options || !("fusedActivationFunction" in options)) return true;
	const fused = options.fusedActivationFunction;
	return fused === 0 || fused === 1;
}
function keepsChannels({ inputs: [input], outputs }) {
	const channels = input?.shape.at(-1);
	return channels !== void 0 && outputs.every(({ shape }) => shape.at(-1) === channels);
}
function elements(tensor) {
	return tensor ? elementCount(tensor.shape) : 0;
}
// src/model/operators/activation.ts
const elementwise$1 = (kernels) => ({
	...unary(kernels),
	channels: keepsEachChannel
});
const exact = (kernels) => ({
	...elementwise$1(kernels),
	sameBitsNatively: () => true
});
const normalization = (kernels) => ({
	...unary(kernels),
	channels: () => "normalizes over all of them"
});
const sigmoidSaturates = {
	min: -Math.log(511),
	max: Math.log(255)
};
const tanhSaturates = {
	min: sigmoidSaturates.min / 2,
	max: sigmoidSaturates.max / 2
};
const cutting = (version, min, max) => ({
	...free(version),
	saturates: {
		min,
		max
	}
});
const activations = {
	[19]: {
		...exact({
			int8: cutting(2, 0, Infinity),
			int16: free(3)
		}),
		passesFactors: () => true,
		sparseLayout: "within"
	},
	[21]: {
		...exact({
			int8: cutting(2, 0, 6),
			int16: free(3)
		}),
		sparseLayout: "within"
	},
	[20]: exact({ int8: cutting(1, -1, 1) }),
	[152]: exact({ int8: cutting(1, 0, 1) }),
	[98]: {
		...exact({
			int8: free(1),
			int16: free(2)
		}),
		passesFactors: () => true,
		sparseLayout: "within"
	},
	[54]: {
		...binary({ int8: free(1) }),
		channels: broadcastsChannels,
		sameBitsNatively: () => true
	},
	[111]: elementwise$1({ int8: free(1) }),
	[150]: elementwise$1({
		int8: free(2),
		int16: free(2)
	}),
	[117]: {
		...exact({ int8: cutting(1, -3, Infinity) }),
		sparseLayout: "within"
	},
	[14]: {
		...elementwise$1({
			int8: {
				...fixed(2, 1 / 256, -128),
				saturates: sigmoidSaturates
			},
			int16: fixed(3, 1 / 32768, 0)
		}),
		sparseLayout: "within"
	},
	[28]: elementwise$1({
		int8: {
			...fixed(2, 1 / 128, 0),
			saturates: tanhSaturates
		},
		int16: fixed(3, 1 / 32768, 0)
	}),
	[25]: normalization({
		int8: fixed(2, 1 / 256, -128),
		int16: fixed(3, 1 / 32768, 0)
	}),
	[50]: normalization({ int8: fixed(2, 16 / 256, 127) }),
	[11]: normalization({ int8: fixed(2, 1 / 128, 0) }),
	[13]: normalization({})
};
// src/model/operators/matrix-channels.ts
function weightsAxis(tensor, axis, weights, channel) {
	return {
		tensor,
		axis,
		weights,
		...channel && { channel }
	};
}
function weightedChannels(positions, axes) {
	return ({ inputs, outputs: [output] }) => {
		const [input, weights, bias] = positions.map((position) => inputs[position]);
		if (!input || !weights || !output) return "has no input";
		if (!isRow(bias)) return severalDimensions;
		const [read, write] = axes;
		const groups = width(input) / weights.shape[read];
		if (groups !== 1) return [groupedLink(input, weights, write, bias, output, groups)];
		return [[last(input), weightsAxis(weights, read, "read")], [
			weightsAxis(weights, write, "write"),
			...optional(bias),
			last(output)
		]];
	};
}
function groupedLink(input, weights, write, bias, output, groups) {
	const [depth, rows] = [width(input) / groups, width(output) / groups];
	const group = (size) => (index) => Math.floor(index / size);
	return [
		last(input, group(depth)),
		weightsAxis(weights, write, "write", group(rows)),
		...optional(bias, group(rows)),
		last(output, group(rows))
	];
}
function optional(bias, channel) {
	return bias ? [last(bias, channel)] : [];
}
const severalDimensions = "has a bias of several dimensions";
const isRow = (bias) => !bias || width(bias) === elementCount(bias.shape);
const depthwiseChannels = ({ inputs: [input, weights, bias], outputs: [output] }) => {
	if (!input || !weights || !output) return "has no input";
	if (!isRow(bias)) return severalDimensions;
	if (width(input) > 1) return [groupedLink(input, weights, 3, bias, output, width(input))];
	return [[
		weightsAxis(weights, 3, "write"),
		...optional(bias),
		last(output)
	]];
};
const resizeDepthwise = (operator, kept) => {
	const options = optionsOf(operator, DepthwiseConv2DOptionsT);
	options.depthMultiplier = kept(operator.outputs[0]) / kept(operator.inputs[0]);
	operator.options = options;
};
const fullyConnectedChannels = (operator) => {
	const { inputs: [input, weights, bias], outputs: [output] } = operator;
	if (!input || !output || weights?.shape.length !== 2) return "has no input";
	if (optionsOf(operator, FullyConnectedOptionsT).weightsFormat) return "shuffles its weights";
	if (!isRow(bias)) return severalDimensions;
	const channel = modulo(commonDivisor(width(input), weights.shape[1]));
	return [[last(input, channel), weightsAxis(weights, 1, "read", channel)], [
		weightsAxis(weights, 0, "write"),
		...optional(bias),
		last(output)
	]];
};
const batchMatMulChannels = (operator) => {
	const { adjX, adjY } = optionsOf(operator, BatchMatMulOptionsT);
	const { inputs: [left, right], outputs: [output] } = operator;
	if (!left || !output || !right?.data || right.shape.length < 2) return "multiplies computed matrices";
	if (adjX) return "transposes them";
	const columns = right.shape.length - 1;
	return [[last(left), weightsAxis(right, adjY ? columns : columns - 1, "read")], [weightsAxis(right, adjY ? columns - 1 : columns, "write"), last(output)]];
};
const tableChannels = ({ inputs: [, table], outputs: [output] }) => table?.data && output ? [[weightsAxis(table, table.shape.length - 1, "write"), last(output)]] : "reads a computed table";
const resizeTransposeConv = (operator, kept) => {
	const shape = integersOf(operator.inputs[0]);
	if (shape) replaceIntegers(operator, 0, [...shape.slice(0, -1), kept(operator.outputs[0])]);
};
const conversionChannels = ({ inputs: [input], outputs: [output] }) => {
	if (!input || !output) return "has no input";
	return (input.data ? input.shape.map((_, axis) => axis) : [input.shape.length - 1]).map((axis) => [{
		tensor: input,
		axis
	}, {
		tensor: output,
		axis
	}]);
};
// src/model/operators/conversion.ts
const isPerChannel = (quantization) => (quantization?.scale.length ?? 0) > 1;
const conversions = {
	[114]: {
		converts: "quantization",
		transparent: true,
		inputs: ["activation"],
		outputs: ["activation"],
		kernels: {},
		anyType: true,
		channels: conversionChannels,
		version: quantizeVersion
	},
	[6]: {
		converts: "quantization",
		transparent: true,
		unpacks: true,
		computesOnLoading: true,
		inputs: ["activation"],
		outputs: ["activation"],
		kernels: {},
		anyType: true,
		channels: conversionChannels,
		version: dequantizeVersion
	}
};
function quantizeVersion({ inputs: [input], outputs: [output] }) {
	if ([input?.type, output?.type].includes(17)) return 4;
	if (isPerChannel(output?.quantization)) return 3;
	return output?.type === 7 ? 2 : 1;
}
function dequantizeVersion({ inputs: [input] }) {
	switch (input?.type) {
		case 17: return 6;
		case 9: return isPerChannel(input.quantization) ? 5 : 2;
		case 7:
		case 1: return 3;
		default: return 1;
	}
}
// src/model/operators/told-elements.ts
const toldShape = (position) => ({ inputs }) => times(numbersOf(inputs[position]), 1);
const toldRepeats = ({ inputs: [input, multiples] }) => times(numbersOf(multiples), input ? elementCount(input.shape) : 0);
const toldDepth = ({ inputs: [indices, depth] }) => times(numbersOf(depth)?.slice(0, 1), indices ? elementCount(indices.shape) : 0);
const toldRange = ({ inputs }) => {
	const [start, limit, step] = inputs.map((input) => numbersOf(input)?.[0]);
	if (start === void 0 || limit === void 0 || step === void 0) return null;
	return Math.ceil(Math.abs((limit - start) / step));
};
function toldSize({ inputs: [input, size] }) {
	const [batch = 1, , , channels = 1] = input?.shape ?? [];
	return times(numbersOf(size), batch * channels);
}
function toldMargins({ inputs: [input, paddings] }) {
	const margins = numbersOf(paddings);
	if (!margins || !input) return null;
	return elementCount(input.shape.map((size, i) => size + (margins[2 * i] ?? 0) + (margins[2 * i + 1] ?? 0)));
}
function times(factors, count) {
	return factors ? factors.reduce((product, factor) => product * factor, count) : null;
}
const plain = new Set([
	2,
	4,
	0
]);
const maxNumbers = 64;
function numbersOf(tensor) {
	if (!tensor?.data || tensor.sparsity || !plain.has(tensor.type)) return null;
	return elementCount(tensor.shape) <= maxNumbers ? Array.from(typedData(tensor), Number).slice(0, maxNumbers) : null;
}
// src/model/operators/convolution.ts
const convolutions = {
	[3]: {
		inputs: [
			"activation",
			"weights",
			"bias"
		],
		needs: 2,
		takes: 3,
		outputs: ["activation"],
		weights: () => [{
			input: 1,
			axis: 0,
			rank: 4
		}],
		kernels: {
			int8: {
				...free(3),
				int4Version: 7
			},
			int16: {
				...free(4),
				int32BiasVersion: 8
			},
			hybrid: {
				...free(5),
				perTensorVersion: 2
			},
			hybrid4: free(7)
		},
		version: (operator) => isGrouped(operator) ? 6 : 1,
		readsFloat16: true,
		sameBitsNatively: unlessCurved,
		channels: weightedChannels([
			0,
			1,
			2
		], [3, 0]),
		macs: (operator) => elements(operator.outputs[0]) * perOutputChannel(operator, 0)
	},
	[4]: {
		inputs: [
			"activation",
			"weights",
			"bias"
		],
		needs: 2,
		takes: 3,
		outputs: ["activation"],
		weights: () => [{
			input: 1,
			axis: 3,
			rank: 4,
			wants8Bits: true
		}],
		kernels: {
			int8: free(3),
			int16: free(5),
			hybrid: {
				...free(6),
				perTensorVersion: 4,
				undelegated: true
			}
		},
		readsFloat16: true,
		sameBitsNatively: unlessCurved,
		channels: depthwiseChannels,
		resize: resizeDepthwise,
		macs: (operator) => elements(operator.outputs[0]) * perOutputChannel(operator, 3)
	},
	[67]: {
		inputs: [
			"index",
			"weights",
			"activation",
			"bias"
		],
		needs: 3,
		takes: 4,
		outputs: ["activation"],
		weights: () => [{
			input: 1,
			axis: 0,
			rank: 4
		}],
		kernels: {
			int8: free(2),
			int16: {
				...free(2),
				int32BiasVersion: 5
			},
			hybrid: free(2)
		},
		version: (operator) => operator.inputs[3] ? 3 : 1,
		toldElements: toldShape(0),
		sameBitsNatively: unlessCurved,
		channels: weightedChannels([
			2,
			1,
			3
		], [3, 0]),
		resize: resizeTransposeConv,
		macs: ({ inputs: [, weights, data] }) => elements(data) / (data?.shape.at(-1) || 1) * elements(weights)
	},
	[132]: {
		inputs: [
			"activation",
			"weights",
			"bias"
		],
		needs: 2,
		takes: 3,
		outputs: ["activation"],
		weights: () => [{
			input: 1,
			axis: 4,
			rank: 5
		}],
		kernels: {},
		channels: weightedChannels([
			0,
			1,
			2
		], [3, 4]),
		macs: (operator) => elements(operator.outputs[0]) * perOutputChannel(operator, 4)
	}
};
function perOutputChannel({ inputs: [, weights] }, axis) {
	return elements(weights) / (weights?.shape[axis] || 1);
}
function isGrouped({ inputs: [data, weights] }) {
	return data?.shape[3] !== weights?.shape[3];
}
// src/model/operators/elementwise.ts
const arithmetic = (kernels) => ({
	...binary(kernels),
	channels: broadcastsChannels
});
const mapping = (kernels) => ({
	...unary(kernels),
	channels: keepsEachChannel
});
const comparing = {
	...arithmetic({
		int8: same(2),
		int16: same(4)
	}),
	sameBitsNatively: () => true
};
const comparison = (int16) => ({
	...arithmetic({
		int8: free(2),
		int16: free(int16)
	}),
	outputs: ["index"]
});
const ofWholeNumbers = {
	...arithmetic({}),
	floatOnly: "its integer kernels know of no scales"
};
const minSumScale = (bits) => (inputs) => 2.001 * Math.max(...inputs) / 2 ** bits;
const sums = (int16) => ({
	int8: {
		...free(2),
		minOutputScale: minSumScale(20)
	},
	int16: {
		...free(int16),
		minOutputScale: minSumScale(15)
	}
});
const minSquareScale = (inputs) => {
	const twice = 2.001 * Math.max(...inputs);
	return twice * twice / 2 ** 14;
};
const elementwise = {
	[0]: {
		...arithmetic(sums(3)),
		sparseLayout: "within",
		passesFactors: sumPassesFactors,
		sameBitsNatively: unlessCurved
	},
	[41]: {
		...arithmetic(sums(5)),
		sparseLayout: "within",
		passesFactors: sumPassesFactors,
		sameBitsNatively: unlessCurved
	},
	[18]: {
		...arithmetic({
			int8: free(2),
			int16: free(4)
		}),
		version: rescaledProduct,
		sparseLayout: "within",
		sameBitsNatively: unlessCurved
	},
	[42]: {
		...arithmetic({}),
		floatOnly: "a divisor near zero would be stored as zero, which the kernel refuses at run time"
	},
	[99]: arithmetic({ int8: {
		...free(2),
		minOutputScale: minSquareScale
	} }),
	[55]: comparing,
	[57]: comparing,
	[101]: mapping({
		int8: free(2),
		int16: free(3)
	}),
	[75]: mapping({
		int8: free(2),
		int16: free(2)
	}),
	[76]: mapping({
		int8: free(2),
		int16: free(3)
	}),
	[47]: mapping({
		int8: free(2),
		int16: free(2)
	}),
	[73]: mapping({
		int8: free(2),
		int16: free(2)
	}),
	[59]: mapping({ int16: same(1) }),
	[92]: mapping({}),
	[66]: mapping({}),
	[108]: mapping({}),
	[8]: mapping({}),
	[104]: mapping({}),
	[116]: mapping({}),
	[158]: mapping({}),
	[78]: arithmetic({}),
	[156]: arithmetic({}),
	[90]: ofWholeNumbers,
	[95]: ofWholeNumbers,
	[106]: {
		inputs: ["activation"],
		outputs: ["activation"],
		kernels: {},
		channels: broadcastsChannels
	},
	[128]: {
		...unary({}),
		needs: 2
	},
	[71]: comparison(4),
	[72]: comparison(4),
	[61]: comparison(2),
	[62]: comparison(3),
	[58]: comparison(3),
	[63]: comparison(2)
};
function rescaledProduct({ inputs: [left, right], outputs: [output] }) {
	return scaleOf(left) * scaleOf(right) / scaleOf(output) >= 1 ? 3 : 1;
}
function sumPassesFactors(operator) {
	const [left, right] = operator.inputs;
	return left?.shape.at(-1) === right?.shape.at(-1) && keepsChannels(operator) && activationPassesFactors(operator);
}
const scaleOf = (tensor) => tensor?.quantization?.scale[0] ?? NaN;
// src/model/operators/matrix.ts
const leastScale = ([left = 0, right = 0]) => 1.01 * left * right / 256;
const matrices = {
	[9]: {
		inputs: [
			"activation",
			"weights",
			"bias"
		],
		needs: 2,
		takes: 3,
		outputs: ["activation"],
		weights: () => [{
			input: 1,
			axis: 0
		}],
		kernels: {
			int8: {
				...free(4),
				int4Version: 10,
				refuses: sparse
			},
			int16: {
				...free(7),
				int32BiasVersion: 11,
				refuses: sparse
			},
			hybrid: {
				...free(12),
				perTensorVersion: 9,
				refuses: sparse
			},
			hybrid4: {
				...free(12),
				refuses: (operator) => sparse(operator) ?? oddRows(operator)
			}
		},
		version: (operator) => Math.max(operator.inputs.length === 2 ? 6 : 1, optionsOf(operator, FullyConnectedOptionsT).keepNumDims ? 5 : 1),
		readsFloat16: true,
		sameBitsNatively: (operator) => operator.inputs[1]?.data != null && unlessCurved(operator),
		channels: fullyConnectedChannels,
		macs: ({ inputs: [data, weights] }) => elements(data) / (weights?.shape[1] || 1) * elements(weights)
	},
	[126]: {
		inputs: ["activation", "activation"],
		needs: 2,
		takes: 2,
		outputs: ["activation"],
		weights: () => [{
			input: 1,
			axis: null
		}],
		kernels: {
			int8: {
				...free(2),
				minOutputScale: leastScale
			},
			int16: free(3),
			hybrid: free(4)
		},
		channels: batchMatMulChannels,
		macs: (operator) => elements(operator.outputs[0]) * innerSize(operator)
	},
	[7]: {
		inputs: ["index", "activation"],
		needs: 2,
		outputs: ["activation"],
		weights: () => [{
			input: 1,
			axis: 0
		}],
		channels: tableChannels,
		kernels: {
			int8: same(1),
			int16: same(1),
			hybrid: free(4),
			hybrid4: {
				...free(4),
				refuses: oddRows
			}
		}
	}
};
function sparse({ inputs: [, weights] }) {
	return weights?.sparsity ? "its weights are stored sparse" : null;
}
function oddRows({ inputs: [, weights] }) {
	return (weights?.shape[1] ?? 0) % 2 === 1 ? "its weights have an odd number of inputs" : null;
}
function innerSize(operator) {
	const transposed = optionsOf(operator, BatchMatMulOptionsT).adjX;
	return operator.inputs[0]?.shape.at(transposed ? -2 : -1) ?? 0;
}
// src/model/operators/pooling.ts
const reducesPixels = ({ inputs: [input, axes], outputs: [output] }) => input && output && sparesLast(axes, input.shape.length) ? [[last(input), last(output)]] : "reduces over all of them";
const reduction = (kernels) => ({
	...unary(kernels),
	needs: 2,
	channels: reducesPixels
});
const reductions = {
	[1]: {
		...unary({
			int8: same(2),
			int16: same(3)
		}),
		averages: true,
		sameBitsNatively: unlessCurved,
		channels: keepsEachChannel,
		passesFactors: activationPassesFactors
	},
	[17]: {
		...unary({
			int8: same(2),
			int16: same(3)
		}),
		sameBitsNatively: unlessCurved,
		channels: keepsEachChannel,
		passesFactors: activationPassesFactors
	},
	[12]: {
		...unary({}),
		channels: keepsEachChannel
	},
	[40]: {
		...reduction({
			int8: free(2),
			int16: free(3)
		}),
		passesFactors: leavesChannels,
		sameBitsNatively: leavesChannels,
		sparseLayout: "end"
	},
	[74]: reduction({
		int8: free(2),
		int16: same(1)
	}),
	[82]: reduction({
		int8: same(2),
		int16: same(3)
	}),
	[89]: reduction({
		int8: same(2),
		int16: same(3)
	}),
	[81]: reduction({
		int8: free(2),
		int16: free(2)
	}),
	[56]: {
		...unary({ int8: free(2) }),
		needs: 2,
		outputs: ["index"]
	},
	[79]: {
		...unary({ int8: free(2) }),
		needs: 2,
		outputs: ["index"]
	},
	[48]: {
		...unary({
			int8: same(2),
			int16: same(3)
		}),
		needs: 2,
		outputs: ["activation", "index"]
	}
};
function leavesChannels(operator) {
	const [input, axes] = operator.inputs;
	if (!input || !axes?.data || axes.type !== 2 || !keepsChannels(operator)) return false;
	const last = input.shape.length - 1;
	return Array.from(typedData(axes), Number).every((axis) => axis !== last && axis !== -1);
}
// src/model/operators/recurrent.ts
const floatOnly = "its recurrent state needs 16-bit kernels that litetrim does not prepare";
const lstmMatrices = [
	1,
	2,
	3,
	4,
	5,
	6,
	7,
	8,
	16
];
const lstm = {
	inputs: lstmRoles(),
	outputs: ["activation"],
	weights: (operator) => present(operator, lstmMatrices),
	kernels: {},
	floatOnly,
	macs: (operator) => steps(operator) * sum(operator, lstmMatrices)
};
const recurrent = {
	[16]: lstm,
	[44]: lstm,
	[27]: {
		inputs: [
			"activation",
			"weights",
			"weights",
			"bias",
			"state"
		],
		needs: 3,
		outputs: ["activation"],
		weights: (operator) => present(operator, [1, 2]),
		kernels: {},
		floatOnly,
		macs: (operator) => steps(operator) * sum(operator, [1, 2])
	}
};
function lstmRoles() {
	const roles = Array.from({ length: 24 }, () => "weights");
	roles[0] = "activation";
	for (const bias of [
		12,
		13,
		14,
		15,
		17
	]) roles[bias] = "bias";
	for (const state of [18, 19]) roles[state] = "state";
	return roles;
}
function present({ inputs }, positions) {
	return positions.filter((input) => inputs[input]).map((input) => ({
		input,
		axis: null
	}));
}
function steps({ inputs: [data] }) {
	return elements(data) / (data?.shape.at(-1) || 1);
}
function sum({ inputs }, positions) {
	return positions.reduce((total, position) => total + elements(inputs[position]), 0);
}
// src/model/operators/shape-channels.ts
const unknownAtRunTime = "is told at run time what to do";
const movesChannels = "moves them to another dimension";
const reshapeChannels = ({ inputs: [input, shape], outputs: [output] }) => {
	if (!input || !output) return "has no input";
	return shape && !shape.data ? unknownAtRunTime : [regroupsChannels(input, output)];
};
function resizesShape(position) {
	return (operator, kept) => {
		const shape = integersOf(operator.inputs[position]);
		if (shape) replaceIntegers(operator, position, withLast(shape, kept(operator.outputs[0])));
	};
}
const resizeReshape = (operator, kept) => {
	resizesShape(1)(operator, kept);
	const { options } = operator;
	if (options instanceof ReshapeOptionsT) options.newShape = withLast(options.newShape, kept(operator.outputs[0]));
};
function withLast(shape, channels) {
	return shape.map((size, i) => i === shape.length - 1 && size !== -1 ? channels : size);
}
const transposeChannels = (operator) => {
	const order = integersOf(operator.inputs[1]);
	if (!order) return unknownAtRunTime;
	return order.at(-1) === order.length - 1 ? keepsEachChannel(operator) : movesChannels;
};
const concatenationChannels = (operator) => {
	const [output] = operator.outputs;
	const parts = operator.inputs.filter((input) => input !== null);
	if (!output) return "has no output";
	const { axis } = optionsOf(operator, ConcatenationOptionsT);
	return [axis === -1 || axis === output.shape.length - 1 ? joinedChannels(parts, output) : [...parts, output].map((tensor) => last(tensor))];
};
const splitChannels = ({ inputs: [axes, input], outputs }) => {
	const spared = input && sparesLast(axes, input.shape.length);
	if (!input || spared === null || !outputs[0]) return unknownAtRunTime;
	return [[last(input, spared ? void 0 : modulo(width(outputs[0]))), ...outputs.map((output) => last(output))]];
};
const splitVChannels = ({ inputs: [input, sizes, axes], outputs }) => {
	const spared = input && sparesLast(axes, input.shape.length);
	if (!input || spared === null || !sizes?.data) return unknownAtRunTime;
	return [spared ? [input, ...outputs].map((tensor) => last(tensor)) : joinedChannels(outputs, input)];
};
const resizeSplitV = (operator, kept) => {
	const { inputs, outputs } = operator;
	if (sparesLast(inputs[2], inputs[0].shape.length)) return;
	const resized = integersOf(inputs[1])?.map((size, i) => size === -1 ? -1 : kept(outputs[i]));
	if (resized) replaceIntegers(operator, 1, resized);
};
const packChannels = (operator) => {
	const { inputs, outputs: [output] } = operator;
	const { axis } = optionsOf(operator, PackOptionsT);
	if (!output || axis === -1 || axis === output.shape.length - 1) return movesChannels;
	return [[...inputs.filter((input) => input !== null), output].map((tensor) => last(tensor))];
};
const unpackChannels = (operator) => {
	const { inputs: [input], outputs } = operator;
	const { axis } = optionsOf(operator, UnpackOptionsT);
	if (!input || axis === -1 || axis === input.shape.length - 1) return movesChannels;
	return [[input, ...outputs].map((tensor) => last(tensor))];
};
const gatherChannels = (operator) => {
	const { inputs: [input], outputs: [output] } = operator;
	const { axis } = optionsOf(operator, GatherOptionsT);
	if (!input || !output || axis === -1 || axis === input.shape.length - 1) return "picks some of them";
	return [[last(input), last(output)]];
};
const reverseChannels = (operator) => sparesLast(operator.inputs[1], operator.inputs[0]?.shape.length ?? 0) ? keepsEachChannel(operator) : "reverses their order";
const tileChannels = ({ inputs: [input, multiples], outputs: [output] }) => {
	if (!input || !output || !multiples?.data) return unknownAtRunTime;
	return [[last(input), last(output, modulo(width(input)))]];
};
const stackChannels = ({ inputs: [input], outputs: [output] }) => input && output ? [regroupsChannels(input, output)] : "has no input";
const broadcastToChannels = ({ inputs: [input, shape], outputs: [output] }) => {
	if (!input || !output || !shape?.data) return unknownAtRunTime;
	return [[...width(input) === width(output) ? [last(input)] : [], last(output)]];
};
const padChannels = ({ inputs: [input, paddings], outputs: [output] }) => {
	const [before] = lastPadding(paddings) ?? [];
	if (!input || !output || before === void 0) return unknownAtRunTime;
	return [[last(input, (index) => before + index), last(output)]];
};
const resizePad = (operator, kept) => {
	const { inputs, outputs } = operator;
	const [before, after] = lastPadding(inputs[1]);
	const channels = width(outputs[0]);
	const [first, behind] = [kept(outputs[0], 0, before), kept(outputs[0], channels - after, channels)];
	replaceIntegers(operator, 1, [
		...integersOf(inputs[1]).slice(0, -2),
		first,
		behind
	]);
};
function lastPadding(paddings) {
	const values = integersOf(paddings);
	return values && values.length >= 2 ? [values.at(-2), values.at(-1)] : null;
}
const sliceChannels = ({ inputs: [input, begins, sizes], outputs: [output] }) => {
	const begin = integersOf(begins)?.at(-1);
	if (!input || !output || begin === void 0 || !sizes?.data) return unknownAtRunTime;
	return [[last(input), last(output, (index) => begin + index)]];
};
const resizeSlice = (operator, kept) => {
	const [input, begins, sizes] = operator.inputs;
	const [begin, size] = [integersOf(begins), integersOf(sizes)];
	replaceIntegers(operator, 1, [...begin.slice(0, -1), kept(input, 0, begin.at(-1))]);
	replaceIntegers(operator, 2, withLast(size, kept(operator.outputs[0])));
};
const stridedSliceChannels = (operator) => {
	const { inputs, outputs, options } = operator;
	const [input] = inputs;
	const [output] = outputs;
	if (!input || !output || inputs.slice(1).some((each) => !each?.data)) return unknownAtRunTime;
	const part = lastPart(operator);
	if (!(options instanceof StridedSliceOptionsT) || !part) return "picks some of them";
	return [[last(input), last(output, (index) => part.begin + index)]];
};
const resizeStridedSlice = (operator, kept) => {
	const part = lastPart(operator);
	const [input, begins, ends] = operator.inputs;
	const [begin, end] = [integersOf(begins), integersOf(ends)];
	if (!part || begin.length < input.shape.length) return;
	replaceIntegers(operator, 1, [...begin.slice(0, -1), kept(input, 0, part.begin)]);
	const { offset } = optionsOf(operator, StridedSliceOptionsT);
	replaceIntegers(operator, 2, [...end.slice(0, -1), kept(input, offset ? part.begin : 0, part.end)]);
};
function lastPart(operator) {
	const { inputs } = operator;
	const { beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask, offset } = optionsOf(operator, StridedSliceOptionsT);
	const [begins, ends, strides] = inputs.slice(1).map(integersOf);
	const input = inputs[0];
	if (ellipsisMask || newAxisMask || !begins || !ends || !strides) return null;
	const axis = input.shape.length - 1;
	if (begins.length <= axis) return {
		begin: 0,
		end: width(input)
	};
	if (strides[axis] !== 1 || shrinkAxisMask >> axis & 1) return null;
	const from = beginMask >> axis & 1 ? 0 : fromStart(begins[axis], width(input));
	const end = offset ? from + ends[axis] : ends[axis];
	return {
		begin: from,
		end: endMask >> axis & 1 ? width(input) : fromStart(end, width(input))
	};
}
function fromStart(index, size) {
	return Math.max(0, Math.min(size, index < 0 ? index + size : index));
}
// src/model/operators/shape.ts
const moves = (inputs, kernels, needs = inputs.length) => ({
	inputs,
	needs,
	outputs: ["activation"],
	kernels,
	sameBitsNatively: () => true
});
const movesOne = (kernels, needs = 2) => moves(["activation", "index"], kernels, needs);
const movesByOptions = (kernels) => movesOne(kernels, 1);
const shapes = {
	[22]: {
		...movesByOptions({
			int8: same(1),
			int16: same(1)
		}),
		transparent: true,
		reshapes: true,
		passesFactors: () => true,
		channels: reshapeChannels,
		resize: resizeReshape
	},
	[43]: {
		...movesByOptions({
			int8: same(1),
			int16: same(1)
		}),
		transparent: true,
		reshapes: true,
		passesFactors: () => true,
		channels: reshapeChannels
	},
	[70]: {
		...movesByOptions({
			int8: same(1),
			int16: same(1)
		}),
		reshapes: true,
		passesFactors: () => true,
		channels: reshapeChannels
	},
	[39]: {
		...movesOne({
			int8: same(2),
			int16: same(5)
		}),
		channels: transposeChannels
	},
	[65]: {
		...movesOne({
			int8: same(2),
			int16: same(4)
		}, 3),
		channels: sliceChannels,
		resize: resizeSlice
	},
	[45]: {
		...movesOne({
			int8: same(2),
			int16: same(1)
		}, 4),
		channels: stridedSliceChannels,
		resize: resizeStridedSlice
	},
	[49]: {
		...moves(["index", "activation"], {
			int8: same(2),
			int16: same(4)
		}),
		channels: splitChannels
	},
	[102]: {
		...moves(["activation", "index"], {
			int8: same(2),
			int16: same(1)
		}),
		channels: splitVChannels,
		resize: resizeSplitV
	},
	[2]: {
		...moves(["activation"], {
			int8: same(2),
			int16: same(3)
		}),
		channels: concatenationChannels
	},
	[83]: {
		...moves(["activation"], {
			int8: same(2),
			int16: same(3)
		}),
		channels: packChannels
	},
	[88]: {
		...moves(["activation"], {
			int8: same(2),
			int16: same(4)
		}),
		computesOnLoading: true,
		channels: unpackChannels
	},
	[36]: {
		...movesOne({
			int8: same(2),
			int16: same(4)
		}),
		computesOnLoading: true,
		channels: gatherChannels
	},
	[107]: movesOne({
		int8: same(1),
		int16: same(3)
	}),
	[122]: {
		...moves([
			"index",
			"activation",
			"index"
		], { int8: same(1) }),
		toldElements: toldShape(2)
	},
	[151]: moves([
		"activation",
		"activation",
		"index"
	], {
		int8: same(1),
		int16: same(4)
	}),
	[34]: {
		...movesOne({
			int8: same(2),
			int16: same(3)
		}),
		toldElements: toldMargins,
		sparseLayout: "within",
		passesFactors: keepsChannels,
		channels: padChannels,
		resize: resizePad
	},
	[60]: {
		...moves([
			"activation",
			"index",
			"activation"
		], {
			int8: same(2),
			int16: same(3)
		}),
		toldElements: toldMargins,
		channels: padChannels,
		resize: resizePad
	},
	[100]: {
		...movesOne({
			int8: same(2),
			int16: same(3)
		}),
		toldElements: toldMargins,
		passesFactors: keepsChannels,
		channels: keepsEachChannel
	},
	[69]: {
		...movesOne({
			int8: same(3),
			int16: same(3)
		}),
		toldElements: toldRepeats,
		computesOnLoading: true,
		channels: tileChannels
	},
	[130]: {
		...movesOne({
			int8: same(3),
			int16: same(3)
		}),
		toldElements: toldShape(1),
		channels: broadcastToChannels,
		resize: resizesShape(1)
	},
	[94]: {
		...moves(["index", "activation"], {
			int8: same(3),
			int16: same(3)
		}),
		toldElements: toldShape(0)
	},
	[105]: {
		...movesOne({
			int8: same(3),
			int16: same(3)
		}),
		channels: reverseChannels
	},
	[112]: movesOne({ int16: same(1) }),
	[64]: moves([
		"index",
		"activation",
		"activation"
	], {
		int8: same(1),
		int16: same(1)
	}),
	[123]: {
		...moves([
			"index",
			"activation",
			"activation"
		], {
			int8: same(1),
			int16: same(1)
		}),
		channels: broadcastsChannels
	},
	[37]: {
		...movesOne({
			int8: same(2),
			int16: same(4)
		}, 3),
		channels: keepsEachChannel
	},
	[38]: {
		...movesOne({
			int8: same(2),
			int16: same(4)
		}, 3),
		channels: keepsEachChannel
	},
	[26]: {
		...movesByOptions({ int8: same(2) }),
		channels: stackChannels
	},
	[5]: {
		...movesByOptions({ int8: same(2) }),
		sparseLayout: "end",
		channels: stackChannels
	},
	[23]: {
		...unary({
			int8: same(2),
			int16: same(4)
		}),
		toldElements: toldSize,
		averages: true,
		needs: 2,
		version: halfPixel,
		channels: keepsEachChannel
	},
	[97]: {
		...movesOne({
			int8: same(2),
			int16: same(4)
		}),
		toldElements: toldSize,
		version: halfPixel,
		channels: keepsEachChannel
	},
	[77]: {
		...unary({}),
		outputs: ["index"],
		anyType: true,
		tellsShape: true
	},
	[110]: {
		...unary({}),
		outputs: ["index"],
		anyType: true,
		tellsShape: true
	}
};
function halfPixel({ options }) {
	return options && "halfPixelCenters" in options && options.halfPixelCenters ? 3 : 1;
}
// src/model/operators/unruled.ts
const unruled = {
	[53]: { converts: "type" },
	[124]: { unpacks: true },
	[85]: { toldElements: toldDepth },
	[96]: {
		toldElements: toldRange,
		sizedByValues: true,
		computesOnLoading: true
	},
	[103]: { sizedByValues: true },
	[109]: { sizedByValues: true },
	[118]: { sizedByValues: true },
	[119]: { sizedByValues: true },
	[32]: { sizedByValues: true },
	[143]: { sizedByValues: true },
	[144]: { remembers: true },
	[149]: { remembers: true },
	[146]: { remembers: true },
	[148]: { remembers: true }
};
// src/model/operators/index.ts
const table$1 = {
	...convolutions,
	...matrices,
	...reductions,
	...activations,
	...elementwise,
	...shapes,
	...recurrent,
	...conversions
};
function operatorRule(code) {
	return table$1[code];
}
function ruleOf(operator) {
	const rule = table$1[operator.code];
	return rule && isComplete(operator, rule) ? rule : void 0;
}
function factsOf({ code }) {
	return table$1[code] ?? unruled[code] ?? nothing;
}
const nothing = {};
function hasWrongTensors({ code, inputs, outputs }) {
	const rule = table$1[code];
	if (!rule) return false;
	const { needs = 1, takes = Number.POSITIVE_INFINITY } = rule;
	if (inputs.length < needs || inputs.length > takes || outputs.length === 0) return true;
	return !inputs.slice(0, needs).every((input, i) => input || inputRole(rule, i) === "index");
}
function isComplete(operator, rule) {
	const { inputs } = operator;
	if (hasWrongTensors(operator)) return false;
	const places = rule.weights?.(operator) ?? [];
	return places.every((place) => areWeights(inputs[place.input], place)) && fitsBias(operator, rule, places);
}
function fitsBias({ inputs }, rule, [place]) {
	if (!place || place.axis === null) return true;
	const channels = inputs[place.input]?.shape[place.axis];
	return inputs.every((input, i) => !input || inputRole(rule, i) !== "bias" || elementCount(input.shape) === channels);
}
function areWeights(tensor, { axis, rank }) {
	if (!tensor || !holdsNumbers(tensor.type)) return false;
	const dimensions = tensor.shape.length;
	return rank === void 0 ? axis === null || axis < dimensions : dimensions === rank;
}
function knownOperators() {
	return Object.keys(table$1).map(Number);
}
function operatorName(operator) {
	if (operator.code === 32) return operator.customCode ?? "CUSTOM";
	return BuiltinOperator[operator.code] ?? `operator ${operator.code}`;
}
function inputRole(rule, position) {
	return rule.inputs[Math.min(position, rule.inputs.length - 1)];
}
function outputRole(rule, position) {
	return rule.outputs[Math.min(position, rule.outputs.length - 1)];
}
function macs(operator) {
	return ruleOf(operator)?.macs?.(operator) ?? 0;
}
function totalMacs(operators) {
	return operators.reduce((sum, operator) => sum + macs(operator), 0);
}
function kernelType(operator, rule) {
	const { inputs, outputs } = operator;
	const computed = inputs.find((tensor, position) => tensor && !tensor.data && inputRole(rule, position) === "activation") ?? outputs.find((_, position) => outputRole(rule, position) === "activation");
	if (computed?.type === 9) return "int8";
	if (computed?.type === 7) return "int16";
	const weights = rule.weights?.(operator).map(({ input }) => inputs[input]?.type) ?? [];
	if (weights.includes(17)) return "hybrid4";
	return weights.includes(9) ? "hybrid" : null;
}
function raiseVersion(operator) {
	const rule = ruleOf(operator);
	if (!rule) return;
	const kernel = kernelType(operator, rule);
	const demanded = kernel && rule.kernels[kernel] ? kernelVersion(rule.kernels[kernel], operator, rule) : 1;
	operator.version = Math.max(operator.version, rule.version?.(operator) ?? 1, demanded);
}
function kernelVersion({ version, perTensorVersion, int4Version, int32BiasVersion }, operator, rule) {
	const [weights] = rule.weights?.(operator).map(({ input }) => operator.inputs[input]) ?? [];
	if (int32BiasVersion && quantizedBiasType(operator) === 2) return int32BiasVersion;
	if (int4Version && weights?.type === 17) return int4Version;
	return weights?.quantization?.scale.length === 1 ? perTensorVersion ?? version : version;
}
function quantizedBiasType({ options }) {
	return options && "quantizedBiasType" in options ? options.quantizedBiasType : void 0;
}
// src/model/interface.ts
function mainSubgraph(model) {
	const subgraph = model.signatures[0]?.subgraph ?? model.subgraphs[0];
	if (!subgraph) throw new InputError("the model has no subgraph to run");
	return subgraph;
}
function modelInterface(model) {
	const subgraph = mainSubgraph(model);
	const names = new Map(model.signatures[0]?.inputs.map(({ name, tensor }) => [tensor, name]));
	return {
		inputs: subgraph.inputs.map((tensor) => ({
			name: names.get(tensor) ?? tensor.name,
			shape: tensor.shape,
			...isOpen(tensor) && { open: tensor.shapeSignature },
			type: tensor.type,
			quantization: quantizationOf(tensor)
		})),
		classes: classesOf(subgraph.outputs[0], headOf(subgraph))
	};
}
function isOpen({ shape, shapeSignature }) {
	return shapeSignature?.some((size, axis) => size === -1 && (axis > 0 || shape.length === 1)) ?? false;
}
function quantizationOf({ quantization }) {
	const scale = quantization?.scale[0];
	return scale ? {
		scale,
		zeroPoint: Number(quantization.zeroPoint[0] ?? 0n)
	} : null;
}
function headOf(subgraph) {
	const computedBy = producers(subgraph);
	let operator = subgraph.outputs[0] && computedBy.get(subgraph.outputs[0]);
	while (operator && factsOf(operator).transparent) {
		const input = operator.inputs[0];
		operator = input ? computedBy.get(input) : void 0;
	}
	return operator ?? null;
}
function logitsOf(model) {
	const head = headOf(mainSubgraph(model));
	return head?.code === 25 ? head.inputs[0] ?? null : null;
}
function classesOf(output, head) {
	if (!output || isClassNumber(output) || isOpen(output)) return null;
	const shape = output.shape;
	const count = elementCount(shape);
	if (count === 1) return head?.code === 14 ? 2 : null;
	return shape.at(-1) === count ? count : null;
}
function isClassNumber(tensor) {
	const { type } = tensor;
	return elementCount(tensor.shape) === 1 && (type === 2 || type === 4);
}
// src/model/assert-graph.ts
function assertGraph(model, source) {
	if (model.subgraphs.length === 0) source.fail("model", "it has no subgraph, so there is nothing to run");
	model.subgraphs.forEach((subgraph, index) => {
		assertOrder(subgraph, model.subgraphs.length > 1 ? `subgraph ${index}, ` : "", source);
	});
	assertCalls(model, source);
}
function assertOrder(subgraph, prefix, source) {
	const computed = new Set(subgraph.operators.flatMap(({ outputs }) => outputs));
	const ready = new Set(subgraph.inputs);
	const missing = new Set();
	subgraph.operators.forEach((operator, index) => {
		const place = `${prefix}operator ${index} (${operator.customCode ?? BuiltinOperator[operator.code]})`;
		for (const input of operator.inputs) {
			if (input === null || input.data !== null || ready.has(input)) continue;
			if (computed.has(input)) source.fail(place, `it reads "${input.name}" before that is computed`);
			if (input.isVariable) continue;
			if (elementCount(input.shape) > 0) missing.add(input);
		}
		for (const output of operator.outputs) {
			if (output.data !== null) source.fail(place, `it computes "${output.name}", which is a constant`);
			if (ready.has(output)) source.fail(place, `it computes "${output.name}", which is there already`);
			ready.add(output);
		}
	});
	for (const tensor of missing) source.warn(`${prefix}tensor "${tensor.name}"`, "it is read, but nothing computes it");
}
function assertCalls(model, source) {
	const calls = model.subgraphs.map((subgraph) => [...new Set(subgraph.operators.flatMap(calledSubgraphs))]);
	const callers = calls.map(() => 0);
	calls.forEach((called, index) => {
		for (const other of called) {
			if (!(other in calls)) source.fail(`subgraph ${index}`, `it calls subgraph ${other}, and the file has ${calls.length}`);
			callers[other]++;
		}
	});
	const free = callers.flatMap((count, index) => count === 0 ? [index] : []);
	for (const index of free) for (const other of calls[index]) if (--callers[other] === 0) free.push(other);
	if (free.length < calls.length) source.fail(`subgraph ${callers.findIndex((count) => count > 0)}`, "it calls itself, directly or by others");
}
// src/model/read-tensor.ts
function readTensor(source, table, index) {
	const name = source.text(table.name(import_flatbuffers.Encoding.UTF8_BYTES), index) ?? "";
	const place = name ? `${index} ("${name.slice(0, 80)}")` : index;
	const tensor = {
		name,
		type: table.type(),
		...readShape(source, table, place),
		data: null,
		quantization: null,
		sparsity: table.sparsity()?.unpack() ?? null,
		isVariable: table.isVariable(),
		hasRank: table.hasRank(),
		variantTensors: list(table.variantTensorsLength(), (i) => readVariant(table.variantTensors(i)))
	};
	if (table.externalBuffer() !== 0) source.fail(place, "its data is in another file, and litetrim works on models of one file only");
	tensor.data = readData(source, table.buffer(), tensor, place);
	if (tensor.data === null && tensor.shape.length > 1 && tensor.shapeSignature?.[0] === -1) tensor.shape[0] = 1;
	tensor.quantization = readQuantization(source, table.quantization(), tensor, place);
	if (tensor.sparsity) assertSparsity(tensor, (problem) => source.fail(place, problem));
	return tensor;
}
function list(count, item) {
	return Array.from({ length: count }, (_, index) => item(index));
}
function readShape(source, table, place) {
	const stored = list(table.shapeLength(), (i) => table.shape(i));
	let signature = list(table.shapeSignatureLength(), (i) => table.shapeSignature(i));
	if (signature.length === 0) signature = null;
	if ([...stored, ...signature ?? []].some((dimension) => dimension < -1)) source.fail(place, `its shape [${stored.join(", ")}] has a negative dimension`);
	if (signature && signature.length !== stored.length) source.fail(place, `its shape has ${stored.length} dimensions and its shape signature ${signature.length}`);
	if (stored.includes(-1)) signature = stored.map((dimension, i) => dimension < 0 ? -1 : signature?.[i] ?? dimension);
	const shape = stored.map((dimension) => dimension < 0 ? 1 : dimension);
	let product = 1;
	for (const dimension of shape) {
		product *= dimension;
		if (product * 16 > Number.MAX_SAFE_INTEGER) source.fail(place, `its shape [${shape.join(", ")}] is too large`);
	}
	return {
		shape,
		shapeSignature: signature
	};
}
function readVariant(table) {
	return {
		shape: list(table.shapeLength(), (i) => table.shape(i)),
		type: table.type(),
		hasRank: table.hasRank()
	};
}
function readData(source, buffer, tensor, place) {
	const data = source.buffer(buffer, place);
	if (buffer === 0) {
		if (data && data.length > 0) source.warn(place, "the bytes of buffer 0 are ignored");
		return null;
	}
	if (data === null) return null;
	const expected = tensor.sparsity ? null : byteCount(tensor.type, tensor.shape);
	if (data.length === 0 && elementCount(tensor.shape) > 0 && !tensor.sparsity) return null;
	if (expected !== null && data.length < expected) source.fail(place, `its data has ${data.length} bytes, and its shape [${tensor.shape.join(", ")}] needs ${expected}`);
	if (expected !== null && data.length > expected) source.warn(place, `the data has more bytes than the shape needs`);
	if (tensor.type === 5) assertTexts(source, data, place);
	if (tensor.isVariable) source.warn(place, "a variable with constant data, which LiteRT refuses");
	return data;
}
function assertTexts(source, data, place) {
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	const count = data.length < 4 ? -1 : view.getInt32(0, true);
	if (count < 0 || 4 * (count + 2) > data.length) source.fail(place, "its texts are corrupt");
	let previous = 4 * (count + 2);
	for (let i = 0; i <= count; i++) {
		const start = view.getInt32(4 + 4 * i, true);
		if (start < previous || start > data.length) source.fail(place, "its texts are corrupt");
		previous = start;
	}
}
function readQuantization(source, table, tensor, place) {
	if (!table) return null;
	const quantization = {
		scale: Float32Array.from(list(table.scaleLength(), (i) => table.scale(i))),
		zeroPoint: BigInt64Array.from(list(table.zeroPointLength(), (i) => table.zeroPoint(i))),
		axis: table.quantizedDimension(),
		min: Float32Array.from(list(table.minLength(), (i) => table.min(i))),
		max: Float32Array.from(list(table.maxLength(), (i) => table.max(i))),
		details: null
	};
	if (quantization.scale.length > 0) assertQuantization(source, quantization, tensor, place);
	const empty = [
		quantization.scale,
		quantization.zeroPoint,
		quantization.min,
		quantization.max
	].every((values) => values.length === 0);
	const hasDetails = table.detailsType() !== 0 && table.details(new CustomQuantization()) !== null;
	return empty && quantization.axis === 0 && !hasDetails ? null : quantization;
}
function assertQuantization(source, quantization, tensor, place) {
	const { scale, zeroPoint, axis } = quantization;
	if (zeroPoint.length !== scale.length && zeroPoint.length !== 1) source.fail(place, `it has ${scale.length} scales and ${zeroPoint.length} zero points`);
	if (zeroPoint.length !== scale.length) source.warn(place, "one zero point for several scales, which LiteRT refuses");
	const rank = tensor.shape.length;
	if (axis < 0) source.fail(place, `it is quantized along dimension ${axis}`);
	if (rank > 0 && axis >= rank) {
		source.warn(place, `quantized along dimension ${axis} of ${rank}, which LiteRT refuses`);
		return;
	}
	if (scale.length > 1 && rank > 0 && scale.length !== tensor.shape[axis]) source.fail(place, `it has ${scale.length} scales for the ${tensor.shape[axis]} indices of dimension ${axis}`);
	if (!scale.every((value) => value >= 0 && value < Infinity)) source.warn(place, "a scale is negative or not a number");
}
function readDetails(source, table, tensor, tensors, index) {
	const parameters = table.quantization();
	if (!parameters || !tensor.quantization) return;
	const at = (number) => tensors[number] ?? source.fail(index, `its quantization refers to tensor ${number}, which doesn't exist`);
	tensor.quantization.details = detailsOf(parameters, at);
}
function detailsOf(table, at) {
	switch (table.detailsType()) {
		case 1: {
			const custom = table.details(new CustomQuantization());
			return custom && {
				kind: "custom",
				data: custom.customArray() ?? new Uint8Array()
			};
		}
		case 2: {
			const blockwise = table.details(new BlockwiseQuantization());
			return blockwise && {
				kind: "blockwise",
				...scalesOf(blockwise, at)
			};
		}
		case 3: {
			const multi = table.details(new MultiAxisQuantization());
			const axes = multi ? list(multi.quantizedDimensionsLength(), (i) => multi.quantizedDimensions(i)) : [];
			return multi && {
				kind: "multi-axis",
				...scalesOf(multi, at),
				axes
			};
		}
		default: return null;
	}
}
function scalesOf(table, at) {
	return {
		scales: at(table.scales()),
		zeroPoints: table.zeroPoints() === -1 ? null : at(table.zeroPoints()),
		blockSize: table.blockSize()
	};
}
function assertScales(source, tensor, place) {
	const details = tensor.quantization?.details;
	if (!details || details.kind === "custom") return;
	for (const part of [details.scales, details.zeroPoints]) if (part?.quantization?.details) source.fail(place, `its scales "${part.name}" have scales themselves`);
}
// src/model/read-operator.ts
function readOperatorCodes(source) {
	return list(source.model.operatorCodesLength(), (i) => {
		const table = source.model.operatorCodes(i);
		const code = Math.max(table.deprecatedBuiltinCode(), table.builtinCode());
		const place = `operator code ${i}`;
		const customCode = source.text(table.customCode(import_flatbuffers.Encoding.UTF8_BYTES), place);
		if (code < 0) source.fail(place, `the operator number ${code} doesn't exist`);
		if (code === 32 && !customCode) source.fail(place, "the custom operator has no name");
		return {
			code,
			customCode: code === 32 ? customCode : null,
			version: table.version()
		};
	});
}
function readOperator(source, table, codes, tensors, index) {
	const code = codes[table.opcodeIndex()];
	if (!code) source.fail(index, `operator code ${table.opcodeIndex()} doesn't exist: the file has ${codes.length}`);
	const place = `${index} (${code.customCode ?? BuiltinOperator[code.code] ?? code.code})`;
	const at = (number) => tensors[number] ?? source.fail(place, `tensor ${number} doesn't exist: the subgraph has ${tensors.length}`);
	const operator = {
		...code,
		inputs: list(table.inputsLength(), (i) => table.inputs(i) === -1 ? null : at(table.inputs(i))),
		outputs: list(table.outputsLength(), (i) => at(table.outputs(i))),
		intermediates: list(table.intermediatesLength(), (i) => at(table.intermediates(i))),
		options: readOptions(source, table, place),
		customOptions: readCustomOptions(source, table, place),
		mutatingVariableInputs: list(table.mutatingVariableInputsLength(), (i) => !!table.mutatingVariableInputs(i))
	};
	if (table.debugMetadataIndex() !== -1) operator.debugMetadataIndex = table.debugMetadataIndex();
	return operator;
}
function readOptions(source, table, place) {
	const first = unpackOptions("BuiltinOptions", table.builtinOptionsType(), (o) => table.builtinOptions(o));
	const second = unpackOptions("BuiltinOptions2", table.builtinOptions2Type(), (o) => table.builtinOptions2(o));
	if (first && second) source.fail(place, "it has options of two kinds");
	return first ?? second;
}
const accessors = new Map(builtinOptions.map((entry) => [`${entry.union} ${entry.number}`, entry.accessor]));
function unpackOptions(union, number, read) {
	const Accessor = accessors.get(`${union} ${number}`);
	return Accessor ? read(new Accessor())?.unpack() ?? null : null;
}
function readCustomOptions(source, table, place) {
	return table.customOptionsArray() ?? source.behind(table.largeCustomOptionsOffset(), table.largeCustomOptionsSize(), place);
}
// src/model/recognize.ts
const magics = [
	{
		start: "PNG",
		what: "a PNG image"
	},
	{
		start: "ÿØÿ",
		what: "a JPEG image"
	},
	{
		start: "PK",
		what: "a ZIP archive",
		hint: "If it holds a .tflite file, unpack that"
	},
	{
		start: "",
		what: "a gzip archive",
		hint: "Unpack it first"
	},
	{
		start: "HDF",
		what: "an HDF5 file (Keras)",
		hint: "Convert it with TensorFlow or ai-edge-torch"
	},
	{
		start: "NUMPY",
		what: "a NumPy array"
	},
	{
		start: "GGUF",
		what: "a GGUF model"
	},
	{
		start: "LITERTLM",
		what: "a LiteRT-LM bundle",
		hint: "Unpack its .tflite sections"
	},
	{
		start: "%PDF",
		what: "a PDF document"
	},
	{
		start: "ELF",
		what: "a program"
	},
	{
		start: "<!DOCTYPE",
		what: "a web page",
		hint: "Download the model itself"
	},
	{
		start: "<html",
		what: "a web page",
		hint: "Download the model itself"
	}
];
const identifier = "TFL3";
const lfsPointer = "version https://git-lfs";
function recognize(bytes, file) {
	if (bytes.length === 0) throw new InputError("the file is empty", {
		file,
		hint: "Export or download the model again"
	});
	if (startsWith(bytes, lfsPointer)) throw lfsPointerError(bytes, file);
	if (bytes.length >= 8 && textAt(bytes, 4, 4) === identifier) return;
	const known = magics.find(({ start }) => startsWith(bytes, start));
	if (known) throw new InputError(`this is ${known.what}, not a TensorFlow Lite model`, {
		file,
		...known.hint ? { hint: known.hint } : {}
	});
	if (bytes.length < 8) throw new InputError(`the file has only ${bytes.length} bytes: it is truncated`, { file });
	throw new InputError(`this is no TensorFlow Lite model: at byte 4 it has "${printable(textAt(bytes, 4, 4))}" instead of "${identifier}"`, { file });
}
function lfsPointerError(bytes, file) {
	const size = /^size (\d{1,15})$/m.exec(textAt(bytes, 0, 300))?.[1];
	const of = size ? ` to a file of ${size} bytes` : "";
	return new InputError(`this is a Git LFS pointer${of}, not the model itself`, {
		file,
		hint: "Run \"git lfs pull\", or check out with lfs: true"
	});
}
function startsWith(bytes, start) {
	return textAt(bytes, 0, start.length) === start;
}
function textAt(bytes, position, length) {
	return String.fromCharCode(...bytes.subarray(position, position + length));
}
function printable(text) {
	return text.replace(/[^\x20-\x7e]/g, "?");
}
// src/model/source.ts
const strictText = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
const lossyText = new TextDecoder("utf-8", { ignoreBOM: true });
var Source = class {
	bytes;
	model;
	file;
	end;
	#problems = new Map();
	#views = [];
	constructor(bytes, model, file, end) {
		this.bytes = bytes;
		this.model = model;
		this.file = file;
		this.end = end;
		for (let i = 0; i < model.buffersLength(); i++) this.#noteEnd(i, model.buffers(i));
	}
	fail(place, problem) {
		throw new InputError(problem, {
			file: this.file,
			place
		});
	}
	warn(place, problem) {
		const places = this.#problems.get(problem);
		if (places) places.push(place);
		else this.#problems.set(problem, [place]);
	}
	warnings() {
		return [...this.#problems].map(([problem, [first, ...more]]) => {
			const others = more.length > 0 ? ` (and ${more.length} more)` : "";
			return oneLine(`${first}${others}: ${problem}`);
		});
	}
	text(raw, place) {
		if (raw === null || typeof raw === "string") return raw;
		try {
			return strictText.decode(raw);
		} catch {
			this.warn(place, "the name is not UTF-8");
			return lossyText.decode(raw);
		}
	}
	buffer(index, place) {
		if (index >= this.model.buffersLength()) this.fail(place, `buffer ${index} doesn't exist: the file has ${this.model.buffersLength()}`);
		const known = this.#views[index];
		if (known !== void 0) return known;
		const buffer = this.model.buffers(index);
		const view = buffer.dataArray() ?? this.behind(buffer.offset(), buffer.size(), `buffer ${index}`);
		this.#views[index] = view;
		return view;
	}
	behind(offset, size, place) {
		if (offset === 0n && size === 0n) return null;
		const end = offset + size;
		if (offset <= 1n) this.fail(place, "its position in the file was never filled in: the writer was interrupted");
		if (end > BigInt(this.bytes.length)) this.fail(place, `it reaches to byte ${end}, but the file has ${this.bytes.length}: truncated or corrupt`);
		this.end = Math.max(this.end, Number(end));
		return this.bytes.subarray(Number(offset), Number(end));
	}
	unusedBuffers() {
		let count = 0;
		for (let i = 0; i < this.model.buffersLength(); i++) {
			const buffer = this.model.buffers(i);
			if (this.#views[i] === void 0 && (buffer.dataLength() > 0 || buffer.size() > 0n)) count++;
		}
		return count;
	}
	#noteEnd(index, buffer) {
		if (buffer.dataArray() === null) this.behind(buffer.offset(), buffer.size(), `buffer ${index}`);
	}
};
// src/model/tail.ts
const maxPadding = 63;
const endOfDirectory = 101010256;
const directoryEntry = 33639248;
const noOffset = 4294967295;
function readTail(bytes, end) {
	const rest = bytes.subarray(end);
	if (rest.length <= maxPadding && rest.every((byte) => byte === 0)) return new Uint8Array();
	return rest;
}
function relocateTail(tail, start) {
	const end = findEndOfDirectory(tail);
	if (end < 0) return tail;
	const view = viewOf(tail);
	const directory = end - view.getUint32(end + 12, true);
	const recorded = view.getUint32(end + 16, true);
	const oldStart = recorded - directory;
	if (directory < 0 || oldStart <= 0 || oldStart === start || recorded === noOffset) return tail;
	return shiftOffsets(tail, directory, end, start - oldStart);
}
function shiftOffsets(tail, directory, end, shift) {
	const moved = tail.slice();
	const view = viewOf(moved);
	view.setUint32(end + 16, view.getUint32(end + 16, true) + shift, true);
	for (let entry = directory; entry + 46 <= end;) {
		if (view.getUint32(entry, true) !== directoryEntry) return tail;
		view.setUint32(entry + 42, view.getUint32(entry + 42, true) + shift, true);
		entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
	}
	return moved;
}
function findEndOfDirectory(tail) {
	const view = viewOf(tail);
	for (let i = tail.length - 22; i >= 0 && i >= tail.length - 22 - 65535; i--) if (view.getUint32(i, true) === endOfDirectory && i + 22 + view.getUint16(i + 20, true) === tail.length) return i;
	return -1;
}
function viewOf(bytes) {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
// src/model/schema/generated/layout.ts
const tables = {
	ATan2Options: [],
	AbsOptions: [],
	AddNOptions: [],
	AddOptions: [{
		name: "fused_activation_function",
		kind: "scalar",
		bytes: 1,
		enum: "ActivationFunctionType"
	}, {
		name: "pot_scale_int16",
		kind: "scalar",
		bytes: 1
	}],
	ArgMaxOptions: [{
		name: "output_type",
		kind: "scalar",
		bytes: 1,
		enum: "TensorType"
	}],
	ArgMinOptions: [{
		name: "output_type",
		kind: "scalar",
		bytes: 1,
		enum: "TensorType"
	}],
	AssignVariableOptions: [],
	BatchMatMulOptions: [
		{
			name: "adj_x",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "adj_y",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "asymmetric_quantize_inputs",
			kind: "scalar",
			bytes: 1
		}
	],
	BatchToSpaceNDOptions: [],
	BidirectionalSequenceLSTMOptions: [
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "cell_clip",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "proj_clip",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "merge_outputs",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "time_major",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "asymmetric_quantize_inputs",
			kind: "scalar",
			bytes: 1
		}
	],
	BidirectionalSequenceRNNOptions: [
		{
			name: "time_major",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "merge_outputs",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "asymmetric_quantize_inputs",
			kind: "scalar",
			bytes: 1
		}
	],
	BitcastOptions: [],
	BitwiseXorOptions: [],
	BlockwiseQuantization: [
		{
			name: "scales",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "zero_points",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "block_size",
			kind: "scalar",
			bytes: 4
		}
	],
	BroadcastToOptions: [],
	BucketizeOptions: [{
		name: "boundaries",
		kind: "vector",
		bytes: 4
	}],
	Buffer: [
		{
			name: "data",
			kind: "vector",
			bytes: 1
		},
		{
			name: "offset",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "size",
			kind: "scalar",
			bytes: 8
		}
	],
	CallOnceOptions: [{
		name: "init_subgraph_index",
		kind: "scalar",
		bytes: 4
	}],
	CallOptions: [{
		name: "subgraph",
		kind: "scalar",
		bytes: 4
	}],
	CastOptions: [{
		name: "in_data_type",
		kind: "scalar",
		bytes: 1,
		enum: "TensorType"
	}, {
		name: "out_data_type",
		kind: "scalar",
		bytes: 1,
		enum: "TensorType"
	}],
	ConcatEmbeddingsOptions: [
		{
			name: "num_channels",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "num_columns_per_channel",
			kind: "vector",
			bytes: 4
		},
		{
			name: "embedding_dim_per_channel",
			kind: "vector",
			bytes: 4
		}
	],
	ConcatenationOptions: [{
		name: "axis",
		kind: "scalar",
		bytes: 4
	}, {
		name: "fused_activation_function",
		kind: "scalar",
		bytes: 1,
		enum: "ActivationFunctionType"
	}],
	Conv2DOptions: [
		{
			name: "padding",
			kind: "scalar",
			bytes: 1,
			enum: "Padding"
		},
		{
			name: "stride_w",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "stride_h",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "dilation_w_factor",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "dilation_h_factor",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "quantized_bias_type",
			kind: "scalar",
			bytes: 1,
			enum: "TensorType"
		}
	],
	Conv3DOptions: [
		{
			name: "padding",
			kind: "scalar",
			bytes: 1,
			enum: "Padding"
		},
		{
			name: "stride_d",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "stride_w",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "stride_h",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "dilation_d_factor",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "dilation_w_factor",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "dilation_h_factor",
			kind: "scalar",
			bytes: 4
		}
	],
	CosOptions: [],
	CumsumOptions: [{
		name: "exclusive",
		kind: "scalar",
		bytes: 1
	}, {
		name: "reverse",
		kind: "scalar",
		bytes: 1
	}],
	CustomQuantization: [{
		name: "custom",
		kind: "vector",
		bytes: 1
	}],
	DensifyOptions: [],
	DepthToSpaceOptions: [{
		name: "block_size",
		kind: "scalar",
		bytes: 4
	}],
	DepthwiseConv2DOptions: [
		{
			name: "padding",
			kind: "scalar",
			bytes: 1,
			enum: "Padding"
		},
		{
			name: "stride_w",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "stride_h",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "depth_multiplier",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "dilation_w_factor",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "dilation_h_factor",
			kind: "scalar",
			bytes: 4
		}
	],
	DequantizeOptions: [],
	DilateOptions: [],
	DimensionMetadata: [
		{
			name: "format",
			kind: "scalar",
			bytes: 1,
			enum: "DimensionType"
		},
		{
			name: "dense_size",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "array_segments_type",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "array_segments",
			kind: "union",
			union: "SparseIndexVector"
		},
		{
			name: "array_indices_type",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "array_indices",
			kind: "union",
			union: "SparseIndexVector"
		}
	],
	DivOptions: [{
		name: "fused_activation_function",
		kind: "scalar",
		bytes: 1,
		enum: "ActivationFunctionType"
	}],
	DynamicUpdateSliceOptions: [],
	EmbeddingLookupSparseOptions: [{
		name: "combiner",
		kind: "scalar",
		bytes: 1,
		enum: "CombinerType"
	}],
	EqualOptions: [],
	ExpOptions: [],
	ExpandDimsOptions: [],
	ExternalBuffer: [
		{
			name: "id",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "group",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "offset",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "length",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "packing",
			kind: "string"
		}
	],
	ExternalBufferGroup: [{
		name: "name",
		kind: "string"
	}],
	FakeQuantOptions: [
		{
			name: "min",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "max",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "num_bits",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "narrow_range",
			kind: "scalar",
			bytes: 1
		}
	],
	FillOptions: [],
	FloorDivOptions: [],
	FloorModOptions: [],
	FullyConnectedOptions: [
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "weights_format",
			kind: "scalar",
			bytes: 1,
			enum: "FullyConnectedOptionsWeightsFormat"
		},
		{
			name: "keep_num_dims",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "asymmetric_quantize_inputs",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "quantized_bias_type",
			kind: "scalar",
			bytes: 1,
			enum: "TensorType"
		}
	],
	GatherNdOptions: [],
	GatherOptions: [{
		name: "axis",
		kind: "scalar",
		bytes: 4
	}, {
		name: "batch_dims",
		kind: "scalar",
		bytes: 4
	}],
	GeluOptions: [{
		name: "approximate",
		kind: "scalar",
		bytes: 1
	}],
	GreaterEqualOptions: [],
	GreaterOptions: [],
	HardSwishOptions: [],
	HashtableFindOptions: [],
	HashtableImportOptions: [],
	HashtableOptions: [
		{
			name: "table_id",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "key_dtype",
			kind: "scalar",
			bytes: 1,
			enum: "TensorType"
		},
		{
			name: "value_dtype",
			kind: "scalar",
			bytes: 1,
			enum: "TensorType"
		}
	],
	HashtableSizeOptions: [],
	IfOptions: [{
		name: "then_subgraph_index",
		kind: "scalar",
		bytes: 4
	}, {
		name: "else_subgraph_index",
		kind: "scalar",
		bytes: 4
	}],
	Int32Vector: [{
		name: "values",
		kind: "vector",
		bytes: 4
	}],
	L2NormOptions: [{
		name: "fused_activation_function",
		kind: "scalar",
		bytes: 1,
		enum: "ActivationFunctionType"
	}],
	LSHProjectionOptions: [{
		name: "type",
		kind: "scalar",
		bytes: 1,
		enum: "LSHProjectionType"
	}],
	LSTMOptions: [
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "cell_clip",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "proj_clip",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "kernel_type",
			kind: "scalar",
			bytes: 1,
			enum: "LSTMKernelType"
		},
		{
			name: "asymmetric_quantize_inputs",
			kind: "scalar",
			bytes: 1
		}
	],
	LeakyReluOptions: [{
		name: "alpha",
		kind: "scalar",
		bytes: 4
	}],
	LessEqualOptions: [],
	LessOptions: [],
	LocalResponseNormalizationOptions: [
		{
			name: "radius",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "bias",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "alpha",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "beta",
			kind: "scalar",
			bytes: 4
		}
	],
	LogSoftmaxOptions: [],
	LogicalAndOptions: [],
	LogicalNotOptions: [],
	LogicalOrOptions: [],
	MatrixDiagOptions: [],
	MatrixSetDiagOptions: [],
	MaximumMinimumOptions: [],
	Metadata: [{
		name: "name",
		kind: "string"
	}, {
		name: "buffer",
		kind: "scalar",
		bytes: 4
	}],
	MirrorPadOptions: [{
		name: "mode",
		kind: "scalar",
		bytes: 1,
		enum: "MirrorPadMode"
	}],
	Model: [
		{
			name: "version",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "operator_codes",
			kind: "tables",
			table: "OperatorCode"
		},
		{
			name: "subgraphs",
			kind: "tables",
			table: "SubGraph"
		},
		{
			name: "description",
			kind: "string"
		},
		{
			name: "buffers",
			kind: "tables",
			table: "Buffer"
		},
		{
			name: "metadata_buffer",
			kind: "vector",
			bytes: 4
		},
		{
			name: "metadata",
			kind: "tables",
			table: "Metadata"
		},
		{
			name: "signature_defs",
			kind: "tables",
			table: "SignatureDef"
		},
		{
			name: "external_buffer_groups",
			kind: "tables",
			table: "ExternalBufferGroup"
		},
		{
			name: "external_buffers",
			kind: "tables",
			table: "ExternalBuffer"
		}
	],
	MulOptions: [{
		name: "fused_activation_function",
		kind: "scalar",
		bytes: 1,
		enum: "ActivationFunctionType"
	}],
	MultiAxisQuantization: [
		{
			name: "scales",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "zero_points",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "block_size",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "quantized_dimensions",
			kind: "vector",
			bytes: 4
		}
	],
	NegOptions: [],
	NonMaxSuppressionV4Options: [],
	NonMaxSuppressionV5Options: [],
	NotEqualOptions: [],
	OneHotOptions: [{
		name: "axis",
		kind: "scalar",
		bytes: 4
	}],
	Operator: [
		{
			name: "opcode_index",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "inputs",
			kind: "vector",
			bytes: 4
		},
		{
			name: "outputs",
			kind: "vector",
			bytes: 4
		},
		{
			name: "builtin_options_type",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "builtin_options",
			kind: "union",
			union: "BuiltinOptions"
		},
		{
			name: "custom_options",
			kind: "vector",
			bytes: 1
		},
		{
			name: "custom_options_format",
			kind: "scalar",
			bytes: 1,
			enum: "CustomOptionsFormat"
		},
		{
			name: "mutating_variable_inputs",
			kind: "vector",
			bytes: 1
		},
		{
			name: "intermediates",
			kind: "vector",
			bytes: 4
		},
		{
			name: "large_custom_options_offset",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "large_custom_options_size",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "builtin_options_2_type",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "builtin_options_2",
			kind: "union",
			union: "BuiltinOptions2"
		},
		{
			name: "debug_metadata_index",
			kind: "scalar",
			bytes: 4
		}
	],
	OperatorCode: [
		{
			name: "deprecated_builtin_code",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "custom_code",
			kind: "string"
		},
		{
			name: "version",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "builtin_code",
			kind: "scalar",
			bytes: 4,
			enum: "BuiltinOperator"
		}
	],
	PackOptions: [{
		name: "values_count",
		kind: "scalar",
		bytes: 4
	}, {
		name: "axis",
		kind: "scalar",
		bytes: 4
	}],
	PadOptions: [],
	PadV2Options: [],
	Pool2DOptions: [
		{
			name: "padding",
			kind: "scalar",
			bytes: 1,
			enum: "Padding"
		},
		{
			name: "stride_w",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "stride_h",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "filter_width",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "filter_height",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		}
	],
	PowOptions: [],
	QuantizationParameters: [
		{
			name: "min",
			kind: "vector",
			bytes: 4
		},
		{
			name: "max",
			kind: "vector",
			bytes: 4
		},
		{
			name: "scale",
			kind: "vector",
			bytes: 4
		},
		{
			name: "zero_point",
			kind: "vector",
			bytes: 8
		},
		{
			name: "details_type",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "details",
			kind: "union",
			union: "QuantizationDetails"
		},
		{
			name: "quantized_dimension",
			kind: "scalar",
			bytes: 4
		}
	],
	QuantizeOptions: [],
	RNNOptions: [{
		name: "fused_activation_function",
		kind: "scalar",
		bytes: 1,
		enum: "ActivationFunctionType"
	}, {
		name: "asymmetric_quantize_inputs",
		kind: "scalar",
		bytes: 1
	}],
	RandomOptions: [{
		name: "seed",
		kind: "scalar",
		bytes: 8
	}, {
		name: "seed2",
		kind: "scalar",
		bytes: 8
	}],
	RangeOptions: [],
	RankOptions: [],
	ReadVariableOptions: [],
	ReduceWindowOptions: [{
		name: "reduce_function",
		kind: "scalar",
		bytes: 4,
		enum: "ReduceWindowFunction"
	}],
	ReducerOptions: [{
		name: "keep_dims",
		kind: "scalar",
		bytes: 1
	}],
	ReshapeOptions: [{
		name: "new_shape",
		kind: "vector",
		bytes: 4
	}],
	ResizeBilinearOptions: [
		{
			name: "new_height",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "new_width",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "align_corners",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "half_pixel_centers",
			kind: "scalar",
			bytes: 1
		}
	],
	ResizeNearestNeighborOptions: [{
		name: "align_corners",
		kind: "scalar",
		bytes: 1
	}, {
		name: "half_pixel_centers",
		kind: "scalar",
		bytes: 1
	}],
	ReverseSequenceOptions: [{
		name: "seq_dim",
		kind: "scalar",
		bytes: 4
	}, {
		name: "batch_dim",
		kind: "scalar",
		bytes: 4
	}],
	ReverseV2Options: [],
	Rfft2dOptions: [],
	RightShiftOptions: [],
	SVDFOptions: [
		{
			name: "rank",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "asymmetric_quantize_inputs",
			kind: "scalar",
			bytes: 1
		}
	],
	ScatterNdOptions: [],
	SegmentSumOptions: [],
	SelectOptions: [],
	SelectV2Options: [],
	SequenceRNNOptions: [
		{
			name: "time_major",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "asymmetric_quantize_inputs",
			kind: "scalar",
			bytes: 1
		}
	],
	ShapeOptions: [{
		name: "out_type",
		kind: "scalar",
		bytes: 1,
		enum: "TensorType"
	}],
	SignOptions: [],
	SignatureDef: [
		{
			name: "inputs",
			kind: "tables",
			table: "TensorMap"
		},
		{
			name: "outputs",
			kind: "tables",
			table: "TensorMap"
		},
		{
			name: "signature_key",
			kind: "string"
		},
		{
			name: "deprecated_tag",
			kind: "string"
		},
		{
			name: "subgraph_index",
			kind: "scalar",
			bytes: 4
		}
	],
	SkipGramOptions: [
		{
			name: "ngram_size",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "max_skip_size",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "include_all_ngrams",
			kind: "scalar",
			bytes: 1
		}
	],
	SliceOptions: [],
	SoftmaxOptions: [{
		name: "beta",
		kind: "scalar",
		bytes: 4
	}],
	SpaceToBatchNDOptions: [],
	SpaceToDepthOptions: [{
		name: "block_size",
		kind: "scalar",
		bytes: 4
	}],
	SparseToDenseOptions: [{
		name: "validate_indices",
		kind: "scalar",
		bytes: 1
	}],
	SparsityParameters: [
		{
			name: "traversal_order",
			kind: "vector",
			bytes: 4
		},
		{
			name: "block_map",
			kind: "vector",
			bytes: 4
		},
		{
			name: "dim_metadata",
			kind: "tables",
			table: "DimensionMetadata"
		}
	],
	SplitOptions: [{
		name: "num_splits",
		kind: "scalar",
		bytes: 4
	}],
	SplitVOptions: [{
		name: "num_splits",
		kind: "scalar",
		bytes: 4
	}],
	SquareOptions: [],
	SquaredDifferenceOptions: [],
	SqueezeOptions: [{
		name: "squeeze_dims",
		kind: "vector",
		bytes: 4
	}],
	StableHLOCompositeOptions: [
		{
			name: "name",
			kind: "string"
		},
		{
			name: "decomposition_subgraph_index",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "composite_attributes",
			kind: "vector",
			bytes: 1
		},
		{
			name: "composite_attributes_format",
			kind: "scalar",
			bytes: 1,
			enum: "CustomOptionsFormat"
		},
		{
			name: "version",
			kind: "scalar",
			bytes: 4
		}
	],
	StablehloBroadcastInDimOptions: [{
		name: "broadcast_dimensions",
		kind: "vector",
		bytes: 8
	}],
	StablehloCaseOptions: [{
		name: "branch_subgraph_indices",
		kind: "vector",
		bytes: 4
	}],
	StablehloCompareOptions: [{
		name: "comparison_direction",
		kind: "scalar",
		bytes: 4,
		enum: "StablehloComparisonDirection"
	}, {
		name: "compare_type",
		kind: "scalar",
		bytes: 4,
		enum: "StablehloComparisonType"
	}],
	StablehloConcatenateOptions: [{
		name: "dimension",
		kind: "scalar",
		bytes: 8
	}],
	StablehloConvolutionOptions: [
		{
			name: "window_strides",
			kind: "vector",
			bytes: 8
		},
		{
			name: "padding",
			kind: "vector",
			bytes: 8
		},
		{
			name: "lhs_dilation",
			kind: "vector",
			bytes: 8
		},
		{
			name: "rhs_dilation",
			kind: "vector",
			bytes: 8
		},
		{
			name: "window_reversal",
			kind: "vector",
			bytes: 1
		},
		{
			name: "input_batch_dimension",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "input_feature_dimension",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "input_spatial_dimensions",
			kind: "vector",
			bytes: 8
		},
		{
			name: "kernel_input_feature_dimension",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "kernel_output_feature_dimension",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "kernel_spatial_dimensions",
			kind: "vector",
			bytes: 8
		},
		{
			name: "output_batch_dimension",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "output_feature_dimension",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "output_spatial_dimensions",
			kind: "vector",
			bytes: 8
		},
		{
			name: "feature_group_count",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "batch_group_count",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "precision_config",
			kind: "vector",
			bytes: 4,
			enum: "StablehloPrecisionConfig"
		}
	],
	StablehloCustomCallOptions: [
		{
			name: "call_target_name",
			kind: "string"
		},
		{
			name: "has_side_effect",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "backend_config",
			kind: "string"
		},
		{
			name: "api_version",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "called_computations",
			kind: "vector",
			bytes: 4
		},
		{
			name: "custom_attributes",
			kind: "vector",
			bytes: 1
		}
	],
	StablehloDotGeneralOptions: [
		{
			name: "lhs_batching_dimensions",
			kind: "vector",
			bytes: 8
		},
		{
			name: "rhs_batching_dimensions",
			kind: "vector",
			bytes: 8
		},
		{
			name: "lhs_contracting_dimensions",
			kind: "vector",
			bytes: 8
		},
		{
			name: "rhs_contracting_dimensions",
			kind: "vector",
			bytes: 8
		},
		{
			name: "precision_config",
			kind: "vector",
			bytes: 4,
			enum: "StablehloPrecisionConfig"
		}
	],
	StablehloDynamicSliceOptions: [{
		name: "slice_sizes",
		kind: "vector",
		bytes: 8
	}],
	StablehloGatherOptions: [
		{
			name: "offset_dims",
			kind: "vector",
			bytes: 8
		},
		{
			name: "collapsed_slice_dims",
			kind: "vector",
			bytes: 8
		},
		{
			name: "start_index_map",
			kind: "vector",
			bytes: 8
		},
		{
			name: "index_vector_dim",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "slice_sizes",
			kind: "vector",
			bytes: 8
		},
		{
			name: "indices_are_sorted",
			kind: "scalar",
			bytes: 1
		}
	],
	StablehloIotaOptions: [{
		name: "iota_dimension",
		kind: "scalar",
		bytes: 8
	}],
	StablehloPadOptions: [
		{
			name: "edge_padding_low",
			kind: "vector",
			bytes: 8
		},
		{
			name: "edge_padding_high",
			kind: "vector",
			bytes: 8
		},
		{
			name: "interior_padding",
			kind: "vector",
			bytes: 8
		}
	],
	StablehloReduceOptions: [{
		name: "dimensions",
		kind: "vector",
		bytes: 8
	}, {
		name: "body_subgraph_index",
		kind: "scalar",
		bytes: 4
	}],
	StablehloReduceWindowOptions: [
		{
			name: "window_dimensions",
			kind: "vector",
			bytes: 8
		},
		{
			name: "window_strides",
			kind: "vector",
			bytes: 8
		},
		{
			name: "base_dilations",
			kind: "vector",
			bytes: 8
		},
		{
			name: "window_dilations",
			kind: "vector",
			bytes: 8
		},
		{
			name: "padding",
			kind: "vector",
			bytes: 8
		},
		{
			name: "body_subgraph_index",
			kind: "scalar",
			bytes: 4
		}
	],
	StablehloRngBitGeneratorOptions: [{
		name: "algorithm",
		kind: "scalar",
		bytes: 1,
		enum: "RngAlgorithm"
	}],
	StablehloScatterOptions: [
		{
			name: "indices_are_sorted",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "update_window_dims",
			kind: "vector",
			bytes: 8
		},
		{
			name: "inserted_window_dims",
			kind: "vector",
			bytes: 8
		},
		{
			name: "scatter_dims_to_operand_dims",
			kind: "vector",
			bytes: 8
		},
		{
			name: "index_vector_dim",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "unique_indices",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "update_computation_subgraph_index",
			kind: "scalar",
			bytes: 4
		}
	],
	StablehloShiftLeftOptions: [],
	StablehloSliceOptions: [
		{
			name: "start_indices",
			kind: "vector",
			bytes: 8
		},
		{
			name: "limit_indices",
			kind: "vector",
			bytes: 8
		},
		{
			name: "strides",
			kind: "vector",
			bytes: 8
		}
	],
	StablehloSortOptions: [
		{
			name: "dimension",
			kind: "scalar",
			bytes: 8
		},
		{
			name: "is_stable",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "comparator_subgraph_index",
			kind: "scalar",
			bytes: 4
		}
	],
	StablehloTransposeOptions: [{
		name: "permutation",
		kind: "vector",
		bytes: 8
	}],
	StablehloWhileOptions: [{
		name: "cond_subgraph_index",
		kind: "scalar",
		bytes: 4
	}, {
		name: "body_subgraph_index",
		kind: "scalar",
		bytes: 4
	}],
	StridedSliceOptions: [
		{
			name: "begin_mask",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "end_mask",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "ellipsis_mask",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "new_axis_mask",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "shrink_axis_mask",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "offset",
			kind: "scalar",
			bytes: 1
		}
	],
	SubGraph: [
		{
			name: "tensors",
			kind: "tables",
			table: "Tensor"
		},
		{
			name: "inputs",
			kind: "vector",
			bytes: 4
		},
		{
			name: "outputs",
			kind: "vector",
			bytes: 4
		},
		{
			name: "operators",
			kind: "tables",
			table: "Operator"
		},
		{
			name: "name",
			kind: "string"
		},
		{
			name: "debug_metadata_index",
			kind: "scalar",
			bytes: 4
		}
	],
	SubOptions: [{
		name: "fused_activation_function",
		kind: "scalar",
		bytes: 1,
		enum: "ActivationFunctionType"
	}, {
		name: "pot_scale_int16",
		kind: "scalar",
		bytes: 1
	}],
	Tensor: [
		{
			name: "shape",
			kind: "vector",
			bytes: 4
		},
		{
			name: "type",
			kind: "scalar",
			bytes: 1,
			enum: "TensorType"
		},
		{
			name: "buffer",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "name",
			kind: "string"
		},
		{
			name: "quantization",
			kind: "table",
			table: "QuantizationParameters"
		},
		{
			name: "is_variable",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "sparsity",
			kind: "table",
			table: "SparsityParameters"
		},
		{
			name: "shape_signature",
			kind: "vector",
			bytes: 4
		},
		{
			name: "has_rank",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "variant_tensors",
			kind: "tables",
			table: "VariantSubType"
		},
		{
			name: "external_buffer",
			kind: "scalar",
			bytes: 4
		}
	],
	TensorMap: [{
		name: "name",
		kind: "string"
	}, {
		name: "tensor_index",
		kind: "scalar",
		bytes: 4
	}],
	TileOptions: [],
	TopKV2Options: [],
	TransposeConvOptions: [
		{
			name: "padding",
			kind: "scalar",
			bytes: 1,
			enum: "Padding"
		},
		{
			name: "stride_w",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "stride_h",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "quantized_bias_type",
			kind: "scalar",
			bytes: 1,
			enum: "TensorType"
		}
	],
	TransposeOptions: [],
	Uint16Vector: [{
		name: "values",
		kind: "vector",
		bytes: 2
	}],
	Uint8Vector: [{
		name: "values",
		kind: "vector",
		bytes: 1
	}],
	UnidirectionalSequenceLSTMOptions: [
		{
			name: "fused_activation_function",
			kind: "scalar",
			bytes: 1,
			enum: "ActivationFunctionType"
		},
		{
			name: "cell_clip",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "proj_clip",
			kind: "scalar",
			bytes: 4
		},
		{
			name: "time_major",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "asymmetric_quantize_inputs",
			kind: "scalar",
			bytes: 1
		},
		{
			name: "diagonal_recurrent_tensors",
			kind: "scalar",
			bytes: 1
		}
	],
	UniqueOptions: [{
		name: "idx_out_type",
		kind: "scalar",
		bytes: 1,
		enum: "TensorType"
	}],
	UnpackOptions: [{
		name: "num",
		kind: "scalar",
		bytes: 4
	}, {
		name: "axis",
		kind: "scalar",
		bytes: 4
	}],
	UnsortedSegmentMaxOptions: [],
	UnsortedSegmentMinOptions: [],
	UnsortedSegmentProdOptions: [],
	UnsortedSegmentSumOptions: [],
	VarHandleOptions: [{
		name: "container",
		kind: "string"
	}, {
		name: "shared_name",
		kind: "string"
	}],
	VariantSubType: [
		{
			name: "shape",
			kind: "vector",
			bytes: 4
		},
		{
			name: "type",
			kind: "scalar",
			bytes: 1,
			enum: "TensorType"
		},
		{
			name: "has_rank",
			kind: "scalar",
			bytes: 1
		}
	],
	WhereOptions: [],
	WhileOptions: [{
		name: "cond_subgraph_index",
		kind: "scalar",
		bytes: 4
	}, {
		name: "body_subgraph_index",
		kind: "scalar",
		bytes: 4
	}],
	ZerosLikeOptions: []
};
const enums = {
	ActivationFunctionType: { last: 5 },
	BuiltinOperator: { last: 209 },
	CombinerType: { last: 2 },
	CustomOptionsFormat: { last: 0 },
	DimensionType: { last: 1 },
	FullyConnectedOptionsWeightsFormat: { last: 1 },
	LSHProjectionType: { last: 2 },
	LSTMKernelType: { last: 1 },
	MirrorPadMode: { last: 1 },
	Padding: { last: 1 },
	ReduceWindowFunction: { last: 6 },
	RngAlgorithm: { last: 2 },
	StablehloComparisonDirection: { last: 5 },
	StablehloComparisonType: { last: 4 },
	StablehloPrecisionConfig: { last: 2 },
	TensorType: { last: 22 }
};
const unions = {
	BuiltinOptions: [
		null,
		"Conv2DOptions",
		"DepthwiseConv2DOptions",
		"ConcatEmbeddingsOptions",
		"LSHProjectionOptions",
		"Pool2DOptions",
		"SVDFOptions",
		"RNNOptions",
		"FullyConnectedOptions",
		"SoftmaxOptions",
		"ConcatenationOptions",
		"AddOptions",
		"L2NormOptions",
		"LocalResponseNormalizationOptions",
		"LSTMOptions",
		"ResizeBilinearOptions",
		"CallOptions",
		"ReshapeOptions",
		"SkipGramOptions",
		"SpaceToDepthOptions",
		"EmbeddingLookupSparseOptions",
		"MulOptions",
		"PadOptions",
		"GatherOptions",
		"BatchToSpaceNDOptions",
		"SpaceToBatchNDOptions",
		"TransposeOptions",
		"ReducerOptions",
		"SubOptions",
		"DivOptions",
		"SqueezeOptions",
		"SequenceRNNOptions",
		"StridedSliceOptions",
		"ExpOptions",
		"TopKV2Options",
		"SplitOptions",
		"LogSoftmaxOptions",
		"CastOptions",
		"DequantizeOptions",
		"MaximumMinimumOptions",
		"ArgMaxOptions",
		"LessOptions",
		"NegOptions",
		"PadV2Options",
		"GreaterOptions",
		"GreaterEqualOptions",
		"LessEqualOptions",
		"SelectOptions",
		"SliceOptions",
		"TransposeConvOptions",
		"SparseToDenseOptions",
		"TileOptions",
		"ExpandDimsOptions",
		"EqualOptions",
		"NotEqualOptions",
		"ShapeOptions",
		"PowOptions",
		"ArgMinOptions",
		"FakeQuantOptions",
		"PackOptions",
		"LogicalOrOptions",
		"OneHotOptions",
		"LogicalAndOptions",
		"LogicalNotOptions",
		"UnpackOptions",
		"FloorDivOptions",
		"SquareOptions",
		"ZerosLikeOptions",
		"FillOptions",
		"BidirectionalSequenceLSTMOptions",
		"BidirectionalSequenceRNNOptions",
		"UnidirectionalSequenceLSTMOptions",
		"FloorModOptions",
		"RangeOptions",
		"ResizeNearestNeighborOptions",
		"LeakyReluOptions",
		"SquaredDifferenceOptions",
		"MirrorPadOptions",
		"AbsOptions",
		"SplitVOptions",
		"UniqueOptions",
		"ReverseV2Options",
		"AddNOptions",
		"GatherNdOptions",
		"CosOptions",
		"WhereOptions",
		"RankOptions",
		"ReverseSequenceOptions",
		"MatrixDiagOptions",
		"QuantizeOptions",
		"MatrixSetDiagOptions",
		"HardSwishOptions",
		"IfOptions",
		"WhileOptions",
		"DepthToSpaceOptions",
		"NonMaxSuppressionV4Options",
		"NonMaxSuppressionV5Options",
		"ScatterNdOptions",
		"SelectV2Options",
		"DensifyOptions",
		"SegmentSumOptions",
		"BatchMatMulOptions",
		"CumsumOptions",
		"CallOnceOptions",
		"BroadcastToOptions",
		"Rfft2dOptions",
		"Conv3DOptions",
		"HashtableOptions",
		"HashtableFindOptions",
		"HashtableImportOptions",
		"HashtableSizeOptions",
		"VarHandleOptions",
		"ReadVariableOptions",
		"AssignVariableOptions",
		"RandomOptions",
		"BucketizeOptions",
		"GeluOptions",
		"DynamicUpdateSliceOptions",
		"UnsortedSegmentProdOptions",
		"UnsortedSegmentMaxOptions",
		"UnsortedSegmentMinOptions",
		"UnsortedSegmentSumOptions",
		"ATan2Options",
		"SignOptions",
		"BitcastOptions",
		"BitwiseXorOptions",
		"RightShiftOptions"
	],
	BuiltinOptions2: [
		null,
		"StablehloConcatenateOptions",
		"StablehloBroadcastInDimOptions",
		"StablehloSliceOptions",
		"StablehloConvolutionOptions",
		"StablehloCustomCallOptions",
		"StablehloReduceOptions",
		"StablehloScatterOptions",
		"StablehloCompareOptions",
		"StablehloDynamicSliceOptions",
		"StablehloPadOptions",
		"StablehloIotaOptions",
		"StablehloDotGeneralOptions",
		"StablehloReduceWindowOptions",
		"StablehloSortOptions",
		"StablehloWhileOptions",
		"StablehloGatherOptions",
		"StablehloTransposeOptions",
		"DilateOptions",
		"StablehloRngBitGeneratorOptions",
		"ReduceWindowOptions",
		"StableHLOCompositeOptions",
		"StablehloShiftLeftOptions",
		"StablehloCaseOptions"
	],
	QuantizationDetails: [
		null,
		"CustomQuantization",
		"BlockwiseQuantization",
		"MultiAxisQuantization"
	],
	SparseIndexVector: [
		null,
		"Int32Vector",
		"Uint16Vector",
		"Uint8Vector"
	]
};
// src/model/verify.ts
const maxTables = 1e6;
const maxOffset = 2147483647;
const maxTableBytes = 32767;
const maxUnknown = 20;
function verifyStructure(bytes, file) {
	const walk = new Walk(bytes, file);
	walk.table("Model", walk.offsetAt(0));
	return {
		end: walk.end,
		unknown: walk.unknown()
	};
}
var Walk = class {
	end = 8;
	#view;
	#path = [];
	#found = [];
	#unknownCount = 0;
	#tableCount = 0;
	#budget;
	#file;
	constructor(bytes, file) {
		this.#file = file;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.#budget = 8 * bytes.length + 65536;
	}
	unknown() {
		const more = this.#unknownCount - this.#found.length;
		return more > 0 ? [...this.#found, `and ${more} more`] : this.#found;
	}
	table(name, position) {
		if (++this.#tableCount > maxTables) this.#fail(`the file has more than ${maxTables} tables`);
		this.#occupy(position, 4);
		const vtable = position - this.#view.getInt32(position, true);
		this.#occupy(vtable, 4);
		const vtableBytes = this.#view.getUint16(vtable, true);
		const tableBytes = this.#view.getUint16(vtable + 2, true);
		if (vtableBytes < 4 || vtableBytes > maxTableBytes || vtableBytes % 2 || tableBytes < 4) this.#fail("the table is corrupt");
		if (tableBytes > maxTableBytes) this.#fail("the table is corrupt");
		this.#occupy(vtable, vtableBytes);
		this.#occupy(position, tableBytes);
		this.#fields(name, position, vtable, (vtableBytes - 4) / 2, tableBytes);
	}
	#fields(name, table, vtable, count, tableBytes) {
		const layout = tables[name] ?? [];
		const at = (id) => id < count ? this.#view.getUint16(vtable + 4 + 2 * id, true) : 0;
		for (let id = 0; id < count; id++) {
			const offset = at(id);
			if (offset === 0) continue;
			const field = layout[id];
			this.#path.push(field?.name ?? `field ${id}`);
			const bytes = field?.kind === "scalar" ? field.bytes : field ? 4 : 1;
			if (offset < 4 || offset + bytes > tableBytes) this.#fail("the field lies outside its table");
			if (!field) this.#noteUnknown();
			else if (field.kind === "union") this.#union(field.union, table, table + offset, at(id - 1), tableBytes);
			else this.#field(field, table + offset);
			this.#path.pop();
		}
	}
	#field(field, position) {
		if (field.kind === "scalar") this.#known(field, position);
		else if (field.kind === "string") this.#string(position);
		else if (field.kind === "vector") this.#vector(field, position);
		else if (field.kind === "table") this.table(field.table, this.offsetAt(position));
		else this.#tables(field.table, position);
	}
	#union(name, table, position, typeOffset, tableBytes) {
		const type = typeOffset >= 4 && typeOffset < tableBytes ? this.#view.getUint8(table + typeOffset) : 0;
		const members = unions[name] ?? [];
		const member = members[type];
		if (member) this.table(member, this.offsetAt(position));
		else if (type >= members.length) this.#noteUnknown(`member ${type}`);
	}
	#tables(name, position) {
		const vector = this.#vectorAt(position, 4);
		for (let i = 0; i < vector.count; i++) {
			this.#path.push(i);
			this.table(name, this.offsetAt(vector.start + 4 * i));
			this.#path.pop();
		}
	}
	#vector(field, position) {
		const vector = this.#vectorAt(position, field.bytes);
		if (!field.enum) return;
		for (let i = 0; i < vector.count; i++) this.#known(field, vector.start + i * field.bytes);
	}
	#string(position) {
		const { start, count } = this.#vectorAt(position, 1);
		this.#occupy(start, count + 1);
		if (this.#view.getUint8(start + count) !== 0) this.#fail("the text has no end");
	}
	#vectorAt(position, bytesPerElement) {
		const vector = this.offsetAt(position);
		this.#occupy(vector, 4);
		const count = this.#view.getUint32(vector, true);
		this.#occupy(vector + 4, count * bytesPerElement);
		return {
			start: vector + 4,
			count
		};
	}
	offsetAt(position) {
		this.#occupy(position, 4);
		const offset = this.#view.getUint32(position, true);
		if (offset === 0 || offset > maxOffset) this.#fail("the reference is corrupt");
		return position + offset;
	}
	#known(field, position) {
		const layout = field.enum === void 0 ? void 0 : enums[field.enum];
		if (!layout) return;
		const value = field.bytes === 1 ? this.#view.getInt8(position) : this.#view.getInt32(position, true);
		if (value < 0 || value > layout.last) this.#noteUnknown(`= ${value}`);
	}
	#occupy(position, count) {
		const end = position + count;
		if (position < 0) this.#fail("the reference is corrupt");
		if (end > this.#view.byteLength) this.#fail(`it reaches to byte ${end}, but the file has ${this.#view.byteLength}: truncated or corrupt`);
		if (end > maxOffset) this.#fail("the flatbuffer is longer than 2 GB");
		this.#budget -= count;
		if (this.#budget < 0) this.#fail("the file refers to the same bytes over and over: it is corrupt");
		if (end > this.end) this.end = end;
	}
	#noteUnknown(detail = "") {
		this.#unknownCount++;
		if (this.#found.length < maxUnknown) this.#found.push(`${this.#place()} ${detail}`.trimEnd());
	}
	#place() {
		return this.#path.map((part) => typeof part === "number" ? `[${part}]` : `.${part}`).join("").slice(1);
	}
	#fail(problem) {
		throw new InputError(problem, {
			file: this.#file,
			place: this.#place() || "model",
			hint: "Export or download the model again"
		});
	}
};
// src/model/read.ts
const schemaVersion = 3;
const positional = ["model_control_dependencies", "OfflineMemoryAllocation"];
const bufferLocation = "buffer_location";
function readModel(bytes, file = "model") {
	recognize(bytes, file);
	const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { end, unknown } = verifyStructure(plain, file);
	const source = new Source(plain, Model.getRootAsModel(new import_flatbuffers.ByteBuffer(plain)), file, end);
	if (source.model.version() !== schemaVersion) source.fail("model", `its schema version is ${source.model.version()}, and only ${schemaVersion} is known`);
	return readGraph(source, unknown);
}
function readGraph(source, unknown) {
	const codes = readOperatorCodes(source);
	const { model: table } = source;
	const subgraphs = list(table.subgraphsLength(), (i) => readSubgraph(source, codes, i));
	const model = {
		version: table.version(),
		description: source.text(table.description(import_flatbuffers.Encoding.UTF8_BYTES), "the description"),
		subgraphs,
		signatures: list(table.signatureDefsLength(), (i) => readSignature(source, table.signatureDefs(i), subgraphs, i)),
		metadata: list(table.metadataLength(), (i) => readMetadata(source, i)).filter(({ name }) => name !== bufferLocation),
		tail: new Uint8Array(),
		warnings: []
	};
	if (table.metadataBufferLength() > 0) model.metadataBuffers = list(table.metadataBufferLength(), (i) => readMetadataBuffer(source, i));
	model.tail = readTail(source.bytes, source.end);
	if (unknown.length > 0) model.unknownFields = unknown;
	noteOddities(model, source);
	assertGraph(model, source);
	model.warnings = source.warnings();
	return model;
}
function noteOddities({ metadata, unknownFields }, source) {
	for (const { name } of metadata.filter((entry) => positional.includes(entry.name))) source.warn(`metadata "${name}"`, "it refers to parts of the model by number, so it holds only for an unchanged graph");
	const unused = source.unusedBuffers();
	if (unused > 0) source.warn("model", `nothing refers to ${unused} of its buffers; writing drops them`);
	if (unknownFields) source.warn("model", `it uses parts of a newer schema: ${unknownFields.join(", ")}`);
}
function readSubgraph(source, codes, index) {
	const table = source.model.subgraphs(index);
	const prefix = source.model.subgraphsLength() > 1 ? `subgraph ${index}, ` : "";
	const tensors = list(table.tensorsLength(), (i) => readTensor(source, table.tensors(i), `${prefix}tensor ${i}`));
	tensors.forEach((tensor, i) => {
		readDetails(source, table.tensors(i), tensor, tensors, `${prefix}tensor ${i}`);
	});
	tensors.forEach((tensor, i) => {
		assertScales(source, tensor, `${prefix}tensor ${i}`);
	});
	const at = tensorAt(source, tensors, `subgraph ${index}`);
	const subgraph = {
		name: source.text(table.name(import_flatbuffers.Encoding.UTF8_BYTES), `subgraph ${index}`),
		tensors,
		inputs: list(table.inputsLength(), (i) => at(table.inputs(i))),
		outputs: list(table.outputsLength(), (i) => at(table.outputs(i))),
		operators: list(table.operatorsLength(), (i) => readOperator(source, table.operators(i), codes, tensors, `${prefix}operator ${i}`))
	};
	if (table.debugMetadataIndex() !== -1) subgraph.debugMetadataIndex = table.debugMetadataIndex();
	return subgraph;
}
function tensorAt(source, tensors, place) {
	return (number) => tensors[number] ?? source.fail(place, `tensor ${number} doesn't exist: the subgraph has ${tensors.length}`);
}
function readSignature(source, table, subgraphs, index) {
	const key = source.text(table.signatureKey(import_flatbuffers.Encoding.UTF8_BYTES), `signature ${index}`) ?? "";
	const place = `signature ${index} ("${key.slice(0, 80)}")`;
	const subgraph = subgraphs[table.subgraphIndex()];
	if (!subgraph) source.fail(place, `subgraph ${table.subgraphIndex()} doesn't exist: the file has ${subgraphs.length}`);
	const at = tensorAt(source, subgraph.tensors, place);
	const entry = (map) => ({
		name: source.text(map.name(import_flatbuffers.Encoding.UTF8_BYTES), place) ?? "",
		tensor: at(map.tensorIndex())
	});
	const tag = source.text(table.deprecatedTag(import_flatbuffers.Encoding.UTF8_BYTES), place);
	return {
		key,
		subgraph,
		inputs: list(table.inputsLength(), (i) => entry(table.inputs(i))),
		outputs: list(table.outputsLength(), (i) => entry(table.outputs(i))),
		...tag === null ? {} : { deprecatedTag: tag }
	};
}
function readMetadata(source, index) {
	const table = source.model.metadata(index);
	const name = source.text(table.name(import_flatbuffers.Encoding.UTF8_BYTES), `metadata ${index}`) ?? "";
	return {
		name,
		data: source.buffer(table.buffer(), `metadata ${index} ("${name.slice(0, 80)}")`) ?? new Uint8Array()
	};
}
function readMetadataBuffer(source, index) {
	return source.buffer(source.model.metadataBuffer(index), `metadata buffer ${index}`) ?? new Uint8Array();
}
// src/model/model-file.ts
const graphs = new WeakMap();
function graphOf({ file, bytes }) {
	const model = graphs.get(bytes) ?? readModel(bytes, file);
	graphs.set(bytes, model);
	return model;
}
var ExactBuilder = class extends import_flatbuffers.Builder {
	addFieldFloat32(field, value, absent) {
		if (!Object.is(value, absent)) this.#writeField(field, () => this.addFloat32(value));
	}
	addFieldFloat64(field, value, absent) {
		if (!Object.is(value, absent)) this.#writeField(field, () => this.addFloat64(value));
	}
	#writeField(field, write) {
		write();
		this.slot(field);
	}
};
var Sink = class {
	builder;
	#bufferNumbers = new Map();
	#vectors = new Map();
	#emptyText;
	constructor(capacity) {
		this.builder = new ExactBuilder(Math.ceil(capacity / 16) * 16);
	}
	bufferNumber(data) {
		if (data === null) return 0;
		let number = this.#bufferNumbers.get(data);
		if (number === void 0) this.#bufferNumbers.set(data, number = this.#bufferNumbers.size + 1);
		return number;
	}
	buffers() {
		return [...this.#bufferNumbers.keys()];
	}
	bytes(data, alignment = 1) {
		this.builder.prep(alignment, data.length);
		return this.builder.createByteVector(data);
	}
	numbersOrNone(values) {
		return values.length === 0 ? 0 : this.#vector(values);
	}
	int32s(values) {
		return this.#vector(Int32Array.from(values));
	}
	tables(offsets) {
		const { builder } = this;
		builder.startVector(4, offsets.length, 4);
		for (let i = offsets.length - 1; i >= 0; i--) builder.addOffset(offsets[i]);
		return builder.endVector();
	}
	text(text) {
		if (text === "") return this.#emptyText ??= this.builder.createString("");
		return text === null ? 0 : this.builder.createSharedString(text);
	}
	name(name) {
		return this.text(name === "" ? null : name);
	}
	#vector(values) {
		const bytes = bytesOf(values);
		const key = `${values.BYTES_PER_ELEMENT} ${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1")}`;
		const known = this.#vectors.get(key);
		if (known !== void 0) return known;
		const { builder } = this;
		builder.startVector(values.BYTES_PER_ELEMENT, values.length, values.BYTES_PER_ELEMENT);
		builder.pad(values.byteLength);
		const memory = builder.dataBuffer().bytes();
		memory.set(bytes, memory.length - builder.offset());
		const offset = builder.endVector();
		this.#vectors.set(key, offset);
		return offset;
	}
};
// src/model/write-operator.ts
var OperatorCodes = class {
	#entries = new Map();
	number(operator) {
		const key = `${operator.code} ${operator.version} ${operator.customCode ?? ""}`;
		let entry = this.#entries.get(key);
		if (!entry) this.#entries.set(key, entry = {
			number: this.#entries.size,
			operator
		});
		return entry.number;
	}
	write(sink) {
		return sink.tables([...this.#entries.values()].map(({ operator }) => writeCode(sink, operator)));
	}
};
function writeCode(sink, { code, customCode, version }) {
	const name = sink.text(customCode);
	return OperatorCode.createOperatorCode(sink.builder, Math.min(code, 127), name, version, code);
}
function writeOperator(sink, operator, codes, numberOf) {
	const { builder } = sink;
	const inputs = sink.int32s(operator.inputs.map((input) => input ? numberOf(input) : -1));
	const outputs = sink.int32s(operator.outputs.map(numberOf));
	const intermediates = sink.numbersOrNone(Int32Array.from(operator.intermediates, numberOf));
	const mutating = sink.numbersOrNone(Uint8Array.from(operator.mutatingVariableInputs, Number));
	const customOptions = operator.customOptions ? sink.bytes(operator.customOptions, 16) : 0;
	const options = operator.options?.pack(builder) ?? 0;
	Operator.startOperator(builder);
	Operator.addOpcodeIndex(builder, codes.number(operator));
	Operator.addInputs(builder, inputs);
	Operator.addOutputs(builder, outputs);
	if (operator.options) addOptions(sink, operator.options, options);
	Operator.addCustomOptions(builder, customOptions);
	Operator.addMutatingVariableInputs(builder, mutating);
	Operator.addIntermediates(builder, intermediates);
	Operator.addDebugMetadataIndex(builder, operator.debugMetadataIndex ?? -1);
	return Operator.endOperator(builder);
}
const unionMembers = new Map(builtinOptions.map((entry) => [entry.object, entry]));
function addOptions({ builder }, options, offset) {
	const member = unionMembers.get(options.constructor);
	if (!member) throw new Error("an operator has options that are no object class of the schema");
	if (member.union === "BuiltinOptions") {
		Operator.addBuiltinOptionsType(builder, member.number);
		Operator.addBuiltinOptions(builder, offset);
	} else {
		Operator.addBuiltinOptions2Type(builder, member.number);
		Operator.addBuiltinOptions2(builder, offset);
	}
}
// src/model/write-tensor.ts
function writeTensor(sink, tensor, numberOf) {
	const { builder } = sink;
	const shape = sink.int32s(tensor.shape);
	const signature = tensor.shapeSignature ? sink.int32s(tensor.shapeSignature) : 0;
	const name = sink.name(tensor.name);
	const quantization = tensor.quantization ? writeQuantization(sink, tensor.quantization, numberOf) : 0;
	const sparsity = tensor.sparsity?.pack(builder) ?? 0;
	const variants = tensor.variantTensors.length > 0 ? writeVariants(sink, tensor.variantTensors) : 0;
	Tensor.startTensor(builder);
	Tensor.addShape(builder, shape);
	Tensor.addType(builder, tensor.type);
	Tensor.addBuffer(builder, sink.bufferNumber(tensor.data));
	Tensor.addName(builder, name);
	Tensor.addQuantization(builder, quantization);
	Tensor.addIsVariable(builder, tensor.isVariable);
	Tensor.addSparsity(builder, sparsity);
	Tensor.addShapeSignature(builder, signature);
	Tensor.addHasRank(builder, tensor.hasRank);
	Tensor.addVariantTensors(builder, variants);
	return Tensor.endTensor(builder);
}
function writeVariants(sink, variants) {
	return sink.tables(variants.map((variant) => writeVariant(sink, variant)));
}
function writeVariant(sink, variant) {
	const shape = sink.int32s(variant.shape);
	VariantSubType.startVariantSubType(sink.builder);
	VariantSubType.addShape(sink.builder, shape);
	VariantSubType.addType(sink.builder, variant.type);
	VariantSubType.addHasRank(sink.builder, variant.hasRank);
	return VariantSubType.endVariantSubType(sink.builder);
}
function writeQuantization(sink, quantization, numberOf) {
	const { builder } = sink;
	const min = sink.numbersOrNone(quantization.min);
	const max = sink.numbersOrNone(quantization.max);
	const scale = sink.numbersOrNone(quantization.scale);
	const zeroPoint = sink.numbersOrNone(quantization.zeroPoint);
	const [type, details] = writeDetails(sink, quantization.details, numberOf);
	QuantizationParameters.startQuantizationParameters(builder);
	QuantizationParameters.addMin(builder, min);
	QuantizationParameters.addMax(builder, max);
	QuantizationParameters.addScale(builder, scale);
	QuantizationParameters.addZeroPoint(builder, zeroPoint);
	QuantizationParameters.addDetailsType(builder, type);
	QuantizationParameters.addDetails(builder, details);
	QuantizationParameters.addQuantizedDimension(builder, quantization.axis);
	return QuantizationParameters.endQuantizationParameters(builder);
}
function writeDetails(sink, details, numberOf) {
	if (details === null) return [0, 0];
	if (details.kind === "custom") {
		const custom = sink.bytes(details.data, 16);
		return [1, CustomQuantization.createCustomQuantization(sink.builder, custom)];
	}
	const scales = numberOf(details.scales);
	const zeroPoints = details.zeroPoints ? numberOf(details.zeroPoints) : -1;
	if (details.kind === "blockwise") return [2, new BlockwiseQuantizationT(scales, zeroPoints, details.blockSize).pack(sink.builder)];
	return [3, new MultiAxisQuantizationT(scales, zeroPoints, details.blockSize, details.axes).pack(sink.builder)];
}
// src/model/write.ts
const maxFileBytes = 2 ** 31 - 1;
const compiledPart = "DISPATCH_OP";
function writeModel(model, file) {
	const named = file === void 0 ? {} : { file };
	assertWritable(model, named);
	const sink = new Sink(estimateBytes(model, named));
	const codes = new OperatorCodes();
	const numbers = model.subgraphs.map(({ tensors }) => tensorNumbers(tensors));
	const subgraphs = model.subgraphs.map((subgraph, i) => writeSubgraph(sink, subgraph, codes, numbers[i]));
	const signatures = model.signatures.map((signature) => writeSignature(sink, signature, model.subgraphs, numbers));
	const metadata = model.metadata.map((entry) => writeMetadata(sink, entry));
	const metadataBuffers = sink.numbersOrNone(Int32Array.from(model.metadataBuffers ?? [], (data) => sink.bufferNumber(data)));
	const parts = {
		codes: codes.write(sink),
		subgraphs: sink.tables(subgraphs),
		signatures: sink.tables(signatures),
		metadata: sink.tables(metadata),
		description: sink.text(model.description),
		buffers: writeBuffers(sink)
	};
	const { builder } = sink;
	Model.startModel(builder);
	Model.addVersion(builder, model.version);
	Model.addOperatorCodes(builder, parts.codes);
	Model.addSubgraphs(builder, parts.subgraphs);
	Model.addDescription(builder, parts.description);
	Model.addBuffers(builder, parts.buffers);
	Model.addMetadataBuffer(builder, metadataBuffers);
	Model.addMetadata(builder, parts.metadata);
	Model.addSignatureDefs(builder, parts.signatures);
	Model.finishModelBuffer(builder, Model.endModel(builder));
	return withTail(builder.asUint8Array(), model.tail);
}
function assertWritable({ unknownFields = [], subgraphs, tail }, named) {
	if (unknownFields.length > 0) throw new InputError(`writing the model would lose parts of a newer schema: ${unknownFields.join(", ")}`, {
		...named,
		hint: "Update litetrim"
	});
	if (subgraphs.some(({ operators }) => operators.some(({ customCode }) => customCode === compiledPart)) && tail.length > 0) throw new InputError("the model has parts compiled for an accelerator, which can only be copied as they are", {
		...named,
		hint: "Optimize the model before it is compiled"
	});
}
function estimateBytes(model, named) {
	const buffers = new Set();
	let bytes = 4096;
	for (const { tensors, operators } of model.subgraphs) {
		for (const tensor of tensors) {
			bytes += estimateTensorBytes(tensor);
			if (tensor.data) buffers.add(tensor.data);
		}
		for (const { inputs, outputs, customOptions } of operators) bytes += 512 + 8 * (inputs.length + outputs.length) + (customOptions?.length ?? 0);
	}
	for (const { data } of model.metadata) buffers.add(data);
	for (const data of model.metadataBuffers ?? []) buffers.add(data);
	for (const data of buffers) bytes += data.length + 64;
	if (bytes > maxFileBytes) throw new InputError(`the model needs ${bytes} bytes, and files over 2 GB are not written`, named);
	return bytes;
}
function estimateTensorBytes({ name, shape, quantization, sparsity }) {
	const perChannel = quantization ? 8 * quantization.zeroPoint.length + 12 * quantization.scale.length : 0;
	const stored = sparsity?.dimMetadata.reduce((sum, { arraySegments, arrayIndices }) => sum + (arraySegments?.values.length ?? 0) + (arrayIndices?.values.length ?? 0), 0);
	return 512 + 3 * name.length + 8 * shape.length + perChannel + 4 * (stored ?? 0);
}
function tensorNumbers(tensors) {
	const numbers = new Map(tensors.map((tensor, index) => [tensor, index]));
	return (tensor) => {
		const number = numbers.get(tensor);
		if (number === void 0) throw new Error(`${tensorName(tensor)} is not in its subgraph's list of tensors`);
		return number;
	};
}
function writeBuffers(sink) {
	const { builder } = sink;
	const offsets = [];
	for (const data of sink.buffers()) {
		const bytes = sink.bytes(data, 16);
		Buffer$1.startBuffer(builder);
		Buffer$1.addData(builder, bytes);
		offsets.push(Buffer$1.endBuffer(builder));
	}
	Buffer$1.startBuffer(builder);
	return sink.tables([Buffer$1.endBuffer(builder), ...offsets]);
}
function writeSubgraph(sink, subgraph, codes, numberOf) {
	const { builder } = sink;
	const tensors = sink.tables(subgraph.tensors.map((tensor) => writeTensor(sink, tensor, numberOf)));
	const inputs = sink.int32s(subgraph.inputs.map(numberOf));
	const outputs = sink.int32s(subgraph.outputs.map(numberOf));
	const operators = sink.tables(subgraph.operators.map((operator) => writeOperator(sink, operator, codes, numberOf)));
	const name = sink.text(subgraph.name);
	SubGraph.startSubGraph(builder);
	SubGraph.addTensors(builder, tensors);
	SubGraph.addInputs(builder, inputs);
	SubGraph.addOutputs(builder, outputs);
	SubGraph.addOperators(builder, operators);
	SubGraph.addName(builder, name);
	SubGraph.addDebugMetadataIndex(builder, subgraph.debugMetadataIndex ?? -1);
	return SubGraph.endSubGraph(builder);
}
function writeSignature(sink, signature, subgraphs, numbers) {
	const { builder } = sink;
	const index = subgraphs.indexOf(signature.subgraph);
	const numberOf = numbers[index];
	if (!numberOf) throw new Error(`signature "${signature.key}" is of a subgraph that the model doesn't have`);
	const entry = ({ name, tensor }) => TensorMap.createTensorMap(builder, sink.text(name), numberOf(tensor));
	const inputs = sink.tables(signature.inputs.map(entry));
	const outputs = sink.tables(signature.outputs.map(entry));
	const key = sink.text(signature.key);
	const tag = sink.text(signature.deprecatedTag ?? null);
	return SignatureDef.createSignatureDef(builder, inputs, outputs, key, tag, index);
}
function writeMetadata(sink, { name, data }) {
	return Metadata.createMetadata(sink.builder, sink.name(name), sink.bufferNumber(data));
}
function withTail(flatbuffer, tail) {
	if (tail.length === 0) return flatbuffer;
	const bytes = new Uint8Array(flatbuffer.length + tail.length);
	bytes.set(flatbuffer);
	bytes.set(relocateTail(tail, flatbuffer.length), flatbuffer.length);
	return bytes;
}
// src/model/input-shapes.ts
function withInputShapes(model, shapes) {
	const { inputs } = modelInterface(graphOf(model));
	for (const name of Object.keys(shapes)) {
		if (inputs.some((input) => input.name === name)) continue;
		const hint = `Its inputs are called ${inputs.map((input) => `"${input.name}"`).join(", ")}`;
		throw new InputError(`the model has no input "${name}"`, {
			file: model.file,
			hint
		});
	}
	const changed = inputs.flatMap(({ name, shape, open }, position) => {
		const wanted = shapes[name];
		if (!wanted || isSame(wanted, shape)) return [];
		assertFits(wanted, {
			name,
			shape,
			...open && { open }
		}, model.file);
		return [{
			position,
			wanted
		}];
	});
	if (changed.length === 0) return model;
	const bytes = patched(model, changed) ?? rewritten(model, changed);
	return {
		file: model.file,
		bytes
	};
}
function fitsOpen(wanted, open) {
	return wanted.length === open.length && wanted.every((size, axis) => open[axis] === -1 ? Number.isInteger(size) && size > 0 : size === open[axis]);
}
function assertFits(wanted, { name, shape, open = shape }, file) {
	const isBatch = open.length > 1 && wanted[0] !== 1 && open[0] === -1;
	if (fitsOpen(wanted, open) && !isBatch) return;
	throw new InputError(`input "${name}" is ${shapeText(open)}, which ${shapeText(wanted)} doesn't fit`, {
		file,
		hint: isBatch ? "Samples are run one by one: the first dimension is 1" : "Only what is -1 has a size to be told"
	});
}
const isSame = (a, b) => a.length === b.length && a.every((size, i) => size === b[i]);
function patched(model, changes) {
	const bytes = model.bytes.slice();
	const buffer = new import_flatbuffers.ByteBuffer(bytes);
	const table = Model.getRootAsModel(buffer);
	const used = list(table.subgraphsLength(), (i) => table.subgraphs(i)).flatMap((subgraph) => list(subgraph.tensorsLength(), (i) => subgraph.tensors(i))).flatMap((tensor) => [placeOf(tensor, shapeField), placeOf(tensor, signatureField)]);
	const graph = graphOf(model);
	const main = table.subgraphs(graph.subgraphs.indexOf(mainSubgraph(graph)));
	for (const { position, wanted } of changes) {
		const place = placeOf(main.tensors(main.inputs(position)), shapeField);
		if (used.filter((each) => each === place).length !== 1) return null;
		for (const [axis, size] of wanted.entries()) buffer.writeInt32(place + 4 * axis, size);
	}
	return bytes;
}
const shapeField = 4;
const signatureField = 18;
function placeOf({ bb, bb_pos }, field) {
	const offset = bb.__offset(bb_pos, field);
	return offset ? bb.__vector(bb_pos + offset) : 0;
}
function rewritten(model, changes) {
	const graph = cloneModel(graphOf(model));
	for (const { position, wanted } of changes) mainSubgraph(graph).inputs[position].shape = [...wanted];
	return writeModel(graph, model.file);
}
// src/model/operators/computed-shapes.ts
function computedShape(operator, shapeOf) {
	const computes = table[operator.code];
	if (!computes || !operator.inputs[0]) return null;
	const shape = computes({
		operator,
		shapes: operator.inputs.map((input) => input ? shapeOf(input) : [])
	});
	return shape?.every(Number.isSafeInteger) ? shape : null;
}
const first = ({ shapes: [input] }) => input;
const broadcast = ({ shapes }) => shapes.reduce(broadcastTwo, []);
function broadcastTwo(a, b) {
	if (!a) return null;
	const rank = Math.max(a.length, b.length);
	const [wide, other] = [a, b].map((shape) => [...Array(rank - shape.length).fill(1), ...shape]);
	return wide.every((size, i) => size === other[i] || size === 1 || other[i] === 1) ? wide.map((size, i) => size === 1 ? other[i] : size) : null;
}
function windows([, height, width], [h, w], options) {
	const along = (size, reach, stride) => Math.trunc((size + stride - (options.padding === 0 ? 1 : reach)) / stride);
	return [along(height, (h - 1) * (options.dilationHFactor ?? 1) + 1, options.strideH), along(width, (w - 1) * (options.dilationWFactor ?? 1) + 1, options.strideW)];
}
const convolved = (kind, channels) => ({ operator, shapes: [input, weights] }) => {
	if (input?.length !== 4 || weights?.length !== 4) return null;
	const options = optionsOf(operator, kind);
	return [
		input[0],
		...windows(input, [weights[1], weights[2]], options),
		weights[channels]
	];
};
const pooled = ({ operator, shapes: [input] }) => {
	if (input?.length !== 4) return null;
	const options = optionsOf(operator, Pool2DOptionsT);
	return [
		input[0],
		...windows(input, [options.filterHeight, options.filterWidth], options),
		input[3]
	];
};
const fullyConnected = ({ operator, shapes: [input, weights] }) => {
	if (weights?.length !== 2) return null;
	const [units, depth] = weights;
	const { keepNumDims } = optionsOf(operator, FullyConnectedOptionsT);
	if (keepNumDims) return [...input.slice(0, -1), units];
	const rows = Math.floor(elementCount(input) / depth);
	return rows > 0 ? [rows, units] : null;
};
const multiplied = ({ operator, shapes: [left, right] }) => {
	if (left.length < 2 || !right || right.length < 2) return null;
	const { adjX, adjY } = optionsOf(operator, BatchMatMulOptionsT);
	const batch = broadcastTwo(left.slice(0, -2), right.slice(0, -2));
	return batch && [
		...batch,
		left.at(adjX ? -1 : -2),
		right.at(adjY ? -2 : -1)
	];
};
function axesOf(axes, rank) {
	const counted = integersOf(axes)?.map((axis) => axis < 0 ? axis + rank : axis);
	return counted?.every((axis) => axis >= 0 && axis < rank) ? counted : null;
}
const reduced = ({ operator, shapes: [input] }) => {
	const axes = axesOf(operator.inputs[1], input.length);
	const { keepDims } = optionsOf(operator, ReducerOptionsT);
	return axes && input.flatMap((size, axis) => !axes.includes(axis) ? size : keepDims ? 1 : []);
};
const withoutAxis = ({ operator, shapes: [input] }) => {
	const axes = axesOf(operator.inputs[1], input.length);
	return axes?.length === 1 ? input.filter((_, axis) => axis !== axes[0]) : null;
};
const reshaped = ({ operator, shapes: [input] }) => {
	const [, target] = operator.inputs;
	const sizes = target ? integersOf(target) : optionsOf(operator, ReshapeOptionsT).newShape;
	if (!sizes || target && target.shape.length !== 1) return null;
	const known = elementCount(sizes.filter((size) => size !== -1));
	const shape = sizes.map((size) => size === -1 ? elementCount(input) / known : size);
	return elementCount(shape) === elementCount(input) ? shape : null;
};
const transposed$1 = ({ operator, shapes: [input] }) => {
	const order = axesOf(operator.inputs[1], input.length);
	return order?.length === input.length ? order.map((axis) => input[axis]) : null;
};
const concatenated = ({ operator, shapes }) => {
	const [input] = shapes;
	const { axis: given } = optionsOf(operator, ConcatenationOptionsT);
	const axis = given < 0 ? given + input.length : given;
	if (!shapes.every((shape) => shape.length === input.length) || axis >= input.length) return null;
	return input.map((size, i) => i === axis ? shapes.reduce((sum, shape) => sum + shape[axis], 0) : size);
};
const padded = ({ operator, shapes: [input] }) => {
	const margins = integersOf(operator.inputs[1]);
	if (margins?.length !== 2 * input.length) return null;
	return input.map((size, i) => size + margins[2 * i] + margins[2 * i + 1]);
};
const resized = ({ operator, shapes: [input] }) => {
	const size = integersOf(operator.inputs[1]);
	return size?.length === 2 && input.length === 4 ? [
		input[0],
		...size,
		input[3]
	] : null;
};
const tiled = ({ operator, shapes: [input] }) => {
	const times = integersOf(operator.inputs[1]);
	return times?.length === input.length ? input.map((size, i) => size * times[i]) : null;
};
const gathered = ({ operator, shapes: [input, indices] }) => {
	const { axis: given, batchDims } = optionsOf(operator, GatherOptionsT);
	const axis = given < 0 ? given + input.length : given;
	if (batchDims !== 0 || axis >= input.length || !indices) return null;
	return [
		...input.slice(0, axis),
		...indices,
		...input.slice(axis + 1)
	];
};
const sliced = ({ operator: { inputs }, shapes: [input] }) => {
	const [starts, sizes] = [integersOf(inputs[1]), integersOf(inputs[2])];
	if (starts?.length !== input.length || sizes?.length !== input.length) return null;
	return sizes.map((size, i) => size === -1 ? input[i] - starts[i] : size);
};
const stridedSlice = ({ operator, shapes: [input] }) => {
	const [starts, ends, strides] = operator.inputs.slice(1).map((each) => integersOf(each));
	const options = optionsOf(operator, StridedSliceOptionsT);
	if (!starts || !ends || !strides || options.ellipsisMask !== 0 || options.newAxisMask !== 0) return null;
	if (starts.length > input.length || strides.includes(0)) return null;
	const has = (mask, axis) => (mask >> axis & 1) === 1;
	return input.flatMap((size, axis) => {
		if (axis >= starts.length) return size;
		if (has(options.shrinkAxisMask, axis)) return [];
		const [start, stride] = [starts[axis], strides[axis]];
		const end = options.offset ? start + ends[axis] : ends[axis];
		const [low, high] = stride > 0 ? [0, size] : [-1, size - 1];
		const within = (place) => Math.min(Math.max(place < 0 ? place + size : place, low), high);
		const from = has(options.beginMask, axis) ? stride > 0 ? 0 : size - 1 : within(start);
		const to = has(options.endMask, axis) ? stride > 0 ? size : -1 : within(end);
		return Math.max(0, Math.ceil((to - from) / stride));
	});
};
const split = ({ operator, shapes: [, input] }) => {
	if (!input) return null;
	const axes = axesOf(operator.inputs[0], input.length);
	const { numSplits } = optionsOf(operator, SplitOptionsT);
	return axes?.length === 1 ? input.map((size, axis) => axis === axes[0] ? size / numSplits : size) : null;
};
const expanded = ({ operator, shapes: [input] }) => {
	const axes = axesOf(operator.inputs[1], input.length + 1);
	return axes?.length === 1 ? [
		...input.slice(0, axes[0]),
		1,
		...input.slice(axes[0])
	] : null;
};
const spaceToDepth = ({ operator, shapes: [input] }) => {
	const { blockSize } = optionsOf(operator, SpaceToDepthOptionsT);
	const [batch, height, width, channels] = input;
	if (input.length !== 4) return null;
	return [
		batch,
		height / blockSize,
		width / blockSize,
		channels * blockSize * blockSize
	];
};
const depthToSpace = ({ operator, shapes: [input] }) => {
	const { blockSize } = optionsOf(operator, DepthToSpaceOptionsT);
	const [batch, height, width, channels] = input;
	if (input.length !== 4) return null;
	return [
		batch,
		height * blockSize,
		width * blockSize,
		channels / (blockSize * blockSize)
	];
};
function blocksOf({ inputs }, rank) {
	const [sizes, margins] = [integersOf(inputs[1]), integersOf(inputs[2])];
	if (!sizes || margins?.length !== 2 * sizes.length || sizes.length >= rank) return null;
	return {
		sizes,
		margins: sizes.map((_, i) => margins[2 * i] + margins[2 * i + 1]),
		all: elementCount(sizes)
	};
}
const spaceToBatch = ({ operator, shapes: [input] }) => {
	const blocks = blocksOf(operator, input.length);
	return blocks && input.map((size, i) => {
		if (i === 0) return size * blocks.all;
		return i <= blocks.sizes.length ? (size + blocks.margins[i - 1]) / blocks.sizes[i - 1] : size;
	});
};
const batchToSpace = ({ operator, shapes: [input] }) => {
	const blocks = blocksOf(operator, input.length);
	return blocks && input.map((size, i) => {
		if (i === 0) return size / blocks.all;
		return i <= blocks.sizes.length ? size * blocks.sizes[i - 1] - blocks.margins[i - 1] : size;
	});
};
const packed = ({ operator, shapes }) => {
	const [input] = shapes;
	const { axis: given } = optionsOf(operator, PackOptionsT);
	const axis = given < 0 ? given + input.length + 1 : given;
	return shapes.every((shape) => elementCount(shape) === elementCount(input)) && axis <= input.length ? [
		...input.slice(0, axis),
		shapes.length,
		...input.slice(axis)
	] : null;
};
const unpacked = ({ operator, shapes: [input] }) => {
	const { axis: given } = optionsOf(operator, UnpackOptionsT);
	const axis = given < 0 ? given + input.length : given;
	return axis < input.length ? input.filter((_, i) => i !== axis) : null;
};
const squeezed = ({ operator, shapes: [input] }) => {
	const axes = optionsOf(operator, SqueezeOptionsT).squeezeDims.map((axis) => axis < 0 ? axis + input.length : axis);
	if (!axes.every((axis) => input[axis] === 1)) return null;
	return input.filter((size, axis) => axes.length > 0 ? !axes.includes(axis) : size !== 1);
};
const lookedUp = ({ shapes: [rows, table] }) => rows.length === 1 && table ? [rows[0], ...table.slice(1)] : null;
const gatheredByPoints = ({ shapes: [input, points] }) => {
	const depth = points?.at(-1);
	return depth !== void 0 && depth <= input.length ? [...points.slice(0, -1), ...input.slice(depth)] : null;
};
const told = (position) => ({ operator }) => integersOf(operator.inputs[position]);
const B = BuiltinOperator;
const all = (codes, computes) => codes.map((code) => [code, computes]);
const table = Object.fromEntries([
	...all([
		B.ABS,
		B.CAST,
		B.CEIL,
		B.COS,
		B.CUMSUM,
		B.DEQUANTIZE,
		B.ELU,
		B.EXP,
		B.FLOOR,
		B.GELU,
		B.HARD_SWISH
	], first),
	...all([
		B.L2_NORMALIZATION,
		B.LEAKY_RELU,
		B.LOG,
		B.LOGICAL_NOT,
		B.LOGISTIC,
		B.LOG_SOFTMAX,
		B.NEG
	], first),
	...all([
		B.QUANTIZE,
		B.RELU,
		B.RELU6,
		B.RELU_0_TO_1,
		B.RELU_N1_TO_1,
		B.REVERSE_V2,
		B.ROUND,
		B.RSQRT
	], first),
	...all([
		B.SIGN,
		B.SIN,
		B.SOFTMAX,
		B.SQRT,
		B.SQUARE,
		B.TANH,
		B.ZEROS_LIKE
	], first),
	...all([
		B.ADD,
		B.DIV,
		B.FLOOR_DIV,
		B.FLOOR_MOD,
		B.MAXIMUM,
		B.MINIMUM,
		B.MUL,
		B.POW,
		B.PRELU
	], broadcast),
	...all([
		B.SQUARED_DIFFERENCE,
		B.SUB,
		B.SELECT_V2,
		B.LOGICAL_AND,
		B.LOGICAL_OR
	], broadcast),
	...all([
		B.EQUAL,
		B.NOT_EQUAL,
		B.GREATER,
		B.GREATER_EQUAL,
		B.LESS,
		B.LESS_EQUAL
	], broadcast),
	...all([
		B.AVERAGE_POOL_2D,
		B.L2_POOL_2D,
		B.MAX_POOL_2D
	], pooled),
	...all([
		B.MEAN,
		B.SUM,
		B.REDUCE_ALL,
		B.REDUCE_ANY,
		B.REDUCE_MAX,
		B.REDUCE_MIN,
		B.REDUCE_PROD
	], reduced),
	...all([B.ARG_MAX, B.ARG_MIN], withoutAxis),
	...all([
		B.PAD,
		B.PADV2,
		B.MIRROR_PAD
	], padded),
	...all([B.RESIZE_BILINEAR, B.RESIZE_NEAREST_NEIGHBOR], resized),
	...all([B.FILL, B.TRANSPOSE_CONV], told(0)),
	...all([B.BROADCAST_TO], told(1)),
	[B.CONV_2D, convolved(Conv2DOptionsT, 0)],
	[B.DEPTHWISE_CONV_2D, convolved(DepthwiseConv2DOptionsT, 3)],
	[B.FULLY_CONNECTED, fullyConnected],
	[B.BATCH_MATMUL, multiplied],
	[B.RESHAPE, reshaped],
	[B.TRANSPOSE, transposed$1],
	[B.CONCATENATION, concatenated],
	[B.TILE, tiled],
	[B.GATHER, gathered],
	[B.SLICE, sliced],
	[B.STRIDED_SLICE, stridedSlice],
	[B.SPLIT, split],
	[B.EXPAND_DIMS, expanded],
	[B.SPACE_TO_DEPTH, spaceToDepth],
	[B.DEPTH_TO_SPACE, depthToSpace],
	[B.SPACE_TO_BATCH_ND, spaceToBatch],
	[B.BATCH_TO_SPACE_ND, batchToSpace],
	[B.PACK, packed],
	[B.UNPACK, unpacked],
	[B.SQUEEZE, squeezed],
	[B.EMBEDDING_LOOKUP, lookedUp],
	[B.GATHER_ND, gatheredByPoints],
	[B.SHAPE, ({ shapes: [input] }) => [input.length]],
	[B.RANK, () => []]
]);
// src/model/shapes.ts
function isDynamic(tensor) {
	return tensor.shapeSignature?.includes(-1) ?? false;
}
function fixDynamicShapes(model) {
	const unknown = settleShapes(model);
	for (const { tensors } of model.subgraphs) for (const tensor of tensors) tensor.shapeSignature = null;
	return unknown;
}
function settleShapes(model) {
	return model.subgraphs.flatMap(settleShapesIn);
}
function settleShapesIn({ inputs, tensors, operators }) {
	const open = tensors.filter((tensor) => isDynamic(tensor) && tensor.data === null);
	const unknown = new Set(open.filter((tensor) => !inputs.includes(tensor)));
	for (const operator of operators) settle(operator, unknown);
	return inputs.some(isLarger) ? [...unknown] : [];
}
const isLarger = ({ shape, shapeSignature }) => shape.some((size, axis) => shapeSignature?.[axis] === -1 && size !== 1);
function settle(operator, unknown) {
	const [output] = operator.outputs;
	if (!output || !unknown.has(output)) return;
	const shape = computedShape(operator, (tensor) => tensor.shape);
	if (shape?.length !== output.shape.length || !shape.every((size) => size >= 0)) return;
	output.shape = output.shape.map((size, axis) => output.shapeSignature[axis] === -1 ? shape[axis] : size);
	if (!operator.inputs.some((input) => input && unknown.has(input))) unknown.delete(output);
}
// src/model/contradictions.ts
function contradiction({ inputs, operators, outputs }, byDimension = false) {
	const isSame = byDimension ? isSameShape : isSameSize;
	const shapes = new Map(inputs.map((input) => [input, input.shape]));
	const shown = new Set(outputs);
	for (const operator of operators) {
		const problem = wrongType(operator) ?? wrongWeights(operator) ?? brokenRows(operator, shapes) ?? wrongShape(operator, shapes, shown, isSame);
		if (problem) return problem;
	}
	return null;
}
function brokenRows({ code, inputs: [input, weights] }, shapes) {
	const shape = input && shapes.get(input);
	const depth = weights?.shape[1];
	if (code !== 9 || !shape || !depth || weights.shape.length !== 2) return null;
	if (elementCount(shape) % depth === 0) return null;
	return `FULLY_CONNECTED reads rows of ${depth} numbers, and ${tensorName(input)} has ${elementCount(shape)}`;
}
function wrongShape(operator, shapes, shown, isSame) {
	const [output] = operator.outputs;
	const shape = output && computedShape(operator, (tensor) => shapes.get(tensor) ?? tensor.shape);
	if (!shape) return null;
	shapes.set(output, shape);
	if (!(output.hasRank || output.shape.length > 0 || shown.has(output)) || isSame(shape, output.shape)) return null;
	return `${operatorName(operator)} gives ${tensorName(output)} the shape ${shapeText(shape)}, and the file says ${shapeText(output.shape)}`;
}
const isSameSize = (computed, told) => elementCount(computed) === elementCount(told);
function isSameShape(computed, told) {
	if (computed.length !== told.length) return isSameSize(computed, told);
	return computed.every((size, axis) => size === told[axis]);
}
const { FLOAT32 } = TensorType;
const quantized = new Set([
	9,
	3,
	7,
	2,
	17
]);
const otherFloats = new Set([
	1,
	18,
	10
]);
function wrongType(operator) {
	const [output] = operator.outputs;
	if (!output) return null;
	const { code } = operator;
	const says = (made) => `${operatorName(operator)} writes ${tensorName(output)} in ${made}, and the file says ${TensorType[output.type]}`;
	if (code === 6) return output.type === FLOAT32 ? null : says("FLOAT32");
	if (code === 114) return quantized.has(output.type) ? null : says("integers");
	const rule = ruleOf(operator);
	if (!rule || rule.anyType || factsOf(operator).converts) return null;
	const reads = operator.inputs.filter((input, i) => input && inputRole(rule, i) === "activation");
	const narrow = reads.find((input) => input && !input.data && otherFloats.has(input.type));
	if (narrow && output.type === FLOAT32) return says(TensorType[narrow.type]);
	if (reads.length === 0 || !reads.every((input) => input.type === FLOAT32)) return null;
	if (outputRole(rule, 0) === "index") return output.type === FLOAT32 ? says("integers") : null;
	return output.type === FLOAT32 ? null : says("FLOAT32");
}
const weightTypes = new Set([...[
	FLOAT32,
	1,
	9,
	3,
	17,
	19
]]);
function wrongWeights(operator) {
	const rule = ruleOf(operator);
	for (const { input } of rule?.weights?.(operator) ?? []) {
		const weights = operator.inputs[input];
		const place = `the weights ${tensorName(weights)} of ${operatorName(operator)}`;
		if (operator.outputs[0]?.type === FLOAT32 && !weightTypes.has(weights.type)) return `${place} are in ${TensorType[weights.type]}, which no kernel reads`;
		if (elementCount(weights.shape) === 0) return `${place} are none`;
		if (operator.code === 4 && weights.shape[0] !== 1) return `${place} have the shape ${shapeText(weights.shape)}, whose first dimension must be 1`;
	}
	return null;
}
// src/model/flexbuffer.ts
const [int, uint, indirectInt, indirectUint] = [
	1,
	2,
	6,
	7
];
const mapType = 9;
const maxEntries = 1e3;
const maxKeyBytes = 256;
function readWholeNumbers(bytes) {
	try {
		return readMap(new Reader(bytes));
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
function readMap(reader) {
	const { length } = reader.bytes;
	const rootWidth = reader.number(length - 1, 1);
	const rootType = reader.number(length - 2, 1);
	if (rootType >> 2 !== mapType) return null;
	const width = 1 << (rootType & 3);
	const values = reader.target(length - 2 - rootWidth, rootWidth);
	const count = reader.number(values - width, width);
	const keyWidth = reader.number(values - 2 * width, width);
	const keys = reader.target(values - 3 * width, width);
	if (count > maxEntries) return null;
	const found = new Map();
	for (let i = 0; i < count; i++) {
		const type = reader.number(values + count * width + i, 1);
		const value = readWholeNumber(reader, values + i * width, width, type);
		if (value !== null) found.set(reader.text(reader.target(keys + i * keyWidth, keyWidth)), value);
	}
	return found;
}
function readWholeNumber(reader, at, width, packed) {
	const type = packed >> 2;
	if (type === int || type === uint) return reader.number(at, width, type === int);
	if (type !== indirectInt && type !== indirectUint) return null;
	return reader.number(reader.target(at, width), 1 << (packed & 3), type === indirectInt);
}
var Reader = class {
	bytes;
	#view;
	constructor(bytes) {
		this.bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}
	number(at, width, isSigned = false) {
		const view = this.#view;
		if (width === 1) return isSigned ? view.getInt8(at) : view.getUint8(at);
		if (width === 2) return isSigned ? view.getInt16(at, true) : view.getUint16(at, true);
		if (width === 4) return isSigned ? view.getInt32(at, true) : view.getUint32(at, true);
		if (width === 8) return Number(isSigned ? view.getBigInt64(at, true) : view.getBigUint64(at, true));
		throw new RangeError(`there are no numbers of ${width} bytes`);
	}
	target(at, width) {
		return at - this.number(at, width);
	}
	text(at) {
		const rest = this.bytes.subarray(Math.max(at, 0), at + maxKeyBytes);
		const length = rest.indexOf(0);
		if (at < 0 || length < 0) throw new RangeError("a key without an end");
		return Buffer.from(rest.subarray(0, length)).toString("latin1");
	}
};
// src/model/detections.ts
const detectionOperator = "TFLite_Detection_PostProcess";
const maxBoxes = 2 ** 20;
function fillDetectionShapes(model) {
	let isChanged = false;
	for (const operator of model.subgraphs.flatMap(({ operators }) => operators)) {
		const boxes = numberOfBoxes(operator);
		if (boxes === null) continue;
		const shapes = [
			[
				1,
				boxes,
				4
			],
			[1, boxes],
			[1, boxes],
			[1]
		];
		for (const [i, output] of operator.outputs.slice(0, shapes.length).entries()) {
			if (String(output.shape) === String(shapes[i])) continue;
			output.shape = shapes[i];
			isChanged = true;
		}
	}
	return isChanged;
}
function numberOfBoxes({ customCode, customOptions }) {
	if (customCode !== "TFLite_Detection_PostProcess" || !customOptions) return null;
	const options = readWholeNumbers(customOptions);
	const boxes = Number(options?.get("max_detections")) * Number(options?.get("max_classes_per_detection"));
	return Number.isInteger(boxes) && boxes > 0 && boxes <= maxBoxes ? boxes : null;
}
// src/model/build.ts
function newModel(subgraphs, parts = {}) {
	return {
		version: 3,
		description: null,
		subgraphs,
		signatures: [],
		metadata: [],
		tail: new Uint8Array(),
		warnings: [],
		...parts
	};
}
function newSubgraph(inputs, outputs, operators, name = null) {
	const named = operators.flatMap((operator) => [
		...operator.inputs,
		...operator.outputs,
		...operator.intermediates
	]);
	const holders = [...new Set([
		...inputs,
		...named,
		...outputs
	])].filter((tensor) => tensor !== null);
	return {
		name,
		tensors: [...new Set(holders.flatMap((tensor) => [tensor, ...scaleTensors(tensor)]))],
		inputs,
		outputs,
		operators
	};
}
function scaleTensors({ quantization }) {
	const details = quantization?.details;
	if (!details || details.kind === "custom") return [];
	return [details.scales, details.zeroPoints].filter((tensor) => tensor !== null);
}
function newOperator(code, parts = {}) {
	return {
		code,
		customCode: null,
		version: 1,
		inputs: [],
		outputs: [],
		intermediates: [],
		options: null,
		customOptions: null,
		mutatingVariableInputs: [],
		...parts
	};
}
function newTensor(name, type, shape, parts = {}) {
	return {
		name,
		type,
		shape,
		shapeSignature: null,
		data: null,
		quantization: null,
		sparsity: null,
		isVariable: false,
		hasRank: true,
		variantTensors: [],
		...parts
	};
}
function newQuantization(scale, zeroPoint = scale.map(() => 0), axis = 0) {
	return {
		scale: Float32Array.from(scale),
		zeroPoint: BigInt64Array.from(zeroPoint, BigInt),
		axis,
		min: new Float32Array(),
		max: new Float32Array(),
		details: null
	};
}
// src/model/produced.ts
function producedElements(operator) {
	const [output] = operator.outputs;
	const stated = output ? elementCount(output.shape) : 0;
	return Math.max(stated, factsOf(operator).toldElements?.(operator) ?? 0);
}
function producedBytes(operator) {
	const elements = producedElements(operator);
	return operator.outputs.reduce((most, { type, shape }, i) => Math.max(most, (i === 0 ? elements : elementCount(shape)) * (bitsPerElement(type) ?? 0) / 8), 0);
}
// src/model/output-parts.ts
const maxParts = 64;
function outputParts(model) {
	const main = mainSubgraph(model);
	const makers = producers(main);
	return main.outputs.map((output) => {
		const names = [];
		const partOf = partsOf(output, makers, names);
		return names.length > 1 && names.length <= maxParts && partOf ? {
			names,
			partOf
		} : {
			names: [output.name],
			partOf: null
		};
	});
}
function partsOf(tensor, makers, names) {
	const maker = makers.get(tensor);
	const size = elementCount(tensor.shape);
	if (maker?.code === 2) return joined(maker, makers, names);
	const turns = maker?.code === 39;
	if (maker?.inputs[0] && (turns || factsOf(maker).transparent)) {
		const moved = partsOf(maker.inputs[0], makers, names);
		const parts = moved && turns ? transposed(moved, maker) : moved;
		return parts?.length === size ? parts : null;
	}
	names.push(tensor.name);
	return new Uint8Array(size).fill(Math.min(255, names.length - 1));
}
function joined({ inputs, outputs: [output], options }, makers, names) {
	const { shape } = output;
	const given = options instanceof ConcatenationOptionsT ? options.axis : 0;
	const axis = given < 0 ? given + shape.length : given;
	const inner = elementCount(shape.slice(axis + 1));
	const all = new Uint8Array(elementCount(shape));
	let start = 0;
	for (const input of inputs) {
		const parts = input && partsOf(input, makers, names);
		const run = (input?.shape[axis] ?? 0) * inner;
		if (!parts || run === 0) return null;
		for (let row = 0; row * run < parts.length; row++) all.set(parts.subarray(row * run, (row + 1) * run), start + row * (shape[axis] * inner));
		start += run;
	}
	return all;
}
function transposed(parts, { inputs: [input, order] }) {
	const axes = integersOf(order);
	const { shape } = input;
	if (axes?.length !== shape.length) return null;
	const strides = shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
	const moved = new Uint8Array(parts.length);
	const index = axes.map(() => 0);
	for (let at = 0; at < moved.length; at++) {
		let from = 0;
		for (const [k, axis] of axes.entries()) from += index[k] * strides[axis];
		moved[at] = parts[from];
		for (let k = axes.length - 1; k >= 0 && ++index[k] === shape[axes[k]]; k--) index[k] = 0;
	}
	return moved;
}
// src/model/precision.ts
const floatTypes = new Set([
	0,
	1,
	18
]);
function precision(model) {
	const activations = new Set();
	const weights = new Set();
	for (const subgraph of model.subgraphs) collect(subgraph, activations, weights);
	if (activations.size === 0) return "other";
	if (activations.size > 1) return "mixed";
	const [computed] = [...activations];
	return computed === 0 ? floatPrecision(weights) : integerPrecision(computed, weights);
}
function collect(subgraph, activations, weights) {
	const producer = producers(subgraph);
	for (const operator of subgraph.operators) {
		if (factsOf(operator).converts) continue;
		const read = operator.inputs.filter((tensor) => tensor !== null);
		for (const tensor of [...read, ...operator.outputs]) {
			const stored = storedAs(tensor, producer);
			if (stored) addWeights(stored, stored === tensor ? "direct" : "stored", weights);
			else if (isReal(tensor)) activations.add(tensor.type);
		}
	}
}
const mostUnpackers = 2;
function storedAs(tensor, producer) {
	let source = tensor;
	for (let step = 0; step <= mostUnpackers; step++) {
		if (source.data !== null) return source;
		const unpacking = producer.get(source);
		const next = unpacking && factsOf(unpacking).unpacks ? unpacking.inputs[0] : null;
		if (!next) return null;
		source = next;
	}
	return null;
}
function addWeights(tensor, how, weights) {
	if (isReal(tensor) && tensor.type !== 0 && tensor.shape.length > 1) weights.add(`${how} ${TensorType[tensor.type]?.toLowerCase()}`);
}
function floatPrecision(weights) {
	const types = new Set([...weights].map((entry) => entry.split(" ")[1]));
	if (types.has("int4")) types.delete("int8");
	const [type] = [...types];
	if (types.size > 1) return "mixed";
	if (type === void 0) return "float32";
	if (type === "float16") return "float16";
	return weights.has(`direct ${type}`) ? `dynamic-${type}` : `weight-${type}`;
}
function integerPrecision(computed, weights) {
	const activation = TensorType[computed].toLowerCase();
	if (computed === 7 && isOnly(weights, "direct int8")) return "int16x8";
	const kinds = new Set(weights);
	if (computed === 9 && kinds.delete("direct int4") && isOnly(kinds, "direct int8")) return "int8x4";
	return isOnly(kinds, `direct ${activation}`) ? activation : "mixed";
}
const isOnly = (kinds, kind) => [...kinds].every((each) => each === kind);
function isReal({ type, quantization }) {
	const scaled = quantization !== null && (quantization.scale.length > 0 || quantization.details !== null);
	return floatTypes.has(type) || scaled && type !== 2 && type !== 4;
}
function parameterCount(model) {
	const counted = new Set();
	let count = 0;
	for (const { operators } of model.subgraphs) for (const tensor of operators.flatMap(({ inputs }) => inputs)) {
		if (!tensor?.data || counted.has(tensor.data) || !(isReal(tensor) || tensor.quantization)) continue;
		counted.add(tensor.data);
		count += elementCount(tensor.shape);
	}
	return count;
}
// src/library/model-source.ts
const unnamed = "model";
async function openModel(source) {
	if (typeof source === "string") return {
		file: source,
		bytes: await readModelFile(source)
	};
	if (!(source instanceof Uint8Array)) throw new TypeError("a model is a path or a Uint8Array");
	const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
	return {
		file: unnamed,
		bytes
	};
}
// src/model/inspect.ts
async function inspectFile(bytes, file) {
	const model = graphOf({
		file,
		bytes
	});
	const gzipBytes = downloadSize(bytes);
	const { file: name, bytes: size, ...facts } = inspectModel(model, bytes, file);
	return {
		file: name,
		bytes: size,
		gzipBytes: await gzipBytes,
		...facts
	};
}
function inspectModel(model, bytes, file) {
	const operators = model.subgraphs.flatMap((subgraph) => subgraph.operators);
	return {
		file,
		bytes: bytes.length,
		operators: countOperators(model),
		tensors: model.subgraphs.reduce((sum, { tensors }) => sum + tensors.length, 0),
		parameters: parameterCount(model),
		macs: totalMacs(operators),
		precision: precision(model),
		signatures: signaturesOf(model),
		warnings: [...model.warnings]
	};
}
function countOperators(model) {
	const counts = new Map();
	for (const operator of model.subgraphs.flatMap((subgraph) => subgraph.operators)) {
		const name = operatorName(operator);
		const key = `${name} ${operator.version}`;
		const entry = counts.get(key) ?? {
			name,
			version: operator.version,
			count: 0
		};
		entry.count++;
		counts.set(key, entry);
	}
	return [...counts.values()].sort((a, b) => compare(a.name, b.name) || a.version - b.version);
}
function compare(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
function signaturesOf({ signatures, subgraphs }) {
	if (signatures.length > 0) {
		const entries = (list) => list.map(({ name, tensor }) => describe(name, tensor));
		return signatures.map(({ key, inputs, outputs }) => ({
			key,
			inputs: entries(inputs),
			outputs: entries(outputs)
		}));
	}
	const own = (list = []) => list.map((tensor) => describe(tensor.name, tensor));
	return [{
		key: null,
		inputs: own(subgraphs[0]?.inputs),
		outputs: own(subgraphs[0]?.outputs)
	}];
}
function describe(name, { type, shape, shapeSignature, quantization }) {
	const scale = quantization?.scale.length === 1 ? quantization.scale[0] : null;
	return {
		name,
		type: TensorType[type]?.toLowerCase() ?? `type ${type}`,
		shape: [...shapeSignature ?? shape],
		quantization: scale === null ? null : {
			scale,
			zeroPoint: Number(quantization?.zeroPoint[0] ?? 0n)
		}
	};
}
// src/library/inspect.ts
async function inspect(model) {
	const { bytes, file } = await openModel(model);
	return inspectFile(bytes, file);
}
// src/model/edit.ts
function freshName(subgraph, base) {
	const names = new Set(subgraph.tensors.map(({ name }) => name));
	if (!names.has(base)) return base;
	let number = 1;
	while (names.has(`${base}_${number}`)) number++;
	return `${base}_${number}`;
}
function addTensors(subgraph, ...tensors) {
	const known = new Set(subgraph.tensors);
	for (const tensor of tensors) if (!known.has(tensor)) subgraph.tensors.push(tensor);
}
function insertBefore(subgraph, next, ...operators) {
	const at = next === null ? subgraph.operators.length : subgraph.operators.indexOf(next);
	if (at < 0) throw new Error("the operator to insert before is not in the subgraph");
	subgraph.operators.splice(at, 0, ...operators);
	for (const { inputs, outputs, intermediates } of operators) addTensors(subgraph, ...[
		...inputs,
		...outputs,
		...intermediates
	].filter((tensor) => tensor !== null));
}
function insertAfter(subgraph, previous, ...operators) {
	const at = previous === null ? 0 : subgraph.operators.indexOf(previous) + 1;
	if (previous !== null && at === 0) throw new Error("the operator to insert after is not in the subgraph");
	insertBefore(subgraph, subgraph.operators[at] ?? null, ...operators);
}
function removeOperators(subgraph, operators) {
	const gone = new Set(operators);
	subgraph.operators = subgraph.operators.filter((operator) => !gone.has(operator));
}
function replaceInput(subgraph, from, to, operators = subgraph.operators) {
	addTensors(subgraph, to);
	for (const operator of operators) operator.inputs = operator.inputs.map((input) => input === from ? to : input);
}
function replaceOutput(model, subgraph, from, to) {
	addTensors(subgraph, to);
	subgraph.outputs = subgraph.outputs.map((output) => output === from ? to : output);
	for (const signature of model.signatures) {
		if (signature.subgraph !== subgraph) continue;
		for (const entry of signature.outputs) if (entry.tensor === from) entry.tensor = to;
	}
}
function replaceGraphInput(model, subgraph, from, to) {
	addTensors(subgraph, to);
	subgraph.inputs = subgraph.inputs.map((input) => input === from ? to : input);
	for (const signature of model.signatures) {
		if (signature.subgraph !== subgraph) continue;
		for (const entry of signature.inputs) if (entry.tensor === from) entry.tensor = to;
	}
}
function removeUnusedTensors(model) {
	const used = usedTensors(model);
	for (const subgraph of model.subgraphs) subgraph.tensors = subgraph.tensors.filter((tensor) => used.has(tensor));
}
export { ActivationFunctionType, AddOptionsT, BatchMatMulOptionsT, BuiltinOperator, ConcatenationOptionsT, Conv2DOptionsT, DensifyOptionsT, DepthwiseConv2DOptionsT, DequantizeOptionsT, DimensionMetadataT, DivOptionsT, FullyConnectedOptionsT, GatherOptionsT, GeluOptionsT, Int32VectorT, LeakyReluOptionsT, MirrorPadOptionsT, MulOptionsT, PackOptionsT, Padding, Pool2DOptionsT, QuantizeOptionsT, ReducerOptionsT, ReshapeOptionsT, ResizeBilinearOptionsT, SoftmaxOptionsT, SparseIndexVector, SparsityParametersT, StridedSliceOptionsT, TensorType, TransposeConvOptionsT, Uint16VectorT, Uint8VectorT, UnpackOptionsT, activationPassesFactors, addTensors, bfloat16ToFloat32, bitsPerElement, byteCount, bytesOf, calledSubgraphs, classesOf, cloneModel, cloneQuantization, consumers, contradiction, densify, detectionOperator, elementCount, elements, elementsOf, factsOf, fillDetectionShapes, fitsOpen, fixDynamicShapes, float16ToFloat32, float32ToFloat16, freshName, graphOf, hasWrongTensors, headOf, holdsNumbers, inputRole, insertAfter, insertBefore, inspect, isClassNumber, isDynamic, isLarger, isReal, isUnpackable, kernelType, knownOperators, logitsOf, macs, mainSubgraph, maxTensorBytes, modelInterface, newModel, newOperator, newQuantization, newSubgraph, newTensor, openModel, operatorName, operatorRule, optionsOf, outputParts, outputRole, packBits, producedBytes, producers, raiseVersion, readModel, realValues, removeOperators, removeUnusedTensors, replaceGraphInput, replaceInput, replaceOutput, ruleOf, settleShapes, shapeText, storedAs, tensorName, totalMacs, typedData, unpackBits, withInputShapes, writeModel };
