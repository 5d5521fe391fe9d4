import Seeded
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@testable import CSV

/// `text` in another encoding, by the system's converter.
func encoded(_ text: String, _ encoding: String) -> [UInt8] {
    let converter = iconv_open(encoding, "UTF-8")
    defer { iconv_close(converter) }
    var source = Array(text.utf8).map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 4 + 16)
    var left = source.count
    var room = target.count
    source.withUnsafeMutableBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
            var from = source.baseAddress
            var to = target.baseAddress
            _ = iconv(converter, &from, &left, &to, &room)
        }
    }
    return target.dropLast(room).map { UInt8(bitPattern: $0) }
}

@Suite("Encodings")
struct EncodingTests {
    private static let western = [
        ["Name", "Straße", "Betrag", "Datum"], ["Müller", "Königsallee 5", "1.234,50 €", "03.11.2026"],
        ["Café Zoé", "Rue de l'Église", "99,00 €", "24.12.2026"], ["Peña", "Calle Niño 7", "5,10 €", "01.02.2026"],
    ]
    private static let simplified = [
        ["客户编号", "客户名称", "金额", "日期"], ["C001", "深圳市华强科技有限公司", "12000.50", "2026-11-03"], ["C002", "王小明", "99", "2026-12-24"],
    ]
    private static let traditional = [
        ["客戶編號", "客戶名稱", "金額", "日期"], ["C001", "臺北市聯華電子股份有限公司", "12000.50", "2026-11-03"], ["C002", "陳美玲", "99", "2026-12-24"],
    ]
    private static let japanese = [
        ["顧客番号", "顧客名", "金額", "日付"], ["C001", "株式会社サクラ商事", "12000", "2026-11-03"], ["C002", "田中 ひろし", "99", "2026-12-24"],
    ]

    static let cases: [(name: String, encoding: TextEncoding, rows: [[String]])] = [
        ("UTF-8", .utf8, western), ("UTF-8", .utf8, simplified), ("WINDOWS-1252", .windows1252, western),
        ("GB18030", .gb18030, simplified), ("CP950", .big5, traditional), ("CP932", .shiftJIS, japanese),
        ("UTF-16LE", .utf16le, western), ("UTF-16BE", .utf16be, simplified), ("UTF-16LE", .utf16le, japanese),
    ]

    @Test("each in each delimiter, from files of two or three records", arguments: cases.indices)
    func matrix(index: Int) throws {
        let (name, encoding, rows) = Self.cases[index]
        for delimiter in [",", ";", "\t", "|", " ", ", "] {
            for end in ["\n", "\r\n"] {
                let text = Style(delimiter: delimiter, lineEnd: end).file(rows)
                let table = try Document.read(bytes: encoded(text, name), name: "x.csv")
                #expect(table.layout.encoding == encoding, "\(name) \(delimiter)")
                #expect(table.layout.header == rows[0], "\(name) \(delimiter)")
                #expect(table.records == Array(rows.dropFirst()), "\(name) \(delimiter)")
            }
        }
    }

    @Test(
        "a file decoded in pieces is the file decoded in one",
        arguments: [
            (TextEncoding.gb18030, nil), (.big5, nil), (.big5, "BIG5-HKSCS"), (.shiftJIS, nil), (.windows1252, nil),
            (.utf8, nil),
            (.utf16le, nil), (.utf16be, nil),
        ] as [(TextEncoding, String?)])
    func pieces(encoding: TextEncoding, iconvName: String?) throws {
        var seed = Seeded(31)
        let isWide = encoding == .utf16le || encoding == .utf16be
        // Line ends, ASCII, and what begins and ends characters of several bytes.
        let bytes: [UInt8] = [
            10, 10, 13, 44, 65, 0x30, 0x31, 0x7E, 0x81, 0xB0, 0xC9, 0xA4, 0xCF, 0xE4, 0xB8, 0xAD, 0xFE, 0xFF, 0x80,
        ]
        let units: [[UInt8]] = [
            [10, 0], [10, 0], [65, 0], [44, 0], [0x2D, 0x4E], [0x3D, 0xD8], [0x00, 0xDE], [0, 10], [0, 65],
        ]
        for _ in 0..<300 {
            var text: [UInt8] = []
            for _ in 0..<seed.next(400) {
                text += isWide ? units[seed.next(units.count)] : [bytes[seed.next(bytes.count)]]
            }
            // An odd byte at the end, or somewhere.
            if seed.next(4) == 0 { text.insert(65, at: seed.next(text.count + 1)) }
            let whole = try #require(Decoder(encoding, iconvName: iconvName, piece: 1 << 20).decode(Store(text), from: 0))
            let content = whole.store.bytes(at: 0, count: whole.store.size)
            for piece in [16, 37, 100] {
                let parts = try #require(Decoder(encoding, iconvName: iconvName, piece: piece).decode(Store(text), from: 0))
                #expect(parts.store.bytes(at: 0, count: parts.store.size) == content)
                #expect(parts.losses == whole.losses && parts.firstLoss == whole.firstLoss)
            }
        }
    }

    @Test("a byte order mark settles the encoding")
    func marks() throws {
        for (name, mark, encoding) in [
            ("UTF-16LE", [0xFF, 0xFE], TextEncoding.utf16le), ("UTF-16BE", [0xFE, 0xFF], .utf16be),
            ("UTF-8", [0xEF, 0xBB, 0xBF], .utf8),
        ] as [(String, [UInt8], TextEncoding)] {
            let table = try Document.read(bytes: mark + encoded("姓名,分\n李,9\n", name), name: "x.csv")
            #expect(table.layout.encoding == encoding)
            #expect(table.layout.hadBOM)
            #expect(table.layout.header == ["姓名", "分"])
            #expect(table.records == [["李", "9"]])
        }
    }

    @Test(
        "one accented letter is enough for Windows-1252, two Chinese characters for GB18030",
        arguments: [
            ("Café", "WINDOWS-1252", TextEncoding.windows1252), ("José", "WINDOWS-1252", .windows1252),
            ("1.200 €", "WINDOWS-1252", .windows1252), ("£5", "WINDOWS-1252", .windows1252), ("北京", "GB18030", .gb18030),
            ("姓名", "GB18030", .gb18030), ("女", "GB18030", .gb18030), ("Ůz", "UTF-8", .utf8), ("臺北", "CP950", .big5),
            ("客戶", "CP950", .big5), ("東京", "CP932", .shiftJIS),
            ("カタカナ", "CP932", .shiftJIS),
        ])
    func short(text: String, name: String, encoding: TextEncoding) throws {
        let table = try Document.read(bytes: encoded("id,name,n\n1,\(text),2\n2,plain,3\n", name), name: "x.csv")
        #expect(table.layout.encoding == encoding)
        #expect(table.records[0][1] == text)
    }

    @Test("a few Windows-1252 bytes in a UTF-8 file are read as such and reported")
    func mixed() throws {
        var bytes = Array("name,n\n".utf8)
        for row in 0..<30 { bytes += Array("Zoé,\(row)\n".utf8) }
        bytes += encoded("José,99\n", "WINDOWS-1252")
        let table = try Document.read(bytes: bytes, name: "x.csv")
        #expect(table.layout.encoding == .utf8)
        #expect(table.records.last == ["José", "99"])
        #expect(table.findings.map(\.code) == ["mixed-encoding"])
        #expect(table.findings[0].line == 32)
    }

    @Test("a wish about the encoding goes before every guess")
    func wish() throws {
        let bytes = encoded("name,n\nCafé,1\n", "WINDOWS-1252")
        let table = try Document.read(bytes: bytes, name: "x.csv", overrides: Overrides(encoding: .windows1252))
        #expect(table.records == [["Café", "1"]])
        #expect(TextEncoding(named: "Shift_JIS") == .shiftJIS)
        #expect(TextEncoding(named: "gbk") == .gb18030)
        #expect(TextEncoding(named: "klingon") == nil)
    }
}
