// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "gtm", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz", dependencies: [.product(name: "Properties", package: "gtm")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
            ])
    ]
)
