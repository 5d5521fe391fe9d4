/// A report that cannot be drawn.
public struct ReportError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of error.
    public enum Code: String, Sendable, Equatable, CaseIterable {
        /// A template of the page is missing or cannot be parsed: the program was built wrong.
        case badTemplate = "bad-template"
        /// The file cannot be written: no such folder, no permission, no space.
        case couldNotWrite = "could-not-write"
    }

    /// What kind of error.
    public var code: Code
    /// What is wrong, as a sentence without a full stop.
    public var message: String
    /// What to do about it; empty where nothing can be done.
    public var hint: String
    /// The file it is about; empty for none.
    public var path: String

    /// An error; see the properties.
    public init(code: Code, message: String, hint: String = "", path: String = "") {
        self.code = code
        self.message = message
        self.hint = hint
        self.path = path
    }

    /// The file, what is wrong with the code in brackets, then the hint.
    public var description: String {
        (path.isEmpty ? "" : path + ": ") + "\(message) [\(code.rawValue)]" + (hint.isEmpty ? "" : "\n    hint: \(hint)")
    }
}
