internal import Kelisim

// Why a part of a request can't be so, to be put behind a colon.

extension Sentence {
    static let notUTF8 = Sentence(en: "it is not UTF-8", kk: "ол UTF-8 емес", ru: "это не UTF-8")
    static let notJSON = Sentence(en: "it is not JSON", kk: "ол JSON емес", ru: "это не JSON")
    static let unknownParameter = Sentence(
        en: "there is no such parameter",
        kk: "мұндай параметр жоқ",
        ru: "такого параметра нет"
    )
    static let unknownField = Sentence(
        en: "there is no such field",
        kk: "мұндай өріс жоқ",
        ru: "такого поля нет"
    )
    static let givenTwice = Sentence(
        en: "it is given twice",
        kk: "ол екі рет берілген",
        ru: "оно указано дважды"
    )
    static let missing = Sentence(en: "it is missing", kk: "ол берілмеген", ru: "оно не указано")
    static let wrongType = Sentence(
        en: "it has another type",
        kk: "оның түрі басқа",
        ru: "тип значения не тот"
    )
    static let instantNeeded = Sentence(
        en: "it must be an instant of RFC 3339 in UTC, to the millisecond at most, such as "
            + "2026-11-26T09:30:00Z",
        kk: "ол RFC 3339 бойынша UTC уақытындағы, ең көбі миллисекундқа дейінгі сәт болуы керек, "
            + "мысалы 2026-11-26T09:30:00Z",
        ru: "нужен момент по RFC 3339 в UTC, не точнее миллисекунды, например "
            + "2026-11-26T09:30:00Z"
    )
    static let httpDateNeeded = Sentence(
        en: "it must be a date of HTTP, such as Thu, 26 Nov 2026 09:30:00 GMT",
        kk: "ол HTTP күні болуы керек, мысалы Thu, 26 Nov 2026 09:30:00 GMT",
        ru: "нужна дата HTTP, например Thu, 26 Nov 2026 09:30:00 GMT"
    )
    static let languageNeeded = Sentence(
        en: "it must be a language tag such as kk",
        kk: "ол kk сияқты тіл белгісі болуы керек",
        ru: "нужна метка языка, например kk"
    )
    static let policyNeeded = Sentence(
        en: "it must be the name of a policy",
        kk: "ол саясаттың атауы болуы керек",
        ru: "нужно имя политики"
    )
    static let policiesNeeded = Sentence(
        en: "it must be names of policies with commas between them",
        kk: "ол үтірмен бөлінген саясат атаулары болуы керек",
        ru: "нужны имена политик через запятую"
    )
    static let digestNeeded = Sentence(
        en: "it must be “sha256:” and 64 hexadecimal digits",
        kk: "ол «sha256:» және 64 он алтылық цифр болуы керек",
        ru: "нужно «sha256:» и 64 шестнадцатеричные цифры"
    )
    static let dateNeeded = Sentence(
        en: "it must be a day such as 2026-11-26",
        kk: "ол 2026-11-26 сияқты күн болуы керек",
        ru: "нужна дата вида 2026-11-26"
    )
    static let guardianshipNeeded = Sentence(
        en: "it must be 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -",
        kk: "ол A-Z a-z 0-9 . _ ~ - таңбаларының 1–64-інен тұруы керек",
        ru: "нужно от 1 до 64 знаков A-Z a-z 0-9 . _ ~ -"
    )
    static let ageNeeded = Sentence(
        en: "it must be an age in years, from 1 to 150",
        kk: "ол 1 мен 150 аралығындағы жас болуы керек",
        ru: "нужен возраст в годах от 1 до 150"
    )
    static let onlyNow = Sentence(
        en: "a signed standing is about now",
        kk: "қол қойылған мәртебе тек қазіргі сәтке қатысты",
        ru: "подписанный статус возможен только на текущий момент"
    )
    static let notBesideAt = Sentence(
        en: "it can't stand beside at",
        kk: "ол at параметрімен бірге берілмейді",
        ru: "вместе с at оно не указывается"
    )
    static let oneTarget = Sentence(
        en: "a decision has either a presentation, or policy, edition, language and textDigest",
        kk: "ерік білдіруде не presentation, не policy, edition, language және textDigest болады",
        ru: "у волеизъявления есть либо presentation, либо policy, edition, language и textDigest"
    )
    static let capacityNeeded = Sentence(
        en: "the capacity is “guardian”",
        kk: "capacity мәні – «guardian»",
        ru: "значение capacity — «guardian»"
    )

    static func numberNeeded(_ range: ClosedRange<Int>) -> Sentence {
        let (low, high) = (range.lowerBound, range.upperBound)
        return Sentence(
            en: "it must be a number from \(low) to \(high)",
            kk: "ол \(low) мен \(high) аралығындағы сан болуы керек",
            ru: "нужно число от \(low) до \(high)"
        )
    }

    static func countNeeded(_ range: ClosedRange<Int>) -> Sentence {
        let (low, high) = (range.lowerBound, range.upperBound)
        return Sentence(
            en: "it must have from \(low) to \(high) items",
            kk: "онда \(low) мен \(high) аралығында элемент болуы керек",
            ru: "нужно от \(low) до \(high) элементов"
        )
    }

    static func lengthNeeded(_ range: ClosedRange<Int>) -> Sentence {
        let (low, high) = (range.lowerBound, range.upperBound)
        return Sentence(
            en: "it must have from \(low) to \(high) characters",
            kk: "оның ұзындығы \(low) мен \(high) таңба аралығында болуы керек",
            ru: "длина должна быть от \(low) до \(high) знаков"
        )
    }

    static func oneOf(_ names: [String]) -> Sentence {
        let list = names.joined(separator: ", ")
        return Sentence(
            en: "it must be one of \(list)",
            kk: "ол мыналардың бірі болуы керек: \(list)",
            ru: "возможные значения: \(list)"
        )
    }
}
