internal import KelisimLog

extension LogTrouble {
    /// What to tell a person: `refused` where a rule forbids to go on, `impossible` where something can't
    /// be reached.
    ///
    /// - Parameter place: where the log is kept.
    /// - Returns: the failure.
    package func failure(at place: Place) -> Failure {
        switch self {
        case .shrunk(let size, let signed):
            .refused([Finding(.logShrunk, at: place, LogTrouble.sizes(size, signed))])
        case .forked(let size, let signed):
            .refused([Finding(.logForked, at: place, LogTrouble.sizes(size, signed))])
        case .rowsDiffer(let size):
            .refused([Finding(.logRowsDiffer, at: place, ["size": String(size)])])
        case .tileDiffers(let path):
            .refused([Finding(.logTileDiffers, at: place, ["path": path])])
        case .tileMissing(let path):
            .refused([Finding(.logTileMissing, at: place, ["path": path])])
        case .checkpointUnreadable:
            .refused([Finding(.logCheckpointUnreadable, at: place)])
        case .keyUnusable(let path, let reason):
            .impossible([Finding(.logKeyUnusable, at: Place(path), ["reason": reason])])
        case .storage(let path, let reason):
            .impossible([Finding(.cannotWrite, at: Place(path), ["reason": reason])])
        case .registry(let error): error.failure(at: place, database: place.file)
        }
    }

    private static func sizes(_ size: UInt64, _ signed: UInt64) -> [String: String] {
        ["size": String(size), "signed": String(signed)]
    }
}

extension LogFlaw {
    /// What to tell a person.
    ///
    /// - Parameter place: where the log is kept.
    /// - Returns: the finding.
    package func finding(at place: Place) -> Finding {
        switch self {
        case .rowMissing(let index): LogFlaw.finding(.logRowMissing, place, index)
        case .leafUnreadable(let index): LogFlaw.finding(.logLeafUnreadable, place, index)
        case .recordChanged(let index): LogFlaw.finding(.logRecordChanged, place, index)
        case .recordMissing(let index): LogFlaw.finding(.logRecordMissing, place, index)
        case .recordNotErased(let index): LogFlaw.finding(.logRecordNotErased, place, index)
        case .timeGoesBack(let index): LogFlaw.finding(.logTimeGoesBack, place, index)
        case .publicationNotBefore(let index):
            LogFlaw.finding(.logPublicationNotBefore, place, index)
        case .rootDiffers(let size):
            Finding(.logRootDiffers, at: place, ["size": String(size)])
        case .checkpointUnreadable: Finding(.logCheckpointUnreadable, at: place)
        case .checkpointDiffers(let size):
            Finding(.logCheckpointDiffers, at: place, ["size": String(size)])
        case .checkpointAhead(let size, let rows):
            Finding(.logCheckpointAhead, at: place, ["size": String(size), "rows": String(rows)])
        case .tileMissing(let path): Finding(.logTileMissing, at: place, ["path": path])
        case .tileDiffers(let path): Finding(.logTileDiffers, at: place, ["path": path])
        }
    }

    private static func finding(_ code: FindingCode, _ place: Place, _ index: UInt64) -> Finding {
        Finding(code, at: place, ["index": String(index)])
    }
}

extension ReceiptCheck.Link {
    /// The finding that tells of it.
    package var code: FindingCode {
        switch self {
        case .file: .receiptFile
        case .record: .receiptRecord
        case .commitment: .receiptCommitment
        case .inclusion: .receiptInclusion
        case .checkpoint: .receiptCheckpoint
        case .publication: .receiptPublication
        case .textDigest: .receiptTextDigest
        case .order: .receiptOrder
        case .text: .receiptText
        }
    }
}
