import Facts
import Languages
import Yams

/// How much memory a run may have: `memory_limit: 4GiB`.
public struct MemoryLimit: Sendable, Hashable {
    /// In bytes.
    public var bytes: Int

    /// What a run may have where the pipeline does not say.
    public static let usual = MemoryLimit(bytes: 4 << 30)
    /// The least that a run can do with, and the most that any machine has.
    private static let range = Int128(64 << 20)...Int128(1 << 50)

    /// A limit in bytes.
    public init(bytes: Int) { self.bytes = bytes }

    /// A limit as it is written: `64MiB`, `1.5 GiB`, `2G`, `500 MB`, or bytes; nil where that is no size or not one of a machine.
    init?(_ text: String) {
        let text = text.trimmingSpaces
        let end = text.firstIndex { !($0.isASCII && $0.isNumber) && $0 != "." } ?? text.endIndex
        let units: [String: Int128] = [
            "": 1, "b": 1, "k": 1 << 10, "kib": 1 << 10, "kb": 1000, "m": 1 << 20, "mib": 1 << 20, "mb": 1_000_000,
            "g": 1 << 30,
            "gib": 1 << 30, "gb": 1_000_000_000, "t": 1 << 40, "tib": 1 << 40, "tb": 1_000_000_000_000,
        ]
        guard let unit = units[text[end...].trimmingSpaces.lowercased()], let number = ExactDecimal(String(text[..<end])) else {
            return nil
        }
        let bytes = Int128(number.digits) * unit / ExactDecimal.powersOfTen[number.scale]
        guard MemoryLimit.range.contains(bytes) else { return nil }
        self.bytes = Int(bytes)
    }

    /// Reads `memory_limit`.
    init(_ node: Node, _ top: YAMLMapping) throws(PipelineError) {
        guard let limit = MemoryLimit(try top.text(node, "memory_limit")) else {
            throw top.failure(
                node, "`memory_limit` takes a size from 64MiB on like 512MiB or 4GiB, found `\(node.shown)`",
                hint: "leave it out for 4GiB")
        }
        self = limit
    }

    /// A number of bytes as people write it: `4 GiB`, `1.5 GiB`, `64 MiB`.
    static func text(_ bytes: Int) -> String {
        let (unit, name) = bytes >= 1 << 30 ? (1 << 30, "GiB") : (1 << 20, "MiB")
        let tenths = (Int128(bytes) * 10 + Int128(unit) / 2) / Int128(unit)
        return tenths % 10 == 0 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }

    /// That more was used than may be: during which stage, and which of its jobs.
    func exceeded(by used: Int, _ stage: Stage, _ jobs: [String]) -> PipelineError {
        let names = jobs.filter { $0 != stage.rawValue }
        let listed = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
        let isAboutFiles = [.collect, .read, .check, .compare].contains(stage)
        return PipelineError(
            .noResources,
            "the run needs more memory than `memory_limit` allows: \(MemoryLimit.text(used)) of \(MemoryLimit.text(bytes)), during "
                + "\(stage.rawValue)" + (names.isEmpty ? "" : " of \(listed)"),
            hint: "raise `memory_limit` in the pipeline's file where the machine has more, or "
                + (isAboutFiles
                    ? "export less at once: fewer rows, or only the columns that are needed"
                    : "name fewer `dimensions`: one with a member for nearly every row is of no use in a report"))
    }
}

extension StringProtocol {
    /// Without spaces before and behind.
    fileprivate var trimmingSpaces: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? endIndex
        return start < end ? String(self[start..<end]) : ""
    }
}
