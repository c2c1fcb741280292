internal import Foundation

extension String {
    /// The string in Unicode normalisation form C.
    var composed: String { precomposedStringWithCanonicalMapping }
}
