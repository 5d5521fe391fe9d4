import State
import Synchronization

/// The published values on their way to the ledger: they are packed beside the other renderings, which take longer.
final class Packing: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    /// Packs a `metrics.csv`.
    func keep(_ metrics: [UInt8]) {
        let packed = PublishedRun.packed(metrics)
        bytes.withLock { $0 = packed }
    }

    /// What was packed.
    var packed: [UInt8] { bytes.withLock { $0 } }
}
