import Testing

/// What the contract of the site promises is there.
struct SiteContractTests {
    @Test func nothingIsAbsent() throws {
        try BuiltSites.all().expectNone(.gaps)
    }
}
