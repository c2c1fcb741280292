/// The Kazakh cases that dates need, as columns of the table of months.
enum KazakhCase: Int, CaseIterable {
    /// «мамыр»: the date by itself.
    case nominative
    /// «мамырдан»: with «бастап», from.
    case ablative
    /// «мамырға»: with «дейін», until.
    case dative
    /// «мамырда»: on.
    case locative
    /// «мамырды»: with «қоса алғанға дейін», until and including.
    case accusative
}
