import { ExpectedError, oneLine } from '../base/errors.js';

/** This machine can't run emulated devices. Everything else of a report still can be done. */
export class DeviceUnavailable extends ExpectedError {
  /** What is missing or failed, without a final period. */
  readonly reason: string;
  /** What to do about it, as an imperative without a final period. */
  readonly mend: string;

  constructor(reason: string, mend: string, cause?: unknown) {
    super(oneLine(`${reason}. ${mend}.`), { cause });
    this.name = 'DeviceUnavailable';
    this.reason = oneLine(reason);
    this.mend = oneLine(mend);
  }
}

/** A model that couldn't be measured on a device: the emulated process crashed, hung or ran out of memory. */
export class DeviceRunError extends ExpectedError {
  readonly file: string;
  readonly device: string;

  constructor(file: string, device: string, problem: string, cause?: unknown) {
    super(oneLine(`${file}: on ${device}: ${problem.replace(/\.?$/, '.')}`), { cause });
    this.name = 'DeviceRunError';
    this.file = file;
    this.device = device;
  }
}
