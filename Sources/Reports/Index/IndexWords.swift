import Metrics

/// What the index of a folder of reports says, in a language. `{0}` and so on stand for what is filled in.
enum IndexWords: CaseIterable {
    case title, counts, none, skip, top, period, star, value, plan, data, asOf, open, page, workbook, edition

    func text(_ language: Language, _ parts: [String] = []) -> String {
        Phrase.fill(language == .en ? english : chinese, parts)
    }

    private var english: String {
        switch self {
        case .title: "Reports"
        case .counts: "{0} {0|pipeline|pipelines}, {1} {1|edition|editions}, the newest first"
        case .none: "Nothing has been published here yet."
        case .skip: "Skip to the reports"
        case .top: "Back to the top"
        case .period: "Period"
        case .star: "North star"
        case .value: "Value"
        case .plan: "On plan?"
        case .data: "All data in?"
        case .asOf: "As of"
        case .open: "Open"
        case .page: "page"
        case .workbook: "workbook"
        case .edition: "{0}, edition {1}"
        }
    }

    private var chinese: String {
        switch self {
        case .title: "报告目录"
        case .counts: "{0} 个流程，{1} 份报告，最新的在前"
        case .none: "这里尚未发布任何报告。"
        case .skip: "跳到报告列表"
        case .top: "回到顶部"
        case .period: "期间"
        case .star: "北极星指标"
        case .value: "数值"
        case .plan: "是否达标？"
        case .data: "数据是否齐全？"
        case .asOf: "截至"
        case .open: "打开"
        case .page: "网页"
        case .workbook: "工作簿"
        case .edition: "{0}，第 {1} 版"
        }
    }
}
