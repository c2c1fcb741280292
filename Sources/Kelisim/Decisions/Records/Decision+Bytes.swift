internal import KelisimLog

extension Decision {
    func write(to writer: inout FieldWriter) {
        writer.bytes(id.bytes)
        writer.instant(occurredAt)
        writer.text(subject.id)
        writer.text(actor?.id.id)
        writer.text(actor?.guardianship.name)
        writer.text(policy.slug)
        writer.number(edition.map(UInt64.init))
        writer.text(language?.tag)
        writer.bytes(textDigest?.bytes)
        writer.text(act.rawValue)
        writer.text(method.rawValue)
        // What standing depends on stands before this line; `StandingAct` reads no further.
        writer.bytes(htmlDigest?.bytes)
        writer.instant(presentedAt)
        writer.text(identification.rawValue)
        writer.text(evidence?.type)
        writer.bytes(evidence?.digest?.bytes)
        writer.text(evidence?.reference)
        writer.text(context.screen)
        writer.text(context.statement)
        writer.text(context.button)
        writer.text(context.ip)
        writer.text(context.userAgent)
        writer.text(context.note)
        writer.text(recordedBy)
        writer.bytes(idempotency.key)
        writer.bytes(idempotency.fingerprint)
    }

    init?(_ reader: inout FieldReader, recordedAt: Instant) {
        guard let act = StandingAct(&reader, recordedAt: recordedAt, index: 0) else { return nil }
        let htmlDigest = reader.digest()
        let presentedAt = reader.instant()
        let identification = reader.value(Identification.init(rawValue:))
        let evidence = (reader.text(), reader.digest(), reader.text())
        let context = DecisionContext(
            screen: reader.text(),
            statement: reader.text(),
            button: reader.text(),
            ip: reader.text(),
            userAgent: reader.text(),
            note: reader.text()
        )
        let recordedBy = reader.text()
        let (key, fingerprint) = (reader.bytes(), reader.bytes())
        guard let identification, let key, let fingerprint,
            evidence.0 != nil || evidence.1 == nil && evidence.2 == nil,
            let idempotency = Idempotency(key: key, fingerprint: fingerprint)
        else { return nil }
        self.init(
            id: act.decision,
            recordedAt: recordedAt,
            occurredAt: act.occurredAt,
            subject: act.subject,
            actor: act.actor,
            policy: act.policy,
            edition: act.edition,
            language: act.language,
            textDigest: act.textDigest,
            htmlDigest: htmlDigest,
            presentedAt: presentedAt,
            identification: identification,
            act: act.act,
            method: act.method,
            evidence: evidence.0.map {
                Evidence(type: $0, digest: evidence.1, reference: evidence.2)
            },
            context: context,
            recordedBy: recordedBy,
            idempotency: idempotency
        )
    }
}
