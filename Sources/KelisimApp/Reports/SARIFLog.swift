/// A log in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS).
///
/// Only what Kelisim says; the names are those of the standard.
struct SARIFLog: Encodable {
    let version = "2.1.0"
    let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case version
        case schema = "$schema"
        case runs
    }

    struct Run: Encodable {
        let tool: Tool
        /// BCP 47, the language of all texts.
        let language: String
        /// How `startColumn` counts: in Unicode scalars.
        let columnKind = "unicodeCodePoints"
        let originalUriBaseIds: [String: BaseFolder]
        let invocations = [Invocation()]
        let results: [Result]
    }

    struct Tool: Encodable {
        let driver: Driver
    }

    struct Driver: Encodable {
        let name = "Kelisim"
        let version: String
        let rules: [Rule]
    }

    struct Rule: Encodable {
        let id: String
        let shortDescription: Text
        let help: Text
        let defaultConfiguration: Configuration
    }

    struct Configuration: Encodable {
        let level: String
    }

    struct Text: Encodable {
        let text: String
    }

    /// Where relative addresses begin; its own address is the reader's to know.
    struct BaseFolder: Encodable {
        let description: Text
    }

    struct Invocation: Encodable {
        let executionSuccessful = true
    }

    struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Text
        let locations: [Location]
        let relatedLocations: [Location]?
        let partialFingerprints: [String: String]
    }

    struct Location: Encodable {
        let id: Int?
        let physicalLocation: PhysicalLocation
    }

    struct PhysicalLocation: Encodable {
        let artifactLocation: ArtifactLocation
        let region: Region?
    }

    struct ArtifactLocation: Encodable {
        let uri: String
        let uriBaseId: String?
    }

    struct Region: Encodable {
        let startLine: Int
        let startColumn: Int?
    }
}
