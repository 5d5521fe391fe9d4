#if DEBUG
    import Facts

    @testable import Intake

    /// A column of any cells is typed the same however its evidence is gathered; what is read straight from a cell's bytes is
    /// what the grammar reads; and what a cell is read as can be written down and read again.
    @Sendable public func checkTyping(_ bytes: [UInt8]) throws {
        let input = Input(bytes)
        let locale = ["en", "en-GB", "de", "fr-CH", "zh-Hans", "ja", "\u{0}"][Int(input.options[0]) % 7]
        let offsets: [Int64] = [0, 8 * 3600, -9 * 3600 - 1800]
        let zone = Zone(identifier: "any", changes: [], offsets: [offsets[Int(input.options[1]) % 3]])
        let cells = input.text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)

        var (whole, parts) = (ColumnEvidence(), [ColumnEvidence(), ColumnEvidence(), ColumnEvidence()])
        for (number, bytes) in cells.enumerated() {
            withCell(bytes) { cell in
                whole.add(cell)
                parts[number % 3].add(cell)
            }
        }
        var merged = parts[2]
        merged.merge(parts[0])
        merged.merge(parts[1])
        try require(whole == merged, "evidence depends on the order of the cells")

        for kind in ValueKind.allCases {
            let reading = whole.settled(locale: locale, kind: kind)
            for bytes in cells.prefix(200) {
                try withCell(bytes) { cell in try checkCell(cell, reading, kind, zone) }
            }
        }
    }

    private func checkCell(
        _ cell: UnsafeRawBufferPointer, _ reading: ColumnReading, _ kind: ValueKind, _ zone: Zone
    ) throws(Violation) {
        let text = String(decoding: cell, as: UTF8.self).debugDescription
        switch kind {
        case .money, .number, .percent:
            let reader = CellReader(kind == .money ? .money : kind == .number ? .number : .percent, reading, zone: zone)
            if let plain = reader.plainNumber(cell) {
                try require(reader.spelledAmount(cell) == .value(Amount(value: plain)), "\(text) is \(plain) straight away")
            }
            if case .value(let amount) = reader.amount(cell) { try checkNumber(amount.value, text) }
        case .day:
            let reader = CellReader(.day, reading, zone: zone)
            var evidence = ColumnEvidence()
            let spelled = reader.spelledDay(cell)
            let day = reader.day(cell, &evidence)
            try require(day == spelled, "\(text) is \(day) straight away, \(spelled) by the grammar")
            guard case .value(let span) = day, !Placeholders.mayHold(span.first.number) else { return }
            try require(span.first <= span.last && span.last - span.first <= 30, "\(text) is a span of \(span)")
            let written = span.first.description
            try withCell(Array(written.utf8)[...]) { (cell) throws(Violation) in
                try require(reader.day(cell, &evidence).value?.first == span.first, "\(text) is \(written)")
            }
        case .stamp:
            let reader = CellReader(.stamp, reading, zone: zone)
            var (evidence, plain) = (ColumnEvidence(), PlainStamp(zone))
            let spelled = reader.spelledStamp(cell)
            let stamp = reader.stamp(cell, &plain, &evidence)
            try require(stamp == spelled, "\(text) is \(stamp) straight away, \(spelled) by the grammar")
            guard case .value(let value) = stamp else { return }
            try require(!value.isMissing, "\(text) is a stamp that says it is missing")
            try require(abs(Int(value.day(in: zone).number)) < 4_000_000, "\(text) is \(value.day(in: zone))")
        case .flag: _ = CellReader(.flag).flag(cell)
        case .text: for kind in [ColumnKind.text, .currency, .score] { _ = CellReader(kind, reading).meaning(cell) }
        }
    }

    /// That a number, written plainly, is read as itself.
    private func checkNumber(_ value: ExactDecimal, _ text: String) throws(Violation) {
        let number = value.number
        _ = (number.significant(12), number.fixed(2), number.double)
        guard (0...18).contains(value.scale) else { return }
        let written = number.fixed(value.scale)
        try withCell(Array(written.utf8)[...]) { (cell) throws(Violation) in
            try require(
                CellReader(.number).amount(cell).value?.value.number == number, "\(text) is \(value), written \(written)")
        }
    }

    /// Calls `body` with a copy of the bytes in memory of their own size, so that a sanitizer sees what reads beyond them.
    private func withCell<Failure: Error>(
        _ bytes: ArraySlice<UInt8>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        defer { copy.deallocate() }
        copy.copyBytes(from: bytes)
        try body(UnsafeRawBufferPointer(copy))
    }
#endif
