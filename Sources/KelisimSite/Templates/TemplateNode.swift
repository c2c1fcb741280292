internal import Kelisim

/// A tag of a template, with what it encloses.
struct TemplateNode: Sendable {
    /// What a tag does.
    enum Kind: Sendable {
        /// `{{name}}`: prints text.
        case variable
        /// `{{{name}}}` or `{{&name}}`: prints finished HTML.
        case markup
        /// `{{#name}}`: once for each item, or once with the group, or if there is something.
        case section
        /// `{{^name}}`: if there is nothing.
        case inverted
        /// `{{>name}}`: another template.
        case partial
        /// `{{<name}}`: another template, some of whose blocks are replaced.
        case parent
        /// `{{$name}}`: a block that may be replaced.
        case block
    }

    /// What it does.
    let kind: Kind
    /// What it names.
    let name: String
    /// The tag as written.
    let tag: String
    /// Where it begins.
    let place: Place
    /// Where the tag stands in the text, braces included.
    let range: Range<String.Index>
    /// The tags between it and its end tag.
    var children: [TemplateNode] = []
}
