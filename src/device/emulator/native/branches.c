// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#include "branches.h"

enum { ENTRY_BITS = 13, HISTORY_STEP = 3, HISTORY_BITS = 24 };

// What follows a branch after the last few ones went as they did, where that isn't what usually follows. Entries
// are told apart by tags, so that branches that share one by chance don't disturb each other.
static struct {
  uint64_t tag;
  Guess guess;
} entries[1 << ENTRY_BITS];

static uint32_t history;

static uint64_t mixed(uint64_t value) {
  value = (value ^ value >> 32) * 0x9e3779b97f4a7c15;
  return value ^ value >> 29;
}

static bool was_wrong(Guess *guess, uint64_t target) {
  if (guess->target == target) {
    guess->sure = true;
    return false;
  }
  if (guess->sure) guess->sure = false;
  else guess->target = target;
  return true;
}

bool branch_mispredicted(Branch *branch, uint64_t target) {
  uint64_t tag = mixed(branch->identity ^ (uint64_t)history << 40);
  uint64_t slot = tag >> (64 - ENTRY_BITS);
  bool wrong;
  if (entries[slot].tag == tag) {
    wrong = was_wrong(&entries[slot].guess, target);
  } else {
    wrong = was_wrong(&branch->usual, target);
    if (wrong) {
      entries[slot].tag = tag;
      entries[slot].guess = (Guess){.target = target};
    }
  }
  history = (history << HISTORY_STEP ^ (uint32_t)(target & 0x3ff)) & ((1u << HISTORY_BITS) - 1);
  return wrong;
}
