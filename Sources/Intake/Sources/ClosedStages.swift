import CSV
import Facts

/// Which stages and statuses mean that a deal was won or lost: those that `sources.yml` names, and those that say so.
struct ClosedStages: Sendable {
    private let won: Set<String>
    private let lost: Set<String>

    init(_ rules: SourceRules = SourceRules()) {
        won = Set(rules.wonStages.map(Self.key))
        lost = Set(rules.lostStages.map(Self.key))
    }

    /// What a stage or status says; nil where it says neither.
    func outcome(_ text: String) -> Derivation.Outcome? {
        if !won.isEmpty || !lost.isEmpty {
            let key = Self.key(text)
            if won.contains(key) { return .won }
            if lost.contains(key) { return .lost }
        }
        return StageWords.outcome(text)
    }

    /// A stage's name for comparison; of one without letters and digits, the name itself.
    static func key(_ text: String) -> String {
        let key = HeaderNames.key(text)
        return key.isEmpty ? text : key
    }

    /// What became of each row, as its words or flags say; nil where they do not.
    func outcomes(_ rows: TypedColumns) -> [Derivation.Outcome?] {
        var result = [Derivation.Outcome?](repeating: nil, count: rows.count)
        for texts in [rows[.outcome], rows[.stage]] {
            guard let texts else { continue }
            let meanings = texts.pool.texts.map(outcome)
            for row in result.indices where result[row] == nil { result[row] = meanings[Int(texts.codes[row])] }
        }
        let (won, lost, closed) = (rows[.isWon], rows[.isLost], rows[.isClosed])
        for row in result.indices where result[row] == nil {
            if won?[row] == 1 {
                result[row] = .won
            } else if lost?[row] == 1 || won?[row] == 0 && closed?[row] == 1 {
                result[row] = .lost
            }
        }
        return result
    }
}

extension Derivation {
    /// What became of a deal.
    enum Outcome: Sendable { case won, lost }

    /// The time of a row's close, where its words or flags say that it was won, or lost.
    ///
    /// - Parameter unless: A date of its own by which a row ended already, whatever its words say.
    static func close(_ key: StampKey, _ wanted: Outcome, _ stages: ClosedStages, unless other: StampKey? = nil) -> Derivation {
        let flags: [any AnyColumnKey] = wanted == .won ? [.closedAt, .isWon] : [.closedAt, .isLost]
        var needs: [[any AnyColumnKey]] = [[.closedAt, .outcome], [.closedAt, .stage], flags]
        if wanted == .lost { needs.append([.closedAt, .isWon, .isClosed]) }
        return Derivation(key, of: needs, also: other.map { [$0] } ?? []) { own, others in
            guard let closed = others[.closedAt] else { return own }
            let outcomes = stages.outcomes(others)
            let ended = other.flatMap { others[$0] }
            var own = own
            for row in own.indices where own[row].isMissing && outcomes[row] == wanted && ended?[row].isMissing != false {
                own[row] = closed[row]
            }
            return own
        }
    }
}

extension FileReader {
    /// The name that a column has in the file; nil where the file has none.
    func header(of key: any AnyColumnKey) -> String? {
        source.places[key].flatMap { columns[$0] }.map { document.layout.header[$0] }
    }
}

extension Source {
    /// Has its deals close by the stages of a run.
    ///
    /// - Parameter unlessEnded: Whether a date of its own by which a row ended goes before what its words say.
    mutating func close(by stages: ClosedStages, unlessEnded: Bool = false) {
        derivations = derivations.map { made in
            switch made.column.name {
            case StampKey.wonAt.name: .close(.wonAt, .won, stages, unless: unlessEnded ? .lostAt : nil)
            case StampKey.lostAt.name: .close(.lostAt, .lost, stages, unless: unlessEnded ? .wonAt : nil)
            default: made
            }
        }
    }
}
