"""Mail arrives as it should: over a secured line, whole, once, and to nobody else."""

import email
import email.policy
import email.utils
import json
import os
import unittest

from company import PIPELINE, Company
from servers import Certificate, Mailbox, Web, free_port

PASSWORD = "korrekt-Pferd-Batterie-Heftklammer"


def entry(mailbox, more="", to="ceo@example.com", smtp="", outer=""):
    """A pipeline's keys for mail to a server."""
    return (
        f'recipients: ["*@example.com"]\naudiences: [{{name: executives}}]\n{outer}deliver:\n'
        f"  - mail: {{to: [{to}], audience: executives, from: Weekly report <gtm@example.com>, {more}"
        f"smtp: {{host: 127.0.0.1, port: {mailbox.port}, {smtp or 'security: none'}}}}}\n")


class MailTests(unittest.TestCase):
    def place(self, *arguments, pipeline=None, company="Test", **settings):
        mailbox = Mailbox(*arguments)
        self.addCleanup(mailbox.close)
        return mailbox

    def company(self, pipeline, name="Test"):
        company = Company(pipeline, name)
        self.addCleanup(company.close)
        return company

    def test_a_report_is_mailed_whole_over_a_secured_line_with_a_password(self):
        for security in ("tls", "starttls"):
            mailbox = self.place(security, "gtm", PASSWORD)
            certificate, _ = Certificate.make()
            company = self.company(
                entry(mailbox, smtp=f"security: {security}, user: gtm, password_env: GTM_PASSWORD, ca_file: {certificate}"))
            company.environment["GTM_PASSWORD"] = PASSWORD
            status, output, errors = company.run()
            self.assertEqual((status, errors), (0, ""))
            self.assertEqual(mailbox.recipients, [["ceo@example.com"]])
            message = email.message_from_bytes(mailbox.messages[0], policy=email.policy.default)
            self.assertEqual(message["To"], "ceo@example.com")
            self.assertEqual(message["From"], "Weekly report <gtm@example.com>")
            self.assertIn("Test, month 2026-03: ", message["Subject"])
            self.assertFalse(message.defects)
            workbook = [part for part in message.iter_attachments()]
            self.assertEqual([part.get_filename() for part in workbook], ["p-2026-03.xlsx"])
            self.assertEqual(workbook[0].get_content(), company.bytes("reports/p/latest/report.xlsx"))
            for kind, name in (("plain", "mail.txt"), ("html", "mail.html")):
                text = message.get_body((kind,)).get_content()
                self.assertEqual(text.replace("\r\n", "\n").rstrip("\n"), company.bytes(f"reports/p/latest/{name}").decode().rstrip("\n"))
            self.assertTrue(all(len(line) <= 998 for line in mailbox.messages[0].split(b"\r\n")))
            self.assertIsNotNone(email.utils.parsedate_to_datetime(message["Date"]))
            self.assertRegex(message["Message-ID"], r"^<[0-9a-f]{32}@example\.com>$")

    def test_each_audience_is_mailed_its_own_edition_and_none_where_there_is_none(self):
        mailbox = self.place()
        def one(to, audience):
            return (f"mail: {{to: [{to}], audience: {audience}, from: gtm@example.com, "
                    f"smtp: {{host: 127.0.0.1, port: {mailbox.port}, security: none}}}}")

        keys = 'recipients: ["*@example.com"]\naudiences:\n- {name: executives}\n'
        first = "deliver:\n- " + one("ceo@example.com", "executives") + "\n"
        company = self.company(keys + first)
        self.assertEqual(company.run()[0], 0)
        both = keys + "- {name: partners, locale: zh-Hans, external: true}\n" + first + "- " + one("friend@example.com", "partners") + "\n"
        company.write("p.yml", f"company: Test\n{PIPELINE}{both}")
        status, _, errors = company.call("deliver", "p.yml")
        self.assertEqual(status, 69)
        self.assertIn("has no edition for `partners`", errors)
        self.assertEqual(mailbox.recipients, [["ceo@example.com"]])
        status, _, errors = company.run()
        self.assertEqual((status, errors), (0, ""))
        # The report that now has two editions is new to its first reader too; who is served first is not settled.
        place = mailbox.recipients.index(["friend@example.com"])
        message = email.message_from_bytes(mailbox.messages[place], policy=email.policy.default)
        folder = "reports/p/latest/audiences/partners/"
        self.assertEqual([part.get_content() for part in message.iter_attachments()], [company.bytes(folder + "report.xlsx")])
        text = message.get_body(("plain",)).get_content()
        self.assertEqual(text.replace("\r\n", "\n").rstrip("\n"), company.bytes(folder + "mail.txt").decode().rstrip("\n"))
        self.assertIn("对外版本", text)
        self.assertIn("Test", message["Subject"])

    def test_a_wrong_password_an_untrusted_certificate_and_a_server_without_starttls_are_refusals_that_say_what_to_do(self):
        mailbox = self.place("tls", "gtm", "another")
        certificate, _ = Certificate.make()
        secured = f"security: tls, user: gtm, password_env: GTM_PASSWORD"
        company = self.company(entry(mailbox, smtp=f"{secured}, ca_file: {certificate}"))
        company.environment["GTM_PASSWORD"] = PASSWORD
        status, output, errors = company.run()
        self.assertEqual(status, 69)
        self.assertIn("check `user` and the password", errors)
        self.assertIn("the report is published", errors)
        self.assertIn("report.xlsx", output)
        company = self.company(entry(mailbox, smtp=secured))
        company.environment["GTM_PASSWORD"] = PASSWORD
        status, _, errors = company.run()
        self.assertEqual(status, 69)
        self.assertIn("is not trusted", errors)
        plain = self.place()
        company = self.company(entry(plain, smtp="security: starttls"))
        status, _, errors = company.run()
        self.assertEqual(status, 69)
        self.assertIn("offers no STARTTLS", errors)
        self.assertEqual(mailbox.messages + plain.messages, [])

    def test_the_doctor_logs_in_and_sends_nothing_and_the_status_tells_what_was_delivered(self):
        mailbox = self.place("starttls", "gtm", PASSWORD)
        web = Web()
        self.addCleanup(web.close)
        certificate, _ = Certificate.make()
        secured = f"security: starttls, user: gtm, password_env: GTM_PASSWORD, ca_file: {certificate}"
        company = self.company(
            entry(mailbox, smtp=secured, outer="owner: ops@example.com\n") + "  - hook: {kind: slack, url_env: URL}\n"
            "  - copy: {to: share}\n")
        company.environment = {"GTM_PASSWORD": PASSWORD, "URL": web.address("/x")}
        status, output, errors = company.call("doctor", "p.yml")
        self.assertEqual((status, errors), (0, ""), output)
        self.assertIn("takes the login", output)
        self.assertIn("ops@example.com is told when a run fails", output)
        self.assertEqual((mailbox.messages, web.requests), ([], []))
        self.assertFalse(os.path.exists(company.path("share")))
        company.environment = {"GTM_PASSWORD": "wrong", "URL": f"http://127.0.0.1:{free_port()}/x"}
        company.write("p.yml", company.bytes("p.yml").decode().replace("url_env: URL", "url_env: URL, tries: 1"))
        status, output, errors = company.call("doctor", "p.yml")
        self.assertEqual(status, 69)
        self.assertIn("check `user` and the password", errors)
        self.assertIn("could not be sent to", errors)
        company.run()
        report = json.loads(company.call("status", "p.yml", "--format", "json")[1])["pipelines"][0]["deliveries"]
        self.assertEqual(
            {delivery["name"]: delivery["outcome"] for delivery in report if delivery["about"] == "report"},
            {"mail to ceo@example.com": "failed", "slack (URL)": "failed", "copy to share": "delivered"})
        self.assertIn("delivery      copy to share: delivered", company.call("status", "p.yml")[1])

    def test_nothing_goes_to_anyone_but_the_recipients_and_the_report_stands(self):
        mailbox = self.place()
        company = self.company(entry(mailbox, to="ceo@example.com, rival@example.org"))
        status, output, errors = company.run()
        self.assertEqual(status, 69)
        self.assertIn("`recipients:` does not cover rival@example.org", errors)
        self.assertEqual(mailbox.tries, 0)
        self.assertTrue(company.bytes("reports/p/latest/report.html"))
        self.assertEqual([row["is_delivered"] for row in company.deliveries()], [0])

    def test_what_passes_is_tried_again_and_what_stays_is_not(self):
        mailbox = self.place()
        mailbox.answers = ["451 4.3.0 try later", "cut"]
        company = self.company(entry(mailbox))
        status, _, errors = company.run()
        self.assertEqual(status, 0, errors)
        self.assertEqual((mailbox.tries, len(mailbox.messages)), (3, 1))
        self.assertIn("at the 3. try", errors)
        other = self.place()
        other.answers = ["554 5.7.1 spam"] * 5
        company = self.company(entry(other))
        status, _, errors = company.run()
        self.assertEqual((status, other.tries), (69, 1))
        self.assertIn("554 5.7.1 spam", errors)
        third = self.place()
        third.refused = {"ceo@example.com": "550 5.1.1 no such user"}
        company = self.company(entry(third))
        status, _, errors = company.run()
        self.assertEqual((status, third.tries), (69, 0))
        self.assertIn("550 5.1.1 no such user", errors)

    def test_a_slow_server_is_given_up_in_time(self):
        mailbox = self.place()
        mailbox.seconds = 3
        company = self.company(entry(mailbox, more="limit: 1s, tries: 1, "))
        status, _, errors = company.run()
        self.assertEqual(status, 69)
        self.assertIn("it took too long", errors)

    def test_a_company_whose_name_holds_a_header_has_a_subject_and_nothing_more(self):
        mailbox = self.place()
        company = self.company(
            entry(mailbox), '"Acme\\r\\nBcc: thief@example.org\\r\\n\\r\\nHello \\u202e — 苏州公司 \\u0001"')
        status, _, errors = company.run()
        self.assertEqual(status, 0, errors)
        self.assertEqual(mailbox.recipients, [["ceo@example.com"]])
        message = email.message_from_bytes(mailbox.messages[0], policy=email.policy.default)
        self.assertIsNone(message["Bcc"])
        self.assertEqual(
            [name for name in message.keys()],
            ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"])
        self.assertTrue(message["Subject"].startswith("Acme Bcc: thief@example.org Hello — 苏州公司"), message["Subject"])
        self.assertFalse(message.defects)

    def test_a_sendmail_program_reads_the_message(self):
        company = self.company("")
        company.write("send.sh", '#!/bin/sh\necho "$@" > arguments\ncat > message\nexit ${SEND_STATUS:-0}\n', mode=0o755)
        program = company.path("send.sh")
        company.write(
            "p.yml",
            "grain: month\nperiods: 3\ninbox: inbox\nrecipients: [ceo@example.com]\ndeliver:\n"
            f"  - mail: {{to: ceo@example.com, from: gtm@example.com, tries: 1, sendmail: [{program}, -t]}}\n")
        company.environment["SEND_STATUS"] = "75"
        status, _, errors = company.run()
        self.assertEqual(status, 69)
        self.assertIn("ended with status 75", errors)
        company.environment["SEND_STATUS"] = "0"
        status, output, errors = company.call("deliver", "p.yml")
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(company.bytes("arguments"), b"-t\n")
        message = email.message_from_bytes(company.bytes("message"), policy=email.policy.default)
        self.assertEqual(message["To"], "ceo@example.com")
        self.assertNotIn(b"\r", company.bytes("message"))


if __name__ == "__main__":
    unittest.main()
