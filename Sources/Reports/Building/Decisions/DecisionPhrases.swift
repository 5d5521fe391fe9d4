import Languages
import Metrics

/// The words of the questions for decision.
enum DecisionPhrase: String, ReportPhrases {
    case heading, nothingToDecide, howToRead, speaksFor, speaksAgainst, goOnWith, brokeEven, willBreakEven, breaksEvenInTime,
        breaksEvenTooLate, noBreakEven, allAnswered, someAnswered, openQuestions, tooShort, launchNotReady, launchedUnready,
        tasksOverdue, tasksInTime, keepGoal, behindDue, atPace, raisePrices, nowAndThen, goOnSelling, thereAndOverall

}
