extension FindingCode {
    /// Words of findings about rows that mark themselves, and about answers to surveys; nil for other kinds.
    var wordsOfAnswers: FindingWords? {
        switch self {
        case .deletedRows:
            FindingWords(
                .note, "{rows} rows are marked as deleted or as tests and do not count",
                about:
                    "A column such as `IsDeleted` or `Is test`, or the status of a deal, says that a record was deleted or made to try something out."
            )
        case .otherSurveys:
            FindingWords(
                .warning, "{rows} rows are of other surveys, {words}, and do not count",
                hint: "nothing need be done where they ask something else; else call the survey after NPS",
                about:
                    "A column such as `Survey type` or `Survey` names surveys of another kind beside or in place of NPS: CSAT, CES, eNPS, stars. "
                    + "Their scores are on other scales, or of other people.")
        case .doubtfulAnswers:
            FindingWords(
                .warning, "{rows} answers are of rows that say {words}; they count",
                hint: "if they are none, leave these rows out of the export, or empty their scores",
                about:
                    "The state of an answer says that it was not finished, that the survey turned the person away, or that nobody answered, and "
                    + "there is a score all the same. It counts.")
        case .unansweredZeros:
            FindingWords(
                .warning, "{answers} answers are 0 and have no time of an answer, which all others have; they count",
                hint: "if nobody answered, leave the score empty in the export",
                about:
                    "All scores without a time of an answer are 0. Some programs write 0 where nobody answered, which would make detractors of them."
            )
        case .countedAnswers:
            FindingWords(
                .warning,
                "each row counts as one answer, while `{column}` seems to say how many there were",
                hint: "export the answers themselves, one row each",
                about:
                    "A file of scores has no ids of answers, people or customers, and a column such as `Count` or `人数`: it has been summed up "
                    + "by score. NPS is then of the rows, not of the answers.")
        default: nil
        }
    }
}
