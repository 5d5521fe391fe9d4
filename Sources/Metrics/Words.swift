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
        var text = name
        if !leaf.window.isPlain {
            switch language {
            case .en: text = leaf.window.english(name)
            case .zhHans: text = leaf.window.chinese(name)
            }
        }
        return leaf.only.map { Catalogue.words($0, text, language) } ?? text
    }

    /// What `elapsed` is.
    static let elapsed = Wording(en: "Share of the period that is over", zhHans: "本期已过比例")

    private static func words(_ member: MemberName, _ text: String, _ language: Language) -> String {
        switch language {
        case .en: "\(text) where \(member.dimension) is “\(member.name)”"
        case .zhHans: "“\(member.dimension)”为“\(member.name)”的\(text)"
        }
    }

    private func notation(_ language: Language) -> Notation {
        var notation = Notation()
        notation.signs = (" + ", " − ", " × ", " ÷ ")
        notation.negative = "−"
        notation.name = { [self] id in
            guard let name = self[id]?.name ?? measure(id)?.name ?? (id == Leaf.elapsed ? Catalogue.elapsed : nil) else {
                return id
            }
            return language == .en ? Catalogue.lowered(name.en) : name.zhHans
        }
        notation.config = { [self] id, _ in name(ofSetting: id)[language] }
        notation.leaf = { [self] leaf in
            let text = words(leaf, language)
            return language == .en ? Catalogue.lowered(text) : text
        }
        notation.only = { member, x, notation in
            Notation.Written(text: Catalogue.words(member, notation.within(x, .atom), language), binding: .atom)
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

extension Expression.Function {
    fileprivate var english: String {
        switch self {
        case .min: "smallest"
        case .max: "largest"
        case .sqrt: "square root"
        case .abs: "size"
        case .round: "nearest whole number"
        case .ceil: "next whole number up"
        case .floor: "next whole number down"
        }
    }

    fileprivate var chinese: String {
        switch self {
        case .min: "最小值"
        case .max: "最大值"
        case .sqrt: "平方根"
        case .abs: "绝对值"
        case .round: "四舍五入"
        case .ceil: "向上取整"
        case .floor: "向下取整"
        }
    }
}

extension Length {
    fileprivate var chinese: String {
        switch self {
        case .days(let count): "\(count) 天"
        case .months(let count): "\(count) 个月"
        }
    }
}

extension Window {
    /// `spend over the last 3 months`; steps back follow, from the innermost.
    fileprivate func english(_ name: String) -> String {
        var text = name
        if let trailing {
            text += " over the last " + (trailing == .months(1) ? "month" : trailing == .days(1) ? "day" : "\(trailing)")
        }
        for (index, shift) in shifts.reversed().enumerated() {
            if index > 0 || trailing != nil { text += "," }
            switch shift {
            case .priorPeriod: text += " the period before"
            case .prior(.months(1)): text += " a month earlier"
            case .prior(.days(1)): text += " a day earlier"
            case .prior(let length): text += " \(length) earlier"
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
            case .prior(let length): " \(length.chinese)前的"
            case .yearAgo: "去年同期的"
            }
        }.joined()
        if let trailing { text += "近 \(trailing.chinese)的" }
        if let next = name.first, next.isASCII { text += " " }
        return (text.first == " " ? String(text.dropFirst()) : text) + name
    }
}
