// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Follows the encoding tables of the Arm Architecture Reference Manual (DDI 0487), section C4. Only what
// matters for timing is told apart; classes are those of Arm's software optimization guides.
#include "decode_fields.h"

#define OPERATION_NAME(id, name) name,
const char *const operation_names[OPERATION_COUNT] = {OPERATIONS(OPERATION_NAME)};

static void immediate(Instruction *i, uint32_t w) {
  uint32_t group = bits(w, 25, 23);
  i->op = OP_INTEGER;
  if (group == 2 || group == 3) {  // add and subtract; register 31 is SP here
    reads(i, bits(w, 9, 5));
    if (bit(w, 29)) {
      writes(i, REG_FLAGS);
      writes_x(i, bits(w, 4, 0));
    } else {
      writes(i, bits(w, 4, 0));
    }
    return;
  }
  if (group == 4 || group >= 6) reads_x(i, bits(w, 9, 5));           // logical, bit field, extract
  if (group == 7) reads_x(i, bits(w, 20, 16));                       // extract
  if (group == 5 && bits(w, 30, 29) == 3) reads_x(i, bits(w, 4, 0));  // movk
  if (group == 6 && bits(w, 30, 29) == 1) reads_x(i, bits(w, 4, 0));  // bfm
  if (group == 4 && bits(w, 30, 29) == 3) writes(i, REG_FLAGS);       // ands
  writes_x(i, bits(w, 4, 0));
}

static void branch(Instruction *i, uint32_t w) {
  i->op = OP_BRANCH;
  if (bits(w, 30, 26) == 5) {  // b, bl
    i->flow = FLOW_DIRECT;
    if (bit(w, 31)) writes(i, 30);
  } else if (bits(w, 30, 25) == 0x1a || bits(w, 30, 25) == 0x1b) {  // cbz, tbz and their negations
    i->flow = FLOW_CONDITIONAL;
    reads_x(i, bits(w, 4, 0));
  } else if (bits(w, 31, 25) == 0x2a) {  // b.cond
    i->flow = FLOW_CONDITIONAL;
    reads(i, REG_FLAGS);
  } else if (bits(w, 31, 25) == 0x6b) {  // br, blr, ret
    i->flow = bits(w, 24, 21) == 2 ? FLOW_RETURN : FLOW_INDIRECT;
    if (bits(w, 24, 21) == 1) writes(i, 30);
    reads_x(i, bits(w, 9, 5));
  } else {  // system instructions, hints, barriers, supervisor calls
    i->op = bits(w, 31, 12) == 0xd5032 ? OP_NONE : OP_INTEGER;
    if (bits(w, 31, 24) == 0xd4) i->flow = FLOW_DIRECT;
    if (bits(w, 31, 20) == 0xd53) writes_x(i, bits(w, 4, 0));
    if (bits(w, 31, 20) == 0xd51) reads_x(i, bits(w, 4, 0));
  }
}

static void multiply(Instruction *i, uint32_t w) {
  uint32_t kind = bits(w, 23, 21);  // 0 madd, 1 smaddl, 2 smulh, 5 umaddl, 6 umulh
  i->op = bit(w, 31) && (kind == 0 || kind == 2 || kind == 6) ? OP_MULTIPLY_LONG : OP_MULTIPLY;
  reads_x(i, bits(w, 9, 5));
  reads_x(i, bits(w, 20, 16));
  if (bits(w, 14, 10) != 31) accumulates(i, bits(w, 14, 10));
  writes_x(i, bits(w, 4, 0));
}

static void registers(Instruction *i, uint32_t w) {
  uint32_t op = bits(w, 24, 21);
  i->op = OP_INTEGER;
  if (bit(w, 28) && bit(w, 24)) {
    multiply(i, w);
    return;
  }
  reads_x(i, bits(w, 9, 5));
  bool one_source = bit(w, 28) && op == 6 && bit(w, 30);
  bool compare = bit(w, 28) && op == 2;  // ccmp, ccmn
  if (!one_source && !(compare && bit(w, 11))) reads_x(i, bits(w, 20, 16));
  if (!bit(w, 28)) {  // logical, add and subtract, with a shifted or extended register
    if (bits(w, 15, 10) != 0) i->op = OP_INTEGER_SHIFT;
    bool logical = !bit(w, 24);
    if (logical ? bits(w, 30, 29) == 3 : bit(w, 29)) writes(i, REG_FLAGS);
  } else if (compare) {
    reads(i, REG_FLAGS);
    writes(i, REG_FLAGS);
    return;
  } else if (op == 4 || op == 0) {  // csel; adc and sbc
    reads(i, REG_FLAGS);
    if (op == 0 && bit(w, 29)) writes(i, REG_FLAGS);
  } else if (op == 6 && !one_source && bits(w, 15, 11) == 1) {  // udiv, sdiv
    i->op = OP_DIVIDE;
  }
  writes_x(i, bits(w, 4, 0));
}

static void memory_pair(Instruction *i, uint32_t w) {
  bool vector = bit(w, 26), load = bit(w, 22);
  uint32_t size = vector ? 4u << bits(w, 31, 30) : bit(w, 31) ? 8 : 4;
  i->op = vector ? (load ? OP_VECTOR_LOAD : OP_VECTOR_STORE) : (load ? OP_LOAD : OP_STORE);
  i->wide = vector && size == 16;
  i->bytes = (uint8_t)(2 * size);
  i->writeback = bits(w, 24, 23) == 1 || bits(w, 24, 23) == 3;
  reads(i, bits(w, 9, 5));
  const uint32_t transferred[2] = {bits(w, 4, 0), bits(w, 14, 10)};
  for (int k = 0; k < 2; k++) {
    if (vector) (load ? writes_v : reads_v)(i, transferred[k]);
    else (load ? writes_x : reads_x)(i, transferred[k]);
  }
}

static void memory_single(Instruction *i, uint32_t w) {
  bool vector = bit(w, 26);
  uint32_t size = bits(w, 31, 30), opc = bits(w, 23, 22);
  bool load = vector ? opc & 1 : opc != 0;
  if (!vector && size == 3 && opc == 2) {  // prfm: takes the pipe, and nobody waits for it. QEMU tells no address.
    i->op = OP_LOAD;
    reads(i, bits(w, 9, 5));
    return;
  }
  i->op = vector ? (load ? OP_VECTOR_LOAD : OP_VECTOR_STORE) : (load ? OP_LOAD : OP_STORE);
  i->wide = vector && opc >= 2;
  i->bytes = i->wide ? 16 : (uint8_t)(1u << size);
  reads(i, bits(w, 9, 5));
  if (!bit(w, 24)) {
    uint32_t form = bits(w, 11, 10);
    if (bit(w, 21) && form == 2) reads_x(i, bits(w, 20, 16));      // register offset
    if (bit(w, 21) && form == 0) {                                 // atomic read-modify-write
      reads_x(i, bits(w, 20, 16));
      load = true;
    }
    i->writeback = !bit(w, 21) && (form == 1 || form == 3);
  }
  if (vector) (load ? writes_v : reads_v)(i, bits(w, 4, 0));
  else (load ? writes_x : reads_x)(i, bits(w, 4, 0));
}

static void memory_structures(Instruction *i, uint32_t w) {
  bool load = bit(w, 22), single = bit(w, 24);
  uint32_t elements, registers_moved;
  i->wide = !single && bit(w, 30);
  if (single) {
    elements = 1 + 2 * bit(w, 13) + bit(w, 21);
    registers_moved = elements;
    uint32_t scale = bits(w, 15, 14);
    uint32_t lane = scale == 3 ? 1u << bits(w, 11, 10) : scale == 2 ? (bit(w, 10) ? 8 : 4) : 1u << scale;
    i->bytes = (uint8_t)(elements * lane);
    i->permutes = (uint8_t)registers_moved;  // a lane is inserted, or one element is spread
  } else {
    static const uint8_t counts[16] = {4, 0, 4, 0, 3, 0, 3, 1, 2, 0, 2};
    uint32_t opcode = bits(w, 15, 12);
    registers_moved = counts[opcode];
    elements = opcode == 0 ? 4 : opcode == 4 ? 3 : opcode == 8 ? 2 : 1;
    i->bytes = (uint8_t)(registers_moved * (i->wide ? 16 : 8));
    i->permutes = elements > 1 ? (uint8_t)registers_moved : 0;
  }
  i->op = load ? OP_VECTOR_LOAD : OP_VECTOR_STORE;
  i->writeback = bit(w, 23);
  reads(i, bits(w, 9, 5));
  if (i->writeback) reads_x(i, bits(w, 20, 16));
  bool merges = single && load && bits(w, 15, 14) != 3;  // the other lanes are kept
  for (uint32_t k = 0; k < registers_moved; k++) {
    uint32_t reg = (bits(w, 4, 0) + k) % 32;
    if (!load || merges) reads_v(i, reg);
    if (load) writes_v(i, reg);
  }
}

static void memory(Instruction *i, uint32_t w) {
  uint32_t group = bits(w, 29, 27);
  if (group == 5) memory_pair(i, w);
  else if (group == 7) memory_single(i, w);
  else if (group == 1 && bit(w, 26)) memory_structures(i, w);
  else if (group == 3 && !bit(w, 24)) {  // literal
    i->op = bit(w, 26) ? OP_VECTOR_LOAD : OP_LOAD;
    i->wide = bit(w, 26) && bits(w, 31, 30) == 2;
    i->bytes = bit(w, 26) ? (uint8_t)(4u << bits(w, 31, 30)) : bit(w, 30) ? 8 : 4;
    if (bit(w, 26)) writes_v(i, bits(w, 4, 0));
    else writes_x(i, bits(w, 4, 0));
  } else {  // exclusive, acquire and release
    i->op = bit(w, 22) ? OP_LOAD : OP_STORE;
    i->bytes = (uint8_t)(1u << bits(w, 31, 30));
    reads(i, bits(w, 9, 5));
    (bit(w, 22) ? writes_x : reads_x)(i, bits(w, 4, 0));
  }
  if (i->writeback) {
    i->base = (uint8_t)bits(w, 9, 5);
    writes(i, i->base);
  }
}

Instruction decode(uint32_t w) {
  Instruction i = {.op = OP_INTEGER, .flow = FLOW_NEXT, .accumulator = REG_NONE, .base = REG_NONE};
  uint32_t group = bits(w, 28, 25);
  if ((group & 0xe) == 8) immediate(&i, w);
  else if ((group & 0xe) == 10) branch(&i, w);
  else if ((group & 5) == 4) memory(&i, w);
  else if ((group & 7) == 5) registers(&i, w);
  else if ((group & 7) == 7) decode_vector(&i, w);
  return i;
}
