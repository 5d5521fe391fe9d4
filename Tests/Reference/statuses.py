"""Checks that the page and the workbook say of each target what targets.csv says.

    python3 statuses.py REPORT_FOLDER...        # needs openpyxl

Of the scorecard every row with a target must have a row of targets.csv with its metric and status (and,
in the workbook, its actual, due and target); of the plan's table the rows must be those of targets.csv.
"""

import csv
import html
import os
import re
import sys
from collections import Counter

import openpyxl

from targets import names_of_catalogue

STATUSES = {"on track", "watch", "off track"}


def status(text):
    """A status as targets.csv has it."""
    text = re.sub(r"^\W+", "", text).strip()
    return text if text in STATUSES else "maturing" if "maturing" in text else ""


def tables_of_page(path):
    """The tables of a page, as rows of texts."""
    with open(path, encoding="utf-8") as stream:
        page = stream.read()
    for table in re.findall(r"<table.*?</table>", page, re.S):
        yield [[html.unescape(re.sub(r"<[^>]*>", "", cell)).strip()
                for cell in re.findall(r"<t[hd][ >](?:.*?>)?(.*?)</t[hd]>", row.replace("<td>", "<td >"), re.S)]
               for row in re.findall(r"<tr.*?</tr>", table, re.S)]


def tables_of_book(path):
    """The tables of a workbook: rows below a row with a cell `Status`, up to an empty row."""
    for sheet in openpyxl.load_workbook(path):
        table = []
        for row in sheet.iter_rows(values_only=True):
            if "Status" in row:
                table = [row]
            elif table and row[0] is not None:
                table.append(row)
            elif table:
                yield table
                table = []
        if table:
            yield table


def near(cell, text):
    """Whether a number of the workbook is that of targets.csv, to its last digit; formulas are not
    looked at."""
    if isinstance(cell, str):
        return cell.startswith("=") or text == ""
    last = 10.0 ** -len(text.partition(".")[2]) if "." in text else 1 if text == str(round(cell)) else 0
    return text != "" and abs(cell - float(text)) <= 0.5001 * last + 1e-9 * abs(cell)


def check(folder):
    """What differs, as lines of text; and how many rows were compared."""
    with open(os.path.join(folder, "targets.csv"), encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    names = {identity: found[0] for identity, found in names_of_catalogue().items()}
    wanted = Counter((names[r["metric"]], r["status"]) for r in rows)
    found, count = [], 0
    for kind, tables in (("page", tables_of_page(os.path.join(folder, "report.html"))),
                         ("book", tables_of_book(os.path.join(folder, "report.xlsx")))):
        for table in tables:
            titles = list(table[0]) if table else []
            if "Status" not in titles or "Actual" not in titles:
                continue
            at = {title: titles.index(title) for title in titles if title}
            shown = Counter()
            for row in table[1:]:
                said, name = row[at["Status"]] or "", row[0].replace(" (on revenue)", "")
                if "no target" in said:
                    continue
                count += 1
                own = [r for r in rows if names[r["metric"]] == name and r["status"] == status(said)]
                shown[name, status(said)] += 1
                if kind == "book":
                    own = [r for r in own if all(near(row[at[title]], r[column]) for title, column in (
                        ("Actual", "actual"), ("Due by now", "due"), ("Target", "target")))]
                if not own:
                    found.append("%s: %s: %r is no row of targets.csv" % (folder, kind, row))
            if "Now" not in titles and shown != wanted:
                found.append("%s: %s: the plan's rows differ: %s" % (
                    folder, kind, (shown - wanted) + (wanted - shown)))
    return found, count


def main(folders):
    total, wrong = 0, []
    for folder in folders:
        found, count = check(folder)
        total += count
        wrong += found
    print("\n".join(wrong[:20] + ["%d rows compared, %d differ" % (total, len(wrong))]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
