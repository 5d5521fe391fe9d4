extension StringProtocol {
    /// The text as it may be shown on a terminal or in a log: characters that steer a terminal, turn the direction of what follows or
    /// begin a new line are written out, `\x1B`, `\u{202E}`. So no cell and no name colours, hides or forges a line.
    ///
    /// - Parameter keepingLines: Whether its line ends are the program's own, and stay.
    public func visible(keepingLines: Bool = false) -> String {
        func isPlain(_ scalar: Unicode.Scalar) -> Bool {
            if scalar.value >= 32 && scalar.value < 127 { return true }
            if scalar == "\n" || scalar == "\t" { return keepingLines }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
            default: return !scalar.properties.isBidiControl
            }
        }
        guard let first = unicodeScalars.firstIndex(where: { !isPlain($0) }) else { return String(self) }
        var text = String(self[..<first])
        for scalar in unicodeScalars[first...] {
            if isPlain(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                text += scalar.value < 256 ? "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits : "\\u{\(digits)}"
            }
        }
        return text
    }
}
