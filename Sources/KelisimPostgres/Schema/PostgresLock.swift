/// The numbers of the advisory locks, unlike those that other programs are likely to take.
enum PostgresLock {
    /// Held while the schema is made or changed.
    static let migrating: Int64 = 0x6B65_6C69_7369_6D01
    /// Held while the log is published.
    static let publishing: Int64 = 0x6B65_6C69_7369_6D02
}
