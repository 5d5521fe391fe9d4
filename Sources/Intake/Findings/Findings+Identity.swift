extension FindingCode {
    /// Words of findings about ids and members, in all files together; nil for other kinds.
    var wordsOfIdentity: FindingWords? {
        switch self {
        case .joinedIDs:
            FindingWords(
                .note,
                "{count} ids of `{column}` differ between files in leading zeros only and are taken for the same: {examples}",
                hint: "export the ids as text, so that `{id}` keeps its zeros",
                about:
                    "Spreadsheets take the leading zeros off ids of digits. Ids that differ in nothing else are one where no file has two of "
                    + "them; where a file tells them apart, so does the report.")
        case .foldedMembers:
            FindingWords(
                .note, "{count} members of `{dimension}` are written in several ways and count as one each: {spellings}",
                hint: "write them alike where they are kept",
                about:
                    "Spellings of a member that differ only in case, spaces, width or Unicode form are one member. It is shown as most rows "
                    + "of all sources write it.")
        case .sizesMadeDates:
            FindingWords(
                .warning, "members of `{dimension}` look like sizes that a spreadsheet made dates: {members}",
                hint: "format the column as text and export it again, so that `11-50` does not become `Nov-50`",
                about:
                    "Beside sizes such as `51-200` a dimension has members such as `Nov-50` or `10-Jan`: a spreadsheet takes `11-50` and `1-10` "
                    + "for dates. They are members of their own, apart from the sizes that they were.")
        case .idsOfAnotherSystem:
            FindingWords(
                .warning,
                "none of the {all} customers of `{source}`, with {money} {currency} of ARR on {day}, is in `customers`: two systems, two kinds "
                    + "of id, {ids} here and {listed} there",
                hint: "export `customers` with the ids that billing uses, or `{source}` with those of the customers' file",
                about:
                    "No id of `customers` is one of the ARR's customers, so that no breakdown has any ARR but under `(none)`. The two files come "
                    + "from systems that number customers in their own ways; one of them must export the other's id.")
        case .idsOfTwoSystems:
            FindingWords(
                .warning,
                "{ids} of {all} ids that {older} has too are of another {what} here: {rows} rows of that file are replaced{sum}",
                hint:
                    "if the files are of two systems, put something of its own before the ids of each, such as UK-1, in `{key}`; if not, "
                    + "nothing need be done",
                about:
                    "Two files have the same ids, and in a third of them or more the newer one has another customer (subscriptions) or another "
                    + "day of creation (deals) or of the answer (surveys), which no later export changes. The newer rows count, and the older "
                    + "ones, maybe of other records, do not.")
        case .unknownCustomers:
            FindingWords(
                .note,
                "{count} of {all} customers of `{source}`, with {money} {currency} of ARR on {day}, are not in `customers`: {ids}",
                hint:
                    "add them to the customers' file; until then breakdowns have them under their own cells, or under `(none)`",
                about:
                    "Customers with ARR that the customers' file does not know. A warning where they are half of all, or have half of the ARR."
            )
        case .testCustomers:
            FindingWords(
                .warning,
                "{count} customers that `customers` marks as tests have ARR, which counts: {money} {currency} on {day}; {ids}",
                hint: "leave their rows out of `{source}`, or give them the status void",
                about:
                    "A column such as `Is test` of the customers' file says that a customer serves for tests, and there are subscriptions of it. "
                    + "They count with the others.")
        case .unknownIDs:
            FindingWords(
                .note, "{count} of {all} ids of customers in `{source}` ({rows}{money}) are of no customer: {ids}{none}",
                hint: "compare these ids with those of `subscriptions` and `customers`",
                about:
                    "Ids that neither `subscriptions` nor `customers` has. A warning where they are half of all; of leads and deals only those that "
                    + "were won are asked, as the others need not be customers yet.")
        case .unknownInitiatives:
            FindingWords(
                .note, "{count} of {all} initiatives of `{source}` ({rows}{money}) are not in `initiatives`: {ids}",
                hint: "write the id of the initiative, or add it to `initiatives`",
                about: "Ids of initiatives that the initiatives' file does not know. A warning where they are half of all.")
        case .unknownMembers:
            FindingWords(
                .note, "{count} of the targets' members are in no row: {members}",
                hint: "write the member as the data does, or wait for its first row",
                about: "A target for a member of a dimension that is in no source. Its value stays undefined.")
        case .unknownFormulaMember:
            FindingWords(
                .warning, "{metrics} asks for rows whose {dimension} is “{member}”, and no row is so; it stays undefined",
                hint: "{near}write the member in the formula as the data does, or wait for its first row",
                about: "A formula with `only()` for a member of a dimension that is in no source: mistyped, or not there yet.")
        default: nil
        }
    }
}
