import Foundation
import Glibc
import Reports

/// `index.html` in the folder of reports: every pipeline's editions, so that one bookmark does for all of them.
///
/// It is made of nothing but the `run.json` of the folders that lie there, each of which is published whole. So it tells the same
/// whichever run writes it, and what a killed run left out is in it after the next. Runs of several pipelines take turns: each looks
/// after it has published, so that the last to look sees all.
struct IndexFile {
    /// The folder of reports, `REPORTS`.
    let reports: String

    /// The page's name.
    static let name = "index.html"
    /// How often another that is at it is waited for, each time for a twentieth of a second.
    private static let mostTurns = 200

    /// Looks, and writes the page anew where it says something else.
    func write() throws(PipelineError) {
        let turn = waitForTurn()
        defer { if let turn { close(turn) } }
        let path = Files.join(reports, Self.name)
        if turn != nil {
            for name in Files.names(in: reports) where name.hasPrefix(".new-\(Self.name)~") {
                unlink(Files.join(reports, name))
            }
        }
        let there = Files.exists(path) ? Files.bytes(path) : nil
        if Files.exists(path), !(there.map(Self.isOurs) ?? false) {
            throw PipelineError(
                .cannotWrite, "\(path) is none of this program's, and was left as it is",
                hint: "give that file another name, and the index of the reports is written there")
        }
        // Without turns another may have published since: it is looked again until what is written is what is there.
        for _ in 0..<3 {
            let found = index()
            let page: [UInt8]
            do { page = try renderIndex(found) } catch { throw PipelineError(Self.name, error) }
            if page != there || turn == nil { try Files.replace(page, at: path) }
            if turn != nil || index().editions == found.editions { return }
        }
    }

    private static func isOurs(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(4096), as: UTF8.self).contains(ReportIndex.mark)
    }

    /// What lies in the folder.
    func index() -> ReportIndex {
        var editions: [ReportIndex.Edition] = []
        for pipeline in Files.names(in: reports) where !pipeline.hasPrefix(".") && isOwnFolder(Files.join(reports, pipeline)) {
            let home = Files.join(reports, pipeline)
            for name in Files.names(in: home) where !name.hasPrefix(".") && isOwnFolder(Files.join(home, name)) {
                if let edition = edition("\(pipeline)/\(name)", in: Files.join(home, name)) { editions.append(edition) }
            }
        }
        return ReportIndex(editions)
    }

    /// Whether there is a folder of that name, and no link to one: `latest` is a second name of an edition.
    private func isOwnFolder(_ path: String) -> Bool { Files.isFolder(path) && !Files.isLink(path) }

    /// What is told of a published folder; nil of one that is none.
    private func edition(_ place: String, in folder: String) -> ReportIndex.Edition? {
        guard let bytes = Files.bytes(Files.join(folder, "run.json")),
            let record = try? JSONDecoder().decode(IndexedRecord.self, from: Data(bytes))
        else { return nil }
        let there = Set(Files.names(in: folder))
        let brief = record.brief
        return ReportIndex.Edition(
            company: record.company, pipeline: record.pipeline, period: record.period, edition: record.edition ?? 1,
            asOf: record.asOf, folder: place, locale: brief?.locale ?? record.locale,
            headline: brief?.headline ?? brief?.subject ?? "", star: brief?.star ?? "", value: brief?.value ?? "",
            plan: brief?.plan ?? "", offTrack: brief?.offTrack ?? 0, data: brief?.data ?? "", gaps: brief?.gaps.count ?? 0,
            files: ["report.html", "report.xlsx"].filter(there.contains),
            others: (record.audiences ?? []).filter { Files.exists(Files.join(folder, $0.folder + "/report.html")) }
                .map { .init(name: $0.name, page: "\(place)/\($0.folder)/report.html") },
            accent: Self.accent(brief?.accent))
    }

    /// A company's colour as it was recorded.
    private static func accent(_ texts: [String]?) -> Theme.Accent? {
        guard let colors = texts?.compactMap({ Color($0) }), colors.count == 2 else { return nil }
        return Theme.Accent(light: colors[0], dark: colors[1])
    }

    /// The lock of the folder; nil where its file system has none, or another holds it for long.
    private func waitForTurn() -> Int32? {
        let descriptor = open(reports, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        for _ in 0..<Self.mostTurns {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            usleep(50_000)
        }
        close(descriptor)
        return nil
    }
}

/// What the index needs of a `run.json`.
private struct IndexedRecord: Decodable {
    var company, pipeline, period, asOf, locale: String
    var edition: Int?
    var brief: RunRecord.Brief?
    var audiences: [RunRecord.AudienceRecord]?
}
