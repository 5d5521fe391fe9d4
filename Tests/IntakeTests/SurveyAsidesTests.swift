import Facts
import Testing

@testable import Intake

/// What columns beside the scores say of answers, and other questions beside the one that is read.
@Suite struct SurveyAsidesTests {
    private func result(_ text: String) throws -> IntakeResult {
        try TemporaryInbox(["nps.csv": text, "customers.csv": "customer_id\nA\n"]).intake()
    }

    private func scores(_ result: IntakeResult) -> [Int8] { result.facts.surveys?.scores.sorted() ?? [] }

    @Test(arguments: [
        "Response ID,Survey Type,Created At,Score\n1,nps,2026-10-01,9\n2,csat,2026-10-01,5\n3,ces,2026-10-02,2\n",
        "Response ID,Survey,Created At,Score\n1,NPS Q4,2026-10-01,9\n2,CSAT Support,2026-10-01,5\n3,eNPS 2026,2026-10-02,2\n",
        "Response ID,Metric,Created At,Score\n1,NPS,2026-10-01,9\n2,Customer Satisfaction,2026-10-01,5\n3,Customer effort score,2026-10-02,2\n",
        "答卷编号,问卷类型,提交时间,评分\n1,NPS,2026-10-01,9\n2,满意度,2026-10-01,5\n3,CES,2026-10-02,2\n",
    ])
    func `answers to surveys of another kind do not count, and are told`(_ text: String) throws {
        let result = try result(text)
        #expect(scores(result) == [9], "\(result.codes)")
        #expect(result.report("nps.csv").excluded == 2 && result.codes == ["other-surveys"])
        #expect(result.findings.first { $0.kind == .otherSurveys }?.message.hasPrefix("2 rows") == true)
    }

    @Test func `a survey that only has satisfaction in its name counts`() throws {
        let result = try result(
            "Response ID,Survey,Created At,Score\n1,Customer satisfaction survey,2026-10-01,9\n2,NPS and CSAT,2026-10-01,5\n")
        #expect(scores(result) == [5, 9] && result.codes == [])
    }

    @Test(arguments: [
        ("Status", "Complete", "Partial"), ("Response Status", "Completed", "Disqualified"), ("Finished", "True", "False"),
        ("Finished", "1", "0"), ("Status", "Responded", "Not responded"), ("答卷状态", "已完成", "未完成"),
    ])
    func `answers that say that they are unfinished or none count with a warning`(
        _ name: String, _ whole: String, _ part: String
    )
        throws
    {
        let result = try result(
            "Response ID,\(name),Submitted At,Score\n1,\(whole),2026-10-01,9\n2,\(part),2026-10-01,3\n3,\(part),2026-10-01,\n")
        #expect(scores(result).suffix(2) == [3, 9] && result.codes == ["doubtful-answers"], "\(result.codes)")
        #expect(result.findings[0].message.hasPrefix("1 answers"))
    }

    @Test func `such words without a score beside them, and other words, are nothing to tell`() throws {
        let result = try result(
            "Response ID,Sent At,Responded At,Status,Completed,Score\n1,2026-10-01,2026-10-02,Responded,2026-10-02,9\n2,2026-10-01,,Bounced,,\n3,2026-10-01,2026-10-03,Open,no comment,4\n"
        )
        #expect(scores(result).suffix(2) == [4, 9] && result.codes == [])
    }

    @Test func `what a survey tool calls spam does not count`() throws {
        let result = try result(
            "RecordedDate,ResponseId,Status,DistributionChannel,Q1_NPS\n2026-10-01,R1,IP Address,email,9\n2026-10-01,R2,Spam,email,0\n2026-10-01,R3,8,email,0\n"
        )
        #expect(scores(result) == [9] && result.codes == ["trial-rows"])
    }

    @Test func `zeros without a time of an answer, which all others have, are told`() throws {
        let answered = (0..<6).map { "A\($0),2026-10-01,2026-10-02,\($0 + 5)\n" }.joined()
        func codes(_ score: (Int) -> Int) throws -> [String] {
            let others = (0..<6).map { "B\($0),2026-10-01,,\(score($0))\n" }.joined()
            return try result("Response ID,Sent At,Responded At,Score\n" + answered + others).codes
        }
        #expect(try codes { _ in 0 } == ["unanswered-zeros"])
        #expect(try codes { $0 == 3 ? 1 : 0 } == [])
    }

    @Test func `a second question that asks how likely somebody is to recommend is told, and others are not`() throws {
        let rows = (0..<9).map { "\($0),2026-10-01,\($0 + 2),\(10 - $0),Promoter,5\n" }.joined()
        let result = try result(
            "Response ID,Submitted At,How likely are you to recommend our product?,How likely are you to recommend our support?,"
                + "How likely are you to recommend our product? - Group,How satisfied are you?\n" + rows)
        #expect(scores(result) == [2, 3, 4, 5, 6, 7, 8, 9, 10] && result.codes == ["other-questions"])
        let finding = try #require(result.findings.first)
        #expect(finding.message.contains("`How likely are you to recommend our product?`"))
        #expect(finding.column == "How likely are you to recommend our support?" && !finding.message.contains("satisfied"))
        let reasons = (0..<9).map { "\($0),2026-10-01,\($0 + 2),8 hours saved\n" }.joined()
        #expect(
            try self.result(
                "Response ID,Submitted At,How likely are you to recommend us?,Why would you recommend us?\n" + reasons
            ).codes == [])
    }

    @Test func `a Chinese numeral in the words behind a score is no second number`() throws {
        let result = try result("序号,提交答卷时间,您向朋友推荐我们的可能性有多大？\n1,2026/10/1 10:00:00,8（一般）\n2,2026/10/1 10:00:00,10（非常可能）\n")
        #expect(scores(result) == [8, 10] && result.codes == [])
    }

    @Test func `an answer that was begun and never handed in is dated by its beginning`() throws {
        let result = try result(
            "#,How likely are you to recommend us?,Response Type,Start Date (UTC),Submit Date (UTC)\nh1,9,completed,2026-10-01 10:00,2026-10-02 10:00\nh2,3,started,2026-10-03 10:00,\n"
        )
        #expect(result.facts.surveys?.responded.map(\.description).sorted() == ["2026-10-02", "2026-10-03"])
    }
}
