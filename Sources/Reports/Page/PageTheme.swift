import Languages

/// A company's look, on the page.
extension Theme {
    /// The page's style sheet, with the theme's colours.
    var style: Markup {
        guard let accent else { return PageTemplates.style }
        let (light, dark) = (accent.light.text, accent.dark.text)
        return Markup(
            trusted: PageTemplates.style.html + """

                :root { --lk: \(light); }
                @media screen and (prefers-color-scheme: dark) { :root { --lk: \(dark); } }
                .top, body:not(:has(.top)) { border-top: .25rem solid var(--lk); }
                """)
    }
}

extension Theme.Logo {
    /// The picture as an address that holds it.
    var address: Markup { Markup(trusted: "data:\(type);base64,\(Base64.text(bytes))") }
}
