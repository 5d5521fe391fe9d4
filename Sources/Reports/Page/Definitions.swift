import Facts
import Languages
import Metrics

/// Where figures lead: from the name of a metric or measure to its definition.
extension Page {
    /// A name as a link to its definition; the name alone where the page does not define it.
    ///
    /// - Parameter withFormula: Whether it says the formula on hover: where one stops to read, not in what is looked up.
    func link(_ subject: String, _ name: Markup, withFormula: Bool = true) -> Markup {
        guard defined.contains(subject) else { return name }
        let formula = withFormula ? Markup(Shortening.short(formula(subject), Shortening.hover)).html : ""
        let hover = formula.isEmpty ? "" : " title=\"\(formula)\""
        return Markup(trusted: "<a href=\"#\(Page.place(of: subject).html)\"\(hover)>\(name.html)</a>")
    }

    /// A metric's formula in words; empty where there is none.
    func formula(_ subject: String) -> String {
        guard let metric = report.catalogue[subject] else { return "" }
        return report.catalogue.words(metric.expression, Language(locale: report.locale))
    }

    /// The id of a definition's row.
    static func place(of subject: String) -> Markup { Markup("d-" + subject) }
}

extension Report {
    /// The tables that say what metrics and measures mean.
    static let definitions: Set<String> = ["definitions", "measures"]

    /// The metrics and measures whose definitions are in the report.
    var defined: Set<String> {
        var subjects: Set<String> = []
        for section in sections {
            for case .table(let table) in section.blocks where Report.definitions.contains(table.id) {
                subjects.formUnion(table.rows.map(\.subject))
            }
        }
        return subjects.subtracting([""])
    }
}

extension Value {
    /// The metric or measure that it is of; empty where it is of none.
    var subject: String {
        switch origin {
        case .metric(let id, _, _, _): id
        case .measure(let leaf, _, _): leaf.measure
        case .fixed, .change, .quotient: ""
        }
    }
}
