import { ExpectedError, InputError } from "./start.js";
import { DeviceRunError } from "./device.js";
import { evaluate, measure, optimize } from "./job.js";
import { BuiltinOperator, TensorType, inspect, readModel, writeModel } from "./model.js";
import { NotRunnableError } from "./runtime.js";
export { BuiltinOperator, DeviceRunError, ExpectedError, InputError, NotRunnableError, TensorType, evaluate, inspect, measure, optimize, readModel, writeModel };
