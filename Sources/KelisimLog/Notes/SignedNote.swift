/// A text and the signatures of it (C2SP signed-note).
///
/// Nothing of the text may be believed before ``verify(with:)`` has found a signature that holds.
public struct SignedNote: Hashable, Sendable {
    /// How many signatures a note can have here; the specification asks for 16.
    public static let mostSignatures = 100

    /// What was signed, with the newline at its end.
    public let text: String
    /// The signatures, in the order of the file.
    public let signatures: [NoteSignature]

    /// A note, or nil when it can't be written as one.
    ///
    /// - Parameters:
    ///   - text: ends in a newline, and has no other control characters below U+0020.
    ///   - signatures: at least one and at most ``mostSignatures``.
    public init?(text: String, signatures: [NoteSignature]) {
        guard SignedNote.isText(text), 1...SignedNote.mostSignatures ~= signatures.count
        else { return nil }
        self.text = text
        self.signatures = signatures
    }

    /// The note in the file `bytes`, or nil when it is not exactly what ``description`` writes.
    public init?(bytes: some Sequence<UInt8>) {
        guard let description = String(validating: bytes, as: UTF8.self) else { return nil }
        self.init(description)
    }

    /// Whether `text` can be signed: it ends in a newline and has no other control characters.
    static func isText(_ text: String) -> Bool {
        text.utf8.last == UInt8(ascii: "\n") && CanonicalText.isFreeOfControls(text)
    }

    /// The note with one more signature, or nil when it has as many as it can have.
    public func adding(_ signature: NoteSignature) -> SignedNote? {
        SignedNote(text: text, signatures: signatures + [signature])
    }
}

extension SignedNote: LosslessStringConvertible {
    /// The note that `description` is, or nil when it is not exactly what ``description`` writes.
    public init?(_ description: String) {
        guard let lines = CanonicalText.lines(description),
            let blank = lines.lastIndex(where: \.isEmpty), blank > 0,
            lines.count - blank - 1 <= SignedNote.mostSignatures
        else { return nil }
        var signatures: [NoteSignature] = []
        for line in lines[(blank + 1)...] {
            guard let signature = NoteSignature(line: line) else { return nil }
            signatures.append(signature)
        }
        let text = lines[..<blank].map { "\($0)\n" }.joined()
        self.init(text: text, signatures: signatures)
    }

    /// The file: the text, a blank line, and a line for each signature.
    public var description: String {
        "\(text)\n\(signatures.map { "\($0.line)\n" }.joined())"
    }
}
