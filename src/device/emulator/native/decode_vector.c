// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Floating point and Advanced SIMD, after section C4.1 ("Data Processing - Scalar Floating-Point and
// Advanced SIMD") of the Arm Architecture Reference Manual.
#include "decode_fields.h"

static void operands(Instruction *i, uint32_t w) {
  reads_v(i, bits(w, 9, 5));
  reads_v(i, bits(w, 20, 16));
}

static void reads_result(Instruction *i, uint32_t w) { accumulates(i, REG_V + bits(w, 4, 0)); }

static Operation float_same(uint32_t opcode, bool u) {
  switch (opcode) {
    case 0x19: return OP_FLOAT_FMA;
    case 0x1b: return OP_FLOAT_MULTIPLY;
    case 0x1f: return u ? OP_FLOAT_DIVIDE : OP_FLOAT_FMA;  // fdiv; frecps, frsqrts
    default: return OP_FLOAT_ADD;
  }
}

static Operation integer_same(uint32_t opcode) {
  if (opcode >= 0x08 && opcode <= 0x0b) return OP_VECTOR_SHIFT;
  if (opcode == 0x12 || opcode == 0x13 || opcode == 0x16) return OP_VECTOR_MULTIPLY;
  return OP_VECTOR_INTEGER;
}

static void three_same(Instruction *i, uint32_t w) {
  uint32_t opcode = bits(w, 15, 11);
  bool u = bit(w, 29);
  i->op = opcode >= 0x18 ? float_same(opcode, u) : integer_same(opcode);
  operands(i, w);
  bool select = opcode == 3 && u && bits(w, 23, 22) != 0;  // bsl, bit, bif
  if (opcode == 0x12 || opcode == 0x19 || opcode == 0x0f || select) reads_result(i, w);
  writes_v(i, bits(w, 4, 0));
}

static void three_different(Instruction *i, uint32_t w) {
  uint32_t opcode = bits(w, 15, 12);
  i->wide = true;
  i->op = opcode >= 8 ? OP_VECTOR_MULTIPLY_LONG : OP_VECTOR_INTEGER;
  operands(i, w);
  if (opcode == 5 || (opcode >= 8 && opcode <= 11)) reads_result(i, w);
  writes_v(i, bits(w, 4, 0));
}

static Operation miscellaneous_operation(uint32_t opcode, bool u, bool upper_size) {
  if (opcode <= 1) return OP_VECTOR_PERMUTE;                       // rev
  if (opcode >= 0x0c && opcode <= 0x0f) return OP_FLOAT_ADD;       // comparisons with zero, fabs, fneg
  if (opcode == 0x12 && !u) return OP_VECTOR_INTEGER;              // xtn
  if (opcode == 0x12 || opcode == 0x13 || opcode == 0x14) return OP_VECTOR_SHIFT;
  if (opcode == 0x1f && upper_size) return OP_FLOAT_DIVIDE;        // fsqrt
  if (opcode >= 0x16) return OP_FLOAT_CONVERT;
  return OP_VECTOR_INTEGER;
}

static void two_registers(Instruction *i, uint32_t w) {
  uint32_t opcode = bits(w, 16, 12);
  bool scalar = bit(w, 28);
  reads_v(i, bits(w, 9, 5));
  if (bits(w, 21, 17) == 0x18) {
    i->op = scalar ? (opcode == 0x1b ? OP_VECTOR_INTEGER : OP_FLOAT_ADD) : OP_VECTOR_REDUCE;
  } else {
    i->op = miscellaneous_operation(opcode, bit(w, 29), bit(w, 23));
    bool upper_half = !scalar && bit(w, 30) && opcode >= 0x12 && opcode <= 0x16 && opcode != 0x13;
    if (opcode == 6 || upper_half) reads_result(i, w);
  }
  writes_v(i, bits(w, 4, 0));
}

static void same_extra(Instruction *i, uint32_t w) {
  uint32_t opcode = bits(w, 14, 11);
  i->op = opcode <= 1 ? OP_VECTOR_MULTIPLY : opcode <= 5 ? OP_DOT_PRODUCT : OP_FLOAT_FMA;
  operands(i, w);
  reads_result(i, w);
  writes_v(i, bits(w, 4, 0));
}

static void copy(Instruction *i, uint32_t w) {
  uint32_t form = bits(w, 14, 11);
  bool element = bit(w, 29) || form == 3 || form >= 5;  // moves one element, whatever the vector's width
  if (element) i->wide = false;
  if (bit(w, 29) || form == 0) {  // ins and dup of an element
    i->op = OP_VECTOR_PERMUTE;
    reads_v(i, bits(w, 9, 5));
    if (bit(w, 29)) reads_result(i, w);
    writes_v(i, bits(w, 4, 0));
  } else if (form == 1 || form == 3) {  // dup and ins of a general register
    i->op = OP_TO_VECTOR;
    reads_x(i, bits(w, 9, 5));
    if (form == 3) reads_result(i, w);
    writes_v(i, bits(w, 4, 0));
  } else {  // smov, umov
    i->op = OP_FROM_VECTOR;
    reads_v(i, bits(w, 9, 5));
    writes_x(i, bits(w, 4, 0));
  }
}

static void permute(Instruction *i, uint32_t w) {
  i->op = OP_VECTOR_PERMUTE;
  operands(i, w);
  if (!bit(w, 29) && bits(w, 11, 10) == 0) {  // tbl, tbx: one to four table registers
    i->permutes = (uint8_t)bits(w, 14, 13);
    for (uint32_t k = 1; k <= i->permutes; k++) reads_v(i, (bits(w, 9, 5) + k) % 32);
    if (bit(w, 12)) reads_result(i, w);
  }
  writes_v(i, bits(w, 4, 0));
}

static void shift_immediate(Instruction *i, uint32_t w) {
  uint32_t opcode = bits(w, 15, 11);
  if (!bit(w, 28) && bits(w, 22, 19) == 0) {  // modified immediate
    i->op = OP_VECTOR_INTEGER;
    if (bit(w, 12) && bits(w, 15, 12) < 12) reads_result(i, w);  // orr, bic
  } else {
    i->op = opcode >= 0x1c ? OP_FLOAT_CONVERT : OP_VECTOR_SHIFT;
    if (opcode == 0x14) i->wide = true;  // shll: the result is 128 bits wide
    reads_v(i, bits(w, 9, 5));
    bool inserts = opcode == 8 || (opcode == 10 && bit(w, 29));            // sri, sli
    bool upper_half = bit(w, 30) && opcode >= 0x10 && opcode <= 0x13;      // shrn2 and the like
    if (opcode == 2 || opcode == 6 || inserts || upper_half) reads_result(i, w);
  }
  writes_v(i, bits(w, 4, 0));
}

static Operation indexed_operation(uint32_t opcode, bool u) {
  switch (opcode) {
    case 0x0: case 0x4: case 0x8: case 0xc: return OP_VECTOR_MULTIPLY;
    case 0x1: case 0x5: return u ? OP_VECTOR_MULTIPLY : OP_FLOAT_FMA;
    case 0x9: return OP_FLOAT_MULTIPLY;
    case 0xd: return OP_VECTOR_MULTIPLY;
    case 0xe: return OP_DOT_PRODUCT;
    case 0xf: return u ? OP_VECTOR_MULTIPLY : OP_DOT_PRODUCT;
    default: return OP_VECTOR_MULTIPLY_LONG;
  }
}

static void indexed(Instruction *i, uint32_t w) {
  uint32_t opcode = bits(w, 15, 12);
  i->op = indexed_operation(opcode, bit(w, 29));
  if (i->op == OP_VECTOR_MULTIPLY_LONG) i->wide = true;
  reads_v(i, bits(w, 9, 5));
  bool sixteen_bit = bits(w, 23, 22) <= 1 && i->op != OP_DOT_PRODUCT;
  reads_v(i, sixteen_bit ? bits(w, 19, 16) : bits(w, 20, 16));
  bool product_only = opcode == 8 || opcode == 9 || (opcode >= 10 && opcode <= 12) || (opcode == 13 && !bit(w, 29));
  if (!product_only) reads_result(i, w);
  writes_v(i, bits(w, 4, 0));
}

static void scalar_with_general(Instruction *i, uint32_t w) {
  uint32_t opcode = bits(w, 18, 16);
  bool to_vector = opcode == 2 || opcode == 3 || opcode == 7;
  i->op = opcode >= 6 ? (to_vector ? OP_TO_VECTOR : OP_FROM_VECTOR) : OP_FLOAT_CONVERT;
  if (to_vector) {
    reads_x(i, bits(w, 9, 5));
    writes_v(i, bits(w, 4, 0));
  } else {
    reads_v(i, bits(w, 9, 5));
    writes_x(i, bits(w, 4, 0));
  }
}

static void scalar_one_source(Instruction *i, uint32_t w) {
  uint32_t opcode = bits(w, 20, 15);
  i->op = opcode == 3 ? OP_FLOAT_DIVIDE : opcode >= 4 ? OP_FLOAT_CONVERT : OP_FLOAT_ADD;
  reads_v(i, bits(w, 9, 5));
  writes_v(i, bits(w, 4, 0));
}

static void scalar_float(Instruction *i, uint32_t w) {
  i->op = OP_FLOAT_ADD;
  if (!bit(w, 21) || bits(w, 15, 10) == 0) {
    scalar_with_general(i, w);
  } else if (bits(w, 14, 10) == 0x10) {
    scalar_one_source(i, w);
  } else if (bits(w, 13, 10) == 8) {  // compare
    operands(i, w);
    writes(i, REG_FLAGS);
  } else if (bits(w, 12, 10) == 4) {  // immediate
    writes_v(i, bits(w, 4, 0));
  } else {
    uint32_t form = bits(w, 11, 10);
    operands(i, w);
    if (form != 2) reads(i, REG_FLAGS);  // fccmp, fcsel
    if (form == 1) {
      writes(i, REG_FLAGS);
      return;
    }
    if (form == 2) {
      uint32_t opcode = bits(w, 15, 12);
      i->op = opcode == 0 || opcode == 8 ? OP_FLOAT_MULTIPLY : opcode == 1 ? OP_FLOAT_DIVIDE : OP_FLOAT_ADD;
    }
    writes_v(i, bits(w, 4, 0));
  }
}

static void scalar_fused(Instruction *i, uint32_t w) {
  i->op = OP_FLOAT_FMA;
  operands(i, w);
  accumulates(i, REG_V + bits(w, 14, 10));
  writes_v(i, bits(w, 4, 0));
}

// The 0x.e groups: three registers, two registers, copies and permutes.
static void advanced(Instruction *i, uint32_t w) {
  if (bit(w, 21)) {
    if (bit(w, 10)) three_same(i, w);
    else if (bit(w, 11)) two_registers(i, w);
    else three_different(i, w);
  } else if (!bit(w, 10)) {
    permute(i, w);
  } else if (bit(w, 15)) {
    same_extra(i, w);
  } else if (bits(w, 23, 21) == 0) {
    copy(i, w);
  } else {  // half precision, three registers: the opcode lacks two bits
    i->op = float_same(0x18 | bits(w, 13, 11), bit(w, 29));
    operands(i, w);
    if (bits(w, 13, 11) == 1) reads_result(i, w);
    writes_v(i, bits(w, 4, 0));
  }
}

void decode_vector(Instruction *i, uint32_t w) {
  uint32_t top = bits(w, 31, 24);
  if ((top & 0x7f) == 0x1e) {
    scalar_float(i, w);
  } else if (top == 0x1f) {
    scalar_fused(i, w);
  } else {
    bool scalar = bit(w, 28);
    i->wide = !scalar && bit(w, 30);
    if (!bit(w, 24)) advanced(i, w);
    else if (bit(w, 10)) shift_immediate(i, w);
    else indexed(i, w);
  }
}
