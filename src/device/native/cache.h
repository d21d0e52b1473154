// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Data caches: set-associative, least recently used goes first, lines allocated on reads and writes.
#ifndef LITETRIM_CACHE_H
#define LITETRIM_CACHE_H
#include <stdbool.h>
#include <stdint.h>

enum { MAX_LEVELS = 3, STREAMS = 16 };

// What it costs the core, in 1/256 cycles, to have a line brought in from a place: for how long it stands
// still, where no stream was recognised and where one was; and for how long the transfer takes.
typedef struct {
  uint32_t scattered, streamed, transfer;
} LineCost;

typedef struct {
  unsigned ways, set_bits;
  bool hashed;        // which set a line goes to is not told by its lowest address bits alone
  uint64_t *tags;     // sets × ways, the most recently used first; 0: empty
  uint64_t misses;
  LineCost cost;      // of a line found here by a miss of the level above
} Level;

typedef struct {
  unsigned line_bits, level_count;
  Level levels[MAX_LEVELS];
  LineCost memory_cost;
  uint64_t streams[STREAMS];  // the line each recognised stream took last
  unsigned next_stream;
  uint64_t last_line;         // of the access before
  uint64_t stall, transfer;   // what the accesses have cost, in 1/256 cycles; the caller may reset them
} Memory;

// Adds the next level, L1 first. All levels have lines of the same size. False: impossible geometry.
bool memory_add_level(Memory *memory, uint64_t size, unsigned ways, unsigned line, LineCost cost);

// Runs one access of `size` bytes through the caches and adds up what it costs: nothing for an L1 hit.
// A store that misses waits in the store buffer, not the core: only the transfer counts.
void memory_access(Memory *memory, uint64_t address, unsigned size, bool store);
#endif
