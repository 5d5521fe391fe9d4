"""One company as of one date: its settings, rates, dimensions, and the facts of its sources."""

import json
import os
import re
from datetime import date, datetime, timezone
from decimal import InvalidOperation
from fractions import Fraction
from zoneinfo import ZoneInfo

import facts
import late
import leads
import terms
from features import ALL
from cells import is_date, is_scientific
from periods import Calendar, last_of_month
from sources import COLUMNS, KEYS, Inbox, Refused, whole_day
from values import NONE, STANDARD_STAGES, TOTAL, half_even, number

DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "KWD": 3, "BHD": 3, "OMR": 3, "TND": 3,
          "JOD": 3}
REQUIRED = {
    "subscriptions": ["customer_id", "start_date"], "arr_snapshots": ["customer_id", "date"],
    "spend": ["date", "amount"], "nps": [], "leads": ["lead_id", "created_at"],
    "opportunities": ["opportunity_id", "created_at"], "lead_events": ["lead_id", "stage", "at"],
    "customers": ["customer_id"], "usage": ["customer_id", "date", "active_users"],
    "headcount": [], "fx_rates": ["currency", "rate"],
}

class Company:
    """Everything that the measures of one company are computed from, as of one date.

    `rules` are the features of the reference that are on; `places` the folders of exports, older first.
    """

    def __init__(self, folder, as_of, rules=ALL, places=("before", "inbox")):
        with open(os.path.join(folder, "settings.json"), encoding="utf-8") as stream:
            self.settings = settings = json.load(stream)
        self.as_of, self.rules = as_of, rules
        self.by_source = settings.get("sources", {})           # the keys of sources.yml
        self.calendar = Calendar(settings.get("week_starts", "monday"),
                                 settings.get("fiscal_year_starts", "january"))
        self.grain = settings.get("grain", "week")
        self.zone = ZoneInfo(settings.get("time_zone", "UTC"))
        self.currency = settings.get("currency", "USD")
        self.digits = DIGITS.get(self.currency, 2)
        self.dimensions = settings.get("dimensions", ["segment", "region", "channel"])
        self.stages = settings.get("funnel", {}).get("stages", STANDARD_STAGES)
        self.config = {"gross_margin": 1, "churn_grace_days": 0, "renewal_grace_days": 30,
                       "response_sla_minutes": 60}
        self.config.update(settings.get("config", {}))
        self.folders = [os.path.join(folder, name) for name in places]
        self.inbox = Inbox(self.folders, self.moment, self.dimensions, {s: keys["load"] for s, keys in
                                                             self.by_source.items() if "load" in keys})
        self.members = {d: set() for d in self.dimensions}
        self.first_event = {}              # source -> day
        self.spans = {}                    # source -> (own day or None, last day) of each row
        self.scales = {}                   # file's age -> whether its scores are an NPS's
        self.refuse_lost_digits()
        self.inbox.load("fx_rates")
        self.read_rates()
        self.inbox.sift(self.usable)
        for source in COLUMNS:
            self.inbox.load(source, "restated" in rules)
        terms.read(self)
        facts.read_spend(self)
        facts.read_responses(self)
        leads.read(self)
        facts.read_usage(self)
        facts.read_headcount(self)
        self.late_from = late.starts(self) if "late" in rules else {}

    # Rows

    def refuse_lost_digits(self):
        """Ends the run where the ids of a file's key are in scientific notation and make rows
        alike: their digits are lost."""
        for file in self.inbox.read:
            for key in KEYS.get(file.source, [])[:1]:
                found = [r[key] for r in file.rows if key.endswith("_id") and is_scientific(r.get(key, ""))]
                if len(set(found)) < len(found) and len(KEYS[file.source]) == 1:
                    raise Refused(65, "%s: %s in scientific notation" % (file.name, key))

    def usable(self, file, row):
        """Whether a row can be used; the others are rejected and take part in no load rule."""
        source = file.source
        try:
            if not all(row.get(c) for c in REQUIRED[source]):
                return False
            for column, text in row.items():
                if is_date(column) and text:
                    datetime.fromisoformat(whole_day(text))
            if source == "subscriptions":
                return terms.annual(self, row) is not None and not terms.is_backwards(row)
            if source == "arr_snapshots":
                return terms.annual(self, row) is not None
            if source == "nps":
                return self.is_nps(file) and facts.is_answer(row)
            if source == "headcount":
                return bool(row.get("hired_on") or row.get("date") and row.get("fte"))
            if row.get("amount"):
                return self.money(row["amount"], row.get("currency")) is not None
            return True
        except (InvalidOperation, ValueError, KeyError):
            return False

    def is_nps(self, file):
        """Whether a file's scores are of 0 to 10: 20 answers or more that lie within 1 to 5, or
        of which more than a tenth lie from 11 to 100, are of another scale."""
        if file.age not in self.scales:
            scores = [facts.score_of(r) for r in file.rows]
            scores = [s for s in scores if s is not None]
            above = sum(11 <= s <= 100 for s in scores)
            self.scales[file.age] = len(scores) < 20 or not (
                all(1 <= s <= 5 for s in scores) or above * 10 > len(scores))
        return self.scales[file.age]

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
        year, else the earliest after it, else the one without a date; of `units` units."""
        first = self.calendar.fiscal_year_start(self.as_of)
        if self.settings.get("fx_date"):
            first = date.fromisoformat(self.settings["fx_date"])
        found = {}
        for row in [r for r in self.inbox.rows["fx_rates"] if r["currency"] and r["rate"]]:
            when = date.fromisoformat(row["date"]) if row.get("date") else None
            rate = number(row["rate"]) / number(row.get("units") or "1")
            found.setdefault(row["currency"].upper(), {})[when] = rate
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

    @staticmethod
    def day_or_month_end(text):
        if re.fullmatch(r"\d{4}-\d{2}", text):
            year, month = int(text[:4]), int(text[5:])
            return date(year, month, last_of_month(year, month))
        return date.fromisoformat(text)

    # Events

    def saw(self, source, day, keys=()):
        """Notes a usable event and the members of its row."""
        if source not in self.first_event or day < self.first_event[source]:
            self.first_event[source] = day
        for dimension, member in keys:
            if dimension:
                self.members[dimension].add(member)

    def dated(self, source, own, last):
        """Notes a row's own date (None: it has not come) and the last day that it reaches."""
        self.spans.setdefault(source, []).append((own, last))

    def begin(self, source):
        """The first day of the month that holds the source's first event; None: absent."""
        first = self.first_event.get(source)
        return first.replace(day=1) if first else None

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
