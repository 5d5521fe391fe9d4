/// What all cells of a table's column may look like. The table has a class for each such column, `t3` for a third one of text, so that
/// no cell repeats it.
enum ColumnStyle: String, CaseIterable {
    /// Text: left, on one line.
    case t
    /// Long text: left, on several lines.
    case wide
    /// Not printed.
    case screen

    /// The columns that the style sheet has such classes for, the first one being 1, which has rules of its own; the cells of later ones
    /// have the class themselves.
    static let places = 2...16

    /// The table's class for a column whose cells look like `style`.
    static func name(_ style: String, _ place: Int) -> String { style.prefix(1) + String(place) }

    /// The rules of the style sheet.
    static let sheet = allCases.map { style in
        let cells = places.map { ".\(name(style.rawValue, $0))>*>*>:nth-child(\($0))" }.joined(separator: ",")
        let rule = ":is(td,th):where(\(cells)) { \(style.rule) }"
        return style == .screen ? "@media print { \(rule) }" : rule
    }.joined(separator: "\n")

    private var rule: String {
        switch self {
        case .t: "text-align: left; padding-left: .25rem;"
        case .wide: "text-align: left; padding-left: .25rem; min-width: 11rem; max-width: 34rem; white-space: pre-line;"
        case .screen: "display: none;"
        }
    }
}
