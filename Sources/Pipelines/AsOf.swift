public import Facts

extension Configuration {
    /// The as-of date of a run: the one given, else yesterday in the pipeline's time zone.
    ///
    /// - Parameters:
    ///   - text: What the command line says, if anything.
    ///   - now: Seconds since 1970 in UTC.
    public func asOf(_ text: String?, now: Int64) throws(PipelineError) -> Day {
        guard let text else { return Stamp(microseconds: now * 1_000_000).day(in: zone) - 1 }
        guard let day = Day(text) else {
            throw PipelineError(.usage, "`--as-of \(text)` is no date", hint: "write it like 2026-11-15")
        }
        return day
    }
}
