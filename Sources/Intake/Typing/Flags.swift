extension ColumnReading {
    /// Reads yes or no: yes/no, y/n, true/false, t/f, 1/0, 是/否, ✓/✗, ✔/✘, ☑/☐ or □, in any case.
    func flag(_ cell: UnsafeRawBufferPointer) -> Cell<Bool> {
        let text = CellScanner(cell)
        guard text.isReadable else { return .bad }
        switch text.count {
        case 1:
            switch text.next {
            case 0x31, 0x79, 0x74, 0x662F, 0x2713, 0x2714, 0x2611: return .value(true)  // 1 y t 是 ✓ ✔ ☑
            case 0x30, 0x6E, 0x66, 0x5426, 0x2717, 0x2718, 0x2610, 0x25A1: return .value(false)  // 0 n f 否 ✗ ✘ ☐ □
            default: break
            }
        case 2 where text.equals("no"): return .value(false)
        case 3 where text.equals("yes"): return .value(true)
        case 4 where text.equals("true"): return .value(true)
        case 5 where text.equals("false"): return .value(false)
        default: break
        }
        return text.isMissing ? .missing : .bad
    }
}
