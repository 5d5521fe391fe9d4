"""A report is whole at any moment, whoever else writes there and wherever a run is killed."""

import os
import subprocess
import unittest

from company import Company, can_trace

NOBODY = 65534
NEW = "S1,A,2025-01-01,,1200.50,smb\nS2,B,2026-02-10,,7777,enterprise\n"


class Publishing(unittest.TestCase):
    def setUp(self):
        self.company = Company()
        self.addCleanup(self.company.close)
        self.assertEqual(self.company.run()[0], 0)

    def change(self):
        text = self.company.bytes("inbox/subscriptions.csv").decode()
        self.company.write("inbox/subscriptions.csv", text.replace("2026-03-20", "").replace("2400", "7777"))

    def report(self, folder="latest"):
        """A report's files but for the record of the run, which tells times."""
        place = self.company.path(f"reports/p/{folder}")
        return {
            name: self.company.bytes(f"reports/p/{folder}/{name}")
            for name in sorted(os.listdir(place)) if name != "run.json" and os.path.isfile(os.path.join(place, name))
        }

    def names(self):
        return sorted(os.listdir(self.company.path("reports/p")))

    @unittest.skipUnless(can_trace(), "processes may not be traced here")
    def test_two_states_do_not_write_one_report_at_once(self):
        slow = ["strace", "-f", "-o", self.company.path("trace"), "-e", "trace=fsync", "-e", "inject=fsync:delay_enter=200000"]
        first = subprocess.Popen(
            self.company.command("--state", "other", under=slow), cwd=self.company.folder, stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL)
        statuses = []
        while first.poll() is None and not any(name.startswith(".new-") for name in self.names()):
            pass
        while first.poll() is None:
            statuses.append(self.company.run()[0])
        self.assertEqual(first.returncode, 0)
        self.assertIn(75, statuses)
        self.assertTrue(set(statuses) <= {0, 75}, statuses)
        self.assertEqual(self.names(), ["2026-03", "inbox.html", "latest"])

    def test_files_of_people_stay_whatever_they_are_called(self):
        place = self.company.path("reports/p/2026-03").encode()
        os.makedirs(place + b"/notes/deep")
        for name in [b"notes/deep/a.txt", b"caf\xe9.txt", b".hidden", b"new\nline"]:
            with open(place + b"/" + name, "wb") as file:
                file.write(b"mine")
        os.symlink("/nowhere", place + b"/link")
        self.change()
        self.assertEqual(self.company.run("--replace")[0], 0)
        for name in [b"notes/deep/a.txt", b"caf\xe9.txt", b".hidden", b"new\nline"]:
            with open(place + b"/" + name, "rb") as file:
                self.assertEqual(file.read(), b"mine")
        self.assertEqual(os.readlink(place + b"/link"), b"/nowhere")
        self.assertEqual(self.names(), ["2026-03", "inbox.html", "latest"])

    def test_what_people_call_like_something_aside_stays(self):
        os.mkdir(self.company.path("reports/p/.new-ideas"))
        self.company.write("reports/p/.old-2026-03", "a file")
        self.company.write("reports/p/2026-04", "a file")
        self.assertEqual(self.company.run()[0], 0)
        self.assertIn(".new-ideas", self.names())
        self.assertIn(".old-2026-03", self.names())
        self.assertEqual(self.company.run("--as-of", "2026-05-01")[0], 0)
        self.assertEqual(self.company.bytes("reports/p/2026-04"), b"a file")
        self.assertEqual(os.readlink(self.company.path("reports/p/latest")), "2026-04.2")

    @unittest.skipUnless(os.geteuid() == 0, "only root can be another user")
    def test_left_overs_of_another_user_are_in_nobody_s_way(self):
        self.company.give(NOBODY)
        for kind in ["new", "old", "put", "now"]:
            place = self.company.path(f"reports/p/.{kind}-2026-03~77")
            os.mkdir(place)
            self.company.write(f"reports/p/.{kind}-2026-03~77/report.html", "another's")
            os.chown(place, 1234, 1234)
            os.chmod(place, 0o700)
        for name in [".new-latest~1", ".new-inbox.html~1"]:
            os.mkdir(self.company.path(f"reports/p/{name}"))
        os.remove(self.company.path("reports/p/latest"))
        os.symlink(".now-2026-03~77", self.company.path("reports/p/latest"))
        user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        self.assertEqual(self.company.run(**user)[0], 0)
        self.assertEqual(os.readlink(self.company.path("reports/p/latest")), "2026-03")
        self.change()
        os.chown(self.company.path("reports/p/2026-03"), 1234, 1234)
        os.chmod(self.company.path("reports/p/2026-03"), 0o700)
        for options, latest in [([], "2026-03.2"), (["--replace"], "2026-03.2"), (["--as-of", "2026-05-01"], "2026-04")]:
            status, words = self.company.run(*options, **user)
            self.assertEqual(status, 0, words)
            self.assertEqual(os.readlink(self.company.path("reports/p/latest")), latest)

    @unittest.skipUnless(can_trace(), "processes may not be traced here")
    def test_without_links_to_files_people_s_files_are_copied(self):
        self.company.write("reports/p/2026-03/notes/mine.txt", "mine")
        self.change()
        no = ["strace", "-f", "-o", "/dev/null", "-e", "trace=link,linkat", "-e", "inject=link,linkat:error=EPERM"]
        self.assertEqual(self.company.run("--replace", under=no)[0], 0)
        self.assertEqual(self.company.bytes("reports/p/2026-03/notes/mine.txt"), b"mine")
        self.assertEqual(self.names(), ["2026-03", "inbox.html", "latest"])

    @unittest.skipUnless(can_trace(), "processes may not be traced here")
    def test_killed_at_any_rename_without_exchange_a_report_stands_and_the_next_run_mends_it(self):
        self.company.write("reports/p/2026-03/mine.txt", "mine")
        before = self.report()
        self.change()
        (after, kills) = (None, 0)
        for call in ["rename", "mkdir", "symlink", "unlink", "rmdir", "link"]:
            for number in range(1, 200, 9 if call in ["unlink", "link"] else 1):
                kill = [
                    "strace", "-f", "-o", "/dev/null", "-e", f"trace=renameat2,{call}", "-e", "inject=renameat2:error=EINVAL",
                    "-e", f"inject={call}:signal=KILL:when={number}"]
                status, words = self.company.run("--replace", "--no-deliver", under=kill)
                self.assertIn(status, [0, -9, 137], words)
                self.assertEqual(self.company.bytes("reports/p/latest/mine.txt"), b"mine")
                now = self.report()
                if status == 0:
                    after = after or now
                self.assertTrue(now == before or after is None or now == after, (call, number))
                if status == 0:
                    break
                kills += 1
                self.assertEqual(self.company.run("--replace")[0], 0)
                after = after or self.report()
                self.assertEqual(self.report(), after)
                self.assertEqual(self.names(), ["2026-03", "inbox.html", "latest"], (call, number))
        self.assertNotEqual(before, after)
        self.assertGreater(kills, 20)


if __name__ == "__main__":
    unittest.main()
