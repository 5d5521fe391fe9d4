"""Killed at any system call that writes a report or the state: the last report is whole, and the next run is as if nothing had been.

A call is not made when the kill comes at it, so that the moment after one is the moment of the next. FAULTS is how many calls are tried,
spread over all of them; without leave to trace processes nothing is.
"""

import collections
import os
import re
import subprocess
import unittest

from company import Company

CALLS = "write,pwrite64,openat,mkdir,rename,renameat2,link,symlink,unlink,rmdir,fsync,fdatasync,syncfs,ftruncate,flock,chmod,fchmod"


def can_trace():
    try:
        return subprocess.run(["strace", "-f", "-e", "trace=none", "true"], capture_output=True).returncode == 0
    except OSError:
        return False


def places(trace):
    """Every call, with its number among those of its kind in the thread that makes most of them: strace counts by thread."""
    counts = collections.Counter()
    with open(trace, encoding="utf-8", errors="replace") as file:
        for line in file:
            found = re.match(r"(\d+) +(\w+)\(", line)
            if found:
                counts[found.groups()] += 1
    most = collections.Counter()
    for (_, call), count in counts.items():
        most[call] = max(most[call], count)
    return [(call, number) for call in sorted(most) for number in range(1, most[call] + 1)]


@unittest.skipUnless(can_trace(), "processes may not be traced here")
class FaultTests(unittest.TestCase):
    def test_killed_at_any_system_call_the_report_is_whole_and_the_next_run_is_as_if_nothing_had_been(self):
        before = Company()
        self.addCleanup(before.close)
        before.drop(0)
        self.assertEqual(before.run(0)[0], 0)
        first = before.report()
        before.drop(1)
        undisturbed = before.copy()
        self.addCleanup(undisturbed.close)
        trace = os.path.join(undisturbed.top, "trace")
        status, _, errors = undisturbed.run(1, before=["strace", "-f", "-o", trace, "-e", f"trace={CALLS}"])
        self.assertEqual(status, 0, errors)
        second, everything = undisturbed.report(), undisturbed.everything()
        self.assertNotEqual(first, second)
        found = places(trace)
        faults = min(len(found), int(os.environ.get("FAULTS", "32")))
        newer = ended = 0
        for call, number in (found[len(found) * place // faults] for place in range(faults)):
            company = before.copy()
            kill = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={CALLS}", "-e", f"inject={call}:signal=KILL:when={number}"]
            status, _, errors = company.run(1, before=kill)
            place = f"{call} {number}"
            self.assertIn(status, (0, -9, 137), f"{place}: {errors}")
            ended += status == 0
            for folder in ("reports/p/latest", "share/p/latest"):
                self.assertIn(company.report(folder), (first, second), f"{place}: {folder}")
            newer += company.report() == second
            for _ in range(2):
                status, _, errors = company.run(1)
                self.assertEqual(status, 0, f"{place}: {errors}")
                self.assertEqual(company.everything(), everything, place)
            company.close()
        print(f"{faults} of {len(found)} system calls tried: {faults - newer} before, {newer - ended} after publishing, {ended} not reached")


if __name__ == "__main__":
    unittest.main()
