import { __toESM } from "./start.js";
import { require_src } from "./runtime.js";
import { doJob } from "./training.js";
__toESM(require_src(), 1).worker({ run: doJob });
export {};
