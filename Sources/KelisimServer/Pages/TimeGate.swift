internal import HTTPTypes
internal import Hummingbird
internal import Kelisim

/// Leads from a page that changes to what it said at another time (RFC 7089).
///
/// The page is at the same time the original resource and its TimeGate, and the editions are the
/// mementos (section 4.1.1, pattern 1.1).
struct TimeGate: Sendable {
    /// A text that was in force.
    struct Memento: Sendable {
        /// From when on.
        let effectiveAt: Instant
        /// The folder of its page inside the site.
        let path: String

        /// Whether it was in force in the second `instant`, in which dates of HTTP are written.
        func begins(by instant: Instant) -> Bool {
            effectiveAt.milliseconds < instant.milliseconds + 1000
        }
    }

    /// The folder of the page inside the site.
    let path: String
    /// The folder whose `timemap` lists the editions.
    let home: String
    /// The editions that were in force, by time; never empty.
    let mementos: [Memento]
    /// The address of the site.
    let baseURL: String
    /// Whether the language that the client likes best chooses too where it leads.
    var isNeutral = false

    /// The gate of the page at `path`, which leads here by the language that the client likes best.
    func neutral(at path: String) -> TimeGate {
        TimeGate(
            path: path,
            home: home,
            mementos: mementos,
            baseURL: baseURL,
            isNeutral: true
        )
    }

    /// The answer to who wants the page as it was at `datetime`, and says so in `headers`.
    func answer(_ datetime: String, _ headers: HTTPFields) -> Response {
        guard let instant = HTTPDate.instant(datetime) else {
            var response = Problem.malformed(.httpDateNeeded).response(to: headers)
            for field in PageFields.secure { response.headers.append(field) }
            return response
        }
        var fields = PageFields.secure
        fields[.vary] = isNeutral ? "Accept-Language, Accept-Datetime" : "Accept-Datetime"
        fields[.link] = links
        fields[.cacheControl] = PageFields.checked
        // What is asked of the time before the first edition is answered with it (section 4.5.3).
        guard let memento = mementos.last(where: { $0.begins(by: instant) }) ?? mementos.first
        else { return Response(status: .notFound, headers: fields) }
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
        fields[.location] = String(repeating: "../", count: depth) + memento.path
        return Response(status: .found, headers: fields)
    }

    /// The field Link of the page and of its mementos.
    var links: String {
        let page = "<\(baseURL)\(path)>"
        let links = [
            "\(page); rel=\"original\"", "\(page); rel=\"timegate\"",
            "<\(baseURL)\(timeMapPath)>; rel=\"timemap\"; type=\"\(TimeGate.type)\"",
        ]
        return links.joined(separator: ", ")
    }

    /// The path of the TimeMap.
    var timeMapPath: String { "\(home)timemap" }

    /// The media type of the TimeMap (RFC 6690, section 7.3).
    static let type = "application/link-format"

    /// The TimeMap: where the page and its mementos are (section 5).
    var timeMap: String {
        var span = ""
        if let first = mementos.first, let last = mementos.last {
            span = "; from=\"\(HTTPDate.text(first.effectiveAt))\""
            span += "; until=\"\(HTTPDate.text(last.effectiveAt))\""
        }
        var lines = [
            "<\(baseURL)\(path)>; rel=\"original timegate\"",
            "<\(baseURL)\(timeMapPath)>; rel=\"self\"; type=\"\(TimeGate.type)\"\(span)",
        ]
        for (index, memento) in mementos.enumerated() {
            let places = [
                index == 0 ? "first" : nil, index == mementos.count - 1 ? "last" : nil, "memento",
            ]
            let relation = places.compactMap(\.self).joined(separator: " ")
            let date = HTTPDate.text(memento.effectiveAt)
            lines.append(
                "<\(baseURL)\(memento.path)>; rel=\"\(relation)\"; datetime=\"\(date)\""
            )
        }
        return lines.joined(separator: ",\n") + "\n"
    }
}
