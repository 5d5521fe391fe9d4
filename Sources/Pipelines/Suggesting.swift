import Metrics

/// What the command line is told when it is wrong, with the command that was most likely meant where the first word is none.
///
///     suggesting("Error: Unexpected argument 'rnu'\nUsage: …", arguments: ["gtm", "rnu"], commands: ["run"])
///     // Error: Unexpected argument 'rnu'. Did you mean 'run'?
///     // Usage: …
public func suggesting(_ message: String, arguments: [String], commands: [String]) -> String {
    guard arguments.count > 1, !arguments[1].hasPrefix("-"), !commands.contains(arguments[1]) else { return message }
    let word = arguments[1]
    let unknown = "Unexpected argument '\(word)'"
    guard let place = message.firstRange(of: unknown) else { return message }
    let end = word.lowercased()
    let meant =
        end.hasSuffix(".yml") || end.hasSuffix(".yaml")
        ? "run \(word)" : end.hasSuffix(".csv") ? "preview \(word)" : nearest(word, in: commands)
    guard let meant else { return message }
    return message[..<place.upperBound] + ". Did you mean '\(meant)'?" + message[place.upperBound...]
}
