import ArgumentParser
import Pipelines

/// `gtm metrics`: the catalogue.
struct MetricsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Show the catalogue: what every metric and measure means.",
        discussion: """
              gtm metrics                                     all of them, a line each
              gtm metrics cac_payback_months                  one, whole
              gtm metrics --pipeline pipelines/weekly.yml     with the company's own
            """)

    @Argument(help: ArgumentHelp("The metric or measure to show whole.", valueName: "metric"))
    var metric: String?

    @Option(help: ArgumentHelp("Take the company's own metrics and options from this pipeline.", valueName: "file"))
    var pipeline: String?

    @Option(help: "The language of names and definitions: en or zh-Hans.")
    var locale = "en"

    mutating func run() throws {
        try Descriptor.output(try CatalogueText(pipeline: pipeline, locale: locale).text(of: metric))
    }
}
