"""Full disks, a vanishing inbox, wrong clocks, many files, growing files, two at once: the right status, clear words, nothing lost."""

import os
import random
import shutil
import subprocess
import tempfile
import threading
import time
import unittest

from company import PIPELINE, Company, tree, unclear


def has_small_disks():
    place = tempfile.mkdtemp()
    try:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], capture_output=True).returncode == 0
        if mounted:
            subprocess.run(["umount", place], check=True)
        return mounted
    finally:
        os.rmdir(place)


class DisturbedTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.before = Company()
        cls.before.drop(0)
        assert cls.before.run(0)[0] == 0
        cls.before.drop(1)
        cls.undisturbed = cls.before.copy()
        assert cls.undisturbed.run(1)[0] == 0
        cls.expected, cls.everything = cls.undisturbed.report(), cls.undisturbed.everything()

    @classmethod
    def tearDownClass(cls):
        cls.before.close()
        cls.undisturbed.close()

    def company(self):
        company = self.before.copy()
        self.addCleanup(company.close)
        return company

    @unittest.skipUnless(os.geteuid() == 0 and has_small_disks(), "takes root and a tmpfs of its own")
    def test_a_disk_that_is_full_wherever_it_is(self):
        for folder in (".gtm", "reports", "share"):
            statuses = []
            for spare in (0, 4, 24, 60, 100, 160, 400, 4000):
                company = self.company()
                place = company.path(folder)
                os.rename(place, place + "-was")
                os.mkdir(place)
                subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", place], check=True)
                try:
                    shutil.copytree(place + "-was", place, dirs_exist_ok=True, symlinks=True)
                    room = os.statvfs(place)
                    used = (room.f_blocks - room.f_bavail) * room.f_frsize // 1024
                    subprocess.run(["mount", "-o", f"remount,size={used + spare}k", place], check=True)
                    before = company.report(), company.report("share/p/latest")
                    status, _, errors = company.run(1)
                    statuses.append(status)
                    text = f"{folder}, {spare} KiB: "
                    expected = (0, 69) if folder == "share" else (0, 73)
                    wrong = [] if status == 69 else unclear(status, errors, expected)
                    self.assertEqual(wrong, [], text)
                    if status == 0:
                        self.assertEqual(company.report(), self.expected, text)
                    else:
                        self.assertTrue("No space left" in errors or "the disk is full" in errors, text + errors)
                        self.assertIn(company.report(), (before[0], self.expected), text)
                        self.assertIn(company.report("share/p/latest"), (before[1], self.expected), text)
                    subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)
                    status, _, errors = company.run(1)
                    self.assertEqual((status, company.report(), company.report("share/p/latest")), (0, self.expected, self.expected), text + errors)
                    self.assertEqual(company.everything(), self.everything, text)
                finally:
                    subprocess.run(["umount", "-l", place], check=True)
                company.close()
            self.assertIn(0, statuses)
            self.assertGreater(len(set(statuses)), 1, f"{folder}: {statuses}")

    def test_an_inbox_that_vanishes_during_the_run(self):
        dice = random.Random(1)
        ends = []
        for number in range(8):
            company = self.company()
            before = company.report()
            process = company.start("run", "p.yml", "--as-of", "2026-01-18")
            time.sleep(dice.uniform(0, 0.12))
            if number % 2:
                os.rename(company.path("inbox"), company.path("elsewhere"))
            else:
                for name in sorted(os.listdir(company.path("inbox"))):
                    os.rename(company.path("inbox/" + name), company.path(name))
            _, errors = process.communicate()
            ends.append(process.returncode)
            self.assertEqual(unclear(process.returncode, errors, (0, 66, 74)), [], number)
            found = company.report()
            if process.returncode:
                self.assertEqual(found, before)
            elif found != self.expected:
                # What vanished before it was read is not in the report, and that is said.
                record = company.text("reports/p/latest/run.json")
                self.assertTrue(any(code in record for code in ("not-found", "kept-files", "removed-file")), errors)
            if number % 2:
                os.rename(company.path("elsewhere"), company.path("inbox"))
            else:
                for name in os.listdir(company.folder):
                    if name.endswith(".csv"):
                        os.rename(company.path(name), company.path("inbox/" + name))
            status, _, errors = company.run(1, "--replace")
            self.assertEqual((status, company.report()), (0, self.expected), errors)
            company.close()
        print("an inbox that vanished ended runs with", ends)

    def test_an_inbox_that_is_gone_is_not_taken_for_an_empty_one(self):
        company = self.company()
        os.rename(company.path("inbox"), company.path("elsewhere"))
        status, _, errors = company.run(1)
        self.assertEqual(unclear(status, errors, (66,)), [])
        os.rename(company.path("elsewhere"), company.path("inbox"))
        status, _, errors = company.run(1)
        self.assertEqual((status, company.report()), (0, self.expected), errors)

    @unittest.skipUnless(shutil.which("faketime"), "takes faketime")
    def test_a_clock_that_was_set_back_or_forth_changes_no_report(self):
        for shift in ("-400d", "+3y"):
            company = self.company()
            status, _, errors = company.run(1, before=["faketime", "-f", shift])
            self.assertEqual((status, company.report()), (0, self.expected), errors)
            company.drop(2)
            status, _, errors = company.run(2)
            self.assertEqual(status, 0, errors)
            self.undisturbed.drop(2)
            other = self.undisturbed.copy()
            self.assertEqual(other.run(2)[0], 0)
            self.assertEqual(company.report(), other.report())
            status, output, errors = company.call("status", "p.yml")
            self.assertEqual((status, errors), (0, ""))
            self.assertIn("2026-W04", output)
            other.close()
        # Whatever the clock says, a run without a date of its own is of the day before.
        company = self.company()
        status, _, errors = company.call("run", "p.yml", before=["faketime", "2026-01-19 06:00:00"])
        self.assertEqual((status, company.report()), (0, self.expected), errors)

    def test_files_whose_times_lie_in_the_future_or_before_1970(self):
        for stamp in (-5_000_000_000, 0, 10_000_000_000):
            company = self.company()
            for name in os.listdir(company.path("inbox")):
                os.utime(company.path("inbox/" + name), (stamp, stamp))
            status, _, errors = company.run(1)
            self.assertEqual((status, company.report()), (0, self.expected), errors)

    def test_five_hundred_files(self):
        company = self.company()
        for number in range(500):
            company.write(f"inbox/leads part {number}.csv", f"lead_id,created_at\nP{number},2026-01-1{2 + number % 7}\n")
        begin = time.monotonic()
        status, _, errors = company.run(1)
        seconds = time.monotonic() - begin
        self.assertEqual(status, 0, errors)
        self.assertLess(seconds, 30)
        self.assertIn("leads,week,2026-W03,2026-01-12,2026-01-18,,,507,count,measure", company.text("reports/p/latest/metrics.csv"))
        report = company.report()
        shutil.rmtree(company.path("inbox"))
        os.mkdir(company.path("inbox"))
        shutil.copy(self.before.path("inbox/spend.csv"), company.path("inbox"))
        known = next(line for line in company.text("reports/p/latest/run.json").splitlines() if '"knownAt"' in line).split('"')[3]
        self.assertEqual(company.run(1, "--known-at", known, "--reports", "again")[0], 0)
        self.assertEqual(company.report("again/p/latest"), report)
        print(f"500 files in {seconds:.2f} s")

    def test_a_file_that_grows_during_the_run(self):
        company = self.company()
        before = company.report()
        over = threading.Event()

        def grow():
            with open(company.path("inbox/usage.csv"), "a", encoding="utf-8") as file:
                file.write("customer_id,date,active_users\n")
                while not over.is_set():
                    file.write("C1,2026-01-12,5\n")
                    file.flush()
        thread = threading.Thread(target=grow)
        thread.start()
        time.sleep(0.05)
        status, _, errors = company.run(1)
        over.set()
        thread.join()
        self.assertEqual(unclear(status, errors, (74,)), [])
        self.assertIn("usage.csv", errors)
        self.assertEqual(company.report(), before)
        self.assertEqual(company.run(1)[0], 0)
        os.remove(company.path("inbox/usage.csv"))

    def test_several_runs_at_once(self):
        for _ in range(3):
            company = self.company()
            processes = [company.start("run", "p.yml", "--as-of", "2026-01-18") for _ in range(4)]
            ends = []
            for process, errors in [(process, process.communicate()[1]) for process in processes]:
                ends.append(process.returncode)
                self.assertEqual(unclear(process.returncode, errors, (0, 75)), [])
            self.assertIn(0, ends)
            self.assertEqual(company.everything(), self.everything)
            company.close()

    def test_without_deliveries_and_pings_no_connection_is_made(self):
        traced = subprocess.run(["strace", "-f", "-e", "trace=none", "true"], capture_output=True).returncode == 0 if shutil.which("strace") else False
        if not traced:
            self.skipTest("processes may not be traced here")
        company = self.company()
        company.write("p.yml", PIPELINE.split("deliver:")[0])
        trace = os.path.join(company.top, "trace")
        status, _, errors = company.run(1, before=["strace", "-f", "-e", "trace=connect,sendto,sendmsg", "-o", trace])
        self.assertEqual(status, 0, errors)
        with open(trace, encoding="utf-8") as file:
            self.assertEqual([line for line in file if "AF_INET" in line or "sendto" in line], [])


if __name__ == "__main__":
    unittest.main()
