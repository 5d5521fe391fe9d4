"""The same rows in another dress: ids, members, words for missing, placeholders, odd rows.

Each feature draws from a chance of its own, so that one more or less changes no other.
"""

import random
import unicodedata
import uuid
from datetime import date, timedelta
from decimal import Decimal

import cells
from late import EVENTS
from sources import DIMENSIONS

WORDS = ["N/A", "null", "NULL", "-", "\u2014", "#N/A", "nan"]
ENDED = ["cancelled", "Canceled", "churned", "expired", "unpaid", "refunded", "已取消", "已过期", "已退款"]
WIDE = {ord("!") + i: 0xFF01 + i for i in range(94)}
ID_KINDS = {                              # kind -> the dresses that its ids may come in
    "zeros": ["guard", "apostrophe", "stripped", "float", "wide", "invisible", "space"],
    "number": ["guard", "apostrophe", "float", "wide", "invisible", "space"],
    "uuid": ["upper", "braces", "urn", "guard", "invisible"],
    "email": ["upper", "mailto", "invisible", "space"],
    "salesforce": ["long", "invisible", "space"],
    "word": ["wide", "decomposed", "guard", "invisible", "space"],
}
ORDER = ["stripped", "float", "upper", "long", "decomposed", "wide", "invisible", "space", "braces",
         "urn", "mailto", "apostrophe", "guard"]                    # the innermost first
WHOLE_FILE = ("stripped", "float")         # else one file would have two forms of a number


def wide(text):
    return text.translate(WIDE)


def dressed(text, dress):
    """An id as some export or spreadsheet writes it."""
    if dress == "guard":
        return '="%s"' % text
    if dress == "apostrophe":
        return "'" + text
    if dress == "stripped":
        return text.lstrip("0")
    if dress == "float":
        return text.lstrip("0") + ".0"
    if dress == "wide":
        return wide(text)
    if dress == "invisible":
        return text[:2] + "\u200b" + text[2:] + "\ufeff"
    if dress == "space":
        return text + "\u00a0"
    if dress == "upper":
        return text.upper()
    if dress == "braces":
        return "{%s}" % text
    if dress == "urn":
        return "urn:uuid:" + text
    if dress == "mailto":
        return "mailto:" + text
    if dress == "long":
        return text + cells.check_letters(text)
    return unicodedata.normalize("NFD", text)


class Disguise:
    """The dress of one company's files."""

    twins = True                           # whether some numbers differ in leading zeros only

    def __init__(self, seed, features, dimensions, last):
        self.seed, self.features, self.dimensions, self.last = seed, features, dimensions, last
        self.known, self.kinds = {}, {}                # column -> base id -> id; -> kind of ids
        self.last_day = False                          # whether ends are last days of service

    def chance(self, *about):
        return random.Random(" ".join(str(part) for part in (self.seed,) + about))

    def rows(self, name, source, rows):
        """The rows of a file as they are to be written."""
        rows = [dict(row) for row in rows]
        if "late" in self.features:
            rows = self.in_time(source, rows) or rows[:1]
        for feature in ("rate_units", "ended", "no_days", "rejects", "own_dimension", "missing",
                        "members", "placeholders", "ids"):
            if feature in self.features:
                getattr(self, "with_" + feature)(self.chance(feature, name), source, rows)
        return rows

    def in_time(self, source, rows):
        """Without what came after a day, of some sources of events."""
        rng = self.chance("late", source)
        if source not in EVENTS or rng.random() < 0.6:
            return rows
        until = (self.last - timedelta(days=rng.choice([10, 30, 60, 100]))).isoformat()
        return [r for r in rows if (r.get("invited_at") or r.get("responded_at") or r.get("created_at")
                                    or r.get("at") or r["date"]) < until]

    def dimension_cells(self, row):
        return [c for c in row if c in DIMENSIONS or c in self.dimensions]

    # Rows

    def with_rate_units(self, rng, source, rows):
        if source == "fx_rates":
            for row in rows:
                units = rng.choice(["", "1", "100", "1000"])
                row["units"] = units
                row["rate"] = str(Decimal(row["rate"]) * int(units or 1))

    def with_ended(self, rng, source, rows):
        """Terms that have ended, some of which do not say when."""
        if source == "subscriptions" and rng.random() < 0.7:
            for row in rows:
                row.setdefault("status", "active")
                if rng.random() < 0.15:
                    row["status"] = rng.choice(ENDED)

    def with_no_days(self, rng, source, rows):
        """Terms of no days: of customers and subscriptions that there are, and of their own."""
        if source != "subscriptions" or self.last_day or "end_date" not in rows[0]:
            return
        for row in rng.sample(rows, min(3, len(rows))):
            day = (date.fromisoformat(row["start_date"]) + timedelta(days=rng.randint(1, 9))).isoformat()
            rows.append({**row, "start_date": day, "end_date": day})

    def with_rejects(self, rng, source, rows):
        """Rows that cannot be used, also of keys that others have."""
        broken = {
            "spend": [{"amount": ""}, {"date": ""}, {"amount": "n.v."}],
            "nps": [{"score": "11"}, {"score": "-1"}, {"score": "7.5"}],
            "leads": [{"created_at": ""}, {"lead_id": ""}],
            "opportunities": [{"created_at": ""}],
            "usage": [{"active_users": ""}, {"date": ""}],
            "lead_events": [{"at": ""}, {"stage": ""}],
            "subscriptions": [{"start_date": ""}, {"customer_id": ""}],
        }.get(source, [])
        if source == "subscriptions" and not self.last_day and "end_date" in rows[0]:
            broken.append({"start_date": "2024-05-02", "end_date": "2024-05-01"})
        if "currency" in rows[0] and source != "fx_rates":
            broken.append({"currency": "SEK"})
        for _ in range(len(rows) // 40 if broken else 0):
            row = {**rng.choice(rows), **rng.choice(broken)}
            if row.get("currency") == "SEK" and not any(row.get(c) for c in ("amount", "arr", "mrr")):
                continue
            rows.insert(rng.randint(0, len(rows)), row)

    def with_own_dimension(self, rng, source, rows):
        """A column `country`, in some of the sources."""
        if self.chance("own_dimension", source).random() < 0.6 and source not in ("fx_rates", "arr_snapshots"):
            for row in rows:
                row["country"] = self.chance(sorted(row.items())).choice(["DE", "FR", "中国", ""])

    # Cells

    def with_members(self, rng, source, rows):
        """Other spellings of members: the usual one of a file may be an odd one."""
        usual = {}
        for row in rows:
            for column in self.dimension_cells(row):
                text = row[column].replace("Americas", "Québec")
                if text and not cells.cleaned(column, text, self.dimension_cells(row)):
                    continue
                if not text:
                    row[column] = rng.choice(["", "", "", "(none)", "(None)"])
                    continue
                forms = [text, text.upper(), text.lower(), text.swapcase(), wide(text),
                         unicodedata.normalize("NFD", text), text.replace(" ", "  ")]
                if (column, text) not in usual or rng.random() < 0.15:
                    form = rng.choice(forms)
                    usual.setdefault((column, text), rng.choice([text, form]))
                else:
                    form = usual[column, text]
                row[column] = form

    def with_missing(self, rng, source, rows):
        """Words for missing; NA and None where they are values."""
        word = rng.choice(WORDS)
        for row in rows:
            chance = self.chance(sorted(row.items()))
            named = set(self.dimension_cells(row)) | cells.NAMES
            for column in row:
                if column in named and chance.random() < 0.07:
                    row[column] = chance.choice(["NA", "None", "na", "none"])
                if row[column] == "" and rng.random() < 0.5:
                    row[column] = rng.choice([word, rng.choice(WORDS)]
                                             + ["NA", "none"] * (column not in named))

    def with_placeholders(self, rng, source, rows):
        words = sorted(cells.PLACEHOLDERS)
        for row in rows:
            for column in row:
                if cells.is_date(column) and row[column] == "" and rng.random() < 0.4:
                    row[column] = rng.choice(words)
                    if column.endswith("_at") and row[column][0].isdigit() and rng.random() < 0.5:
                        row[column] += " 00:00:00"

    # Ids

    def own_id(self, column, base):
        """The id that stands for a base id, in the company's kind of ids for a column."""
        known = self.known.setdefault(column, {})
        if column not in self.kinds:
            self.kinds[column] = self.chance("kind", column).choice(sorted(ID_KINDS))
        if base not in known:
            count, kind = len(known), self.kinds[column]
            number = 3 + 7 * count
            if kind == "zeros":
                twin = self.twins and count % 25 == 24 # the number of another, without zeros
                known[base] = str(number - 7) if twin else "%06d" % number
            elif kind == "number":
                known[base] = str(1000 + number)
            elif kind == "uuid":
                bits = self.chance("uuid", column, count).getrandbits(128)
                known[base] = str(uuid.UUID(int=bits, version=4))
            elif kind == "email":
                known[base] = "Ann.%d@Example.com" % number
            elif kind == "salesforce":                 # pairs that differ in case only
                known[base] = "001Ab%09d" % (count // 2) + "xX"[count % 2]
            else:
                known[base] = ["Élan %d", "élan %d"][count % 2] % (count // 2)
        return known[base]

    def with_ids(self, rng, source, rows):
        """Ids of the company's kinds, in a dress that a file, or half of it, may have."""
        for column in [c for c in rows[0] if c in cells.IDS]:
            several = (source, column) in (("opportunities", "lead_id"), ("leads", "opportunity_id"))
            known = [[self.own_id(column, base) if cells.cleaned(column, base, ()) else base
                      for base in (row[column].split(";") if several else [row[column]])]
                     for row in rows]
            fits = ID_KINDS[self.kinds[column]] if column in self.kinds else []
            dresses = rng.sample(fits, min(len(fits), rng.choice([0, 1, 1, 2])))
            if "guard" in dresses and "apostrophe" in dresses:
                dresses.remove("guard")
            dresses.sort(key=ORDER.index)
            share = rng.choice([1, 1, 0.5])
            for row, ids in zip(rows, known):
                for index, text in enumerate(ids):
                    for dress in dresses if cells.cleaned(column, text, ()) else ():
                        if dress in WHOLE_FILE or rng.random() < share:
                            text = dressed(text, dress)
                    ids[index] = text
                row[column] = ";".join(ids)
