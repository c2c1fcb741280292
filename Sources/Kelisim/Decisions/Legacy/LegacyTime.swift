/// A time as tables of other systems write it.
///
/// `2019-05-01T10:00:00+05:00`, and what databases and people make of it: a blank for the `T`, no seconds,
/// more digits of a fraction than a millisecond needs, `+05` or `+0500`, and the day alone.
enum LegacyTime {
    /// What can be wrong with it.
    enum Flaw: Error {
        /// It can't be read.
        case unreadable
        /// It has no offset, and no time zone was named.
        case offsetMissing
        /// The clocks of the zone never showed it.
        case skipped
        /// The clocks of the zone showed it twice.
        case twice
    }

    /// The instant that `text` means; one without an offset is read by the clocks of `zone`.
    static func instant(_ text: String, in zone: TimeZoneRules?) throws(Flaw) -> Instant {
        if let instant = Instant(withOffset: text) { return instant }
        let bytes = Array(text.utf8)
        guard bytes.count >= 10 else { throw .unreadable }
        let day = String(decoding: bytes[..<10], as: UTF8.self)
        var clock = "00:00"
        var offset: String?
        if bytes.count > 10 {
            guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else {
                throw .unreadable
            }
            let rest = bytes[11...]
            let end = rest.firstIndex { "Z+-".utf8.contains($0) } ?? rest.endIndex
            clock = String(decoding: rest[..<end], as: UTF8.self)
            if end < rest.endIndex { offset = full(offset: rest[end...]) }
            if end < rest.endIndex, offset == nil { throw .unreadable }
        }
        guard let reading = Instant(withOffset: "\(day)T\(full(clock: clock))\(offset ?? "Z")")
        else {
            throw .unreadable
        }
        if offset != nil { return reading }
        guard let zone else { throw .offsetMissing }
        let instants = zone.instants(showing: reading)
        guard let first = instants.first else { throw .skipped }
        guard instants.count == 1 else { throw .twice }
        return first
    }

    /// `10:00` with its seconds, and of a fraction only the milliseconds.
    private static func full(clock: String) -> String {
        guard clock.utf8.count > 5 else { return clock + ":00" }
        guard clock.utf8.count > 12, clock.utf8.dropFirst(12).allSatisfy({ (48...57).contains($0) })
        else { return clock }
        return String(clock.prefix(12))
    }

    /// `+05` and `+0500` as `+05:00`; nil when it is none.
    private static func full(offset: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: offset, as: UTF8.self)
        switch offset.count {
        case 1, 6: return text
        case 3: return text + ":00"
        case 5: return "\(text.prefix(3)):\(text.suffix(2))"
        default: return nil
        }
    }
}
