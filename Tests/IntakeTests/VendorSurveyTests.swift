import Facts
import Testing

@testable import Intake

/// Exports of survey tools, in the header layouts that they document.
@Suite struct VendorSurveyTests {
    @Test func `Delighted's responses`() throws {
        let result = try TemporaryInbox.result(
            """
            ID,Survey type,Person ID,Person email,Person name,Score,Comment,Permalink,Survey sent at,Created at,Updated at,Tags,Notes
            R1,nps,P1,a@a.example,Ann,10,Great,https://x.example/1,2026-10-01 09:00:00 UTC,2026-10-02 10:00:00 UTC,2026-10-02 10:00:00 UTC,,
            R2,nps,P2,b@b.example,Bo,3,Slow,https://x.example/2,2026-10-01 09:00:00 UTC,2026-10-03 10:00:00 UTC,2026-10-03 10:00:00 UTC,,

            """)
        #expect(result.surveys == ["2026-10-02 10 · Great", "2026-10-03 3 · Slow"])
        #expect(result.facts.surveys?.invited.map(\.description) == ["2026-10-01", "2026-10-01"])
    }

    @Test func `SurveyMonkey's question is the score's header, and its second line of names no answer`() throws {
        let result = try TemporaryInbox.result(
            """
            Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend Example Inc. to a friend or colleague?,What is the most important reason for your score?
            ,,,,,,,,,Response,Open-Ended Response
            118000001,440000001,10/01/2026 09:00:00 AM,10/01/2026 09:05:00 AM,10.0.0.1,a@a.example,Ann,Lee,C-1,Extremely likely - 10,"Great, really"
            118000002,440000001,10/13/2026 09:00:00 AM,10/13/2026 09:05:00 AM,10.0.0.2,b@b.example,Bo,Moe,C-2,Not at all likely - 0,Slow
            118000003,440000001,10/14/2026 09:00:00 AM,10/14/2026 09:05:00 AM,10.0.0.3,c@c.example,Cy,Poe,C-3,7,

            """, name: "Customer Feedback.csv")
        #expect(result.surveys == ["2026-10-01 10 · Great, really", "2026-10-13 0 · Slow", "2026-10-14 7 · "])
        #expect(result.export.excluded <= 1 && result.export.rejected == 0)
        #expect(result.export.load == .upsert)
    }

    @Test func `SurveyMonkey's scores as numbers, under a header of two lines`() throws {
        let result = try TemporaryInbox.result(
            """
            Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely are you to recommend us?,Why did you give that score?
            ,,,,,,,,,,
            118000001,440000001,2026-10-01 09:00:00,2026-10-01 09:05:00,,,,,,9,Fine

            """)
        #expect(result.surveys == ["2026-10-01 9 · Fine"])
    }

    @Test func `SurveyMonkey's question with a score and a group of it`() throws {
        let result = try TemporaryInbox.result(
            """
            Respondent ID,Collector ID,Date Created,Date Modified,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend this company to a friend or colleague?,,What changes would this company have to make for you to give it a higher rating?
            ,,,,,,,,,NPS® Score,NPS® Group,Open-Ended Response
            11,22,2026-10-01 09:00:00,2026-10-01 09:05:00,,,,,,9,Promoter,None needed
            12,22,2026-10-02 09:00:00,2026-10-02 09:05:00,,,,,,3,Detractor,Speed

            """)
        #expect(result.surveys == ["2026-10-01 9 · None needed", "2026-10-02 3 · Speed"])
    }

    @Test func `Typeform's responses, whose times are UTC wherever the company is`() throws {
        let result = try TemporaryInbox.result(
            """
            #,"How likely are you to recommend *Example* to a friend or colleague?","What's the main reason for your score?",customer_id,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags
            odwdp4nzj1xg6m9l36od,10,Great,C-1,completed,2026-10-05 22:39:31,,2026-10-05 22:41:38,653e97acae,
            odwdp4nzj1xg6m9l36oe,4,Slow,C-2,completed,2026-10-06 02:39:31,,2026-10-06 02:41:38,653e97acaf,

            """, name: "responses.csv"
        ) { $0.zone = Zone(identifier: "Asia/Shanghai", changes: [], offsets: [28_800]) }
        #expect(result.surveys == ["2026-10-06 10 C-1 Great", "2026-10-06 4 C-2 Slow"])
        #expect(result.export.load == .upsert && result.export.rejected == 0)
    }

    @Test func `问卷星's answers`() throws {
        let result = try TemporaryInbox.result(
            """
            序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您有多大可能将我们的产品推荐给朋友或同事？,2、您打这个分数的主要原因是什么？
            1,2026/10/1 9:47:00,35秒,微信,N/A,10.0.0.1(北京),10,上线顺利
            2,2026/10/2 9:11:00,20秒,链接,直接访问,10.0.0.2(上海),6,响应慢

            """, name: "289371234_按文本_客户满意度_2_2.csv")
        #expect(result.surveys == ["2026-10-01 10 · 上线顺利", "2026-10-02 6 · 响应慢"])
    }

    @Test func `金数据's answers`() throws {
        let result = try TemporaryInbox.result(
            """
            序号,您愿意把我们推荐给同行的可能性有多大？,请问给出该评分的原因是？,客户编号,提交人,提交时间,更新时间,填写设备,IP
            1,9,不错,C-1,,2026-10-01 09:47:00,2026-10-01 09:47:00,手机,10.0.0.1
            2,2,贵,C-2,,2026-10-02 09:11:00,2026-10-02 09:11:00,电脑,10.0.0.2

            """)
        #expect(result.surveys == ["2026-10-01 9 C-1 不错", "2026-10-02 2 C-2 贵"])
    }

    @Test func `a question with another kind of answer is no score`() throws {
        let result = try TemporaryInbox.result(
            """
            Respondent ID,Collector ID,Start Date,End Date,Would you recommend us? Please say why or why not.,Would you recommend us to a friend?
            1,2,2026-10-01,2026-10-01,Because it is fast,Yes
            2,2,2026-10-01,2026-10-01,No idea,No

            """)
        #expect(result.export.source == nil)
        #expect(result.findings.contains { $0.message.contains("most like `nps`, but has no `score`") })
    }
}

/// Answers that were given to try a survey out are no answers.
@Suite struct TrialAnswerTests {
    private func scores(_ text: String) throws -> ([Int8], FileReport, [String]) {
        let result = try TemporaryInbox(["nps survey.csv": text]).intake()
        return (result.facts.surveys?.scores.sorted() ?? [], result.files[0], result.codes)
    }

    @Test(arguments: [
        "RecordedDate,ResponseId,Status,DistributionChannel,Q1_NPS_SCORE\n2026-10-01,R1,IP Address,anonymous,9\n2026-10-02,R2,Survey Preview,preview,0\n2026-10-03,R3,Survey Test,test,1\n",
        "RecordedDate,ResponseId,Status,DistributionChannel,Q1_NPS_SCORE\n2026-10-01,R1,0,anonymous,9\n2026-10-02,R2,1,anonymous,0\n2026-10-03,R3,2,anonymous,1\n",
        "response_id,responded_at,score,Is Test\nR1,2026-10-01,9,no\nR2,2026-10-02,0,yes\nR3,2026-10-03,1,TRUE\n",
        "response_id,responded_at,score,Collector\nR1,2026-10-01,9,Web\nR2,2026-10-02,0,Preview\nR3,2026-10-03,1,TEST\n",
        "序号,提交答卷时间,来源,NPS评分\n1,2026-10-01,微信,9\n2,2026-10-02,测试,0\n3,2026-10-03,预览,1\n",
        "response_id,responded_at,score,status\nR1,2026-10-01,9,Vollständig\nR2,2026-10-02,0,Vorschau\nR3,never,eleven,test\n",
    ])
    func `test and preview answers of survey tools do not count, and are told`(_ text: String) throws {
        let (scores, report, codes) = try scores(text)
        #expect(scores == [9], "\(codes)")
        #expect(report.excluded == 2 && report.rejected == 0 && codes.contains("trial-rows"))
    }

    @Test func `other words in such columns are answers`() throws {
        let (scores, _, codes) = try scores(
            "response_id,responded_at,score,status,channel\nR1,2026-10-01,9,complete,Testing Inc\nR2,2026-10-02,0,1,Testimonials\n"
        )
        #expect(scores == [0, 9] && codes.isEmpty)
    }
}
