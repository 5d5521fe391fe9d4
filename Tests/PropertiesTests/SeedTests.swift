import Foundation
import Properties
import Seeded
import Testing

@Suite struct SeedTests {
    /// The seeds of a property, sorted by name.
    private static func seeds(_ name: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = URL(filePath: #filePath).appending(path: "../../../Fuzzing/Seeds/\(name)").standardizedFileURL
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { file in
            (file, [UInt8](try Data(contentsOf: folder.appending(path: file))))
        }
    }

    // Scaling is a matter of time, which other tests take too: `make fuzz` looks at it alone.
    @Test(arguments: Property.all.map(\.name).filter { $0 != "scaling" })
    func `every property holds of its seeds`(_ name: String) throws {
        let seeds = try Self.seeds(name)
        #expect(seeds.count >= 10)
        for seed in seeds {
            do { try Property.named(name)!.check(seed.bytes) } catch {
                Issue.record("Fuzzing/Seeds/\(name)/\(seed.name): \(error)")
            }
        }
    }

    @Test(arguments: Property.all.map(\.name).filter { $0 != "scaling" })
    func `every property holds of seeds with random changes`(_ name: String) throws {
        let seeds = try Self.seeds(name)
        var random = Seeded(11)
        for seed in seeds where seed.bytes.count < 4000 {
            for _ in 0..<4 {
                var bytes = seed.bytes
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let other = seeds.randomElement(using: &random)!.bytes
                    let place = Int.random(in: 0...bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1 where place < bytes.count: bytes.removeSubrange(place..<min(bytes.count, place + 8))
                    case 2 where !other.isEmpty:
                        let from = Int.random(in: 0..<other.count, using: &random)
                        bytes.insert(contentsOf: other[from..<min(other.count, from + 24)], at: place)
                    default: bytes.insert(UInt8(ascii: "\""), at: place)
                    }
                }
                do { try Property.named(name)!.check(bytes) } catch {
                    Issue.record("\(seed.name), changed to \(bytes): \(error)")
                }
            }
        }
    }
}
