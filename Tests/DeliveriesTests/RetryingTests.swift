import Foundation
import Synchronization
import Testing

@testable import Deliveries

@Suite struct RetryingTests {
    /// Surroundings whose waiting takes no time, and is added up.
    private final class Clock: Sendable {
        let waited = Mutex<Int>(0)
        let isStopped = Mutex<Bool>(false)

        func surroundings(_ environment: [String: String] = [:]) -> DeliverySurroundings {
            DeliverySurroundings(
                clock: { 0 }, isStopped: { self.isStopped.withLock { $0 } },
                wait: { time in self.waited.withLock { $0 += time } },
                environment: { environment[$0] })
        }
    }

    private func patience(_ tries: Int) -> Patience {
        var patience = Patience()
        patience.tries = tries
        return patience
    }

    @Test func `what passes is tried again, later and later, and no more often than asked`() throws {
        let clock = Clock()
        var count = 0
        let tries = try retrying(patience(4), clock.surroundings()) { () throws(DeliveryError) in
            count += 1
            if count < 4 { throw DeliveryError("busy", isPassing: true) }
        }
        #expect(tries == 4 && clock.waited.withLock { $0 } == 21_000)
        count = 0
        let error = #expect(throws: DeliveryError.self) {
            _ = try retrying(patience(2), clock.surroundings()) { () throws(DeliveryError) in
                count += 1
                throw DeliveryError("busy", isPassing: true)
            }
        }
        #expect(count == 2 && error?.message == "busy (tried 2 times)")
    }

    @Test func `what stays is not tried again, and nothing is once somebody asked to end`() {
        let clock = Clock()
        var count = 0
        #expect(throws: DeliveryError.self) {
            _ = try retrying(patience(9), clock.surroundings()) { () throws(DeliveryError) in
                count += 1
                throw DeliveryError("no")
            }
        }
        clock.isStopped.withLock { $0 = true }
        #expect(throws: DeliveryError.self) {
            _ = try retrying(patience(9), clock.surroundings()) { () throws(DeliveryError) in
                count += 1
                throw DeliveryError("busy", isPassing: true)
            }
        }
        #expect(count == 2 && clock.waited.withLock { $0 } == 0)
    }

    @Test func `the other side's own wish counts, up to five minutes`() {
        #expect(Patience().pause(after: 1, DeliveryError("", retryAfter: 30)) == 30)
        #expect(Patience().pause(after: 1, DeliveryError("", retryAfter: 86_400)) == 300)
        #expect(Patience().pause(after: 3, DeliveryError("", retryAfter: 1)) == 16)
        #expect(Patience().pause(after: 99, DeliveryError("")) == 64)
    }

    @Test func `a secret is taken out of what others say, in base 64 and percent signs too`() {
        var secrets = Secrets()
        secrets.add("pass/word+1")
        let said = "no: pass/word+1, cGFzcy93b3JkKzE=, pass%2Fword%2B1\r\n\u{1B}[31mred"
        #expect(secrets.hidden(in: said) == "no: …, …, … [31mred")
    }

    @Test func `a secret is one line of a variable, or of a file that only its owner may read`() throws {
        let surroundings = Clock().surroundings(["A": "s3cret\n", "B": "", "C": "two\nlines"])
        #expect(try Secret.variable("A").value(surroundings) == "s3cret")
        for name in ["B", "C", "D"] {
            #expect(throws: DeliveryError.self) { try Secret.variable(name).value(surroundings) }
        }
        let path = NSTemporaryDirectory() + "/gtm-secret-" + UUID().uuidString
        try "s3cret\r\n".write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        for (mode, isGood) in [(0o600, true), (0o400, true), (0o640, false), (0o604, false), (0o644, false)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            let value = try? Secret.file(path).value(surroundings)
            #expect(value == (isGood ? "s3cret" : nil))
        }
    }
}
