"""The rows of each source: cells cleaned, ids and members as they are shown, load rules applied."""

from datetime import date
from decimal import Decimal

import cells
from files import alike, read_files, without_dates
from periods import shift_months

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
    "opportunities": "opportunity_id created_at won_at lost_at stage closed_at amount currency "
                     "lead_id customer_id company",
    "lead_events": "lead_id stage at amount currency customer_id",
    "customers": "customer_id name channel segment region industry owner initiative",
    "usage": "customer_id date active_users seats",
    "headcount": "date team fte hired_on left_on",
    "fx_rates": "currency rate date units",
}

KEYS = {
    "leads": ["lead_id"], "nps": ["response_id"], "customers": ["customer_id"],
    "opportunities": ["opportunity_id"],
    "arr_snapshots": ["customer_id", "date"], "usage": ["customer_id", "date"],
    "headcount": ["team", "date"], "fx_rates": ["currency", "date"],
}
APPENDED = ["spend", "lead_events"]
PLANS_ONLY = ["headcount", "fx_rates"]                 # never stop a report
COST_KEY = ["channel", "campaign", "category", "team", "vendor"]


class Refused(Exception):
    """The run publishes nothing; `status` is its exit status."""

    def __init__(self, status, reason):
        super().__init__(reason)
        self.status = status


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


# Load rules

def newest_content(files):
    """Without the files at all of whose paths newer content came."""
    return [file for file in files if not file.replaced]


def whole_day(text):
    """A date, or the first day of a month, as text."""
    return text if len(text) > 7 else text + "-01"


def own_day(row):
    """The day that a cost is dated by: a month or a range by its first."""
    return date.fromisoformat(whole_day(row["date"]))


def restated_days(older, newer):
    """The days for which the newer of two cost files is the truth: from the first to the last
    that both hold, where it has nine in ten of the older one's keys; () where it has not."""
    if without_dates(older.name) != without_dates(newer.name):
        return ()
    both = {own_day(r) for r in older.rows} & {own_day(r) for r in newer.rows}
    if not both:
        return ()
    first, last = min(both), max(both)
    columns = [c for c in COST_KEY if c in older.columns and c in newer.columns]

    def keys(file):
        return {(own_day(r),) + tuple(r[c].lower() if c == "category" else r[c] for c in columns)
                for r in file.rows if first <= own_day(r) <= last
                and (r.get("channel") or r.get("campaign") or r.get("vendor"))}
    found, known = keys(older), keys(newer)
    if not found or len(found & known) * 10 < len(found) * 9:
        return ()
    return (first, last)


def without_restated(files):
    """The files without the rows that a newer file of theirs is the truth for."""
    result = []
    for index, file in enumerate(files):
        spans = [span for span in (restated_days(file, newer) for newer in files[index + 1:]) if span]
        result.append(file._replace(rows=[
            r for r in file.rows if not any(a <= own_day(r) <= b for a, b in spans)]))
    return result


def append(files, moment):
    """Adds files up; between files with names alike, equal rows count as often as in the file
    that has them most often."""
    groups = {}
    for file in newest_content(files):
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


# Headcount

def is_roster(file):
    return "hired_on" in file.columns


def counted(file):
    """A roster as rows of headcount: each person on the first day of every month, and a team
    without people as 0, up to the month of the file's own date."""
    people = [(date.fromisoformat(r["hired_on"]), r["left_on"] and date.fromisoformat(r["left_on"]), r)
              for r in ({"left_on": "", **row} for row in file.rows)]
    dates = [d for hired, left, _ in people for d in (hired, left) if d]
    if not dates:
        return []
    rows, month = [], min(dates).replace(day=1)
    while month <= (file.named or max(dates)):
        for team in sorted({r.get("team", "") for hired, _, r in people if hired <= month}):
            there = [r for hired, left, r in people if r.get("team", "") == team
                     and hired <= month and (not left or left >= month)]
            rows += [{**r, "date": month.isoformat(), "fte": r.get("fte") or "1"} for r in there]
            if not there:
                rows.append({"team": team, "date": month.isoformat(), "fte": "0", "nobody": True})
        month = shift_months(month, 1)
    return rows


def merge_headcount(files):
    """Months by (team, date); of rosters the newest, all people of a team and month at once."""
    rosters = [f for f in files if is_roster(f)]
    groups = {}
    for file in files:
        if file in rosters[:-1]:
            continue
        here = {}
        for row in counted(file) if is_roster(file) else file.rows:
            key = (row.get("team", ""), whole_day(row["date"]))
            if is_roster(file):
                here.setdefault(key, []).append(row)
            else:
                here[key] = [row]
        groups.update(here)
    return [row for group in groups.values() for row in group]


class Inbox:
    """The files of a company, `read` with all their rows and `files` with the usable ones, and the
    rows of each source once it is loaded."""

    def __init__(self, folders, moment, dimensions, load=None):
        self.moment, self.rules = moment, load or {}
        self.dimensions = set(DIMENSIONS) | set(dimensions)
        self.read = read_files(folders, COLUMNS)
        for file in self.read:
            for row in file.rows:
                for column in file.columns:
                    row[column] = cells.cleaned(column, row[column], self.dimensions)
        self.files = self.read
        self.columns = {source: {c for f in self.read if f.source == source for c in f.columns}
                        for source in COLUMNS}
        self.rows = {}

    def sift(self, usable):
        """Sets rows aside, and shows ids and members of the others each in one way, as all rows of
        all files write them."""
        identities, spellings = cells.Identities(), cells.Spellings()
        for file, row, column, text in self.filled(sorted(self.read, key=lambda f: f.came)):
            if column in cells.IDS:
                for part in self.ids_of(file.source, column, text):
                    identities.note(column, part, file.age)
            elif column in self.dimensions:
                spellings.note(column, text)
        self.spellings = spellings
        self.files = [self.kept(file, usable) for file in self.read]
        for file, row, column, text in self.filled(self.files):
            if column in self.dimensions:
                row[column] = spellings.shown(column, text)
            elif column in cells.IDS:
                row[column] = ";".join(identities.shown(column, part)
                                       for part in self.ids_of(file.source, column, text))

    @staticmethod
    def filled(files):
        """(file, row, column, text) of every cell that is not missing, oldest file first."""
        return ((file, row, column, row[column]) for file in files for row in file.rows
                for column in file.columns if row[column])

    @staticmethod
    def ids_of(source, column, text):
        several = (source, column) in (("opportunities", "lead_id"), ("leads", "opportunity_id"))
        return cells.parts(text) if several else [text]

    def load(self, source, restate=False):
        """Applies the source's load rule to its usable rows."""
        files = [f for f in self.files if f.source == source]
        rule = self.rules.get(source, "append" if source in APPENDED else "upsert")
        if rule == "snapshot":
            files = files[-1:]
            self.rows[source] = (merge_headcount(files) if source == "headcount"
                                 else [row for f in files for row in f.rows])
        elif rule == "append":
            if source == "spend" and restate:
                files = without_restated(newest_content(files))
            self.rows[source] = append(files, self.moment)
        elif source == "subscriptions":
            self.rows[source] = upsert_subscriptions(files)
        elif source == "headcount":
            self.rows[source] = merge_headcount(files)
        else:
            keyless = [f for f in files if source == "nps" and "response_id" not in f.columns]
            keyed = [f for f in files if f not in keyless]
            self.rows[source] = upsert(keyed, KEYS[source]) + append(keyless, self.moment)

    @staticmethod
    def kept(file, usable):
        """A file without the rows that are rejected; ends the run where they are too many."""
        rows = [r for r in file.rows if usable(file, r)]
        total, aside = len(file.rows), len(file.rows) - len(rows)
        if total >= 100 and aside * 20 > total:
            raise Refused(65, "%s: %d of %d rows rejected" % (file.name, aside, total))
        if 0 < total == aside and file.source not in PLANS_ONLY:
            raise Refused(65, "%s: all %d rows rejected" % (file.name, total))
        return file._replace(rows=rows)

    def has(self, source, column):
        return column in self.columns[source]

    def all_rows(self, source):
        """The rows of all files of a source, before any load rule."""
        return [row for f in self.read if f.source == source for row in f.rows]
