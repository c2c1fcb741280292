extension TileID {
    /// Where the tile is served below the log's prefix, such as `tile/0/x001/x234/067.p/5`.
    public var path: String { "tile/\(level)/\(place)" }

    /// Where the bundle with the entries of this tile of level 0 is served, such as
    /// `tile/entries/x001/x234/067`.
    public var entriesPath: String { "tile/entries/\(place)" }

    /// The tile that is served at `path`, or nil when it is not exactly what ``path`` writes.
    public init?(path: some StringProtocol) {
        guard let (first, place) = TileID.split(path), let level: Int = CanonicalText.number(first),
            0...63 ~= level
        else { return nil }
        self.init(level: level, place: place)
    }

    /// The tile of level 0 whose entries are served at `entriesPath`, or nil when it is not exactly
    /// what ``entriesPath`` writes.
    public init?(entriesPath: some StringProtocol) {
        guard let (first, place) = TileID.split(entriesPath), first == "entries" else { return nil }
        self.init(level: 0, place: place)
    }

    /// The index in groups of three digits, and the width of a tile that is not full.
    private var place: String {
        let digits = String(index)
        let padded = Array(String(repeating: "0", count: (3 - digits.count % 3) % 3) + digits)
        var groups = stride(from: 0, to: padded.count, by: 3).map { String(padded[$0..<$0 + 3]) }
        let last = groups.removeLast()
        let folders = groups.map { "x\($0)/" }.joined()
        return folders + last + (isFull ? "" : ".p/\(width)")
    }

    private static func split(_ path: some StringProtocol) -> (Substring, [Substring])? {
        let parts = Substring(path).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0] == "tile" else { return nil }
        return (parts[1], Array(parts[2...]))
    }

    private init?(level: Int, place: [Substring]) {
        var groups = place
        var width = TileID.fullWidth
        if groups.count >= 2, groups[groups.count - 2].hasSuffix(".p") {
            guard let partial: Int = CanonicalText.number(groups.removeLast()), 1...255 ~= partial
            else { return nil }
            width = partial
            groups[groups.count - 1].removeLast(2)
        }
        var digits = ""
        for (position, group) in groups.enumerated() {
            let isLast = position == groups.count - 1
            guard isLast || group.first == "x" else { return nil }
            let three = isLast ? group : group.dropFirst()
            guard three.utf8.count == 3, three.utf8.allSatisfy(CanonicalText.isDigit)
            else { return nil }
            digits += three
        }
        guard groups.count == 1 || !digits.hasPrefix("000"), let index = UInt64(digits)
        else { return nil }
        self.init(level: level, index: index, width: width)
    }
}
