import Languages
import Metrics

/// The words that only headlines need.
enum HeadlinePhrase: String, ReportPhrases {
    case noneOff, off, offAndMore, moved, movedAlike, acquired, spent, converted, scored, active, targetsOff, targetsAndActions,
        actionsOverdue, allDataIn

}
