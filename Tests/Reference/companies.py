"""Invents a company: the same seed always gives the same files.

    python3 companies.py --seed 7 --out COMPANY_DIR

writes inbox/*.csv, settings.json, the same settings as pipeline.yml, as_of.txt and, where a
period other than the newest complete one is to be reported, period.txt. The rows are all
valid; what varies is listed in README.md.
"""

import argparse
import csv
import json
import os
import random
import sys
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from invention import FUNNEL, MEMBERS, Invention
from periods import MONTHS, ONE, WEEKDAYS, Calendar, shift_months

DATED = 0.35                               # how often a source comes in several files


def invent_settings(rng):
    """The pipeline's settings, without its folders."""
    grain = rng.choice(["week", "week", "month", "month", "quarter", "year"])
    stages = list(FUNNEL)
    if rng.random() < 0.3:
        stages.insert(rng.choice([1, 2, 3, 4]), "demo")
        if rng.random() < 0.4:
            stages.insert(stages.index("demo") + 1, "proposal")
    if rng.random() < 0.1:
        stages.append("onboarded")
    config = {}
    if rng.random() < 0.7:
        config["gross_margin"] = rng.choice([0.8, 0.725, 0.5])
    if rng.random() < 0.35:
        config["churn_grace_days"] = rng.choice([3, 14, 45])
    if rng.random() < 0.4:
        config["renewal_grace_days"] = rng.choice([0, 10, 60])
    if rng.random() < 0.4:
        config["response_sla_minutes"] = rng.choice([30, 240])
    dimensions = [d for d in MEMBERS if rng.random() < 0.45]
    rng.shuffle(dimensions)
    return {
        "grain": grain,
        "periods": {"week": rng.randint(2, 16), "month": rng.randint(2, 15),
                    "quarter": rng.randint(2, 8), "year": rng.randint(2, 4)}[grain],
        "currency": rng.choice(["USD", "USD", "EUR", "JPY", "KWD"]),
        "time_zone": rng.choice(["UTC", "America/New_York", "Asia/Shanghai"]),
        "week_starts": rng.choice(["monday", "monday", "sunday", rng.choice(WEEKDAYS)]),
        "fiscal_year_starts": rng.choice(["january", "january", "april", rng.choice(MONTHS)]),
        "dimensions": dimensions, "config": config, "funnel": {"stages": stages},
    }


def invent_as_of(rng, settings, first, last):
    """The as-of date, and the period to report (None: the newest complete one)."""
    calendar = Calendar(settings["week_starts"], settings["fiscal_year_starts"])
    roll = rng.random()
    if roll < 0.05:
        return first - timedelta(days=rng.randint(40, 300)), None
    if roll < 0.30:
        as_of = first + timedelta(days=rng.randint(0, (last - first).days))
    else:
        as_of = last - timedelta(days=rng.randint(-20, 70))
    period = calendar.period_of(settings["grain"], as_of)
    if rng.random() < 0.2:
        as_of = period.end
    named = None
    if rng.random() < 0.25:                # the period to date, or one before the newest
        named = period.name
        if rng.random() < 0.4:
            named = calendar.period_of(settings["grain"], period.start - 40 * ONE).name
    return as_of, named


def write_csv(folder, name, rows, rng):
    """One file, its columns those of its rows, in an order of chance."""
    columns = sorted({c for row in rows for c in row})
    rng.shuffle(columns)
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, restval="",
                                lineterminator=rng.choice(["\n", "\r\n"]))
        writer.writeheader()
        writer.writerows(rows)


def write_keyed(folder, source, rows, keys, rng, last):
    """One file, or an older and a newer one, some keys being in both with other rows."""
    if not rows:
        return
    if rng.random() > DATED or len(rows) < 10:
        write_csv(folder, source + ".csv", rows, rng)
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
            changed = {c: other[c] for c in ("active_users", "seats", "fte", "arr", "mrr", "amount",
                                             "score", "segment", "region", "owner", "rate")
                       if c in row and row[c] and other.get(c)}
            stale.append({**row, **changed} if name in both else row)
    fresh = [row for name in new for row in groups[name]]
    older, newer = last - timedelta(days=40), last - timedelta(days=9)
    write_csv(folder, "%s-%s.csv" % (source, older.isoformat()), stale, rng)
    write_csv(folder, "%s_%s.csv" % (source, newer.strftime("%Y%m%d")), fresh, rng)
    if rng.random() < 0.4:                           # the newest once more: the same bytes
        copy_file(folder, "%s_%s.csv" % (source, newer.strftime("%Y%m%d")),
                  "%s-%s.csv" % (source, (newer + ONE).isoformat()))


def copy_file(folder, name, other):
    with open(os.path.join(folder, name), "rb") as source:
        content = source.read()
    with open(os.path.join(folder, other), "wb") as target:
        target.write(content)


def write_appended(folder, source, rows, rng, last):
    """One file, or several whose rows overlap."""
    if not rows:
        return
    if rng.random() > DATED or len(rows) < 10:
        write_csv(folder, source + ".csv", rows, rng)
        if rng.random() < 0.3:                       # the same bytes under another name
            copy_file(folder, source + ".csv", "%s copy.csv" % source)
        return
    third = len(rows) // 3
    repeated = rows[:2] + rows                       # equal rows of one file all count
    older, newer = (last - timedelta(days=40)).isoformat(), last.isoformat()
    write_csv(folder, "%s-%s.csv" % (source, older), repeated[:2 * third], rng)
    write_csv(folder, "%s-%s.csv" % (source, newer), repeated[third:], rng)


def invent_inbox(folder, rng, settings, first, last):
    """Writes the files of every source that the company has."""
    maker = Invention(rng, settings, ZoneInfo(settings["time_zone"]), first, last)
    if rng.random() < 0.8:
        rows = maker.subscription_rows()
        keys = ["subscription_id"] if "subscription_id" in rows[0] else ["customer_id", "start_date"]
        write_keyed(folder, "subscriptions", rows, keys, rng, last)
    elif rng.random() < 0.85:
        write_keyed(folder, "arr_snapshots", maker.snapshot_rows(), ["customer_id", "date"], rng, last)
    if rng.random() < 0.75:
        write_keyed(folder, "customers", maker.customer_rows(), ["customer_id"], rng, last)
    if rng.random() < 0.85:
        kinds = rng.choice([[True], [False], [True, False]])
        for months in kinds:
            name = "spend" if len(kinds) == 1 else "spend_agency" if months else "spend_ads"
            write_appended(folder, name, maker.spend_rows(months), rng, last)
    if rng.random() < 0.8:
        rows = maker.nps_rows()
        if "response_id" in rows[0]:
            write_keyed(folder, "nps", rows, ["response_id"], rng, last)
        else:
            write_appended(folder, "nps", rows, rng, last)
    if rng.random() < 0.75:
        write_keyed(folder, "usage", maker.usage_rows(), ["customer_id", "date"], rng, last)
    if rng.random() < 0.7:
        rows = maker.headcount_rows()
        write_keyed(folder, "headcount", rows,
                    ["team", "date"] if rows and "team" in rows[0] else ["date"], rng, last)
    rows = maker.rate_rows()
    write_keyed(folder, "fx_rates", rows, [k for k in ("currency", "date") if k in rows[0]], rng, last)
    roll = rng.random()
    if roll < 0.7:
        write_keyed(folder, "leads", maker.lead_rows(), ["lead_id"], rng, last)
    elif roll < 0.9:
        write_appended(folder, "lead_events", maker.event_rows(), rng, last)


def generate(seed, folder, features=frozenset()):
    """Writes the company of a seed; gives its as-of date and period (or None)."""
    rng = random.Random(seed)
    settings = invent_settings(rng)
    first = date(2023, 1, 1) + timedelta(days=rng.randint(0, 500))
    last = first + timedelta(days=rng.choice([120, 300, 500, 900]))
    as_of, period = invent_as_of(rng, settings, first, last)
    inbox = os.path.join(folder, "inbox")
    os.makedirs(inbox, exist_ok=True)
    for name in os.listdir(inbox):
        os.remove(os.path.join(inbox, name))
    invent_inbox(inbox, rng, settings, first, last)
    files = {"settings.json": json.dumps(settings, ensure_ascii=False, indent=2) + "\n",
             "as_of.txt": as_of.isoformat() + "\n",
             "pipeline.yml": pipeline_text(settings)}
    if period:
        files["period.txt"] = period + "\n"
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as stream:
            stream.write(text)
    return as_of, period


def pipeline_text(settings):
    """The settings as YAML: one key a line, values in flow style."""
    lines = ["inbox: inbox", "reports: reports", "state: state"]
    for key, value in settings.items():
        if value != {}:
            lines.append("%s: %s" % (key, json.dumps(value, ensure_ascii=False)))
    return "\n".join(lines) + "\n"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args(arguments)
    as_of, period = generate(options.seed, options.out)
    print("as of %s%s" % (as_of, ", period %s" % period if period else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
