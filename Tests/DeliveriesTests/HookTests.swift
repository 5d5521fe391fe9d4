import Foundation
import Testing

@testable import Deliveries

@Suite struct HookTests {
    private let message = HookMessage(
        id: "abc@example.com", title: "Acme & Sons: <!channel> 10 off track", lines: ["ARR **grew**", "[x](http://y)"],
        locale: "en",
        object: Array("{}".utf8))

    private func body(_ kind: Hook.Kind, _ message: HookMessage? = nil, key: String? = nil) throws -> [String: Any] {
        let form = HookForm(kind, message ?? self.message, seconds: 1_599_360_473, key: key)
        return try #require(try JSONSerialization.jsonObject(with: Data(form.body)) as? [String: Any])
    }

    @Test func `HMAC-SHA256 is that of RFC 4231`() {
        #expect(
            Digests.hex(Digests.hmac(key: Array("Jefe".utf8), Array("what do ya want for nothing?".utf8)))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(
            Digests.hex(Digests.hmac(key: Array(repeating: 0x0B, count: 20), Array("Hi There".utf8)))
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(
            Digests.hex(
                Digests.hmac(
                    key: Array(repeating: 0xAA, count: 131),
                    Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8)))
                == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
        #expect(Digests.hex(Digests.sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func `Standard Webhooks' own example has the signature of its specification`() throws {
        let payload = Array(#"{"test": 2432232314}"#.utf8)
        let headers = HookForm.headers(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", seconds: 1_614_265_330, body: payload,
            key: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        #expect(headers.contains("webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="))
    }

    @Test func `DingTalk signs milliseconds and secret with the secret, Feishu nothing with both`() {
        // Computed with Python's hmac by the rule that each vendor's manual prints.
        #expect(
            HookForm.dingTalkSignature(milliseconds: 1_577_262_236_757, key: "this is secret")
                == "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=")
        #expect(
            HookForm.feishuSignature(seconds: 1_599_360_473, key: "this is secret")
                == "/eYKrXQBzTjUZJ3s6NX16VxGbTwmK7AEs8/FnvC1CSw=")
        let form = HookForm(.dingtalk, message, seconds: 1_599_360_473, key: "SEC1").request(
            "https://h/robot/send?access_token=x")
        let sign = Digests.percentEncoded(HookForm.dingTalkSignature(milliseconds: 1_599_360_473_000, key: "SEC1"))
        #expect(form.address == "https://h/robot/send?access_token=x&timestamp=1599360473000&sign=\(sign)")
        #expect(!sign.contains("+") && !sign.contains("/") && !sign.contains("="))
    }

    @Test(arguments: Hook.Kind.allCases.filter { $0 != .json })
    func `no form lets a name be markup or call anyone`(_ kind: Hook.Kind) throws {
        let body = try body(kind, key: kind.signs ? "k" : nil)
        let text = String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
        #expect(!text.contains("mrkdwn\"}") && !text.contains("\"TextBlock\"") && !text.contains("\"markdown\""))
        if kind == .slack {
            #expect(body["text"] as? String == "Acme &amp; Sons: &lt;!channel&gt; 10 off track")
            #expect(
                (body["blocks"] as? [[String: Any]])?.allSatisfy {
                    ($0["text"] as? [String: Any])?["type"] as? String == "plain_text"
                } == true)
        }
    }

    @Test func `long messages keep to each chat's limits, whole characters only`() throws {
        let long = HookMessage(
            id: "i", title: String(repeating: "长", count: 500),
            lines: Array(repeating: String(repeating: "行", count: 900), count: 9),
            locale: "zh-Hans", object: [])
        let wecom = try #require((try body(.wecom, long)["text"] as? [String: Any])?["content"] as? String)
        #expect(wecom.utf8.count <= 2048 && wecom.hasSuffix("行…"))
        let blocks = try #require(try body(.slack, long)["blocks"] as? [[String: Any]])
        let texts = blocks.compactMap { ($0["text"] as? [String: Any])?["text"] as? String }
        #expect(texts[0].unicodeScalars.count <= 150 && texts[1].unicodeScalars.count <= 3000)
        #expect(HookForm(.teams, long, seconds: 0, key: nil).body.count < 28_000 * 2)
        let dingtalk = try #require((try body(.dingtalk, long)["text"] as? [String: Any])?["content"] as? String)
        #expect(dingtalk.utf8.count <= 18_000)
    }

    @Test(arguments: [
        (Hook.Kind.feishu, #"{"code":0}"#, true, false), (.feishu, #"{"code":11232,"msg":"too fast"}"#, false, true),
        (.feishu, #"{"StatusCode":0,"StatusMessage":"success"}"#, true, false),
        (.feishu, #"{"code":19021,"msg":"sign"}"#, false, false),
        (.dingtalk, #"{"errcode":0,"errmsg":"ok"}"#, true, false), (.dingtalk, #"{"errcode":130101}"#, false, true),
        (.wecom, #"{"errcode":45009}"#, false, true), (.wecom, "<html>", false, false), (.slack, "ok", true, false),
        (.teams, "", true, false),
    ])
    func `an answer of success with a code in it is what the code says`(
        _ kind: Hook.Kind, _ body: String, _ isGood: Bool, _ isPassing: Bool
    ) {
        let error = HookAnswer(kind, Array(body.utf8)).error("h", Secrets())
        #expect((error == nil) == isGood)
        #expect((error?.isPassing ?? false) == isPassing)
    }

    @Test(arguments: [
        ("https://hooks.example.com/x", true), ("http://127.0.0.1:8080/x", true), ("http://localhost/x", true),
        ("http://[::1]/x", true),
        ("http://example.com/x", false), ("http://127.0.0.1.example.com/", false), ("ftp://example.com", false),
        ("file:///etc/passwd", false),
        ("https://user:pass@example.com/", false), ("nonsense", false), ("", false),
    ])
    func `addresses are of HTTPS, or of this machine`(_ address: String, _ isGood: Bool) throws {
        #expect(try (Request.objection(to: address) == nil) == isGood, "\(address)")
    }
}
