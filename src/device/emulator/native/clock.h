// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// The guest's side of the virtual clock (see plugin.c). Linked with -rdynamic, clock_gettime here is the
// one that LiteRT's and XNNPACK's profilers call: one microsecond is one cycle of the modelled machine. On a
// real machine a cycle is one of a clock of 1 GHz: profilers, which know microseconds, tell nanoseconds.
#ifndef LITETRIM_CLOCK_H
#define LITETRIM_CLOCK_H
#include <stddef.h>

#include "clock_page.h"

// Maps the page that the plug-in writes to, and ends the process where it can't. NULL: the clock is this
// machine's own, and cycles are all that is counted.
void clock_open(const char *path);

// All counters, now.
Counters clock_read(void);

// From now on every reading of the clock is kept, so that what happened between two readings (one
// operator, for a profiler) can be told in every counter.
void clock_record(void);
// All readings since then; ends it. The memory is the caller's.
const Counters *clock_readings(size_t *count);
#endif
