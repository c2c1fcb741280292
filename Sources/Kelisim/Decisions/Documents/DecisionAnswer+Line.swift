internal import KelisimLog

extension DecisionAnswer {
    /// The answer about `recorded`, in one line as ``StandingDocument/line`` is.
    package static func line(_ recorded: Answer.Recorded) -> [UInt8] {
        let decision = recorded.decision
        var line = JSONLine()
        line.put("{\"act\":", quoted: decision.act.rawValue)
        line.put(",\"edition\":", decision.edition)
        line.put(",\"id\":", quoted: decision.id.description)
        line.put(",\"index\":", recorded.index)
        line.put(",\"language\":", quoted: decision.language?.tag)
        line.put(",\"leafHash\":", quoted: recorded.leafHash.hex)
        line.put(",\"method\":", quoted: decision.method.rawValue)
        line.put(",\"occurredAt\":", quoted: decision.occurredAt.description)
        line.put(",\"policy\":", quoted: decision.policy.slug)
        line.put(",\"recordedAt\":", quoted: decision.recordedAt.description)
        line.put(",\"standing\":")
        line.put(recorded.standing)
        line.put(",\"subject\":", quoted: decision.subject.id)
        line.put(",\"textDigest\":", quoted: decision.textDigest?.description)
        line.put("}")
        return line.bytes
    }
}
