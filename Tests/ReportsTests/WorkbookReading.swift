import Facts
import Foundation

@testable import Reports

/// A written workbook, read back part by part.
struct WorkbookReading {
    struct Cell: Equatable {
        /// Without `=`; nil for what is no formula.
        var formula: String?
        /// The cached value or the text.
        var text: String
        /// Whether it is a number.
        var isNumber: Bool
    }

    let path: String
    /// The documents by name.
    let parts: [String: String]
    /// Sheet names in order.
    let sheets: [String]

    /// Writes a report into a new folder and reads it back.
    init(_ report: Report) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gtm-workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("report.xlsx").path
        try writeWorkbook(report, to: path)
        parts = (WholeFile.documents(path) ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
        sheets = Self.attributes("name", of: "sheet", in: parts["xl/workbook.xml"] ?? "")
    }

    /// Removes the folder.
    func remove() { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

    /// The markup of a sheet.
    func markup(_ sheet: String) -> String {
        parts["xl/worksheets/sheet\((sheets.firstIndex(of: sheet) ?? -1) + 1).xml"] ?? ""
    }

    /// The cells of a sheet by their names.
    func cells(_ sheet: String) -> [String: Cell] {
        let shared = (parts["xl/sharedStrings.xml"] ?? "").components(separatedBy: "<si>").dropFirst().map { item in
            Self.plain(Self.between(item, "<t>", "</t>") ?? Self.between(item, "<t xml:space=\"preserve\">", "</t>") ?? "")
        }
        var cells: [String: Cell] = [:]
        for piece in markup(sheet).components(separatedBy: "<c r=\"").dropFirst() {
            guard let name = piece.split(separator: "\"").first, let tagEnd = piece.firstIndex(of: ">"),
                let value = Self.between(piece, "<v>", "</v>")
            else { continue }
            let tag = piece[..<tagEnd]
            let text = tag.contains("t=\"s\"") ? shared[Int(value)!] : Self.plain(value)
            cells[String(name)] = Cell(
                formula: Self.between(piece, "<f>", "</f>").map(Self.plain), text: text, isNumber: !tag.contains(" t=\""))
        }
        return cells
    }

    /// The value of an attribute of every element of a name.
    static func attributes(_ attribute: String, of element: String, in markup: String) -> [String] {
        markup.components(separatedBy: "<\(element) ").dropFirst().compactMap {
            between($0, "\(attribute)=\"", "\"").map(plain)
        }
    }

    static func between(_ text: String, _ start: String, _ end: String) -> String? {
        guard let from = text.range(of: start), let to = text.range(of: end, range: from.upperBound..<text.endIndex) else {
            return nil
        }
        return String(text[from.upperBound..<to.lowerBound])
    }

    /// Text without its entities.
    static func plain(_ markup: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
            .reduce(markup) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
