import Testing

@testable import Languages

@Suite struct BooksTests {
    private static let others = Language.allCases.filter { $0 != .en }

    /// The lists of two languages whose English is among the words too.
    private func lists(_ language: Language) -> [(WordList, WordList)] {
        let (own, english) = (language.book, Language.en.book)
        return [(own.report, english.report), (own.catalogue, english.catalogue), (own.program, english.program)]
    }

    /// The places that a text has for parts, and those of them that are not only there to choose between one and many.
    private func parts(_ text: String) -> (all: Set<String>, shown: Set<String>) {
        let places = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        let shown = places.filter { $0.drop { $0.isNumber }.first == "}" }
        return (Set(places.map { String($0.prefix { $0.isNumber }) }), Set(shown.map { String($0.prefix { $0.isNumber }) }))
    }

    @Test(arguments: others)
    func `every text of a language has the parts of the English one`(_ language: Language) {
        for (own, english) in lists(language) {
            for key in english.keys {
                let (said, given) = (parts(own[key] ?? ""), parts(english[key] ?? ""))
                #expect(given.shown.isSubset(of: said.all) && said.all.isSubset(of: given.all), "\(key)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `no text is empty, and each can be filled in`(_ language: Language) {
        let book = language.book
        for list in [book.report, book.catalogue, book.program, book.findings] {
            for key in list.keys {
                let text = list[key] ?? ""
                // English needs no remark that what follows is English.
                #expect(!text.isEmpty || language == .en && key == "InboxWords.inEnglish", "\(key)")
                #expect(text.count { $0 == "{" } == text.count { $0 == "}" }, "\(key)")
                if !key.hasPrefix("findings.") {
                    #expect(!text.filled((0..<10).map { "\($0)" }).contains("{"), "\(key)")
                }
            }
        }
    }

    @Test(arguments: others)
    func `no English is left among the words of another language`(_ language: Language) {
        let telling: Set<Substring> = [
            "the", "of", "is", "are", "and", "not", "with", "by", "from", "has", "have", "which", "that", "this", "for",
        ]
        let book = language.book
        for list in [book.report, book.catalogue, book.program, book.findings] {
            // Sources cite books by their titles.
            for key in list.keys where !key.hasSuffix(".source") {
                // What stands in braces is a value, what in backticks a thing's own name.
                let text = (list[key] ?? "").replacing(/\{\w+\}|`[^`]*`/, with: " ")
                let words = text.split { !$0.isLetter }
                #expect(telling.isDisjoint(with: words), "\(key): \(list[key] ?? "")")
            }
        }
    }
}
