import Facts
import Testing

@testable import Engines

/// What deals are joined by, as the engine compares it. That SQL finds the same is `make test-engines`.
@Suite struct DealKeysTests {
    private func company(_ text: String) -> String { DealKeys.company(text) }

    @Test func `ids that are compared as one have one coarse form, whatever exports did to them`() {
        for (a, b) in [
            ("L-0012", "l0012"), ("0012", "12"), ("12.0", "12"), ("mailto:Ann@Acme.example", "ann@acme.example"),
            ("0015g00000ABCDEFGH", "0015g00000ABCDE"),
            ("6F9619FF-8B86-D011-B42D-00C04FC964FF", "6f9619ff8b86d011b42d00c04fc964ff"),
        ] {
            #expect(DealKeys.id(a) == DealKeys.id(b), "\(a)")
        }
        #expect(DealKeys.id("L-12") != DealKeys.id("L-13"))
        #expect(DealKeys.id("商机-000") == "")
    }

    @Test func `names of companies are compared by letters that have one form`() {
        #expect(company("müller & söhne (köln) gmbh") == "mllershnekln" + "gmbh")
        #expect(company("株式会社アオイ 2") == "株式会社アオイ2")
        #expect(company("ооо ромашка") == "")
    }

    @Test func `a table has each key once, in the order of their bytes, and no text that is none`() {
        let keys = DealKeys(
            leads: ["L-1", "l1", ""], deals: ["D-2"], customers: ["C 3"], companies: ["acme"],
            hosts: ["acme.example", "bücher.example"])
        #expect(keys.table == "cacme\ndd2\nhacme.example\nll1\nuc3\n")
        #expect(DealKeys(leads: [""], deals: [], customers: [], companies: [], hosts: []).isEmpty)
    }

    @Test func `rows are asked for what deals have and files have a column for`() {
        func plan(company: Int?) -> LeadPlan {
            let places = LeadPlan.Places(
                id: 0, stages: [1], responded: nil, lost: nil, amount: nil, currency: nil, customer: nil, owner: nil,
                deals: nil,
                company: company, email: nil, dimensions: [])
            var plan = LeadPlan(
                files: [LeadPlan.File(path: "/in/leads.csv", delimiter: ",", columns: 4, places: places, irregular: [])],
                stages: ["lead"], dimensions: 0, zone: .utc, minorDigits: 2, asOf: [Day(20_000)], inTime: 1, recentDays: 91,
                bands: [1])
            plan.keys = (
                DealKeys(leads: [], deals: ["D-2"], customers: ["C 3"], companies: ["acme"], hosts: []), "/work/keys.csv"
            )
            return plan
        }
        #expect(plan(company: nil).joins.isEmpty)
        let script = LeadQuery(plan(company: 2), SparkDialect()).script(into: "/work")
        #expect(script.contains("LEFT JOIN keys AS ck") && !script.contains("LEFT JOIN keys AS uk"))
        #expect(script.contains("'path' '/work/keys.csv'"))
    }
}
