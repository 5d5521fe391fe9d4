"""Reads canonical CSV files and applies the load rules: upsert, append, snapshot, same bytes."""

import csv
import hashlib
import io
import os
import re
from collections import namedtuple
from datetime import date, datetime, timezone
from decimal import Decimal

DIMENSIONS = ["segment", "region", "channel", "plan", "industry", "owner"]

# The known columns of each source (dimension columns are known everywhere).
COLUMNS = {
    "subscriptions": "subscription_id customer_id start_date end_date arr mrr amount interval "
                     "currency plan status",
    "arr_snapshots": "customer_id date arr mrr currency",
    "spend": "date end_date amount currency category channel team campaign vendor initiative",
    "nps": "response_id invited_at responded_at customer_id respondent_id score comment survey",
    "leads": "lead_id created_at first_response_at mql_at sql_at opportunity_at won_at lost_at "
             "amount currency customer_id company",
    "lead_events": "lead_id stage at amount currency customer_id",
    "customers": "customer_id name channel segment region industry owner initiative",
    "usage": "customer_id date active_users seats",
    "headcount": "date team fte",
    "fx_rates": "currency rate date",
}

KEYS = {
    "leads": ["lead_id"], "nps": ["response_id"], "customers": ["customer_id"],
    "arr_snapshots": ["customer_id", "date"], "usage": ["customer_id", "date"],
    "headcount": ["team", "date"], "fx_rates": ["currency", "date"],
}
APPENDED = ["spend", "lead_events"]
MISSING = {"", "na", "n/a", "null", "none", "-", "\u2014", "#n/a", "nan"}

# `columns` of the file; `rows` are dictionaries of column to text, '' where missing.
File = namedtuple("File", "name source columns rows age")


def source_of(name):
    """The source that a canonical file name belongs to, or None."""
    found = [s for s in COLUMNS if re.match(s + r"(?![a-z])", name.lower())]
    return max(found, key=len) if found else None


def dates_in(name):
    """All dates written in a file name: 2026-11-03, 20261103 or 2026-11 (its first day)."""
    pattern = r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)|(?<!\d)(\d{4})-(\d{2})(?![-\d])"
    for match in re.finditer(pattern, name):
        parts = [int(g) for g in match.groups() if g]
        yield date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)


def read_inbox(folder):
    """Every file of the inbox, each content once, oldest first."""
    files, seen = [], set()
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        source = source_of(name)
        if not name.endswith(".csv") or source is None:
            continue
        with open(path, "rb") as stream:
            content = stream.read()
        digest = hashlib.sha256(content).digest()
        if digest in seen:
            continue
        seen.add(digest)
        table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        columns = table[0] if table else []
        rows = []
        for cells in table[1:]:
            if not any(cells):
                continue
            cells = ["" if c.strip().lower() in MISSING else c for c in cells]
            rows.append(dict(zip(columns, cells)))
        named = max(dates_in(name), default=None)
        age = named or datetime.fromtimestamp(os.path.getmtime(path), timezone.utc).date()
        files.append(File(name, source, columns, rows, (age, name)))
    return sorted(files, key=lambda f: f.age)


def typed(column, text, moment):
    """A cell's value for "equal in the typed values"."""
    if text == "":
        return None
    if column in ("amount", "arr", "mrr", "rate", "score", "fte", "seats", "active_users"):
        return Decimal(text).normalize()
    if column == "at" or column.endswith("_at"):
        return moment(text)
    if column in ("category", "currency", "stage"):
        return text.lower()
    return text


def alike(name):
    """A file name with its dates and digits taken out."""
    return re.sub(r"\d", "", name)


def append(files, moment):
    """Adds files up; between files with names alike, equal rows count as often as in the file
    that has them most often."""
    groups = {}
    for file in files:
        groups.setdefault(alike(file.name), []).append(file)
    result = []
    for group in groups.values():
        merged = []                                    # (row, columns of its file)
        for file in group:
            known = [c for c in file.columns
                     if c in COLUMNS[file.source].split() or c in DIMENSIONS]
            spare = {}                                 # columns in common -> value -> how often
            for row, columns in merged:
                common = tuple(c for c in known if c in columns)
                value = tuple(typed(c, row[c], moment) for c in common)
                counts = spare.setdefault(common, {})
                counts[value] = counts.get(value, 0) + 1
            for row in file.rows:
                for common, counts in spare.items():
                    value = tuple(typed(c, row[c], moment) for c in common)
                    if counts.get(value, 0) > 0:
                        counts[value] -= 1
                        break
                else:
                    merged.append((row, known))
        result += [row for row, _ in merged]
    return result


def upsert(files, keys):
    """For one key the newest file's row wins, in one file the later row."""
    rows = {}
    for file in files:
        for row in file.rows:
            key = tuple(row.get(k, "") for k in keys)
            rows.pop(key, None)
            rows[key] = row
    return list(rows.values())


def upsert_subscriptions(files):
    """The newest file that holds a subscription_id gives all of its terms."""
    rows = {}
    for file in files:
        here = {}
        for row in file.rows:
            identity = row.get("subscription_id", "")
            group = ("id", identity) if identity else ("customer", row["customer_id"])
            key = (row.get("plan", ""), row["start_date"])
            terms = here.setdefault(group, {})
            terms.pop(key, None)
            terms[key] = row
        for group, terms in here.items():
            if group[0] == "id":
                rows[group] = terms
            else:
                rows.setdefault(group, {}).update(terms)
    return [row for terms in rows.values() for row in terms.values()]


class Inbox:
    """The rows of each source after its load rule, and the columns that its files have."""

    def __init__(self, folder, moment, load=None):
        self.files = read_inbox(folder)
        self.columns, self.rows = {}, {}
        load = load or {}
        for source in COLUMNS:
            files = [f for f in self.files if f.source == source]
            self.columns[source] = {c for f in files for c in f.columns}
            rule = load.get(source, "append" if source in APPENDED else "upsert")
            if rule == "snapshot":
                files = files[-1:]
                self.rows[source] = [row for f in files for row in f.rows]
            elif rule == "append":
                self.rows[source] = append(files, moment)
            elif source == "subscriptions":
                self.rows[source] = upsert_subscriptions(files)
            else:
                keyless = [f for f in files
                           if source == "nps" and "response_id" not in f.columns]
                keyed = [f for f in files if f not in keyless]
                self.rows[source] = upsert(keyed, KEYS[source]) + append(keyless, moment)

    def has(self, source, column):
        return column in self.columns[source]

    def all_rows(self, source):
        """The rows of all files of a source, before any load rule."""
        return [row for f in self.files if f.source == source for row in f.rows]
