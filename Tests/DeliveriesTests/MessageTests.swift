import Foundation
import Testing

@testable import Deliveries

@Suite struct MessageTests {
    private func message(_ subject: String, to: [String] = ["ceo@example.com"], name: String = "r.xlsx") -> MailMessage {
        MailMessage(
            from: Address("Report <gtm@example.com>")!, to: to.compactMap(Address.init), subject: subject,
            text: "Hello\n.\nFrom me\n",
            html: "<p>Hello</p>", attachments: [MailMessage.Attachment(name: name, type: "text/csv", bytes: Array(0...255))],
            id: "abc@example.com", date: 1_794_808_800_000_000)
    }

    /// The header fields of a message, unfolded.
    private func fields(_ message: MailMessage) -> [(name: String, value: String)] {
        let text = String(decoding: message.bytes(), as: UTF8.self)
        let header = text.split(separator: "\r\n\r\n", maxSplits: 1)[0].replacing("\r\n ", with: " ")
        return header.split(separator: "\r\n").map { line in
            let parts = line.split(separator: ": ", maxSplits: 1)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    /// Encoded words back to text, by the rule of RFC 2047.
    private func decoded(_ text: String) -> String {
        let words = text.split(separator: " ")
        let bytes = words.flatMap { word -> [UInt8] in
            guard word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?=") else { return Array(" \(word)".utf8) }
            return Array(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))) ?? Data())
        }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespaces)
    }

    @Test(arguments: [
        "Plain words", "ARR grew — 10 of 28 off track", "苏州公司，每周报告：净新增 ARR", String(repeating: "长", count: 200),
        String(repeating: "word ", count: 60), String(repeating: "x", count: 900), "looks =?UTF-8?B?eA==?= encoded", "👩‍👩‍👧 family",
    ])
    func `a subject comes back as it was, on lines of at most 78 signs`(_ subject: String) throws {
        let message = message(subject)
        let text = String(decoding: message.bytes(), as: UTF8.self)
        for line in text.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 78)
        }
        let found = try #require(fields(message).first { $0.name == "Subject" }?.value)
        #expect(decoded(found) == subject.trimmingCharacters(in: .whitespaces))
        for word in found.split(separator: " ") where word.hasPrefix("=?") { #expect(word.utf8.count <= 75) }
    }

    @Test(arguments: ["\r\n", "\n", "\r", "\r\n\r\n", "\u{0B}", "\u{85}", "\u{2028}", "\0"])
    func `no text of a subject, a name or a file ends a header field`(_ end: String) {
        let bad = "Acme\(end)Bcc: thief@example.org\(end)\(end)<b>"
        let names = fields(message(bad, name: bad)).map(\.name)
        #expect(
            names == ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"],
            "\(names)")
        let text = String(decoding: message(bad, name: bad).bytes(), as: UTF8.self)
        #expect(!text.components(separatedBy: "\r\n").contains { $0.hasPrefix("Bcc") })
        #expect(Address("Acme\(end)Bcc: x <a@example.com>") == nil)
        #expect(text.utf8.allSatisfy { $0 < 128 })
    }

    @Test func `names of senders come back as they were, and many recipients are folded between addresses`() throws {
        var message = message("a", to: (1...60).map { "somebody.number.\($0)@mail.example.com" })
        message.from = try #require(Address("周报机器人，每周一早上六点发送给所有高管和部门负责人 <gtm@example.com>"))
        let text = String(decoding: message.bytes(), as: UTF8.self)
        for line in text.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 78)
        }
        let found = fields(message)
        let from = try #require(found.first { $0.name == "From" }?.value)
        #expect(decoded(from) == "周报机器人，每周一早上六点发送给所有高管和部门负责人 <gtm@example.com>")
        #expect(found.first { $0.name == "To" }?.value.components(separatedBy: ", ").count == 60)
        message.from = try #require(Address("\"Acme, Inc.\" <gtm@example.com>"))
        #expect(fields(message).first { $0.name == "From" }?.value == "\"Acme, Inc.\" <gtm@example.com>")
    }

    @Test func `the same message is the same bytes, and its date is the one given`() {
        #expect(message("a").bytes() == message("a").bytes())
        #expect(fields(message("a")).first { $0.name == "Date" }?.value == "Mon, 16 Nov 2026 06:00:00 +0000")
        #expect(MailMessage.dateText(0) == "Thu, 01 Jan 1970 00:00:00 +0000")
        #expect(MailMessage.dateText(951_782_400_000_000) == "Tue, 29 Feb 2000 00:00:00 +0000")
        #expect(MailMessage.dateText(-1) == "Wed, 31 Dec 1969 23:59:59 +0000")
    }

    @Test func `every day of four centuries has the date that Foundation gives it`() {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss +0000"
        for day in stride(from: -50_000, through: 100_000, by: 37) {
            let seconds = Int64(day) * 86_400 + 3_661
            let expected = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
            #expect(MailMessage.dateText(seconds * 1_000_000) == expected)
        }
    }

    @Test func `a message's id tells its parts apart and says nothing of them`() {
        let ids = [["a", "bc"], ["ab", "c"], ["a", "b", "c"], ["a", "bc", "1"]].map {
            MailMessage.id($0, domain: "example.com")
        }
        #expect(Set(ids).count == 4)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}@example\.com/) != nil })
    }

    @Test func `text survives quoted-printable, dots and trailing spaces too`() {
        let text = ".\n..\nFrom me\n--=_m\nends in a space \ntab\t\n= sign\n" + String(repeating: "ü", count: 100) + "\nlast"
        let encoded = QuotedPrintable.encoded(text)
        for line in encoded.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 76 && !line.hasSuffix(" ") && !line.hasSuffix("\t"))
            #expect(!line.hasPrefix(".") && !line.hasPrefix("From") && !line.hasPrefix("-"))
        }
        var bytes: [UInt8] = []
        let joined = Array(encoded.replacing("=\r\n", with: "").replacing("\r\n", with: "\n").utf8)
        var place = 0
        while place < joined.count {
            if joined[place] == UInt8(ascii: "=") {
                bytes.append(UInt8(String(decoding: joined[place + 1...place + 2], as: UTF8.self), radix: 16)!)
                place += 3
            } else {
                bytes.append(joined[place])
                place += 1
            }
        }
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [
        "ceo@example.com", "Weekly report <gtm@example.com>", "\"A, B\" <a.b+c@mail.example.com>", "x@localhost",
    ])
    func `addresses that can be delivered to are read`(_ text: String) { #expect(Address(text) != nil) }

    @Test(arguments: [
        "", "ceo", "@example.com", "ceo@", "a b@example.com", "ceo@exa mple.com", "a@b@c", "ceo@example..com", ".a@example.com",
        "-oQ@example.com", "ceo@example.com>", "<a@b.c", "müller@example.com", "a@b.c,d@e.f", "a@-b.c",
        "a@b.c\r\nRCPT TO:<x@y.z>",
    ])
    func `others are not`(_ text: String) { #expect(Address(text) == nil) }

    @Test func `recipients are covered by an address or a pattern, and by nothing that only looks like it`() {
        let recipients = Recipients(["ceo@example.org", "*@example.com", "sales-*@emea.example.net"])
        for text in ["ceo@example.org", "CEO@Example.ORG", "anyone@example.com", "sales-eu@emea.example.net"] {
            #expect(recipients.cover(Address(text)!), "\(text)")
        }
        for text in [
            "cfo@example.org", "a@evil-example.com", "a@example.com.evil.net", "a@sub.example.com", "sales@emea.example.net",
            "ceo@example.org.uk",
        ] {
            #expect(!recipients.cover(Address(text)!), "\(text)")
        }
        #expect(!Recipients([]).cover(Address("a@b.c")!))
        #expect(Recipients.isPattern("*@example.com") && !Recipients.isPattern("*") && !Recipients.isPattern("@example.com"))
    }
}
