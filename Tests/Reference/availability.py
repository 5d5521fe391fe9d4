"""Where a measure is defined: for which members, since when, and until when."""

from periods import ONE, months_before
from values import NONE

AT_B = ("nrr_base", "nrr_retained", "grr_retained", "customers_year_ago", "customers_kept")
LATE_STOCKS = ("customers_active", "users_active", "seats", "open_opportunities")
HEALTH = ("health_points", "arr_scored", "arr_at_risk", "arr_watch", "arr_healthy")


class Availability:
    """What Measures knows of the days and members of its measures.

    Needs `company`, `sources` (measure -> the sources that it needs), `fed` (measures of leads
    that deals feed in their period), `fed_cohorts` (those that they feed through their leads),
    `stocks`, `following` (measures that follow the customer), `moving` and `missing`.
    """

    def can_have(self, name, dimension):
        """Whether the measure can be given members of a dimension; None: not even (none)."""
        c = self.company
        if name in self.following:
            if dimension != "plan":
                return c.customers_can(dimension)
            if name != "arr_closing":
                return None
            return c.arr_source == "subscriptions" and c.inbox.has("subscriptions", "plan")
        sources = self.sources[name][:1] + (["opportunities"] if name in self.fed else [])
        return any(c.can(source, dimension) for source in sources)

    def exists_for(self, name, dimension, member):
        """Whether the measure exists for the member at all (whatever the time)."""
        if not dimension or name in self.missing:
            return name not in self.missing
        can = self.can_have(name, dimension)
        return can is not None and (can or member == NONE)

    def begun(self, name, day):
        """Whether the day is not before the first month of the measure's sources."""
        begins = [self.company.begin(s) for s in self.sources[name]]
        if name in self.fed:
            begins.append(self.company.begin("opportunities"))
            begins = [min((b for b in begins if b), default=None)]
        return all(b is not None and day >= b for b in begins)

    def late(self, source, day):
        """Whether a source's newest exports have not come for the period that holds a day."""
        start = self.company.late_from.get(source)
        return start is not None and day >= start

    def is_late(self, name, end):
        """Whether the measure is late in the period, or for the window, that ends on a day; of
        health, whether neither use nor voice is there."""
        if name in HEALTH:
            known = [s for s in ("usage", "nps") if self.known_part(s, end)]
            return "health" in self.company.rules and not known
        if name in self.stocks and name not in LATE_STOCKS:
            return False
        sources = list(self.sources[name])
        if name in self.fed or name in self.fed_cohorts:
            sources.append("opportunities")
        return any(self.late(source, end) for source in sources)

    def known_part(self, source, end):
        """Whether use or voice can be a part of health: begun, and not late."""
        begin = self.company.begin(source)
        return begin is not None and end >= begin and not self.late(source, end)

    def defined(self, name, start, end, trailing):
        """Whether the measure is defined for a period, or for a trailing window."""
        c = self.company
        if self.is_late(name, end):
            return False
        if name in self.stocks:
            if name in AT_B:
                return self.begun(name, months_before(end, 12))
            return self.begun(name, start - ONE if name.endswith("_opening") else end)
        if c.snapshots and name in self.moving and c.begin(c.arr_source):
            if start <= c.first_event[c.arr_source]:
                return False
        return self.begun(name, start if trailing else end)
