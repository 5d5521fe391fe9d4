import Languages
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
        self.entries = try reader.metrics(metrics).map { entry in
            var entry = entry
            entry.name = entry.name?.keyed("metrics.\(entry.id).name")
            entry.description = entry.description?.keyed("metrics.\(entry.id).description")
            entry.source = entry.source?.keyed("metrics.\(entry.id).source")
            return entry
        }
        self.settingNames = Dictionary(
            uniqueKeysWithValues: try reader.names(settings).map { id, texts in
                (id, texts.name.keyed("settings.\(id).name"))
            })
        let names = try reader.names(measures)
        try Shipped.check(stages: stages, entries: entries)
        for measure in Measure.all(stages: stages) {
            let shipped = names[measure.id].map { texts in
                (
                    name: texts.name.keyed("measures.\(measure.id).name"),
                    description: texts.description.keyed("measures.\(measure.id).description")
                )
            }
            guard let known = shipped ?? Shipped.names(ofStageMeasure: measure.id, stages: stages) else {
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
        entry.name = Wording { capitalised(CataloguePhrase.stageRate.text($0, [from[$0], to[$0]]), $0) }
        entry.description = Wording { CataloguePhrase.stageRateMeaning.text($0, [from[$0], to[$0]]) }
        entry.formula = try Formula("\(Measure.cohort(stage: stage)) / \(Measure.cohort(stage: before))")
        entry.unit = .percent
        entry.better = .higher
        entry.section = .conversion
        entry.source = Wording { CataloguePhrase.stageRateSource.text($0) }
        return entry
    }

    private static func names(ofStageMeasure id: String, stages: [String]) -> (name: Wording, description: Wording)? {
        for stage in stages {
            let name = name(ofStage: stage)
            if id == Measure.inPeriod(stage: stage) {
                return (
                    Wording { CataloguePhrase.stageReached.text($0, [name[$0]]) },
                    Wording { CataloguePhrase.stageReachedMeaning.text($0, [name[$0]]) }
                )
            }
            if id == Measure.cohort(stage: stage) {
                return (
                    Wording { CataloguePhrase.stageCohort.text($0, [name[$0]]) },
                    Wording { CataloguePhrase.stageCohortMeaning.text($0, [name[$0]]) }
                )
            }
        }
        return nil
    }

    private static func name(ofStage stage: String) -> Wording {
        switch stage {
        case "lead": Wording { CataloguePhrase.lead.text($0) }
        case "mql", "sql": Wording(stage.uppercased())
        case "opportunity": Wording { CataloguePhrase.opportunity.text($0) }
        case "won": Wording { CataloguePhrase.won.text($0) }
        default: Wording(Catalogue.spaced(stage))
        }
    }

    private static func capitalised(_ text: String, _ language: Language) -> String {
        language.forms.hasCapitals ? text.prefix(1).uppercased() + text.dropFirst() : text
    }
}

/// The words of definitions that the program makes.
enum CataloguePhrase: String, CataloguePhrases {
    case redefined, own, figure, figureFlow, figureStock, lead, opportunity, won
    case stageRate, stageRateMeaning, stageRateSource, stageReached, stageReachedMeaning, stageCohort, stageCohortMeaning
}
