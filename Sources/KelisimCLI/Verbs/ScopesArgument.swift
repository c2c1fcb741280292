internal import ArgumentParser
internal import Kelisim

/// What an API key may do, `read,decide`.
struct ScopesArgument: ExpressibleByArgument {
    let scopes: Set<AccessScope>

    init?(argument: String) {
        guard let scopes = AccessScope.list(argument) else { return nil }
        self.scopes = scopes
    }
}
