"""Runs a command on the first two processors that this process may use, and tells what that took.

  python3 measure.py REPORT COMMAND…

REPORT becomes a JSON document: {"status", "seconds", "cpuSeconds", "peakBytes"}; the peak is the largest sum of
the resident sets of the process and all that it has started, looked at 50 times a second, and no less than the
largest one of a single process. What processes share counts for each.
"""

import json
import os
import sys
import threading
import time

report, *command = sys.argv[1:]
page = os.sysconf("SC_PAGE_SIZE")


def resident(pid):
    """Resident bytes of a process and of those that it has started; 0 for one that has ended."""
    try:
        with open(f"/proc/{pid}/statm") as file:
            pages = int(file.read().split()[1])
        threads = os.listdir(f"/proc/{pid}/task")
    except (OSError, IndexError):
        return 0
    started = []
    for thread in threads:
        try:
            with open(f"/proc/{pid}/task/{thread}/children") as file:
                started += file.read().split()
        except OSError:
            pass
    return pages * page + sum(resident(each) for each in started)


os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
began = time.monotonic()
child = os.posix_spawnp(command[0], command, os.environ)
peak = 0
ended = threading.Event()


def watch():
    global peak
    while not ended.wait(0.02):
        peak = max(peak, resident(child))


watcher = threading.Thread(target=watch)
watcher.start()
_, status, usage = os.wait4(child, 0)
seconds = time.monotonic() - began
ended.set()
watcher.join()
taken = {
    "status": os.waitstatus_to_exitcode(status),
    "seconds": seconds,
    "cpuSeconds": usage.ru_utime + usage.ru_stime,
    "peakBytes": max(peak, usage.ru_maxrss * 1024),
}
with open(report, "w") as file:
    json.dump(taken, file)
