#!/usr/bin/env python3
"""Counts the pages that a workbook is printed on, through LibreOffice: the first sheet is one, all that is printed at most --most.

    pages.py report.xlsx [--most 12]

*Numbers* and *Chart data*, which print a line that says so, count too. `soffice` on PATH is all it takes.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("workbook", type=pathlib.Path)
parser.add_argument("--most", type=int, default=12)
options = parser.parse_args()

with tempfile.TemporaryDirectory() as folder:
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder,
         str(options.workbook)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    printed = next(pathlib.Path(folder).glob("*.pdf")).read_bytes()
pages = len(re.findall(rb"/Type\s*/Page[^s]", printed))
size = options.workbook.stat().st_size
print(f"{pages} pages, {size:,} bytes")
if not 0 < pages <= options.most:
    sys.exit(f"{options.workbook}: printed on {pages} pages, at most {options.most} are wanted")
if size > 300_000:
    sys.exit(f"{options.workbook}: {size:,} bytes, at most 300,000 are wanted")
