"""Northlight, an invented company: who buys, when, for how much, and what they say.

Everything is drawn from `random.Random(text).random()` and plain arithmetic, so that the same numbers come out on every
machine. `Quota` spreads rare events evenly, as a large company's averages would, so that a story stays legible in a small one.
"""
import heapq
from datetime import date, datetime, timedelta
from random import Random

AS_OF = date(2026, 11, 15)
LEADS_FROM, SPEND_FROM = date(2023, 7, 1), date(2023, 10, 1)
RATE = {"USD": 1.0, "EUR": 1.16, "CNY": 0.14}                # those of 2026-01-01, which a report for 2026 uses
REGIONS = {"Americas": 0.48, "EMEA": 0.32, "APAC": 0.20}
SEGMENTS = ("smb", "mid-market", "enterprise")
CHANNELS = {  # share of leads; lead->mql, opportunity->won; share of smb and mid-market
    "organic": (0.30, 0.405, 0.235, 0.64, 0.28), "paid search": (0.22, 0.39, 0.205, 0.64, 0.28),
    "paid social": (0.14, 0.30, 0.185, 0.72, 0.23), "partner": (0.09, 0.55, 0.27, 0.42, 0.40),
    "events": (0.13, 0.38, 0.22, 0.50, 0.34), "outbound": (0.12, 0.43, 0.20, 0.36, 0.38)}
MONTH = {1: 1.12, 2: 1.08, 3: 1.10, 4: 1.0, 5: 1.0, 6: 0.98, 7: 0.86, 8: 0.78, 9: 1.08, 10: 1.14, 11: 1.10, 12: 0.76}
UNIT = {"Flow Starter": 36, "Flow Business": 48, "Flow Enterprise": 62, "Insight Team": 52, "Insight Enterprise": 80}
FLOW = dict(zip(SEGMENTS, ("Flow Starter", "Flow Business", "Flow Enterprise")))
INSIGHT = dict(zip(SEGMENTS, ("Insight Team", "Insight Team", "Insight Enterprise")))
SEATS = dict(zip(SEGMENTS, (25, 60, 148)))
CHURN = dict(zip(SEGMENTS, (0.40, 0.105, 0.032)))            # a year, for a middling customer
INDUSTRIES = ("Manufacturing", "Logistics", "Retail", "Healthcare", "Financial services", "Software", "Education", "Energy")
OWNERS = {"Americas": ("Maya Torres", "Devon Clark", "Priya Nair"), "EMEA": ("Jonas Weber", "Camille Roux"),
          "APAC": ("陈思远", "Hana Sato")}
FIRST = ("Alder Amber Arbor Atlas Basalt Beacon Birch Blue Brass Bright Cedar Cobalt Copper Coral Crest Delta Drift East Ember "
         "Fern Field Flint Granite Green Harbor Hazel High Iron Juniper Lake Lark Maple Marble Meadow Mill Moss North Oak Opal "
         "Orchard Pine Quarry Raven Red River Sable Silver Slate Stone Summit Tall Timber Vale West Willow").split()
SECOND = ("bank bay bridge brook cliff dale fall ford gate grove haven hill land light line mark mere point port ridge shore "
          "side stead ton view water way wood works yard").split()
SUFFIX = {"Americas": ("Inc.", "LLC", "Corp.", "Group", "Partners, Inc."), "EMEA": ("GmbH", "SAS", "Ltd", "AB", "S.p.A.", "& Söhne KG"),
          "APAC": ("Pte Ltd", "K.K.", "Pty Ltd")}
CITY, STEM, TRADE = "上海 北京 深圳 杭州 成都 苏州 广州 南京".split(), "晨星 云帆 远山 青禾 明川 海岳 知行 同舟 恒信 锦程 启元 和光".split(), \
    "科技 物流 制造 医疗 教育 能源 零售".split()
SAID = {  # comments by how they scored: en, zh
    "up": (["Saves our team hours, every single week.", "Support answered in ten minutes. Impressive!", "Rollout took two days; we had planned two weeks.",
            'My boss called it "the only tool we would miss".', "Love the new Insight dashboards,\nespecially the weekly mail.",
            "Solid, fast, boring in the best way.", "Onboarding was great, thanks to Jonas & team"],
           ["客服响应很快，产品稳定。", "上线顺利，团队都在用，推荐。", "报表非常清楚，\n每周例会直接用。"]),
    "mid": (["Good product, but the mobile app needs work.", "Fine so far, still rolling out to the second site.", "Would like an API for exports, please.",
             "Reports are good; scheduling them is fiddly.", 'Works. The word "workspace" still confuses people.'],
            ["功能不错，希望增加移动端。", "整体可以，权限设置有点复杂。"]),
    "down": (["Too slow with more than 50,000 rows, and the export times out.", "Price went up 20 % at renewal, value did not.", "Three tickets open for a month.\nNobody called back.",
              'We were promised "single sign-on in Q1". Still waiting.', "Nobody here uses it any more.", "Integration with our ERP broke twice, no post-mortem."],
             ["导出经常超时，影响月底结账。", "价格偏高，本地支持不足。", "问题提了三次，没有人跟进。"])}


class Quota:
    """Says yes to a share of the questions of each kind, evenly spread."""
    def __init__(self):
        self.due = {}

    def take(self, kind, share):
        due = self.due.get(kind, 0.5) + share
        self.due[kind] = due - 1 if due >= 1 else due
        return due >= 1


def between(points, day):
    """Straight lines through [(date, value)]."""
    for (d0, v0), (d1, v1) in zip(points, points[1:]):
        if day <= d1:
            return v0 + (v1 - v0) * max(0, (day - d0).days) / (d1 - d0).days
    return points[-1][1]


def skew(r, median, table=(0.3, 0.55, 0.8, 1.0, 1.3, 1.8, 2.9)):
    """A draw from a skewed distribution, given its quantiles in units of the median."""
    x = r.random() * (len(table) - 1)
    i = int(x)
    return median * (table[i] + (table[i + 1] - table[i]) * (x - i))


def pick(r, weights):
    """A key of {key: weight}, or an item of a sequence."""
    if not isinstance(weights, dict):
        return weights[int(r.random() * len(weights))]
    x = r.random() * sum(weights.values())
    for key, weight in weights.items():
        x -= weight
        if x < 0:
            return key
    return key


def months_on(day, n):
    """The same day n months later, or that month's last day."""
    y, m = divmod(day.year * 12 + day.month - 1 + n, 12)
    last = (date(y + (m == 11), (m + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(y, m + 1, min(day.day, last))


def company_name(r, region, currency):
    if currency == "CNY":
        return pick(r, CITY) + pick(r, STEM) + pick(r, TRADE) + "有限公司"
    return pick(r, FIRST) + pick(r, SECOND) + " " + pick(r, SUFFIX[region])


def currency_of(r, region):
    return {"Americas": "USD", "EMEA": "EUR"}.get(region) or ("CNY" if r.random() < 0.65 else "USD")


def unit_price(plan, currency):
    return {"USD": UNIT[plan], "EUR": UNIT[plan] * 9 // 10, "CNY": UNIT[plan] * 7}[currency]


def make_leads(seed="northlight leads 43"):
    """Every lead from LEADS_FROM to AS_OF, with the stamps that it has by then; the won ones carry `seats` and `plan`."""
    r, quota, leads = Random(seed), Quota(), []
    volume = [(LEADS_FROM, 6.7), (date(2024, 7, 1), 8.8), (date(2025, 7, 1), 10.4), (date(2026, 4, 1), 12.3), (AS_OF, 13.2)]
    carry = dict.fromkeys(CHANNELS, 0.0)
    day = LEADS_FROM
    while day <= AS_OF:
        for channel, (share, to_mql, to_won, smb, mid) in CHANNELS.items():
            carry[channel] += between(volume, day) * MONTH[day.month] * (0.3 if day.weekday() > 4 else 1.28) * share * (0.7 + 0.6 * r.random())
            while carry[channel] >= 1:
                carry[channel] -= 1
                leads.append(make_lead(r, quota, day, channel, to_mql, to_won, {"smb": smb, "mid-market": mid, "enterprise": 1 - smb - mid}))
        day += timedelta(1)
    leads.sort(key=lambda l: l["created_at"])
    for i, lead in enumerate(leads):
        lead["lead_id"] = f"L-{i + 1:05d}"
    return leads


def make_lead(r, quota, day, channel, to_mql, to_won, mix):
    def later(at, days):
        return (at + timedelta(seconds=int(days * 86400))).replace(microsecond=0)
    region, segment = pick(r, REGIONS), pick(r, mix)
    currency = currency_of(r, region)
    created = datetime(day.year, day.month, day.day, int(skew(r, 13, (0, 0.55, 0.75, 1, 1.2, 1.4, 1.8))), int(r.random() * 60), int(r.random() * 60))
    lead = {"created_at": created, "company": company_name(r, region, currency), "channel": channel, "segment": segment, "region": region,
            "industry": pick(r, INDUSTRIES), "owner": pick(r, OWNERS[region]), "currency": currency}
    if r.random() < 0.94:
        lead["first_response_at"] = later(created, skew(r, 40, (0.03, 0.1, 0.28, 0.6, 1, 1.8, 4.2, 15, 72)) / 1440)
    plan = (INSIGHT if created.date() > date(2025, 3, 1) and r.random() < 0.28 else FLOW)[segment]
    size = between([(date(2022, 1, 1), 0.72), (date(2024, 1, 1), 0.92), (date(2026, 12, 1), 1.24)], day)
    seats = max(5, int(skew(r, SEATS[segment] * size, (0.5, 0.65, 0.85, 1, 1.2, 1.4, 1.8))))
    if quota.take((channel, "mql"), to_mql):
        lead["mql_at"] = at = later(created, skew(r, 1.2, (0.02, 0.2, 0.5, 1, 2, 5, 13)))
        if quota.take((channel, segment, "sql"), 0.45 if segment != "enterprise" else 0.47):
            lead["sql_at"] = at = later(at, skew(r, 4, (0.1, 0.3, 0.6, 1, 1.7, 3, 7)))
            if quota.take((channel, segment, "opportunity"), 0.6):
                lead["opportunity_at"] = at = later(at, skew(r, 6, (0.1, 0.3, 0.6, 1, 1.7, 2.6, 5)))
                won = quota.take((channel, segment, "won"), to_won * {"smb": 1.08, "mid-market": 0.97, "enterprise": 0.85}[segment])
                at = later(at, skew(r, {"smb": 16, "mid-market": 48, "enterprise": 98}[segment] * (1 if won else 1.15)))
                close = months_on(at.date().replace(day=1), 1) - at.date()
                if won and close.days < 13 and r.random() < 0.5:              # deals close at the end of a month
                    at += timedelta(int(r.random() * close.days))
                lead["won_at" if won else "lost_at" if r.random() < 0.97 else "stale"] = at
                lead.update(plan=plan, seats=seats, amount=seats * unit_price(plan, currency) * 12)
    return lead


class Book:
    """The customers and the terms that they signed, told day by day."""
    def __init__(self, leads, seed="northlight book 497"):
        self.r, self.quota, self.customers, self.terms, self.queue, self.n = Random(seed), Quota(), [], [], [], 0
        early = [(date(2022, 1, 1), 0.13), (date(2023, 7, 20), 0.25), (date(2023, 9, 1), 0.12), (date(2024, 3, 1), 0.0)]
        day, due, names = date(2022, 1, 1), 0.0, set()
        while day < date(2024, 3, 1):                                         # sold before the CRM was there: no lead
            due += between(early, day) * (0.5 + self.r.random())
            if due >= 1:
                due -= 1
                self.later(day, self.sign_up, self.early_deal(day))
            day += timedelta(1)
        for lead in leads:
            if "won_at" in lead:
                self.later(lead["won_at"].date() + timedelta(int(self.r.random() * (4 if lead["segment"] == "smb" else 16))), self.sign_up, lead)
        while self.queue:
            day, _, act, what = heapq.heappop(self.queue)
            if day <= date(2026, 12, 31):
                act(day, what)
        for c in self.customers:                                              # no two customers of one name
            while c["name"] in names:
                c["name"] = company_name(self.r, c["region"], c["currency"])
            names.add(c["name"])

    def later(self, day, act, what):
        self.n += 1
        heapq.heappush(self.queue, (day, self.n, act, what))

    def early_deal(self, day):
        region, channel = pick(self.r, REGIONS), pick(self.r, {c: v[0] * v[1] * v[2] for c, v in CHANNELS.items()})
        segment, currency = pick(self.r, {"smb": 0.58, "mid-market": 0.30, "enterprise": 0.12}), currency_of(self.r, region)
        size = between([(date(2022, 1, 1), 0.72), (date(2024, 1, 1), 0.90)], day)
        return {"company": company_name(self.r, region, currency), "channel": channel, "segment": segment, "region": region, "plan": FLOW[segment],
                "industry": pick(self.r, INDUSTRIES), "owner": pick(self.r, OWNERS[region]), "currency": currency,
                "seats": max(5, int(skew(self.r, SEATS[segment] * size, (0.5, 0.65, 0.85, 1, 1.2, 1.4, 1.8))))}

    def sign_up(self, day, deal):
        c = {k: deal[k] for k in ("channel", "segment", "region", "industry", "owner", "currency")}
        c.update(id=f"C-{1001 + len(self.customers)}", name=deal["company"], mood=self.r.random(), start=day, end=None, subs=0, lines={},
                 signed=deal["won_at"].date() if "won_at" in deal else day - timedelta(5), initiative="")
        if deal["plan"].startswith("Insight"):
            c["initiative"] = "INI-1"
        elif c["currency"] == "CNY" and day >= date(2024, 9, 1):
            c["initiative"] = "INI-2"
        deal["customer"] = c
        self.customers.append(c)
        self.start(day, c, {self.new_line(c): (deal["plan"], deal["seats"])}, c["signed"])

    def new_line(self, c):
        c["subs"] += 1
        return f"SUB-{c['id'][2:]}-{c['subs']}"

    def start(self, day, c, lines, signed):
        """A term of a year (some enterprises: two) for each line; what may happen in it, and its end, is put in the diary."""
        r, seg = self.r, c["segment"]
        months = 24 if seg == "enterprise" and r.random() < 0.25 else 12
        c["lines"], c["end"], c["term"] = dict(lines), months_on(day, months), []
        for sub, (plan, seats) in lines.items():
            self.term(c, sub, plan, seats, day, signed)
        for _ in range(months // 12):
            if self.quota.take(("grow", seg), {"smb": 0.32, "mid-market": 0.48, "enterprise": 0.60}[seg] * (0.5 + c["mood"])):
                self.later(day + timedelta(40 + int(r.random() * (months * 30 - 80))), self.grow, (c, c["end"]))
        self.later(c["end"], self.renew, (c, c["end"]))

    def term(self, c, sub, plan, seats, day, signed):
        row = {"subscription_id": sub, "customer_id": c["id"], "plan": plan, "start_date": day, "end_date": c["end"], "seats": seats,
               "arr": seats * unit_price(plan, c["currency"]) * 12, "currency": c["currency"], "region": c["region"], "signed": signed}
        c["term"].append(row)
        self.terms.append(row)

    def grow(self, day, what):
        """More seats on the first line, or Insight beside Flow, both up to the end of the running term."""
        c, end = what
        if c["end"] != end or day >= end:
            return
        sub, (plan, seats) = next(iter(c["lines"].items()))
        if day > date(2025, 4, 1) and len(c["lines"]) == 1 and plan.startswith("Flow") and self.r.random() < 0.4:
            line, plan, more = self.new_line(c), INSIGHT[c["segment"]], max(3, int(seats * (0.15 + 0.25 * self.r.random())))
            c["lines"][line] = (plan, more)
            self.term(c, line, plan, more, day, day - timedelta(3))
        else:
            more = max(3, int(seats * (0.14 + 0.32 * self.r.random())))
            c["lines"][sub] = (plan, seats + more)
            self.term(c, sub, plan, more, day, day - timedelta(3))

    def renew(self, day, what):
        c, end = what
        if c["end"] != end:
            return
        r, seg = self.r, c["segment"]
        if self.quota.take(("churn", seg), CHURN[seg] * (1.7 - 1.4 * c["mood"])):
            if seg == "smb" and r.random() < 0.3:                             # left before the term was over
                cut = end - timedelta(20 + int(r.random() * 90))
                for row in c["term"]:
                    row["end_date"] = max(cut, row["start_date"] + timedelta(7))
            c["end"], c["gone"] = None, day
            if self.quota.take("back", 0.10):
                self.later(day + timedelta(35 + int(r.random() * 200)), self.come_back, c)
            return
        lines, change = {}, r.random()
        smaller, larger = self.quota.take(("less", seg), 0.10), self.quota.take(("more", seg), 0.36)
        for sub, (plan, seats) in c["lines"].items():
            factor = 0.62 + 0.25 * change if smaller else 1.05 + 0.24 * change if larger else 1
            lines[sub] = (plan, max(3, int(seats * factor)))
        self.start(day, c, lines, day - timedelta(4 + int(r.random() * 45)))

    def come_back(self, day, c):
        c["mood"], c["gone"] = 0.4 + 0.6 * self.r.random(), None
        sub, (plan, seats) = next(iter(c["lines"].items()))
        self.start(day, c, {sub: (plan, max(3, int(seats * 0.8)))}, day - timedelta(6))

    def seats_on(self, day):
        """{customer id: seats in service on that day}"""
        seats = {}
        for t in self.terms:
            if t["start_date"] <= day < t["end_date"] and t["signed"] <= AS_OF:
                seats[t["customer_id"]] = seats.get(t["customer_id"], 0) + t["seats"]
        return seats


def quiet(c):
    """A few customers have stopped using the product and say so."""
    return c["mood"] < 0.10 and c["segment"] != "enterprise" or c["mood"] < 0.05


def make_nps(book):
    """A rolling survey: some twenty customers a week are asked."""
    r, rows, monday, n = Random("northlight nps"), [], date(2023, 10, 2), 0
    by_id = {c["id"]: c for c in book.customers}
    happier = [(date(2023, 10, 1), -0.025), (date(2025, 1, 1), -0.02), (date(2026, 5, 1), -0.035), (AS_OF, -0.025)]
    while monday <= AS_OF:
        asked = sorted(book.seats_on(monday), key=lambda c: (r.random() + 0.06 * by_id[c]["mood"], c))[:int(between([(date(2023, 10, 1), 13), (AS_OF, 24)], monday))]
        for cid in asked:
            c, n = by_id[cid], n + 1
            at = datetime(monday.year, monday.month, monday.day, 9, 0) + timedelta(int(r.random() * 5), int(r.random() * 21600))
            row = {"response_id": f"R-{n:05d}", "customer_id": cid, "respondent_id": f"P-{cid[2:]}-{1 + int(r.random() * 4)}", "invited_at": at,
                   "currency": c["currency"], "survey": "relationship"}
            back = at + timedelta(seconds=int(skew(r, 1.4, (0.005, 0.05, 0.3, 1, 2.4, 5, 11)) * 86400))
            u, answers = r.random(), r.random() < (0.44 if not quiet(c) else 0.7)
            if answers and back.date() <= AS_OF:
                mood = 0.62 * c["mood"] + 0.38 * u + between(happier, monday)
                score = 9 + (u > 0.45) if mood > 0.425 else 7 + (u > 0.5) if mood > 0.235 else int(6.9 * mood / 0.235) if mood > 0.1 else int(3 * u)
                score = int(3 * u) if quiet(c) else score
                row.update(responded_at=back, score=score)
                kind = "up" if score > 8 else "mid" if score > 6 else "down"
                if r.random() < (0.55 if kind == "down" else 0.4):
                    row["comment"] = pick(r, SAID[kind][c["currency"] == "CNY"])
            rows.append(row)
        monday += timedelta(7)
    return rows


def make_usage(book):
    """One row a customer and week, dated on the Sunday, for 26 weeks; some customers block the telemetry."""
    r, rows = Random("northlight usage"), []
    for week in range(25, -1, -1):
        day = AS_OF - timedelta(7 * week)
        seats = book.seats_on(day)
        for c in book.customers:
            if c["id"] in seats and int(c["id"][2:]) % 23:
                share = min(0.98, 0.42 + 0.5 * c["mood"] + 0.12 * (r.random() - 0.5))
                share *= 0.82 if day.month == 8 else 1
                if quiet(c):
                    share = max(0.0, 0.02 * (week - 6)) if week > 6 else 0.04 * r.random()
                rows.append({"customer_id": c["id"], "date": day, "active_users": int(seats[c["id"]] * share), "seats": seats[c["id"]]})
    return rows


BUDGET = {  # USD a quarter at the level of 2026-Q1: programmes, people in marketing, people in sales
    "organic": (62, 58, 66), "paid search": (118, 22, 40), "paid social": (74, 18, 22), "partner": (44, 24, 66),
    "events": (92, 26, 50), "outbound": (34, 14, 142), "": (26, 22, 14)}
LEVEL = [(SPEND_FROM, 0.55), (date(2024, 10, 1), 0.68), (date(2025, 10, 1), 0.90), (date(2026, 2, 15), 1.0), (AS_OF, 1.10)]
FAIRS = ((2, 24, 3, "SaaS Forward", "Americas", 0.9), (4, 20, 5, "Werk Digital Hannover", "EMEA", 1.0), (5, 12, 3, "OpsCon", "Americas", 0.9),
         (6, 16, 3, "Asia Cloud Week", "APAC", 0.8), (9, 8, 4, "FlowWorld", "EMEA", 1.1), (10, 13, 3, "Northlight Live", "Americas", 1.5),
         (11, 10, 3, "上海数字化展", "APAC", 0.7), (1, 20, 2, "Kick-off Tour", "EMEA", 0.6))


def search_bid(day):
    """The story of 2026-Q2: broad match is switched on for generic terms on 6 April, seen in July, mended step by step."""
    return between([(date(2026, 4, 5), 1.0), (date(2026, 4, 13), 3.9), (date(2026, 5, 15), 6.6), (date(2026, 6, 30), 7.0),
                    (date(2026, 7, 20), 2.9), (date(2026, 9, 1), 1.9), (date(2026, 10, 15), 1.4), (date(2026, 12, 31), 1.3)], day)


def make_spend():
    """(finance's rows by month or range, the ad platforms' rows by day, week or month)."""
    r, finance, ads = Random("northlight spend"), [], []

    def row(to, day, usd, category, channel, team, campaign, vendor, region, end="", initiative="", clicks=""):
        cur = {"Americas": "USD", "EMEA": "EUR", "APAC": "CNY", "": "USD"}[region]
        amount = f"{usd * (0.95 + 0.1 * r.random()) / RATE[cur]:.2f}" if to is ads else f"{int(usd * (0.97 + 0.06 * r.random()) / RATE[cur] / 10) * 10}.00"
        to.append({"date": day, "end_date": end, "category": category, "channel": channel, "team": team, "campaign": campaign, "vendor": vendor,
                   "region": region, "initiative": initiative, "clicks": clicks, "amount": amount, "currency": cur})
    month = SPEND_FROM
    while month <= AS_OF:
        level, name, nxt = between(LEVEL, month), f"{month:%Y-%m}", months_on(month, 1)
        for channel, (programme, marketing, sales) in BUDGET.items():
            for region, part in REGIONS.items():
                usd = 1000 / 3 * level * part
                ini = "INI-2" if region == "APAC" and month >= date(2024, 7, 1) else ""
                row(finance, name, usd * marketing, "marketing", channel, "Marketing", "", "Payroll", region)
                row(finance, name, usd * sales, "sales", channel, "Partners" if channel == "partner" else "Sales", "", "Payroll", region,
                    initiative=ini if channel in ("outbound", "partner") else "")
                if channel in ("organic", "partner", "outbound"):
                    row(finance, name, usd * programme, "marketing" if channel == "organic" else "sales", channel, "Marketing" if channel == "organic" else "Sales",
                        {"organic": "content", "partner": "partner fund", "outbound": "prospect data"}[channel],
                        {"organic": "Inkwell Studio", "partner": "Partners", "outbound": "LeadLedger"}[channel], region,
                        initiative="INI-1" if channel == "organic" and region == "Americas" and month >= date(2025, 1, 1) else "")
        row(finance, name, 1000 / 3 * level * BUDGET[""][0], "other", "", "RevOps", "tools", "CRM and billing", "")
        for m, d, days, fair, region, weight in FAIRS:
            first = date(month.year, m, d) if m == month.month else AS_OF + timedelta(99)
            if first <= AS_OF:
                row(finance, f"{first}", 1000 * level * BUDGET["events"][0] * 4 / 7.5 * weight, "marketing", "events", "Marketing", fair,
                    fair + " GmbH" if region == "EMEA" else fair, region, end=f"{first + timedelta(days - 1)}")
        for region, part in REGIONS.items():
            vendor = "Baidu" if region == "APAC" else "Google Ads"
            day = month
            while day < nxt and day <= AS_OF:
                usd, daily = 1000 / 91.3 * level * part, day >= date(2025, 1, 1)
                if daily or day.day == 1:
                    for campaign, share in (("search-brand", 0.4), ("search-generic", 0.6)):
                        cost = usd * BUDGET["paid search"][0] * share * (1 if daily else (nxt - month).days) * (0.75 if daily and day.weekday() > 4 else 1.1 if daily else 1)
                        cost *= search_bid(day) if campaign == "search-generic" and day > date(2026, 4, 1) else 1
                        row(ads, f"{day}" if daily else name, cost, "marketing", "paid search", "Marketing", campaign, vendor, region, clicks=int(cost / 4.1 * (0.9 + 0.2 * r.random())))
                if day.weekday() == 0 and daily or day.day == 1 and not daily:
                    cost = usd * BUDGET["paid social"][0] * (7 if daily else (nxt - month).days)
                    row(ads, f"{day}" if daily else name, cost, "marketing", "paid social", "Marketing", "social-retarget" if day.month % 2 else "social-lookalike",
                        "WeChat Ads" if region == "APAC" else "LinkedIn", region, end=f"{min(day + timedelta(6), AS_OF)}" if daily else "", clicks=int(cost / 6.3))
                day += timedelta(1)
        month = nxt
    return finance, sorted(ads, key=lambda a: a["date"])
