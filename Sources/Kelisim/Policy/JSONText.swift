internal import Foundation

/// JSON for other programs: sorted keys, so that equal values give equal text.
package enum JSONText {
    package static func make(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Values made of strings, numbers and lists of them can always be encoded.
        let data = (try? encoder.encode(value)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}
