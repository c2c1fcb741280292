internal import Kelisim

/// Finds everything in a set of templates that a page could trip over, before a page does.
struct TemplateCheck {
    /// What is wrong.
    private(set) var findings: [Finding] = []

    private let sources: [String: TemplateSource]
    private let strings: [ThemeStrings]
    private let root: String
    private var reported: Set<Place> = []

    /// Prepares to check `sources` with the strings in every language; messages about files that
    /// are missing name them in the folder `root`.
    init(_ sources: [TemplateSource], strings: [ThemeStrings], root: String) {
        self.sources = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
        self.strings = strings
        self.root = root
    }

    /// Checks everything.
    mutating func run() {
        checkStrings()
        let isSound = checkInclusions()
        for page in SitePage.allCases {
            guard let source = sources[page.rawValue] else {
                let place = Place("\(root)/templates/\(page.rawValue).mustache")
                findings.append(
                    Finding(.siteTemplateMissing, at: place, ["name": page.rawValue])
                )
                continue
            }
            if isSound { check(source.nodes, Scope(page: page, groups: [page.shape])) }
        }
    }

    // MARK: - Strings

    private mutating func checkStrings() {
        var uses: [String: TemplateNode] = [:]
        for name in sources.keys.sorted() {
            forEachNode(in: sources[name]?.nodes ?? []) { node in
                guard let key = node.stringKey else { return }
                if uses[key] == nil { uses[key] = node }
            }
        }
        for table in strings {
            for (key, node) in uses.sorted(by: { $0.key < $1.key }) where table.texts[key] == nil {
                miss(key, in: table, at: node.place)
            }
            for key in ThemeStrings.ownKeys where table.texts[key] == nil && uses[key] == nil {
                miss(key, in: table, at: Place(table.source))
            }
            for key in table.texts.keys.sorted()
            where uses[key] == nil && !ThemeStrings.ownKeys.contains(key) {
                let place = table.places[key] ?? Place(table.source)
                findings.append(Finding(.siteStringUnknown, at: place, ["key": key]))
            }
        }
    }

    private mutating func miss(_ key: String, in table: ThemeStrings, at place: Place) {
        findings.append(
            Finding(
                .siteStringMissing,
                at: place,
                ["key": key, "language": table.language.tag, "file": table.source],
                related: [Place(table.source)]
            )
        )
    }

    private func forEachNode(in nodes: [TemplateNode], _ visit: (TemplateNode) -> Void) {
        for node in nodes {
            visit(node)
            forEachNode(in: node.children, visit)
        }
    }

    // MARK: - Inclusions

    /// Reports inclusions of what does not exist, and circles; true when there are no circles.
    private mutating func checkInclusions() -> Bool {
        var inclusions: [String: [TemplateNode]] = [:]
        for (name, source) in sources {
            forEachNode(in: source.nodes) { node in
                if node.includes { inclusions[name, default: []].append(node) }
            }
        }
        let known = sources.keys.sorted().joined(separator: ", ")
        for (_, nodes) in inclusions.sorted(by: { $0.key < $1.key }) {
            for node in nodes where sources[node.name] == nil {
                findings.append(
                    Finding(
                        .siteTemplatePartial,
                        at: node.place,
                        ["name": node.name, "known": known]
                    )
                )
            }
        }
        // Templates that include only sound ones are sound; what is left over lies on circles or
        // leads to one.
        var sound: Set<String> = []
        var isGrowing = true
        while isGrowing {
            let more = sources.keys.filter { name in
                !sound.contains(name)
                    && (inclusions[name] ?? [])
                        .allSatisfy {
                            sources[$0.name] == nil || sound.contains($0.name)
                        }
            }
            sound.formUnion(more)
            isGrowing = !more.isEmpty
        }
        for name in sources.keys.sorted() where !sound.contains(name) {
            guard
                let node = inclusions[name]?
                    .first(where: { reaches(name, from: $0.name, inclusions) })
            else { continue }
            findings.append(Finding(.siteTemplateCycle, at: node.place, ["name": name]))
        }
        return sound.count == sources.count
    }

    private func reaches(
        _ goal: String,
        from start: String,
        _ inclusions: [String: [TemplateNode]]
    ) -> Bool {
        var seen: Set<String> = []
        var next = [start]
        while let name = next.popLast() {
            if name == goal { return true }
            guard seen.insert(name).inserted else { continue }
            next += (inclusions[name] ?? []).map(\.name)
        }
        return false
    }

    // MARK: - Names

    /// What a tag can see.
    private struct Scope {
        let page: SitePage
        /// The groups around the tag, the innermost last.
        var groups: [[String: TemplateShape]]
        /// Whether the innermost is an item of a list.
        var isItem = false
        /// The blocks that replace those of a parent.
        var blocks: [String: [TemplateNode]] = [:]

        func entering(_ group: [String: TemplateShape], isItem: Bool = false) -> Scope {
            var scope = self
            scope.groups.append(group)
            scope.isItem = isItem
            return scope
        }

        func shape(of name: String) -> TemplateShape? {
            var parts = name.split(separator: ".").map(String.init)[...]
            guard let first = parts.popFirst() else { return nil }
            var shape = groups.last { $0[first] != nil }?[first]
            for part in parts {
                guard case .group(let members) = shape else { return nil }
                shape = members[part]
            }
            return shape
        }
    }

    private mutating func check(_ nodes: [TemplateNode], _ scope: Scope) {
        for node in nodes { check(node, scope) }
    }

    private mutating func check(_ node: TemplateNode, _ scope: Scope) {
        switch node.kind {
        case .partial, .parent:
            var inner = scope
            inner.isItem = false
            if node.kind == .parent {
                for child in node.children {
                    guard child.kind == .block else {
                        refuse(child)
                        continue
                    }
                    // Of several templates that replace a block the outermost wins.
                    inner.blocks[child.name] = scope.blocks[child.name] ?? child.children
                }
            }
            check(sources[node.name]?.nodes ?? [], inner)
        case .block:
            var inner = scope
            inner.isItem = false
            check(scope.blocks[node.name] ?? node.children, inner)
        case _ where node.stringKey != nil:
            if node.kind != .variable { report(node, scope, right: "{{\(node.name)}}") }
        case .variable, .markup: checkValue(node, scope)
        case .section, .inverted: checkSection(node, scope)
        }
    }

    private mutating func checkValue(_ node: TemplateNode, _ scope: Scope) {
        guard !TemplateParser.listFunctions.contains(node.name) else {
            refuse(node)
            return
        }
        switch (scope.shape(of: node.name), node.kind) {
        case (nil, _): unknown(node, scope)
        case (.text, .variable), (.markup, .markup): break
        case (.text, _): report(node, scope, right: "{{\(node.name)}}")
        case (.markup, _): report(node, scope, right: "{{{\(node.name)}}}")
        default: report(node, scope, right: "{{#\(node.name)}}")
        }
    }

    private mutating func checkSection(_ node: TemplateNode, _ scope: Scope) {
        if TemplateParser.listFunctions.contains(node.name) {
            if !scope.isItem { refuse(node) }
            check(node.children, scope)
            return
        }
        guard let shape = scope.shape(of: node.name) else {
            unknown(node, scope)
            return
        }
        switch (shape, node.kind) {
        case (.flag, _), (_, .inverted): check(node.children, scope)
        case (.list(let item), _): check(node.children, scope.entering(item, isItem: true))
        case (.group(let members), _): check(node.children, scope.entering(members))
        default: check(node.children, scope.entering([:]))
        }
    }

    private mutating func refuse(_ node: TemplateNode) {
        guard reported.insert(node.place).inserted else { return }
        findings.append(Finding(.siteTemplateFeature, at: node.place, ["tag": node.tag]))
    }

    private mutating func unknown(_ node: TemplateNode, _ scope: Scope) {
        guard reported.insert(node.place).inserted else { return }
        let known = Set(scope.groups.flatMap(\.keys)).sorted().joined(separator: ", ")
        findings.append(
            Finding(
                .siteTemplateVariable,
                at: node.place,
                ["name": node.name, "page": scope.page.rawValue, "known": known]
            )
        )
    }

    private mutating func report(_ node: TemplateNode, _ scope: Scope, right: String) {
        guard reported.insert(node.place).inserted else { return }
        findings.append(
            Finding(
                .siteTemplateUse,
                at: node.place,
                ["tag": node.tag, "page": scope.page.rawValue, "right": right]
            )
        )
    }
}

extension TemplateNode {
    /// The key of the string that it prints, if it does: `skip` for `{{t.skip}}`.
    var stringKey: String? {
        name.hasPrefix("t.") && !includes && kind != .block ? String(name.dropFirst(2)) : nil
    }

    /// Whether it includes another template.
    fileprivate var includes: Bool { kind == .partial || kind == .parent }
}
