"""Terms of ARR, from `subscriptions`, or where there is no such source from `arr_snapshots`."""

from collections import namedtuple
from datetime import date, timedelta
from fractions import Fraction

from periods import ONE, shift_months

NOT_COUNTED = {"trial", "trialing", "draft", "incomplete", "void", "voided", "quote",
               "试用", "草稿", "未完成", "作废", "报价"}
ENDED = {"cancelled", "canceled", "churned", "expired", "unpaid", "refunded", "ended", "terminated",
         "已取消", "已流失", "已过期", "已到期", "未付款", "已退款", "已终止"}
INTERVALS = {"month": 1, "quarter": 3, "year": 12}

# One term of ARR in minor units; counts on day d when start <= d < end (None: open-ended).
Term = namedtuple("Term", "customer identity start end arr plan")


def annual(c, row):
    """The ARR of a row in minor units: arr before mrr before amount; None without a rate."""
    if row.get("arr"):
        return c.money(row["arr"], row.get("currency"))
    if row.get("mrr"):
        return c.money(row["mrr"], row.get("currency"), 12)
    interval = row["interval"].lower()
    months = INTERVALS[interval] if interval in INTERVALS else Fraction(interval)
    return c.money(row["amount"], row.get("currency"), Fraction(12) / months)


def is_backwards(row):
    """Whether a term ends before it starts."""
    return bool(row.get("end_date")) and row["start_date"] > row["end_date"]


def has_last_days(c):
    """Whether end dates are last days of service: the 90 % rule, over all rows as read."""
    mode = c.by_source.get("subscriptions", {}).get("end_date", "auto")
    if mode != "auto":
        return mode == "last_day"
    whole = ended = 0
    for row in c.inbox.all_rows("subscriptions"):
        try:
            start = date.fromisoformat(row["start_date"])
            after = date.fromisoformat(row.get("end_date", "")) + ONE
        except ValueError:
            continue                                   # missing, or no date
        else:
            ended += 1
            months = (after.year - start.year) * 12 + after.month - start.month
            whole += any(n >= 1 and shift_months(start, n) == after
                         for n in (months - 1, months, months + 1))
    if ended < 5:
        return ended > 0 and whole == ended
    return whole * 10 >= ended * 9


def counts(c, row):
    """Whether a row's status lets it count: not a trial or the like, nor ended at no known day."""
    status = row.get("status", "").strip().lower()
    if status in NOT_COUNTED:
        return False
    return "ended" not in c.rules or status not in ENDED or bool(row.get("end_date"))


def read(c):
    """Sets `terms`, `snapshots`, `arr_source` and the customers' members of a company."""
    c.terms, latest = [], {}
    c.snapshots = not c.inbox.rows["subscriptions"]
    c.arr_source = "arr_snapshots" if c.snapshots else "subscriptions"
    shift = ONE if has_last_days(c) else timedelta(0)
    for row in c.inbox.rows["subscriptions"]:
        start = date.fromisoformat(row["start_date"])
        end = date.fromisoformat(row["end_date"]) + shift if row.get("end_date") else None
        if not counts(c, row) or (end is not None and start >= end):
            continue
        identity = row.get("subscription_id", "")
        c.terms.append(Term(row["customer_id"], identity, start, end, annual(c, row),
                            row.get("plan") or "(none)"))
        if start <= c.as_of:
            rank = (start, identity)
            if row["customer_id"] not in latest or rank >= latest[row["customer_id"]][0]:
                latest[row["customer_id"]] = (rank, row)
    c.describe_customers({customer: row for customer, (_, row) in latest.items()})
    if c.snapshots:
        read_snapshots(c)
    for term in c.terms:
        if term.start <= c.as_of:
            keys = [(d, term.plan if d == "plan" else m) for d, m in c.customer_keys(term.customer)]
            c.saw(c.arr_source, term.start, keys)


def read_snapshots(c):
    """A value holds until the source's next date; an absent customer has none from there."""
    dates = {}
    for row in c.inbox.rows["arr_snapshots"]:
        day = c.day_or_month_end(row["date"])
        if day <= c.as_of:
            dates.setdefault(day, {})[row["customer_id"]] = annual(c, row)
    ordered = sorted(dates)
    for index, day in enumerate(ordered):
        end = ordered[index + 1] if index + 1 < len(ordered) else None
        for customer, arr in dates[day].items():
            c.terms.append(Term(customer, "", day, end, arr, "(none)"))
