/// The few words that the workbook itself adds; all others come with the report.
struct SheetWords {
    var measure, name, dimension, member: String
    var contents, back, page, toDate, rowsBehind, colon: String
    var scorecard, recent, bars: String
    /// What the parts of a target's bar are.
    var barParts: [String]
    var cut: (String, Int) -> String
    var dropped: (String, Int, Int) -> String
    var plainFormula: (String) -> String
    var notPrinted: (String) -> String
    var leftOut: ([String]) -> String

    /// The words of a locale: `zh-Hans`, else English.
    init(locale: String) {
        if locale.hasPrefix("zh") {
            (measure, name, dimension, member) = ("度量", "名称", "维度", "成员")
            (contents, back, page, toDate) = ("目录", "返回", "第 &P 页,共 &N 页", "(截至今日)")
            (rowsBehind, colon) = ("列出明细行", "：")
            (scorecard, recent) = ("记分卡", "各期走势")
            bars = "各项目标：实心为已达成，彩色为应达而未达（或超出上限），空心为距目标所余"
            barParts = ["已达成", "应达而未达", "所余"]
            cut = { "单元格 \($0) 的文本共 \($1) 个字符,超过 Excel 的上限 32,767,已截断;全文见同一文件夹中的 CSV 文件。" }
            dropped = { "“\($0)”共 \($2) 行,工作表只能容纳 \($1) 行;其余见同一文件夹中的 CSV 文件。" }
            leftOut = { "打印时省略，见下方：" + $0.joined(separator: "、") }
            notPrinted = { "工作表“\($0)”供公式与程序使用，不打印；各周期的数值见各章节的表格与 metrics.csv。" }
            plainFormula = { "单元格 \($0) 的公式超过 Excel 的上限 8,192 个字符,因此只写入数值。" }
        } else {
            (measure, name, dimension, member) = ("Measure", "Name", "Dimension", "Member")
            (contents, back, page, toDate) = ("Go to", "Back to", "Page &P of &N", "(to date)")
            (rowsBehind, colon) = ("Rows behind it", ": ")
            (scorecard, recent) = ("Scorecard", "Over the periods shown")
            bars =
                "Targets: solid is reached, coloured is missing from what is due now (or above a limit), outlined is the rest"
            barParts = ["Reached", "Missing from what is due", "Rest of the target"]
            cut = {
                "The text of cell \($0) has \($1) characters and was cut, as Excel holds 32,767; "
                    + "the full text is in the CSV files of this folder."
            }
            dropped = {
                "“\($0)” has \($2) rows, of which the sheet holds the first \($1); all are in the CSV files of this folder."
            }
            leftOut = { "Below, and left out when printed: " + $0.joined(separator: "; ") }
            notPrinted = {
                "The sheet “\($0)” is for formulas and programs and is not printed; "
                    + "the sections and metrics.csv have the figures of every period."
            }
            plainFormula = {
                "The formula of cell \($0) is longer than the 8,192 characters that Excel reads; the cell holds the value alone."
            }
        }
    }
}
