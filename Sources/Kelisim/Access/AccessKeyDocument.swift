/// An API key as programs are told of it, without its secret.
public struct AccessKeyDocument: Encodable, Sendable {
    private let id: String
    private let name: OrNull<String>
    private let scopes: [String]
    private let createdAt: String
    private let revokedAt: OrNull<String>
    private let lastUsedAt: OrNull<String>

    /// The document of `key`.
    public init(_ key: AccessKey) {
        id = key.id
        name = OrNull(key.name)
        scopes = key.scopes.ordered.map(\.rawValue)
        createdAt = key.createdAt.description
        revokedAt = OrNull(key.revokedAt?.description)
        lastUsedAt = OrNull(key.lastUsedAt?.description)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}

/// API keys as programs are told of them: `{"keys": […]}`.
public struct AccessKeyList: Encodable, Sendable {
    private let keys: [AccessKeyDocument]

    /// The list of `keys`.
    public init(_ keys: [AccessKey]) {
        self.keys = keys.map(AccessKeyDocument.init)
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}
