/** Where in an outside file something is wrong, and what the user can do about it. */
interface InputErrorDetails {
    /** The file as the user named it. */
    file?: string;
    /** A position inside the file: `line 12`, `sample 17`, `tensor 3 ("conv1/weights")`, `byte 0x40`. */
    place?: string;
    /** The way out, as an imperative: `Run "git lfs pull"`. */
    hint?: string;
    /** Further problems of the same file, where several were found at once. */
    others?: InputError[];
    cause?: unknown;
}
/** An error that can come of any run (bad input, a missing emulator, no time left); any other is a defect. */
declare class ExpectedError extends Error {
}
/**
 * Input from outside (model, config, data set, event, environment) that litetrim can't work with.
 *
 * Its message is one line: `file: place: what is wrong. Way out.` The command line prints it and
 * exits with code 2; anything that isn't an InputError is a defect of litetrim. Whatever is quoted in it is
 * shortened, and so is the line; `details` keep names as they are, for programs.
 */
declare class InputError extends ExpectedError {
    readonly details: InputErrorDetails;
    constructor(problem: string, details?: InputErrorDetails);
}

/**
 * Tells whoever waits how far a long piece of work is. A terminal draws it; a log and `--json` stay
 * quiet. Work reports through this interface and never writes to the terminal itself.
 */
interface Progress {
    /** Starts a named stage of `total` steps (0: unknown) and returns how to advance and end it. */
    stage(name: string, total: number): ProgressStage;
}
interface ProgressStage {
    /** Sets how many of the total steps are done. */
    update(done: number): void;
    end(): void;
}

/** A figure with its 95 % interval. */
interface Estimate {
    value: number;
    low: number;
    high: number;
}

/** A model that couldn't be measured on a device: the emulated process crashed, hung or ran out of memory. */
declare class DeviceRunError extends ExpectedError {
    readonly file: string;
    readonly device: string;
    constructor(file: string, device: string, problem: string, cause?: unknown);
}

/**
 * How far a latency can be trusted: modelled after measurements of this core, after its class, or after neither;
 * or measured by the clock of the machine itself.
 */
type Confidence = 'fitted' | 'derived' | 'extrapolated' | 'measured';
/** One operator as the runtime executed it on the device. */
interface LayerCost {
    index: number;
    /** TFLite's or XNNPACK's operator name. */
    operator: string;
    /** Micro-kernel family that the runtime chose, as its profiler says; null outside the delegate. */
    kernel: string | null;
    /** null where nothing counted them, as for cycles and what follows from these. */
    instructions: number | null;
    cycles: number | null;
    /** Part of the inference's time, 0..1. */
    share: number;
    /** Multiply-accumulates, 0 where it has none; null where the layer can't be told apart in the model. */
    macs: number | null;
    /** As many of them as are by weights that aren't zero, where a sparse kernel ran, which leaves out the others. */
    effectiveMacs?: number;
    /** What took most of its cycles: the core's own work, or waiting for lines of memory. */
    bound: 'core' | 'memory' | null;
    /** Lines that weren't found in the level 1 cache, level 2 cache, and so on, as many levels as are counted. */
    misses: number[];
    /** Whether XNNPACK ran it; false: it fell out of the delegate, and LiteRT's own kernel did. */
    delegated: boolean;
}
/** One model on one device, one thread, steady state (second inference or later). */
interface DeviceMeasurement {
    device: string;
    /** Versions of everything the figures depend on, for reading: `LiteRT 2.3.0, QEMU 7.2.19, …`. */
    runtime: string;
    /** Names everything that the figures depend on (result-cache.ts): equal keys, equal figures, where modelled. */
    key: string;
    confidence: Confidence;
    /** null where nothing counted them: on a machine that isn't emulated. */
    instructions: number | null;
    cycles: number | null;
    /** Of one inference; of many measured ones the median. */
    latencyMs: number;
    /** How far measured inferences lie apart; left out where a latency is modelled, which is exact. */
    spread?: Spread;
    /** benchmark_model's "Init": preparing the model and its delegate; reading the file apart. */
    loadMs: number;
    /** benchmark_model's "First inference". `latencyMs` is its "Inference (avg)". */
    firstInferenceMs: number;
    /** Bytes the process allocates at its peak, loading and running; the mapped model file apart. */
    peakMemoryBytes: number;
    layers: LayerCost[];
    /** What a reader should know of the figures, a sentence each. */
    notes: string[];
}
/** Of the measured times of one inference. */
interface Spread {
    /** How many inferences were measured. */
    runs: number;
    /** Quartiles: half of all runs lie between them. */
    lowMs: number;
    highMs: number;
}

declare enum Encoding {
    UTF8_BYTES = 1,
    UTF16_STRING = 2
}

declare class ByteBuffer {
    private bytes_;
    private position_;
    private text_decoder_;
    /**
     * Create a new ByteBuffer with a given array of bytes (`Uint8Array`)
     */
    constructor(bytes_: Uint8Array);
    /**
     * Create and allocate a new ByteBuffer with a given size.
     */
    static allocate(byte_size: number): ByteBuffer;
    clear(): void;
    /**
     * Get the underlying `Uint8Array`.
     */
    bytes(): Uint8Array;
    /**
     * Get the buffer's position.
     */
    position(): number;
    /**
     * Set the buffer's position.
     */
    setPosition(position: number): void;
    /**
     * Get the buffer's capacity.
     */
    capacity(): number;
    readInt8(offset: number): number;
    readUint8(offset: number): number;
    readInt16(offset: number): number;
    readUint16(offset: number): number;
    readInt32(offset: number): number;
    readUint32(offset: number): number;
    readInt64(offset: number): bigint;
    readUint64(offset: number): bigint;
    readFloat32(offset: number): number;
    readFloat64(offset: number): number;
    writeInt8(offset: number, value: number): void;
    writeUint8(offset: number, value: number): void;
    writeInt16(offset: number, value: number): void;
    writeUint16(offset: number, value: number): void;
    writeInt32(offset: number, value: number): void;
    writeUint32(offset: number, value: number): void;
    writeInt64(offset: number, value: bigint): void;
    writeUint64(offset: number, value: bigint): void;
    writeFloat32(offset: number, value: number): void;
    writeFloat64(offset: number, value: number): void;
    /**
     * Return the file identifier.   Behavior is undefined for FlatBuffers whose
     * schema does not include a file_identifier (likely points at padding or the
     * start of a the root vtable).
     */
    getBufferIdentifier(): string;
    /**
     * Look up a field in the vtable, return an offset into the object, or 0 if the
     * field is not present.
     */
    __offset(bb_pos: number, vtable_offset: number): Offset;
    /**
     * Initialize any Table-derived type to point to the union at the given offset.
     */
    __union(t: Table, offset: number): Table;
    /**
     * Create a JavaScript string from UTF-8 data stored inside the FlatBuffer.
     * This allocates a new string and converts to wide chars upon each access.
     *
     * To avoid the conversion to string, pass Encoding.UTF8_BYTES as the
     * "optionalEncoding" argument. This is useful for avoiding conversion when
     * the data will just be packaged back up in another FlatBuffer later on.
     *
     * @param offset
     * @param opt_encoding Defaults to UTF16_STRING
     */
    __string(offset: number, opt_encoding?: Encoding): string | Uint8Array;
    /**
     * Handle unions that can contain string as its member, if a Table-derived type then initialize it,
     * if a string then return a new one
     *
     * WARNING: strings are immutable in JS so we can't change the string that the user gave us, this
     * makes the behaviour of __union_with_string different compared to __union
     */
    __union_with_string(o: Table | string, offset: number): Table | string;
    /**
     * Retrieve the relative offset stored at "offset"
     */
    __indirect(offset: Offset): Offset;
    /**
     * Get the start of data of a vector whose offset is stored at "offset" in this object.
     */
    __vector(offset: Offset): Offset;
    /**
     * Get the length of a vector whose offset is stored at "offset" in this object.
     */
    __vector_len(offset: Offset): Offset;
    __has_identifier(ident: string): boolean;
    /**
     * A helper function for generating list for obj api
     */
    createScalarList<T>(listAccessor: (i: number) => T | null, listLength: number): T[];
    /**
     * A helper function for generating list for obj api
     * @param listAccessor function that accepts an index and return data at that index
     * @param listLength listLength
     * @param res result list
     */
    createObjList<T1 extends IUnpackableObject<T2>, T2 extends IGeneratedObject>(listAccessor: (i: number) => T1 | null, listLength: number): T2[];
}

declare class Builder {
    private bb;
    /** Remaining space in the ByteBuffer. */
    private space;
    /** Minimum alignment encountered so far. */
    private minalign;
    /** The vtable for the current table. */
    private vtable;
    /** The amount of fields we're actually using. */
    private vtable_in_use;
    /** Whether we are currently serializing a table. */
    private isNested;
    /** Starting offset of the current struct/table. */
    private object_start;
    /** List of offsets of all vtables. */
    private vtables;
    /** For the current vector being built. */
    private vector_num_elems;
    /** False omits default values from the serialized data */
    private force_defaults;
    private string_maps;
    private text_encoder;
    /**
     * Create a FlatBufferBuilder.
     */
    constructor(opt_initial_size?: number);
    clear(): void;
    /**
     * In order to save space, fields that are set to their default value
     * don't get serialized into the buffer. Forcing defaults provides a
     * way to manually disable this optimization.
     *
     * @param forceDefaults true always serializes default values
     */
    forceDefaults(forceDefaults: boolean): void;
    /**
     * Get the ByteBuffer representing the FlatBuffer. Only call this after you've
     * called finish(). The actual data starts at the ByteBuffer's current position,
     * not necessarily at 0.
     */
    dataBuffer(): ByteBuffer;
    /**
     * Get the bytes representing the FlatBuffer. Only call this after you've
     * called finish().
     */
    asUint8Array(): Uint8Array;
    /**
     * Prepare to write an element of `size` after `additional_bytes` have been
     * written, e.g. if you write a string, you need to align such the int length
     * field is aligned to 4 bytes, and the string data follows it directly. If all
     * you need to do is alignment, `additional_bytes` will be 0.
     *
     * @param size This is the of the new element to write
     * @param additional_bytes The padding size
     */
    prep(size: number, additional_bytes: number): void;
    pad(byte_size: number): void;
    writeInt8(value: number): void;
    writeInt16(value: number): void;
    writeInt32(value: number): void;
    writeInt64(value: bigint): void;
    writeFloat32(value: number): void;
    writeFloat64(value: number): void;
    /**
     * Add an `int8` to the buffer, properly aligned, and grows the buffer (if necessary).
     * @param value The `int8` to add the buffer.
     */
    addInt8(value: number): void;
    /**
     * Add an `int16` to the buffer, properly aligned, and grows the buffer (if necessary).
     * @param value The `int16` to add the buffer.
     */
    addInt16(value: number): void;
    /**
     * Add an `int32` to the buffer, properly aligned, and grows the buffer (if necessary).
     * @param value The `int32` to add the buffer.
     */
    addInt32(value: number): void;
    /**
     * Add an `int64` to the buffer, properly aligned, and grows the buffer (if necessary).
     * @param value The `int64` to add the buffer.
     */
    addInt64(value: bigint): void;
    /**
     * Add a `float32` to the buffer, properly aligned, and grows the buffer (if necessary).
     * @param value The `float32` to add the buffer.
     */
    addFloat32(value: number): void;
    /**
     * Add a `float64` to the buffer, properly aligned, and grows the buffer (if necessary).
     * @param value The `float64` to add the buffer.
     */
    addFloat64(value: number): void;
    addFieldInt8(voffset: number, value: number, defaultValue: number | null): void;
    addFieldInt16(voffset: number, value: number, defaultValue: number | null): void;
    addFieldInt32(voffset: number, value: number, defaultValue: number | null): void;
    addFieldInt64(voffset: number, value: bigint, defaultValue: bigint | null): void;
    addFieldFloat32(voffset: number, value: number, defaultValue: number | null): void;
    addFieldFloat64(voffset: number, value: number, defaultValue: number | null): void;
    addFieldOffset(voffset: number, value: Offset, defaultValue: Offset): void;
    /**
     * Structs are stored inline, so nothing additional is being added. `d` is always 0.
     */
    addFieldStruct(voffset: number, value: Offset, defaultValue: Offset): void;
    /**
     * Structures are always stored inline, they need to be created right
     * where they're used.  You'll get this assertion failure if you
     * created it elsewhere.
     */
    nested(obj: Offset): void;
    /**
     * Should not be creating any other object, string or vector
     * while an object is being constructed
     */
    notNested(): void;
    /**
     * Set the current vtable at `voffset` to the current location in the buffer.
     */
    slot(voffset: number): void;
    /**
     * @returns Offset relative to the end of the buffer.
     */
    offset(): Offset;
    /**
     * Doubles the size of the backing ByteBuffer and copies the old data towards
     * the end of the new buffer (since we build the buffer backwards).
     *
     * @param bb The current buffer with the existing data
     * @returns A new byte buffer with the old data copied
     * to it. The data is located at the end of the buffer.
     *
     * uint8Array.set() formally takes {Array<number>|ArrayBufferView}, so to pass
     * it a uint8Array we need to suppress the type check:
     * @suppress {checkTypes}
     */
    static growByteBuffer(bb: ByteBuffer): ByteBuffer;
    /**
     * Adds on offset, relative to where it will be written.
     *
     * @param offset The offset to add.
     */
    addOffset(offset: Offset): void;
    /**
     * Start encoding a new object in the buffer.  Users will not usually need to
     * call this directly. The FlatBuffers compiler will generate helper methods
     * that call this method internally.
     */
    startObject(numfields: number): void;
    /**
     * Finish off writing the object that is under construction.
     *
     * @returns The offset to the object inside `dataBuffer`
     */
    endObject(): Offset;
    /**
     * Finalize a buffer, poiting to the given `root_table`.
     */
    finish(root_table: Offset, opt_file_identifier?: string, opt_size_prefix?: boolean): void;
    /**
     * Finalize a size prefixed buffer, pointing to the given `root_table`.
     */
    finishSizePrefixed(this: Builder, root_table: Offset, opt_file_identifier?: string): void;
    /**
     * This checks a required field has been set in a given table that has
     * just been constructed.
     */
    requiredField(table: Offset, field: number): void;
    /**
     * Start a new array/vector of objects.  Users usually will not call
     * this directly. The FlatBuffers compiler will create a start/end
     * method for vector types in generated code.
     *
     * @param elem_size The size of each element in the array
     * @param num_elems The number of elements in the array
     * @param alignment The alignment of the array
     */
    startVector(elem_size: number, num_elems: number, alignment: number): void;
    /**
     * Finish off the creation of an array and all its elements. The array must be
     * created with `startVector`.
     *
     * @returns The offset at which the newly created array
     * starts.
     */
    endVector(): Offset;
    /**
     * Encode the string `s` in the buffer using UTF-8. If the string passed has
     * already been seen, we return the offset of the already written string
     *
     * @param s The string to encode
     * @return The offset in the buffer where the encoded string starts
     */
    createSharedString(s: string | Uint8Array): Offset;
    /**
     * Encode the string `s` in the buffer using UTF-8. If a Uint8Array is passed
     * instead of a string, it is assumed to contain valid UTF-8 encoded data.
     *
     * @param s The string to encode
     * @return The offset in the buffer where the encoded string starts
     */
    createString(s: string | Uint8Array | null | undefined): Offset;
    /**
     * Create a byte vector.
     *
     * @param v The bytes to add
     * @returns The offset in the buffer where the byte vector starts
     */
    createByteVector(v: Uint8Array | null | undefined): Offset;
    /**
     * A helper function to pack an object
     *
     * @returns offset of obj
     */
    createObjectOffset(obj: string | IGeneratedObject | null): Offset;
    /**
     * A helper function to pack a list of object
     *
     * @returns list of offsets of each non null object
     */
    createObjectOffsetList(list: (string | IGeneratedObject)[]): Offset[];
    createStructOffsetList(list: (string | IGeneratedObject)[], startFunc: (builder: Builder, length: number) => void): Offset;
}

type Offset = number;
type Table = {
    bb: ByteBuffer;
    bb_pos: number;
};
interface IGeneratedObject {
    pack(builder: Builder): Offset;
}
interface IUnpackableObject<T> {
    unpack(): T;
}

declare class ATan2OptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class AbsOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare enum ActivationFunctionType {
    NONE = 0,
    RELU = 1,
    RELU_N1_TO_1 = 2,
    RELU6 = 3,
    TANH = 4,
    SIGN_BIT = 5
}

declare class AddNOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class AddOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    potScaleInt16: boolean;
    constructor(fusedActivationFunction?: ActivationFunctionType, potScaleInt16?: boolean);
    pack(builder: Builder): Offset;
}

declare enum TensorType {
    FLOAT32 = 0,
    FLOAT16 = 1,
    INT32 = 2,
    UINT8 = 3,
    INT64 = 4,
    STRING = 5,
    BOOL = 6,
    INT16 = 7,
    COMPLEX64 = 8,
    INT8 = 9,
    FLOAT64 = 10,
    COMPLEX128 = 11,
    UINT64 = 12,
    RESOURCE = 13,
    VARIANT = 14,
    UINT32 = 15,
    UINT16 = 16,
    INT4 = 17,
    BFLOAT16 = 18,
    INT2 = 19,
    UINT4 = 20,
    FLOAT8_E4M3FN = 21,
    FLOAT8_E5M2 = 22
}

declare class ArgMaxOptionsT {
    outputType: TensorType;
    constructor(outputType?: TensorType);
    pack(builder: Builder): Offset;
}

declare class ArgMinOptionsT {
    outputType: TensorType;
    constructor(outputType?: TensorType);
    pack(builder: Builder): Offset;
}

declare class AssignVariableOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class BatchMatMulOptionsT {
    adjX: boolean;
    adjY: boolean;
    asymmetricQuantizeInputs: boolean;
    constructor(adjX?: boolean, adjY?: boolean, asymmetricQuantizeInputs?: boolean);
    pack(builder: Builder): Offset;
}

declare class BatchToSpaceNDOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class BidirectionalSequenceLSTMOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    cellClip: number;
    projClip: number;
    mergeOutputs: boolean;
    timeMajor: boolean;
    asymmetricQuantizeInputs: boolean;
    constructor(fusedActivationFunction?: ActivationFunctionType, cellClip?: number, projClip?: number, mergeOutputs?: boolean, timeMajor?: boolean, asymmetricQuantizeInputs?: boolean);
    pack(builder: Builder): Offset;
}

declare class BidirectionalSequenceRNNOptionsT {
    timeMajor: boolean;
    fusedActivationFunction: ActivationFunctionType;
    mergeOutputs: boolean;
    asymmetricQuantizeInputs: boolean;
    constructor(timeMajor?: boolean, fusedActivationFunction?: ActivationFunctionType, mergeOutputs?: boolean, asymmetricQuantizeInputs?: boolean);
    pack(builder: Builder): Offset;
}

declare class BitcastOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class BitwiseXorOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class BroadcastToOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class BucketizeOptionsT {
    boundaries: (number)[];
    constructor(boundaries?: (number)[]);
    pack(builder: Builder): Offset;
}

declare enum BuiltinOperator {
    ADD = 0,
    AVERAGE_POOL_2D = 1,
    CONCATENATION = 2,
    CONV_2D = 3,
    DEPTHWISE_CONV_2D = 4,
    DEPTH_TO_SPACE = 5,
    DEQUANTIZE = 6,
    EMBEDDING_LOOKUP = 7,
    FLOOR = 8,
    FULLY_CONNECTED = 9,
    HASHTABLE_LOOKUP = 10,
    L2_NORMALIZATION = 11,
    L2_POOL_2D = 12,
    LOCAL_RESPONSE_NORMALIZATION = 13,
    LOGISTIC = 14,
    LSH_PROJECTION = 15,
    LSTM = 16,
    MAX_POOL_2D = 17,
    MUL = 18,
    RELU = 19,
    RELU_N1_TO_1 = 20,
    RELU6 = 21,
    RESHAPE = 22,
    RESIZE_BILINEAR = 23,
    RNN = 24,
    SOFTMAX = 25,
    SPACE_TO_DEPTH = 26,
    SVDF = 27,
    TANH = 28,
    CONCAT_EMBEDDINGS = 29,
    SKIP_GRAM = 30,
    CALL = 31,
    CUSTOM = 32,
    EMBEDDING_LOOKUP_SPARSE = 33,
    PAD = 34,
    UNIDIRECTIONAL_SEQUENCE_RNN = 35,
    GATHER = 36,
    BATCH_TO_SPACE_ND = 37,
    SPACE_TO_BATCH_ND = 38,
    TRANSPOSE = 39,
    MEAN = 40,
    SUB = 41,
    DIV = 42,
    SQUEEZE = 43,
    UNIDIRECTIONAL_SEQUENCE_LSTM = 44,
    STRIDED_SLICE = 45,
    BIDIRECTIONAL_SEQUENCE_RNN = 46,
    EXP = 47,
    TOPK_V2 = 48,
    SPLIT = 49,
    LOG_SOFTMAX = 50,
    DELEGATE = 51,
    BIDIRECTIONAL_SEQUENCE_LSTM = 52,
    CAST = 53,
    PRELU = 54,
    MAXIMUM = 55,
    ARG_MAX = 56,
    MINIMUM = 57,
    LESS = 58,
    NEG = 59,
    PADV2 = 60,
    GREATER = 61,
    GREATER_EQUAL = 62,
    LESS_EQUAL = 63,
    SELECT = 64,
    SLICE = 65,
    SIN = 66,
    TRANSPOSE_CONV = 67,
    SPARSE_TO_DENSE = 68,
    TILE = 69,
    EXPAND_DIMS = 70,
    EQUAL = 71,
    NOT_EQUAL = 72,
    LOG = 73,
    SUM = 74,
    SQRT = 75,
    RSQRT = 76,
    SHAPE = 77,
    POW = 78,
    ARG_MIN = 79,
    FAKE_QUANT = 80,
    REDUCE_PROD = 81,
    REDUCE_MAX = 82,
    PACK = 83,
    LOGICAL_OR = 84,
    ONE_HOT = 85,
    LOGICAL_AND = 86,
    LOGICAL_NOT = 87,
    UNPACK = 88,
    REDUCE_MIN = 89,
    FLOOR_DIV = 90,
    REDUCE_ANY = 91,
    SQUARE = 92,
    ZEROS_LIKE = 93,
    FILL = 94,
    FLOOR_MOD = 95,
    RANGE = 96,
    RESIZE_NEAREST_NEIGHBOR = 97,
    LEAKY_RELU = 98,
    SQUARED_DIFFERENCE = 99,
    MIRROR_PAD = 100,
    ABS = 101,
    SPLIT_V = 102,
    UNIQUE = 103,
    CEIL = 104,
    REVERSE_V2 = 105,
    ADD_N = 106,
    GATHER_ND = 107,
    COS = 108,
    WHERE = 109,
    RANK = 110,
    ELU = 111,
    REVERSE_SEQUENCE = 112,
    MATRIX_DIAG = 113,
    QUANTIZE = 114,
    MATRIX_SET_DIAG = 115,
    ROUND = 116,
    HARD_SWISH = 117,
    IF = 118,
    WHILE = 119,
    NON_MAX_SUPPRESSION_V4 = 120,
    NON_MAX_SUPPRESSION_V5 = 121,
    SCATTER_ND = 122,
    SELECT_V2 = 123,
    DENSIFY = 124,
    SEGMENT_SUM = 125,
    BATCH_MATMUL = 126,
    PLACEHOLDER_FOR_GREATER_OP_CODES = 127,
    CUMSUM = 128,
    CALL_ONCE = 129,
    BROADCAST_TO = 130,
    RFFT2D = 131,
    CONV_3D = 132,
    IMAG = 133,
    REAL = 134,
    COMPLEX_ABS = 135,
    HASHTABLE = 136,
    HASHTABLE_FIND = 137,
    HASHTABLE_IMPORT = 138,
    HASHTABLE_SIZE = 139,
    REDUCE_ALL = 140,
    CONV_3D_TRANSPOSE = 141,
    VAR_HANDLE = 142,
    READ_VARIABLE = 143,
    ASSIGN_VARIABLE = 144,
    BROADCAST_ARGS = 145,
    RANDOM_STANDARD_NORMAL = 146,
    BUCKETIZE = 147,
    RANDOM_UNIFORM = 148,
    MULTINOMIAL = 149,
    GELU = 150,
    DYNAMIC_UPDATE_SLICE = 151,
    RELU_0_TO_1 = 152,
    UNSORTED_SEGMENT_PROD = 153,
    UNSORTED_SEGMENT_MAX = 154,
    UNSORTED_SEGMENT_SUM = 155,
    ATAN2 = 156,
    UNSORTED_SEGMENT_MIN = 157,
    SIGN = 158,
    BITCAST = 159,
    BITWISE_XOR = 160,
    RIGHT_SHIFT = 161,
    STABLEHLO_LOGISTIC = 162,
    STABLEHLO_ADD = 163,
    STABLEHLO_DIVIDE = 164,
    STABLEHLO_MULTIPLY = 165,
    STABLEHLO_MAXIMUM = 166,
    STABLEHLO_RESHAPE = 167,
    STABLEHLO_CLAMP = 168,
    STABLEHLO_CONCATENATE = 169,
    STABLEHLO_BROADCAST_IN_DIM = 170,
    STABLEHLO_CONVOLUTION = 171,
    STABLEHLO_SLICE = 172,
    STABLEHLO_CUSTOM_CALL = 173,
    STABLEHLO_REDUCE = 174,
    STABLEHLO_ABS = 175,
    STABLEHLO_AND = 176,
    STABLEHLO_COSINE = 177,
    STABLEHLO_EXPONENTIAL = 178,
    STABLEHLO_FLOOR = 179,
    STABLEHLO_LOG = 180,
    STABLEHLO_MINIMUM = 181,
    STABLEHLO_NEGATE = 182,
    STABLEHLO_OR = 183,
    STABLEHLO_POWER = 184,
    STABLEHLO_REMAINDER = 185,
    STABLEHLO_RSQRT = 186,
    STABLEHLO_SELECT = 187,
    STABLEHLO_SUBTRACT = 188,
    STABLEHLO_TANH = 189,
    STABLEHLO_SCATTER = 190,
    STABLEHLO_COMPARE = 191,
    STABLEHLO_CONVERT = 192,
    STABLEHLO_DYNAMIC_SLICE = 193,
    STABLEHLO_DYNAMIC_UPDATE_SLICE = 194,
    STABLEHLO_PAD = 195,
    STABLEHLO_IOTA = 196,
    STABLEHLO_DOT_GENERAL = 197,
    STABLEHLO_REDUCE_WINDOW = 198,
    STABLEHLO_SORT = 199,
    STABLEHLO_WHILE = 200,
    STABLEHLO_GATHER = 201,
    STABLEHLO_TRANSPOSE = 202,
    DILATE = 203,
    STABLEHLO_RNG_BIT_GENERATOR = 204,
    REDUCE_WINDOW = 205,
    STABLEHLO_COMPOSITE = 206,
    STABLEHLO_SHIFT_LEFT = 207,
    STABLEHLO_CBRT = 208,
    STABLEHLO_CASE = 209
}

declare class CallOnceOptionsT {
    initSubgraphIndex: number;
    constructor(initSubgraphIndex?: number);
    pack(builder: Builder): Offset;
}

declare class CallOptionsT {
    subgraph: number;
    constructor(subgraph?: number);
    pack(builder: Builder): Offset;
}

declare class CastOptionsT {
    inDataType: TensorType;
    outDataType: TensorType;
    constructor(inDataType?: TensorType, outDataType?: TensorType);
    pack(builder: Builder): Offset;
}

declare class ConcatEmbeddingsOptionsT {
    numChannels: number;
    numColumnsPerChannel: (number)[];
    embeddingDimPerChannel: (number)[];
    constructor(numChannels?: number, numColumnsPerChannel?: (number)[], embeddingDimPerChannel?: (number)[]);
    pack(builder: Builder): Offset;
}

declare class ConcatenationOptionsT {
    axis: number;
    fusedActivationFunction: ActivationFunctionType;
    constructor(axis?: number, fusedActivationFunction?: ActivationFunctionType);
    pack(builder: Builder): Offset;
}

declare enum Padding {
    SAME = 0,
    VALID = 1
}

declare class Conv2DOptionsT {
    padding: Padding;
    strideW: number;
    strideH: number;
    fusedActivationFunction: ActivationFunctionType;
    dilationWFactor: number;
    dilationHFactor: number;
    quantizedBiasType: TensorType;
    constructor(padding?: Padding, strideW?: number, strideH?: number, fusedActivationFunction?: ActivationFunctionType, dilationWFactor?: number, dilationHFactor?: number, quantizedBiasType?: TensorType);
    pack(builder: Builder): Offset;
}

declare class Conv3DOptionsT {
    padding: Padding;
    strideD: number;
    strideW: number;
    strideH: number;
    fusedActivationFunction: ActivationFunctionType;
    dilationDFactor: number;
    dilationWFactor: number;
    dilationHFactor: number;
    constructor(padding?: Padding, strideD?: number, strideW?: number, strideH?: number, fusedActivationFunction?: ActivationFunctionType, dilationDFactor?: number, dilationWFactor?: number, dilationHFactor?: number);
    pack(builder: Builder): Offset;
}

declare class CosOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class CumsumOptionsT {
    exclusive: boolean;
    reverse: boolean;
    constructor(exclusive?: boolean, reverse?: boolean);
    pack(builder: Builder): Offset;
}

declare class DensifyOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class DepthToSpaceOptionsT {
    blockSize: number;
    constructor(blockSize?: number);
    pack(builder: Builder): Offset;
}

declare class DepthwiseConv2DOptionsT {
    padding: Padding;
    strideW: number;
    strideH: number;
    depthMultiplier: number;
    fusedActivationFunction: ActivationFunctionType;
    dilationWFactor: number;
    dilationHFactor: number;
    constructor(padding?: Padding, strideW?: number, strideH?: number, depthMultiplier?: number, fusedActivationFunction?: ActivationFunctionType, dilationWFactor?: number, dilationHFactor?: number);
    pack(builder: Builder): Offset;
}

declare class DequantizeOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class DivOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    constructor(fusedActivationFunction?: ActivationFunctionType);
    pack(builder: Builder): Offset;
}

declare class DynamicUpdateSliceOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare enum CombinerType {
    SUM = 0,
    MEAN = 1,
    SQRTN = 2
}

declare class EmbeddingLookupSparseOptionsT {
    combiner: CombinerType;
    constructor(combiner?: CombinerType);
    pack(builder: Builder): Offset;
}

declare class EqualOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class ExpOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class ExpandDimsOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class FakeQuantOptionsT {
    min: number;
    max: number;
    numBits: number;
    narrowRange: boolean;
    constructor(min?: number, max?: number, numBits?: number, narrowRange?: boolean);
    pack(builder: Builder): Offset;
}

declare class FillOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class FloorDivOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class FloorModOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare enum FullyConnectedOptionsWeightsFormat {
    DEFAULT = 0,
    SHUFFLED4x16INT8 = 1
}

declare class FullyConnectedOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    weightsFormat: FullyConnectedOptionsWeightsFormat;
    keepNumDims: boolean;
    asymmetricQuantizeInputs: boolean;
    quantizedBiasType: TensorType;
    constructor(fusedActivationFunction?: ActivationFunctionType, weightsFormat?: FullyConnectedOptionsWeightsFormat, keepNumDims?: boolean, asymmetricQuantizeInputs?: boolean, quantizedBiasType?: TensorType);
    pack(builder: Builder): Offset;
}

declare class GatherNdOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class GatherOptionsT {
    axis: number;
    batchDims: number;
    constructor(axis?: number, batchDims?: number);
    pack(builder: Builder): Offset;
}

declare class GeluOptionsT {
    approximate: boolean;
    constructor(approximate?: boolean);
    pack(builder: Builder): Offset;
}

declare class GreaterEqualOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class GreaterOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class HardSwishOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class HashtableFindOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class HashtableImportOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class HashtableOptionsT {
    tableId: number;
    keyDtype: TensorType;
    valueDtype: TensorType;
    constructor(tableId?: number, keyDtype?: TensorType, valueDtype?: TensorType);
    pack(builder: Builder): Offset;
}

declare class HashtableSizeOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class IfOptionsT {
    thenSubgraphIndex: number;
    elseSubgraphIndex: number;
    constructor(thenSubgraphIndex?: number, elseSubgraphIndex?: number);
    pack(builder: Builder): Offset;
}

declare class L2NormOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    constructor(fusedActivationFunction?: ActivationFunctionType);
    pack(builder: Builder): Offset;
}

declare enum LSHProjectionType {
    UNKNOWN = 0,
    SPARSE = 1,
    DENSE = 2
}

declare class LSHProjectionOptionsT {
    type: LSHProjectionType;
    constructor(type?: LSHProjectionType);
    pack(builder: Builder): Offset;
}

declare enum LSTMKernelType {
    FULL = 0,
    BASIC = 1
}

declare class LSTMOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    cellClip: number;
    projClip: number;
    kernelType: LSTMKernelType;
    asymmetricQuantizeInputs: boolean;
    constructor(fusedActivationFunction?: ActivationFunctionType, cellClip?: number, projClip?: number, kernelType?: LSTMKernelType, asymmetricQuantizeInputs?: boolean);
    pack(builder: Builder): Offset;
}

declare class LeakyReluOptionsT {
    alpha: number;
    constructor(alpha?: number);
    pack(builder: Builder): Offset;
}

declare class LessEqualOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class LessOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class LocalResponseNormalizationOptionsT {
    radius: number;
    bias: number;
    alpha: number;
    beta: number;
    constructor(radius?: number, bias?: number, alpha?: number, beta?: number);
    pack(builder: Builder): Offset;
}

declare class LogSoftmaxOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class LogicalAndOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class LogicalNotOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class LogicalOrOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class MatrixDiagOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class MatrixSetDiagOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class MaximumMinimumOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare enum MirrorPadMode {
    REFLECT = 0,
    SYMMETRIC = 1
}

declare class MirrorPadOptionsT {
    mode: MirrorPadMode;
    constructor(mode?: MirrorPadMode);
    pack(builder: Builder): Offset;
}

declare class MulOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    constructor(fusedActivationFunction?: ActivationFunctionType);
    pack(builder: Builder): Offset;
}

declare class NegOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class NonMaxSuppressionV4OptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class NonMaxSuppressionV5OptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class NotEqualOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class OneHotOptionsT {
    axis: number;
    constructor(axis?: number);
    pack(builder: Builder): Offset;
}

declare class PackOptionsT {
    valuesCount: number;
    axis: number;
    constructor(valuesCount?: number, axis?: number);
    pack(builder: Builder): Offset;
}

declare class PadOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class PadV2OptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class Pool2DOptionsT {
    padding: Padding;
    strideW: number;
    strideH: number;
    filterWidth: number;
    filterHeight: number;
    fusedActivationFunction: ActivationFunctionType;
    constructor(padding?: Padding, strideW?: number, strideH?: number, filterWidth?: number, filterHeight?: number, fusedActivationFunction?: ActivationFunctionType);
    pack(builder: Builder): Offset;
}

declare class PowOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class QuantizeOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class RNNOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    asymmetricQuantizeInputs: boolean;
    constructor(fusedActivationFunction?: ActivationFunctionType, asymmetricQuantizeInputs?: boolean);
    pack(builder: Builder): Offset;
}

declare class RandomOptionsT {
    seed: bigint;
    seed2: bigint;
    constructor(seed?: bigint, seed2?: bigint);
    pack(builder: Builder): Offset;
}

declare class RangeOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class RankOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class ReadVariableOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class ReducerOptionsT {
    keepDims: boolean;
    constructor(keepDims?: boolean);
    pack(builder: Builder): Offset;
}

declare class ReshapeOptionsT {
    newShape: (number)[];
    constructor(newShape?: (number)[]);
    pack(builder: Builder): Offset;
}

declare class ResizeBilinearOptionsT {
    newHeight: number;
    newWidth: number;
    alignCorners: boolean;
    halfPixelCenters: boolean;
    constructor(newHeight?: number, newWidth?: number, alignCorners?: boolean, halfPixelCenters?: boolean);
    pack(builder: Builder): Offset;
}

declare class ResizeNearestNeighborOptionsT {
    alignCorners: boolean;
    halfPixelCenters: boolean;
    constructor(alignCorners?: boolean, halfPixelCenters?: boolean);
    pack(builder: Builder): Offset;
}

declare class ReverseSequenceOptionsT {
    seqDim: number;
    batchDim: number;
    constructor(seqDim?: number, batchDim?: number);
    pack(builder: Builder): Offset;
}

declare class ReverseV2OptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class Rfft2dOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class RightShiftOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SVDFOptionsT {
    rank: number;
    fusedActivationFunction: ActivationFunctionType;
    asymmetricQuantizeInputs: boolean;
    constructor(rank?: number, fusedActivationFunction?: ActivationFunctionType, asymmetricQuantizeInputs?: boolean);
    pack(builder: Builder): Offset;
}

declare class ScatterNdOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SegmentSumOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SelectOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SelectV2OptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SequenceRNNOptionsT {
    timeMajor: boolean;
    fusedActivationFunction: ActivationFunctionType;
    asymmetricQuantizeInputs: boolean;
    constructor(timeMajor?: boolean, fusedActivationFunction?: ActivationFunctionType, asymmetricQuantizeInputs?: boolean);
    pack(builder: Builder): Offset;
}

declare class ShapeOptionsT {
    outType: TensorType;
    constructor(outType?: TensorType);
    pack(builder: Builder): Offset;
}

declare class SignOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SkipGramOptionsT {
    ngramSize: number;
    maxSkipSize: number;
    includeAllNgrams: boolean;
    constructor(ngramSize?: number, maxSkipSize?: number, includeAllNgrams?: boolean);
    pack(builder: Builder): Offset;
}

declare class SliceOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SoftmaxOptionsT {
    beta: number;
    constructor(beta?: number);
    pack(builder: Builder): Offset;
}

declare class SpaceToBatchNDOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SpaceToDepthOptionsT {
    blockSize: number;
    constructor(blockSize?: number);
    pack(builder: Builder): Offset;
}

declare class SparseToDenseOptionsT {
    validateIndices: boolean;
    constructor(validateIndices?: boolean);
    pack(builder: Builder): Offset;
}

declare class SplitOptionsT {
    numSplits: number;
    constructor(numSplits?: number);
    pack(builder: Builder): Offset;
}

declare class SplitVOptionsT {
    numSplits: number;
    constructor(numSplits?: number);
    pack(builder: Builder): Offset;
}

declare class SquareOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SquaredDifferenceOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class SqueezeOptionsT {
    squeezeDims: (number)[];
    constructor(squeezeDims?: (number)[]);
    pack(builder: Builder): Offset;
}

declare class StridedSliceOptionsT {
    beginMask: number;
    endMask: number;
    ellipsisMask: number;
    newAxisMask: number;
    shrinkAxisMask: number;
    offset: boolean;
    constructor(beginMask?: number, endMask?: number, ellipsisMask?: number, newAxisMask?: number, shrinkAxisMask?: number, offset?: boolean);
    pack(builder: Builder): Offset;
}

declare class SubOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    potScaleInt16: boolean;
    constructor(fusedActivationFunction?: ActivationFunctionType, potScaleInt16?: boolean);
    pack(builder: Builder): Offset;
}

declare class TileOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class TopKV2OptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class TransposeConvOptionsT {
    padding: Padding;
    strideW: number;
    strideH: number;
    fusedActivationFunction: ActivationFunctionType;
    quantizedBiasType: TensorType;
    constructor(padding?: Padding, strideW?: number, strideH?: number, fusedActivationFunction?: ActivationFunctionType, quantizedBiasType?: TensorType);
    pack(builder: Builder): Offset;
}

declare class TransposeOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class UnidirectionalSequenceLSTMOptionsT {
    fusedActivationFunction: ActivationFunctionType;
    cellClip: number;
    projClip: number;
    timeMajor: boolean;
    asymmetricQuantizeInputs: boolean;
    diagonalRecurrentTensors: boolean;
    constructor(fusedActivationFunction?: ActivationFunctionType, cellClip?: number, projClip?: number, timeMajor?: boolean, asymmetricQuantizeInputs?: boolean, diagonalRecurrentTensors?: boolean);
    pack(builder: Builder): Offset;
}

declare class UniqueOptionsT {
    idxOutType: TensorType;
    constructor(idxOutType?: TensorType);
    pack(builder: Builder): Offset;
}

declare class UnpackOptionsT {
    num: number;
    axis: number;
    constructor(num?: number, axis?: number);
    pack(builder: Builder): Offset;
}

declare class UnsortedSegmentMaxOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class UnsortedSegmentMinOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class UnsortedSegmentProdOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class UnsortedSegmentSumOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class VarHandleOptionsT {
    container: string | Uint8Array | null;
    sharedName: string | Uint8Array | null;
    constructor(container?: string | Uint8Array | null, sharedName?: string | Uint8Array | null);
    pack(builder: Builder): Offset;
}

declare class WhereOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class WhileOptionsT {
    condSubgraphIndex: number;
    bodySubgraphIndex: number;
    constructor(condSubgraphIndex?: number, bodySubgraphIndex?: number);
    pack(builder: Builder): Offset;
}

declare class ZerosLikeOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class DilateOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare enum ReduceWindowFunction {
    UNSUPPORTED = 0,
    ADD = 1,
    MUL = 2,
    MINIMUM = 3,
    MAXIMUM = 4,
    ALL = 5,
    ANY = 6
}

declare class ReduceWindowOptionsT {
    reduceFunction: ReduceWindowFunction;
    constructor(reduceFunction?: ReduceWindowFunction);
    pack(builder: Builder): Offset;
}

declare enum CustomOptionsFormat {
    FLEXBUFFERS = 0
}

declare class StableHLOCompositeOptionsT {
    name: string | Uint8Array | null;
    decompositionSubgraphIndex: number;
    compositeAttributes: (number)[];
    compositeAttributesFormat: CustomOptionsFormat;
    version: number;
    constructor(name?: string | Uint8Array | null, decompositionSubgraphIndex?: number, compositeAttributes?: (number)[], compositeAttributesFormat?: CustomOptionsFormat, version?: number);
    pack(builder: Builder): Offset;
}

declare class StablehloBroadcastInDimOptionsT {
    broadcastDimensions: (bigint)[];
    constructor(broadcastDimensions?: (bigint)[]);
    pack(builder: Builder): Offset;
}

declare class StablehloCaseOptionsT {
    branchSubgraphIndices: (number)[];
    constructor(branchSubgraphIndices?: (number)[]);
    pack(builder: Builder): Offset;
}

declare enum StablehloComparisonDirection {
    STABLEHLO_COMPARISON_DIRECTION_EQ = 0,
    STABLEHLO_COMPARISON_DIRECTION_NE = 1,
    STABLEHLO_COMPARISON_DIRECTION_GE = 2,
    STABLEHLO_COMPARISON_DIRECTION_GT = 3,
    STABLEHLO_COMPARISON_DIRECTION_LE = 4,
    STABLEHLO_COMPARISON_DIRECTION_LT = 5
}

declare enum StablehloComparisonType {
    STABLEHLO_COMPARISON_TYPE_NOTYPE = 0,
    STABLEHLO_COMPARISON_TYPE_FLOAT = 1,
    STABLEHLO_COMPARISON_TYPE_FLOAT_TOTAL_ORDER = 2,
    STABLEHLO_COMPARISON_TYPE_SIGNED = 3,
    STABLEHLO_COMPARISON_TYPE_UNSIGNED = 4
}

declare class StablehloCompareOptionsT {
    comparisonDirection: StablehloComparisonDirection;
    compareType: StablehloComparisonType;
    constructor(comparisonDirection?: StablehloComparisonDirection, compareType?: StablehloComparisonType);
    pack(builder: Builder): Offset;
}

declare class StablehloConcatenateOptionsT {
    dimension: bigint;
    constructor(dimension?: bigint);
    pack(builder: Builder): Offset;
}

declare enum StablehloPrecisionConfig {
    DEFAULT = 0,
    HIGH = 1,
    HIGHEST = 2
}

declare class StablehloConvolutionOptionsT {
    windowStrides: (bigint)[];
    padding: (bigint)[];
    lhsDilation: (bigint)[];
    rhsDilation: (bigint)[];
    windowReversal: (boolean)[];
    inputBatchDimension: bigint;
    inputFeatureDimension: bigint;
    inputSpatialDimensions: (bigint)[];
    kernelInputFeatureDimension: bigint;
    kernelOutputFeatureDimension: bigint;
    kernelSpatialDimensions: (bigint)[];
    outputBatchDimension: bigint;
    outputFeatureDimension: bigint;
    outputSpatialDimensions: (bigint)[];
    featureGroupCount: bigint;
    batchGroupCount: bigint;
    precisionConfig: (StablehloPrecisionConfig)[];
    constructor(windowStrides?: (bigint)[], padding?: (bigint)[], lhsDilation?: (bigint)[], rhsDilation?: (bigint)[], windowReversal?: (boolean)[], inputBatchDimension?: bigint, inputFeatureDimension?: bigint, inputSpatialDimensions?: (bigint)[], kernelInputFeatureDimension?: bigint, kernelOutputFeatureDimension?: bigint, kernelSpatialDimensions?: (bigint)[], outputBatchDimension?: bigint, outputFeatureDimension?: bigint, outputSpatialDimensions?: (bigint)[], featureGroupCount?: bigint, batchGroupCount?: bigint, precisionConfig?: (StablehloPrecisionConfig)[]);
    pack(builder: Builder): Offset;
}

declare class StablehloCustomCallOptionsT {
    callTargetName: string | Uint8Array | null;
    hasSideEffect: boolean;
    backendConfig: string | Uint8Array | null;
    apiVersion: number;
    calledComputations: (number)[];
    customAttributes: (number)[];
    constructor(callTargetName?: string | Uint8Array | null, hasSideEffect?: boolean, backendConfig?: string | Uint8Array | null, apiVersion?: number, calledComputations?: (number)[], customAttributes?: (number)[]);
    pack(builder: Builder): Offset;
}

declare class StablehloDotGeneralOptionsT {
    lhsBatchingDimensions: (bigint)[];
    rhsBatchingDimensions: (bigint)[];
    lhsContractingDimensions: (bigint)[];
    rhsContractingDimensions: (bigint)[];
    precisionConfig: (StablehloPrecisionConfig)[];
    constructor(lhsBatchingDimensions?: (bigint)[], rhsBatchingDimensions?: (bigint)[], lhsContractingDimensions?: (bigint)[], rhsContractingDimensions?: (bigint)[], precisionConfig?: (StablehloPrecisionConfig)[]);
    pack(builder: Builder): Offset;
}

declare class StablehloDynamicSliceOptionsT {
    sliceSizes: (bigint)[];
    constructor(sliceSizes?: (bigint)[]);
    pack(builder: Builder): Offset;
}

declare class StablehloGatherOptionsT {
    offsetDims: (bigint)[];
    collapsedSliceDims: (bigint)[];
    startIndexMap: (bigint)[];
    indexVectorDim: bigint;
    sliceSizes: (bigint)[];
    indicesAreSorted: boolean;
    constructor(offsetDims?: (bigint)[], collapsedSliceDims?: (bigint)[], startIndexMap?: (bigint)[], indexVectorDim?: bigint, sliceSizes?: (bigint)[], indicesAreSorted?: boolean);
    pack(builder: Builder): Offset;
}

declare class StablehloIotaOptionsT {
    iotaDimension: bigint;
    constructor(iotaDimension?: bigint);
    pack(builder: Builder): Offset;
}

declare class StablehloPadOptionsT {
    edgePaddingLow: (bigint)[];
    edgePaddingHigh: (bigint)[];
    interiorPadding: (bigint)[];
    constructor(edgePaddingLow?: (bigint)[], edgePaddingHigh?: (bigint)[], interiorPadding?: (bigint)[]);
    pack(builder: Builder): Offset;
}

declare class StablehloReduceOptionsT {
    dimensions: (bigint)[];
    bodySubgraphIndex: number;
    constructor(dimensions?: (bigint)[], bodySubgraphIndex?: number);
    pack(builder: Builder): Offset;
}

declare class StablehloReduceWindowOptionsT {
    windowDimensions: (bigint)[];
    windowStrides: (bigint)[];
    baseDilations: (bigint)[];
    windowDilations: (bigint)[];
    padding: (bigint)[];
    bodySubgraphIndex: number;
    constructor(windowDimensions?: (bigint)[], windowStrides?: (bigint)[], baseDilations?: (bigint)[], windowDilations?: (bigint)[], padding?: (bigint)[], bodySubgraphIndex?: number);
    pack(builder: Builder): Offset;
}

declare enum RngAlgorithm {
    DEFAULT = 0,
    PHILOX = 1,
    THREEFRY = 2
}

declare class StablehloRngBitGeneratorOptionsT {
    algorithm: RngAlgorithm;
    constructor(algorithm?: RngAlgorithm);
    pack(builder: Builder): Offset;
}

declare class StablehloScatterOptionsT {
    indicesAreSorted: boolean;
    updateWindowDims: (bigint)[];
    insertedWindowDims: (bigint)[];
    scatterDimsToOperandDims: (bigint)[];
    indexVectorDim: bigint;
    uniqueIndices: boolean;
    updateComputationSubgraphIndex: number;
    constructor(indicesAreSorted?: boolean, updateWindowDims?: (bigint)[], insertedWindowDims?: (bigint)[], scatterDimsToOperandDims?: (bigint)[], indexVectorDim?: bigint, uniqueIndices?: boolean, updateComputationSubgraphIndex?: number);
    pack(builder: Builder): Offset;
}

declare class StablehloShiftLeftOptionsT {
    constructor();
    pack(builder: Builder): Offset;
}

declare class StablehloSliceOptionsT {
    startIndices: (bigint)[];
    limitIndices: (bigint)[];
    strides: (bigint)[];
    constructor(startIndices?: (bigint)[], limitIndices?: (bigint)[], strides?: (bigint)[]);
    pack(builder: Builder): Offset;
}

declare class StablehloSortOptionsT {
    dimension: bigint;
    isStable: boolean;
    comparatorSubgraphIndex: number;
    constructor(dimension?: bigint, isStable?: boolean, comparatorSubgraphIndex?: number);
    pack(builder: Builder): Offset;
}

declare class StablehloTransposeOptionsT {
    permutation: (bigint)[];
    constructor(permutation?: (bigint)[]);
    pack(builder: Builder): Offset;
}

declare class StablehloWhileOptionsT {
    condSubgraphIndex: number;
    bodySubgraphIndex: number;
    constructor(condSubgraphIndex?: number, bodySubgraphIndex?: number);
    pack(builder: Builder): Offset;
}

declare enum DimensionType {
    DENSE = 0,
    SPARSE_CSR = 1
}

declare class Int32VectorT {
    values: (number)[];
    constructor(values?: (number)[]);
    pack(builder: Builder): Offset;
}

declare class Uint16VectorT {
    values: (number)[];
    constructor(values?: (number)[]);
    pack(builder: Builder): Offset;
}

declare class Uint8VectorT {
    values: (number)[];
    constructor(values?: (number)[]);
    pack(builder: Builder): Offset;
}

declare enum SparseIndexVector {
    NONE = 0,
    Int32Vector = 1,
    Uint16Vector = 2,
    Uint8Vector = 3
}

declare class DimensionMetadataT {
    format: DimensionType;
    denseSize: number;
    arraySegmentsType: SparseIndexVector;
    arraySegments: Int32VectorT | Uint16VectorT | Uint8VectorT | null;
    arrayIndicesType: SparseIndexVector;
    arrayIndices: Int32VectorT | Uint16VectorT | Uint8VectorT | null;
    constructor(format?: DimensionType, denseSize?: number, arraySegmentsType?: SparseIndexVector, arraySegments?: Int32VectorT | Uint16VectorT | Uint8VectorT | null, arrayIndicesType?: SparseIndexVector, arrayIndices?: Int32VectorT | Uint16VectorT | Uint8VectorT | null);
    pack(builder: Builder): Offset;
}

declare class SparsityParametersT {
    traversalOrder: (number)[];
    blockMap: (number)[];
    dimMetadata: (DimensionMetadataT)[];
    constructor(traversalOrder?: (number)[], blockMap?: (number)[], dimMetadata?: (DimensionMetadataT)[]);
    pack(builder: Builder): Offset;
}

/** Any operator options, as an object. */
type AnyOptions = ATan2OptionsT | AbsOptionsT | AddNOptionsT | AddOptionsT | ArgMaxOptionsT | ArgMinOptionsT | AssignVariableOptionsT | BatchMatMulOptionsT | BatchToSpaceNDOptionsT | BidirectionalSequenceLSTMOptionsT | BidirectionalSequenceRNNOptionsT | BitcastOptionsT | BitwiseXorOptionsT | BroadcastToOptionsT | BucketizeOptionsT | CallOnceOptionsT | CallOptionsT | CastOptionsT | ConcatEmbeddingsOptionsT | ConcatenationOptionsT | Conv2DOptionsT | Conv3DOptionsT | CosOptionsT | CumsumOptionsT | DensifyOptionsT | DepthToSpaceOptionsT | DepthwiseConv2DOptionsT | DequantizeOptionsT | DilateOptionsT | DivOptionsT | DynamicUpdateSliceOptionsT | EmbeddingLookupSparseOptionsT | EqualOptionsT | ExpOptionsT | ExpandDimsOptionsT | FakeQuantOptionsT | FillOptionsT | FloorDivOptionsT | FloorModOptionsT | FullyConnectedOptionsT | GatherNdOptionsT | GatherOptionsT | GeluOptionsT | GreaterEqualOptionsT | GreaterOptionsT | HardSwishOptionsT | HashtableFindOptionsT | HashtableImportOptionsT | HashtableOptionsT | HashtableSizeOptionsT | IfOptionsT | L2NormOptionsT | LSHProjectionOptionsT | LSTMOptionsT | LeakyReluOptionsT | LessEqualOptionsT | LessOptionsT | LocalResponseNormalizationOptionsT | LogSoftmaxOptionsT | LogicalAndOptionsT | LogicalNotOptionsT | LogicalOrOptionsT | MatrixDiagOptionsT | MatrixSetDiagOptionsT | MaximumMinimumOptionsT | MirrorPadOptionsT | MulOptionsT | NegOptionsT | NonMaxSuppressionV4OptionsT | NonMaxSuppressionV5OptionsT | NotEqualOptionsT | OneHotOptionsT | PackOptionsT | PadOptionsT | PadV2OptionsT | Pool2DOptionsT | PowOptionsT | QuantizeOptionsT | RNNOptionsT | RandomOptionsT | RangeOptionsT | RankOptionsT | ReadVariableOptionsT | ReduceWindowOptionsT | ReducerOptionsT | ReshapeOptionsT | ResizeBilinearOptionsT | ResizeNearestNeighborOptionsT | ReverseSequenceOptionsT | ReverseV2OptionsT | Rfft2dOptionsT | RightShiftOptionsT | SVDFOptionsT | ScatterNdOptionsT | SegmentSumOptionsT | SelectOptionsT | SelectV2OptionsT | SequenceRNNOptionsT | ShapeOptionsT | SignOptionsT | SkipGramOptionsT | SliceOptionsT | SoftmaxOptionsT | SpaceToBatchNDOptionsT | SpaceToDepthOptionsT | SparseToDenseOptionsT | SplitOptionsT | SplitVOptionsT | SquareOptionsT | SquaredDifferenceOptionsT | SqueezeOptionsT | StableHLOCompositeOptionsT | StablehloBroadcastInDimOptionsT | StablehloCaseOptionsT | StablehloCompareOptionsT | StablehloConcatenateOptionsT | StablehloConvolutionOptionsT | StablehloCustomCallOptionsT | StablehloDotGeneralOptionsT | StablehloDynamicSliceOptionsT | StablehloGatherOptionsT | StablehloIotaOptionsT | StablehloPadOptionsT | StablehloReduceOptionsT | StablehloReduceWindowOptionsT | StablehloRngBitGeneratorOptionsT | StablehloScatterOptionsT | StablehloShiftLeftOptionsT | StablehloSliceOptionsT | StablehloSortOptionsT | StablehloTransposeOptionsT | StablehloWhileOptionsT | StridedSliceOptionsT | SubOptionsT | TileOptionsT | TopKV2OptionsT | TransposeConvOptionsT | TransposeOptionsT | UnidirectionalSequenceLSTMOptionsT | UniqueOptionsT | UnpackOptionsT | UnsortedSegmentMaxOptionsT | UnsortedSegmentMinOptionsT | UnsortedSegmentProdOptionsT | UnsortedSegmentSumOptionsT | VarHandleOptionsT | WhereOptionsT | WhileOptionsT | ZerosLikeOptionsT;

/**
 * A `.tflite` model as an object graph. The flatbuffer exists only at its edge (`read.ts`, `write.ts`).
 *
 * Identity carries meaning: two tensors that share a buffer in the file hold the same `Uint8Array`
 * object in `data`, and an operator's inputs are the very `Tensor` objects of its subgraph.
 */
interface Model {
    /** Schema version, 3 for every file in use. */
    version: number;
    description: string | null;
    subgraphs: Subgraph[];
    signatures: Signature[];
    metadata: Metadata[];
    /**
     * Bytes behind the flatbuffer (TFLite Support appends a ZIP of label files); empty mostly. Where its
     * offsets count from the file's start, `writeModel` adjusts them to the new length.
     */
    tail: Uint8Array;
    /** What a reader should know of the file, one sentence each (unknown fields, odd references). */
    warnings: string[];
    /**
     * Places of the file that a newer schema defines and this graph can't hold (`subgraphs[0].tensors[3].type
     * = 31`). Absent or empty mostly; `writeModel` refuses a model that would lose them.
     */
    unknownFields?: string[];
    /** Older form of `metadata`: buffers without a name. */
    metadataBuffers?: Uint8Array[];
}
interface Subgraph {
    name: string | null;
    /** In file order. A tensor that nothing refers to may be removed. */
    tensors: Tensor[];
    inputs: Tensor[];
    outputs: Tensor[];
    /** In execution order. */
    operators: Operator[];
    /** Position in the list of subgraphs in the metadata named `debug_metadata`. */
    debugMetadataIndex?: number;
}
interface Tensor {
    name: string;
    type: TensorType;
    /**
     * Static shape; a dynamic dimension is -1 in `shapeSignature`, and has here the size that it is run with: 1 for a batch,
     * the first of several dimensions, and for others what the file says, which is 1 mostly.
     */
    shape: number[];
    shapeSignature: number[] | null;
    /**
     * Raw little-endian constant data, a zero-copy view where read from a file (not necessarily aligned: see
     * `typedData`); an empty array is a constant without elements; null: computed at run time.
     */
    data: Uint8Array | null;
    quantization: Quantization | null;
    sparsity: SparsityParametersT | null;
    isVariable: boolean;
    /** Whether the file says that the rank is known. Older files never say so, whatever the shape. */
    hasRank: boolean;
    variantTensors: VariantTensor[];
}
/** Element type and shape of what a VARIANT tensor holds. */
interface VariantTensor {
    shape: number[];
    type: TensorType;
    hasRank: boolean;
}
/** real = scale × (stored − zeroPoint); one scale for the tensor, or one for each index along `axis`. */
interface Quantization {
    scale: Float32Array;
    zeroPoint: BigInt64Array;
    /** Dimension of a per-channel scale; 0 where there is one scale. */
    axis: number;
    /** Recorded ranges, mostly absent. */
    min: Float32Array;
    max: Float32Array;
    /** Another scheme than scales and zero points; it replaces them. */
    details: QuantizationDetails | null;
}
type QuantizationDetails = {
    kind: 'custom';
    data: Uint8Array;
}
/** A scale for each block of `blockSize` elements; null: all zero points are 0. */
 | {
    kind: 'blockwise';
    scales: Tensor;
    zeroPoints: Tensor | null;
    blockSize: number;
}
/** Scales along several dimensions; `blockSize` 0: no blocks. */
 | {
    kind: 'multi-axis';
    scales: Tensor;
    zeroPoints: Tensor | null;
    blockSize: number;
    axes: number[];
};
interface Operator {
    code: BuiltinOperator;
    /** Name of a custom operator (`code` is CUSTOM), else null. */
    customCode: string | null;
    /** Operator version, ≥ 1. */
    version: number;
    /** null: an optional input that isn't given. */
    inputs: (Tensor | null)[];
    outputs: Tensor[];
    intermediates: Tensor[];
    /** The operator's options as the schema's object (`Conv2DOptionsT`, …), null where it has none. */
    options: OperatorOptions | null;
    /** Options of a custom operator: opaque bytes. */
    customOptions: Uint8Array | null;
    /** For each input whether the operator changes it; empty: none. */
    mutatingVariableInputs: boolean[];
    /** Position in the list of operators in the metadata named `debug_metadata`. */
    debugMetadataIndex?: number;
}
/** Any generated options class of the union `BuiltinOptions` or `BuiltinOptions2`. */
type OperatorOptions = AnyOptions;
interface Signature {
    /** What callers name it: `serving_default`. */
    key: string;
    subgraph: Subgraph;
    inputs: SignatureTensor[];
    outputs: SignatureTensor[];
    /** What files of schema version 3a hold beside the key; nothing reads it. */
    deprecatedTag?: string;
}
interface SignatureTensor {
    name: string;
    tensor: Tensor;
}
interface Metadata {
    name: string;
    data: Uint8Array;
}

/** How one output, or one part of a joined one, differs from the reference's. */
interface PartSqnr {
    name: string;
    /** dB; Infinity where equal. */
    sqnrDb: number;
    /** It is the same for all samples, and the reference's isn't. */
    dead: boolean;
}

/** How well a model does on a data set. */
interface Evaluation {
    dataset: string;
    /** What `value` is: `top-1` (0..1), `mse`, `fidelity` (top-1 agreement or SQNR on seeded inputs). */
    metric: 'top-1' | 'mse' | 'fidelity';
    value: Estimate;
    samples: number;
    /** The model that the next three compare with, null where there is none. */
    reference: string | null;
    /** Share of samples with the same top-1 class as the reference, 0..1; null without classes. */
    agreement: number | null;
    /** Signal to quantization noise of the outputs, dB; Infinity (JSON: null with `identical`) where equal. */
    sqnrDb: number | null;
    /** The same of the logits (the input of a final SOFTMAX); null where there is none. */
    logitsSqnrDb: number | null;
    /** The same of each output, and of each part of a joined one; left out where there is one part only. */
    outputs?: PartSqnr[];
    /** True: outputs are bit-identical to the reference's. */
    identical: boolean;
    /** Per sample, 1 where right: what the paired test between two models reads. Not part of JSON output. */
    correct: Uint8Array | null;
    /** Per sample, the error whose mean `value` is (mse): for a paired test, too. Not part of JSON output. */
    errors?: Float32Array | null;
}

/** What every function that works for a while takes. */
interface CallOptions {
    /**
     * Gives the work up: threads and processes end, temporary files go, and the call throws the signal's reason. What
     * the calling thread computes itself is finished first, which takes seconds with large models.
     */
    signal?: AbortSignal;
    /** Is told how far the work is; default: nobody. Nothing is ever printed. */
    progress?: Progress;
}

/** A sound model file that LiteRT refuses, or on which it fails. Its message carries LiteRT's own words. */
declare class NotRunnableError extends InputError {
    /** What is wrong, without file and way out. */
    readonly problem: string;
    constructor(problem: string, details?: InputErrorDetails);
}

/** By an input's name its shape, the batch included: `{ audio: [1, 16000] }`. */
type InputShapes = Readonly<Record<string, readonly number[]>>;

/** A `.tflite` model: the path of a file, or a file's bytes, which must not change while a call lasts. */
type ModelSource = string | Uint8Array;

interface EvaluateOptions extends CallOptions {
    /** Path of a data-set file (docs/datasets.md), whose evaluation part judges. */
    dataset: string;
    /** The model that outputs are compared with: the float one, mostly. */
    reference?: ModelSource;
    /** By an input's name its shape, where the model leaves it open and samples have none: `{ audio: [1, 16000] }`. */
    inputs?: InputShapes;
}
/**
 * Runs a model in LiteRT over a data set and tells how well it does: `top-1` (0 to 1) where there are labels, `mse`
 * where the model reconstructs its input, else its `fidelity` to the reference; each with a 95 % interval. Where there
 * is a reference, also how often both agree (0 to 1) and the SQNR between them (dB). Uses all of the machine's cores.
 *
 * @throws InputError for a broken model, a data set that doesn't fit it, and where there is nothing to judge by;
 *   NotRunnableError for a model that LiteRT refuses; the signal's reason
 */
declare function evaluate(model: ModelSource, options: EvaluateOptions): Promise<Evaluation>;

/** What there is to say of a model without running it. Pure data: it goes into JSON as it is. */
interface Inspection {
    file: string;
    bytes: number;
    /** Size as a download: gzip, level 6. */
    gzipBytes: number;
    /** By name, then version. */
    operators: {
        name: string;
        version: number;
        count: number;
    }[];
    /** Number of tensors in all subgraphs. */
    tensors: number;
    /** Elements of all weights and biases, shared ones counted once. */
    parameters: number;
    /** Multiply-accumulates of one inference, dynamic dimensions as 1, every subgraph's operators once. */
    macs: number;
    /** `float32`, `float16`, `int8`, `dynamic-int8`, `mixed`, …: see `precision`. */
    precision: string;
    signatures: InspectedSignature[];
    warnings: string[];
}
/** How a model is called. */
interface InspectedSignature {
    /** `null`: the file has no signature; the main subgraph's inputs and outputs follow. */
    key: string | null;
    inputs: InspectedTensor[];
    outputs: InspectedTensor[];
}
interface InspectedTensor {
    name: string;
    /** `float32`, `int8`, … */
    type: string;
    /** -1: known at run time only. */
    shape: number[];
    quantization: {
        scale: number;
        zeroPoint: number;
    } | null;
}

/**
 * What there is to say of a model without running it: sizes in bytes, operators, parameters, multiply-accumulates,
 * precision and signatures. The result is plain data and goes into JSON as it is.
 *
 * @throws InputError for a file that is no whole and consistent model
 */
declare function inspect(model: ModelSource): Promise<Inspection>;

interface MeasureOptions extends CallOptions {
    /**
     * A device that ships with litetrim (`raspberry-pi-4`: `litetrim devices` lists them), the path of a device file
     * (docs/cost-model.md), or `native`: this machine, by its clock.
     */
    device: string;
    /** By an input's name its shape, where the model leaves it open: `{ audio: [1, 16000] }`; default: 1 for each. */
    inputs?: InputShapes;
}
/**
 * Measures one inference of a model on a device, with one thread: latency (ms), what each layer takes of it, load
 * time (ms) and peak memory (bytes). On an emulated device the figures are modelled, the same to the unit on every
 * machine, and kept in the cache folder. The first call of all fetches the emulator, some 25 MB.
 *
 * @throws InputError for a broken model, an unknown device, and where this machine can't measure on it;
 *   DeviceRunError for a model that fails on the device; the signal's reason
 */
declare function measure(model: ModelSource, options: MeasureOptions): Promise<DeviceMeasurement>;

/** What a recipe did to one layer of its source. */
interface LayerDamage {
    /** Its number as a recipe's rules count it: position in the source, QUANTIZE and DEQUANTIZE not counted. */
    index: number;
    operator: string;
    /** The layer's output tensor in the source. */
    name: string;
    /** How the result stores it: `int8`, `int4 weights`, `float`. */
    storage: string;
    /** Multiply-accumulates of one inference. */
    macs: number;
    /**
     * SQNR in dB of its values in the result against the source's, up to a factor for each channel, with all
     * that earlier layers did to its inputs; Infinity where equal, null where it wasn't measured.
     */
    outputDb: number | null;
    /** SQNR in dB of the model's logits (else outputs) when only this layer's weights are rounded; null: they aren't. */
    weightsDb: number | null;
    /** The same when only the values that it hands on are rounded. */
    activationsDb: number | null;
    /** Part of the noise of all layers' rounding that is this one's, 0..1. */
    share: number | null;
}
/** How much of one layer's weights is zero, and why. */
interface LayerZeros {
    /** Its number as a recipe's rules count it: in the source, where a recipe made the model. */
    index: number;
    operator: string;
    /** The layer's output tensor there. */
    name: string;
    /** How many weights it has, biases apart. */
    weights: number;
    /** How many of them are zero. */
    zeros: number;
    /** How many were zero in the source; null: there is none to compare with. */
    before: number | null;
    /** How many the recipe chose to be zero; what is beyond these and `before` was rounded to it. null as above. */
    pruned: number | null;
    /** `sparse`: stored without zeros, as its kernel reads it; `unpacked`: the same, unpacked when the model is loaded. */
    storage: 'dense' | 'sparse' | 'unpacked';
}

/** How much computing a recipe may spend. */
type Effort = 'fast' | 'default' | 'best';
/** What a transform has to tell about its result: an operator kept float and why, a layer that drifts. */
interface Note {
    level: 'info' | 'warning';
    /** One sentence; names the operator or tensor it is about. */
    message: string;
}

/** A recipe as a program writes it: what a recipe's file holds (docs/recipes.md). */
interface RecipeDefinition {
    /** At most 200 characters. */
    title?: string;
    /** At most 2,000 characters. */
    description?: string;
    /** Calibrate on seeded noise where there is no data set; left out: refuse to. */
    calibration?: 'random';
    /** 1 to 100 of them, done one after the other. */
    steps: readonly RecipeStep[];
}
/** A transform, and its options, which docs/recipes.md lists; they are checked before anything is done. */
interface RecipeStep {
    transform: TransformName;
    [option: string]: unknown;
}
/** Written out, so that the published types need none of zod's; a test compares them with what recipes take. */
type TransformName = 'clean' | 'encode-sparse' | 'finetune' | 'prune' | 'prune-channels' | 'quantize' | 'quantize-mixed';

interface OptimizeOptions extends CallOptions {
    /** A recipe that ships with litetrim (`int8`), several joined by `+`, the path of a recipe's file, or a recipe. */
    recipe: string | RecipeDefinition;
    /** Path of a data-set file (docs/datasets.md), whose calibration part recipes with samples take; default: none. */
    dataset?: string;
    /** By an input's name its shape, where the model leaves it open and samples have none: `{ audio: [1, 16000] }`. */
    inputs?: InputShapes;
    /** How much computing may be spent; default `default`. */
    effort?: Effort;
    /** Device whose latency `int8-mixed` weighs layers by, and sparse models are checked on; default: none. */
    device?: string;
    /** Measure what rounding each layer costs, however long it takes; default: where that is cheap. */
    explain?: boolean;
    /** Whole number that seeds every random choice; default 1. */
    seed?: number;
}
/** What a recipe made of a model. */
interface OptimizeResult {
    /** A `.tflite` file; the source's own bytes where the recipe found nothing to do. */
    bytes: Uint8Array;
    /** The recipe's name; `recipe` for one that has none. */
    recipe: string;
    /** What there is to know of the result, a sentence each: an operator that was kept float and why, a layer that drifts. */
    notes: Note[];
    /** What became of each layer; empty where nothing was changed or it was too costly to look at. */
    layers: LayerDamage[];
    /** How much of each layer's weights is zero; empty where nothing was pruned, nor a notable part is zero. */
    zeros: LayerZeros[];
}
/**
 * Makes a smaller or faster model by a recipe, and runs it in LiteRT beside its source before it is handed out. The
 * same model, recipe, data and seed give the same bytes on every machine. Uses all of the machine's cores; what was
 * measured on samples is kept in the cache folder for the next call.
 *
 * @throws InputError for a file that is no model, an unknown recipe or a wrong one, a data set that doesn't fit the
 *   model, and a recipe that wants samples there aren't; the signal's reason
 */
declare function optimize(model: ModelSource, options: OptimizeOptions): Promise<OptimizeResult>;

/**
 * Reads a `.tflite` file into an object graph. Nothing of the weights is copied: `Tensor.data` are views
 * of `bytes`, which must not change while the model lives.
 *
 * @param file the file as the user named it, for errors.
 * @throws InputError if the file isn't a whole and consistent model: every offset, reference between
 *   tables, shape, buffer range and execution order is checked first.
 */
declare function readModel(bytes: Uint8Array, file?: string): Model;

/**
 * Writes the model as a `.tflite` file: the same bytes for the same model every time. Buffers are 16-byte
 * aligned, each written once however many tensors hold it, and copied once, into the result.
 *
 * @param file the file that the model was read from, as the user named it, for errors.
 * @throws InputError if that file has parts that would be lost, or if the result would exceed 2 GB.
 */
declare function writeModel(model: Model, file?: string): Uint8Array<ArrayBuffer>;

export { BuiltinOperator, DeviceRunError, ExpectedError, InputError, NotRunnableError, TensorType, evaluate, inspect, measure, optimize, readModel, writeModel };
export type { CallOptions, Confidence, DeviceMeasurement, Effort, Estimate, EvaluateOptions, Evaluation, InputErrorDetails, InspectedSignature, InspectedTensor, Inspection, LayerCost, LayerDamage, LayerZeros, MeasureOptions, Metadata, Model, ModelSource, Note, Operator, OperatorOptions, OptimizeOptions, OptimizeResult, Progress, ProgressStage, Quantization, QuantizationDetails, RecipeDefinition, RecipeStep, Signature, SignatureTensor, Spread, Subgraph, Tensor, VariantTensor };
