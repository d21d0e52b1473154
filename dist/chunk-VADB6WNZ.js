import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const __bundleFolder = require('node:path').dirname(require('node:url').fileURLToPath(import.meta.url));
import{startTfjs}from"./chunk-LYGVTFZZ.js";import"./chunk-KPEAZR2M.js";import"./chunk-VB334OJD.js";import"./chunk-YXPOWIVK.js";import"./chunk-BHPXM2WU.js";export{startTfjs};
