"""Messages to chats and programs, copies, and S3-compatible stores: each in its form, signed by its rule."""

import base64
import datetime
import hashlib
import hmac
import json
import os
import unittest
import urllib.parse

from company import Company
from servers import Web

KEY = "SECsigningkey0123456789"


def mac(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


class HookTests(unittest.TestCase):
    def setUp(self):
        self.web = Web()
        self.addCleanup(self.web.close)

    def company(self, entries, name="Test", outer=""):
        company = Company(f"{outer}deliver:\n{entries}", name)
        company.environment = {"URL": self.web.address("/hook/abcdef123456?token=1"), "KEY": KEY}
        self.addCleanup(company.close)
        return company

    def send(self, kind, signed=False, name="Test", answer=b"{}"):
        self.web.usual = (200, {}, answer)
        company = self.company(f"  - hook: {{kind: {kind}, url_env: URL{', secret_env: KEY' if signed else ''}}}\n", name)
        status, _, errors = company.run()
        self.assertEqual((status, errors), (0, ""))
        (request,) = self.web.requests
        self.assertEqual(request[0], "POST")
        self.assertTrue(request[2]["Content-Type"].startswith("application/json"))
        return request[1], request[2], json.loads(request[3]), request[3]

    def test_slack_gets_a_header_and_a_section_of_plain_text(self):
        path, _, body, _ = self.send("slack", name="'<!channel> & Co'", answer=b"ok")
        self.assertEqual(path, "/hook/abcdef123456?token=1")
        self.assertIn("&lt;!channel&gt; &amp; Co", body["text"])
        self.assertEqual([block["type"] for block in body["blocks"]], ["header", "section"])
        self.assertEqual({block["text"]["type"] for block in body["blocks"]}, {"plain_text"})
        self.assertIn("Are we on plan?", body["blocks"][1]["text"]["text"])

    def test_teams_gets_an_adaptive_card(self):
        _, _, body, _ = self.send("teams", answer=b"")
        self.assertEqual(body["type"], "message")
        (attachment,) = body["attachments"]
        self.assertEqual(attachment["contentType"], "application/vnd.microsoft.card.adaptive")
        self.assertEqual(attachment["content"]["type"], "AdaptiveCard")
        runs = [run["text"] for block in attachment["content"]["body"] for run in block["inlines"]]
        self.assertIn("Test, month 2026-03", runs[0])

    def test_feishu_gets_a_post_signed_in_the_body(self):
        _, _, body, _ = self.send("lark", signed=True, answer=b'{"code":0,"msg":"success","data":{}}')
        self.assertEqual(body["msg_type"], "post")
        self.assertIn("Test, month 2026-03", body["content"]["post"]["en_us"]["title"])
        key = f"{body['timestamp']}\n{KEY}".encode()
        self.assertEqual(body["sign"], base64.b64encode(mac(key, b"")).decode())

    def test_dingtalk_is_signed_in_the_address(self):
        path, _, body, _ = self.send("dingtalk", signed=True, answer=b'{"errcode":0,"errmsg":"ok"}')
        query = urllib.parse.parse_qs(urllib.parse.urlparse(path).query)
        expected = base64.b64encode(mac(KEY.encode(), f"{query['timestamp'][0]}\n{KEY}".encode())).decode()
        self.assertEqual(query["sign"], [expected])
        self.assertEqual(query["token"], ["1"])
        self.assertEqual(body["msgtype"], "text")

    def test_wecom_gets_at_most_2048_bytes(self):
        _, _, body, _ = self.send("wecom", name=repr("苏州" * 900), answer=b'{"errcode":0,"errmsg":"ok"}')
        self.assertLessEqual(len(body["text"]["content"].encode()), 2048)

    def test_a_program_gets_an_object_and_two_signatures(self):
        _, headers, body, raw = self.send("json", signed=True)
        self.assertEqual(headers["X-Signature-256"], "sha256=" + mac(KEY.encode(), raw).hex())
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + raw
        self.assertEqual(headers["webhook-signature"], "v1," + base64.b64encode(mac(KEY.encode(), signed)).decode())
        self.assertEqual((body["event"], body["pipeline"], body["period"], body["edition"]), ("report", "p", "2026-03", 1))
        self.assertEqual(body["id"], headers["webhook-id"])

    def test_what_passes_is_tried_again_after_the_time_asked_for_and_what_stays_is_not(self):
        self.web.answers = [(429, {"Retry-After": "1"}, b"slow down"), (503, {}, b"")]
        company = self.company("  - hook: {kind: json, url_env: URL}\n")
        self.assertEqual(company.run()[0], 0)
        self.assertEqual(len(self.web.requests), 3)
        self.assertEqual(len({request[2]["webhook-id"] for request in self.web.requests}), 1)
        for answer, words in (((404, {}, b"no_service"), "no_service"), ((302, {"Location": "/x"}, b""), "another address")):
            self.web.requests.clear()
            self.web.answers = [answer]
            status, _, errors = self.company("  - hook: {kind: slack, url_env: URL}\n").run()
            self.assertEqual((status, len(self.web.requests)), (69, 1))
            self.assertIn(words, errors)

    def test_a_chat_that_refuses_with_status_200_has_refused(self):
        for kind, answer, words in (
            ("dingtalk", b'{"errcode":310000,"errmsg":"sign not match"}', "310000 sign not match"),
            ("feishu", b'{"code":19021,"msg":"sign match fail"}', "19021 sign match fail"),
            ("wecom", b'{"errcode":93000,"errmsg":"invalid webhook url"}', "93000"),
            ("wecom", b"<html>proxy</html>", "no answer of wecom"),
        ):
            self.web.requests.clear()
            self.web.usual = (200, {}, answer)
            status, _, errors = self.company(f"  - hook: {{kind: {kind}, url_env: URL}}\n").run()
            self.assertEqual((status, len(self.web.requests)), (69, 1), errors)
            self.assertIn(words, errors)

    def test_one_failing_place_keeps_no_other_from_its_report(self):
        other = Web()
        self.addCleanup(other.close)
        other.usual = (500, {}, b"")
        company = self.company(
            "  - hook: {kind: slack, url_env: OTHER, tries: 1}\n  - hook: {kind: teams, url_env: URL}\n"
            "  - hook: {kind: json, url_env: UNSET}\n  - copy: {to: share}\n")
        company.environment["OTHER"] = other.address("/x")
        status, _, errors = company.run()
        self.assertEqual(status, 69)
        self.assertEqual((len(self.web.requests), len(other.requests)), (1, 1))
        self.assertIn("the variable UNSET is not set", errors)
        self.assertTrue(os.path.exists(company.path("share/p/latest/run.json")))
        other.usual = (200, {}, b"ok")
        company.environment["UNSET"] = self.web.address("/y")
        self.assertEqual(company.run()[0], 0)
        self.assertEqual((len(self.web.requests), len(other.requests)), (2, 2))

    def test_a_copy_is_the_same_and_keeps_what_people_put_there(self):
        company = self.company("  - copy: {to: share}\n")
        company.run()
        company.write("share/p/2026-03/notes.txt", "ours")
        self.assertEqual(company.call("deliver", "p.yml", "--again")[0], 0)
        for name in os.listdir(company.path("reports/p/2026-03")):
            if os.path.isfile(company.path(f"reports/p/2026-03/{name}")):
                self.assertEqual(company.bytes(f"reports/p/2026-03/{name}"), company.bytes(f"share/p/2026-03/{name}"))
        self.assertEqual(company.bytes("share/p/2026-03/notes.txt"), b"ours")
        self.assertEqual(os.readlink(company.path("share/p/latest")), "2026-03")
        self.assertEqual(sorted(os.listdir(company.path("share/p"))), ["2026-03", "latest"])

    def test_a_copy_that_cannot_be_made_leaves_nothing(self):
        company = self.company("  - copy: {to: share/deep}\n")
        company.write("share", "a file is in the way")
        status, _, errors = company.run()
        self.assertEqual(status, 69)
        self.assertIn("share", errors)
        self.assertEqual(company.bytes("share"), b"a file is in the way")

    def test_a_store_gets_every_file_signed_and_the_record_last(self):
        company = self.company(
            f"  - s3: {{endpoint: \"{self.web.address('')}\", bucket: reports, prefix: \"gtm +ü/\", region: eu-central-1, "
            "access_key_env: ACCESS, secret_key_env: SECRET, session_token_env: TOKEN}\n")
        company.environment |= {"ACCESS": "AKIDEXAMPLE", "SECRET": "wJalrXUtnFEMI/K7MDENG", "TOKEN": "token123456"}
        status, _, errors = company.run()
        self.assertEqual((status, errors), (0, ""))
        paths = [urllib.parse.unquote(request[1]) for request in self.web.requests]
        names = [path.rsplit("/", 1)[1] for path in paths]
        self.assertEqual(names[-1], "run.json")
        self.assertEqual(
            {os.path.basename(name) for name in os.listdir(company.path("reports/p/2026-03")) if name != "rejected"} - set(names), set())
        for method, path, headers, body in self.web.requests:
            self.assertEqual(method, "PUT")
            self.assertTrue(urllib.parse.unquote(path).startswith("/reports/gtm +ü/p/2026-03/"), path)
            self.assertEqual(self.signature(method, path, headers, body), headers["Authorization"].split("Signature=")[1])
            self.assertEqual(body, company.bytes("reports/" + urllib.parse.unquote(path).split("+ü/")[1]))

    def signature(self, method, path, headers, body):
        """AWS Signature Version 4, computed apart from the program."""
        lower = {name.lower(): value.strip() for name, value in headers.items()}
        authorization = lower["authorization"]
        scope = authorization.split("Credential=AKIDEXAMPLE/")[1].split(",")[0]
        names = authorization.split("SignedHeaders=")[1].split(",")[0].split(";")
        self.assertTrue({"host", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token"} <= set(names))
        self.assertEqual(lower["x-amz-content-sha256"], hashlib.sha256(body).hexdigest())
        canonical = "\n".join(
            [method, path, ""] + [f"{name}:{lower[name]}" for name in names] + ["", ";".join(names), lower["x-amz-content-sha256"]])
        text = "\n".join(
            ["AWS4-HMAC-SHA256", lower["x-amz-date"], scope, hashlib.sha256(canonical.encode()).hexdigest()])
        key = b"AWS4wJalrXUtnFEMI/K7MDENG"
        for part in scope.split("/"):
            key = mac(key, part.encode())
        age = datetime.datetime.now(datetime.timezone.utc) - datetime.datetime.strptime(
            lower["x-amz-date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
        self.assertLess(abs(age.total_seconds()), 300)
        return mac(key, text.encode()).hex()


if __name__ == "__main__":
    unittest.main()
