internal import Foundation
internal import Kelisim

/// Instants as the fields of HTTP write them (RFC 9110, section 5.6.7).
enum HTTPDate {
    /// `instant`, without its fraction of a second.
    static func text(_ instant: Instant) -> String {
        let seconds = (Double(instant.milliseconds) / 1000).rounded(.down)
        return formatter.string(from: Date(timeIntervalSince1970: seconds))
    }

    /// The instant that `text` writes, in the one form that may be sent; nil when it is none.
    static func instant(_ text: String) -> Instant? {
        guard let date = formatter.date(from: text) else { return nil }
        let instant = Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
        // So also the day of the week is right, and no digit is missing.
        return HTTPDate.text(instant) == text ? instant : nil
    }

    private static let formatter: DateFormatter = {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter
    }()
}
