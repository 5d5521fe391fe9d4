import Foundation
import Metrics

/// What a pipeline's files say, as the ledger keeps it: by it a later run tells whether anything was redefined.
struct Settings: Codable, Sendable, Hashable {
    /// The texts of the pipeline's file and of those it names, by their paths as seen from its folder; its own under "".
    var files: [String: String]
    /// Each metric's formula, by id: also those that the program ships with.
    var formulas: [String: String]

    init(_ configuration: Configuration) {
        files = configuration.texts
        formulas = Dictionary(configuration.catalogue.metrics.map { ($0.id, $0.formula) }, uniquingKeysWith: { $1 })
    }

    /// Settings from the ledger; nil where they cannot be read.
    init?(_ text: String?) {
        guard let text, let settings = try? JSONDecoder().decode(Settings.self, from: Data(text.utf8)) else { return nil }
        self = settings
    }

    /// The same settings are the same text.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
