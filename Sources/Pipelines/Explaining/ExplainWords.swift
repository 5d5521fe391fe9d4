import Languages
import Metrics

/// The words around what is explained, in the report's language.
struct ExplainWords {
    let language: Language

    init(locale: String) { language = Language(locale: locale) }

    func callAsFunction(_ word: ExplainWord, _ parts: String...) -> String { word.text(language, parts) }

    /// How many rows there are, and what is to be done with their amounts.
    func rows(_ count: Int, isMedian: Bool) -> String {
        let rows = self(.rowCount, String(count))
        return count == 0 ? rows : rows + self(.comma) + self(isMedian ? .middle : .addUp)
    }

    /// Why a change is not split along a dimension.
    func why(_ obstacle: Explanation.Obstacle) -> String {
        switch obstacle {
        case .median: self(.whyMedian)
        case .root: self(.whyRoot)
        case .formula: self(.whyFormula)
        case .undivided(let measure): self(.whyUndivided, measure)
        case .unknown(let measure): self(.whyUnknown, measure)
        case .incomplete(let measure): self(.whyIncomplete, measure)
        }
    }

    func days(_ from: String, _ to: String) -> String { from == to ? to : self(.fromTo, from, to) }

    func against(_ period: String, _ change: String?) -> String {
        self(.against, period, change ?? self(.undefinedThere))
    }

    /// What stands above the largest rows of a measure.
    func largest(_ measure: String, _ shown: Int, of all: Int, spread: Int, isSum: Bool) -> String {
        let text =
            if shown == all {
                self(all == 1 ? .oneRow : .allRows, measure, String(all))
            } else {
                self(isSum ? .largestRows : .firstRows, measure, String(shown), String(all))
            }
        return spread > 0 ? self(.spread, text, String(spread)) : text
    }
}

/// The words of explanations.
enum ExplainWord: String, ProgramPhrases {
    static let isSetOff = false

    // Headings and labels.
    case comma, colon, value, undefined, formula, numbers, file, line, day, id, customer, amount, written, how, span
    case note, measure, plainValue, days, rows, sources, source, count, replaced, rejected, excluded, byFactor, here
    case period, low, high, target, projection, by, notSplit, fromTo, against, undefinedThere, change
    // Rows.
    case rowCount, middle, addUp, oneRow, allRows, largestRows, firstRows, spread, excludedMoney, rejectedMoney, more
    // What is said of a value.
    case few, onRevenue, notOver, maturing, late
    // Why a change is not split.
    case whyMedian, whyRoot, whyFormula, whyUndivided, whyUnknown, whyIncomplete
}
