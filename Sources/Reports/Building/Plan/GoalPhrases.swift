import Languages
import Metrics

/// The words of goals and their parts.
enum GoalPhrase: String, ReportPhrases {
    case gap, weeksLeft, perWeek, over, reached, limitPassed, atMost, noWeekly
    case title, until, parts, difference, addsUp, apart, someKnown, soFar, apartMessage, quarters, months, lastOf, sumOf

}
