import Languages

/// The texts of a starting folder in a language, of `Starting`, and the time zone of its pipelines.
struct StartingFiles: Sendable {
    /// A pipeline file, `sources.yml` and the README.
    let pipeline, sources, readme: [UInt8]
    /// The templates of a plan.
    let targets, actions, initiatives, valueMap, notes: [UInt8]
    /// The time zone where the machine's is not known.
    let zone: String

    /// Those of a language.
    static func of(_ language: Language) -> StartingFiles {
        switch language {
        case .en: english
        case .zhHans: chinese
        case .de: german
        }
    }

    private static let english = StartingFiles(
        pipeline: PackageResources.pipeline_en_yml, sources: PackageResources.sources_en_yml,
        readme: PackageResources.README_en_md, targets: PackageResources.targets_en_csv,
        actions: PackageResources.actions_en_csv, initiatives: PackageResources.initiatives_en_csv,
        valueMap: PackageResources.value_map_en_csv, notes: PackageResources.notes_en_csv, zone: "UTC")

    private static let chinese = StartingFiles(
        pipeline: PackageResources.pipeline_zh_yml, sources: PackageResources.sources_zh_yml,
        readme: PackageResources.README_zh_md, targets: PackageResources.targets_zh_csv,
        actions: PackageResources.actions_zh_csv, initiatives: PackageResources.initiatives_zh_csv,
        valueMap: PackageResources.value_map_zh_csv, notes: PackageResources.notes_zh_csv, zone: "Asia/Shanghai")

    private static let german = StartingFiles(
        pipeline: PackageResources.pipeline_de_yml, sources: PackageResources.sources_de_yml,
        readme: PackageResources.README_de_md, targets: PackageResources.targets_de_csv,
        actions: PackageResources.actions_de_csv, initiatives: PackageResources.initiatives_de_csv,
        valueMap: PackageResources.value_map_de_csv, notes: PackageResources.notes_de_csv, zone: "Europe/Berlin")
}

/// What the pipelines of a starting folder are for.
enum StartingWord: String, ProgramPhrases {
    case weekly, monthly, quarterly
}
