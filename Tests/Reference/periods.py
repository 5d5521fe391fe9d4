"""Days, months, periods and their names, as in the section "Time" of the metric catalogue."""

import calendar
from collections import namedtuple
from datetime import date, timedelta

ONE = timedelta(days=1)

# `start` and `end` are both included; of a period to date, `end` is the as-of date.
Period = namedtuple("Period", "grain name start end")

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december"]
DEFAULT_PERIODS = {"week": 13, "month": 13, "quarter": 8, "year": 3}


def last_of_month(year, month):
    return calendar.monthrange(year, month)[1]


def shift_months(day, months):
    """The day `months` after (below 0: before) a date: the same day of that month or its last
    day; from the last day of a month, the last day of a month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    last = last_of_month(year, month)
    if day.day == last_of_month(day.year, day.month):
        return date(year, month, last)
    return date(year, month, min(day.day, last))


def months_before(day, months):
    return shift_months(day, -months)


def trailing_window(end, months):
    """The first and last day of "trailing n months"."""
    return months_before(end, months) + ONE, end


def days(start, end):
    """Every day from start to end, both included."""
    while start <= end:
        yield start
        start += ONE


class Calendar:
    """The pipeline's weeks, months, fiscal quarters and fiscal years."""

    def __init__(self, week_starts="monday", fiscal_year_starts="january"):
        self.week_start = WEEKDAYS.index(str(week_starts).lower())
        self.fiscal_month = MONTHS.index(str(fiscal_year_starts).lower()) + 1

    def fiscal_year_start(self, day):
        year = day.year if day.month >= self.fiscal_month else day.year - 1
        return date(year, self.fiscal_month, 1)

    def period_of(self, grain, day):
        """The whole period of that grain which holds the day."""
        if grain == "week":
            start = day - timedelta(days=(day.weekday() - self.week_start) % 7)
            iso = (start + timedelta(days=3)).isocalendar()
            return Period(grain, "%04d-W%02d" % (iso[0], iso[1]), start, start + timedelta(days=6))
        if grain == "month":
            start = day.replace(day=1)
            return Period(grain, "%04d-%02d" % (day.year, day.month), start,
                          day.replace(day=last_of_month(day.year, day.month)))
        first = self.fiscal_year_start(day)
        name = "%04d" % (shift_months(first, 12) - ONE).year
        if grain == "year":
            return Period(grain, name, first, shift_months(first, 12) - ONE)
        if grain == "quarter":
            quarter = ((day.year - first.year) * 12 + day.month - first.month) // 3
            start = shift_months(first, 3 * quarter)
            return Period(grain, "%s-Q%d" % (name, quarter + 1), start, shift_months(start, 3) - ONE)
        raise ValueError("no such grain: %r" % grain)

    def shown(self, grain, count, as_of, name=None):
        """The `count` periods that a report shows, oldest first: up to the newest complete one,
        or up to the named one, which may be to date."""
        period = self.period_of(grain, as_of)
        if name is None:
            if period.end > as_of:
                period = self.period_of(grain, period.start - ONE)
        else:
            while period.name != name:
                if period.start.year < 1950:
                    raise ValueError("no period %r up to %s" % (name, as_of))
                period = self.period_of(grain, period.start - ONE)
        periods = []
        for _ in range(count):
            periods.append(period._replace(end=min(period.end, as_of)))
            period = self.period_of(grain, period.start - ONE)
        return periods[::-1]
