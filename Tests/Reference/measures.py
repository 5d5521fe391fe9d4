"""Every measure of the catalogue: where it exists, since when, and its value by member."""

from datetime import timedelta
from fractions import Fraction

from arr import Revenue
from company import NONE, STANDARD_STAGES, TOTAL, Fact
from periods import ONE, months_before

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


def add_up(pairs):
    """Sums (keys, value) pairs by key; the total is always there."""
    result = {TOTAL: Fraction(0)}
    for keys, value in pairs:
        for key in keys:
            result[key] = result.get(key, 0) + value
    return result


class Measures:
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

    # Where a measure exists

    def exists_for(self, name, dimension, member):
        """Whether the measure exists for the member at all (whatever the time)."""
        if not dimension or name in self.missing:
            return name not in self.missing
        if name in self.following:
            if dimension == "plan":
                if name != "arr_closing":
                    return False
                can = (self.company.arr_source == "subscriptions"
                       and self.company.inbox.has("subscriptions", "plan"))
            else:
                can = self.company.customers_can(dimension)
        else:
            can = self.company.can(self.sources[name][0], dimension)
        return can or member == NONE

    def begun(self, name, day):
        """Whether the day is not before the first month of the measure's sources."""
        begins = [self.company.begin(s) for s in self.sources[name]]
        return all(b is not None and day >= b for b in begins)

    def defined(self, name, start, end, trailing):
        """Whether the measure is defined for a period, or for a trailing window."""
        c = self.company
        if name in self.stocks:
            if name in ("nrr_base", "nrr_retained", "grr_retained", "customers_year_ago",
                        "customers_kept"):
                return self.begun(name, months_before(end, 12))
            return self.begun(name, start - ONE if name.endswith("_opening") else end)
        if c.snapshots and name in self.moving and c.begin(c.arr_source):
            if start <= c.first_event[c.arr_source]:
                return False
        return self.begun(name, start if trailing else end)

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
                 and c.settings.get("end_date") != "cancellation")
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

        def has(column):
            """Whether files have the column; events have a row for each stamp instead."""
            return (source == "lead_events" and column != "amount") or c.inbox.has(source, column)

        for index, stage in enumerate(stages):
            column = "created_at" if index == 0 else stage + "_at"
            name = stage_measure(stage)
            self.flow(name, source, [Fact(c.day_of(k.stamps[stage]), k.keys, 1) for k in leads
                                     if k.stamps[stage]], has(column))
            later = stages[index:]
            self.flow("cohort_" + name, source,
                      [Fact(c.day_of(k.created), k.keys, 1) for k in leads
                       if k.created and any(k.stamps[s] for s in later)], has(column))
        for stage in set(STANDARD_STAGES) - set(stages):
            self.flow(stage_measure(stage), source, [], False)
            self.flow("cohort_" + stage_measure(stage), source, [], False)
        self.flow("lost", source, [Fact(c.day_of(k.lost), k.keys, 1) for k in leads if k.lost],
                  has("lost_at"))

        def still_open(_, end):
            def by_end(moment):
                return moment is not None and c.day_of(moment) <= end
            return add_up((k.keys, 1) for k in leads if by_end(k.stamps.get("opportunity"))
                          and not by_end(k.stamps.get("won")) and not by_end(k.lost))
        self.stock("open_opportunities", [source], still_open, has("opportunity_at"))

        won = [(c.day_of(k.stamps["won"]), k) for k in leads if k.stamps.get("won")]
        paid = [(day, k) for day, k in won if k.amount is not None]
        known = has("won_at") and has("amount")
        self.flow("won_amount", source, [Fact(d, k.keys, k.amount * self.unit) for d, k in paid], known)
        self.flow("won_with_amount", source, [Fact(d, k.keys, 1) for d, k in paid], known)
        cycles = [Fact(day, k.keys, (day - c.day_of(k.created)).days) for day, k in won if k.created]
        self.medians["cycle_days"] = [f for f in cycles if f.value >= 0]
        waits = []
        for k in leads:
            if k.created and k.first_response:
                seconds = Fraction((k.first_response - k.created) // timedelta(microseconds=1),
                                   10 ** 6)
                if seconds >= 0:
                    waits.append(Fact(c.day_of(k.created), k.keys, seconds / 60))
        self.medians["response_minutes"] = waits
        self.sources["cycle_days"] = self.sources["response_minutes"] = [source]
        if not has("won_at"):
            self.missing.add("cycle_days")
        answered = has("first_response_at")
        if not answered:
            self.missing.add("response_minutes")
        limit = c.config_value("response_sla_minutes")
        self.flow("leads_answered", source, [f._replace(value=1) for f in waits], answered)
        self.flow("leads_answered_in_time", source,
                  [f._replace(value=1) for f in waits if f.value <= limit], answered)

    # Activity, headcount, health

    def add_activity(self):
        c = self.company
        arr = c.arr_source

        def active(_, end):
            users = {u.customer for u in c.usage
                     if end - timedelta(days=27) <= u.day <= end and u.active > 0}
            return self.by_customer((k, 1) for k in self.revenue.on(end) if k in users)

        def latest(start, end, above_zero=False):
            """customer -> its latest usage row of those days that has seats (more than 0)."""
            found = {}
            for use in c.usage:
                if start <= use.day <= end and use.seats is not None and (
                        use.seats > 0 or not above_zero):
                    if use.customer not in found or use.day >= found[use.customer].day:
                        found[use.customer] = use
            return found

        def users(part):
            return lambda s, e: self.by_customer((k, part(u)) for k, u in latest(s, e).items())

        def staff(_, end):
            teams = {}
            for team, fact in c.headcount:
                if fact.day <= end and (end - fact.day).days <= 92:
                    if team not in teams or fact.day >= teams[team].day:
                        teams[team] = fact
            if not teams:
                return {}
            return add_up((f.keys, f.value) for f in teams.values())

        def healthy(amount):
            def function(_, end):
                recent = latest(end - timedelta(days=27), end, True)
                now = self.revenue.on(end)
                scores = self.scores(end, recent)
                return self.by_customer((k, amount(v, now[k] * self.unit)) for k, v in scores.items())
            return function

        seats = c.inbox.has("usage", "seats")
        self.stock("customers_active", [arr, "usage"], active)
        self.stock("users_active", ["usage"], users(lambda u: u.active), seats)
        self.stock("seats", ["usage"], users(lambda u: u.seats), seats)
        self.stock("fte", ["headcount"], staff)
        bands = {"at_risk": 40, "watch": 70}
        bands.update(c.settings.get("health", {}).get("bands", {}))
        low, high = number_of(bands["at_risk"]), number_of(bands["watch"])
        self.stock("health_points", [arr], healthy(lambda s, a: s * a))
        self.stock("arr_scored", [arr], healthy(lambda s, a: a))
        self.stock("arr_at_risk", [arr], healthy(lambda s, a: a if s < low else 0))
        self.stock("arr_watch", [arr], healthy(lambda s, a: a if low <= s < high else 0))
        self.stock("arr_healthy", [arr], healthy(lambda s, a: a if s >= high else 0))

    def scores(self, end, recent):
        """customer -> health score (0 to 100), of those with ARR and a known part."""
        weights = {"usage": 40, "voice": 30, "trend": 30}
        weights.update(self.company.settings.get("health", {}).get("weights", {}))
        voice = {}
        for r in self.company.responses:
            if r.customer and r.responded and end - timedelta(days=179) <= r.responded <= end:
                voice.setdefault(r.customer, []).append(r.score)
        now, before = self.revenue.on(end), self.revenue.on(end - timedelta(days=90))
        result = {}
        for customer, arr in now.items():
            parts = {}
            if customer in recent:
                use = recent[customer]
                parts["usage"] = min(Fraction(1), Fraction(use.active) / use.seats)
            if customer in voice:
                parts["voice"] = Fraction(sum(voice[customer]), 10 * len(voice[customer]))
            if customer in before:
                parts["trend"] = min(Fraction(1), Fraction(arr, before[customer]))
            weight = sum(number_of(weights[p]) for p in parts)
            if weight > 0:
                result[customer] = 100 * sum(number_of(weights[p]) * v
                                             for p, v in parts.items()) / weight
        return result


def number_of(value):
    return Fraction(str(value))
