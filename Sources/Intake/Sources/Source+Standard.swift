import Facts

/// The contract's sources.
extension Source {
    /// Every source, in the contract's order. To add one, describe it in a file of its own and name it here.
    static let standard: [Source] = [
        subscriptions, snapshots, spend, surveys, leads, opportunities, leadEvents, customers, usage, headcount, targets,
        actions, initiatives,
        valueMap, oneOffRevenue, notes, figures, exchangeRates, controlTotals,
    ]

    /// The sources of a run: the contract's, fitted to its settings.
    static func all(_ settings: IntakeSettings) -> [Source] { standard.map { $0.fitted(to: settings) } }

    /// One of them; nil where there is none of that name.
    static func named(_ name: SourceName, _ settings: IntakeSettings) -> Source? {
        standard.first { $0.name == name }?.fitted(to: settings)
    }

    /// Sources in the order in which their tables are built: each behind those that it comes after.
    static func inOrder(_ sources: [Source]) -> [Source] {
        // What files are held against is known before any of them is put together.
        var ordered = sources.filter { $0.name == .controlTotals }
        func add(_ source: Source) {
            guard !ordered.contains(where: { $0.name == source.name }) else { return }
            for other in sources where source.after.contains(other.name) { add(other) }
            ordered.append(source)
        }
        sources.forEach(add)
        return ordered
    }
}

/// Makes ready what all reading of files begins with, whatever its settings: the names of all columns. Of use while something else is
/// done, as it takes as long as reading a small company's files; who does not wait for it makes it ready when it is needed.
public func prepareReading() { _ = Source.standard }
