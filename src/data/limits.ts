/**
 * How much of a data set is read: numbers that real data stays far below, and that keep the memory of a
 * single sample or archive under 1 GB. docs/datasets.md tells them to users.
 */

/** Bytes of a sample, as it is stored, and as the float32 numbers that it becomes. */
export const maxSampleBytes = 2 ** 28;

/** Samples of one source: twice as many as ImageNet has, nearly. */
export const maxSamples = 2_000_000;

/** Samples that are files of their own. */
export const maxSampleFiles = 2 ** 18;

/** Bytes that packed arrays have in memory: of an NPZ archive, or of a gzipped IDX file. */
export const maxUnpackedBytes = 2 ** 29;

/** Pixels of an image: those of a camera of 50 megapixels (8192 × 6144, 8688 × 5792). */
export const maxPixels = 3 * 2 ** 24;

/** Bytes of a PNG file, which is unpacked row by row, and of a JPEG file, which is decoded as a whole. */
export const maxImageBytes = 2 ** 27;
export const maxJpegBytes = 2 ** 26;

/** Pixels of a JPEG of several scans (a progressive one), all of whose coefficients are in memory at once. */
export const maxProgressivePixels = 2 ** 25;

/** Pixels of all scans of a JPEG together, since each makes the decoder walk all of them: 32 of the largest. */
export const maxScannedPixels = 2 ** 30;

/** Bytes of a labels file, and characters of one of its lines. */
export const maxLabelsBytes = 2 ** 25;
export const maxLabelsLineLength = 2 ** 14;
