public import KelisimLog

/// What its subject can keep of a decision: the record, the text's digest, and the proof that the log has
/// both.
public struct Receipt: Sendable {
    /// A row of the log and the proof that a checkpoint covers it.
    public struct Row: Sendable {
        /// The row, with its record.
        public let entry: Entry
        /// The proof; nil until a checkpoint covers the row.
        public let proof: TlogProof?
    }

    /// The row of the decision.
    public let row: Row
    /// What it records.
    public let decision: Decision
    /// The row of the publication of the text decided on; nil where no edition is known.
    public let publicationRow: Row?
    /// That publication.
    public let publication: Publication?

    /// The permanent address of the text that was decided on.
    ///
    /// - Parameter baseURL: the address of the site, which ends in a slash; nil when it isn't known.
    /// - Returns: the address; nil when it or the text isn't known.
    public func address(on baseURL: String?) -> String? {
        guard let baseURL, let edition = decision.edition, let language = decision.language
        else { return nil }
        return "\(baseURL)\(language.tag)/\(decision.policy.slug)/\(edition)/"
    }

    /// The receipt of the decision named `id`.
    ///
    /// - Parameters:
    ///   - id: the decision.
    ///   - registry: where it was recorded.
    ///   - store: where the log is published.
    /// - Returns: the receipt; nil when there is no such decision, or it was erased.
    /// - Throws: ``LogTrouble``.
    public static func make(
        of id: DecisionID,
        from registry: any Registry,
        publishedIn store: any LogStore
    ) async throws(LogTrouble) -> Receipt? {
        let (entry, shelf): (Entry?, Shelf)
        do throws(RegistryError) {
            (entry, shelf) = (try await registry.entry(of: id), try await registry.shelf())
        } catch {
            throw .registry(error)
        }
        guard let entry, case .decision(let decision) = entry.record else { return nil }
        let published = try await store.checkpoint().flatMap { SignedNote($0) }
        let edition = decision.edition.flatMap { shelf.policy(decision.policy)?.edition($0) }
        return Receipt(
            row: Row(entry: entry, proof: try await store.proof(of: entry, in: published)),
            decision: decision,
            publicationRow: try await row(of: edition, registry, store, published),
            publication: edition?.publication
        )
    }

    private static func row(
        of edition: ShelvedEdition?,
        _ registry: any Registry,
        _ store: any LogStore,
        _ published: SignedNote?
    ) async throws(LogTrouble) -> Row? {
        guard let edition else { return nil }
        let entries: [Entry]
        do throws(RegistryError) {
            entries = try await registry.entries(in: edition.index..<edition.index + 1)
        } catch {
            throw .registry(error)
        }
        guard let entry = entries.first else { return nil }
        return Row(entry: entry, proof: try await store.proof(of: entry, in: published))
    }
}

extension LogStore {
    /// The proof that `note`, a checkpoint of this log, covers `entry`; nil when it doesn't.
    ///
    /// The leaf goes with it, so that the proof can be checked with nothing but the file.
    public func proof(
        of entry: Entry,
        in note: SignedNote?
    ) async throws(LogTrouble) -> TlogProof? {
        guard let note, let checkpoint = Checkpoint(body: note.text), entry.index < checkpoint.size
        else { return nil }
        let tiles = try await tiles(
            InclusionProof.tiles(index: entry.index, size: checkpoint.size)
        )
        let proof: InclusionProof?
        do throws(TileSet.Failure) {
            proof = try InclusionProof(
                index: entry.index,
                size: checkpoint.size,
                hash: tiles.hash(of:)
            )
        } catch {
            throw .tileMissing("\(error)")
        }
        return proof.map {
            TlogProof(
                index: entry.index,
                hashes: $0.hashes,
                checkpoint: note,
                extra: entry.leaf
            )
        }
    }
}
