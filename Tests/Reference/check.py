"""Runs gtm and the reference on invented companies and compares what they write.

    python3 check.py --gtm PATH --seeds 1-20 [--keep DIR] [--only F | --with F] [--without F]

One line a seed, with the metrics that differ; then `N passed, M failed`. Where the reference says
that nothing is to be published, the exit status is compared. With --keep the companies stay in
DIR/SEED, beside `expected` and the run's `reports`, for `compare.py`. F names features
(features.py) with commas between, `all` or `none`; without --only those of ON are on, with it
those and the rules among ON.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

import compare
import reference
from companies import generate
from features import FEATURES, RULES, chosen

ON = ",".join(FEATURES)

LIMIT = 300                                # seconds that one run may take


def seeds(text):
    """`3`, `1-20` or `1-5,9` as a list of numbers."""
    result = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        result += range(int(first), int(last or first) + 1)
    return result


def run(gtm, folder, arguments):
    return subprocess.run([gtm, "run", "pipeline.yml"] + arguments, cwd=folder, capture_output=True,
                          text=True, timeout=LIMIT)


def check(gtm, seed, folder, features):
    """What is wrong with the run of a seed, as a line; '' when nothing is."""
    for old in ("expected", "reports", "state", "earlier"):
        shutil.rmtree(os.path.join(folder, old), ignore_errors=True)
    as_of, period = generate(seed, folder, features)
    dates = ["--as-of", as_of.isoformat()] + (["--period", period] if period else [])
    expected = os.path.join(folder, "expected")
    rules = ",".join(f for f in RULES if f in features) or "none"
    status = reference.main([folder, "--out", expected, "--rules", rules] + dates)
    inbox, before, aside = (os.path.join(folder, name) for name in ("inbox", "before", "aside"))
    if os.path.isdir(before):              # the same folder, as it was then
        os.rename(inbox, aside)
        os.rename(before, inbox)
        run(gtm, folder, dates + ["--reports", "earlier"])
        os.rename(inbox, before)
        os.rename(aside, inbox)
    done = run(gtm, folder, dates)
    if done.returncode != status:
        said = done.stderr.strip().splitlines()
        return "status %d, expected %d: %s" % (done.returncode, status, said[-1] if said else "")
    if status != 0:
        return ""
    actual = os.path.join(folder, "reports", "pipeline", "latest")
    differences = compare.compare(expected, actual)
    if not differences:
        return ""
    with open(os.path.join(folder, "differences.txt"), "w", encoding="utf-8") as stream:
        stream.write("\n".join(differences) + "\n")
    return "%d differences: %s; first: %s" % (
        len(differences), compare.summary(differences)[:200], differences[0])


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gtm", required=True, help="the built program")
    parser.add_argument("--seeds", type=seeds, required=True, help="like 1-20")
    parser.add_argument("--keep", help="a folder for the companies")
    parser.add_argument("--only", type=chosen, help="these features, and the rules that the program has")
    parser.add_argument("--with", type=chosen, default=frozenset(), dest="more", help="these too")
    parser.add_argument("--without", type=chosen, default=frozenset(), help="not these")
    options = parser.parse_args(arguments)
    learned = chosen(ON)
    if options.only is not None:           # the rules stay: the program has them
        learned = frozenset(RULES) & learned | options.only
    features = (learned | options.more) - options.without
    gtm = os.path.abspath(options.gtm)
    if not (os.path.isfile(gtm) and os.access(gtm, os.X_OK)):
        print("check.py: no program at %s: build it first (swift build)" % options.gtm,
              file=sys.stderr)
        return 66
    base = options.keep or tempfile.mkdtemp(prefix="gtm-check-")
    failed = 0
    try:
        for seed in options.seeds:
            began = time.monotonic()
            try:
                wrong = check(gtm, seed, os.path.join(base, str(seed)), features)
            except subprocess.TimeoutExpired:
                wrong = "no end within %d seconds" % LIMIT
            failed += bool(wrong)
            print("%d %s %.1fs %s" % (seed, "FAIL" if wrong else "ok",
                                      time.monotonic() - began, wrong), flush=True)
    finally:
        if not options.keep:
            shutil.rmtree(base, ignore_errors=True)
    print("%d passed, %d failed" % (len(options.seeds) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
