#if DEBUG
    @testable import Metrics
    @testable import Pipelines

    /// A configuration file is read, or refused as one with the file's name and what to do; as a pipeline's, as `sources.yml` and
    /// as `metrics.yml`.
    @Sendable public func checkConfiguration(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        try check(named: "sources.yml") { () throws(PipelineError) in
            _ = try SourcesFile.read(text, file: "sources.yml")
        }
        try check(named: "metrics.yml") { () throws(PipelineError) in
            do throws(MetricsError) {
                // The standard catalogue takes a while to read; only where there is something to add to it.
                let reader = CatalogueReader(text, file: "metrics.yml")
                guard let root = try reader.root(keys: ["metrics"]), let metrics = reader.value(root, "metrics"),
                    try !reader.metrics(metrics).isEmpty
                else { return }
                _ = try Catalogue.load(overrides: text, file: "metrics.yml")
            } catch {
                throw PipelineError(.configuration, error.description)
            }
        }
        try check(named: "weekly.yml") { () throws(PipelineError) in
            _ = try Configuration.read(text: text, path: "weekly.yml") { name in name == "weekly.yml" ? text : nil }
        }
    }

    private func check(named file: String, _ body: () throws(PipelineError) -> Void) throws {
        do { try body() } catch {
            try require(error.status == 78, "\(file) ends with \(error.status): \(error)")
            try require(error.message.hasPrefix(file), "an error about \(file) does not name it: \(error)")
            let isPlaced = error.message.dropFirst(file.count).first == ":"
            try require(isPlaced, "an error does not say where in \(file): \(error)")
        }
    }
#endif
