extension Catalogue {
    /// The worked examples of the standard catalogue, as a file of tests: one for each metric, by its id.
    public static var examples: String { String(decoding: PackageResources.examples_yml, as: UTF8.self) }
}
