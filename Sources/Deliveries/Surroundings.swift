/// What delivering gets from outside, so that nothing in here reads a clock or an environment by itself.
public struct DeliverySurroundings: Sendable {
    /// Microseconds since 1970 in UTC: chats want their signatures to be of now.
    public var clock: @Sendable () -> Int64
    /// Whether to stop, as somebody asked the process to end.
    public var isStopped: @Sendable () -> Bool
    /// Waits so many milliseconds.
    public var wait: @Sendable (Int) -> Void
    /// A variable of the environment; nil where it is not set.
    public var environment: @Sendable (String) -> String?

    /// Surroundings; see the properties.
    public init(
        clock: @escaping @Sendable () -> Int64, isStopped: @escaping @Sendable () -> Bool,
        wait: @escaping @Sendable (Int) -> Void, environment: @escaping @Sendable (String) -> String?
    ) {
        (self.clock, self.isStopped, self.wait, self.environment) = (clock, isStopped, wait, environment)
    }
}
