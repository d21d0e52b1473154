// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#include "machine.h"

#include <string.h>

#include "../../../runtime/observer/protocol.h"
#include "waits.h"

// As src/device/core.ts and profile.ts bound them. Costs: what their bounds come to, and room; nine lines' fit in 32
// bits, which is what an access of 128 bytes may touch.
enum { MAX_LINE = 4096, MAX_WIDTH = 16, MAX_CYCLES = 200, MAX_MISPREDICT = 100, MIN_MOVED = 4, MAX_MOVED = 64 };
enum { MAX_COST = 1 << 27, MAX_CACHE = 64 << 20, MAX_WAYS = 64, MIN_LINE_BYTES = 16, MAX_LINE_BYTES = 256 };

static char message[200];

static const char *complain(const char *what, const char *line) {
  snprintf(message, sizeof message, "%s: %.100s", what, line);
  return message;
}

// ---- a line's words ----

typedef struct {
  char *rest;
  bool wrong;  // a word was missing, or no number within its bounds
} Words;

static char *next_word(Words *words) {
  char *word = words->rest + strspn(words->rest, " ");
  size_t length = strcspn(word, " ");
  words->wrong |= length == 0;
  words->rest = word + length;
  if (*words->rest) *words->rest++ = '\0';
  return word;
}

static uint32_t next_number(Words *words, uint32_t least, uint32_t most) {
  const char *digits = next_word(words);
  uint64_t number = 0;
  for (const char *d = digits; *d; d++) {
    words->wrong |= *d < '0' || *d > '9' || number > most;
    number = words->wrong ? least : number * 10 + (uint64_t)(*d - '0');
  }
  words->wrong |= number < least || number > most;
  return words->wrong ? least : (uint32_t)number;
}

// All words were there, and nothing else.
static bool well_read(const Words *words) { return !words->wrong && *words->rest == '\0'; }

// ---- lines ----

static int pipe_number(const Core *core, const char *name, size_t length) {
  for (unsigned p = 0; p < core->pipe_count; p++)
    if (strlen(core->pipe_names[p]) == length && memcmp(core->pipe_names[p], name, length) == 0) return (int)p;
  return -1;
}

// `V0|V1+LS`: one of V0 and V1, and LS at the same time. `-`: no pipe.
static bool read_pipes(const Core *core, const char *text, Pipes *pipes) {
  memset(pipes, 0, sizeof *pipes);
  if (strcmp(text, "-") == 0) return true;
  for (const char *unit = text;; unit++) {
    if (pipes->count == MAX_UNITS) return false;
    uint16_t *alternatives = &pipes->units[pipes->count++];
    for (;; unit++) {
      size_t length = strcspn(unit, "|+");
      int pipe = pipe_number(core, unit, length);
      if (pipe < 0) return false;
      *alternatives |= (uint16_t)(1u << pipe);
      unit += length;
      if (*unit != '|') break;
    }
    if (*unit == '\0') return true;
  }
}

static Timing *timing_of(Core *core, const char *name) {
  for (int op = 0; op < OPERATION_COUNT; op++)
    if (strcmp(operation_names[op], name) == 0) return &core->timing[op];
  return NULL;
}

static const char *read_form(const Core *core, Words *words, struct Form *form) {
  form->busy = (uint8_t)next_number(words, 1, MAX_CYCLES);
  return read_pipes(core, next_word(words), &form->pipes) ? NULL : "unknown pipe";
}

static const char *read_operation(Machine *m, Words *words) {
  Timing *t = timing_of(&m->core, next_word(words));
  if (!t) return "unknown operation";
  if (t->latency) return "given twice";
  t->latency = (uint8_t)next_number(words, 1, MAX_CYCLES);
  t->forward = (uint8_t)next_number(words, 0, MAX_CYCLES);
  t->alone = next_number(words, 0, 1) != 0;
  const char *problem = read_form(&m->core, words, &t->narrow);
  return problem ? problem : read_form(&m->core, words, &t->wide);
}

static const char *read_pipe_names(Machine *m, Words *words) {
  Core *core = &m->core;
  if (core->pipe_count) return "given twice";
  while (*words->rest) {
    const char *name = next_word(words);
    if (core->pipe_count == MAX_PIPES) return "too many pipes";
    char *kept = core->pipe_names[core->pipe_count];
    if (strlen(name) >= sizeof core->pipe_names[0] || strpbrk(name, "|+")) return "not a pipe's name";
    if (pipe_number(core, name, strlen(name)) >= 0) return "given twice";
    strcpy(kept, name);
    core->pipe_count++;
  }
  return NULL;
}

static const char *read_cache(Machine *m, Words *words) {
  uint32_t size = next_number(words, 1, MAX_CACHE), ways = next_number(words, 1, MAX_WAYS);
  uint32_t bytes = next_number(words, MIN_LINE_BYTES, MAX_LINE_BYTES);
  LineCost cost = {.scattered = next_number(words, 0, MAX_COST)};
  cost.streamed = next_number(words, 0, MAX_COST);
  if (!well_read(words)) return "not a cache";
  return memory_add_level(&m->memory, size, ways, bytes, cost) ? NULL : "impossible cache";
}

static const char *read_memory(Machine *m, Words *words) {
  LineCost *cost = &m->memory.memory_cost;
  if (cost->scattered) return "given twice";
  cost->scattered = next_number(words, 1, MAX_COST);
  cost->streamed = next_number(words, 0, MAX_COST);
  cost->transfer = next_number(words, 0, MAX_COST);
  return NULL;
}

static const char *read_core(Machine *m, Words *words) {
  Core *core = &m->core;
  if (core->width) return "given twice";
  const char *order = next_word(words);
  core->in_order = strcmp(order, "in-order") == 0;
  if (!core->in_order && strcmp(order, "out-of-order") != 0) return "unknown order";
  core->width = next_number(words, 1, MAX_WIDTH);
  core->micro_ops = next_number(words, 1, MAX_WIDTH);
  core->mispredict = next_number(words, 0, MAX_MISPREDICT);
  core->load_bytes = next_number(words, MIN_MOVED, MAX_MOVED);
  core->store_bytes = next_number(words, MIN_MOVED, MAX_MOVED);
  core->fills = next_number(words, 1, MAX_FILLS);
  return NULL;
}

static const struct {
  const char *key;
  const char *(*read)(Machine *, Words *);
} lines[] = {
    {"core", read_core}, {"pipes", read_pipe_names}, {"operation", read_operation},
    {"cache", read_cache}, {"memory", read_memory},
};

static const char *read_line(Machine *m, const char *line) {
  char copy[MAX_LINE];
  strcpy(copy, line);
  Words words = {.rest = copy};
  const char *key = next_word(&words);
  for (size_t k = 0; k < sizeof lines / sizeof *lines; k++) {
    if (strcmp(lines[k].key, key) != 0) continue;
    const char *problem = lines[k].read(m, &words);
    if (!problem && !well_read(&words)) problem = "wrong numbers";
    return problem ? complain(problem, line) : NULL;
  }
  return complain("unknown line", line);
}

// ---- files ----

// The next line without its end; NULL where there is none, or, then with a problem, none that is whole.
static char *next_line(FILE *file, char *line, const char **problem) {
  if (!fgets(line, MAX_LINE, file)) {
    if (ferror(file)) *problem = "the machine file can't be read";
    return NULL;
  }
  char *end = strchr(line, '\n');
  if (!end) *problem = complain("not a whole line", line);
  else *end = '\0';
  return *problem ? NULL : line;
}

static const char *check(const Machine *m) {
  if (!m->core.width) return "no core";
  if (!m->memory.level_count) return "no cache";
  if (!m->memory.memory_cost.scattered) return "no memory";
  for (int op = 0; op < OPERATION_COUNT; op++)
    if (!m->core.timing[op].latency) return complain("no timing of", operation_names[op]);
  return NULL;
}

const char *machine_parse(Machine *machine, FILE *file) {
  memset(machine, 0, sizeof *machine);
  machine->memory.last_line = ~0ull;
  char line[MAX_LINE], expected[32];
  snprintf(expected, sizeof expected, "protocol %d", PROTOCOL);
  const char *problem = NULL;
  if (!next_line(file, line, &problem) || strcmp(line, expected) != 0)
    return problem ? problem : "litetrim and its plug-in are of different versions";
  while (!problem && next_line(file, line, &problem)) problem = read_line(machine, line);
  return problem ? problem : check(machine);
}

const char *machine_read(Machine *machine, const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) return complain("can't open", path);
  const char *problem = machine_parse(machine, file);
  fclose(file);
  return problem;
}
