import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const __bundleFolder = require('node:path').dirname(require('node:url').fileURLToPath(import.meta.url));
import{startTfjs}from"./chunk-ITOYUX72.js";import"./chunk-KPEAZR2M.js";import"./chunk-T6MDFNRN.js";import"./chunk-JQWSMHOB.js";import"./chunk-BHPXM2WU.js";export{startTfjs};
