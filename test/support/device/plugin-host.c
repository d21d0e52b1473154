// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Stands in for QEMUs of other versions: loads the plug-in as they do, has it translate one block of
// instructions, runs that block a few times, and leaves the counters in the clock's page.
//
//   cc -rdynamic -DMIN=2 -DCUR=4 -o host plugin-host.c -ldl && ./host ./plugin.so machine=FILE clock=FILE
//
// MIN, CUR: versions of the plug-in interface that the QEMU supports. Exit status 2: the plug-in is refused.
// With -DRANDOM_BLOCKS=N it runs N blocks of random instructions instead, for sanitizers.
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef void (*OnEvent)(unsigned, void *);
typedef void (*OnAccess)(unsigned, uint32_t, uint64_t, void *);
typedef struct {
  uint32_t word;
  OnEvent on_run;
  OnAccess on_access;
  void *access_data;
} Instruction;

#define CLOCK_MARKER 0xaa0c018c
enum { MAX_LENGTH = 64, TURNS = 100 };

// add x0, x0, #1; ldr x2, [x1]; the clock's marker
static Instruction block[MAX_LENGTH] = {{.word = 0x91000400}, {.word = 0xf9400022}, {.word = CLOCK_MARKER}};
static size_t length = 3;
static OnEvent on_block;
static void *block_data;
static void (*on_translation)(uint64_t, void *);

void qemu_plugin_register_vcpu_init_cb(uint64_t id, void (*callback)(uint64_t, unsigned)) { callback(id, 0); }
void qemu_plugin_register_vcpu_tb_trans_cb(uint64_t id, void (*callback)(uint64_t, void *)) {
  (void)id;
  on_translation = callback;
}
void qemu_plugin_register_vcpu_tb_exec_cb(void *tb, OnEvent callback, int flags, void *data) {
  (void)tb, (void)flags;
  on_block = callback;
  block_data = data;
}
void qemu_plugin_register_vcpu_insn_exec_cb(Instruction *i, OnEvent callback, int flags, void *data) {
  (void)flags, (void)data;
  i->on_run = callback;
}
void qemu_plugin_register_vcpu_mem_cb(Instruction *i, OnAccess callback, int flags, int rw, void *data) {
  (void)flags, (void)rw;
  i->on_access = callback;
  i->access_data = data;
}
size_t qemu_plugin_tb_n_insns(const void *tb) {
  (void)tb;
  return length;
}
Instruction *qemu_plugin_tb_get_insn(const void *tb, size_t index) {
  (void)tb;
  return &block[index];
}
uint64_t qemu_plugin_insn_vaddr(const Instruction *i) { return 0x400000 + 4 * (uint64_t)(i - block); }
unsigned qemu_plugin_mem_size_shift(uint32_t info) { return info & 15; }
bool qemu_plugin_mem_is_store(uint32_t info) { return info >> 4; }

#if CUR >= 2
void *qemu_plugin_scoreboard_new(size_t size) {
  (void)size;
  return NULL;
}
#endif

#if CUR >= 3
size_t qemu_plugin_insn_data(const Instruction *i, void *to, size_t bytes) {
  memcpy(to, &i->word, bytes);
  return bytes;
}
#else
const void *qemu_plugin_insn_data(const Instruction *i) { return &i->word; }
#endif

static void run_block(uint64_t turns) {
  for (uint64_t turn = 0; turn < turns; turn++) {
    on_block(0, block_data);
    for (size_t k = 0; k < length; k++) {
      Instruction *i = &block[k];
      if (i->on_access) i->on_access(0, 3, 0x800000 + 4096 * turn, i->access_data);
      if (i->on_run) i->on_run(0, NULL);
    }
  }
}

#ifdef RANDOM_BLOCKS
static uint64_t random_below(uint64_t limit) {
  static uint64_t state = 0x9e3779b97f4a7c15;
  state ^= state << 13, state ^= state >> 7, state ^= state << 17;
  return (state >> 11) % limit;
}

static void make_block(void) {
  length = 1 + random_below(MAX_LENGTH);
  memset(block, 0, sizeof block);
  for (size_t k = 0; k < length; k++) block[k].word = (uint32_t)random_below(UINT64_C(1) << 32);
  block[length - 1].word = CLOCK_MARKER;
}
#endif

int main(int argc, char **argv) {
  void *plugin = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
  if (!plugin) return fprintf(stderr, "%s\n", dlerror()), 1;
  const int *version = dlsym(plugin, "qemu_plugin_version");
  if (!version || *version < MIN || *version > CUR) return 2;
  struct {
    const char *target_name;
    struct {
      int min, cur;
    } version;
    bool system_emulation;
  } info = {"aarch64", {MIN, CUR}, false};
  int (*install)(uint64_t, const void *, int, char **) = dlsym(plugin, "qemu_plugin_install");
  if (!install || install(1, &info, argc - 2, argv + 2) != 0) return 1;
#ifdef RANDOM_BLOCKS
  for (int k = 0; k < RANDOM_BLOCKS; k++) {
    make_block();
    on_translation(1, block);
    run_block(1 + random_below(4));
  }
#else
  on_translation(1, block);
  run_block(TURNS);
#endif
  return 0;
}
