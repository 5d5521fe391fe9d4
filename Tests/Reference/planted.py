"""Companies with one planted cause each: the report names it first, as what it is.

usage: planted.py GTM SEEDS
"""
import csv, datetime, os, random, re, subprocess, sys, tempfile

CHANNELS = ["paid search", "events", "partners", "content"]
SEGMENTS = ["enterprise", "mid-market", "small business"]
REGIONS = ["emea", "amer", "apac"]
FIRST = (2024, 1)
MONTHS = 34                      # up to 2026-10
PIPELINE = """grain: month
inbox: inbox
reports: reports
state: state
dimensions: [segment, region, channel]
sources: sources.yml
"""


def month(number):
    year, place = divmod(FIRST[0] * 12 + FIRST[1] - 1 + number, 12)
    return year, place + 1


def day(number, of):
    year, place = month(number)
    return datetime.date(year, place, of)


def write(folder, name, header, rows):
    with open(os.path.join(folder, "inbox", name), "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(header)
        out.writerows(rows)


class Company:
    """A company without events: each month is like the ones before, but for a little noise."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.customers, self.terms = [], []
        self.spend = {}          # (month, region, channel): amount
        self.leads = []
        self.pipeline = PIPELINE
        dice = self.dice
        for number in range(MONTHS):
            for channel in CHANNELS:
                for _ in range(8 + (dice.random() < 0.5)):
                    self.customer(number, channel, dice.choice(SEGMENTS), dice.choice(REGIONS), dice.randrange(4000, 9000))
            for region in REGIONS:
                for channel in CHANNELS:
                    self.spend[number, region, channel] = dice.randrange(9500, 10500)
        self.big = self.customer(2, "partners", "enterprise", "amer", 0)
        self.fill_leads({})

    def customer(self, number, channel, segment, region, arr):
        name = f"C{len(self.customers):04}"
        self.customers.append([name, f"Customer {name}", channel, segment, region])
        self.terms.append([f"S{len(self.terms):04}", name, day(number, self.dice.randrange(1, 28)), "", arr])
        return name

    def fill_leads(self, win):
        """Leads of all months; `win` gives another share of deals won by (month, segment)."""
        dice, self.leads = self.dice, []
        for number in range(MONTHS):
            for segment in SEGMENTS:
                for place in range(60):
                    created = day(number, 1 + place % 12)
                    lead = [f"L{len(self.leads):05}", created, created + datetime.timedelta(1), created + datetime.timedelta(2),
                            created + datetime.timedelta(3), "", "", dice.randrange(4000, 9000), dice.choice(CHANNELS), segment,
                            dice.choice(REGIONS)]
                    # As many of each sixty are won as of any other, but for one or two.
                    share = win.get((number, segment), 0.4)
                    lead[5 if place % 60 < round(60 * share) + dice.randrange(-1, 2) else 6] = created + datetime.timedelta(8)
                    self.leads.append(lead)

    def drop(self, folder, until, without=()):
        """Exports of all months up to one, spend in a file a region and month."""
        os.makedirs(os.path.join(folder, "inbox"), exist_ok=True)
        with open(os.path.join(folder, "month.yml"), "w") as file:
            file.write(self.pipeline)
        with open(os.path.join(folder, "sources.yml"), "w") as file:
            file.write("sources: {}\n")
        last = day(until + 1, 1) - datetime.timedelta(1)
        stamp = f"{last:%Y-%m-%d}"
        write(folder, f"customers-{stamp}.csv", "customer_id name channel segment region".split(), self.customers)
        write(folder, f"subscriptions-{stamp}.csv", "subscription_id customer_id start_date end_date arr".split(),
              [t for t in self.terms if t[2] <= last])
        write(folder, f"leads-{stamp}.csv",
              "lead_id created_at mql_at sql_at opportunity_at won_at lost_at amount channel segment region".split(),
              [[cell if not isinstance(cell, datetime.date) or cell <= last else "" for cell in lead]
               for lead in self.leads if lead[1] <= last])
        for number in range(until + 1):
            year, place = month(number)
            for region in REGIONS:
                name = f"spend-{region}-{year}-{place:02}.csv"
                if (number, region) not in without:
                    write(folder, name, ["date", "channel", "region", "amount", "category"],
                          [[f"{year}-{place:02}", channel, region, self.spend[number, region, channel], "marketing"]
                           for channel in CHANNELS])


def run(gtm, folder, number):
    last = day(number + 1, 1) - datetime.timedelta(1)
    done = subprocess.run([gtm, "run", os.path.join(folder, "month.yml"), "--as-of", str(last), "--quiet"], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{folder}: {done.returncode}: {done.stderr}")
    with open(os.path.join(folder, "reports/month/latest/report.html")) as file:
        page = file.read()
    page = re.sub(r"<(style|script).*?</\1>", "", page, flags=re.S)
    start, end = page.index("<main"), page.index('id="s-revenue"')
    text = re.sub(r"</(p|li|tr|h\d|div|td|th)>", "\n", page[start:end])
    return [line for line in (re.sub(r"\s+", " ", re.sub("<.*?>", "", line)).strip() for line in text.split("\n")) if line]


LAST = MONTHS - 1


def cost_doubles(gtm, seed, folder):
    company = Company(seed)
    channel = company.dice.choice(CHANNELS)
    for region in REGIONS:
        company.spend[LAST, region, channel] *= 2
    company.drop(folder, LAST)
    return run(gtm, folder, LAST), channel


def win_rate_halves(gtm, seed, folder):
    company = Company(seed)
    segment = company.dice.choice(SEGMENTS)
    company.fill_leads({(LAST, segment): 0.2})
    company.drop(folder, LAST)
    return run(gtm, folder, LAST), segment


def customer_leaves(gtm, seed, folder):
    company = Company(seed)
    for term in company.terms:
        if term[1] == company.big:
            term[3], term[4] = day(LAST, 15), 300_000
    company.drop(folder, LAST)
    return run(gtm, folder, LAST), f"Customer {company.big}"


def file_missing(gtm, seed, folder):
    company = Company(seed)
    region = company.dice.choice(REGIONS)
    company.drop(folder, LAST, without={(LAST, region)})
    return run(gtm, folder, LAST), f"spend-{region}"


def definition_changed(gtm, seed, folder):
    company = Company(seed)
    company.drop(folder, LAST - 1)
    run(gtm, folder, LAST - 1)
    company.drop(folder, LAST)
    with open(os.path.join(folder, "metrics.yml"), "w") as file:
        file.write("metrics:\n  cac: {formula: spend_marketing / (customers_new + customers_reactivated) * 1.25}\n")
    with open(os.path.join(folder, "month.yml"), "a") as file:
        file.write("metrics: metrics.yml\n")
    return run(gtm, folder, LAST), "Customer acquisition cost"


def late_correction(gtm, seed, folder):
    company = Company(seed)
    company.drop(folder, LAST - 1)
    run(gtm, folder, LAST - 1)
    region = company.dice.choice(REGIONS)
    for channel in CHANNELS:
        company.spend[LAST - 1, region, channel] += 6000
    company.drop(folder, LAST)
    return run(gtm, folder, LAST), f"spend-{region}-2026-09.csv"


def sentences(lines):
    """What changed and why, sentence by sentence."""
    start = next(at for at, line in enumerate(lines) if line.startswith("What changed and why"))
    end = next(at for at, line in enumerate(lines) if line.startswith("Scorecard"))
    return lines[start + 1:end]


# What hangs on the spend of the month alone, and then what looks at that of earlier months too.
COSTS = ("Customer acquisition cost", "CAC payback", "Sales efficiency", "LTV", "Magic number")


def problem(kind, lines, what):
    """Why a cause is not named first, as what it is; nil where it is."""
    first = sentences(lines)[0]
    if kind is cost_doubles:
        return None if first.startswith(COSTS) and what in first else first
    if kind is win_rate_halves:
        return None if first.startswith("Win rate") and what in first else first
    if kind is customer_leaves:
        return None if what in first else first
    data = next(line for line in lines if line.startswith("Is all data in?"))
    if kind is file_missing:
        told = [line for line in sentences(lines) if line.startswith(COSTS[:3])]
        return None if what in data and not told else f"{data} {told}"
    start = "Defined otherwise" if kind is definition_changed else "Restated"
    found = [line for line in lines if line.startswith(start)]
    other = [line for line in lines if line.startswith("Restated" if kind is definition_changed else "Defined otherwise")]
    return None if found and what in found[0] and not other else f"{found} {other}"


if __name__ == "__main__":
    gtm = os.path.abspath(sys.argv[1])
    kinds = [cost_doubles, win_rate_halves, customer_leaves, file_missing, definition_changed, late_correction]
    failed = 0
    for seed in range(1, int(sys.argv[2]) + 1):
        for kind in kinds:
            with tempfile.TemporaryDirectory() as folder:
                lines, what = kind(gtm, seed, folder)
                wrong = problem(kind, lines, what)
                if wrong:
                    failed += 1
                    print(f"{kind.__name__} {seed}: {what} is not named first: {wrong}")
                    for line in sentences(lines): print("        ", line[:200])
    print(f"{failed} of {seed * len(kinds)} causes are not named first")
    sys.exit(failed > 0)
