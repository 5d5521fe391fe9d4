import CSV
import Engines
import Foundation

/// A script that an engine runs in a folder of its own, which is gone afterwards.
struct EngineJob {
    let engine: EngineSettings
    let dialect: any SQLDialect
    /// The folder that the script is in, and the answers.
    let folder: String
    /// The most seconds it may take.
    let limit: Int
    /// Files that the script reads, by path, with their texts.
    var files: [String: String] = [:]
    /// Asked now and then whether to give up.
    var interruption: () -> PipelineError.Kind? = { nil }

    /// Has the engine answer.
    ///
    /// - Parameters:
    ///   - names: What is answered.
    ///   - script: What is asked.
    ///   - read: Takes the documents of all answers, in the order of `names`, while they are there.
    func run<Answer>(
        _ names: [String], _ script: String, _ read: ([Document]) throws(EngineError) -> Answer
    ) throws(PipelineError) -> Answer {
        try Files.makeFolder(folder)
        defer { Files.remove(folder) }
        let place = Files.join(folder, "leads.sql")
        try Files.write(Array(script.utf8), to: place)
        for (path, text) in files { try Files.write(Array(text.utf8), to: path) }
        // The program runs elsewhere, and is to be found all the same.
        var words = engine.launch
        if words[0].contains("/") { words[0] = Files.join(FileManager.default.currentDirectoryPath, words[0]) }
        do throws(EngineError) {
            try Launch(words: words, limit: limit).run(
                script: place, folder: folder, marks: dialect.marks(names), errors: Files.join(folder, "errors.txt")
            ) { interruption() != nil }
            return try read(try documents(names))
        } catch {
            throw PipelineError(error, interruption())
        }
    }

    private func documents(_ names: [String]) throws(EngineError) -> [Document] {
        var documents: [Document] = []
        for name in names {
            let home = Files.join(folder, name)
            let parts =
                Files.isFolder(home)
                ? Files.names(in: home).filter { $0.hasPrefix("part-") }.sorted().map { "\(name)/\($0)" } : ["\(name).csv"]
            for part in parts {
                do throws(CSVError) {
                    documents.append(try Document.open(path: Files.join(folder, part), overrides: EngineJob.form))
                } catch {
                    throw EngineError(
                        .failed, "the engine ended well, but its answer cannot be read: \(part): \(error.message)",
                        hint: "see that the folder `work:` names is the same for the engine")
                }
            }
        }
        return documents
    }

    /// How answers are written.
    private static let form = Overrides(
        encoding: .utf8, delimiter: UInt8(ascii: ","), quote: .character(UInt8(ascii: "\"")), escape: .doubled, headerRow: 1)
}

extension Configuration {
    /// The folder in which each run has one of its own for an engine.
    var workOfEngine: String {
        Files.join(
            FileManager.default.currentDirectoryPath, engine.work.isEmpty ? Files.join(state, "engine") : engine.work)
    }
}

extension PipelineError {
    /// Why an engine gave no answer.
    init(_ error: EngineError, _ interruption: PipelineError.Kind?) {
        switch error.kind {
        case .setting: self.init(.configuration, "engine: \(error.message)", hint: error.hint)
        case .failed: self.init(.unreadable, "engine: \(error.message)", hint: error.hint)
        case .interrupted: self.init(interruption ?? .terminated, "engine: \(error.message)", hint: error.hint)
        }
    }
}
