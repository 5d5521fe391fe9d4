import CSV
import Glibc

/// Where an inbox is as seen from the state folder, so that both may be moved together: `../sample-data/inbox`.
enum InboxPlace {
    /// The place, without links in either path.
    static func place(of inbox: String, from state: String) -> String {
        let (there, here) = (parts(inbox), parts(state))
        let common = zip(there, here).prefix { $0 == $1 }.count
        let way = Array(repeating: "..", count: here.count - common) + there[common...]
        return way.isEmpty ? "." : way.joined(separator: "/")
    }

    /// A path from the root on, without links in it.
    static func absolute(_ path: String) -> String { "/" + parts(path).joined(separator: "/") }

    /// The folders of a path from the root on; what is not there is taken as it is written.
    private static func parts(_ path: String) -> [String] {
        if let resolved = FilePath(path).resolved { return resolved.text.split(separator: "/").map(String.init) }
        let folder = Files.folder(of: path)
        guard folder != path, !folder.isEmpty else { return path.split(separator: "/").map(String.init) }
        let name = Files.name(of: path)
        let above = parts(folder)
        return name == ".." ? above.dropLast() : name.isEmpty || name == "." ? above : above + [name]
    }
}
