/// A mail address: `gtm@example.com`, with a name before it or not: `Weekly report <gtm@example.com>`.
public struct Address: Sendable, Hashable, CustomStringConvertible {
    /// What people read; empty where nothing is given.
    public let name: String
    /// The part before the last `@`.
    public let local: String
    /// The host.
    public let domain: String

    /// An address as written; nil where it is none that can be delivered to everywhere: letters, digits and a few signs of ASCII.
    public init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard
            !scalars.contains(where: {
                [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
            })
        else { return nil }
        var bare = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        var name = ""
        if bare.hasSuffix(">"), let start = bare.lastIndex(of: "<") {
            name = bare[..<start].split(separator: " ").joined(separator: " ")
            bare = String(bare[bare.index(after: start)...].dropLast())
        }
        guard let at = bare.lastIndex(of: "@") else { return nil }
        let (local, domain) = (String(bare[..<at]), String(bare[bare.index(after: at)...]))
        guard Address.isLocal(local), Address.isDomain(domain), bare.utf8.count <= 254 else { return nil }
        if name.hasPrefix("\""), name.hasSuffix("\""), name.utf8.count >= 2 { name = String(name.dropFirst().dropLast()) }
        (self.name, self.local, self.domain) = (name, local, domain)
    }

    /// The address alone.
    public var address: String { "\(local)@\(domain)" }

    /// The address alone.
    public var description: String { address }

    private static func isLocal(_ text: String) -> Bool {
        let signs = Set("!#$%&'*+-/=?^_`{|}~.".utf8)
        return !text.isEmpty && text.utf8.count <= 64 && !text.hasPrefix(".") && !text.hasPrefix("-") && !text.hasSuffix(".")
            && !text.contains("..") && text.utf8.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
    }

    private static func isDomain(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}

/// Who may be sent anything: addresses, and patterns like `*@example.com`. Nothing goes to anyone else.
public struct Recipients: Sendable, Hashable {
    private let patterns: [[UInt8]]

    /// - Parameter patterns: As written; letter case does not matter. `*` stands for any number of signs but `@`.
    public init(_ patterns: [String]) { self.patterns = patterns.map { Array($0.lowercased().utf8) } }

    /// Whether a pattern can cover anyone: it has one `@`, with something on both sides.
    public static func isPattern(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.utf8.allSatisfy {
                $0 > 32 && $0 < 127 && ![UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ",")].contains($0)
            }
    }

    /// Whether an address may be sent to.
    public func cover(_ address: Address) -> Bool {
        let text = Array(address.address.lowercased().utf8)
        return patterns.contains { Recipients.matches($0, text) }
    }

    private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        // Where the pattern and the text stand, and where to go back to: the last star, and how much it has taken.
        var (place, read, star, taken) = (0, 0, -1, 0)
        while read < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                (star, taken) = (place, read)
                place += 1
            } else if place < pattern.count, pattern[place] == text[read] {
                place += 1
                read += 1
            } else if star >= 0, text[taken] != UInt8(ascii: "@") {
                taken += 1
                (place, read) = (star + 1, taken)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
