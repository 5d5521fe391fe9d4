import Languages
import Metrics
import Yams

/// A mapping of a configuration file, read key by key: every key is taken once, and what is left over is an error.
struct YAMLMapping {
    let file: String
    /// The name of the mapping for messages, such as `funnel`; empty at the top.
    let name: String
    private let pairs: [(key: Node, value: Node)]
    private var taken: [String] = []

    /// Reads a whole file's text. An empty file is an empty mapping.
    init(text: String, file: String) throws(PipelineError) {
        if let line = Aliases.excess(in: text) {
            throw PipelineError(
                .configuration, "\(file):\(line): there are more than \(Aliases.most) aliases (`*name`)",
                hint: "write out what they stand for")
        }
        let node: Node?
        do { node = try Yams.compose(yaml: text, .basic) } catch let error as YamlError {
            throw YAMLMapping.syntax(error, file)
        } catch {
            throw PipelineError(.configuration, "\(file): \(error)")
        }
        switch node {
        case nil: self.init(pairs: [], file: file, name: "")
        case .mapping(let mapping)?: self.init(pairs: mapping.map { ($0.key, $0.value) }, file: file, name: "")
        case .some(let node):
            if node.isNothing {
                self.init(pairs: [], file: file, name: "")
            } else {
                throw YAMLMapping.failure(file, node, "expected `key: value` lines, found \(node.kindName)")
            }
        }
    }

    private init(pairs: [(key: Node, value: Node)], file: String, name: String) {
        self.pairs = pairs
        self.file = file
        self.name = name
    }

    /// The keys as written, with their values; for mappings whose keys are the user's own names.
    var entries: [(key: String, node: Node)] { pairs.map { ($0.key.scalar?.string ?? "", $0.value) } }

    /// The value of a key, or nil where it is not there or says nothing (`key:`).
    mutating func take(_ key: String) -> Node? {
        taken.append(key)
        let value = pairs.first { $0.key.scalar?.string == key }?.value
        return value?.isNothing == true ? nil : value
    }

    /// To be called when all known keys were taken: any other is an error that names the nearest.
    ///
    /// - Parameter complaint: What to say of an unknown key. The default is that it is no key of the mapping.
    func finish(_ complaint: ((String) -> String)? = nil) throws(PipelineError) {
        for pair in pairs {
            guard let key = pair.key.scalar?.string else {
                throw YAMLMapping.failure(file, pair.key, "expected a name as a key, found \(pair.key.kindName)")
            }
            guard !taken.contains(key) else { continue }
            let place = name.isEmpty ? "" : " of `\(name)`"
            let names = complaint == nil ? "the keys\(place)" : "they"
            let hint =
                nearest(key, in: taken).map { "did you mean `\($0)`?" } ?? "\(names) are \(taken.joined(separator: ", "))"
            throw YAMLMapping.failure(file, pair.key, complaint?(key) ?? "`\(key)` is no key\(place)", hint: hint)
        }
    }

    /// A mapping inside this one.
    func mapping(_ node: Node, _ key: String) throws(PipelineError) -> YAMLMapping {
        guard case .mapping(let mapping) = node else {
            throw failure(node, "`\(key)` takes a mapping like `{name: value}`, found \(node.kindName)")
        }
        return YAMLMapping(pairs: mapping.map { ($0.key, $0.value) }, file: file, name: name.isEmpty ? key : "\(name).\(key)")
    }

    /// The text of a scalar.
    func text(_ node: Node, _ key: String) throws(PipelineError) -> String {
        guard let text = node.scalar?.string else { throw failure(node, "`\(key)` takes a text, found \(node.kindName)") }
        return text
    }

    /// The text of a key that names a file or folder.
    ///
    /// - Parameter kind: What it names, for messages.
    func path(_ node: Node, _ key: String, _ kind: String = "file") throws(PipelineError) -> String {
        let path = try text(node, key)
        guard !path.allSatisfy(\.isWhitespace), !path.utf8.contains(0) else {
            throw failure(node, "`\(key)` names no \(kind)", hint: "name one, or leave the key out")
        }
        return path
    }

    /// The text of a key that is shown to people: not blank. Control characters are made harmless where they are shown.
    func words(_ node: Node, _ key: String) throws(PipelineError) -> String {
        let text = try text(node, key)
        guard !text.allSatisfy(\.isWhitespace), !text.utf8.contains(0) else {
            throw failure(node, "`\(key)` takes a text that can be seen, found `\(node.shown)`")
        }
        return text
    }

    /// A list of texts; a single text is a list of one.
    func texts(_ node: Node, _ key: String) throws(PipelineError) -> [String] {
        if let scalar = node.scalar { return [scalar.string] }
        guard case .sequence(let sequence) = node else {
            throw failure(node, "`\(key)` takes a list like [a, b], found \(node.kindName)")
        }
        var texts: [String] = []
        for element in sequence { texts.append(try text(element, key)) }
        return texts
    }

    /// A list of at least one text, of which none is empty.
    func someTexts(_ node: Node, _ key: String) throws(PipelineError) -> [String] {
        let texts = try texts(node, key)
        guard !texts.isEmpty, !texts.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
            throw failure(
                node, "`\(key)` takes a list like [a, b], and none of its texts is empty", hint: "leave the key out instead")
        }
        return texts
    }

    /// A whole number within limits.
    ///
    /// - Parameter word: A word that may stand in its place, for messages; empty where none may.
    func whole(_ node: Node, _ key: String, in range: ClosedRange<Int>, or word: String = "") throws(PipelineError) -> Int {
        guard let value = Int(try text(node, key)), range.contains(value) else {
            let other = word.isEmpty ? "" : ", or `\(word)`"
            throw failure(
                node,
                "`\(key)` takes a whole number from \(range.lowerBound) to \(range.upperBound)\(other), found `\(node.shown)`")
        }
        return value
    }

    /// One of several words.
    func choice<Choice>(_ node: Node, _ key: String, _ choices: [String: Choice]) throws(PipelineError) -> Choice {
        let word = try text(node, key)
        if let choice = choices[word.lowercased()] { return choice }
        let names = choices.keys.sorted()
        // `Mon` is far from `monday` in letters, and means it.
        let begun = names.filter { word.count > 1 && $0.hasPrefix(word.lowercased()) }
        let meant = nearest(word, in: names) ?? (begun.count == 1 ? begun[0] : nil)
        let hint = meant.map { "did you mean `\($0)`?" } ?? ""
        throw failure(node, "`\(key)` takes one of \(names.joined(separator: ", ")); found `\(word)`", hint: hint)
    }

    /// Yes or no.
    func flag(_ node: Node, _ key: String) throws(PipelineError) -> Bool {
        try choice(node, key, ["true": true, "yes": true, "false": false, "no": false])
    }

    /// An error that points at a value.
    func failure(_ node: Node, _ message: String, hint: String = "") -> PipelineError {
        YAMLMapping.failure(file, node, message, hint: hint)
    }

    private static func failure(_ file: String, _ node: Node, _ message: String, hint: String = "") -> PipelineError {
        let place = node.mark.map { "\(file):\($0.line):\($0.column)" } ?? file
        return PipelineError(.configuration, "\(place): \(message)", hint: hint)
    }

    /// An error that says what is not there, at the place of the mapping's first key.
    func missing(_ key: String) -> PipelineError {
        let place = name.isEmpty ? "" : " of `\(name)`"
        guard let first = pairs.first?.key else {
            return PipelineError(.configuration, "\(file): `\(key)`\(place) is missing")
        }
        return failure(first, "`\(key)`\(place) is missing")
    }

    /// What YAML itself objects to.
    private static func syntax(_ error: YamlError, _ file: String) -> PipelineError {
        let hint = "YAML wants `key: value` with a space after the colon, and spaces, not tabs, to indent"
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return PipelineError(.configuration, "\(file):\(mark.line):\(mark.column): \(problem)", hint: hint)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "`\($0)`" }.joined(separator: ", ")
            return PipelineError(
                .configuration, "\(file):\(context.mark.line):\(context.mark.column): \(names) is there twice",
                hint: "keep one of them")
        default: return PipelineError(.configuration, "\(file): \(error)", hint: hint)
        }
    }
}

extension Node {
    var kindName: String {
        switch self {
        case .scalar: "`\(shown)`"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    /// A scalar as written, shortened.
    var shown: String {
        let text = scalar?.string ?? kindName
        return text.count > 40 ? text.prefix(39) + "…" : text
    }
}
