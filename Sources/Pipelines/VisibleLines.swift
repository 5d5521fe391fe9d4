import Facts

extension String {
    /// The text as a terminal or a log may show it, with its own lines: nothing in it steers a terminal.
    public var visibleLines: String { visible(keepingLines: true) }
}
