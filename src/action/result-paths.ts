import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Subject } from '../job/measure.js';

/** Of 255 bytes that file systems allow a name, to leave room for what programs add. */
const maxNameBytes = 200;

/** Of 1,024 that macOS allows a path, with the folder that results are unpacked in. */
const maxPathBytes = 900;

/** A variant's file, as it would be called if no other file and no file system minded. */
interface Place {
  folders: string[];
  stem: string;
  /** `.int8.tflite` */
  suffix: string;
}

/**
 * Where a run's optimized models go: `models/kws.tflite` and `int8` give `models/kws.int8.tflite`.
 *
 * Model paths are the pull request's, and the results are unpacked on any machine: no path leads out of
 * the folder, has a name that Windows, macOS or GitHub's artifacts don't take, or is another's where
 * capitals don't count. What would be gets a short hash, all else is as it was.
 *
 * @param taken paths of other results
 * @returns a path for each variant, relative to the results' folder, with `/`; the same for the same input
 */
export function resultPaths(
  taken: readonly string[],
  variants: readonly Pick<Subject, 'file' | 'recipe'>[],
): string[] {
  const tree = new Tree();
  for (const path of taken) tree.add(path);
  return variants.map((variant) => {
    for (const path of candidates(placeOf(variant), hashOf(`${variant.file}\0${variant.recipe}`))) {
      if (tree.add(path)) return path;
    }
    throw new Error('candidates don’t end');
  });
}

/** A variant's paths, the most natural first, the last ones numbered without end. */
function* candidates({ folders, stem, suffix }: Place, hash: string): Generator<string> {
  const room = maxNameBytes - Buffer.byteLength(suffix);
  const inFolder = (name: string) => [...folders, `${limited(name, room)}${suffix}`].join('/');
  for (const path of [inFolder(stem), inFolder(`${stem}-${hash}`)]) {
    if (Buffer.byteLength(path) <= maxPathBytes) yield path;
  }
  for (let count = 1; ; count++) {
    const end = count === 1 ? hash : `${hash}-${count}`;
    yield `${limited(stem, room - end.length - 1)}-${end}${suffix}`;
  }
}

function placeOf({ file, recipe }: Pick<Subject, 'file' | 'recipe'>): Place {
  const path = posix.normalize(file.replaceAll('\\', '/'));
  const outside = path.startsWith('/') || path.startsWith('../../');
  const folders = outside
    ? []
    : posix
        .dirname(path)
        .split('/')
        .filter((name) => name !== '.');
  const name = (recipe ?? 'source').replace(/[^\w.+-]+/g, '-').replace(/^[.-]+/, '') || 'variant';
  const suffix = `.${limited(name, maxNameBytes / 2)}.tflite`;
  const stem = posix.basename(path).replace(/\.tflite$/i, '');
  return {
    folders: folders.map((folder) => limited(portableFolder(folder), maxNameBytes)),
    stem: portable(stem),
    suffix,
  };
}

/** Names that stand for devices on Windows, whatever follows the first dot. */
const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?=\.|$)/i;

/** What some file system or GitHub's artifacts don't take, and what isn't seen. */
const unfit = /["<>|*?:]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The beginning of a name that every file system takes. */
function portable(name: string): string {
  return name.replace(unfit, '-').replace(reserved, '_$&');
}

/** A whole name: Windows drops dots and blanks at its end. */
function portableFolder(name: string): string {
  return portable(name.replace(/[. ]+$/, '-'));
}

/** A name of at most so many bytes; a longer one is cut, and has a hash of what it was. */
function limited(name: string, maxBytes: number): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const hash = hashOf(name);
  let room = maxBytes - hash.length - 1;
  let start = '';
  for (const character of name) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    start += character;
  }
  return `${start}-${hash}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** Files and folders of the results, as the least discerning file system tells them apart. */
class Tree {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  /** Adds a file; false where it would be another's path, or a folder of another's, or the reverse. */
  add(path: string): boolean {
    const parts = path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC').split('/');
    const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    const file = prefixes.pop()!;
    if (this.#folders.has(file) || [file, ...prefixes].some((prefix) => this.#files.has(prefix)))
      return false;
    this.#files.add(file);
    for (const prefix of prefixes) this.#folders.add(prefix);
    return true;
  }
}
