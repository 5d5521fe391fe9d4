"""The files of an inbox: their names and ages, and the table in each.

A table may repeat its header, also in another order; a header may have a unit; rows of totals
are taken out; a mended row stands in the place of the broken one.
"""

import csv
import hashlib
import io
import os
import re
from collections import namedtuple
from datetime import date, datetime, timezone
from decimal import Decimal, InvalidOperation

# `columns` of the file, without units; `rows` are dictionaries of column to text. `age` sorts
# files oldest first, `came` sorts them by their first copies; `names` are those of all copies;
# `named` is the latest date in the name; `replaced`: newer content came at all of its paths.
File = namedtuple("File", "name source columns rows age came named names replaced")

DATE = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)|(?<!\d)(\d{4})-(\d{2})(?![-\d])")
UNITS = {"k": 10 ** 3, "tsd": 10 ** 3, "thousands": 10 ** 3, "in thousands": 10 ** 3, "千": 10 ** 3,
         "万": 10 ** 4, "mn": 10 ** 6, "mio": 10 ** 6, "m": 10 ** 6, "百万": 10 ** 6}
AMOUNTS = ["amount", "arr", "mrr", "fte", "active_users", "seats"]
NOT_NAMING = re.compile(r"(.*_at|.*_date|.*_on|date|at|currency|interval|score|rate|units|comment|"
                        r"stage|status|category|%s)$" % "|".join(AMOUNTS))
TOTAL_WORDS = re.compile(r"total|totals|sub-?total|grand total|results from \d+ campaigns?|合计|小计|"
                         r"总计|summe|totale", re.I)


def dates_in(name):
    """All dates written in a file name: 2026-11-03, 20261103, 2026_11_03 or 2026-11 (the first)."""
    for match in DATE.finditer(name):
        year, _, month, day, month_year, month_alone = match.groups()
        try:
            yield (date(int(year), int(month), int(day)) if year
                   else date(int(month_year), int(month_alone), 1))
        except ValueError:
            continue


def without_dates(name):
    """A file name with its dates taken out, and the signs and spaces around them."""
    return re.sub(r"[\W_]", "", DATE.sub("", name))


def alike(name):
    """A file name with its dates and digits taken out."""
    return re.sub(r"\d", "", without_dates(name))


def header_name(text):
    """The column that a header names, and what its unit multiplies by."""
    text = text.strip()
    match = re.fullmatch(r"(.*\S)\s*[(（\[](.*)[)）\]]", text) or re.fullmatch(r"(\S+)\s+(\S+)", text)
    if not match:
        return text, 1
    unit = match.group(2).strip().lower().rstrip(".")
    if unit in UNITS:
        return match.group(1), UNITS[unit]
    return (match.group(1), 1) if text[-1] in ")）]" else (text, 1)


def is_total(row, above, since, columns):
    """Whether a row is the sum of the rows above, or of those since the last total, and is named
    so or not at all."""
    naming = [c for c in columns if c and not NOT_NAMING.match(c) and not c.startswith("gtm_")]
    least = 1
    if row.get("hired_on", "").strip():                # a person
        return False
    if not any(TOTAL_WORDS.fullmatch(row[c].strip()) for c in naming):
        named = any(r[c].strip() for r in above for c in naming)
        if not named or any(row[c].strip() for c in naming):
            return False
        least = 2
    amounts = [c for c in columns if c in AMOUNTS and row[c].strip()]
    return bool(amounts) and any(
        all(is_sum(row[c], [r[c] for r in part if r[c].strip()], least) for c in amounts)
        for part in (above, since))


def is_sum(total, texts, least):
    """Whether a number is the sum of at least so many others, to a cent each."""
    try:
        off = abs(sum(Decimal(text) for text in texts) - Decimal(total))
        return len(texts) >= least and off <= Decimal("0.01") * len(texts)
    except InvalidOperation:
        return False


def read_table(content):
    """The columns, and (line, row) pairs, of a file's bytes: without repeated headers and totals."""
    reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    header, order, factors, rows, above, since, line = None, [], {}, [], [], [], 1
    for cells in reader:
        begins, line = line, reader.line_num + 1
        if not any(cells):
            continue
        if header is None:
            header = [header_name(text) for text in cells]
            order, factors = [name for name, _ in header], {n: f for n, f in header if f != 1}
            first = sorted(cells)
            continue
        if sorted(cells) == first:
            order = [header_name(text)[0] for text in cells]
            continue
        row = dict.fromkeys((n for n, _ in header), "")
        row.update(zip(order, cells))
        for column, factor in factors.items():
            try:
                row[column] = str(Decimal(row[column]) * factor)
            except InvalidOperation:
                pass                                   # missing, or not a number
        if is_total(row, above, since, order):
            since = []
            continue
        above.append(row)
        since.append(row)
        rows.append((begins, row))
    return [n for n, _ in header or []], rows


def list_files(folders, sources):
    """The CSV files of folders, older folders first, each content once:
    {digest: (source, content, [(age, named) of each copy], whether newer content replaced it)}."""
    found, last = {}, {}
    for index, folder in enumerate(folders):
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            fits = [s for s in sources if re.match(s + r"(?![a-z])", name.lower())]
            if not name.endswith(".csv") or not fits:
                continue
            path = os.path.join(folder, name)
            with open(path, "rb") as stream:
                content = stream.read()
            named = max(dates_in(name), default=None)
            changed = datetime.fromtimestamp(os.path.getmtime(path), timezone.utc).date()
            # What a later run was the first to see came today, whatever its own time is; nothing came later.
            today, is_new = datetime.now(timezone.utc).date(), content != first_seen(folder, name, content)
            came = today if is_new else min(changed, today)
            order = (named, 0, date.min) if named else (came, int(is_new), changed)
            entry = (max(fits, key=len), content, [])
            last[name] = hashlib.sha256(content).digest()
            found.setdefault(last[name], entry)[2].append(((order, name, index), named))
    return {digest: entry + (all(last[name] != digest for (_, name, _), _ in entry[2]),)
            for digest, entry in found.items()}


def first_seen(folder, name, content):
    """What the first run that looked at the inbox saw at a name: the content itself in the first run."""
    before = os.path.join(os.path.dirname(folder), "before")
    if os.path.basename(folder) == "before" or not os.path.isdir(before):
        return content
    path = os.path.join(before, name)
    if not os.path.exists(path):
        return None
    with open(path, "rb") as stream:
        return stream.read()


def read_files(folders, sources):
    """Every file, oldest first, mended rows in their places; of copies the newest."""
    files, mended = [], []
    for source, content, copies, replaced in list_files(folders, sources).values():
        columns, rows = read_table(content)
        if "gtm_file" in columns:
            mended += [row for _, row in rows]
            continue
        age, named = max(copies, key=lambda copy: copy[0])
        came = min(copy[0] for copy in copies)
        names = [name for (_, name, _), _ in copies]
        files.append(File(age[1], source, columns, dict(rows), age, came, named, names, replaced))
    for row in mended:
        for file in files:
            if row["gtm_file"] in file.names:
                file.rows[int(row["gtm_line"])] = {c: row.get(c, "") for c in file.columns}
    return sorted((f._replace(rows=list(f.rows.values())) for f in files), key=lambda f: f.age)
