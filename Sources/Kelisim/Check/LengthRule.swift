internal import Foundation
internal import KelisimText

/// Clauses whose translation is far longer or shorter than the other translations are.
enum LengthRule {
    /// How many times its usual length a clause may have whatever the spread of the others.
    private static let tolerance = 2.2

    static func findings(
        _ main: ReviewedText,
        _ other: ReviewedText,
        _ shared: [(main: Int, other: Int)]
    ) -> [Finding] {
        let ratios = shared.compactMap { pair -> (pair: (main: Int, other: Int), size: Double)? in
            let lengths = (
                main.content.plainText(of: pair.main).count,
                other.content.plainText(of: pair.other).count
            )
            guard max(lengths.0, lengths.1) >= 60, min(lengths.0, lengths.1) > 0 else { return nil }
            return (pair, log(Double(lengths.1) / Double(lengths.0)))
        }
        guard ratios.count >= 8 else { return [] }
        let middle = median(ratios.map(\.size))
        let spread = median(ratios.map { abs($0.size - middle) })
        // The median absolute deviation, scaled to a standard deviation; four of them are rare.
        let limit = max(4 * 1.4826 * spread, log(tolerance))
        return ratios.filter { abs($0.size - middle) > limit }
            .map { ratio in
                Finding(
                    ratio.size > middle ? .parityLonger : .parityShorter,
                    at: other.place(ofClause: ratio.pair.other),
                    [
                        "clause": main.name(ratio.pair.main), "language": other.language.tag,
                        "other": main.language.tag,
                    ],
                    related: [main.place(ofClause: ratio.pair.main)]
                )
            }
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
