internal import Kelisim

/// The lines and bars in a lane of a timeline; all lie in the 24 pixels below its top.
enum TimelineShapes {
    /// How a bar looks that is not simply full.
    private static let forms: [EditionState: String] = [
        .inForce: "fill-opacity=\"0.9\"",
        .superseded: "fill-opacity=\"0.35\"",
        .upcoming: "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"",
        .draft: "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"5 4\"",
    ]

    private static let lines = [
        "tick": "stroke-opacity=\"0.2\"",
        "now": "stroke-width=\"2\"",
        "end": "stroke-width=\"4\"",
    ]

    /// The class that stands for `state`, as on the pages: `in-force`.
    static func className(_ state: EditionState) -> String {
        state.rawValue.split(separator: " ").joined(separator: "-")
    }

    /// A line of `kind` through the lane.
    static func vertical(_ x: Int, _ top: Int, _ kind: String) -> String {
        "<path class=\"\(kind)\" d=\"M\(x) \(top)v24\" stroke=\"currentColor\" "
            + "\(lines[kind] ?? "")/>\n"
    }

    /// The mark of a publication, with its point at `x` and `y`.
    static func mark(at x: Int, _ y: Int) -> String {
        "<path class=\"publication\" d=\"M\(x) \(y + 4)l-5 -8h10z\"/>\n"
    }

    /// What is drawn for `lane` at `now`; for a draft without dates, that it may come some time.
    static func shapes(
        of lane: TimelineLane,
        at now: Instant,
        scale: TimelineScale,
        top: Int
    ) -> String {
        guard let publishedAt = lane.publishedAt, let effectiveAt = lane.effectiveAt else {
            return "<path d=\"M\(scale.x(now)) \(top + 16)H\(TimelineDrawing.width - 8)\" "
                + "stroke=\"currentColor\" stroke-dasharray=\"2 6\"/>\n"
        }
        let (published, start) = (scale.x(publishedAt), scale.x(effectiveAt))
        let middle = top + 16
        var shapes = ""
        if start > published {
            shapes +=
                "<path d=\"M\(published) \(middle)H\(start)\" stroke=\"currentColor\" "
                + "stroke-opacity=\"0.6\"/>\n"
        }
        if lane.state == .cancelled {
            let x = scale.x(lane.cancelledAt ?? effectiveAt)
            shapes +=
                "<path d=\"M\(x - 5) \(middle - 5)l10 10m0 -10l-10 10\" "
                + "stroke=\"currentColor\" stroke-width=\"2\"/>\n"
        } else if lane.isNeverInForce {
            shapes +=
                "<circle cx=\"\(start)\" cy=\"\(middle)\" r=\"4\" fill=\"none\" "
                + "stroke=\"currentColor\"/>\n"
        } else {
            shapes += bar(from: start, to: lane.end.map(scale.x), middle, lane.state)
        }
        return shapes + mark(at: published, top + 4)
    }

    /// A bar that ends in a point where no end is known.
    private static func bar(
        from start: Int,
        to end: Int?,
        _ middle: Int,
        _ state: EditionState
    ) -> String {
        let form = forms[state] ?? ""
        guard let end else {
            let width = max(3, TimelineDrawing.width - 10 - start)
            return
                "<path class=\"span\" d=\"M\(start) \(middle - 5)h\(width)l5 5l-5 5h-\(width)z\" "
                + "\(form)/>\n"
        }
        return "<rect class=\"span\" x=\"\(start)\" y=\"\(middle - 5)\" "
            + "width=\"\(max(3, end - start))\" height=\"10\" \(form)/>\n"
    }
}
