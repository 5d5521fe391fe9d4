import Facts

@testable import Intake

extension TemporaryInbox {
    /// A file read alone, in the reporting currency USD with rates for EUR (2), GBP (3) and CNY (0.5).
    static func result(
        _ text: String, name: String = "export.csv", _ change: (inout IntakeSettings) -> Void = { _ in }
    ) throws -> IntakeResult {
        let inbox = TemporaryInbox(["fx_rates.csv": "currency,rate\nEUR,2\nGBP,3\nCNY,0.5\n"])
        inbox.write(name, text)
        return try inbox.intake(change)
    }

    /// Writes bytes as UTF-16 with a byte order mark, little end first.
    func writeUTF16(_ name: String, _ text: String) {
        let units = [0xFEFF] + Array(text.utf16)
        write(name, units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
}

extension IntakeResult {
    /// The one file that is no rates.
    var export: FileReport { files.first { $0.source != .exchangeRates }! }

    /// Surveys in words: `responded score customer comment`, in order.
    var surveys: [String] {
        guard let surveys = facts.surveys else { return [] }
        return (0..<surveys.count).map { row in
            let day = surveys.responded[row].isFinite ? surveys.responded[row].description : "-"
            let customer = surveys.customers.map { facts.customerIDs[$0[row]] } ?? "·"
            return "\(day) \(surveys.scores[row]) \(customer.isEmpty ? "-" : customer) \(surveys.comments[row])"
        }
    }

    /// Leads as ``leads`` has them, with the day they were lost.
    var leadsWithLosses: [String] {
        guard let leads = facts.leads ?? facts.deals?.rows else { return [] }
        let lost = leads.lost.map { column in column.map { $0.isMissing ? "-" : $0.day(in: facts.zone).description } }
        return (0..<leads.count).map { row in
            let won =
                leads.reached.last.flatMap { $0 }.map { $0[row].isMissing ? "-" : $0[row].day(in: facts.zone).description }
                ?? "·"
            let amount = leads.amounts.map { $0[row] == Leads.noAmount ? "-" : String($0[row]) } ?? "·"
            let created = leads.reached[0]![row].day(in: facts.zone)
            return "\(leads.ids[row]) \(created) won \(won) lost \(lost?[row] ?? "·") \(amount)"
        }.sorted()
    }

    /// Customers in words: `id name`.
    var customers: [String] {
        guard let customers = facts.customers else { return [] }
        return (0..<customers.customers.count).map { "\(facts.customerIDs[customers.customers[$0]]) \(customers.names[$0])" }
    }
}
