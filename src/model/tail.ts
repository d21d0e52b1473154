/** Longest run of zeros behind a flatbuffer that is its padding; writers align to 16 or 64 bytes. */
const maxPadding = 63;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const noOffset = 0xffffffff;

/** What follows the flatbuffer that ends at `end`, its padding apart. */
export function readTail(bytes: Uint8Array, end: number): Uint8Array {
  const rest = bytes.subarray(end);
  if (rest.length <= maxPadding && rest.every((byte) => byte === 0)) return new Uint8Array();
  return rest;
}

/**
 * The tail for a file in which it begins at byte `start`. TFLite Support appends a ZIP whose offsets count
 * from the file's start, and its readers refuse one whose offsets are too great; so these follow the
 * flatbuffer's new length. Any other tail comes back as it is.
 */
export function relocateTail(tail: Uint8Array, start: number): Uint8Array {
  const end = findEndOfDirectory(tail);
  if (end < 0) return tail;
  const view = viewOf(tail);
  const size = view.getUint32(end + 12, true);
  const directory = end - size;
  const recorded = view.getUint32(end + 16, true);
  const oldStart = recorded - directory;
  // 0: the ZIP was made first and appended as it is; its offsets never counted from the file's start.
  if (directory < 0 || oldStart <= 0 || oldStart === start || recorded === noOffset) return tail;
  return shiftOffsets(tail, directory, end, start - oldStart);
}

/** Adds `shift` to all positions that a ZIP's central directory records. */
function shiftOffsets(tail: Uint8Array, directory: number, end: number, shift: number): Uint8Array {
  const moved = tail.slice();
  const view = viewOf(moved);
  view.setUint32(end + 16, view.getUint32(end + 16, true) + shift, true);
  for (let entry = directory; entry + 46 <= end; ) {
    if (view.getUint32(entry, true) !== directoryEntry) return tail;
    view.setUint32(entry + 42, view.getUint32(entry + 42, true) + shift, true);
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return moved;
}

/** Position of a ZIP's closing record, which a comment of up to 65535 bytes may follow; -1: no ZIP. */
function findEndOfDirectory(tail: Uint8Array): number {
  const view = viewOf(tail);
  for (let i = tail.length - 22; i >= 0 && i >= tail.length - 22 - 65535; i--) {
    if (view.getUint32(i, true) === endOfDirectory && i + 22 + view.getUint16(i + 20, true) === tail.length)
      return i;
  }
  return -1;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
