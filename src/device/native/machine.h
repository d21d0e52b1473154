// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// The modelled machine: a core with its memory, as described by a text file of one `key value…` a line
// that src/device/machine-file.ts writes from a device profile.
#ifndef LITETRIM_MACHINE_H
#define LITETRIM_MACHINE_H
#include "cache.h"
#include "core.h"

typedef struct {
  Core core;
  Memory memory;
} Machine;

// Reads the description. Returns NULL, or what is wrong with it (a string that stays valid).
const char *machine_read(Machine *machine, const char *path);
#endif
