internal import Kelisim

/// The body of POST /v1/decisions: one decision, or up to a hundred that are recorded together.
struct DecisionsBody: Decodable {
    /// How many decisions are recorded together at most.
    static let limit = 100

    private enum Key: String, CodingKey, CaseIterable {
        case decisions
    }

    private enum Name: String, CodingKey {
        case decisions
    }

    let decisions: [DecisionBody]
    /// Whether it was a list.
    let isList: Bool

    init(from decoder: any Decoder) throws {
        isList = try decoder.container(keyedBy: Name.self).contains(.decisions)
        guard isList else {
            decisions = [try DecisionBody(from: decoder)]
            return
        }
        let fields = try BodyFields(decoder, by: Key.self)
        decisions = try fields.needed(.decisions)
        guard 1...DecisionsBody.limit ~= decisions.count else {
            throw fields.problem(.decisions, .countNeeded(1...DecisionsBody.limit))
        }
    }
}
