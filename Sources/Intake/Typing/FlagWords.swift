/// Words for yes and no in the languages in which spreadsheets write them; those in English are read without.
enum FlagWords {
    private static let yes = words("ja wahr oui vrai sí si verdadero sim verdadeiro sì vero waar tak prawda ano はい")
    private static let no = words("nein falsch non faux falso não nao nee onwaar nie fałsz ne いいえ")

    private static func words(_ text: String) -> Set<[UInt16]> { Set(text.split(separator: " ").map { Array($0.utf16) }) }

    /// What a cell says, folded; nil where it says neither.
    static func meaning(_ text: borrowing CellScanner) -> Bool? {
        guard 2...10 ~= text.count else { return nil }
        var units: [UInt16] = []
        for at in 0..<text.count { units.append(text.unit(at)) }
        return yes.contains(units) ? true : no.contains(units) ? false : nil
    }
}
