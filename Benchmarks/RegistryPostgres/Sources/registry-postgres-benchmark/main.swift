import Foundation
import Kelisim
import KelisimPostgres

// registry-postgres-benchmark URL PUBLICATION [LARGEST]: measures the registry in an empty database at URL
// with the publication.json of a real edition, up to LARGEST decisions (default a million).

let arguments = CommandLine.arguments
guard arguments.count >= 3, let bytes = FileManager.default.contents(atPath: arguments[2]),
    let publication = Publication(bytes: Array(bytes))
else {
    FileHandle.standardError.write(
        Data("registry-postgres-benchmark URL PUBLICATION [LARGEST]\n".utf8)
    )
    exit(64)
}
let largest = arguments.count > 3 ? Int(arguments[3]) ?? 1_000_000 : 1_000_000
let bench = try await Bench(arguments[1], publication)

/// Prints one line of the results.
func say(_ name: String, _ values: String) {
    print(name.padding(toLength: 44, withPad: " ", startingAt: 0) + values)
    fflush(nil)
}

// Side by side and several times, since other work on the machine comes and goes.
let plain = try PlainBatches(arguments[1])
var (durable, bare) = (0.0, 0.0)
for _ in 0..<5 {
    bare = max(bare, try plain.rate(batches: 100))
    durable = max(durable, try await bench.rate(callers: 512, decisions: 25_600))
}
say(
    "PostgreSQL: durable, logged, 512 callers",
    String(
        format: "%8.0f /s   plain batches of 256 %8.0f /s   ratio %.2f   (at least 0.5)",
        durable, bare, durable / bare
    )
)
for size in [10_000, 1_000_000, 10_000_000] where size <= largest {
    try await bench.grow(to: size)
    let one = try await bench.lookups(5_000, callers: 1)
    let many = try await bench.lookups(20_000, callers: 16)
    say(
        "PostgreSQL: standing among \(size)",
        String(format: "%8.0f /s by one caller   %8.0f /s by 16", one, many)
    )
}
await bench.registry.close()
