"""What a random company's CSV rows hold: one function a source, each deterministic by seed."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal

from periods import ONE, shift_months

MEMBERS = {
    "segment": ["SMB", "Mid-Market", "Enterprise", "Public\nSector"],
    "region": ["EMEA", "Americas", "Asia, Pacific", "华东"],
    "channel": ["organic", "paid", "\"Partners\" Inc", "event", "推荐"],
    "plan": ["Basic", "Pro", "Pro Plus"],
    "industry": ["Retail", "Food & Drink", "Health, Care"],
    "owner": ["Ana", "Bo O'Neil", "王芳"],
}
NAMES = ["Acme", "Acme, Inc.", "The \"Best\" Ltd", "两行\n公司", "Ünïcode GmbH", "上海贸易", "O'Hara"]
FUNNEL = ["lead", "mql", "sql", "opportunity", "won"]


class Invention:
    """The rows of one company; `rng` is the only source of chance."""

    def __init__(self, rng, settings, zone, first, last):
        self.rng, self.settings, self.zone = rng, settings, zone
        self.first, self.last = first, last                    # the days that data lie in
        self.size = rng.choice([10, 15, 25, 40, 60, 120, 300])
        style = rng.choice(["C%04d", "C%04d", "客户-%d", "No. %d, A"])
        self.customers = [style % (n + 1) for n in range(self.size)]
        self.stamp_style = rng.choice(["naive", "naive-T", "Z", "offset", "mixed", "dates"])
        self.foreign = rng.sample(["USD", "EUR", "GBP", "CNY", "JPY"], rng.randint(1, 3))
        self.money_columns = rng.random() < 0.6                # whether rows name currencies
        self.stages = settings["funnel"]["stages"]
        self.last_day = False                                  # whether ends are last days

    # Small things

    def chance(self, share):
        return self.rng.random() < share

    def day(self, first=None, last=None):
        first, last = first or self.first, last or self.last
        return first + timedelta(days=self.rng.randint(0, max(0, (last - first).days)))

    def amount(self, low, high):
        digits = {"JPY": 0, "KWD": 3}.get(self.settings["currency"], 2)
        digits = self.rng.choice([0, digits])
        return str(Decimal(self.rng.randint(low * 10 ** digits, high * 10 ** digits)) / 10 ** digits)

    def currency(self):
        if not self.money_columns:
            return {}
        return {"currency": self.rng.choice(["", self.settings["currency"]] + self.foreign)}

    def has_dimensions(self, share=0.5):
        """Which dimension columns a source has."""
        return [d for d in MEMBERS if self.chance(share)]

    def cells(self, dimensions, empty=0.15):
        return {d: "" if self.chance(empty) else self.rng.choice(MEMBERS[d]) for d in dimensions}

    def some_customer(self):
        return self.rng.choice(self.customers + ["stranger"] + [""] * (1 + self.size // 6))

    def stamp(self, moment):
        """An instant as text, in the company's way of writing them."""
        local = moment.astimezone(self.zone)
        if self.stamp_style == "dates":
            return local.date().isoformat()
        style = self.stamp_style
        if style == "mixed":
            style = self.rng.choice(["naive", "Z", "offset"])
        if style == "naive" or style == "naive-T":
            if local.hour in (1, 2):                           # never in a clock change
                local = local.replace(hour=5, fold=0)
            return local.strftime("%Y-%m-%d %H:%M:%S" if style == "naive" else "%Y-%m-%dT%H:%M:%S")
        if style == "Z":
            return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        there = moment.astimezone(timezone(timedelta(hours=self.rng.choice([-5, 0, 2, 8]))))
        return there.isoformat()

    def moment(self, first=None, last=None):
        day = self.day(first, last)
        return datetime(day.year, day.month, day.day, self.rng.randint(0, 23),
                        self.rng.randint(0, 59), self.rng.randint(0, 59), tzinfo=timezone.utc)

    # Customers and ARR

    def customer_rows(self):
        dimensions = [d for d in self.has_dimensions(0.6) if d != "plan" or self.chance(0.3)]
        without = self.rng.choice([0, 0.15, 0.4])
        return [{"customer_id": c, "name": self.rng.choice(NAMES), **self.cells(dimensions)}
                for c in self.customers + ["prospect"] if not self.chance(without)]

    def subscription_rows(self):
        """Chains of terms a customer, with gaps, overlaps, upgrades, credits, future terms."""
        last_day = self.last_day = self.chance(0.25)
        price = self.rng.choice(["arr", "mrr", "amount", "amount"])
        with_id, with_end = self.chance(0.8), self.chance(0.92)
        with_status = self.chance(0.35)
        dimensions = [d for d in self.has_dimensions(0.4) if d != "plan"]
        with_plan = self.chance(0.6)
        rows, used = [], set()

        def add(customer, identity, start, end, negative=False):
            key = (identity if with_id else customer, start)
            if key in used or (end and start >= end):
                return
            used.add(key)
            row = {"customer_id": customer, "start_date": start.isoformat()}
            if with_id:
                row["subscription_id"] = identity
            if with_end:
                shown = end - ONE if end and last_day else end
                row["end_date"] = shown.isoformat() if shown else ""
            value = self.amount(20, 5000)
            row[price] = "-" + value if negative else value
            if price == "amount":
                row["interval"] = self.rng.choice(["month", "quarter", "year", "6", "24"])
            if with_status:
                row["status"] = self.rng.choice(["active"] * 9 + [
                    "cancelled", "trial", "Draft", "incomplete", "void", "quote"])
            if with_plan:
                row.update(self.cells(["plan"], 0.1))
            row.update(self.currency(), **self.cells(dimensions))
            rows.append(row)
            if self.chance(0.03):                              # the later row of a key wins
                rows.append({**row, price: self.amount(20, 5000)})

        for number, customer in enumerate(self.customers):
            start = self.day(last=self.last + timedelta(days=60))
            if last_day:
                start = start.replace(day=min(start.day, 27))
            identity = "S%05d" % (number * 10)
            for step in range(self.rng.randint(1, 5)):
                months = self.rng.choice([1, 3, 6, 12, 12, 24])
                end = shift_months(start, months)
                if self.chance(0.03 if last_day else 0.2):
                    end = start + timedelta(days=self.rng.randint(5, 400))
                endless = self.chance(0.15)
                add(customer, identity, start, None if endless else end)
                if self.chance(0.15):                          # a second subscription beside it
                    other = start + timedelta(days=self.rng.randint(1, 90))
                    if last_day:
                        other = other.replace(day=min(other.day, 27))
                    add(customer, identity[:-1] + "9", other, shift_months(other, 12))
                if self.chance(0.03):
                    add(customer, identity[:-1] + "8", start + ONE, shift_months(start + ONE, 3),
                        negative=True)
                if endless:
                    break
                move = self.rng.choice([0, 0, 0, 0, 3, 14, 40, 120, 400, -10, -25])
                start = max(end + timedelta(days=move), start + ONE)
                if last_day:
                    start = start.replace(day=min(start.day, 27))
                if self.chance(0.4):
                    identity = "S%05d" % (number * 10 + step + 1)
        return rows

    def snapshot_rows(self):
        by_month = self.chance(0.5)
        price = self.rng.choice(["arr", "mrr"])
        rows, day = [], self.first
        worth = {c: self.amount(20, 5000) for c in self.customers if self.chance(0.6)}
        while day <= self.last:
            for customer in self.customers:
                roll = self.rng.random()
                if roll < 0.06:
                    worth.pop(customer, None)
                elif roll < 0.15:
                    worth[customer] = self.amount(20, 5000)
                if customer in worth:
                    text = day.isoformat()
                    rows.append({"customer_id": customer, "date": text[:7] if by_month else text,
                                 price: worth[customer], **self.currency()})
            day = shift_months(day, 1)
        return rows

    # Spend, surveys, use, people

    def spend_rows(self, months):
        """Spend by month, or by day with some ranges."""
        dimensions = [d for d in self.has_dimensions(0.35)]
        category, ranged = self.chance(0.75), self.chance(0.5)
        rows = []
        for _ in range(self.rng.randint(15, 150)):
            day = self.day()
            value = self.amount(5, 30000)
            row = {"date": day.isoformat()[:7] if months else day.isoformat(),
                   "amount": "-" + value if self.chance(0.05) else value,
                   "campaign": self.rng.choice(["Spring", "Fall, big", "两\n行"])}
            if ranged and not months:
                row["end_date"] = "" if self.chance(0.5) else (
                    day + timedelta(days=self.rng.randint(0, 120))).isoformat()
            if category:
                row["category"] = self.rng.choice(["marketing", "sales", "other", ""])
            row.update(self.currency(), **self.cells(dimensions))
            rows.append(row)
        return sorted(rows, key=lambda r: r["date"])

    def nps_rows(self):
        invited = self.chance(0.75)
        responded = not invited or self.chance(0.8)
        identity, customer = self.chance(0.8), self.chance(0.8)
        dimensions = self.has_dimensions(0.3)
        rows = []
        for number in range(self.rng.randint(10, 300)):
            asked = self.moment()
            replied = asked + timedelta(minutes=self.rng.randint(1, 60 * 24 * 20))
            row = {"score": str(self.rng.choice([0, 3, 6, 7, 8, 9, 9, 10, 10]))}
            if identity:
                row["response_id"] = "R%04d" % number
            if invited:
                row["invited_at"] = self.stamp(asked)
            if responded:
                row["responded_at"] = self.stamp(replied)
            if invited and self.chance(0.35):
                row["score"] = ""
                if responded:
                    row["responded_at"] = ""
            elif invited and responded and self.chance(0.1):
                row["responded_at"] = ""
            if customer:
                row["customer_id"] = self.some_customer()
            row["comment"] = self.rng.choice(["", "good", "很好，谢谢", "line one\nline two", "a \"b\""])
            rows.append({**row, **self.cells(dimensions)})
        return rows

    def usage_rows(self):
        seats = self.chance(0.85)
        step = timedelta(days=self.rng.choice([5, 9, 20, 45]))
        rows = []
        for customer in self.rng.sample(self.customers, self.rng.randint(1, min(40, self.size))):
            day = self.day()
            for _ in range(40):
                if day > self.last:
                    break
                row = {"customer_id": customer, "date": day.isoformat(),
                       "active_users": str(self.rng.choice([0, 1, 3, 8, 20]))}
                if seats:
                    row["seats"] = self.rng.choice(["", "0", "5", "10", "20"])
                rows.append(row)
                day += step
        return rows

    def headcount_rows(self):
        teams = self.rng.choice([["Sales"], ["Sales", "Marketing, EU"], [None]])
        dimensions = self.has_dimensions(0.2)
        rows = []
        for team in teams:
            day = self.day().replace(day=1)
            members = self.cells(dimensions)
            while day <= self.last:
                if not self.chance(0.25):
                    row = {"date": day.isoformat()[:7], "fte": self.rng.choice(["3", "4.5", "12", "0.5"])}
                    if team:
                        row["team"] = team
                    rows.append({**row, **members})
                day = shift_months(day, self.rng.choice([1, 1, 1, 5]))
        return rows

    def rate_rows(self):
        """Rates of every foreign currency: dated, undated or both."""
        dated = self.chance(0.7)                               # else the file has no such column
        rows = []
        for currency in self.foreign:
            def rate(currency=currency):
                return {"currency": currency, "rate": "%.4f" % self.rng.uniform(0.2, 3)}
            dates = self.rng.randint(0, 4) if dated else 0
            for _ in range(dates):
                rows.append({**rate(), "date": self.day().isoformat()})
            if dates == 0 or self.chance(0.4):
                rows.append({**rate(), "date": ""} if dated else rate())
        return rows

    # Leads

    def lead_stamps(self, odd):
        """stage, `lost` and `first_response` -> instant of one lead, in the order of the funnel."""
        created = at = self.moment(last=self.last + timedelta(days=30))
        stamps = {self.stages[0]: created}
        if self.chance(0.7):
            wait = timedelta(seconds=self.rng.randint(0, 60 * 60 * self.rng.choice([1, 3, 50])))
            stamps["first_response"] = created - wait if odd and self.chance(0.05) else created + wait
        for stage in self.stages[1:]:
            if self.chance(0.3):
                break
            at += timedelta(minutes=self.rng.randint(1, 60 * 24 * 25))
            if not odd or not self.chance(0.08):               # a stage may be skipped
                stamps[stage] = at
        if odd and "won" in stamps and self.chance(0.04):
            stamps["won"] = created - timedelta(days=2)
        if "won" not in stamps and self.chance(0.5) or self.chance(0.04):
            stamps["lost"] = at + timedelta(minutes=self.rng.randint(-9000, 60 * 24 * 20) if odd
                                            else self.rng.randint(1, 9000))
        return stamps

    def lead_rows(self):
        dropped = {s for s in self.stages[1:] + ["lost"] if self.chance(0.07)}
        if self.chance(0.2):
            dropped.add("first_response")
        amount, customer = self.chance(0.8), self.chance(0.5)
        dimensions = self.has_dimensions()
        rows = []
        for number in range(self.rng.choice([50, 50, 120, 300, 700, 2000])):
            stamps = self.lead_stamps(True)
            row = {"lead_id": "L%05d" % number, "created_at": self.stamp(stamps[self.stages[0]])}
            for stage in ["first_response"] + self.stages[1:] + ["lost"]:
                if stage not in dropped:
                    row[stage + "_at"] = self.stamp(stamps[stage]) if stage in stamps else ""
            if amount:
                row["amount"] = self.amount(100, 40000) if self.chance(0.7) else ""
            if customer:
                row["customer_id"] = self.some_customer()
            row.update({"company": self.rng.choice(NAMES)}, **self.currency())
            rows.append({**row, **self.cells(dimensions)})
        return rows

    def event_rows(self):
        if self.stamp_style == "dates":                        # would leave ties
            self.stamp_style = "Z"
        amount, customer = self.chance(0.8), self.chance(0.5)
        dimensions = self.has_dimensions()
        rows = []
        for number in range(self.rng.choice([50, 120, 300, 700])):
            who = self.some_customer()
            money = self.currency()
            for stage, at in self.lead_stamps(False).items():
                if stage == self.stages[0] and self.chance(0.05):
                    continue
                for again in range(2 if self.chance(0.06) else 1):
                    row = {"lead_id": "L%05d" % number, "stage": stage,
                           "at": self.stamp(at + again * timedelta(days=3, seconds=17))}
                    if amount:
                        row["amount"] = self.amount(100, 40000) if self.chance(0.5) else ""
                    if customer:
                        row["customer_id"] = who
                    rows.append({**row, **money, **self.cells(dimensions, 0.5)})
        return rows
