// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// A model in LiteRT: what the programs that run one share. Whatever fails ends the process, with a line on the
// error stream.
#ifndef LITETRIM_PORTS_H
#define LITETRIM_PORTS_H
#include <stdbool.h>
#include <stddef.h>

#include "litert.h"

// Exit statuses: wrong use, LiteRT can't read the model, can't prepare it, fails to run it; no memory or file.
enum { EXIT_USE = 64, EXIT_READ = 65, EXIT_PREPARE = 66, EXIT_RUN = 67, EXIT_SYSTEM = 71 };
// LiteRT's element types.
enum { FLOAT32 = 1, INT32 = 2, INT64 = 4, BOOL = 6, FLOAT16 = 10, FLOAT64 = 11, UINT64 = 13, UINT32 = 16 };

// An input or output.
typedef struct {
  LiteRtHandle buffer;
  size_t bytes;
  int element_type;
} Port;

// All inputs or all outputs, in the order of the model's first signature.
typedef struct {
  size_t count;
  Port *ports;
  LiteRtHandle *buffers;
} Ports;

// Ends the process with `code` and a line.
__attribute__((noreturn)) void fail(int code, const char *why);
// Ends the process with `code` unless the status is success.
void check(LiteRtStatus status, int code, const char *what);

// Prepares a model for XNNPACK on one thread; `profile`: with LiteRT's profiler.
LiteRtHandle prepare(LiteRtHandle environment, LiteRtHandle model, bool profile);

Ports open_inputs(LiteRtHandle environment, LiteRtHandle compiled, LiteRtHandle signature);
Ports open_outputs(LiteRtHandle environment, LiteRtHandle compiled, LiteRtHandle signature);

// Bytes of all of them together.
size_t bytes_of(const Ports *ports);

#endif
