"""Terms, load rules, rates, rosters, health, mixed metrics: rules with values to check in the head."""

import os
import unittest

from casework import Case


class Terms(Case):
    def test_ended_without_an_end_is_excluded(self):
        self.put("subscriptions.csv", """customer_id,start_date,end_date,mrr,status
            A,2026-01-01,,10,canceled
            B,2026-01-01,,10,active
            C,2026-01-01,ongoing,10,已退款
            D,2026-01-01,2026-09-01,10,Expired""")
        self.assertEqual(self.month("2026-08-31", "arr", "customers"), ["240.00", "2"])
        self.assertEqual(self.month("2026-09-30", "arr", "customers"), ["120.00", "1"])

    def test_an_excluded_row_still_replaces_and_then_counts_for_nothing(self):
        self.put("subscriptions-2026-01-01.csv", "subscription_id,customer_id,start_date,arr,status,segment\n"
                                                 "1,A,2025-01-01,10,active,Ent\n2,A,2025-02-01,5,active,SMB")
        self.put("subscriptions-2026-02-01.csv", "subscription_id,customer_id,start_date,arr,status,segment\n"
                                                 "2,A,2025-03-01,5,unpaid,SMB")
        self.assertEqual(self.members("2026-02-28", "arr", "segment"), {"Ent": "10.00"})

    def test_a_term_of_no_days_is_none_and_a_backward_one_is_rejected(self):
        self.put("subscriptions.csv", """subscription_id,customer_id,start_date,end_date,arr
            1,A,2026-01-05,2026-01-05,10
            2,B,2026-01-05,2026-01-04,10
            3,C,2026-01-05,2026-01-06,10""")
        _, moves, _ = self.compute("2026-01-31", grain="month", periods=1)
        self.assertEqual([m[1:3] for m in moves], [("C", "new"), ("C", "churn")])

    def test_a_rejected_row_replaces_nothing(self):
        self.put("subscriptions.csv", """subscription_id,customer_id,start_date,end_date,arr
            1,A,2026-01-05,2026-01-09,10
            1,A,2026-01-05,2026-01-01,99""")
        self.assertEqual(self.month("2026-01-31", "arr_new"), ["10.00"])

    def test_last_days_are_told_from_nine_in_ten_of_five_or_more(self):
        whole = ["%d,C%d,2026-01-01,2026-01-31,1" % (n, n) for n in range(9)]

        def churned(rows):
            self.put("subscriptions.csv", "subscription_id,customer_id,start_date,end_date,arr\n"
                     + "\n".join(rows))
            return self.month("2026-01-31", "customers_churned")[0]
        self.assertEqual(churned(whole + ["9,X,2026-01-01,2026-01-20,1"]), "1")
        self.assertEqual(churned(whole[:8] + ["9,X,2026-01-01,2026-01-20,1"]), "9")
        self.assertEqual(churned(whole[:4]), "0")
        self.assertEqual(churned(whole[:3] + ["9,X,2026-01-01,2026-01-20,1"]), "4")

    def test_the_newest_file_gives_all_terms_of_a_subscription(self):
        self.put("subscriptions-2026-01-01.csv", """subscription_id,customer_id,start_date,plan,arr
            1,A,2025-01-01,Pro,10
            1,A,2025-01-01,Add-on,3
            2,B,2025-01-01,Pro,7""")
        self.put("subscriptions-2026-02-01.csv", """subscription_id,customer_id,start_date,plan,arr
            1,A,2025-01-01,Pro,20
            1,A,2025-01-01,Pro,21""")
        self.assertEqual(self.month("2026-02-28", "arr"), ["28.00"])

    def test_cancellations_have_no_renewals(self):
        self.put("subscriptions.csv", "customer_id,start_date,end_date,arr\nA,2025-01-01,2026-01-15,9")
        self.assertEqual(self.month("2026-01-31", "arr_due", "arr_churn"), ["9.00", "9.00"])
        self.assertEqual(self.month("2026-01-31", "arr_due", "arr_churn",
                                    sources={"subscriptions": {"end_date": "cancellation"}}), ["", "9.00"])


class Rates(Case):
    def test_a_rate_may_be_of_several_units(self):
        self.put("fx_rates.csv", "currency,units,rate,date\nJPY,100,0.5,1970-01-01\nGBP,,2,")
        self.put("spend.csv", "date,amount,currency\n2026-10-01,10000,JPY\n2026-10-02,10,GBP")
        self.assertEqual(self.month("2026-10-31", "spend"), ["70.00"])

    def test_money_rounds_half_even_once_a_row(self):
        self.put("fx_rates.csv", "currency,rate\nEUR,0.125")
        self.put("spend.csv", "date,amount,currency\n2026-10-01,0.20,EUR\n2026-10-01,0.12,EUR\n2026-10-01,0.28,EUR")
        self.assertEqual(self.month("2026-10-31", "spend"), ["0.08"])       # 0.025, 0.015, 0.035

    def test_a_row_without_a_rate_is_rejected(self):
        self.put("spend.csv", "date,amount,currency\n2026-10-01,5,SEK\n2026-10-01,7,")
        self.assertEqual(self.month("2026-10-31", "spend"), ["7.00"])


class Costs(Case):
    def test_restated_days_are_the_newer_files(self):
        self.put("spend-2026-10-02.csv", "date,campaign,amount\n2026-10-01,Brand,100\n2026-10-02,Search,50")
        self.put("spend-2026-10-04.csv", "date,campaign,amount\n2026-10-01,Brand,90\n2026-10-02,Search,50\n"
                                         "2026-10-03,Search,7")
        self.assertEqual(self.month("2026-10-31", "spend"), ["147.00"])

    def restate(self, kept):
        """Ten campaigns of 1 on a day; the newer file has so many of them, for 2, and the next day."""
        head = "date,campaign,amount\n2026-09-30,A,1\n"
        self.put("spend 2026-10-02.csv", head + "\n".join("2026-10-01,%d,1" % n for n in range(10)))
        self.put("spend 20261004.csv", "date,campaign,amount\n2026-10-02,A,1\n" + "\n".join(
            "2026-10-01,%d,2" % n for n in range(kept)))
        return self.month("2026-10-31", "spend")[0]

    def test_nine_in_ten_keys_restate_and_fewer_add(self):
        self.assertEqual(self.restate(9), "19.00")
        self.assertEqual(self.restate(8), "27.00")

    def test_names_that_differ_in_more_than_dates_do_not_restate(self):
        self.put("spend 1 2026-10-02.csv", "date,campaign,amount\n2026-10-01,A,5\n2026-10-01,B,6")
        self.put("spend 2 2026-10-04.csv", "date,campaign,amount\n2026-10-01,A,5\n2026-10-01,B,9")
        self.assertEqual(self.month("2026-10-31", "spend"), ["20.00"])

    def test_costs_without_campaign_channel_or_vendor_overlap_by_equal_rows_only(self):
        self.put("spend-2026-10-02.csv", "date,category,amount\n2026-10-01,sales,5\n2026-10-01,sales,6")
        self.put("spend-2026-10-04.csv", "date,category,amount\n2026-10-01,sales,5\n2026-10-01,sales,9")
        self.assertEqual(self.month("2026-10-31", "spend"), ["20.00"])

    def test_newer_content_at_the_same_path_replaces_costs(self):
        self.put("spend.csv", "date,amount\n2026-10-01,5\n2026-10-02,6", "2026-10-03", "before")
        self.put("spend.csv", "date,amount\n2026-10-01,7", "2026-10-09")
        self.put("spend gone.csv", "date,amount\n2026-10-01,1", "2026-10-03", "before")
        self.put("leads.csv", "lead_id,created_at\n1,2026-10-01\n2,2026-10-02", "2026-10-03", "before")
        self.put("leads.csv", "lead_id,created_at\n1,2026-09-01\n3,2026-10-03", "2026-10-09")
        self.assertEqual(self.month("2026-10-31", "spend", "leads"), ["8.00", "2"])

    def test_content_is_replaced_under_any_name_and_stays_where_one_of_its_paths_is_only_removed(self):
        old, new = "date,amount\n2026-10-01,5", "date,amount\n2026-10-01,7"
        self.put("spend.csv", old, "2026-10-03", "before")
        self.put("spend copy.csv", "date,amount\n2026-10-02,6", "2026-10-03", "before")
        self.put("spend.csv", new, "2026-10-09")
        self.put("spend copy.csv", new, "2026-10-10")
        self.assertEqual(self.month("2026-10-31", "spend"), ["7.00"])
        self.put("spend copy.csv", old, "2026-10-03", "before")
        self.assertEqual(self.month("2026-10-31", "spend"), ["7.00"])
        os.remove(os.path.join(self.folder.name, "inbox", "spend copy.csv"))
        self.assertEqual(self.month("2026-10-31", "spend"), ["12.00"])

    def test_what_was_read_without_a_report_counts_no_more_once_it_is_gone(self):
        self.put("spend.csv", "date,amount\n2026-10-01,5", "2026-10-03", "before")
        self.put("leads.csv", "lead_id,created_at\n1,2026-10-01", "2026-10-09")
        self.assertEqual(self.month("2026-10-31", "spend", "leads"), ["5.00", "1"])
        self.put("nps.csv", "response_id,responded_at,score\n1,2026-10-01,11", "2026-10-03", "before")
        self.assertEqual(self.month("2026-10-31", "spend", "leads"), ["", "1"])


class Rosters(Case):
    def test_people_are_counted_on_first_days(self):
        self.put("headcount-2026-03-15.csv", """team,hired_on,left_on,fte
            Sales,2026-01-01,2026-03-01,
            Sales,2026-01-02,,0.5
            Support,2026-02-10,2026-02-20,1
            Support,2026-03-01,never,1""")
        for as_of, expected in (("2026-01-31", "1"), ("2026-02-28", "1.5"), ("2026-03-31", "2.5"),
                                ("2026-04-30", "2.5")):
            self.assertEqual(self.month(as_of, "fte"), [expected], as_of)

    def test_the_newest_roster_is_the_whole_truth(self):
        self.put("headcount-2026-01-31.csv", "team,hired_on,left_on\nSales,2025-01-01,\nOps,2025-01-01,")
        self.put("headcount-2026-02-28.csv", "team,hired_on,left_on\nSales,2025-01-01,2026-01-15")
        self.assertEqual(self.month("2026-01-31", "fte"), ["1"])
        self.assertEqual(self.month("2026-02-28", "fte"), ["0"])

    def test_without_a_date_in_its_name_it_ends_with_its_newest_date(self):
        self.put("headcount.csv", "team,hired_on,region\nSales,2026-01-01,North\nSales,2026-03-20,South")
        self.assertEqual(self.members("2026-03-31", "fte", "region"), {"North": "1"})
        self.assertEqual(self.month("2026-06-01", "fte"), ["1"])
        self.assertEqual(self.month("2026-06-02", "fte"), [""], "93 days old")


class Health(Case):
    def put_terms(self):
        self.put("subscriptions.csv", "customer_id,start_date,end_date,arr\nA,2025-01-01,,100\nB,2025-01-01,,50")

    def test_only_customers_of_whom_use_or_voice_is_known_are_scored(self):
        self.put_terms()
        self.put("nps.csv", "response_id,responded_at,score,customer_id\n1,2026-01-05,5,A")
        self.assertEqual(self.month("2026-01-31", "arr_scored", "health_score"), ["100.00", "75"])

    def test_health_needs_a_source_of_use_or_voice(self):
        self.put_terms()
        self.assertEqual(self.month("2026-01-31", "arr_scored", "health_score"), ["", ""])
        self.put("usage.csv", "customer_id,date,active_users,seats\nB,2026-02-10,1,2")
        self.assertEqual(self.month("2026-01-31", "arr_scored"), [""])
        self.assertEqual(self.month("2026-02-28", "arr_scored", "arr_watch"), ["50.00", "0.00"])


class Mixed(Case):
    def test_none_is_undefined_where_only_one_side_can_be_given_the_dimension(self):
        self.put("subscriptions.csv", "customer_id,start_date,arr,region\nA,2026-01-05,100,\nB,2026-01-05,60,North")
        self.put("spend.csv", "date,amount\n2026-01-05,40")
        self.assertEqual(self.members("2026-01-31", "spend", "region"), {"(none)": "40.00"})
        self.assertEqual(self.members("2026-01-31", "cac", "region"), {})
        self.assertEqual(self.month("2026-01-31", "cac"), ["20.00"])

    def test_none_is_defined_where_neither_or_both_can(self):
        self.put("subscriptions.csv", "customer_id,start_date,arr\nA,2026-01-05,100")
        self.put("spend.csv", "date,amount\n2026-01-05,40")
        self.assertEqual(self.members("2026-01-31", "cac", "region"), {"(none)": "40.00"})


if __name__ == "__main__":
    unittest.main()
