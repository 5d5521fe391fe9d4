/// A worked example of the standard catalogue.
struct WorkedExample {
    static func tests() throws(PipelineError) -> [MetricTest] { [] }
}
