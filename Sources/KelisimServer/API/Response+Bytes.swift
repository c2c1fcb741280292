internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Response {
    /// An answer of media type `type` with `bytes`.
    init(
        status: HTTPResponse.Status = .ok,
        type: String,
        bytes: some Sequence<UInt8>,
        headers: HTTPFields = [:]
    ) {
        var headers = headers
        headers[.contentType] = type
        self.init(
            status: status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// An answer in JSON.
    static func json(
        _ text: String,
        status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) -> Response {
        Response(status: status, type: "application/json", bytes: text.utf8, headers: headers)
    }
}
