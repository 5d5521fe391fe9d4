/// Every kind of finding, one case a code. Its words are in ``words``; the guide has a paragraph on each.
public enum FindingCode: String, Sendable, Hashable, CaseIterable {
    // Of a whole file, or of how it is written.
    case emptyFile = "empty-file"
    case unreadable
    case notFound = "not-found"
    case notAFile = "not-a-file"
    case stillWritten = "still-written"
    case linkOutside = "link-outside"
    case notMoved = "not-moved"
    case removedFile = "removed-file"
    case keptFiles = "kept-files"
    case sharedFolder = "shared-folder"
    case forgottenFile = "forgotten-file"
    case damagedReading = "damaged-reading"
    case readingNotKept = "reading-not-kept"
    case notACSV = "not-a-csv"
    case damagedArchive = "damaged-archive"
    case noSpace = "no-space"
    case tooManyOpen = "too-many-open"
    case readFailed = "read-failed"
    case sameContent = "same-content"
    case zeroBytes = "zero-bytes"
    case mixedEncoding = "mixed-encoding"
    case invalidText = "invalid-text"
    case separatorLine = "separator-line"
    case noHeader = "no-header"
    case headerRowMissing = "header-row-missing"
    case secondTable = "second-table"
    case copiedTable = "copied-table"
    case repeatedHeader = "repeated-header"
    case turnedHeader = "turned-header"
    case pageLines = "page-lines"
    case wrappedRecord = "wrapped-record"
    case preamble
    case footer
    case unrecognisedFile = "unrecognised-file"
    case ambiguousFile = "ambiguous-file"

    // Of a column.
    case missingColumn = "missing-column"
    case unreadDates = "unread-dates"
    case assumedNameDay = "assumed-name-day"
    case flagsForDates = "flags-for-dates"
    case unreadEnds = "unread-ends"
    case otherRates = "other-rates"
    case otherQuestions = "other-questions"
    case doubtfulScale = "doubtful-scale"
    case sharesForCounts = "shares-for-counts"
    case noOutcomes = "no-outcomes"
    case unreadCurrency = "unread-currency"
    case assumedCurrency = "assumed-currency"
    case contradictingCurrency = "contradicting-currency"
    case assumedQuantity = "assumed-quantity"
    case unreadQuantity = "unread-quantity"
    case duplicateColumn = "duplicate-column"
    case assumedDecimal = "assumed-decimal"
    case assumedThousands = "assumed-thousands"
    case assumedDateOrder = "assumed-date-order"
    case assumedMonthYear = "assumed-month-year"
    case assumedUnit = "assumed-unit"
    case unknownUnit = "unknown-unit"
    case assumedIdentity = "assumed-identity"
    case lostDigits = "lost-digits"
    case filledCells = "filled-cells"
    case mergedCells = "merged-cells"

    // Of rows and cells.
    case strayQuote = "stray-quote"
    case shortRow = "short-row"
    case longRow = "long-row"
    case otherDelimiter = "other-delimiter"
    case cutNumber = "cut-number"
    case doubtfulNumber = "doubtful-number"
    case extraCells = "extra-cells"
    case doubtfulCells = "doubtful-cells"
    case badMoney = "bad-money"
    case badNumber = "bad-number"
    case badPercent = "bad-percent"
    case badScore = "bad-score"
    case badDate = "bad-date"
    case badTime = "bad-time"
    case badFlag = "bad-flag"
    case badCurrency = "bad-currency"
    case badText = "bad-text"
    case foreignTarget = "foreign-target"
    case crossedTarget = "crossed-target"
    case unclearSide = "unclear-side"
    case unclearUnit = "unclear-unit"
    case wrongScale = "wrong-scale"
    case badInterval = "bad-interval"
    case badPeriod = "bad-period"
    case unknownStage = "unknown-stage"
    case unknownKind = "unknown-kind"
    case unknownFigureKind = "unknown-figure-kind"
    case unknownFigureUnit = "unknown-figure-unit"
    case numberOutOfRange = "number-out-of-range"
    case tooLarge = "too-large"
    case missingRequired = "missing-required"
    case missingDate = "missing-date"
    case endBeforeStart = "end-before-start"
    case longSpan = "long-span"
    case noRate = "no-rate"
    case whichCurrency = "which-currency"
    case twoCurrencies = "two-currencies"
    case badLine = "bad-line"
    case mendedOlderContent = "mended-older-content"
    case mendedLacksColumns = "mended-lacks-columns"
    case groupRows = "group-rows"
    case trialRows = "trial-rows"
    case deletedRows = "deleted-rows"
    case otherSurveys = "other-surveys"
    case doubtfulAnswers = "doubtful-answers"
    case unansweredZeros = "unanswered-zeros"
    case countedAnswers = "counted-answers"
    case totalRow = "total-row"
    case unprovedTotal = "unproved-total"
    case namedLikeTotal = "named-like-total"
    case totalDiffers = "total-differs"
    case sumWithoutName = "sum-without-name"
    case noCosts = "no-costs"
    case budgetRows = "budget-rows"
    case notSpent = "not-spent"
    case doubtfulCosts = "doubtful-costs"
    case negativeCosts = "negative-costs"

    // Of a source: what its files say together.
    case overlappingRows = "overlapping-rows"
    case restatedCosts = "restated-costs"
    case doubtfulOverlap = "doubtful-overlap"
    case doubtfulCopy = "doubtful-copy"
    case restatedFigures = "restated-figures"
    case doubtfulFigures = "doubtful-figures"
    case doubtfulKeys = "doubtful-keys"
    case goneColumn = "gone-column"
    case unlistedTerms = "unlisted-terms"
    case renumberedTerms = "renumbered-terms"
    case unlistedTeams = "unlisted-teams"
    case assumedFigureKind = "assumed-figure-kind"
    case contradictingFigure = "contradicting-figure"
    case unknownFigure = "unknown-figure"
    case lateFigure = "late-figure"
    case figureUnits = "figure-units"
    case replacedAmount = "replaced-amount"
    case repeatedTerm = "repeated-term"
    case replacedInFile = "replaced-in-file"
    case excludedStatus = "excluded-status"
    case repeatedSnapshot = "repeated-snapshot"
    case olderRowCounts = "older-row-counts"
    case unreadRevenue = "unread-revenue"
    case endedAtZero = "ended-at-zero"
    case chargedOnce = "charged-once"
    case pausedTerms = "paused-terms"
    case unknownTermStatus = "unknown-term-status"
    case endedWithoutDate = "ended-without-date"
    case termOfNoDays = "term-of-no-days"
    case sourceNotUsed = "source-not-used"
    case assumedLastDay = "assumed-last-day"
    case doubtfulEndDate = "doubtful-end-date"
    case oneDayGaps = "one-day-gaps"
    case assumedCancellation = "assumed-cancellation"
    case wonBeforeCreated = "won-before-created"
    case answeredBeforeCreated = "answered-before-created"
    case negativeARR = "negative-arr"
    case overlappingTerms = "overlapping-terms"
    case joinedDeals = "joined-deals"
    case dealsTooLarge = "deals-too-large"
    case dealsAreLeads = "deals-are-leads"
    case amountWithoutRate = "amount-without-rate"
    case assumedPercent = "assumed-percent"
    case unknownTarget = "unknown-target"
    case repeatedTarget = "repeated-target"
    case targetsApart = "targets-apart"
    case assumedYear = "assumed-year"
    case unknownDimension = "unknown-dimension"
    case distantTarget = "distant-target"
    case impossibleTarget = "impossible-target"
    case missingOwners = "missing-owners"
    case undecidedStages = "undecided-stages"
    case closedWithoutDate = "closed-without-date"
    case crossedEnds = "crossed-ends"
    case mixedPercent = "mixed-percent"
    case leftWithoutDate = "left-without-date"
    case repeatedPeople = "repeated-people"
    case rostersOfOneDay = "rosters-of-one-day"
    case openPosts = "open-posts"
    case mixedUsage = "mixed-usage"

    // Of ids and members, in all files together.
    case joinedIDs = "joined-ids"
    case foldedMembers = "folded-members"
    case sizesMadeDates = "sizes-made-dates"
    case idsOfAnotherSystem = "ids-of-another-system"
    case idsOfTwoSystems = "ids-of-two-systems"
    case unknownCustomers = "unknown-customers"
    case testCustomers = "test-customers"
    case unknownIDs = "unknown-ids"
    case unknownInitiatives = "unknown-initiatives"
    case unknownMembers = "unknown-members"
    case unknownFormulaMember = "unknown-formula-member"

    // Of plans.
    case doneBeforeStart = "done-before-start"
    case dueBeforeStart = "due-before-start"
    case smallPercents = "small-percents"
    case bareTasks = "bare-tasks"
    case tasksWithoutDueDate = "tasks-without-due-date"
    case tasksWithoutOwner = "tasks-without-owner"
    case unknownStatus = "unknown-status"
    case initiativeEndsBeforeStart = "initiative-ends-before-start"
    case unknownTerm = "unknown-term"
    case initiativesWithoutSpend = "initiatives-without-spend"
    case initiativesWithoutCustomers = "initiatives-without-customers"
    case launchedUnready = "launched-unready"

    // Of gates.
    case missingSource = "missing-source"
    case staleSource = "stale-source"
    case tooManyRejects = "too-many-rejects"
    case noNewExport = "no-new-export"
    case rowsOutOfBand = "rows-out-of-band"
    case repeatedKey = "repeated-key"
    case outOfRange = "out-of-range"
    case controlTotal = "control-total"
    case arrIdentity = "arr-identity"

    // Of the run.
    case lateSource = "late-source"
    case lateSeries = "late-series"
    case lateTerms = "late-terms"
    case rateUsed = "rate-used"
    case rounding

    /// Whether another file may settle it, so that a file by itself does not show it.
    var isOfOtherFiles: Bool {
        [.noRate, .amountWithoutRate, .initiativesWithoutSpend, .initiativesWithoutCustomers].contains(self)
    }

    /// What is said of it.
    public var words: FindingWords {
        guard
            let words = wordsOfFiles ?? wordsOfColumns ?? wordsOfRows ?? wordsOfTerms ?? wordsOfSources ?? wordsOfIdentity
                ?? wordsOfPlans ?? wordsOfGates
        else {
            preconditionFailure("the finding \(rawValue) has no words")
        }
        return words
    }
}

/// What is said of one kind of finding. `{name}` in a text stands for a value of the finding.
public struct FindingWords: Sendable, Hashable {
    /// How much it matters.
    public var severity: Finding.Severity
    /// What was found, as a sentence without a full stop.
    public var message: String
    /// What to do about it; empty where nothing need be done. `{sources.yml}` stands for the file that the pipeline reads.
    public var hint: String
    /// What it means and what becomes of the data, for the guide.
    public var about: String

    init(_ severity: Finding.Severity, _ message: String, hint: String = "", about: String) {
        self.severity = severity
        self.message = message
        self.hint = hint
        self.about = about
    }

    /// A text with the values in the places of their names. A name without a value is a defect; the place stays empty.
    static func filled(_ template: String, _ values: FindingValues) -> String {
        // Each rejected row asks: bytes are looked at, not characters.
        let bytes = template.utf8
        guard bytes.contains(UInt8(ascii: "{")) else { return template }
        var (text, rest) = ("", template[...])
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let name = String(rest[bytes.index(after: open)..<close])
            text += rest[..<open]
            if name == sourcesFile {
                text += "{\(name)}"
            } else {
                assert(values[name] != nil, "\(template) lacks a value for \(name)")
                text += values[name].map { "\($0)" } ?? ""
            }
            rest = rest[bytes.index(after: close)...]
        }
        return text + rest
    }

    /// The name that stands for the file with the rules of sources, until it is known which one the pipeline reads.
    static let sourcesFile = "sources.yml"
}

/// The values of a finding by their names in its words.
public typealias FindingValues = [String: any CustomStringConvertible]

extension FindingCode {
    /// All kinds by where they point, in the order of the guide.
    public static var chapters: [(title: String, codes: [FindingCode])] {
        [
            ("Of a file", allCases.filter { $0.wordsOfFiles != nil }),
            ("Of a column", allCases.filter { $0.wordsOfColumns != nil }),
            ("Of rows and cells", allCases.filter { $0.wordsOfRows != nil }),
            ("Of ids and members", allCases.filter { $0.wordsOfIdentity != nil }),
            ("Of plans", allCases.filter { $0.wordsOfPlans != nil }),
            ("Of terms of subscriptions", allCases.filter { $0.wordsOfTerms != nil }),
            ("Of a source, and of the run", allCases.filter { $0.wordsOfSources != nil }),
            ("Of gates", allCases.filter { $0.wordsOfGates != nil }),
        ]
    }
}
