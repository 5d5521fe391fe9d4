"""No secret is in any file, log, argument or command line: while and after."""

import email
import email.policy
import os
import threading
import time
import unittest

from company import Company
from servers import Certificate, Mailbox, Web

PASSWORD = "Sehr-geheimes/Wort+42"
PATH = "T0000000/B1111111/abcdefSECRETpath99"
KEY = "SECRETsigningkey77"
ACCESS, SECRET = "AKIASECRETACCESS01", "wJalrSECRETKEYbPxRfiCY"


class Watch:
    """Reads the command lines of every process, again and again."""

    def __init__(self, secrets):
        self.secrets = [secret.encode() for secret in secrets]
        self.found = set()
        self.reads = 0
        self.ends = False
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()

    def watch(self):
        while not self.ends:
            for name in os.listdir("/proc"):
                if name.isdigit() and int(name) != os.getpid():
                    try:
                        line = open(f"/proc/{name}/cmdline", "rb").read()
                    except OSError:
                        continue
                    self.reads += 1
                    self.found |= {secret for secret in self.secrets if secret in line}
            time.sleep(0.01)

    def stop(self):
        self.ends = True
        self.thread.join()
        return self.found


class SecretTests(unittest.TestCase):
    def company(self, pipeline):
        company = Company(pipeline)
        self.addCleanup(company.close)
        return company

    def test_secrets_are_nowhere_while_and_after_also_when_servers_refuse_and_repeat_them(self):
        certificate, _ = Certificate.make()
        mailbox = Mailbox("tls", "gtm", PASSWORD)
        self.addCleanup(mailbox.close)
        mailbox.answers = ["451 not now"]
        refusing = Mailbox("tls", "gtm", "another")
        self.addCleanup(refusing.close)
        web, echo = Web(), Web()
        self.addCleanup(web.close)
        self.addCleanup(echo.close)
        # A server that says in its answer what it was sent.
        echo.usual, echo.echoes = (403, {}, b""), True
        mail = "mail: {to: [ceo@example.com], from: gtm@example.com, smtp: {host: localhost, security: tls, user: gtm, "
        secret = f"password_file: smtp.password, ca_file: {certificate}, port: "
        company = self.company(
            'owner: ceo@example.com\nrecipients: ["*@example.com"]\ndeliver:\n'
            f"  - {mail}{secret}{mailbox.port}}}}}\n"
            f"  - {mail.replace('ceo@', 'cfo@')}{secret}{refusing.port}}}}}\n"
            "  - hook: {kind: slack, url_env: SLACK, tries: 1}\n"
            "  - hook: {kind: json, url_env: JSON, secret_env: KEY, tries: 1}\n"
            "  - hook: {kind: dingtalk, url_file: dingtalk.url, secret_env: KEY, tries: 1}\n"
            f"  - s3: {{endpoint: \"{web.address('')}\", bucket: b, access_key_env: ACCESS, secret_key_env: SECRET, tries: 1}}\n"
            f"  - s3: {{endpoint: \"{echo.address('')}\", bucket: b, access_key_env: ACCESS, secret_key_env: SECRET, tries: 1}}\n")
        company.write("smtp.password", PASSWORD + "\n", mode=0o600)
        company.write("dingtalk.url", echo.address(f"/robot/send?access_token={PATH}") + "\n", mode=0o600)
        company.environment = {
            "SLACK": web.address(f"/services/{PATH}"), "JSON": echo.address(f"/services/{PATH}"), "KEY": KEY, "ACCESS": ACCESS,
            "SECRET": SECRET}
        watch = Watch([PASSWORD, PATH, KEY, ACCESS, SECRET])
        try:
            status, _, errors = company.run()
            company.call("deliver", "p.yml", "--log-format", "json")
            company.call("deliver", "p.yml", "--dry-run")
        finally:
            found = watch.stop()
        self.assertEqual(status, 69)
        self.assertEqual(errors.count("not delivered"), 4, errors)
        self.assertGreater(watch.reads, 10)
        self.assertEqual(found, set())
        os.remove(company.path("smtp.password"))
        os.remove(company.path("dingtalk.url"))
        # The report, and what the owner is told of the others.
        self.assertEqual(len(mailbox.messages), 2)
        notice = email.message_from_bytes(mailbox.messages[1], policy=email.policy.default).get_content()
        everything = company.everything() + notice.encode()
        for word in (PASSWORD, PATH, KEY, ACCESS, SECRET, PATH.split("/")[-1]):
            self.assertFalse(word.encode() in everything, word)

    def test_a_secret_in_the_file_is_refused_and_not_repeated(self):
        entries = {
            "mail: {to: a@example.com, from: a@example.com, smtp: {host: h, user: u, password: %s}}": "password_env",
            "hook: {kind: slack, url: %s}": "url_env",
            "hook: {kind: json, url_env: A, secret: %s}": "secret_env",
            "hook: {kind: slack, url_env: %s}": "url_env",
            "s3: {endpoint: 'https://h', bucket: b, access_key_env: A, secret_key: %s}": "secret_key_env",
        }
        for text, name in entries.items():
            company = self.company("deliver:\n  - " + text % "'geheim-42-wort'" + "\n")
            status, _, errors = company.run()
            self.assertEqual(status, 78, errors)
            self.assertRegex(errors, r"p\.yml:\d+:\d+: ")
            self.assertIn(name, errors)
            self.assertNotIn("geheim-42-wort", errors)

    def test_a_file_that_others_may_read_is_no_place_for_a_secret(self):
        mailbox = Mailbox("tls", "gtm", PASSWORD)
        self.addCleanup(mailbox.close)
        certificate, _ = Certificate.make()
        company = self.company(
            'recipients: ["*@example.com"]\ndeliver:\n  - mail: {to: [ceo@example.com], from: gtm@example.com, smtp: '
            f"{{host: localhost, port: {mailbox.port}, security: tls, user: gtm, password_file: pw, ca_file: {certificate}}}}}\n")
        company.write("pw", PASSWORD, mode=0o640)
        status, _, errors = company.run()
        self.assertEqual(status, 69)
        self.assertIn("its mode is 640", errors)
        self.assertIn("chmod 600", errors)
        self.assertIn("mode is 640", company.call("deliver", "p.yml", "--dry-run")[1])
        os.chmod(company.path("pw"), 0o600)
        self.assertEqual(company.call("deliver", "p.yml")[0], 0)
        self.assertEqual(len(mailbox.messages), 1)


if __name__ == "__main__":
    unittest.main()
