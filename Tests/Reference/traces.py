"""Traces random cells of a workbook to the rows behind them by the commands that their remarks name.

    python3 traces.py --gtm PATH --pipeline FILE --workbook report.xlsx [--cells 5] [--seed 1]

Of each cell the remark's command is run as it stands, with the pipeline's path in the place of its name: the rows of every
measure must add up to the measure, the formula over these sums be the value that the cell shows. Needs openpyxl.
"""

import argparse
import json
import os
import random
import shlex
import subprocess
import sys
from fractions import Fraction

import openpyxl

from rows import compute, middle


def cells(path):
    """The cells that name a command, with their values and the words of the command."""
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                text = cell.comment.text if cell.comment else ""
                if "gtm explain " in text and isinstance(cell.value, (int, float)):
                    yield sheet.title, cell.coordinate, cell.value, shlex.split(text[text.index("gtm explain "):])


def trace(gtm, pipeline, value, words):
    """What is wrong with the trace of a cell; None where nothing is."""
    command = [gtm] + [pipeline if word.endswith(".yml") else word for word in words[1:]] + ["--as", "json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        return done.stderr.strip()
    listed = json.loads(done.stdout)
    sums = {}
    for measured in listed["measures"]:
        amounts = [Fraction(row["amount"]) for row in measured["rows"] if row["amount"]]
        if measured["kind"] == "median":
            sums[measured["measure"]] = middle(amounts)
        else:
            sums[measured["measure"]] = sum(amounts)
            if sum(amounts) != Fraction(measured["value"]):
                return "%s adds up to %s, not %s" % (measured["measure"], sum(amounts), measured["value"])
    found = compute(listed["formula"], sums)
    if found is None:                      # settings, roots: the value that is said
        found = Fraction(listed["value"])
    for factor in (1, 100):                # the workbook holds percentages as fractions
        if abs(found - Fraction(value) * factor) <= Fraction(1, 10**6) * max(1, abs(found)):
            return None
    return "the rows make %s, the cell shows %s" % (float(found), value)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gtm", required=True)
    parser.add_argument("--pipeline", required=True)
    parser.add_argument("--workbook", required=True)
    parser.add_argument("--cells", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    known = list(cells(options.workbook))
    failed = 0
    for sheet, place, value, words in random.Random(options.seed).sample(known, min(options.cells, len(known))):
        found = trace(os.path.abspath(options.gtm), options.pipeline, value, words)
        failed += bool(found)
        print("%s %s!%s = %s: %s" % ("FAIL" if found else "ok", sheet, place, value, found or " ".join(words[1:])), flush=True)
    print("%d of %d cells name their command" % (len(known) - failed, len(known)) if failed else "all traced")
    return 1 if failed or not known else 0


if __name__ == "__main__":
    sys.exit(main())
