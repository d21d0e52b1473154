import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const __bundleFolder = require('node:path').dirname(require('node:url').fileURLToPath(import.meta.url));
import{gzipSync}from"node:zlib";function downloadSize(bytes){return gzipSync(bytes,{level:6}).length}export{downloadSize};
