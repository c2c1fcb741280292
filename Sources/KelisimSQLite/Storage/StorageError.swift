/// Something that the database can't hold as this module wrote it.
enum StorageError: Error {
    /// The row with this index is not what was written.
    case row(UInt64)
    /// The head doesn't fit the rows.
    case head(String)
    /// The API key with this id is not what was written.
    case accessKey(String)
}
