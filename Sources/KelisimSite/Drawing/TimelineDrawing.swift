internal import Kelisim
internal import KelisimText

/// The timeline of a policy as an SVG that stands inside a page.
///
/// Each edition has a lane: its number, a bar for the time in which it binds, a line from its
/// publication to it, and the same in words. The colours are those of the text around it, and classes
/// name the states, so a style sheet can give each its own `color`; without one, the form alone
/// tells them apart. Coordinates are whole pixels, so equal timelines are drawn by equal bytes.
struct TimelineDrawing {
    /// A text in the drawing and the room that is kept for it, from its upper left corner.
    struct Label: Hashable {
        let text: String
        let x: Int
        let y: Int
        let width: Int
        let height: Int
    }

    private static let small = 12
    private static let large = 14
    private static let lineHeight = 17
    private static let bandHeight = 24
    private static let nameWidth = 160
    private static let gap = 12

    /// The width, in pixels.
    static let width = 680

    /// The height, in pixels.
    private(set) var height = 0
    /// Every text that is drawn.
    private(set) var labels: [Label] = []

    private let name: String
    private let title: String
    private let lanes: [TimelineLane]
    private let now: Instant
    private let repealedFrom: Instant?
    private let clock: LocalClock
    private let scale: TimelineScale
    private let language: WordingLanguage
    private var body = ""
    private var description: [String] = []

    /// Draws the timeline of `policy` as everybody who sees its drafts sees it at `instant`.
    ///
    /// - Parameters:
    ///   - policy: the policy; one without editions gives a drawing of the axis alone.
    ///   - title: its name in the language.
    ///   - instant: the moment that counts as now.
    ///   - rules: the time zone of its dates.
    ///   - language: the language of the words.
    init(
        _ policy: Policy,
        title: String,
        at instant: Instant,
        rules: TimeZoneRules,
        in language: WordingLanguage
    ) {
        self.init(
            name: policy.id.slug,
            title: title,
            lanes: TimelineLane.lanes(of: policy, at: instant),
            repealedFrom: policy.timeline.repealedFrom,
            at: instant,
            rules: rules,
            in: language
        )
    }

    init(
        name: String,
        title: String,
        lanes: [TimelineLane],
        repealedFrom: Instant?,
        at now: Instant,
        rules: TimeZoneRules,
        in language: WordingLanguage
    ) {
        self.name = name
        self.title = TimelineWords.title.text(in: language, ["title": title])
        self.lanes = lanes
        self.repealedFrom = repealedFrom
        self.now = now
        self.language = language
        clock = LocalClock(rules)
        let instants = lanes.flatMap(\.instants) + [now] + [repealedFrom].compactMap(\.self)
        let left = TimelineDrawing.nameWidth + TimelineDrawing.gap
        scale = TimelineScale(instants, on: left...(TimelineDrawing.width - 8), rules: rules)
        draw()
    }

    /// The markup; its ids begin with `timeline-` and the name of the policy.
    var svg: String {
        let (width, id) = (TimelineDrawing.width, "timeline-\(HTMLEscape.text(name))")
        return """
            <svg class="timeline" role="img" aria-labelledby="\(id)-title" \
            aria-describedby="\(id)-words" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" fill="currentColor">
            <title id="\(id)-title">\(HTMLEscape.text(title))</title>
            <desc id="\(id)-words">\(HTMLEscape.text(description.joined(separator: " ")))</desc>
            \(body)</svg>

            """
    }

    // MARK: - Drawing

    private mutating func draw() {
        let moment = words(TimelineWords.moment, now)
        description.append(moment + ".")
        put(moment, centredAt: scale.x(now))
        let ticks = scale.ticks(size: TimelineDrawing.small)
        for tick in ticks { put(tick.label, centredAt: tick.x, isQuiet: true, advances: false) }
        height += TimelineDrawing.lineHeight + 4
        for lane in lanes { draw(lane, ticks) }
        if let repealedFrom {
            let text = words(TimelineWords.repealed, repealedFrom)
            description.append(text + ".")
            put(text, centredAt: scale.x(repealedFrom), class: "repealed")
        }
        if lanes.contains(where: { $0.publishedAt != nil }) {
            body += TimelineShapes.mark(at: 6, height + 9)
            put(TimelineWords.mark.text(in: language), at: 18, isQuiet: true)
        }
    }

    private mutating func draw(_ lane: TimelineLane, _ ticks: [TimelineScale.Tick]) {
        let edition = EditionWording.name(lane.number, in: language)
        let sentences = sentences(of: lane)
        let text = sentences.joined(separator: " ")
        description.append("\(edition): \(text)")
        let state = TimelineShapes.className(lane.state)
        body += "<g class=\"\(state)\">\n<title>\(HTMLEscape.text("\(edition): \(text)"))</title>\n"
        let top = height
        for x in ticks.map(\.x) { body += TimelineShapes.vertical(x, top, "tick") }
        body += TimelineShapes.shapes(of: lane, at: now, scale: scale, top: top)
        body += TimelineShapes.vertical(scale.x(now), top, "now")
        if let repealedFrom {
            body += TimelineShapes.vertical(scale.x(repealedFrom), top, "end")
        }
        height += 4
        put(edition, at: 0, size: TimelineDrawing.large, isStruck: lane.state == .cancelled)
        height = top + TimelineDrawing.bandHeight
        let (size, width) = (TimelineDrawing.small, TimelineDrawing.width)
        for sentence in sentences {
            for line in TextMeasure.lines(sentence, size: size, width: width) {
                put(line, at: 0, isQuiet: true)
            }
        }
        body += "</g>\n"
        height += 10
    }

    // MARK: - Words

    private func sentences(of lane: TimelineLane) -> [String] {
        guard let publishedAt = lane.publishedAt, let effectiveAt = lane.effectiveAt else {
            return [TimelineWords.draft.text(in: language)]
        }
        let isDraft = lane.state == .draft
        let shown = words(isDraft ? TimelineWords.scheduled : TimelineWords.published, publishedAt)
        return [force(of: lane, from: effectiveAt), shown]
    }

    private func force(of lane: TimelineLane, from effectiveAt: Instant) -> String {
        if lane.state == .cancelled, let cancelledAt = lane.cancelledAt {
            return words(TimelineWords.cancelled, cancelledAt)
        }
        if lane.isNeverInForce {
            let isOver = lane.state == .superseded
            return (isOver ? TimelineWords.wasNeverInForce : TimelineWords.willNeverBeInForce)
                .text(in: language)
        }
        let state: EditionState = lane.state == .draft ? .upcoming : lane.state
        if let text = ForceSentence.text(
            state,
            from: effectiveAt,
            to: lane.end,
            clock: clock,
            in: language
        ) {
            return text.hasSuffix(".") ? text : text + "."
        }
        let period = ForceSentence.period(
            from: effectiveAt,
            to: lane.end,
            clock: clock,
            in: language
        )
        return TimelineWords.period.text(in: language, ["period": period ?? ""])
    }

    private func words(_ sentence: Sentence, _ instant: Instant) -> String {
        sentence.text(in: language, ["instant": clock.words(instant, in: language)])
    }

    // MARK: - Texts

    private mutating func put(
        _ text: String,
        centredAt x: Int,
        class name: String? = nil,
        isQuiet: Bool = false,
        advances: Bool = true
    ) {
        let width = TextMeasure.width(text, size: TimelineDrawing.small)
        let left = max(0, min(x - width / 2, TimelineDrawing.width - width))
        let before = height
        // Fonts are narrower than what is kept for them, so the middle is what is known.
        put(text, at: left, class: name, isQuiet: isQuiet, isCentred: true)
        if !advances { height = before }
    }

    private mutating func put(
        _ text: String,
        at x: Int,
        size: Int = small,
        class name: String? = nil,
        isQuiet: Bool = false,
        isStruck: Bool = false,
        isCentred: Bool = false
    ) {
        let width = TextMeasure.width(text, size: size)
        let label = Label(
            text: text,
            x: x,
            y: height,
            width: width,
            height: TimelineDrawing.lineHeight
        )
        labels.append(label)
        let attributes = [
            name.map { "class=\"\($0)\"" },
            "x=\"\(isCentred ? x + width / 2 : x)\" y=\"\(height + 13)\" font-size=\"\(size)\"",
            isCentred ? "text-anchor=\"middle\"" : nil,
            isQuiet ? "fill-opacity=\"0.8\"" : nil,
            size == TimelineDrawing.large ? "font-weight=\"600\"" : nil,
            isStruck ? "text-decoration=\"line-through\"" : nil,
        ]
        let list = attributes.compactMap(\.self).joined(separator: " ")
        body += "<text \(list)>\(HTMLEscape.text(text))</text>\n"
        height += TimelineDrawing.lineHeight
    }
}
