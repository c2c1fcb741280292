#if canImport(Glibc)
private import Glibc
#else
private import Darwin
#endif

/// One spelling in code points for all that are canonically equivalent.
///
/// Swift's strings are equal when they are; the first one seen stands for the others.
struct CanonicalForms {
    private var forms: [String: [UInt8]] = [:]

    /// Whether `text` has combining marks, without which what is equal has equal bytes.
    static func matters(in text: [UInt8]) -> Bool {
        text.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            return memchr(base, 0xCC, bytes.count) != nil || memchr(base, 0xCD, bytes.count) != nil
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
