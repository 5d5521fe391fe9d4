import Facts
import Metrics
import Testing

@testable import Pipelines

/// How the limits of a status are set.
struct LimitsTests {
    private func limits(_ text: String) throws -> Standing.Limits {
        try Configuration.read(text: "inbox: inbox\n" + text, path: "p.yml") { _ in nil }.limits
    }

    @Test func `limits are shares and percentage points, and what is left out stays`() throws {
        #expect(try limits("") == Standing.Limits())
        let set = try limits(
            "config: {status: {on_track: 98%, watch: 0.8, watch_points: -3, points_from: 30%, few_cases: 3}}\n")
        #expect(set.onTrack == Number(98, over: 100) && set.watch == Number(4, over: 5))
        #expect(set.watchPoints == Number(-3, over: 100) && set.onTrackPoints == .zero)
        #expect(set.pointsFrom == Number(3, over: 10) && set.cases == 3)
    }

    @Test(arguments: [
        ("config:\n  status: {on_trak: 1}\n", "p.yml:3", "on_track"),
        ("config:\n  status: {watch: 1.2}\n", "p.yml:3", "above `on_track`"),
        ("config:\n  status: {watch: lots}\n", "p.yml:3", "`lots`"),
        ("config:\n  status: {watch: 0}\n", "p.yml:3", "`0`"),
        ("config:\n  status: {watch_points: 2}\n", "p.yml:3", "above `on_track_points`"),
        ("config:\n  statos: {watch: 0.8}\n", "p.yml:3", "did you mean `status`"),
    ])
    func `what is wrong with a limit is told with its line`(text: String, place: String, word: String) throws {
        do {
            _ = try limits(text)
            Issue.record("\(text) was taken")
        } catch let error as PipelineError {
            #expect(error.status == 78)
            #expect(error.description.contains(place) && error.description.contains(word), "\(error.description)")
        }
    }
}
