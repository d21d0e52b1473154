// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// Tells where a program crashed, for the sanitizer that has no handler for it.
#include <execinfo.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { MAX_FRAMES = 64, OWN_FRAMES = 2 };  // the handler, and what calls it

static void tell(const char *text) {
  if (write(STDERR_FILENO, text, strlen(text)) < 0) _exit(98);
}

// Without any memory: the heap may be what is broken.
static void on_crash(int number) {
  (void)number;
  void *frames[MAX_FRAMES];
  int count = backtrace(frames, MAX_FRAMES);
  tell("ERROR: crash:\n");
  for (int k = OWN_FRAMES; k < count; k++) {
    tell("    #0 ");
    backtrace_symbols_fd(&frames[k], 1, STDERR_FILENO);
  }
  _exit(99);
}

__attribute__((constructor)) static void install(void) {
  void *frame;
  backtrace(&frame, 1);  // loads what it needs while there is memory
  const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGILL};
  for (unsigned k = 0; k < sizeof crashes / sizeof *crashes; k++) signal(crashes[k], on_crash);
}
