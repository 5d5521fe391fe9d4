"""Why the metrics of the scorecard changed: explanations.csv, from "Explanation" in the metric catalogue.

Readings, chosen where the page leaves room:

 1. Explained is the reported period, against the period before and (but for years) a year ago; not a
    period to date, and nothing that goes on growing, as neither is compared.
 2. Where the whole formula is a sum of measures it is a sum, where it is one sum over another a ratio,
    whatever numbers stand beside. Else the factors are what stands between the outermost `*` and `/` of the
    formula as it is written: a metric that is named there is one factor. Numbers and settings are none.
 3. A member's rate and mix of a factor are one part, by the factor's name. A factor that cannot be split
    stands with no member.
 4. ARR and net new ARR also have the dimensions `movement` and `customer`, of which the 20 largest are
    told, by id where they are equal; the rest is `(other)`. Nothing before the first snapshot.
 5. Members that are 0 above and below the line on both sides are left out.
 6. Money is rounded to its smallest unit so that the parts add up to the difference of the two rounded
    values: down, and those with the largest remainders up, the first in order where they are equal.
"""

from datetime import timedelta
from fractions import Fraction
from itertools import combinations
from math import factorial, floor

from metrics import Value, catalogue, exact, net_new_arr, plain, significant
from periods import ONE, months_before
from targets import GROWING, read, whole_period

HALF = Fraction(1, 2)
SCORECARD = ["net_new_arr", "arr", "customers", "nrr", "grr", "cac", "cac_payback_months", "ltv_cac",
             "magic_number", "win_rate", "pipeline_velocity", "nps", "active_rate", "health_score"]
MOST_CUSTOMERS = 20


class Moment:
    """The measures at a moment, for one member: flows from start to end, stocks at `stock`."""

    def __init__(self, measures, start, end, stock, key=("", ""), trailing=False, used=None):
        self._m, self._key, self._trailing = measures, key, trailing
        self._start, self._end, self._stock = start, end, stock
        self._used = set() if used is None else used

    def _over(self, start, end, stock, trailing):
        return Moment(self._m, start, end, stock, self._key, trailing, self._used)

    def of(self, *key):
        return Moment(self._m, self._start, self._end, self._stock, key, self._trailing, self._used)

    def over(self, months):
        return self._over(months_before(self._end, months) + ONE, self._end, self._stock, True)

    def earlier(self, months):
        return self._over(months_before(self._start - ONE, months) + ONE, months_before(self._end, months),
                          months_before(self._stock, months), self._trailing)

    def stocks_year_ago(self):
        return self._over(self._start, self._end, months_before(self._stock, 12), self._trailing)

    def config(self, name):
        return Value(self._m.company.config_value(name))

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        self._used.add(name)
        end = self._stock if name in self._m.stocks else self._end
        if name in ("users_active", "seats"):          # the latest of the days of the period
            known = self._m.value(name, self._start, end, False, *self._key)
            if known is None:
                return Value(None)
            return Value(self._m.by_key(name, self._start, self._end).get(self._key, 0))
        return Value(self._m.value(name, self._start, end, self._trailing, *self._key))


def ratio(top, bottom):
    return ("ratio", top, bottom)


# What metrics are: the sum or ratio that their formula is, or their factors: (name, below the line, what it is).
def forms():
    forms = {
        "arr": ("sum", lambda at: at.arr_closing),
        "net_new_arr": ("sum", net_new_arr),
        "customers": ("sum", lambda at: at.customers_closing),
        "arr_growth_yoy": ratio(lambda at: at.arr_closing, lambda at: at.stocks_year_ago().arr_closing),
        "arpa": ratio(lambda at: at.arr_closing, lambda at: at.customers_closing),
        "nrr": ratio(lambda at: at.nrr_retained, lambda at: at.nrr_base),
        "grr": ratio(lambda at: at.grr_retained, lambda at: at.nrr_base),
        "logo_retention": ratio(lambda at: at.customers_kept, lambda at: at.customers_year_ago),
        "logo_churn_rate": ratio(lambda at: at.customers_churned, lambda at: at.customers_opening),
        "revenue_churn_rate": ratio(lambda at: at.arr_churn + at.arr_contraction, lambda at: at.arr_opening),
        "quick_ratio": ratio(lambda at: at.arr_new + at.arr_reactivation + at.arr_expansion,
                             lambda at: at.arr_contraction + at.arr_churn),
        "cac": ratio(lambda at: at.spend, lambda at: at.customers_new),
        "cac_trailing": ratio(lambda at: at.over(3).spend, lambda at: at.over(3).customers_new),
        "cac_payback_months": ratio(lambda at: at.spend,
                                    lambda at: at.arr_new * Fraction(1, 12) * at.config("gross_margin")),
        "magic_number": ratio(lambda at: net_new_arr(at.over(3)), lambda at: at.earlier(3).over(3).spend),
        "sales_efficiency": ratio(lambda at: at.arr_new, lambda at: at.spend),
        "nps": ratio(lambda at: 100 * (at.nps_promoters - at.nps_detractors), lambda at: at.nps_responses),
        "win_rate": ratio(lambda at: at.won, lambda at: at.won + at.lost),
        "average_deal": ratio(lambda at: at.won_amount, lambda at: at.won_with_amount),
        "active_rate": ratio(lambda at: at.customers_active, lambda at: at.customers_closing),
        "seat_utilisation": ratio(lambda at: at.users_active, lambda at: at.seats),
        "arr_per_fte": ratio(lambda at: at.arr_closing, lambda at: at.fte),
        "health_score": ratio(lambda at: at.health_points, lambda at: at.arr_scored),
        "arr_at_risk_share": ratio(lambda at: at.arr_at_risk, lambda at: at.arr_scored),
        "sales_cycle_days": ("other",), "lead_response_minutes": ("other",),
    }
    _, top, bottom = forms["nps"]
    forms["nps_trailing"] = ratio(lambda at: top(at.over(3)), lambda at: bottom(at.over(3)))
    retention = ratio(lambda at: at.customers_year_ago - at.customers_kept, lambda at: at.customers_year_ago)
    margin = ("config", lambda at: at.config("gross_margin"))
    forms["ltv"] = ("product", [("arpa", False, forms["arpa"]), ("", False, margin),
                                ("1 - logo_retention", True, retention)])
    metrics = catalogue(["lead"])
    forms["ltv_cac"] = ("product", [
        ("ltv", False, ("other", metrics["ltv"][1])),
        ("trailing(spend, 12 months) / trailing(customers_new, 12 months)", True,
         ratio(lambda at: at.over(12).spend, lambda at: at.over(12).customers_new))])
    forms["pipeline_velocity"] = ("product", [
        ("open_opportunities", False, ("sum", lambda at: at.open_opportunities)),
        ("win_rate", False, forms["win_rate"]), ("average_deal", False, forms["average_deal"]),
        ("sales_cycle_days", True, ("other", lambda at: at.cycle_days))])
    forms["nps_margin"] = ("product", [
        ("nps_responses", False, ("other", lambda at: at.nps_responses)),
        ("nps_responses", True, ("other", lambda at: at.nps_responses)), ("sqrt", False, ("root",))])
    return forms


FORMS = forms()


def number(form, at):
    """The value of a form, or None."""
    if form[0] == "ratio":
        return (form[1](at) / form[2](at)).number
    return form[1](at).number


def split(form, then, now, members):
    """(member, part, effect) of a sum or ratio; None where a member has no value."""
    def pairs(part):
        found = [(part(then.of(*key)).number, part(now.of(*key)).number) for key in members]
        return None if any(None in pair for pair in found) else found
    tops = pairs(form[1])
    if tops is None:
        return None
    if form[0] == "sum":
        return [(key[1], "sum", n1 - n0) for key, (n0, n1) in zip(members, tops) if n0 or n1]
    bottoms = pairs(form[2])
    if bottoms is None:
        return None
    top0, top1 = (sum(pair[i] for pair in tops) for i in (0, 1))
    all0, all1 = (sum(pair[i] for pair in bottoms) for i in (0, 1))
    mean = HALF * (top0 / all0 + top1 / all1)
    rows = []
    for key, (n0, n1), (d0, d1) in zip(members, tops, bottoms):
        if not (n0 or n1 or d0 or d1):
            continue
        w0, w1 = d0 / all0, d1 / all1
        r0, r1 = n0 / d0 if d0 else None, n1 / d1 if d1 else None
        before, after = (r0 if r0 is not None else r1) or 0, (r1 if r1 is not None else r0) or 0
        rate = HALF * (w0 + w1) * (after - before)
        rate += (n1 / all1 if not d1 else 0) - (n0 / all0 if not d0 else 0)
        rows.append((key[1], "rate", rate))
        rows.append((key[1], "mix", (HALF * (before + after) - mean) * (w1 - w0)))
    return rows


def orders(before, now, index):
    """The mean over all orders of the product of the others, those that changed before it as they are now."""
    others = [i for i in range(len(before)) if i != index]
    total, count = Fraction(0), len(before)
    for size in range(count):
        for changed in combinations(others, size):
            product = Fraction(1)
            for i in others:
                product *= now[i] if i in changed else before[i]
            total += Fraction(factorial(size) * factorial(count - 1 - size), factorial(count)) * product
    return total


class Explanations:
    def __init__(self, company, measures, reported):
        self.c, self.measures = company, measures
        self.period = reported
        before = company.calendar.period_of(reported.grain, reported.start - ONE)
        now = Moment(measures, reported.start, reported.end, reported.end)
        self.comparisons = [(before.name, Moment(measures, before.start, before.end, before.end), now)]
        if reported.grain != "year":
            week = reported.grain == "week"
            start = reported.start - timedelta(364) if week else months_before(reported.start - ONE, 12) + ONE
            end = reported.end - timedelta(364) if week else months_before(reported.end, 12)
            name = company.calendar.period_of(reported.grain, start).name
            self.comparisons.append((name, Moment(measures, start, end, months_before(reported.end, 12)), now))

    def rows(self):
        period = self.period
        if period.end < self.c.calendar.period_of(period.grain, period.start).end:
            return []
        formulas = catalogue(self.c.stages)
        ids = SCORECARD + [t.metric for t in read(self.c, self.measures)[0] if not t.dimension and t.metric in formulas
                           and self.holds(t)]
        rows = []
        for metric in sorted(set(ids)):
            unit, formula = formulas[metric]
            for against, then, now in self.comparisons:
                then, now = then.of("", ""), now.of("", "")
                now._used = set()
                values = formula(then).number, formula(now).number
                if None in values or any(n in GROWING or n.startswith("cohort_") for n in now._used):
                    continue
                for dimension, parts in self.groups(metric, then, now).items():
                    rows += [(metric, period.name, against, dimension, member, part, text)
                             for member, part, text in self.texts(sorted(parts), unit, *values)]
        return sorted(rows, key=lambda r: (r[0], r[2], r[3], r[4], r[5]))

    def holds(self, target):
        whole = whole_period(self.c, target.period)
        return whole.start <= self.period.end <= whole.end

    def groups(self, metric, then, now):
        """dimension -> (member, part, effect)"""
        form, result = FORMS[metric], {}
        factors = self.weighed(form[1], then, now) if form[0] == "product" else None
        if factors:
            result[""] = [("", name, weight * change) for name, _, weight, change in factors]
        for dimension in self.c.dimensions:
            if not all(self.measures.can_have(name, dimension) for name in now._used):
                continue
            members = [(dimension, m) for m in self.c.members[dimension]]
            if factors:
                parts, whole = [], True
                for name, own, weight, change in factors:
                    found = split(own, then, now, members) if own[0] in ("sum", "ratio") else None
                    if found is None:
                        parts.append(("", name, weight * change))
                        continue
                    whole, sums = False, {}
                    for member, _, effect in found:
                        sums[member] = sums.get(member, 0) + weight * effect
                    parts += [(member, name, effect) for member, effect in sums.items()]
                if not whole:
                    result[dimension] = parts
            elif form[0] in ("sum", "ratio"):
                parts = split(form, then, now, members)
                if parts is not None:
                    result[dimension] = parts
        if metric in ("arr", "net_new_arr"):
            result.update(self.moves(metric, then, now))
        return {d: parts for d, parts in result.items() if parts}

    def weighed(self, factors, then, now):
        """(name, form, what the product changes by for each unit of the factor, the factor's change)"""
        if any(form[0] == "root" for _, _, form in factors):
            return None
        values = [(name, below, form, number(form, then), number(form, now)) for name, below, form in factors]
        before = [1 / v[3] if v[1] else v[3] for v in values]
        after = [1 / v[4] if v[1] else v[4] for v in values]
        return [(name, form, orders(before, after, i) * (-1 / (old * new) if below else 1), new - old)
                for i, (name, below, form, old, new) in enumerate(values) if form[0] != "config"]

    def moves(self, metric, then, now):
        """The parts by movement and by customer."""
        revenue, unit = self.measures.revenue, self.measures.unit
        spans = ([(then._start, then._end, -1), (now._start, now._end, 1)] if metric == "net_new_arr"
                 else [(then._stock + ONE, now._stock, 1)])
        if metric == "arr" and self.c.snapshots and then._stock < self.c.first_event[self.c.arr_source]:
            return {}
        kinds, customers = {}, {}
        for start, end, sign in spans:
            for move in revenue.movements():
                if start <= move.day <= end:
                    down = move.kind in ("churn", "contraction")
                    effect = (-1 if down else 1) * sign * move.amount * unit
                    kinds[move.kind] = kinds.get(move.kind, 0) + effect
                    customers[move.customer] = customers.get(move.customer, 0) + effect
        largest = sorted(((c, e) for c, e in customers.items() if e), key=lambda i: (-abs(i[1]), i[0]))
        rest = sum(e for _, e in largest[MOST_CUSTOMERS:])
        named = [(c, "sum", e) for c, e in largest[:MOST_CUSTOMERS]]
        if len(largest) > MOST_CUSTOMERS:
            named.append(("(other)", "sum", rest))
        return {"movement": [(k, "sum", e) for k, e in kinds.items() if e], "customer": named}

    def texts(self, parts, unit, before, now):
        digits = self.c.digits
        if unit != "money":
            return [(m, p, exact(e) if unit == "count" else significant(e)) for m, p, e in parts]
        scale = 10 ** digits
        units = [floor(e * scale) for _, _, e in parts]
        order = sorted(range(len(parts)), key=lambda i: (units[i] - parts[i][2] * scale, i))
        left = round(now * scale) - round(before * scale) - sum(units)
        for step in range(abs(left)):
            units[order[step % len(order)] if left > 0 else order[-1 - step % len(order)]] += 1 if left > 0 else -1
        return [(m, p, plain(Fraction(u, scale), digits)) for (m, p, _), u in zip(parts, units)]


def explanation_rows(company, measures, reported):
    """The rows of explanations.csv."""
    return Explanations(company, measures, reported).rows()
