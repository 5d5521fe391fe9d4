import CSV
import Facts
import Glibc
import Seeded
import Testing

@testable import Intake

/// What was read of a file, kept and loaded in the place of reading.
@Suite struct KeptReadingTests {
    private static func kept(
        _ folder: TemporaryInbox, build: String = "1", reads: Bool = true, writes: Bool = true, smallest: Int = 0,
        spare: Int = 0
    ) -> KeptReadings {
        KeptReadings(
            folder: folder.path, build: build, use: .init(reads: reads, writes: writes), smallest: smallest, spare: spare)
    }

    /// Everything of a reading but where its records are, as one text.
    static func text(_ file: ReadFile) -> String {
        func text(_ column: ColumnData) -> String {
            guard case .texts(let column) = column else { return CanonicalText.of(column) }
            let found = column.pool.texts.dropFirst().map { column.pool.find($0).map { "\($0)" } ?? "?" }
            return "\(Array(column.codes)) \(column.pool.texts) \(found) \(CanonicalText.of(column.pool.written))"
        }
        var parts: [Any] = [file.source?.rawValue ?? "", file.rows, file.excluded, file.found.all, file.header, file.columns]
        parts += [file.spread as Any, file.made, file.readings, file.readers, file.ids, file.offsets, file.rejects]
        parts += [file.mended, file.assumptions, file.asOf as Any]
        return parts.map(CanonicalText.of).joined(separator: "\n") + "\n"
            + file.table.map { $0.map(text) ?? "-" }.joined(separator: "\n")
    }

    /// Reads all files of an inbox, keeps them, loads them, and holds both beside each other.
    private func expectSame(
        _ inbox: TemporaryInbox, asOf: String = "2026-11-15", _ comment: Comment? = nil,
        _ change: (inout IntakeSettings) -> Void = { _ in }
    ) throws {
        let folder = TemporaryInbox()
        var settings = IntakeSettings(inbox: inbox.path, asOf: Day(asOf)!)
        settings.maxRejected = 1
        change(&settings)
        let files = try collect(inbox: inbox.path)
        let fresh = files.map { read($0, settings: settings) }
        let writing = Self.kept(folder)
        settings.kept = writing
        for file in files { _ = read(file, settings: settings) }
        settings.kept = Self.kept(folder, writes: false)
        let loaded = files.map { read($0, settings: settings) }
        for (one, other) in zip(fresh, loaded) {
            #expect(Self.text(one) == Self.text(other), comment)
            guard one.isKeepable else { continue }
            #expect(other.document != nil && one.document?.layout == other.document?.layout, comment)
            for row in 0..<min(one.offsets.count, 40) {
                let offset = one.offsets[row]
                #expect(one.document?.line(at: offset) == other.document?.line(at: offset), comment)
                #expect(one.document?.cells(at: offset) == other.document?.cells(at: offset), comment)
            }
        }
        #expect(settings.kept?.used == writing.used && writing.notes.isEmpty && settings.kept?.notes.isEmpty == true, comment)
        #expect(writing.used.count == fresh.count { $0.isKeepable }, comment)
        settings.kept = nil
        let (one, other) = (assembled(fresh, settings: settings), assembled(loaded, settings: settings))
        #expect(one.error?.message == other.error?.message, comment)
        guard let one = one.result, let other = other.result else { return }
        #expect(one.findings == other.findings && one.rejected == other.rejected && one.files == other.files, comment)
        #expect(one.terms == other.terms && one.costs == other.costs && one.leads == other.leads, comment)
        #expect(
            CanonicalText.of(one.facts.dimensions.map(\.name)) == CanonicalText.of(other.facts.dimensions.map(\.name)), comment)
    }

    @Test(arguments: 1...8)
    func `what is loaded is what was read, of any company`(_ seed: Int) throws {
        let inbox = TemporaryInbox()
        for (name, header, rows) in PropertyTests.company(UInt64(seed)) {
            inbox.write(name, ([header] + rows).joined(separator: "\n") + "\n")
        }
        try expectSame(inbox, "\(seed)")
    }

    @Test func `it is so of messy files too`() throws {
        let inbox = TemporaryInbox([
            "deutsch.csv": "Datum;Betrag;Kategorie\n01.10.2026;1.234,50;Marketing\n31.10.2026;7,25;Vertrieb\nx;1;y\n",
            "leads.csv": #"""
            Leads of the year,,,,
            lead_id,created_at,won_at,lost_at,"owner, that is"
            "=""001""",2026-01-02 10:00:00.250,,,"a
            b"
            002,2026-01-03T11:00:00+02:00,2026-02-03,,""
            002,never,,,x
            \#(String(repeating: "long-", count: 80))1,2199-01-01,,,
            1.5E+17,2026-01-02,,,
            Total,,,,
            """# + "\n",
            "targets.csv": "metric,owner,Q1 2026,Q2 2026\nnet_new_arr,Ann,\"1,000\",$2000\nwin_rate,,20%,0.3\n",
            "events.csv": "lead_id,stage,at\nL1,lead,2026-01-01\nL1,mql,2026-01-05\nL2,what,2026-01-05\n",
            "opportunities.csv":
                "opportunity_id,lead_id,created_at,stage,close_date,amount,currency\nO1,L1,2026-01-01,Closed Won,2026-02-01,5 k€,EUR\n"
                + "O2,,2026-01-01,Somewhere,2026-02-01,7,USD\n",
            "snapshots.csv": "month,customer_id,mrr\n2026-01,A,10\n2026-02,A,\"12,5\"\n2026-02,B,(3)\n",
            "nps.csv": "response_id,responded_at,score,comment\nR1,2026-03-01,10 - Extremely likely,good\nR2,2026-03-02,3,\n",
            "people.csv": "name,team,start_date,end_date\nAnn,sales,2025-01-01,\nBob,marketing,2025-06-01,2026-01-31\n",
            "two-rows.csv": "Deal,Deal,Money\nlead id,created at,amount\nL9,2026-05-01,12\n",
            "notes.csv": "period,audience,text\n2026-10,,Fine\n", "empty.csv": "", "other.csv": "a,b\n1,2\n",
        ])
        inbox.write("cut.csv", Array("date,amount\n2026-01-01,5\n2026-01-02,".utf8) + [0, 0, 0])
        if let bytes = encoded("日期,金额,类别\n2026-10-01,\"1,200\",市场\n2026年10月2日,￥30,销售\n", "GB18030") {
            inbox.write("费用.csv", bytes)
        }
        try expectSame(inbox)
        try expectSame(inbox, asOf: "2026-01-10")
        try expectSame(inbox) { settings in
            settings.locale = "de"
            settings.zone = Zone(identifier: "X", changes: [1_774_746_000], offsets: [3600, 7200])
            settings.dimensions = ["owner", "segment"]
            settings.rules[.leads, default: SourceRules()].load = .append
        }
    }

    @Test func `mended rows are loaded with the lines that they mend`() throws {
        let inbox = TemporaryInbox([
            "spend-2026-10.csv": "date,amount,vendor\n2026-10-01,5,a\n2026-10-02,abc,b\n2026-10-03,7,c\n"
        ])
        let table = try #require(try inbox.intake { $0.maxRejected = 1 }.rejected.first)
        let rows = table.rows.map { row in
            zip(table.header, row).map { $0 == "amount" ? "6.50" : $1.contains(",") ? "\"\($1)\"" : $1 }
        }
        inbox.write("mended.csv", ([table.header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n")
        try expectSame(inbox)
        #expect(try inbox.intake().costs.count == 3)
    }

    private static let foreign = "date,amount,currency\n2026-10-01,5,USD\n2026-10-02,7,XTS\n"

    @Test func `a row that a load rule rejects has its cells from the file, opened when they are asked for`() throws {
        var (inbox, file, settings, folder) = try one(Self.foreign)
        defer { withExtendedLifetime((inbox, folder)) {} }
        settings.maxRejected = 1
        var anew = settings
        anew.kept = nil
        let once = assembled([read(file, settings: anew)], settings: settings).result
        let again = assembled([read(file, settings: settings)], settings: settings).result
        #expect(once?.rejected.first?.rows.first?.starts(with: ["2026-10-02", "7", "XTS"]) == true)
        #expect(once?.rejected == again?.rejected && settings.kept?.used.count == 1)
    }

    @Test func `where the file is another by then, the run must not publish`() throws {
        var (inbox, file, settings, folder) = try one(Self.foreign)
        defer { withExtendedLifetime(folder) {} }
        settings.maxRejected = 1
        let loaded = read(file, settings: settings)
        inbox.write("spend.csv", Self.foreign.replacing("7,XTS", with: "9,XTS"), modified: 1_700_000_009)
        let error = assembled([loaded], settings: settings).error
        #expect(error?.message.contains("written to") == true, "\(error?.message ?? "no error")")
    }

    // MARK: What is used

    private static let costs = "date,amount\n2026-10-01,5\n2026-10-02,1.234\n"

    /// The file of an inbox with one, its settings, and the folder of its reading.
    private func one(_ text: String = costs, name: String = "spend.csv") throws -> (
        inbox: TemporaryInbox, file: InboxFile, settings: IntakeSettings, folder: TemporaryInbox
    ) {
        let (inbox, folder) = (TemporaryInbox([name: text]), TemporaryInbox())
        let file = try #require(collect(inbox: inbox.path).first)
        var settings = IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!)
        settings.kept = Self.kept(folder)
        _ = read(file, settings: settings)
        #expect(settings.kept?.used.count == 1)
        return (inbox, file, settings, folder)
    }

    @Test func `what reading depends on makes another reading, and what it does not depend on none`() throws {
        let (inbox, file, settings, folder) = try one()
        defer { withExtendedLifetime(inbox) {} }
        let kept = Self.kept(folder)
        func isKnown(_ change: (inout IntakeSettings) -> Void) -> Bool {
            var settings = settings
            change(&settings)
            return kept.reading(of: file, settings) != nil
        }
        func isRuled(_ change: (inout SourceRules) -> Void) -> Bool {
            isKnown { change(&$0.rules[.spend, default: SourceRules()]) }
        }
        #expect(isKnown { _ in })
        #expect(isKnown { $0.workers = 7 } && isKnown { $0.asOf = Day("2026-01-01")! } && isKnown { $0.grain = .week })
        #expect(isKnown { $0.keepsOrigins = true } && isKnown { $0.maxRejected = 0.5 } && isKnown { $0.inbox = "elsewhere" })
        #expect(!isKnown { $0.locale = "de" } && !isKnown { $0.currency = Currency("EUR") })
        #expect(!isKnown { $0.zone = Zone(identifier: "UTC", changes: [], offsets: [3600]) })
        #expect(!isKnown { $0.dimensions = ["region", "segment", "channel"] } && !isKnown { $0.stages = ["lead", "won"] })
        #expect(
            !isKnown { $0.figures = ["x"] } && !isKnown { $0.targetNames = ["a": "b"] } && !isKnown { $0.moneyTargets = ["a"] })
        #expect(
            !isKnown { $0.percentMetrics = [PercentMetric(id: "a", canExceedOne: true)] } && !isKnown { $0.countsLeads = true })
        #expect(!isRuled { $0.decimal = "," } && !isRuled { $0.dateOrder = .dayFirst } && !isRuled { $0.load = .snapshot })
        #expect(!isRuled { $0.aliases = ["amount": ["Betrag"]] } && !isRuled { $0.patterns = ["*.csv"] })
        #expect(!isRuled { $0.headerRow = 1 } && !isRuled { $0.unique = ["amount"] })
        #expect(Self.kept(folder, build: "2").reading(of: file, settings) == nil)
        #expect(Self.kept(folder, smallest: file.size + 1).reading(of: file, settings) == nil)
        #expect(Self.kept(folder, reads: false).reading(of: file, settings) == nil)
        var (other, moved) = (file, file)
        other.sha256 = String(repeating: "0", count: 64)
        moved.path = "b/spend.csv"
        #expect(kept.reading(of: other, settings) == nil && kept.reading(of: moved, settings) == nil && kept.notes.isEmpty)
    }

    @Test func `settings are one text, in whatever order they were given`() {
        let names = (0..<200).map { "name \($0)" }
        var settings = [names, names.reversed()].map { names in
            var settings = IntakeSettings(inbox: "", asOf: Day("2026-11-15")!)
            for name in names {
                settings.targetNames[name] = name + "!"
                settings.moneyTargets.insert(name)
                settings.rules[.leads, default: SourceRules()].aliases[name] = [name]
            }
            return settings
        }
        #expect(settings[0].readingText == settings[1].readingText)
        settings[1].rules[.leads]?.aliases["name 7"] = ["name 7", ""]
        #expect(settings[0].readingText != settings[1].readingText)
    }

    @Test func `what depends on the as-of date is used for that date alone`() throws {
        let deals = "opportunity_id,created_at,stage,close_date,amount\nO1,2026-01-01,Somewhere,2026-02-01,5\n"
        let (inbox, file, settings, folder) = try one(deals, name: "opportunities.csv")
        defer { withExtendedLifetime(inbox) {} }
        let kept = Self.kept(folder)
        var later = settings
        later.asOf = Day("2026-11-16")!
        #expect(kept.reading(of: file, settings)?.asOf == settings.asOf && kept.reading(of: file, later) == nil)
        #expect(read(file, settings: later).findings == read(file, settings: settings).findings && kept.notes.isEmpty)
        later.asOf = Day("2026-01-15")!
        #expect(read(file, settings: later).findings != read(file, settings: settings).findings)
    }

    // MARK: Damage

    /// The bytes of the one reading in a folder, and a way to put others there.
    private func bytes(_ folder: TemporaryInbox, _ name: String) -> [UInt8] {
        let descriptor = open("\(folder.path)/\(name)", O_RDONLY)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return Array(bytes.prefix(max(0, count)))
    }

    @Test(arguments: 1...3)
    func `one that is damaged, cut short or longer is left aside with a note, and the file is read`(_ seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let rows = (0..<4000).map { "L\($0),2026-01-02,owner \($0 % 7)" }
        let (inbox, file, settings, folder) = try one(
            "lead_id,created_at,owner\n" + rows.joined(separator: "\n") + "\n", name: "leads.csv")
        defer { withExtendedLifetime(inbox) {} }
        let name = try #require(settings.kept?.used.first)
        let (right, expected) = (bytes(folder, name), Self.text(read(file, settings: settings)))
        #expect(right.count > 4 * KeptFile.small)
        for turn in 0..<16 {
            var wrong = right
            switch turn % 4 {
            case 0: wrong.removeLast(1 + random.next(wrong.count))
            case 1: wrong[random.next(KeptFile.headSize - 24)] ^= 1 << random.next(8)
            case 2: wrong.append(UInt8(random.next(256)))
            default:
                for _ in 0..<(1 + random.next(3)) {
                    wrong[KeptFile.headSize + random.next(wrong.count - KeptFile.headSize)] ^= UInt8(1 + random.next(255))
                }
            }
            if wrong == right { continue }
            folder.write(name, wrong)
            var settings = settings
            settings.kept = Self.kept(folder)
            #expect(Self.text(read(file, settings: settings)) == expected, "\(turn)")
            #expect(settings.kept?.notes.map(\.kind) == [.damagedReading], "\(turn)")
            // It was written anew.
            let isRight = bytes(folder, name) == right
            #expect(isRight, "\(turn)")
        }
        folder.write(name, right)
        let other = Self.kept(folder, build: "2")
        folder.write(other.name(file, settings), right)
        #expect(other.reading(of: file, settings) == nil && other.notes.first?.message.contains("another's") == true)
    }

    @Test func `one that was written of what cannot be is refused though its checksum is right`() throws {
        let rows = (0..<70).map { "S\($0),C\($0),2026-01-02,\($0).5,smb,EUR" }
        let (inbox, file, settings, folder) = try one(
            "subscription_id,customer_id,start_date,arr,segment,currency\n" + rows.joined(separator: "\n") + "\n",
            name: "subscriptions.csv")
        defer { withExtendedLifetime(inbox) {} }
        let right = read(file, settings: settings)
        func isRefused(_ change: (inout ReadFile) -> Void) -> Bool {
            var wrong = right
            wrong.document = right.document
            change(&wrong)
            let kept = Self.kept(folder)
            kept.keep(wrong, settings)
            return kept.reading(of: file, settings) == nil && kept.notes.map(\.kind) == [.damagedReading]
        }
        let places = right.table.indices.filter { right.table[$0] != nil }
        try #require(places.count >= 5, "\(right.header) \(right.columns) \(right.table.count)")
        #expect(!isRefused { _ in })
        #expect(isRefused { $0.columns[places[0]] = 99 } && isRefused { $0.columns[places[0]] = -1 })
        #expect(isRefused { $0.offsets = RowOffsets() } && isRefused { $0.made = [true] })
        for place in places {
            #expect(isRefused { $0.table[place] = $0.table[place]!.filtered((0..<70).map { $0 > 0 }) }, "\(place)")
            #expect(isRefused { $0.table[place] = $0.table[place].map { ColumnData(Self.other($0), missing: 70) } }, "\(place)")
            #expect(
                isRefused { file in
                    switch file.table[place]! {
                    case .texts(var column):
                        column.codes[3] = UInt32(column.pool.count)
                        file.table[place] = .texts(column)
                    case .numbers(var column):
                        column.scales[3] = 19
                        file.table[place] = .numbers(column)
                    default: file.columns[place] = file.header.count
                    }
                }, "\(place)")
        }
    }

    /// A kind that is stored in another way.
    private static func other(_ column: ColumnData) -> ColumnKind {
        if case .flags = column { .day } else { .flag }
    }

    @Test func `where there is too little room, or the folder cannot be written, nothing is kept and that is said once`() throws
    {
        let inbox = TemporaryInbox(["spend.csv": Self.costs, "spend-2.csv": "date,amount\n2026-10-03,5\n"])
        let folder = TemporaryInbox()
        for kept in [
            Self.kept(folder, spare: Int.max),
            KeptReadings(folder: "/proc/no/folder", build: "1", use: .init(reads: true, writes: true), smallest: 0),
        ] {
            var settings = IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!)
            settings.kept = kept
            let files = try collect(inbox: inbox.path).map { read($0, settings: settings) }
            #expect(files.map(\.rows).sorted() == [1, 2] && kept.used.isEmpty && kept.notes.map(\.kind) == [.readingNotKept])
        }
    }

    @Test func `names of readings tell their content and build, and other names nothing`() throws {
        let (inbox, file, settings, folder) = try one()
        defer { withExtendedLifetime(inbox) {} }
        let name = try #require(settings.kept?.used.first)
        #expect(
            KeptReadings.isReading(name, of: file.sha256)
                && !KeptReadings.isReading(name, of: String(repeating: "0", count: 64)))
        #expect(Self.kept(folder).isOfThisBuild(name) && !Self.kept(folder, build: "2").isOfThisBuild(name))
        for other in ["", ".reading", "a-b-c.reading", name + "x", "x" + name, String(name.dropFirst())] {
            #expect(KeptReadings.parts(ofName: other) == nil, "\(other)")
        }
    }
}
