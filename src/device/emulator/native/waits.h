// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// What a core that issues in order waits for. A load that misses doesn't hold the core up: the first instruction
// that needs its result does, unless the line has come by then. Several lines are on their way at once.
//
// Core time is what blocks cost while caches always hit; it has no stalls in it. All times are in 1/256 cycles.
#ifndef LITETRIM_WAITS_H
#define LITETRIM_WAITS_H
#include "cache.h"
#include "core.h"

enum { MAX_FILLS = 16, NOT_USED = 0xffff };

// Where a block uses what was loaded: places of instructions in it, NOT_USED where there is none.
typedef struct {
  uint16_t first[REG_COUNT];  // the first one that reads or overwrites a register
  uint16_t *after;            // of each load: the first one behind it that reads or overwrites a result of it
} Uses;

// `after` has room for `code.count` places.
void find_uses(Code code, Uses *uses);

typedef struct {
  uint64_t there;             // time, with stalls, at which the line has come
  uint64_t use;               // core time of the first use; UINT64_MAX while it isn't known
  uint32_t most;              // that its first use waits
  const Instruction *load;
} Fill;

typedef struct {
  unsigned limit, count;      // line fill buffers, and those that are busy
  uint64_t stalled;           // since the process started
  Fill fills[MAX_FILLS];
} Waits;

// Adds up the stalls of all uses up to a point in core time.
void settle_waits(Waits *waits, uint64_t core_time);

// A load that issues at `issued` and would have its result at `ready` is late. `use` is the core time of the first
// use, or UINT64_MAX where it isn't in the same block.
void add_wait(Waits *waits, const Instruction *load, uint64_t issued, uint64_t ready, Late late, uint64_t use);

// A block starts: finds the first uses in it of loads from blocks before. `issued` as from block_cost.
void meet_uses(Waits *waits, const Uses *uses, const uint32_t *issued, uint64_t start);
#endif
