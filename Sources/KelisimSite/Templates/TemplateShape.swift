/// What a template can say about a value that a page gives it.
indirect enum TemplateShape: Hashable, Sendable {
    /// Text, printed by `{{name}}`; as a section, whether there is any.
    case text
    /// Finished HTML, printed by `{{{name}}}`; as a section, whether there is any.
    case markup
    /// A condition, for `{{#name}}` and `{{^name}}`.
    case flag
    /// A group of values, for `{{#name}}` and `{{name.value}}`; it may be absent.
    case group([String: TemplateShape])
    /// A list of groups, for `{{#name}}`; it may be empty.
    case list([String: TemplateShape])
}
