// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// What decode.c and decode_vector.c share: taking fields out of a word, noting registers.
#ifndef LITETRIM_DECODE_FIELDS_H
#define LITETRIM_DECODE_FIELDS_H
#include "decode.h"

static inline uint32_t bits(uint32_t word, int high, int low) {
  return (word >> low) & ((2u << (high - low)) - 1);
}
static inline bool bit(uint32_t word, int at) { return (word >> at) & 1; }

static inline void reads(Instruction *i, uint32_t reg) {
  if (i->source_count < MAX_SOURCES) i->sources[i->source_count++] = (uint8_t)reg;
}
static inline void writes(Instruction *i, uint32_t reg) {
  if (i->result_count < MAX_RESULTS) i->results[i->result_count++] = (uint8_t)reg;
}

// The operand that a multiply-add adds to, or that is kept in part.
static inline void accumulates(Instruction *i, uint32_t reg) {
  i->accumulator = i->source_count;
  reads(i, reg);
}

// Register 31 is the zero register here: it neither waits nor is waited for.
static inline void reads_x(Instruction *i, uint32_t n) {
  if (n != 31) reads(i, n);
}
static inline void writes_x(Instruction *i, uint32_t n) {
  if (n != 31) writes(i, n);
}
static inline void reads_v(Instruction *i, uint32_t n) { reads(i, REG_V + n); }
static inline void writes_v(Instruction *i, uint32_t n) { writes(i, REG_V + n); }

// Floating point and Advanced SIMD: everything in the encoding group x111.
void decode_vector(Instruction *i, uint32_t word);
#endif
