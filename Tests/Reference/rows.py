"""Adds up the rows that `gtm explain --rows` lists and holds the sums against what was published.

    python3 rows.py --gtm PATH --seeds 1-10 [--each 12]          # invented companies

Of each company random measures and metrics, periods and members are asked for. The rows of every measure must add up to
the measure's value, a median be the middle of them, the formula over those sums be the value in `metrics.csv`, each row
stand where it is said to, and its id or customer in that line.
"""

import argparse
import csv
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from fractions import Fraction

from companies import generate
from features import FEATURES, chosen

MONEY = {"money"}


def run(gtm, arguments, folder):
    return subprocess.run([gtm] + arguments, cwd=folder, capture_output=True, text=True, timeout=300)


def middle(values):
    values = sorted(values)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def plain(text):
    """The letters and digits of a text, as ids may be written in several ways."""
    text = unicodedata.normalize("NFKC", text.removeprefix("mailto:").removeprefix("urn:uuid:")).casefold()
    return "".join(c for c in text if c.isalnum())


class Lines:
    """The lines of the files of an inbox."""

    def __init__(self, inbox):
        self.inbox, self.known = inbox, {}

    def has(self, row):
        """Whether a row's id or customer stands where the row is said to."""
        path = os.path.join(self.inbox, row["file"])
        if path not in self.known:
            try:
                with open(path, "rb") as stream:
                    data = stream.read()
                self.known[path] = data.decode("utf-8").splitlines()
            except (OSError, UnicodeDecodeError):
                self.known[path] = None           # in another dress: a test of reading, not of this
        lines = self.known[path]
        if lines is None:
            return True
        if not 0 < row["line"] <= len(lines):
            return False
        line = plain("".join(lines[row["line"] - 1:row["line"] + 5]))   # a record may be on several
        key = row["id"] if row["id"] and row["source"] not in ("spend", "headcount") else row["customer"]
        # Another file may have the number with decimals; of 18 characters the last three may be a check on the others.
        key = re.sub(r"^(\d+)\.0+$", r"\1", key)
        return plain(key)[:15].lstrip("0") in line


def compute(formula, sums):
    """The value of a formula of + - * / ( ) over measures; None where it divides by zero or knows no such thing."""
    text = formula
    for name in sorted(sums, key=len, reverse=True):
        text = text.replace(name, "S[%d]" % list(sums).index(name))
    values = list(sums.values())
    if any(c.isalpha() and c != "S" for c in text):
        return None
    pieces = []
    number = ""
    for c in text + " ":
        if c.isdigit() or c == ".":
            number += c
            continue
        if number:
            pieces.append(number if pieces and pieces[-1] == "[" else "F('%s')" % number)
            number = ""
        pieces.append(c)
    try:
        return eval("".join(pieces), {"S": values, "F": Fraction})
    except (ZeroDivisionError, SyntaxError):
        return None


def wrong(listed, published, lines):
    """What is wrong with what is listed for a value; None where nothing is."""
    if listed["value"] != published:
        return "explained is %r, published %r" % (listed["value"], published)
    sums = {}
    for measured in listed["measures"]:
        amounts = [Fraction(row["amount"]) for row in measured["rows"] if row["amount"]]
        name = measured["measure"]
        if measured["value"] == "":
            if amounts:
                return "%s is undefined and has rows" % name
            continue
        if name == "elapsed" or "elapsed" in name:
            continue
        found = middle(amounts) if measured["kind"] == "median" else sum(amounts)
        if measured["kind"] == "median":
            if abs(found - Fraction(measured["value"])) > Fraction(1, 10**9) * max(1, abs(found)):
                return "the middle of %s is %s, not %s" % (name, float(found), measured["value"])
        elif found != Fraction(measured["value"]):
            return "%s adds up to %s, not %s" % (name, found, measured["value"])
        sums[name] = found
        for row in measured["rows"]:
            if not lines.has(row):
                return "%s: no line %s in %s" % (name, row["line"], row["file"])
    if published and len(sums) == len(listed["measures"]):
        value = compute(listed["formula"], sums)
        if value is not None:
            digits = len(published.partition(".")[2]) if listed["unit"] in MONEY else 9
            if abs(value - Fraction(published)) > max(Fraction(1, 10**digits), abs(value) * Fraction(1, 10**9)):
                return "%s over the rows is %s, not %s" % (listed["formula"], float(value), published)
    return None


def ask(gtm, folder, pipeline, dates, metric, period, dimension, member):
    arguments = ["explain", metric, pipeline, "--rows", "--as", "json", "--period", period] + dates
    if dimension:
        arguments += ["--by", dimension, "--member", member]
    done = run(gtm, arguments, folder)
    if done.returncode != 0:
        raise RuntimeError("%s: %s" % (" ".join(arguments), done.stderr.strip()))
    return json.loads(done.stdout)


def check(gtm, seed, folder, each):
    """What is wrong with the rows of a seed's company, as a line; '' when nothing is."""
    as_of, period = generate(seed, folder, chosen(",".join(FEATURES)))
    dates = ["--as-of", as_of.isoformat()]
    done = run(gtm, ["run", "pipeline.yml"] + dates + (["--period", period] if period else []), folder)
    if done.returncode != 0:
        return ""
    with open(os.path.join(folder, "reports", "pipeline", "latest", "metrics.csv"), newline="", encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["value"]]
    rng = random.Random(seed)
    lines = Lines(os.path.join(folder, "inbox"))
    for row in rng.sample(rows, min(each, len(rows))):
        listed = ask(gtm, folder, "pipeline.yml", dates, row["metric"], row["period"], row["dimension"], row["member"])
        found = wrong(listed, row["value"], lines)
        if found:
            return "%s %s %s %s: %s" % (row["metric"], row["period"], row["dimension"], row["member"], found)
    return ""


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gtm", required=True)
    parser.add_argument("--seeds", default="1-10")
    parser.add_argument("--each", type=int, default=12, help="how many values of each company")
    options = parser.parse_args(arguments)
    gtm = os.path.abspath(options.gtm)
    first, _, last = options.seeds.partition("-")
    failed = 0
    for seed in range(int(first), int(last or first) + 1):
        folder = tempfile.mkdtemp(prefix="gtm-rows-")
        try:
            found = check(gtm, seed, folder, options.each)
        except RuntimeError as error:
            found = str(error)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        failed += bool(found)
        print("%d %s %s" % (seed, "FAIL" if found else "ok", found), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
