import Facts
import Seeded
import Testing

@testable import Intake

/// What the straight ways read of a cell, in each kind and each way of writing, is what the grammar reads.
@Suite struct AgreementTests {
    static let zones = [Zone.utc, StampTests.shanghai, StampTests.newYork]
    static let readings = [ColumnReading.canonical, .comma, .dayFirst, .monthFirst]

    /// One cell of each form that is read straight, and of forms that are nearly so.
    static let forms = [
        "2026-03-02", "2026-03", "2026/03/02", "2026-3-2", "02.03.2026", "3/2/2026", "02-03-2026", "02.03.2026 10:11",
        "26-03-02",
        "3/2/2026 9:05", "2026/3/2 10:11:12", "2026-03-02 10:11", "2026-03-02 10:11:12", "2026-03-02T10:11:12Z",
        "2026-03-02T10:11:12.5+08:00", "2026-03-02T10:11:12.123456789Z", "2026-03-02T10:11:12+0530",
        "2026-03-02T10:11:12+20:00",
        "2026-03-02T10:11:12-14:30", "2026-03-02T10:11+15:00", "2026-03-02 24:00:00", "2026-03-02 23:59:60", "1970-01-01",
        "1970-01-01 00:00:00", "1969-12-31T19:00:00Z", "2099-12-31", "2099-12-31 23:59:59", "31/12/9999", "0000-00-00",
        "0001-01-01",
        "1900-01-01 00:00", "46083", "46083.42", "20260302", "20260302101112", "1234.50", "-0.125", "123456789012345678",
        "1,234",
        "1.234", ".5", "5.", "-.5", "007", "12,50", "1.234,50", "(5)", "5-", "12.5%", "$5", "1e5", "-", "", "NA", "never",
        "Nov-26", "3/2/2026 9:05 PM", "12.03.2026 12:30 am", "3/2/2026 11:05:09PM", "2026/3/2 1:11 pm",
        "3/2/2026 9:05\u{202F}AM",
    ]

    /// A form, most often with a byte or two taken out, put in or changed.
    static func cell(_ random: inout Seeded) -> [UInt8] {
        let alphabet = Array("0123456789.,-+:/TZ %KAPM".utf8)
        var bytes = Array(forms.randomElement(using: &random)!.utf8)
        for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
            let at = bytes.indices.randomElement(using: &random)!
            switch Int.random(in: 0...3, using: &random) {
            case 0: bytes.remove(at: at)
            case 1: bytes.insert(alphabet.randomElement(using: &random)!, at: at)
            default: bytes[at] = alphabet.randomElement(using: &random)!
            }
        }
        return bytes
    }

    @Test func `a cell read straight from its bytes is what the grammar reads`() {
        var random = Seeded(9)
        var (numbers, days, stamps) = (0, 0, 0)
        for _ in 0..<20_000 {
            let bytes = Self.cell(&random)
            let (way, zone) = (Self.readings.randomElement(using: &random)!, Self.zones.randomElement(using: &random)!)
            let text = String(decoding: bytes, as: UTF8.self)
            bytes.withUnsafeBytes { cell in
                for kind in [ColumnKind.money, .number, .percent, .score] {
                    let reader = CellReader(kind, way)
                    guard let plain = reader.plainNumber(cell) else { continue }
                    numbers += 1
                    #expect(reader.spelledAmount(cell) == .value(Amount(value: plain)), "\(text)")
                }
                var (evidence, plain) = (ColumnEvidence(), PlainStamp(zone))
                let day = CellReader(.day, way, zone: zone)
                #expect(day.day(cell, &evidence) == day.spelledDay(cell), "\(text)")
                if day.plainDay(cell) != nil || day.plainMoment(cell) != nil { days += 1 }
                let stamp = CellReader(.stamp, way, zone: zone)
                #expect(stamp.stamp(cell, &plain, &evidence) == stamp.spelledStamp(cell), "\(text)")
                if plain.read(cell) != nil || Moment.plain(cell) != nil { stamps += 1 }
            }
        }
        // That the straight ways were taken at all.
        #expect(numbers > 5_000)
        #expect(days > 1_500)
        #expect(stamps > 1_000)
    }

    @Test func `the straight ways show of a column what a closer look shows`() {
        var random = Seeded(10)
        for _ in 0..<5_000 {
            let bytes = Self.cell(&random)
            let way = Self.readings.randomElement(using: &random)!
            bytes.withUnsafeBytes { cell in
                var (shown, looked) = (ColumnEvidence(), ColumnEvidence())
                _ = CellReader(.day, way).day(cell, &shown)
                looked.add(cell)
                // Numbers are no evidence for dates; only what is of dates is compared.
                let (a, b) = (shown.settled(locale: "en", kind: .day), looked.settled(locale: "en", kind: .day))
                #expect(a == b, "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    @Test func `what a preview cannot read is what a run sets aside`() throws {
        var random = Seeded(12)
        for _ in 0..<4 {
            var text = "date,end_date,amount,category\n"
            for _ in 0..<200 {
                let cells = (0..<2).map { _ in
                    String(decoding: Self.cell(&random), as: UTF8.self).replacing("\"", with: "")
                }
                text += "2026-01-01,2026-01-01,\"\(cells[0])\",\"\(cells[1])\"\n"
            }
            let inbox = TemporaryInbox(["spend.csv": text])
            var settings = IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!)
            settings.maxRejected = 1
            let file = try #require(try collect(inbox: inbox.path).first)
            let preview = FilePreview(try OpenedFile(file, settings: settings), settings: settings)
            let guess = try #require(preview.columns.first { $0.column == "amount" })
            let result = try assemble([read(file, settings: settings)], settings: settings)
            #expect(guess.misfits > 10)
            #expect(result.findings.first { $0.code == "bad-money" }?.count == guess.misfits)
        }
    }

    @Test func `a unit in the column's name multiplies the same on both ways`() {
        var random = Seeded(11)
        for _ in 0..<5_000 {
            let bytes = Self.cell(&random)
            let unit = HeaderName(["ARR ($K)", "ARR (Mio. €)", "金额（万元）"].randomElement(using: &random)!).unit
            let reader = CellReader(.money, Self.readings.randomElement(using: &random)!, unit: unit)
            bytes.withUnsafeBytes { cell in
                guard let plain = reader.plainNumber(cell) else { return }
                #expect(reader.spelledAmount(cell) == .value(Amount(value: plain)), "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }
}

extension ColumnKind {
    static let all: [ColumnKind] = [.text, .id, .word, .currency, .money, .number, .score, .percent, .day, .stamp, .flag]
}
