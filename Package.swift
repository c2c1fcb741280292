// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "kelisim",
    products: [
        .executable(name: "kelisim", targets: ["KelisimCLI"]),
        // What a backend in Swift asks a service by.
        .library(name: "KelisimClient", targets: ["KelisimClient"]),
        // What Benchmarks/Registry measures.
        .library(name: "KelisimSQLite", targets: ["KelisimSQLite"]),
        // What Benchmarks/RegistryPostgres measures.
        .library(name: "KelisimPostgres", targets: ["KelisimPostgres"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration",
            from: "1.4.0",
            traits: []
        ),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird",
            from: "2.28.1",
            traits: []
        ),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "KelisimText", dependencies: ["CCMark"]),
        .target(
            name: "KelisimLog",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "Kelisim",
            dependencies: [
                "KelisimText", "KelisimLog", .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "KelisimSite",
            dependencies: [
                "Kelisim", "KelisimText", "KelisimLog",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Default"), .embedInCode("Preview/Style"),
                .embedInCode("Redline/Style"),
            ]
        ),
        .target(name: "KelisimSheet", dependencies: ["Kelisim", "CXLSXWriter"]),
        .target(
            name: "KelisimServer",
            dependencies: [
                "Kelisim", "KelisimText", "KelisimLog", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Browser"), .embedInCode("OpenAPI")]
        ),
        .target(name: "KelisimDocument", dependencies: ["Kelisim", "KelisimText"]),
        .target(
            name: "KelisimSQLite",
            dependencies: [
                "Kelisim", "KelisimLog", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "KelisimPostgres",
            dependencies: ["Kelisim", "KelisimText", "KelisimLog", "CLibPQ"]
        ),
        .target(
            name: "KelisimClient",
            dependencies: [
                "Kelisim", "KelisimLog",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        .target(
            name: "KelisimApp",
            dependencies: [
                "KelisimClient", "KelisimSite", "KelisimServer", "KelisimSheet",
                "KelisimDocument", "KelisimSQLite", "KelisimPostgres", "CMalloc",
                .product(name: "Configuration", package: "swift-configuration"),
            ]
        ),
        .executableTarget(
            name: "KelisimCLI",
            dependencies: [
                "KelisimApp",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(name: "KelisimTesting", dependencies: ["Kelisim", "KelisimText", "KelisimLog"]),
        .testTarget(
            name: "KelisimTextTests",
            dependencies: ["KelisimText", "CCMark", "KelisimTesting"]
        ),
        .testTarget(name: "KelisimLogTests", dependencies: ["KelisimLog", "KelisimTesting"]),
        .testTarget(
            name: "KelisimSQLiteTests",
            dependencies: [
                "Kelisim", "KelisimLog", "KelisimSQLite", "KelisimTesting",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .executableTarget(
            name: "RegistryWriter",
            dependencies: ["Kelisim", "KelisimLog", "KelisimPostgres", "KelisimSQLite"],
            path: "Tests/RegistryWriter"
        ),
        .testTarget(
            name: "KelisimFaultTests",
            dependencies: [
                "Kelisim", "KelisimCLI", "KelisimClient", "KelisimLog", "KelisimPostgres",
                "KelisimSQLite", "KelisimTesting", "RegistryWriter",
            ]
        ),
        .testTarget(
            name: "KelisimPostgresTests",
            dependencies: ["Kelisim", "KelisimLog", "KelisimPostgres", "KelisimTesting"]
        ),
        .testTarget(
            name: "KelisimTests",
            dependencies: ["Kelisim", "KelisimLog", "KelisimText", "KelisimTesting"]
        ),
        .testTarget(
            name: "KelisimDocumentTests",
            dependencies: ["KelisimDocument", "KelisimTesting"]
        ),
        .testTarget(name: "KelisimSiteTests", dependencies: ["KelisimSite", "KelisimTesting"]),
        .testTarget(name: "KelisimSheetTests", dependencies: ["KelisimSheet", "KelisimTesting"]),
        .testTarget(
            name: "KelisimServerTests",
            dependencies: [
                "KelisimClient", "KelisimServer", "KelisimTesting",
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "RegistryOwner",
            dependencies: [
                "Kelisim", "KelisimLog", "KelisimServer", "KelisimSQLite",
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Tests/RegistryOwner"
        ),
        .testTarget(
            name: "KelisimCLITests",
            dependencies: ["KelisimApp", "KelisimCLI", "KelisimTesting", "RegistryOwner"]
        ),
        .testTarget(
            name: "KelisimServiceTests",
            dependencies: ["KelisimCLI", "KelisimServer", "KelisimTesting"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
