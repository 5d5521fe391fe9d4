"""The metrics of the standard catalogue as Python expressions, and how values are written."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from measures import Measures, stage_measure
from periods import months_before, trailing_window
from values import NONE, STANDARD_STAGES


class Value:
    """A number or undefined; whatever has an undefined part, or divides by zero, is undefined."""

    def __init__(self, number):
        self.number = None if number is None else Fraction(number)

    def _with(self, other, operation):
        other = other if isinstance(other, Value) else Value(other)
        if self.number is None or other.number is None:
            return Value(None)
        return Value(operation(self.number, other.number))

    def __add__(self, other):
        return self._with(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, lambda a, b: a - b)

    def __rsub__(self, other):
        return Value(other) - self

    def __mul__(self, other):
        return self._with(other, lambda a, b: a * b)

    __radd__, __rmul__ = __add__, __mul__

    def __truediv__(self, other):
        return self._with(other, lambda a, b: None if b == 0 else a / b)


def sqrt(value):
    """The square root to 60 digits; undefined below 0."""
    if value.number is None or value.number < 0:
        return Value(None)
    precise = Context(prec=60)
    quotient = precise.divide(Decimal(value.number.numerator), Decimal(value.number.denominator))
    return Value(Fraction(precise.sqrt(quotient)))


class At:
    """The measures as of one period or window, for one member; `at.NAME` is a Value."""

    def __init__(self, measures, start, end, dimension="", member="", trailing=False, used=None):
        self._measures, self._member = measures, (dimension, member)
        self._start, self._end, self._trailing = start, end, trailing
        self._used = set() if used is None else used   # the measures that a formula looks at

    def __getattr__(self, name):
        self._used.add(name)
        return Value(self._measures.value(name, self._start, self._end, self._trailing,
                                          *self._member))

    def over(self, months):
        """trailing(x, n months)"""
        return At(self._measures, *trailing_window(self._end, months), *self._member, True,
                  self._used)

    def earlier(self, months):
        """The day n months before, for prior(trailing(...), n months)."""
        end = months_before(self._end, months)
        return At(self._measures, end, end, *self._member, used=self._used)

    def stocks_year_ago(self):
        """year_ago(x) of stocks: at b."""
        return self.earlier(12)

    def config(self, name):
        return Value(self._measures.company.config_value(name))


def net_new_arr(at):
    return (at.arr_new + at.arr_reactivation + at.arr_expansion - at.arr_contraction
            - at.arr_churn)


def arpa(at):
    return at.arr_closing / at.customers_closing


def ltv(at):
    return arpa(at) * at.config("gross_margin") / (1 - at.customers_kept / at.customers_year_ago)


def nps(at):
    return 100 * (at.nps_promoters - at.nps_detractors) / at.nps_responses


def nps_margin(at):
    n = at.nps_responses
    p = (at.nps_promoters + Fraction(3, 4)) / (n + 3)
    d = (at.nps_detractors + Fraction(3, 4)) / (n + 3)
    return n / n * 196 * sqrt((p + d - (p - d) * (p - d)) / (n + 3))


def cac_over(at, months):
    return at.over(months).spend / at.over(months).customers_new


def win_rate(at):
    return at.won / (at.won + at.lost)


def average_deal(at):
    return at.won_amount / at.won_with_amount


METRICS = {
    "arr": ("money", lambda at: at.arr_closing),
    "net_new_arr": ("money", net_new_arr),
    "arr_growth_yoy": ("percent", lambda at: at.arr_closing / at.stocks_year_ago().arr_closing - 1),
    "customers": ("count", lambda at: at.customers_closing),
    "arpa": ("money", arpa),
    "nrr": ("percent", lambda at: at.nrr_retained / at.nrr_base),
    "grr": ("percent", lambda at: at.grr_retained / at.nrr_base),
    "logo_retention": ("percent", lambda at: at.customers_kept / at.customers_year_ago),
    "logo_churn_rate": ("percent", lambda at: at.customers_churned / at.customers_opening),
    "revenue_churn_rate": ("percent",
                           lambda at: (at.arr_churn + at.arr_contraction) / at.arr_opening),
    "quick_ratio": ("ratio", lambda at: (at.arr_new + at.arr_reactivation + at.arr_expansion)
                    / (at.arr_contraction + at.arr_churn)),
    "renewal_rate": ("percent", lambda at: at.arr_renewed / at.arr_due),
    "renewal_rate_logos": ("percent", lambda at: at.renewals_won / at.renewals_due),
    "cac": ("money", lambda at: at.spend / at.customers_new),
    "cac_trailing": ("money", lambda at: cac_over(at, 3)),
    "cac_payback_months": ("months",
                           lambda at: at.spend / (at.arr_new / 12 * at.config("gross_margin"))),
    "ltv": ("money", ltv),
    "ltv_cac": ("ratio", lambda at: ltv(at) / cac_over(at, 12)),
    "magic_number": ("ratio", lambda at: net_new_arr(at.over(3)) / at.earlier(3).over(3).spend),
    "sales_efficiency": ("ratio", lambda at: at.arr_new / at.spend),
    "nps": ("points", nps),
    "nps_margin": ("points", nps_margin),
    "nps_trailing": ("points", lambda at: nps(at.over(3))),
    "nps_response_rate": ("percent", lambda at: at.nps_answered / at.nps_invited),
    "lead_to_mql": ("percent", lambda at: at.cohort_mqls / at.cohort_leads),
    "mql_to_sql": ("percent", lambda at: at.cohort_sqls / at.cohort_mqls),
    "sql_to_opportunity": ("percent", lambda at: at.cohort_opportunities / at.cohort_sqls),
    "opportunity_to_won": ("percent", lambda at: at.cohort_won / at.cohort_opportunities),
    "lead_to_won": ("percent", lambda at: at.cohort_won / at.cohort_leads),
    "win_rate": ("percent", win_rate),
    "average_deal": ("money", average_deal),
    "sales_cycle_days": ("days", lambda at: at.cycle_days),
    "pipeline_velocity": ("money_per_day", lambda at: at.open_opportunities * win_rate(at)
                          * average_deal(at) / at.cycle_days),
    "lead_response_minutes": ("minutes", lambda at: at.response_minutes),
    "lead_response_in_time": ("percent", lambda at: at.leads_answered_in_time / at.leads),
    "active_rate": ("percent", lambda at: at.customers_active / at.customers_closing),
    "seat_utilisation": ("percent", lambda at: at.users_active / at.seats),
    "arr_per_fte": ("money", lambda at: at.arr_closing / at.fte),
    "health_score": ("points", lambda at: at.health_points / at.arr_scored),
    "arr_at_risk_share": ("percent", lambda at: at.arr_at_risk / at.arr_scored),
}


def catalogue(stages):
    """METRICS and one A_to_S for each configured stage S beyond the five."""
    result = dict(METRICS)
    for before, stage in zip(stages, stages[1:]):
        if stage not in STANDARD_STAGES:
            names = "cohort_" + stage_measure(stage), "cohort_" + stage_measure(before)
            result["%s_to_%s" % (before, stage)] = (
                "percent", lambda at, n=names: getattr(at, n[0]) / getattr(at, n[1]))
    return result


# How values are written

def plain(number, digits):
    """A fraction with that many digits after the sign, rounded half-even; never -0."""
    units = round(number * 10 ** digits)
    text = str(abs(units)).rjust(digits + 1, "0")
    if digits:
        text = text[:-digits] + "." + text[-digits:]
    return "-" + text if units < 0 else text


def significant(number, digits=12):
    """Rounded half-even to significant digits, plain, without trailing zeros."""
    if number == 0:
        return "0"
    size = abs(number)
    exponent = len(str(size.numerator)) - len(str(size.denominator))
    while size >= Fraction(10) ** (exponent + 1):
        exponent += 1
    while size < Fraction(10) ** exponent:
        exponent -= 1
    places = digits - 1 - exponent
    units = round(number * Fraction(10) ** places)
    text = plain(Fraction(units) / Fraction(10) ** places, max(places, 0))
    return text.rstrip("0").rstrip(".") if "." in text else text


def exact(number):
    """A decimal as it is (counts; fte may have a fraction)."""
    quotient = Context(prec=60, rounding=ROUND_HALF_EVEN).divide(
        Decimal(number.numerator), Decimal(number.denominator))
    text = format(quotient, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def written(number, unit, digits):
    if number is None:
        return ""
    if unit == "money":
        return plain(number, digits)
    return exact(number) if unit == "count" else significant(number)


def mixes(measures, used, dimension, member):
    """Whether a metric mixes, for (none), measures that can be given the dimension with others."""
    if member != NONE or not dimension or "mixed" not in measures.company.rules:
        return False
    return len({measures.can_have(name, dimension) for name in used} - {None}) > 1


def metric_rows(company, periods):
    """All rows of metrics.csv, sorted."""
    measures = Measures(company)
    kinds = 1 if "kind" in company.rules else 0
    members = [("", "")] + [(d, m) for d in company.dimensions for m in company.members[d]]
    rows = []
    for period in periods:
        for dimension, member in members:
            def add(name, number, unit, kind):
                rows.append((name, period.grain, period.name, period.start.isoformat(),
                             period.end.isoformat(), dimension, member,
                             written(number, unit, company.digits), unit) + (kind,) * kinds)
            at = At(measures, period.start, period.end, dimension, member)
            for name, unit in measures.units.items():
                number = getattr(at, name).number
                if not dimension or (number is not None and number != 0):
                    add(name, number, unit, "measure")
            for name, (unit, formula) in catalogue(company.stages).items():
                at = At(measures, period.start, period.end, dimension, member)
                number = formula(at).number
                if mixes(measures, at._used, dimension, member):
                    number = None
                if not dimension or number is not None:
                    add(name, number, unit, "metric")
    return measures, sorted(rows, key=lambda r: (r[0], r[3], r[5], r[6]))
