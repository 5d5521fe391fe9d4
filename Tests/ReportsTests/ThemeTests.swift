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

    /// A PNG of 40 × 10 pixels, as far as its header and its end say.
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 40, 0, 0, 0, 10]
        + [8, 2, 0, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    @Test func `the workbook has the colour in links and tabs, and a picture where spreadsheet programs can show it`() throws {
        var report = WorkbookTests.fixture.report
        (report.company, report.brief.headline) = ("Northlight", "A headline")
        let plain = try WorkbookReading(report)
        report.theme.accent = Theme.Accent(light: try #require(Color("#7a1fa2")))
        report.theme.logo = Theme.Logo(png: Self.png)
        let themed = try WorkbookReading(report)
        let again = try WorkbookReading(report)
        #expect(themed.parts == again.parts)
        #expect(themed.parts["xl/styles.xml"]?.contains("FF7A1FA2") == true)
        #expect(plain.parts["xl/styles.xml"]?.contains("FF7A1FA2") == false)
        #expect(themed.parts["xl/worksheets/sheet1.xml"]?.contains("<tabColor rgb=\"FF7A1FA2\"/>") == true)
        #expect(plain.parts["xl/media/image1.png"] == nil && themed.parts["xl/media/image1.png"] != nil)
        let drawings = themed.parts.filter { $0.key.hasPrefix("xl/drawings/drawing") }.values
        #expect(drawings.contains { $0.contains("descr=\"\(report.company)\"") })
        report.theme.logo = Theme.Logo(type: "image/svg+xml", bytes: Array("<svg/>".utf8))
        #expect(try WorkbookReading(report).parts["xl/media/image1.png"] == nil)
    }

    @Test func `the index has the colour of the newest edition`() throws {
        func edition(_ asOf: String, _ accent: Theme.Accent?) -> ReportIndex.Edition {
            ReportIndex.Edition(
                company: "A", pipeline: "weekly", period: asOf, edition: 1, asOf: asOf, folder: "weekly/" + asOf, locale: "en",
                headline: "", star: "", value: "", plan: "", offTrack: 0, data: "", gaps: 0, files: ["report.html"],
                accent: accent)
        }
        let accent = Theme.Accent(light: try #require(Color("#7a1fa2")))
        func page(_ editions: [ReportIndex.Edition]) throws -> String {
            String(decoding: try renderIndex(ReportIndex(editions)), as: UTF8.self)
        }
        #expect(try page([edition("2026-11-08", nil), edition("2026-11-15", accent)]).contains("--lk: #7a1fa2;"))
        #expect(try !page([edition("2026-11-08", accent), edition("2026-11-15", nil)]).contains("#7a1fa2"))
    }
}
