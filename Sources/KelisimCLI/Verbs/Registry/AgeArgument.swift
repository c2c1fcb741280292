internal import ArgumentParser
internal import KelisimText

/// The day on which a child reaches an age, `14=2031-03-02`.
struct AgeArgument: ExpressibleByArgument {
    let age: Int
    let day: LocalDate

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let age = Int(parts[0]), (1...120).contains(age),
            let day = LocalDate(iso: String(parts[1]))
        else { return nil }
        (self.age, self.day) = (age, day)
    }
}
