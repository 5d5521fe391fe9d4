import Deliveries
import Glibc

extension Doctor {
    /// Whether what is delivered could be: secrets, recipients, servers that take a login, addresses, folders. Nothing is sent.
    var deliveryTrials: [Trial] {
        let surroundings = DeliverySurroundings(
            clock: { 0 }, isStopped: { false }, wait: { usleep(UInt32($0) * 1000) },
            environment: { getenv($0).map { String(cString: $0) } })
        var trials = configuration.deliveries.map { entry in
            trial(entry.name) { () throws(PipelineError) in try tryOut(entry, surroundings) }
        }
        if let ping = configuration.watch.ping {
            trials.append(
                trial("ping") { () throws(PipelineError) in
                    do throws(DeliveryError) { return "the server \(try ping.tryOut(surroundings)) answers" } catch {
                        throw PipelineError(.undelivered, "the ping: \(error.message)", hint: error.hint)
                    }
                })
        }
        if configuration.owner != nil {
            trials.append(trial("owner", owner))
        }
        return trials
    }

    private func tryOut(_ entry: DeliveryEntry, _ surroundings: DeliverySurroundings) throws(PipelineError) -> String {
        do {
            switch entry.way {
            case .mail(let mail):
                if let other = mail.to.first(where: { !configuration.recipients.cover($0) }) {
                    throw DeliveryError("`recipients:` does not cover \(other)", hint: "add it there, or take it out of `to`")
                }
                switch mail.transport {
                case .smtp(let server):
                    try server.tryOut(entry.patience, surroundings)
                    return "\(server.host):\(server.port) takes the login"
                case .sendmail(let command):
                    guard let program = command.first, access(program, X_OK) == 0 else {
                        throw DeliveryError(
                            "\(command.first ?? "") cannot be started", hint: "name the program by its whole path")
                    }
                    return "\(program) can be started"
                }
            case .hook(let hook): return "the server \(try hook.tryOut(entry.patience, surroundings)) answers"
            case .store(let store):
                return
                    "the server \(try store.tryOut(entry.patience, surroundings)) answers; whether the keys are good shows with a report"
            case .copy(let folder): return try self.folder(folder, links: true)
            }
        } catch let error as DeliveryError {
            throw PipelineError(.undelivered, "\(entry.place): \(error.message)", hint: error.hint)
        } catch let error as PipelineError {
            throw error
        } catch { throw PipelineError(.defect, "\(error)") }
    }

    private func owner() throws(PipelineError) -> String {
        guard let owner = configuration.owner else { return "" }
        guard configuration.noticeMail != nil else {
            throw PipelineError(
                .configuration, "nothing says how mail to the owner \(owner) is sent",
                hint: "add an entry of `mail` to `deliver:`")
        }
        guard configuration.recipients.cover(owner) else {
            throw PipelineError(.configuration, "`recipients:` does not cover the owner \(owner)", hint: "add it there")
        }
        return "\(owner) is told when a run fails"
    }
}
