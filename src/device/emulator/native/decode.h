// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Static decoding of A64 instructions into what an issue model needs: a class of operation, the
// registers that are read and written, and how much memory an access moves.
#ifndef LITETRIM_DECODE_H
#define LITETRIM_DECODE_H
#include <stdbool.h>
#include <stdint.h>

// One name for each class, as a profile's `operations` table spells it.
#define OPERATIONS(X)                             \
  X(INTEGER, "integer")                           \
  X(INTEGER_SHIFT, "integer-shift")               \
  X(MULTIPLY, "multiply")                         \
  X(MULTIPLY_LONG, "multiply-long")               \
  X(DIVIDE, "divide")                             \
  X(BRANCH, "branch")                             \
  X(LOAD, "load")                                 \
  X(STORE, "store")                               \
  X(VECTOR_LOAD, "vector-load")                   \
  X(VECTOR_STORE, "vector-store")                 \
  X(VECTOR_INTEGER, "vector-integer")             \
  X(VECTOR_SHIFT, "vector-shift")                 \
  X(VECTOR_MULTIPLY, "vector-multiply")           \
  X(VECTOR_MULTIPLY_LONG, "vector-multiply-long") \
  X(DOT_PRODUCT, "dot-product")                   \
  X(FLOAT_ADD, "float-add")                       \
  X(FLOAT_MULTIPLY, "float-multiply")             \
  X(FLOAT_FMA, "float-fma")                       \
  X(FLOAT_DIVIDE, "float-divide")                 \
  X(FLOAT_CONVERT, "float-convert")               \
  X(VECTOR_PERMUTE, "vector-permute")             \
  X(VECTOR_REDUCE, "vector-reduce")               \
  X(TO_VECTOR, "to-vector")                       \
  X(FROM_VECTOR, "from-vector")                   \
  X(NONE, "none")

#define OPERATION_ENUM(id, name) OP_##id,
typedef enum { OPERATIONS(OPERATION_ENUM) OPERATION_COUNT } Operation;
extern const char *const operation_names[OPERATION_COUNT];

// Register numbers: X0..X30 are 0..30, SP 31, V0..V31 are 32..63, the condition flags 64.
enum { REG_SP = 31, REG_V = 32, REG_FLAGS = 64, REG_COUNT = 65, REG_NONE = 255 };

typedef enum { FLOW_NEXT, FLOW_DIRECT, FLOW_CONDITIONAL, FLOW_INDIRECT, FLOW_RETURN } Flow;

enum { MAX_SOURCES = 8, MAX_RESULTS = 6 };

typedef struct {
  uint8_t op;           // Operation
  uint8_t flow;         // Flow; what follows this instruction
  bool wide;            // works on 128-bit vectors
  bool writeback;       // updates its base register: one more integer operation
  uint8_t permutes;     // vector permutes that a structured load or store needs besides
  uint8_t bytes;        // moved from or to memory
  uint8_t accumulator;  // which of the sources a multiply-add adds to, or REG_NONE
  uint8_t base;         // the base register that writeback updates, or REG_NONE
  uint8_t source_count, result_count;
  uint8_t sources[MAX_SOURCES], results[MAX_RESULTS];
} Instruction;

// Decodes one instruction word. Total: a word that isn't known decodes to OP_INTEGER without registers.
Instruction decode(uint32_t word);
#endif
