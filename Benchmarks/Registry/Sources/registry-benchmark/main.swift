import Foundation
import Kelisim
import KelisimLog
import KelisimSQLite

// registry-benchmark FOLDER PUBLICATION [LARGEST]: measures the registry in FOLDER, on the disk that
// matters, with the publication.json of a real edition, up to LARGEST decisions (default a million).

let arguments = CommandLine.arguments
guard arguments.count >= 3, let bytes = FileManager.default.contents(atPath: arguments[2]),
    let publication = Publication(bytes: Array(bytes))
else {
    FileHandle.standardError.write(Data("registry-benchmark FOLDER PUBLICATION [LARGEST]\n".utf8))
    exit(64)
}
let largest = arguments.count > 3 ? Int(arguments[3]) ?? 1_000_000 : 1_000_000
let folder = arguments[1]
var bench = try await Bench(path: "\(folder)/kelisim.db", publication)

/// Prints one line of the results.
func say(_ name: String, _ values: String) {
    print(name.padding(toLength: 44, withPad: " ", startingAt: 0) + values)
    fflush(nil)
}

// Side by side and several times, since other work on the machine comes and goes.
let plain = try PlainBatches(path: "\(folder)/plain.db")
var (durable, grdb, bare) = (0.0, 0.0, 0.0)
for _ in 0..<5 {
    grdb = max(grdb, try plain.rate(batches: 40))
    durable = max(durable, try await bench.rate(callers: 512, decisions: 10_240))
    bare = max(bare, try plain.bareRate(batches: 40))
}
say(
    "durable, logged decisions, 512 callers",
    String(
        format: "%8.0f /s   plain batches of 256 %8.0f /s   ratio %.2f   (at least 0.5)",
        durable,
        grdb,
        durable / grdb
    )
)
say(
    "",
    String(format: "                by bare SQLite %8.0f /s   ratio %.2f", bare, durable / bare)
)

var smallest = 0.0
for size in [10_000, 1_000_000, 10_000_000] where size <= largest {
    try await bench.grow(to: size)
    let look = try bench.lookups(200_000)
    await bench.registry.close()
    let query = try Bench.bareQueries(200_000, path: "\(folder)/kelisim.db")
    bench = try await Bench(path: "\(folder)/kelisim.db", publication)
    if smallest == 0 { smallest = look }
    say(
        "standing among \(size) decisions",
        String(
            format:
                "%8.0f /s   bare prepared query %8.0f /s   ratio %.2f   (at least 0.5)   time to the smallest %.2f",
            look,
            query,
            look / query,
            smallest / look
        )
    )
}
let (perDecision, parts) = try await bench.bytesPerDecision(
    log: "\(folder)/log",
    key: "\(folder)/key"
)
say(
    "bytes on disk for a decision",
    String(format: "%8.0f   (at most 600)   %@", perDecision, parts)
)
await bench.registry.close()
