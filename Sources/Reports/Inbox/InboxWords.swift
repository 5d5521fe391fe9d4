import Languages
import Metrics

/// What the inbox's page says, in a language. `{0}` and so on stand for what is filled in.
enum InboxWords: String, ReportPhrases {
    static let isSetOff = false

    case title, published, notPublished, notPublishedHint, standing, nothingStands, allWell, pieces, report, missing,
        missingHint
    case since, sinceNamed, filesTitle, goneTitle, goneNote, noFiles, remarksTitle, generalTitle, rejectsTitle, rejectsNote
    case file, takenFor, rows, used, replaced, excluded, rejected, came, toDo, what, place, severity, warning, note
    case unknown, refused, left, same, retracted, unfinished, nothingToDo, doMend, doMendIncomplete, doName, doRefused, doLeft
    case doSame, doRetracted, doUnfinished, doReplaced, doSee, inEnglish, runAt, top, rowsCount, skip, state

}
