import Facts

extension Source {
    /// Jobs, pains and gains of customers, one row a statement.
    static let valueMap = Source(
        name: .valueMap, role: .plans, isMissed: false,
        load: .append, words: ["value map", "value proposition", "jobs pains gains", "价值主张", "价值图", "价值地图"],
        columns: [
            Column.initiative.also("项目编号", "举措编号", "项目名称", "举措名称", "项目id").required,
            Column.word(.kind, "type", "类型", "类别", "价值类型", "条目类型").required,
            Column.text(.text, "description", "statement", "内容", "描述", "具体内容", "说明", "条目").required,
            .text(
                .answeredBy, "answer", "answered", "solution", "应对", "解决方案", "应对方案", "如何应对", "对应方案", "由什么满足", "满足方式",
                "回应"),
            .text(.evidence, "proof", "证据", "依据", "佐证", "证明"),
        ],
        checks: [
            .word(.kind) { text, _ in Vocabulary.kind(text) != nil ? nil : .unknownKind }
        ],
        build: { $0.buildValueMap(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var kind: Self { Self("kind") }
    static var text: Self { Self("text") }
    static var answeredBy: Self { Self("answered_by") }
    static var evidence: Self { Self("evidence") }
}

extension Assembler {
    fileprivate mutating func buildValueMap(_ merged: inout Merged) {
        merged.applyLoadRule()
        let rows = finish(merged)
        let (initiatives, kinds) = (strings(merged, .initiative, rows), strings(merged, .kind, rows))
        let (texts, answers) = (strings(merged, .text, rows), strings(merged, .answeredBy, rows))
        let evidence = strings(merged, .evidence, rows)
        facts.valueMap += rows.indices.map { index in
            ValueMapEntry(
                initiative: initiatives[index], kind: Vocabulary.kind(kinds[index]) ?? kinds[index], text: texts[index],
                answeredBy: answers[index], evidence: evidence[index])
        }
    }
}
