/// What a person says about a period, to stand beside its figures.
public struct Note: Sendable, Hashable {
    /// The period's name: `2026-W46`, `2026-11`, `2026-Q4`, `2026`.
    public var period: String
    /// What is said.
    public var text: String
    /// The id of the metric or measure it is about, or what is written there where no metric has that name; empty where it is
    /// about none.
    public var metric = ""
    /// The section it is about, as written; empty where it is about none.
    public var section = ""
    /// Who says it; empty where missing.
    public var author = ""
    /// The audience it is for, as written; empty for everyone in the company.
    public var audience = ""

    /// A note with what is always known.
    public init(period: String, text: String) {
        self.period = period
        self.text = text
    }
}
