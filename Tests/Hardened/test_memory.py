"""Too little memory ends a run in words and with 71: it never hangs, and never is a crash."""

import unittest

from company import Company


class Memory(unittest.TestCase):
    def limited(self, company, mebibytes):
        status, words = company.run(under=["prlimit", f"--as={mebibytes << 20}"], timeout=60)
        if status == 127:
            self.skipTest("the libraries of this build do not fit")
        return status, words

    def test_little_address_space_ends_at_once(self):
        company = Company()
        self.addCleanup(company.close)
        for mebibytes in [60, 80, 110, 140, 200]:
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


if __name__ == "__main__":
    unittest.main()
