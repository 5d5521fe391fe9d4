import Facts
import Testing

@testable import Intake

/// Lists of people, which are counted on the first day of every month.
@Suite struct RosterTests {
    @Test func `a person counts from the first month that begins on the day of hiring or later to the one of the last day`()
        throws
    {
        let result = try TemporaryInbox.result(
            """
            Employee #,Last Name First Name,Department,Job Title,Hire Date,Termination Date,Employment Status,FTE
            1,"Doe, A",Sales,Rep,2026-08-01,,Full-Time,1.0
            2,"Doe, B",Sales,Rep,2026-08-02,2026-10-01,Terminated,0.5
            3,"Doe, C",Marketing,Rep,2026-09-15,2026-09-30,Terminated,1.0
            4,"Doe, D",Sales,Rep,2026-12-01,,Full-Time,1.0

            """, name: "Employees 2026-11-23.csv")
        #expect(
            result.sizes == [
                "2026-08-01 Marketing 0", "2026-09-01 Marketing 0", "2026-10-01 Marketing 0", "2026-11-01 Marketing 0",
                "2026-08-01 Sales 1", "2026-09-01 Sales 1.5", "2026-10-01 Sales 1.5", "2026-11-01 Sales 1",
            ])
        #expect(result.export.source == .headcount && result.export.facts == 4)
        #expect(!result.codes.contains("missing-column"))
    }

    @Test func `without a date in its name a roster is counted up to the newest date in it, and one is one`() throws {
        let result = try TemporaryInbox.result(
            "工号,姓名,部门,岗位,入职日期,离职日期,员工状态\n1,甲,销售部,销售,2026-08-20,,在职\n2,乙,销售部,销售,2026-09-01,2026-10-15,离职\n",
            name: "花名册.csv")
        #expect(result.sizes == ["2026-09-01 销售部 2", "2026-10-01 销售部 2"])
    }

    @Test func `the newest roster is the whole truth; team sizes beside it add teams`() throws {
        let inbox = TemporaryInbox([
            "roster-2026-09-30.csv": "name,hired_on,team\nA,2026-01-01,Sales\nB,2026-01-01,Sales\n",
            "roster-2026-10-31.csv": "name,hired_on,team\nA,2026-09-01,Sales\n",
            "headcount.csv": "date,team,fte\n2026-09,Support,3\n",
        ])
        let result = try inbox.intake()
        #expect(result.sizes == ["2026-09-01 Support 3", "2026-09-01 Sales 1", "2026-10-01 Sales 1"])
        #expect(result.report("roster-2026-09-30.csv").replaced == 2)
    }

    @Test func `exports of human-resources programs are rosters, however they call the dates`() throws {
        let exports = [
            (
                "Personio",
                "Vorname,Nachname,Abteilung,Position,Eintrittsdatum,Austrittsdatum,Status\nA,B,Vertrieb,Rep,31.08.2026,13.10.2026,Inaktiv\n"
            ),
            (
                "Workday",
                "Worker,Employee ID,Supervisory Organization,Business Title,Hire Date,Termination Date,Worker Status,FTE\nA,1,Vertrieb,Rep,2026-09-01,2026-10-13,Terminated,100%\n"
            ),
            (
                "HiBob",
                "Display name,Email,Department,Site,Start date,Termination date,Reports to\nA,a@a.example,Vertrieb,Berlin,2026-09-01,2026-10-13,B\n"
            ),
            (
                "Gusto",
                "Last name,First name,Job title,Department,Start date,End date,Employment type\nB,A,Rep,Vertrieb,09/01/2026,10/13/2026,Full time\n"
            ),
            ("飞书", "姓名,工号,部门,职务,入职时间,最后工作日\n甲,1,Vertrieb,销售,2026/9/1,2026/10/13\n"),
            (
                "Rippling",
                "Employee,Employee Number,Department,Work Email,Start Date,End Date\nA,1,Vertrieb,a@a.example,2026-09-01,2026-10-13\n"
            ),
        ]
        for (program, text) in exports {
            let result = try TemporaryInbox.result(text, name: "export 2026-11-01.csv")
            #expect(result.sizes == ["2026-09-01 Vertrieb 1", "2026-10-01 Vertrieb 1", "2026-11-01 Vertrieb 0"], "\(program)")
        }
    }

    @Test func `who is said to have left without a date is not counted, and said`() throws {
        let result = try TemporaryInbox.result(
            "Employee ID,Name,Department,Hire Date,Status\n1,A,Sales,2026-09-01,Active\n2,B,Sales,2026-09-01,Terminated\n",
            name: "people-2026-10-05.csv")
        #expect(result.sizes == ["2026-09-01 Sales 1", "2026-10-01 Sales 1"])
        #expect(result.export.excluded == 1)
        #expect(result.findings.first { $0.kind == .leftWithoutDate }?.message.hasPrefix("1 people") == true)
    }

    @Test func `what cannot be of one person is rejected`() throws {
        let result = try TemporaryInbox.result(
            "Employee ID,Department,Hire Date,Last day,FTE\n1,Sales,2026-09-01,,80\n2,Sales,2026-09-01,2026-08-01,1\n3,Sales,,,1\n4,Sales,2026-09-01,,80%\n",
            name: "people-2026-09-05.csv")
        #expect(result.sizes == ["2026-09-01 Sales 0.8"])
        #expect(result.codes.contains("number-out-of-range") && result.codes.contains("end-before-start"))
        #expect(result.export.rejected == 3)
    }

    @Test func `a person without a department is one, not the sum of the one above`() throws {
        let result = try TemporaryInbox.result(
            "Employee ID,Department,Hire Date,FTE\n1,Sales,2026-09-01,1\n2,,2026-09-01,1\n3,,2026-09-01,2\nTotal,,,4\n",
            name: "people-2026-09-05.csv")
        #expect(result.sizes == ["2026-09-01  3", "2026-09-01 Sales 1"])
    }

    @Test func `a list of people without dates stops no report`() throws {
        let inbox = TemporaryInbox([
            "employees.csv": "Employee ID,Name,Department\n1,A,Sales\n", "spend.csv": "date,amount\n2026-10-01,5\n",
        ])
        let result = try inbox.intake()
        #expect(result.facts.headcount == nil && result.costs.count == 1)
        let error = try #require(inbox.failure { $0.rules[.headcount, default: SourceRules()].isRequired = true })
        #expect(error.kind.exitStatus == 66)
    }

    @Test(arguments: [
        "Employee ID,Department,Hire Date,Employment Status\n1,Sales,2026-01-01,Active\n2,Sales,2026-01-01,Leaver\n3,Sales,2026-01-01,Contractor\n",
        "Employee ID,Department,Hire Date,Active\n1,Sales,2026-01-01,Yes\n2,Sales,2026-01-01,No\n3,Sales,2026-01-01,Yes\n",
        "Employee ID,Department,Hire Date,Employment Status,Active Status\n1,Sales,2026-01-01,Full-time,Yes\n2,Sales,2026-01-01,Full-time,No\n3,Sales,2026-01-01,Part-time,Yes\n",
        "姓名,工号,部门,入职日期,是否在职\n甲,1,Sales,2026-01-01,是\n乙,2,Sales,2026-01-01,否\n丙,3,Sales,2026-01-01,是\n",
    ])
    func `who left without a date does not count, whichever column says so`(_ text: String) throws {
        let result = try TemporaryInbox.result(text, name: "employees 2026-02-10.csv")
        #expect(result.sizes.last == "2026-02-01 Sales 2" && result.codes.contains("left-without-date"))
    }

    @Test func `a person who stands in a roster twice for one time is told, and one who came back is not`() throws {
        func codes(_ rows: String) throws -> [String] {
            try TemporaryInbox.result(
                "Employee ID,Department,Hire Date,Termination Date\n" + rows, name: "employees 2026-02-10.csv"
            ).codes
        }
        #expect(try codes("7,Sales,2026-01-01,\n7,Marketing,2026-02-01,\n8,Sales,2026-01-01,\n").contains("repeated-people"))
        #expect(try codes("7,Sales,2025-01-01,\n7,Sales,2025-01-01,\n").contains("repeated-people"))
        #expect(
            try !codes("7,Sales,2025-01-01,2025-06-30\n7,Sales,2025-07-01,\n,Sales,2025-01-01,\n,Sales,2025-01-01,\n").contains(
                "repeated-people"))
    }
}
