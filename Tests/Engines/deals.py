"""Deals of an invented company, which join its leads by every rule there is: ids of leads, alone and several in a cell, ids of deals on
leads, customers, names of companies and hosts of e-mail addresses, each as people and exports spell it."""

import csv
import datetime
import os
import random

DAY = datetime.timedelta(days=1)
FIRST = datetime.datetime(2025, 1, 1)
HEADER = ["opportunity_id", "created_at", "won_at", "lost_at", "amount", "currency", "lead_id", "customer_id", "company", "email", "segment",
          "region"]
# What a lead has beside the columns that all have.
OF_LEADS = ["email", "opportunity_ids"]
NAMES = ["Müller & Söhne {n} GmbH", "Best {n}, Inc.", "ACME {n} Ltd", "株式会社アオイ{n}", "Straße {n} KG", "深圳第{n}公司", "({n}) Works",
         "Çelik {n} A.Ş.", "Café №{n}", "ООО Ромашка {n}", "{n}", "ﾃｽﾄ{n}"]
PUBLIC = ["gmail.com", "qq.com", "web.de", "yahoo.co.uk"]
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def wide(text):
    """The text in full-width letters."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def check_letters(text):
    """The three letters that the long form of an id of Salesforce ends with."""
    bits = [sum(1 << i for i in range(5) if text[part * 5 + i].isupper()) for part in range(3)]
    return "".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[b] for b in bits)


class World:
    """Who leads are of: the same of each lead in all of its exports."""

    def __init__(self, seed, leads):
        self.seed, self.leads, self.style = seed, leads, seed % 3
        self.companies = max(12, leads // 6)

    def own(self, number, what):
        return random.Random("%d %s %d" % (self.seed, what, number))

    def lead_id(self, number):
        if self.style == 1:
            return "%06d" % number
        if self.style == 2:
            digits = ""
            for _ in range(7):
                digits, number = ALPHABET[number % 62] + digits, number // 62
            return "00Q5g000" + digits
        return "L-%06d" % number

    def deal_id(self, number):
        return "%07d" % number if self.style == 1 else "D-%d" % number

    def spelled_id(self, random_, text):
        """An id as an export may write it."""
        way = random_.random()
        if way < 0.7:
            return text
        if way < 0.8:
            return '="%s"' % text
        if way < 0.85:
            return "'" + text
        if self.style == 1:
            return text.lstrip("0") if way < 0.95 else text + ".0"
        if self.style == 2 and len(text) == 15:
            return text + check_letters(text)
        return wide(text) if way < 0.95 else " \u200b" + text

    def company_of(self, number):
        return self.own(number, "company").randrange(self.companies)

    def company(self, random_, company):
        name = NAMES[company % len(NAMES)].format(n=company)
        way = random_.random()
        if way < 0.5:
            return name
        if way < 0.65:
            return name.upper()
        if way < 0.75:
            return "  ".join(name.lower().split(" "))
        if way < 0.8:
            return wide(name)
        if way < 0.85:
            return name.replace(" ", "\n")
        if way < 0.9:
            return name.replace("ü", "u\u0308").replace("é", "e\u0301").replace("ß", "ẞ")
        return random_.choice(["", "N/A", name + " Holding"])

    def email(self, random_, company):
        host = "co%d.example" % company
        way = random_.random()
        if way < 0.4:
            return "ann@" + host
        if way < 0.5:
            return "Ann.Lee@" + host.upper()
        if way < 0.6:
            return "Ann Lee <ann@%s>" % host
        if way < 0.7:
            return "ann@%s; bob@%s" % (random_.choice(PUBLIC), host)
        if way < 0.75:
            return "ann@%s." % host
        if way < 0.8:
            return "bö@%s" % host
        return random_.choice(["", "nobody", "a@" + random_.choice(PUBLIC)])

    def of_lead(self, number):
        """The company, the address and the deals of a lead."""
        random_ = self.own(number, "lead")
        company = self.company_of(number)
        deals = ""
        if random_.random() < 0.03:
            ids = [self.spelled_id(random_, self.deal_id(random_.randrange(1, self.leads // 8 + 2)))
                   for _ in range(random_.choice([1, 1, 1, 2, 3]))]
            deals = random_.choice([";", ", ", " ", "\n", "、"]).join(ids)
        return self.company(random_, company), [self.email(random_, company), deals]


def deal(world, random_, number, until):
    created = FIRST + (until - FIRST) * random_.random()
    won = created + DAY * random_.random() * 60 if random_.random() < 0.4 else None
    lost = created + DAY * random_.random() * 60 if random_.random() < 0.25 else None
    way = random_.random()
    company = random_.randrange(world.companies)
    leads, customer, name, email = "", "", "", ""
    if way < 0.3:
        ids = [world.spelled_id(random_, world.lead_id(random_.randrange(1, world.leads + 20)))
               for _ in range(random_.choice([1, 1, 1, 2, 4]))]
        leads = random_.choice([";", ", ", " ", "|", "\n"]).join(ids)
    if way > 0.25 and random_.random() < 0.25:
        customer = random_.choice(["C%03d", '="C%03d"', "C%03d ", "C%03d.0"]) % random_.randrange(1, 80)
    if 0.2 < way < 0.75:
        name = world.company(random_, company)
    if 0.5 < way < 0.9:
        email = world.email(random_, company)
    stamp = lambda t: t.strftime(random_.choice(["%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%SZ"])) if t else ""
    return [world.spelled_id(random_, world.deal_id(number)), stamp(created), stamp(won), stamp(lost),
            random_.choice(["", "%d" % random_.randrange(1, 90000), "%.2f" % (random_.random() * 9000), "1,200.50"]),
            random_.choice(["", "USD", "EUR"]), leads, customer, name, email, random_.choice(["smb", "enterprise", ""]),
            random_.choice(["EMEA", "APAC", ""])]


def write(folder, world, until):
    """Two exports of deals, of which the newer has some again."""
    random_ = random.Random("deals %d" % world.seed)
    count = max(20, world.leads // 50)
    for name, numbers in [("2026-09-30", range(1, count * 7 // 10)), ("2026-11-15", range(count * 5 // 10, count))]:
        with open(os.path.join(folder, "opportunities %s.csv" % name), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows(deal(world, random_, number, until) for number in numbers)
