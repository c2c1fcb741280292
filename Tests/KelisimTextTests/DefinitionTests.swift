import Testing

@testable import KelisimText

@Suite struct DefinitionTests {
    private func definitions(_ source: String) throws -> [Definition] {
        try PolicyText(Array(source.utf8)).definitions
    }

    @Test(arguments: [
        ("1.1.1. «Әкімшілік» - тұлға.", "Әкімшілік"), ("1.1. «Сайт» – бет.", "Сайт"),
        ("«Cookies» — файл", "Cookies"), ("а) “Сайт” – бет;", "Сайт"),
        ("1.1. „Сайт“ - бет", "Сайт"),
        ("1.1. \"Сайт\" - бет", "Сайт"), ("1.1. **«Сайт»** – бет", "Сайт"),
        ("1.1. «ТОО «Умит»» – оператор", "ТОО «Умит»"),
        ("1.1. «El Umiti» қоры» – қор", "El Umiti» қоры"),
        ("- «Сайт»\u{A0}– бет", "Сайт"),
    ]) func opening(_ source: String, _ term: String) throws {
        let found = try definitions(source)
        #expect(found.map(\.term) == [term])
        #expect(found.first?.isInline == false)
    }

    @Test(arguments: [
        ("Саясат (бұдан әрі - Құпиялылық саясаты) туралы", "Құпиялылық саясаты"),
        ("платформа (бұдан әрі – Сайт)", "Сайт"), ("сайт (далее – Сайт)", "Сайт"),
        ("сайт (далее по тексту — «Сайт»)", "Сайт"), ("сайт (далее именуемый «Сайт»)", "Сайт"),
        ("сайт (Далее – Сайт, Платформа)", "Сайт"), ("сайт (далее – Сайт (платформа))", "Сайт"),
        ("қор (бұдан әрі – «El Umiti» қоры)", "«El Umiti» қоры"),
        ("қор (бұдан әрі – «El Umiti» қоры»)", "El Umiti» қоры"),
    ]) func inline(_ source: String, _ term: String) throws {
        let found = try definitions(source)
        #expect(found.map(\.term) == [term])
        #expect(found.first?.isInline == true)
    }

    @Test(arguments: [
        "1.1. «Сайт» бет", "1.1. «А» және «Б» - екеуі", "## «Сайт» - бет", "1.1. Сайт - бет",
        "1.1. «Сайт»-тың беті", "1.1. «Сайт - бет", "(далее Сайт)", "(далее – )", "(бұдан әрі",
        "(далее (далее – ", "1.1. «» - бет",
    ]) func noDefinition(_ source: String) throws {
        #expect(try definitions(source).isEmpty)
    }

    @Test func placesInTheSource() throws {
        let source = "> «Жеке\n> *дерек*» - мәлімет (бұдан әрі – а\\*б)"
        let text = try PolicyText(Array(source.utf8))
        let places = text.definitions.map {
            String(decoding: text.document.bytes[$0.source], as: UTF8.self)
        }
        #expect(text.definitions.map(\.term) == ["Жеке дерек", "а*б"])
        #expect(places == ["Жеке\n> *дерек", "а\\*б"])
        #expect(text.definitions.map(\.clause) == [0, 0])
    }

    @Test func seed() throws {
        guard let seed = try SharedFiles.seedPolicy() else { return }
        let found = seed.definitions
        #expect(found.filter(\.isInline).map(\.term) == ["Құпиялылық саясаты", "Сайт"])
        #expect(
            found.filter { !$0.isInline }.map { seed.tree.clauses[$0.clause].id }
                == (1...7).map { "1.1.\($0)" }
        )
    }
}
