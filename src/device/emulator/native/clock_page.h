// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// The page that the runner (in the emulated machine) and the plug-in (outside of it) both map.
#ifndef LITETRIM_CLOCK_PAGE_H
#define LITETRIM_CLOCK_PAGE_H
#include <stdint.h>

// A64 instruction that does nothing, `orr x12, x12, x12`: asks the plug-in to fill the page.
#define CLOCK_MARKER 0xaa0c018c

enum { CLOCK_PAGE_BYTES = 4096 };

// What happened since the process started. All of it only ever grows.
#define COUNTERS(X) \
  X(instructions)    \
  X(cycles)          \
  X(core_cycles)     \
  X(stall_cycles)    \
  X(transfer_cycles) \
  X(mispredictions)  \
  X(accesses)        \
  X(l1_misses)       \
  X(l2_misses)       \
  X(l3_misses)

#define COUNTER_FIELD(name) uint64_t name;
typedef struct {
  COUNTERS(COUNTER_FIELD)
} Counters;

// As both map it. The version lies at the page's end, where no other counters can move it.
typedef struct {
  Counters counters;
  uint8_t unused[CLOCK_PAGE_BYTES - sizeof(Counters) - sizeof(uint64_t)];
  uint64_t protocol;  // that the plug-in speaks; 0: no plug-in has been there
} ClockPage;
_Static_assert(sizeof(ClockPage) == CLOCK_PAGE_BYTES, "the clock's page");
#endif
