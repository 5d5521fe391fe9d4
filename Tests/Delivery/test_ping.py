"""The address that hears of each run's start and end, in the habit of Healthchecks."""

import os
import unittest

from company import Company
from servers import Web


class PingTests(unittest.TestCase):
    def setUp(self):
        self.web = Web()
        self.addCleanup(self.web.close)
        self.company = Company("watch: {ping_env: PING}\n")
        self.company.environment = {"PING": self.web.address("/ping/0123456789abcdef/")}
        self.addCleanup(self.company.close)

    def paths(self):
        return [path.split("?")[0] for _, path, _, _ in self.web.requests]

    def test_start_and_success_are_told_with_one_run(self):
        status, _, errors = self.company.run()
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(self.paths(), ["/ping/0123456789abcdef/start", "/ping/0123456789abcdef"])
        runs = {path.split("rid=")[1] for _, path, _, _ in self.web.requests}
        self.assertEqual(len(runs), 1)
        self.assertEqual(len(runs.pop()), 36)
        self.assertIn(b"2026-03, status 0", self.web.requests[1][3])

    def test_a_failure_is_told_without_data(self):
        self.company.write("inbox/spend.csv", "date,amount\nsecret,x\n")
        status, _, _ = self.company.run()
        self.assertEqual(status, 65)
        self.assertEqual(self.paths()[-1], "/ping/0123456789abcdef/fail")
        self.assertIn(b"status 65", self.web.requests[-1][3])
        self.assertNotIn(b"secret", self.web.requests[-1][3])

    def test_an_address_that_does_not_answer_is_a_warning_and_names_no_secret(self):
        self.web.usual = (404, {}, b"no /ping/0123456789abcdef")
        status, _, errors = self.company.run()
        self.assertEqual(status, 0)
        self.assertIn("the ping: 127.0.0.1", errors)
        self.assertNotIn("0123456789abcdef", errors)
        self.company.environment = {}
        status, _, errors = self.company.run()
        self.assertEqual(status, 0)
        self.assertIn("the variable PING is not set", errors)

    def test_nothing_is_told_of_the_past_or_where_nothing_is_to_leave_the_machine(self):
        self.company.run()
        self.web.requests.clear()
        self.company.run("--no-deliver")
        self.company.run("--known-at", "2100-01-01")
        self.company.call("check", "p.yml", "--as-of", "2026-04-10")
        self.assertEqual(self.web.requests, [])

    def test_without_libcurl_all_goes_on_but_what_needs_it_and_that_is_said(self):
        os.mkdir(self.company.path("broken"))
        self.company.write("broken/libcurl.so.4", "no library")
        self.company.environment["LD_LIBRARY_PATH"] = self.company.path("broken")
        status, _, errors = self.company.run()
        self.assertEqual(status, 0)
        self.assertIn("libcurl, which delivers, cannot be used", errors)
        self.assertIn("apt install libcurl4", errors)
        self.assertNotIn("0123456789abcdef", errors)
        self.assertEqual(self.web.requests, [])

    def test_a_store_is_no_wrong_configuration_without_libcurl(self):
        self.company.write("p.yml", (
            "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\ndeliver:\n  - s3: {endpoint: \"https://s3.example.com\", "
            "bucket: b, region: us-east-1, access_key_env: ACCESS, secret_key_env: SECRET}\n"))
        os.mkdir(self.company.path("broken"))
        self.company.write("broken/libcurl.so.4", "no library")
        self.company.environment = {"LD_LIBRARY_PATH": self.company.path("broken"), "ACCESS": "a", "SECRET": "b"}
        status, _, errors = self.company.run()
        self.assertEqual(status, 69)
        self.assertIn("libcurl, which delivers, cannot be used", errors)
        self.assertTrue(os.path.exists(self.company.path("reports/p/latest/report.xlsx")))

    def test_doctor_reaches_the_server_and_sends_no_signal(self):
        status, output, _ = self.company.call("doctor", "p.yml")
        self.assertEqual(status, 0)
        self.assertIn("ping", output)
        self.assertEqual(self.web.requests, [])
        self.company.write("p.yml", "inbox: inbox\nwatch: {ping: https://example.com/x}\n")
        status, _, errors = self.company.call("check", "p.yml")
        self.assertEqual(status, 78)
        self.assertIn("ping_env", errors)


if __name__ == "__main__":
    unittest.main()
