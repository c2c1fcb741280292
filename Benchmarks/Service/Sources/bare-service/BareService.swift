import Foundation
import Hummingbird

/// What Hummingbird alone does: answers with bytes that are ready, and decodes the JSON of a decision.
///
/// Arguments: the port, a file with a standing, and one with a page.
@main
struct BareService {
    struct Decision: Decodable {
        struct Context: Decodable {
            let screen: String?
            let statement: String?
            let button: String?
        }

        let subject: String
        let act: String
        let method: String
        let policy: String
        let edition: Int
        let language: String
        let context: Context?
    }

    static func main() async throws {
        let arguments = CommandLine.arguments
        let standing = ByteBuffer(bytes: try Data(contentsOf: URL(filePath: arguments[2])))
        let page = ByteBuffer(bytes: try Data(contentsOf: URL(filePath: arguments[3])))
        let router = Router()
        router.get("v1/subjects/:subject/standing/:policy") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: standing)
            )
        }
        router.get("kk/privacy") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/html; charset=utf-8"],
                body: ResponseBody(byteBuffer: page)
            )
        }
        router.post("v1/decisions") { request, _ in
            let bytes = try await request.body.collect(upTo: 1 << 20)
            let decision = try JSONDecoder()
                .decode(Decision.self, from: Data(bytes.readableBytesView))
            guard !decision.subject.isEmpty else { throw HTTPError(.badRequest) }
            return Response(
                status: .created,
                headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: standing)
            )
        }
        let port = Int(arguments[1]) ?? 8090
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
        )
        try await application.runService()
    }
}
