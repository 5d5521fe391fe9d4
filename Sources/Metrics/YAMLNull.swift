package import Yams

extension Node {
    /// Whether the value is missing, as YAML's core schema writes it: `key:`, `~`, `null`.
    package var isNothing: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
