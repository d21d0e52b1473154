import { InputError } from '../base/errors.js';

/** Beginnings of files that people name `.tflite` by mistake, and what each is. */
const magics: readonly { start: string; what: string; hint?: string }[] = [
  { start: '\x89PNG', what: 'a PNG image' },
  { start: '\xff\xd8\xff', what: 'a JPEG image' },
  { start: 'PK\x03\x04', what: 'a ZIP archive', hint: 'If it holds a .tflite file, unpack that' },
  { start: '\x1f\x8b', what: 'a gzip archive', hint: 'Unpack it first' },
  { start: '\x89HDF', what: 'an HDF5 file (Keras)', hint: 'Convert it with TensorFlow or ai-edge-torch' },
  { start: '\x93NUMPY', what: 'a NumPy array' },
  { start: 'GGUF', what: 'a GGUF model' },
  { start: 'LITERTLM', what: 'a LiteRT-LM bundle', hint: 'Unpack its .tflite sections' },
  { start: '%PDF', what: 'a PDF document' },
  { start: '\x7fELF', what: 'a program' },
  { start: '<!DOCTYPE', what: 'a web page', hint: 'Download the model itself' },
  { start: '<html', what: 'a web page', hint: 'Download the model itself' },
];

const identifier = 'TFL3';
const lfsPointer = 'version https://git-lfs';

/**
 * Tells a `.tflite` file from everything that is mistaken for one, by its first bytes.
 *
 * @throws InputError that says what the file is instead: empty, a Git LFS pointer, an image, too short,
 *   or of another format or schema generation.
 */
export function recognize(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) {
    throw new InputError('the file is empty', { file, hint: 'Export or download the model again' });
  }
  if (startsWith(bytes, lfsPointer)) throw lfsPointerError(bytes, file);
  if (bytes.length >= 8 && textAt(bytes, 4, 4) === identifier) return;
  const known = magics.find(({ start }) => startsWith(bytes, start));
  if (known) {
    throw new InputError(`this is ${known.what}, not a TensorFlow Lite model`, {
      file,
      ...(known.hint ? { hint: known.hint } : {}),
    });
  }
  if (bytes.length < 8) {
    throw new InputError(`the file has only ${bytes.length} bytes: it is truncated`, { file });
  }
  throw new InputError(
    `this is no TensorFlow Lite model: at byte 4 it has "${printable(textAt(bytes, 4, 4))}" instead of "${identifier}"`,
    { file },
  );
}

function lfsPointerError(bytes: Uint8Array, file: string): InputError {
  const size = /^size (\d{1,15})$/m.exec(textAt(bytes, 0, 300))?.[1];
  const of = size ? ` to a file of ${size} bytes` : '';
  return new InputError(`this is a Git LFS pointer${of}, not the model itself`, {
    file,
    hint: 'Run "git lfs pull", or check out with lfs: true',
  });
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return textAt(bytes, 0, start.length) === start;
}

/** Bytes as Latin-1 text. */
function textAt(bytes: Uint8Array, position: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(position, position + length));
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
