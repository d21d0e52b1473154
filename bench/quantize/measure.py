"""Runs a command on the first two processors that this process may use, and tells what that took.

  python3 measure.py REPORT COMMAND…

REPORT becomes a JSON document: {"status", "seconds", "cpuSeconds", "peakBytes"}; the peak is the largest
resident set of the process.
"""

import json
import os
import sys
import time

report, *command = sys.argv[1:]
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
began = time.monotonic()
child = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(child, 0)
taken = {
    "status": os.waitstatus_to_exitcode(status),
    "seconds": time.monotonic() - began,
    "cpuSeconds": usage.ru_utime + usage.ru_stime,
    "peakBytes": usage.ru_maxrss * 1024,
}
with open(report, "w") as file:
    json.dump(taken, file)
