extension Repository {
    /// Reads the repository at `root`, every file once.
    ///
    /// Everything wrong with the files is in ``findings``; a policy or an edition with errors is
    /// there as far as it could be read.
    ///
    /// - Throws: ``Failure/impossible(_:)`` when the folder itself cannot be read.
    public static func read(_ root: String) throws(Failure) -> Repository {
        do throws(SystemError) {
            return try RepositoryReader.read(root)
        } catch {
            throw .impossible([error.finding])
        }
    }
}
