// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#include "waits.h"

static uint16_t sooner(uint16_t a, uint16_t b) { return a < b ? a : b; }

// Backwards, so that `first` always tells of what follows the instruction.
void find_uses(Code code, Uses *uses) {
  for (unsigned reg = 0; reg < REG_COUNT; reg++) uses->first[reg] = NOT_USED;
  for (size_t k = code.count; k-- > 0;) {
    const Instruction *i = &code.instructions[k];
    uses->after[k] = NOT_USED;
    for (unsigned r = 0; r < i->result_count; r++)
      if (i->results[r] != i->base) uses->after[k] = sooner(uses->after[k], uses->first[i->results[r]]);
    for (unsigned r = 0; r < i->result_count; r++) uses->first[i->results[r]] = (uint16_t)k;
    for (unsigned r = 0; r < i->source_count; r++) uses->first[i->sources[r]] = (uint16_t)k;
  }
}

static void wait_for(Waits *waits, const Fill *fill, uint64_t core_time) {
  uint64_t now = core_time + waits->stalled;
  if (fill->there <= now) return;
  uint64_t left = fill->there - now;
  waits->stalled += left < fill->most ? left : fill->most;
}

static void remove_fill(Waits *waits, unsigned index) { waits->fills[index] = waits->fills[--waits->count]; }

static unsigned soonest_used(const Waits *waits) {
  unsigned best = 0;
  for (unsigned k = 1; k < waits->count; k++)
    if (waits->fills[k].use < waits->fills[best].use) best = k;
  return best;
}

void settle_waits(Waits *waits, uint64_t core_time) {
  while (waits->count) {
    unsigned k = soonest_used(waits);
    if (waits->fills[k].use > core_time) break;
    wait_for(waits, &waits->fills[k], waits->fills[k].use);
    remove_fill(waits, k);
  }
  for (unsigned k = waits->count; k-- > 0;)
    if (waits->fills[k].there <= core_time + waits->stalled) remove_fill(waits, k);
}

// All buffers are busy: the load, and all behind it, wait for the first of them.
static void free_buffer(Waits *waits, uint64_t core_time) {
  unsigned first = 0;
  for (unsigned k = 1; k < waits->count; k++)
    if (waits->fills[k].there < waits->fills[first].there) first = k;
  wait_for(waits, &waits->fills[first], core_time);
  remove_fill(waits, first);
}

void add_wait(Waits *waits, const Instruction *load, uint64_t issued, uint64_t ready, Late late, uint64_t use) {
  settle_waits(waits, issued);
  if (waits->count == waits->limit) free_buffer(waits, issued);
  uint64_t there = ready + waits->stalled + late.latency;
  waits->fills[waits->count++] = (Fill){.there = there, .use = use, .most = late.most, .load = load};
}

void meet_uses(Waits *waits, const Uses *uses, const uint32_t *issued, uint64_t start) {
  for (unsigned k = 0; k < waits->count; k++) {
    Fill *fill = &waits->fills[k];
    if (fill->use != UINT64_MAX) continue;
    uint16_t use = NOT_USED;
    for (unsigned r = 0; r < fill->load->result_count; r++)
      if (fill->load->results[r] != fill->load->base) use = sooner(use, uses->first[fill->load->results[r]]);
    if (use != NOT_USED) fill->use = start + issued[use];
  }
}
