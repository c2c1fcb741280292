internal import HTTPTypes
internal import Kelisim
internal import Synchronization

/// Counts the requests of each key and each address.
///
/// A bucket that holds as many tokens as the limit has requests, and fills up evenly.
final class RateLimiter: Sendable {
    /// How many buckets are remembered; beyond, those that are full again are forgotten.
    private static let capacity = 100_000

    private struct Bucket {
        var tokens: Double
        var filledAt: ContinuousClock.Instant
    }

    private let limit: RateLimit
    private let buckets = Mutex<[String: Bucket]>([:])

    init(_ limit: RateLimit) {
        self.limit = limit
    }

    /// Takes one request from the bucket called `name`.
    ///
    /// - Returns: the fields that tell what remains.
    /// - Throws: ``Problem`` `rate-limited` when nothing does.
    func take(_ name: String, at now: ContinuousClock.Instant = .now) throws(Problem) -> HTTPFields
    {
        let most = Double(limit.count)
        let rate = most / Double(limit.seconds)
        let (isTaken, tokens) = buckets.withLock { buckets in
            if buckets.count >= RateLimiter.capacity {
                buckets = buckets.filter { fill($0.value, rate, at: now) < most }
            }
            var bucket = buckets[name] ?? Bucket(tokens: most, filledAt: now)
            bucket.tokens = fill(bucket, rate, at: now)
            bucket.filledAt = now
            let isTaken = bucket.tokens >= 1
            if isTaken { bucket.tokens -= 1 }
            buckets[name] = bucket
            return (isTaken, bucket.tokens)
        }
        let wait = Int(((isTaken ? most : 1) - tokens) / rate) + 1
        let fields: HTTPFields = [
            .rateLimitPolicy: "\"default\";q=\(limit.count);w=\(limit.seconds)",
            .rateLimit: "\"default\";r=\(Int(tokens));t=\(wait)",
        ]
        guard !isTaken else { return fields }
        var problem = Problem(FindingCode.rateLimited)
        problem.headers = fields
        problem.headers[.retryAfter] = String(wait)
        throw problem
    }

    private func fill(
        _ bucket: Bucket,
        _ rate: Double,
        at now: ContinuousClock.Instant
    ) -> Double {
        let elapsed = (now - bucket.filledAt) / Duration.seconds(1)
        return min(Double(limit.count), bucket.tokens + elapsed * rate)
    }
}

extension HTTPField.Name {
    // Both are tokens of RFC 9110, so there are such names.
    static let rateLimit = HTTPField.Name("RateLimit").unsafelyUnwrapped
    static let rateLimitPolicy = HTTPField.Name("RateLimit-Policy").unsafelyUnwrapped
    static let idempotencyKey = HTTPField.Name("Idempotency-Key").unsafelyUnwrapped
}
