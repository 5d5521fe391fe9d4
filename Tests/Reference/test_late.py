"""What is late: undefined, not 0; and when nothing is published."""

import unittest

from casework import Case


class Late(Case):
    def setUp(self):
        super().setUp()
        self.put("subscriptions.csv", "customer_id,start_date,end_date,arr\nA,2026-08-10,,10\nB,2026-10-05,,20")

    def put_spend(self, *months, name="spend.csv"):
        self.put(name, "date,amount\n" + "\n".join("%s,31" % m for m in months))

    def test_costs_that_have_not_come_are_undefined(self):
        self.put_spend("2026-07", "2026-08", "2026-09")
        self.assertEqual(self.month("2026-09-30", "spend"), ["31.00"])
        self.put("leads.csv", "lead_id,created_at\n1,2026-10-01")
        self.assertEqual(self.month("2026-10-31", "spend", "cac", "cac_trailing", "customers_new"),
                         ["", "", "", "1"])
        self.assertEqual(self.month("2026-11-30", "spend", "magic_number"), ["", ""])

    def test_three_periods_with_rows_make_late(self):
        self.put_spend("2026-07", "2026-09")
        self.assertEqual(self.month("2026-10-31", "spend"), ["0.00"])

    def test_a_name_of_the_period_or_a_row_that_reaches_it_is_in_time(self):
        self.put_spend("2026-07", "2026-08", "2026-09", name="spend-2026-10-01.csv")
        self.assertEqual(self.month("2026-10-31", "spend"), ["0.00"])
        self.put("spend-2026-10-01.csv", "date,end_date,amount\n2026-07-01,,1\n2026-08-01,,1\n"
                                         "2026-09-30,2026-10-01,8")
        self.put("leads.csv", "lead_id,created_at\n1,2026-10-01")
        self.assertEqual(self.month("2026-10-31", "spend"), ["4.00"])

    def test_nothing_is_published_where_all_sources_of_events_are_late(self):
        self.put_spend("2026-07", "2026-08", "2026-09")
        # A term begins in October, none in November.
        self.assertEqual(self.month("2026-10-31", "spend", "arr_new"), ["", "20.00"])
        self.assertEqual(self.refused("2026-11-30"), 66)

    def test_terms_alone_are_published(self):
        self.assertEqual(self.month("2027-10-31", "arr"), ["30.00"])

    def test_use_that_is_late_is_no_part_of_health(self):
        self.put("usage.csv", "customer_id,date,active_users,seats\n" + "\n".join(
            "A,2026-%02d-28,1,10" % m for m in (7, 8, 9)))
        self.put("nps.csv", "response_id,responded_at,score,customer_id\n1,2026-10-05,8,A")
        self.assertEqual(self.month("2026-10-05", "customers_active", "seats", "health_score", "active_rate"),
                         ["", "", "80", ""])
        self.assertEqual(self.month("2026-09-30", "customers_active", "seats"), ["1", "10"])

    def test_deals_that_are_late_make_late_what_both_feed(self):
        self.put("leads.csv", "lead_id,created_at\n1,2026-10-01")
        self.put("opportunities.csv", "opportunity_id,created_at,won_at,lost_at\n1,2026-07-01,,\n2,2026-08-01,,\n"
                                      "3,2026-09-01,,")
        self.assertEqual(self.month("2026-10-31", "leads", "cohort_leads", "won", "cohort_won", "mqls",
                                    "open_opportunities"), ["1", "1", "", "", "", ""])

    def test_a_stamp_of_the_period_is_in_time(self):
        self.put("leads.csv", "lead_id,created_at,won_at\n1,2026-07-01,\n2,2026-08-01,\n3,2026-09-01,2026-10-02")
        self.assertEqual(self.month("2026-10-31", "leads", "won"), ["0", "1"])


if __name__ == "__main__":
    unittest.main()
