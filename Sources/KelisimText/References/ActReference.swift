/// A place where a text names a legal act by date and number: «2013 жылғы 21 мамырдағы № 94-V
/// Заңы», «Закон от 21 мая 2013 года N 94-V».
public struct ActReference: Hashable, Sendable {
    /// The position of the clause that names it.
    public let clause: Int
    /// The number as it is compared, with Latin letters: `94-V`.
    public let number: String
    /// The date in ISO 8601 (`2013-05-21`), or nil where none stands beside the number.
    public let date: String?
    /// The bytes of the block's plain text that hold the date.
    package let dateRange: Range<Int>?
}

extension PolicyText {
    /// How many bytes may stand between the date and the number of an act: «от», «№», spaces.
    private static let longestGap = 12

    /// The acts that the clause at `position` names, in order.
    public func actReferences(of position: Int) -> [ActReference] {
        let facts = facts(of: position)
        let dates = facts.filter { $0.kind == .date }
        return facts.filter { $0.kind == .act }
            .map { act in
                let date = dates.first { date in
                    let before = act.range.lowerBound - date.range.upperBound
                    let behind = date.range.lowerBound - act.range.upperBound
                    return (0...Self.longestGap).contains(before)
                        || (0...Self.longestGap).contains(behind)
                }
                return ActReference(
                    clause: position,
                    number: act.value,
                    date: date?.value,
                    dateRange: date?.range
                )
            }
    }
}
