import { idx } from './idx.js';
import { images } from './images.js';
import { npy } from './npy.js';
import { npz } from './npz.js';
import { raw } from './raw.js';

/** Every format of data, in the order of the documentation. */
export const formats = [raw, idx, npz, npy, images] as const;
