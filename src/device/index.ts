/** Measuring models on emulated ARM devices. */
export { type Diagnosis, type DoctorOptions, diagnose } from './doctor.js';
export { DeviceRunError, DeviceUnavailable } from './errors.js';
export { type MeasureOptions, type ModelFile, measureOnDevice } from './measure.js';
export { type Device, listDevices, loadDevice } from './profile.js';
export { type ThreadEstimate, withThreads } from './threads.js';
export { ensureToolchain, type Toolchain, type ToolchainOptions } from './toolchain/index.js';
export type { Confidence, DeviceMeasurement, LayerCost } from './types.js';
