extension FindingCode {
    /// Words of findings about ids and members, in all files together; nil for other kinds.
    var wordsOfIdentity: FindingWords? {
        switch self {
        case .joinedIDs:
            FindingWords(
                .note, "{count} ids of `{column}` differ between files in leading zeros only and are taken for the same: {examples}",
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
        default: nil
        }
    }
}
