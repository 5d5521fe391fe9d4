/// The program's version.
public enum Version {
    /// As releases are numbered.
    public static let current = "0.1.0"
    /// The commit that was checked out when the program was built; nil where it was built outside of a repository.
    public static var commit: String? { builtFrom }
    /// As `gtm --version` prints it: `0.1.0 (d72e914c0f1a)`.
    public static var full: String { current + (commit.map { " (\($0.prefix(12)))" } ?? "") }
}
