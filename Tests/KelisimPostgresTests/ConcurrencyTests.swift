import Kelisim
import KelisimLog
import KelisimPostgres
import KelisimTesting
import Testing

@Suite("Several processes share one log")
struct ConcurrencyTests {
    private func open(_ database: TestDatabase, _ count: Int) async throws -> [PostgresRegistry] {
        var registries: [PostgresRegistry] = []
        for _ in 0..<count {
            registries.append(
                try await database.open { options in
                    // So that batches are settled ahead, and often in vain.
                    options.batch = 8
                    options.readers = 2
                    options.leavesPerPartition = 500
                }
            )
        }
        return registries
    }

    @Test func allOfThemAddToOneLogWithoutGapsAndTwins() async throws {
        try await Turnstile.shared.pass {
            let registries = try await open(try TestDatabase(), 3)
            _ = try await RegistryRoom(registries[0], ManualClock(.now)).published()
            let load = Load(on: registries)
            try await load.run(callers: 48, count: 25)
            #expect(load.answered.count == 1200)
            #expect(load.unavailable == 0)
            #expect(try await registries[1].head().size == 1201)
            try await judge(registries[2], after: [load])
            for registry in registries { await registry.close() }
        }
    }

    @Test func aLoneProcessSettlesItsBatchesAhead() async throws {
        try await Turnstile.shared.pass {
            let registry = try await open(try TestDatabase(), 1)[0]
            _ = try await RegistryRoom(registry, ManualClock(.now)).published()
            let load = Load(on: [registry])
            try await load.run(callers: 32, count: 30)
            try await judge(registry, after: [load])
            await registry.close()
        }
    }

    /// The callers of both processes send the same keys, some of them with other bodies.
    @Test func aKeyIsRecordedOnceWhoeverGetsIt() async throws {
        try await Turnstile.shared.pass {
            let registries = try await open(try TestDatabase(), 2)
            let rooms = registries.map { RegistryRoom($0, ManualClock(.now)) }
            _ = try await rooms[0].published()
            let indices = try await withThrowingTaskGroup(of: UInt64.self) { group in
                for number in 0..<400 {
                    group.addTask {
                        let room = rooms[number % 2]
                        let key = number / 4 % 100
                        let request = try room.request(of: "u-\(key)")
                        return try await room.record([request], key: "k-\(key)").decisions[0].index
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(indices).count == 100)
            #expect(try await registries[0].head().size == 101)
            for registry in registries { await registry.close() }
        }
    }

    @Test func theirShelvesAgree() async throws {
        try await Turnstile.shared.pass {
            let registries = try await open(try TestDatabase(), 2)
            let rooms = registries.map { RegistryRoom($0, ManualClock(.now)) }
            var policy = try await rooms[0].published()
            #expect(try await registries[1].shelf().items.count == 1)
            try policy.publish(at: .now)
            try await rooms[1].take(policy)
            for registry in registries {
                #expect(try await registry.shelf().items.map(\.file) == policy.files)
            }
            // The first process learns of the edition inside of a batch.
            let request = try rooms[0].request(edition: 2)
            #expect(try await rooms[0].decide(request).decision.edition == 2)
            // Both take up the same files at the same time, in part.
            var other = try PublishedPolicy("terms")
            for _ in 0..<4 { try other.publish(at: .now) }
            try await withThrowingTaskGroup { [other] group in
                for number in 0..<16 {
                    group.addTask {
                        let files = Array(other.files.prefix(1 + number % 4))
                        _ = try await registries[number % 2].submit(.publications(files))
                    }
                }
                try await group.waitForAll()
            }
            let shelves = [try await registries[0].shelf(), try await registries[1].shelf()]
            #expect(shelves[0].items == shelves[1].items)
            #expect(shelves[0].items.count == 6)
            for registry in registries { await registry.close() }
        }
    }

    @Test func theSecretsAreThoseOfWhoAskedFirst() async throws {
        try await Turnstile.shared.pass {
            let registries = try await open(try TestDatabase(), 3)
            let secrets = try await withThrowingTaskGroup(of: Nonce.self) { group in
                for registry in registries {
                    group.addTask { try await registry.secret(.presentationKey) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(secrets).count == 1)
            for registry in registries { await registry.close() }
        }
    }

    /// A subject that is erased by one process while the other records for it.
    @Test func anErasureReachesWhatOthersRecord() async throws {
        try await Turnstile.shared.pass {
            let registries = try await open(try TestDatabase(), 2)
            let rooms = registries.map { RegistryRoom($0, ManualClock(.now)) }
            _ = try await rooms[0].published()
            try await withThrowingTaskGroup { group in
                for number in 0..<300 {
                    group.addTask {
                        if number % 30 == 29 {
                            let subject = try Subject("u-\(number % 3)")
                            _ = try await registries[number % 2]
                                .submit(
                                    .erasure(subject, ground: "asked")
                                )
                        } else {
                            let room = rooms[number % 2]
                            try await room.decide(try room.request(of: "u-\(number % 3)"))
                        }
                    }
                }
                try await group.waitForAll()
            }
            let rows = try await registries[0].entries(in: 0..<1000)
            let erased = Set(rows.compactMap { Leaf($0.leaf)?.erased }.joined())
            #expect(Set(rows.filter { $0.sealed == nil }.map(\.index)) == erased)
            for number in 0..<3 {
                let subject = try Subject("u-\(number)")
                let held = rows.filter { $0.record?.subject == subject }.map(\.index)
                #expect(try await registries[1].history(of: subject).indices == held)
            }
            for registry in registries { await registry.close() }
        }
    }
}
