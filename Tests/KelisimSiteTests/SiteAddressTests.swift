import Kelisim
import Testing

@testable import KelisimSite

@Suite struct SiteAddressTests {
    @Test(arguments: [
        ("https://example.kz", "https://example.kz/"),
        ("http://localhost:8080/", "http://localhost:8080/"),
        ("https://Example.KZ/legal", "https://example.kz/legal/"),
        ("HTTPS://example.kz/a/b~c/", "https://example.kz/a/b~c/"),
        ("https://мысал.қаз/%D2%9B/", "https://мысал.қаз/%D2%9B/"),
    ])
    func addresses(_ url: String, _ expected: String) throws {
        #expect(try BaseURL(url).text == expected)
    }

    @Test(arguments: [
        ("example.kz", "site-url-scheme"), ("", "site-url-scheme"),
        ("ftp://example.kz", "site-url-scheme"), ("//example.kz/", "site-url-scheme"),
        ("https://", "site-url-host"), ("https:///a", "site-url-host"),
        ("https://a b/", "site-url-host"), ("https://u:p@example.kz", "site-url-host"),
        ("https://example..kz", "site-url-host"), ("https://-a.kz", "site-url-host"),
        ("https://example.kz:0", "site-url-host"), ("https://example.kz:x", "site-url-host"),
        ("https://example.kz:70000", "site-url-host"),
        ("https://example.kz/?a=b", "site-url-query"), ("https://example.kz/#a", "site-url-query"),
        ("https://example.kz/a//b", "site-url-path"), ("https://example.kz/../", "site-url-path"),
        ("https://example.kz/\"x", "site-url-path"), ("https://example.kz/%zz", "site-url-path"),
        ("https://example.kz//", "site-url-path"), ("https://example.kz/a b", "site-url-path"),
    ])
    func refusedAddresses(_ url: String, _ code: String) async {
        let found = await findings { try BaseURL(url) }
        #expect(found?.map(\.code.name) == [code])
        #expect(found?.first?.arguments["url"] == url)
    }

    @Test(arguments: [
        ("", "", "./"), ("", "kk/privacy/", "kk/privacy/"), ("kk/privacy/", "", "../../"),
        ("kk/privacy/1/", "ru/privacy/1/", "../../../ru/privacy/1/"),
        ("kk/privacy/", "kk/privacy/1/text.md", "1/text.md"),
        ("kk/privacy/1/", "kk/privacy/", "../"), ("ru/", "ru/", "./"),
        ("kk/a/", "kk/b/", "../b/"), ("kk/privacy/1/", "kk/privacy/1/text.md", "text.md"),
    ])
    func links(_ page: String, _ target: String, _ expected: String) {
        #expect(SitePath.link(from: page, to: target) == expected)
    }

    @Test func rootsAreUpAsManyFolders() {
        #expect(SitePath.root(from: "") == "./")
        #expect(SitePath.root(from: "kk/privacy/1/") == "../../../")
    }
}
