"""Writes a company's files: each as one, or as an older and a newer one that overlap."""

import csv
import io
import os
from datetime import datetime, timedelta, timezone

from extras import spoiled
from layouts import DECAYED, Layout
from periods import ONE
from sources import COLUMNS

DATED = 0.35                               # how often a source comes in several files
CHANGING = ("active_users", "seats", "fte", "arr", "mrr", "amount", "score", "segment", "region",
            "owner", "rate")
NOT_NAMED = timedelta(days=150)            # files without a date are changed so long after the data


class Writer:
    """The inbox of one company; `rng` is the chance of the plain company."""

    def __init__(self, folder, rng, last, disguise):
        self.folder, self.rng, self.last, self.disguise = folder, rng, last, disguise
        self.files = 0

    def csv(self, name, rows):
        """One file, its columns those of its rows, in an order of chance."""
        source = next(s for s in sorted(COLUMNS, key=len, reverse=True) if name.startswith(s))
        if "refused" in self.disguise.features and self.disguise.chance("refused").random() < 0.15:
            rows = spoiled(self.disguise.chance("refused", name), source, rows)
        columns = sorted({c for row in rows for c in row})
        self.rng.shuffle(columns)
        rows = self.disguise.rows(name, source, rows)
        columns += sorted({c for row in rows for c in row} - set(columns))
        lines = Layout(self.disguise, name, columns, rows).table()
        ends = self.rng.choice(["\n", "\r\n"])
        self.write(name, self.mended(name, lines, ends), ends)

    def write(self, name, lines, ends):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator=ends).writerows(lines)
        self.files += 1
        changed = datetime.combine(self.last, datetime.min.time(), timezone.utc) + NOT_NAMED
        changed += timedelta(days=2 * self.files, hours=12)
        os.utime(path, (changed.timestamp(), changed.timestamp()))

    def mended(self, name, lines, ends):
        """The lines with two rows broken, which a file of mended rows makes good."""
        rng = self.disguise.chance("mended", name)
        places = [i for i, c in enumerate(lines[0]) if c in DECAYED]
        if ("mended" not in self.disguise.features or "headers" in self.disguise.features
                or not places or len(lines) < 42 or rng.random() < 0.5):
            return lines
        lines = [list(line) for line in lines]
        numbers, text = [], io.StringIO()
        writer = csv.writer(text, lineterminator=ends)
        for line in lines:
            numbers.append(text.getvalue().count("\n") + 1)
            writer.writerow(line)
        table = [lines[0] + ["gtm_file", "gtm_line", "gtm_column", "gtm_code", "gtm_hint"]]
        for index in sorted(rng.sample(range(1, len(lines) - 1), 2)):
            place = rng.choice(places)
            table.append(lines[index] + [name, str(numbers[index]), lines[0][place], "bad", "mend it"])
            lines[index] = list(lines[index])
            lines[index][place] = DECAYED[lines[0][place]]
        self.write(name[:-len(".csv")] + " mended.csv", table, ends)
        return lines

    def copy(self, name, other):
        with open(os.path.join(self.folder, name), "rb") as source:
            content = source.read()
        with open(os.path.join(self.folder, other), "wb") as target:
            target.write(content)
        changed = os.path.getmtime(os.path.join(self.folder, name)) + 24 * 3600
        os.utime(os.path.join(self.folder, other), (changed, changed))

    def named(self, source, day, form):
        """A file's name with a date in it."""
        if "names" in self.disguise.features:
            rng = self.disguise.chance("names", source, day)
            form = rng.choice(["%s-{}", "%s {}", "%s_{} 2"]) % source
            form = form.replace("{}", rng.choice(["%Y-%m-%d", "%Y%m%d", "%Y_%m_%d"]))
            if rng.random() < 0.2:
                form = (day - 30 * ONE).strftime(source + " %Y-%m-%d ") + "%Y-%m-%d"
            return day.strftime(form) + ".csv"
        return source + day.strftime(form) + ".csv"

    def keyed(self, source, rows, keys):
        """One file, or an older and a newer one, some keys being in both with other rows."""
        rng = self.rng
        if not rows:
            return
        if rng.random() > DATED or len(rows) < 10:
            self.csv(source + ".csv", rows)
            return
        groups = {}
        for row in rows:
            groups.setdefault(tuple(row[k] for k in keys), []).append(row)
        names = list(groups)
        rng.shuffle(names)
        old, both = names[:len(names) * 2 // 3], names[len(names) // 2:len(names) * 2 // 3]
        new = names[len(names) * 2 // 3:] + both
        stale = []
        for name in old:
            for row in groups[name]:
                other = rng.choice(rows)                 # a stale row has some cells of another
                changed = {c: other[c] for c in CHANGING if c in row and row[c] and other.get(c)}
                stale.append({**row, **changed} if name in both else row)
        fresh = [row for name in new for row in groups[name]]
        newer = self.last - timedelta(days=9)
        self.csv(self.named(source, self.last - timedelta(days=40), "-%Y-%m-%d"), stale)
        self.csv(self.named(source, newer, "_%Y%m%d"), fresh)
        if rng.random() < 0.4:                           # the newest once more: the same bytes
            self.copy(self.named(source, newer, "_%Y%m%d"),
                      self.named(source, newer + ONE, "-%Y-%m-%d"))

    def appended(self, source, rows):
        """One file, or several whose rows overlap."""
        rng = self.rng
        if not rows:
            return
        if rng.random() > DATED or len(rows) < 10:
            self.csv(source + ".csv", rows)
            if rng.random() < 0.3:                       # the same bytes under another name
                self.copy(source + ".csv", "%s copy.csv" % source)
            return
        third = len(rows) // 3
        repeated = rows[:2] + rows                       # equal rows of one file all count
        fresh = self.restated(source, repeated[third:2 * third]) + repeated[2 * third:]
        self.csv(self.named(source, self.last - timedelta(days=40), "-%Y-%m-%d"),
                 repeated[:2 * third])
        self.csv(self.named(source, self.last, "-%Y-%m-%d"), fresh)

    def restated(self, source, rows):
        """Rows that both exports hold, in the newer one: of costs some amounts are others, and
        at times more than a tenth is gone."""
        rng = self.disguise.chance("restated", source)
        if "restated" not in self.disguise.features or not source.startswith("spend"):
            return rows
        gone = rng.choice([0, 0, 0.02, 0.3])
        return [{**row, "amount": rng.choice([row["amount"], row["amount"], "77.5"])}
                for row in rows if rng.random() >= gone]
