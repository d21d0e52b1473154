/** Measuring models on emulated ARM devices, and on the machine itself. */
export { type Diagnosis, type DoctorOptions, diagnose } from './doctor.js';
export { type MeasureOptions, measureOnDevice } from './emulator/measure.js';
export { DeviceRunError, DeviceUnavailable } from './errors.js';
export { type HardwareOptions, measureOnHardware } from './hardware/hardware.js';
export {
  type Device,
  type Hardware,
  listDevices,
  listTargets,
  loadDevice,
  loadTarget,
  type Target,
} from './profile.js';
export { type ThreadEstimate, withThreads } from './threads.js';
export { ensureHardware, type HardwareRuntime } from './toolchain/hardware.js';
export { ensureToolchain, type Toolchain, type ToolchainOptions } from './toolchain/index.js';
export type { Confidence, DeviceMeasurement, LayerCost, Spread } from './types.js';
