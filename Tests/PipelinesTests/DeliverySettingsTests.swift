import Deliveries
import Testing

@testable import Pipelines

@Suite struct DeliverySettingsTests {
    private func read(_ text: String) throws -> Configuration {
        try Configuration.read(text: "inbox: inbox\n" + text, path: "pipelines/p.yml") { _ in nil }
    }

    private let smtp = "smtp: {host: mail.example.com, user: gtm, password_env: PW}"

    @Test func `entries are read with their defaults`() throws {
        let configuration = try read(
            """
            owner: ops@example.com
            recipients: [ceo@example.com, "*@example.org"]
            audiences: [{name: executives, locale: en}]
            deliver:
              - mail: {to: [ceo@example.com], from: gtm@example.com, \(smtp)}
              - mail: {to: a@example.org, audience: executives, from: gtm@example.com, sendmail: [/usr/sbin/sendmail, -t]}
              - hook: {kind: lark, url_file: secrets/url, secret_env: KEY, when: off track, tries: 2, limit: 2m}
              - copy: {to: ../share, when: gaps}
              - s3: {endpoint: "https://s3.example.com", bucket: b, access_key_env: A, secret_key_env: S}
            """)
        let entries = configuration.deliveries
        #expect(entries.map(\.kind) == ["mail", "mail", "hook", "copy", "s3"])
        #expect(entries.map(\.when) == [.always, .always, .offTrack, .gaps, .always])
        #expect(entries.map(\.place) == (6...10).map { "pipelines/p.yml:\($0)" })
        guard case .mail(let mail) = entries[0].way, case .smtp(let server) = mail.transport,
            case .hook(let hook) = entries[2].way,
            case .copy(let folder) = entries[3].way, case .store(let store) = entries[4].way
        else {
            Issue.record("the entries are of other kinds")
            return
        }
        #expect((server.port, server.security, mail.audience) == (587, .starttls, "executives"))
        #expect((hook.kind, hook.address, hook.secret) == (.feishu, .file("pipelines/secrets/url"), .variable("KEY")))
        #expect((entries[2].patience.tries, entries[2].patience.limit, folder) == (2, 120, "pipelines/../share"))
        #expect((store.region, store.prefix) == ("us-east-1", ""))
        #expect(configuration.owner?.address == "ops@example.com")
        #expect(configuration.recipients.cover(try #require(Address("x@example.org"))))
    }

    @Test(arguments: [
        ("recipients: [everyone]", "2:13", "everyone"), ("owner: me", "2:8", "address"),
        ("deliver: yes", "2:10", "list"), ("deliver: [{mial: {}}]", "2:12", "`mail`"),
        ("deliver: [{mail: {to: [a@b.c], form: x@y.z}}]", "2:19", "`from` of `deliver.mail` is missing"),
        ("deliver: [{mail: {to: [nobody], from: a@b.c, smtp: {host: h}}}]", "2:23", "nobody"),
        ("deliver: [{mail: {to: a@b.c, from: a@b.c}}]", "2:23", "`smtp` or `sendmail`"),
        ("deliver: [{mail: {to: a@b.c, from: a@b.c, smtp: {host: h, secruity: tls}}}]", "2:59", "did you mean `security`"),
        ("deliver: [{mail: {to: a@b.c, from: a@b.c, smtp: {host: h, security: tsl}}}]", "2:69", "did you mean `tls`"),
        ("deliver: [{mail: {to: a@b.c, from: a@b.c, smtp: {host: h, security: none}}}]", "2:69", "this machine only"),
        ("deliver: [{mail: {to: a@b.c, from: a@b.c, smtp: {host: h, user: u}}}]", "2:49", "password_env"),
        ("deliver: [{mail: {to: a@b.c, from: a@b.c, sendmail: sendmail}}]", "2:53", "whole path"),
        (
            "audiences: [{name: executives}]\ndeliver: [{mail: {to: a@b.c, audience: exectives, from: a@b.c, smtp: {host: h}}}]",
            "3:40", "did you mean `executives`"
        ),
        ("deliver: [{hook: {kind: slak, url_env: U}}]", "2:25", "did you mean `slack`"),
        ("deliver: [{hook: {kind: slack}}]", "2:25", "url_env"),
        ("deliver: [{hook: {kind: slack, url_env: U, secret_env: S}}]", "2:25", "no signature"),
        ("deliver: [{hook: {kind: json, url_env: U, when: of track}}]", "2:49", "did you mean `off track`"),
        ("deliver: [{hook: {kind: json, url_env: U, limit: soon}}]", "2:50", "30s"),
        ("deliver: [{copy: {to: x, when: failed}}]", "2:32", "no report was made"),
        ("deliver: [{copy: {to: reports/x}}]", "2:10", "`reports`"),
        ("deliver: [{copy: {to: x}, hook: {kind: json, url_env: U}}]", "2:11", "found 2"),
        (
            "deliver: [{s3: {endpoint: \"http://s3.example.com\", bucket: b, access_key_env: A, secret_key_env: S}}]", "2:27",
            "https://"
        ),
        ("deliver: [{s3: {endpoint: \"https://s\", bucket: b}}]", "2:27", "access_key_env"),
    ])
    func `what is wrong is told with line, column and the nearest name`(_ text: String, _ place: String, _ words: String) {
        let error = #expect(throws: PipelineError.self) { try read(text) }
        #expect(error?.kind == .configuration)
        #expect(error?.description.contains("pipelines/p.yml:\(place): ") == true, "\(error?.description ?? "")")
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        "mail: {to: a@b.c, from: a@b.c, smtp: {host: h, user: u, password: geheim42}}", "hook: {kind: json, url: geheim42}",
        "hook: {kind: json, url_env: U, secret: geheim42}", "hook: {kind: json, url_env: https://geheim42}",
        "s3: {endpoint: \"https://s\", bucket: b, access_key: geheim42, secret_key_env: S}",
    ])
    func `a secret in the file is refused, and not repeated`(_ entry: String) {
        let error = #expect(throws: PipelineError.self) { try read("deliver: [{\(entry)}]") }
        #expect(error?.description.contains("geheim42") == false)
        #expect(error?.hint.contains("_env") == true || error?.message.contains("_env") == true)
    }
}
