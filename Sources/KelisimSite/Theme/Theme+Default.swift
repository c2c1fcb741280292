public import Kelisim

extension Theme {
    /// The look that is part of the program: the files of the folder `site` when it was built.
    ///
    /// - Throws: never, unless that folder was broken then, which a test of Kelisim excludes.
    public static func builtIn() throws(Failure) -> Theme {
        try Theme(defaultFiles, root: "site")
    }

    /// The files by path.
    ///
    /// SwiftPM names what it embeds by file name alone, so names are unique.
    static var defaultFiles: [ThemeFile] {
        defaultTable.map { ThemeFile(path: $0, source: "site/\($0)", bytes: $1) }
    }

    private static let defaultTable: [(path: String, bytes: [UInt8])] = [
        ("static/redline.css", PackageResources.redline_css),
        ("static/style.css", PackageResources.style_css),
        ("strings/kk.yaml", PackageResources.kk_yaml),
        ("strings/ru.yaml", PackageResources.ru_yaml),
        ("templates/banner.mustache", PackageResources.banner_mustache),
        ("templates/change.mustache", PackageResources.change_mustache),
        ("templates/changes.mustache", PackageResources.changes_mustache),
        ("templates/edition-links.mustache", PackageResources.edition_links_mustache),
        ("templates/edition.mustache", PackageResources.edition_mustache),
        ("templates/facts.mustache", PackageResources.facts_mustache),
        ("templates/feed.mustache", PackageResources.feed_mustache),
        ("templates/history.mustache", PackageResources.history_mustache),
        ("templates/index.mustache", PackageResources.index_mustache),
        ("templates/kept.css.mustache", PackageResources.kept_css_mustache),
        ("templates/kept.mustache", PackageResources.kept_mustache),
        ("templates/layout.mustache", PackageResources.layout_mustache),
        ("templates/not-found-message.mustache", PackageResources.not_found_message_mustache),
        ("templates/not-found.mustache", PackageResources.not_found_mustache),
        ("templates/notice.mustache", PackageResources.notice_mustache),
        ("templates/parallel.mustache", PackageResources.parallel_mustache),
        ("templates/policy-links.mustache", PackageResources.policy_links_mustache),
        ("templates/policy.mustache", PackageResources.policy_mustache),
        ("templates/repeal.mustache", PackageResources.repeal_mustache),
        ("templates/state.mustache", PackageResources.state_mustache),
        ("templates/status.mustache", PackageResources.status_mustache),
        ("templates/structured-data.mustache", PackageResources.structured_data_mustache),
        ("templates/text.mustache", PackageResources.text_mustache),
        ("templates/upcoming.mustache", PackageResources.upcoming_mustache),
        ("templates/views.mustache", PackageResources.views_mustache),
    ]
}
