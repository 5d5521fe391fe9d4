"""A small company in a folder of its own, and the program that reports on it."""

import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

GTM = os.environ.get("GTM", str(pathlib.Path(__file__).resolve().parents[2] / ".build/release/gtm"))

FILES = {
    "subscriptions.csv": "subscription_id,customer_id,start_date,end_date,arr,segment\n"
    "S1,A,2025-01-01,,1200.50,smb\nS2,B,2026-02-10,2026-03-20,2400,enterprise\n",
    "leads.csv": "lead_id,created_at,mql_at,won_at,lost_at,amount\n"
    "L1,2026-02-01,2026-02-03,2026-03-01,,900\nL2,2026-02-04,,,,\n",
    "spend.csv": "date,amount,category\n2026-02,3000,marketing\n2026-03-05,100,sales\n",
    "nps.csv": "response_id,responded_at,score\nR1,2026-03-01,10\nR2,2026-03-02,3\n",
}

PIPELINE = "grain: month\nperiods: 3\ninbox: inbox\n"


class Company:
    """A folder with exports and a pipeline file; goes with the object."""

    def __init__(self, pipeline, company="Test"):
        self.folder = tempfile.mkdtemp(prefix="gtm-delivery-")
        os.mkdir(self.path("inbox"))
        for name, text in FILES.items():
            self.write(f"inbox/{name}", text)
        self.write("p.yml", f"company: {company}\n{PIPELINE}{pipeline}")
        self.environment = {}
        self.outputs = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text, mode=None):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        if mode is not None:
            os.chmod(self.path(name), mode)

    def bytes(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def start(self, *arguments):
        environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
        return subprocess.Popen(
            [GTM, *arguments], cwd=self.folder, env={**environment, **self.environment}, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)

    def call(self, *arguments):
        """Runs the program to its end: its status, output and errors."""
        process = self.start(*arguments)
        output, errors = process.communicate(timeout=60)
        self.outputs += [output, errors]
        return process.returncode, output, errors

    def run(self, *arguments, as_of="2026-04-10"):
        return self.call("run", "p.yml", "--as-of", as_of, *arguments)

    def deliveries(self):
        """What the ledger has of deliveries, as dictionaries."""
        base = sqlite3.connect(self.path(".gtm/gtm.sqlite"))
        base.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in base.execute("SELECT * FROM delivery ORDER BY id")]
        finally:
            base.close()

    def everything(self):
        """Every byte that the program wrote: files, outputs and errors."""
        texts = [text.encode() for text in self.outputs]
        for folder, _, names in os.walk(self.folder):
            for name in names:
                if os.path.isfile(os.path.join(folder, name)):
                    texts.append(open(os.path.join(folder, name), "rb").read())
        return b"\n".join(texts)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def kill(process):
    """Ends a process as a power cut would."""
    process.send_signal(signal.SIGKILL)
    process.communicate()


def wait(condition, seconds=10):
    """Waits until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("waited in vain")
        time.sleep(0.02)
