internal import Hummingbird

/// A server that only this machine reaches.
struct LoopbackServer {
    func application() -> some ApplicationProtocol {
        let router = Router()
        router.get("/") { _, _ in "" }
        return Hummingbird.Application(router: router)
    }
}
