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

# Tells of the run itself.
OWN = ["run.json"]


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


def published(folder, name):
    """By name what a reader or a program gets of a report."""
    home = os.path.join(folder, name, "reports", "p", "latest")
    files = {}
    for place, _, names in os.walk(home):
        for file in names:
            path = os.path.join(place, file)
            with open(path, "rb") as data:
                files[os.path.relpath(path, home)] = data.read()
    return {name: files[name] for name in sorted(files) if name not in OWN}


def differing(folder):
    """Where what was published with an engine is not what was without."""
    local, other = published(folder, "local"), published(folder, "engine")
    found = [] if local else ["nothing was published"]
    for file in sorted(set(local) | set(other)):
        one, two = local.get(file, b""), other.get(file, b"")
        if one != two or file not in local or file not in other:
            lines = zip(one.splitlines(), two.splitlines())
            first = next((pair for pair in lines if pair[0] != pair[1]), (b"", b""))
            found.append("%s differs: %s | %s" % (file, *(line[:300].decode("utf-8", "replace") for line in first)))
    return found


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
    return differing(folder), times


# What is explained: flows, cohorts, stocks, money, medians, rates over windows, of all and of a member.
EXPLAINED = [["mqls", "--by", "segment", "--member", "enterprise", "--rows"], ["won_amount", "--rows"], ["open_opportunities", "--rows"],
             ["win_rate"], ["lead_response_minutes", "--rows"], ["sales_cycle_days", "--by", "region", "--member", "EMEA"]]


def explain(gtm, folder, as_of, period):
    """What `gtm explain` says otherwise with an engine than without, with rows and in short, and how long all of both took."""
    wrong, times = [], [0.0, 0.0]
    for words in EXPLAINED:
        said = []
        for number, name in enumerate(["local", "engine"]):
            command = [gtm, "explain", words[0], os.path.join(folder, name, "p.yml"), "--as-of", as_of, "--period", period]
            begin = time.monotonic()
            outcome = subprocess.run(command + words[1:], capture_output=True, text=True)
            times[number] += time.monotonic() - begin
            said.append(outcome.stdout)
            if outcome.returncode != 0 or not outcome.stdout:
                wrong.append("%s, %s: status %d: %s" % (" ".join(words), name, outcome.returncode, outcome.stderr[-300:]))
        if said[0] != said[1]:
            first = next((pair for pair in zip(*(text.splitlines() for text in said)) if pair[0] != pair[1]), ("", ""))
            wrong.append("%s is explained otherwise: %s | %s" % (" ".join(words), *first))
    return wrong, times


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gtm", required=True)
    parser.add_argument("--kind", default="duckdb")
    parser.add_argument("--launch", required=True)
    parser.add_argument("--leads", default="300,5000")
    parser.add_argument("--seeds", type=int, default=3, help="so many companies with deals of each size")
    parser.add_argument("--sample")
    parser.add_argument("--limit", default="10m")
    parser.add_argument("--keep")
    options = parser.parse_args()
    engine = {"kind": options.kind, "launch": shlex.split(options.launch), "limit": options.limit}
    root = options.keep or tempfile.mkdtemp(prefix="gtm-engines-")
    gtm = os.path.abspath(options.gtm)
    failed = 0

    def tell(what, wrong, times):
        nonlocal failed
        failed += bool(wrong)
        print("%-40s local %6.1f s  %s %6.1f s  %s" % (
            what, times[0], options.kind, times[-1], "the same" if not wrong else "; ".join(wrong)), flush=True)

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
        for seed in range(1, options.seeds + 1):
            folder = os.path.join(root, "deals-%d-%d" % (leads, seed))
            os.makedirs(folder, exist_ok=True)
            as_of = invented.company(folder, leads, seed=seed, zone=zones[seed % 3], with_deals=True)
            with open(os.path.join(folder, "pipeline.txt"), encoding="utf-8") as text:
                text = text.read()
            before = ("2026-10-31", os.path.join(folder, "inbox", "opportunities 2026-11-15.csv")) if seed == 2 else None
            tell("%d leads with deals, seed %d" % (leads, seed), *compare(gtm, folder, text, as_of, engine, before))
            if seed == 1 and number == 0:
                tell("explained", *explain(gtm, folder, as_of, "2026-10"))
    if not options.keep:
        shutil.rmtree(root)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
