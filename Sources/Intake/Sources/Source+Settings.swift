import Facts

extension Source {
    /// The source with the pipeline's own dimensions, what it has of its own for the settings, and the names of `sources.yml`.
    func fitted(to settings: IntakeSettings) -> Source {
        var source = self
        fit(&source, settings)
        for dimension in Column.dimensions {
            guard let place = source.places[dimension.key], source.columns[place].isDimension else { continue }
            source.columns[place].isFact =
                settings.dimensions.contains(dimension.name) || needs.contains { $0.name == dimension.name }
        }
        for name in settings.dimensions where source.places[named: name] == nil {
            source.add(.text(.dimension(name)).asDimension.aName)
        }
        for (column, more) in settings.rules[name]?.aliases.sorted(by: { $0.key < $1.key }) ?? [] {
            source.add(aliases: more, of: column)
        }
        for name in settings.rules[name]?.gatedColumns ?? [] {
            if let place = source.places[named: name] { source.columns[place].isFact = true }
        }
        return source
    }
}
