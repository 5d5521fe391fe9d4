"""A small company that drops exports week by week, and the program that reports on it."""

import datetime
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

GTM = os.environ.get("GTM", str(pathlib.Path(__file__).resolve().parents[2] / ".build/release/gtm"))
PIPELINE = "company: Test\ngrain: week\nperiods: 4\ninbox: inbox\ndeliver: [{copy: {to: share}}]\n"
MONDAY = datetime.date(2026, 1, 5)


def sunday(week):
    """The last day of a week, the first of which is 0."""
    return str(MONDAY + datetime.timedelta(days=7 * week + 6))


def tree(folder, but=()):
    """The hash of each file below a folder, by its path; where links lead."""
    found = {}
    for path, folders, names in os.walk(folder):
        for name in names + [name for name in folders if os.path.islink(os.path.join(path, name))]:
            place = os.path.join(path, name)
            if name in but:
                continue
            if os.path.islink(place):
                found[os.path.relpath(place, folder)] = "-> " + os.readlink(place)
            else:
                with open(place, "rb") as file:
                    found[os.path.relpath(place, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


class Company:
    """A folder with exports and a pipeline file."""

    def __init__(self, pipeline=PIPELINE, under=None, more_leads=0):
        self.more_leads = more_leads
        self.top = tempfile.mkdtemp(prefix="gtm-operations-", dir=under)
        self.folder = os.path.join(self.top, "company")
        os.makedirs(self.path("inbox"))
        os.mkdir(os.path.join(self.top, "tmp"))
        os.chmod(self.top, 0o755)
        self.write("p.yml", pipeline)
        self.user = None

    def copy(self):
        """The same company with the same past, elsewhere."""
        other = Company()
        shutil.rmtree(other.folder)
        shutil.copytree(self.folder, other.folder, symlinks=True)
        return other

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def text(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def drop(self, week):
        """A week's exports: some in files of their own, some over those of the week before, some of these taken away."""
        days = [MONDAY + datetime.timedelta(days=7 * week + day) for day in range(7)]
        leads = [f"L{week}-{place},{day},{day if place % 2 else ''},{100 + place}" for place, day in enumerate(days)]
        leads += [f"L{week - 1}-{place},{days[0] - datetime.timedelta(days=7 - place)},{days[1]},250" for place in range(3)]
        # The later week's replace half of those of the week before.
        leads += [
            f"M{(week * self.more_leads) // 2 + place},{days[place % 5]} 0{place % 9}:00:00,{days[place % 7] if place % 3 else ''},{week}{place}"
            for place in range(self.more_leads)]
        self.write(f"inbox/leads {days[6]}.csv", "lead_id,created_at,mql_at,amount\n" + "\n".join(leads) + "\n")
        terms = [f"S{place},C{place},2026-01-0{1 + place % 5},{1000 + 100 * place + week}" for place in range(week + 3)]
        self.write("inbox/subscriptions.csv", "subscription_id,customer_id,start_date,arr\n" + "\n".join(terms) + "\n")
        self.write("inbox/spend.csv", "date,amount,category\n" + "".join(f"{day},{week}{place},sales\n" for place, day in enumerate(days)))
        answers = "".join(f"R{week}-{place},{day},{10 - place}\n" for place, day in enumerate(days)) + f"R{week}-x,{days[0]},44\n"
        self.write(f"inbox/nps-{week}.csv", "response_id,responded_at,score\n" + answers)
        for name in os.listdir(self.path("inbox")):
            if week % 3 == 2 and name in (f"nps-{week - 1}.csv", f"leads {sunday(week - 2)}.csv"):
                os.remove(self.path("inbox/" + name))

    def start(self, *arguments, before=(), environment=None):
        user = {} if self.user is None else {"user": self.user, "group": self.user, "extra_groups": []}
        return subprocess.Popen(
            [*before, GTM, *arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "TMPDIR": os.path.join(self.top, "tmp"), **(environment or {})}, **user)

    def call(self, *arguments, **more):
        """Runs the program to its end: its status, output and errors."""
        process = self.start(*arguments, **more)
        output, errors = process.communicate(timeout=120)
        return process.returncode, output, errors

    def run(self, week, *arguments, **more):
        return self.call("run", "p.yml", "--as-of", sunday(week), *arguments, **more)

    def report(self, folder="reports/p/latest"):
        """The files of a report, the record of the run aside."""
        return tree(os.path.realpath(self.path(folder)), but=("run.json",))

    def everything(self):
        """What stands where after a run, all that the bytes of a report do not hang on aside."""
        found = {}
        for name in ("reports", "share"):
            found |= {f"{name}/{path}": what for path, what in tree(self.path(name), but=("run.json", "inbox.html")).items()}
        names = [path for path in tree(self.path(".gtm")) if not path.endswith(("-wal", "-shm"))]
        return found | {f".gtm/{path}": "" for path in names} | {f"tmp/{path}": "" for path in os.listdir(os.path.join(self.top, "tmp"))}

    def close(self):
        subprocess.run(["chmod", "-R", "u+rwx", self.top], capture_output=True)
        shutil.rmtree(self.top, ignore_errors=True)


def unclear(status, errors, expected):
    """What is wrong with how a run failed; nothing where its status is right and its words are clear."""
    wrong = []
    if status not in expected:
        wrong.append(f"status {status}, not {expected}")
    if status < 0 or status in (132, 133, 134, 139) or "Fatal error" in errors or "Traceback" in errors:
        wrong.append("it crashed")
    if status > 0:
        for text, what in (("gtm: error: ", "an error"), ("hint: ", "what to do")):
            if text not in errors:
                wrong.append(f"no word of {what}")
        if " stands in " not in errors and "nothing has been published yet" not in errors:
            wrong.append("no word of what is published")
    return [*wrong, errors] if wrong else []


class DisturbedTests(unittest.TestCase):
    """Tests of a second week's run that is killed."""

    def is_second(self, company, first, second, everything, place):
        """Whether the killed run had published, which left one of the two reports whole; that the next runs leave `everything`."""
        for folder in ("reports/p/latest", "share/p/latest"):
            self.assertIn(company.report(folder), (first, second), f"{place}: {folder}")
        is_second = company.report() == second
        for _ in range(2):
            status, _, errors = company.run(1)
            self.assertEqual(status, 0, f"{place}: {errors}")
            self.assertEqual(company.everything(), everything, place)
        return is_second
