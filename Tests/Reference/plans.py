"""A random plan: targets of metrics and measures by id and name, for members, weeks to years."""

import csv
import os
from datetime import timedelta

from invention import MEMBERS
from measures import UNITS
from metrics import METRICS
from periods import Calendar
from targets import AT_MOST_ONE, names_of_catalogue

HEADER = ["metric", "period", "value", "owner", "dimension", "member"]
SIZES = {"money": [500, 20000, 400000, 3000000], "count": [0, 2, 15, 60], "points": [-10, 20, 60],
         "ratio": [0.4, 1, 3.5], "months": [3, 14], "days": [10, 40], "minutes": [30, 900],
         "money_per_day": [100, 5000]}


def value(rng, name, unit, style):
    """A target as it is written: a rate with its sign, as percent or as a fraction."""
    if unit != "percent":
        size = rng.choice(SIZES[unit])
        return str(round(size * rng.uniform(0.5, 1.5), 0 if unit == "count" else 2)) if size else "0"
    rate = rng.choice([3, 15, 19.5, 40, 80, 95] + ([] if name in AT_MOST_ONE else [104, 130]))
    if style == "mixed":
        style = rng.choice(["sign", "fraction"])
    return {"sign": "%s%%" % rate, "percent": str(rate), "fraction": "%g" % (rate / 100)}[style]


def period_name(rng, calendar, as_of):
    """A period of any grain, most often one that holds the as-of date or a day shortly before."""
    day = as_of - timedelta(days=rng.choice([0, 0, 3, 8, 8, 20, 35, 100, -30]))
    return calendar.period_of(rng.choice(["week", "month", "month", "quarter", "quarter", "year"]), day).name


def write_plan(inbox, rng, settings, as_of):
    """One or two files of targets; of the same target in both the newer counts."""
    calendar = Calendar(settings["week_starts"], settings["fiscal_year_starts"])
    names = names_of_catalogue()
    units = {**UNITS, **{name: unit for name, (unit, _) in METRICS.items()}}
    choice = [n for n in units if n not in ("arr_opening", "customers_opening", "health_points", "seat_utilisation")]
    rows, styles = [], {}
    for _ in range(rng.randint(20, 70)):
        name = rng.choice(choice)
        style = styles.setdefault(name, rng.choice(["sign", "percent", "fraction", "mixed"]))
        known = names.get(name, [])
        written = rng.choice([name, name, name.upper(), name.replace("_", " ")] + known[:2])
        if written in known[1:]:           # the names in other languages take turns
            written = known[1:][len(rows) % len(known[1:])]
        dimension = rng.choice([d for d in settings["dimensions"] if d in MEMBERS] + [""] * 3)
        member = rng.choice(MEMBERS[dimension] + ["Nobody's"]) if dimension else ""
        rows.append([written, period_name(rng, calendar, as_of), value(rng, name, units[name], style),
                     rng.choice(["", "Owner of it", "Anyone, else"]), rng.choice([dimension, dimension.upper()]),
                     rng.choice([member, member.upper(), member.replace(" ", "  ")])])
        if rng.random() < 0.15:            # once more in another spelling
            rows.append([rng.choice([name, name.upper()])] + rows[-1][1:2]
                        + [value(rng, name, units[name], style)] + rows[-1][3:])
    rows.insert(rng.randint(0, len(rows)), ["magic beans", rows[0][1], "5", "", "", ""])
    cut = rng.choice([0, len(rows) // 3])
    for part, day in ((rows[:cut], as_of - timedelta(days=9)), (rows[cut:], as_of)):
        if part:
            with open(os.path.join(inbox, "targets %s.csv" % day), "w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows([HEADER] + part)
