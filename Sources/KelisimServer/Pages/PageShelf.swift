internal import HTTPTypes
internal import Kelisim
internal import KelisimLog
internal import Synchronization

/// The files of a site that were asked for, ready to be sent; the others are made when they are.
final class PageShelf: Sendable {
    /// How much the bytes of ready files may take before they are made anew.
    static let capacity = 64 << 20
    /// The path of the file that lists the digests of all others.
    private static let manifest = "manifest.json"

    private struct Known {
        var pages: [String: ReadyPage] = [:]
        /// The same by the addresses under which they were asked for.
        var byAddress: [String: ReadyPage] = [:]
        var size = 0
        /// The digests of all files that were ever made, with the keys that they were made for.
        var digests: [String: (key: String, digest: Digest)] = [:]
    }

    let site: SitePages
    let times: SiteTimes
    private let capacity: Int
    private let known = Mutex(Known())
    private let workshop = Workshop()

    /// The shelf of `site`, which shows `policies`; it keeps `capacity` bytes at most.
    init(_ site: SitePages, _ policies: [Policy], capacity: Int = PageShelf.capacity) {
        self.site = site
        self.capacity = capacity
        times = SiteTimes(policies.compactMap { $0.published(by: site.instant) }, site)
    }

    /// Takes what `old` has ready and what is the same here.
    func take(from old: PageShelf) {
        let (pages, digests) = old.known.withLock { ($0.pages, $0.digests) }
        for (path, page) in pages where site.files[path]?.key == page.content.key {
            put(page.content, at: path)
        }
        known.withLock { known in
            for (path, entry) in digests where site.files[path]?.key == entry.key {
                known.digests[path] = entry
            }
        }
    }

    /// The file that was asked for at `address` before.
    func page(askedAt address: String) -> ReadyPage? {
        known.withLock { $0.byAddress[address] }
    }

    /// Remembers that `page` is what `address` asks for.
    func remember(_ page: ReadyPage, askedAt address: String) {
        known.withLock { $0.byAddress[address] = page }
    }

    /// How much memory the ready files take, in bytes.
    var size: Int { known.withLock { $0.size } }

    /// Whether there is a file at `path`.
    func has(_ path: String) -> Bool {
        site.files[path] != nil || path == PageShelf.manifest || gate(ofTimeMap: path) != nil
    }

    /// The file at `path`, which there is.
    func page(at path: String) async throws(Failure) -> ReadyPage {
        if let page = known.withLock({ $0.pages[path] }) { return page }
        if path == PageShelf.manifest {
            return put(PageContent(path, try await manifest(), key: ""), at: path)
        }
        return try await workshop.page(at: path, of: self)
    }

    /// Makes files one after the other, so that nothing is made twice, and one core is left to
    /// answer.
    private actor Workshop {
        func page(at path: String, of shelf: PageShelf) throws(Failure) -> ReadyPage {
            if let page = shelf.known.withLock({ $0.pages[path] }) { return page }
            return shelf.put(try shelf.make(path), at: path)
        }

        func digest(of path: String, in shelf: PageShelf) throws(Failure) -> Digest? {
            if let entry = shelf.known.withLock({ $0.digests[path] }) { return entry.digest }
            guard let file = shelf.site.files[path] else { return nil }
            let digest = Digest(of: try file.make())
            shelf.known.withLock { $0.digests[path] = (file.key, digest) }
            return digest
        }
    }

    private func make(_ path: String) throws(Failure) -> PageContent {
        if let file = site.files[path] { return PageContent(path, try file.make(), key: file.key) }
        return PageContent(path, Array((gate(ofTimeMap: path)?.timeMap ?? "").utf8), key: "")
    }

    /// The bytes of `manifest.json`; other files are made in between when they are asked for.
    private func manifest() async throws(Failure) -> [UInt8] {
        var digests: [String: Digest] = [:]
        for path in site.files.keys.sorted() {
            digests[path] = try await workshop.digest(of: path, in: self)
        }
        return site.manifest(digests)
    }

    @discardableResult private func put(_ content: PageContent, at path: String) -> ReadyPage {
        let page = ready(content, at: path)
        known.withLock { known in
            if known.size + content.size > capacity {
                known.pages.removeAll()
                known.byAddress.removeAll()
                known.size = 0
            }
            if known.pages.updateValue(page, forKey: path) == nil { known.size += content.size }
            if site.files[path] != nil { known.digests[path] = (content.key, content.digest) }
        }
        return page
    }

    private func ready(_ content: PageContent, at path: String) -> ReadyPage {
        var fields: HTTPFields = [:]
        fields[.contentType] =
            gate(ofTimeMap: path) == nil ? FileType.contentType(of: path) : TimeGate.type
        let isPermanent =
            site.files[path]?.isPermanent ?? false || PageShelf.isNamed(path, by: content.digest)
        fields[.cacheControl] = isPermanent ? PageFields.permanent : PageFields.checked
        let gate = path.hasSuffix("/index.html") ? times.gates[String(path.dropLast(10))] : nil
        if let gate {
            fields[.link] = gate.links
        } else if let memento = times.memento(of: path) {
            fields[.mementoDatetime] = HTTPDate.text(memento.edition.effectiveAt)
            fields[.link] = memento.gate.links
        }
        return ReadyPage(content, fields, gate: gate)
    }

    /// Whether the name of a static file has the beginning of its digest in it, as builders of styles
    /// and scripts write it: `style.0a1b2c3d4e.css`.
    private static func isNamed(_ path: String, by digest: Digest) -> Bool {
        guard path.hasPrefix("static/"), let name = path.split(separator: "/").last else {
            return false
        }
        return name.split { ".-_".contains($0) }
            .contains { $0.utf8.count >= 8 && digest.hex.hasPrefix($0) }
    }

    private func gate(ofTimeMap path: String) -> TimeGate? {
        path.hasSuffix("/timemap") ? times.gates[String(path.dropLast(7))] : nil
    }
}
