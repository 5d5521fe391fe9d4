extension Sequence {
    /// The first few in an order, as sorting all and taking the first gives them; of equal ones those that come first.
    @inlinable public func first(_ most: Int, by precedes: (Element, Element) -> Bool) -> [Element] {
        var few: [Element] = []
        for element in self {
            if few.count == most {
                guard let last = few.last, precedes(element, last) else { continue }
                few.removeLast()
            }
            few.insert(element, at: few.firstIndex { precedes(element, $0) } ?? few.count)
        }
        return few
    }
}
