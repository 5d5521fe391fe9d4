"""Invents a company: the same seed always gives the same files.

    python3 companies.py --seed 7 --out COMPANY_DIR

writes inbox/*.csv, settings.json, the same settings as pipeline.yml, as_of.txt and, where a
period other than the newest complete one is to be reported, period.txt. What varies is listed in
README.md, and by feature in features.py; without features all rows are valid.
"""

import argparse
import json
import os
import random
import shutil
import sys
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from disguises import Disguise
from extras import earlier_inbox, roster, source_settings, with_deals
from features import chosen
from invention import FUNNEL, MEMBERS, Invention
from plans import write_plan
from periods import MONTHS, ONE, WEEKDAYS, Calendar
from writing import Writer


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


def invent_inbox(files, rng, settings, first, last, features):
    """Writes the files of every source that the company has."""
    maker = Invention(rng, settings, ZoneInfo(settings["time_zone"]), first, last)
    chance = files.disguise.chance
    if rng.random() < 0.8:
        rows = maker.subscription_rows()
        files.disguise.last_day = maker.last_day
        keys = ["subscription_id"] if "subscription_id" in rows[0] else ["customer_id", "start_date"]
        files.keyed("subscriptions", rows, keys)
    elif rng.random() < 0.85:
        files.keyed("arr_snapshots", maker.snapshot_rows(), ["customer_id", "date"])
    if rng.random() < 0.75:
        files.keyed("customers", maker.customer_rows(), ["customer_id"])
    if rng.random() < 0.85:
        kinds = rng.choice([[True], [False], [True, False]])
        for months in kinds:
            name = "spend" if len(kinds) == 1 else "spend_agency" if months else "spend_ads"
            files.appended(name, maker.spend_rows(months))
    if rng.random() < 0.8:
        rows = maker.nps_rows()
        if "response_id" in rows[0]:
            files.keyed("nps", rows, ["response_id"])
        else:
            files.appended("nps", rows)
    if rng.random() < 0.75:
        files.keyed("usage", maker.usage_rows(), ["customer_id", "date"])
    if rng.random() < 0.7:
        rows = maker.headcount_rows()
        if "roster" in features and chance("roster").random() < 0.7:
            write_rosters(files, maker, chance("rosters"), last)
        else:
            files.keyed("headcount", rows, ["team", "date"] if rows and "team" in rows[0] else ["date"])
    rows = maker.rate_rows()
    files.keyed("fx_rates", rows, [k for k in ("currency", "date") if k in rows[0]])
    roll = rng.random()
    rows = maker.lead_rows() if roll < 0.7 else maker.event_rows() if roll < 0.9 else []
    if "opportunities" in features and chance("opportunities").random() < 0.8:
        rows, deals = with_deals(maker, chance("deals"), rows, 0.7 <= roll < 0.9)
        files.keyed("opportunities", deals, ["opportunity_id"])
    if roll < 0.7:
        files.keyed("leads", rows, ["lead_id"])
    else:
        files.appended("lead_events", rows)


def write_rosters(files, maker, rng, last):
    """One list of people, with or without a date in its name, or an older one too."""
    older, people = roster(maker, rng)
    if older:
        files.csv(files.named("headcount", last - timedelta(days=60), "-%Y-%m-%d"), older)
    named = older or rng.random() < 0.5
    files.csv(files.named("headcount", last, "-%Y-%m-%d") if named else "headcount.csv", people)


def generate(seed, folder, features=frozenset()):
    """Writes the company of a seed; gives its as-of date and period (or None)."""
    rng = random.Random(seed)
    settings = invent_settings(rng)
    first = date(2023, 1, 1) + timedelta(days=rng.randint(0, 500))
    last = first + timedelta(days=rng.choice([120, 300, 500, 900]))
    as_of, period = invent_as_of(rng, settings, first, last)
    disguise = Disguise(seed, features, settings["dimensions"], last)
    if "late" in features and period is None:
        as_of += timedelta(days=disguise.chance("as of").choice([0, 0, 15, 40, 100]))
    if "own_dimension" in features and disguise.chance("own").random() < 0.7:
        settings["dimensions"].append("country")
    if "settings" in features:
        more, sources, health = source_settings(disguise.chance("settings"))
        settings.update(more, sources=sources)
        settings["config"].update({"health": health} if health else {})
    inbox = os.path.join(folder, "inbox")
    for name in ("inbox", "before"):
        shutil.rmtree(os.path.join(folder, name), ignore_errors=True)
    os.makedirs(inbox)
    invent_inbox(Writer(inbox, rng, last, disguise), rng, settings, first, last, features)
    if "targets" in features:
        write_plan(inbox, disguise.chance("targets"), settings, as_of)
    if "history" in features and disguise.chance("history").random() < 0.8:
        earlier_inbox(folder, disguise.chance("earlier"))
    files = {"settings.json": json.dumps(settings, ensure_ascii=False, indent=2) + "\n",
             "as_of.txt": as_of.isoformat() + "\n",
             "pipeline.yml": pipeline_text(settings)}
    if settings.get("sources"):
        files["sources.yml"] = "sources: %s\n" % json.dumps(settings["sources"])
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
            value = "sources.yml" if key == "sources" else value
            lines.append("%s: %s" % (key, json.dumps(value, ensure_ascii=False)))
    return "\n".join(lines) + "\n"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--features", type=chosen, default=frozenset(), help="like ids,late")
    options = parser.parse_args(arguments)
    as_of, period = generate(options.seed, options.out, options.features)
    print("as of %s%s" % (as_of, ", period %s" % period if period else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
