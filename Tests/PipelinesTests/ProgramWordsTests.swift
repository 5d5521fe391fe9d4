import Languages
import Testing

@testable import Pipelines

@Suite struct ProgramWordsTests {
    @Test(arguments: Language.allCases)
    func `a language has every word of explanations and notices, and no others`(_ language: Language) {
        let keys =
            ExplainWord.allCases.map(\.key) + RowWord.allCases.map(\.key) + NoticeWord.allCases.map(\.key)
            + StartingWord.allCases.map(\.key)
        #expect(language.book.program.keys == Set(keys))
    }
}
