// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// The version of all that litetrim's parts tell each other: the machine file, the clock's page, the runner's
// arguments and report, the observer's streams. Whoever reads one of these refuses another version. It is raised
// with every change to one of them, here and in protocol.ts.
#ifndef LITETRIM_PROTOCOL_H
#define LITETRIM_PROTOCOL_H
#include <stdint.h>

enum { PROTOCOL = 1 };

// What an observer is given first, 2^52 + PROTOCOL: one that knew no versions would take it for an impossible size.
#define OBSERVER_GREETING ((UINT64_C(1) << 52) + PROTOCOL)
#endif
