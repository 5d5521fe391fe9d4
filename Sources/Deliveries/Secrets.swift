import Foundation
import Glibc

/// Where a secret is: never in a configuration file itself.
public enum Secret: Sendable, Hashable {
    /// In a variable of the environment.
    case variable(String)
    /// In a file that nobody but its owner may read.
    case file(String)

    /// Where it is, for messages.
    public var place: String {
        switch self {
        case .variable(let name): "the variable \(name)"
        case .file(let path): "the file \(path)"
        }
    }

    /// What tells it from others: the name of the variable or file.
    public var name: String {
        switch self {
        case .variable(let name): name
        case .file(let path): path
        }
    }

    /// The secret, without line ends after it.
    public func value(_ surroundings: DeliverySurroundings) throws(DeliveryError) -> String {
        var text: String
        switch self {
        case .variable(let name):
            guard let found = surroundings.environment(name), !found.isEmpty else {
                throw DeliveryError(
                    "the variable \(name) is not set",
                    hint: "set it for the user and the job that run gtm, also in crontab or the unit")
            }
            text = found
        case .file(let path): text = try Secret.text(of: path)
        }
        while text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw DeliveryError("\(place) holds no secret", hint: "it must be one line of text, and not be empty")
        }
        return text
    }

    private static func text(of path: String) throws(DeliveryError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw DeliveryError(
                "\(path) cannot be read: \(String(cString: strerror(errno)))",
                hint: "it must be a file with the secret, of the user that runs gtm and of mode 600")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw DeliveryError("\(path) is no file", hint: "it must be a file with the secret, of mode 600")
        }
        guard status.st_mode & 0o077 == 0 else {
            let mode = String(status.st_mode & 0o777, radix: 8)
            throw DeliveryError(
                "\(path) holds a secret and may be read by others: its mode is \(mode)", hint: "chmod 600 \(path)")
        }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0, count < bytes.count, let text = String(validating: bytes[..<count], as: UTF8.self) else {
            throw DeliveryError("\(path) holds no secret", hint: "it must be one line of text")
        }
        return text
    }
}

/// The secrets that are in use, so that they can be taken out of whatever the other side says.
struct Secrets: Sendable {
    private var values: [String] = []

    mutating func add(_ value: String) {
        let base64 = Data(value.utf8).base64EncodedString()
        let percent = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? value
        // The longer first: a part of one may be another.
        values = (values + [value, base64, percent]).filter { $0.utf8.count >= 4 }.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// A text from outside, on one line, with secrets taken out.
    func hidden(in text: String) -> String {
        var clean = text
        for value in values { clean = clean.replacing(value, with: "…") }
        let scalars = clean.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .format: " "
            default: scalar
            }
        }
        let line = String(String.UnicodeScalarView(scalars.prefix(300)))
        return line.split(separator: " ").joined(separator: " ")
    }
}
