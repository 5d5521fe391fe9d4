import Deliveries
import Glibc

extension PublishedReport {
    /// Copies it into another folder of reports, whole or not at all: `FOLDER/PIPELINE/PERIOD`, with `latest` beside it.
    func copy(to folder: String, _ configuration: Configuration) throws(PipelineError) {
        let home = Files.join(folder, record.pipeline)
        try Files.makeFolder(home)
        // Another machine may copy there as well; each fills a folder of its own.
        let lock = try? RunLock.lockFolder(home, record.pipeline)
        defer { if let lock { close(lock) } }
        var copy = try Publication(
            reports: folder, pipeline: record.pipeline, period: record.period, calendar: configuration.calendar, replaces: true,
            isAlone: lock != nil)
        copy.stand(as: record.edition)
        do throws(PipelineError) {
            for name in files { try copy.write(try content(name), name) }
            try copy.publish()
        } catch {
            copy.abandon()
            throw error
        }
    }

    private func content(_ name: String) throws(PipelineError) -> [UInt8] {
        do { return try bytes(name) } catch { throw PipelineError(.cannotWrite, error.message, hint: error.hint) }
    }
}
