import Deliveries
import Facts

/// What the owner is told of a failed run, in the report's language. What the program itself said stays in its own words.
struct NoticeWords {
    let isChinese: Bool

    init(locale: String) { isChinese = locale.hasPrefix("zh") }

    /// One line: whose report, and whether it is there.
    func subject(_ company: String, _ pipeline: String, _ kind: PipelineError.Kind) -> String {
        let status = kind.rawValue
        if isChinese {
            let what = kind == .undelivered ? "报告已发布，但未能全部送达" : "报告生成失败"
            return "\(company)，\(pipeline)：\(what)（状态 \(status)）"
        }
        return kind == .undelivered
            ? "\(company), \(pipeline): the report is published, but did not reach everybody (status \(status))"
            : "\(company), \(pipeline): the report failed (status \(status))"
    }

    /// What went wrong, what to do and what stands, a line each.
    func lines(_ error: PipelineError, reports: String, pipeline: String) -> [String] {
        // Several failures at once bring their hints with them.
        var own = error.message.split(separator: "\n").map { line in
            let bare = line.drop { $0 == " " }
            return bare.hasPrefix("hint: ") ? toDo(String(bare.dropFirst(6))) : String(bare)
        }
        if !error.hint.isEmpty { own.append(toDo(error.hint)) }
        if error.kind == .undelivered {
            own += error.standing.split(separator: "\n").map(String.init)
        }
        var lines = isChinese ? [meaning(error.kind), "程序的原话："] + own : own
        guard error.kind != .undelivered else { return lines }
        if isChinese {
            let latest = Publication.latest(in: Files.join(reports, pipeline))
            let standing = latest.map { "\(Leftovers.name(of: $0) ?? $0) 的报告仍然有效" } ?? "此前尚未发布过报告"
            lines.append("没有发布任何内容，也没有发送给其他人；\(standing)。")
            lines.append("改正后请再运行一次：gtm run。退出状态为 \(error.status)。")
        } else {
            let standing = Publication.standing(reports: reports, pipeline: pipeline)
            lines.append("Nothing was published or sent to anyone else; \(standing).")
            lines.append("After mending it, run again: gtm run. The exit status was \(error.status).")
        }
        return lines
    }

    private func toDo(_ hint: String) -> String { isChinese ? "处理办法：\(hint)" : "What to do: \(hint)." }

    /// What a status means and what to do, in Chinese.
    private func meaning(_ kind: PipelineError.Kind) -> String {
        switch kind {
        case .dataError: "数据问题太多，无法发布：缺少必需的列、被拒的行过多，或某项检查没有通过。请改正导出文件，再放入收件文件夹。"
        case .noInput: "缺少必需的文件，或文件内容太旧。请把最新的导出文件放入收件文件夹。"
        case .undelivered: "报告已发布，但至少有一处没有送达。排除原因后运行 gtm deliver，即可补发。"
        case .noResources: "内存、磁盘空间或可打开的文件数不够。请腾出空间、提高限额（memory_limit），或减少一次导出的数据。"
        case .cannotWrite: "报告或状态无法写入：磁盘已满，或没有写权限。请腾出空间或给予权限。"
        case .unreadable: "有文件无法完整读取：仍在写入、没有读权限，或已经损坏。请等待写完，或重新导出。"
        case .configuration: "配置有误。请按下面指出的文件和行号改正。"
        default: "程序出现缺陷。请保留日志和 run.json，并连同下面的内容一起报告。"
        }
    }
}
