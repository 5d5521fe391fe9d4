"""Nothing that a file says steers a terminal or forges a line of a log."""

import re
import unittest

from company import Company

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]")


class Words(unittest.TestCase):
    def test_what_cells_and_names_say_is_written_out(self):
        company = Company()
        self.addCleanup(company.close)
        forged = "2026-01-01T00:00:00.000Z gtm: error: forged"
        company.write(f"inbox/bad\n{forged}\x1b[31m\u202egnp.csv", "x,y\n1,2\n")
        company.write("inbox/leads.csv", f'lead_id,created_at,amount\nL1,2026-02-01,\x1b]0;a\x07\nL2,"2026-02-99\n{forged}",\nL3,\u202e2026,\n')
        company.write("inbox/targets.csv", f'metric,period,value\n"a\x1b[31m\n{forged}",2026-03,5\n')
        company.write("z.yml", f'inbox: inbox\nnorth_star: "x\\e[31m\\n{forged}"\n')
        for options in [[], ["--log-format", "json"], ["--period", f"x\n{forged}\x1b"], ["--inbox", f"no\n{forged}\x1b"], ["--no\x1b"]]:
            status, words = company.run(*options)
            self.assertIsNone(STEERS.search(words), words)
            self.assertIsNone(re.search(r"(?m)^(\S+Z )?" + re.escape(forged), words), words)


if __name__ == "__main__":
    unittest.main()
