"""An invented company whose leads are written with all that exports do: quotes, line breaks, offsets, ids that come again in later
files, several currencies, gaps that the customer fills, and rows that are broken or written in unusual ways."""

import csv
import datetime
import os
import random

import deals

DAY = datetime.timedelta(days=1)
FIRST = datetime.datetime(2025, 1, 1)
HEADER = ["lead_id", "Created At", "company", "channel", "segment", "region", "owner", "first_response_at", "mql_at", "sql_at",
          "opportunity_at", "won_at", "lost_at", "amount", "currency", "customer_id"]
OWNERS = ["Maya Torres", "Jonas Weber", "韩梅梅", "O'Neil, Pat", "", "N/A"]
SEGMENTS = ["smb", "enterprise", "mid-market", "SMB", "", "null", " smb "]
COMPANIES = ["Best, Inc.", 'The "Big" One', "5\" pipes", "Zwei\nZeilen GmbH", "株式会社アオイ", "Plain Ltd", "A;B", ""]


def stamp(random_, moment, odd):
    """A time in one of the ways that exports write it, the same moment in each."""
    way = random_.random()
    if way < 0.4:
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    if way < 0.6:
        return (moment + datetime.timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:%S+08:00")
    if way < 0.75:
        return (moment - datetime.timedelta(hours=5)).strftime("%Y-%m-%d %H:%M:%S.250-0500")
    if way < 0.85:
        return moment.strftime("%Y-%m-%d %H:%M")
    if way < 0.9:
        return moment.strftime("%Y-%m-%d")
    if odd and way < 0.903:
        return moment.strftime("%d %b %Y %H:%M")
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def lead(random_, number, until, odd, world=None):
    """The cells of a lead as it stood on a day."""
    def after(moment, days):
        return moment + DAY * random_.random() * days if moment else None

    created = FIRST + (until - FIRST) * random_.random()
    mql = after(created, 20) if random_.random() < 0.6 else None
    sql = after(mql, 30) if random_.random() < 0.6 else None
    opportunity = after(sql, 40) if random_.random() < 0.7 else None
    won = after(opportunity, 90) if random_.random() < 0.4 else None
    lost = after(mql or created, 60) if random_.random() < 0.2 else None
    answered = after(created, random_.choice([0.02, 0.1, 3])) if random_.random() < 0.7 else None
    if odd and random_.random() < 0.002:
        answered = created - DAY                                        # answered before it was there
    times = [t if t and t <= until + 20 * DAY else None for t in (created, answered, mql, sql, opportunity, won, lost)]
    amount = "" if opportunity is None else random_.choice(
        ["%d" % random_.randint(1, 90000), "%.2f" % (random_.random() * 90000), "NULL"])
    cells = ["L-%06d" % number, stamp(random_, times[0] or created, odd), random_.choice(COMPANIES),
             random_.choice(["ads", "events", "partner", ""]), random_.choice(SEGMENTS),
             random_.choice(["EMEA", "APAC", "North America", ""]), random_.choice(OWNERS)]
    cells += [stamp(random_, t, odd) if t else random_.choice(["", "", "", "NA"]) for t in times[1:]]
    cells += [amount, random_.choice(["", "USD", "EUR", "eur", "GBP"]), "C%03d" % random_.randint(1, 60) if random_.random() < 0.3 else ""]
    if world:
        cells[0] = world.lead_id(number)
        cells[2], more = world.of_lead(number)
        cells += more
    if odd:
        chance = random_.random()
        if chance < 0.001:
            cells[1] = "soon"                                           # no time
        elif chance < 0.002:
            cells[13] = "12,50 or so"                                   # no amount
        elif chance < 0.003:
            cells[0] = ""                                               # no id
        elif chance < 0.004:
            cells.append("one more")                                    # a cell too many
        elif chance < 0.005:
            cells = cells[:12]                                          # cells too few
        elif chance < 0.006:
            cells[0] = '="%s"' % cells[0]                               # a text guard
        elif chance < 0.007:
            cells[13] = "$1,234.50" if cells[13] else ""                # an amount as people write it
        elif chance < 0.008:
            cells[9] = "1970-01-01"                                     # a placeholder
    return cells


def write(path, rows, line_end="\r\n", header=HEADER):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator=line_end)
        writer.writerow(header)
        writer.writerows(rows)


def company(folder, leads, seed=1, odd=True, zone="Europe/Berlin", dimensions="[segment, region, channel]",
            with_deals=False):
    """Writes the company; gives the as-of date."""
    world = deals.World(seed, leads) if with_deals else None
    random_ = random.Random(seed)
    inbox = os.path.join(folder, "inbox")
    os.makedirs(inbox, exist_ok=True)
    until = datetime.datetime(2026, 11, 15)
    numbers = list(range(1, leads + 1))
    parts = [numbers[: leads * 6 // 10], numbers[leads * 5 // 10: leads * 9 // 10], numbers[leads * 8 // 10:]]
    ends = ["2026-09-30", "2026-10-31", "2026-11-15"]
    for part, end in zip(parts, ends):
        day = datetime.datetime.fromisoformat(end)
        rows = [lead(random_, number, min(day, until), odd, world) for number in part]
        rows += [lead(random_, random_.choice(part), min(day, until), odd, world) for _ in range(len(part) // 100)]
        write(os.path.join(inbox, "leads %s.csv" % end), rows, "\n" if end == ends[1] else "\r\n",
              HEADER + (deals.OF_LEADS if with_deals else []))
    if world:
        deals.write(inbox, world, until)
    with open(os.path.join(inbox, "customers.csv"), "w", encoding="utf-8") as file:
        file.write("customer_id,name,segment,region,channel\n")
        for number in range(1, 50):
            file.write("C%03d,Customer %d,%s,EMEA,ads\n" % (number, number, random_.choice(["smb", "enterprise"])))
    with open(os.path.join(inbox, "subscriptions-2026-11-15.csv"), "w", encoding="utf-8") as file:
        file.write("subscription_id,customer_id,start_date,end_date,arr,plan\n")
        for number in range(1, 45):
            file.write("S%d,C%03d,2025-%02d-01,,%d.00,basic\n" % (number, number, random_.randint(1, 12), 1000 * number))
    with open(os.path.join(inbox, "fx_rates.csv"), "w", encoding="utf-8") as file:
        file.write("currency,rate,date\nEUR,1.0853,2026-01-01\nGBP,1.2701,2026-01-01\n")
    with open(os.path.join(folder, "pipeline.txt"), "w", encoding="utf-8") as file:
        file.write("grain: month\nperiods: 6\ninbox: inbox\ntime_zone: %s\ndimensions: %s\n" % (zone, dimensions))
    return "2026-11-14"
