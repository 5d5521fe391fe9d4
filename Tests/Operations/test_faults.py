"""Killed at any system call that writes a report or the state: the last report is whole, and the next run is as if nothing had been.

A call is not made when the kill comes at it, so that the moment after one is the moment of the next. FAULTS is how many calls are tried,
spread over all of them; without leave to trace processes nothing is.
"""

import os
import pathlib
import sys
import unittest

from company import Company, DisturbedTests

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Tracing"))
from tracing import can_trace, places

CALLS = "write,pwrite64,openat,mkdir,rename,renameat2,link,symlink,unlink,rmdir,fsync,fdatasync,syncfs,ftruncate,flock,chmod,fchmod"


@unittest.skipUnless(can_trace(), "processes may not be traced here")
class FaultTests(DisturbedTests):
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
            newer += self.is_second(company, first, second, everything, place)
            company.close()
        print(f"{faults} of {len(found)} system calls tried: {faults - newer} before, {newer - ended} after publishing, {ended} not reached")


if __name__ == "__main__":
    unittest.main()
