import Testing

@testable import KelisimText

/// Terms in the cases of their language, and words that only look like them.
struct TermPatternTests {
    private static func form(
        _ term: String,
        _ language: WordingLanguage,
        in text: String
    ) throws -> String? {
        let pattern = try #require(TermPattern(term, in: language))
        let words = try PolicyText(Array("# Т\n\n\(text)\n".utf8)).words(of: 1)
        switch pattern.form(at: words[...]) {
        case .inflected: return "inflected"
        case .bare(let meant): return meant
        case nil: return nil
        }
    }

    @Test(arguments: [
        ("Сайт", "сайт"), ("Сайт", "Сайттың"), ("Сайт", "сайтқа"), ("Сайт", "САЙТТАН"),
        ("Сайт", "сайттағы"), ("Пайдаланушы", "пайдаланушыны"), ("Әкімшілік", "әкімшіліктен"),
        ("Дербес деректер", "дербес деректерді"), ("Дербес деректер", "дербес деректерінің"),
        ("Құпиялылық саясаты", "құпиялылық саясатымен"), ("Кітапхана қоры", "Кітапхана қорынан"),
    ])
    func kazakhForms(_ term: String, _ text: String) throws {
        #expect(try Self.form(term, .kk, in: text) == "inflected")
    }

    @Test(arguments: [
        ("Сайт", "сайттар"), ("Сайт", "сайты"), ("Қор", "қорғау"), ("Қор", "қорытынды"),
        ("Пайдаланушы", "пайдаланушылық"), ("Дербес деректер", "дербес және деректер"),
        ("Дербес деректер", "дербес, деректер"), ("Сайт", "веб-сайт"), ("Сайт", "сайт-тізім"),
        ("Дербес деректер", "дербес дерекқор"), ("Дербес деректер", "дербес"),
    ])
    func otherKazakhWords(_ term: String, _ text: String) throws {
        let words = try Self.form(term, .kk, in: text)
        #expect(words == nil)
    }

    @Test(arguments: [
        ("Құпиялылық саясаты", "Құпиялылық саясаттың", "саясатының"),
        ("Құпиялылық саясаты", "құпиялылық саясатқа", "саясатына"),
        ("Дербес деректер субъектісі", "дербес деректер субъектіні", "субъектісін"),
        ("Деректер құпиялылығы", "деректер құпиялылықта", "құпиялылығында"),
        ("Оқырман билеті", "оқырман билеттен", "билетінен"),
    ])
    func aLostPossessive(_ term: String, _ text: String, _ meant: String) throws {
        #expect(try Self.form(term, .kk, in: text) == meant)
    }

    @Test(arguments: [
        ("Сайт", "Сайтом"), ("Пользователь", "пользователе"), ("Администрация", "администрации"),
        ("Политика конфиденциальности", "политикой конфиденциальности"),
        ("Персональные данные", "персональным данным"), ("Субъект данных", "субъекту данных"),
        ("Услуги", "услуг"), ("Учётная запись", "учётной записью"), ("Соглашение", "соглашению"),
    ])
    func russianForms(_ term: String, _ text: String) throws {
        #expect(try Self.form(term, .ru, in: text) == "inflected")
    }

    @Test(arguments: [
        ("Сайт", "сайты"), ("Сайт", "сайтов"), ("Пользователь", "пользователи"),
        ("Пользователь", "пользовательский"), ("Заказ", "заказчик"), ("Сайт", "веб-сайт"),
        ("Персональные данные", "персональные"), ("Персональные данные", "личные данные"),
    ])
    func otherRussianWords(_ term: String, _ text: String) throws {
        let words = try Self.form(term, .ru, in: text)
        #expect(words == nil)
    }

    @Test(arguments: ["", "94-V", "веб-сайт", "Сайт, бет", "1 сайт", "«Сайт»", "Сайт."])
    func noRunOfWords(_ term: String) {
        #expect(TermPattern(term, in: .kk) == nil)
        #expect(TermPattern(term, in: .ru) == nil)
    }

    @Test func englishHasNoPatterns() {
        #expect(TermPattern("Site", in: .en) == nil)
    }
}
