import Facts

extension Source {
    /// How many people there are: one row a team and month, or one row a person (a roster).
    static let headcount = Source(
        name: .headcount, role: .plans,
        load: .upsert, key: [.team, .date], oneOf: [[.date, .fte], [.hiredOn]],
        words: [
            "headcount", "head count", "fte", "staff", "employees", "employee list", "roster", "people", "team size",
            "personal",
            "mitarbeiter", "人数", "编制", "人员", "团队人数", "人力", "花名册", "员工", "员工名单", "员工信息",
        ],
        columns: [
            Column.date,
            Column.number(
                .fte, "ftes", "full time equivalents", "full time equivalent", "full time equivalency", "fte %", "headcount",
                "heads",
                "staff", "vzä", "etp", "etc fte", "人数", "全职人数", "在职人数", "编制", "人员数", "全职当量"),
            .text(
                .team, "department", "department name", "function", "group", "division", "business unit",
                "supervisory organization",
                "abteilung", "bereich", "département", "service", "departamento", "área", "reparto", "dipartimento", "afdeling",
                "部署",
                "团队", "部门", "部门名称", "一级部门", "小组"
            ).aName,
            // Of a roster.
            Column.day(
                .hiredOn, "hire date", "hired", "date hired", "date of hire", "hiring date", "original hire date", "join date",
                "joined", "joined on", "joining date", "date of joining", "date joined", "employment start date",
                "employment start", "onboarding date", "eintrittsdatum", "eintritt", "einstellungsdatum", "date d'embauche",
                "date d'entrée", "fecha de contratación", "fecha de ingreso", "fecha de alta", "data de admissão",
                "data di assunzione", "datum in dienst", "indiensttreding", "入社日", "入社年月日", "入职日期", "入职时间"
            ).beside(Roster.company, "start date", "start", "startdatum"),
            Column.day(
                .leftOn, "left", "termination date", "terminated on", "date of termination", "leave date", "leaving date",
                "date left", "last day", "last day of work", "last working day", "exit date", "separation date",
                "employment end date", "employment end", "end of employment", "offboarding date", "austrittsdatum", "austritt",
                "letzter arbeitstag", "date de départ", "date de sortie", "fecha de baja", "fecha de salida",
                "data de desligamento", "data di cessazione", "datum uit dienst", "退社日", "退職日", "离职日期", "离职时间",
                "最后工作日"
            ).beside(Roster.company, "end date", "end", "enddatum"),
            .word(
                .employment, "employment status", "position status", "employee status", "worker status", "status",
                "beschäftigungsstatus", "员工状态",
                "在职状态", "人员状态"),
            .word(.isEmployed, "active status", "currently employed", "在职", "是否在职").commonly("active", "is active", "employed"),
            Column.text(.employeeID).beside(
                Roster.hireDates, "employee id", "employee number", "employee no", "employee #", "eeid", "worker id",
                "personnel number", "personalnummer", "matricule", "工号", "员工编号", "员工工号"
            ).anID,
            Column.text(.person).beside(
                Roster.hireDates, "name", "full name", "employee", "employee name", "display name", "worker", "first name",
                "vorname", "mitarbeiter", "nom", "nombre", "姓名", "员工姓名"
            ).aName.auxiliary.forFinish,
            .yearOfDate, .monthOfDate,
        ], telling: [.fte, .hiredOn], derivations: [.month], sums: [.fte], singles: .hiredOn,
        finish: { reader, file, _ in
            FileReader.leaveOutOpenPosts(reader, &file)
            FileReader.leaveOutWholes(reader, &file)
        },
        checks: [.sizeOrPerson],
        events: [.firstDay(.date), .day(.hiredOn), .day(.leftOn)], upsert: { $0.upsertHeadcount() },
        build: { $0.buildHeadcount(&$1) })
}

extension AnyColumnKey where Self == NumberKey {
    static var fte: Self { Self("fte") }
}

extension AnyColumnKey where Self == DayKey {
    static var hiredOn: Self { Self("hired_on") }
    static var leftOn: Self { Self("left_on") }
}

extension AnyColumnKey where Self == TextKey {
    static var employment: Self { Self("employment_status") }
    /// Whether somebody is employed, in a column of its own.
    static var isEmployed: Self { Self("is_employed") }
    static var employeeID: Self { Self("number_of_person") }
    /// Who the person is: only where it says that there is none.
    static var person: Self { Self("name_of_person") }
}

extension RowCheck {
    /// That a row is a team's size in a month, or a person who came and, if so, went later.
    fileprivate static let sizeOrPerson = RowCheck { rows, verdicts in
        func missing(_ row: Int, _ key: any AnyColumnKey) {
            let problem = Problem(
                .missingRequired, column: rows.place(key), ["column": key.name, "why": "", "fill": "the cell"])
            verdicts.reject(row, problem)
        }
        let (dates, sizes) = (rows[.date], rows[.fte])
        guard let hired = rows[.hiredOn] else {
            for row in 0..<rows.count {
                if dates?.first(row) == nil { missing(row, .date) } else if sizes?[row] == nil { missing(row, .fte) }
            }
            return
        }
        let left = rows[.leftOn]
        for row in 0..<rows.count {
            guard let start = hired.first(row) else {
                missing(row, .hiredOn)
                continue
            }
            if let end = left?.last(row), end < start {
                let values: FindingValues = ["what": "the employment", "end": end, "start": start, "or": ""]
                verdicts.reject(row, Problem(.endBeforeStart, column: rows.place(.leftOn), values))
            }
            // One person is no team; 80 stands for 80 %.
            if let size = sizes?[row], !Roster.isOnePerson(size) {
                let values: FindingValues = [
                    "range": "from 0 to 2 for one person", "found": size.number.significant(),
                    "or": ", or write it like 0.8 or 80%",
                ]
                verdicts.reject(row, Problem(.numberOutOfRange, column: rows.place(.fte), values))
            }
        }
    }
}

extension Merged {
    /// For a team and month the newest file's row wins; of rosters each is the whole truth, and the newest is read.
    fileprivate mutating func upsertHeadcount() -> [(old: Int, new: Int)] {
        let rosters = Set(files.indices.filter(isRoster))
        for row in fates.indices where fates[row] == .fact {
            let file = fileOf[row]
            if rosters.contains(file), file != rosters.max() { fates[row] = .replaced }
        }
        let files = fileOf
        return upsert(tokens: source.key.compactMap(tokens)) { !rosters.contains(files[$0]) }
    }

    /// Whether a file's rows are people.
    fileprivate func isRoster(_ file: Int) -> Bool { source.places[.hiredOn].map { files[file].has[$0] } ?? false }
}

extension Assembler {
    /// Says what older exports of the same name have that may count twice.
    private mutating func reportOtherExports(_ merged: Merged, _ sizes: [Int64]?) {
        guard let sizes, let dates = merged[.date] else { return }
        let sum = { (rows: [Int]) -> String in
            let last = rows.compactMap { dates.first($0) }.max()
            let known = rows.filter { dates.first($0) == last && sizes[$0] != Quantity.missing }
            let fte = Number(known.reduce(0) { $0 + Int128(sizes[$1]) }, over: Int128(Roster.whole)).significant(12)
            return "\(last.map { "\($0.description.prefix(7)): " } ?? "")`fte` \(fte)"
        }
        reportDoubtfulKeys(merged, by: merged.source.key, with: DayKey.date, sum: sum)
        reportUnlisted(
            merged,
            Listing(kind: .unlistedTeams, keys: merged.source.key, scope: DayKey.date, share: (1, outOf: 2), least: 2),
            isMissed: { sizes[$0] > 0 }, sum: sum)
    }

    fileprivate mutating func buildHeadcount(_ merged: inout Merged) {
        let sizes = quantities(&merged, .fte)
        leaveOutFormer(&merged)
        reportOtherRosters(merged)
        applyLoadRule(&merged, byWholeRows: true)
        reportOtherExports(merged, sizes)
        let rows = finish(merged)
        guard !rows.isEmpty else { return }
        var table = Headcount(dimensions: settings.dimensions.count)
        let teams = strings(merged, .team, rows)
        let members = members(merged, rows)
        let areRosters = merged.files.indices.map(merged.isRoster)
        let counted = rows.indices.filter { !areRosters[merged.fileOf[rows[$0]]] }
        if let dates = merged[.date], let sizes {
            table.days = counted.map { dates.first(rows[$0])! }
            table.teams = counted.map { teams[$0] }
            table.fte = counted.map { sizes[rows[$0]] }
            table.members = members.map { column in column.map { column in CodeColumn(counted.lazy.map { column[$0] }) } }
        } else {
            table.members = members.map { $0.map { _ in [] } }
        }
        // Where each row of the table is from, and what a person has of it.
        var people = settings.keepsOrigins ? counted.map { [Origins.Part(row: rows[$0])] } : []
        for file in merged.files.indices where areRosters[file] {
            reportRepeatedPeople(merged, rows, of: file)
            var roster = Roster()
            for (index, row) in rows.enumerated() where merged.fileOf[row] == file {
                guard let hired = merged[.hiredOn]?.first(row) else { continue }
                let size = sizes.map { $0[row] } ?? Quantity.missing
                roster.add(
                    Roster.Person(
                        row: row, team: teams[index], hired: hired, left: merged[.leftOn]?.last(row),
                        fte: size == Quantity.missing ? Roster.whole : size, members: members.map { $0?[index] ?? 0 }))
            }
            let date = merged.files[file].index.flatMap { files[$0].file.nameDate }
            let counts = roster.count(upTo: date, into: &table, people: settings.keepsOrigins)
            people += counts.map { $0.map { Origins.Part(row: $0.row, share: $0.fte) } }
        }
        facts.headcount = table
        noteOrigins(.headcount, merged, people)
    }

    /// Says which lists of people of the newest one's date are not read, as their names say that they are others than it.
    private mutating func reportOtherRosters(_ merged: Merged) {
        let rosters = merged.files.indices.filter(merged.isRoster)
        guard let newest = rosters.last, let index = merged.files[newest].index, let day = files[index].file.nameDate else {
            return
        }
        let others = rosters.dropLast().filter { other in
            guard let place = merged.files[other].index else { return false }
            return files[place].file.nameDate == day && merged.files[other].series != merged.files[newest].series
        }
        guard !others.isEmpty else { return }
        let people = others.reduce(0) { $0 + merged.rows(of: $1).count { merged.fates[$0] == .fact } }
        found[index].add(
            Finding(
                .rostersOfOneDay, file: merged.files[newest].path,
                [
                    "people": people, "others": Recognition.list(others.map { merged.files[$0].path }, limit: 3), "day": day,
                ]))
    }

    /// Leaves out people who are said to have left but not when: nobody knows until when they counted.
    private mutating func leaveOutFormer(_ merged: inout Merged) {
        let left = merged[.leftOn]
        var counts: [Int: Int] = [:]
        for (statuses, says) in [(merged[.employment], PersonStatus.hasLeft), (merged[.isEmployed], Roster.isNo)] {
            guard let statuses else { continue }
            let hasLeft = statuses.pool.texts.map(says)
            for row in merged.fates.indices where merged.fates[row] == .fact && hasLeft[Int(statuses.codes[row])] {
                guard merged.isRoster(merged.fileOf[row]), left?.last(row) == nil else { continue }
                merged.fates[row] = .excluded
                counts[file(merged, row), default: 0] += 1
            }
        }
        for (file, count) in counts.sorted(by: { $0.key < $1.key }) {
            found[file].add(Finding(.leftWithoutDate, file: files[file].file.path, ["people": count]))
        }
    }
}
