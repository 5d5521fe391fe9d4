import ArgumentParser
import Pipelines

/// `gtm explain`: where a value is from, and why it changed.
struct ExplainCommand: ParsableCommand {
    /// For people, or for machines.
    enum Form: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show where a value is from, down to the files, and why it changed.",
        discussion: """
            Tells the value, its formula with the numbers in it, each measure with its days and sources, the files that these came in, \
            and how the value changed against the period before and a year ago, in parts that add up to the change. Nothing is published.

              gtm explain cac pipelines/weekly.yml
              gtm explain nrr pipelines/weekly.yml --period 2026-W40 --by segment
              gtm explain arr pipelines/weekly.yml --by segment --member enterprise
              gtm explain net_new_arr pipelines/weekly.yml --by customer --as csv
              gtm explain cac pipelines/weekly.yml --rows --as csv

            With --rows it lists every row of the files that counts, with the line and what it adds in the reporting currency: the \
            amounts of a measure's rows add up to the measure.
            """)

    @Argument(help: "The metric or measure.")
    var metric: String

    @OptionGroup var pipeline: PipelineOptions

    @Option(help: ArgumentHelp("Split by this dimension alone, or by movement or customer.", valueName: "dimension"))
    var by: String?

    @Option(help: ArgumentHelp("The value of this member of the dimension.", valueName: "member"))
    var member: String?

    @Option(name: .customLong("as"), help: "text for people; json or csv (the parts of the changes, or the rows) for machines.")
    var form = Form.text

    @Flag(help: "List every row of the files that counts, with what it adds.")
    var rows = false

    @OptionGroup var output: OutputOptions

    mutating func run() throws {
        let console = Console(output)
        let run = try pipeline.makeRun(reports: nil, console: console)
        if rows {
            let listed = try run.rows(of: metric, by: by, member: member)
            console.finishProgress()
            switch form {
            case .text: try Descriptor.output(listed.text)
            case .json: try Descriptor.output(Array(try listed.json().utf8))
            case .csv: try Descriptor.output(listed.csv)
            }
            return
        }
        let explained = try run.explain(metric, by: by, member: member)
        console.finishProgress()
        switch form {
        case .text: try Descriptor.output(explained.text)
        case .json: try Descriptor.output(Array(try explained.json().utf8))
        case .csv: try Descriptor.output(explained.csv)
        }
    }
}
