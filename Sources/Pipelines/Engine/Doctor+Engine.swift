import CSV
import Engines
import Glibc

extension Doctor {
    /// How long an engine may take for next to nothing, in seconds: a cluster has to start first.
    private static let mostSeconds = 180

    /// That the engine runs a script, reads what this process writes into the folder that both have, and writes there what this
    /// process reads.
    func engineAnswers(_ dialect: any SQLDialect) throws(PipelineError) -> String {
        let work = configuration.workOfEngine
        // What is made for it goes again.
        var (made, place): (String?, String) = (nil, work)
        while !Files.exists(place), Files.folder(of: place) != place { (made, place) = (place, Files.folder(of: place)) }
        // Only while nothing is in it: a run may have come to use it since.
        defer {
            var place = work
            while let made, place.utf8.count >= made.utf8.count, rmdir(place) == 0 { place = Files.folder(of: place) }
        }
        let folder = Files.join(work, "gtm-doctor-\(getpid())")
        let keys = Files.join(folder, "keys.csv")
        var job = EngineJob(
            engine: configuration.engine, dialect: dialect, folder: folder,
            limit: min(configuration.engine.limit, Doctor.mostSeconds))
        // Told by nothing but the file.
        let mark = "doctor\(getpid())x\(UInt32.random(in: .min ... .max))"
        job.files[keys] = mark + "\n"
        let script =
            dialect.opening + dialect.keys(at: keys) + dialect.answer("SELECT key FROM keys", named: "trial", in: folder)
            + dialect.closing(in: folder)
        try job.run(["trial"], script.map { $0 + ";\n" }.joined()) { documents throws(EngineError) in
            let lines = documents.filter { !$0.isEmpty }.flatMap { document in
                document.map(workers: 1) { batch in
                    (0..<batch.count).map { String(decoding: batch.field($0, 0), as: UTF8.self) }
                }
            }.joined()
            guard lines.elementsEqual([mark]) else {
                throw EngineError(
                    .failed, "\(configuration.engine.launch[0]) did not answer what was asked",
                    hint: "see that `launch:` runs the script `{sql}`, and that \(work) is the same folder for the engine")
            }
        }
        return "\(configuration.engine.launch[0]) runs scripts, and sees the same \(work)"
    }
}
