internal import Foundation
internal import Kelisim
internal import KelisimText

/// The parameters of an address, each known to the call and given once.
struct Query {
    private var values: [String: String] = [:]

    /// Reads the part of an address behind the question mark.
    ///
    /// - Throws: ``Problem`` when there is a parameter that is not in `known`, or one twice.
    init(_ query: String?, known: [String]) throws(Problem) {
        guard let query, !query.isEmpty else { return }
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let texts = parts.map { $0.replacing("+", with: " ").removingPercentEncoding }
            guard let name = texts[0], let value = texts.count == 2 ? texts[1] : "" else {
                throw Problem.malformed(Sentence.notUTF8)
            }
            guard known.contains(name) else {
                throw .invalid(parameter: name, Sentence.unknownParameter)
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw .invalid(parameter: name, Sentence.givenTwice)
            }
        }
    }

    /// The parameter called `name`, if it is given.
    subscript(name: String) -> String? { values[name] }

    /// The value of the parameter called `name`, if it is given.
    ///
    /// - Parameters:
    ///   - name: the parameter.
    ///   - sort: what it must be, for the message.
    ///   - read: makes the value of the text.
    /// - Returns: the value; nil when the parameter is not given.
    /// - Throws: ``Problem`` when the text is none.
    func value<Value>(
        _ name: String,
        _ sort: Sentence,
        _ read: (String) -> Value?
    ) throws(Problem) -> Value? {
        guard let text = values[name] else { return nil }
        guard let value = read(text) else { throw .invalid(parameter: name, sort) }
        return value
    }

    /// The instant called `name`.
    func instant(_ name: String) throws(Problem) -> Instant? {
        try value(name, .instantNeeded) { Instant($0) }
    }

    /// The language called `name`.
    func language(_ name: String = "language") throws(Problem) -> Language? {
        try value(name, .languageNeeded) { Language($0) }
    }

    /// The number called `name`, in `range`.
    func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        try value(name, .numberNeeded(range)) { text in
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}
