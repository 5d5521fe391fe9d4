"""Odd companies whose pages are looked at: the same name always gives the same files.

Each is a folder with an inbox and two pipeline files, `en.yml` and `zh.yml`. The periods end on 28 June 2026.
"""

import csv
import os
import random
from datetime import date, timedelta

AS_OF = "2026-06-28"
LAST = date(2026, 6, 28)
DAY = timedelta(days=1)
LONG = "Consolidated Instruments & Software %04d"      # 40 characters

PIPELINE = """pipeline: {language}
company: {company}
grain: {grain}
periods: {periods}
inbox: inbox
reports: reports
state: state-{language}
currency: {currency}
locale: {locale}
dimensions: [segment, region, channel]
north_star: net_new_arr
"""


class Company:
    """What makes one odd."""

    name, title, grain, periods, currency = "", "Oddly Ltd.", "week", 13, "USD"
    customers, leads, spend, nps, targets, actions = 40, True, True, True, True, True
    segments, regions = ["smb", "mid-market", "enterprise"], ["EMEA", "Americas", "APAC"]
    channels = ["paid search", "events", "organic"]
    owners = ["Ada Moreau", "Ben Osei"]
    shrinking = False

    def customer(self, number): return f"Customer {number}"
    def task(self, number): return f"Call the accounts of list {number}"
    def comment(self, number): return f"Answer {number}: it works, \"mostly\""


class NoLeads(Company):
    name, leads = "no-leads", False


class OneCustomer(Company):
    name, customers = "one-customer", 1


class LongNames(Company):
    name = "long-names"
    segments = ["Organisations of the public sector (EU)", "Small and medium sized family businesses"]
    regions = ["Central and Eastern Europe with Baltics", "Central and Eastern Europe with Balkans", "Australia and New Zealand with Oceania"]
    channels = ["Recommendations by consulting partners", "Recommendations by technology partners", "Trade fairs, congresses and conferences"]
    owners = ["Maximiliana Freifrau von Hohenstein-Berg", "Bartholomew Featherstonehaugh-Cholmondley"]
    title = "Wolffenstein-Hohenzollern Maschinenfabrik GmbH & Co. KGaA"
    def customer(self, number): return LONG % number


class ManyRegions(Company):
    name, customers = "forty-regions", 120
    regions = [f"Region {chr(65 + n % 26)}{n + 1}" for n in range(40)]


class YearOfWeeks(Company):
    name, periods = "52-weeks", 52


class Shrinking(Company):
    name, shrinking = "shrinking", True


class Chinese(Company):
    name, title, currency, grain, periods = "all-chinese", "北京云杉软件有限公司", "CNY", "month", 12
    segments, regions, channels = ["小型企业", "中型企业", "大型企业"], ["华北", "华东", "华南", "西南"], ["搜索推广", "展会", "自然流量"]
    owners = ["陈思远", "欧阳雪梅"]
    def customer(self, number): return f"上海第{number}号精密仪器有限公司"
    def task(self, number): return f"逐一回访第 {number} 组客户并记录续约意向"
    def comment(self, number): return f"第 {number} 条：上线顺利，团队都在用。"


class ManyCustomers(Company):
    name, customers = "2000-customers", 2000


ALL = [NoLeads, OneCustomer, LongNames, ManyRegions, YearOfWeeks, Shrinking, Chinese, ManyCustomers]


def write(company, folder):
    """Writes the company's folder."""
    rng = random.Random(company.name)
    inbox = os.path.join(folder, "inbox")
    os.makedirs(inbox)

    def table(name, header, rows):
        with open(os.path.join(inbox, name + ".csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)

    for language, locale in (("en", "en"), ("zh", "zh-Hans")):
        with open(os.path.join(folder, language + ".yml"), "w", encoding="utf-8") as file:
            file.write(PIPELINE.format(language=language, company=company.title, grain=company.grain, periods=company.periods,
                                       currency=company.currency, locale=locale))
    ids = [f"C-{number:04d}" for number in range(1, company.customers + 1)]
    table("customers", ["customer_id", "customer_name", "segment", "region", "channel", "owner"],
          [[c, company.customer(n + 1), rng.choice(company.segments), company.regions[n % len(company.regions)],
            rng.choice(company.channels), rng.choice(company.owners)] for n, c in enumerate(ids)])
    terms = []
    for number, customer in enumerate(ids):
        start = LAST - rng.randint(30, 900) * DAY
        arr = rng.randint(900, 80_000)
        for turn in range(3):
            end = start + rng.choice([182, 364, 364]) * DAY
            if company.shrinking and number % 3:
                end = min(end, LAST - rng.randint(0, 20) * DAY)
            if end > start:
                terms.append([f"S{number:04d}-{turn}", customer, start, end, arr])
            if end > LAST or (rng.random() < 0.25 and company.customers > 1) or (company.shrinking and number % 3):
                break
            start, arr = end, max(500, int(arr * rng.uniform(0.8, 1.3)))
    table("subscriptions", ["subscription_id", "customer_id", "start_date", "end_date", "arr"], terms)
    if company.leads:
        leads = []
        for number in range(600):
            stamp = LAST - rng.randint(0, 420) * DAY
            row = [f"L{number:05d}", stamp, rng.choice(company.segments), rng.choice(company.regions), rng.choice(company.channels)]
            steps, amount = [], ""
            for _ in range(4):
                if len(steps) == 3:
                    amount = rng.randint(2_000, 40_000)
                if stamp > LAST or rng.random() > 0.62:
                    break
                stamp += rng.randint(1, 25) * DAY
                steps.append(stamp)
            steps = [step for step in steps if step <= LAST]
            lost = ""
            if 0 < len(steps) < 4 and rng.random() < 0.4 and steps[-1] + 9 * DAY <= LAST:
                lost = steps[-1] + 9 * DAY
            leads.append(row + steps + [""] * (4 - len(steps)) + [lost, amount])
        table("leads", ["lead_id", "created_at", "segment", "region", "channel", "mql_at", "sql_at", "opportunity_at", "won_at",
                        "lost_at", "amount"], leads)
    if company.spend:
        table("spend", ["date", "amount", "category", "channel"],
              [[LAST - n * DAY, rng.randint(200, 5_000), rng.choice(["marketing", "sales"]), rng.choice(company.channels)]
               for n in range(0, 500, 2)])
    if company.nps:
        table("nps", ["response_id", "customer_id", "invited_at", "responded_at", "score", "comment"],
              [[f"R{n:04d}", rng.choice(ids), LAST - (n + 2) * DAY, LAST - (n + 1) * DAY, rng.randint(3, 10), company.comment(n)]
               for n in range(0, 400, 2)])
    if company.targets:
        table("targets", ["metric", "period", "value", "owner"],
              [["net_new_arr", "2026-Q2", 400_000, company.owners[0]], ["net_new_arr", "2026-06", 150_000, company.owners[0]],
               ["arr", "2026-Q2", 2_000_000, company.owners[1]], ["nps", "2026-Q2", 40, company.owners[1]],
               ["cac", "2026-Q2", 20_000, company.owners[0]], ["nrr", "2026-Q2", 1.05, company.owners[1]]])
    if company.actions:
        table("actions", ["action_id", "department", "task", "owner", "start_date", "due_date", "status", "percent"],
              [[f"A-{n}", rng.choice(["Sales", "Marketing"]), company.task(n), rng.choice(company.owners), LAST - (60 + n) * DAY,
                LAST + (n - 4) * 3 * DAY, "in progress", n * 10] for n in range(9)])
