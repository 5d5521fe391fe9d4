"""Compares the metrics.csv, movements.csv, cohorts.csv, targets.csv and explanations.csv of two folders.

    python3 compare.py EXPECTED_DIR ACTUAL_DIR

Counts, sums and sums of money must be equal to the digit; every other value within 1e-9 of
itself (parts of a change: of the largest of them); empty equals only empty, but for the status of a target where the run found a series of files late:
the reference knows of late sources alone, and nothing that lacks a series is on track. The header and the order of the actual rows are checked too.
Prints the first 20 differences and a summary; the exit status is 1 on any.
"""

import csv
import json
import os
import sys
from decimal import Decimal, InvalidOperation

FILES = {                                  # name -> (columns of the key, columns of the order)
    "metrics.csv": (7, (0, 3, 5, 6)),
    "movements.csv": (3, (0, 1, 2)),
    "cohorts.csv": (2, (0, 1)),
    "targets.csv": (6, (0, 4, 5, 1, 2)),
    "explanations.csv": (6, (0, 2, 3, 4, 5)),
}
MONEY_RATIOS = {"arpa", "cac", "cac_trailing", "ltv", "average_deal", "arr_per_fte"}
SHOWN = 20


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as stream:
        table = list(csv.reader(stream))
    return table[0] if table else [], table[1:]


def close(expected, actual):
    """Whether two values are within a relative 1e-9."""
    if "" in (expected, actual):
        return expected == actual
    try:
        a, b = Decimal(expected), Decimal(actual)
    except InvalidOperation:
        return False
    return abs(a - b) <= Decimal("1e-9") * max(abs(a), abs(b))


def lacks_series(folder):
    """Whether the run that wrote a folder found a series of files late."""
    path = os.path.join(folder, "run.json")
    if not os.path.exists(path):
        return False
    with open(path, encoding="utf-8") as stream:
        return any(f["code"] == "late-series" for f in json.load(stream)["findings"])


def same(name, expected, actual, lacks):
    """Whether the cells after the key are equal, as far as they must be."""
    if expected == actual:
        return True
    if name == "targets.csv":
        if lacks and expected[10] == "on track" and actual[10] == "":
            expected = expected[:10] + [""] + expected[11:]
        return expected[10:] == actual[10:] and all(close(a, b) for a, b in zip(expected[6:10], actual[6:10]))
    if name != "metrics.csv" or expected[8:] != actual[8:]:
        return False
    metric, unit = expected[0], expected[8]
    if unit == "count" or (unit == "money" and metric not in MONEY_RATIOS):
        return False
    return close(expected[7], actual[7])


def compare_file(name, expected_folder, actual_folder):
    """All differences of one file, as lines of text."""
    if not os.path.exists(os.path.join(actual_folder, name)):
        return ["%s: the file is missing" % name]
    header, expected = read(expected_folder, name)
    actual_header, actual = read(actual_folder, name)
    found = []
    if header != actual_header:
        found.append("%s: header %r, expected %r" % (name, actual_header, header))
    size, order = FILES[name]
    left, right = ({tuple(r[:size]): r for r in rows} for rows in (expected, actual))
    if len(right) != len(actual):
        found.append("%s: %d rows more than once" % (name, len(actual) - len(right)))
    sorted_rows = sorted(actual, key=lambda r: tuple(r[i] for i in order if i < len(r)))
    if sorted_rows != actual:
        found.append("%s: the rows are not in order" % name)
    sizes = {}                             # of explanations: the largest part of a change
    for row in expected if name == "explanations.csv" else []:
        sizes[tuple(row[:4])] = max(sizes.get(tuple(row[:4]), Decimal(0)), abs(Decimal(row[6])))
    lacks = name == "targets.csv" and lacks_series(actual_folder)
    for key in sorted(set(left) | set(right)):
        label = "%s: %s" % (name, " | ".join(key).replace("\n", "\\n"))
        if key not in right:
            found.append("%s: missing, expected %r" % (label, left[key][size:]))
        elif key not in left:
            found.append("%s: not expected, is %r" % (label, right[key][size:]))
        elif name == "explanations.csv":
            if abs(Decimal(left[key][6]) - Decimal(right[key][6])) > Decimal("1e-9") * sizes[key[:4]]:
                found.append("%s: is %r, expected %r" % (label, right[key][size:], left[key][size:]))
        elif not same(name, left[key], right[key], lacks):
            found.append("%s: is %r, expected %r" % (label, right[key][size:], left[key][size:]))
    return found


def compare(expected_folder, actual_folder):
    return [d for name in FILES for d in compare_file(name, expected_folder, actual_folder)]


def summary(differences):
    """How many differences of which metric or file, most first."""
    counts = {}
    for line in differences:
        parts = line.split(": ")
        label = parts[1].split(" | ")[0] if parts[0] == "metrics.csv" else parts[0]
        counts[label] = counts.get(label, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join("%s %d" % item for item in ordered)


def main(arguments):
    if len(arguments) != 2:
        print("usage: compare.py EXPECTED_DIR ACTUAL_DIR", file=sys.stderr)
        return 64
    differences = compare(*arguments)
    for line in differences[:SHOWN]:
        print(line)
    if differences:
        print("%d differences: %s" % (len(differences), summary(differences)))
        return 1
    print("no differences")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
