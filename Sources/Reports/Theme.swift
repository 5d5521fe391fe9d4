import Glibc

/// What a company gives its reports of its own look. Colours that say good or bad are not among it: they mean the same in every report.
public struct Theme: Sendable, Hashable {
    /// The colour of links and of the band above the page, on a light ground and on a dark one; nil for the report's own.
    public var accent: Accent?
    /// The picture before the company's name; nil for none.
    public var logo: Logo?

    /// The report's own look.
    public init() {}

    /// A colour on both grounds.
    public struct Accent: Sendable, Hashable {
        /// On the light ground and on the dark one.
        public let light, dark: Color

        /// A colour for the light ground and one for the dark one: where none is named, the nearest to the first that can be read there.
        public init(light: Color, dark: Color? = nil) {
            self.light = light
            self.dark = dark ?? light.nearest(to: .white, on: .darkGround)
        }
    }

    /// A picture that the page holds itself.
    public struct Logo: Sendable, Hashable {
        /// What it is: `image/png` or `image/svg+xml`.
        public let type: String
        /// Its bytes.
        public let bytes: [UInt8]

        /// A picture; see the properties.
        public init(type: String, bytes: [UInt8]) { (self.type, self.bytes) = (type, bytes) }

        /// A PNG picture up to the end of its last chunk; nil where that is missing.
        ///
        /// Source: PNG specification, 11.2.5: IEND, which has a fixed checksum, ends the picture.
        public init?(png bytes: [UInt8]) {
            let end = Logo.endOfPNG
            guard let last = bytes.indices.last(where: { bytes[$0...].starts(with: end) }) else { return nil }
            self.init(type: "image/png", bytes: Array(bytes[..<(last + end.count)]))
        }

        /// The name and the checksum of a PNG's last chunk.
        static let endOfPNG: [UInt8] = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

        /// How wide and high it is in pixels, as its header says; nil of a drawing, and of a picture that says it is empty.
        ///
        /// Source: PNG specification, 11.2.2: IHDR is the first chunk.
        var pixels: (width: Int, height: Int)? {
            guard type == "image/png", bytes.count >= 24 else { return nil }
            func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
            let (width, height) = (number(16), number(20))
            return width > 0 && height > 0 && width <= 20 * height ? (width, height) : nil
        }
    }
}

/// An opaque colour of sRGB.
public struct Color: Sendable, Hashable {
    /// Its parts, 0 to 255.
    public let red, green, blue: UInt8

    /// The contrast that text needs on its ground: WCAG 2.2, success criterion 1.4.3.
    public static let readable = 4.5

    /// The grounds of the page.
    public static let lightGround = Color(red: 0xFF, green: 0xFF, blue: 0xFF)
    /// The ground of the page where the reader prefers dark.
    public static let darkGround = Color(red: 0x11, green: 0x16, blue: 0x1C)
    static let (white, black) = (lightGround, Color(red: 0, green: 0, blue: 0))

    init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// A colour as written for the web: `#0a559f`, `#059`; nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "#") else { return nil }
        let digits = text.dropFirst().compactMap(\.hexDigitValue)
        guard digits.count == text.utf8.count - 1 else { return nil }
        switch digits.count {
        case 3: self.init(red: UInt8(digits[0] * 17), green: UInt8(digits[1] * 17), blue: UInt8(digits[2] * 17))
        case 6:
            let parts = stride(from: 0, to: 6, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
            self.init(red: parts[0], green: parts[1], blue: parts[2])
        default: return nil
        }
    }

    /// `#0a559f`.
    public var text: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The relative luminance of WCAG 2.2, 0 to 1.
    private var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast of two colours, 1 to 21.
    public func contrast(with other: Color) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// The first colour on the way to white or black that can be read on a ground; itself where it can.
    public func nearest(on ground: Color) -> Color { nearest(to: ground.luminance < 0.18 ? .white : .black, on: ground) }

    func nearest(to end: Color, on ground: Color) -> Color {
        for step in 0...255 {
            func part(_ from: UInt8, _ to: UInt8) -> UInt8 { UInt8((Int(from) * (255 - step) + Int(to) * step + 127) / 255) }
            let color = Color(red: part(red, end.red), green: part(green, end.green), blue: part(blue, end.blue))
            if color.contrast(with: ground) >= Color.readable { return color }
        }
        return end
    }
}
