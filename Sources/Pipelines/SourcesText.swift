import Facts
import Intake

/// Advice as the text of a `sources.yml`.
struct SourcesText {
    private let advice: [Advice]

    /// The text of some advice about one source.
    init(_ advice: [Advice]) { self.advice = advice }

    /// Lines of YAML, with what each changes in a comment behind it. Last resorts are comments themselves, to be taken one by one.
    func lines(indent: String) -> [String] {
        guard let source = advice.first?.source else { return [] }
        var lines: [(text: String, comment: String)] = [("sources:", ""), ("  \(source):", "")]
        var written: Set<String> = []
        for line in advice {
            let value = line.isList ? "[\(Self.scalar(line.value))]" : Self.scalar(line.value)
            guard let column = line.column else {
                lines.append(("    \(line.isLastResort ? "# " : "")\(line.key): \(value)", line.why))
                continue
            }
            if written.insert(line.key).inserted { lines.append(("    \(line.key):", "")) }
            lines.append(("      \(Self.scalar(column)): \(value)", line.why))
        }
        let width = lines.filter { !$0.comment.isEmpty }.map { Texts.width($0.text) }.max() ?? 0
        return lines.map { line in
            indent + (line.comment.isEmpty ? line.text : "\(TextTable.padded(line.text, width))  # \(line.comment)")
        }
    }

    /// A text as YAML reads it back as the same text.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { ($0 | 32 >= 97 && $0 | 32 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 95 || $0 == 45 }
            && text.utf8.first.map { $0 != 45 } ?? false
        if isPlain, !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 32 || scalar.value == 127:
                quoted += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
