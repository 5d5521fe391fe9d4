import Languages
import Reports
import Yams

extension Configuration {
    /// A logo that the pipeline names, until it is read.
    struct LogoFile: Sendable {
        var path: String
        /// Where the pipeline file names it: file, line, column.
        var place: String
    }

    /// The largest logo in bytes: the page is to open at once.
    private static let largestLogo = 64 << 10

    /// Reads `theme`: the company's own colours and logo.
    mutating func readTheme(_ node: Node, _ top: YAMLMapping, _ folder: String) throws(PipelineError) {
        var mapping = try top.mapping(node, "theme")
        let light = try mapping.take("accent").map { node throws(PipelineError) in
            try Configuration.color(node, "accent", mapping, on: .lightGround)
        }
        let darkNode = mapping.take("accent_dark")
        let dark = try darkNode.map { node throws(PipelineError) in
            try Configuration.color(node, "accent_dark", mapping, on: .darkGround)
        }
        if let light {
            theme.accent = Theme.Accent(light: light, dark: dark)
        } else if let darkNode {
            throw mapping.failure(
                darkNode, "`accent_dark` stands without `accent`", hint: "name the colour on a light ground too")
        }
        if let node = mapping.take("logo") {
            let path = try mapping.path(node, "logo")
            logoFile = LogoFile(
                path: Files.join(folder, path), place: node.mark.map { "\(top.file):\($0.line):\($0.column)" } ?? top.file)
        }
        try mapping.finish()
    }

    /// A colour that can be read on a ground.
    private static func color(_ node: Node, _ key: String, _ mapping: YAMLMapping, on ground: Color) throws(PipelineError)
        -> Color
    {
        let text = try mapping.text(node, key)
        guard let color = Color(text) else {
            throw mapping.failure(
                node, "`\(key)` takes a colour like \"#0a559f\", found `\(node.shown)`",
                hint: "put it in quotes: `#` begins a comment")
        }
        let contrast = color.contrast(with: ground)
        guard contrast >= Color.readable else {
            // Never rounded up to what is asked for.
            let tenths = Int(contrast * 10)
            throw mapping.failure(
                node,
                "`\(key)` cannot be read: \(color.text) has a contrast of \(tenths / 10).\(tenths % 10) on \(ground.text), and text needs 4.5",
                hint: "the nearest that can is \"\(color.nearest(on: ground).text)\"")
        }
        return color
    }

    /// Reads the logo that the pipeline names: what is no picture, or more than one, is refused.
    mutating func readLogo() throws(PipelineError) {
        guard let logoFile else { return }
        func failure(_ message: String, _ hint: String) -> PipelineError {
            PipelineError(.configuration, "\(logoFile.place): `logo` \(message)", hint: hint)
        }
        guard let bytes = Files.bytes(logoFile.path) else {
            throw failure("names no file that can be read: \(logoFile.path)", "name a PNG or SVG file beside the pipeline's")
        }
        guard bytes.count <= Configuration.largestLogo else {
            throw failure(
                "is \(bytes.count / 1024) KB large, and at most 64 are taken", "make it smaller: it is shown 24 pixels high")
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            guard let whole = Theme.Logo(png: bytes) else {
                throw failure("is a PNG file that is cut short: \(logoFile.path)", "export it again")
            }
            theme.logo = whole
            return
        }
        guard let text = Files.text(logoFile.path), text.contains("<svg") else {
            throw failure("is neither PNG nor SVG: \(logoFile.path)", "name a PNG or SVG file")
        }
        if let objection = DrawingCheck.objection(to: text) {
            throw failure("is refused: \(objection)", "export it as plain SVG, with its text as paths")
        }
        theme.logo = Theme.Logo(type: "image/svg+xml", bytes: Array(text.utf8))
    }
}

/// What a drawing may not hold that stands in a report: nothing that acts, and nothing from elsewhere.
enum DrawingCheck {
    /// Why a drawing is refused; nil where it is not.
    static func objection(to svg: String) -> String? {
        let text = svg.lowercased()
        for word in [
            "<script", "<foreignobject", "<iframe", "<!doctype", "<!entity", "<?xml-stylesheet", "javascript:", "@import",
        ]
        where text.contains(word) {
            return "it holds `\(word)`"
        }
        if text.contains(/[\s"'\/]on[a-z]+\s*=/) { return "it acts on events" }
        for match in text.matches(of: /(?:href|src)\s*=\s*["']?\s*([^"'\s>]*)/) where !isOwn(match.1) {
            return "it refers to `\(match.1.prefix(60))`"
        }
        for match in text.matches(of: /url\(\s*["']?\s*([^"')\s]*)/) where !isOwn(match.1) {
            return "it refers to `\(match.1.prefix(60))`"
        }
        return nil
    }

    /// Whether an address is of the drawing itself: a part of it, or a picture that it holds.
    private static func isOwn(_ address: Substring) -> Bool {
        address.hasPrefix("#") || address.hasPrefix("data:image/png") || address.hasPrefix("data:image/jpeg")
    }
}
