"""Every past report comes out byte for byte as it was first published, whatever became of the inbox since."""

import json
import os
import random
import re
import shutil
import unittest

from company import Company, sunday, tree

WEEKS = 12


class RemakingTests(unittest.TestCase):
    def test_each_of_twelve_weeks_is_made_again_after_its_exports_were_overwritten_removed_and_forgotten(self):
        company = Company("company: Test\ngrain: week\nperiods: 4\ninbox: inbox\n")
        self.addCleanup(company.close)
        made = {}
        for week in range(WEEKS):
            company.drop(week)
            status, _, errors = company.run(week)
            self.assertEqual(status, 0, errors)
            with open(company.path("reports/p/latest/run.json"), encoding="utf-8") as file:
                made[week] = json.load(file)["knownAt"], os.readlink(company.path("reports/p/latest")), company.report()
            if week == 6:
                sha = re.search(r"(\w{12}) .*leads 2026-02-08\.csv", company.call("inputs", "p.yml")[1]).group(1)
                self.assertEqual(company.call("inputs", "forget", sha, "p.yml")[0], 0)
        self.assertEqual(len({period for _, period, _ in made.values()}), WEEKS)
        # What is there now is something else, or nothing.
        shutil.rmtree(company.path("inbox"))
        os.mkdir(company.path("inbox"))
        company.write("inbox/spend.csv", "date,amount\n2026-03-01,999999\n")
        before = tree(company.path("reports"), but=("inbox.html",))
        weeks = random.Random(3).sample(range(WEEKS), WEEKS)
        for week in weeks:
            known, period, report = made[week]
            status, _, errors = company.run(week, "--known-at", known, "--reports", "again")
            self.assertEqual(status, 0, errors)
            self.assertEqual(company.report(f"again/p/{period}"), report, period)
        self.assertEqual(os.readlink(company.path("again/p/latest")), made[WEEKS - 1][1])
        # In its own place a report made again is no further edition.
        known, period, _ = made[4]
        self.assertEqual(company.run(4, "--known-at", known)[0], 0)
        after = tree(company.path("reports"), but=("inbox.html",))
        record = f"p/{period}/run.json"
        self.assertEqual({**after, record: ""}, {**before, record: ""})
        # The clocks are two: the same weeks with all that was known in the end.
        known = made[WEEKS - 1][0]
        status, _, errors = company.run(3, "--known-at", known, "--reports", "later")
        self.assertEqual(status, 0, errors)
        self.assertNotEqual(company.report(f"later/p/{made[3][1]}"), made[3][2])

    def test_what_was_erased_is_refused_and_never_made_of_less(self):
        company = Company("company: Test\ngrain: week\nperiods: 4\ninbox: inbox\n")
        self.addCleanup(company.close)
        known = []
        for week in range(3):
            company.drop(week)
            self.assertEqual(company.run(week)[0], 0)
            with open(company.path("reports/p/latest/run.json"), encoding="utf-8") as file:
                known.append(json.load(file)["knownAt"])
        sha = re.search(r"(\w{12}) .*leads 2026-01-18\.csv", company.call("inputs", "p.yml")[1]).group(1)
        os.remove(company.path("inbox/leads 2026-01-18.csv"))
        self.assertEqual(company.call("inputs", "forget", sha, "p.yml", "--erase")[0], 0)
        for week, expected in ((0, 0), (1, 66), (2, 66)):
            status, _, errors = company.run(week, "--known-at", known[week], "--reports", "again")
            self.assertEqual(status, expected, f"{sunday(week)}: {errors}")
        self.assertEqual(os.listdir(company.path("again/p")).count("2026-W03"), 0)


if __name__ == "__main__":
    unittest.main()
