// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// What one basic block costs a core, from its instructions alone: caches always hit, branches go as
// predicted. See docs/cost-model.md for the rules and where they come from.
#ifndef LITETRIM_CORE_H
#define LITETRIM_CORE_H
#include <stddef.h>

#include "decode.h"

// Costs are kept in 1/256 cycles, so that sums stay exact whatever their order.
enum { CYCLE = 256 };

enum { MAX_PIPES = 16, MAX_UNITS = 4 };

// The pipes that an operation needs at once; each entry is a set of alternatives, one bit a pipe.
typedef struct {
  uint8_t count;
  uint16_t units[MAX_UNITS];
} Pipes;

typedef struct {
  uint8_t latency;        // cycles until a dependent operation may issue
  uint8_t forward;        // the same for the accumulator of a following operation of the same class
  bool alone;             // 128-bit forms issue with nothing beside them
  struct Form {
    Pipes pipes;
    uint8_t busy;         // cycles that they are taken
  } narrow, wide;         // 64-bit (or scalar) and 128-bit forms
} Timing;

typedef struct {
  bool in_order;
  unsigned width;         // operations issued (in order) or decoded (out of order) in a cycle
  unsigned micro_ops;     // out of order: micro-operations dispatched in a cycle
  unsigned mispredict;    // cycles lost by a branch that goes another way than predicted
  unsigned load_bytes, store_bytes;  // that one pass through a load or store pipe moves
  unsigned fills;         // in order: lines that may be on their way at once
  unsigned pipe_count;
  char pipe_names[MAX_PIPES][8];
  Timing timing[OPERATION_COUNT];
} Core;

typedef struct {
  size_t count;
  const Instruction *instructions;
} Code;

// Cost of running `block` right after `before`, in 1/256 cycles. Where both are the same block it is
// what one turn of a loop costs in its steady state. In order, `issued` gets the time from the block's start at
// which each of its instructions issues; elsewhere it isn't touched.
uint32_t block_cost(const Core *core, Code before, Code block, uint32_t *issued);

// The same from issue to result, where a load finds its line in the level 1 cache.
uint32_t result_latency(const Core *core, const Instruction *i);
#endif
