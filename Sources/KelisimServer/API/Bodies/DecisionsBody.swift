internal import Kelisim

/// The body of POST /v1/decisions: one decision, or up to a hundred that are recorded together.
struct DecisionsBody: Decodable {
    /// How many decisions are recorded together at most.
    static let limit = 100

    private enum Key: String, CodingKey, CaseIterable {
        case decisions
    }

    let decisions: [DecisionBody]
    /// Whether it was a list.
    let isList: Bool

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: FieldName.self)
        isList = container.contains(FieldName(stringValue: Key.decisions.rawValue))
        guard isList else {
            decisions = [try DecisionBody(container)]
            return
        }
        let fields = try BodyFields(container, by: Key.self)
        decisions = try fields.needed(.decisions)
        guard 1...DecisionsBody.limit ~= decisions.count else {
            throw fields.problem(.decisions, .countNeeded(1...DecisionsBody.limit))
        }
    }
}
