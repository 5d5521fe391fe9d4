import Facts
import Foundation
import Metrics
import RollUps

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

    /// A short mark by which texts are told apart: FNV-1a of 64 bits.
    static func mark(_ text: String) -> String {
        String(text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, radix: 16)
    }

    /// The configuration that these settings were, with the folders of another; nil where this version cannot read them.
    func configuration(like other: Configuration) -> Configuration? {
        guard let text = files[""] else { return nil }
        let path = "\(other.pipeline).yml"
        return try? Configuration.read(
            text: text, path: path, inbox: other.inbox, reports: other.reports, state: other.state
        ) { files[Configuration.name(of: $0, besides: path)] }
    }
}

extension Configuration {
    /// What values depend on besides the formulas, by the names of the pipeline file.
    var options: [String: String] {
        var options = [
            "currency": currency.code, "locale": locale, "time_zone": zone.identifier,
            "week_starts": String(calendar.weekStart),
            "fiscal_year_starts": String(calendar.fiscalStart), "fx_date": fxDate?.description ?? "-",
            "dimensions": dimensions.joined(separator: " "), "funnel.stages": stages.joined(separator: " "),
            "churn_grace_days": String(churnGraceDays), "renewal_grace_days": String(renewalGraceDays),
            "health.weights": "\(health.usage) \(health.voice) \(health.trend)",
            "health.bands": "\(health.atRiskBelow.plain) \(health.watchBelow.plain)",
        ]
        for (name, value) in catalogue.config.merging(numbers, uniquingKeysWith: { $1 }) { options[name] = value.plain }
        for (name, text) in texts where !name.isEmpty && name != metricsName {
            options[name] = "\(Configuration.edition) \(Settings.mark(text))"
        }
        return options
    }

    /// What the reading of files depends on; where it is the same, a file is read the same.
    var readingSettings: [String: String] {
        options.filter { key, value in
            ["currency", "locale", "time_zone", "dimensions", "funnel.stages"].contains(key)
                || value.hasPrefix(Configuration.edition)
        }
    }

    /// What stands before the mark of a whole file among the options.
    private static let edition = "edition"
}
