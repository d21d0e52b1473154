// Copyright litetrim authors. SPDX-License-Identifier: GPL-2.0-or-later
//
// The plug-in of QEMU's user-mode emulator that turns executed code into device time.
//
// The virtual clock. QEMU tells this plug-in of every block of code that it translates (decoded once,
// statically), of every block that runs, and of every access to memory. From those it keeps counters:
// instructions, and the cycles that the modelled machine would have needed (docs/cost-model.md). When
// the emulated program executes CLOCK_MARKER the counters are copied into a page that the program has
// mapped as well. The runner's own clock_gettime does exactly that, so that every profiler inside the
// emulated process measures in device time, and none of it depends on how fast this machine is.
//
// Cycles: over short windows the core's time (blocks and mispredicted branches), its stalls (lines that it
// waits for; in order from the first use on, see waits.h) and the memory's time (lines transferred) are added
// up; a window takes what the core needs with its stalls, or what the transfers need, whichever is longer.
//
// What is used of QEMU's plug-in interface is declared here, since Debian doesn't install its header. Only
// this file touches it, and only it carries its licence. Its versions 1 (QEMU 6.0 to 8.2) and 2 to 5 (9.0 to
// 10.2) differ, in what is used, by `qemu_plugin_insn_data` alone. A QEMU refuses files that ask for a version
// that it doesn't have, and reads which one is asked for after it has loaded the file: choose_version.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../../runtime/observer/lifetime.h"
#include "../../../runtime/observer/protocol.h"
#include "branches.h"
#include "clock_page.h"
#include "machine.h"
#include "waits.h"

typedef uint64_t qemu_plugin_id_t;
typedef uint32_t qemu_plugin_meminfo_t;
struct qemu_info {
  const char *target_name;
  struct {
    int min, cur;
  } version;
};
struct qemu_plugin_tb;
struct qemu_plugin_insn;
enum { QEMU_PLUGIN_CB_NO_REGS = 0, QEMU_PLUGIN_MEM_RW = 3 };
void qemu_plugin_register_vcpu_init_cb(qemu_plugin_id_t, void (*)(qemu_plugin_id_t, unsigned));
void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t, void (*)(qemu_plugin_id_t, struct qemu_plugin_tb *));
void qemu_plugin_register_vcpu_tb_exec_cb(struct qemu_plugin_tb *, void (*)(unsigned, void *), int, void *);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *, void (*)(unsigned, void *), int, void *);
void qemu_plugin_register_vcpu_mem_cb(struct qemu_plugin_insn *,
                                      void (*)(unsigned, qemu_plugin_meminfo_t, uint64_t, void *), int, int, void *);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *, size_t);
void qemu_plugin_insn_data(void);  // see instruction_word
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *);
unsigned qemu_plugin_mem_size_shift(qemu_plugin_meminfo_t);
bool qemu_plugin_mem_is_store(qemu_plugin_meminfo_t);
void qemu_plugin_scoreboard_new(void) __attribute__((weak));  // since version 2
#define EXPORTED __attribute__((visibility("default")))
EXPORTED int qemu_plugin_version = 1;

__attribute__((constructor)) static void choose_version(void) {
  if (qemu_plugin_scoreboard_new) qemu_plugin_version = 2;
}

// Since version 3 the instruction's bytes are copied out.
static bool copies_instructions;

static uint32_t instruction_word(const struct qemu_plugin_insn *instruction) {
  size_t (*copy)(const struct qemu_plugin_insn *, void *, size_t) = (void *)qemu_plugin_insn_data;
  const void *(*point)(const struct qemu_plugin_insn *) = (void *)qemu_plugin_insn_data;
  uint32_t word = 0;
  if (copies_instructions) copy(instruction, &word, 4);
  else memcpy(&word, point(instruction), 4);
  return word;
}

typedef struct Block Block;

typedef struct {
  const Block *before;
  uint32_t cost;
  const uint32_t *issued;  // in order: when each instruction issues, from the block's start
} Edge;

struct Block {
  Block *next_in_bucket;
  uint64_t address, hash;
  Branch branch;      // at its end
  uint32_t accesses;  // instructions that read or write memory
  uint8_t flow;
  Code code;
  Uses uses;  // in order
  Edge recent;  // the edge taken last, in front of all edges
  Edge *edges;
  unsigned edge_count;
};

// A block's length is QEMU's TCG_MAX_INSNS at most: what it costs, at the slowest core's rates, fits in 32 bits.
enum { BUCKETS = 1 << 14, PAGE = 4096, WINDOW = 4096 * CYCLE, MAX_BLOCK = 512 };

static Machine machine;
static ClockPage *page;
static Block *buckets[BUCKETS];

static struct {
  uint64_t instructions, accesses, mispredictions, core, stall, transfer, combined;
  uint64_t window, window_stall;  // core time, and stalls, of the window that is open
  uint64_t start;                 // core time at which the block that runs began
  Block *before;                  // that block
  Waits waits;                    // in order
} now;

static void die(const char *problem) {
  fprintf(stderr, "litetrim plug-in: %s\n", problem);
  _exit(70);
}

static void *allocate(size_t count, size_t size) {
  void *memory = calloc(count ? count : 1, size);
  if (!memory) die("out of memory");
  return memory;
}

// ---- blocks: decoded when they are translated ----

static uint64_t hash_words(const uint32_t *words, size_t count) {
  uint64_t hash = 0xcbf29ce484222325;
  for (size_t k = 0; k < count; k++) hash = (hash ^ words[k]) * 0x100000001b3;
  return hash;
}

static Block *new_block(uint64_t address, uint64_t hash, const uint32_t *words, size_t count) {
  Instruction *instructions = allocate(count, sizeof *instructions);
  for (size_t k = 0; k < count; k++) instructions[k] = decode(words[k]);
  Block *block = allocate(1, sizeof *block);
  *block = (Block){.address = address, .hash = hash, .code = {count, instructions}};
  block->branch.identity = hash ^ (address & (PAGE - 1));  // wherever the library was loaded to
  for (size_t k = 0; k < count; k++) block->accesses += instructions[k].bytes != 0;
  if (machine.core.in_order) {
    block->uses.after = allocate(count, sizeof *block->uses.after);
    find_uses(block->code, &block->uses);
  }
  block->flow = count ? instructions[count - 1].flow : FLOW_NEXT;
  return block;
}

// QEMU may translate the same code again: it is the same block.
static Block *find_block(uint64_t address, const uint32_t *words, size_t count) {
  uint64_t hash = hash_words(words, count);
  Block **bucket = &buckets[(address >> 2 ^ address >> 16) % BUCKETS];
  for (Block *b = *bucket; b; b = b->next_in_bucket)
    if (b->address == address && b->hash == hash && b->code.count == count) return b;
  Block *block = new_block(address, hash, words, count);
  block->next_in_bucket = *bucket;
  return *bucket = block;
}

static Edge edge_from(Block *block, const Block *before) {
  for (unsigned k = 0; k < block->edge_count; k++)
    if (block->edges[k].before == before) return block->edges[k];
  uint32_t *issued = machine.core.in_order ? allocate(block->code.count, sizeof *issued) : NULL;
  Code code_before = before ? before->code : (Code){0, NULL};
  Edge edge = {before, block_cost(&machine.core, code_before, block->code, issued), issued};
  block->edges = realloc(block->edges, (block->edge_count + 1) * sizeof edge);
  if (!block->edges) die("out of memory");
  block->edges[block->edge_count++] = edge;
  return edge;
}

// ---- what QEMU calls ----

static void close_window(void) {
  Memory *memory = &machine.memory;
  if (machine.core.in_order) {
    settle_waits(&now.waits, now.core + now.window);
    now.window_stall = now.waits.stalled - now.stall;
  }
  uint64_t busy = now.window + now.window_stall;
  now.combined += busy > memory->transfer ? busy : memory->transfer;
  now.core += now.window;
  now.stall += now.window_stall;
  now.transfer += memory->transfer;
  now.window = now.window_stall = memory->transfer = 0;
}

// Direct branches and returns always go as predicted.
static bool guesses(const Block *block) {
  return block && (block->flow == FLOW_CONDITIONAL || block->flow == FLOW_INDIRECT);
}

static void on_block(unsigned vcpu, void *data) {
  (void)vcpu;
  Block *block = data;
  Block *before = now.before;
  if (now.window >= WINDOW) close_window();
  if (block->recent.before != before || !before) block->recent = edge_from(block, before);
  now.instructions += block->code.count;
  now.accesses += block->accesses;
  if (guesses(before) && branch_mispredicted(&before->branch, block->branch.identity)) {
    now.mispredictions++;
    now.window += machine.core.mispredict * CYCLE;
  }
  now.before = block;
  now.start = now.core + now.window;
  now.window += block->recent.cost;
  if (now.waits.count) meet_uses(&now.waits, &block->uses, block->recent.issued, now.start);
}

static void wait_in_order(const Block *block, size_t place, Late late) {
  const uint32_t *issued = block->recent.issued;
  const Instruction *load = &block->code.instructions[place];
  uint64_t at = now.start + issued[place];
  uint16_t use = block->uses.after[place];
  uint64_t used = use == NOT_USED ? UINT64_MAX : now.start + issued[use];
  add_wait(&now.waits, load, at, at + result_latency(&machine.core, load), late, used);
}

// `data` is the instruction's place in its block, the one that runs.
static void on_access(unsigned vcpu, qemu_plugin_meminfo_t info, uint64_t address, void *data) {
  (void)vcpu;
  unsigned size = 1u << qemu_plugin_mem_size_shift(info);
  Late late = memory_access(&machine.memory, address, size, qemu_plugin_mem_is_store(info));
  if (!late.most) return;
  if (machine.core.in_order) wait_in_order(now.before, (size_t)data, late);
  else now.window_stall += late.most;
}

static void on_clock(unsigned vcpu, void *data) {
  (void)vcpu, (void)data;
  close_window();
  const Level *levels = machine.memory.levels;
  page->counters = (Counters){
      .instructions = now.instructions,
      .cycles = now.combined / CYCLE,
      .core_cycles = now.core / CYCLE,
      .stall_cycles = now.stall / CYCLE,
      .transfer_cycles = now.transfer / CYCLE,
      .mispredictions = now.mispredictions,
      .accesses = now.accesses,
      .l1_misses = levels[0].misses,
      .l2_misses = levels[1].misses,
      .l3_misses = levels[2].misses,
  };
}

static void on_translation(qemu_plugin_id_t id, struct qemu_plugin_tb *tb) {
  (void)id;
  size_t count = qemu_plugin_tb_n_insns(tb);
  if (count == 0) return;
  if (count > MAX_BLOCK) die("QEMU translates too long a block");
  uint32_t *words = allocate(count, sizeof *words);
  for (size_t k = 0; k < count; k++) words[k] = instruction_word(qemu_plugin_tb_get_insn(tb, k));
  Block *block = find_block(qemu_plugin_insn_vaddr(qemu_plugin_tb_get_insn(tb, 0)), words, count);
  for (size_t k = 0; k < count; k++) {
    struct qemu_plugin_insn *instruction = qemu_plugin_tb_get_insn(tb, k);
    if (words[k] == CLOCK_MARKER)
      qemu_plugin_register_vcpu_insn_exec_cb(instruction, on_clock, QEMU_PLUGIN_CB_NO_REGS, NULL);
    if (block->code.instructions[k].bytes)
      qemu_plugin_register_vcpu_mem_cb(instruction, on_access, QEMU_PLUGIN_CB_NO_REGS, QEMU_PLUGIN_MEM_RW,
                                       (void *)k);
  }
  qemu_plugin_register_vcpu_tb_exec_cb(tb, on_block, QEMU_PLUGIN_CB_NO_REGS, block);
  free(words);
}

// The model is of one core. Figures of a guest with several threads would be wrong without a sign of it.
static void on_thread(qemu_plugin_id_t id, unsigned vcpu) {
  (void)id;
  if (vcpu > 0) die("the model started a second thread, and only one can be measured");
}

// A process that the guest forks must not write there: the page isn't inherited.
static void map_page(const char *path) {
  int file = open(path, O_RDWR);
  struct stat about;
  if (file < 0 || fstat(file, &about) != 0) die("can't open the clock's page");
  if (about.st_size != sizeof *page) die("the clock's page has another size");
  page = mmap(NULL, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (page == MAP_FAILED || madvise(page, sizeof *page, MADV_DONTFORK) != 0) die("can't map the clock's page");
  close(file);
  page->protocol = PROTOCOL;
}

static void read_argument(const char *argument) {
  const char *problem = NULL;
  if (strncmp(argument, "machine=", 8) == 0 && !machine.core.width) problem = machine_read(&machine, argument + 8);
  else if (strncmp(argument, "clock=", 6) == 0 && !page) map_page(argument + 6);
  else problem = "wrong arguments";
  if (problem) die(problem);
}

EXPORTED int qemu_plugin_install(qemu_plugin_id_t id, const struct qemu_info *info, int argc, char **argv) {
  end_with_parent();
  copies_instructions = info->version.cur >= 3;
  for (int k = 0; k < argc; k++) read_argument(argv[k]);
  if (!machine.core.width) die("no machine=FILE");
  if (!page) die("no clock=FILE");
  now.waits.limit = machine.core.fills;
  qemu_plugin_register_vcpu_init_cb(id, on_thread);
  qemu_plugin_register_vcpu_tb_trans_cb(id, on_translation);
  return 0;
}
