"""Holds that one company in many disguises gives the same numbers.

    python3 disguises.py --gtm PATH [--seeds 1-2] [--only NAME] [--keep DIR]

One line a disguise that differs from the plain company, with the first values; then `N passed, M failed`.
"""

import argparse
import csv
import gzip
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

from company import AS_OF, CHANNELS, DAY, PIPELINE, invent

ZONE = ZoneInfo("Europe/Berlin")


class Style:
    """How a file is written; the defaults are what programs write."""

    encoding, delimiter, line, quoting, suffix = "utf-8", ",", "\n", csv.QUOTE_MINIMAL, ".csv"
    head, tail, between = "", "", None
    locale = "en"                                          # the pipeline's: settles what a column does not show

    def date(self, value): return value.isoformat()
    def time(self, value): return value.astimezone(ZONE).strftime("%Y-%m-%d %H:%M:%S")
    def money(self, value): return str(value)
    def number(self, value): return str(value)
    def id(self, value): return value
    def word(self, value): return value
    def missing(self, column): return ""
    def header(self, source, column): return column
    def name(self, source): return source
    def month(self, value): return self.date(value)

    def cell(self, source, column, value):
        if value is None:
            return self.missing(column)
        if isinstance(value, datetime):
            return self.time(value)
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Decimal):
            return self.money(value) if column in ("amount", "arr") else self.number(value)
        if isinstance(value, int):
            return self.number(value)
        if column.endswith("_id"):
            return self.id(value)
        return self.word(value)

    def text(self, source, rows):
        columns = list(rows[0])
        stream = io.StringIO()
        writer = csv.writer(stream, delimiter=self.delimiter, lineterminator=self.line, quoting=self.quoting)
        stream.write(self.head)
        names = [self.header(source, c) for c in columns]
        writer.writerow(names)
        for number, row in enumerate(rows):
            if self.between and number and number % 40 == 0:
                self.between(writer, names)
            writer.writerow([self.cell(source, c, row[c]) for c in columns])
        stream.write(self.tail)
        return stream.getvalue()

    def write(self, inbox, source, rows, name=None):
        data = self.text(source, rows).encode(self.encoding)
        path = os.path.join(inbox, (name or self.name(source)) + self.suffix)
        if self.suffix.endswith(".gz"):
            data = gzip.compress(data, mtime=0)
        with open(path, "wb") as file:
            file.write(data)

    def company(self, inbox, rows):
        for source, table in rows.items():
            self.write(inbox, source, table)


class English(Style):
    """Other names for the columns, quotes everywhere, CRLF and a byte-order mark."""

    encoding, line, quoting = "utf-8-sig", "\r\n", csv.QUOTE_ALL
    NAMES = {"customer_id": "Account ID", "start_date": "Start Date", "end_date": "End Date", "arr": "Annual Recurring Revenue",
             "subscription_id": "Subscription ID", "created_at": "Create Date", "lead_id": "Lead ID", "amount": "Amount",
             "responded_at": "Response Date", "invited_at": "Sent At", "score": "NPS Score", "response_id": "Response ID",
             "first_response_at": "First Response", "active_users": "Active Users", "fte": "FTE", "channel": "Channel",
             "won_at": "Won Date", "lost_at": "Lost Date", "mql_at": "MQL Date", "sql_at": "SQL Date", "opportunity_at": "Opportunity Date"}

    def header(self, source, column): return self.NAMES.get(column, column.replace("_", " ").title())


class Chinese(Style):
    """Chinese headers and words in GB18030, dates with 年月日."""

    encoding = "gb18030"
    NAMES = {"customer_id": "客户编号", "name": "客户名称", "segment": "客户细分", "region": "区域", "channel": "渠道",
             "subscription_id": "订阅编号", "start_date": "开始日期", "end_date": "结束日期", "arr": "年度经常性收入", "currency": "币种",
             "plan": "套餐", "status": "状态", "date": "日期", "amount": "金额", "category": "类别", "campaign": "活动",
             "response_id": "答卷编号", "invited_at": "邀请时间", "responded_at": "答复时间", "score": "评分", "comment": "意见",
             "lead_id": "线索编号", "created_at": "创建时间", "first_response_at": "首次响应时间", "mql_at": "MQL时间", "sql_at": "SQL时间",
             "opportunity_at": "商机时间", "won_at": "赢单时间", "lost_at": "输单时间", "company": "公司", "active_users": "活跃用户数",
             "seats": "席位数", "team": "团队", "fte": "人数", "rate": "汇率"}
    WORDS = {"marketing": "市场", "sales": "销售", "active": "有效"}
    FILES = {"customers": "客户表", "subscriptions": "订阅明细", "spend": "费用明细", "nps": "NPS调查", "leads": "线索表", "usage": "使用情况",
             "headcount": "人数", "fx_rates": "汇率"}

    def header(self, source, column): return self.NAMES[column]
    def name(self, source): return self.FILES[source]
    def date(self, value): return "%d年%d月%d日" % (value.year, value.month, value.day)
    def time(self, value):
        local = value.astimezone(ZONE)
        return self.date(local) + local.strftime(" %H:%M:%S")
    def money(self, value): return "{:,}".format(value)
    def word(self, value): return self.WORDS.get(value, value)


class Wide(Chinese):
    """Chinese headers in UTF-16 with tabs and full-width digits in amounts."""

    encoding, delimiter = "utf-16", "\t"
    def money(self, value): return "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in str(value))


class German(Style):
    """Semicolons, decimal commas, days first, Windows-1252."""

    encoding, delimiter, line, locale = "cp1252", ";", "\r\n", "de"
    NAMES = {"customer_id": "Kundennummer", "start_date": "Beginn", "end_date": "Ende", "amount": "Betrag", "currency": "Währung",
             "date": "Datum", "channel": "Kanal"}

    def header(self, source, column): return self.NAMES.get(column, column)
    def date(self, value): return value.strftime("%d.%m.%Y")
    def time(self, value): return value.astimezone(ZONE).strftime("%d.%m.%Y %H:%M:%S")
    def money(self, value): return "{:,}".format(value).translate({44: ".", 46: ","})
    def number(self, value): return str(value).replace(".", ",")


class American(Style):
    """Months first, twelve hours, grouped amounts in brackets where below zero."""

    def date(self, value): return value.strftime("%m/%d/%Y")
    def time(self, value): return value.astimezone(ZONE).strftime("%m/%d/%Y %I:%M:%S %p")
    def money(self, value): return "{:,}".format(value) if value >= 0 else "({:,})".format(-value)


class Zones(Style):
    """Every stamp with an offset of its own."""

    def __init__(self): self.turn = 0

    def time(self, value):
        self.turn += 1
        offset = [timezone.utc, timezone(timedelta(hours=8)), timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=30))]
        return value.astimezone(offset[self.turn % 4]).isoformat()


class Events(Style):
    """Leads as events, one row a stage."""

    def company(self, inbox, rows):
        rows = dict(rows)
        stages = {"created_at": "lead", "first_response_at": "first_response", "mql_at": "mql", "sql_at": "sql",
                  "opportunity_at": "opportunity", "won_at": "won", "lost_at": "lost"}
        events = [dict(lead_id=lead["lead_id"], stage=stage, at=lead[column], amount=lead["amount"], currency=lead["currency"],
                       channel=lead["channel"])
                  for lead in rows.pop("leads") for column, stage in stages.items() if lead[column]]
        random.Random(5).shuffle(events)
        rows["lead_events"] = events
        super().company(inbox, rows)


class Sent(Style):
    """Every source in overlapping parts, sent again, some of it corrected."""

    APPENDED = {"spend"}

    def company(self, inbox, rows):
        rng = random.Random(7)
        for source, table in rows.items():
            table = list(table)
            third = len(table) // 3
            if not third:
                self.write(inbox, source, table)
                continue
            if source in self.APPENDED:
                table.sort(key=lambda row: row["date"])
                first, second = table[:2 * third], table[third:]
            else:
                first, second = [dict(row) for row in table[:2 * third]], table[third:]
                for row in first[third:]:
                    for column in ("arr", "score", "active_users", "fte", "segment"):
                        if row.get(column) is not None and rng.random() < 0.5:
                            row[column] = rng.choice(table)[column]
                    if row.get("score") is not None and row.get("responded_at") is None:
                        row["score"] = None
            self.write(inbox, source, first, "%s-2026-05-31" % source)
            self.write(inbox, source, second, "%s-2026-06-29" % source)
            self.write(inbox, source, second, "%s-2026-06-29 (1)" % source)


class Report(Style):
    """Titles above, the header again every 40 rows after a blank line, a note below."""

    head = "Export of our CRM,,,,,,\nGenerated: 29 June 2026\n\n"
    tail = "\nEnd of report\n"

    @staticmethod
    def between(writer, names):
        writer.writerow([])
        writer.writerow(names)


class Guarded(Style):
    """Ids as spreadsheets guard or maim them, in some files only."""

    def cell(self, source, column, value):
        text = super().cell(source, column, value)
        if column == "customer_id":
            return {"customers": '="%s"' % text, "usage": text + ".0", "nps": "'" + text, "subscriptions": "\u00a0" + text + "\u200b"}.get(source, text)
        return text


class Serial(Style):
    """Dates and times as a spreadsheet's numbers."""

    def date(self, value): return str((value - date(1899, 12, 30)).days)
    def time(self, value): return value.astimezone(ZONE).strftime("%Y/%m/%d %H:%M:%S")


class Packed(Style):
    """Gzip, pipes and old line ends."""

    suffix, delimiter, line = ".csv.gz", "|", "\r"


class Spelled(Style):
    """Members in any case and spacing; words for missing."""

    def __init__(self): self.turn = 0

    def word(self, value):
        if value not in CHANNELS:
            return value
        self.turn += 1
        return [value, value, value.title(), value.upper(), value.replace(" ", "  ") + " "][self.turn % 5]

    def missing(self, column): return {"end_date": "9999-12-31", "comment": "-"}.get(column, "N/A" if column.endswith("_at") else "")


class Broken(Style):
    """Rows cut, doubled delimiters and stray quotes between the others, and the same rows whole in a newer file."""

    def company(self, inbox, rows):
        rng = random.Random(11)
        for source, table in rows.items():
            if source in ("subscriptions", "leads", "nps", "customers"):
                hurt = set(rng.sample(range(len(table)), 3))
                lines = self.text(source, table).splitlines(keepends=True)
                for number in hurt:
                    lines[number + 1] = rng.choice([lines[number + 1].replace(",", ",,", 1), lines[number + 1][:9] + "\n"])
                with open(os.path.join(inbox, source + "-2026-06-01.csv"), "w", encoding="utf-8", newline="") as file:
                    file.write("".join(lines))
                self.write(inbox, source, [table[number] for number in sorted(hurt)], source + "-2026-06-29")
            else:
                self.write(inbox, source, table)


class Totals(Style):
    """A dated total below the costs, subtotals of nothing, a roster of months with totals."""

    def company(self, inbox, rows):
        rows = dict(rows)
        spend = sorted(rows["spend"], key=lambda row: row["date"])
        total = dict(spend[-1], amount=sum(row["amount"] for row in spend), campaign="Total", channel="", category="")
        rows["spend"] = spend + [total]
        head = rows["headcount"]
        rows["headcount"] = head + [dict(date=head[-1]["date"], team="Total", fte=sum(row["fte"] for row in head))]
        super().company(inbox, rows)


class Thousands(Style):
    """Amounts in thousands, as the header says."""

    def header(self, source, column): return {"arr": "ARR (k)"}.get(column, column)
    def cell(self, source, column, value):
        return str(value / 1000) if column == "arr" and value is not None else super().cell(source, column, value)


PLAIN = Style
DISGUISES = [English, Chinese, Wide, German, American, Zones, Events, Sent, Report, Guarded, Serial, Packed, Spelled, Broken, Totals, Thousands]


def numbers(gtm, folder, style, rows):
    """The values of a run by metric, period, dimension and member; the text of an error in their place."""
    shutil.rmtree(folder, ignore_errors=True)
    inbox = os.path.join(folder, "inbox")
    os.makedirs(inbox)
    with open(os.path.join(folder, "pipeline.yml"), "w", encoding="utf-8") as file:
        file.write(PIPELINE + "locale: %s\n" % style.locale)
    style().company(inbox, rows)
    run = subprocess.run([gtm, "run", "pipeline.yml", "--as-of", AS_OF], cwd=folder, capture_output=True, text=True, timeout=300)
    if run.returncode:
        return "status %d: %s" % (run.returncode, run.stderr.strip()[-300:])
    with open(os.path.join(folder, "reports/pipeline/latest/metrics.csv"), encoding="utf-8", newline="") as file:
        return {(r["metric"], r["period"], r["dimension"], r["member"]): r["value"] for r in csv.DictReader(file)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gtm", required=True)
    parser.add_argument("--seeds", default="1-1")
    parser.add_argument("--only")
    parser.add_argument("--keep")
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    gtm, base = os.path.abspath(options.gtm), options.keep or tempfile.mkdtemp(prefix="gtm-disguises-")
    passed = failed = 0
    for seed in range(int(first), int(last or first) + 1):
        rows = invent(seed)
        plain = numbers(gtm, os.path.join(base, str(seed), "Plain"), PLAIN, rows)
        if isinstance(plain, str):
            print("%d Plain: %s" % (seed, plain))
            failed += 1
            continue
        for style in DISGUISES:
            if options.only and style.__name__ != options.only:
                continue
            found = numbers(gtm, os.path.join(base, str(seed), style.__name__), style, rows)
            if found == plain:
                passed += 1
                continue
            failed += 1
            if isinstance(found, str):
                print("%d %s: %s" % (seed, style.__name__, found))
            else:
                wrong = [(key, plain.get(key), found.get(key)) for key in sorted(set(plain) | set(found)) if plain.get(key) != found.get(key)]
                print("%d %s: %d values differ; %s" % (seed, style.__name__, len(wrong), "; ".join(
                    "%s: %s, should be %s" % ("/".join(k), f, p) for k, p, f in wrong[:4])))
    if not options.keep:
        shutil.rmtree(base, ignore_errors=True)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
