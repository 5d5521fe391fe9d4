import Facts
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct OutlookTests {
    private func composer(_ change: (inout BuildingFixture) -> Void = { _ in }) throws -> Composer {
        var fixture = BuildingFixture()
        change(&fixture)
        return Composer(try fixture.context())
    }

    private func projected(_ blocks: [Block]) -> Table? {
        for case .table(let table) in blocks where table.id == "outlook" { return table }
        return nil
    }

    private func notes(_ blocks: [Block]) -> [String] {
        blocks.compactMap { if case .note(let text) = $0 { text } else { nil } }
    }

    @Test func `each projected metric has four periods and the quarter, with its target beside`() throws {
        let composer = try composer {
            $0.targets = [Target(metric: "net_new_arr", period: "2026-Q4", value: ExactDecimal("9000000")!, owner: "")]
        }
        let standings = composer.standings()
        let outlooks = composer.outlooks(standings).filter { $0.obstacle == nil }
        let table = try #require(projected(composer.outlookBlocks(standings)))
        #expect(!outlooks.isEmpty && table.rows.count == outlooks.count * 5)
        for outlook in outlooks {
            #expect(outlook.ahead.map(\.period.name) == ["2026-W47", "2026-W48", "2026-W49", "2026-W50"])
            #expect(outlook.quarter?.period.name == "2026-Q4")
        }
        if outlooks.contains(where: { $0.subject.id == "net_new_arr" }) {
            #expect(composer.outlookSentences(standings).contains { $0.hasSuffix("the target is $9.00M.") })
        }
    }

    @Test func `of every stock and flow of the scorecard it is said whether it is projected`() throws {
        let composer = try composer()
        let standings = composer.standings()
        let (blocks, all) = (composer.outlookBlocks(standings), composer.outlooks(standings))
        let said = notes(blocks).joined() + (projected(blocks)?.rows.map { "\($0.cells)" }.joined() ?? "")
        #expect(all.contains { $0.subject.id == "arr" })
        for outlook in all { #expect(said.contains(composer.name(outlook.subject.id))) }
    }

    @Test func `a young company is told that it is too early`() throws {
        let composer = try composer { $0.grain = .quarter }
        let standings = composer.standings()
        #expect(composer.outlooks(standings).allSatisfy { if case .short = $0.obstacle { true } else { false } })
        #expect(notes(composer.outlookBlocks(standings)).first == "Nothing is projected with fewer than 12 complete periods.")
        #expect(composer.outlookSentences(standings).isEmpty)
    }

    @Test func `contracted ARR is of the terms signed by now that go on past the quarter's end`() throws {
        let composer = try composer()
        let (terms, end) = (try #require(composer.context.rollUp.facts.terms), Day("2026-12-31")!)
        var sums: [UInt32: Int128] = [:]
        for row in 0..<terms.count where terms.starts[row] <= end && end < terms.ends[row] {
            sums[terms.customers[row], default: 0] += Int128(terms.arr[row])
        }
        let arr = composer.text(composer.money(sums.values.filter { $0 > 0 }.reduce(0, +)), composer.format("arr"))
        let said = notes(composer.outlookBlocks(composer.standings()))
        #expect(said.contains { $0.hasPrefix("Contracted ARR at the end of 2026-Q4: \(arr).") }, "\(said)")
    }
}
