/// What was found wrong in the records of one chunk, and how each was read all the same.
struct Repairs: Sendable {
    /// The kinds of broken record.
    enum Kind: Int, CaseIterable, Sendable {
        case strayQuote, shortRow, longRow, otherDelimiter, invalidText, cutNumber, doubtfulNumber
        case repeatedHeader, turnedHeader, pageLine, wrappedRecord
    }

    /// One broken record.
    struct Repair: Sendable, Equatable {
        var kind: Kind
        /// The record's offset in the document.
        var offset: Int
        /// The number of its cells.
        var cells: Int
    }

    /// How many of each kind are kept with their place; the rest are only counted.
    static let limit = 200

    private(set) var counts = [Int](repeating: 0, count: Kind.allCases.count)
    private(set) var places: [Repair] = []

    var isEmpty: Bool { places.isEmpty }

    mutating func add(_ kind: Kind, at offset: Int, cells: Int) {
        counts[kind.rawValue] += 1
        if counts[kind.rawValue] <= Self.limit { places.append(Repair(kind: kind, offset: offset, cells: cells)) }
    }

    /// Takes back what was said of the record at `offset`, which is no record after all.
    mutating func remove(at offset: Int, cells: Int) {
        if let index = places.firstIndex(where: { $0.offset == offset }) {
            counts[places[index].kind.rawValue] -= 1
            places.remove(at: index)
        } else if cells == 1, counts[Kind.shortRow.rawValue] > Self.limit {
            counts[Kind.shortRow.rawValue] -= 1
        }
    }

    /// Adds what a later chunk found.
    mutating func add(_ other: Repairs) {
        for place in other.places {
            counts[place.kind.rawValue] += 1
            if counts[place.kind.rawValue] <= Self.limit { places.append(place) }
        }
        for kind in Kind.allCases {
            let unplaced = other.counts[kind.rawValue] - other.places.count { $0.kind == kind }
            counts[kind.rawValue] += unplaced
        }
    }

    mutating func removeAll() { self = Repairs() }
}
