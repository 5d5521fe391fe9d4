/// Folds many texts as ``TextForm/folded(_:)`` does, and keeps what each character comes to.
public struct TextFolder {
    /// By scalar of the basic plane: what it comes to, as a place among the images; 0 where that is not known yet.
    private var places = [UInt16](repeating: 0, count: 0x1_0000)
    /// The bytes of each image; nil where the letters around a scalar matter. The first is nobody's.
    private var images: [[UInt8]?] = [nil]

    /// A folder that has met no character.
    public init() {}

    /// Adds the folded form of a text, which is UTF-8, to some bytes.
    public mutating func fold(_ text: UnsafeRawBufferPointer, into folded: inout [UInt8]) {
        let start = folded.count
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte < 0x80 {
                TextForm.add(byte, to: &folded, from: start)
                at += 1
                continue
            }
            guard let (scalar, length) = TextFolder.scalar(text, at), let image = image(scalar) else {
                folded.removeLast(folded.count - start)
                folded.append(contentsOf: TextForm.folded(String(decoding: text, as: UTF8.self)).utf8)
                return
            }
            if image == TextFolder.blank {
                TextForm.add(32, to: &folded, from: start)
            } else {
                folded.append(contentsOf: image)
            }
            at += length
        }
        if folded.count > start, folded.last == 32 { folded.removeLast() }
    }

    private static let blank: [UInt8] = [32]

    /// The scalar of two or three bytes at a place, and how many they are; nil where there is another, or none.
    private static func scalar(_ text: UnsafeRawBufferPointer, _ at: Int) -> (value: UInt32, length: Int)? {
        func next(_ place: Int) -> UInt32? {
            guard at + place < text.count, text[at + place] & 0xC0 == 0x80 else { return nil }
            return UInt32(text[at + place] & 0x3F)
        }
        let first = UInt32(text[at])
        switch first {
        case 0xC2...0xDF:
            guard let second = next(1) else { return nil }
            return ((first & 0x1F) << 6 | second, 2)
        case 0xE0...0xEF:
            guard let second = next(1), let third = next(2) else { return nil }
            let value = (first & 0x0F) << 12 | second << 6 | third
            return value < 0x800 || (0xD800...0xDFFF).contains(value) ? nil : (value, 3)
        default: return nil
        }
    }

    /// What a scalar comes to wherever it stands; nil where the letters around it matter.
    private mutating func image(_ value: UInt32) -> [UInt8]? {
        let place = places[Int(value)]
        if place > 0 { return images[Int(place)] }
        let image = TextForm.image(Unicode.Scalar(value)!)
        // There are as many images as places at most, less the ASCII ones.
        places[Int(value)] = UInt16(images.count)
        images.append(image)
        return image
    }
}
