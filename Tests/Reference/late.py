"""From which day on a source's newest exports have not come."""

from files import dates_in
from periods import ONE

EVENTS = ["spend", "nps", "leads", "opportunities", "lead_events", "usage"]


def starts(c):
    """source of events -> the first day of its first late period, where there is one.

    A source that had rows in each of the last three periods up to the one of its newest row is
    late in every later period that no file names a date of (or after) and no row reaches.
    """
    result = {}
    for source in EVENTS:
        spans = c.spans.get(source, [])
        held = {c.calendar.period_of(c.grain, own).start for own, _ in spans if own}
        if not held:
            continue
        period = c.calendar.period_of(c.grain, max(own for own, _ in spans if own))
        last_three = [period]
        for _ in range(2):
            last_three.append(c.calendar.period_of(c.grain, last_three[-1].start - ONE))
        if not all(p.start in held for p in last_three):
            continue
        named = [day for f in c.inbox.files if f.source == source for n in f.names for day in dates_in(n)]
        known = max([last for _, last in spans] + named)
        while period.start <= known:
            period = c.calendar.period_of(c.grain, period.end + ONE)
        result[source] = period.start
    return result


def nothing_new(c, period):
    """Whether there are sources of events, all of them are late in a period, and no term begins in it."""
    if any(period.start <= t.start <= min(period.end, c.as_of) for t in c.terms):
        return False
    present = [s for s in EVENTS if c.begin(s)]
    return bool(present) and all(s in c.late_from and period.start >= c.late_from[s] for s in present)
