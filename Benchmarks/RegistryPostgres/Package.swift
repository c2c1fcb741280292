// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "registry-postgres-benchmark",
    dependencies: [.package(name: "kelisim", path: "../..")],
    targets: [
        .systemLibrary(name: "LibPQ", pkgConfig: "libpq"),
        .executableTarget(
            name: "registry-postgres-benchmark",
            dependencies: ["LibPQ", .product(name: "KelisimPostgres", package: "kelisim")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
