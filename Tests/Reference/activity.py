"""The measures of use, headcount and customer health."""

from datetime import timedelta
from fractions import Fraction

from values import add_up


class Activity:
    """What Measures computes of `usage`, `headcount` and health."""

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
            recent = [(team, f) for team, f in c.headcount
                      if f.day <= end and (end - f.day).days <= 92]
            latest_day = {}
            for team, fact in recent:
                latest_day[team] = max(fact.day, latest_day.get(team, fact.day))
            if not recent:
                return {}
            return add_up((f.keys, f.value) for team, f in recent if f.day == latest_day[team])

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
        bands.update(c.config.get("health", {}).get("bands", {}))
        low, high = number_of(bands["at_risk"]), number_of(bands["watch"])
        self.stock("health_points", [arr], healthy(lambda s, a: s * a))
        self.stock("arr_scored", [arr], healthy(lambda s, a: a))
        self.stock("arr_at_risk", [arr], healthy(lambda s, a: a if s < low else 0))
        self.stock("arr_watch", [arr], healthy(lambda s, a: a if low <= s < high else 0))
        self.stock("arr_healthy", [arr], healthy(lambda s, a: a if s >= high else 0))

    def scores(self, end, recent):
        """customer -> health score (0 to 100), of those with ARR and a known part."""
        weights = {"usage": 40, "voice": 30, "trend": 30}
        weights.update(self.company.config.get("health", {}).get("weights", {}))
        voice, lenient = {}, "health" not in self.company.rules
        if self.late("usage", end):
            recent = {}
        for r in self.company.responses if not self.late("nps", end) else []:
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
            if weight > 0 and (lenient or "usage" in parts or "voice" in parts):
                result[customer] = 100 * sum(number_of(weights[p]) * v
                                             for p, v in parts.items()) / weight
        return result


def number_of(value):
    return Fraction(str(value))
