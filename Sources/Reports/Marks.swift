import Facts
import Languages
import Metrics

/// The marks beside numbers and statuses, the same in page and workbook.
///
/// An arrow says which way something went and nothing else; a colour and a word say whether that is better or worse. A shape and a
/// word say how something stands against its target. Nothing rests on colour alone.
struct Marks: Sendable {
    /// The words for a change that is good or bad news.
    let better, worse: String
    private let language: Language

    /// A mark and what it means.
    struct Entry: Sendable {
        /// The mark; empty for a word that is told by its colour.
        var mark: String
        /// What it means.
        var meaning: String
        /// What it looks like.
        var look: Look
    }

    /// How an entry of the legend is coloured.
    enum Look: Sendable { case plain, good, watch, bad }

    /// The marks of a locale.
    init(locale: String) {
        language = Language(locale: locale)
        (better, worse) = (MarkPhrase.better.text(language), MarkPhrase.worse.text(language))
    }

    /// What each mark means, in the order of a legend.
    var legend: [Entry] {
        [
            Entry(mark: Marks.up, meaning: MarkPhrase.up.text(language), look: .plain),
            Entry(mark: Marks.down, meaning: MarkPhrase.down.text(language), look: .plain),
            Entry(mark: "", meaning: better, look: .good), Entry(mark: "", meaning: worse, look: .bad),
            Entry(mark: Status.good.symbol, meaning: Phrase.onTrack.text(language), look: .good),
            Entry(mark: Status.watch.symbol, meaning: Phrase.watch.text(language), look: .watch),
            Entry(mark: Status.bad.symbol, meaning: Phrase.offTrack.text(language), look: .bad),
        ]
    }

    /// The legend as a line of text.
    var line: String {
        legend.map { $0.mark.isEmpty ? $0.meaning : "\($0.mark) \($0.meaning)" }.joined(separator: " · ")
    }

    /// The word for good (true) or bad (false) news; empty for neither.
    func word(_ isFavourable: Bool?) -> String {
        switch isFavourable {
        case true: better
        case false: worse
        default: ""
        }
    }

    static let up = "▲"
    static let down = "▼"

    /// The arrow of a change; empty where it is undefined, or shown as 0.
    static func arrow(_ number: Number?, _ format: Format, currency: Currency) -> String {
        guard let number, abs(format.shownIn(number)) >= format.smallestShown(currency: currency) else { return "" }
        return number.signum > 0 ? up : down
    }
}

extension Format {
    /// A value as the workbook's cell holds it.
    fileprivate func shownIn(_ number: Number) -> Double { (number * Number(workbookFactor)).double }
}

extension Status {
    /// What styles call it, in page and mail: `on`, `watch`, `off`, `none`.
    var style: String {
        switch self {
        case .good: "on"
        case .watch: "watch"
        case .bad: "off"
        case .none: "none"
        }
    }

    /// ● on track, ◐ watch, ◆ off track; empty where there is no status.
    public var symbol: String {
        switch self {
        case .good: "●"
        case .watch: "◐"
        case .bad: "◆"
        case .none: ""
        }
    }
}

extension Value {
    /// Which way a change went: ▲ or ▼; empty where it is no change, or one that is shown as 0.
    func arrow(_ currency: Currency) -> String {
        format.isSigned ? Marks.arrow(number, format, currency: currency) : ""
    }

    /// Whether it is good (true) or bad (false) news: only of a change, and not of one that is shown as 0.
    func judgement(_ currency: Currency) -> Bool? { arrow(currency).isEmpty ? nil : isFavourable }
}

/// The words of the marks that no other sentence has.
enum MarkPhrase: String, ReportPhrases {
    case better, worse, up, down
}
