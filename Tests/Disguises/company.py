"""One company, as typed rows by source: the same seed always gives the same rows."""

import random
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

DAY = timedelta(days=1)
FIRST, LAST = date(2025, 1, 6), date(2026, 6, 28)
SEGMENTS, REGIONS = ["SMB", "Mid-Market", "Enterprise"], ["EMEA", "NA", "APAC"]
CHANNELS = ["paid search", "partners", "events", "organic"]
PLANS = ["Basic", "Pro", "Pro Plus"]
PIPELINE = """company: Disguised
grain: month
periods: 6
inbox: inbox
reports: reports
state: state
currency: EUR
time_zone: Europe/Berlin
dimensions: [segment, region, channel]
"""
AS_OF = "2026-06-30"


def invent(seed):
    """Rows by source. Values are str, Decimal, int, date, datetime (UTC) or None."""
    rng = random.Random(seed)

    def day(first=FIRST, last=LAST):
        return first + rng.randint(0, (last - first).days) * DAY

    def moment(first=FIRST, last=LAST):
        d = day(first, last)
        return datetime(d.year, d.month, d.day, rng.randint(6, 20), rng.randint(0, 59), rng.randint(1, 59), tzinfo=timezone.utc)

    def money(low, high):
        return Decimal(rng.randint(low * 100, high * 100)) / 100

    ids = ["%07d" % (1001000 + 37 * n) for n in range(60)]
    rows = {}
    rows["customers"] = [dict(customer_id=c, name="Firma %s & Söhne" % c[-3:], segment=rng.choice(SEGMENTS),
                              region=rng.choice(REGIONS), channel=rng.choice(CHANNELS)) for c in ids]
    terms = []
    for number, customer in enumerate(ids):
        start = day(FIRST, LAST - 200 * DAY)
        for turn in range(rng.randint(1, 3)):
            end = start + rng.choice([180, 200, 365]) * DAY
            terms.append(dict(subscription_id="S%04d-%d" % (number, turn), customer_id=customer, start_date=start,
                              end_date=None if rng.random() < 0.4 else end, arr=money(900, 25000),
                              currency=rng.choice(["EUR", "EUR", "USD"]), plan=rng.choice(PLANS), status="active"))
            start = end + rng.choice([0, 0, 20]) * DAY
            if start > LAST:
                break
    rows["subscriptions"] = terms
    rows["spend"] = [dict(date=FIRST + n * 2 * DAY, amount=money(100, 3000), currency="EUR", category=rng.choice(["marketing", "sales"]),
                          channel=rng.choice(CHANNELS), campaign="C-%d" % rng.randint(1, 9)) for n in range(260)]
    surveys = []
    for n in range(160):
        asked = moment(FIRST, LAST - 10 * DAY)
        answered = rng.random() < 0.6
        surveys.append(dict(response_id="R%05d" % n, invited_at=asked,
                            responded_at=asked + timedelta(hours=rng.randint(1, 90)) if answered else None,
                            customer_id=rng.choice(ids), score=rng.randint(0, 10) if answered else None,
                            comment="so, la la; \"na ja\"" if rng.random() < 0.2 else None))
    rows["nps"] = surveys
    leads = []
    for n in range(300):
        stamp = moment()
        lead = dict(lead_id="L%06d" % (n * 7), created_at=stamp, first_response_at=None, mql_at=None, sql_at=None, opportunity_at=None,
                    won_at=None, lost_at=None, amount=None, currency=None, channel=rng.choice(CHANNELS), company="Company %d" % n)
        if rng.random() < 0.8:
            lead["first_response_at"] = stamp + timedelta(minutes=rng.randint(1, 300))
        for stage in ("mql_at", "sql_at", "opportunity_at"):
            if rng.random() > 0.65:
                break
            stamp += timedelta(hours=rng.randint(5, 200))
            lead[stage] = stamp
        else:
            lead["amount"], lead["currency"] = money(1000, 20000), rng.choice(["EUR", "USD"])
            stamp += timedelta(days=rng.randint(2, 60))
            lead[rng.choice(["won_at", "won_at", "lost_at"])] = stamp
        leads.append(lead)
    rows["leads"] = leads
    rows["usage"] = [dict(customer_id=c, date=LAST - rng.randint(0, 90) * DAY, active_users=rng.randint(0, 40), seats=40)
                     for c in ids for _ in range(3)]
    seen, unique = set(), []
    for row in rows["usage"]:
        if (row["customer_id"], row["date"]) not in seen:
            seen.add((row["customer_id"], row["date"]))
            unique.append(row)
    rows["usage"] = unique
    rows["headcount"] = [dict(date=date(2025 + m // 12, m % 12 + 1, 1), team=t, fte=Decimal(rng.randint(10, 300)) / 4)
                         for m in range(18) for t in ("Sales", "Marketing", "Product")]
    rows["fx_rates"] = [dict(currency="USD", rate=Decimal("0.92"), date=date(2025, 1, 1)), dict(currency="CNY", rate=Decimal("0.13"), date=None)]
    return rows
