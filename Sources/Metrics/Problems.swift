public import Facts
public import RollUps

/// Everything that is wrong with a company's metrics, collected where each would otherwise end the reading.
final class Problems {
    private(set) var all: [MetricsError] = []

    /// Notes one; the same is noted once.
    func add(_ error: MetricsError) { if !all.contains(error) { all.append(error) } }
}

extension Optional where Wrapped == Problems {
    /// Does something, and notes what is wrong with it; without a list the error goes on.
    ///
    /// - Returns: Whether all was well.
    @discardableResult
    func collect(_ body: () throws(MetricsError) -> Void) throws(MetricsError) -> Bool {
        do {
            try body()
            return true
        } catch {
            guard let self else { throw error }
            self.add(error)
            return false
        }
    }
}

extension Catalogue {
    /// All that is wrong with a company's metrics, in the order of its file; empty where ``load(overrides:file:stages:config:dimensions:)``
    /// reads them.
    ///
    /// A metric that cannot be read is wrong once: those that name it are not.
    public static func problems(
        overrides: String?, file: String, stages: [String] = Measure.standardStages, config: [String: ExactDecimal] = [:],
        dimensions: [String]? = nil
    ) -> [MetricsError] {
        let problems = Problems()
        do {
            _ = try Catalogue(
                overrides: overrides, file: file, stages: stages, config: config, dimensions: dimensions, problems: problems)
        } catch {
            problems.add(error)
        }
        return problems.all.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            return (x.line ?? 0, x.column ?? 0, a.offset) < (y.line ?? 0, y.column ?? 0, b.offset)
        }.map(\.element)
    }
}
