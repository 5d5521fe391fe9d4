"""The owner is told when a run fails or its data has gaps; recipients never get a broken report."""

import email
import email.policy
import json
import os
import unittest

from company import Company
from servers import Mailbox, Web
from test_mail import entry


class NoticeTests(unittest.TestCase):
    def setUp(self):
        self.mailbox, self.web = Mailbox(), Web()
        self.addCleanup(self.mailbox.close)
        self.addCleanup(self.web.close)

    def company(self, more=""):
        company = Company(entry(self.mailbox, outer="owner: ops@example.com\n") + more)
        company.environment["URL"] = self.web.address("/hook")
        self.addCleanup(company.close)
        return company

    def messages(self):
        return [email.message_from_bytes(message, policy=email.policy.default) for message in self.mailbox.messages]

    def test_a_failure_is_told_to_the_owner_alone_once_a_day_and_to_those_who_asked_for_failures(self):
        company = self.company("  - hook: {kind: json, url_env: URL, when: failed}\n")
        company.write("sources.yml", "sources:\n  targets: {required: true}\n")
        status, _, errors = company.run()
        self.assertEqual(status, 66, errors)
        self.assertEqual(self.mailbox.recipients, [["ops@example.com"]])
        message = self.messages()[0]
        self.assertEqual(message["Subject"], "Test, p: the report failed (status 66)")
        text = message.get_content()
        self.assertIn("targets", text)
        self.assertIn("What to do: ", text)
        self.assertIn("nothing has been published yet", text)
        self.assertEqual(list(message.iter_attachments()), [])
        told = json.loads(self.web.requests[0][3])
        self.assertEqual((told["event"], told["status"]), ("failure", 66))
        self.assertEqual(company.run()[0], 66)
        self.assertEqual((len(self.mailbox.messages), len(self.web.requests)), (1, 1))
        # Another failure is told at once, and then a report goes to its recipients only.
        company.write("sources.yml", "sources:\n  actions: {required: true}\n")
        self.assertEqual(company.run()[0], 66)
        self.assertEqual(len(self.mailbox.messages), 2)
        os.remove(company.path("sources.yml"))
        self.assertEqual(company.run()[0], 0)
        self.assertEqual(self.mailbox.recipients[2:], [["ceo@example.com"]])
        self.assertEqual(len(self.web.requests), 2)

    def test_the_owner_is_told_in_the_report_s_language(self):
        company = self.company()
        company.write("p.yml", company.bytes("p.yml").decode() + "locale: zh-Hans\n")
        company.write("sources.yml", "sources:\n  targets: {required: true}\n")
        self.assertEqual(company.run()[0], 66)
        message = self.messages()[0]
        self.assertEqual(message["Subject"], "Test，p：报告生成失败（状态 66）")
        text = message.get_content()
        for words in ["请把最新的导出文件放入收件文件夹", "程序的原话：", "targets", "处理办法：", "此前尚未发布过报告", "退出状态为 66"]:
            self.assertIn(words, text)

    def test_with_no_deliver_and_where_a_person_ended_it_nobody_is_told(self):
        company = self.company()
        company.write("sources.yml", "sources:\n  targets: {required: true}\n")
        self.assertEqual(company.run("--no-deliver")[0], 66)
        self.assertEqual(company.run("--period", "nonsense")[0], 64)
        self.assertEqual(self.mailbox.messages, [])

    def test_a_state_that_is_damaged_is_told_too(self):
        company = self.company()
        company.run()
        self.mailbox.messages.clear()
        company.write(".gtm/gtm.sqlite", "this is no ledger" * 100)
        for name in ("gtm.sqlite-wal", "gtm.sqlite-shm"):
            if os.path.exists(company.path(f".gtm/{name}")):
                os.remove(company.path(f".gtm/{name}"))
        status, _, errors = company.run()
        self.assertEqual(status, 74, errors)
        self.assertIn("is damaged", self.messages()[0].get_content())
        self.assertEqual(self.mailbox.recipients[-1], ["ops@example.com"])

    def test_a_notice_that_fails_is_said_and_the_status_stays(self):
        company = self.company()
        company.write("sources.yml", "sources:\n  targets: {required: true}\n")
        self.mailbox.refused = {"ops@example.com": "550 no such user"}
        status, _, errors = company.run()
        self.assertEqual(status, 66)
        self.assertIn("could not be told", errors)

    def test_a_report_that_did_not_reach_a_place_is_told_to_the_owner(self):
        company = self.company("  - hook: {kind: slack, url_env: URL, tries: 1}\n  - hook: {kind: json, url_env: URL, when: failed}\n")
        self.web.usual = (404, {}, b"no_service")
        status, _, errors = company.run()
        self.assertEqual(status, 69)
        self.assertEqual(self.mailbox.recipients, [["ceo@example.com"], ["ops@example.com"]])
        notice = self.messages()[1]
        self.assertIn("did not reach everybody", notice["Subject"].replace("\n", ""))
        self.assertIn("no_service", notice.get_content())
        self.assertIn("the report is published", notice.get_content())
        self.assertEqual(len(self.web.requests), 1)
        self.assertEqual(company.run()[0], 69)
        self.assertEqual(len(self.mailbox.messages), 2)

    def test_gaps_are_told_to_the_owner_and_to_entries_that_want_them(self):
        more = "  - hook: {kind: json, url_env: URL, when: gaps}\n"
        company = self.company(more)
        self.assertEqual(company.run()[0], 0)
        self.assertEqual((self.mailbox.recipients, self.web.requests), ([["ceo@example.com"]], []))
        company = self.company(more)
        company.write("inbox/nps.csv", "response_id,responded_at,score\nR1,2026-03-01,10\nR2,2026-03-02,37\n")
        self.assertEqual(company.run()[0], 0)
        self.assertEqual(sorted(self.mailbox.recipients[1:]), [["ceo@example.com"], ["ops@example.com"]])
        notice = [message for message in self.messages() if message["To"] == "ops@example.com"][0]
        self.assertIn("has gaps", notice["Subject"])
        self.assertIn("rejected rows: 1", notice.get_content())
        self.assertIn("nps.csv:3", notice.get_content())
        self.assertEqual(json.loads(self.web.requests[0][3])["gaps"], ["rejected rows: 1"])
        company.run()
        self.assertEqual(len(self.mailbox.messages), 3)

    def test_gaps_are_told_in_the_language_of_the_report(self):
        company = self.company()
        company.write("p.yml", company.bytes("p.yml").decode() + "locale: zh-Hans\n")
        company.write("inbox/nps.csv", "response_id,responded_at,score\nR1,2026-03-01,10\nR2,2026-03-02,37\n")
        self.assertEqual(company.run()[0], 0)
        notice = [message for message in self.messages() if message["To"] == "ops@example.com"][0].get_content()
        self.assertIn("被拒的行：1", notice)
        self.assertIn("nps.csv:3", notice)
        self.assertNotIn("expected", notice)

    def test_off_track_reports_go_to_who_asked_for_them(self):
        more = "  - hook: {kind: json, url_env: URL, when: off track}\n"
        company = self.company(more)
        company.run()
        self.assertEqual(self.web.requests, [])
        plan = company.call("deliver", "p.yml", "--dry-run")[1]
        self.assertIn("not due: json (URL): no target is off track", plan)
        company = self.company(more)
        company.write("inbox/targets.csv", "metric,period,target\nnet_new_arr,2026-03,90000\n")
        company.run()
        self.assertEqual(json.loads(self.web.requests[0][3])["off_track"], 1)


if __name__ == "__main__":
    unittest.main()
