import CSV
import Intake

extension RejectedTable {
    /// The rows as `rejected/SOURCE.csv`: the original header and cells, then where, what and what to do.
    func csv() -> [UInt8] {
        var writer = Writer()
        writer.append(record: header)
        for row in rows { writer.append(record: row) }
        return writer.bytes
    }
}
