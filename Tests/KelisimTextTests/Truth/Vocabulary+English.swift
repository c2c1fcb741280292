extension Vocabulary {
    /// English.
    static let english = Vocabulary(
        particles: words(
            """
            the of and to in or a for by with any is that as on not be we may our this from are if such will \
            under an which it at must other all unless its their has these no when only before after where
            """
        ),
        nouns: words(
            """
            user site policy service account right term agreement consent request answer purpose basis \
            data record operator party document law clause section rule price payment invoice product \
            delivery warranty employee child parent guardian address phone number day month year hour \
            server system program key secret permission limit liability damage dispute court authority \
            state territory border country city district school pupil lesson book fund project support \
            survey opinion rating quality result check control log copy edition version translation \
            language text word mark picture file link page window button screen device browser network \
            channel threat attack incident measure method tool analysis partner contractor supplier bank \
            card sum currency tax discount offer campaign gift level status role group member licence \
            repository content feature notice complaint appeal deadline refund subscription plan trial
            """
        )
        .map { [$0, $0 + "s", $0 + "’s"] },
        adjectives: words(
            """
            personal private necessary complete new old open closed valid lawful written electronic paid \
            free temporary permanent mandatory voluntary additional main general special direct indirect \
            internal external initial final single separate exact clear correct safe reliable technical \
            automatic common equal different long short large reasonable prior sole applicable
            """
        )
        .map { [$0, $0 + "ly"] },
        verbs: words(
            """
            process stor provid collect learn delet correct notif order ensur requir agre permit prohibit \
            restrict review register writ copi publish post amend supplement approv accept refus return \
            deliver guarantee answer compensat ask propos appl use enter leav add remov divid combin compar
            """
        )
        .map { [$0 + "es", $0 + "ed", $0 + "ing"] },
        phrases: [
            "in accordance with applicable law", "as set out in this Policy",
            "without prior notice",
            "to the fullest extent permitted by law", "at our sole discretion",
        ],
        boilerplate: [
            "This section applies to all users of the service.",
            "Changes take effect when they are posted on the site.",
            "The parties must ensure that these terms are observed.",
        ],
        references: ["Section #", "clause #"],
        sections: ["§ #"]
    )
}
