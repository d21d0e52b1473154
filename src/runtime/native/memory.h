// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#ifndef LITETRIM_MEMORY_H
#define LITETRIM_MEMORY_H
#include <stdint.h>

// Memory of the program's own, as of realloc; each program says where from. Ends the process where there is none.
void *own_memory(void *old, uint64_t bytes);
#endif
