import Foundation
import PackagePlugin

/// Writes a file of Swift that says which commit the program is built from, beside what else is built and not into the sources.
@main
struct Commit: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let commit = Commit.current(in: context.package.directoryURL).map { "\"\($0)\"" } ?? "nil"
        let file = context.pluginWorkDirectoryURL.appending(path: "Version+Commit.swift")
        let text = "extension Version {\n    static let builtFrom: String? = \(commit)\n}\n"
        return [
            .buildCommand(
                displayName: "Noting the commit", executable: URL(filePath: "/bin/sh"),
                arguments: ["-c", "printf %s \"$1\" > \"$2\"", "sh", text, file.path()], inputFiles: [], outputFiles: [file])
        ]
    }

    /// The commit that is checked out; nil outside of a repository. In a worktree `.git` is a file that names the folder.
    private static func current(in folder: URL) -> String? {
        func read(_ file: URL) -> String? {
            (try? String(contentsOf: file, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        func after(_ prefix: String, _ text: String?) -> String? {
            text.flatMap { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil }
        }
        var own = folder.appending(path: ".git")
        if let place = after("gitdir: ", read(own)) { own = URL(filePath: place, relativeTo: folder) }
        let common =
            read(own.appending(path: "commondir")).map { URL(filePath: $0, relativeTo: own.appending(path: "/")) } ?? own
        guard let head = read(own.appending(path: "HEAD")) else { return nil }
        guard let name = after("ref: ", head) else { return isCommit(head) ? head : nil }
        let loose = read(own.appending(path: name)) ?? read(common.appending(path: name))
        let packed = read(common.appending(path: "packed-refs"))?.split(separator: "\n").first { $0.hasSuffix(" " + name) }
        return [loose, packed.map { String($0.prefix { $0 != " " }) }].compactMap { $0 }.first(where: isCommit)
    }

    private static func isCommit(_ text: String) -> Bool { text.utf8.count >= 40 && text.allSatisfy(\.isHexDigit) }
}
