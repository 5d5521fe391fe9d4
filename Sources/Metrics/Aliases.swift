/// A limit on YAML's aliases (`*name`): a few dozen of them, each a list of others, stand for more than any machine can hold.
package enum Aliases {
    /// How many a file may have.
    package static let most = 40

    /// The 1-based line of the first alias beyond the limit; nil where there are no more.
    package static func excess(in text: String) -> Int? {
        var (line, count) = (1, 0)
        // The last byte that is no blank; an alias stands where a value or a key begins.
        var before = UInt8(ascii: "\n")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "*") where "\n:-[,{?".utf8.contains(before):
                count += 1
                if count > most { return line }
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
            case UInt8(ascii: "\n"): line += 1
            default: break
            }
            before = byte
        }
        return nil
    }
}
