package import KelisimLog

/// API keys in memory, as a registry that is the only one of its kind keeps them at hand.
package struct AccessKeyRing: Sendable {
    /// All keys, in the order in which they were made.
    package private(set) var keys: [AccessKey] = []
    private var places: [String: Int] = [:]
    private var digests: [Digest: Int] = [:]

    /// A ring without keys.
    package init() {}

    /// The key whose secret has `digest`.
    package subscript(digest: Digest) -> AccessKey? {
        // Who asks doesn't choose the digest but a secret of it, so the time that this takes tells nothing.
        digests[digest].map { keys[$0] }
    }

    /// Adds `key`.
    ///
    /// - Returns: whether there was none of this name or with this secret.
    package mutating func add(_ key: AccessKey) -> Bool {
        guard places[key.id] == nil, digests[key.digest] == nil else { return false }
        places[key.id] = keys.count
        digests[key.digest] = keys.count
        keys.append(key)
        return true
    }

    /// Revokes the key called `id` from `instant` on, if it is not yet.
    ///
    /// - Returns: the key as it is then; nil when there is none.
    package mutating func revoke(_ id: String, at instant: Instant) -> AccessKey? {
        guard let place = places[id] else { return nil }
        keys[place] = keys[place].revoked(at: instant)
        return keys[place]
    }

    /// Notes when keys, by their ids, were used last.
    ///
    /// - Returns: those that this changed.
    package mutating func noteUse(of uses: [String: Instant]) -> [AccessKey] {
        var changed: [AccessKey] = []
        for (id, instant) in uses {
            guard let place = places[id] else { continue }
            let used = keys[place].used(at: instant)
            guard used != keys[place] else { continue }
            keys[place] = used
            changed.append(used)
        }
        return changed
    }
}
