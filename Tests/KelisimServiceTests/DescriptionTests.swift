import Foundation
import HTTPTypes
import Kelisim
import KelisimTesting
import Testing

@testable import KelisimServer

/// Sources/KelisimServer/OpenAPI/openapi.json, beside the calls that there are.
@Suite struct DescriptionTests {
    private struct Description: Decodable {
        struct Parameter: Decodable {
            let name: String?
            let `in`: String?
            let reference: String?

            private enum CodingKeys: String, CodingKey {
                case name, `in`
                case reference = "$ref"
            }
        }

        struct Operation: Decodable {
            let operationId: String
            let description: String
            let security: [[String: [String]]]
            let parameters: [Parameter]?
            let responses: [String: Response]
        }

        struct Response: Decodable {}

        struct Components: Decodable {
            let parameters: [String: Parameter]
        }

        let paths: [String: [String: Operation]]
        let components: Components

        /// The parameters of `operation` in `place`.
        func parameters(of operation: Operation, in place: String) -> Set<String> {
            let all = (operation.parameters ?? [])
                .compactMap { parameter in
                    let name = parameter.reference?.split(separator: "/").last.map(String.init)
                    return name.map { components.parameters[$0] } ?? parameter
                }
            return Set(all.filter { $0.`in` == place }.compactMap(\.name))
        }
    }

    private static let path = "\(Project.root)/Sources/KelisimServer/OpenAPI/openapi.json"

    private func description() throws -> Description {
        let data = try Data(contentsOf: URL(fileURLWithPath: Self.path))
        return try JSONDecoder().decode(Description.self, from: data)
    }

    @Test func everyCallIsDescribedAndNothingElseIs() throws {
        let described = try description().paths
            .flatMap { path, calls in calls.keys.map { "\($0.uppercased()) \(path)" } }
        #expect(Set(described) == Set(Endpoint.all.map(\.title)))
    }

    @Test(arguments: Endpoint.all.map(\.title))
    func theDescriptionNamesTheParametersAndTheScope(of title: String) throws {
        let endpoint = try #require(Endpoint.all.first { $0.title == title })
        let description = try description()
        let item = description.paths[endpoint.describedPath]
        let operation = try #require(item?[endpoint.method.rawValue.lowercased()])
        #expect(description.parameters(of: operation, in: "query") == Set(endpoint.parameters))
        let variables = endpoint.describedPath.matches(of: /\{(\w+)\}/).map { String($0.1) }
        #expect(description.parameters(of: operation, in: "path") == Set(variables))
        let expected: [[String: [String]]] =
            switch endpoint.access {
            case .open: []
            case .key(let scope): [["key": [scope.rawValue]]]
            case .subject(let scope): [["key": [scope.rawValue]], ["token": []]]
            }
        #expect(operation.security == expected)
        let needed =
            endpoint.access == .open ? ["422", "429"] : ["401", "403", "422", "429", "503"]
        #expect(Set(needed).isSubset(of: operation.responses.keys))
    }

    @Test func theDescriptionKeepsToOpenAPI() throws {
        let validator = try PythonTool("openapi-spec-validator")
        let command = try validator.run(["--schema", "3.1.0", Self.path])
        #expect(command.status == 0, "\(command.output)\(command.errors)")
    }
}

extension Endpoint {
    /// The path as the description writes it.
    fileprivate var describedPath: String { path.replacing("**", with: "{path}") }

    /// The method and the path.
    fileprivate var title: String { "\(method.rawValue) \(describedPath)" }
}
