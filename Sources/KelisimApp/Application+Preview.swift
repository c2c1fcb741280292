internal import Foundation
public import Kelisim
internal import KelisimServer
internal import KelisimSite
internal import Synchronization

extension Application {
    /// Shows the site with its drafts and findings to this machine until it is told to end, and
    /// anew whenever something is saved.
    ///
    /// What can't be read or shown at the moment is said in the browser; only a server that can't
    /// begin ends it.
    ///
    /// - Parameters:
    ///   - port: the port, 0 for any free one.
    ///   - site: the folder with templates, strings and static files; without it the one of the
    ///     settings, else the built-in ones.
    ///   - instant: the moment whose state the pages show; without it the present one.
    ///   - onListening: told the address as soon as pages can be had.
    ///   - onWarning: told what keeps saves from being noticed as they should.
    /// - Throws: ``Failure/impossible(_:)`` when the port can't be had or nothing can be watched.
    public func preview(
        port: UInt16,
        site: String?,
        at instant: Instant?,
        onListening: @escaping @Sendable (_ url: String) async -> Void,
        onWarning: @escaping @Sendable (Finding) -> Void
    ) async throws(Failure) {
        let folder = site ?? settings.site
        let watched = [settings.policies] + [folder].compactMap(\.self)
        // Watched before anything is read, so that no save in between is missed.
        let changes = try FolderWatch(watched).changes()
        let desk = Desk(application: self, site: folder, instant: instant)
        let first = desk.read()
        let version = PreviewVersion(first.name)
        let shown = ShownPreview(first)
        let server = LoopbackServer(port: port, version: version) { path in
            let page = shown.current.page(at: path)
            return PreviewAnswer(status: page.status, file: page.name, bytes: page.bytes)
        }
        let failure = await withTaskGroup(of: Failure?.self) { group in
            group.addTask {
                do throws(Failure) {
                    try await server.run(onListening: onListening)
                    return nil
                } catch {
                    return error
                }
            }
            group.addTask {
                var warned: Finding?
                for await change in changes {
                    let pages = desk.read()
                    shown.current = pages
                    await version.announce(pages.name)
                    if let warning = change.warning, warning != warned { onWarning(warning) }
                    warned = change.warning
                }
                return nil
            }
            let failure = await group.next() ?? nil
            group.cancelAll()
            return failure
        }
        if let failure { throw failure }
    }

    /// What a preview was started with.
    private struct Desk: Sendable {
        let application: Application
        let site: String?
        let instant: Instant?

        /// Reads everything afresh.
        func read() -> Preview {
            do throws(Failure) {
                return try pages()
            } catch {
                return Preview(
                    failure: error,
                    language: application.language,
                    head: LoopbackServer.scriptElement
                )
            }
        }

        private func pages() throws(Failure) -> Preview {
            let theme = try application.theme(site)
            let repository = try application.repository()
            // A minute is as exact as a draft "published now" needs to be.
            let minute = Instant.now.milliseconds / 60_000 * 60_000
            let instant = instant ?? Instant(milliseconds: minute)
            let address = application.settings.baseURL ?? "http://\(LoopbackServer.address)/"
            return Preview(
                repository,
                findings: Review.outcome(of: repository, at: instant).findings,
                theme: theme,
                at: instant,
                baseURL: try BaseURL(address),
                head: LoopbackServer.scriptElement
            )
        }
    }

    /// The pages that are shown now.
    private final class ShownPreview: Sendable {
        private let pages: Mutex<Preview>

        init(_ pages: Preview) {
            self.pages = Mutex(pages)
        }

        var current: Preview {
            get { pages.withLock { $0 } }
            set { pages.withLock { $0 = newValue } }
        }
    }
}
