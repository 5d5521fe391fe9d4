"""Runs gtm and the reference on invented companies and compares what they write.

    python3 check.py --gtm PATH --seeds 1-20 [--keep DIR]

One line a seed, with the metrics that differ; then `N passed, M failed`. With --keep the
companies stay in DIR/SEED, beside `expected` and the run's `reports`, for `compare.py`.
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

LIMIT = 300                                # seconds that one run may take


def seeds(text):
    """`3`, `1-20` or `1-5,9` as a list of numbers."""
    result = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        result += range(int(first), int(last or first) + 1)
    return result


def check(gtm, seed, folder):
    """What is wrong with the run of a seed, as a line; '' when nothing is."""
    as_of, period = generate(seed, folder)
    named = ["--period", period] if period else []
    expected = os.path.join(folder, "expected")
    reference.main([folder, "--as-of", as_of.isoformat(), "--out", expected] + named)
    for old in ("reports", "state"):
        shutil.rmtree(os.path.join(folder, old), ignore_errors=True)
    run = subprocess.run([gtm, "run", "pipeline.yml", "--as-of", as_of.isoformat()] + named,
                         cwd=folder, capture_output=True, text=True, timeout=LIMIT)
    if run.returncode != 0:
        said = run.stderr.strip().splitlines()
        return "status %d: %s" % (run.returncode, said[-1] if said else "")
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
    options = parser.parse_args(arguments)
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
                wrong = check(gtm, seed, os.path.join(base, str(seed)))
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
