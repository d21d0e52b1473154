// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Runs one model on LiteRT and prints what that took as one JSON document.
//
//   runner MODEL CLOCK WARM_UPS RUNS PROFILE OUTPUTS
//
// CLOCK `device`: the emulated machine's, whose page is clock.bin; `host`: this machine's own, in
// nanoseconds, where nothing else is counted. WARM_UPS inferences go before the RUNS measured ones.
// PROFILE 1: LiteRT's profiler is on in those. OUTPUTS 1: the outputs' bytes, one after the other, go
// to outputs.bin. The inputs come from inputs.bin where that exists, else from a seeded generator. All of
// these files lie in the current folder, so that no path can change what is counted.
//
// Exit status: 64 wrong use, 65 LiteRT can't read the model, 66 LiteRT can't prepare it, 67 it fails to
// run, 71 no memory or file. Each with a line on the error stream.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../../runtime/observer/lifetime.h"
#include "../../../runtime/observer/ports.h"
#include "../../../runtime/observer/protocol.h"
#include "clock.h"
#include "heap.h"

// The clock of the machine itself: seconds of CPU time until the first inference, and for each one. On an emulated
// machine the emulator is limited (emulator.ts).
enum { INFERENCE_SECONDS = 610 };
// More than anybody asks for (hardware.ts).
enum { MAX_RUNS = 100000 };

// ---- arguments ----

typedef struct {
  const char *model;
  bool host, profile, keep_outputs;
  int warm_ups, count;
} Arguments;

static void misused(void) { fail(EXIT_USE, "use: runner MODEL CLOCK WARM_UPS RUNS PROFILE OUTPUTS"); }

static int number(const char *text, int least, int most) {
  char *end;
  errno = 0;
  long value = strtol(text, &end, 10);
  if (errno || end == text || *end || value < least || value > most) misused();
  return (int)value;
}

static Arguments read_arguments(int argc, char **argv) {
  if (argc != 7) misused();
  bool host = strcmp(argv[2], "host") == 0;
  if (!host && strcmp(argv[2], "device") != 0) misused();
  return (Arguments){
      .model = argv[1],
      .host = host,
      .warm_ups = number(argv[3], 0, MAX_RUNS),
      .count = number(argv[4], 1, MAX_RUNS),
      .profile = number(argv[5], 0, 1),
      .keep_outputs = number(argv[6], 0, 1),
  };
}

// ---- inputs and outputs ----

// Values that every operator accepts: fractions of 1 for floats, 0 for what may be an index, any byte else.
static void seed(uint8_t *data, const Port *port) {
  uint64_t state = 0x9e3779b97f4a7c15;
  size_t step = port->element_type == FLOAT32 ? 4 : port->element_type == FLOAT16 ? 2 : port->element_type == FLOAT64 ? 8 : 1;
  for (size_t k = 0; k + step <= port->bytes; k += step) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    float single = (float)(state >> 40) / 16777216.0f;
    double twice = single;
    uint16_t half = 0x3800 | (state >> 54);  // 0.5 to 1
    switch (port->element_type) {
      case FLOAT32: memcpy(data + k, &single, 4); break;
      case FLOAT64: memcpy(data + k, &twice, 8); break;
      case FLOAT16: memcpy(data + k, &half, 2); break;
      case INT32: case INT64: case UINT32: case UINT64: data[k] = 0; break;
      case BOOL: data[k] = state >> 63; break;
      default: data[k] = (uint8_t)(state >> 56);
    }
  }
}

static void write_all(int file, const uint8_t *data, size_t bytes) {
  for (size_t done = 0; done < bytes;) {
    ssize_t n = write(file, data + done, bytes - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(EXIT_SYSTEM, "outputs.bin can't be written");
    done += (size_t)n;
  }
}

// Reads up to so many bytes; fewer: the file has ended.
static size_t read_all(int file, uint8_t *data, size_t bytes) {
  size_t done = 0;
  while (done < bytes) {
    ssize_t n = read(file, data + done, bytes - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(EXIT_SYSTEM, "inputs.bin can't be read");
    if (n == 0) break;
    done += (size_t)n;
  }
  return done;
}

static void fill_inputs(const Ports *inputs) {
  int file = open("inputs.bin", O_RDONLY);
  if (file < 0 && errno != ENOENT) fail(EXIT_SYSTEM, "inputs.bin can't be opened");
  for (size_t k = 0; k < inputs->count; k++) {
    void *data;
    const Port *port = &inputs->ports[k];
    check(LiteRtLockTensorBuffer(port->buffer, &data, LITERT_LOCK_WRITE), EXIT_RUN, "locking an input");
    if (file < 0) seed(data, port);
    else if (read_all(file, data, port->bytes) < port->bytes) fail(EXIT_SYSTEM, "inputs.bin is too short");
    check(LiteRtUnlockTensorBuffer(port->buffer), EXIT_RUN, "unlocking an input");
  }
  if (file < 0) return;
  uint8_t more;
  if (read_all(file, &more, 1)) fail(EXIT_SYSTEM, "inputs.bin is too long");
  close(file);
}

static void write_outputs(const Ports *outputs) {
  int file = open("outputs.bin", O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) fail(EXIT_SYSTEM, "outputs.bin can't be opened");
  for (size_t k = 0; k < outputs->count; k++) {
    void *data;
    check(LiteRtLockTensorBuffer(outputs->buffers[k], &data, LITERT_LOCK_READ), EXIT_RUN, "locking an output");
    write_all(file, data, outputs->ports[k].bytes);
    check(LiteRtUnlockTensorBuffer(outputs->buffers[k]), EXIT_RUN, "unlocking an output");
  }
  if (close(file) != 0) fail(EXIT_SYSTEM, "outputs.bin can't be written");
}

// ---- the report ----

static void print_text(const char *text) {
  putchar('"');
  for (const unsigned char *c = (const unsigned char *)text; *c; c++)
    if (*c == '"' || *c == '\\') printf("\\%c", *c);
    else if (*c < 0x20 || *c >= 0x7f) printf("\\u%04x", *c);
    else putchar(*c);
  putchar('"');
}

static void print_counters(const Counters *c) {
  const char *separator = "{";
#define PRINT_COUNTER(name) printf("%s\"" #name "\":%" PRIu64, separator, c->name), separator = ",";
  COUNTERS(PRINT_COUNTER)
  putchar('}');
}

static void print_ports(const char *name, const Ports *ports) {
  printf(",\"%s\":[", name);
  for (size_t k = 0; k < ports->count; k++)
    printf("%s{\"type\":%d,\"bytes\":%zu}", k ? "," : "", ports->ports[k].element_type, ports->ports[k].bytes);
  putchar(']');
}

// What LiteRT's profiler tells of one inference, and the clock's readings behind it.
typedef struct {
  int event_count;
  LiteRtProfilerEvent *events;
  size_t reading_count;
  const Counters *readings;
} Profile;

static const char *copy_text(const char *text) {
  size_t bytes = text ? strlen(text) + 1 : 1;
  char *copy = own_memory(NULL, bytes);
  return text ? memcpy(copy, text, bytes) : memcpy(copy, "", 1);
}

// Whether LiteRT fills events as litert.h lays them out: of another layout these fields tell at once.
static bool is_event(const LiteRtProfilerEvent *event) {
  bool one_bit = event->type > 0 && (event->type & (event->type - 1)) == 0;
  bool known = event->type <= LITERT_LAST_EVENT_TYPE && event->source >= 0 && event->source <= LITERT_LAST_EVENT_SOURCE;
  return one_bit && known;
}

static Profile take_profile(LiteRtHandle profiler) {
  Profile p;
  p.readings = clock_readings(&p.reading_count);
  check(LiteRtStopProfiler(profiler), EXIT_RUN, "the profiler");
  check(LiteRtGetNumProfilerEvents(profiler, &p.event_count), EXIT_RUN, "the profile");
  if (p.event_count < 0) fail(EXIT_RUN, "the profile has no size");
  p.events = own_memory(NULL, array_bytes((uint64_t)p.event_count, sizeof *p.events));
  check(LiteRtGetProfilerEvents(profiler, p.event_count, p.events), EXIT_RUN, "the profile");
  for (int k = 0; k < p.event_count; k++) {
    if (!is_event(&p.events[k])) fail(EXIT_RUN, "LiteRT's profile has another layout");
    p.events[k].tag = copy_text(p.events[k].tag);
  }
  check(LiteRtResetProfiler(profiler), EXIT_RUN, "the profiler");
  return p;
}

static void print_profile(const Profile *p) {
  printf("{\"events\":[");
  for (int k = 0; k < p->event_count; k++) {
    const LiteRtProfilerEvent *event = &p->events[k];
    printf("%s{\"tag\":", k ? "," : "");
    print_text(event->tag);
    printf(",\"type\":%d,\"start\":%" PRIu64 ",\"elapsed\":%" PRIu64 "}", event->type, event->start_us,
           event->elapsed_us);
  }
  printf("],\"readings\":[");
  for (size_t k = 0; k < p->reading_count; k++) {
    if (k) putchar(',');
    print_counters(&p->readings[k]);
  }
  printf("]}");
}

// Counters just before and behind one inference.
typedef struct {
  Counters before, after;
} Span;

static Span infer(LiteRtHandle compiled, const Ports *inputs, const Ports *outputs) {
  Span span;
  span.before = clock_read();
  LiteRtStatus status =
      LiteRtRunCompiledModel(compiled, 0, inputs->count, inputs->buffers, outputs->count, outputs->buffers);
  span.after = clock_read();
  check(status, EXIT_RUN, "running the model");
  return span;
}

static void print_span(const char *name, const Span *span) {
  printf("%s\"before\":", name);
  print_counters(&span->before);
  printf(",\"after\":");
  print_counters(&span->after);
  putchar('}');
}

typedef struct {
  Span first, last;
  uint64_t *cycles;   // of each measured inference
  Profile *profiles;  // the same; NULL: none were taken
} Runs;

static Runs infer_all(const Arguments *a, LiteRtHandle compiled, const Ports *inputs, const Ports *outputs,
                      LiteRtHandle profiler) {
  uint64_t count = (uint64_t)a->count;
  Runs runs = {.cycles = own_memory(NULL, array_bytes(count, sizeof *runs.cycles))};
  if (profiler) runs.profiles = own_memory(NULL, array_bytes(count, sizeof *runs.profiles));
  for (int run = -a->warm_ups; run < a->count; run++) {
    if (a->host) allow_cpu(INFERENCE_SECONDS);
    bool profiled = profiler && run >= 0;
    if (profiled) {
      check(LiteRtStartProfiler(profiler), EXIT_RUN, "the profiler");
      clock_record();
    }
    runs.last = infer(compiled, inputs, outputs);
    if (run == -a->warm_ups) runs.first = runs.last;
    if (run >= 0) runs.cycles[run] = runs.last.after.cycles - runs.last.before.cycles;
    if (profiled) runs.profiles[run] = take_profile(profiler);
  }
  return runs;
}

static void print_runs(const Runs *runs, int count) {
  print_span(",\"first\":{", &runs->first);
  print_span(",\"inference\":{", &runs->last);
  printf(",\"runs\":[");
  for (int k = 0; k < count; k++) printf("%s%" PRIu64, k ? "," : "", runs->cycles[k]);
  printf("],\"profiles\":[");
  for (int k = 0; runs->profiles && k < count; k++) {
    if (k) putchar(',');
    print_profile(&runs->profiles[k]);
  }
  putchar(']');
}

int main(int argc, char **argv) {
  Arguments a = read_arguments(argc, argv);
  if (a.host) {
    end_with_parent();
    allow_cpu(INFERENCE_SECONDS);
  }
  clock_open(a.host ? NULL : "clock.bin");
  uint64_t before_loading = heap_use().live;
  heap_mark_peak();

  LiteRtHandle environment, model, signature, profiler = NULL;
  check(LiteRtCreateEnvironment(0, NULL, &environment), EXIT_SYSTEM, "LiteRT's environment");
  check(LiteRtCreateModelFromFile(environment, a.model, &model), EXIT_READ, "reading the model");
  Span load = {.before = clock_read()};
  LiteRtHandle compiled = prepare(environment, model, a.profile);
  load.after = clock_read();
  check(LiteRtGetModelSignature(model, 0, &signature), EXIT_READ, "the model's signature");
  Ports inputs = open_inputs(environment, compiled, signature), outputs = open_outputs(environment, compiled, signature);
  fill_inputs(&inputs);
  if (a.profile) check(LiteRtCompiledModelGetProfiler(compiled, &profiler), EXIT_PREPARE, "the profiler");
  Runs runs = infer_all(&a, compiled, &inputs, &outputs, profiler);
  HeapUse memory = heap_use();

  printf("{\"protocol\":%d,\"clock\":\"%s\",\"peakBytes\":%" PRIu64 ",\"fileBytes\":%" PRIu64, PROTOCOL,
         a.host ? "host" : "device", memory.peak - before_loading, memory.files);
  print_ports("inputs", &inputs);
  print_ports("outputs", &outputs);
  print_span(",\"load\":{", &load);
  print_runs(&runs, a.count);
  puts("}");
  if (a.keep_outputs) write_outputs(&outputs);
  if (fflush(stdout) != 0 || ferror(stdout)) fail(EXIT_SYSTEM, "the report can't be written");
  return 0;
}
