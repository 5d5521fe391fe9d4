"""How tasks and initiatives stand, a second time: `actions.csv` and `initiatives.csv` held against an independent computation.

    python3 playbook.py --gtm PATH --seeds 1-40 [--keep DIR]

Each seed invents a plan (tasks, initiatives, a value map, spend, customers and their terms) as people write them: status words in
English and Chinese, percentages with and without their sign, tasks without owner, day or department, dropped ones, done before they
begin, initiatives named by id or by name, without spend, with launches past. What must come out follows the metric catalogue's words
on actions, initiatives and break-even, and nothing of the program's own.

Readings, chosen where the catalogue leaves room:

 1. What is dropped is left out whatever else its row says.
 2. A status that means nothing known is still a status: a task with one is in progress by its percent alone.
 3. Departments are told apart as members are, shown as most tasks write them, of equal ones the first in code points.
 4. The first day with spend is the first day of a cost whose amount is not 0.
 5. Where nothing was spent, gross profit has no first day and is empty; spend is 0.00.
 6. The mean daily net of the last 91 days is of the days since the first with spend where there are fewer.
"""

import argparse
import csv
import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

from check import run, seeds

DONE = ["done", "Completed", "完成", "已完成", "CLOSED", "已办结", "Done (checked)"]
UNDER_WAY = ["in progress", "In Progress", "进行中", "延期", "已延期", "推进中", "WIP", "on track"]
BLOCKED = ["blocked", "受阻", "On hold", "暂停", "blocked - legal"]
NOT_STARTED = ["not started", "未开始", "待开始", "To do", "planned"]
DROPPED = ["cancelled", "已取消", "取消", "Dropped", "作废"]
STRANGE = ["hmm", "to the moon", "再说"]
SCENARIOS = {"new_product": ["new_product", "New product", "新产品"], "new_market": ["new_market", "新市场", "new market"],
             "repositioning": ["repositioning", "重新定位"], "business_model": ["business_model", "商业模式", "Business model"],
             "competition": ["competition", "竞争应对", "competitive response"]}
USUAL = {"new_product": (3, 6), "new_market": (6, 12), "repositioning": (2, 4), "business_model": (6, 18),
         "competition": (1, 3)}
NEEDS = ["new_customers", "new_value", "new_channel", "new_pricing", "competitive_shift", "high_cost_of_failure"]
QUESTIONS = ["who", "what", "how", "why_now"]
MATERIALS = ["messaging_document", "marketing_pack", "sales_pack", "customer_materials", "advocate_materials"]
READY = {"ready": ["ready", "Ready", "就绪", "已完成"], "draft": ["draft", "草稿", "in progress"],
         "missing": ["missing", "缺失", "", "无"]}
KINDS = {"job": ["job", "Job", "任务"], "pain": ["pain", "痛点"], "gain": ["gain", "收益"]}
DEPARTMENTS = ["Sales", "sales", " Sales", "Marketing", "市场部", "产品", "Customer success", "CUSTOMER  SUCCESS", "", "(none)"]
DAY = timedelta(days=1)


def half_even(fraction, digits):
    """A fraction to so many digits, half to even, as text."""
    scaled = fraction * 10 ** digits
    below = scaled.numerator // scaled.denominator
    rest = scaled - below
    whole = below + (1 if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2) else 0)
    sign, text = ("-" if whole < 0 else ""), str(abs(whole)).rjust(digits + 1, "0")
    return sign + (text[:-digits] + "." + text[-digits:] if digits else text)


def significant(fraction):
    """Twelve significant digits, half to even, without trailing zeros; of what is from 0 to 1000."""
    if fraction == 0:
        return "0"
    digits = 12
    size = abs(fraction)
    while size >= 1:
        size, digits = size / 10, digits - 1
    while size < Fraction(1, 10):
        size, digits = size * 10, digits + 1
    text = half_even(fraction, digits)
    return text.rstrip("0").rstrip(".") if "." in text else text


def iso(day):
    return day.isoformat() if day else ""


class Plan:
    """An invented plan: rows as they are written, and what each means."""

    def __init__(self, seed):
        self.rng = rng = random.Random(seed)
        self.as_of = date(2026, 1, 1) + timedelta(days=rng.randint(0, 700))
        self.margin = rng.choice([None, Fraction(4, 5), Fraction(65, 100), Fraction(1), Fraction(7, 9).limit_denominator(1000)])
        if self.margin is not None and self.margin.denominator == 9:
            self.margin = Fraction(777, 1000)
        self.initiatives = [self.initiative(n) for n in range(rng.randint(0, 6))]
        self.actions = [self.action(n) for n in range(rng.choice([0, 3, 12, 40, 90]))]
        self.map = [self.entry() for _ in range(rng.randint(0, 25))] if self.initiatives else []
        self.money()

    def near(self, before=200, after=200):
        return self.as_of + timedelta(days=self.rng.randint(-before, after))

    def chance(self, share):
        return self.rng.random() < share

    def of_initiative(self, unknown=0.1):
        """(what a cell says, the id it means or None)"""
        if not self.initiatives or self.chance(unknown):
            return self.rng.choice([("", None), ("X-404", None)])
        one = self.rng.choice(self.initiatives)
        written = self.rng.choice([one["id"], one["id"], one["name"], one["name"].upper(), " " + one["name"] + " "])
        return written, one["id"]

    def action(self, number):
        rng, day = self.rng, self.as_of
        kind = rng.choice(["done", "way", "blocked", "not", "dropped", "none", "none", "strange"])
        words = {"done": DONE, "way": UNDER_WAY, "blocked": BLOCKED, "not": NOT_STARTED, "dropped": DROPPED, "none": [""],
                 "strange": STRANGE}
        start = self.near(120, 60) if self.chance(0.7) else None
        due = rng.choice([None, self.near(60, 60), self.near(3, 3), day + timedelta(days=rng.choice([0, 14, 15, -1]))])
        done = self.near(90, 30) if self.chance(0.25) else None
        if start and done and self.chance(0.3):
            done = start - timedelta(days=3)
        percent = rng.choice([None, None, Fraction(0), Fraction(100), Fraction(80), Fraction(5), Fraction(25, 2), Fraction(1)])
        return {"id": "T-%03d" % number, "kind": kind, "status": rng.choice(words[kind]), "start": start, "due": due, "done": done,
                "percent": percent, "department": rng.choice(DEPARTMENTS), "owner": rng.choice(["", "Ann", "王芳"]),
                "initiative": self.of_initiative(0.5)}

    def initiative(self, number):
        rng = self.rng
        scenario = rng.choice(list(SCENARIOS) + [""])
        start = self.near(500, 60) if self.chance(0.8) else None
        base = start or self.as_of
        launch = rng.choice([None, self.as_of + timedelta(days=rng.choice([0, 28, 29, -1, 10])),
                             base + timedelta(days=rng.randint(-20, 500))])
        end = base + timedelta(days=rng.randint(10, 700)) if self.chance(0.5) else None
        flags = {n: rng.choice([True, False, None]) for n in NEEDS}
        if self.chance(0.2):
            flags = dict.fromkeys(NEEDS)
        if self.chance(0.2):
            flags = {n: rng.choice([False, None, False]) for n in NEEDS}
        return {"id": "I%d" % (number + 1), "name": rng.choice(["Insight", "出海 计划", "Lite plan", "新品"]) + " %d" % number,
                "scenario": scenario, "start": start, "launch": launch, "end": end, "flags": flags,
                "texts": {q: rng.choice(["", "Something, said", "说明"]) for q in QUESTIONS},
                "materials": {m: rng.choice(list(READY) + (["ready"] * 6 if number % 2 else [])) for m in MATERIALS}}

    def entry(self):
        written, meant = self.of_initiative(0.15)
        return {"written": written or "X-404", "initiative": meant, "kind": self.rng.choice(list(KINDS)),
                "answered": self.rng.choice(["", "Something"])}

    def money(self):
        """Customers with terms, and costs."""
        rng = self.rng
        self.customers, self.terms, self.costs = [], [], []
        for number in range(rng.randint(3, 40)):
            written, meant = self.of_initiative(0.4)
            self.customers.append(("C%03d" % number, written, meant))
            start = self.near(700, 40)
            for _ in range(rng.randint(1, 3)):
                end = start + timedelta(days=rng.randint(20, 500)) if self.chance(0.6) else None
                self.terms.append(("C%03d" % number, start, end, rng.randint(1, 9_000_000)))
                if end is None:
                    break
                start = end + timedelta(days=rng.choice([0, 0, 40, -15]))
        size = rng.choice([1, 20, 300, 3000])
        frugal = {i["id"] for i in self.initiatives if self.chance(0.3)}
        for _ in range(rng.choice([1, 8, 40])):
            written, meant = self.of_initiative(0.3)
            if meant in frugal:
                continue
            start = self.near(600, 60)
            end = start + timedelta(days=rng.randint(0, 90)) if self.chance(0.5) else None
            amount = rng.randint(1, 90_000) * size
            self.costs.append((start, end, -amount // 7 if self.chance(0.1) else amount, written, meant))
        self.costs.append((self.as_of, None, 12345, "", None))       # so that spend is never late

    # As people write it.

    def write(self, folder):
        inbox = os.path.join(folder, "inbox")
        os.makedirs(inbox)
        with open(os.path.join(folder, "pipeline.yml"), "w", encoding="utf-8") as stream:
            margin = "" if self.margin is None else "config: {gross_margin: %s}\n" % float(self.margin)
            stream.write("pipeline: pipeline\ninbox: inbox\nreports: reports\nstate: state\ngrain: month\nperiods: 3\n"
                         "dimensions: [segment]\n" + margin)

        def table(name, header, rows):
            with open(os.path.join(inbox, name), "w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows([header] + rows)
        cents = lambda minor: half_even(Fraction(minor, 100), 2)
        if self.actions:
            table("actions.csv", ["action_id", "department", "task", "owner", "start_date", "due_date", "done_date", "status",
                                  "percent", "initiative"],
                  [[a["id"], a["department"], "Task " + a["id"], a["owner"], iso(a["start"]), iso(a["due"]), iso(a["done"]),
                    a["status"], self.percent(a["percent"]), a["initiative"][0]] for a in self.actions])
        if self.initiatives:
            flag = {True: ["yes", "是", "Y"], False: ["no", "否", "N"], None: [""]}
            table("initiatives.csv", ["initiative_id", "name", "scenario"] + QUESTIONS
                  + ["start_date", "launch_date", "end_date"] + NEEDS + MATERIALS,
                  [[i["id"], i["name"], self.rng.choice(SCENARIOS.get(i["scenario"], [""]))]
                   + [i["texts"][q] for q in QUESTIONS] + [iso(i["start"]), iso(i["launch"]), iso(i["end"])]
                   + [self.rng.choice(flag[i["flags"][n]]) for n in NEEDS]
                   + [self.rng.choice(READY[i["materials"][m]]) for m in MATERIALS] for i in self.initiatives])
        if self.map:
            table("value_map.csv", ["initiative", "kind", "text", "answered_by", "evidence"],
                  [[e["written"], self.rng.choice(KINDS[e["kind"]]), "Text %d" % n, e["answered"], ""]
                   for n, e in enumerate(self.map)])
        table("customers.csv", ["customer_id", "name", "initiative"],
              [[c, "Company " + c, written] for c, written, _ in self.customers])
        table("subscriptions.csv", ["subscription_id", "customer_id", "start_date", "end_date", "arr"],
              [["S%d" % n, c, iso(s), iso(e), cents(a)] for n, (c, s, e, a) in enumerate(self.terms)])
        table("spend.csv", ["date", "end_date", "amount", "initiative"],
              [[iso(s), iso(e), cents(a), written] for s, e, a, written, _ in self.costs])

    def percent(self, value):
        if value is None:
            return ""
        text = "%g" % float(value)
        return self.rng.choice([text, text, text + "%", text + ".0" if "." not in text else text])

    # What must come out.

    def stands(self, action):
        """None for a dropped task, else (state, late, overdue, due soon, progress)."""
        if action["kind"] == "dropped":
            return None
        done = action["done"] if action["done"] and action["done"] <= self.as_of else None
        percent = action["percent"] or Fraction(0)
        if done or action["kind"] == "done" or percent == 100:
            return "done", bool(done and action["due"] and done > action["due"]), False, False, Fraction(1)
        started = action["kind"] == "none" and action["start"] and action["start"] <= self.as_of
        state = ("blocked" if action["kind"] == "blocked" else
                 "in_progress" if action["kind"] == "way" or percent > 0 or started else "not_started")
        due = action["due"]
        return (state, False, bool(due and due < self.as_of),
                bool(due and self.as_of <= due <= self.as_of + 14 * DAY), percent / 100)

    def expected_actions(self):
        groups = {}
        for action in self.actions:
            standing = self.stands(action)
            if standing:
                key = " ".join(action["department"].lower().split())
                groups.setdefault("" if key == "(none)" else key, []).append((action["department"].strip(), standing))
        rows = []
        for key, group in groups.items():
            counts = Counter(name for name, _ in group)
            name = min(counts, key=lambda n: (-counts[n], n)) if key else "(none)"
            states = Counter(s[0] for _, s in group)
            rows.append([name] + [str(n) for n in (
                len(group), states["done"], sum(s[1] for _, s in group), states["in_progress"], states["not_started"],
                states["blocked"], sum(s[2] for _, s in group), sum(s[3] for _, s in group))]
                + [significant(sum(s[4] for _, s in group) / len(group))])
        return sorted(rows)

    def arr_by_day(self, customers, first):
        """The sum of daily ARR of some customers, day by day from the first to the as-of date, in minor units."""
        days = []
        day = first
        while day <= self.as_of:
            days.append(sum(a for c, s, e, a in self.terms if c in customers and s <= day and (e is None or day < e)))
            day += DAY
        return days

    def spend_by_day(self, costs, first):
        days = [0] * ((self.as_of - first).days + 1)
        for start, end, amount in costs:
            count = ((end or start) - start).days + 1
            share, left = divmod(abs(amount), count)
            for n in range(count):
                place = (start - first).days + n
                if place < len(days):
                    days[place] += (share + (n < left)) * (1 if amount >= 0 else -1)
        return days

    def break_even(self, ident):
        """[spend, gross_profit, break_even, break_even_is]"""
        costs = [(s, e, a) for s, e, a, _, meant in self.costs if meant == ident and a and s <= self.as_of]
        if not costs:
            return ["0.00", "", "", "no spend"]
        first = min(s for s, _, _ in costs)
        spend = self.spend_by_day(costs, first)
        share = (Fraction(1) if self.margin is None else self.margin) / 365
        profit = [arr * share for arr in self.arr_by_day({c for c, _, meant in self.customers if meant == ident}, first)]
        spent, earned, reached = 0, Fraction(0), None
        for n, (cost, gain) in enumerate(zip(spend, profit)):
            spent, earned = spent + cost, earned + gain
            if reached is None and earned >= spent:
                reached = first + n * DAY
        cells = [half_even(Fraction(spent, 100), 2), half_even(earned / 100, 2)]
        if reached:
            return cells + [iso(reached), "reached"]
        last = list(zip(spend, profit))[-91:]
        net = sum(gain - cost for cost, gain in last) / len(last)
        if net <= 0:
            return cells + ["", "not in sight"]
        wait = -((earned - spent) // net)
        if wait > (date(9999, 12, 31) - self.as_of).days:
            return cells + ["", "not in sight"]
        return cells + [iso(self.as_of + int(wait) * DAY), "projected"]

    def expected_initiatives(self):
        rows = []
        for one in sorted(self.initiatives, key=lambda i: i["id"]):
            yes = sum(v is True for v in one["flags"].values())
            verdict = ("unknown" if all(v is None for v in one["flags"].values()) else
                       "strategy" if yes >= 3 else "adjustment" if yes else "tactical")
            end = one["end"] or one["launch"]
            months = (Fraction(half_even(Fraction((end - one["start"]).days) / Fraction(304375, 10000), 1))
                      if end and one["start"] else None)
            usual = USUAL.get(one["scenario"])
            ready = sum(m == "ready" for m in one["materials"].values())
            near = one["launch"] and self.as_of <= one["launch"] <= self.as_of + 28 * DAY and ready < 5
            counts = []
            for kind in KINDS:
                own = [e for e in self.map if e["initiative"] == one["id"] and e["kind"] == kind]
                counts += [str(len(own)), str(sum(bool(e["answered"]) for e in own))]
            rows.append([one["id"], one["name"], one["scenario"], str(yes), verdict,
                         ";".join(q for q in QUESTIONS if not one["texts"][q]),
                         significant(months) if months is not None else "", "%d-%d" % usual if usual else "",
                         "" if months is None or not usual else "yes" if months < usual[0] else "no",
                         str(ready), "yes" if near else "no"] + counts + self.break_even(one["id"]))
        return rows


def read(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


HEADERS = {
    "actions.csv": "department,tasks,done,done_late,in_progress,not_started,blocked,overdue,due_soon,progress",
    "initiatives.csv": "initiative_id,name,scenario,yes,verdict,unanswered,planned_months,usual_months,short,materials_ready,"
                       "launch_at_risk,jobs,jobs_answered,pains,pains_answered,gains,gains_answered,spend,gross_profit,"
                       "break_even,break_even_is",
}


def check(gtm, seed, folder, told):
    """What is wrong with the run of a seed, as a line; '' when nothing is."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    plan = Plan(seed)
    plan.write(folder)
    done = run(gtm, folder, ["--as-of", plan.as_of.isoformat()])
    if done.returncode:
        return "status %d: %s" % (done.returncode, done.stderr.strip()[-300:])
    place = os.path.join(folder, "reports", "pipeline", "latest")
    for name, expected in (("actions.csv", plan.expected_actions()), ("initiatives.csv", plan.expected_initiatives())):
        header, *rows = read(os.path.join(place, name))
        if header != HEADERS[name].split(","):
            return "%s has the header %s" % (name, header)
        for row in expected if name == "initiatives.csv" else []:
            told[row[-1]] += 1
        if rows != expected:
            for row, other in zip(rows + [[]] * len(expected), expected + [[]] * len(rows)):
                if row != other:
                    return "%s: is %r, expected %r" % (name, row, other)
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gtm", required=True)
    parser.add_argument("--seeds", type=seeds, default=seeds("1-20"))
    parser.add_argument("--keep", help="a folder for the plans")
    options = parser.parse_args()
    gtm = os.path.abspath(options.gtm)
    base = options.keep or tempfile.mkdtemp(prefix="gtm-playbook-")
    failed, told = 0, Counter()
    try:
        for seed in options.seeds:
            wrong = check(gtm, seed, os.path.join(base, str(seed)), told)
            failed += bool(wrong)
            if wrong:
                print("%d FAIL %s" % (seed, wrong), flush=True)
    finally:
        if not options.keep:
            shutil.rmtree(base, ignore_errors=True)
    print("%d passed, %d failed; break-even of %s" % (len(options.seeds) - failed, failed, json.dumps(told)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
