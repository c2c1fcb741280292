internal import HTTPTypes
internal import Hummingbird
internal import KelisimLog
internal import NIOCore

/// A file of the site with its answers, made once: a request that asks for nothing special gets one
/// of them as it is.
final class ReadyPage: Sendable {
    /// One form of the bytes, under a name of its own (RFC 9110, section 8.8.3.3).
    private struct Form: Sendable {
        let response: Response
        let head: Response
        let tag: EntityTag
        /// The fields of the answer, without its length.
        let fields: HTTPFields

        init(_ bytes: ByteBuffer, _ fields: HTTPFields, tag: EntityTag) {
            var fields = fields
            fields[.eTag] = tag.text
            self.fields = fields
            self.tag = tag
            response = Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: bytes))
            head = response.createHeadResponse()
        }
    }

    /// The bytes.
    let content: PageContent
    /// Where other times of the page are; nil where it has none.
    private let gate: TimeGate?
    private let plain: Form
    private let packed: Form?

    /// Prepares the answers.
    ///
    /// - Parameters:
    ///   - content: the bytes.
    ///   - fields: what every answer says, besides what follows from the bytes.
    ///   - gate: where other times of the page are.
    init(_ content: PageContent, _ fields: HTTPFields, gate: TimeGate?) {
        self.content = content
        self.gate = gate
        var fields = fields
        for field in content.secure { fields.append(field) }
        var varying = gate == nil ? [] : ["Accept-Datetime"]
        if content.packed != nil { varying.append("Accept-Encoding") }
        if !varying.isEmpty { fields[.vary] = varying.joined(separator: ", ") }
        var packedFields = fields
        packedFields[.contentEncoding] = "gzip"
        fields[.acceptRanges] = "bytes"
        plain = Form(content.plain, fields, tag: EntityTag(content.digest))
        packed = content.packed.map {
            Form($0, packedFields, tag: EntityTag(content.digest, of: "gzip"))
        }
    }

    /// What is said of how long it may be kept.
    var caching: String? { plain.fields[.cacheControl] }

    /// The answer to `request`, which is GET or HEAD.
    func answer(_ request: Request) -> Response {
        let isHead = request.method == .head
        var isSpecial = false
        for field in request.headers {
            switch field.name {
            case .acceptEncoding, .ifNoneMatch, .range, .acceptDatetime, .ifMatch:
                isSpecial = true
            default: continue
            }
        }
        guard isSpecial else { return isHead ? plain.head : plain.response }
        return special(request.headers, isHead: isHead)
    }

    /// The answer to a request that says what it would like.
    private func special(_ headers: HTTPFields, isHead: Bool) -> Response {
        if let gate, let datetime = headers[.acceptDatetime] {
            let answer = gate.answer(datetime, headers)
            return isHead ? answer.createHeadResponse() : answer
        }
        let range = isHead ? nil : headers[.range]
        let isPacked = range == nil && Negotiation.takesGzip(headers)
        let form = isPacked ? packed ?? plain : plain
        if let known = headers[.ifMatch], !form.tag.isAmong(known) {
            return Response(status: .preconditionFailed, headers: PageFields.secure)
        }
        if form.tag.isKnown(headers) {
            var response = Response(status: .notModified, headers: form.fields)
            // It would have to be that of the file.
            response.headers[.contentLength] = nil
            return response
        }
        if let range, headers[.ifRange].map({ $0 == form.tag.text }) ?? true,
            let range = ByteRange.read(range, size: content.plain.readableBytes)
        {
            return part(range)
        }
        return isHead ? form.head : form.response
    }

    private func part(_ range: ByteRange) -> Response {
        let size = content.plain.readableBytes
        var fields = plain.fields
        guard case .part(let bytes) = range,
            let slice = content.plain.getSlice(at: bytes.lowerBound, length: bytes.count)
        else {
            fields[.contentRange] = "bytes */\(size)"
            return Response(status: .rangeNotSatisfiable, headers: fields)
        }
        fields[.contentRange] = "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(size)"
        return Response(
            status: .partialContent,
            headers: fields,
            body: ResponseBody(byteBuffer: slice)
        )
    }
}
