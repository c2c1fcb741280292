internal import Foundation
internal import Hummingbird
internal import Kelisim
internal import NIOCore

/// Answers the calls of other processes from a registry.
struct RegistryResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    /// How long a call may be, in bytes: an import sends many lines at a time.
    static let limit = 64 << 20

    let registry: any Registry
    let keys: (any AccessKeys)?
    let backup: RegistryListener.Backup?
    let publishLog: @Sendable () async -> Void
    let afterWriting: @Sendable () async -> Void

    func respond(to request: Request, context: Context) async throws -> Response {
        guard request.method == .post, request.uri.path == RegistryCall.path else {
            return Response(status: .notFound)
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: RegistryResponder.limit)
        } catch is NIOTooManyBytesError {
            return Response(status: .contentTooLarge)
        }
        let data = Data(body.readableBytesView)
        guard let call = try? JSONDecoder().decode(RegistryCall.self, from: data) else {
            return Response(status: .badRequest)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try await reply(to: call)))
        )
    }

    private func reply(to call: RegistryCall) async throws -> Data {
        do throws(RegistryError) {
            return try await value(of: call)
        } catch {
            return try JSONEncoder().encode(RegistryReply<Done>.error(error))
        }
    }

    private func value(of call: RegistryCall) async throws(RegistryError) -> Data {
        switch call {
        case .submit(let submission):
            let answer = try await registry.submit(submission)
            await afterWriting()
            return try json(answer)
        case .shelf: return try json(await registry.shelf().items)
        case .head: return try json(await registry.head())
        case .history(let subject): return try json(await registry.history(of: subject))
        case .historiesOf(let subjects):
            return try json(await registry.histories(of: subjects))
        case .histories(let last, let limit):
            return try json(await registry.histories(after: last, limit: max(0, limit)))
        case .entriesOf(let subject, let first, let limit):
            let limit = max(0, limit)
            return try json(await registry.entries(of: subject, from: first, limit: limit))
        case .entriesIn(let range): return try json(await registry.entries(in: range))
        case .entryOf(let decision): return try json(await registry.entry(of: decision))
        case .versions(let id): return try json(await registry.versions(of: id))
        case .guardianships(let guardian):
            return try json(await registry.guardianships(by: guardian))
        case .secret(let name): return try json(await registry.secret(name))
        case .addKey(let key): try await accessKeys.add(key)
        case .keys: return try json(await accessKeys.accessKeys())
        case .key(let digest): return try json(await accessKeys.accessKey(digest: digest))
        case .revokeKey(let id, let instant):
            return try json(await accessKeys.revokeAccessKey(id, at: instant))
        case .noteUse(let uses): try await accessKeys.noteUse(of: uses)
        case .backup(let path):
            guard let backup else { throw RegistryResponder.missing("copies") }
            try await backup(path)
        case .publishLog: await publishLog()
        }
        return try json(Done())
    }

    private var accessKeys: any AccessKeys {
        get throws(RegistryError) {
            guard let keys else { throw RegistryResponder.missing("keys") }
            return keys
        }
    }

    private func json(_ value: some Codable & Sendable) throws(RegistryError) -> Data {
        do {
            return try JSONEncoder().encode(RegistryReply.value(value))
        } catch {
            throw .damaged("an answer can't be written")
        }
    }

    private static func missing(_ what: String) -> RegistryError {
        .unavailable("the process that has the database open makes no \(what)")
    }
}
