"""Each place gets each report once, however often a run is repeated and wherever it is killed."""

import email
import random
import re
import sqlite3
import time
import unittest

from company import Company, kill, wait
from servers import Mailbox, Web
from test_mail import entry


def message_id(message):
    return email.message_from_bytes(message)["Message-ID"]


class OnceTests(unittest.TestCase):
    def company(self, pipeline):
        company = Company(pipeline)
        self.addCleanup(company.close)
        return company

    def mailbox(self):
        mailbox = Mailbox()
        self.addCleanup(mailbox.close)
        return mailbox

    def test_a_repeated_run_sends_nothing_again_and_a_changed_report_goes_out_as_another_edition(self):
        mailbox = self.mailbox()
        company = self.company(entry(mailbox))
        for _ in range(3):
            self.assertEqual(company.run()[0], 0)
        self.assertEqual(len(mailbox.messages), 1)
        self.assertEqual(company.call("deliver", "p.yml")[1], "delivered before: mail to ceo@example.com\n")
        company.write("inbox/spend.csv", "date,amount,category\n2026-03-05,777,sales\n")
        self.assertEqual(company.run()[0], 0)
        self.assertEqual(len(mailbox.messages), 2)
        subject = email.message_from_bytes(mailbox.messages[1], policy=email.policy.default)["Subject"]
        self.assertIn("(edition 2)", subject)
        self.assertEqual(len(set(map(message_id, mailbox.messages))), 2)

    def test_reports_of_the_past_and_runs_with_no_deliver_send_nothing(self):
        mailbox = self.mailbox()
        company = self.company(entry(mailbox))
        self.assertEqual(company.run("--no-deliver")[0], 0)
        self.assertEqual(len(mailbox.messages), 0)
        self.assertEqual(company.run(as_of="2026-03-10")[0], 0)
        self.assertEqual(len(mailbox.messages), 0)
        self.assertEqual(company.call("deliver", "p.yml")[1], "delivered: mail to ceo@example.com\n")
        self.assertIn(b"month 2026-03", mailbox.messages[0].replace(b"\r\n", b""))

    def test_sending_again_is_said_and_another_message(self):
        mailbox = self.mailbox()
        company = self.company(entry(mailbox))
        company.run()
        rehearsal = company.call("deliver", "p.yml", "--dry-run", "--again")
        self.assertEqual((rehearsal[0], rehearsal[1]), (0, "would be delivered: mail to ceo@example.com\n"))
        self.assertEqual(len(mailbox.messages), 1)
        company.call("deliver", "p.yml", "--again")
        self.assertEqual(len({message_id(message) for message in mailbox.messages}), 2)
        self.assertEqual([row["again"] for row in company.deliveries()], [0, 1])

    def test_a_new_recipient_gets_the_report_and_the_others_do_not_get_it_twice(self):
        mailbox = self.mailbox()
        company = self.company(entry(mailbox))
        company.run()
        text = company.bytes("p.yml").decode()
        company.write("p.yml", text.replace("to: [ceo@example.com]", "to: [CEO@example.com, cfo@example.com]"))
        self.assertEqual(company.run()[0], 0)
        self.assertEqual(mailbox.recipients, [["ceo@example.com"], ["cfo@example.com"]])
        self.assertEqual(company.run()[0], 0)
        self.assertEqual(len(mailbox.messages), 2)

    def test_killed_while_the_server_takes_its_time_it_is_sent_again_under_the_same_id_and_the_note_says_so(self):
        mailbox = self.mailbox()
        mailbox.seconds = 1.5
        company = self.company(entry(mailbox))
        process = company.start("run", "p.yml", "--as-of", "2026-04-10")
        self.assertTrue(mailbox.taking.wait(20))
        kill(process)
        row = company.deliveries()[0]
        self.assertEqual((row["ended"], row["is_delivered"]), (None, 0))
        report = company.bytes("reports/p/latest/report.xlsx")
        mailbox.seconds = 0
        time.sleep(1.6)  # what the server was about to accept it accepts now
        plan = company.call("deliver", "p.yml", "--dry-run")[1]
        self.assertIn("without a word of what came of it", plan)
        status, _, errors = company.run()
        self.assertEqual(status, 0)
        self.assertIn("may have arrived twice", errors)
        self.assertEqual(len(set(map(message_id, mailbox.messages))), 1)
        self.assertEqual(company.bytes("reports/p/latest/report.xlsx"), report)
        row = company.deliveries()[0]
        self.assertEqual((row["is_delivered"], row["attempts"]), (1, 2))
        self.assertIn("may have arrived twice", row["note"])

    def test_the_line_breaking_after_the_server_accepted_gives_the_same_id_again(self):
        mailbox = self.mailbox()
        mailbox.answers = ["accept and cut"]
        company = self.company(entry(mailbox))
        self.assertEqual(company.run()[0], 0)
        self.assertEqual(len(mailbox.messages), 2)
        self.assertEqual(len(set(mailbox.messages)), 1)

    def test_killed_at_random_moments_everybody_gets_one_message_in_the_end(self):
        dice = random.Random(11)
        for _ in range(4):
            mailbox = self.mailbox()
            web = Web()
            self.addCleanup(web.close)
            mailbox.seconds = 0.05
            company = self.company(entry(mailbox) + "  - hook: {kind: slack, url_env: HOOK}\n  - copy: {to: share}\n")
            company.environment["HOOK"] = web.address("/services/secretpath")
            process = company.start("run", "p.yml", "--as-of", "2026-04-10")
            time.sleep(dice.uniform(0.05, 0.5))
            kill(process)
            before = len(mailbox.messages), len(web.requests)
            status, _, errors = company.run()
            self.assertEqual(status, 0, errors)
            open_before = "may have arrived twice" in errors
            self.assertEqual(len(set(map(message_id, mailbox.messages))), 1)
            for count, place in ((len(mailbox.messages), "mail"), (len(web.requests), "hook")):
                self.assertTrue(count == 1 or count == 2 and open_before, (place, count, before, errors))
            self.assertEqual(company.bytes("share/p/latest/report.xlsx"), company.bytes("reports/p/latest/report.xlsx"))
            company.run()
            after = len(mailbox.messages), len(web.requests)
            company.run()
            self.assertEqual((len(mailbox.messages), len(web.requests)), after)

    def test_two_at_once_send_one_message(self):
        mailbox = self.mailbox()
        mailbox.seconds = 0.5
        company = self.company(entry(mailbox))
        company.run("--no-deliver")
        processes = [company.start("deliver", "p.yml") for _ in range(3)]
        statuses = [process.communicate() and process.returncode for process in processes]
        self.assertEqual(sorted(statuses), [0, 75, 75])
        self.assertEqual(len(mailbox.messages), 1)

    def test_a_termination_is_heard_and_the_words_are_true(self):
        mailbox = self.mailbox()
        mailbox.seconds = 3
        company = self.company(entry(mailbox))
        process = company.start("run", "p.yml", "--as-of", "2026-04-10")
        self.assertTrue(mailbox.taking.wait(20))
        begin = time.monotonic()
        process.terminate()
        _, errors = process.communicate()
        self.assertLess(time.monotonic() - begin, 2)
        self.assertEqual(process.returncode, 143)
        self.assertIn("the report is published", errors)
        self.assertTrue(company.bytes("reports/p/latest/report.xlsx"))


if __name__ == "__main__":
    unittest.main()
