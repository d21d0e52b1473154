// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#include "cache.h"

#include <stdlib.h>

static int log2_exact(uint64_t n) {
  int bits = 0;
  while (n > 1 && (n & 1) == 0) n >>= 1, bits++;
  return n == 1 ? bits : -1;
}

bool memory_add_level(Memory *memory, uint64_t size, unsigned ways, unsigned line, LineCost cost) {
  uint64_t set = (uint64_t)ways * line;
  int line_bits = log2_exact(line), set_bits = set ? log2_exact(size / set) : -1;
  bool fits = line_bits >= 0 && set_bits >= 0 && size == set << set_bits;
  if (!fits || memory->level_count == MAX_LEVELS) return false;
  if (memory->level_count && memory->line_bits != (unsigned)line_bits) return false;
  Level *level = &memory->levels[memory->level_count];
  bool hashed = memory->level_count > 0 && set_bits > 0;
  *level = (Level){.ways = ways, .set_bits = (unsigned)set_bits, .hashed = hashed, .cost = cost};
  level->tags = calloc((size_t)ways << set_bits, sizeof *level->tags);
  if (!level->tags) return false;
  memory->line_bits = (unsigned)line_bits;
  memory->level_count++;
  return true;
}

// Level 1 is indexed by the bits above the line's, which are the same in virtual and physical addresses. Outer
// levels are indexed by physical addresses, whose pages lie anywhere: a multiplicative hash (by 2^64 over the
// golden ratio) spreads any run of lines evenly, so that it doesn't matter where two arrays lie to each other.
static uint64_t set_of(const Level *level, uint64_t line) {
  if (level->hashed) return line * 0x9e3779b97f4a7c15 >> (64 - level->set_bits);
  return line & ((1ull << level->set_bits) - 1);
}

// True: the line was there. Either way it is the most recently used one afterwards.
static bool touch(Level *level, uint64_t line) {
  uint64_t *set = level->tags + set_of(level, line) * level->ways;
  uint64_t tag = line + 1, moved = set[0];
  if (moved == tag) return true;
  set[0] = tag;
  for (unsigned way = 1; way < level->ways; way++) {
    uint64_t current = set[way];
    set[way] = moved;
    if (current == tag) return true;
    moved = current;
  }
  level->misses++;
  return false;
}

// A miss belongs to a stream when the line before it, or the one before that, was missed lately.
static bool follows_stream(Memory *memory, uint64_t line) {
  for (unsigned s = 0; s < STREAMS; s++) {
    uint64_t ahead = line - memory->streams[s];
    if (ahead == 1 || ahead == 2) {
      memory->streams[s] = line;
      return true;
    }
  }
  memory->streams[memory->next_stream] = line;
  memory->next_stream = (memory->next_stream + 1) % STREAMS;
  return false;
}

static void fetch_line(Memory *memory, uint64_t line, bool store, Late *late) {
  if (touch(&memory->levels[0], line)) return;
  bool streamed = follows_stream(memory, line);
  LineCost cost = memory->memory_cost;
  for (unsigned k = 1; k < memory->level_count; k++)
    if (touch(&memory->levels[k], line)) {
      cost = memory->levels[k].cost;
      break;
    }
  memory->transfer += cost.transfer;
  if (store) return;
  if (cost.scattered > late->latency) late->latency = cost.scattered;
  late->most += streamed ? cost.streamed : cost.scattered;
}

Late memory_access(Memory *memory, uint64_t address, unsigned size, bool store) {
  uint64_t line = address >> memory->line_bits, last = (address + size - 1) >> memory->line_bits;
  Late late = {0, 0};
  if (line == memory->last_line && line == last) return late;
  for (; line <= last; line++) fetch_line(memory, line, store, &late);
  memory->last_line = last;
  return late;
}
