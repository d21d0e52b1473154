// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Branch prediction: which block follows is guessed from the blocks before.
#ifndef LITETRIM_BRANCHES_H
#define LITETRIM_BRANCHES_H
#include <stdbool.h>
#include <stdint.h>

// What is expected to follow; given up when it was wrong twice in a row.
typedef struct {
  uint64_t target;  // 0: nothing
  bool sure;
} Guess;

// A block that ends in a branch. Its identity, as its targets', must not depend on when it was first seen.
typedef struct {
  uint64_t identity;
  Guess usual;
} Branch;

// True: the core had guessed another block than `target`. It learns from that.
bool branch_mispredicted(Branch *branch, uint64_t target);
#endif
