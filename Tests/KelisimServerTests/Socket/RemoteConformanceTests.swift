import Kelisim
import KelisimClient
import KelisimTesting
import Synchronization
import Testing

@Suite struct RemoteConformanceTests {
    @Test(.serialized, arguments: RegistryConformance.cases)
    func conforms(_ rule: RegistryConformance.Case) async throws {
        let rooms = Mutex<[ListeningRoom]>([])
        let outcome: Result<Void, any Error>
        do {
            try await rule.check { clock in
                let room = try await ListeningRoom(clock: clock)
                rooms.withLock { $0.append(room) }
                return try await room.reach()
            }
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        for room in rooms.withLock({ $0 }) { try await room.stop() }
        try outcome.get()
    }
}
