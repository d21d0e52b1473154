// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Data caches: set-associative, least recently used goes first, lines allocated on reads and writes.
#ifndef LITETRIM_CACHE_H
#define LITETRIM_CACHE_H
#include <stdbool.h>
#include <stdint.h>

enum { MAX_LEVELS = 3, STREAMS = 16 };

// What it takes, in 1/256 cycles, to have a line brought in from a place: for how long the core waits at most where
// no stream was recognised, which is the place's latency, and where one was; and for how long the transfer takes.
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
  uint64_t transfer;          // how long the lines' transfers have taken, in 1/256 cycles; the caller may reset it
} Memory;

// Adds the next level, L1 first. All levels have lines of the same size. False: impossible geometry.
bool memory_add_level(Memory *memory, uint64_t size, unsigned ways, unsigned line, LineCost cost);

// What an access waits for, in 1/256 cycles: how much later than in an L1 hit its line comes, and for how much of
// that a core stands still at most, since a prefetcher asked for a stream's lines before.
typedef struct {
  uint32_t latency, most;
} Late;

// Runs one access of `size` bytes through the caches. An L1 hit isn't late, nor is a store, which waits in the store
// buffer: only its transfers count.
Late memory_access(Memory *memory, uint64_t address, unsigned size, bool store);
#endif
