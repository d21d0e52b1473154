// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// The modelled machine: a core with its memory, as described by a text file of one `key value…` a line
// that src/device/emulator/machine-file.ts writes from a device profile. Its first line tells the protocol's version.
#ifndef LITETRIM_MACHINE_H
#define LITETRIM_MACHINE_H
#include <stdio.h>

#include "cache.h"
#include "core.h"

typedef struct {
  Core core;
  Memory memory;
} Machine;

// Reads the description. Returns NULL, or what is wrong with it (a string that is valid until the next call).
const char *machine_read(Machine *machine, const char *path);
// The same of a stream.
const char *machine_parse(Machine *machine, FILE *file);
#endif
