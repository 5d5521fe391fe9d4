"""Changes an input of the sheet *What if* in a workbook, recalculates it in LibreOffice, and holds ARR against the product and sum worked
out here.

    whatif.py report.xlsx

Python's standard library and `soffice` on PATH are all it takes.
"""

import pathlib
import re
import sys
import tempfile
import zipfile

import recalculate


def defined(path, prefix="whatif"):
    """{name: (sheet, cell)} of the cells whose names begin so: by default of what is put in and what follows."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read("xl/workbook.xml").decode()
    found = re.findall(rf'<definedName name="{prefix}_(\w+)">\'?([^!\']+)\'?!\$([A-Z]+)\$(\d+)<', text)
    return {name: (sheet, column + row) for name, sheet, column, row in found}


def changed(path, target, sheet, cell, value):
    """The workbook with another number in one cell."""
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        part = recalculate.sheet_parts(archive)[sheet]
        for item in archive.infolist():
            data = archive.read(item.filename)
            if item.filename == part:
                text, count = re.subn(rf'(<c r="{cell}"[^>]*>)<v>[^<]*</v>', rf"\g<1><v>{value!r}</v>", data.decode())
                assert count == 1, f"{sheet}!{cell} is no number"
                data = text.encode()
            copy.writestr(item, data)


def expected(value):
    """ARR at the end, from the inputs alone."""
    steps = [name for name in value if re.fullmatch(r"\w+_to_\w+", name)]
    customers = value["leads_in"] * value["customers_per_win"]
    for step in steps:
        customers *= value[step]
    today = value["arr_today"]
    rates = value["expansion_rate"] + value["reactivation_rate"] - value["contraction_rate"] - value["churn_rate"]
    return today + customers * value["arr_per_customer"] + today * rates


def main(path):
    names = defined(path)
    inputs = [n for n in names if "_to_" in n or n in ("lead", "arr_per_customer", "churn_rate", "customers_per_win")]
    assert len(inputs) > 4, f"the workbook has no tree with inputs: {sorted(names)}"
    wrong = []
    for name in inputs:
        with tempfile.TemporaryDirectory() as folder:
            other = pathlib.Path(folder) / "changed.xlsx"
            sheet, cell = names[name]
            new = recalculate.read(path)[sheet, cell][1] * 1.25
            changed(path, other, sheet, cell, new)
            cells = recalculate.recalculated(other, folder)
            value = {n: float(cells[place][1]) for n, place in names.items()}
            value["leads_in"] = value["lead"]
            if abs(value[name] - new) > 1e-9 * abs(new) or abs(expected(value) / value["arr"] - 1) > 1e-9:
                wrong.append(f"{name}: ARR {value['arr']}, expected {expected(value)}")
    print(f"{len(inputs)} inputs changed, {len(wrong)} led elsewhere")
    return "\n".join(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])) or 0)
