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
              gtm metrics --lint pipelines/weekly.yml         all that is wrong with the company's own, at once

            With --lint the exit status is 0 where nothing is wrong, 78 where something is: each with its place, what is wrong and \
            the nearest name.
            """)

    @Argument(
        help: ArgumentHelp("The metric or measure to show whole; with --lint the pipeline file.", valueName: "metric"))
    var metric: String?

    @Option(help: ArgumentHelp("Take the company's own metrics and options from this pipeline.", valueName: "file"))
    var pipeline: String?

    @Flag(help: "Show nothing; check the company's metrics.yml, formulas and all.")
    var lint = false

    @Option(help: "The language of names and definitions: en, zh-Hans or de.")
    var locale = "en"

    mutating func run() throws {
        if lint {
            let catalogue = try CatalogueText(pipeline: pipeline ?? metric, locale: locale)
            try Descriptor.output(catalogue.verdict + "\n")
            return
        }
        try Descriptor.output(try CatalogueText(pipeline: pipeline, locale: locale).text(of: metric))
    }
}
