// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// A process that litetrim starts doesn't outlive it for long, however it ends.
#ifndef LITETRIM_LIFETIME_H
#define LITETRIM_LIFETIME_H

// From now on the process is killed when the thread that started it ends. Where that has happened already, it
// ends here, with EXIT_SYSTEM.
void end_with_parent(void);

// So many more seconds of CPU time, counted from now, for all threads together; then the process is ended by
// SIGXCPU. Never more than the hard limit leaves.
void allow_cpu(unsigned seconds);
#endif
