import Facts
import State

/// A run as the node exporter of Prometheus reads it from a text file, by its textfile collector.
struct PrometheusFile {
    var pipeline: String
    /// Microseconds since 1970.
    var started: Int64
    var ended: Int64
    /// The exit status.
    var status: Int32
    /// How many warnings there were; nil where nothing was published.
    var warnings: Int?
    var summary: Summary?
    /// The newest run that published; nil where there is none.
    var success: LedgerRun?

    /// The file's text.
    var text: String {
        var text = ""
        func add(_ name: String, _ help: String, _ value: String?) {
            guard let value else { return }
            text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n\(name){pipeline=\"\(Self.label(pipeline))\"} \(value)\n"
        }
        add("gtm_last_run_timestamp_seconds", "When the last run ended.", Self.seconds(ended))
        add("gtm_last_run_status", "The exit status of the last run; 0 means that it published.", String(status))
        add("gtm_last_run_duration_seconds", "How long the last run took.", Self.seconds(max(0, ended - started)))
        add(
            "gtm_last_success_timestamp_seconds", "When the last run that published ended.",
            success.map { Self.seconds($0.ended ?? $0.started) })
        add(
            "gtm_last_success_as_of_timestamp_seconds", "The as-of date of the last run that published, at its start in UTC.",
            success.flatMap { Day($0.asOf) }.map { Self.seconds(Stamp(startOf: $0, in: .utc).microseconds) })
        add("gtm_last_run_warnings", "Warnings of the last run, where it published.", warnings.map(String.init))
        add("gtm_last_run_files", "Files that the last run read, where it published.", summary.map { String($0.files) })
        add("gtm_last_run_rows", "Rows that the last run read, where it published.", summary.map { String($0.rows) })
        add(
            "gtm_last_run_rows_rejected", "Rows that the last run rejected, where it published.",
            summary.map { String($0.rejected) })
        return text
    }

    /// Writes the file in one step, so that nobody reads half of it. The exporter is another user, who must be able to read it.
    func write(to path: String) throws(PipelineError) {
        try Files.makeFolder(Files.folder(of: path))
        try Files.replace(Array(text.utf8), at: path, mode: 0o644)
    }

    /// Seconds with their thousandths.
    private static func seconds(_ microseconds: Int64) -> String {
        Number(Int128(microseconds), over: 1_000_000).fixed(3)
    }

    /// A label's value: backslashes, quotes and line ends are escaped.
    private static func label(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
