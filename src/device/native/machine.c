// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#include "machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "waits.h"

static char message[200];

static const char *complain(const char *what, const char *line) {
  snprintf(message, sizeof message, "%s: %.100s", what, line);
  return message;
}

static int pipe_number(const Core *core, const char *name, size_t length) {
  for (unsigned p = 0; p < core->pipe_count; p++)
    if (strlen(core->pipe_names[p]) == length && memcmp(core->pipe_names[p], name, length) == 0) return (int)p;
  return -1;
}

// `V0|V1+LS`: one of V0 and V1, and LS at the same time. `-`: no pipe.
static bool read_pipes(const Core *core, const char *text, Pipes *pipes) {
  memset(pipes, 0, sizeof *pipes);
  if (strcmp(text, "-") == 0) return true;
  for (const char *unit = text; *unit;) {
    uint16_t alternatives = 0;
    do {
      size_t length = strcspn(unit, "|+");
      int pipe = pipe_number(core, unit, length);
      if (pipe < 0) return false;
      alternatives |= (uint16_t)(1u << pipe);
      unit += length;
    } while (*unit == '|' && *++unit);
    if (pipes->count == MAX_UNITS) return false;
    pipes->units[pipes->count++] = alternatives;
    if (*unit == '+') unit++;
  }
  return true;
}

static const char *read_operation(Core *core, const char *line) {
  char name[32], narrow[64], wide[64];
  unsigned latency, forward, alone, busy, wide_busy;
  int fields = sscanf(line, "operation %31s %u %u %u %u %63s %u %63s", name, &latency, &forward, &alone, &busy, narrow,
                      &wide_busy, wide);
  if (fields != 8) return complain("not an operation", line);
  for (int op = 0; op < OPERATION_COUNT; op++) {
    if (strcmp(operation_names[op], name) != 0) continue;
    Timing *t = &core->timing[op];
    *t = (Timing){.latency = (uint8_t)latency, .forward = (uint8_t)forward, .alone = alone != 0};
    t->narrow.busy = (uint8_t)busy;
    t->wide.busy = (uint8_t)wide_busy;
    if (!read_pipes(core, narrow, &t->narrow.pipes) || !read_pipes(core, wide, &t->wide.pipes)) return complain("unknown pipe", line);
    return NULL;
  }
  return complain("unknown operation", line);
}

static const char *read_pipe_names(Core *core, const char *line) {
  const char *at = line + strlen("pipes");
  char name[8];
  for (int used = 0; sscanf(at, "%7s%n", name, &used) == 1; at += used) {
    if (core->pipe_count == MAX_PIPES) return complain("too many pipes", line);
    strcpy(core->pipe_names[core->pipe_count++], name);
  }
  return NULL;
}

static const char *read_cache(Memory *memory, const char *line) {
  unsigned long long size;
  unsigned ways, bytes;
  LineCost cost = {0};
  if (sscanf(line, "cache %llu %u %u %u %u", &size, &ways, &bytes, &cost.scattered, &cost.streamed) != 5)
    return complain("not a cache", line);
  return memory_add_level(memory, size, ways, bytes, cost) ? NULL : complain("impossible cache", line);
}

static const char *read_line(Machine *m, const char *line) {
  Core *core = &m->core;
  LineCost *dram = &m->memory.memory_cost;
  char order[16];
  if (strncmp(line, "operation ", 10) == 0) return read_operation(core, line);
  if (strncmp(line, "pipes ", 6) == 0) return read_pipe_names(core, line);
  if (strncmp(line, "cache ", 6) == 0) return read_cache(&m->memory, line);
  if (sscanf(line, "memory %u %u %u", &dram->scattered, &dram->streamed, &dram->transfer) == 3) return NULL;
  if (sscanf(line, "core %15s %u %u %u %u %u %u", order, &core->width, &core->micro_ops, &core->mispredict,
             &core->load_bytes, &core->store_bytes, &core->fills) == 7) {
    core->in_order = strcmp(order, "in-order") == 0;
    return NULL;
  }
  return complain("unknown line", line);
}

static const char *check(const Machine *m) {
  const Core *core = &m->core;
  if (!core->width || !core->micro_ops || !core->load_bytes || !core->store_bytes) return "no core";
  if (core->in_order && (!core->fills || core->fills > MAX_FILLS)) return "impossible line fill buffers";
  if (!m->memory.level_count) return "no cache";
  for (int op = 0; op < OPERATION_COUNT; op++)
    if (!core->timing[op].narrow.busy) return complain("no timing of", operation_names[op]);
  return NULL;
}

const char *machine_read(Machine *machine, const char *path) {
  memset(machine, 0, sizeof *machine);
  machine->memory.last_line = ~0ull;
  FILE *file = fopen(path, "r");
  if (!file) return complain("can't open", path);
  char line[256];
  const char *problem = NULL;
  while (!problem && fgets(line, sizeof line, file)) problem = read_line(machine, line);
  fclose(file);
  return problem ? problem : check(machine);
}
