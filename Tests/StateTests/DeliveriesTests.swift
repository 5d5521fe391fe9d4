import Testing

@testable import State

@Suite struct DeliveriesTests {
    private let key = DeliveryKey(pipeline: "p", about: .report, period: "2026-W46", edition: 1, target: "hook:slack:URL")

    private func intend(
        _ store: StateStore, _ key: DeliveryKey, again: Bool = false, clock: Int64 = 1_000
    ) throws -> LedgerDelivery? {
        try store.intend(key, again: again, run: nil, kind: "hook", name: "slack", recipients: [], clock: clock) { "id\($0)" }
    }

    @Test func `what arrived is not intended again, unless that is asked for`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        let first = try #require(try intend(store, key))
        try store.ended(first.id, failure: nil, clock: 2_000)
        #expect(try intend(store, key) == nil)
        let second = try #require(try intend(store, key, again: true))
        #expect((second.again, second.message, first.message) == (1, "id1", "id0"))
        try store.ended(second.id, failure: nil, clock: 3_000)
        #expect(try intend(store, key) == nil)
        #expect(try store.deliveries(pipeline: "p").map(\.isDelivered) == [true, true])
        #expect(try store.deliveries(pipeline: "q").isEmpty)
    }

    @Test func `what was intended and of which nothing more is known is the same message again, and its note says so`() throws {
        let state = try TemporaryState()
        let first = try #require(try intend(try StateStore(folder: state.folder), key))
        let store = try StateStore(folder: state.folder)
        let second = try #require(try intend(store, key))
        #expect((second.id, second.message, second.attempts) == (first.id, first.message, 2))
        #expect(second.note?.contains("may have arrived twice") == true)
        try store.ended(second.id, failure: nil, clock: 5_000)
        #expect(try store.delivery(key)?.isDelivered == true)
        #expect(try store.delivery(key)?.note == second.note)
    }

    @Test func `what failed is tried again under the same id, without a note`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        let first = try #require(try intend(store, key))
        try store.ended(first.id, failure: "no such user", clock: 2_000)
        #expect(try store.delivery(key)?.failure == "no such user")
        let second = try #require(try intend(store, key))
        #expect((second.id, second.message, second.note, second.failure) == (first.id, first.message, nil, nil))
    }

    @Test func `editions, periods, places and failures are told apart`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        var keys = [key, key, key, key, key]
        keys[1].edition = 2
        keys[2].period = "2026-W47"
        keys[3].target = "copy:/srv"
        keys[4].mark = "a"
        for key in keys {
            let delivery = try #require(try intend(store, key))
            try store.ended(delivery.id, failure: nil, clock: 2_000)
        }
        #expect(Set(try store.deliveries(pipeline: "p").map(\.id)).count == 5)
    }

    @Test func `the ledger's time goes on with deliveries, also where the clock was set back`() throws {
        let state = try TemporaryState()
        let store = try StateStore(folder: state.folder)
        let first = try #require(try intend(store, key, clock: 9_000))
        try store.ended(first.id, failure: nil, clock: 100)
        let ended = try #require(try store.delivery(key)?.ended)
        #expect(ended > 9_000)
        let run = try store.begin(
            RunStart(pipeline: "p", inbox: "i", asOf: "2026-11-15", period: "2026-W46", version: "1", setting: "{}"), clock: 1)
        #expect(run.time > ended)
    }
}
