import Engines
import Facts
import Intake
import Metrics
import Reports
import RollUps

extension Run {
    /// A value down to its formula, measures and files, and why it changed. Nothing is published or kept.
    ///
    /// - Parameters:
    ///   - id: The metric or measure.
    ///   - dimension: The dimension to split by, or `movement` or `customer`; nil for all of them.
    ///   - member: Whose value; nil for everyone's. With it `dimension` must be given.
    public func explain(_ id: String, by dimension: String? = nil, member: String? = nil) throws(PipelineError)
        -> ExplainedValue
    {
        ExplainedValue(try explained(id, dimension, member), by: dimension, member: member)
    }

    /// Every row of the files that counts in a value, with what it adds. Nothing is published or kept.
    ///
    /// - Parameters:
    ///   - id: The metric or measure.
    ///   - dimension: The dimension of `member`.
    ///   - member: Whose value; nil for everyone's.
    public func rows(of id: String, by dimension: String? = nil, member: String? = nil) throws(PipelineError) -> ExplainedRows {
        if let dimension, member == nil {
            throw PipelineError(
                .usage, "--rows with --by needs --member",
                hint: "name whose rows: --by \(dimension) --member …; without both all rows are listed")
        }
        return ExplainedRows(try explained(id, dimension, member), member == nil ? nil : dimension, member)
    }

    /// Everything that is asked when a value is explained.
    struct Explained {
        let metric: Metric
        let slice: Slice
        let context: ReportContext
        let finder: RowFinder
        let intake: IntakeResult
    }

    private func explained(_ id: String, _ dimension: String?, _ member: String?) throws(PipelineError) -> Explained {
        guard configuration.catalogue.explainable(id) != nil else {
            let names = configuration.catalogue.metrics.map(\.id) + configuration.catalogue.measures.map(\.id)
            let hint = nearest(id, in: names).map { "did you mean `\($0)`?" } ?? "`gtm metrics` lists them all"
            throw PipelineError(.usage, "no metric or measure is called `\(id)`", hint: hint)
        }
        let place = try self.place(of: dimension, member)
        let last = try shownPeriods().suffix(1)
        let stages = StageRunner(surroundings, limit: configuration.memoryLimit, spillingTo: configuration.state)
        let ledger = try Ledger(configuration, writes: false, knownAt: knownAt)
        var gathered = try gather(
            stages, for: last[last.startIndex], ledger, try ledger.lastReport(before: self), RunNotes(),
            now: surroundings.clock(), writes: false, keepsOrigins: true, showing: leadDays(of: id, in: last[last.startIndex]))
        let facts = gathered.intake.facts
        let (rollUp, evaluation) = try evaluate(&gathered.intake, Array(last), stages)
        var context = context(gathered.intake, rollUp, evaluation, Array(last))
        context.explanations = []
        // The files say what the figures of formulas are.
        return Explained(
            metric: context.catalogue.explainable(id)!, slice: try slice(place, member, rollUp), context: context,
            finder: RowFinder(facts, rollUp),
            intake: gathered.intake)
    }

    /// The days whose leads count in a metric, or measure, of a period.
    private func leadDays(of id: String, in period: Period) -> [LeadPlan.Window] {
        let leaves = configuration.catalogue.explainable(id)?.leaves ?? []
        let windows: [LeadPlan.Window] = leaves.compactMap { leaf in
            guard let measure = configuration.catalogue.measure(leaf.measure)?.measure,
                [.leads, .opportunities].contains(measure.source)
            else { return nil }
            let frame = leaf.window.frame(of: period)
            return measure.kind == .stock
                ? LeadPlan.Window(from: frame.stock, to: frame.stock, isStock: true)
                : LeadPlan.Window(from: frame.start, to: frame.end, isStock: false)
        }
        return Array(Set(windows)).sorted { ($0.from, $0.to, $0.isStock ? 1 : 0) < ($1.from, $1.to, $1.isStock ? 1 : 0) }
    }

    /// The index of a dimension; nil where none of the pipeline's is asked for.
    private func place(of dimension: String?, _ member: String?) throws(PipelineError) -> Int? {
        guard let dimension else {
            if member == nil { return nil }
            throw PipelineError(.usage, "--member needs --by", hint: "name the dimension: --by \(configuration.dimensions[0])")
        }
        if let place = configuration.dimensions.firstIndex(of: dimension) { return place }
        if ["movement", "customer"].contains(dimension), member == nil { return nil }
        let names = configuration.dimensions + ["movement", "customer"]
        throw PipelineError(
            .usage, "the pipeline has no dimension `\(dimension)`",
            hint: nearest(dimension, in: names).map { "did you mean `\($0)`?" } ?? "it has \(names.joined(separator: ", "))")
    }

    private func slice(_ dimension: Int?, _ member: String?, _ rollUp: LocalRollUp) throws(PipelineError) -> Slice {
        guard let dimension, let member else { return .total }
        let codes = rollUp.membersInUse(dimension)
        if let code = codes.first(where: { rollUp.memberName(dimension, $0) == member }) {
            return .member(dimension: dimension, code: code)
        }
        let names = codes.map { rollUp.memberName(dimension, $0) }
        throw PipelineError(
            .usage, "no row has the \(configuration.dimensions[dimension]) `\(member)`",
            hint: nearest(member, in: names).map { "did you mean `\($0)`?" }
                ?? "there are \(names.prefix(10).joined(separator: ", "))\(names.count > 10 ? ", …" : "")")
    }
}
