// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Drives the plug-in's parts without a QEMU, to be built with sanitizers: hostile machine files through the parser,
// random instructions through decoder, core, waits, branches and caches.
//
//   parts-host SEED MACHINES WORDS FILE...
//
// MACHINES: how many files to make of the FILEs by changing them here and there. Each one that is accepted runs some
// words, each FILE as it is so many WORDS. Prints how many files were accepted.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../../src/device/emulator/native/branches.h"
#include "../../../src/device/emulator/native/machine.h"
#include "../../../src/device/emulator/native/waits.h"

enum { MAX_FILE = 1 << 16, MAX_BLOCK = 512, WORDS_OF_MUTANT = 512 };

static uint64_t state;

// Below `limit`, which isn't 0.
static uint64_t below(uint64_t limit) {
  state ^= state << 13, state ^= state >> 7, state ^= state << 17;
  return (state >> 11) % limit;
}

static void expect(bool holds, const char *what) {
  if (holds) return;
  fprintf(stderr, "parts-host: %s\n", what);
  abort();
}

// ---- what is run ----

typedef struct {
  Instruction instructions[MAX_BLOCK];
  uint32_t issued[MAX_BLOCK];
  uint16_t after[MAX_BLOCK];
  Uses uses;
  Code code;
  Branch branch;
} Block;

// Half of all words are of the groups for memory and vectors, which most of the decoder is for.
static uint32_t random_word(void) {
  uint32_t word = (uint32_t)below(UINT64_C(1) << 32);
  return below(2) ? word : (word & ~(15u << 25)) | (uint32_t)(4 + below(12)) << 25;
}

static void check_instruction(const Instruction *i) {
  expect(i->op < OPERATION_COUNT && i->flow <= FLOW_RETURN, "no operation");
  expect(i->source_count <= MAX_SOURCES && i->result_count <= MAX_RESULTS, "too many registers");
  for (int k = 0; k < i->source_count; k++) expect(i->sources[k] < REG_COUNT, "no register to read");
  for (int k = 0; k < i->result_count; k++) expect(i->results[k] < REG_COUNT, "no register to write");
}

static void new_block(Block *block) {
  size_t count = 1 + below(MAX_BLOCK);
  for (size_t k = 0; k < count; k++) {
    block->instructions[k] = decode(random_word());
    check_instruction(&block->instructions[k]);
  }
  block->code = (Code){count, block->instructions};
  block->uses.after = block->after;
  block->branch = (Branch){.identity = below(1 << 20)};
  find_uses(block->code, &block->uses);
}

// As plugin.c runs blocks, with accesses anywhere.
static void run(Machine *m, uint64_t words) {
  static Block blocks[2];
  Waits waits = {.limit = m->core.fills};
  uint64_t time = 0;
  Code before = {0, NULL};
  for (uint64_t turn = 0, done = 0; done < words; turn++) {
    Block *block = &blocks[turn % 2];
    new_block(block);
    uint32_t cost = block_cost(&m->core, before, block->code, block->issued);
    if (turn) branch_mispredicted(&blocks[(turn + 1) % 2].branch, block->branch.identity);
    if (m->core.in_order && waits.count) meet_uses(&waits, &block->uses, block->issued, time);
    for (size_t k = 0; k < block->code.count; k++) {
      const Instruction *i = &block->instructions[k];
      if (!i->bytes) continue;
      Late late = memory_access(&m->memory, below(UINT64_C(1) << (1 + below(64) % 63)), 1 + below(128), below(2));
      if (!m->core.in_order || !late.most) continue;
      uint64_t at = time + block->issued[k], ready = at + result_latency(&m->core, i);
      uint64_t use = block->after[k] == NOT_USED ? UINT64_MAX : time + block->issued[block->after[k]];
      add_wait(&waits, i, at, ready, late, use);
      expect(waits.count <= m->core.fills, "too many line fills");
    }
    // Fills keep pointers to instructions: none is left when a block's memory serves again.
    settle_waits(&waits, time += cost);
    waits.count = 0;
    before = block->code;
    done += block->code.count;
  }
}

// ---- machine files ----

typedef struct {
  size_t length;
  char text[MAX_FILE];
} File;

static void read_file(File *file, const char *path) {
  FILE *from = fopen(path, "r");
  expect(from != NULL, path);
  file->length = fread(file->text, 1, MAX_FILE / 2, from);
  fclose(from);
}

static void replace(File *file, size_t from, size_t removed, const char *text, size_t length) {
  if (file->length - removed + length > MAX_FILE) return;
  memmove(file->text + from + length, file->text + from + removed, file->length - from - removed);
  memcpy(file->text + from, text, length);
  file->length += length - removed;
}

// Where a word of any line starts: each line is as likely as any other, whatever its length.
static size_t random_word_start(const File *file) {
  size_t lines = 1, at = 0;
  for (size_t k = 0; k < file->length; k++) lines += file->text[k] == '\n';
  for (uint64_t line = below(lines); line > 0 && at < file->length; at++) line -= file->text[at] == '\n';
  for (uint64_t word = below(10); word > 0 && at < file->length && file->text[at] != '\n'; at++)
    word -= file->text[at] == ' ';
  return at;
}

static void replace_word(File *file) {
  static const char *const odd[] = {
      "0", "-1", "1", "2", "255", "256", "65536", "16777216", "134217729", "4294967295", "4294967296", "1e9", "0x10",
      "99999999999999999999999", "nan", "", " ", "\n", "\t", "|", "+", "-", "core", "cache", "F0+F0+F0+F0+F0+F0",
      "V0|V0|", "%s%n", "pipes A B C D E F G H I J K L M N O P Q",
  };
  const char *text = odd[below(sizeof odd / sizeof *odd)];
  size_t at = random_word_start(file), removed = 0;
  while (at + removed < file->length && file->text[at + removed] > ' ') removed++;
  replace(file, at, removed, text, strlen(text));
}

static void mutate(File *file, const File *original) {
  for (uint64_t changes = 1 + below(3); changes-- > 0;) {
    size_t at = below(file->length + 1), left = file->length - at;
    switch (below(12)) {
      case 0: if (left) file->text[at] = (char)below(256); break;
      case 1: file->length = at; break;
      case 2: replace(file, at, below(left + 1) % 64, "", 0); break;
      case 3: replace(file, at, 0, original->text, below(original->length + 1)); break;  // lines given twice
      default: replace_word(file);
    }
  }
}

static bool parse(Machine *m, File *file) {
  if (file->length == 0) return false;
  FILE *stream = fmemopen(file->text, file->length, "r");
  expect(stream != NULL, "no stream");
  const char *problem = machine_parse(m, stream);
  fclose(stream);
  if (problem) expect(*problem && strlen(problem) < 200, "no reason");
  return !problem;
}

static void release(Machine *m) {
  for (unsigned k = 0; k < m->memory.level_count; k++) free(m->memory.levels[k].tags);
  m->memory.level_count = 0;
}

int main(int argc, char **argv) {
  if (argc < 5) return 64;
  state = strtoull(argv[1], NULL, 10) * 2 + 1;
  uint64_t mutants = strtoull(argv[2], NULL, 10), words = strtoull(argv[3], NULL, 10), accepted = 0;
  static File original, changed;
  static Machine machine;
  for (int k = 4; k < argc; k++) {
    read_file(&original, argv[k]);
    expect(parse(&machine, &original), argv[k]);
    run(&machine, words);
    release(&machine);
  }
  for (uint64_t k = 0; k < mutants; k++) {
    read_file(&original, argv[4 + below((uint64_t)argc - 4)]);
    changed = original;
    mutate(&changed, &original);
    if (parse(&machine, &changed)) {
      run(&machine, WORDS_OF_MUTANT);
      accepted++;
    }
    release(&machine);
  }
  printf("%llu\n", (unsigned long long)accepted);
  return 0;
}
