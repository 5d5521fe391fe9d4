import RollUps

/// What ships in the program: the entries of `catalogue.yml`, and those of the funnel stages that a company adds.
struct Shipped {
    private(set) var entries: [Entry]
    private(set) var measures: [NamedMeasure] = []
    let settingNames: [String: Wording]

    init(stages: [String]) throws(MetricsError) {
        let reader = CatalogueReader(String(decoding: PackageResources.catalogue_yml, as: UTF8.self), file: "catalogue.yml")
        guard let root = try reader.root(keys: ["metrics", "measures", "settings"]),
            let metrics = reader.value(root, "metrics"),
            let measures = reader.value(root, "measures"), let settings = reader.value(root, "settings")
        else { throw MetricsError(.missingKey, "the catalogue is empty", file: reader.file) }
        self.entries = try reader.metrics(metrics)
        self.settingNames = try reader.names(settings).mapValues(\.name)
        let names = try reader.names(measures)
        try Shipped.check(stages: stages, entries: entries)
        for measure in Measure.all(stages: stages) {
            guard let known = names[measure.id] ?? Shipped.names(ofStageMeasure: measure.id, stages: stages) else {
                throw MetricsError(.missingKey, "the measure `\(measure.id)` has no name", file: reader.file)
            }
            self.measures.append(NamedMeasure(measure: measure, name: known.name, description: known.description))
        }
        // In the funnel's order, before the rate over the whole funnel.
        let place = entries.firstIndex { $0.id == "lead_to_won" } ?? entries.endIndex
        var added: [Entry] = []
        for (before, stage) in zip(stages, stages.dropFirst()) where !Measure.standardStages.contains(stage) {
            added.append(try Shipped.rate(from: before, to: stage))
        }
        entries.insert(contentsOf: added, at: place)
    }

    /// That the stages make names of their own that formulas can hold.
    private static func check(stages: [String], entries: [Entry]) throws(MetricsError) {
        let hint = "give the stage another name in the pipeline's funnel: stages:"
        var taken = Set(Measure.all().map(\.id)).union(entries.map(\.id)).union(Expression.reserved)
        for (index, stage) in stages.enumerated() {
            guard !stages[..<index].contains(stage) else {
                throw MetricsError(
                    .duplicate, "the funnel stage `\(stage)` is there twice", hint: "keep one in funnel: stages:")
            }
            guard !Measure.standardStages.contains(stage) else { continue }
            guard Lexer.isName(stage) else {
                throw MetricsError(
                    .badValue, "`\(stage)` cannot be the name of a funnel stage",
                    hint: "letters, digits and _, such as demo_held")
            }
            var ids = [Measure.inPeriod(stage: stage), Measure.cohort(stage: stage)]
            if index > 0 { ids.append("\(stages[index - 1])_to_\(stage)") }
            for id in ids where !taken.insert(id).inserted {
                throw MetricsError(.nameTaken, "the funnel stage `\(stage)` needs the name `\(id)`, which is taken", hint: hint)
            }
        }
    }

    /// The share of a stage's cohort that reached the next one.
    private static func rate(from before: String, to stage: String) throws(MetricsError) -> Entry {
        let (from, to) = (name(ofStage: before), name(ofStage: stage))
        let place = Entry.Place(file: "catalogue.yml")
        var entry = Entry(id: "\(before)_to_\(stage)", place: place, formulaPlace: place)
        entry.name = Wording(
            en: "\(capitalised(from.en)) to \(to.en)",
            zhHans: "\(from.zhHans) → \(to.zhHans)\(to.zhHans.last?.isASCII == true ? " " : "")转化率")
        entry.description = Wording(
            en:
                "Of the leads created in the period that reached the stage \(from.en), the share that reached the stage \(to.en).",
            zhHans: "当期新建的线索中，到达“\(from.zhHans)”阶段的线索里进一步到达“\(to.zhHans)”阶段的比例。")
        entry.formula = try Formula("\(Measure.cohort(stage: stage)) / \(Measure.cohort(stage: before))")
        entry.unit = .percent
        entry.better = .higher
        entry.section = .conversion
        entry.source = Wording(
            en: "A stage of the pipeline's own funnel, by cohort like the standard ones.", zhHans: "本流程自定义的漏斗阶段，与标准阶段一样按同批线索计算。"
        )
        return entry
    }

    private static func names(ofStageMeasure id: String, stages: [String]) -> (name: Wording, description: Wording)? {
        for stage in stages {
            let name = name(ofStage: stage)
            if id == Measure.inPeriod(stage: stage) {
                return (
                    Wording(en: "Reached \(name.en)", zhHans: "到达“\(name.zhHans)”的线索数"),
                    Wording(
                        en: "Leads that reached the stage \(name.en) in the period, whenever they were created.",
                        zhHans: "当期到达“\(name.zhHans)”阶段的线索数，不论何时创建。")
                )
            }
            if id == Measure.cohort(stage: stage) {
                return (
                    Wording(en: "Cohort that reached \(name.en)", zhHans: "同批线索中到达“\(name.zhHans)”的数量"),
                    Wording(
                        en:
                            "Of the leads created in the period, those that reached the stage \(name.en) or a later one so far.",
                        zhHans: "当期新建的线索中，截至目前已到达“\(name.zhHans)”或其后阶段的数量。")
                )
            }
        }
        return nil
    }

    private static func name(ofStage stage: String) -> Wording {
        switch stage {
        case "lead": Wording(en: "lead", zhHans: "线索")
        case "mql", "sql": Wording(en: stage.uppercased(), zhHans: stage.uppercased())
        case "opportunity": Wording(en: "opportunity", zhHans: "商机")
        case "won": Wording(en: "won", zhHans: "赢单")
        default: Wording(en: Catalogue.spaced(stage), zhHans: Catalogue.spaced(stage))
        }
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
