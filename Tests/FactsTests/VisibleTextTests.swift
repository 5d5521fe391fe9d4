import Facts
import Testing

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("Küche 厨房 🍏 a\u{301}", "Küche 厨房 🍏 a\u{301}"), ("a\u{1B}[31mb", "a\\x1B[31mb"), ("a\nb", "a\\x0Ab"),
        ("a\r\nb", "a\\x0D\\x0Ab"),
        ("\u{202E}fdp.exe", "\\u{202E}fdp.exe"), ("a\u{2066}b\u{2069}", "a\\u{2066}b\\u{2069}"), ("\u{9B}31m", "\\x9B31m"),
        ("a\u{2028}b", "a\\u{2028}b"), ("\u{7F}\u{0}", "\\x7F\\x00"), ("", ""),
    ])
    func `what steers a terminal is written out`(_ text: String, _ shown: String) { #expect(text.visible() == shown) }

    @Test func `line ends of the program's own stay`() {
        #expect("a\n    b\u{7}".visible(keepingLines: true) == "a\n    b\\x07")
    }
}
