/** How V8, Node.js and the system say that there is not enough memory. */
const words =
  /Array buffer allocation failed|Cannot allocate Wasm memory|could not allocate memory|reaching memory limit|out of memory|Failed to allocate memory|ENOMEM|ERR_WORKER_OUT_OF_MEMORY|ERR_MEMORY_ALLOCATION_FAILED/i;

/** Whether an error, or what caused it, is that this machine lacks memory. */
export function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  return words.test(`${code} ${error.message}`) || isOutOfMemory(error.cause);
}
