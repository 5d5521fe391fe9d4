import Facts
import Glibc
import Intake
import Languages
import Metrics
import RollUps
import Yams

extension Configuration {
    /// Reads a pipeline file and the files it names.
    ///
    /// - Parameters:
    ///   - path: The pipeline file; relative paths in it are relative to its folder.
    ///   - inbox: In place of the file's `inbox:`, where given; likewise `reports` and `state`. Relative to the working folder.
    /// - Throws: Status 78 with file, line, column and the nearest valid name; 66 where the pipeline file is not there.
    public static func read(
        _ path: String, inbox: String? = nil, reports: String? = nil, state: String? = nil
    ) throws(PipelineError) -> Configuration {
        guard let text = Files.text(path) else {
            throw PipelineError(
                .configuration, "\(path): there is no such file, or it may not be read",
                hint: "name a pipeline file, such as pipelines/weekly.yml")
        }
        for (name, folder) in [("inbox", inbox), ("reports", reports), ("state", state)] where folder?.isEmpty == true {
            throw PipelineError(.configuration, "--\(name) names no folder: it is empty", hint: "leave it out, or name one")
        }
        var configuration = try read(text: text, path: path, inbox: inbox, reports: reports, state: state, Files.text)
        try configuration.checkPlaces(path)
        try configuration.readLogo()
        configuration.file = name(ofPipelineFile: path)
        return configuration
    }

    /// Reads a pipeline file's text; `open` gives that of the files it names, or nil where there is none.
    static func read(
        text: String, path: String, inbox: String? = nil, reports: String? = nil, state: String? = nil,
        _ source: (String) -> String?
    ) throws(PipelineError) -> Configuration {
        var texts = ["": text]
        func open(_ file: String) -> String? {
            let text = source(file)
            texts[Configuration.name(of: file, besides: path)] = text
            return text
        }
        var top = try YAMLMapping(text: text, file: path)
        let folder = Files.folder(of: path)
        var configuration = Configuration(
            pipeline: Files.stem(of: path), company: "", inbox: "", reports: Files.join(folder, "reports"),
            state: Files.join(folder, ".gtm"))

        let name = try top.take("pipeline").map { node throws(PipelineError) in try pipelineName(node, top) }
        configuration.pipeline = name ?? configuration.pipeline
        let company = try top.take("company").map { node throws(PipelineError) in try top.words(node, "company") }
        configuration.company = company ?? configuration.pipeline
        let inboxNode = top.take("inbox")
        let written = try inboxNode.map { node throws(PipelineError) in try top.path(node, "inbox", "folder") }
        for (key, place) in [("reports", \Configuration.reports), ("state", \Configuration.state)] {
            if let node = top.take(key) {
                configuration[keyPath: place] = Files.join(folder, try top.path(node, key, "folder"))
            }
        }
        let away = top.take("archive_to")
        if let node = top.take("keep") { try configuration.readRetention(node, top) }
        if let node = top.take("remember") { try configuration.readRemembering(node, top) }
        if let node = top.take("watch") { try configuration.readWatch(node, top, folder) }
        if let node = top.take("theme") { try configuration.readTheme(node, top, folder) }
        if let node = top.take("engine") { try configuration.readEngine(node, top, folder) }
        if let node = top.take("memory_limit") { configuration.memoryLimit = try MemoryLimit(node, top) }
        let deliveries = DeliveryNodes(&top)
        try configuration.readTime(&top)
        try configuration.readMoney(&top)
        try configuration.readShape(&top)
        let sources = top.take("sources")
        let metrics = top.take("metrics")
        let config = top.take("config")
        try top.finish()

        guard let place = inbox ?? written.map({ Files.join(folder, $0) }) else {
            throw PipelineError(
                .configuration, "\(path): `inbox` is missing", hint: "add `inbox: FOLDER`, where the exports are dropped")
        }
        configuration.inbox = place
        configuration.reports = reports ?? configuration.reports
        configuration.state = state ?? configuration.state
        if let away { try configuration.readArchive(away, top, folder) }
        try configuration.readDeliveries(deliveries, top, folder)
        if let config { try configuration.readNumbers(config, top) }
        try configuration.readMetrics(metrics, top, folder: folder, open)
        try configuration.readSources(sources, top, path, open)
        configuration.texts = texts
        configuration.metricsName = metrics?.scalar.map {
            Configuration.name(of: Files.join(folder, $0.string), besides: path)
        }
        return configuration
    }

    private mutating func readArchive(_ node: Node, _ top: YAMLMapping, _ folder: String) throws(PipelineError) {
        let place = Files.join(folder, try top.path(node, "archive_to", "folder"))
        try checkOwn(place, node, "archive_to", top)
        archiveTo = place
    }

    /// A file that a pipeline's names, as seen from there.
    static func name(of file: String, besides path: String) -> String {
        let folder = Files.folder(of: path)
        return file.hasPrefix(folder + "/") ? String(file.dropFirst(folder.utf8.count + 1)) : file
    }

    /// Reads the rules of sources: of the file that `sources:` names, else of `sources.yml` beside the pipeline's file, if there.
    private mutating func readSources(
        _ node: Node?, _ top: YAMLMapping, _ path: String, _ open: (String) -> String?
    ) throws(PipelineError) {
        let named = try node.map { node throws(PipelineError) in try top.path(node, "sources") }
        let name = named ?? Configuration.usualSourcesFile
        let file = Files.join(Files.folder(of: path), name)
        sourcesFile = "\(name) beside \(Files.name(of: path))"
        guard let text = open(file) else {
            guard let node else { return }
            throw top.failure(node, "there is no file \(file)", hint: "correct `sources:` or leave it out")
        }
        sources = try SourcesFile.read(
            text, file: file, settings: intakeSettings(inbox: inbox, asOf: .distantPast, workers: 1))
    }

    private static func pipelineName(_ node: Node, _ top: YAMLMapping) throws(PipelineError) -> String {
        let name = try top.text(node, "pipeline")
        if let objection = objection(toName: name) {
            throw top.failure(
                node, "`pipeline` names a folder, and `\(node.shown)` cannot be one: \(objection)",
                hint: "use letters, digits and `-`")
        }
        return name
    }

    private mutating func readTime(_ top: inout YAMLMapping) throws(PipelineError) {
        if let node = top.take("grain") {
            grain = try top.choice(node, "grain", Dictionary(uniqueKeysWithValues: Grain.allCases.map { ($0.rawValue, $0) }))
        }
        periods = grain == .quarter ? 8 : grain == .year ? 3 : 13
        if let node = top.take("periods") { periods = try top.whole(node, "periods", in: 1...520) }
        if let node = top.take("time_zone") {
            let name = try top.text(node, "time_zone")
            guard let found = Zones.zone(name) else {
                let hint =
                    nearest(name, in: Zones.identifiers).map { "did you mean `\($0)`?" }
                    ?? "a zone is like `Europe/Berlin` or `UTC`"
                throw top.failure(node, "no time zone is called `\(name)`", hint: hint)
            }
            zone = found
        }
        if let node = top.take("week_starts") {
            let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            calendar.weekStart = try top.choice(node, "week_starts", Dictionary(uniqueKeysWithValues: zip(days, 0...)))
        }
        if let node = top.take("fiscal_year_starts") {
            let months = [
                "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
                "december",
            ]
            calendar.fiscalStart = try top.choice(
                node, "fiscal_year_starts", Dictionary(uniqueKeysWithValues: zip(months, 1...)))
        }
    }

    private mutating func readMoney(_ top: inout YAMLMapping) throws(PipelineError) {
        if let node = top.take("currency") {
            let code = try top.text(node, "currency")
            guard IntakeSettings.currencies.contains(code.uppercased()) else {
                let isYuan = ["RMB", "CNH"].contains(code.uppercased())
                let other = isYuan ? "CNY" : nearest(code.uppercased(), in: IntakeSettings.currencies)
                throw top.failure(
                    node, "`currency` takes a code of ISO 4217 like USD, found `\(node.shown)`",
                    hint: other.map { "did you mean `\($0)`?" } ?? "such as USD, EUR, GBP, CNY, JPY")
            }
            currency = Currency(code)
        }
        if let node = top.take("fx_date") {
            guard let day = Day(try top.text(node, "fx_date")), (1900...2199).contains(day.civil.year) else {
                throw top.failure(node, "`fx_date` takes a date like 2026-01-01, found `\(node.shown)`")
            }
            fxDate = day
        }
        if let node = top.take("max_rejected") { maxRejected = try SourcesFile.share(node, "max_rejected", top) }
    }

    private mutating func readShape(_ top: inout YAMLMapping) throws(PipelineError) {
        if let node = top.take("locale") {
            locale = try top.text(node, "locale")
            guard IntakeSettings.isLocale(locale) else {
                throw top.failure(
                    node, "`locale` takes a language like en, zh-Hans, de, pt-BR, found `\(node.shown)`",
                    hint: "languages are \(IntakeSettings.languages.joined(separator: " ")), and a region may follow")
            }
        }
        reportLocale = Language(locale: locale).rawValue
        if let node = top.take("dimensions") {
            dimensions = try top.someTexts(node, "dimensions")
            let keys = dimensions.map(IntakeSettings.key(ofColumn:))
            for (place, key) in keys.enumerated() where key.isEmpty || keys[..<place].contains(key) {
                let name = dimensions[place]
                throw top.failure(
                    node, key.isEmpty ? "`\(name)` is no name of a dimension" : "`dimensions` names `\(name)` twice",
                    hint: key.isEmpty
                        ? "a dimension is a column, such as `segment`"
                        : "keep one of them: columns match whatever their case and spaces")
            }
        }
        if let node = top.take("north_star") { northStar = try top.text(node, "north_star") }
        if let node = top.take("sections") { sections = try sections(node, top) }
        if let node = top.take("funnel") { try readFunnel(node, top) }
        if let node = top.take("audiences") { try readAudiences(node, top) }
    }

    private mutating func readFunnel(_ node: Node, _ top: YAMLMapping) throws(PipelineError) {
        var funnel = try top.mapping(node, "funnel")
        if let node = funnel.take("stages") {
            stages = try funnel.texts(node, "stages")
            for (index, stage) in stages.enumerated() {
                let isName = stage.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 95 }
                guard isName, let first = stage.utf8.first, first >= 97, !stages[..<index].contains(stage),
                    stage != "lost", stage != "first_response"
                else {
                    throw funnel.failure(
                        node, "`\(stage)` cannot be a stage",
                        hint: "a stage is a word of small letters, digits and `_`, and is there once")
                }
            }
            guard stages.count >= 2 else {
                throw funnel.failure(node, "`stages` takes at least two stages, the first being the new lead")
            }
        }
        try funnel.finish()
    }

    /// The numbers of `config:`, among them the options that are not for formulas.
    mutating func readNumbers(_ node: Node, _ top: YAMLMapping) throws(PipelineError) {
        var config = try top.mapping(node, "config")
        if let node = config.take("churn_grace_days") {
            churnGraceDays = try config.whole(node, "churn_grace_days", in: 0...3660)
        }
        if let node = config.take("renewal_grace_days") {
            renewalGraceDays = try config.whole(node, "renewal_grace_days", in: 0...3660)
        }
        if let node = config.take("health") { try readHealth(node, config) }
        if let node = config.take("status") { try readLimits(node, config) }
        for (key, node) in config.entries where !["health", "status"].contains(key) && !node.isNothing {
            if case .mapping = node {
                let hint = nearest(key, in: ["health", "status"]).map { "did you mean `\($0)`?" } ?? ""
                throw config.failure(node, "`\(key)` takes a number like 0.8, found a mapping", hint: hint)
            }
            guard let value = ExactDecimal(try config.text(node, key)) else {
                let share = node.shown.hasSuffix("%") ? ExactDecimal(String(node.shown.dropLast())) : nil
                throw config.failure(
                    node, "`\(key)` takes a number like 0.8, found `\(node.shown)`", hint: share == nil ? "" : "80% is 0.8")
            }
            numbers[key] = value
        }
        if let margin = numbers["gross_margin"], margin.digits <= 0 || Number.less(Number(1), margin.number),
            let node = config.take("gross_margin")
        {
            throw config.failure(
                node, "`gross_margin` takes a share above 0 and up to 1, found `\(node.shown)`", hint: "80% is 0.8")
        }
        if let minutes = numbers["response_sla_minutes"], minutes.digits < 0, let node = config.take("response_sla_minutes") {
            throw config.failure(node, "`response_sla_minutes` takes a number from 0 on, found `\(node.shown)`")
        }
    }

    private mutating func readHealth(_ node: Node, _ config: YAMLMapping) throws(PipelineError) {
        var mapping = try config.mapping(node, "health")
        if let node = mapping.take("weights") {
            var weights = try mapping.mapping(node, "weights")
            var found: [ExactDecimal] = []
            for (key, usual) in [("usage", health.usage), ("voice", health.voice), ("trend", health.trend)] {
                guard let node = weights.take(key) else {
                    found.append(ExactDecimal(digits: usual, scale: 0))
                    continue
                }
                guard let weight = ExactDecimal(try weights.text(node, key)), weight.digits >= 0, weight.scale <= 6,
                    !Number.less(Number(1_000_000), weight.number)
                else {
                    throw weights.failure(
                        node, "`\(key)` takes a weight from 0 to 1000000 of at most 6 decimals, found `\(node.shown)`")
                }
                found.append(weight)
            }
            try weights.finish()
            guard found.contains(where: { $0.digits > 0 }) else {
                throw mapping.failure(node, "all `weights` are 0", hint: "give at least one of usage, voice and trend a weight")
            }
            let scale = found.map(\.scale).max() ?? 0
            let whole = found.map { Int64(clamping: Int128($0.digits) * ExactDecimal.powersOfTen[scale - $0.scale]) }
            (health.usage, health.voice, health.trend) = (whole[0], whole[1], whole[2])
        }
        if let node = mapping.take("bands") {
            var bands = try mapping.mapping(node, "bands")
            for (key, place) in [("at_risk", \HealthSettings.atRiskBelow), ("watch", \HealthSettings.watchBelow)] {
                guard let node = bands.take(key) else { continue }
                guard let limit = ExactDecimal(try bands.text(node, key)), limit.digits >= 0,
                    !Number.less(Number(100), limit.number)
                else {
                    throw bands.failure(node, "`\(key)` takes a score from 0 to 100, found `\(node.shown)`")
                }
                health[keyPath: place] = limit
            }
            try bands.finish()
            if Number.less(health.watchBelow.number, health.atRiskBelow.number) {
                throw mapping.failure(
                    node, "the band `watch` ends at a lower score than `at_risk`", hint: "a customer at risk has a lower score")
            }
        }
        if let node = mapping.take("windows") {
            var windows = try mapping.mapping(node, "windows")
            let places: [(String, WritableKeyPath<HealthSettings, Int>)] = [
                ("usage", \.usageDays), ("voice", \.voiceDays), ("trend", \.trendDays),
            ]
            for (key, place) in places {
                guard let node = windows.take(key) else { continue }
                health[keyPath: place] = try windows.whole(node, key, in: 1...3660)
            }
            try windows.finish()
        }
        try mapping.finish()
    }

    /// The catalogue with the company's own metrics, and what must be in it.
    private mutating func readMetrics(
        _ node: Node?, _ top: YAMLMapping, folder: String, _ open: (String) -> String?
    ) throws(PipelineError) {
        var (text, file): (String?, String) = (nil, "")
        if let node {
            file = Files.join(folder, try top.path(node, "metrics"))
            guard let found = open(file) else {
                throw top.failure(node, "there is no file \(file)", hint: "correct `metrics:` or leave it out")
            }
            text = found
        }
        do {
            loadedCatalogue = try Catalogue.load(
                overrides: text, file: file, stages: stages, config: numbers, dimensions: dimensions)
        } catch {
            // All at once: whoever mends one would meet the next.
            let all = Catalogue.problems(
                overrides: text, file: file, stages: stages, config: numbers, dimensions: dimensions)
            throw PipelineError(
                .configuration, lines: (all.isEmpty ? [error] : all).map(\.description).joined(separator: "\n"))
        }
        let known = ["gross_margin", "churn_grace_days", "renewal_grace_days", "response_sla_minutes", "health", "status"]
        let used = Set(catalogue.metrics.flatMap(\.resolved.settings) + catalogue.metrics.flatMap(\.expression.settings))
        for name in numbers.keys.sorted() where !known.contains(name) && !used.contains(name) {
            let hint =
                nearest(name, in: known).map { "did you mean `\($0)`?" }
                ?? "settings are \(known.joined(separator: ", ")), and those that metrics use"
            throw PipelineError(.configuration, "\(top.file): `config.\(name)` is used by nothing", hint: hint)
        }
        if catalogue[northStar] == nil {
            let hint =
                nearest(northStar, in: catalogue.metrics.map(\.id)).map { "did you mean `\($0)`?" }
                ?? "`gtm metrics` lists them"
            throw PipelineError(.configuration, "\(top.file): `north_star` names no metric: `\(northStar)`", hint: hint)
        }
    }
}

extension Optional where Wrapped == Node {
    /// `map` for closures that throw the one error of this module.
    func map<Value>(_ body: (Node) throws(PipelineError) -> Value) throws(PipelineError) -> Value? {
        guard let self else { return nil }
        return try body(self)
    }
}
