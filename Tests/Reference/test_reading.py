"""Cells, ids, members, tables: what is read, with values that a person can check in the head."""

import unittest

import cells
from casework import Case

UUID = "1b4e28ba-2fa1-11d2-883f-0016d3cca427"


class Ids(Case):
    def test_dresses_of_one_id_compare_equal(self):
        for text, expected in (
                ('="007"', "007"), ("'1002", "1002"), ("1001.0", "1001"), ("1001.5", "1001.5"),
                ("A1.0", "A1.0"), ("\u00a0A\u200b1\ufeff", "A1"), ("\uff11\uff10\uff01", "10!"),
                ("E\u0301lan", "\u00c9lan"), ("mailto:Ann@X.example", "ann@x.example"),
                ("{%s}" % UUID.upper(), UUID), ("urn:uuid:" + UUID, UUID),
                ("Abc", "Abc"), ("abc", "abc"), ("'", "'")):
            self.assertEqual(cells.compared(text), expected, text)

    def test_check_letters_go_where_they_check(self):
        self.assertEqual(cells.check_letters("0013000000AbCdE"), "AAV")
        self.assertEqual(cells.compared("0013000000AbCdEAAV"), "0013000000AbCdE")
        self.assertEqual(cells.compared("0013000000AbCdEAAW"), "0013000000AbCdEAAW")

    def test_two_exports_of_two_customers_are_two(self):
        self.put("customers-2026-11-01.csv", "customer_id,segment\n007,Ent\n88,Ent")
        self.put("subscriptions-2026-10-01.csv",
                 "subscription_id,customer_id,start_date,arr\n007,007,2026-01-01,500\n88,88,2026-01-01,700")
        self.put("subscriptions-2026-11-01.csv",
                 "subscription_id,customer_id,start_date,arr\n'007,=\"007\",2026-01-01,500\n"
                 "88.0,88\u00a0,2026-01-01,700")
        self.assertEqual(self.month("2026-10-31", "arr", "customers"), ["1200.00", "2"])
        self.assertEqual(self.members("2026-10-31", "arr", "segment"), {"Ent": "1200.00"})

    def test_zeros_lost_in_one_file_are_joined_where_unique(self):
        self.put("customers.csv", "customer_id,segment\n0042,Ent\n0043,SMB\n43,SMB")
        self.put("subscriptions.csv", "customer_id,start_date,arr\n42,2026-01-01,100\n043,2026-01-01,10")
        self.assertEqual(self.members("2026-01-31", "arr", "segment"),
                         {"Ent": "100.00", "(none)": "10.00"})

    def test_ids_are_shown_as_the_oldest_file_has_them(self):
        self.put("subscriptions-2026-02-01.csv", "customer_id,start_date,arr\nANN@x.example,2026-01-05,9")
        self.put("customers-2026-01-01.csv", "customer_id,segment\nmailto:Ann@x.example,Ent")
        _, moves, _ = self.compute("2026-01-31", grain="month", periods=1)
        self.assertEqual(moves, [("2026-01-05", "mailto:Ann@x.example", "new", "9.00")])

    def test_ids_in_scientific_notation_that_make_rows_alike_end_the_run(self):
        self.put("leads.csv", "lead_id,created_at\n5.1E+11,2026-01-01\n5.1E+11,2026-01-02")
        self.assertEqual(self.refused("2026-01-31"), 65)
        self.put("leads.csv", "lead_id,created_at\n5.1E+11,2026-01-01\n5.2E+11,2026-01-02")
        self.assertEqual(self.month("2026-01-31", "leads"), ["2"])


class Members(Case):
    def test_spellings_are_one_member_shown_as_most_often_written(self):
        self.put("customers.csv", "customer_id,channel\nA,web ads\nB,Web Ads\nC,Web  Ads\nD,fair")
        self.put("subscriptions.csv", "customer_id,start_date,arr\n" + "\n".join(
            "%s,2026-09-0%d,1" % pair for pair in zip("ABCD", (1, 2, 3, 4))))
        self.put("spend.csv", "date,amount,channel\n2026-09,60,Web Ads\n2026-09,30,ＷＥＢ　ＡＤＳ")
        self.assertEqual(self.members("2026-09-30", "cac", "channel"), {"Web Ads": "30.00", "fair": "0.00"})

    def test_ties_go_to_the_first_in_code_point_order(self):
        self.put("spend.csv", "date,amount,channel\n2026-09-01,1,web\n2026-09-02,2,Web")
        self.assertEqual(self.members("2026-09-30", "spend", "channel"), {"Web": "3.00"})

    def test_none_in_brackets_is_empty(self):
        self.put("customers.csv", "customer_id,region\nA,South\nB,(None)")
        self.put("subscriptions.csv", "customer_id,start_date,arr,region\nA,2026-01-01,5,North\n"
                                      "B,2026-01-01,7,North")
        self.assertEqual(self.members("2026-01-31", "arr", "region"), {"South": "5.00", "North": "7.00"})

    def test_plans_of_two_spellings_are_one_term(self):
        self.put("subscriptions.csv", "subscription_id,customer_id,start_date,plan,arr\n"
                                      "1,A,2026-01-01,Pro,5\n1,A,2026-01-01,PRO,7")
        self.assertEqual(self.month("2026-01-31", "arr"), ["7.00"])


class Missing(Case):
    def test_na_is_a_region_and_a_missing_amount(self):
        self.put("leads.csv", "lead_id,created_at,region,won_at,amount\n1,2026-01-02,NA,NA,5\n"
                              "2,2026-01-02,n/a,2026-01-03,none\n3,2026-01-02,na,2026-01-04,9\n4,2026-01-02,-,,")
        self.assertEqual(self.members("2026-01-31", "leads", "region"), {"NA": "2", "(none)": "2"})
        self.assertEqual(self.month("2026-01-31", "won", "won_with_amount"), ["2", "1"])

    def test_placeholders_of_ends_are_open(self):
        words = ["0000-00-00", "0001-01-01", "1900-01-00", "1970-01-01 00:00:00", "2099-12-31",
                 "9999-12-31T23:59:59", "Never", "ongoing", "永久", "长期"]
        self.put("subscriptions.csv", "customer_id,start_date,end_date,arr\n" + "\n".join(
            "C%d,2026-01-01,%s,10" % pair for pair in enumerate(words)))
        self.assertEqual(self.month("2026-03-31", "arr"), ["100.00"])

    def test_placeholders_are_no_evidence_of_last_days(self):
        self.put("subscriptions.csv", "customer_id,start_date,end_date,arr\nA,2026-01-01,2026-01-31,10\n"
                                      "B,2026-01-01,0000-00-00,1\nC,2026-01-01,9999-12-31,1")
        _, moves, _ = self.compute("2026-03-31", "2026-02", grain="month", periods=1)
        self.assertEqual(moves, [("2026-02-01", "A", "churn", "10.00")])

    def test_placeholders_of_stamps_and_ranges_are_missing(self):
        self.put("leads.csv", "lead_id,created_at,won_at,lost_at\n1,2026-01-02,2026-01-05,0000-00-00\n"
                              "2,2026-01-02,1970-01-01,never")
        self.put("spend.csv", "date,end_date,amount\n2026-01-31,Ongoing,70")
        self.put("nps.csv", "response_id,invited_at,responded_at,score\n1,2026-01-09,0000-00-00,9")
        self.assertEqual(self.month("2026-01-31", "won", "lost", "spend", "nps_responses"),
                         ["1", "0", "70.00", "1"])


class Tables(Case):
    def test_totals_are_no_facts_with_or_without_a_date(self):
        self.put("arr_snapshots.csv", "customer_id,date,arr\nA,2026-10-31,40\nB,2026-10-31,2\n"
                                      "Total,2026-10-31,42")
        self.put("headcount.csv", "date,team,fte\n2026-10,Sales,3\n2026-10,Marketing,2\n,合计,5")
        self.put("spend.csv", "date,campaign,amount\n2026-10-01,a,1\n2026-10-02,b,2\n2026-10-02,Subtotal,3\n"
                              "2026-10-03,c,4\n2026-10-03,小计,4\n,Grand Total,7")
        self.assertEqual(self.month("2026-10-31", "arr", "customers", "fte", "spend"),
                         ["42.00", "2", "5", "7.00"])

    def test_a_sum_without_a_name_is_a_total(self):
        self.put("spend.csv", "date,campaign,amount\n2026-10-01,a,1\n2026-10-02,b,2.01\n2026-10-31,,3")
        self.assertEqual(self.month("2026-10-31", "spend"), ["3.01"])

    def test_a_person_and_a_copy_of_one_row_are_no_totals(self):
        self.put("headcount-2026-02-01.csv", "team,hired_on,fte\nSales,2026-01-01,0.5\n,2026-01-01,0.5\n,2026-01-01,1")
        self.put("spend.csv", "date,campaign,amount\n2026-02-01,a,5\n2026-02-01,,5")
        self.assertEqual(self.month("2026-02-28", "fte", "spend"), ["2", "10.00"])

    def test_words_alone_and_a_sum_alone_count(self):
        self.put("spend.csv", "date,campaign,amount\n2026-10-01,a,1\n2026-10-02,Total,5\n2026-10-03,c,6")
        self.assertEqual(self.month("2026-10-31", "spend"), ["12.00"])

    def test_two_equal_costs_without_any_name_are_two(self):
        self.put("spend.csv", "date,amount\n2026-10-01,5\n2026-10-01,5")
        self.assertEqual(self.month("2026-10-31", "spend"), ["10.00"])

    def test_a_header_again_in_any_order_goes_on(self):
        self.put("leads.csv", "lead_id,created_at\n1,2026-10-01\nlead_id,created_at\n2,2026-10-02\n\n"
                              "created_at,lead_id\n2026-10-03,3")
        self.assertEqual(self.month("2026-10-31", "leads"), ["3"])

    def test_units_of_headers_multiply_and_other_words_do_not(self):
        for header, expected in (("amount (k)", "2500.00"), ("amount tsd", "2500.00"), ("amount (千)", "2500.00"),
                                 ("amount（万）", "25000.00"), ("amount [Mio.]", "2500000.00"),
                                 ("amount mn", "2500000.00"), ("amount (百万)", "2500000.00"),
                                 ("amount (net)", "2.50")):
            self.put("spend.csv", "date,%s\n2026-10-01,2.5" % header)
            self.assertEqual(self.month("2026-10-31", "spend"), [expected], header)

    def test_a_mended_row_stands_in_the_place_of_the_broken_one(self):
        self.put("nps-2026-01-01.csv", "response_id,responded_at,score,comment\n1,2026-01-01,9,\"a\nb\"\n2,never,8,\n"
                                       "3,2026-01-03,x,")
        self.put("nps-2026-02-01.csv", "response_id,responded_at,score,comment\n2,2026-01-04,0,")
        self.put("nps mended 2026-03-01.csv", "response_id,responded_at,score,comment,gtm_file,gtm_line\n"
                 "2,2026-01-02,10,,nps-2026-01-01.csv,4\n3,2026-01-03,10,,nps-2026-01-01.csv,5")
        self.assertEqual(self.month("2026-01-31", "nps_promoters", "nps_detractors"), ["2", "1"])


class Aside(Case):
    def scores(self, values):
        self.put("nps.csv", "response_id,responded_at,score\n" + "\n".join(
            "%d,2026-01-05,%s" % pair for pair in enumerate(values)))

    def test_twenty_answers_of_one_to_five_are_no_nps(self):
        self.scores([5, 4, 3, 1] * 5)
        self.assertEqual(self.refused("2026-01-31"), 65)
        self.scores([5, 4, 3, 1] * 4 + [5, 4, 1])
        self.assertEqual(self.month("2026-01-31", "nps_detractors"), ["19"])
        self.scores([5, 4, 3, 1] * 5 + [6])
        self.assertEqual(self.month("2026-01-31", "nps_detractors"), ["21"])

    def test_more_than_a_tenth_above_ten_is_another_scale(self):
        self.scores([9] * 17 + [80] * 3)
        self.assertEqual(self.refused("2026-01-31"), 65)
        self.scores([9] * 18 + [80] * 2)
        self.assertEqual(self.month("2026-01-31", "nps_responses"), ["18"])

    def test_more_than_a_twentieth_of_a_hundred_rows_ends_the_run(self):
        def put(bad):
            self.put("spend.csv", "date,amount\n" + "\n".join(
                "2026-01-05,%s" % ("1" if n >= bad else "") for n in range(100)))
        put(5)
        self.assertEqual(self.month("2026-01-31", "spend"), ["95.00"])
        put(6)
        self.assertEqual(self.refused("2026-01-31"), 65)

    def test_a_file_with_nothing_but_bad_rows_ends_the_run(self):
        self.put("spend.csv", "date,amount\n,1\n,2")
        self.put("leads.csv", "lead_id,created_at\n1,2026-01-01")
        self.assertEqual(self.refused("2026-01-31"), 65)

    def test_plans_alone_do_not_stop_a_report(self):
        self.put("headcount.csv", "date,fte\n,1\n,2")
        self.put("leads.csv", "lead_id,created_at\n1,2026-01-01")
        self.assertEqual(self.month("2026-01-31", "leads", "fte"), ["1", ""])


if __name__ == "__main__":
    unittest.main()
