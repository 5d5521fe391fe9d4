"""Killed at any system call of a delivery: the next one makes it whole, and each message is one message.

FAULTS is how many calls are tried, spread over all of them; without leave to trace processes nothing is.
"""

import email
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

from company import GTM, Company
from servers import Mailbox, Web
from test_mail import entry

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Tracing"))
from tracing import can_trace, places

CALLS = "write,pwrite64,sendto,sendmsg,recvfrom,read,openat,rename,renameat2,link,symlink,unlink,fsync,fdatasync,ftruncate,connect,close"


@unittest.skipUnless(can_trace(), "processes may not be traced here")
class FaultTests(unittest.TestCase):
    def deliver(self, company, *options):
        environment = {**os.environ, **company.environment}
        return subprocess.run(
            ["strace", "-f", "-o", company.path("trace"), "-e", f"trace={CALLS}", *options, GTM, "deliver", "p.yml"],
            cwd=company.folder, env=environment, capture_output=True, text=True)

    def test_killed_at_any_system_call_everything_arrives_once(self):
        mailbox, web = Mailbox(), Web()
        self.addCleanup(mailbox.close)
        self.addCleanup(web.close)
        company = Company(entry(mailbox) + "  - hook: {kind: json, url_env: HOOK}\n  - copy: {to: share}\n")
        self.addCleanup(company.close)
        company.environment["HOOK"] = web.address("/services/abcdefgh")
        self.assertEqual(company.run("--no-deliver")[0], 0)
        shutil.copytree(company.path(".gtm"), company.path("before"))
        self.assertEqual(self.deliver(company).returncode, 0)
        calls = places(company.path("trace"))
        report = company.bytes("reports/p/latest/report.xlsx")
        faults = min(len(calls), int(os.environ.get("FAULTS", "24")))
        twice = 0
        for call, number in (calls[len(calls) * place // faults] for place in range(faults)):
            place = f"{call} {number}"
            for folder in (".gtm", "share"):
                shutil.rmtree(company.path(folder), ignore_errors=True)
            shutil.copytree(company.path("before"), company.path(".gtm"))
            mailbox.messages.clear()
            web.requests.clear()
            self.deliver(company, f"--inject={call}:signal=SIGKILL:when={number}")
            shared = os.path.exists(company.path("share/p/2026-03"))
            if shared:
                self.assertEqual(company.bytes("share/p/2026-03/report.xlsx"), report)
            status, output, errors = company.call("deliver", "p.yml")
            self.assertEqual((status, errors), (0, ""), place)
            ids = {email.message_from_bytes(message)["Message-ID"] for message in mailbox.messages}
            self.assertEqual(len(ids), 1, place)
            self.assertEqual(len({request[2]["webhook-id"] for request in web.requests}), 1, place)
            for sent, name in ((mailbox.messages, "mail"), (web.requests, "json")):
                line = next(line for line in output.splitlines() if f": {name}" in line)
                self.assertTrue(len(sent) == 1 or len(sent) == 2 and "may have arrived twice" in line, (place, name, output))
                twice += len(sent) - 1
            self.assertEqual(company.bytes("share/p/latest/report.xlsx"), report)
            self.assertEqual(sorted(os.listdir(company.path("share/p"))), ["2026-03", "latest"])
            before = len(mailbox.messages), len(web.requests)
            self.assertEqual(company.call("deliver", "p.yml")[0], 0)
            self.assertEqual((len(mailbox.messages), len(web.requests)), before)
        print(f"{faults} of {len(calls)} system calls tried, {twice} messages arrived twice and said so")


if __name__ == "__main__":
    unittest.main()
