import Facts
import Testing

@testable import Intake

/// Exports of billing systems, in the header layouts that they document.
@Suite struct VendorBillingTests {
    @Test func `Stripe's subscriptions are terms from their start to the end of what was paid`() throws {
        let result = try TemporaryInbox.result(
            """
            id,Customer ID,Customer Description,Customer Email,Customer Name,Plan,Product,Quantity,Currency,Interval,Amount,Status,Created (UTC),Start (UTC),Current Period Start (UTC),Current Period End (UTC),Trial Start (UTC),Trial End (UTC),Application Fee Percent,Coupon,Tax Percent,Canceled At (UTC),Ended At (UTC)
            sub_1,cus_A,,a@a.example,A,price_1,prod_1,1,usd,month,49.00,active,2026-01-03 10:00,2026-01-03 10:00,2026-11-03 10:00,2026-12-03 10:00,,,,,,,
            sub_2,cus_B,,b@b.example,B,price_2,prod_1,1,eur,year,"1,200.00",canceled,2025-03-01 10:00,2025-03-01 10:00,2025-03-01 10:00,2026-03-01 10:00,,,,,,2026-02-10 08:00,2026-03-01 10:00
            sub_3,cus_C,,c@c.example,C,price_1,prod_1,1,usd,month,49.00,active,2026-05-10 10:00,2026-05-10 10:00,2026-11-10 10:00,2026-12-10 10:00,,,,,,2026-11-12 09:00,
            sub_4,cus_D,,d@d.example,D,price_1,prod_1,1,usd,month,49.00,trialing,2026-11-01 10:00,2026-11-01 10:00,2026-11-01 10:00,2026-11-15 10:00,,,,,,,
            sub_5,cus_E,,e@e.example,E,price_1,prod_1,1,usd,month,49.00,incomplete_expired,2026-10-01 10:00,2026-10-01 10:00,2026-10-01 10:00,2026-11-01 10:00,,,,,,,

            """, name: "subscriptions (3).csv")
        #expect(
            result.terms == [
                "sub_1 cus_A 2026-01-03 … 58800", "sub_2 cus_B 2025-03-01 2026-03-01 240000",
                "sub_3 cus_C 2026-05-10 2026-12-10 58800",
            ])
        #expect(result.export.excluded == 2)
        #expect(result.endDates == .cancellation && result.codes.contains("assumed-cancellation"))
    }

    @Test func `Stripe's customers are customers, and its payments are nothing the program knows`() throws {
        let customers = try TemporaryInbox.result(
            """
            id,Description,Email,Name,Created (UTC),Delinquent,Card ID,Card Last4,Currency,Plan,Status,Total Spend,Payment Count
            cus_A,Acme,a@a.example,Acme Inc.,2026-01-03 10:00,false,card_1,4242,usd,price_1,active,490.00,10

            """)
        #expect(customers.export.source == .customers && customers.customers == ["cus_A Acme Inc."])
        let payments = try TemporaryInbox.result(
            """
            id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Description,Fee,Seller Message,Status,Taxes On Fee,Customer ID,Customer Email
            ch_1,2026-01-03 10:00,49.00,0.00,usd,true,49.00,Subscription update,1.72,Payment complete.,Paid,0.00,cus_A,a@a.example

            """)
        #expect(payments.export.source == nil)
        #expect(payments.codes == ["unrecognised-file"])
    }

    @Test func `Chargebee's subscriptions have their names with a prefix, and their period in two columns`() throws {
        let result = try TemporaryInbox.result(
            """
            subscriptions.id,subscriptions.plan_id,subscriptions.plan_quantity,subscriptions.plan_unit_price,subscriptions.currency_code,subscriptions.billing_period,subscriptions.billing_period_unit,subscriptions.status,subscriptions.start_date,subscriptions.trial_start,subscriptions.trial_end,subscriptions.current_term_start,subscriptions.current_term_end,subscriptions.remaining_billing_cycles,subscriptions.created_at,subscriptions.started_at,subscriptions.activated_at,subscriptions.cancelled_at,customers.id,customers.first_name,customers.email
            S1,pro-monthly,5,10.00,USD,1,month,Active,,,,2026-11-01 00:00:00,2026-12-01 00:00:00,,2025-02-01 00:00:00,2025-02-01 00:00:00,2025-02-01 00:00:00,,C1,Ann,a@a.example
            S2,pro-yearly,1,600.00,EUR,1,year,Cancelled,,,,2025-06-01 00:00:00,2026-06-01 00:00:00,,2024-06-01 00:00:00,2024-06-01 00:00:00,,2026-04-15 10:00:00,C2,Ben,b@b.example
            S3,pro-quarterly,2,30.00,USD,3,month,Non Renewing,,,,2026-10-01 00:00:00,2027-01-01 00:00:00,,2026-01-01 00:00:00,2026-01-01 00:00:00,,2027-01-01 00:00:00,C3,Cyd,c@c.example
            S4,pro-monthly,1,10.00,USD,1,month,In Trial,,2026-11-10 00:00:00,2026-11-24 00:00:00,,,,2026-11-10 00:00:00,2026-11-10 00:00:00,,,C4,Dan,d@d.example

            """, name: "Subscriptions.csv")
        #expect(
            result.terms == [
                "S1 C1 2025-02-01 … 60000", "S2 C2 2024-06-01 2026-04-15 120000", "S3 C3 2026-01-01 2027-01-01 24000",
            ])
        #expect(result.export.excluded == 1)
    }

    @Test func `Chargebee's list in the application has names for people`() throws {
        let result = try TemporaryInbox.result(
            """
            Subscription Id,Customer Id,Customer Email,Plan,Plan Quantity,Status,Currency,MRR,Started At,Current Term End,Cancelled At
            S1,C1,a@a.example,Pro,5,Active,USD,50.00,01-Feb-2025 09:00,01-Dec-2026 09:00,
            S2,C2,b@b.example,Pro,5,Cancelled,USD,0.00,01-Feb-2025 09:00,01-Mar-2026 09:00,01-Mar-2026 09:00

            """)
        #expect(result.terms == ["S1 C1 2025-02-01 … 60000", "S2 C2 2025-02-01 2026-03-01 0"])
    }

    @Test func `Recurly's subscriptions are of the length of their current period`() throws {
        let result = try TemporaryInbox.result(
            """
            uuid,account_code,email,plan_code,state,auto_renew,currency,quantity,unit_amount,add_on_amount,total_recurring_amount,current_period_started_at,current_period_ends_at,trial_started_at,trial_ends_at,total_billing_cycles,remaining_billing_cycles,activated_at,modified_at,canceled_at,expires_at,maintenance_url,net_terms,po_number,collection_method,plan_name,started_with_gift,no_billing_info_reason,converted_at,paused_at,remaining_pause_cycles,current_term_started_at,current_term_ends_at,renewal_billing_cycles,shipping_amount_in_cents,shipping_method_code,pricing_model
            u1,A1,a@a.example,basic,active,TRUE,USD,1,99,15,114,2026-11-04 00:46:59 PST,2026-12-04 00:46:59 PST,,,1,0,2025-03-24 17:18:46 PDT,2026-11-04 00:46:59 PST,,,app.recurly.com/a,,,automatic,Basic,FALSE,,,,,,,1,0,,fixed
            u2,A2,b@b.example,gold,canceled,FALSE,EUR,2,500,0,1000,2026-03-01 00:00:00 UTC,2027-03-01 00:00:00 UTC,,,1,0,2024-03-01 00:00:00 UTC,2026-08-01 00:00:00 UTC,2026-08-01 00:00:00 UTC,2027-03-01 00:00:00 UTC,app.recurly.com/b,,,manual,Gold,FALSE,,,,,,,1,500,,fixed

            """, name: "subscriptions_2026-11-15.csv")
        #expect(result.terms == ["u1 A1 2025-03-25 … 136800", "u2 A2 2024-03-01 2027-03-01 200000"])
        #expect(result.export.rejected == 0)
    }

    @Test func `amounts in cents are read as such, in the minor unit of the row's currency`() throws {
        let result = try TemporaryInbox.result(
            """
            subscription_id,customer_id,start_date,mrr_in_cents,currency
            S1,C1,2026-01-01,4900,USD
            S2,C2,2026-01-01,150,GBP

            """)
        #expect(result.terms == ["S1 C1 2026-01-01 … 58800", "S2 C2 2026-01-01 … 5400"])
        let yen = try TemporaryInbox.result(
            "subscription_id,customer_id,start_date,MRR (cents),currency\nS1,C1,2026-01-01,4900,JPY\n"
        ) { $0.currency = Currency("JPY") }
        #expect(yen.terms == ["S1 C1 2026-01-01 … 58800"])
    }
}
