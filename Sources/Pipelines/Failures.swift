import CSV
import Intake
import Metrics
import Reports
import State

extension PipelineError {
    /// Any module's error as a failure of the run.
    init(_ job: String, _ error: any Error) {
        switch error {
        case let error as PipelineError: self = error
        case let error as IntakeError:
            self.init(Kind(rawValue: error.kind.exitStatus) ?? .dataError, lines: error.description)
        case let error as CSVError: self.init(error)
        case let error as StateError: self.init(error)
        case let error as MetricsError: self.init(.configuration, lines: error.description)
        case let error as ReportError:
            self.init(error.code == .couldNotWrite ? .cannotWrite : .defect, lines: error.description)
        default:
            self.init(.defect, "\(job): \(error)", hint: "this is a defect of the program; please report it with this line")
        }
    }

    /// A file that cannot be read as a table.
    init(_ error: CSVError) {
        let kind: Kind =
            switch error.code {
            case .notFound, .notAFile: .noInput
            case .unreadable, .damagedArchive: .unreadable
            case .noSpace, .tooManyOpen: .noResources
            case .notACSV: .dataError
            }
        self.init(kind, lines: error.description)
    }

    /// One failure that names all of several, with the status of the gravest; nil where there is none.
    static func joined(_ failures: [PipelineError]) -> PipelineError? {
        guard let first = failures.first else { return nil }
        let gravest = failures.max { rank($0.kind) < rank($1.kind) } ?? first
        if failures.count == 1 { return first }
        return PipelineError(gravest.kind, lines: failures.map(\.description).joined(separator: "\n"))
    }

    private static func rank(_ kind: Kind) -> Int {
        switch kind {
        case .defect: 5
        case .cannotWrite: 4
        case .configuration: 3
        case .unreadable, .noResources: 3
        case .dataError: 2
        case .noInput: 1
        default: 0
        }
    }
}
