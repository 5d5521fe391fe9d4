import struct CSV.FilePath
import Glibc
import Intake

/// Moves what was read out of the inbox, once the report stands and the state has noted it: `archive_to:`.
struct MovingAway {
    /// The folder it is moved to; folders in the inbox are folders there.
    let folder: String

    /// Moves the files of which a report was made, as long as they are as they were read.
    ///
    /// - Returns: Which could not be moved, and why; they count as they are.
    func move(_ reports: [FileReport]) -> [Finding] {
        reports.compactMap { report -> Finding? in
            let file = report.file
            guard !file.isArchived, report.source != nil || report.sameAs != nil, file.isUnchanged else { return nil }
            do throws(PipelineError) {
                try move(file)
                return nil
            } catch {
                return Finding(.notMoved, file: file.path, ["what": error.message, "todo": error.hint])
            }
        }
    }

    private func move(_ file: InboxFile) throws(PipelineError) {
        let parts = file.path.split(separator: "/").map(String.init)
        let target = Files.join(folder, parts.dropLast().joined(separator: "/"))
        try Files.makeFolder(target)
        // The name's own bytes, whatever they are.
        let name = Array(file.location.bytes.split(separator: UInt8(ascii: "/")).last ?? [])
        for number in 1...Int.max {
            let place = FilePath(target).appending(number == 1 ? name : MovingAway.numbered(name, number))
            // A link fails where something is there, a rename would put it away.
            let status = file.location.withCString { old in place.withCString { link(old, $0) } }
            if status != 0, errno == EEXIST { continue }
            if status != 0 { try copy(file, to: place) }
            guard file.location.withCString({ unlink($0) }) == 0 else {
                throw Files.failure("\(file.location.text) cannot be taken out of the inbox")
            }
            return
        }
    }

    /// Copies a file to another disk.
    private func copy(_ file: InboxFile, to place: FilePath) throws(PipelineError) {
        let from = file.location.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        let to = place.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
        defer {
            close(from)
            close(to)
        }
        guard from >= 0, to >= 0 else { throw Files.failure("\(place.text) cannot be written") }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(from, &buffer, buffer.count)
            guard count >= 0 else { throw Files.failure("\(file.location.text) cannot be read") }
            if count == 0 { break }
            var written = 0
            while written < count {
                let more = buffer.withUnsafeBytes { write(to, $0.baseAddress! + written, count - written) }
                guard more > 0 else {
                    let error = Files.failure("\(place.text) cannot be written")
                    _ = place.withCString { unlink($0) }
                    throw error
                }
                written += more
            }
        }
        guard fsync(to) == 0 else { throw Files.failure("\(place.text) cannot be written") }
    }

    /// `leads.csv` for the second time: `leads (2).csv`.
    private static func numbered(_ name: [UInt8], _ number: Int) -> [UInt8] {
        let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.count
        return name[..<dot] + Array(" (\(number))".utf8) + name[dot...]
    }
}
