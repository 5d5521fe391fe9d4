import Testing

@testable import Pipelines

@Suite struct SuggestingTests {
    @Test(arguments: [
        ("rnu", " Did you mean 'run'?"), ("expalin", " Did you mean 'explain'?"),
        ("pipelines/weekly.yml", " Did you mean 'run pipelines/weekly.yml'?"),
        ("leads.CSV", " Did you mean 'preview leads.CSV'?"), ("abracadabra", ""),
    ])
    func `a command that is none is told with the one that was meant`(_ word: String, _ suggestion: String) {
        let message = "Error: Unexpected argument '\(word)'\nUsage: gtm <subcommand>"
        let said = suggesting(message, arguments: ["gtm", word], commands: ["run", "check", "explain", "preview"])
        #expect(
            said.split(separator: "\n")[0] == "Error: Unexpected argument '\(word)'"
                + (suggestion.isEmpty ? "" : "." + suggestion))
        #expect(said.hasSuffix("\nUsage: gtm <subcommand>"))
    }

    @Test func `an argument of a known command is no command`() {
        let message = "Error: Unexpected argument 'run'"
        #expect(suggesting(message, arguments: ["gtm", "check", "run"], commands: ["check"]) == message)
    }
}
