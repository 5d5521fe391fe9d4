import Glibc

/// The locks that one run of a pipeline holds at a time; they go with the process, however that ends.
///
/// One lies with the state, one is the folder of the reports itself: two states, or two pipelines of one name, never write one report
/// at once.
struct RunLock: ~Copyable {
    /// Open on what is locked; the folder of reports is left out where its file system knows no locks.
    private let descriptors: [Int32]
    /// Whether nobody else writes the reports: false where their file system cannot tell.
    let isAlone: Bool

    /// Takes the locks, or throws status 75 where another run has one.
    ///
    /// - Parameter home: The folder of the pipeline's reports, which is made where it is not there.
    init(state: String, pipeline: String, home: String) throws(PipelineError) {
        try Files.makeFolder(state)
        let path = Files.join(state, "\(pipeline).lock")
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Files.failure("\(path) cannot be written") }
        let folder: Int32?
        do throws(PipelineError) {
            guard try RunLock.lock(file, path, pipeline) else { throw Files.failure("\(path) cannot be locked") }
            try Files.makeFolder(home)
            folder = try RunLock.lockFolder(home, pipeline)
        } catch {
            close(file)
            throw error
        }
        descriptors = [file, folder].compactMap(\.self)
        isAlone = folder != nil
    }

    /// Takes the locks of a pipeline, and mends what a killed run left of its reports.
    init(_ configuration: Configuration) throws(PipelineError) {
        try self.init(
            state: configuration.state, pipeline: configuration.pipeline,
            home: Files.join(configuration.reports, configuration.pipeline))
        if isAlone {
            Leftovers(home: Files.join(configuration.reports, configuration.pipeline), calendar: configuration.calendar).mend()
        }
    }

    /// Whether a run of a pipeline is under way, by the lock in its state.
    static func isHeld(state: String, pipeline: String) -> Bool {
        let descriptor = open(Files.join(state, "\(pipeline).lock"), O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) != 0
    }

    /// Locks a folder of reports: what to close when done, or nil where its file system knows no locks.
    static func lockFolder(_ home: String, _ pipeline: String) throws(PipelineError) -> Int32? {
        let descriptor = open(home, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Files.failure("\(home) cannot be read") }
        do throws(PipelineError) {
            if try lock(descriptor, home, pipeline) { return descriptor }
        } catch {
            close(descriptor)
            throw error
        }
        close(descriptor)
        return nil
    }

    /// Locks what is open; false, with `errno`, where that cannot be done at all.
    private static func lock(_ descriptor: Int32, _ path: String, _ pipeline: String) throws(PipelineError) -> Bool {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else { return false }
            throw PipelineError(
                .busy, "another run of \(pipeline) is under way", hint: "wait until it has ended; it holds \(path)")
        }
        return true
    }

    /// Lets the next run begin.
    consuming func release() {}

    deinit { for descriptor in descriptors { close(descriptor) } }
}
