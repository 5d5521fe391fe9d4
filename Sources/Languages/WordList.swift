import Synchronization

/// Words by their keys, read when the first is asked for.
///
/// A line is a key, a space and the text up to the line's end. `[Name]` puts `Name.` before the keys of the lines below it; a text in
/// quotes is taken without them, so that it may begin or end with a space; `#` begins a remark.
public final class WordList: Sendable {
    private let texts: [String]
    private let words = Mutex<[String: String]?>(nil)

    /// The words of some texts.
    public init(_ texts: [String]) { self.texts = texts }

    /// The words of a key; nil where there are none.
    public subscript(key: String) -> String? {
        words.withLock { words in
            if let words { return words[key] }
            let read = read()
            words = read
            return read[key]
        }
    }

    /// All keys.
    public var keys: Set<String> { Set(read().keys) }

    private func read() -> [String: String] {
        var words: [String: String] = [:]
        words.reserveCapacity(1024)
        for text in texts {
            var section = ""
            for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
                if line.first == UInt8(ascii: "[") {
                    section = String(Substring(line.dropFirst().dropLast())) + "."
                    continue
                }
                let end = line.firstIndex(of: UInt8(ascii: " ")) ?? line.endIndex
                var said = line[end...].dropFirst()
                if said.count > 1, said.first == UInt8(ascii: "\""), said.last == UInt8(ascii: "\"") {
                    said = said.dropFirst().dropLast()
                }
                words[section + String(Substring(line[..<end]))] = String(Substring(said))
            }
        }
        return words
    }
}
