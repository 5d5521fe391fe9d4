"""Every measure of the catalogue: where it exists, since when, and its value by member."""

from datetime import timedelta
from fractions import Fraction

from activity import Activity
from arr import Revenue
from availability import Availability
from periods import ONE, months_before
from values import STANDARD_STAGES, TOTAL, Fact, add_up

PLURALS = {"lead": "leads", "mql": "mqls", "sql": "sqls", "opportunity": "opportunities",
           "won": "won"}
MOVEMENTS = ["new", "expansion", "contraction", "churn", "reactivation"]
UNITS = {}
for _unit, _names in {
    "money": "arr_opening arr_closing arr_new arr_expansion arr_contraction arr_churn "
             "arr_reactivation nrr_base nrr_retained grr_retained arr_due arr_renewed spend "
             "spend_marketing spend_sales won_amount arr_scored arr_at_risk arr_watch arr_healthy",
    "count": "customers_opening customers_closing customers_new customers_reactivated "
             "customers_churned customers_year_ago customers_kept renewals_due renewals_won "
             "nps_responses nps_promoters nps_passives nps_detractors nps_invited nps_answered "
             "leads mqls sqls opportunities won lost cohort_leads cohort_mqls cohort_sqls "
             "cohort_opportunities cohort_won open_opportunities won_with_amount leads_answered "
             "leads_answered_in_time customers_active users_active seats fte",
    "days": "cycle_days", "minutes": "response_minutes", "points": "health_points",
}.items():
    for _name in _names.split():
        UNITS[_name] = _unit


def stage_measure(stage):
    return PLURALS.get(stage, stage)


def median(values):
    values = sorted(values)
    if not values:
        return None
    half = len(values) // 2
    return Fraction(values[half] if len(values) % 2 else values[half - 1] + values[half],
                    1 if len(values) % 2 else 2)


class Measures(Availability, Activity):
    """The measures of a company. Money is in whole units of the currency, as fractions."""

    def __init__(self, company):
        self.company = c = company
        self.as_of = c.as_of
        self.unit = Fraction(1, 10 ** c.digits)
        self.revenue = Revenue(c.terms, c.as_of, int(c.config["churn_grace_days"]),
                               int(c.config["renewal_grace_days"]))
        self.units = dict(UNITS)
        for stage in c.stages:
            self.units.setdefault(stage_measure(stage), "count")
            self.units.setdefault("cohort_" + stage_measure(stage), "count")
        self.flows = {}                  # measure -> list of facts
        self.medians = {}                # measure -> list of facts
        self.stocks = {}                 # measure -> function of (start, end) -> by key
        self.sources = {}                # measure -> the sources it needs
        self.missing = set()             # measures whose column no file has
        self.fed, self.fed_cohorts = set(), set()    # by deals: in period, through their leads
        self.cache = {}
        self.add_revenue()
        self.add_spend()
        self.add_surveys()
        self.add_leads()
        self.add_activity()
        self.following = {n for n, s in self.sources.items()      # follow the customer
                          if c.arr_source in s or "usage" in s}
        assert set(self.sources) == set(self.units), set(self.units) ^ set(self.sources)

    def flow(self, name, source, facts, needs=True):
        self.flows[name] = facts
        self.sources[name] = [source]
        if not needs:
            self.missing.add(name)

    def stock(self, name, sources, function, needs=True):
        self.stocks[name] = function
        self.sources[name] = sources
        if not needs:
            self.missing.add(name)

    # Values

    def value(self, name, start, end, trailing, dimension, member):
        """The value for one member (both '' for the total), or None where undefined."""
        if not self.exists_for(name, dimension, member):
            return None
        if not self.defined(name, start, end, trailing):
            return None
        by_key = self.by_key(name, start, end)
        empty = None if name in self.medians or by_key.get(TOTAL) is None else Fraction(0)
        return by_key.get((dimension, member), empty)

    def by_key(self, name, start, end):
        where = (name, start, end)
        if where not in self.cache:
            if name in self.stocks:
                result = self.stocks[name](start, end)
            elif name in self.flows:
                result = add_up((f.keys, f.value) for f in self.flows[name]
                                if start <= f.day <= end)
            else:
                values = {}
                for fact in self.medians[name]:
                    if start <= fact.day <= end:
                        for key in fact.keys:
                            values.setdefault(key, []).append(fact.value)
                result = {key: median(v) for key, v in values.items()}
            self.cache[where] = result
        return self.cache[where]

    # Revenue, retention, renewals

    def by_customer(self, amounts):
        """Sums (customer, value) pairs for the total and the customer's members."""
        return add_up((self.company.customer_keys(c), v) for c, v in amounts)

    def add_revenue(self):
        c, revenue, unit = self.company, self.revenue, self.unit
        on, source = revenue.on, c.arr_source

        def closing(day):
            result = self.by_customer((k, v * unit) for k, v in on(day).items())
            result = {key: v for key, v in result.items() if key[0] != "plan"}
            if "plan" in c.dimensions:
                for _, plan, arr in revenue.plans_on(day):
                    result["plan", plan] = result.get(("plan", plan), 0) + arr * unit
            return result

        def count(day):
            return self.by_customer((k, 1) for k in on(day))

        def retained(amount):
            def function(_, end):
                base, now = on(months_before(end, 12)), on(end)
                return self.by_customer((k, amount(v, now.get(k, 0))) for k, v in base.items())
            return function

        for name, function in {
            "arr_opening": lambda s, e: closing(s - ONE), "arr_closing": lambda s, e: closing(e),
            "customers_opening": lambda s, e: count(s - ONE),
            "customers_closing": lambda s, e: count(e),
            "nrr_base": retained(lambda b, e: b * unit),
            "nrr_retained": retained(lambda b, e: e * unit),
            "grr_retained": retained(lambda b, e: min(b, e) * unit),
            "customers_year_ago": retained(lambda b, e: 1),
            "customers_kept": retained(lambda b, e: 1 if e > 0 else 0),
        }.items():
            self.stock(name, [source], function)
        moves = [(m, c.customer_keys(m.customer)) for m in revenue.movements()]
        self.moving = {"arr_" + kind for kind in MOVEMENTS}
        for kind in MOVEMENTS:
            self.flow("arr_" + kind, source,
                      [Fact(m.day, keys, m.amount * unit) for m, keys in moves if m.kind == kind])
        for name, kind in (("customers_new", "new"), ("customers_churned", "churn"),
                           ("customers_reactivated", "reactivation")):
            self.moving.add(name)
            self.flow(name, source, [Fact(m.day, keys, 1) for m, keys in moves if m.kind == kind])
        known = (source == "subscriptions" and c.inbox.has(source, "end_date")
                 and c.by_source.get(source, {}).get("end_date") != "cancellation")
        renewals = [(r, c.customer_keys(r.customer)) for r in (revenue.renewals() if known else [])]
        for name, amount in {"renewals_due": lambda r: 1,
                             "renewals_won": lambda r: 1 if r.renewed > 0 else 0,
                             "arr_due": lambda r: r.due * unit,
                             "arr_renewed": lambda r: r.renewed * unit}.items():
            self.flow(name, source, [Fact(r.day, keys, amount(r)) for r, keys in renewals], known)

    # Spend and surveys

    def add_spend(self):
        has = self.company.inbox.has("spend", "category")
        facts = [(kind, f._replace(value=f.value * self.unit)) for kind, f in self.company.spend]
        self.flow("spend", "spend", [f for _, f in facts])
        for kind in ("marketing", "sales"):
            self.flow("spend_" + kind, "spend", [f for k, f in facts if k == kind], has)

    def add_surveys(self):
        rows = self.company.responses
        scored = [r for r in rows if r.responded]
        for name, low, high in (("nps_responses", 0, 10), ("nps_promoters", 9, 10),
                                ("nps_passives", 7, 8), ("nps_detractors", 0, 6)):
            self.flow(name, "nps", [Fact(r.responded, r.keys, 1) for r in scored
                                    if low <= r.score <= high])
        has = self.company.inbox.has("nps", "invited_at")
        invited = [r for r in rows if r.invited]
        self.flow("nps_invited", "nps", [Fact(r.invited, r.keys, 1) for r in invited], has)
        self.flow("nps_answered", "nps", [Fact(r.invited, r.keys, 1) for r in invited
                                          if r.responded], has)

    # Leads

    def add_leads(self):
        c = self.company
        source, leads, stages = c.lead_source, c.leads, c.stages
        deals = c.deals if source != "opportunities" else []
        feeding = c.deals_come and source != "opportunities"
        closes = c.inbox.has("opportunities", "stage") and c.inbox.has("opportunities", "closed_at")

        def has_own(column):
            """Whether files have the column; events have a row for each stamp instead."""
            return (source == "lead_events" and column != "amount") or c.inbox.has(source, column)

        def has_deal(column):
            return (column == "opportunity_at" and c.inbox.has("opportunities", "created_at")
                    or column in ("won_at", "lost_at") and closes
                    or column in ("won_at", "lost_at", "amount") and c.inbox.has("opportunities", column))

        def has(column):
            return has_own(column) or has_deal(column)

        def day(moment):
            return c.day_of(moment)

        deal_stamps = {"opportunity": [(d.created, d) for d in deals],
                       "won": [(d.won, d) for d in deals if d.won]}
        for index, stage in enumerate(stages):
            column = "created_at" if index == 0 else stage + "_at"
            name = stage_measure(stage)
            stamps = [(k.stamps[stage], k) for k in leads if k.stamps[stage]]
            self.flow(name, source, [Fact(day(at), k.keys, 1)
                                     for at, k in stamps + deal_stamps.get(stage, [])], has(column))
            later = stages[index:]
            self.flow("cohort_" + name, source,
                      [Fact(day(k.created), k.keys, 1) for k in leads
                       if k.created and any(k.stamps[s] for s in later)], has(column))
        for stage in set(STANDARD_STAGES) - set(stages):
            self.flow(stage_measure(stage), source, [], False)
            self.flow("cohort_" + stage_measure(stage), source, [], False)
        self.flow("lost", source, [Fact(day(k.lost), k.keys, 1) for k in leads + deals if k.lost],
                  has("lost_at"))
        if feeding:
            self.fed = {"opportunities", "open_opportunities"}
            if has_deal("won_at"):
                self.fed |= {"won", "won_amount", "won_with_amount", "cycle_days"}
            if has_deal("lost_at"):
                self.fed.add("lost")
            ends = [s for s in ("won", "opportunity") if s in stages]
            fed = stages[1:stages.index(ends[0]) + 1] if ends else []
            self.fed_cohorts = {"cohort_" + stage_measure(s) for s in fed}

        entered = [(k.stamps.get("opportunity"), k.stamps.get("won"), k.lost, k.keys) for k in leads]
        entered += [(d.created, d.won, d.lost, d.keys) for d in deals]

        def still_open(_, end):
            def by_end(moment):
                return moment is not None and day(moment) <= end
            return add_up((keys, 1) for opened, won, lost, keys in entered
                          if by_end(opened) and not by_end(won) and not by_end(lost))
        self.stock("open_opportunities", [source], still_open, has("opportunity_at"))

        won = [(day(k.stamps["won"]), k) for k in leads if k.stamps.get("won")]
        won += [(day(d.won), d) for d in deals if d.won]
        paid = [(when, k) for when, k in won if k.amount is not None]
        known = has("won_at") and has("amount")
        self.flow("won_amount", source, [Fact(d, k.keys, k.amount * self.unit) for d, k in paid], known)
        self.flow("won_with_amount", source, [Fact(d, k.keys, 1) for d, k in paid], known)
        cycles = [Fact(when, k.keys, (when - day(k.created)).days) for when, k in won if k.created]
        self.medians["cycle_days"] = [f for f in cycles if f.value >= 0]
        waits = []
        for k in leads:
            if k.created and k.first_response:
                seconds = Fraction((k.first_response - k.created) // timedelta(microseconds=1),
                                   10 ** 6)
                if seconds >= 0:
                    waits.append(Fact(day(k.created), k.keys, seconds / 60))
        self.medians["response_minutes"] = waits
        self.sources["cycle_days"] = self.sources["response_minutes"] = [source]
        if not has("won_at"):
            self.missing.add("cycle_days")
        answered = has_own("first_response_at")
        if not answered:
            self.missing.add("response_minutes")
        limit = c.config_value("response_sla_minutes")
        self.flow("leads_answered", source, [f._replace(value=1) for f in waits], answered)
        self.flow("leads_answered_in_time", source,
                  [f._replace(value=1) for f in waits if f.value <= limit], answered)
