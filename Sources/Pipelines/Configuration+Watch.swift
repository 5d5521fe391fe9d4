import Deliveries
import Metrics
import Yams

extension Configuration {
    /// Reads `watch`: who is told of the pipeline's runs.
    mutating func readWatch(_ node: Node, _ top: YAMLMapping, _ folder: String) throws(PipelineError) {
        var mapping = try top.mapping(node, "watch")
        if let node = mapping.take("textfile") {
            let path = Files.join(folder, try mapping.path(node, "textfile"))
            guard path.hasSuffix(".prom"), Files.name(of: path) != ".prom" else {
                throw mapping.failure(
                    node, "`textfile` names a file that ends in .prom, found `\(node.shown)`",
                    hint: "the node exporter reads no others of its folder")
            }
            watch.textfile = path
        }
        watch.ping = try DeliveryReader(folder: folder, audiences: audiences).secret("ping", &mapping).map(Ping.init(address:))
        try mapping.finish()
    }
}
