import Languages
import Testing

@testable import Reports

@Suite struct PhraseKeysTests {
    /// Everything that reports say, wherever it is said.
    private static let phrases: [any ReportPhrases.Type] = [
        Phrase.self, BriefPhrase.self, HeadlinePhrase.self, ExplanationPhrase.self, MixPhrase.self, CustomerPhrase.self,
        HandOverPhrase.self, ActionPhrase.self, GoalPhrase.self, InitiativePhrase.self, DecisionPhrase.self, WhatIfPhrase.self,
        OutlookPhrase.self, NewsletterPhrase.self, IndexWords.self, InboxWords.self, WithheldPhrase.self, PageWord.self,
        SheetWord.self, MarkPhrase.self, CommentaryPhrase.self,
    ]

    private func keys(_ type: (some ReportPhrases).Type) -> [String] { type.allCases.map(\.key) }

    @Test(arguments: Language.allCases)
    func `a language has the words of every phrase, and no others`(_ language: Language) {
        let keys = Set(Self.phrases.flatMap { self.keys($0) })
        let own = language.book.report.keys
        #expect(keys.subtracting(own).isEmpty && own.subtracting(keys).isEmpty, "\(keys.symmetricDifference(own))")
    }
}
