"""A wish to end is heard at once, whatever the run is about, and what is then said is so."""

import os
import signal
import subprocess
import time
import unittest

from company import Company, can_trace

ROWS = "".join(
    f"L{number},2026-0{1 + number % 3}-{1 + number % 28:02d} 10:{number % 60:02d}:00,2026-03-{1 + number % 28:02d},{number % 997}.5\n"
    for number in range(400_000))


class Signals(unittest.TestCase):
    def stop(self, company, seconds, under=(), name=signal.SIGTERM):
        """Asks a run to end after some time: its status, words, and how long that took."""
        process = subprocess.Popen(
            company.command(under=under), cwd=company.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True)
        try:
            output, errors = process.communicate(timeout=seconds)
            return process.returncode, (output + errors).decode(), 0
        except subprocess.TimeoutExpired:
            asked = time.monotonic()
            os.killpg(process.pid, name)
            output, errors = process.communicate(timeout=60)
            return process.returncode, (output + errors).decode(), time.monotonic() - asked

    def test_a_run_of_many_rows_ends_within_a_second(self):
        company = Company()
        self.addCleanup(company.close)
        company.write("inbox/leads.csv", "lead_id,created_at,mql_at,amount\n" + ROWS)
        stopped = 0
        for tenths in [1, 3, 5, 8, 12, 17, 25, 40]:
            name = signal.SIGINT if tenths == 8 else signal.SIGTERM
            status, words, seconds = self.stop(company, tenths / 10, name=name)
            if status == 0:
                break
            stopped += 1
            self.assertEqual(status, 128 + name, words)
            self.assertLess(seconds, 1.5, words)
            self.assertIn("nothing has been published yet", words)
            self.assertFalse(os.path.exists(company.path("reports/p/latest")))
        self.assertGreater(stopped, 0)
        self.assertEqual(company.run()[0], 0)
        self.assertEqual(sorted(os.listdir(company.path("reports/p"))), ["2026-03", "inbox.html", "latest"])

    @unittest.skipUnless(can_trace(), "processes may not be traced here")
    def test_what_is_said_of_the_last_report_is_so_while_it_is_put_in_place(self):
        slow = ["strace", "-f", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:delay_exit=60000"]
        for tenths in [8, 12, 16, 20, 24]:
            company = Company()
            self.addCleanup(company.close)
            status, words, _ = self.stop(company, tenths / 10, under=slow)
            is_there = os.path.exists(company.path("reports/p/latest/report.html"))
            if status == 0:
                self.assertTrue(is_there)
                self.assertIn("report.html", words)
            else:
                self.assertEqual(is_there, "the report of 2026-03 stands" in words, words)
                self.assertNotEqual(is_there, "nothing has been published yet" in words, words)

    def test_pipes_devices_and_views_of_the_system_are_no_files(self):
        company = Company()
        self.addCleanup(company.close)
        os.mkfifo(company.path("inbox/pipe.csv"))
        os.symlink("/dev/zero", company.path("inbox/zero.csv"))
        os.symlink("/proc/kmsg", company.path("inbox/kmsg.csv"))
        status, words = company.run(timeout=30)
        self.assertEqual(status, 0)
        self.assertIn("pipe.csv: is a device or a socket", words)
        status, words = company.run("--inbox", "/proc/self/task", "--state", "other", timeout=60)
        self.assertIn(status, [66, 74], words)


if __name__ == "__main__":
    unittest.main()
