// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "clock.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "../../../runtime/observer/ports.h"
#include "../../../runtime/observer/protocol.h"
#include "heap.h"

static volatile ClockPage *page;
static int is_open;
static Counters *readings;
static size_t reading_count, reading_room;

void clock_open(const char *path) {
  is_open = 1;
  if (!path) return;
  int file = open(path, O_RDONLY);
  void *mapped = (void *)syscall(SYS_mmap, NULL, CLOCK_PAGE_BYTES, PROT_READ, MAP_SHARED, file, 0);
  if (file < 0 || mapped == MAP_FAILED) fail(EXIT_SYSTEM, "the clock's page can't be mapped");
  close(file);
  page = mapped;
  if (page->protocol != PROTOCOL) fail(EXIT_USE, "the plug-in and its runner are of different versions");
}

static uint64_t host_nanoseconds(void) {
  struct timespec now = {0, 0};
  syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

#define STRINGIFY(x) #x
#define INSTRUCTION_WORD(x) ".inst " STRINGIFY(x)

Counters clock_read(void) {
  if (!page) return (Counters){.cycles = host_nanoseconds()};
#ifdef __aarch64__
  // The barrier ends the translated block, so that nothing behind the marker is counted before it.
  __asm__ volatile(INSTRUCTION_WORD(CLOCK_MARKER) "\n\tisb" ::: "memory");
#endif
  return ((ClockPage *)page)->counters;
}

void clock_record(void) {
  reading_count = 0;
  reading_room = 1024;
  readings = own_memory(NULL, reading_room * sizeof *readings);
}

const Counters *clock_readings(size_t *count) {
  const Counters *taken = readings;
  *count = reading_count;
  readings = NULL;
  return taken;
}

__attribute__((visibility("default"))) int clock_gettime(clockid_t clock, struct timespec *time) {
  if (!is_open) return (int)syscall(SYS_clock_gettime, clock, time);
  Counters now = clock_read();
  if (readings) {
    if (reading_count == reading_room) {
      reading_room *= 2;
      readings = own_memory(readings, reading_room * sizeof *readings);
    }
    readings[reading_count++] = now;
  }
  time->tv_sec = (time_t)(now.cycles / 1000000);
  time->tv_nsec = (long)(now.cycles % 1000000 * 1000);
  return 0;
}
