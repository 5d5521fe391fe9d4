"""One company's typed facts: settings, rates, terms of ARR, spend, surveys, leads, usage."""

import json
import os
import re
from collections import namedtuple
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from periods import ONE, Calendar, days, last_of_month, shift_months
from sources import Inbox

DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "KWD": 3, "BHD": 3, "OMR": 3, "TND": 3,
          "JOD": 3}
NOT_COUNTED = {"trial", "trialing", "draft", "incomplete", "void", "voided", "quote",
               "试用", "草稿", "未完成", "作废", "报价"}
STANDARD_STAGES = ["lead", "mql", "sql", "opportunity", "won"]
INTERVALS = {"month": 1, "quarter": 3, "year": 12}
NONE = "(none)"
TOTAL = ("", "")

# One term of ARR in minor units; counts on day d when start <= d < end (None: open-ended).
Term = namedtuple("Term", "customer identity start end arr plan")
# One dated amount of a measure: `keys` are the (dimension, member) pairs it belongs to.
Fact = namedtuple("Fact", "day keys value")
Response = namedtuple("Response", "invited responded score customer keys")
Lead = namedtuple("Lead", "created stamps lost first_response amount keys")
Use = namedtuple("Use", "customer day active seats")


def half_even(value):
    """A fraction rounded half-even to a whole number."""
    return round(Fraction(value))


def number(text):
    return Fraction(Decimal(text))


class Company:
    """Everything that the measures of one company are computed from, as of one date."""

    def __init__(self, folder, as_of):
        with open(os.path.join(folder, "settings.json"), encoding="utf-8") as stream:
            self.settings = settings = json.load(stream)
        self.as_of = as_of
        self.calendar = Calendar(settings.get("week_starts", "monday"),
                                 settings.get("fiscal_year_starts", "january"))
        self.zone = ZoneInfo(settings.get("time_zone", "UTC"))
        self.currency = settings.get("currency", "USD")
        self.digits = DIGITS.get(self.currency, 2)
        self.dimensions = settings.get("dimensions", ["segment", "region", "channel"])
        self.stages = settings.get("funnel", {}).get("stages", STANDARD_STAGES)
        self.config = {"gross_margin": 1, "churn_grace_days": 0, "renewal_grace_days": 30,
                       "response_sla_minutes": 60}
        self.config.update(settings.get("config", {}))
        self.inbox = Inbox(os.path.join(folder, "inbox"), self.moment, settings.get("load"))
        self.members = {d: set() for d in self.dimensions}
        self.first_event = {}
        self.read_rates()
        self.read_terms()
        self.read_spend()
        self.read_responses()
        self.read_leads()
        self.read_usage()
        self.read_headcount()

    # Values

    def moment(self, text):
        """A time stamp as an instant in the pipeline's zone."""
        value = datetime.fromisoformat(text)
        if value.tzinfo is None:
            value = value.replace(tzinfo=self.zone)
        return value.astimezone(timezone.utc)

    def day_of(self, moment):
        return moment.astimezone(self.zone).date()

    def happened(self, text):
        """The instant of a stamp, or None where it is missing or after the as-of date."""
        if not text:
            return None
        moment = self.moment(text)
        return moment if self.day_of(moment) <= self.as_of else None

    def config_value(self, name):
        return number(str(self.config[name]))

    def read_rates(self):
        """One constant rate a currency: in force on the first day of the as-of date's fiscal
        year, else the earliest after it, else the one without a date."""
        first = self.calendar.fiscal_year_start(self.as_of)
        if self.settings.get("fx_date"):
            first = date.fromisoformat(self.settings["fx_date"])
        found = {}
        for row in self.inbox.rows["fx_rates"]:
            when = date.fromisoformat(row["date"]) if row.get("date") else None
            found.setdefault(row["currency"].upper(), {})[when] = number(row["rate"])
        self.rates = {}
        for currency, dated in found.items():
            before = [d for d in dated if d and d <= first]
            after = [d for d in dated if d and d > first]
            self.rates[currency] = dated.get(max(before) if before else min(after) if after else None)
        self.rates[self.currency] = Fraction(1)

    def money(self, text, currency, factor=1):
        """Minor units of the reporting currency, rounded once; None without a rate."""
        rate = self.rates.get((currency or self.currency).upper())
        if rate is None:
            return None
        return half_even(number(text) * rate * factor * 10 ** self.digits)

    def saw(self, source, day, keys=()):
        """Notes a usable event and the members of its row."""
        if source not in self.first_event or day < self.first_event[source]:
            self.first_event[source] = day
        for dimension, member in keys:
            if dimension:
                self.members[dimension].add(member)

    def begin(self, source):
        """The first day of the month that holds the source's first event; None: absent."""
        first = self.first_event.get(source)
        return first.replace(day=1) if first else None

    # ARR

    def annual(self, row):
        """The ARR of a row in minor units: arr before mrr before amount."""
        if row.get("arr"):
            return self.money(row["arr"], row.get("currency"))
        if row.get("mrr"):
            return self.money(row["mrr"], row.get("currency"), 12)
        interval = row["interval"].lower()
        months = INTERVALS[interval] if interval in INTERVALS else number(interval)
        return self.money(row["amount"], row.get("currency"), Fraction(12) / months)

    def last_days(self):
        """Whether end dates are last days of service: the 90 % rule, over all rows as read."""
        mode = self.settings.get("end_date", "auto")
        if mode != "auto":
            return mode == "last_day"
        whole = ended = 0
        for row in self.inbox.all_rows("subscriptions"):
            if row.get("end_date"):
                ended += 1
                start = date.fromisoformat(row["start_date"])
                after = date.fromisoformat(row["end_date"]) + ONE
                months = (after.year - start.year) * 12 + after.month - start.month
                whole += any(n >= 1 and shift_months(start, n) == after
                             for n in (months - 1, months, months + 1))
        if ended < 5:
            return ended > 0 and whole == ended
        return whole * 10 >= ended * 9

    def read_terms(self):
        """Terms from `subscriptions`, or where there is no such source from `arr_snapshots`."""
        self.terms, latest = [], {}
        self.snapshots = not self.inbox.rows["subscriptions"]
        self.arr_source = "arr_snapshots" if self.snapshots else "subscriptions"
        shift = ONE if self.last_days() else timedelta(0)
        for row in self.inbox.rows["subscriptions"]:
            if row.get("status", "").strip().lower() in NOT_COUNTED:
                continue
            start = date.fromisoformat(row["start_date"])
            end = date.fromisoformat(row["end_date"]) + shift if row.get("end_date") else None
            arr = self.annual(row)
            if arr is None or (end is not None and start >= end):
                continue
            identity = row.get("subscription_id", "")
            self.terms.append(Term(row["customer_id"], identity, start, end, arr,
                                   row.get("plan") or NONE))
            if start <= self.as_of:
                rank = (start, identity)
                if row["customer_id"] not in latest or rank >= latest[row["customer_id"]][0]:
                    latest[row["customer_id"]] = (rank, row)
        self.describe_customers({c: row for c, (_, row) in latest.items()})
        if self.snapshots:
            self.read_snapshots()
        for term in self.terms:
            if term.start <= self.as_of:
                keys = [(d, term.plan if d == "plan" else m)
                        for d, m in self.customer_keys(term.customer)]
                self.saw(self.arr_source, term.start, keys)

    def read_snapshots(self):
        """A value holds until the source's next date; an absent customer has none from there."""
        dates = {}
        for row in self.inbox.rows["arr_snapshots"]:
            day = self.day_or_month_end(row["date"])
            arr = self.annual(row)
            if day <= self.as_of and arr is not None:
                dates.setdefault(day, {})[row["customer_id"]] = arr
        ordered = sorted(dates)
        for index, day in enumerate(ordered):
            end = ordered[index + 1] if index + 1 < len(ordered) else None
            for customer, arr in dates[day].items():
                self.terms.append(Term(customer, "", day, end, arr, NONE))

    @staticmethod
    def day_or_month_end(text):
        if re.fullmatch(r"\d{4}-\d{2}", text):
            year, month = int(text[:4]), int(text[5:])
            return date(year, month, last_of_month(year, month))
        return date.fromisoformat(text)

    # Dimensions

    def describe_customers(self, latest):
        """Each customer's members: the cell of `customers`, else of its latest subscription."""
        own = {row["customer_id"]: row for row in self.inbox.rows["customers"]}
        self.customer_members = {}
        for customer in set(own) | set(latest):
            self.customer_members[customer] = {
                d: own.get(customer, {}).get(d) or latest.get(customer, {}).get(d) or NONE
                for d in self.dimensions}

    def customer_member(self, customer, dimension):
        return self.customer_members.get(customer, {}).get(dimension, NONE)

    def customer_keys(self, customer):
        return [TOTAL] + [(d, self.customer_member(customer, d)) for d in self.dimensions]

    def row_keys(self, row):
        """The row's own cell, else its customer's, else (none)."""
        customer = row.get("customer_id", "")
        return [TOTAL] + [(d, row.get(d) or self.customer_member(customer, d))
                          for d in self.dimensions]

    def customers_can(self, dimension):
        return self.inbox.has("customers", dimension) or self.inbox.has("subscriptions", dimension)

    def can(self, source, dimension):
        """Whether rows of a source can be given a dimension by their own cell or customer."""
        return self.inbox.has(source, dimension) or (
            self.inbox.has(source, "customer_id") and self.customers_can(dimension))

    # The other sources

    def read_spend(self):
        """Spend day by day: (category, fact) pairs up to the as-of date."""
        self.spend = []
        for row in self.inbox.rows["spend"]:
            amount = self.money(row["amount"], row.get("currency"))
            if amount is None:
                continue
            if re.fullmatch(r"\d{4}-\d{2}", row["date"]):
                first = date.fromisoformat(row["date"] + "-01")
                last = self.day_or_month_end(row["date"])
            else:
                first = last = date.fromisoformat(row["date"])
            if row.get("end_date"):
                last = self.day_or_month_end(row["end_date"])
            keys = self.row_keys(row)
            for day, part in zip(days(first, last), spread(amount, (last - first).days + 1)):
                if day <= self.as_of:
                    self.spend.append((row.get("category", "").lower(), Fact(day, keys, part)))
                    self.saw("spend", day, keys)

    def read_responses(self):
        self.responses = []
        for row in self.inbox.rows["nps"]:
            invited = self.happened(row.get("invited_at"))
            score, responded = None, None
            if row.get("score"):
                responded = self.happened(row.get("responded_at") or row.get("invited_at"))
                score = int(number(row["score"])) if responded else None
            if not invited and not responded:
                continue
            keys = self.row_keys(row)
            response = Response(invited and self.day_of(invited),
                                responded and self.day_of(responded), score,
                                row.get("customer_id", ""), keys)
            self.responses.append(response)
            for day in (response.invited, response.responded):
                if day:
                    self.saw("nps", day, keys)

    def read_leads(self):
        """Leads from `leads`, or where there is no such source from `lead_events`."""
        self.lead_source = "leads" if self.inbox.rows["leads"] else "lead_events"
        rows = self.inbox.rows["leads"] or self.leads_from_events()
        self.leads = []
        for row in rows:
            amount = None
            if row.get("amount"):
                amount = self.money(row["amount"], row.get("currency"))
                if amount is None:
                    continue
            stamps = {s: self.happened(row.get("created_at" if s == self.stages[0] else s + "_at"))
                      for s in self.stages}
            lost = self.happened(row.get("lost_at"))
            won = stamps.get("won")
            if won and lost:
                if won >= lost:
                    lost = None
                else:
                    stamps["won"] = None
            events = [self.happened(row.get(c)) for c in
                      ["created_at", "first_response_at", "lost_at"] + [s + "_at" for s in self.stages[1:]]]
            events = [self.day_of(m) for m in events if m]
            if not events:
                continue
            keys = self.row_keys(row)
            self.leads.append(Lead(stamps[self.stages[0]], stamps, lost,
                                   self.happened(row.get("first_response_at")), amount, keys))
            self.saw(self.lead_source, min(events), keys)

    def leads_from_events(self):
        """One row of stamps a lead, from the events up to the as-of date."""
        leads = {}
        for index, row in enumerate(self.inbox.rows["lead_events"]):
            at = self.happened(row["at"])
            if at:
                leads.setdefault(row["lead_id"], []).append((at, index, row))
        result = []
        for identity, events in leads.items():
            events.sort(key=lambda e: e[:2])
            lead = {"lead_id": identity}
            for _, _, row in events:
                stage = row["stage"].lower()
                column = "created_at" if stage == self.stages[0] else stage + "_at"
                lead.setdefault(column, row["at"])
                for name in ["amount", "currency", "customer_id"] + self.dimensions:
                    if row.get(name):
                        lead[name] = row[name]
            lead.setdefault("created_at", events[0][2]["at"])
            result.append(lead)
        return result

    def read_usage(self):
        self.usage = []
        for row in self.inbox.rows["usage"]:
            day = date.fromisoformat(row["date"])
            if day <= self.as_of:
                seats = number(row["seats"]) if row.get("seats") else None
                self.usage.append(Use(row["customer_id"], day, number(row["active_users"]), seats))
                self.saw("usage", day, [k for k in self.customer_keys(row["customer_id"])
                                        if k[0] != "plan"])

    def read_headcount(self):
        """(team, fact) pairs up to the as-of date."""
        self.headcount = []
        for row in self.inbox.rows["headcount"]:
            text = row["date"]
            day = date.fromisoformat(text + "-01" if len(text) == 7 else text)
            if day <= self.as_of:
                keys = self.row_keys(row)
                self.headcount.append((row.get("team", ""), Fact(day, keys, number(row["fte"]))))
                self.saw("headcount", day, keys)


def spread(amount, count):
    """An amount over days: evenly on its absolute value, left-over units to the earliest."""
    each, left = divmod(abs(amount), count)
    sign = -1 if amount < 0 else 1
    return [sign * (each + (1 if index < left else 0)) for index in range(count)]
