import Languages
import Metrics
import RollUps

/// Every sentence and label of a report, by what it says.
enum Phrase: String, ReportPhrases {
    static let isSetOff = false

    // Titles
    case titleWeek, titleMonth, titleQuarter, titleYear, summary, revenue, acquisition, conversion, voice, activity,
        plan, data, definitions
    // Time
    case asOf, inUnit, week, month, quarter, year, weekBefore, monthBefore, quarterBefore, yearBefore, aYearAgo, toDate,
        daysCovered, periodNotOver
    // Punctuation and small joints
    case colon, labelled, nameAndUnit, inBrackets, namedPeriod, inPeriod, onRevenue, both, andMore, largestListed
    // Message
    case nothingYet, arrMessage, arrMessageWithChanges, arrUndefined, netNew, netNewAfter, changeOn, up, down,
        littleChanged, targetsMessage, unjudgedTargets, termsLateMessage, newestEvents, absentSources
    // Scorecard
    case scorecard, metric, now, before, change, yearAgo, changeOnYear, target, status, trend, owner, goalPeriod, dueByNow,
        noDue, atThisPace, endOf, usualOf, noPace, noPaceOver, standing, standingToDate, northStarTarget,
        fewCases, notAboveZeroStatus, lateStatus,
        onTrack, watch, offTrack, maturing, undefinedStatus, noStatus, noTarget
    // Why something is undefined
    case withheldToDate, withheldMaturing, whyAbsent, whyLate, whyNotBegun, whyNoMembers, whyNoSuchMember,
        whyNothingToMeasure,
        whyNotInData, whyZero, whyNoValue, whyNoMember, absent
    // What changed most
    case changedMost, changedMostOn, timesUsual, noUsualChange, noRankedChanges, unusual, usualRange
    // Attention
    case needsAttention, nothingNeedsAttention, what, howMuch, detail, alsoOffTrack,
        overdue, overdueActions, actionInWords, atRisk, dueSoon, customersCounted, endsDetail, lateSource, lateSeries, late,
        noNewExport,
        since, seriesOf, allIn, rejectedRowsInWords, moreWarnings, seeFindings, lateDetail,
        rejectedRows, unrecognisedFiles
    // Tables that several sections have
    case metricsByPeriod, measuresByPeriod, measure, maturingNote, withoutNote, notBrokenDown, breakdown, byDimension, total,
        noMember, otherMembers, seriesInWords, fromTo, whyNoRest, notOnPaper
    // Recurring revenue
    case bridgeMessage, bridgeTitle, balance, gained, lost, plus, minus, movement, arr, movementsTitle, movementsTable,
        arrTitle, retentionTitle, stillOpen, cohortTitle, cohort, quartersLater, cohortHint, cohortEmpty, noCohorts,
        moreInCohorts, moreQuarters, moversTitle, customer, arrAtEnd, noMovements, moreInMovements, movementNew,
        movementExpansion,
        movementContraction, movementChurn, movementReactivation, startsTitle, noStartsAhead, endsTitle, noEndsAhead,
        starts, ends, termARR, arrToday, signedNext, health, healthUnknown, bandScore, bandAtRisk, bandWatch,
        bandHealthy, healthUsage, healthVoice, healthTrend, noUse, noVoice, noTrend, healthWeight, healthBelow, usageWindow,
        voiceWindow, trendWindow
    // Acquisition
    case spendUndefined, spendMessage, cacMessage, cacChanges, cacTitle, spendTitle, otherSpend, newCustomersTitle,
        paybackTitle, efficiencyTitle
    // Conversion
    case leadsUndefined, leadsMessage, winMessage, wonMessage, openMessage, funnelCohort, funnelInPeriod, funnelTable,
        stage, cohortShort, inPeriodShort, cohortCount, stageRate, inPeriodCount, funnelNote, funnelNoteToDate, winRateTitle,
        cycleTitle
    // Voice
    case intervalMessage, noResponses, npsTitle, intervalLow, intervalHigh, answersTitle, noComments, detractorsTitle,
        day, score, comment
    // Activity
    case activeMessage, riskMessage, activityUndefined, activityTitle, healthTitle, nobodyAtRisk, atRiskTitle,
        endsSoon
    // Plan
    case targetsTitle, noTargetsNow, unknownTargets, whose, period, actualColumn, attainment,
        dueNote, noRatio, departmentsTitle, department, noOpenActions, task, due, progress, initiative,
        scenario, goal, launch, readinessTitle, messagingDocument, marketingPack, salesPack, customerMaterials,
        advocateMaterials, readyCount, ready, draft, missing, termNewProduct, termNewMarket, termRepositioning,
        termBusinessModel, termCompetition, termExplore, termValidate, termScale, termAcquire, termRetain
    // Data
    case moneyNote, sourcesTitle, source, files, rowsRead, factsCount, replaced, rejected, excluded, newestEvent,
        rejectedMoney, present, absentWord, noFiles, filesTitle, file, fingerprint, unrecognised, goneFile, sameContent,
        restatedNote, restatedMore, redefinedNote, asPublished, withTodaysFiles, because, restatedTitle, redefinedTitle,
        definedBefore, definedNow, valueBefore, valueNow, newFile, retractedFile,
        noRemarks, remarksTitle, warning, remark, place, howOften, toDo, code
    // Dimensions
    case dimensionSegment, dimensionRegion, dimensionChannel, dimensionPlan, dimensionIndustry, dimensionOwner
    // Definitions
    case definitionsTitle, measuresTitle, optionsTitle, option, id, meaning, inWords, formula, unit, better, options,
        definitionSource, value, unitMoney, unitCount, unitPercent, unitPoints, unitRatio, unitMonths, unitDays,
        statusRulesTitle, statusRule, statusRulesNote, dueShare, dueWay, dueWhole, ratioHigher, ratioLower, ruleByRatio,
        ruleByPoints, leastAttainment, leastGap, pointsFrom, fewCasesBelow, unitMinutes, unitMoneyPerDay, betterHigher,
        betterLower, betterNeither
}

extension Phrase {
    /// What readers call a dimension of the data contract, by its column; nil for a company's own.
    init?(dimension: String) {
        switch dimension {
        case "segment": self = .dimensionSegment
        case "region": self = .dimensionRegion
        case "channel": self = .dimensionChannel
        case "plan": self = .dimensionPlan
        case "industry": self = .dimensionIndustry
        case "owner": self = .dimensionOwner
        default: return nil
        }
    }

    /// What readers call a cell of `scenario`, `stage` or `goal` of an initiative; nil for any other text.
    init?(term: String) {
        switch term {
        case "new_product": self = .termNewProduct
        case "new_market": self = .termNewMarket
        case "repositioning": self = .termRepositioning
        case "business_model": self = .termBusinessModel
        case "competition": self = .termCompetition
        case "explore": self = .termExplore
        case "validate": self = .termValidate
        case "scale": self = .termScale
        case "acquire": self = .termAcquire
        case "retain": self = .termRetain
        default: return nil
        }
    }

    /// What readers call a movement.
    init(_ kind: MovementKind) {
        switch kind {
        case .new: self = .movementNew
        case .expansion: self = .movementExpansion
        case .contraction: self = .movementContraction
        case .churn: self = .movementChurn
        case .reactivation: self = .movementReactivation
        }
    }

    /// What readers call a metric's unit.
    init(_ unit: Metric.Unit) {
        switch unit {
        case .money: self = .unitMoney
        case .count: self = .unitCount
        case .percent: self = .unitPercent
        case .points: self = .unitPoints
        case .ratio: self = .unitRatio
        case .months: self = .unitMonths
        case .days: self = .unitDays
        case .minutes: self = .unitMinutes
        case .moneyPerDay: self = .unitMoneyPerDay
        }
    }

    /// What readers call a measure's unit.
    init(_ unit: Measure.Unit) {
        switch unit {
        case .money: self = .unitMoney
        case .count: self = .unitCount
        case .days: self = .unitDays
        case .minutes: self = .unitMinutes
        case .points: self = .unitPoints
        }
    }

    /// Which way is favourable.
    init(_ better: Metric.Better) {
        switch better {
        case .higher: self = .betterHigher
        case .lower: self = .betterLower
        case .neither: self = .betterNeither
        }
    }
}
