// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#include "core.h"

#include <string.h>

typedef struct {
  uint32_t ready[REG_COUNT];      // cycle from which a register can be read
  uint32_t forwarded[REG_COUNT];  // the same, by an accumulator of the producer's class
  uint8_t producer[REG_COUNT];    // Operation that wrote it last
} Registers;

static uint32_t larger(uint32_t a, uint32_t b) { return a > b ? a : b; }

static uint32_t operands_ready(const Registers *r, const Instruction *i) {
  uint32_t ready = 0;
  for (int k = 0; k < i->source_count; k++) {
    uint8_t reg = i->sources[k];
    bool forwards = k == i->accumulator && r->producer[reg] == i->op;
    ready = larger(ready, forwards ? r->forwarded[reg] : r->ready[reg]);
  }
  return ready;
}

static void write_results(Registers *r, const Instruction *i, const Timing *t, uint32_t issued, uint32_t extra) {
  for (int k = 0; k < i->result_count; k++) {
    uint8_t reg = i->results[k];
    bool address = reg == i->base;  // a written-back address is a plain addition
    r->ready[reg] = issued + (address ? 1 : t->latency + extra);
    r->forwarded[reg] = t->forward && !address ? issued + t->forward : r->ready[reg];
    r->producer[reg] = address ? OP_INTEGER : i->op;
  }
}

// How often an access goes through its pipe.
static uint32_t passes(const Core *core, const Instruction *i) {
  bool load = i->op == OP_LOAD || i->op == OP_VECTOR_LOAD;
  bool store = i->op == OP_STORE || i->op == OP_VECTOR_STORE;
  if (!load && !store) return 1;
  uint32_t bytes = load ? core->load_bytes : core->store_bytes;
  return i->bytes <= bytes ? 1 : (i->bytes + bytes - 1) / bytes;
}

static const struct Form *form_of(const Timing *t, bool wide) { return wide ? &t->wide : &t->narrow; }

// ---- in order: a scoreboard ----

typedef struct {
  Registers registers;
  uint32_t pipe_free[MAX_PIPES];
  uint32_t cycle;
  unsigned slots;  // taken in this cycle
} Scoreboard;

static unsigned freest(const uint32_t *load, unsigned count, uint16_t alternatives) {
  unsigned best = MAX_PIPES;
  for (unsigned p = 0; p < count; p++)
    if ((alternatives >> p & 1) && (best == MAX_PIPES || load[p] < load[best])) best = p;
  return best;
}

static void advance(Scoreboard *s, uint32_t cycle) {
  if (cycle <= s->cycle) return;
  s->cycle = cycle;
  s->slots = 0;
}

static uint32_t issue(Scoreboard *s, const Core *core, const Timing *t, bool wide, uint32_t times, uint32_t from) {
  const struct Form *form = form_of(t, wide);
  const Pipes *pipes = &form->pipes;
  bool alone = t->alone && wide;
  unsigned slots = alone ? core->width : 1;
  advance(s, from);
  if (s->slots + slots > core->width) advance(s, s->cycle + 1);
  unsigned taken[MAX_UNITS];
  uint16_t used = 0;
  for (unsigned u = 0; u < pipes->count; u++) {
    taken[u] = freest(s->pipe_free, core->pipe_count, pipes->units[u] & (uint16_t)~used);
    if (taken[u] == MAX_PIPES) continue;
    used |= (uint16_t)(1u << taken[u]);
    advance(s, s->pipe_free[taken[u]]);
  }
  uint32_t issued = s->cycle;
  for (unsigned u = 0; u < pipes->count; u++)
    if (taken[u] != MAX_PIPES) s->pipe_free[taken[u]] = issued + times * form->busy;
  s->slots += slots;
  if (alone && times > 1) {
    advance(s, issued + times - 1);
    s->slots = core->width;
  }
  return issued;
}

// `issue_cycles`, where given: the cycle in which each instruction issued.
static void score(Scoreboard *s, const Core *core, Code code, uint32_t *issue_cycles) {
  for (size_t k = 0; k < code.count; k++) {
    const Instruction *i = &code.instructions[k];
    const Timing *t = &core->timing[i->op];
    uint32_t times = passes(core, i);
    uint32_t issued = issue(s, core, t, i->wide, times, operands_ready(&s->registers, i));
    uint32_t extra = times - 1;
    const Timing *permute = &core->timing[OP_VECTOR_PERMUTE];
    for (unsigned p = 0; p < i->permutes; p++) {
      issue(s, core, permute, i->wide, 1, s->cycle);
      extra++;
    }
    write_results(&s->registers, i, t, issued, extra);
    if (issue_cycles) issue_cycles[k] = issued;
    if (i->flow != FLOW_NEXT) advance(s, s->cycle + 1);  // nothing issues beside what a branch leads to
  }
}

// Sub-cycle position: a half-filled last cycle is shared with what follows.
static uint32_t position(const Scoreboard *s, const Core *core) {
  return s->cycle * CYCLE + s->slots * CYCLE / core->width;
}

static uint32_t in_order_cost(const Core *core, Code before, Code block, uint32_t *issued) {
  Scoreboard s;
  memset(&s, 0, sizeof s);
  score(&s, core, before, NULL);
  uint32_t start = position(&s, core);
  score(&s, core, block, issued);
  uint32_t end = position(&s, core);
  for (size_t k = 0; k < block.count; k++) issued[k] = larger(issued[k] * CYCLE, start) - start;
  return end > start ? end - start : 0;
}

// ---- out of order: the tightest of the bounds ----

// One for each pipe that it needs at once: a 128-bit operation that is split over two pipes is two.
static uint32_t micro_ops(const Core *core, Operation op, bool wide) {
  uint32_t pipes = form_of(&core->timing[op], wide)->pipes.count;
  return pipes ? pipes : 1;
}

static uint32_t dispatch_bound(const Core *core, Code code) {
  uint32_t decoded = 0, dispatched = 0;
  for (size_t k = 0; k < code.count; k++) {
    const Instruction *i = &code.instructions[k];
    uint32_t times = passes(core, i);
    decoded += times + i->permutes + i->writeback;
    dispatched += times * micro_ops(core, i->op, i->wide) + i->writeback;
    dispatched += i->permutes * micro_ops(core, OP_VECTOR_PERMUTE, i->wide);
  }
  return larger(decoded * CYCLE / core->width, dispatched * CYCLE / core->micro_ops);
}

// Spreads each operation over its alternatives, those without a choice first.
static void load_pipes(const Core *core, uint32_t *load, const Timing *t, bool wide, uint32_t times, bool choice) {
  const struct Form *form = form_of(t, wide);
  const Pipes *pipes = &form->pipes;
  uint16_t used = 0;
  for (unsigned u = 0; u < pipes->count; u++) {
    uint16_t alternatives = pipes->units[u];
    if (((alternatives & (alternatives - 1)) != 0) != choice) continue;
    unsigned pipe = freest(load, core->pipe_count, alternatives & (uint16_t)~used);
    if (pipe == MAX_PIPES) continue;
    used |= (uint16_t)(1u << pipe);
    load[pipe] += times * form->busy;
  }
}

static uint32_t pipe_bound(const Core *core, Code code) {
  uint32_t load[MAX_PIPES] = {0}, most = 0;
  for (int choice = 0; choice < 2; choice++)
    for (size_t k = 0; k < code.count; k++) {
      const Instruction *i = &code.instructions[k];
      load_pipes(core, load, &core->timing[i->op], i->wide, passes(core, i), choice);
      load_pipes(core, load, &core->timing[OP_VECTOR_PERMUTE], i->wide, i->permutes, choice);
      load_pipes(core, load, &core->timing[OP_INTEGER], false, i->writeback, choice);
    }
  for (unsigned p = 0; p < core->pipe_count; p++) most = larger(most, load[p]);
  return most * CYCLE;
}

// Growth of the latest result from one turn of the loop to the next, pipes without limit.
static uint32_t chain_bound(const Core *core, Code code) {
  enum { WARM_UP = 4, TURNS = 8 };
  Registers r;
  memset(&r, 0, sizeof r);
  uint32_t latest = 0, warm = 0;
  for (int turn = 0; turn < TURNS; turn++) {
    for (size_t k = 0; k < code.count; k++) {
      const Instruction *i = &code.instructions[k];
      uint32_t issued = operands_ready(&r, i);
      write_results(&r, i, &core->timing[i->op], issued, 0);
      latest = larger(latest, issued);
    }
    if (turn == WARM_UP - 1) warm = latest;
  }
  return (latest - warm) * CYCLE / (TURNS - WARM_UP);
}

static uint32_t out_of_order_cost(const Core *core, Code code, bool repeats) {
  uint32_t bound = larger(dispatch_bound(core, code), pipe_bound(core, code));
  return repeats ? larger(bound, chain_bound(core, code)) : bound;
}

uint32_t result_latency(const Core *core, const Instruction *i) {
  return (core->timing[i->op].latency + passes(core, i) - 1) * CYCLE;
}

uint32_t block_cost(const Core *core, Code before, Code block, uint32_t *issued) {
  if (core->in_order) return in_order_cost(core, before, block, issued);
  return out_of_order_cost(core, block, before.instructions == block.instructions);
}
