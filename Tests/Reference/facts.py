"""The facts of spend, surveys, usage and headcount: typed, dated, with the members of their rows."""

import re
from collections import namedtuple
from datetime import date

from periods import days
from sources import whole_day
from values import Fact, number

Response = namedtuple("Response", "invited responded score customer keys")
Use = namedtuple("Use", "customer day active seats")


def spread(amount, count):
    """An amount over days: evenly on its absolute value, left-over units to the earliest."""
    each, left = divmod(abs(amount), count)
    sign = -1 if amount < 0 else 1
    return [sign * (each + (1 if index < left else 0)) for index in range(count)]


def read_spend(c):
    """Spend day by day: (category, fact) pairs up to the as-of date."""
    c.spend = []
    for row in c.inbox.rows["spend"]:
        amount = c.money(row["amount"], row.get("currency"))
        first = date.fromisoformat(whole_day(row["date"]))
        last = c.day_or_month_end(row.get("end_date") or row["date"])
        keys = c.row_keys(row)
        if first <= c.as_of:
            c.dated("spend", first, last)
        for day, part in zip(days(first, last), spread(amount, (last - first).days + 1)):
            if day <= c.as_of:
                c.spend.append((row.get("category", "").lower(), Fact(day, keys, part)))
                c.saw("spend", day, keys)


def score_of(row):
    """A row's score as a number, or None where it is missing."""
    return number(row["score"]) if row.get("score") else None


def is_answer(row):
    """Whether a row's score, where it has one, is whole, of 0 to 10, and dated."""
    score = score_of(row)
    dated = row.get("responded_at") or row.get("invited_at")
    return score is None or (score.denominator == 1 and 0 <= score <= 10 and bool(dated))


def read_responses(c):
    c.responses = []
    for row in c.inbox.rows["nps"]:
        invited = c.happened(row.get("invited_at"))
        score, responded = None, None
        if row.get("score"):
            responded = c.happened(row.get("responded_at") or row.get("invited_at"))
            score = int(score_of(row)) if responded else None
        if not invited and not responded:
            continue
        keys = c.row_keys(row)
        response = Response(invited and c.day_of(invited), responded and c.day_of(responded), score,
                            row.get("customer_id", ""), keys)
        c.responses.append(response)
        found = [day for day in (response.invited, response.responded) if day]
        for day in found:
            c.saw("nps", day, keys)
        c.dated("nps", found[0], max(found))


def read_usage(c):
    c.usage = []
    for row in c.inbox.rows["usage"]:
        day = date.fromisoformat(row["date"])
        if day <= c.as_of:
            seats = number(row["seats"]) if row.get("seats") else None
            c.usage.append(Use(row["customer_id"], day, number(row["active_users"]), seats))
            c.saw("usage", day, [k for k in c.customer_keys(row["customer_id"]) if k[0] != "plan"])
            c.dated("usage", day, day)


def read_headcount(c):
    """(team, fact) pairs up to the as-of date; a team without people makes no member."""
    c.headcount = []
    for row in c.inbox.rows["headcount"]:
        day = date.fromisoformat(whole_day(row["date"]))
        if day <= c.as_of:
            keys = c.row_keys(row)
            c.headcount.append((row.get("team", ""), Fact(day, keys, number(row["fte"]))))
            c.saw("headcount", day, () if row.get("nobody") else keys)
