// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "registry-benchmark",
    dependencies: [
        .package(name: "kelisim", path: "../.."),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "registry-benchmark",
            dependencies: [
                .product(name: "KelisimSQLite", package: "kelisim"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
