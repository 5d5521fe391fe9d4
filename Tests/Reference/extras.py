"""What only companies with a feature have: deals, rosters, settings of sources, exports removed
or replaced, files that end the run."""

import copy
import csv
import os
import shutil
from datetime import timedelta

from files import TOTAL_WORDS
from invention import MEMBERS
from periods import shift_months

OPEN, WON, LOST = (["Proposal", "Negotiation", "2 - Qualified"],
                   ["Closed Won", "won", "6 - Closed Won", "Won: upsell", "Closed Won (100%)", "赢单"],
                   ["Closed Lost", "Lost", "7 - Closed Lost", "Lost: price", "输单"])


def with_deals(maker, rng, rows, events):
    """(leads or their events, deals): deals joined in each way, or to no lead. `rows` may be
    empty; leads lose some of the cells that their deals have."""
    maker = copy.copy(maker)
    maker.rng = rng
    if maker.stamp_style == "dates":                       # would leave ties
        maker.stamp_style = "Z"
    ways = rng.sample(["lead_id", "opportunity_id", "customer_id", "company"], rng.choice([1, 2, 4]))
    if not events:
        if "company" in ways:
            for number, row in enumerate(rows):
                row["company"] = "Firm %d GmbH" % (number // rng.choice([1, 1, 2]))
        for column in [c for c in ("opportunity_at", "won_at", "lost_at", "amount") if rng.random() < 0.5]:
            for row in rows:
                row.pop(column, None)
    by_stage, by_close = rng.random() < 0.6, rng.random() < 0.5
    dimensions, with_amount = maker.has_dimensions(), rng.random() < 0.85
    deals = []
    for number in range(rng.choice([12, 40, 120])):
        lead = rng.choice(rows) if rows and rng.random() < 0.7 else None
        row = deal_row(maker, rng, "D%05d" % number, by_stage, by_close)
        if with_amount:
            row["amount"] = maker.amount(100, 40000) if rng.random() < 0.8 else ""
        row.update(maker.currency(), **maker.cells(dimensions, 0.3))
        row.update({"lead_id": "", "company": rng.choice(["", "Elsewhere %d Ltd" % number])})
        if "customer_id" in ways:
            row["customer_id"] = ""
        join(rng, rng.choice(ways), row, lead, rows, events)
        deals.append(row)
    if "opportunity_id" in ways and not events:
        for row in rows:
            row.setdefault("opportunity_id", "")
    if "lead_id" not in ways:
        for row in deals:
            del row["lead_id"]
    return rows, deals


def deal_row(maker, rng, identity, by_stage, by_close):
    """A deal's id, creation and end: by dates of its own, or by stage and close date."""
    created = maker.moment(last=maker.last + timedelta(days=20))
    ended = created + timedelta(minutes=rng.randint(1, 60 * 24 * 90))
    outcome = rng.choice(["open", "won", "won", "lost"])
    row = {"opportunity_id": identity, "created_at": maker.stamp(created)}
    if by_stage:
        row["stage"] = rng.choice({"open": OPEN, "won": WON, "lost": LOST}[outcome])
        row["closed_at"] = maker.stamp(ended)              # of an open deal, a forecast
    if not by_stage or by_close:
        own = not by_stage or rng.random() < 0.5
        row["won_at"] = maker.stamp(ended) if outcome == "won" and own else ""
        row["lost_at"] = maker.stamp(ended) if outcome == "lost" and own else ""
    return row


def join(rng, way, row, lead, leads, events):
    """Makes a deal one of a lead, in some way."""
    if lead is None:
        return
    if way == "lead_id":
        other = rng.choice(leads)["lead_id"]
        row["lead_id"] = rng.choice([lead["lead_id"], "%s;%s" % (lead["lead_id"], other),
                                     "L99999;" + lead["lead_id"]])
    elif way == "customer_id":
        row["customer_id"] = lead.get("customer_id", "")
    elif not events and way == "opportunity_id":
        lead["opportunity_id"] = row["opportunity_id"]
    elif not events and way == "company":
        name = lead.get("company", "")
        row["company"] = rng.choice([name, name.upper(), name.replace(" ", "  ")])


def roster(maker, rng):
    """(older, newer) lists of people; the older one may be empty."""
    people = []
    dimensions = [d for d in MEMBERS if rng.random() < 0.2]
    for _ in range(rng.randint(4, 50)):
        hired = maker.first + timedelta(days=rng.randint(-400, (maker.last - maker.first).days))
        left = hired + timedelta(days=rng.randint(3, 700)) if rng.random() < 0.4 else None
        people.append({
            "team": rng.choice(["Sales", "Marketing, EU", ""]), "hired_on": hired.isoformat(),
            "left_on": left.isoformat() if left and left <= maker.last else "",
            "fte": rng.choice(["", "1", "0.5", "0.8"]),
            **{d: rng.choice(MEMBERS[d] + [""]) for d in dimensions}})
    before = shift_months(maker.last, -3).isoformat()
    older = [{**p, "left_on": "" if p["left_on"] > before else p["left_on"]}
             for p in people if p["hired_on"] <= before and rng.random() < 0.9]
    return older if rng.random() < 0.5 else [], people


def source_settings(rng):
    """Keys of the pipeline, and those by source for sources.yml."""
    settings, sources = {}, {}
    if rng.random() < 0.4:
        sources["subscriptions"] = {"end_date": rng.choice(["first_day_without", "last_day",
                                                            "cancellation"])}
    for source, rules in (("usage", ["snapshot"]), ("customers", ["snapshot"]),
                          ("leads", ["snapshot"]), ("nps", ["append", "snapshot"]),
                          ("spend", ["snapshot"])):
        if rng.random() < 0.25:
            sources[source] = {"load": rng.choice(rules)}
    if rng.random() < 0.4:
        settings["fx_date"] = "%d-%02d-15" % (rng.randint(2022, 2026), rng.randint(1, 12))
    health = {}
    if rng.random() < 0.5:
        health["weights"] = {"usage": rng.choice([10, 50]), "voice": rng.choice([0, 20]),
                             "trend": rng.choice([15, 40])}
    if rng.random() < 0.5:
        health["bands"] = {"at_risk": rng.choice([25, 50]), "watch": rng.choice([75, 90])}
    return settings, sources, health


def earlier_inbox(folder, rng):
    """The inbox of an earlier run, beside that of now: exports that were removed since, and older
    content of files that were written anew (not of those with a total: it would be none of theirs)."""
    inbox, before = os.path.join(folder, "inbox"), os.path.join(folder, "before")
    shutil.copytree(inbox, before)
    for name in sorted(os.listdir(inbox)):
        path, changed = os.path.join(before, name), os.path.getmtime(os.path.join(inbox, name))
        roll = rng.random()
        if roll < 0.25:
            os.remove(os.path.join(inbox, name))
        elif roll < 0.5 and name.split(".")[0] not in ("fx_rates", "customers"):
            with open(path, encoding="utf-8", newline="") as stream:
                lines = list(csv.reader(stream))
            if any(TOTAL_WORDS.fullmatch(cell.strip()) for line in lines for cell in line):
                continue
            kept = [line for line in lines if sorted(line) == sorted(lines[0]) or rng.random() < 0.7]
            with open(path, "w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows(kept)
            changed -= 20 * 24 * 3600
        elif roll < 0.6:
            os.remove(path)
            continue
        os.utime(path, (changed, changed))
    if not os.listdir(before):
        os.rmdir(before)


def spoiled(rng, source, rows):
    """Rows of a file that ends the run: a scale of its own, ids without their digits, no dates."""
    identity = {"nps": "response_id", "leads": "lead_id"}.get(source)
    if source == "nps" and len(rows) > 40 and rng.random() < 0.4:
        scale = rng.choice([[1, 2, 3, 4, 5, 5], [10, 50, 70, 90]])
        return [{**row, "score": str(rng.choice(scale)) if row["score"] else ""} for row in rows]
    if identity in rows[0] and rng.random() < 0.6:
        return [{**row, identity: "1.00123E+12"} for row in rows]
    if source in ("usage", "spend") and rng.random() < 0.3:
        return [{**row, "date": ""} for row in rows]
    return rows
