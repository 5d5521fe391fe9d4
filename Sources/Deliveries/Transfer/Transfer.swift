import CCurl
import Glibc

/// One exchange with a server, by libcurl. Its options are set, then it is performed once.
///
/// Nothing follows a redirection, asks for a password, or writes what goes over the line anywhere. Secrets are handed over in memory
/// alone: they are in no argument and no file.
final class Transfer {
    /// What came back.
    struct Answer {
        /// The status: of HTTP, or the last of SMTP; 0 where none came.
        var status: Int
        /// The body, up to 64 KiB of it.
        var body: [UInt8]
        /// The last line of the server's that was no body.
        var line: String
        /// In how many seconds to try again; nil where it does not say.
        var retryAfter: Int?
    }

    /// What happened, where it did not end well.
    struct Failure {
        var code: CURLcode
        /// What libcurl says.
        var words: String
        var answer: Answer
    }

    /// Loads libcurl; nothing where it is there already.
    static func prepare() throws(DeliveryError) {
        guard let objection = gtm_curl_objection() else { return }
        throw DeliveryError(
            "libcurl, which delivers, cannot be used: \(String(cString: objection))",
            hint: "install it (on Debian `apt install libcurl4`)")
    }

    private let raw: UnsafeMutableRawPointer?
    private var lists: [UnsafeMutablePointer<curl_slist>?] = []
    private let exchange: Exchange
    private let errors = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    /// What goes out and comes in; libcurl's callbacks get a pointer to it.
    private final class Exchange {
        var sent: [UInt8]
        var offset = 0
        var body: [UInt8] = []
        var line = ""
        /// The open connection; -1 where there is none yet.
        var socket: Int32 = -1
        /// Until when it may take, in nanoseconds of a clock that never goes back.
        let deadline: UInt64
        var isLate = false
        let isStopped: @Sendable () -> Bool

        init(_ sent: [UInt8], seconds: Int, _ isStopped: @escaping @Sendable () -> Bool) {
            (self.sent, self.isStopped) = (sent, isStopped)
            deadline = steadyNanoseconds() + UInt64(seconds) * 1_000_000_000
        }

        /// Whether to end now. The connection is ended as well: libcurl would still say good-bye to a server that hears nothing.
        func mustEnd() -> Bool {
            isLate = steadyNanoseconds() > deadline
            guard isLate || isStopped() else { return false }
            if socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
            return true
        }
    }

    /// - Parameter bytes: What is sent as the body.
    /// - Throws: ``DeliveryError`` where libcurl cannot be used.
    init(
        _ address: String, _ patience: Patience, sending bytes: [UInt8] = [], _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) {
        try Transfer.prepare()
        raw = gtm_curl_easy_init().map { UnsafeMutableRawPointer($0) }
        exchange = Exchange(bytes, seconds: patience.limit, surroundings.isStopped)
        errors.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        set(CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(errors))
        set(CURLOPT_URL, address)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT, patience.connect)
        set(CURLOPT_TIMEOUT, patience.limit + 5)
        set(CURLOPT_USERAGENT, "gtm")
        set(CURLOPT_NOPROGRESS, 0)
        set(CURLOPT_XFERINFODATA, context)
        gtm_curl_set_progress(raw) { context, _, _, _, _ in
            Unmanaged<Exchange>.fromOpaque(context!).takeUnretainedValue().mustEnd() ? 1 : 0
        }
        set(CURLOPT_SOCKOPTDATA, context)
        gtm_curl_set_socket(raw) { context, socket, _ in
            Unmanaged<Exchange>.fromOpaque(context!).takeUnretainedValue().socket = socket
            return Int32(CURL_SOCKOPT_OK)
        }
        set(CURLOPT_WRITEDATA, context)
        gtm_curl_set_bytes(raw, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            let exchange = Unmanaged<Exchange>.fromOpaque(context!).takeUnretainedValue()
            let room = max(0, (1 << 16) - exchange.body.count)
            exchange.body += UnsafeRawBufferPointer(start: bytes, count: min(room, size * count))
            return size * count
        }
        set(CURLOPT_HEADERDATA, context)
        gtm_curl_set_bytes(raw, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            let exchange = Unmanaged<Exchange>.fromOpaque(context!).takeUnretainedValue()
            let line = UnsafeRawBufferPointer(start: bytes, count: min(1000, size * count))
            // A mail server that refused still says good-bye: what it refused with counts.
            if ![UInt8(ascii: "4"), UInt8(ascii: "5")].contains(exchange.line.utf8.first ?? 0)
                || line.first != UInt8(ascii: "2")
            {
                exchange.line = String(decoding: line, as: UTF8.self)
            }
            return size * count
        }
        set(CURLOPT_READDATA, context)
        gtm_curl_set_bytes(raw, CURLOPT_READFUNCTION) { bytes, size, count, context in
            let exchange = Unmanaged<Exchange>.fromOpaque(context!).takeUnretainedValue()
            let part = min(size * count, exchange.sent.count - exchange.offset)
            exchange.sent.withUnsafeBytes { if part > 0, let bytes { memcpy(bytes, $0.baseAddress! + exchange.offset, part) } }
            exchange.offset += part
            return part
        }
    }

    deinit {
        for list in lists { gtm_curl_slist_free_all(list) }
        gtm_curl_easy_cleanup(raw)
        errors.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) { gtm_curl_set_long(raw, option, value) }

    func set(_ option: CURLoption, _ value: String) { gtm_curl_set_text(raw, option, value) }

    func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) { gtm_curl_set_pointer(raw, option, value) }

    /// Sets an option that takes several lines.
    func set(_ option: CURLoption, _ lines: [String]) {
        let list = lines.reduce(nil as UnsafeMutablePointer<curl_slist>?) { gtm_curl_slist_append($0, $1) }
        lists.append(list)
        gtm_curl_set_list(raw, option, list)
    }

    /// Sets the body of a request, which libcurl copies.
    func setBody(_ bytes: [UInt8]) {
        gtm_curl_set_size(raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
        bytes.withUnsafeBytes { pointer in
            // A pointer to nothing would ask for the body to be read elsewhere.
            let start = pointer.baseAddress ?? UnsafeRawPointer(errors)
            set(CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: start))
        }
    }

    /// Does it.
    ///
    /// - Returns: The answer, and what went wrong; nil where nothing did.
    func perform() -> (answer: Answer, failure: Failure?) {
        let code = gtm_curl_easy_perform(raw)
        let after = Int(gtm_curl_retry_after(raw))
        let answer = Answer(
            status: Int(gtm_curl_response(raw)), body: exchange.body, line: exchange.line, retryAfter: after > 0 ? after : nil)
        guard code != CURLE_OK else { return (answer, nil) }
        if exchange.isLate {
            return (answer, Failure(code: CURLE_OPERATION_TIMEDOUT, words: "it took too long", answer: answer))
        }
        let said = String(cString: errors)
        return (
            answer,
            Failure(code: code, words: said.isEmpty ? String(cString: gtm_curl_easy_strerror(code)) : said, answer: answer)
        )
    }
}

/// Nanoseconds of a clock that never goes back.
private func steadyNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

extension Transfer.Failure {
    /// Whether the same may succeed a little later: the server is not there, or the line broke.
    var isPassing: Bool {
        [
            CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT,
            CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_SSL_CONNECT_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2,
            CURLE_WEIRD_SERVER_REPLY, CURLE_AGAIN,
        ].contains(code)
    }

    /// Whether the server's certificate is not trusted.
    var isUntrusted: Bool { [CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR].contains(code) }

    /// Whether it was stopped from here.
    var isStopped: Bool { code == CURLE_ABORTED_BY_CALLBACK }
}
