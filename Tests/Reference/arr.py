"""ARR of each customer by day: movements, renewals, cohorts."""

from collections import namedtuple
from datetime import date, timedelta

from periods import ONE, shift_months

Movement = namedtuple("Movement", "day customer kind amount")
Renewal = namedtuple("Renewal", "day customer due renewed")
CohortRow = namedtuple("CohortRow", "cohort quarter customers_kept customers arr_kept arr")

FAR = date(9999, 12, 31)


def counts_on(term, day):
    return term.start <= day and (term.end is None or day < term.end)


def signed_sum(terms, day):
    return sum(t.arr for t in terms if counts_on(t, day))


def arr_on(terms, day):
    """A customer's ARR at the end of a day; terms that sum to less than 0 count as 0."""
    return max(0, signed_sum(terms, day))


def change_days(terms, as_of):
    """Every day up to the as-of date on which the ARR of these terms may change."""
    found = {t.start for t in terms} | {t.end for t in terms if t.end}
    return sorted(d for d in found if d <= as_of)


def close_gaps(terms, as_of, grace):
    """Extends the terms that end at a gap of at most `grace` days to the gap's far end."""
    if grace <= 0:
        return terms
    stretch, had, since = {}, False, None
    for day in change_days(terms, as_of):
        before, now = arr_on(terms, day - ONE), arr_on(terms, day)
        if before > 0 and now == 0:
            had, since = True, day
        elif before == 0 and now > 0 and had:
            if (day - since).days <= grace:
                stretch[since] = day
    return [t._replace(end=stretch[t.end]) if t.end in stretch else t for t in terms]


class Revenue:
    """All terms by customer, as read (`read`) and with short gaps closed (`terms`)."""

    def __init__(self, terms, as_of, churn_grace=0, renewal_grace=30):
        self.as_of, self.renewal_grace = as_of, renewal_grace
        self.read = {}
        for term in terms:
            self.read.setdefault(term.customer, []).append(term)
        self.terms = {c: close_gaps(t, as_of, churn_grace) for c, t in self.read.items()}
        self.cache = {}

    def on(self, day):
        """customer -> ARR at the end of a day, of those that have any."""
        if day not in self.cache:
            amounts = {c: arr_on(t, day) for c, t in self.terms.items()}
            self.cache[day] = {c: a for c, a in amounts.items() if a > 0}
        return self.cache[day]

    def plans_on(self, day):
        """(customer, plan, amount) of each term that counts; none of a customer below 0."""
        for customer, terms in self.terms.items():
            if signed_sum(terms, day) >= 0:
                for term in terms:
                    if counts_on(term, day):
                        yield customer, term.plan, term.arr

    def movements(self):
        """Every movement up to the as-of date."""
        result = []
        for customer, terms in self.terms.items():
            ever = False
            for day in change_days(terms, self.as_of):
                before, now = arr_on(terms, day - ONE), arr_on(terms, day)
                if before == 0 and now > 0:
                    kind = "reactivation" if ever else "new"
                    ever = True
                elif before > 0 and now == 0:
                    kind = "churn"
                elif now > before:
                    kind = "expansion"
                elif now < before:
                    kind = "contraction"
                else:
                    continue
                result.append(Movement(day, customer, kind, abs(now - before)))
        return sorted(result, key=lambda m: (m.day, m.customer, m.kind))

    def renewals(self):
        """Every due day up to the as-of date, with what renewed it."""
        result = []
        for customer, terms in self.read.items():
            left = {i: t.arr for i, t in enumerate(terms)}
            for day in sorted({t.end for t in terms if t.end and t.end <= self.as_of}):
                due = sum(t.arr for t in terms if t.end == day)
                if due <= 0:
                    continue
                grace = day + timedelta(days=self.renewal_grace)
                offers = [(t.start, t.end or FAR, t.identity, i) for i, t in enumerate(terms)
                          if t.end != day and t.arr > 0
                          and day - timedelta(days=30) <= t.start <= min(grace, self.as_of)
                          and (t.start >= day or t.end is None or t.end > grace)]
                renewed = 0
                for offer in sorted(offers):
                    taken = min(left[offer[3]], due - renewed)
                    left[offer[3]] -= taken
                    renewed += taken
                result.append(Renewal(day, customer, due, renewed))
        return result

    def cohorts(self, calendar):
        """Customers by fiscal quarter of first ARR, at each complete quarter-end since."""
        quarters = {}
        for move in self.movements():
            if move.kind == "new":
                quarter = calendar.period_of("quarter", move.day)
                quarters.setdefault(quarter, []).append(move.customer)
        result = []
        for cohort, customers in quarters.items():
            first = self.on(cohort.end)
            start = [c for c in customers if c in first]
            quarter = cohort
            while quarter.end <= self.as_of:
                now = self.on(quarter.end)
                kept = [c for c in start if c in now]
                result.append(CohortRow(cohort.name, quarter.name, len(kept), len(start),
                                        sum(now[c] for c in kept), sum(first[c] for c in start)))
                quarter = calendar.period_of("quarter", shift_months(quarter.start, 3))
        return sorted(result)
