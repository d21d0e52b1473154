// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Counts the memory that the process asks for. Since the runner is linked with -rdynamic, its malloc,
// free, mmap and the like are the ones that LiteRT and the C++ library call.
//
// Counted: heap blocks as the C library rounds them, and anonymous mappings in whole pages. Apart from
// that: private mappings of files (the model). Not counted: code, stacks, what the loader maps.
#ifndef LITETRIM_HEAP_H
#define LITETRIM_HEAP_H
#include <stdint.h>

#include "../../../runtime/observer/memory.h"

typedef struct {
  uint64_t live, peak;  // bytes now, and at most since the last heap_mark_peak
  uint64_t files;       // bytes of files mapped now
} HeapUse;

HeapUse heap_use(void);
// Forgets the peak so far: it becomes what is live.
void heap_mark_peak(void);
#endif
