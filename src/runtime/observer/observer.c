// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Runs one model on LiteRT over samples and tells the range of each output.
//
//   observer < GREETING, SIZE, MODEL, PORTS, SAMPLES > RANGES
//
// GREETING: as of protocol.h. SIZE: the model's bytes. PORTS: how many inputs there are, the bytes of each, and the
// same of the outputs; LiteRT must find the same. All of these numbers have 64 bits, all inputs and outputs are
// float32. A sample is the bytes of all inputs, one after the other; after each one the observer writes, for each
// output, the smallest and the largest number and 1 where one is NaN, else 0: three float32. It ends well where the
// samples end. Exit status as of the runner.
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lifetime.h"
#include "memory.h"
#include "ports.h"
#include "protocol.h"

// Seconds of CPU time until the first sample, and for each one: more than litetrim waits for an answer (observer.ts).
enum { SAMPLE_SECONDS = 90 };

// A flatbuffer's offsets have 31 bits.
#define MAX_MODEL_BYTES (UINT64_C(1) << 31)

void *own_memory(void *old, uint64_t bytes) {
  void *memory = realloc(old, bytes ? bytes : 1);
  if (memory) return memory;
  fputs("litetrim observer: out of memory\n", stderr);
  _exit(EXIT_SYSTEM);
}

__attribute__((noreturn)) static void end_with(int code, const char *why) {
  fprintf(stderr, "litetrim observer: %s\n", why);
  _exit(code);
}

// Reads up to so many bytes; fewer: the stream has ended.
static size_t read_bytes(void *to, size_t bytes) {
  size_t done = 0;
  while (done < bytes) {
    ssize_t n = read(STDIN_FILENO, (char *)to + done, bytes - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) end_with(EXIT_SYSTEM, "the samples can't be read");
    if (n == 0) break;
    done += (size_t)n;
  }
  return done;
}

static void write_bytes(const void *from, size_t bytes) {
  for (size_t done = 0; done < bytes;) {
    ssize_t n = write(STDOUT_FILENO, (const char *)from + done, bytes - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) end_with(EXIT_SYSTEM, "the ranges can't be written");
    done += (size_t)n;
  }
}

// ---- samples, read ahead by a thread of its own ----

enum { AHEAD = 2 };

typedef struct {
  const Ports *inputs;
  size_t bytes;          // of a sample
  char *samples[AHEAD];  // filled and emptied in turn
  size_t filled, emptied;
  bool ended;
  pthread_mutex_t lock;
  pthread_cond_t changed;
} Reader;

static void *read_ahead(void *given) {
  Reader *r = given;
  for (size_t turn = 0;; turn++) {
    pthread_mutex_lock(&r->lock);
    while (turn - r->emptied == AHEAD) pthread_cond_wait(&r->changed, &r->lock);
    pthread_mutex_unlock(&r->lock);
    size_t got = read_bytes(r->samples[turn % AHEAD], r->bytes);
    if (got != 0 && got != r->bytes) end_with(EXIT_SYSTEM, "the last sample is too short");
    pthread_mutex_lock(&r->lock);
    if (got) r->filled = turn + 1;
    else r->ended = true;
    pthread_cond_signal(&r->changed);
    pthread_mutex_unlock(&r->lock);
    if (!got) return NULL;
  }
}

static void start_reader(Reader *r, const Ports *inputs) {
  *r = (Reader){.inputs = inputs, .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
  r->bytes = bytes_of(inputs);
  for (int k = 0; k < AHEAD; k++) r->samples[k] = own_memory(NULL, r->bytes);
  pthread_t thread;
  if (pthread_create(&thread, NULL, read_ahead, r)) end_with(EXIT_SYSTEM, "no thread can be started");
}

// Puts the next sample into the inputs; false: there is none.
static bool next_sample(Reader *r) {
  pthread_mutex_lock(&r->lock);
  while (r->filled == r->emptied && !r->ended) pthread_cond_wait(&r->changed, &r->lock);
  bool is_there = r->filled > r->emptied;
  pthread_mutex_unlock(&r->lock);
  if (!is_there) return false;
  const char *sample = r->samples[r->emptied % AHEAD];
  for (size_t k = 0; k < r->inputs->count; k++) {
    const Port *port = &r->inputs->ports[k];
    void *data;
    check(LiteRtLockTensorBuffer(port->buffer, &data, LITERT_LOCK_WRITE), EXIT_RUN, "locking an input");
    memcpy(data, sample, port->bytes);
    check(LiteRtUnlockTensorBuffer(port->buffer), EXIT_RUN, "unlocking an input");
    sample += port->bytes;
  }
  pthread_mutex_lock(&r->lock);
  r->emptied++;
  pthread_cond_signal(&r->changed);
  pthread_mutex_unlock(&r->lock);
  return true;
}

// ---- ranges ----

typedef struct {
  float min, max, nan;
} Range;

enum { LANES = 32 };  // for the compiler to make vectors of

static Range range_of(const float *values, size_t count) {
  float low[LANES], high[LANES], none[LANES];
  for (int l = 0; l < LANES; l++) low[l] = INFINITY, high[l] = -INFINITY, none[l] = 0;
  size_t k = 0;
  for (; k + LANES <= count; k += LANES)
    for (int l = 0; l < LANES; l++) {
      float value = values[k + l];
      low[l] = value < low[l] ? value : low[l];
      high[l] = value > high[l] ? value : high[l];
      none[l] = value != value ? 1 : none[l];
    }
  for (int l = 0; k < count; k++, l++) {
    float value = values[k];
    if (value < low[l]) low[l] = value;
    if (value > high[l]) high[l] = value;
    if (value != value) none[l] = 1;
  }
  Range range = {INFINITY, -INFINITY, 0};
  for (int l = 0; l < LANES; l++) {
    if (low[l] < range.min) range.min = low[l];
    if (high[l] > range.max) range.max = high[l];
    if (none[l] != 0) range.nan = 1;
  }
  // -0 counts as 0.
  range.min += 0.0f;
  range.max += 0.0f;
  return range;
}

static void tell_ranges(const Ports *outputs, Range *ranges) {
  for (size_t k = 0; k < outputs->count; k++) {
    void *data;
    check(LiteRtLockTensorBuffer(outputs->buffers[k], &data, LITERT_LOCK_READ), EXIT_RUN, "locking an output");
    ranges[k] = range_of(data, outputs->ports[k].bytes / sizeof(float));
    check(LiteRtUnlockTensorBuffer(outputs->buffers[k]), EXIT_RUN, "unlocking an output");
  }
  write_bytes(ranges, outputs->count * sizeof *ranges);
}

static uint64_t read_number(void) {
  uint64_t number;
  if (read_bytes(&number, sizeof number) != sizeof number) end_with(EXIT_USE, "a number is missing");
  return number;
}

static void check_greeting(void) {
  if (read_number() != OBSERVER_GREETING) end_with(EXIT_USE, "litetrim and its observer are of different versions");
}

static void check_ports(const Ports *ports) {
  bool same = read_number() == ports->count;
  for (size_t k = 0; same && k < ports->count; k++)
    same = ports->ports[k].element_type == FLOAT32 && read_number() == ports->ports[k].bytes;
  if (!same) end_with(EXIT_PREPARE, "LiteRT finds other inputs or outputs");
}

static LiteRtHandle read_model(LiteRtHandle environment) {
  uint64_t bytes = read_number();
  if (bytes > MAX_MODEL_BYTES) end_with(EXIT_USE, "the model is too large");
  // LiteRT reads it for as long as it runs.
  char *content = own_memory(NULL, bytes);
  if (read_bytes(content, bytes) != bytes) end_with(EXIT_USE, "the model is too short");
  LiteRtHandle model;
  check(LiteRtCreateModelFromBuffer(environment, content, bytes, &model), EXIT_READ, "reading the model");
  return model;
}

int main(void) {
  end_with_parent();
  allow_cpu(SAMPLE_SECONDS);
  check_greeting();
  LiteRtHandle environment, signature;
  check(LiteRtCreateEnvironment(0, NULL, &environment), EXIT_SYSTEM, "LiteRT's environment");
  LiteRtHandle model = read_model(environment);
  LiteRtHandle compiled = prepare(environment, model, false);
  check(LiteRtGetModelSignature(model, 0, &signature), EXIT_READ, "the model's signature");
  Ports inputs = open_inputs(environment, compiled, signature), outputs = open_outputs(environment, compiled, signature);
  check_ports(&inputs);
  check_ports(&outputs);
  Range *ranges = own_memory(NULL, array_bytes(outputs.count, sizeof *ranges));
  static Reader reader;
  start_reader(&reader, &inputs);
  while (next_sample(&reader)) {
    allow_cpu(SAMPLE_SECONDS);
    check(LiteRtRunCompiledModel(compiled, 0, inputs.count, inputs.buffers, outputs.count, outputs.buffers), EXIT_RUN,
          "running the model");
    tell_ranges(&outputs, ranges);
  }
  _exit(0);
}
