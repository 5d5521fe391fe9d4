import Testing

@testable import Pipelines

/// Settings that cannot be meant: each is status 78.
@Suite struct HostileSettingsTests {
    private func failure(_ text: String, sources: String? = nil, metrics: String? = nil) -> PipelineError? {
        do throws(PipelineError) {
            _ = try Configuration.read(text: "inbox: inbox\n" + text, path: "p.yml") { file in
                file.hasSuffix("sources.yml") ? sources : file.hasSuffix("m.yml") ? metrics : nil
            }
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        "dimensions: []", "dimensions: ['']", "dimensions: [' ']", "dimensions: [a, a]", "dimensions: [Segment, 'segment ']",
        "sections: []", "sections: [summary, summary]", "locale: ''", "locale: 42", "fx_date: 0026-01-01", "periods: 0",
        "config: {health: {weights: {usage: 9223372036854775807}}}", "config: {health: {weights: {usage: -1}}}",
        "config: {health: {weights: {usage: 0, voice: 0, trend: 0}}}", "config: {health: {bands: {at_risk: 101}}}",
        "config: {health: {bands: {at_risk: 80, watch: 70}}}", "config: {gross_margin: 0.1234567890123456789}",
        "config: {gross_margin: 99999999999999999999}", "config: {churn_grace_days: -1}",
    ])
    func `an impossible setting is 78`(_ text: String) { #expect(failure(text + "\n")?.status == 78) }

    @Test(arguments: [
        "header_row: 0", "header_row: -1", "header_row: 99999999999999999999", "interval: -1", "interval: 0", "interval: never",
        "files: []", "files: ''", "unique: []", "aliases: {arr: ['']}", "delimiter: '\"'", "delimiter: ''",
        "{delimiter: \"'\", quote: single}", "max_age: -1", "max_rejected: nan",
    ])
    func `an impossible rule of a source is 78`(_ rule: String) {
        let text = rule.hasPrefix("{") ? rule : "{\(rule)}"
        #expect(failure("", sources: "sources:\n  subscriptions: \(text)\n")?.status == 78)
    }

    @Test(arguments: [
        ("max(" + Array(repeating: "spend", count: 256).joined(separator: ",") + ")", "255 parts"),
        (String(repeating: "min(1,", count: 70) + "spend" + String(repeating: ")", count: 70), "64 levels"),
        (String(repeating: "1-(spend/(", count: 70) + "spend" + String(repeating: "))", count: 70), "64 levels"),
        (Array(repeating: "trailing(spend,3 months)", count: 60).joined(separator: "+"), ""),
        (String(repeating: "(", count: 10_000) + "spend" + String(repeating: ")", count: 10_000), "2000"),
    ])
    func `a formula past Excel's limits is 78 and names the limit`(_ formula: String, _ limit: String) {
        let error = failure(
            "metrics: m.yml\n", metrics: "metrics:\n  x: {formula: \"\(formula)\", unit: money, name: {en: X}}\n")
        #expect(
            limit.isEmpty ? error == nil : error?.status == 78 && error?.message.contains(limit) == true,
            "\(String(describing: error))")
    }

    @Test func `metrics that put each other in pass Excel's length of a formula only with 78`() {
        let sum = Array(repeating: "trailing(spend,3 months)", count: 70).joined(separator: "+")
        let text = (1...7).map { "  x\($0): {formula: \"\(sum)\", unit: money, name: {en: X}}\n" }.joined()
        let all = (1...7).map { "x\($0)" }.joined(separator: "+")
        let error = failure(
            "metrics: m.yml\n", metrics: "metrics:\n\(text)  y: {formula: \"\(all)\", unit: money, name: {en: Y}}\n")
        #expect(error?.status == 78 && error?.message.contains("8192 characters") == true, "\(String(describing: error))")
    }
}
