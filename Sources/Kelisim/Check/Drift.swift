/// The ways in which one text has one thing, and where.
struct Drift<Form: Hashable> {
    private var forms: [Form] = []
    private var uses: [Form: [(position: Int, offset: Int)]] = [:]

    /// Notes `form` at a byte of the plain text of the clause at `position`, in order.
    mutating func note(_ form: Form, _ position: Int, _ offset: Int) {
        if uses[form] == nil { forms.append(form) }
        uses[form, default: []].append((position, offset))
    }

    func count(_ form: Form) -> Int { uses[form]?.count ?? 0 }

    /// The form that the text mostly has; of equals `preferred`, else the one that comes first.
    func usual(preferring preferred: Form? = nil) -> Form? {
        guard let most = forms.map(count).max() else { return nil }
        if let preferred, count(preferred) == most { return preferred }
        return forms.first { count($0) == most }
    }

    /// The other forms in the order of the text.
    func rare(beside usual: Form) -> [Form] { forms.filter { $0 != usual } }

    /// Where the text has one of `forms`, in order.
    func places(of forms: [Form]) -> [(position: Int, offset: Int)] {
        forms.flatMap { uses[$0] ?? [] }
            .sorted { ($0.position, $0.offset) < ($1.position, $1.offset) }
    }

    /// The facts of a finding about `rare` beside `usual`, and where it belongs.
    func finding(
        _ code: FindingCode,
        _ usual: Form,
        in text: ReviewedText,
        _ facts: [String: String] = [:],
        show: (Form) -> String
    ) -> Finding? {
        let rare = rare(beside: usual)
        let places = places(of: rare)
        guard let first = places.first else { return nil }
        let own = [
            "usual": show(usual), "usualCount": String(count(usual)),
            "rare": rare.map(show).joined(separator: ", "), "rareCount": String(places.count),
            "clauses": WordingText.names(places.map(\.position), in: text),
        ]
        return Finding(
            code,
            at: text.place(ofByte: first.offset, in: text.block(first.position)),
            own.merging(facts) { $1 }
        )
    }
}
