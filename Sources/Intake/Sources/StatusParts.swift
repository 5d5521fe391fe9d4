/// A status in parts: what it says, and the reasons and remarks behind it: `2. Canceled (voluntary)`, `Churned - price`, `已流失（价格）`.
struct StatusParts {
    /// Words in small letters and digits, by part; of the first part none that says only of what the status is.
    private(set) var parts: [[String]] = []
    /// Whether it names a day or a year, which may be yet to come.
    private(set) var namesDay = false

    /// The first part as one key; empty where there is none.
    var head: String { parts.first?.joined() ?? "" }
    /// The parts behind the first.
    var rest: ArraySlice<[String]> { parts.dropFirst() }
    /// All words.
    var words: [String] { Array(parts.joined()) }

    /// - Parameter cutsHyphens: Whether a hyphen within a word parts it too: `Canceled-voluntary`, but `past-due` is one.
    init(_ text: String, cutsHyphens: Bool) {
        var (parts, word): ([[String]], String) = ([[]], "")
        func take() {
            let key = HeaderNames.key(word)
            word = ""
            if !key.isEmpty { parts[parts.count - 1].append(key) }
        }
        let characters = Array(text)
        for (place, character) in characters.enumerated() {
            if character.isLetter || character.isNumber || "'’".contains(character) {
                word.append(character)
                continue
            }
            let isHyphen = "-‐".contains(character) && !word.isEmpty
            if isHyphen, !cutsHyphens, characters.dropFirst(place + 1).first?.isLetter == true { continue }
            take()
            let isEastern = parts.last?.last.map(StatusParts.isEastern) ?? false
            let joins = character.isWhitespace ? !isEastern : "_.&+".contains(character)
            if !joins, parts.last?.isEmpty == false { parts.append([]) }
        }
        take()
        parts = parts.filter { !$0.isEmpty }
        let numbers = parts.joined().filter(StatusParts.isNumber)
        namesDay = numbers.count > 2 || numbers.contains { $0.count >= 4 }
        // A number before the status says nothing.
        while let first = parts.first, first.allSatisfy(StatusParts.isNumber) { parts.removeFirst() }
        guard var first = parts.first else { return }
        let bare = first.filter { !StatusParts.isNumber($0) && !StatusParts.subjects.contains($0) }
        // A contract that is closed may have been signed.
        if !bare.isEmpty, bare.count == first.count || !["closed", "completed"].contains(bare.joined()) { first = bare }
        if first.count == 1 { first[0] = StatusParts.withoutSubject(first[0]) }
        // `Canceled by customer`
        if let cut = first.indices.dropFirst().first(where: { StatusParts.reasons.contains(first[$0]) }) {
            parts.insert(Array(first[cut...]), at: 1)
            first = Array(first[..<cut])
        }
        parts[0] = first
        self.parts = parts
    }

    /// Whether a word is among some, and nothing behind the first part denies it: `Expired - not renewed`.
    func says(_ words: Set<String>, eastern: [String]) -> Bool {
        rest.contains { part in
            if part.contains(where: StatusParts.denials.contains) { return false }
            return part.contains { word in
                guard StatusParts.isEastern(word) else { return words.contains(word) }
                return !"未不没".contains(where: word.contains) && eastern.contains(where: word.contains)
            }
        }
    }

    /// Words of a language's list, as they are compared.
    static func words(_ lines: String...) -> Set<String> {
        Set(lines.joined(separator: " ").split(separator: " ").map { HeaderNames.key(String($0)) })
    }

    /// Phrases, as they are compared.
    static func phrases(_ texts: String...) -> Set<String> {
        Set(texts.joined(separator: ",").split(separator: ",").map { HeaderNames.key(String($0)) })
    }

    /// Whether a word is of Chinese or Japanese.
    static func isEastern(_ word: String) -> Bool { word.unicodeScalars.contains { $0.value >= 0x3040 && $0.value < 0xA000 } }

    private static func isNumber(_ word: String) -> Bool { word.allSatisfy(\.isNumber) }

    /// `合同已终止` without what it is of.
    private static func withoutSubject(_ word: String) -> String {
        guard isEastern(word), let subject = easternSubjects.first(where: { word.hasPrefix($0) && word.count > $0.count + 1 })
        else { return word }
        return String(word.dropFirst(subject.count))
    }

    private static let subjects = words(
        "status subscription subscriptions contract customer account employee worker is was has been",
        "abo vertrag abonnement contrat",
        "suscripción contrato")
    private static let easternSubjects = ["合同", "客户", "订阅", "服务", "合约", "账号", "账户", "员工"]
    private static let reasons = words(
        "by due because for voluntarily involuntarily voluntary involuntary early nonpayment non no wegen durch")
    private static let denials = words(
        "not never no without didnt nicht nie kein keine pas jamais sans nunca sin não sem non mai")
}
