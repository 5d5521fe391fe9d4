"""What stocks and flows come to if they go on as they did, a second time: held against `gtm explain`.

    python3 projections.py --gtm PATH --seeds 1-10 [--each 6]          # invented companies

Of each company ARR, net new ARR, customers and random measures are asked for. Their past is that of the second computation
(`measures.py`), and from it follow, as the guide says: whether anything is projected and on how many periods, whether with
seasons, the next four periods, the end of the quarter, and the 80 % intervals.

Readings, chosen where the guide leaves room:

 1. The past goes back from the last complete period as long as the value is defined, 104 periods or four years of them at most.
 2. The model is fitted anew at each origin, from half of the past on (6 periods at least; of seasons from two years on), by the
    least sum of squared errors over the rates that are tried; of equal ones the first.
 3. It starts with the straight line through the first ten values, seasons taken out; these are the mean deviations of the first two
    years from their own means.
 4. A model is as near as the sum of its absolute errors at all origins, one to four periods ahead. It must be nearer than the last
    value, and with three years than the value a year before. Seasons are taken where they make it nearer.
 5. The interval's half is, of the absolute errors of the same sum made at earlier origins, that of rank 0.8 (n + 1), rounded up, n at most.
"""

import argparse
import json
import math
import os
import random
import shutil
import sys
import tempfile
from datetime import date
from fractions import Fraction
from itertools import product

from check import run as run_once
from companies import generate
from company import Company
from features import FEATURES, RULES, chosen
from metrics import At, catalogue
from periods import ONE
from rows import run
from sources import Refused
from measures import Measures
from targets import GROWING

SEASONS = {"week": 52, "month": 12, "quarter": 4, "year": None}
STOCKS, FLOWS = {"arr", "customers"}, {"net_new_arr"}
WITHOUT_PACE = {"arr_opening", "customers_opening"}


def start(values, season):
    """Level, trend and seasons before the first value."""
    length = season or 1
    seasons = [0.0] * length
    if season:
        for year in (values[:season], values[season:2 * season]):
            mean = sum(year) / season
            seasons = [s + (v - mean) / 2 for s, v in zip(seasons, year)]
    plain = [v - seasons[i % length] for i, v in enumerate(values[:10])]
    n = len(plain)
    xs = range(1, n + 1)
    mean_x, mean_y = (n + 1) / 2, sum(plain) / n
    below = sum((x - mean_x) ** 2 for x in xs)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, plain)) / below if below else 0.0
    return mean_y - slope * mean_x, slope, seasons


def fitted(values, season):
    """The least sum of squared errors over all rates, and the state after it: (level, trend, seasons, damping)."""
    best = None
    for alpha, beta, phi, gamma in product([0.1, 0.3, 0.5, 0.7, 0.9], [0, 0.1, 0.3], [0.8, 0.9, 0.98],
                                           [0.05, 0.2] if season else [0]):
        level, trend, seasons = start(values, season)
        total = 0.0
        for t, value in enumerate(values):
            place = t % len(seasons)
            error = value - (level + phi * trend + seasons[place])
            total += error * error
            if best and total > best[0]:
                break
            level, trend = level + phi * trend + alpha * error, phi * trend + alpha * beta * error
            seasons[place] += gamma * (1 - alpha) * error
        else:
            if best is None or total < best[0]:
                best = (total, level, trend, seasons, phi)
    return best[1:]


def ahead(values, season, count):
    level, trend, seasons, phi = fitted(values, season)
    return [level + sum(phi ** i for i in range(1, step + 1)) * trend + seasons[(len(values) + step - 1) % len(seasons)]
            for step in range(1, count + 1)]


def projected(values, season, sums):
    """(whether it is nearer than no change, the seasons taken, [(value, half of the interval) or None for each sum])"""
    season = season if season and len(values) >= 3 * season else None
    first = 2 * season if season else max(6, len(values) // 2)
    origins = range(first, len(values))
    longest = max([4] + [len(weights) for weights in sums])

    def off(guess):
        return sum(abs(values[o + s] - guess(o, s)) for o in origins for s in range(4) if o + s < len(values))

    def tried(length):
        paths = {o: ahead(values[:o], length, min(longest, len(values) - o)) for o in origins}
        return off(lambda o, s: paths[o][s]), paths
    error, paths = tried(None)
    taken = None
    if season:
        seasonal, others = tried(season)
        if seasonal < error:
            error, paths, taken = seasonal, others, season
    nearer = error < off(lambda o, s: values[o - 1])
    if season:
        nearer = nearer and error < off(lambda o, s: values[o + s - season])
    coming = ahead(values, taken, longest)
    ranges = []
    for weights in sums:
        n = len(weights)
        misses = sorted(abs(sum(w * (values[o + i] - paths[o][i]) for i, w in enumerate(weights)))
                        for o in origins if o + n <= len(values))
        rank = min(math.ceil(0.8 * (len(misses) + 1)), len(misses))
        ranges.append((sum(w * v for w, v in zip(weights, coming)), misses[rank - 1]) if misses else None)
    return nearer, taken, ranges


class Projections:
    def __init__(self, company, last):
        self.c, self.measures, self.last = company, Measures(company), last
        self.formulas = catalogue(company.stages)

    def value(self, name, start_day, end):
        at = At(self.measures, start_day, end)
        return (self.formulas[name][1](at) if name in self.formulas else getattr(at, name)).number

    def subjects(self):
        """What has a pace."""
        names = set(self.measures.stocks) | set(self.measures.flows) | STOCKS | FLOWS
        return sorted(n for n in names if n not in GROWING | WITHOUT_PACE and not n.startswith("cohort_"))

    def is_stock(self, name):
        return name in self.measures.stocks or name in STOCKS

    def after(self, period):
        return self.c.calendar.period_of(period.grain, period.end + ONE)

    def of(self, name):
        """'undefined', ('short', n), 'naive', or the points by period's name and the seasons."""
        season = SEASONS[self.last.grain]
        values, period = [], self.last
        while len(values) < max(104, 4 * (season or 0)):
            value = self.value(name, period.start, period.end)
            if value is None:
                break
            values.insert(0, float(value))
            period = self.c.calendar.period_of(period.grain, period.start - ONE)
        if not values:
            return "undefined"
        if len(values) < 12:
            return ("short", len(values))
        coming = [self.after(self.last)]
        while len(coming) < 4:
            coming.append(self.after(coming[-1]))
        sums = [[0] * i + [1] for i in range(4)]
        quarter = self.quarter(name, values[-1])
        if quarter:
            sums.append(quarter[2])
        nearer, taken, ranges = projected(values, season, sums)
        if not nearer:
            return "naive"
        points = {p.name: r for p, r in zip(coming, ranges) if r}
        if quarter and ranges[4]:
            points[quarter[0].name] = (ranges[4][0] + quarter[1], ranges[4][1])
        return points, taken, len(values)

    def quarter(self, name, newest):
        """(the quarter, what of it is known, what of the coming periods makes up the rest)"""
        if self.last.grain not in ("week", "month"):
            return None
        quarter = self.c.calendar.period_of("quarter", self.last.end + ONE)
        coming, period = [], self.last
        while period.end < quarter.end:
            period = self.after(period)
            coming.append(period)
        if self.is_stock(name):
            before = coming[-2].end if len(coming) > 1 else self.last.end
            share = (quarter.end - before).days / (coming[-1].end - before).days
            if len(coming) == 1:
                return quarter, (1 - share) * newest, [share]
            return quarter, 0.0, [0] * (len(coming) - 2) + [1 - share, share]
        known = 0.0
        if quarter.start <= self.last.end:
            value = self.value(name, quarter.start, self.last.end)
            if value is None:
                return None
            known = float(value)
        return quarter, known, [((min(p.end, quarter.end) - max(p.start, quarter.start)).days + 1)
                                / ((p.end - p.start).days + 1) for p in coming]


def wrong(told, expected):
    """What is wrong with what is told; None where nothing is."""
    withheld = told["withheld"]
    if any(sign in withheld for sign in ("are late since", "起迟到")):     # a series of a source: the second computation knows sources alone
        return None
    if isinstance(expected, str) or expected[0] == "short":
        signs = {"undefined": ("undefined", "未定义", "late", "迟到"), "naive": ("as near", "同样准确")}
        signs = signs[expected] if isinstance(expected, str) else (
            "has %d." % expected[1], "有 %d 个" % expected[1])
        return None if any(sign in withheld for sign in signs) else "%r where %s is expected" % (withheld, expected)
    if withheld:
        return "%r where it is projected" % withheld
    points, taken, count = expected
    lists = told["ahead"] + ([told["quarter"]] if told.get("quarter") else [])
    if {p["period"] for p in lists} != set(points):
        return "told are %s, not %s" % ([p["period"] for p in lists], sorted(points))
    if str(count) not in told["basis"][0] or any("52" in s or " 12 " in s or " 4 " in s for s in told["basis"][1:2]) != bool(taken):
        return "it rests on %s, not on %d periods with seasons of %s" % (told["basis"][:2], count, taken)
    for point in lists:
        value, half = points[point["period"]]
        for key, number in (("value", value), ("low", value - half), ("high", value + half)):
            if abs(float(point[key]) - number) > 0.0051 + 1e-7 * abs(number) and not close_rounding(point[key], number):
                return "%s of %s is %s, not %.4f" % (key, point["period"], point[key], number)
    return None


def close_rounding(text, number):
    """Currencies without minor digits are told in whole units."""
    return "." not in text and abs(float(text) - number) <= 0.51


def check(gtm, seed, folder, each):
    """(what is wrong, how many were projected, how many were looked at)"""
    features = chosen(",".join(FEATURES)) - {"history", "refused"}
    as_of, period = generate(seed, folder, features)
    dates = ["--as-of", as_of.isoformat()] + (["--period", period] if period else [])
    try:
        company = Company(folder, as_of, chosen(",".join(RULES)), ["inbox"])
    except Refused:
        return "", 0, 0
    shown = company.calendar.shown(company.grain, 2, as_of, period)
    whole = company.calendar.period_of(company.grain, shown[-1].start)
    projections = Projections(company, shown[-1] if shown[-1].end == whole.end else shown[-2])
    if run_once(gtm, folder, dates).returncode != 0:
        return "", 0, 0
    rng = random.Random(seed)
    names = ["arr", "net_new_arr", "customers"] + rng.sample(projections.subjects(), each)
    shown = 0
    for name in names:
        done = run(gtm, ["explain", name, "pipeline.yml", "--as", "json"] + dates, folder)
        if done.returncode != 0:
            return "%s: %s" % (name, done.stderr.strip()), shown, len(names)
        expected = projections.of(name)
        shown += isinstance(expected, tuple) and expected[0] != "short"
        found = wrong(json.loads(done.stdout)["projection"], expected)
        if found:
            return "%s: %s" % (name, found), shown, len(names)
    return "", shown, len(names)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gtm", required=True)
    parser.add_argument("--seeds", default="1-10")
    parser.add_argument("--each", type=int, default=6, help="how many measures of each company")
    options = parser.parse_args(arguments)
    gtm = os.path.abspath(options.gtm)
    first, _, last = options.seeds.partition("-")
    failed = 0
    for seed in range(int(first), int(last or first) + 1):
        folder = tempfile.mkdtemp(prefix="gtm-projections-")
        try:
            found, shown, asked = check(gtm, seed, folder, options.each)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        failed += bool(found)
        print("%d %s %d of %d are projected %s" % (seed, "FAIL" if found else "ok", shown, asked, found), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
