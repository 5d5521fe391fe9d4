import struct CSV.FilePath
import Yams

extension Configuration {
    /// The longest name of a pipeline, in bytes: names of files are made of it, and they end at 255.
    static let longestName = 200

    /// Why a text cannot be a pipeline's name, which names a folder of reports and files of state; nil where it can.
    static func objection(toName name: String) -> String? {
        if name.isEmpty { return "it is empty" }
        if name.utf8.count > longestName { return "it is longer than \(longestName) bytes" }
        if name.hasPrefix(".") { return "it begins with a dot" }
        if name.contains("/") { return "it has a slash" }
        if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.properties.isBidiControl }) {
            return "it has characters that cannot be seen"
        }
        return nil
    }

    /// How a report names its pipeline's file: with its folder where that is the `pipelines` of a company's folder, in which commands
    /// are given; else alone. It does not depend on where the run was started, and tells nothing of the machine.
    static func name(ofPipelineFile path: String) -> String {
        let (folder, name) = (Files.name(of: InboxPlace.absolute(Files.folder(of: path))), Files.name(of: path))
        return folder == "pipelines" ? "pipelines/\(name)" : name
    }

    /// Throws where a folder that a key names lies in one of the run's own, or is it: what is put there would be read, or be in the way.
    func checkOwn(_ place: String, _ node: Node, _ key: String, _ mapping: YAMLMapping) throws(PipelineError) {
        for (name, folder) in [("inbox", inbox), ("reports", reports), ("state", state)] {
            let (there, here) = (InboxPlace.absolute(folder), InboxPlace.absolute(place))
            guard FilePath(here).isIn(FilePath(there)) else { continue }
            let what = here == there ? "is the folder of `\(name)`" : "names a folder in `\(name)`"
            throw mapping.failure(node, "`\(key)` \(what)", hint: "name a folder beside it")
        }
    }

    /// Throws where the name or the folders would let a run write what it reads, or write where nobody looks.
    ///
    /// - Parameter file: The pipeline's file.
    func checkPlaces(_ file: String) throws(PipelineError) {
        if let objection = Configuration.objection(toName: pipeline) {
            throw PipelineError(
                .configuration, "\(file): the pipeline cannot be called `\(pipeline.prefix(60))`: \(objection)",
                hint: "add `pipeline: NAME` to it, of letters, digits and `-`")
        }
        if let path = watch.textfile, FilePath(InboxPlace.absolute(path)).isIn(FilePath(InboxPlace.absolute(inbox))) {
            throw PipelineError(
                .configuration, "\(file): `watch.textfile` lies in `inbox`: \(path)",
                hint: "nothing is written to the inbox: name another folder")
        }
        let home = Files.join(reports, pipeline)
        for (name, outer, inner, isHarm) in [
            ("`inbox` lies in `reports`", reports, inbox, true), ("`reports` lies in `inbox`", inbox, reports, true),
            ("`reports` lies in `inbox`", inbox, home, true),
            ("`state` lies in `inbox`", inbox, state, !Files.name(of: state).hasPrefix(".")),
        ] where isHarm {
            let (there, place) = (InboxPlace.absolute(outer), InboxPlace.absolute(inner))
            guard FilePath(place).isIn(FilePath(there)) else { continue }
            let what = place == there ? "`inbox` and `\(name.contains("state") ? "state" : "reports")` are one folder" : name
            throw PipelineError(
                .configuration, "\(file): \(what): \(place)",
                hint: "name folders of which none is in the other: what is written would be read")
        }
    }
}
