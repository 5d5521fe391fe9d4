import Facts

/// A list of people, counted on the first day of every month.
struct Roster {
    /// One person who is or was employed.
    struct Person {
        /// The row of its source.
        var row: Int
        /// The team; empty where missing.
        var team: String
        /// The first day.
        var hired: Day
        /// The last day; nil where there is none yet.
        var left: Day?
        /// Full-time equivalents in billionths.
        var fte: Int64
        /// The member of each dimension; 0 where there is none.
        var members: [UInt32]

        /// What tells the people who are counted together: the team, and each member.
        var key: String {
            members.allSatisfy { $0 == 0 } ? team : ([team] + members.map(String.init)).joined(separator: "\u{1F}")
        }
    }

    /// One full-time equivalent.
    static let whole: Int64 = 1_000_000_000

    private var people: [Person] = []

    mutating func add(_ person: Person) { people.append(person) }

    /// Adds a row for each team and month, from the first in which anybody was in it to the one of the roster's date. A team that
    /// nobody is in any more has 0. People of a team count under their own cells: those with others are a team of their own.
    ///
    /// - Parameters:
    ///   - date: That of the roster; nil where its name has none: the newest date in it is taken.
    ///   - people: Whether to give the people whom each added row counts; else nothing is given.
    func count(upTo date: Day?, into table: inout Headcount, people isAsked: Bool) -> [[Person]] {
        let newest = people.flatMap { [$0.hired, $0.left].compactMap { $0 } }.max()
        guard let first = people.map(\.hired).min(), let last = date ?? newest, first <= last else { return [] }
        let (start, end) = (Roster.month(atOrAfter: first), Roster.month(of: last))
        guard start <= end else { return [] }
        var counted: [[Person]] = []
        let teams = Dictionary(grouping: people, by: \.key).sorted { $0.key < $1.key }
        for (team, people) in teams {
            // What each month has more than the one before.
            var steps = [Int64](repeating: 0, count: end - start + 2)
            for person in people {
                let from = Roster.month(atOrAfter: person.hired)
                let to = person.left.map { Roster.month(of: $0) } ?? end
                guard from <= end, from <= to else { continue }
                steps[from - start] += person.fte
                steps[min(to, end) - start + 1] -= person.fte
            }
            let members = people[0].members
            // Nobody makes no member: people with members of their own are counted from the first month in which there are any.
            var (size, hasBegun) = (Int64(0), members.allSatisfy { $0 == 0 })
            for month in start...end {
                size += steps[month - start]
                hasBegun = hasBegun || size != 0
                guard hasBegun else { continue }
                table.days.append(Day(Day.number(year: month / 12, month: month % 12 + 1, day: 1)))
                table.teams.append(team)
                table.fte.append(size)
                for index in table.members.indices { table.members[index]?.append(members[index]) }
                if isAsked {
                    counted.append(
                        people.filter { person in
                            Roster.month(atOrAfter: person.hired) <= month
                                && person.left.map { month <= Roster.month(of: $0) } ?? true
                        })
                }
            }
        }
        return counted
    }

    /// The number of the month that a day is in: its first day is the last one at or before it.
    private static func month(of day: Day) -> Int { day.civil.year * 12 + day.civil.month - 1 }

    /// The number of the first month that begins on a day or later.
    private static func month(atOrAfter day: Day) -> Int { month(of: day) + (day.civil.day == 1 ? 0 : 1) }
}

extension Roster {
    /// Whether a size may be one person's.
    static func isOnePerson(_ size: ExactDecimal) -> Bool {
        size.digits >= 0 && Int128(size.digits) <= 2 * ExactDecimal.powersOfTen[size.scale]
    }

    /// Whether a cell of a column that asks whether somebody is employed says no.
    static func isNo(_ cell: String) -> Bool {
        ["no", "n", "false", "0", "否", "nein", "non", "inactive", "terminated"].contains(HeaderNames.key(cell))
            || PersonStatus.hasLeft(cell)
    }

    /// Header names of when people came, beside which a number of a person tells who stands in a list twice.
    static let hireDates = [
        "hire date", "hired on", "date of hire", "date hired", "original hire date", "start date", "start", "join date",
        "joined",
        "joining date", "date joined", "date of joining", "employment start date", "eintrittsdatum", "eintritt", "startdatum",
        "date d'embauche", "date d'entrée", "fecha de contratación", "fecha de ingreso", "data de admissão",
        "data di assunzione",
        "入职日期", "入职时间", "入社日",
    ]

    /// Header names of lists of people, beside which a start date is that of the employment.
    static let company = [
        "employee", "employee id", "employee number", "employee no", "employee name", "employee email", "employee #", "eeid",
        "worker",
        "worker id", "job title", "position", "work email", "reports to", "line manager", "supervisor", "termination date",
        "employment type", "employment status", "date of birth", "personalnummer", "mitarbeiter", "vorname", "nachname",
        "工号", "岗位", "职位",
    ]
}
