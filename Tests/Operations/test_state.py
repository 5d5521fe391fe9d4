"""A state that is damaged, of a newer version, in use or not to be written: nothing is lost, and the words say what to do."""

import os
import random
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

import company as companies
from company import Company, tree, unclear


class StateTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.before = Company()
        cls.before.drop(0)
        assert cls.before.run(0)[0] == 0
        cls.before.drop(1)
        cls.undisturbed = cls.before.copy()
        assert cls.undisturbed.run(1)[0] == 0

    @classmethod
    def tearDownClass(cls):
        cls.before.close()
        cls.undisturbed.close()

    def company(self):
        company = self.before.copy()
        self.addCleanup(company.close)
        return company

    def refused(self, company, expected, *words):
        """A run ends so, changes nothing that was published, and says what to do."""
        first = tree(company.path("reports"), but=("inbox.html",))
        archive = tree(company.path(".gtm/archive"))
        status, output, errors = company.run(1)
        self.assertEqual(unclear(status, errors, expected), [])
        for word in words:
            self.assertIn(word, errors)
        self.assertEqual(output, "")
        after = {path: what for path, what in tree(company.path("reports"), but=("inbox.html",)).items() if "/rejected" not in path or "2026" in path}
        self.assertEqual(after, {path: what for path, what in first.items()})
        self.assertEqual({path: what for path, what in tree(company.path(".gtm/archive")).items() if path in archive}, archive)

    def recovers(self, company):
        status, _, errors = company.run(1)
        self.assertEqual(status, 0, errors)
        self.assertEqual(company.everything(), self.undisturbed.everything())

    def test_random_bytes_in_the_ledger_are_damage_or_do_no_harm(self):
        dice = random.Random(5)
        with open(self.before.path(".gtm/gtm.sqlite"), "rb") as file:
            whole = file.read()
        expected = self.undisturbed.report()
        refused = 0
        for number in range(int(os.environ.get("DAMAGES", "20"))):
            company = self.company()
            content = bytearray(whole)
            kind = number % 5
            if kind == 0:
                content[dice.randrange(100)] ^= 1 << dice.randrange(8)
            elif kind == 1:
                start = dice.randrange(len(content))
                content[start:start + 4096] = dice.randbytes(len(content[start:start + 4096]))
            elif kind == 2:
                del content[dice.randrange(1, len(content)):]
            elif kind == 3:
                start = 4096 * dice.randrange(len(content) // 4096)
                content[start:start + 4096] = bytes(4096)
            else:
                content[:] = dice.randbytes(len(content))
            with open(company.path(".gtm/gtm.sqlite"), "wb") as file:
                file.write(content)
            before = company.report()
            status, _, errors = company.run(1)
            self.assertEqual(unclear(status, errors, (0, 73, 74, 75, 78)), [], f"damage {number}")
            if status == 0:
                # Nothing that counts was hit: the report is right.
                self.assertEqual(company.report(), expected, f"damage {number}")
            else:
                refused += 1
                self.assertIn(".gtm/gtm.sqlite", errors)
                self.assertEqual(company.report(), before)
            shutil.copy(self.before.path(".gtm/gtm.sqlite"), company.path(".gtm/gtm.sqlite"))
            for ending in ("-wal", "-shm"):
                if os.path.exists(company.path(".gtm/gtm.sqlite" + ending)):
                    os.remove(company.path(".gtm/gtm.sqlite" + ending))
            status, _, errors = company.run(1)
            self.assertEqual((status, company.report()), (0, expected), errors)
            company.close()
        self.assertGreater(refused, 5)

    def test_a_copy_in_the_archive_that_is_damaged_or_gone_is_named_and_not_left_out(self):
        for damage in ("cut", "bytes", "gone"):
            company = self.company()
            for week in (1,):
                self.assertEqual(company.run(week)[0], 0)
            known = company.call("inputs", "p.yml")[1]
            os.remove(company.path("inbox/nps-0.csv"))
            sha = next(line for line in known.splitlines() if line.endswith("nps-0.csv")).split()[1]
            folder = company.path(f".gtm/archive/{sha[:2]}")
            path = next(os.path.join(folder, name) for name in os.listdir(folder) if name.startswith(sha[2:]))
            if damage == "gone":
                os.remove(path)
            else:
                with open(path, "r+b") as file:
                    if damage == "cut":
                        file.truncate(30)
                    else:
                        file.seek(20)
                        file.write(b"\x55" * 40)
            self.refused(company, (74,), "nps-0.csv", "archive")

    def test_a_newer_version_s_state_is_left_as_it_is(self):
        company = self.company()
        base = sqlite3.connect(company.path(".gtm/gtm.sqlite"))
        base.execute("INSERT INTO grdb_migrations VALUES ('of the future')")
        base.commit()
        base.close()
        self.refused(company, (78,), "newer version", ".gtm/gtm.sqlite")
        for command in ("status", "inputs", "check", "doctor", "deliver"):
            status, _, errors = company.call(command, "p.yml")
            self.assertEqual(status, 78, f"{command}: {errors}")
            self.assertIn("newer version", errors)
        base = sqlite3.connect(company.path(".gtm/gtm.sqlite"))
        base.execute("DELETE FROM grdb_migrations WHERE identifier = 'of the future'")
        base.commit()
        base.close()
        self.recovers(company)

    def test_a_state_that_another_process_keeps_locked_is_in_use(self):
        company = self.company()
        base = sqlite3.connect(company.path(".gtm/gtm.sqlite"), isolation_level=None)
        base.execute("BEGIN EXCLUSIVE")
        self.refused(company, (75,), "in use by another process")
        base.execute("ROLLBACK")
        base.close()
        self.recovers(company)

    @unittest.skipUnless(os.geteuid() == 0, "takes another user")
    def test_folders_that_may_not_be_written_or_read(self):
        place = tempfile.mkdtemp(prefix="gtm-program-")
        self.addCleanup(shutil.rmtree, place)
        os.chmod(place, 0o755)
        program, companies.GTM = companies.GTM, shutil.copy(companies.GTM, place)
        self.addCleanup(setattr, companies, "GTM", program)
        for folder, mode, expected in (
            (".gtm", 0o555, (73,)), (".gtm/archive", 0o555, (73,)), ("reports/p", 0o555, (73,)), ("inbox", 0o000, (74,)),
            (".gtm/gtm.sqlite", 0o444, (73,)), (".gtm/gtm.sqlite", 0o000, (73,)), ("inbox/leads 2026-01-18.csv", 0o000, (74,)),
        ):
            with self.subTest(folder):
                company = self.company()
                company.user = 65534
                subprocess.run(["chown", "-R", "65534:65534", company.top], check=True)
                usual = os.stat(company.path(folder)).st_mode & 0o777
                os.chmod(company.path(folder), mode)
                self.refused(company, expected, os.path.basename(folder))
                for name in [folder, *(folder + ending for ending in ("-wal", "-shm") if os.path.exists(company.path(folder + ending)))]:
                    os.chmod(company.path(name), usual)
                self.recovers(company)


if __name__ == "__main__":
    unittest.main()
