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
        "currency: XXQ", "currency: RMB", "currency: nan", "currency: XXX", "currency: ''", "locale: xx", "locale: zz-QQ",
        "locale: english", "locale: en-", "locale: 'en US'", "time_zone: '+-5:-3'", "time_zone: '+05:+3'",
        "time_zone: '+19:00'",
        "time_zone: GMT+25", "time_zone: ../../etc/passwd", "time_zone: ''", "audiences: [{name: ''}]",
        "audiences: [{name: ' '}]",
        "audiences: [{name: a}, {name: a}]", "company: ''", "company: \"a\\0b\"", "reports: ' '",
        "state: ''",
        "metrics: ''", "sources: ' '", "archive_to: reports", "archive_to: .gtm/x", "archive_to: inbox/x",
        "watch: {textfile: .prom}",
        "watch: {ping_file: ''}", "deliver: [{copy: {to: ''}}]", "deliver: [{copy: {to: .gtm}}]",
        "deliver: [{copy: {to: .gtm/x}}]",
        "deliver: [{copy: {to: reports}}]", "deliver: [{copy: {to: inbox/../inbox/x}}]", "deliver: [{copy: {to: \"a\\0b\"}}]",
        "deliver: [{s3: {endpoint: 'https://a', bucket: '', access_key_env: A, secret_key_env: B}}]",
        "deliver: [{s3: {endpoint: 'https://a', bucket: ../x, access_key_env: A, secret_key_env: B}}]",
        "deliver: [{s3: {endpoint: 'https://a', bucket: x, prefix: ../.., access_key_env: A, secret_key_env: B}}]",
        "deliver: [{s3: {endpoint: 'https://a', bucket: x, region: '', access_key_env: A, secret_key_env: B}}]",
        "deliver: [{mail: {to: [a@b.c], from: a@b.c, smtp: {host: h, user: '', password_env: P}}}]",
        "deliver: [{mail: {to: [a@b.c], from: a@b.c, smtp: {host: '-oX'}}}]",
    ])
    func `an impossible setting is 78`(_ text: String) { #expect(failure(text + "\n")?.status == 78) }

    @Test(arguments: [
        "header_row: 0", "header_row: -1", "header_row: 99999999999999999999", "interval: -1", "interval: 0", "interval: never",
        "files: []", "files: ''", "unique: []", "aliases: {arr: ['']}", "delimiter: '\"'", "delimiter: ''",
        "{delimiter: \"'\", quote: single}", "max_age: -1", "max_rejected: nan",
        "private: ['']", "won_stages: ['']", "lost_stages: [' ']", "aliases: {customer_id: [X], subscription_id: [x]}",
        "delimiter: a",
        "delimiter: 1", "quote: a", "quote: ','", "unique: [arr, arr]", "rows: {}", "rows: {last: 3}", "files: ['[']",
    ])
    func `an impossible rule of a source is 78`(_ rule: String) {
        let text = rule.hasPrefix("{") ? rule : "{\(rule)}"
        #expect(failure("", sources: "sources:\n  subscriptions: \(text)\n")?.status == 78)
    }

    @Test(arguments: [
        "currency: eur", "locale: de_CH.UTF-8", "locale: zh-Hans-CN", "locale: fil", "locale: C", "time_zone: '+05:30'",
        "time_zone: US/Eastern", "archive_to: ../read", "deliver: [{copy: {to: out}}]", "company: 'Ünïcødé 公司'",
        "deliver: [{s3: {endpoint: 'https://a', bucket: my-reports, prefix: '', access_key_env: A, secret_key_env: B}}]",
    ])
    func `what can be meant is taken`(_ text: String) { #expect(failure(text + "\n")?.message == nil) }

    @Test func `a currency or a place that is nearly right is named`() {
        #expect(failure("currency: EUT\n")?.hint.contains("did you mean `EUR`?") == true)
        #expect(failure("currency: RMB\n")?.hint.contains("did you mean `CNY`?") == true)
        #expect(failure("time_zone: europe/berlin\n")?.hint.contains("did you mean `Europe/Berlin`?") == true)
        #expect(failure("locale: xx\n")?.hint.contains("languages are") == true)
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

    @Test(arguments: [
        ("week_starts: Mon", "did you mean `monday`?"), ("fiscal_year_starts: Febr", "did you mean `february`?"),
        ("config: {gross_margin: 80%}", "80% is 0.8"), ("config: {gross_margin: x%}", ""),
    ])
    func `what is meant is named where a setting is written otherwise`(_ text: String, _ hint: String) {
        #expect(failure(text)?.hint == hint)
    }
}
