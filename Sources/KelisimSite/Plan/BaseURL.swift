public import Kelisim

/// The address at which a site begins, such as `https://example.kz/legal/`.
///
/// Made from it are the addresses that leave the site with a page or a file: canonical and alternate
/// ones, those in feeds, data and files to keep; and the links of `404.html`. All other links inside
/// the site are relative, so that it can be looked at wherever it lies.
public struct BaseURL: Hashable, Sendable {
    /// The address, with a slash at its end.
    public let text: String

    /// The path of the address, such as `/legal/`.
    let path: String

    /// The address `url`: `http` or `https`, a host, perhaps a port and a path, nothing else.
    ///
    /// - Throws: ``Failure/refused(_:)`` that says what is wrong with it.
    public init(_ url: String) throws(Failure) {
        func refused(_ code: FindingCode) -> Failure {
            .refused([Finding(code, at: Place("--base-url"), ["url": url])])
        }
        guard let scheme = ["https://", "http://"].first(where: { url.lowercased().hasPrefix($0) })
        else { throw refused(.siteURLScheme) }
        guard !url.contains(where: { "?#".contains($0) }) else { throw refused(.siteURLQuery) }
        let rest = url.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        guard BaseURL.isAuthority(host) else { throw refused(.siteURLHost) }
        var path = rest.dropFirst(host.count)
        if path.hasSuffix("/") { path = path.dropLast() }
        let folders = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard path.isEmpty || folders.allSatisfy(BaseURL.isFolder) else {
            throw refused(.siteURLPath)
        }
        self.path = "\(path)/"
        text = "\(scheme)\(host.lowercased())\(path)/"
    }

    /// The address of the page or file at `path`.
    func address(of path: String) -> String { text + path }

    private static func isAuthority(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return false }
        if parts.count == 2 {
            guard let port = UInt16(parts[1]), port > 0, String(port) == parts[1] else {
                return false
            }
        }
        return host.split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy { label in
                guard let first = label.first, let last = label.last, first != "-", last != "-"
                else {
                    return false
                }
                return label.unicodeScalars.allSatisfy {
                    $0 == "-" || $0.properties.isAlphabetic || isDigit($0)
                }
            }
    }

    private static func isFolder(_ text: Substring) -> Bool {
        guard !text.isEmpty, text != ".", text != ".." else { return false }
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar == "%" {
                guard index + 2 < scalars.count, isHex(scalars[index + 1]),
                    isHex(scalars[index + 2])
                else { return false }
            } else if !"-_.~".unicodeScalars.contains(scalar), !scalar.properties.isAlphabetic,
                !isDigit(scalar)
            {
                return false
            }
        }
        return true
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isHex(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || ("a"..."f").contains(scalar) || ("A"..."F").contains(scalar)
    }
}
