import Foundation
import LibPQ

/// What one would write without a registry: a table with an index by subject, 256 rows a transaction under
/// the lock of a counter, durable when committed, no log.
final class PlainBatches {
    private let connection: OpaquePointer
    private var number = 0

    init(_ address: String) throws {
        guard let connection = PQconnectdb(address), PQstatus(connection) == CONNECTION_OK else {
            throw Trouble(description: "no connection")
        }
        self.connection = connection
        try execute(
            """
            CREATE TABLE plain (
                index bigint PRIMARY KEY, at bigint NOT NULL, subject text COLLATE "C" NOT NULL,
                policy text NOT NULL, edition integer NOT NULL, language text NOT NULL,
                digest bytea NOT NULL, act text NOT NULL, method text NOT NULL,
                screen text, statement text, button text
            );
            CREATE INDEX ON plain (subject, index);
            CREATE TABLE counter (next bigint NOT NULL);
            INSERT INTO counter VALUES (0);
            """
        )
        let insert = PQprepare(
            connection,
            "insert",
            """
            INSERT INTO plain SELECT i, 1798761600000 + i, s, 'privacy', 1, 'kk', d, 'accepted',
                'click', b, c, a
            FROM unnest($1::bigint[], $2::text[], $3::bytea[], $4::text[], $5::text[], $6::text[])
                AS t (i, s, d, a, b, c)
            """,
            6,
            nil
        )
        try check(insert)
    }

    struct Trouble: Error, CustomStringConvertible {
        let description: String
    }

    private func check(_ result: OpaquePointer?) throws {
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            throw Trouble(description: String(cString: PQresultErrorMessage(result)))
        }
    }

    private func execute(_ sql: String) throws {
        try check(PQexec(connection, sql))
    }

    /// Rows a second.
    func rate(batches: Int) throws -> Double {
        let digest = "\\\\x" + String(repeating: "07", count: 32)
        let start = ContinuousClock.now
        for _ in 0..<batches {
            try execute("BEGIN; SELECT next FROM counter FOR UPDATE")
            let numbers = number..<number + 256
            number += 256
            let columns = [
                numbers.map(String.init), numbers.map(Sample.subject),
                numbers.map { _ in "\"\(digest)\"" }, numbers.map { _ in "\"\(Sample.button)\"" },
                numbers.map { _ in Sample.screen }, numbers.map { _ in "\"\(Sample.statement)\"" },
            ]
            .map { "{" + $0.joined(separator: ",") + "}" }
            let copies = columns.map { strdup($0) }
            defer { for copy in copies { free(copy) } }
            let pointers = copies.map { UnsafePointer($0) }
            try check(PQexecPrepared(connection, "insert", 6, pointers, nil, nil, 0))
            try execute("UPDATE counter SET next = \(number); COMMIT")
        }
        return Double(batches * 256) / start.duration(to: .now).seconds
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
