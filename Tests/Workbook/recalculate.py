#!/usr/bin/env python3
"""Holds a workbook against LibreOffice: a hard recalculation must change nothing.

    recalculate.py report.xlsx                       every formula cell whose value changes; status 1 if there is any
    recalculate.py report.xlsx --mutate              changes one cell of Numbers and prints, as JSON, the formula cells that follow
    recalculate.py report.xlsx --mutate Q12=5000     the same for a cell and a value of choice

Python's standard library and `soffice` on PATH are all it takes. Each run has a LibreOffice profile of its own, in which workbooks
are always recalculated when they are opened.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TOLERANCE = 1e-9

ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def sheet_parts(archive):
    """The part of each sheet by its name, in the workbook's order."""
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): r.get("Target") for r in relations}
    parts = {}
    for sheet in workbook.iter(MAIN + "sheet"):
        target = targets[sheet.get(LINK + "id")]
        parts[sheet.get("name")] = target.lstrip("/") if target.startswith("/") else "xl/" + target
    return parts


def texts_of(archive):
    """The shared strings."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in root.iter(MAIN + "si")]


def read(path):
    """All cells as {(sheet, cell): (formula or None, value)}; a value is a float, a text, or None."""
    cells = {}
    with zipfile.ZipFile(path) as archive:
        texts = texts_of(archive)
        for name, part in sheet_parts(archive).items():
            for cell in ElementTree.fromstring(archive.read(part)).iter(MAIN + "c"):
                formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
                kind = cell.get("t", "n")
                text = value.text if value is not None else None
                if kind == "inlineStr":
                    text = "".join(t.text or "" for t in cell.iter(MAIN + "t"))
                elif text is not None and kind == "s":
                    text = texts[int(text)]
                elif text is not None and kind == "n":
                    text = float(text)
                elif text is None and kind == "str":
                    text = ""
                shown = (formula.text or "") if formula is not None else None
                cells[name, cell.get("r")] = (shown, text)
    return cells


def recalculated(path, folder):
    """The cells after LibreOffice has opened, recalculated and saved the workbook."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        sys.exit("recalculate.py: no soffice on PATH; install libreoffice-calc")
    profile = pathlib.Path(folder, "profile")
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE)
    out = pathlib.Path(folder, "out")
    out.mkdir(exist_ok=True)
    run = subprocess.run(
        [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to", "xlsx",
         "--outdir", str(out), str(path)],
        capture_output=True, text=True, timeout=300)
    result = out / (pathlib.Path(path).stem + ".xlsx")
    if run.returncode != 0 or not result.exists():
        sys.exit(f"recalculate.py: soffice failed: {run.stdout}{run.stderr}")
    return read(result)


def same(a, b):
    """Whether two values are equal: numbers to a relative 1e-9, texts exactly."""
    if isinstance(a, float) and isinstance(b, float):
        return a == b or abs(a - b) <= TOLERANCE * max(abs(a), abs(b))
    return a == b


def check(path):
    """Lists what a recalculation changes."""
    before = read(path)
    with tempfile.TemporaryDirectory() as folder:
        after = recalculated(path, folder)
    formulas = {key: cell for key, cell in before.items() if cell[0] is not None}
    wrong = 0
    for (sheet, cell), (formula, cached) in formulas.items():
        computed = after.get((sheet, cell), (None, None))[1]
        if not same(cached, computed):
            wrong += 1
            print(f"{sheet}!{cell}: cached {cached!r}, recalculated {computed!r}, ={formula}")
    print(f"{len(formulas)} formulas, {wrong} differ")
    return 1 if wrong or not formulas else 0


def choose(cells):
    """A number of Numbers that formulas of other sheets refer to: the one that most refer to, so that much has to follow."""
    used = {}
    for (sheet, _), (formula, _) in cells.items():
        if formula and sheet != "Numbers":
            for cell in set(re.findall(r"Numbers'?!\$?([A-Z]+)\$?(\d+)", formula)):
                used["".join(cell)] = used.get("".join(cell), 0) + 1
    numbers = [c for c in used if isinstance(cells.get(("Numbers", c), (None, None))[1], float)]
    if not numbers:
        sys.exit("recalculate.py: no formula refers to a number of Numbers")
    return max(numbers, key=lambda c: (used[c], c))


def mutate(path, order):
    """Changes a cell of Numbers and tells which formula cells follow."""
    before = read(path)
    cell, _, value = order.partition("=")
    cell = cell or choose(before)
    old = before.get(("Numbers", cell), (None, None))[1]
    if not isinstance(old, float):
        sys.exit(f"recalculate.py: Numbers!{cell} holds no number")
    new = float(value) if value else old * 1.25 + 1
    with tempfile.TemporaryDirectory() as folder:
        changed = pathlib.Path(folder, "mutated.xlsx")
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
            part = sheet_parts(source)["Numbers"]
            for name in source.namelist():
                data = source.read(name)
                if name == part:
                    text, count = re.subn(
                        rf'(<c r="{cell}"[^>]*>)<v>[^<]*</v>', rf"\g<1><v>{new!r}</v>", data.decode(), count=1)
                    assert count == 1, f"cannot change Numbers!{cell}"
                    data = text.encode()
                target.writestr(name, data)
        after = recalculated(changed, folder)
    followed = []
    for (sheet, at), (formula, cached) in before.items():
        computed = after.get((sheet, at), (None, None))[1]
        if formula is not None and not same(cached, computed):
            followed.append({"sheet": sheet, "cell": at, "formula": formula, "old": cached, "new": computed})
    print(json.dumps({"cell": cell, "old": old, "new": new, "changed": followed}, ensure_ascii=False, indent=1))
    return 0 if followed else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--mutate", nargs="?", const="", metavar="CELL[=VALUE]")
    options = parser.parse_args()
    path = pathlib.Path(os.path.abspath(options.file))
    return check(path) if options.mutate is None else mutate(path, options.mutate)


if __name__ == "__main__":
    sys.exit(main())
