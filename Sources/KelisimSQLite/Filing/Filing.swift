/// How far the finders have got, and what they get next.
///
/// A row goes to random places of the finders, each a page of its own to be written. So rows are filed
/// later than they are committed: many together and in the order of the finders, some with each batch.
/// Until then ``Recent`` finds them, which is made anew of the log at every start.
struct Filing {
    /// At how many places rows gather before they are filed: about 65,536 decisions.
    static let enough = 196_608
    /// With each row that comes so many places are filed: more than it brings.
    private static let pace = 4

    /// Up to which row the finders find everything.
    private(set) var filed: UInt64
    /// What is yet to be filed of those before ``next``.
    private var waiting: ArraySlice<FoundRow> = []
    /// Up to which row the finders find everything when nothing waits.
    private var next: UInt64

    private let enough: Int

    /// Nothing waits; the finders find the rows below `filed`, and `enough` others gather.
    init(filed: UInt64, enough: Int) {
        self.filed = filed
        self.enough = enough
        next = filed
    }

    /// Files some of those that wait, in the transaction of a batch of `rows` rows.
    mutating func advance(by rows: Int, _ writer: RowWriter) throws {
        let portion = waiting.prefix(rows * Filing.pace)
        try writer.file(portion)
        waiting = waiting.dropFirst(portion.count)
        if waiting.isEmpty { filed = next }
    }

    /// Files all rows below `size`.
    mutating func finish(_ recent: Recent, upTo size: UInt64, _ writer: RowWriter) throws {
        try writer.file(waiting)
        try writer.file(recent.gathered()[...])
        skip(to: size)
    }

    /// Takes all rows below `size` for filed.
    mutating func skip(to size: UInt64) { self = Filing(filed: size, enough: enough) }

    /// Lets `recent` forget what was filed, and takes what has gathered when it is enough; `size` rows are
    /// committed.
    mutating func turn(_ recent: Recent, at size: UInt64) {
        guard waiting.isEmpty else { return }
        recent.endFiling()
        guard recent.count >= enough else { return }
        waiting = recent.gathered()[...]
        next = size
        recent.turn(at: size)
    }
}
