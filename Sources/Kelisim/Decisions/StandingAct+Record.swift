extension StandingAct {
    /// The act that the record with the canonical `bytes` is about, or nil when it is no decision.
    ///
    /// Reads no more of the record than standing depends on.
    init?(recordBytes bytes: [UInt8], index: UInt64) {
        var reader = FieldReader(bytes)
        reader.skip(1)
        guard reader.value(LeafType.init(rawValue:)) == .decision,
            let recordedAt = reader.instant()
        else { return nil }
        self.init(&reader, recordedAt: recordedAt, index: index)
    }
}
