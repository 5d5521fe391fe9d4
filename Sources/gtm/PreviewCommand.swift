import ArgumentParser
import Foundation
import Pipelines

/// `gtm preview`: how a file is read.
struct PreviewCommand: ParsableCommand {
    /// Another form of the preview.
    enum Form: String, ExpressibleByArgument, CaseIterable { case csv }

    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show how a file is read: encoding, dialect, source, columns, findings, first rows.",
        discussion: """
            Nothing needs to be configured, and the file need not be of a known source. With --as csv the main table is printed as \
            RFC 4180 in UTF-8 with its header, cells as text. What is not a CSV is named for what it is (65).

              gtm preview export.csv
              gtm preview export.csv --as csv > clean.csv
            """)

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String

    @Option(name: .customLong("as"), help: ArgumentHelp("Print the table instead: csv.", valueName: "form"))
    var form: Form?

    mutating func run() throws {
        let preview = try Preview(file)
        if form == .csv {
            FileHandle.standardOutput.write(Data(try preview.csv()))
        } else {
            print(preview.text(now: Int64(Date().timeIntervalSince1970)), terminator: "")
        }
    }
}
