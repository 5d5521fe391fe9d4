import Facts

/// Header names as people write them, compared as the contract says: without regard to case, spaces, `_`, `-` and punctuation.
enum HeaderNames {
    /// What is left of a name for comparison: letters and digits in small, full-width ones in their usual form.
    ///
    ///     HeaderNames.key("Customer-ID ")    // customerid
    ///     HeaderNames.key("客户 编号：")        // 客户编号
    ///     HeaderNames.key("#")                // #
    static func key(_ name: String) -> String {
        var text = name
        if let key = text.withUTF8({ plainKey($0) }) { return key }
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if scalar.value < 128 {
                let byte = UInt8(scalar.value)
                if (97...122).contains(byte) || (48...57).contains(byte) {
                    scalars.append(scalar)
                } else if (65...90).contains(byte) {
                    scalars.append(Unicode.Scalar(byte + 32))
                }
                continue
            }
            if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
                scalars.append(contentsOf: key(String(narrow)).unicodeScalars)
                continue
            }
            if let plain = NameLetters.plain(scalar) {
                plain.withUTF8Buffer { for byte in $0 { scalars.append(Unicode.Scalar(byte)) } }
                continue
            }
            let scalar = NameLetters.simplified(scalar)
            if scalar.isIdeograph {
                scalars.append(scalar)
                continue
            }
            let properties = scalar.properties
            guard properties.isAlphabetic || properties.numericType != nil else { continue }
            scalars.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
        }
        if scalars.isEmpty, name.contains("#") { return "#" }
        return String(scalars)
    }

    /// The key of a name in ASCII, as most are; nil of any other.
    private static func plainKey(_ name: UnsafeBufferPointer<UInt8>) -> String? {
        guard name.allSatisfy({ $0 < 0x80 }) else { return nil }
        let key = String(unsafeUninitializedCapacity: name.count) { key in
            var count = 0
            for byte in name where byte.isLetter || byte.isDigit {
                key[count] = byte.inSmall
                count += 1
            }
            return count
        }
        return key.isEmpty && name.contains(UInt8(ascii: "#")) ? "#" : key
    }

    /// The words of a name without regard to their order and form: `Date created`, `createdAt`, `Creation time` and
    /// `Fecha de creación` are one, and so is a name that stands twice, in two header lines; so are Chinese names made of the same
    /// usual words. Nil for a Latin name of one word, and for names in other letters.
    static func sense(_ name: String) -> String? {
        guard name.utf8.count <= 80 else { return nil }
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return joined(plainWords(name)) }
        if name.unicodeScalars.contains(where: \.isIdeograph) { return ChineseNames.sense(key(name)) }
        var words: [String] = []
        var (word, previous, isLatin) = ("", Character(" "), true)
        func take() {
            add(key(word), to: &words)
            word = ""
        }
        for character in name {
            if !character.isLetter, !character.isNumber {
                take()
            } else {
                if character.isUppercase, previous.isLowercase { take() }
                word.append(character)
                isLatin = isLatin && character.isLatin
            }
            previous = character
        }
        guard isLatin else { return ChineseNames.sense(key(name)) }
        take()
        return joined(words)
    }

    private static func joined(_ words: [String]) -> String? {
        words.count < 2 ? nil : words.sorted().joined(separator: " ")
    }

    /// Adds a word by its key, where it says anything that the others do not.
    private static func add(_ key: String, to words: inout [String]) {
        guard !key.isEmpty, !fillers.contains(key) else { return }
        let word = forms[key] ?? key
        if !words.contains(word) { words.append(word) }
    }

    /// The words of a name in ASCII: parted by what is no letter or digit, and where a small letter meets a great one.
    private static func plainWords(_ name: String) -> [String] {
        var words: [String] = []
        let bytes = Array(name.utf8)
        var start = 0
        func take(_ end: Int) {
            if end > start { bytes[start..<end].withUnsafeBufferPointer { add(plainKey($0)!, to: &words) } }
        }
        for (place, byte) in bytes.enumerated() {
            if !byte.isLetter, !byte.isDigit {
                take(place)
                start = place + 1
            } else if place > start, byte.isLetter, byte != byte.inSmall, bytes[place - 1].isLetter,
                bytes[place - 1] == bytes[place - 1].inSmall
            {
                take(place)
                start = place
            }
        }
        take(bytes.count)
        return words
    }

    private static let fillers = Set(
        [
            "the of a an in your was is utc gmt", "de la le les du des del el los las do da dos das di della dei degli il lo",
            "der die das den dem des van het",
        ]
        .flatMap { $0.split(separator: " ").map(String.init) })

    private static let forms: [String: String] = {
        let groups = [
            "date on at time datetime timestamp day fecha data datum",
            "create created creation add added creacion creado creada creazione creato criacao criado cree",
            "close closed closing cloture fermeture cierre chiusura fechamento",
            "cancel canceled cancelled cancellation", "start started starts begin began debut inicio inizio",
            "end ended ends ending fin fine termino",
            "expire expires expired expiry expiration", "convert converted conversion", "respond responded response answered",
            "submit submitted submission", "complete completed completion", "send sent", "invite invited invitation",
            "activate activated activation", "spend spent", "bill billing", "estimated est expected",
            "org organisation organization",
            "id uuid guid", "renew renewal renews", "record recorded", "win won gewonnen ganho ganado gagne vinto",
            "lose lost verloren perdido perdu perda perso", "customer client",
            "report reports reporting rapport rapports informe informes relatorio relatorios",
            "campaign campagne campaigns campana campanha campagna",
            "name nom nombre nome naam",
        ]
        var forms: [String: String] = [:]
        for group in groups {
            let words = group.split(separator: " ").map(String.init)
            for word in words { forms[word] = words[0] }
        }
        return forms
    }()

    /// The key of a name without what it has in brackets at its end: `Amount (USD)` is `amount`; nil where there is nothing.
    static func keyWithoutBrackets(_ name: String) -> String? {
        guard let open = name.lastIndex(where: { "(（[【".contains($0) }), open > name.startIndex else {
            return nil
        }
        // `Cost (all) ($K)`
        // `Amount (converted) Currency` is no amount.
        let rest = name[open...].drop { !")）]】".contains($0) }.dropFirst()
        let isOnly = !name[..<open].contains { "(（[【".contains($0) } && !AmountNames.saysCurrency(String(rest))
        let short = key(isOnly ? String(name[..<open]) : withoutBrackets(name))
        return short.isEmpty || short == key(name) ? nil : short
    }

    private static func withoutBrackets(_ name: String) -> String {
        var (text, depth) = ("", 0)
        for character in name {
            if "(（[【".contains(character) { depth += 1 }
            if depth == 0 { text.append(character) }
            if ")）]】".contains(character) { depth = max(0, depth - 1) }
        }
        return text
    }

    /// The one of `candidates` that is most like `name`, where one is like it at all: a few letters off, or one holds the other.
    static func nearest(to name: String, among candidates: [String]) -> String? {
        let wanted = key(name)
        var best: (text: String, cost: Int)?
        for candidate in candidates {
            let found = key(candidate)
            guard !found.isEmpty, !wanted.isEmpty else { continue }
            var cost = Texts.distance(Array(wanted.unicodeScalars), Array(found.unicodeScalars))
            let shorter = min(wanted.count, found.count)
            if shorter >= 3, wanted.contains(found) || found.contains(wanted) { cost = min(cost, 3) }
            let wordsShared = Set(words(name)).intersection(words(candidate)).contains { $0.count > 3 }
            if wordsShared { cost = min(cost, 4) }
            // Of two short names one is soon made of the other, however little they have in common.
            let isLike = cost <= max(2, wanted.count / 3) && cost * 2 <= max(wanted.count, found.count)
            guard isLike || (wordsShared && cost <= 4) else { continue }
            if best.map({ cost < $0.cost }) ?? true { best = (candidate, cost) }
        }
        return best?.text
    }

    private static func words(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

/// File-name patterns as shells have them.
enum Glob {
    /// Whether `text` fits `pattern`: `*` any run, `?` any one character, `[abc]` and `[a-z]` one of these; case does not matter.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let (pattern, text) = (Array(pattern.lowercased()), Array(text.lowercased()))
        // Greedy with one point to return to: linear for usual patterns, never worse than their product.
        var (p, t) = (0, 0)
        var star: (p: Int, t: Int)?
        while t < text.count {
            if p < pattern.count, pattern[p] == "*" {
                star = (p + 1, t)
                p += 1
            } else if let width = one(pattern, p, text[t]) {
                p += width
                t += 1
            } else if let back = star {
                (p, t) = (back.p, back.t + 1)
                star = (back.p, back.t + 1)
            } else {
                return false
            }
        }
        while p < pattern.count, pattern[p] == "*" { p += 1 }
        return p == pattern.count
    }

    /// How much of the pattern at `p` stands for the one character, or nil where it does not.
    private static func one(_ pattern: [Character], _ p: Int, _ character: Character) -> Int? {
        guard p < pattern.count else { return nil }
        if pattern[p] == "?" { return 1 }
        guard pattern[p] == "[", let close = pattern[(p + 1)...].firstIndex(of: "]") else {
            return pattern[p] == character ? 1 : nil
        }
        var index = p + 1
        while index < close {
            if index + 2 < close, pattern[index + 1] == "-" {
                if pattern[index] <= character, character <= pattern[index + 2] { return close - p + 1 }
                index += 3
            } else {
                if pattern[index] == character { return close - p + 1 }
                index += 1
            }
        }
        return nil
    }
}

extension UInt8 {
    /// Whether it is a letter of ASCII.
    fileprivate var isLetter: Bool { inSmall &- 97 < 26 }
    /// Whether it is a digit of ASCII.
    fileprivate var isDigit: Bool { self &- 48 < 10 }
    /// The small letter of a great one of ASCII; anything else as it is.
    fileprivate var inSmall: UInt8 { self &- 65 < 26 ? self &+ 32 : self }
}

extension Character {
    /// Whether it is a digit, or a letter of the Latin alphabet.
    fileprivate var isLatin: Bool { unicodeScalars.allSatisfy { $0.value < 0x250 || (0x300..<0x370).contains($0.value) } }
}

extension Unicode.Scalar {
    /// Whether it is one of the usual Chinese characters, which are letters without small and great ones.
    fileprivate var isIdeograph: Bool { (0x4E00...0x9FFF).contains(value) }
}
