"""A second, independent and deliberately naive computation of a run's three CSV files.

    python3 reference.py COMPANY_DIR --as-of 2026-11-20 --out DIR [--period 2026-W46]

reads COMPANY_DIR/settings.json (the keys of a pipeline file, those of sources.yml under `sources`),
COMPANY_DIR/inbox/*.csv and, as they were at an earlier run, COMPANY_DIR/before/*.csv,
and writes metrics.csv, movements.csv and cohorts.csv as the data contract and the metric catalogue
say. The exit status is the run's: 65 or 66 where nothing is to be published. `figures` and `notes`
are not read.

Readings chosen where the two pages leave room:

Time and what is shown
 1. A period to date has end = the as-of date D in metrics.csv, under its usual name.
 2. b, and every "months before", uses the end-of-month rule once; a day clipped to a month's
    last day counts as a last day in a further step (prior(trailing(x, 3 months), 3 months)).
 3. year_ago occurs in the standard catalogue for a stock only: it is taken at b, weeks too.
 4. The members of a dimension are those of every row that counts in some measure up to D, of any
    period: ARR terms with start <= D (for `plan` the term's own), spend with a day <= D, surveys,
    leads and deals without a lead with a stamp <= D, usage and headcount dated <= D. A row of
    `customers` alone makes no member; a customer-following row (usage) makes none of `plan`.
 5. pipeline_velocity is money_per_day, not money: 12 significant digits. health_points is in
    whole currency units, 12 significant digits. fte may have a fraction and is written whole.
    Zero is never written with a sign.
 6. movements.csv leaves out the periods in which movements are undefined (snapshots). cohorts.csv
    does not: a snapshot customer's first ARR is its first snapshot's, also in the first quarter.
 7. cohorts.csv covers all of history up to D, not only the periods shown; a cohort without ARR at
    its quarter-end is listed with 0; a quarter without new customers is not.

Sources
 8. A source's first event is the earliest of all its event dates <= D, of any measure: for leads
    every stamp (also of response and loss, also a won stamp that a later loss annuls), for
    surveys invitations and answers. Rows with an excluded status, or whose start is after D, are
    no events; a term of 0 ARR is one. Headcount is an event on its date.
 9. The 90 % rule counts all rows of all files as read (the same bytes once): replaced, excluded
    and rejected ones too. "Months after" mirrors the end-of-month rule of "months before".
10. An excluded row takes part in load rules, and then counts for nothing: neither for dimensions.
    A row that is rejected takes no part in them, nor in anything else but 9, 36, 37 and 42.
11. There is "no `subscriptions`" (or `leads`) when no row of such a file is read, whatever D is.
12. Snapshots are terms from one date of the source to the next; churn_grace_days closes gaps
    between them too. For dimensions no cell of theirs counts: only `customers`.
13. Exchange rates dated after D are used as "the earliest after it".
14. Arr before mrr before amount is decided row by row.
15. Rows equal "in the typed values" do not take missing for a default: an empty currency and the
    reporting currency differ. Of copies of the same bytes the newest is read. Names
    "alike" are compared without spaces and punctuation.
16. A row as late as another for a customer's dimensions (same start, same subscription_id): the
    one read later. The cell of that one row counts, even when it is empty. The greatest
    subscription_id is that of the ids as shown.

Undefined
17. Columns of measures: renewals need `end_date`; spend_marketing and spend_sales `category`;
    nps_invited and nps_answered `invited_at` (the score measures need neither stamp in
    particular); S and cohort_S `S_at` (cohort_S even where a later stage has a column);
    open_opportunities `opportunity_at` only; won_amount and won_with_amount `won_at` and
    `amount`; cycle_days `won_at`; response measures `first_response_at`; users_active and seats
    `seats`. ARR needs no `end_date`. With lead_events only `amount` can be missing. Of deals,
    `created_at` stands for `opportunity_at`, and `stage` with `closed_at` for won_at and lost_at.
18. Whether a source can be given a dimension is decided by columns, not cells: its own column, or
    a `customer_id` column where `customers` or `subscriptions` has the dimension's. Measures that
    follow the customer: where `customers` or `subscriptions` has it. Else for (none) only.
    Measures that leads and deals both feed: where either can. A metric "mixes" by the measures in
    its formula; those that are undefined for a dimension altogether (19) do not count.
19. `plan`: of the measures that follow the customer only arr_closing exists, for every member
    and (none); the others are undefined for all members. Other rows may take `plan` from their
    customer.
20. Snapshots: a trailing window that begins on or before the first snapshot date is undefined for
    movements; arr_opening is a stock and is not.
21. A flow is undefined for a to-date period by its end D. trailing windows by their first day.
22. fte of a member without a counted row is 0 while the total is defined (no row shows it).
    Medians without values are undefined. With users_active, no row in P is 0.

ARR
23. A customer whose terms sum to less than 0 has 0 in every plan too; otherwise plans have the
    plain sums of their terms, also below 0.
24. A gap for churn_grace_days is a stretch of days with ARR 0 between days with ARR above 0; all
    terms that end on its first day are extended; where it has no such term it stays.
25. Cohorts and health use the ARR after the gaps are closed.
26. Renewals: terms that end on the due day itself never renew it.

Leads and surveys
27. Stamps after D are dropped before a lead's later outcome is chosen. A lead won, then lost,
    counts as open between the two, and has not reached won in its cohort.
28. lead_events: amount, currency, customer_id and each dimension come each from the latest event
    up to D that has one, repeated events too; created_at is found among the events up to D.
29. A lead created after D with an earlier stamp counts in that stamp's flow only.
30. Measures of `usage` count customers without ARR, too, but customers_active does not.
31. A stage configured beyond the five adds A_to_S; the standard metrics between the five stay.

Deals
32. A deal created after D has not happened: it is nowhere. A lead can take a deal once it was
    created (by D). Ways of joining are tried in turn until one finds a lead; of several leads the
    earliest created, then the smallest lead_id. "Of one company" is asked of an e-mail domain
    (column `email`); not being younger than the deal of company and domain, not of ids.
33. Of one deal the amount is taken however it ended, of several the sum of those won by D. A lead's
    own cell after D does not "say so already".
34. What deals feed in their period (opportunities, won, lost, open_opportunities, won_amount,
    won_with_amount, cycle_days) begins with the earlier of leads and deals; cohorts with the leads.
    Both are late when either source is; so are the cohorts from mqls to won.
35. Where deals are the leads, columns and dimensions are those of `opportunities`.

Ids, members, missing values
36. Non-breaking spaces within an id are spaces, at its ends nothing; braces go around any id.
    An id is shown as its first cell is in the oldest file of any source, guards and all, in
    whatever row. Leading zeros are joined where no file, of any source, has two forms of the
    number in that column.
37. Members are one that differ in the length of their spaces, not in having any. Spellings are
    counted in all rows of all files, also in replaced and excluded ones and those rejected. Cells
    of dimensions are compared as the members that they are, in keys and in "equal in the typed
    values" as well.
38. Placeholders are such in columns of dates only, with any time of day.

Files
39. A total's naming cells are ids, names and dimensions, not category, stage or status. "Naming
    cells are empty" where rows above have some. "Its part": the rows since the last total. Without
    a name it is the sum of two rows or more. A person of a roster is no total.
40. A cost's key leaves out the columns that either file lacks. Costs without channel, campaign and
    vendor are no evidence, but are restated with the others. Neither file need be otherwise alike.
41. A roster's team without people on a first day counts 0 there, and makes no member. People of a
    team count under their own cells. "The newest date in it" is of hired_on and left_on.
42. A file's scores are judged as read; of another scale, all its rows are rejected.
45. What a run read that published nothing does not count once it is gone from the inbox. A content is
    replaced where newer content of its source came at all of its paths.

Late
43. A row's own date is the invitation, else the answer, of a survey, the creation of a lead or deal,
    the event's, else `date`; it reaches to its last stamp up to D. Names of copies count. Medians
    are late as flows are.
44. Health is undefined where neither usage nor surveys have begun and are in time.
"""

import argparse
import csv
import os
import sys
from datetime import date
from fractions import Fraction

from company import Company
from explanations import explanation_rows
from features import ALL, chosen
from late import nothing_new
from metrics import metric_rows, plain
from periods import DEFAULT_PERIODS
from sources import Refused
from targets import target_rows


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def compute(folder, as_of, period=None, rules=ALL):
    """The rows of metrics.csv, movements.csv, cohorts.csv, targets.csv and explanations.csv; Refused where none are
    published.

    What lay in `before` counts where a report was made of it.
    """
    places = ["inbox"]
    if os.path.isdir(os.path.join(folder, "before")):
        try:
            tables(folder, as_of, period, rules, ["before"])
            places.insert(0, "before")
        except Refused:
            pass
    return tables(folder, as_of, period, rules, places)


def tables(folder, as_of, period, rules, places):
    """The rows, of the exports in some folders, older first."""
    company = Company(folder, as_of, rules, places)
    count = company.settings.get("periods", DEFAULT_PERIODS[company.grain])
    shown = company.calendar.shown(company.grain, count, as_of, period)
    if "all_late" in rules and nothing_new(company, shown[-1]):
        raise Refused(66, "all sources of events are late in %s" % shown[-1].name)
    measures, metrics = metric_rows(company, shown)

    def money(units):
        return plain(Fraction(units, 10 ** company.digits), company.digits)

    told = [p for p in shown if measures.defined("arr_new", p.start, p.end, False)]
    movements = [(m.day.isoformat(), m.customer, m.kind, money(m.amount))
                 for m in measures.revenue.movements()
                 if any(p.start <= m.day <= p.end for p in told)]
    cohorts = [(r.cohort, r.quarter, r.customers_kept, r.customers, money(r.arr_kept), money(r.arr))
               for r in measures.revenue.cohorts(company.calendar)]
    return (metrics, sorted(movements), cohorts, target_rows(company, measures, shown[-1]),
            explanation_rows(company, measures, shown[-1]))


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("company")
    parser.add_argument("--as-of", type=date.fromisoformat, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--period")
    parser.add_argument("--rules", type=chosen, default=ALL, help="like kind,late; default all")
    options = parser.parse_args(arguments)
    try:
        metrics, movements, cohorts, targets, explanations = compute(
            options.company, options.as_of, options.period, options.rules)
    except Refused as refused:
        print("reference.py: %s" % refused, file=sys.stderr)
        return refused.status
    os.makedirs(options.out, exist_ok=True)
    write(options.out, "metrics.csv", "metric,grain,period,start,end,dimension,member,value,unit"
          + (",kind" if "kind" in options.rules else ""), metrics)
    write(options.out, "movements.csv", "date,customer_id,movement,amount", movements)
    write(options.out, "cohorts.csv",
          "cohort,quarter,customers_kept,customers,arr_kept,arr", cohorts)
    write(options.out, "targets.csv", "metric,dimension,member,period,start,end,actual,target,due,attainment,"
          "status,owner", targets)
    write(options.out, "explanations.csv", "metric,period,against,dimension,member,part,effect", explanations)
    return 0


if __name__ == "__main__":
    sys.exit(main())
