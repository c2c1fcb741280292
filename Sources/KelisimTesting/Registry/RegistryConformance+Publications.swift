internal import Kelisim
internal import Testing

/// Files with legal force enter the log.
extension RegistryConformance {
    static let publications: [Case] = [
        Case("aFileIsTakenUpOnce") { room in
            var policy = try await room.published()
            #expect(try await room.take(policy).isEmpty)
            room.wait(minutes: 1)
            try policy.publish(at: room.now, effectiveAt: room.later(days: 9))
            let items = try await room.take(policy)
            #expect(items.map(\.index) == [1])
            #expect(items.map(\.file) == [policy.files[1]])
            try policy.cancel(2, at: room.now)
            try policy.publish(at: room.now, effectiveAt: room.later(days: 1))
            try policy.repeal(from: room.later(days: 30))
            #expect(try await room.take(policy).map(\.index) == [2, 3, 4])
            let shelf = try await room.registry.shelf()
            #expect(shelf.items.map(\.file) == policy.files)
            #expect(shelf.items.map(\.index) == [0, 1, 2, 3, 4])
            #expect(
                try await room.rows().map(\.record)
                    == shelf.items.map { .published($0.file, recordedAt: $0.recordedAt) }
            )
            #expect(shelf.policy(policy.id)?.repeal != nil)
        },
        Case("anotherFileForTheSameEditionIsRefused") { room in
            let policy = try await room.published()
            var other = try PublishedPolicy()
            try other.publish(at: room.later(minutes: 1))
            #expect(
                try await room.refusal(of: .publications(other.files))
                    == .publicationContradicted(policy.id, 1, .publication, index: 0)
            )
            #expect(try await room.registry.shelf().items.map(\.file) == policy.files)
        },
        Case("aFileStandsBehindThoseItRefersTo") { room in
            var policy = try await room.published()
            room.wait(minutes: 1)
            try policy.publish(at: room.now)
            try policy.publish(at: room.now, effectiveAt: room.later(days: 1))
            try policy.cancel(3, at: room.now)
            #expect(
                try await room.refusal(of: .publications([policy.files[2]]))
                    == .publicationOutOfOrder(policy.id, 3, .publication)
            )
            #expect(
                try await room.refusal(of: .publications([policy.files[1], policy.files[3]]))
                    == .publicationOutOfOrder(policy.id, 3, .cancellation)
            )
            var other = try PublishedPolicy("terms")
            try other.publish(at: room.now)
            try other.repeal(from: room.now)
            #expect(
                try await room.refusal(of: .publications([other.files[1]]))
                    == .publicationOutOfOrder(other.id, nil, .repeal)
            )
            #expect(try await room.take(policy).count == 3)
        },
        Case("anEditionOfAnotherChainIsRefused") { room in
            _ = try await room.published()
            var other = try PublishedPolicy()
            try other.publish(at: room.later(minutes: 1))
            try other.publish(at: room.later(minutes: 2))
            let refusal = try await room.refusal(of: .publications([other.files[1]]))
            #expect(refusal == .publicationOutOfOrder(other.id, 2, .publication))
        },
        Case("aPolicyIsUnknownUntilItIsTakenUp") { room in
            _ = try await room.published()
            let refusal = try await room.refusal(of: room.request(policy: "terms"))
            #expect(refusal?.code == "unknown-policy")
            let shelf = try await room.registry.shelf()
            #expect(shelf.policies.map(\.slug) == ["privacy"])
            let standing = Standing(
                of: SubjectHistory(subject: try Subject("u-1")),
                under: try PublishedPolicy("terms").id,
                on: shelf,
                at: room.now,
                within: Horizon(knownAt: room.now)
            )
            #expect(standing == nil)
        },
    ]
}
