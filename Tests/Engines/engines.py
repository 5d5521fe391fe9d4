"""Runs gtm with an engine and without, on the same files, and compares what it publishes.

    python3 engines.py --gtm PATH --kind duckdb --launch 'duckdb -bail -f {sql}' [--leads 1000,20000] [--sample DIR] [--keep DIR]
"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

import invented

# What a reader or a program gets of a report. `run.json` tells of the run itself.
FILES = ["metrics.csv", "targets.csv", "explanations.csv", "movements.csv", "cohorts.csv", "initiatives.csv", "report.html",
         "mail.txt", "rejected/leads.csv"]


def pipeline(folder, name, text, engine):
    os.makedirs(os.path.join(folder, name), exist_ok=True)
    path = os.path.join(folder, name, "p.yml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("pipeline: p\nreports: reports\nstate: state\n%s" % text.replace("inbox: inbox", "inbox: ../inbox"))
        if engine:
            file.write("engine: %s\n" % json.dumps(engine))
    return path


def run(gtm, path, as_of):
    begin = time.monotonic()
    outcome = subprocess.run([gtm, "run", path, "--as-of", as_of, "--quiet"], capture_output=True, text=True)
    return outcome, time.monotonic() - begin


def read(folder, name, file):
    path = os.path.join(folder, name, "reports", "p", "latest", file)
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8", newline="") as text:
        return text.read()


def compare(gtm, folder, text, as_of, engine, before=None):
    """What differs, and how long both took.

    With `before`, a date and a file, a report of that date comes first, when the file was not there yet: then the second one tells what
    it changed of what was published.
    """
    names = ["local", "engine"]
    times = []
    for name in names:
        path = pipeline(folder, name, text, engine if name == "engine" else None)
        for old in ("reports", "state"):
            shutil.rmtree(os.path.join(folder, name, old), ignore_errors=True)
        if before:
            date, file = before
            away = os.path.join(folder, os.path.basename(file))
            os.rename(file, away)
            outcome, _ = run(gtm, path, date)
            os.rename(away, file)
            if outcome.returncode != 0:
                return ["%s: status %d: %s" % (name, outcome.returncode, outcome.stderr[-1500:])], [0.0]
        outcome, seconds = run(gtm, path, as_of)
        times.append(seconds)
        if outcome.returncode != 0:
            return ["%s: status %d: %s" % (name, outcome.returncode, outcome.stderr[-1500:])], times
    differing = []
    for file in FILES:
        local, other = (read(folder, name, file) for name in names)
        if local != other:
            lines = zip((local or "").splitlines(), (other or "").splitlines())
            first = next((pair for pair in lines if pair[0] != pair[1]), ("", ""))
            differing.append("%s differs: %s | %s" % (file, first[0][:300], first[1][:300]))
    return differing, times


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gtm", required=True)
    parser.add_argument("--kind", default="duckdb")
    parser.add_argument("--launch", required=True)
    parser.add_argument("--leads", default="300,5000")
    parser.add_argument("--sample")
    parser.add_argument("--limit", default="10m")
    parser.add_argument("--keep")
    options = parser.parse_args()
    engine = {"kind": options.kind, "launch": shlex.split(options.launch), "limit": options.limit}
    root = options.keep or tempfile.mkdtemp(prefix="gtm-engines-")
    gtm = os.path.abspath(options.gtm)
    failed = 0

    def tell(what, differing, times):
        nonlocal failed
        failed += bool(differing)
        print("%-40s local %6.1f s  %s %6.1f s  %s" % (
            what, times[0], options.kind, times[-1], "the same" if not differing else "; ".join(differing)), flush=True)

    if options.sample:
        folder = os.path.join(root, "sample")
        os.makedirs(folder, exist_ok=True)
        text = "grain: week\ncurrency: USD\ninbox: %s\n" % os.path.abspath(options.sample)
        tell("the sample company", *compare(gtm, folder, text, "2026-11-15", engine))
    zones = ["Europe/Berlin", "UTC", "America/New_York"]
    for number, leads in enumerate(int(n) for n in options.leads.split(",") if n):
        folder = os.path.join(root, "invented-%d" % leads)
        os.makedirs(folder, exist_ok=True)
        as_of = invented.company(folder, leads, seed=number + 1, zone=zones[number % 3])
        with open(os.path.join(folder, "pipeline.txt"), encoding="utf-8") as text:
            text = text.read()
        before = ("2026-10-31", os.path.join(folder, "inbox", "leads 2026-11-15.csv")) if number == 0 else None
        tell("%d leads, %s" % (leads, zones[number % 3]), *compare(gtm, folder, text, as_of, engine, before))
    if not options.keep:
        shutil.rmtree(root)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
