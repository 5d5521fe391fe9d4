import Foundation
import Reports
import Testing

@testable import Pipelines

@Suite struct ThemeSettingsTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gtm-theme-\(UUID().uuidString)").path

    /// The pipeline with a theme, and a file beside it.
    private func read(_ theme: String, logo: [UInt8]? = nil) throws -> Configuration {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("inbox: inbox\ntheme: \(theme)\n".utf8).write(to: URL(fileURLWithPath: folder + "/p.yml"))
        if let logo { try Data(logo).write(to: URL(fileURLWithPath: folder + "/logo.svg")) }
        return try Configuration.read(folder + "/p.yml")
    }

    private func refused(_ theme: String, logo: [UInt8]? = nil, _ words: String...) {
        let error = #expect(throws: PipelineError.self) { _ = try read(theme, logo: logo) }
        #expect(error?.status == 78)
        for word in words + ["p.yml:2:"] {
            #expect(error?.description.contains(word) == true, "\(word): \(error?.description ?? "")")
        }
    }

    @Test func `a colour for both grounds is taken as it is, and one for the light ground gives the other`() throws {
        let both = try read("{accent: \"#7a1fa2\", accent_dark: \"#d9a6f2\"}").theme.accent
        #expect(both?.light.text == "#7a1fa2" && both?.dark.text == "#d9a6f2")
        let one = try #require(try read("{accent: \"#7a1fa2\"}").theme.accent)
        #expect(one.dark.contrast(with: .darkGround) >= 4.5)
        #expect(try read("{}").theme == Theme())
    }

    @Test func `a colour that cannot be read is refused, with its contrast and the nearest that can`() {
        refused("{accent: \"#ff8800\"}", "#ff8800 has a contrast of 2.3 on #ffffff", "the nearest that can is \"#")
        refused("{accent: \"#7a1fa2\", accent_dark: \"#7a1fa2\"}", "on #11161c", "the nearest that can is \"#")
    }

    @Test func `what is no theme is refused`() {
        refused("{accent: red}", "takes a colour like")
        refused("{accent_dark: \"#ffffff\"}", "stands without `accent`")
        refused("{akzent: \"#7a1fa2\"}", "akzent")
        refused("{logo: logo.svg}", "names no file that can be read")
        refused("{logo: logo.svg}", logo: Array("GIF89a".utf8), "neither PNG nor SVG")
        refused("{logo: logo.svg}", logo: Array("<svg>".utf8) + [UInt8](repeating: 32, count: 70_000), "68 KB large")
    }

    @Test(arguments: [
        "<script>x</script>", "<SCRIPT href='#a'/>", "<a onclick=\"x\"/>", "<image href=\"https://a/b.png\"/>",
        "<use xlink:href='other.svg#a'/>", "<style>@import 'a'</style>", "<rect style=\"fill: url(https://a)\"/>",
        "<foreignObject/>", "<a href=\"javascript:x\"/>", "<image href=\"data:text/html,x\"/>", "<image\thref = https://a />",
        "<g\nonload = 'x'/>", "<!ENTITY a 'b'>", "<image href=\"data:image/svg+xml,x\"/>",
    ])
    func `a drawing that acts or refers to elsewhere is refused`(_ part: String) {
        refused("{logo: logo.svg}", logo: Array("<svg xmlns=\"http://www.w3.org/2000/svg\">\(part)</svg>".utf8), "is refused")
    }

    @Test func `a plain drawing and a picture are taken`() throws {
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><defs><g id=\"a\"/></defs><use href=\"#a\" fill=\"url(#b)\"/></svg>"
        #expect(try read("{logo: logo.svg}", logo: Array(svg.utf8)).theme.logo?.type == "image/svg+xml")
        let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]
        let png = start + [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
        #expect(try read("{logo: logo.svg}", logo: png).theme.logo == Theme.Logo(type: "image/png", bytes: png))
        // What some programs write behind a picture is no part of it.
        #expect(try read("{logo: logo.svg}", logo: png + [1, 2]).theme.logo == Theme.Logo(type: "image/png", bytes: png))
        refused("{logo: logo.svg}", logo: start, "is a PNG file that is cut short")
    }

    @Test func `another look is no other definition`() throws {
        let plain = try Configuration.read(text: "inbox: inbox\n", path: "p.yml") { _ in nil }
        let other = try Configuration.read(text: "inbox: inbox\ntheme: {accent: \"#7a1fa2\"}\n", path: "p.yml") { _ in nil }
        #expect(plain.options == other.options)
    }
}
