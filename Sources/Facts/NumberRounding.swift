extension Number {
    /// A whole number near this one, by a rule such as `.up`; exact for exact values.
    public func rounded(_ rule: FloatingPointRoundingRule) -> Number {
        guard case .exact(let numerator, let denominator) = self else { return .inexact(double.rounded(rule)) }
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        guard rest != 0 else { return self }
        let away: Int128 = numerator < 0 ? -1 : 1
        // How the part that is cut off compares with a half; twice the rest may not fit, what is left of the denominator does.
        let half =
            rest.magnitude > denominator.magnitude - rest.magnitude
            ? 1 : rest.magnitude == denominator.magnitude - rest.magnitude ? 0 : -1
        let goesAway =
            switch rule {
            case .up: numerator > 0
            case .down: numerator < 0
            case .towardZero: false
            case .awayFromZero: true
            case .toNearestOrAwayFromZero: half >= 0
            case .toNearestOrEven: half > 0 || (half == 0 && !quotient.isMultiple(of: 2))
            @unknown default: preconditionFailure("no such rule")
            }
        return Number(goesAway ? quotient + away : quotient)
    }
}
