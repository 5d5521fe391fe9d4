public import Facts

/// The values of one metric or leaf in one period, by slice.
///
/// Of very many slices most have nothing there: only values that are not the usual one, undefined or 0, take room.
public struct ValueRow: Sendable {
    /// All values, where the slices are few.
    private var all: [Number?] = []
    /// What is not among the others.
    private let usual: Number?
    /// The slices with another value, in order.
    private var places: [Int32] = []
    private var others: [Packed] = []
    /// Numbers that do not fit a packed one.
    private var wide: [Number] = []

    /// So many slices are held one by one.
    static let few = 1024

    /// A fraction of 64-bit integers; or something else, by its denominator.
    private struct Packed: Sendable {
        var numerator: Int64
        var denominator: Int64
        static let undefined = Packed(numerator: 0, denominator: 0)
    }

    /// The values of all slices, in order.
    init(_ values: [Number?]) {
        guard values.count > ValueRow.few else {
            all = values
            usual = nil
            return
        }
        let (undefined, zeros) = values.reduce(into: (0, 0)) { counts, value in
            if let value { counts.1 += value == .zero ? 1 : 0 } else { counts.0 += 1 }
        }
        usual = zeros > undefined ? .zero : nil
        places.reserveCapacity(values.count - max(zeros, undefined))
        others.reserveCapacity(values.count - max(zeros, undefined))
        for (place, value) in values.enumerated() where value != usual {
            places.append(Int32(place))
            others.append(pack(value))
        }
    }

    private mutating func pack(_ value: Number?) -> Packed {
        guard let value else { return .undefined }
        if case .exact(let numerator, let denominator) = value, let top = Int64(exactly: numerator),
            let bottom = Int64(exactly: denominator)
        {
            return Packed(numerator: top, denominator: bottom)
        }
        wide.append(value)
        return Packed(numerator: Int64(wide.count - 1), denominator: -1)
    }

    private func other(_ place: Int) -> Number? {
        let packed = others[place]
        switch packed.denominator {
        case 0: return nil
        case -1: return wide[Int(packed.numerator)]
        default: return .exact(Int128(packed.numerator), Int128(packed.denominator))
        }
    }

    /// The value of a slice by its place.
    ///
    /// - Parameter hint: Where the search begins, and then where it ended: whoever asks for one slice after the other finds each at once.
    public func value(_ slice: Int, _ hint: inout Int) -> Number? {
        if places.isEmpty { return all.isEmpty ? usual : all[slice] }
        return find(slice, &hint) ? other(hint) : usual
    }

    /// The value of a slice by its place.
    public func value(_ slice: Int) -> Number? {
        var hint = -1
        return value(slice, &hint)
    }

    /// Whether a slice has another value than the usual one, where only such take room; then `hint` is its place among them.
    func isOther(_ slice: Int, _ hint: inout Int) -> Bool { places.isEmpty ? !all.isEmpty : find(slice, &hint) }

    private func find(_ slice: Int, _ hint: inout Int) -> Bool {
        let wanted = Int32(slice)
        // The first place that is not below, from the one before.
        if hint >= 0, hint <= places.count, hint == 0 || places[hint - 1] < wanted {
            if hint == places.count { return false }
            if places[hint] >= wanted { return places[hint] == wanted }
            hint += 1
            if hint == places.count { return false }
            if places[hint] >= wanted { return places[hint] == wanted }
        }
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        hint = low
        return low < places.count && places[low] == wanted
    }
}
