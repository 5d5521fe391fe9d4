"""The worked examples of the metric catalogue, rules a person can check in the head, and
identities over invented companies.  Run: python3 -m unittest discover -s Tests/Reference -p 'test_*.py'
"""

import csv
import os
import unittest
from datetime import date
from fractions import Fraction

import compare
import reference
from casework import Case
from companies import generate
from company import Company
from explanations import FORMS, split
from facts import spread
from measures import Measures, median
from metrics import Value, significant
from periods import Calendar, months_before, trailing_window


class WorkedExamples(Case):
    def test_nps_of_forty_responses(self):
        scores = [9] * 11 + [10] * 11 + [7] * 5 + [8] * 5 + [0] * 4 + [6] * 4
        self.put("nps.csv", "response_id,responded_at,score\n" + "\n".join(
            "R%d,2026-03-05,%d" % pair for pair in enumerate(scores)))
        values, _, _ = self.compute("2026-03-31", grain="month", periods=1)
        self.assertEqual(self.total(values, "nps", "2026-03"), "35")
        self.assertAlmostEqual(float(self.total(values, "nps_margin", "2026-03")), 23.7, places=1)

    def test_cac_by_channel_rises_by_shares_alone(self):
        cases = {("A", "rate"): 0, ("A", "mix"): Fraction(5, 100), ("B", "rate"): 0, ("B", "mix"): Fraction(15, 100)}
        spend = {"A": (1, 1), "B": (0, 5)}
        new = {"A": (10, 10), "B": (0, 10)}

        class At:
            def __init__(self, index, key=None):
                self.index, self.key = index, key

            def of(self, *key):
                return At(self.index, key)

            def __getattr__(self, name):
                return Value({"spend": spend, "customers_new": new}[name][self.key[1]][self.index])
        rows = split(FORMS["cac"], At(0), At(1), [("channel", "A"), ("channel", "B")])
        self.assertEqual({(member, part): effect for member, part, effect in rows}, cases)

    def test_customer_a_moves_through_all_five_kinds_but_contraction(self):
        self.put("subscriptions.csv", """subscription_id,customer_id,start_date,end_date,arr
            1,A,2025-01-01,2025-03-10,1000
            1,A,2025-03-10,2025-06-01,1500
            1,A,2025-08-01,,800""")
        values, moves, cohorts = self.compute("2025-12-31", grain="year", periods=1)
        for metric, value in {"arr_new": "1000.00", "arr_expansion": "500.00",
                              "arr_churn": "1500.00", "arr_reactivation": "800.00",
                              "arr_closing": "800.00", "arr_contraction": "0.00"}.items():
            self.assertEqual(self.total(values, metric, "2025"), value, metric)
        self.assertEqual(moves[2], ("2025-06-01", "A", "churn", "1500.00"))
        self.assertEqual(cohorts[1], ("2025-Q1", "2025-Q2", 0, 1, "0.00", "1500.00"))
        self.assertEqual(self.total(values, "arr_opening", "2025"), "", "before the first month")

    def test_a_month_of_spend_is_spread_to_the_cent(self):
        parts = spread(3000000, 28)
        self.assertEqual(parts, [107143] * 24 + [107142] * 4)
        self.assertEqual(spread(-5, 3), [-2, -2, -1])

    def test_an_amount_that_renewed_an_earlier_due_day_is_spent(self):
        self.put("subscriptions.csv", """subscription_id,customer_id,start_date,end_date,arr
            1,A,2025-05-01,2026-05-01,100
            2,A,2025-05-10,2026-05-10,100
            3,A,2026-05-01,2027-05-01,100""")
        values, _, _ = self.compute("2026-06-30", period="2026-05", grain="month", periods=1)
        self.assertEqual(self.total(values, "arr_due", "2026-05"), "200.00")
        self.assertEqual(self.total(values, "arr_renewed", "2026-05"), "100.00")
        self.assertEqual(self.total(values, "renewal_rate", "2026-05"), "0.5")
        self.assertEqual(self.total(values, "renewal_rate_logos", "2026-05"), "0.5")

    def test_cac_by_channel(self):
        new = ["C%d,%s,1" % (n, "2026-01-15" if n < 10 else "2026-02-15") for n in range(25)]
        self.put("subscriptions.csv", "customer_id,start_date,arr\n" + "\n".join(new))
        self.put("customers.csv", "customer_id,channel\n" + "\n".join(
            "C%d,%s" % (n, "A" if n < 20 else "B") for n in range(25)))
        self.put("spend.csv", """date,amount,channel
            2026-01-15,1,A
            2026-02-15,1,A
            2026-02-15,5,B""")
        values, _, _ = self.compute("2026-02-28", grain="month", periods=2, dimensions=["channel"],
                                    currency="KWD")
        self.assertEqual(self.total(values, "cac", "2026-01"), "0.100")
        self.assertEqual(self.total(values, "cac", "2026-02"), "0.400")
        self.assertEqual(values["cac", "2026-02", "channel", "B"], "1.000")
        self.assertNotIn(("cac", "2026-01", "channel", "B"), values)


class Time(unittest.TestCase):
    def test_months_before_keep_month_ends(self):
        for day, months, expected in (
                ("2026-05-31", 3, "2026-02-28"), ("2026-05-30", 3, "2026-02-28"),
                ("2026-02-28", 12, "2025-02-28"), ("2025-02-28", 12, "2024-02-29"),
                ("2026-04-30", 1, "2026-03-31"), ("2026-04-29", 1, "2026-03-29")):
            self.assertEqual(months_before(date.fromisoformat(day), months).isoformat(), expected)

    def test_trailing_months_begin_after_the_day_so_many_months_before(self):
        self.assertEqual(trailing_window(date(2026, 5, 31), 3), (date(2026, 3, 1), date(2026, 5, 31)))

    def test_names(self):
        calendar = Calendar("sunday", "april")
        self.assertEqual(calendar.period_of("week", date(2026, 1, 3)).name, "2026-W01")
        self.assertEqual(calendar.period_of("week", date(2026, 1, 4)).name, "2026-W02")
        self.assertEqual(calendar.period_of("quarter", date(2026, 4, 1)).name, "2027-Q1")
        self.assertEqual(calendar.period_of("year", date(2026, 3, 31)).name, "2026")
        self.assertEqual(Calendar().period_of("week", date(2027, 1, 1)).name, "2026-W53")

    def test_the_newest_complete_period_is_shown_or_the_named_one_to_date(self):
        calendar = Calendar()
        shown = calendar.shown("month", 2, date(2026, 11, 20))
        self.assertEqual([p.name for p in shown], ["2026-09", "2026-10"])
        self.assertEqual(calendar.shown("month", 1, date(2026, 11, 30))[0].name, "2026-11")
        to_date = calendar.shown("month", 1, date(2026, 11, 20), "2026-11")[0]
        self.assertEqual(to_date.end, date(2026, 11, 20))


class Rules(Case):
    def test_last_days_of_service_are_read_a_day_later(self):
        self.put("subscriptions.csv", """subscription_id,customer_id,start_date,end_date,arr
            1,A,2025-01-01,2025-12-31,100
            2,B,2025-01-15,2025-02-14,100""")
        values, _, _ = self.compute("2025-12-31", grain="month", periods=1)
        self.assertEqual(self.total(values, "arr_closing", "2025-12"), "100.00")

    def test_a_gap_within_the_grace_is_no_churn(self):
        self.put("subscriptions.csv", """customer_id,start_date,end_date,arr
            A,2025-01-05,2025-03-05,100
            A,2025-03-15,,150""")
        values, moves, _ = self.compute("2025-12-31", grain="year", periods=1,
                                        config={"churn_grace_days": 10})
        self.assertEqual(self.total(values, "arr_churn", "2025"), "0.00")
        self.assertEqual(moves[1], ("2025-03-15", "A", "expansion", "50.00"))
        self.assertEqual(self.total(values, "arr_renewed", "2025"), "100.00")

    def test_snapshots_make_no_movements_in_the_first_period(self):
        self.put("arr_snapshots.csv", """customer_id,date,mrr
            A,2025-01,10
            B,2025-01,10
            A,2025-02,20""")
        values, moves, _ = self.compute("2025-03-31", grain="month", periods=3)
        self.assertEqual(self.total(values, "arr_new", "2025-01"), "")
        self.assertEqual(self.total(values, "arr_closing", "2025-01"), "240.00")
        self.assertEqual(moves, [("2025-02-28", "A", "expansion", "120.00"),
                                 ("2025-02-28", "B", "churn", "120.00")])

    def test_rates_are_those_of_the_first_day_of_the_fiscal_year(self):
        self.put("spend.csv", """date,amount,currency
            2026-02-03,10,EUR
            2026-02-03,0.005,USD
            2026-02-03,0.015,USD""")
        self.put("fx_rates.csv", """currency,rate,date
            EUR,1.5,2025-06-01
            EUR,1.25,2026-02-01
            EUR,9,""")
        values, _, _ = self.compute("2026-02-28", grain="month", periods=1)
        self.assertEqual(self.total(values, "spend", "2026-02"), "15.02")

    def test_overlapping_exports_do_not_double(self):
        self.put("spend-2026-01-10.csv", "date,amount\n2026-01-02,5\n2026-01-02,5\n2026-01-03,7")
        self.put("spend-2026-01-20.csv", "date,amount\n2026-01-02,5.00\n2026-01-03,7\n2026-01-04,1")
        values, _, _ = self.compute("2026-01-31", grain="month", periods=1)
        self.assertEqual(self.total(values, "spend", "2026-01"), "18.00")

    def test_a_later_stamp_means_the_earlier_stages_in_the_cohort_only(self):
        self.put("leads.csv", """lead_id,created_at,mql_at,sql_at,opportunity_at,won_at
            1,2026-01-01T23:30:00-05:00,,2026-01-09,,
            2,2026-01-03,2026-02-01,,,2026-02-02
            3,2026-01-01,,,2026-01-02,""")
        values, _, _ = self.compute("2026-02-10", grain="month", periods=1, time_zone="UTC")
        self.assertEqual(self.total(values, "mqls", "2026-01"), "0")
        self.assertEqual(self.total(values, "cohort_mqls", "2026-01"), "3")
        self.assertEqual(self.total(values, "cohort_won", "2026-01"), "1")
        self.assertEqual(self.total(values, "open_opportunities", "2026-01"), "1")
        self.assertEqual(self.total(values, "win_rate", "2026-01"), "", "there is no lost_at")
        self.assertEqual(self.total(values, "leads_answered", "2026-01"), "")

    def test_numbers_as_written(self):
        self.assertEqual(significant(Fraction(2, 3)), "0.666666666667")
        self.assertEqual(significant(Fraction(123456789012345)), "123456789012000")
        self.assertEqual(significant(Fraction(-1, 4)), "-0.25")
        self.assertEqual(median([4, 1, 3, 2]), Fraction(5, 2))


class Identities(Case):
    def test_movements_and_members_add_up_in_invented_companies(self):
        for seed in range(100, 108):
            as_of, period = generate(seed, self.folder.name)
            company = Company(self.folder.name, as_of)
            measures = Measures(company)
            grain, count = company.settings["grain"], company.settings["periods"]
            for p in company.calendar.shown(grain, count, as_of, period):
                def value(name, dimension="", member="", period=p):
                    return measures.value(name, period.start, period.end, False, dimension, member)
                if value("arr_opening") is None or value("arr_new") is None:
                    continue
                moved = (value("arr_new") + value("arr_reactivation") + value("arr_expansion")
                         - value("arr_contraction") - value("arr_churn"))
                self.assertEqual(value("arr_closing"), value("arr_opening") + moved)
                for d in company.dimensions:
                    parts = [value("arr_closing", d, m) for m in company.members[d]]
                    self.assertEqual(sum(v for v in parts if v is not None), value("arr_closing"))

    def test_compare_finds_what_differs(self):
        left, right = (os.path.join(self.folder.name, n) for n in ("left", "right"))
        for folder, nps, arr in ((left, "0.333333333333", "1.00"), (right, "0.3333333333334", "1.01")):
            os.mkdir(folder)
            row = ["month", "2026-01", "2026-01-01", "2026-01-31", "", ""]
            reference.write(folder, "metrics.csv", "metric,grain,period,start,end,dimension,member,value,unit",
                            [["arr"] + row + [arr, "money"], ["nrr"] + row + [nps, "percent"]])
            reference.write(folder, "movements.csv", "date,customer_id,movement,amount", [])
            reference.write(folder, "cohorts.csv", "cohort,quarter", [])
            reference.write(folder, "targets.csv", "metric,dimension,member,period,start,end", [])
            reference.write(folder, "explanations.csv", "metric,period,against,dimension,member,part,effect", [])
        self.assertEqual(len(compare.compare(left, right)), 1)
        self.assertEqual(compare.compare(left, left), [])

    def test_the_same_seed_gives_the_same_company(self):
        texts = []
        for name in ("one", "two"):
            folder = os.path.join(self.folder.name, name)
            generate(5, folder)
            inbox = os.path.join(folder, "inbox")
            texts.append([])
            for file in sorted(os.listdir(inbox)):
                with open(os.path.join(inbox, file), encoding="utf-8", newline="") as stream:
                    texts[-1].append((file, list(csv.reader(stream))))
        self.assertEqual(texts[0], texts[1])


if __name__ == "__main__":
    unittest.main()
