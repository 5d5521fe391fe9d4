/// Formulas in words: the definitions that readers see.
extension Catalogue {
    /// A formula in words, by the names of measures, metrics and settings. Takes unresolved trees (metrics by their names) and
    /// resolved ones alike.
    ///
    ///     catalogue.words(catalogue["nps"]!.expression, .en)    // 100 × (promoters − detractors) ÷ survey responses
    public func words(_ expression: Expression, _ language: Language) -> String {
        notation(language).write(expression).text
    }

    /// A leaf in words, as the name of its row in the *Numbers* sheet: `Spend over the last 3 months`.
    public func words(_ leaf: Leaf, _ language: Language) -> String {
        let name = measure(leaf.measure)?.name[language] ?? leaf.measure
        if leaf.window.isPlain { return name }
        switch language {
        case .en: return leaf.window.english(name)
        case .zhHans: return leaf.window.chinese(name)
        }
    }

    private func notation(_ language: Language) -> Notation {
        var notation = Notation()
        notation.signs = (" + ", " − ", " × ", " ÷ ")
        notation.negative = "−"
        notation.name = { [self] id in
            guard let name = self[id]?.name ?? measure(id)?.name else { return id }
            return language == .en ? Catalogue.lowered(name.en) : name.zhHans
        }
        notation.config = { [self] id, _ in name(ofSetting: id)[language] }
        notation.leaf = { [self] leaf in
            let text = words(leaf, language)
            return language == .en ? Catalogue.lowered(text) : text
        }
        switch language {
        case .en:
            notation.call = { "\($0.english) of (\($1.joined(separator: ", ")))" }
            notation.window = { window, x, notation in
                // A window in a window is set off, or it would be unclear what the second phrase belongs to.
                if case .window = x { return .init(text: window.english(notation.write(x).text + ","), binding: .sum) }
                return .init(text: window.english(notation.within(x, .atom)), binding: .atom)
            }
        case .zhHans:
            notation.call = { "\($0.chinese)(\($1.joined(separator: "，")))" }
            notation.window = { window, x, notation in
                .init(text: window.chinese(notation.within(x, .atom)), binding: .atom)
            }
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

extension Expression.Function {
    fileprivate var english: String {
        switch self {
        case .min: "smallest"
        case .max: "largest"
        case .sqrt: "square root"
        }
    }

    fileprivate var chinese: String {
        switch self {
        case .min: "最小值"
        case .max: "最大值"
        case .sqrt: "平方根"
        }
    }
}

extension Window {
    /// `spend over the last 3 months`; steps back follow, from the innermost.
    fileprivate func english(_ name: String) -> String {
        var text = name
        if let trailing { text += trailing == 1 ? " over the last month" : " over the last \(trailing) months" }
        for (index, shift) in shifts.reversed().enumerated() {
            if index > 0 || trailing != nil { text += "," }
            switch shift {
            case .priorPeriod: text += " the period before"
            case .prior(1): text += " a month earlier"
            case .prior(let months): text += " \(months) months earlier"
            case .yearAgo: text += " a year earlier"
            }
        }
        return text
    }

    /// `近 3 个月的支出`; steps back stand before, the outermost first.
    fileprivate func chinese(_ name: String) -> String {
        var text = shifts.map { shift in
            switch shift {
            case .priorPeriod: "上一期的"
            case .prior(let months): " \(months) 个月前的"
            case .yearAgo: "去年同期的"
            }
        }.joined()
        if let trailing { text += "近 \(trailing) 个月的" }
        if let next = name.first, next.isASCII { text += " " }
        return (text.first == " " ? String(text.dropFirst()) : text) + name
    }
}
