"""How metrics and measures stand against the company's targets: the rows of targets.csv.

Readings chosen where the pages leave room:

 1. targets.csv has the targets whose period holds the last day reported, each over its own period to
    date. What is due of a flow, and of all but stocks, does not hang on the value: it is there for
    members that no row has, too.
 2. A stock "at the period's start" is that of the period before of the same grain. An opening is none.
 3. The median time to a stage is of whole days, of all leads that came to it by D, with what their
    deals say; of renewals it is the grace. Something is older than it, or still maturing.
 4. Attainment is empty where the due is not above 0, and where less is better and the actual is not.
 5. What is maturing and of few cases is maturing. Of medians the cases are deals won, leads answered.
 6. An id as it stands goes before names, these before ids in other letters; a name that a metric and
    a measure share is the metric's. A member that no row has is shown as the
    first row of the file writes it.
"""

import csv
import glob
import os
import re
from collections import namedtuple
from decimal import Decimal
from fractions import Fraction

import cells
from files import dates_in
from measures import stage_measure
from metrics import At, catalogue, mixes, significant, written
from periods import ONE

Target = namedtuple("Target", "metric period value dimension member owner")

LOWER = set("""logo_churn_rate revenue_churn_rate cac cac_trailing cac_payback_months sales_cycle_days
    lead_response_minutes arr_at_risk_share spend spend_marketing spend_sales arr_contraction arr_churn
    customers_churned lost nps_detractors arr_at_risk cycle_days response_minutes""".split())
NEITHER = {"nps_margin", "fte", "arr_opening", "customers_opening", "nrr_base", "customers_year_ago"}
# Rates that cannot exceed 1.
AT_MOST_ONE = set("""grr logo_retention logo_churn_rate revenue_churn_rate renewal_rate renewal_rate_logos
    nps_response_rate lead_to_mql mql_to_sql sql_to_opportunity opportunity_to_won lead_to_won win_rate
    lead_response_in_time active_rate arr_at_risk_share""".split())
FLOW_METRICS = {"net_new_arr", "logo_churn_rate", "revenue_churn_rate"}    # and rates of flows to openings
STOCK_METRICS = {"arr", "customers"}
GROWING = {"nps_answered", "leads_answered", "leads_answered_in_time", "response_minutes",
           "renewals_won", "arr_renewed"}
# What a rate or mean rests on, in what window of months.
CASES = {
    "nps": [("nps_responses", 0)], "nps_margin": [("nps_responses", 0)], "nps_trailing": [("nps_responses", 3)],
    "nps_response_rate": [("nps_invited", 0)], "lead_to_mql": [("cohort_leads", 0)],
    "mql_to_sql": [("cohort_mqls", 0)], "sql_to_opportunity": [("cohort_sqls", 0)],
    "opportunity_to_won": [("cohort_opportunities", 0)], "lead_to_won": [("cohort_leads", 0)],
    "win_rate": [("won+lost", 0)], "average_deal": [("won_with_amount", 0)], "sales_cycle_days": [("won", 0)],
    "cycle_days": [("won", 0)], "lead_response_minutes": [("leads_answered", 0)],
    "response_minutes": [("leads_answered", 0)], "lead_response_in_time": [("leads", 0)],
    "pipeline_velocity": [("won+lost", 0), ("won_with_amount", 0), ("won", 0)],
    "cac": [("customers_new", 0)], "cac_trailing": [("customers_new", 3)], "ltv_cac": [("customers_new", 12)],
}


def names_of_catalogue():
    """What metrics and measures are called, in each language: id -> names."""
    sources = os.path.join(os.path.dirname(__file__), "..", "..", "Sources")
    with open(os.path.join(sources, "Metrics", "catalogue.yml"), encoding="utf-8") as stream:
        text = stream.read().split("\nsettings:")[0]
    names = {row[0]: [row[1].strip('"')] for row in re.findall(r'^  (\w+):\n    name: (.+)$', text, re.M)}
    # The other languages have a line for each, below the name of the list.
    for path in sorted(glob.glob(os.path.join(sources, "Languages", "*", "*.swift"))):
        with open(path, encoding="utf-8") as stream:
            lines = stream.read().splitlines()
        section = ""
        for line in map(str.strip, lines):
            if line.startswith("["):
                section = line.strip("[]")
            found = re.match(r"(\w+)\.name (.+)", line)
            if found and section in ("metrics", "measures"):
                names[found[1]].append(found[2].replace("\\u{A0}", "\u00a0"))
    return names


def key(name):
    """A name without case, spaces, `_`, `-` and punctuation."""
    return re.sub(r"[\W_]", "", name.casefold())


def read(c, measures):
    """The company's targets: of one metric, period and member the later row of the newer file."""
    units = {**measures.units, **{i: unit for i, (unit, _) in catalogue(c.stages).items()}}
    names = [(i, n) for i, all_names in reversed(names_of_catalogue().items()) if i in units for n in all_names]
    known = {key(i): i for i in units}
    known.update({key(name): i for i, name in names})       # metrics, which are listed first, last

    def subject(text):
        return text.lower() if text.lower() in units else known.get(key(text))
    targets = {}
    paths = [path for place in c.folders for path in glob.glob(os.path.join(place, "targets*.csv"))]
    for path in sorted(paths, key=lambda p: max(dates_in(os.path.basename(p)))):   # of one path the older first
        with open(path, encoding="utf-8-sig", newline="") as stream:
            rows = [row for row in csv.DictReader(stream) if subject(row["metric"])]
        unsigned = {}
        for row in rows:
            identity = subject(row["metric"])
            if not row["value"].endswith("%"):
                unsigned.setdefault(identity, []).append(Decimal(row["value"]))
        for row in rows:
            identity = subject(row["metric"])
            value = Fraction(Decimal(row["value"].rstrip("%")))
            most = 1 if identity in AT_MOST_ONE or "_to_" in identity else 3
            if row["value"].endswith("%") or units[identity] == "percent" and max(unsigned[identity]) > most:
                value /= 100
            dimension, member = row["dimension"].lower(), row["member"]
            first = next(r["member"] for r in rows if r["dimension"].lower() == dimension
                         and cells.fold(r["member"]) == cells.fold(member))
            target = Target(identity, row["period"], value, dimension, first, row["owner"])
            targets[identity, row["period"], dimension, cells.fold(member)] = target
    return list(targets.values()), units


def whole_period(c, name):
    """The whole period of a name: a week, month, quarter or year."""
    grain = "week" if "W" in name else "quarter" if "Q" in name else "month" if "-" in name else "year"
    day = c.as_of.replace(year=int(name[:4]) - 1, month=1, day=1)
    while True:
        period = c.calendar.period_of(grain, day)
        if period.name == name:
            return period
        day = period.end + ONE


class Standings:
    """The standings of one company's targets, as of its date."""

    def __init__(self, c, measures):
        self.c, self.measures = c, measures
        self.formulas = catalogue(c.stages)

    def value(self, name, start, end, dimension, member):
        """(value or None, the measures that it looks at)"""
        at = At(self.measures, start, end, dimension, member)
        number = (self.formulas[name][1](at) if name in self.formulas else getattr(at, name)).number
        return (None if mixes(self.measures, at._used, dimension, member) else number), at._used

    def member(self, target):
        """The target's member as it is shown; None where nothing has it."""
        if not target.dimension:
            return ""
        known = self.c.inbox.spellings
        if (target.dimension, cells.fold(target.member)) in known.counts:
            return known.shown(target.dimension, target.member)
        return None

    def behaviour(self, name):
        if name in self.measures.stocks:
            return "other" if name.endswith("_opening") else "stock"
        if name in STOCK_METRICS:
            return "stock"
        return "flow" if name in self.measures.flows or name in FLOW_METRICS else "other"

    def due(self, target, period, end, member):
        """What is due by now, or None."""
        if end == period.end:
            return target.value
        share = Fraction((end - period.start).days + 1, (period.end - period.start).days + 1)
        behaviour = self.behaviour(target.metric)
        if behaviour == "flow":
            return target.value * share
        if behaviour == "stock":
            before = self.c.calendar.period_of(period.grain, period.start - ONE)
            start = None
            if member is not None:
                start, _ = self.value(target.metric, before.start, before.end, target.dimension, member)
            return None if start is None else start + (target.value - start) * share
        return target.value

    def is_maturing(self, used, end):
        """Whether something that goes on growing is not older than the median time to it."""
        age = (self.c.as_of - end).days
        for name in used:
            if name in GROWING or name.startswith("cohort_"):
                median = self.median_days(name)
                if median is None or not age > median:
                    return True
        return False

    def median_days(self, name):
        """The median of the whole days that it takes to come to what a measure counts."""
        c = self.c
        if name in ("renewals_won", "arr_renewed"):
            return int(c.config["renewal_grace_days"])
        if name == "nps_answered":
            spans = [(r.responded - r.invited).days for r in c.responses if r.invited and r.responded]
        else:
            stages = {"cohort_" + stage_measure(s): s for s in c.stages}
            ends = [(k.created, k.stamps[stages[name]] if name in stages else k.first_response)
                    for k in c.leads if k.created]
            spans = [(end - created).total_seconds() // 86400 for created, end in ends if end]
        spans = sorted(s for s in spans if s >= 0)
        return (Fraction(spans[(len(spans) - 1) // 2]) + Fraction(spans[len(spans) // 2])) / 2 if spans else None

    def is_of_few(self, name, start, end, dimension, member):
        cases = CASES.get(name, [])
        before, _, stage = name.partition("_to_")
        if not cases and stage in self.c.stages:
            cases = [("cohort_" + stage_measure(before), 0)]
        for names, months in cases:
            at = At(self.measures, start, end, dimension, member)
            at = at.over(months) if months else at
            counts = [getattr(at, n).number for n in names.split("+")]
            if None not in counts and sum(counts) < 5:
                return True
        return False

    def standing(self, target):
        """(start, end, actual, due, attainment, status, member)"""
        period, member = whole_period(self.c, target.period), self.member(target)
        end = min(period.end, self.c.as_of)
        actual, used = None, ()
        if member is not None:
            actual, used = self.value(target.metric, period.start, end, target.dimension, member)
        due = self.due(target, period, end, member)
        lower = target.metric in LOWER
        attainment = None
        if actual is not None and due is not None and due > 0 and not (lower and actual <= 0):
            attainment = due / actual if lower else actual / due
        shown = target.member if member is None else member
        if actual is None or due is None or target.metric in NEITHER:
            status = ""
        elif self.is_maturing(used, end):
            status = "maturing"
        elif self.is_of_few(target.metric, period.start, end, target.dimension, member) or lower and actual <= 0:
            status = ""
        else:
            status = self.judge(target.metric, (due - actual) if lower else (actual - due), due, attainment)
        return period.start, end, actual, due, attainment, status, shown

    def judge(self, name, gap, due, attainment):
        if gap >= 0:
            return "on track"
        if due <= 0:
            return "off track"
        if name in self.formulas and self.formulas[name][0] == "percent" and due >= Fraction(1, 5):
            return "watch" if gap >= Fraction(-2, 100) else "off track"
        return "watch" if attainment >= Fraction(9, 10) else "off track"


def target_rows(c, measures, reported):
    """The rows of targets.csv, of all targets whose period holds the last day of `reported`."""
    targets, units = read(c, measures)
    standings, rows = Standings(c, measures), []
    for target in targets:
        period = whole_period(c, target.period)
        if not period.start <= reported.end <= period.end:
            continue
        start, end, actual, due, attainment, status, member = standings.standing(target)

        def text(number):
            return written(number, units[target.metric], c.digits)
        rows.append((target.metric, target.dimension, member, target.period, start.isoformat(), end.isoformat(),
                     text(actual), text(target.value), text(due),
                     "" if attainment is None else significant(attainment), status, target.owner))
    return sorted(rows, key=lambda r: (r[0], r[4], r[5], r[1], r[2]))
