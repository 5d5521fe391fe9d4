import Metrics

/// The words around what is explained, in the report's language.
struct ExplainWords {
    let isChinese: Bool

    init(locale: String) { isChinese = locale == "zh-Hans" }

    func callAsFunction(_ en: String, _ zhHans: String) -> String { isChinese ? zhHans : en }

    var comma: String { self(", ", "，") }
    var colon: String { self(": ", "：") }
    var value: String { self("value  ", "数值") }
    var undefined: String { self("undefined", "未定义") }
    var formula: String { self("formula", "公式") }
    var numbers: String { self("that is", "即") }
    var file: String { self("file", "文件") }
    var line: String { self("line", "行") }
    var day: String { self("day", "日期") }
    var id: String { self("id", "编号") }
    var customer: String { self("customer", "客户") }
    var amount: String { self("amount", "计入") }
    var written: String { self("written", "原文") }
    var how: String { self("how", "说明") }

    func span(_ start: String, _ end: String) -> String { self(" (\(start) to \(end))", "（\(start) 至 \(end)）") }

    /// How many rows there are, and what is to be done with their amounts.
    func rows(_ count: Int, isMedian: Bool) -> String {
        let rows = self(count == 1 ? "1 row" : "\(count) rows", "\(count) 行")
        if count == 0 { return rows }
        return rows + comma
            + (isMedian
                ? self("the value is the middle of the amounts", "数值为各行的中位数")
                : self("whose amounts add up to it", "各行计入之和即为该值"))
    }

    // What is said of a value.

    var few: String { self("it rests on few cases", "所依据的样本很少") }
    var onRevenue: String { self("on revenue: no gross_margin is configured, so 1 is used", "按收入口径：未配置 gross_margin，按 1 计") }
    var notOver: String { self("the period is not over, so it is not compared", "本期尚未结束，不作比较") }
    var maturing: String {
        self("it goes on growing after the period's end, so it is not compared", "该值在期末之后仍会增长，不作比较")
    }

    func late(_ source: String, _ day: String) -> String {
        self("files of \(source) are late since \(day)", "\(source) 的文件自 \(day) 起迟到")
    }

    /// Why a change is not split along a dimension.
    func why(_ obstacle: Explanation.Obstacle) -> String {
        switch obstacle {
        case .median: self("a median does not add up over members", "中位数不能按成员相加")
        case .root: self("a square root does not add up over members", "平方根不能按成员相加")
        case .formula:
            self("the formula is no sum, no ratio of sums and no product", "公式既不是和，也不是和之比，也不是乘积")
        case .undivided(let measure): self("\(measure) has no members of it", "\(measure) 没有该维度的成员")
        case .unknown(let measure): self("\(measure) is not known by it", "\(measure) 在该维度上未知")
        case .incomplete(let measure): self("its members do not make up \(measure)", "其成员之和不等于 \(measure)")
        }
    }

    // Headings and lines.

    var note: String { self("note   ", "备注") }
    var measure: String { self("measure", "基础量") }
    var plainValue: String { self("value", "数值") }
    var days: String { self("days", "日期") }
    var rows: String { self("rows", "行数") }
    var sources: String { self("sources", "数据源") }
    var source: String { self("source", "数据源") }
    var count: String { self("count", "计入") }
    var replaced: String { self("replaced", "被替代") }
    var rejected: String { self("rejected", "被拒") }
    var excluded: String { self("excluded", "排除") }
    var byFactor: String { self("by factor", "按因素") }
    var here: String { self("here", "本值") }

    var period: String { self("period", "期间") }
    var low: String { self("80%: from", "80%：自") }
    var high: String { self("to", "至") }
    var target: String { self("target", "目标") }

    func projection(_ after: String) -> String {
        self("after \(after), if it goes on as it did", "\(after) 之后，照此发展")
    }
    func by(_ dimension: String) -> String { self("by \(dimension)", "按 \(dimension)") }
    func notSplit(_ why: String) -> String { self("not split by \(why)", "不拆分 \(why)") }
    func days(_ from: String, _ to: String) -> String { from == to ? to : self("\(from) to \(to)", "\(from) 至 \(to)") }

    func against(_ period: String, _ change: String?) -> String {
        self("against ", "与 ") + period + self(": ", " 相比：") + (change ?? self("it is undefined there", "该期未定义"))
    }
    func change(_ before: String, _ now: String, _ change: String) -> String {
        self("\(before) to \(now), \(change)", "\(before) → \(now)，\(change)")
    }

    /// What stands above the largest rows of a measure.
    func largest(_ measure: String, _ shown: Int, of all: Int, spread: Int, isSum: Bool) -> String {
        var text = measure + colon
        if shown == all {
            text += self(all == 1 ? "its row" : "its \(all) rows", "共 \(all) 行")
        } else if isSum {
            text += self("the largest \(shown) of \(all) rows", "\(all) 行中最大的 \(shown) 行")
        } else {
            text += self("the first \(shown) of \(all) rows", "\(all) 行中最前的 \(shown) 行")
        }
        if spread > 0 {
            text +=
                comma
                + self(
                    spread == 1
                        ? "1 of them spread over more days than these" : "\(spread) of them spread over more days than these",
                    "其中 \(spread) 行跨越更多日期，按天均摊计入")
        }
        return text
    }

    /// Money of rows of a source that does not count.
    func excluded(_ money: String, _ rows: Int, _ source: String) -> String {
        self(
            "\(source): \(money) in \(rows == 1 ? "1 row" : "\(rows) rows") whose status does not count",
            "\(source)：\(rows) 行按状态不计入，合计 \(money)")
    }

    /// How many findings are not told.
    func more(_ count: Int) -> String {
        self("\(count) more findings of these files: `gtm check` shows them all", "这些文件另有 \(count) 项发现：`gtm check` 列出全部")
    }

    /// Money of rows of a source that were rejected.
    func rejected(_ money: String, _ rows: Int, _ source: String) -> String {
        self(
            "\(source): \(money) in \(rows == 1 ? "1 rejected row" : "\(rows) rejected rows")",
            "\(source)：\(rows) 行被拒，合计 \(money)")
    }
}
