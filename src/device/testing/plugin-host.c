// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Stands in for QEMUs of other versions: loads the plug-in as they do, has it translate one block of
// instructions, runs that block a few times, and leaves the counters in the clock's page.
//
//   cc -rdynamic -DMIN=2 -DCUR=4 -o host plugin-host.c -ldl && ./host ./plugin.so machine=FILE clock=FILE
//
// MIN, CUR: versions of the plug-in interface that the QEMU supports. Exit status 2: the plug-in is refused.
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
} Instruction;

// add x0, x0, #1; ldr x2, [x1]; the clock's marker
static Instruction block[] = {{.word = 0x91000400}, {.word = 0xf9400022}, {.word = 0xaa0c018c}};
enum { LENGTH = sizeof block / sizeof *block };
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
  (void)flags, (void)rw, (void)data;
  i->on_access = callback;
}
size_t qemu_plugin_tb_n_insns(const void *tb) {
  (void)tb;
  return LENGTH;
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
  on_translation(1, block);
  for (int turn = 0; turn < 100; turn++) {
    on_block(0, block_data);
    for (int k = 0; k < LENGTH; k++) {
      if (block[k].on_access) block[k].on_access(0, 3, 0x800000 + 4096 * (uint64_t)turn, NULL);
      if (block[k].on_run) block[k].on_run(0, NULL);
    }
  }
  return 0;
}
