import Testing

@testable import Intake

/// Which file each row is of.
@Suite struct RowFilesTests {
    @Test func `each row has the file it was added with, also once there is another before it`() {
        var files = RowFiles()
        for (file, rows) in [(0, 3), (1, 0), (2, 2), (0, 1), (0, 2), (2, 1)] { files.append(file, rows: rows) }
        #expect(Array(files) == [0, 0, 0, 2, 2, 0, 0, 0, 2])
        files.makePlace(for: 1)
        #expect(Array(files) == [0, 0, 0, 3, 3, 0, 0, 0, 3])
        files.append(1)
        #expect(files[9] == 1 && files.count == 10)
    }
}
