import Deliveries
import Facts

/// How a pipeline is run on its days: the crontab's lines and the systemd units, `gtm schedule`.
public struct Schedule: Sendable {
    private let configuration: Configuration
    private let pipeline: String
    private let program: String
    private let user: String
    private let hour: Int
    private let minute: Int

    /// - Parameters:
    ///   - pipeline: The pipeline's file.
    ///   - program: The program, as an absolute path.
    ///   - user: Who is to run it by systemd.
    ///   - time: The time of day in the pipeline's zone, as hour and minute.
    public init(
        _ configuration: Configuration, pipeline: String, program: String, user: String, time: (hour: Int, minute: Int) = (6, 0)
    ) {
        self.configuration = configuration
        self.pipeline = InboxPlace.absolute(pipeline)
        (self.program, self.user) = (program, user)
        (hour, minute) = time
    }

    /// The time of day of `06:00`; nil where it is none.
    public static func time(_ text: String) -> (hour: Int, minute: Int)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
            (0...59).contains(minute), parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } })
        else { return nil }
        return (hour, minute)
    }

    /// The units' name without its ending. What is not ASCII is there by its bytes, so that units of pipelines in Chinese are not one.
    public var unit: String {
        "gtm-"
            + configuration.pipeline.map { character in
                guard character.isASCII else { return character.utf8.map { String($0, radix: 16, uppercase: true) }.joined() }
                return character.isLetter || character.isNumber || "-_.".contains(character) ? String(character) : "-"
            }.joined()
    }

    /// The months in which periods begin; empty for weeks and months.
    private var months: [Int] {
        let start = configuration.calendar.fiscalStart
        return switch configuration.grain {
        case .quarter: stride(from: 0, to: 12, by: 3).map { (start - 1 + $0) % 12 + 1 }.sorted()
        case .year: [start]
        default: []
        }
    }

    // MARK: cron

    /// The crontab's lines.
    public var crontab: String {
        let days =
            switch configuration.grain {
            case .week: "* * \((configuration.calendar.weekStart + 1) % 7)"
            case .month: "1 * *"
            default: "1 \(months.map(String.init).joined(separator: ",")) *"
            }
        return """
            # For `crontab -e` of \(user), or a file in /etc/cron.d with the user's name before the command.
            # The run says nothing when all is well, so that cron mails only what a person should see.
            # Cron of cronie (Fedora, RHEL) takes the time in CRON_TZ; Debian's takes it in the machine's own zone.
            MAILTO=\(configuration.contact ?? "root")
            CRON_TZ=\(zoneName)
            PATH=/usr/local/bin:/usr/bin:/bin
            \(minute) \(hour) \(days)  \(Self.shell(program)) run \(Self.shell(pipeline)) --quiet

            """
    }

    /// An argument as a crontab has it: quoted for the shell where need be, and `%`, which ends a command, escaped.
    private static func shell(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            ($0 | 32 >= 97 && $0 | 32 <= 122) || ($0 >= 48 && $0 <= 57) || [45, 46, 47, 95].contains($0)
        }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''").replacing("%", with: "\\%") + "'"
    }

    // MARK: systemd

    /// The hardened systemd service.
    public var service: String {
        let writable = folders.map { "ReadWritePaths=\(Self.unitPath($0))\n" }.joined()
        return """
            # /etc/systemd/system/\(unit).service
            # These folders must be there before the first run, and be \(user)'s:
            #   \(folders.map(Self.shell).joined(separator: " "))
            [Unit]
            Description=Go-to-market report \(Self.escaped(configuration.pipeline))
            Documentation=man:gtm(1)
            Wants=network-online.target
            After=network-online.target

            [Service]
            Type=oneshot
            User=\(user)
            ExecStart=\(Self.quoted(program)) run \(Self.quoted(pipeline)) --quiet
            # Secrets of deliveries, NAME=value, mode 600.
            EnvironmentFile=-/etc/gtm/\(unit).env
            TimeoutStartSec=2h
            Nice=10
            UMask=0027

            ProtectSystem=strict
            ProtectHome=read-only
            \(writable)PrivateTmp=yes
            \(sendsByCommand ? Self.fewer : Self.hardening)

            """
    }

    /// Whether mail goes out by a command, which takes the rights of its group to write to the queue.
    private var sendsByCommand: Bool {
        configuration.deliveries.contains { entry in
            if case .mail(let mail) = entry.way, case .sendmail = mail.transport { return true }
            return false
        }
    }

    /// What takes from the service all that a run does not need.
    private static let hardening = """
        PrivateDevices=yes
        NoNewPrivileges=yes
        CapabilityBoundingSet=
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        ProtectProc=invisible
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native
        SystemCallFilter=@system-service
        """

    /// What is left of it beside a command that sends mail.
    private static let fewer = """
        # `sendmail` writes to its queue with the rights of its group, which a fully hardened service may not take:
        # `smtp: {host: localhost, port: 25, security: none}` instead would let it be hardened.
        ReadWritePaths=-/var/spool
        ProtectControlGroups=yes
        """

    /// The systemd timer.
    public var timer: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let days =
            switch configuration.grain {
            case .week: "\(names[configuration.calendar.weekStart]) *-*-*"
            case .month: "*-*-01"
            default: "*-\(months.map(two).joined(separator: ","))-01"
            }
        return """
            # /etc/systemd/system/\(unit).timer; then: systemctl enable --now \(unit).timer
            [Unit]
            Description=When the go-to-market report \(Self.escaped(configuration.pipeline)) is made

            [Timer]
            OnCalendar=\(days) \(two(hour)):\(two(minute)):00 \(zoneName)
            # A machine that was off makes it up.
            Persistent=true

            [Install]
            WantedBy=timers.target

            """
    }

    /// The folders that a run writes to.
    private var folders: [String] {
        var folders = [configuration.reports, configuration.state]
        if let away = configuration.archiveTo { folders += [away, configuration.inbox] }
        if let textfile = configuration.watch.textfile { folders.append(Files.folder(of: textfile)) }
        for case .copy(let folder) in configuration.deliveries.map(\.way) { folders.append(folder) }
        var seen: Set<String> = []
        return folders.map(InboxPlace.absolute).filter { seen.insert($0).inserted }
    }

    /// The zone as cron and systemd know it: a fixed offset of whole hours has a name of its own, the other way round.
    private var zoneName: String {
        let name = configuration.zone.identifier
        guard let sign = name.first, sign == "+" || sign == "-" else { return name }
        let hours = Int(name.dropFirst().prefix { $0 != ":" }) ?? 0
        return hours == 0 ? "UTC" : "Etc/GMT\(sign == "+" ? "-" : "+")\(hours)"
    }

    /// A text in which `%` means nothing to systemd.
    private static func escaped(_ text: String) -> String { TextTable.cut(text, 200).replacing("%", with: "%%") }

    /// An argument of a command of systemd's.
    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("%", with: "%%").replacing("$", with: "$$")
        let isPlain = !escaped.contains { $0 == " " || $0 == "\"" || $0 == "'" || $0 == "\t" || $0 == "\\" || $0 == ";" }
        return isPlain ? escaped : "\"" + escaped.replacing("\"", with: "\\\"") + "\""
    }

    /// A path in a list of paths.
    private static func unitPath(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("%", with: "%%")
        return escaped.contains(" ") || escaped.contains("\"") ? "\"" + escaped.replacing("\"", with: "\\\"") + "\"" : escaped
    }
}

extension Configuration {
    /// Who is told when something fails; nil where nobody is named.
    var contact: String? { owner?.address }
}
