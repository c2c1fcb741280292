import KelisimTesting

/// Markdown made of odd pieces in random order, the same for the same seed.
struct GeneratedMarkdown: Sequence, IteratorProtocol {
    private var random: SeededGenerator
    private let pieces: [String]
    private let longest: Int

    init(seed: UInt64, pieces: [String] = Self.odd, longest: Int = 60) {
        random = SeededGenerator(seed: seed)
        self.pieces = pieces
        self.longest = longest
    }

    mutating func next() -> [UInt8]? {
        var text: [UInt8] = []
        for _ in 0...random.below(longest) { text += random.pick(pieces).utf8 }
        return text
    }

    /// Whatever Markdown gives a meaning to.
    static let odd = [
        "a", "b ", "*", "**", "_", "`", "``", "[", "](", "](u)", "![", "<http://x.y>", "<a@b.cc>",
        "\n", "\n\n", "- ", "1. ", "1) ", "> ", "# ", "    ", "\t", "\\", "&amp;", "&copy;",
        "&#35;", "&nGt;", "&nosuch;", "|", "---", "***", "```\n", "<div>", "<!-- x -->", "<b>",
        "</b>", "[r]: /u 't'\n\n", "[r]", "  \n", "\\\n", "ә", "ң", "\r\n", "\r", "\0", "'", "\"",
        "(javascript:x)", "](javascript:x)", "](data:image/png;x)", "](JavaScript:x)",
        "](%ff^`{|}~[é 'x')", "===\n", "~~~ info x\n", "§", "<?", "\u{FEFF}", "\\*", "\\[", "<",
        "&", "]", "10. ", "* ", "+ ", "\n  ", "\n    ", "http://", "é", "~", "{", "}", "^",
        "\u{7F}", "\u{1}", "<a\n href='x'>", "`a\n   b`", "](<u v>)", "](\n/u)",
    ]

    /// What policies are made of, in any order.
    static let legal = [
        "# Саясат\n\n", "## 1. ЖАЛПЫ\n\n", "## 2. Мақсат\n\n", "## Статья 5. Срок\n\n",
        "### 2-тарау. Ереже\n\n", "## § 3\n\n", "## Кіріспе\n\n", "\n\n1.1. Мәтін ", "\n\n1.2. ",
        "\n\n2-1. Жаңа ", "\n\n5-бап. Бап\n\n", "\n\n1) бір;\n", "2) екі.\n\n", "\n\n2-1) үш;\n\n",
        "\n\nа) а;\n\n", "\n\nә) ә;\n\n", "- бір\n", "- екі\n\n", "  1. ішкі\n", "> дәйексөз\n",
        "жалқау жол\n", "5.2., 5.3. және 7.2. тармақтарында ", "пунктами 1.1 и 1.2, ",
        "подпункт 2) пункта 1.1 ", "4-бөлімінде ", "30 күн ", "п. 1.1 ", "«Термин» - ",
        "(бұдан әрі – Сайт) ", "(далее — «Оператор») ", "<https://birgeoqu.kz/> ", "**мәтін** ",
        "*1.1-тармақ* ", "[сілтеме](/kk/) ", "`код` ", "\n", "\n\n", "  \n", "1\\. ", "\\*",
        "&amp;",
        "| а | б |\n|---|:-:|\n| 1.1-тармақ | в |\n\n", "![сурет](https://x.kz/a.png) ",
        "![сурет](a.png) ", "```\nкод\n```\n", "<div>x</div>\n\n", "***\n", "2026 жылғы 21 мамыр ",
    ]
}
