/// A mistake put into a sound page, and what must be said about it.
struct SiteFlaw: Sendable {
    /// What the page has more, or has in the place of `replaced`.
    let html: String
    /// The part of the sound page that it replaces: by default a comment at the end of the text.
    let replaced: String
    /// Who must see it.
    let question: SiteJudge.Question
    /// The rule that must be named, with a part of the element or message.
    let rule: String
    let detail: String

    init(
        _ html: String,
        for replaced: String = "<!-- flaw -->",
        _ question: SiteJudge.Question,
        _ rule: String,
        _ detail: String
    ) {
        self.html = html
        self.replaced = replaced
        self.question = question
        self.rule = rule
        self.detail = detail
    }

    /// A page without any mistake.
    static let soundPage = """
        <!doctype html>
        <html lang="kk">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Сынақ беті</title>
        <link rel="stylesheet" href="style.css">
        </head>
        <body class="page">
        <header><a class="skip" href="#main">Мәтінге өту</a></header>
        <main id="main">
        <h1>Сынақ беті</h1>
        <p id="1">Мұнда <a href="./">тізімге сілтеме</a> бар.</p>
        <!-- flaw -->
        </main>
        </body>
        </html>

        """

    static let style = """
        :root { color-scheme: light dark; background: Canvas; color: CanvasText; }
        a.skip { display: inline-block; padding: 1rem; }
        :target { outline: 2px solid; }
        .pale { color: #999; background: #aaa; }
        .tiny { display: flex; list-style: none; font-size: 8px; line-height: 1; padding: 0; }
        .broad { width: 2000px; }
        .cut { width: 5rem; white-space: nowrap; overflow: hidden; }
        .cover { position: fixed; inset: 0; background: Canvas; }
        .plain:focus { outline: none; }
        .aside { position: absolute; top: -9999px; }
        .turned { display: flex; flex-direction: row-reverse; reading-flow: flex-visual; }
        .mark:target { outline: none; }

        """

    static let all: [SiteFlaw] = [
        // What only a browser sees.
        SiteFlaw(#"<img src="dot.png">"#, .browser, "axe image-alt", "dot.png"),
        SiteFlaw(#"<p class="pale">Бозғылт мәтін</p>"#, .browser, "axe color-contrast", "pale"),
        SiteFlaw(
            ##"<ul class="tiny"><li><a href="#1">а</a></li><li><a href="#1">ә</a></li></ul>"##,
            .browser,
            "axe target-size",
            "#1"
        ),
        SiteFlaw("<h4>Тақырып</h4>", .browser, "axe heading-order", "h4"),
        SiteFlaw(
            #"<img src="https://example.org/x.png" alt="">"#,
            .browser,
            "content-policy",
            "img-src"
        ),
        SiteFlaw("<script>document.title = 1</script>", .browser, "content-policy", "script-src"),
        SiteFlaw(#"<p style="color: red">а</p>"#, .browser, "content-policy", "style-src"),
        SiteFlaw(#"<img src="none.png" alt="">"#, .browser, "request", "none.png"),
        SiteFlaw(#"<p class="broad">Кең</p>"#, .browser, "reflow", "broad"),
        SiteFlaw(#"<p class="cut">Бір жолға сыймайды</p>"#, .browser, "cut-off", "cut"),
        SiteFlaw(#"<p class="cover">Бәрі жабық</p>"#, .browser, "focus-hidden", "class"),
        SiteFlaw(#"<a class="aside" href="./">Көрінбейді</a>"#, .browser, "focus-hidden", "aside"),
        SiteFlaw(#"<a class="plain" href="./">Белгісіз</a>"#, .browser, "focus-mark", "plain"),
        SiteFlaw(
            #"<p class="turned"><a href="./">Соңғы</a> <a href="./">Бірінші</a></p>"#,
            .browser,
            "tab-order",
            "Соңғы"
        ),
        SiteFlaw(#"<a href="./" tabindex="1">Бұрын</a>"#, .browser, "axe tabindex", "Бұрын"),
        SiteFlaw(#"<a href="./" tabindex="-1">Жетпейді</a>"#, .browser, "keyboard", "-1"),
        SiteFlaw(
            "",
            for: ##"<a class="skip" href="#main">Мәтінге өту</a>"##,
            .browser,
            "skip-link",
            "first stop"
        ),
        SiteFlaw(
            #"<p class="mark" id="1">"#,
            for: #"<p id="1">"#,
            .browser,
            "target",
            "not marked"
        ),
        // What stands in the files.
        SiteFlaw(
            #"<img src="https://example.org/x.png" alt="">"#,
            .files,
            "external",
            "example.org"
        ),
        SiteFlaw(#"<p onclick="f()">а</p>"#, .files, "script", "onclick"),
        SiteFlaw("<script>1</script>", .files, "script", "<script>"),
        SiteFlaw(#"<p style="color: red">а</p>"#, .files, "inline-style", "red"),
        SiteFlaw(#"<a href="nowhere/">а</a>"#, .files, "broken-link", "nowhere"),
        SiteFlaw(##"<a href="#nowhere">а</a>"##, .files, "broken-fragment", "nowhere"),
        SiteFlaw(#"<p id="1">ә</p>"#, .files, "duplicate-id", "2 times"),
        SiteFlaw("<p>Правила на русском и для всех</p>", .files, "lang", "Правила"),
        SiteFlaw("<p><b>а</p>", .files, "html", "line"),
        SiteFlaw("<blink>а</blink>", .files, "tidy", "blink"),
    ]
}
