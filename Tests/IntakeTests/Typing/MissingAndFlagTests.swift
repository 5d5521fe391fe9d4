import Testing

@testable import Intake

@Suite("Missing cells and flags")
struct MissingAndFlagTests {
    @Test(
        "takes these for missing, in any case and with any blanks",
        arguments: [
            "", " ", "\t", "NA", "na", "N/A", "n/a", "null", "NULL", "(null)", "\\N", "None", "none", "-", "—", "–", "−", "－",
            "--",
            "——", "#N/A", "#n/a", "#NULL!", "nan", "NaN", "\u{A0}", "\u{3000}NA\u{3000}", " \u{FEFF}N/A\u{200B} ", "Ｎ／Ａ",
            "\u{2007}",
            "\u{202F}-",
        ])
    func missing(_ text: String) {
        #expect(cell(text) { MissingWords.isMissing($0) })
    }

    @Test(
        "takes nothing else for missing",
        arguments: [
            "0", "no", "NAN1", "nil?", "N", "n / a", "---", "#VALUE!", "(nul)", "Nantes", "North", "无", "．", "null null", "-5",
        ])
    func present(_ text: String) {
        #expect(!cell(text) { MissingWords.isMissing($0) })
    }

    @Test(
        "reads yes",
        arguments: [
            "yes", "YES", "Y", "y", "true", "TRUE", "True", "t", "1", "１", "是", "✓", "✔", "✔\u{FE0F}", "☑", "√", " yes ", "Ja",
            "WAHR", "oui", "VRAI", "Sí", "sì", "VERDADERO", "Sim", "tak", "はい",
        ])
    func yes(_ text: String) {
        #expect(ColumnReading.canonical.flag(text) == .value(true))
    }

    @Test(
        "reads no",
        arguments: [
            "no", "No", "N", "n", "false", "FALSE", "f", "0", "否", "✗", "✘", "☐", "□", "\u{A0}no", "Nein", "FALSCH", "non",
            "FAUX", "FALSO", "não", "nie", "いいえ",
        ])
    func no(_ text: String) {
        #expect(ColumnReading.canonical.flag(text) == .value(false))
    }

    @Test("a flag that says neither is an error or missing")
    func neither() {
        for text in ["x", "maybe", "2", "ok", "10", "是否", "yes!"] { #expect(ColumnReading.canonical.flag(text) == .bad) }
        for text in ["", "-", "n/a"] { #expect(ColumnReading.canonical.flag(text) == .missing) }
    }
}
