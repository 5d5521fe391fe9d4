public import Languages

/// Formulas in words: the definitions that readers see.
extension Catalogue {
    /// A formula in words, by the names of measures, metrics and settings. Takes unresolved trees (metrics by their names) and
    /// resolved ones alike.
    ///
    ///     catalogue.words(catalogue["nps"]!.expression, .en)    // 100 × (promoters − detractors) ÷ survey responses
    public func words(_ expression: Expression, _ language: Language) -> String {
        notation(language).write(expression.opened(helpers)).text
    }

    /// A leaf in words, as the name of its row in the *Numbers* sheet: `Spend over the last 3 months`.
    public func words(_ leaf: Leaf, _ language: Language) -> String {
        let name = measure(leaf.measure)?.name[language] ?? (leaf.isElapsed ? Catalogue.elapsed[language] : leaf.measure)
        let text = leaf.window.words(name, language)
        return leaf.only.map { Catalogue.words($0, text, language) } ?? text
    }

    /// What `elapsed` is.
    static let elapsed = Wording { FormulaPhrase.elapsed.text($0) }

    private static func words(_ member: MemberName, _ text: String, _ language: Language) -> String {
        FormulaPhrase.only.text(language, [text, member.dimension, member.name])
    }

    private func notation(_ language: Language) -> Notation {
        var notation = Notation()
        notation.signs = (" + ", " − ", " × ", " ÷ ")
        notation.negative = "−"
        notation.number = { language.forms.number($0) }
        notation.name = { [self] id in
            guard let name = self[id]?.name ?? measure(id)?.name ?? (id == Leaf.elapsed ? Catalogue.elapsed : nil) else {
                return id
            }
            return language.forms.lowersNames ? Catalogue.lowered(name[language]) : name[language]
        }
        notation.config = { [self] id, _ in name(ofSetting: id)[language] }
        notation.leaf = { [self] leaf in
            let text = words(leaf, language)
            return language.forms.lowersNames ? Catalogue.lowered(text) : text
        }
        notation.only = { member, x, notation in
            Notation.Written(text: Catalogue.words(member, notation.within(x, .atom), language), binding: .atom)
        }
        notation.call = { function, parts in
            let list = parts.joined(separator: FormulaPhrase.comma.text(language))
            return FormulaPhrase.call.text(language, [FormulaPhrase(function).text(language), list])
        }
        notation.window = { window, x, notation in
            // A window in a window is set off where it stands behind, or it would be unclear what the second phrase belongs to.
            if case .window = x, FormulaPhrase.goesOn.pattern(language) != "{0}" {
                let inner = FormulaPhrase.goesOn.text(language, [notation.write(x).text])
                return .init(text: window.words(inner, language), binding: .sum)
            }
            return .init(text: window.words(notation.within(x, .atom), language), binding: .atom)
        }
        return notation
    }

    /// A name within a sentence: `Net new ARR` as `net new ARR`; `NPS`, `ARR at the end` as they are.
    private static func lowered(_ name: String) -> String {
        guard let first = name.first, let second = name.dropFirst().first, first.isUppercase,
            second.isLowercase || second == " "
        else { return name }
        return first.lowercased() + name.dropFirst()
    }
}

extension Expression {
    /// With hidden metrics put in where they are named.
    fileprivate func opened(_ helpers: [String: Expression]) -> Expression {
        if helpers.isEmpty { return self }
        switch self {
        case .number, .leaf, .config: return self
        case .name(let id): return helpers[id]?.opened(helpers) ?? self
        case .negative(let x): return .negative(x.opened(helpers))
        case .binary(let operation, let x, let y): return .binary(operation, x.opened(helpers), y.opened(helpers))
        case .call(let function, let parts): return .call(function, parts.map { $0.opened(helpers) })
        case .window(let window, let x): return .window(window, x.opened(helpers))
        case .only(let member, let x): return .only(member, x.opened(helpers))
        }
    }
}

/// The words of formulas.
enum FormulaPhrase: String, CataloguePhrases {
    case elapsed, only, call, comma, smallest, largest, root, size, nearest, above, below
    case days, months, lastMonth, lastDay, last, goesOn, periodBefore, monthBefore, dayBefore, before, yearBefore

    init(_ function: Expression.Function) {
        switch function {
        case .min: self = .smallest
        case .max: self = .largest
        case .sqrt: self = .root
        case .abs: self = .size
        case .round: self = .nearest
        case .ceil: self = .above
        case .floor: self = .below
        }
    }
}

extension Length {
    fileprivate func words(_ language: Language) -> String {
        switch self {
        case .days(let count): FormulaPhrase.days.text(language, [String(count)])
        case .months(let count): FormulaPhrase.months.text(language, [String(count)])
        }
    }
}

extension Window {
    /// What is seen through the window in words: `spend over the last 3 months`; steps back follow, from the innermost.
    fileprivate func words(_ name: String, _ language: Language) -> String {
        var text = name
        if let trailing {
            text =
                switch trailing {
                case .months(1): FormulaPhrase.lastMonth.text(language, [text])
                case .days(1): FormulaPhrase.lastDay.text(language, [text])
                default: FormulaPhrase.last.text(language, [text, trailing.words(language)])
                }
        }
        for (index, shift) in shifts.reversed().enumerated() {
            if index > 0 || trailing != nil { text = FormulaPhrase.goesOn.text(language, [text]) }
            text =
                switch shift {
                case .priorPeriod: FormulaPhrase.periodBefore.text(language, [text])
                case .prior(.months(1)): FormulaPhrase.monthBefore.text(language, [text])
                case .prior(.days(1)): FormulaPhrase.dayBefore.text(language, [text])
                case .prior(let length): FormulaPhrase.before.text(language, [text, length.words(language)])
                case .yearAgo: FormulaPhrase.yearBefore.text(language, [text])
                }
        }
        return text
    }
}
