internal import Kelisim
internal import Testing

/// Many callers at the same time.
extension RegistryConformance {
    static let concurrency: [Case] = [
        Case("manySubmittersGetContiguousRows") { room in
            _ = try await room.published()
            let recorded = try await withThrowingTaskGroup(of: Answer.Recorded.self) { group in
                for number in 1...200 {
                    group.addTask { try await room.decide(of: "u-\(number % 50)") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(recorded.map(\.index).sorted() == Array(1...200))
            let rows = try await room.rows()
            #expect(rows.map(\.index) == Array(0...200))
            for decision in recorded {
                let row = rows[Int(decision.index)]
                #expect(row.leafHash == decision.leafHash)
                #expect(row.record == .decision(decision.decision))
            }
            let instants = rows.compactMap(\.record?.recordedAt)
            #expect(instants == instants.sorted())
        },
        Case("aKeySubmittedManyTimesAtOnceIsRecordedOnce") { room in
            _ = try await room.published()
            let answers = try await withThrowingTaskGroup(
                of: (decisions: [Answer.Recorded], isRepeat: Bool).self
            ) { group in
                for _ in 1...50 {
                    group.addTask { try await room.record([room.request()], key: "k") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map(\.decisions)).count == 1)
            #expect(answers.count { !$0.isRepeat } == 1)
            #expect(try await room.registry.head().size == 2)
        },
        Case("aReaderSeesOfASubmissionAllRowsOrNone") { room in
            _ = try await room.published()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 1...10 {
                    group.addTask {
                        let requests = try (1...7).map { try room.request(of: "u-\(writer)-\($0)") }
                        _ = try await room.record(requests, key: "\(writer)")
                    }
                }
                for _ in 1...10 {
                    group.addTask {
                        let size = try await room.registry.head().size
                        #expect(size % 7 == 1)
                        let rows = try await room.registry.entries(in: 0..<UInt64.max)
                        #expect(rows.count % 7 == 1)
                        #expect(rows.count >= size)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await room.registry.head().size == 71)
        },
        Case("whatCallersDoToOneSubjectHappensInSomeOrder") { room in
            _ = try await room.published()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...40 {
                    group.addTask {
                        switch number % 4 {
                        case 0: try await room.erase()
                        case 1: try await room.decide(.withdrawn, edition: nil)
                        default: try await room.decide()
                        }
                    }
                }
                try await group.waitForAll()
            }
            var held: [UInt64] = []
            for row in try await room.rows() {
                guard let leaf = Leaf(row.leaf) else { throw RegistryRoom.Unexpected(row) }
                if let erased = leaf.erased {
                    #expect(erased == held)
                    held = []
                } else if leaf.type == .decision {
                    held.append(row.index)
                }
            }
            #expect(try await room.registry.history(of: try Subject("u-1")).indices == held)
        },
    ]
}
