#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension Document {
    /// Opens the file at `path` and decides how to read it.
    ///
    /// Throws where there is no such file, it may not be read, or is something else than a CSV.
    public static func open(path: String, overrides: Overrides = Overrides()) throws(CSVError) -> Document {
        try open(at: FilePath(path), overrides: overrides)
    }

    /// Opens the file at a path of any bytes, as ``open(path:overrides:)`` does.
    public static func open(at path: FilePath, overrides: Overrides = Overrides()) throws(CSVError) -> Document {
        let descriptor = Self.openFile(path)
        guard descriptor >= 0 else { throw CSVError(opening: path.text, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            throw CSVError(opening: path.text, errno)
        }
        guard FileKind.isRegular(descriptor, status) else {
            close(descriptor)
            throw CSVError(notAFile: path.text, isDirectory: status.st_mode & S_IFMT == S_IFDIR)
        }
        let raw = Store(descriptor: descriptor, size: Int(status.st_size), path: path)
        let document = try make(raw, name: path.text, overrides)
        // What was decoded while the file was written to is neither the old nor the new.
        guard !raw.hasChanged else { throw CSVError(changing: path.text) }
        return document
    }

    /// Decides how to read `bytes`, a whole file; `name` stands for its path in messages.
    public static func read(
        bytes: [UInt8], name: String, overrides: Overrides = Overrides()
    ) throws(CSVError) -> Document {
        try make(Store(bytes), name: name, overrides)
    }

    /// A document without records, in the place of one whose file is no longer what it was: its ``readError`` says so.
    public static func lost(_ path: FilePath) -> Document {
        let bytes = Store(lost: path)
        guard let document = try? make(bytes, name: path.text, Overrides()) else { preconditionFailure("nothing is a table") }
        return document
    }

    private static func openFile(_ path: FilePath) -> Int32 {
        path.withCString { path in
            #if canImport(Darwin)
                Darwin.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            #else
                Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            #endif
        }
    }

    private static func make(_ raw: Store, name: String, _ overrides: Overrides) throws(CSVError) -> Document {
        var opening = Opening(raw, name: name, overrides)
        try opening.unpack()
        try opening.decode()
        try opening.layOut()
        return Document(
            name: name, size: raw.size, store: opening.store, layout: opening.layout, grammar: opening.grammar,
            headerRows: opening.headerRows, findings: opening.findings)
    }
}

extension CSVError {
    /// What to do where no more files may be open.
    public static let tooManyOpenHint = "raise the limit (`ulimit -n`), or end what has so many files open"

    /// The error for a file that `open` refused with `number`.
    init(opening path: String, _ number: Int32) {
        let reason = String(cString: strerror(number))
        if number == ENOENT || number == ENOTDIR {
            self.init(code: .notFound, message: "there is no such file", hint: "check the path", path: path)
        } else if number == EMFILE || number == ENFILE {
            self.init(
                code: .tooManyOpen, message: "the file cannot be opened: \(reason)",
                hint: CSVError.tooManyOpenHint, path: path)
        } else {
            self.init(
                code: .unreadable, message: "the file cannot be opened: \(reason)",
                hint: "check that you may read it (`ls -l`)", path: path)
        }
    }

    /// The error for a path that leads to something else than a file.
    init(notAFile path: String, isDirectory: Bool) {
        self.init(
            code: .notAFile, message: isDirectory ? "this is a directory" : "this is not a regular file",
            hint: isDirectory ? "name a file in it" : "copy its content into a file", path: path)
    }
}
