import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const __bundleFolder = require('node:path').dirname(require('node:url').fileURLToPath(import.meta.url));
function countZeros(values){let zeros=0;for(let i=0;i<values.length;i++)values[i]===0&&zeros++;return zeros}export{countZeros};
