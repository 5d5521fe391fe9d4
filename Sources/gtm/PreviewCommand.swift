import ArgumentParser
import Foundation
import Pipelines

/// `gtm preview`: how a file is read.
struct PreviewCommand: ParsableCommand {
    /// Another form of the preview.
    enum Form: String, ExpressibleByArgument, CaseIterable { case csv }

    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Show how a file is read, how sure each guess is, and what to add to sources.yml where one is wrong.",
        discussion: """
            Shows the encoding, delimiter, quotes and header, the source, and each column with the share of its cells that can be \
            read; then the cells that do not fit, what was found odd, lines for sources.yml that overrule what is not sure, and the \
            first rows. Nothing needs to be configured. With --pipeline the aliases, locale, time zone and sources.yml of a \
            company hold, and its guesses that were overruled are sure.

              gtm preview export.csv
              gtm preview export.csv --pipeline pipelines/weekly.yml
              gtm preview export.csv --as csv > clean.csv

            With --as csv the main table is printed as RFC 4180 in UTF-8 with its header, cells as text; the file need not be of a \
            known source. What is not a CSV is named for what it is, with status 65.
            """)

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("A pipeline whose configuration holds.", valueName: "file"))
    var pipeline: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("Print the table instead: csv.", valueName: "form"))
    var form: Form?

    mutating func run() throws {
        let configuration = try pipeline.map { try Configuration.read($0) }
        let preview = try Preview(
            file, configuration: configuration, now: Int64(Date().timeIntervalSince1970),
            workers: ProcessInfo.processInfo.activeProcessorCount)
        if form == .csv {
            try Descriptor.output(try preview.csv())
        } else {
            try Descriptor.output(preview.text())
        }
    }
}
