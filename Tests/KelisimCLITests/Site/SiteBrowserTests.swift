import Testing

/// The built site as its readers meet it, and as other programs read it.
struct SiteBrowserTests {
    private let sites: BuiltSites

    init() throws { sites = try BuiltSites.all() }

    @Test func everyFileIsValid() throws {
        try sites.expectNone(.files)
    }

    @Test func everyKindOfPageIsForEveryReader() throws {
        try sites.expectNone(.browser)
    }
}
