// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "heap.h"

#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "../../../runtime/observer/ports.h"

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void __libc_free(void *);

typedef struct Mapping Mapping;
struct Mapping {
  Mapping *next;
  uintptr_t start;
  size_t bytes;
  int is_file;
};

static HeapUse use;
static Mapping *mappings;

HeapUse heap_use(void) { return use; }
void heap_mark_peak(void) { use.peak = use.live; }

// Not counted.
void *own_memory(void *old, uint64_t bytes) {
  void *memory = __libc_realloc(old, bytes ? bytes : 1);
  if (memory) return memory;
  fputs("litetrim runner: out of memory\n", stderr);
  _exit(EXIT_SYSTEM);
}

static void *taken(void *block) {
  if (!block) return NULL;
  use.live += malloc_usable_size(block);
  if (use.live > use.peak) use.peak = use.live;
  return block;
}

static void released(void *block) {
  if (block) use.live -= malloc_usable_size(block);
}

#pragma GCC visibility push(default)

void *malloc(size_t bytes) { return taken(__libc_malloc(bytes)); }
void *calloc(size_t count, size_t bytes) { return taken(__libc_calloc(count, bytes)); }
void *memalign(size_t alignment, size_t bytes) { return taken(__libc_memalign(alignment, bytes)); }
void *aligned_alloc(size_t alignment, size_t bytes) { return memalign(alignment, bytes); }

int posix_memalign(void **out, size_t alignment, size_t bytes) {
  if (alignment % sizeof(void *) || (alignment & (alignment - 1)) || !alignment) return EINVAL;
  void *block = memalign(alignment, bytes);
  if (!block) return ENOMEM;
  *out = block;
  return 0;
}

void *realloc(void *old, size_t bytes) {
  size_t before = old ? malloc_usable_size(old) : 0;
  void *block = __libc_realloc(old, bytes);
  if (block || !bytes) use.live -= before;
  return taken(block);
}

void free(void *block) {
  released(block);
  __libc_free(block);
}

#pragma GCC visibility pop

static size_t whole_pages(size_t bytes) { return (bytes + 4095) & ~(size_t)4095; }

static void note_mapping(void *start, size_t bytes, int is_file) {
  Mapping *m = own_memory(NULL, sizeof *m);
  *m = (Mapping){mappings, (uintptr_t)start, whole_pages(bytes), is_file};
  mappings = m;
  if (is_file) {
    use.files += m->bytes;
    return;
  }
  use.live += m->bytes;
  if (use.live > use.peak) use.peak = use.live;
}

// Takes away whatever part of known mappings lies in the range; a hole in the middle keeps both sides.
static void forget_mappings(uintptr_t start, size_t bytes) {
  uintptr_t end = start + whole_pages(bytes);
  for (Mapping **link = &mappings; *link;) {
    Mapping *m = *link;
    uintptr_t from = m->start > start ? m->start : start;
    uintptr_t to = m->start + m->bytes < end ? m->start + m->bytes : end;
    if (from < to) {
      *(m->is_file ? &use.files : &use.live) -= to - from;
      uintptr_t old_end = m->start + m->bytes;
      m->bytes = from - m->start;
      if (to < old_end) {
        Mapping *rest = own_memory(NULL, sizeof *rest);
        *rest = (Mapping){m->next, to, old_end - to, m->is_file};
        m->next = rest;
      }
    }
    if (m->bytes == 0) {
      *link = m->next;
      __libc_free(m);
    } else {
      link = &m->next;
    }
  }
}

#pragma GCC visibility push(default)

void *mmap(void *address, size_t bytes, int protection, int flags, int file, off_t offset) {
  void *start = (void *)syscall(SYS_mmap, address, bytes, protection, flags, file, offset);
  if (start == MAP_FAILED) return start;
  if (flags & MAP_FIXED) forget_mappings((uintptr_t)start, bytes);
  note_mapping(start, bytes, !(flags & MAP_ANONYMOUS));
  return start;
}

void *mmap64(void *address, size_t bytes, int protection, int flags, int file, off_t offset) {
  return mmap(address, bytes, protection, flags, file, offset);
}

int munmap(void *start, size_t bytes) {
  int result = (int)syscall(SYS_munmap, start, bytes);
  if (result == 0) forget_mappings((uintptr_t)start, bytes);
  return result;
}

#pragma GCC visibility pop
