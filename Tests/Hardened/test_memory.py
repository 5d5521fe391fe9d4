"""Too little memory ends a run in words and with 71: it never hangs, and never is a crash."""

import os
import subprocess
import unittest

from company import GTM, PIPELINE, Company


def limit(mebibytes):
    return ["prlimit", f"--as={mebibytes << 20}"]


def begins(mebibytes):
    """Whether the system can load the program at all: where it cannot, nothing of ours has begun."""
    return subprocess.run(limit(mebibytes) + [GTM, "--version"], capture_output=True).returncode == 0


class Memory(unittest.TestCase):
    def limited(self, company, mebibytes):
        return company.run(under=limit(mebibytes), timeout=60)

    def test_little_address_space_ends_at_once(self):
        company = Company()
        self.addCleanup(company.close)
        enough = [mebibytes for mebibytes in [60, 80, 100, 110, 140, 200, 250] if begins(mebibytes)]
        self.assertIn(250, enough)
        for mebibytes in enough:
            status, words = self.limited(company, mebibytes)
            self.assertEqual(status, 71, (mebibytes, words))
            self.assertIn(f"may have {mebibytes} MiB of memory", words)

    def test_more_rows_than_memory_end_in_words(self):
        company = Company()
        self.addCleanup(company.close)
        self.assertEqual(company.run()[0], 0)
        before = company.bytes("reports/p/latest/report.html")
        company.write(
            "inbox/leads.csv",
            "lead_id,created_at,channel\n" + "".join(f"L{number},2026-02-01,c{number}\n" for number in range(200_000)))
        status, words = self.limited(company, 280)
        self.assertEqual(status, 71, words)
        self.assertIn("the process may have no more memory", words)
        self.assertEqual(company.bytes("reports/p/latest/report.html"), before)

    def test_past_the_memory_limit_a_run_says_so_and_where(self):
        company = Company()
        self.addCleanup(company.close)
        self.assertEqual(company.run()[0], 0)
        before = company.bytes("reports/p/latest/report.html")
        company.write("p.yml", PIPELINE + "memory_limit: 64MiB\n")
        company.write(
            "inbox/leads.csv",
            "lead_id,created_at,mql_at,won_at,amount,channel\n" + "".join(
                f"L{number},2026-02-01,2026-02-0{number % 9 + 1},2026-03-01,{number}.5,c{number}\n" for number in range(400_000)))
        status, words = company.run(timeout=300)
        self.assertEqual(status, 71, words)
        self.assertRegex(words, r"MiB of 64 MiB, during (collect|read of leads\.csv|check|roll up|evaluate|compose|render)")
        self.assertIn("the report of 2026-03 stands", words)
        self.assertEqual(company.bytes("reports/p/latest/report.html"), before)
        self.assertEqual(sorted(os.listdir(company.path("reports/p"))), ["2026-03", "inbox.html", "latest"])

    def test_a_million_leads_fit_in_the_least_limit_and_give_the_same_report(self):
        company = Company(PIPELINE + "dimensions: [channel]\n")
        self.addCleanup(company.close)
        for month, first in [("01", 0), ("02", 300_000)]:
            company.write(
                f"inbox/leads-2026-{month}-28.csv",
                "lead_id,created_at,mql_at,won_at,amount,channel\n" + "".join(
                    f"L{number * 7919 % 1_000_003},2026-01-{number % 28 + 1:02},2026-02-{number % 27 + 1:02},"
                    f"{'2026-03-09' if number % 3 else ''},{number}.25,c{number % 9}\n"
                    for number in range(first, first + 700_000)))
        self.assertEqual(company.run()[0], 0)
        company.write("p.yml", PIPELINE + "dimensions: [channel]\nmemory_limit: 64MiB\n")
        status, words = company.run(timeout=300)
        self.assertEqual(status, 0, words)
        # What differed would be another edition.
        self.assertEqual(sorted(os.listdir(company.path("reports/p"))), ["2026-03", "inbox.html", "latest"])
        self.assertNotIn(True, [name.startswith(("tmp", "#")) for name in os.listdir(company.path(".gtm"))])

    def test_a_member_for_every_row_takes_no_more_than_the_rows(self):
        company = Company(PIPELINE + "memory_limit: 128MiB\n")
        self.addCleanup(company.close)
        company.write(
            "inbox/leads.csv",
            "lead_id,created_at,mql_at,won_at,amount,channel\n" + "".join(
                f"L{number},2026-02-01,2026-02-0{number % 9 + 1},2026-03-01,{number}.5,c{number}\n" for number in range(20_000)))
        status, words = company.run(timeout=300)
        self.assertEqual(status, 0, words)
        rows = company.bytes("reports/p/latest/metrics.csv").count(b",channel,c")
        self.assertGreater(rows, 40_000)


if __name__ == "__main__":
    unittest.main()
