/// The few words that the page itself adds; all others come with the report.
struct PageWords: Sendable {
    // Finding one's way.
    var contents, skip, top: String
    // Charts and trends in words.
    var chartData, category, first, low, high, last, undefined: String
    // Tables and texts.
    var table, row, rows, reasons, wholeText, asOf: String
    // The first screen.
    var who, needs, metric, period, soFar, due, against, status, owner, ahead, target, trend, fromOpening: String
    // Between words.
    var comma, colon: String

    fileprivate static let english = PageWords(
        contents: "Contents", skip: "Skip to the report", top: "Back to the top", chartData: "Data behind the chart",
        category: "Shown", first: "first",
        low: "low", high: "high", last: "last", undefined: "undefined", table: "Table", row: "row", rows: "rows",
        reasons: "Why n/a",
        wholeText: "whole text", asOf: "As of", who: "Who", needs: "What needs them", metric: "Metric", period: "Period",
        soFar: "So far",
        due: "Due now", against: "Against target", status: "Status", owner: "Owner", ahead: "At this pace", target: "Target",
        trend: "Trend, with its usual range on grey",
        fromOpening: "Bars start at the opening level, so that the movements can be seen.", comma: ", ", colon: ": ")

    fileprivate static let chinese = PageWords(
        contents: "目录", skip: "跳到正文", top: "回到顶部", chartData: "图表数据", category: "项目", first: "最早", low: "最低", high: "最高",
        last: "最新", undefined: "未定义",
        table: "表格", row: "行", rows: "行", reasons: "n/a 的原因", wholeText: "全文", asOf: "截至", who: "谁", needs: "需要做什么",
        metric: "指标", period: "期间", soFar: "目前", due: "现时应达",
        against: "对比目标", status: "状态", owner: "负责人", ahead: "按此进度", target: "目标", trend: "走势，灰色为通常范围",
        fromOpening: "条形从期初水平开始，以便看清变动。", comma: "，", colon: "：")
}

extension PageWords {
    /// The words of a locale: `zh-Hans`, else English.
    init(locale: String) { self = locale == "zh-Hans" ? PageWords.chinese : PageWords.english }
}
