// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#ifndef LITETRIM_MEMORY_H
#define LITETRIM_MEMORY_H
#include <stdint.h>

// Memory of the program's own, as of realloc; each program says where from. Ends the process where there is none.
void *own_memory(void *old, uint64_t bytes);

// Bytes of an array: more than there can be where there are too many.
static inline uint64_t array_bytes(uint64_t count, uint64_t size) {
  uint64_t bytes;
  return __builtin_mul_overflow(count, size, &bytes) ? UINT64_MAX >> 1 : bytes;
}
#endif
