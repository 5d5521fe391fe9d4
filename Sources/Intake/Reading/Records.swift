import CSV
import Synchronization

/// The records of a file that was read: open still or, where a kept reading took the place of reading, opened when one is looked up.
final class Records: Sendable {
    private let file: InboxFile?
    private let settings: IntakeSettings?
    private let found: Mutex<Document?>

    /// Those of a document that is open.
    init(_ document: Document) {
        (file, settings) = (nil, nil)
        found = Mutex(document)
    }

    /// Those of a file as it was read, which nothing has looked for yet.
    init(_ file: InboxFile, _ settings: IntakeSettings) {
        (self.file, self.settings) = (file, settings)
        found = Mutex(nil)
    }

    /// The document, if it is open.
    var opened: Document? { found.withLock { $0 } }

    /// The document. Where its file is no longer what was read, one without records, which says so by its error.
    var document: Document {
        found.withLock { found in
            if let found { return found }
            let document = open()
            found = document
            return document
        }
    }

    private func open() -> Document {
        guard let file, let settings else { preconditionFailure("what is not open has a file") }
        func isAsRead() -> Bool { file.state.map { $0 == FileState(of: file.location) } ?? true }
        guard isAsRead(), let opened = try? OpenedFile(file, settings: settings), isAsRead() else {
            return Document.lost(file.location)
        }
        return opened.document
    }
}
