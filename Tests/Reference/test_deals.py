"""Deals beside leads: how they join, what a lead takes from them, what counts on its own."""

import unittest

from casework import Case

LEADS = "lead_id,created_at,customer_id,company,channel\n"


class Joining(Case):
    def joined(self, columns, *deals):
        """How many deals are on their own, of deals won on 5 March."""
        self.put("opportunities.csv", "opportunity_id,created_at,won_at,%s\n" % columns + "\n".join(
            "D%d,2026-03-02,2026-03-05,%s" % pair for pair in enumerate(deals)))
        leads, mine, won = self.month("2026-03-31", "cohort_leads", "cohort_won", "won")
        self.assertEqual(leads, "4")
        return int(won) - int(mine)

    def setUp(self):
        super().setUp()
        self.put("leads.csv", LEADS + "1,2026-03-01,c1,Oak GmbH,a\n2,2026-03-01,c1,Elm,b\n"
                                      "3,2026-03-04,,Yew Ltd,b\n4,2026-03-03,c4,,a")

    def test_by_lead_id_one_of_several(self):
        self.assertEqual(self.joined("lead_id", "1", "9; 2", "9"), 1)

    def test_by_customer(self):
        self.assertEqual(self.joined("customer_id", "c4", "c9", ""), 2)

    def test_by_company_in_any_spelling_when_the_lead_is_not_younger(self):
        self.assertEqual(self.joined("company", "OAK  gmbh", "Yew Ltd", ""), 2)

    def test_ways_are_tried_in_turn(self):
        self.assertEqual(self.joined("lead_id,customer_id,company", "9,c9,elm", "3,c1,Elm"), 0)
        values, _, _ = self.compute("2026-03-31", grain="month", periods=1, dimensions=["channel"])
        self.assertEqual(values["cohort_won", "2026-03", "channel", "b"], "2")

    def test_the_earliest_created_of_several_takes_it(self):
        self.put("leads.csv", LEADS + "1,2026-03-02,c,,a\n2,2026-03-01,c,,b\n3,2026-03-01T00:00:01,c,,a\n4,2026-03-04,,,a")
        self.assertEqual(self.joined("customer_id", "c"), 0)
        self.assertEqual(self.members("2026-03-31", "won", "channel"), {"b": "1"})

    def test_by_a_deal_id_on_the_lead(self):
        self.put("leads.csv", "lead_id,created_at,opportunity_id\n1,2026-03-01,D0\n2,2026-03-01,\n"
                              "3,2026-03-01,\n4,2026-03-01,")
        self.assertEqual(self.joined("lead_id", "", ""), 1)

    def test_by_the_domain_of_one_company(self):
        self.put("leads.csv", "lead_id,created_at,email,company\n1,2026-03-01,a@oak.example,Oak\n"
                              "2,2026-03-01,b@elm.example,Elm\n3,2026-03-01,c@elm.example,Elm Two\n"
                              "4,2026-03-01,d@gmail.com,")
        self.assertEqual(self.joined("email", "x@OAK.example", "y@elm.example", "z@gmail.com"), 2)


class Taking(Case):
    def test_a_lead_takes_creation_win_and_amounts(self):
        self.put("leads.csv", "lead_id,created_at\n1,2026-01-10")
        self.put("opportunities.csv", """opportunity_id,created_at,won_at,lost_at,amount,lead_id
            A,2026-01-15,2026-02-20,,100,1
            B,2026-01-12,2026-02-10,,30,1
            C,2026-01-20,,2026-02-01,900,1""")
        self.assertEqual(self.month("2026-01-31", "opportunities", "cohort_won", "open_opportunities"),
                         ["1", "0", "1"])
        self.assertEqual(self.month("2026-02-28", "won", "lost", "won_amount", "cycle_days"),
                         ["1", "0", "130.00", "31"])

    def test_lost_at_the_last_loss_when_all_are(self):
        self.put("leads.csv", "lead_id,created_at\n1,2026-01-10")
        self.put("opportunities.csv", """opportunity_id,created_at,won_at,lost_at,lead_id
            A,2026-01-15,,2026-01-20,1
            B,2026-01-12,,2026-02-03,1""")
        self.assertEqual(self.month("2026-01-31", "lost", "open_opportunities"), ["0", "1"])
        self.assertEqual(self.month("2026-02-28", "lost", "open_opportunities"), ["1", "0"])

    def test_own_cells_go_first(self):
        self.put("leads.csv", "lead_id,created_at,opportunity_at,won_at,amount\n1,2026-01-01,2026-01-03,2026-01-09,7")
        self.put("opportunities.csv", "opportunity_id,created_at,won_at,amount,lead_id\nA,2026-01-02,2026-01-08,100,1")
        self.assertEqual(self.month("2026-01-31", "won_amount", "cycle_days"), ["7.00", "8"])
        self.assertEqual(self.month("2026-01-02", "open_opportunities"), ["1"], "its own has not come")

    def test_a_closed_deal_ends_as_its_stage_says(self):
        stages = ["Closed Won", "6 - Closed Won", "Won: upsell", "Closed Won (100%)", "赢单", "Gagné",
                  "Closed Lost", "Lost: price", "失注", "Negotiation"]
        self.put("opportunities.csv", "opportunity_id,created_at,stage,closed_at\n" + "\n".join(
            "%d,2026-01-02,%s,2026-01-09" % pair for pair in enumerate(stages)))
        self.assertEqual(self.month("2026-01-31", "won", "lost", "open_opportunities"), ["6", "3", "1"])


class Alone(Case):
    def test_a_deal_without_a_lead_counts_in_its_period_and_in_no_cohort(self):
        self.put("leads.csv", "lead_id,created_at,channel\n1,2026-01-01,web")
        self.put("opportunities.csv", """opportunity_id,created_at,won_at,lost_at,amount,channel
            A,2026-01-05,2026-01-08,,50,fair
            B,2026-01-05,,,50,fair
            C,2026-01-05,,2026-01-06,50,""")
        self.assertEqual(self.month("2026-01-31", "leads", "opportunities", "won", "lost", "won_amount",
                                    "open_opportunities", "cycle_days", "cohort_opportunities", "cohort_won"),
                         ["1", "3", "1", "1", "50.00", "1", "3", "0", "0"])
        self.assertEqual(self.members("2026-01-31", "opportunities", "channel"), {"fair": "2", "(none)": "1"})

    def test_where_no_lead_was_created_deals_are_the_leads(self):
        self.put("leads.csv", "lead_id,created_at\n1,2026-03-01")
        self.put("opportunities.csv", "opportunity_id,created_at,won_at\nA,2026-01-05,2026-01-08\nB,2026-01-05,")
        self.assertEqual(self.month("2026-01-31", "leads", "opportunities", "cohort_leads", "cohort_won", "mqls",
                                    "lead_to_won", "leads_answered", "lost"),
                         ["2", "2", "2", "1", "", "0.5", "", ""])
        self.assertEqual(self.month("2026-03-31", "leads", "opportunities"), ["1", "0"])

    def test_contacts_and_deals_of_one_crm(self):
        self.put("leads.csv", "lead_id,created_at,opportunity_at,won_at\n" + "\n".join(
            "%d,2026-01-0%d,2026-01-1%d,%s" % (n, n, n, "2026-01-20" if n < 4 else "") for n in range(1, 7)))
        self.put("opportunities.csv", "opportunity_id,created_at,stage,closed_at,amount,lead_id\n" + "\n".join(
            "9%d,2026-01-1%d,%s,2026-01-20,10,%d" % (n, n, "Closed Won" if n < 4 else "Demo", n)
            for n in range(1, 7)))
        self.assertEqual(self.month("2026-01-31", "leads", "opportunities", "won", "won_amount",
                                    "open_opportunities"), ["6", "6", "3", "30.00", "3"])

    def test_leads_of_events_take_deals_too(self):
        self.put("lead_events.csv", "lead_id,stage,at\n1,lead,2026-01-01\n1,mql,2026-01-02")
        self.put("opportunities.csv", "opportunity_id,created_at,won_at,lead_id\nA,2026-01-05,2026-01-08,1")
        self.assertEqual(self.month("2026-01-31", "cohort_sqls", "cohort_won", "cycle_days"), ["1", "1", "7"])


if __name__ == "__main__":
    unittest.main()
