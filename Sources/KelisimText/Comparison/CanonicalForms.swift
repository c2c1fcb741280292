/// One spelling in code points for all that are canonically equivalent.
///
/// Swift's strings are equal when they are; the first one seen stands for the others.
struct CanonicalForms {
    private var forms: [String: [UInt8]] = [:]

    /// Whether `text` has combining marks, without which what is equal has equal bytes.
    static func matters(in text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            // Many bytes at a time, without a branch for each.
            var start = 0
            while start < bytes.count {
                let end = min(start + 4096, bytes.count)
                var found: UInt8 = 0
                for index in start..<end { found |= bytes[index] & 0xFE == 0xCC ? 1 : 0 }
                if found > 0 { return true }
                start = end
            }
            return false
        }
    }

    /// The form that stands for `text`.
    mutating func form(of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let string = text.string(0..<text.count)
        if let form = forms[string] { return form }
        let form = Array(text)
        forms[string] = form
        return form
    }
}
