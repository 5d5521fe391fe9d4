import CXLSXWriter

/// The workbook's colours: few, told apart by every kind of colour vision, and dark enough for text on white.
enum Palette {
    static let ink: UInt32 = 0x17202A
    static let quiet: UInt32 = 0x4B5766
    static let line: UInt32 = 0x8A95A3
    static let hair: UInt32 = 0xD5DBE2
    static let header: UInt32 = 0xFFFFFF
    static let strong: UInt32 = 0xF4F6F8
    static let link: UInt32 = 0x0A559F
    static let good: UInt32 = 0x0A559F
    static let goodFill: UInt32 = 0xE4EFFA
    static let bad: UInt32 = 0x9C3304
    static let badFill: UInt32 = 0xFBE6DC
    static let watch: UInt32 = 0x7A5A00
    static let watchFill: UInt32 = 0xFAF0D2
    /// The ground of cells that readers put numbers in.
    static let input: UInt32 = 0xFFF9DB

    // Charts.
    static let actual: UInt32 = 0x17202A
    static let yearBefore: UInt32 = 0x8793A1
    static let favourable: UInt32 = 0x3F87C7
    static let unfavourable: UInt32 = 0xB23C06
    static let (heatLow, heatHigh): (UInt32, UInt32) = (0xE8A27C, 0xA9C9E8)
    /// Series of the same rank, in order; from dark to light in greyscale, too.
    static let members: [UInt32] = [0x17202A, 0x3F87C7, 0x8793A1, 0xA9C9E8, 0x4B5766, 0xD5DBE2]
}

/// How a cell looks; equal styles share one format of the workbook.
struct Style: Hashable {
    enum Align: Hashable { case left, right, center }
    enum Rule: Hashable {
        case none, hair, thin, strong
        /// Of a colour of the company's own.
        case band(UInt32)
    }

    var size = 10.0
    var isBold = false
    var isItalic = false
    var isLink = false
    var color = Palette.ink
    var fill: UInt32?
    var align = Align.left
    var isTop = true
    var indent: UInt8 = 0
    var wraps = false
    var numberFormat = ""
    var below = Rule.none
    var above = Rule.none

    /// The font of all cells and charts, and the size that widths of columns are counted in. Every spreadsheet program has it or one
    /// of the same widths, so that pages break alike everywhere.
    static let font = "Arial"
    static let defaultSize = 10.0

    /// A changed copy.
    func with(_ change: (inout Style) -> Void) -> Style {
        var copy = self
        change(&copy)
        return copy
    }

    static let title = Style(size: 18, isBold: true)
    static let subtitle = Style(size: 10, color: Palette.quiet)
    static let message = Style(size: 13, isBold: true, wraps: true)
    static let note = Style(size: 9, isItalic: true, color: Palette.quiet, wraps: true)
    static let tableTitle = Style(size: 12, isBold: true)
    static let sentence = Style(size: 10, wraps: true)
    static let header = Style(isBold: true, fill: Palette.header, isTop: false, wraps: true, below: .thin)
    static let body = Style(below: .hair)
    static let plain = Style()
    static let smallHeader = Style(size: 9, color: Palette.quiet, isTop: false, below: .thin)
    static let answer = Style(size: 13, isBold: true, wraps: true)
    static let lead = Style(size: 11, wraps: true)
    static let starValue = Style(size: 24, isBold: true, align: .right, isTop: false)
    static let link = Style(isLink: true, color: Palette.link)
    static let tileName = Style(isBold: true, color: Palette.quiet, isTop: false, above: .strong)
    static let tileValue = Style(size: 24, isBold: true)
    static let tileDetail = Style(size: 9, color: Palette.quiet, wraps: true)

    /// Sets all that is not the default on a format of libxlsxwriter.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        format_set_font_name(format, Style.font)
        format_set_font_size(format, size)
        format_set_font_color(format, color)
        if isBold { format_set_bold(format) }
        if isItalic { format_set_italic(format) }
        if isLink { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_fg_color(format, fill)
        }
        switch align {
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        format_set_align(format, UInt8((isTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER).rawValue))
        if indent > 0 { format_set_indent(format, indent) }
        if wraps { format_set_text_wrap(format) }
        if !numberFormat.isEmpty { format_set_num_format(format, numberFormat) }
        if let (kind, color) = below.border {
            format_set_bottom(format, kind)
            format_set_bottom_color(format, color)
        }
        if let (kind, color) = above.border {
            format_set_top(format, kind)
            format_set_top_color(format, color)
        }
    }

    /// Sets what a conditional format adds to the cell's own: its colours and its number format.
    func applyConditionally(to format: UnsafeMutablePointer<lxw_format>) {
        format_set_font_color(format, color)
        if let fill { format_set_bg_color(format, fill) }
        if !numberFormat.isEmpty { format_set_num_format(format, numberFormat) }
    }
}

extension Style.Rule {
    fileprivate var border: (kind: UInt8, color: UInt32)? {
        switch self {
        case .none: nil
        case .hair: (UInt8(LXW_BORDER_THIN.rawValue), Palette.hair)
        case .thin: (UInt8(LXW_BORDER_THIN.rawValue), Palette.quiet)
        case .strong: (UInt8(LXW_BORDER_MEDIUM.rawValue), Palette.ink)
        case .band(let color): (UInt8(LXW_BORDER_THICK.rawValue), color)
        }
    }
}
