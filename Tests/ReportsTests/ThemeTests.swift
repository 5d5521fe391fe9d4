import Testing

@testable import Reports

@Suite struct ThemeTests {
    @Test func `contrast is that of WCAG`() throws {
        let (white, black) = (try #require(Color("#fff")), try #require(Color("#000000")))
        #expect(abs(white.contrast(with: black) - 21) < 1e-9 && white.contrast(with: white) == 1)
        // Known pairs: the lightest grey that can be read on white, and one step past it.
        #expect(try #require(Color("#767676")).contrast(with: white) >= 4.5)
        #expect(try #require(Color("#777777")).contrast(with: white) < 4.5)
    }

    @Test(arguments: ["#ff8800", "#777777", "#fff", "#0a559f", "#33cc99"])
    func `the nearest colour can be read, and is the colour itself where that can`(_ text: String) throws {
        let color = try #require(Color(text))
        for ground in [Color.lightGround, .darkGround] {
            let nearest = color.nearest(on: ground)
            #expect(nearest.contrast(with: ground) >= Color.readable)
            if color.contrast(with: ground) >= Color.readable { #expect(nearest == color) }
        }
    }

    @Test(arguments: ["0a559f", "#0a559", "#0a559g", "#", "", "red", "#0a559f80"])
    func `what is no colour is none`(_ text: String) { #expect(Color(text) == nil) }

    @Test func `the page has the colours on both grounds and the logo in itself, under a policy that names its style`() throws {
        var report = try PageFixture.report()
        let plain = try renderPage(report)
        report.theme.accent = Theme.Accent(light: try #require(Color("#7a1fa2")))
        report.theme.logo = Theme.Logo(type: "image/svg+xml", bytes: Array("<svg/>".utf8))
        let page = try renderPage(report)
        let again = try renderPage(report)
        #expect(page != plain && page == again)
        let root = try PageMarkup.parse(page)
        let style = try #require(root.all("style").first).text
        #expect(style.contains("--lk: #7a1fa2;") && style.contains(report.theme.accent!.dark.text))
        let policy = try #require(root.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" })
        #expect(policy.attributes["content"]?.contains(PagePolicy.hash(style)) == true)
        let images = root.all("img")
        #expect(images.map { $0.attributes["src"] } == ["data:image/svg+xml;base64,PHN2Zy8+"])
        #expect(images.first?.attributes["alt"] == "")
        report.theme = Theme()
        let back = try renderPage(report)
        #expect(back == plain)
    }
}
