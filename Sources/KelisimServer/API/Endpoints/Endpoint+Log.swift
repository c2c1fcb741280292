internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import KelisimLog

extension Endpoint {
    /// The log, as C2SP's tlog-tiles has it.
    static let log: [Endpoint] = [
        .get("/log/checkpoint") { call async throws(Problem) in
            guard let checkpoint = try await call.checkpoint() else {
                throw Problem(.notFound)
            }
            return call.answer(
                checkpoint.utf8,
                type: "text/plain; charset=utf-8",
                tag: EntityTag(of: checkpoint.utf8),
                caching: "no-cache"
            )
        },
        .get("/log/key") { call async throws(Problem) in
            Response(
                type: "text/plain; charset=utf-8",
                bytes: "\(call.service.parts.logKey)\n".utf8,
                headers: [.cacheControl: "public, max-age=3600"]
            )
        },
        .get("/log/tile/**") { call async throws(Problem) in
            // A client that fills in {path} may have encoded its slashes.
            let path = call.parts.getCatchAll().joined(separator: "/").removingPercentEncoding
            guard let path = path.map({ "tile/\($0)" }), let bytes = try await call.tile(path)
            else { throw Problem(.notFound) }
            return call.answer(
                bytes,
                type: "application/octet-stream",
                tag: EntityTag(of: bytes),
                caching: "public, max-age=31536000, immutable"
            )
        },
    ]
}

extension Call {
    /// The tile or bundle at `path`, as narrow as it is asked for.
    fileprivate func tile(_ path: String) async throws(Problem) -> [UInt8]? {
        if let id = TileID(path: path) {
            let hashes = try await stored { store async throws(LogTrouble) in
                try await store.tile(id)
            }
            return hashes.map { Array($0.prefix(id.width * 32)) }
        }
        guard let id = TileID(entriesPath: path) else { return nil }
        let bundle = try await stored { store async throws(LogTrouble) in
            try await store.bundle(id)
        }
        guard let bundle, !id.isFull else { return bundle }
        return EntryBundle.decode(bundle)
            .flatMap { try? EntryBundle.encode(Array($0.prefix(id.width))) }
    }

    /// The newest checkpoint.
    fileprivate func checkpoint() async throws(Problem) -> String? {
        try await stored { store async throws(LogTrouble) in try await store.checkpoint() }
    }

    /// What the store of the log has.
    fileprivate func stored<Value>(
        _ question: (any LogStore) async throws(LogTrouble) -> Value
    ) async throws(Problem) -> Value {
        do throws(LogTrouble) {
            return try await question(service.parts.log)
        } catch {
            throw service.problem(error)
        }
    }
}
