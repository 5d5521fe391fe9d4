import Engines
import Facts
import Yams

/// What adds up leads, as `engine:` says: this process, or an engine of the company's own.
///
///     engine: {kind: duckdb, launch: [duckdb, -bail, -f, "{sql}"], work: /srv/gtm-work, limit: 20m}
public struct EngineSettings: Sendable, Hashable {
    /// An engine.
    public enum Kind: String, Sendable, CaseIterable {
        /// This process; the default.
        case local
        /// Apache Spark.
        case spark
        /// DuckDB.
        case duckdb

        /// The SQL it reads; nil of this process, which reads none.
        var dialect: (any SQLDialect)? {
            switch self {
            case .local: nil
            case .spark: SparkDialect()
            case .duckdb: DuckDBDialect()
            }
        }
    }

    /// Which one.
    public var kind = Kind.local
    /// The program that runs a script, with its arguments.
    public var launch: [String] = []
    /// The folder that it writes to and this process reads; the same path for both.
    public var work = ""
    /// The most seconds it may take. The default is 20 minutes.
    public var limit = 1200

    /// This process.
    public init() {}
}

extension Configuration {
    /// Reads `engine`.
    mutating func readEngine(_ node: Node, _ top: YAMLMapping, _ folder: String) throws(PipelineError) {
        var mapping = try top.mapping(node, "engine")
        var settings = EngineSettings()
        if let node = mapping.take("kind") {
            let kinds = Dictionary(uniqueKeysWithValues: EngineSettings.Kind.allCases.map { ($0.rawValue, $0) })
            settings.kind = try mapping.choice(node, "kind", kinds)
        }
        let (launch, work, limit) = (mapping.take("launch"), mapping.take("work"), mapping.take("limit"))
        try mapping.finish()
        guard settings.kind != .local else {
            if let other = launch ?? work ?? limit {
                throw mapping.failure(
                    other, "`engine` of kind local has no further keys", hint: "name `kind: spark` or `kind: duckdb`")
            }
            engine = settings
            return
        }
        guard let launch else {
            throw mapping.failure(
                node, "`launch` of `engine` is missing",
                hint: "name the program and its arguments: \(EngineSettings.example(settings.kind))")
        }
        settings.launch = try mapping.someTexts(launch, "launch")
        guard settings.launch.contains(where: { $0.contains("{sql}") }) else {
            throw mapping.failure(
                launch, "`launch` does not say where the script goes",
                hint: "put \"{sql}\" among its arguments: \(EngineSettings.example(settings.kind))")
        }
        // A path in the list is relative to the pipeline's file, a bare name is looked for in PATH.
        if settings.launch[0].contains("/") { settings.launch[0] = Files.join(folder, settings.launch[0]) }
        if let work {
            let text = try mapping.path(work, "work", "folder")
            let path = text.hasPrefix("file:///") ? String(text.dropFirst("file://".count)) : text
            guard !path.contains("://") else {
                throw mapping.failure(
                    work, "`work` is no folder of this machine: `\(text)`",
                    hint: "name one that this machine and the cluster have at the same path, such as a mounted share")
            }
            settings.work = Files.join(folder, path)
        }
        if let limit {
            let text = try mapping.text(limit, "limit")
            guard let seconds = EngineSettings.seconds(text) else {
                throw mapping.failure(limit, "`limit` takes a time from 1s to 24h like 90s, 20m or 2h, found `\(text)`")
            }
            settings.limit = seconds
        }
        engine = settings
    }
}

extension EngineSettings {
    /// A time as it is written: `90s`, `20m`, `2h`; nil where that is none, or not from a second to a day.
    static func seconds(_ text: String) -> Int? {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()) else { return nil }
        let (seconds, isTooLong) = number.multipliedReportingOverflow(by: unit)
        return !isTooLong && (1...86_400).contains(seconds) ? seconds : nil
    }

    fileprivate static func example(_ kind: Kind) -> String {
        kind == .spark
            ? "[spark-sql, --master, \"spark://host:7077\", -f, \"{sql}\"]" : "[duckdb, -bail, -f, \"{sql}\"]"
    }
}
