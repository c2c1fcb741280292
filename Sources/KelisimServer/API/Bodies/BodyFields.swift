internal import Foundation
internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// The name of a field, which may be any.
struct FieldName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
}

/// The fields of a JSON object, all of which are known by name.
struct BodyFields<Key: CodingKey & CaseIterable> {
    private let container: KeyedDecodingContainer<FieldName>

    /// The fields of the object that `decoder` is at.
    ///
    /// - Throws: ``Problem`` when it has one that is no `Key`.
    init(_ decoder: any Decoder, by _: Key.Type) throws {
        try self.init(decoder.container(keyedBy: FieldName.self), by: Key.self)
    }

    /// The fields of the object that is `container`.
    ///
    /// - Throws: ``Problem`` when it has one that is no `Key`.
    init(_ container: KeyedDecodingContainer<FieldName>, by _: Key.Type) throws {
        self.container = container
        let unknown = container.allKeys.filter { Key(stringValue: $0.stringValue) == nil }
        guard let first = unknown.min(by: { $0.stringValue < $1.stringValue }) else { return }
        throw Problem.invalid(
            JSONBody.pointer(container.codingPath + [first]),
            .unknownField
        )
    }

    /// The field `key`, which must be there.
    func needed<Value: Decodable>(_ key: Key, _ type: Value.Type = Value.self) throws -> Value {
        try container.decode(type, forKey: name(key))
    }

    /// The field `key`; nil where it is missing or null.
    func optional<Value: Decodable>(_ key: Key, _ type: Value.Type = Value.self) throws -> Value? {
        try container.decodeIfPresent(type, forKey: name(key))
    }

    /// Whether `key` is there and not null.
    func has(_ key: Key) -> Bool {
        container.contains(name(key)) && (try? container.decodeNil(forKey: name(key))) == false
    }

    private func name(_ key: Key) -> FieldName { FieldName(stringValue: key.stringValue) }

    /// What `read` makes of the text of `key`; nil where it is missing or null.
    func value<Value>(
        _ key: Key,
        _ sort: @autoclosure () -> Sentence,
        _ read: (String) -> Value?
    ) throws -> Value? {
        guard let text = try optional(key, String.self) else { return nil }
        guard let value = read(text) else { throw problem(key, sort()) }
        return value
    }

    /// The text of `key`, at most `limit` code points; nil where it is missing or null.
    func text(_ key: Key, atMost limit: Int) throws -> String? {
        try value(key, .lengthNeeded(1...limit)) { text in
            (1...limit).contains(text.unicodeScalars.count) ? text : nil
        }
    }

    /// The text of `key`, which must be there and not only white space.
    func reason(_ key: Key) throws -> String {
        guard let text = try text(key, atMost: 4096),
            text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
        else { throw problem(key, .missing) }
        return text
    }

    /// The subject that `key` names.
    func subject(_ key: Key) throws -> Subject {
        let id = try needed(key, String.self)
        do throws(Subject.Flaw) {
            return try Subject(id)
        } catch {
            throw Problem(error, pointer: pointer(key))
        }
    }

    /// What `key` names of `Value`, which is one of a few words.
    func word<Value: RawRepresentable & CaseIterable>(_ key: Key) throws -> Value
    where Value.RawValue == String {
        let text = try needed(key, String.self)
        guard let value = Value(rawValue: text) else {
            throw problem(key, .oneOf(Value.allCases.map(\.rawValue)))
        }
        return value
    }

    /// The instant of `key`; nil where it is missing or null.
    func instant(_ key: Key) throws -> Instant? {
        try value(key, .instantNeeded) { Instant($0) }
    }

    /// The digest of `key`; nil where it is missing or null.
    func digest(_ key: Key) throws -> Digest? {
        try value(key, .digestNeeded) { Digest($0) }
    }

    /// The policy that `key` names.
    ///
    /// - Throws: ``Problem``: a name that is reserved is that of no policy.
    func policy(_ key: Key) throws -> PolicyID {
        let slug = try needed(key, String.self)
        if let policy = PolicyID(slug) { return policy }
        guard PolicyID.isWellFormed(slug) else { throw problem(key, .policyNeeded) }
        let finding = Finding(.unknownPolicy, at: Place("request"), ["policy": slug])
        throw Problem(finding, pointer: pointer(key))
    }

    /// The language of `key`; nil where it is missing or null.
    func language(_ key: Key) throws -> Language? {
        try value(key, .languageNeeded) { Language($0) }
    }

    /// That `key` can't be so.
    func problem(_ key: Key, _ reason: Sentence) -> Problem { .invalid(pointer(key), reason) }

    private func pointer(_ key: Key) -> String {
        JSONBody.pointer(container.codingPath + [key])
    }
}
