import CSV

extension FindingCode {
    /// The kind of a finding about a file's structure. Each code of the CSV module is one of the catalogue's.
    init(_ finding: CSV.Finding) { self = FindingCode(rawValue: finding.code) ?? .readFailed }

    /// The kind of an error that keeps a file from being read.
    init(_ code: CSVError.Code) { self = FindingCode(rawValue: code.rawValue) ?? .unreadable }
}
