internal import KelisimLog

extension StandingDocument {
    /// The keys in the order of their names, as the encoder has them; no newline.
    package var line: [UInt8] {
        var line = JSONLine()
        line.put(standing)
        return line.bytes
    }
}

extension JSONLine {
    /// Writes the document of `standing`.
    mutating func put(_ standing: Standing) {
        put("{\"accepted\":", standing.accepted)
        put(",\"allowed\":", standing.allowed)
        put(",\"at\":", quoted: standing.at.description)
        put(",\"inForce\":", standing.inForce)
        put(",\"knownAt\":", quoted: standing.knownAt.description)
        put(",\"lastAccepted\":", standing.lastAccepted)
        put(",\"policy\":", quoted: standing.policy.slug)
        if let required = standing.required {
            put(",\"required\":{\"acceptBy\":", quoted: required.acceptBy?.description)
            put(",\"edition\":", required.edition)
            put("}")
        } else {
            put(",\"required\":null")
        }
        put(",\"state\":", quoted: standing.state.rawValue)
        put(",\"subject\":", quoted: standing.subject.id)
        put(",\"upcoming\":[")
        for (place, edition) in standing.upcoming.enumerated() {
            put(place == 0 ? "" : ",", edition)
        }
        put("],\"validUntil\":", quoted: standing.validUntil?.description)
        put("}")
    }

    private mutating func put(_ key: StaticString, _ accepted: Standing.Accepted?) {
        put(key)
        guard let accepted else { return put("null") }
        if let actor = accepted.actor {
            put(
                "{\"actor\":{\"capacity\":\"guardian\",\"guardianship\":",
                quoted: actor.guardianship.name
            )
            put(",\"id\":", quoted: actor.id.id)
            put("}")
        } else {
            put("{\"actor\":null")
        }
        put(",\"at\":", quoted: accepted.at.description)
        put(",\"decision\":", quoted: accepted.decision.description)
        put(",\"edition\":", accepted.edition)
        put(",\"language\":", quoted: accepted.language?.tag)
        put(",\"method\":", quoted: accepted.method.rawValue)
        put(",\"textDigest\":", quoted: accepted.textDigest?.description)
        put("}")
    }
}
