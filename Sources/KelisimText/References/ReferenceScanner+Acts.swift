/// Other people's acts: «пункт 2 статьи 8 Закона», «Заңның 8-бабының 2-тармағы».
extension ReferenceScanner {
    private static let actStems: [StaticString] = [
        "заң", "кодекс", "конституция", "жарлы", "қаулы", "бұйры", "қағида", "ереже", "келісім",
        "шарт", "закон", "конституц", "указ", "постановлен", "приказ", "конвенц", "соглашен",
        "договор", "поряд", "инструкц", "правил", "регламент", "положени", "act", "law", "code",
        "constitution",
        "regulation", "directive", "gdpr",
    ]

    /// Codes are often known by their letters, and countries stand beside them.
    private static let abbreviations: [StaticString] = [
        "гк", "ук", "тк", "нк", "коап", "гпк", "упк", "рк", "рф",
    ]

    private static let stops: [StaticString] = [
        "и", "или", "а", "в", "с", "со", "к", "на", "по", "о", "об", "от", "для", "при", "за", "не",
        "из", "то", "что", "and", "or", "to", "for", "in", "by", "with", "is", "are", "және",
        "немесе", "мен", "пен", "бен", "осы", "бұл",
    ]

    /// Marks the candidates that belong to an act named beside them, directly or through the
    /// candidate next to them.
    func markExternal(_ found: inout [Candidate]) {
        for index in found.indices.reversed() where !found[index].isBehindWhole {
            let end = found[index].phrase.upperBound
            if index + 1 < found.count, isGap(end..<found[index + 1].phrase.lowerBound) {
                found[index].isExternal = found[index + 1].isExternal
            } else {
                found[index].isExternal = namesAct(behind: end)
            }
        }
        for index in found.indices where found[index].isBehindWhole {
            let start = found[index].phrase.lowerBound
            if index > 0, isGap(found[index - 1].phrase.upperBound..<start) {
                found[index].isExternal = found[index - 1].isExternal
            } else {
                found[index].isExternal = namesAct(before: start)
            }
        }
    }

    /// Whether nothing but a bracket and white space stands between two candidates.
    func isGap(_ range: Range<Int>) -> Bool {
        let start = text.hasPrefix(")", at: range.lowerBound) ? 1 : 0
        return range.count <= 4 + start
            && text.skippingSpaces(from: range.lowerBound + start) >= range.upperBound
    }

    /// Whether nothing but a comma and white space stands between two candidates.
    func isComma(_ range: Range<Int>) -> Bool {
        text.hasPrefix(",", at: range.lowerBound)
            && isGap(range.lowerBound + 1..<max(range.upperBound, range.lowerBound + 1))
    }

    /// Whether an act follows, as in «статьи 8 Закона Республики Казахстан».
    private func namesAct(behind end: Int) -> Bool {
        var index = text.hasPrefix(")", at: end) ? end + 1 : end
        for _ in 0..<5 {
            let word = text.word(from: text.skippingSpaces(from: index))
            if word.isEmpty || text.isWord(word, in: Self.stops) { return false }
            if text.hasStem(word, in: ["настоящ", "this"]) { return false }
            if text.hasStem(word, in: Self.actStems) { return true }
            if text.isWord(word, in: Self.abbreviations) { return true }
            index = word.upperBound
        }
        return false
    }

    /// Whether an act stands before it, as in «Қазақстан Республикасы Заңының 8-бабы».
    private func namesAct(before start: Int) -> Bool {
        var index = start
        for step in 0..<6 {
            let word = text.word(before: text.skippingSpaces(before: index))
            if word.isEmpty { return false }
            let isGenitive = text.hasPrefix("ң", at: word.upperBound - 2)
            if isGenitive, text.hasStem(word, in: Self.actStems) {
                let before = text.word(before: text.skippingSpaces(before: word.lowerBound))
                return !text.isWord(before, in: ["осы"])
            }
            // Only a genitive can stand right before the number.
            if step == 0, !isGenitive { return false }
            if text.isWord(word, in: Self.stops) { return false }
            index = word.lowerBound
        }
        return false
    }
}
