import Facts

/// Ids as they are compared: without what exports, spreadsheets and address books do to them.
///
/// - Text guards (`="001"`, `'001`, quotes), braces, `mailto:` and `urn:uuid:` go, and blanks at the ends.
/// - A trailing `.0` goes from whole numbers; a number in scientific notation that has all its digits is written out.
/// - Invisible characters go; non-breaking spaces, Unicode form and width become the usual ones.
/// - E-mail addresses and UUIDs are in small letters. The case of every other id tells ids apart.
/// - Of Salesforce's 18 characters the last three go where they check, which leaves the 15 of its short form.
enum IDCell {
    /// An id in the form in which it is compared.
    enum Form {
        /// The cell as it is.
        case plain
        /// A part of the cell.
        case part(UnsafeRawBufferPointer)
        /// A part of the cell, all ASCII, in small letters.
        case small(UnsafeRawBufferPointer)
        /// Another text.
        case text(String)
    }

    /// Whether an id is compared as it stands, which one look at each byte shows of most; where it does not, ``form(_:_:)`` tells.
    ///
    /// - Parameter cell: Without blanks around it, not empty.
    @inline(__always)
    static func isPlain(_ cell: UnsafeRawBufferPointer, _ marks: inout IDMarks) -> Bool {
        if PlainID.isOne(cell) { return true }
        var (isDigits, hasCapitals, hasLetters, hasAt, hasPoint, isOdd) = (true, false, false, false, false, false)
        for byte in cell {
            if byte &- 48 < 10 { continue }
            isDigits = false
            if byte &- 97 < 26 { continue }
            if byte &- 65 < 26 {
                hasCapitals = true
                continue
            }
            switch byte {
            case UInt8(ascii: "@"): hasAt = true
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "+"): hasPoint = true
            case UInt8(ascii: ":"): isOdd = true
            case 32...126: break
            // Pieces of Latin, Greek and Cyrillic letters, of Chinese characters and of most Hangul: they have one form only.
            case 0x80...0xBF, 0xC3...0xCB, 0xCE...0xD1, 0xE4...0xE9, 0xEB...0xEC: hasLetters = true
            default: isOdd = true
            }
        }
        if isDigits {
            marks.add(digits: cell)
            return true
        }
        switch cell[0] {
        case UInt8(ascii: "="), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "{"): return false
        default: break
        }
        // `1001.0`, `1.001E+3`, `1.001E12`; `Ann@Example.com`; a UUID in capitals, with hyphens and without; Salesforce's long form.
        if hasPoint, cell[cell.count - 1] &- 48 < 10, cell[0] &- 48 < 10 { return false }
        if hasCapitals, hasAt || cell.count == 36 || cell.count == 32 { return false }
        return !isOdd && !(hasLetters && hasAt) && cell.count != 18
    }

    /// What a text is compared as; empty where it is no id.
    static func compared(_ text: String) -> String {
        var (text, marks) = (text, IDMarks())
        return text.withUTF8 { bytes in
            let cell = PlainCells.trimmed(UnsafeRawBufferPointer(bytes))
            if MissingWords.isMissing(cell) { return "" }
            return isPlain(cell, &marks) ? cell.asText : withCompared(cell, &marks) { $0.asText }
        }
    }

    /// Calls `body` with the bytes that a cell is compared as; without any where the cell says that there is no id.
    static func withCompared<Result>(
        _ cell: UnsafeRawBufferPointer, _ marks: inout IDMarks, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        func call(_ id: UnsafeRawBufferPointer) -> Result {
            MissingWords.isMissing(id) ? body(UnsafeRawBufferPointer(start: nil, count: 0)) : body(id)
        }
        switch form(cell, &marks) {
        case .plain: return call(cell)
        case .part(let part): return call(part)
        case .small(let part):
            return withUnsafeTemporaryAllocation(byteCount: part.count, alignment: 1) { letters in
                for index in 0..<part.count { letters[index] = part[index] &- 65 < 26 ? part[index] | 32 : part[index] }
                return call(UnsafeRawBufferPointer(letters))
            }
        case .text(var text): return text.withUTF8 { call(UnsafeRawBufferPointer($0)) }
        }
    }

    /// What a cell is compared as that is not plainly plain.
    @inline(never)
    static func form(_ cell: UnsafeRawBufferPointer, _ marks: inout IDMarks) -> Form {
        guard cell.contains(where: { $0 < 32 || $0 > 126 }) else { return undressed(cell, &marks) }
        // Not ASCII, or something invisible: in one form first, and from there on as any other.
        var plain = TextForm.plain(cell.asText)
        if plain.utf8.elementsEqual(cell) { return undressed(cell, &marks) }
        return .text(
            plain.withUTF8 { bytes in
                let cell = UnsafeRawBufferPointer(bytes)
                return cell.count == 0 || isPlain(cell, &marks) ? cell.asText : withCompared(cell, &marks) { $0.asText }
            })
    }

    /// A cell in plain form without its guards, in the letters that count.
    private static func undressed(_ cell: UnsafeRawBufferPointer, _ marks: inout IDMarks) -> Form {
        var id = cell
        while let inner = unwrapped(id) { id = PlainCells.trimmed(inner) }
        guard id.count > 0 else { return .part(id) }
        if isUUID(id) || isAddress(id) {
            return id.allSatisfy({ $0 < 128 }) ? .small(id) : .text(id.asText.lowercased())
        }
        if let whole = withoutZeroFraction(id) {
            marks.add(digits: whole)
            return .part(whole)
        }
        if let short = withoutCheckLetters(id) { return .part(short) }
        if let number = Scientific(id) {
            if let digits = number.digits { return .text(digits) }
            marks.hasScientific = true
            return .part(id)
        }
        if id.count != cell.count, id.allSatisfy({ $0 &- 48 < 10 }) { marks.add(digits: id) }
        return id.count == cell.count ? .plain : .part(id)
    }

    /// What stands in one layer of guards, braces or prefix; nil where there is none.
    private static func unwrapped(_ id: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard id.count > 1, let first = id.first, let last = id.last else { return nil }
        func inside(_ before: Int, _ after: Int) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: id[before..<id.count - after])
        }
        switch first {
        case UInt8(ascii: "="):
            return id.count > 2 && id[1] == UInt8(ascii: "\"") && last == UInt8(ascii: "\"") ? inside(2, 1) : nil
        case UInt8(ascii: "'"): return last == UInt8(ascii: "'") ? inside(1, 1) : inside(1, 0)
        case UInt8(ascii: "\""): return last == UInt8(ascii: "\"") ? inside(1, 1) : nil
        case UInt8(ascii: "{"): return last == UInt8(ascii: "}") ? inside(1, 1) : nil
        case UInt8(ascii: "m"), UInt8(ascii: "M"): return begins(id, "mailto:") ? inside(7, 0) : nil
        case UInt8(ascii: "u"), UInt8(ascii: "U"): return begins(id, "urn:uuid:") ? inside(9, 0) : nil
        default: return nil
        }
    }

    private static func begins(_ id: UnsafeRawBufferPointer, _ prefix: StaticString) -> Bool {
        guard id.count > prefix.utf8CodeUnitCount else { return false }
        for index in 0..<prefix.utf8CodeUnitCount where id[index] | 32 != prefix.utf8Start[index] | 32 { return false }
        return true
    }

    /// 8-4-4-4-12 hexadecimal digits, or 32.
    private static func isUUID(_ id: UnsafeRawBufferPointer) -> Bool {
        func isHex(_ byte: UInt8) -> Bool { byte &- 48 < 10 || (byte | 32) &- 97 < 6 }
        if id.count == 32 { return id.allSatisfy(isHex) }
        guard id.count == 36 else { return false }
        return id.indices.allSatisfy { [8, 13, 18, 23].contains($0) ? id[$0] == UInt8(ascii: "-") : isHex(id[$0]) }
    }

    /// One `@` with something before it, and a point inside what is behind it.
    private static func isAddress(_ id: UnsafeRawBufferPointer) -> Bool {
        guard let at = id.firstIndex(of: UInt8(ascii: "@")), at > 0, !id.contains(32) else { return false }
        let host = id[(at + 1)...]
        guard !host.contains(UInt8(ascii: "@")), let point = host.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return point > host.startIndex && point < host.endIndex - 1
    }

    /// The digits before `.0` or `,0`. Three zeros behind up to three digits are thousands as likely as a fraction, and stay;
    /// so do several zeros behind a comma.
    private static func withoutZeroFraction(_ id: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard let point = id.firstIndex(where: { $0 &- 48 >= 10 }), point > 0 else { return nil }
        let zeros = id.count - point - 1
        guard zeros > 0, id[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        switch id[point] {
        case UInt8(ascii: "."): guard zeros != 3 || point > 3 else { return nil }
        case UInt8(ascii: ","): guard zeros == 1 else { return nil }
        default: return nil
        }
        return UnsafeRawBufferPointer(rebasing: id[..<point])
    }

    /// The short form of a Salesforce id of 18 letters and digits: each of the last three says which of five characters are
    /// capitals, so that programs which do not tell them apart keep ids apart. Nil where they do not check.
    private static func withoutCheckLetters(_ id: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard id.count == 18 else { return nil }
        for group in 0..<3 {
            var capitals: UInt8 = 0
            for place in 0..<5 {
                let byte = id[group * 5 + place]
                if byte &- 65 < 26 {
                    capitals |= 1 << UInt8(place)
                } else if byte &- 48 >= 10, byte &- 97 >= 26 {
                    return nil
                }
            }
            let letter = capitals < 26 ? 65 + capitals : 48 + capitals - 26
            guard id[15 + group] == letter else { return nil }
        }
        return UnsafeRawBufferPointer(rebasing: id[..<15])
    }
}

/// A whole number in scientific notation: `1.00123E+12`.
private struct Scientific {
    /// The number written out; nil where the notation has fewer digits than the number, so that some are lost.
    var digits: String?

    /// Nil where an id is none. One digit before the decimal sign, and a sign before the exponent or digits behind the point:
    /// `12E5` and `1E10` are ids.
    init?(_ id: UnsafeRawBufferPointer) {
        guard id.count >= 5, id[0] &- 49 < 9, let e = id.firstIndex(where: { $0 | 32 == UInt8(ascii: "e") }) else { return nil }
        var fraction = id[1..<e]
        if let point = fraction.first {
            guard point == UInt8(ascii: ".") || point == UInt8(ascii: ","), fraction.count > 1 else { return nil }
            fraction = fraction.dropFirst()
        }
        var exponent = id[(e + 1)...]
        let hasSign = exponent.first == UInt8(ascii: "+")
        if hasSign { exponent = exponent.dropFirst() }
        guard hasSign || !fraction.isEmpty, (1...3).contains(exponent.count) else { return nil }
        guard fraction.allSatisfy({ $0 &- 48 < 10 }), exponent.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        let power = exponent.reduce(0) { $0 * 10 + Int($1 &- 48) }
        guard power <= fraction.count, fraction.dropFirst(power).allSatisfy({ $0 == UInt8(ascii: "0") }) else { return }
        digits = String(decoding: [id[0]] + fraction.prefix(power), as: UTF8.self)
    }
}

extension BytePool {
    /// The code of an id as it is compared, with how it is written; 0 where a cell says that there is none.
    ///
    /// - Parameter cell: Without blanks around it, not empty.
    @inline(__always)
    mutating func code(id cell: UnsafeRawBufferPointer, _ marks: inout IDMarks) -> UInt32 {
        IDCell.isPlain(cell, &marks) ? code(cell) : code(dressed: cell, &marks)
    }

    /// The same of an id that is not plain.
    mutating func code(dressed cell: UnsafeRawBufferPointer, _ marks: inout IDMarks) -> UInt32 {
        IDCell.withCompared(cell, &marks) { id in id.elementsEqual(cell) ? code(id) : code(id, written: cell.asText) }
    }
}

/// What the ids of a column show that no single one of them does. Parts of a column may be merged in any order.
struct IDMarks: Sendable, Equatable {
    /// Whether some are in scientific notation with digits lost.
    var hasScientific = false
    /// Whether some are of more than ``roundedFrom`` digits, all zeros behind those.
    private(set) var hasRounded = false
    /// Whether some of more digits have another digit there: then none was rounded.
    private(set) var hasExact = false
    /// Whether some are digits that begin with a zero.
    private(set) var hasLeadingZero = false
    /// The lengths of those that are digits; `Int.max` and 0 where there are none.
    private(set) var shortest = Int.max, longest = 0

    /// Whether some are digits.
    var hasDigits: Bool { longest > 0 }

    /// How many digits of a number spreadsheets keep.
    static let roundedFrom = 15

    /// Whether digits of ids may have been lost.
    var mayHaveLostDigits: Bool { hasScientific || (hasRounded && !hasExact) }

    /// Adds an id of digits.
    @inline(__always)
    mutating func add(digits: UnsafeRawBufferPointer) {
        let count = digits.count
        if count < shortest { shortest = count }
        if count > longest { longest = count }
        if digits[0] == UInt8(ascii: "0"), count > 1 { hasLeadingZero = true }
        if count > IDMarks.roundedFrom { addLong(digits) }
    }

    private mutating func addLong(_ digits: UnsafeRawBufferPointer) {
        if IDMarks.isRounded(digits) { hasRounded = true } else { hasExact = true }
    }

    /// Whether an id is of digits of which spreadsheets keep the first only, and the others are zeros.
    static func isRounded(_ id: UnsafeRawBufferPointer) -> Bool {
        id.count > roundedFrom && id.allSatisfy { $0 &- 48 < 10 }
            && id[roundedFrom...].allSatisfy { $0 == UInt8(ascii: "0") }
    }

    /// Whether an id is in scientific notation with digits lost.
    static func isScientific(_ id: UnsafeRawBufferPointer) -> Bool { Scientific(id).map { $0.digits == nil } ?? false }

    /// Adds the ids of another part of the column.
    mutating func merge(_ other: IDMarks) {
        hasScientific = hasScientific || other.hasScientific
        hasRounded = hasRounded || other.hasRounded
        hasExact = hasExact || other.hasExact
        hasLeadingZero = hasLeadingZero || other.hasLeadingZero
        shortest = min(shortest, other.shortest)
        longest = max(longest, other.longest)
    }
}

extension IDMarks {
    /// Writes what the ids show.
    func store(in writer: inout KeptWriter) {
        for flag in [hasScientific, hasRounded, hasExact, hasLeadingZero] { writer.write(flag) }
        writer.write(shortest)
        writer.write(longest)
    }

    /// Reads what ``store(in:)`` wrote.
    init(from reader: inout KeptReader) throws(ColumnDamage) {
        hasScientific = try reader.flag()
        hasRounded = try reader.flag()
        hasExact = try reader.flag()
        hasLeadingZero = try reader.flag()
        (shortest, longest) = (try reader.number(), try reader.number())
    }
}
