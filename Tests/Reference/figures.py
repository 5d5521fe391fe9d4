"""Figures of companies' own, a second time: held against metrics.csv.

    python3 figures.py --gtm PATH --seeds 1-20

Invents a company with figures of all kinds (flows by day and by month, stocks with members, money and counts, below 0 too) and metrics made of
them, and computes both day by day from the rows: what a period has, the year before, trailing windows, what one member has.

Readings: a flow begins with the month of its first value, a stock with that value. A month's flow is shared out over its days on the absolute value, what
is left over to the earliest; of a count in steps of its last decimal that is not 0. A stock is what each combination of members was last, added up.
"""

import argparse
import csv
import json
import os
import random
import shutil
import sys
import tempfile
from datetime import date, timedelta
from fractions import Fraction

from metrics import exact, plain, significant
from periods import ONE, Calendar, days, last_of_month, months_before
from rows import run

DIMENSIONS = {"segment": ["smb", "enterprise", "mid market"], "region": ["EMEA", "APAC"]}
GRAINS = {"week": 10, "month": 8, "quarter": 5}


class Figure:
    """A figure with its rows: (first day, last day, value in its smallest unit or step, members, decimals)."""

    def __init__(self, name, unit, kind):
        self.name, self.unit, self.kind, self.rows = name, unit, kind, []

    @property
    def id(self):
        return "figure." + self.name.lower().replace(" ", "_")


def invent(rng):
    first = date(2024, rng.randint(1, 12), rng.randint(1, 28))
    last = first + timedelta(days=rng.choice([200, 500, 800]))
    figures = [Figure("Net burn", "money", "flow"), Figure("Tickets", "count", "flow"), Figure("Cash", "money", "stock"),
               Figure("Open cases", "count", "stock"), Figure("Gross profit", "money", "flow")]
    for figure in figures:
        divided = [d for d in DIMENSIONS if rng.random() < 0.5]
        monthly = rng.random() < 0.5
        decimals = 2 if figure.unit == "money" else rng.choice([0, 0, 1])
        day = first + timedelta(days=rng.randint(0, 60))
        while day <= last:
            members = {d: rng.choice(DIMENSIONS[d] + [""]) for d in divided}
            value = rng.randint(-3000 if rng.random() < 0.2 else 0, 500000)
            start, end = day, day
            if monthly:
                start, end = day.replace(day=1), day.replace(day=last_of_month(day.year, day.month))
            figure.rows.append((start, end, value, members, decimals, monthly))
            day += timedelta(days=rng.randint(20, 40) if monthly else rng.choice([1, 3, 7, 12]))
    return figures, first, last


class Values:
    """What figures have on some days, for everyone or a member."""

    def __init__(self, figures, as_of):
        self.as_of = as_of
        self.figures = {f.id: f for f in figures}
        self.parts = {f.id: self.shared(f) for f in figures if f.kind == "flow"}

    def shared(self, figure):
        parts = []
        for start, end, value, members, decimals, _ in figure.rows:
            count = (end - start).days + 1
            if figure.unit == "count":         # 12.0 is whole
                while decimals and value % 10 == 0:
                    value, decimals = value // 10, decimals - 1
            each, left = divmod(abs(value), count)
            for number, day in enumerate(days(start, end)):
                amount = (each + (number < left)) * (-1 if value < 0 else 1)
                if day <= self.as_of:
                    parts.append((day, Fraction(amount, 10 ** decimals), members))
        return parts

    @staticmethod
    def has(members, dimension, member):
        return not dimension or (members.get(dimension) or "(none)") == member

    def known(self, figure):
        """The first value up to the as-of date, or None."""
        kept = [(s if figure.kind == "flow" else e) for s, e, *_ in figure.rows]
        return min((day for day in kept if day <= self.as_of), default=None)

    def value(self, name, start, end, dimension="", member="", trailing=False):
        figure = self.figures[name]
        first = self.known(figure)
        if first is None:
            return None
        if figure.kind == "flow":
            begin = first.replace(day=1)
            if end < begin or trailing and start < begin:
                return None
            return sum((a for day, a, members in self.parts[name] if start <= day <= end and self.has(members, dimension, member)), Fraction(0))
        if end < first:
            return None
        latest = {}
        for _, day, value, members, decimals, _ in figure.rows:
            if day <= end:
                key = tuple(sorted(members.items()))
                held, sum_ = latest.get(key, (None, 0))
                if held is None or day > held:
                    latest[key] = (day, Fraction(value, 10 ** decimals), members)[:2]
                elif day == held:
                    latest[key] = (day, sum_ + Fraction(value, 10 ** decimals))
        return sum((amount for key, (_, amount) in latest.items() if self.has(dict(key), dimension, member)), Fraction(0))


def over(top, bottom):
    return None if top is None or bottom is None or bottom == 0 else top / bottom


METRICS = {
    "burn_share": ("ratio", "figure.net_burn / figure.gross_profit",
                   lambda v, p, w: over(v("figure.net_burn", p.start, p.end, *w), v("figure.gross_profit", p.start, p.end, *w))),
    "burn_3": ("money", "trailing(figure.net_burn, 3 months)",
               lambda v, p, w: v("figure.net_burn", months_before(p.end, 3) + ONE, p.end, *w, trailing=True)),
    "cash_before": ("money", "prior(figure.cash, 3 months)",
                    lambda v, p, w: v("figure.cash", months_before(p.end, 3), months_before(p.end, 3), *w)),
    "cash_year_ago": ("money", "year_ago(figure.cash)",
                      lambda v, p, w: v("figure.cash", months_before(p.end, 12), months_before(p.end, 12), *w)),
    "cases_per_ticket": ("ratio", "figure.open_cases / figure.tickets",
                         lambda v, p, w: over(v("figure.open_cases", p.start, p.end, *w), v("figure.tickets", p.start, p.end, *w))),
}


def written(value, unit):
    if value is None:
        return ""
    return plain(value, 2) if unit == "money" else exact(value) if unit == "count" else significant(value)


def write(folder, figures, grain):
    os.makedirs(os.path.join(folder, "inbox"))
    with open(os.path.join(folder, "inbox", "figures.csv"), "w", newline="", encoding="utf-8") as stream:
        out = csv.writer(stream)
        out.writerow(["date", "figure", "value", "unit", "kind"] + list(DIMENSIONS))
        for figure in figures:
            for start, _, value, members, decimals, monthly in figure.rows:
                out.writerow(["%04d-%02d" % (start.year, start.month) if monthly else start.isoformat(), figure.name,
                              plain(Fraction(value, 10 ** decimals), decimals), figure.unit, figure.kind]
                             + [members.get(d, "") for d in DIMENSIONS])
    with open(os.path.join(folder, "inbox", "leads.csv"), "w", encoding="utf-8") as stream:
        stream.write("lead_id,created_at\nL1,2024-01-05\n")
    metrics = {name: {"formula": formula, "unit": unit} for name, (unit, formula, _) in METRICS.items()}
    metrics["cases"] = {"formula": "figure.open_cases + figure.tickets", "unit": "count"}
    with open(os.path.join(folder, "metrics.yml"), "w", encoding="utf-8") as stream:
        json.dump({"metrics": metrics}, stream)
    with open(os.path.join(folder, "pipeline.yml"), "w", encoding="utf-8") as stream:
        stream.write("grain: %s\nperiods: %d\ninbox: inbox\nmetrics: metrics.yml\ndimensions: %s\n" % (
            grain, GRAINS[grain], json.dumps(list(DIMENSIONS))))
        stream.write("config: {gross_margin: 0.8}\nsources: sources.yml\n")
    with open(os.path.join(folder, "sources.yml"), "w", encoding="utf-8") as stream:
        stream.write("sources: {leads: {max_age: 5000}}\n")


def check(gtm, seed, folder):
    """(what is wrong or '', how many values were held against each other)"""
    rng = random.Random(seed)
    figures, first, last = invent(rng)
    grain = rng.choice(list(GRAINS))
    as_of = last - timedelta(days=rng.randint(-10, 120))
    write(folder, figures, grain)
    done = run(gtm, ["run", "pipeline.yml", "--as-of", as_of.isoformat()], folder)
    if done.returncode != 0:
        return done.stderr.strip().splitlines()[-1], 0
    with open(os.path.join(folder, "reports", "pipeline", "latest", "metrics.csv"), newline="", encoding="utf-8") as stream:
        told = {(r["metric"], r["period"], r["dimension"], r["member"]): r["value"] for r in csv.DictReader(stream)}
    values, count = Values(figures, as_of), 0
    expected = {f.id: (f.unit, lambda v, p, w, i=f.id: v(i, p.start, p.end, *w)) for f in figures}
    expected.update({name: (unit, function) for name, (unit, _, function) in METRICS.items()})
    uses = {name: {f.id for f in figures if f.id in formula} for name, (_, formula, _) in METRICS.items()}
    uses.update({f.id: {f.id} for f in figures})
    divided = {f.id: {d for d in DIMENSIONS if any(row[3].get(d) for row in f.rows)} for f in figures}
    for period in Calendar().shown(grain, GRAINS[grain], as_of):
        for name, (unit, function) in expected.items():
            whose = [("", "")] + [(d, m) for d in DIMENSIONS for m in DIMENSIONS[d] + ["(none)"] if all(d in divided[i] for i in uses[name])]
            for dimension, member in whose:
                value = function(values.value, period, (dimension, member))
                found = told.get((name, period.name, dimension, member))
                isolated = found is None and dimension and (value is None or value == 0)    # such rows are left out
                count += 1
                if not isolated and (found or "") != written(value, unit):
                    return "%s %s %s %s: %r, not %r" % (name, period.name, dimension, member, found, written(value, unit)), count
    return "", count


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gtm", required=True)
    parser.add_argument("--seeds", default="1-20")
    options = parser.parse_args(arguments)
    gtm = os.path.abspath(options.gtm)
    first, _, last = options.seeds.partition("-")
    failed = 0
    for seed in range(int(first), int(last or first) + 1):
        folder = tempfile.mkdtemp(prefix="gtm-figures-")
        try:
            found, count = check(gtm, seed, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        failed += bool(found)
        print("%d %s %d values %s" % (seed, "FAIL" if found else "ok", count, found), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
