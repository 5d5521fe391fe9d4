import CXLSXWriter
import Facts
import Glibc

/// A workbook in the making: a thin layer over libxlsxwriter that keeps its pointers, formats and errors in one place.
///
/// The library writes the file in `close()`; until then everything is in memory, save that sheets and charts pass through temporary
/// files in the folder of the workbook.
final class Book {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private var latest: (key: FormatKey, format: UnsafeMutablePointer<lxw_format>)?
    private var formats: [FormatKey: UnsafeMutablePointer<lxw_format>] = [:]
    private var isClosed = false
    /// The company's colour, of links, of the tabs of sections and of the band above the summary; nil for the workbook's own.
    let accent: UInt32?

    private struct FormatKey: Hashable {
        var style: Style
        var isConditional: Bool
    }

    /// A workbook that will be written to `path`; nothing but an empty file is written yet.
    init(path: String, accent: UInt32? = nil) throws(ReportError) {
        self.accent = accent
        // Opened here once, as the library says nothing about why it cannot.
        guard let file = fopen(path, "wb") else { throw Book.error(path, errno) }
        fclose(file)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let created = folder.withCString { folder in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(path, &options)
        }
        guard let created else { throw Book.error(path, ENOMEM) }
        workbook = created
        // The first format is the one of cells without any, by whose digits the widths of columns are counted.
        if let format = created.pointee.formats.pointee.stqh_first {
            format_set_font_name(format, Style.font)
            format_set_font_size(format, Style.defaultSize)
        }
        self.path = path
    }

    deinit {
        if !isClosed { lxw_workbook_free(workbook) }
    }

    /// A further sheet; the name must be legal and new.
    func addSheet(_ name: String) -> UnsafeMutablePointer<lxw_worksheet> {
        guard let sheet = workbook_add_worksheet(workbook, name) else { preconditionFailure("no legal sheet name: \(name)") }
        worksheet_set_default_row(sheet, Sheet.rowHeight, UInt8(LXW_FALSE.rawValue))
        return sheet
    }

    /// A chart that is to be inserted into a sheet.
    func addChart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart> {
        guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else { preconditionFailure("out of memory") }
        return chart
    }

    /// A colour as the library takes it.
    static func number(_ color: Color) -> UInt32 {
        UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue)
    }

    /// The format of a style.
    func format(_ style: Style, isConditional: Bool = false) -> UnsafeMutablePointer<lxw_format> {
        let style = style.isLink && style.color == Palette.link ? style.with { $0.color = accent ?? $0.color } : style
        let key = FormatKey(style: style, isConditional: isConditional)
        // Cells beside one another mostly look alike.
        if let latest, latest.key == key { return latest.format }
        if let format = formats[key] {
            latest = (key, format)
            return format
        }
        guard let format = workbook_add_format(workbook) else { preconditionFailure("out of memory") }
        if isConditional { style.applyConditionally(to: format) } else { style.apply(to: format) }
        formats[key] = format
        return format
    }

    /// Has a sheet be the one that is seen first.
    func activate(_ worksheet: UnsafeMutablePointer<lxw_worksheet>) {
        worksheet_activate(worksheet)
        worksheet_set_first_sheet(worksheet)
    }

    /// Gives a cell or a range a name.
    func define(_ name: String, _ reference: String) {
        Book.expect(workbook_define_name(workbook, name, "=" + reference), "defined name \(name)")
    }

    /// Sets the document's properties; `created` is the day on which it says it was made, so that the same input gives the same
    /// bytes.
    func setProperties(title: String, subject: String, company: String, created: Day) {
        let texts = [title, subject, company].map { strdup(SheetText($0, limit: 255).text) }
        defer { texts.forEach { free($0) } }
        var properties = lxw_doc_properties()
        (properties.title, properties.subject, properties.company) = (texts[0], texts[1], texts[2])
        properties.author = texts[2]
        // 0 would stand for the present.
        properties.created = max(1, Int(created.number) * 86_400)
        Book.expect(workbook_set_properties(workbook, &properties), "document properties")
    }

    /// Writes the file.
    func close() throws(ReportError) {
        isClosed = true
        errno = 0
        let status = workbook_close(workbook)
        guard status == LXW_NO_ERROR else { throw Book.error(path, errno) }
        guard WholeFile.check(path) else { throw Book.error(path, 0) }
    }

    /// Traps on an error that only a fault of this program can cause.
    static func expect(_ status: lxw_error, _ what: @autoclosure () -> String) {
        guard status == LXW_NO_ERROR else {
            preconditionFailure("\(what()): \(String(cString: lxw_strerror(status)))")
        }
    }

    private static func error(_ path: String, _ number: Int32) -> ReportError {
        let reason = number == 0 ? "the disk may be full" : String(cString: strerror(number))
        return ReportError(
            code: .couldNotWrite, message: "the workbook cannot be written: \(reason)",
            hint: "see that the folder exists, may be written to, and has a few megabytes of space", path: path)
    }
}
