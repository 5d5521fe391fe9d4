// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "gtm",
    products: [
        .executable(name: "gtm", targets: ["gtm"]),
        .library(name: "Pipelines", targets: ["Pipelines"]),
        .library(name: "Properties", targets: ["Properties"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // The house, in the order the data walks through it; see ARCHITECTURE.md.
        .target(name: "CSV", dependencies: ["CUchardet", "CZlib"]),
        .target(name: "Facts"),
        .target(name: "Languages"),
        .target(name: "Intake", dependencies: ["CSV", "Facts", "Languages", "CCrypto"]),
        .target(name: "Engines", dependencies: ["CSV", "Facts"]),
        .target(name: "RollUps", dependencies: ["Facts"]),
        .target(
            name: "Metrics", dependencies: ["RollUps", "Facts", "Languages", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("catalogue.yml"), .embedInCode("examples.yml")]),
        .target(
            name: "Reports",
            dependencies: [
                "CSV", "Metrics", "RollUps", "Facts", "Languages", "CXLSXWriter", "CDeflate", "CCrypto",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Page/Templates")]),
        .target(
            name: "State",
            dependencies: ["Facts", "CDeflate", "CZlib", "CExchange", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "Deliveries", dependencies: ["CCurl", "CCrypto", "CExchange"]),
        .target(
            name: "Pipelines",
            dependencies: [
                "CSV", "Facts", "Languages", "Intake", "Engines", "RollUps", "Metrics", "Reports", "State", "Deliveries",
                "CExchange",
                .product(name: "Yams", package: "Yams"),
            ], resources: [.embedInCode("Starting")], plugins: ["Commit"]),
        .executableTarget(
            name: "gtm",
            dependencies: [
                "Pipelines", "Languages", "CExchange", "CSpill",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        // The program's `malloc`, which a library must not bring along.
        .target(name: "CSpill"),

        // What `make bench` measures beside others; not part of the product.
        .executableTarget(name: "TypedRead", dependencies: ["Intake", "CSV", "Facts"], path: "Benchmarks/TypedRead"),

        // Says in `Version` which commit is built.
        .plugin(name: "Commit", capability: .buildTool()),

        // System libraries.
        .systemLibrary(name: "CExchange"),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),

        // What must hold of every input: for the tests, and for Fuzzing, a package of its own.
        .target(
            name: "Properties", dependencies: ["CSV", "Facts", "Intake", "RollUps", "Metrics", "Pipelines"],
            path: "Tests/Properties"),

        .target(name: "Seeded", path: "Tests/Seeded"),

        // Behaviour, module by module, then the built binary end to end.
        .testTarget(name: "CSVTests", dependencies: ["CSV", "Properties", "Seeded"]),
        .testTarget(name: "LanguagesTests", dependencies: ["Languages"]),
        .testTarget(name: "FactsTests", dependencies: ["Facts", "Seeded"]),
        .testTarget(name: "IntakeTests", dependencies: ["Languages", "Intake", "CSV", "Facts", "Seeded"]),
        .testTarget(name: "EnginesTests", dependencies: ["Engines", "Facts"]),
        .testTarget(name: "RollUpsTests", dependencies: ["RollUps", "Facts", "Seeded"]),
        .testTarget(name: "MetricsTests", dependencies: ["Languages", "Metrics", "RollUps", "Facts", "Properties", "Seeded"]),
        .testTarget(name: "ReportsTests", dependencies: ["Languages", "Reports", "Metrics", "RollUps", "Facts", "Seeded"]),
        .testTarget(
            name: "StateTests", dependencies: ["State", "Seeded", "CZlib", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(name: "DeliveriesTests", dependencies: ["Deliveries"]),
        .testTarget(
            name: "PipelinesTests",
            dependencies: ["Languages", "Pipelines", "Deliveries", "Intake", "State", "CSV", "Facts", "Seeded"]),
        .testTarget(name: "PropertiesTests", dependencies: ["Properties", "Seeded"]),
        .testTarget(
            name: "CommandTests", dependencies: ["Languages", "gtm", "Pipelines", "Intake", "Metrics", "RollUps", "Facts"]),
    ]
)

/// The folders of each module that have a README of their own.
let folders = [
    "CSV": ["Opening", "Records"],
    "Intake": [
        "Inbox", "Sources", "Recognition", "Typing", "Columns", "Reading", "Merging", "Preview", "Findings", "Counting",
        "Kept",
    ],
]

for target in package.targets where target.type != .system && target.type != .plugin {
    target.exclude = target.isTest || target.path != nil && target.name != "Properties" ? [] : ["README.md"]
    target.exclude += (folders[target.name] ?? []).map { "\($0)/README.md" }
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
