import Facts

extension AnyColumnKey where Self == TextKey {
    /// On which side of the books an amount stands, where a column of its own says so.
    static var side: Self { Self("side") }
}

extension BatchReader {
    /// Gives costs the sign of the side of the books that a column beside them names: what stands on the side of credits takes
    /// away. A row whose side or sign leaves that in doubt cannot be used.
    func takeSides(_ columns: inout [ColumnData?], _ inDoubt: (_ row: Int, _ problem: Problem) -> Void) {
        guard let place = source.places[.side], case .texts(let sides)? = columns[place] else { return }
        let bySide = sides.pool.texts.map(BookWords.side(of:))
        for index in columns.indices where source.columns[index].credit < 0 && !source.columns[index].isAuxiliary {
            guard case .numbers(var amounts)? = columns[index] else { continue }
            for row in amounts.digits.indices where amounts.digits[row] != NumberColumn.missing && amounts.digits[row] != 0 {
                let side = bySide[Int(sides.codes[row])]
                // A sign and a side at once may say one thing or two.
                guard amounts.digits[row] > 0, side != .none else {
                    let text = sides.pool.text(sides.codes[row])
                    inDoubt(row, Problem(.unclearSide, column: place, ["side": Recognition.shortened(text, 20)]))
                    continue
                }
                if side == .credit { amounts.digits[row] = -amounts.digits[row] }
            }
            columns[index] = .numbers(amounts)
        }
    }
}
