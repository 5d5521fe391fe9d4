extension String {
    /// Whether it is of ASCII and has no letter, as numbers and most dates and times: then it says nothing in words.
    var isLetterless: Bool { utf8.allSatisfy { $0 < 0x80 && ($0 | 0x20) &- 97 > 25 } }
}
