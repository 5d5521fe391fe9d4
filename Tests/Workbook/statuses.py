"""Judges every status of a workbook that is a formula a second time, with the workbook's limits and with others, recalculated in LibreOffice.

    statuses.py report.xlsx

Python's standard library and `soffice` on PATH are all it takes.
"""

import pathlib
import re
import sys
import tempfile

import recalculate
from whatif import changed, defined

LIMITS = ("on_track", "watch", "points_from", "on_track_points", "watch_points")


def verdict(actual, due, is_lower, is_percent, limit):
    """◆, ◐ or ● by the rule of targets."""
    gap = due - actual if is_lower else actual - due
    if due <= 0:
        return "●" if gap >= 0 else "◆"
    if is_percent and due >= limit["points_from"]:
        value, good, watch = gap, limit["on_track_points"], limit["watch_points"]
    else:
        value, good, watch = (due / actual if is_lower else actual / due), limit["on_track"], limit["watch"]
    return "●" if value > good - 1e-12 else "◐" if value > watch - 1e-12 else "◆"


def judge(cells, limit):
    """How many statuses there are, and those that say something else."""
    found, wrong = 0, []
    for (sheet, at), (formula, text) in cells.items():
        if "status_on_track" not in (formula or ""):
            continue
        found += 1
        first, second = re.search(r"ROUND\(([A-Z]+\d+)/([A-Z]+\d+),12\)", formula).groups()
        due_cell = re.search(r"IF\(([A-Z]+\d+)<=0,IF\(ROUND", formula).group(1)
        is_lower = due_cell == first
        actual, due = (cells[sheet, cell][1] for cell in ((second, first) if is_lower else (first, second)))
        expected = verdict(float(actual), float(due), is_lower, "status_points_from" in formula, limit)
        if is_lower and float(actual) <= 0:
            expected = "n"
        if not str(text).startswith(expected):
            wrong.append(f"{sheet}!{at}: {text!r}, expected {expected} of {actual} and {due}")
    return found, wrong


def main(path):
    places = defined(path, "status")
    cells = recalculate.read(path)
    limit = {name: cells[places[name]][1] for name in LIMITS}
    found, wrong = judge(cells, limit)
    assert found > 20, f"only {found} statuses are formulas"
    kinds = {str(text)[0] for (formula, text) in cells.values() if "status_on_track" in (formula or "")}
    for name, value in (("on_track", 0.6), ("watch", 0.3), ("on_track_points", -0.05), ("points_from", 9.0)):
        limit[name] = value
    with tempfile.TemporaryDirectory() as folder:
        other = path
        for name in LIMITS:
            sheet, cell = places[name]
            target = pathlib.Path(folder) / f"{name}.xlsx"
            changed(other, target, sheet, cell, limit[name])
            other = target
        after = recalculate.recalculated(other, folder)
    # The formulas as they were written: another program writes them in its own way.
    later = {place: (cells.get(place, (None, None))[0], value) for place, (_, value) in after.items()}
    again, others = judge(later, limit)
    moved = sum(cells[place][1] != later[place][1] for place in cells if "status_on_track" in (cells[place][0] or ""))
    assert again == found and moved > 0, f"{again} of {found} statuses are there, {moved} moved"
    print(f"{found} statuses ({' '.join(sorted(kinds))}) judged twice, {moved} moved with the limits, {len(wrong + others)} wrong")
    return "\n".join(wrong + others)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])) or 0)
