import Facts
import RollUps

/// A company made by hand for tests, in whole units of a currency with two minor digits.
struct Company {
    var facts = FactSet(currency: Currency("USD"), zone: .utc, dimensions: ["segment"])
    var settings: RollUpSettings

    init(asOf: String) { settings = RollUpSettings(asOf: Day(asOf)!) }

    /// Adds a term of a customer.
    mutating func term(_ customer: String, _ arr: Int64, _ start: String, _ end: String? = nil, id: String = "") {
        var terms = facts.terms ?? Terms(origin: .subscriptions, dimensions: facts.dimensions.count)
        terms.ids.append(id)
        terms.customers.append(facts.customerIDs.code(customer))
        terms.starts.append(Day(start)!)
        terms.ends.append(end.map { Day($0)! } ?? .distantFuture)
        terms.arr.append(arr * 100)
        facts.terms = terms
    }

    /// A measure's value over the days from `start` to `end`, in plain digits; `n/a` where undefined.
    func value(_ measure: String, _ start: String, _ end: String, _ slice: Slice = .total) -> String {
        let frame = Frame(start: Day(start)!, end: Day(end)!, stock: Day(end)!)
        return LocalRollUp(facts, settings: settings).value(measure, frame, slice)?.significant() ?? "n/a"
    }
}
