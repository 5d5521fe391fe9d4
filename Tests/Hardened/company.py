"""A small company in a folder of its own, and the program that is run on it."""

import os
import shutil
import subprocess
import tempfile

GTM = os.path.abspath(os.environ.get("GTM", ".build/release/gtm"))

FILES = {
    "subscriptions.csv": "subscription_id,customer_id,start_date,end_date,arr,segment\n"
    "S1,A,2025-01-01,,1200.50,smb\nS2,B,2026-02-10,2026-03-20,2400,enterprise\n",
    "leads.csv": "lead_id,created_at,mql_at,won_at,lost_at,amount\nL1,2026-02-01,2026-02-03,2026-03-01,,900\nL2,2026-02-04,,,,\n",
    "spend.csv": "date,amount,category\n2026-02,3000,marketing\n2026-03-05,100,sales\n",
    "nps.csv": "response_id,responded_at,score\nR1,2026-03-01,10\nR2,2026-03-02,3\n",
}
PIPELINE = "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\n"


class Company:
    def __init__(self, pipeline=PIPELINE, files=FILES):
        self.folder = tempfile.mkdtemp(prefix="gtm-hardened-")
        self.write("p.yml", pipeline)
        for name, text in files.items():
            self.write(f"inbox/{name}", text)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)

    def bytes(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def give(self, user):
        """Makes all of it another user's."""
        for folder, folders, names in os.walk(self.folder):
            for name in [".", *folders, *names]:
                os.chown(os.path.join(folder, name), user, user, follow_symlinks=False)

    def command(self, *options, under=()):
        return [*under, GTM, "run", "p.yml", "--as-of", "2026-04-01", *options]

    def run(self, *options, under=(), timeout=60, **how):
        """Exit status (minus the signal where one ended it), and what was said."""
        done = subprocess.run(
            self.command(*options, under=under), cwd=self.folder, capture_output=True, timeout=timeout, **how)
        return done.returncode, done.stdout.decode(errors="replace") + done.stderr.decode(errors="replace")


def can_trace():
    try:
        return subprocess.run(["strace", "-f", "-e", "trace=none", "true"], capture_output=True).returncode == 0
    except OSError:
        return False
