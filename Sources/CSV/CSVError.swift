/// A file that cannot be read as a table at all.
public struct CSVError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of error.
    public enum Code: String, Sendable, Equatable, CaseIterable {
        /// There is no such file.
        case notFound = "not-found"
        /// The file may not be opened, or reading it failed.
        case unreadable
        /// It is a directory, a device or a socket.
        case notAFile = "not-a-file"
        /// It is something else than a CSV: a workbook, an archive, a page.
        case notACSV = "not-a-csv"
        /// The compressed data is damaged or ends too early.
        case damagedArchive = "damaged-archive"
        /// There was no room to decode the file.
        case noSpace = "no-space"
        /// The process, or the machine, has too many files open.
        case tooManyOpen = "too-many-open"
    }

    /// What kind of error.
    public var code: Code
    /// What is wrong, as a sentence without a full stop.
    public var message: String
    /// What to do about it.
    public var hint: String
    /// The file.
    public var path: String
    /// The 1-based physical line, where there is one.
    public var line: Int?
    /// The 1-based cell, where there is one.
    public var column: Int?

    /// An error about the file at `path`.
    public init(code: Code, message: String, hint: String, path: String, line: Int? = nil, column: Int? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.path = path
        self.line = line
        self.column = column
    }

    /// Two lines: where and what with the code in brackets, then the hint.
    ///
    ///     inbox/leads.csv: this is an Excel workbook (.xlsx), not a CSV [not-a-csv]
    ///         hint: open it in a spreadsheet and save the sheet as CSV UTF-8
    public var description: String {
        var text = path
        if let line { text += ":\(line)" }
        if let column { text += ":\(column)" }
        text += ": \(message) [\(code.rawValue)]"
        if !hint.isEmpty { text += "\n    hint: \(hint)" }
        return text
    }
}

extension CSVError {
    /// The error about a file that is written to while it is read.
    init(changing path: String) {
        self.init(
            code: .unreadable, message: "the file could not be read to its end, or was written to meanwhile",
            hint: "check that it is whole and not being written, then try again", path: path)
    }
}
