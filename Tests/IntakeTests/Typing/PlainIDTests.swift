import Seeded
import Testing

@testable import Intake

struct PlainIDTests {
    private func isOne(_ text: String) -> Bool { Array(text.utf8).withUnsafeBytes { PlainID.isOne($0) } }

    @Test(arguments: [
        "L0000000001", "SUB-2026-0001", "abcdefgh", "A1234567", "1234567Z", "12-34-56",
        "A1234567890123456", "0b8f5d3c-9e1a-4f6b-8c2d-3e4f5a6b7c8d", "0B8F5D3C-9E1A-4F6B-8C2D-3E4F5A6B7C",
    ])
    func `letters, digits and hyphens are told at once`(_ id: String) {
        #expect(isOne(id))
    }

    @Test(arguments: [
        "12345678", "1234567890123456", "A123456", "12345678901234567890", "00Q5g00000AbCdEAAV",
        "0B8F5D3C-9E1A-4F6B-8C2D-3E4F5A6B7C8D", "A1234567890123456789012345678901234567890", "a@b.cde1", "A1234567.0",
        "Äbcdefgh", "A 123456",
        "cus_1234567",
    ])
    func `digits alone, short and long ids and all other bytes are for a closer look`(_ id: String) {
        #expect(!isOne(id))
    }

    @Test func `each byte at each place is told right`() {
        for count in Array(8...17) + [19, 24, 31, 32, 33, 36, 40] {
            for place in 0..<count {
                for byte in UInt8.min...UInt8.max {
                    var cell = [UInt8](repeating: UInt8(ascii: "7"), count: count)
                    cell[place == 0 ? 1 : 0] = UInt8(ascii: "x")
                    cell[place] = byte
                    let isCapital = byte &- 65 < 26
                    let isFine =
                        byte == UInt8(ascii: "-") || byte &- 48 < 10 || byte &- 97 < 26
                        || isCapital && count != 32 && count != 36
                    #expect(cell.withUnsafeBytes { PlainID.isOne($0) } == isFine, "\(byte) at \(place) of \(count)")
                }
            }
        }
    }

    @Test func `what is told at once is compared as it stands`() {
        var random = Seeded(7)
        let letters = Array("aZ09-b@.:=_ e".utf8)
        for _ in 0..<20_000 {
            let cell = (0..<8 + random.next(34)).map { _ in letters[random.next(7 + random.next(6))] }
            guard cell.withUnsafeBytes({ PlainID.isOne($0) }) else { continue }
            let text = String(decoding: cell, as: UTF8.self)
            #expect(IDCell.compared(text) == text)
        }
    }
}
