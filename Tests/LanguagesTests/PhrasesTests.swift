import Testing

@testable import Languages

@Suite struct PhrasesTests {
    @Test func `A pattern is filled in, and what is filled in is never looked at for more places`() {
        #expect("{0}: {1}".filled(["{1}", "b"]) == "{1}: b")
        #expect("{0} {0|customer|customers}".filled(["1"]) == "1 customer")
        #expect("{0} {0|customer|customers}".filled(["1,001"]) == "1,001 customers")
        #expect("{0|the one target|all {0} targets} on track".filled(["1"]) == "the one target on track")
        #expect("{0|the one target|all {0} targets} on track".filled(["7"]) == "all 7 targets on track")
    }

    @Test func `Chinese sets Latin letters and digits off`() {
        #expect("近12个月的ARR由5变为6，EMEA".withLatinSetOff == "近 12 个月的 ARR 由 5 变为 6，EMEA")
    }

    @Test func `A name keeps its own spelling where Chinese around it is set off`() {
        #expect("仅{0}一家{1}".filled(["上海第7贸易", "5"], settingOff: true) == "仅上海第7贸易一家 5")
        #expect("{0}增长{1|一|{1}次}".filled(["ARR", "2"], settingOff: true) == "ARR 增长 2 次")
        #expect("{0}增长".filled(["年度经常性收入（ARR）"], settingOff: true) == "年度经常性收入（ARR）增长")
    }

    @Test func `A list of words has sections, remarks and texts in quotes`() {
        let words = WordList(["a one\n[B]\n# a remark\nc two words\nd \"; \"\ne \"quoted\" within\n"])
        #expect(words["a"] == "one" && words["B.c"] == "two words" && words["B.d"] == "; ")
        #expect(words["B.e"] == "\"quoted\" within" && words["B.a"] == nil && words.keys.count == 4)
    }

    @Test(arguments: [
        ("en-GB", Language.en), ("zh", .zhHans), ("zh_CN", .zhHans), ("de_CH", .de), ("DE", .de), ("pt-BR", .en), ("", .en),
    ])
    func `A locale is read in its language, and in English where it has no words`(locale: String, language: Language) {
        #expect(Language(locale: locale) == language)
    }
}
