"""Killed at random moments: the last report is whole, and the next run is as if nothing had been."""

import glob
import os
import random
import signal
import time
import unittest

from company import Company, DisturbedTests

KILLS = int(os.environ.get("KILLS", "24"))


class KillTests(DisturbedTests):
    def test_a_run_killed_at_any_moment_leaves_a_whole_report_and_the_next_is_as_if_nothing_had_been(self):
        self.kill(Company())

    def test_so_it_is_where_readings_of_files_are_kept(self):
        # Files that are large enough for that.
        company = Company(more_leads=9000)
        self.kill(company)
        self.assertTrue(glob.glob(company.path(".gtm/**/*.reading"), recursive=True))

    def kill(self, before):
        self.addCleanup(before.close)
        before.drop(0)
        self.assertEqual(before.run(0)[0], 0)
        first = before.report()
        before.drop(1)
        undisturbed = before.copy()
        self.addCleanup(undisturbed.close)
        start = time.monotonic()
        self.assertEqual(undisturbed.run(1)[0], 0)
        seconds = time.monotonic() - start
        second, everything = undisturbed.report(), undisturbed.everything()
        self.assertNotEqual(first, second)
        dice = random.Random(os.environ.get("SEED", "7"))
        ended = newer = 0
        for number in range(KILLS):
            company = before.copy()
            process = company.start("run", "p.yml", "--as-of", "2026-01-18")
            moment = dice.uniform(0, 1.1 * seconds)
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            place = f"kill {number} after {moment:.4f} s"
            ended += process.returncode == 0
            newer += self.is_second(company, first, second, everything, place)
            company.close()
        print(f"{KILLS} kills in {seconds:.2f} s: {KILLS - newer} before, {newer - ended} after publishing, {ended} too late")


if __name__ == "__main__":
    unittest.main()
