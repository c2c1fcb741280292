/// Reads what `strace` saw, and says whether each answer came after the write-ahead log was flushed.
///
/// The writer has one caller, so between two answers there is one transaction: whatever it wrote to the
/// write-ahead log must have been flushed before the answer was written.
enum FlushJudge {
    /// What is wrong in `trace`; empty when nothing is.
    static func complaints(in trace: String, database name: String) -> [String] {
        var file: Substring?
        var isFlushed = false
        var complaints: [String] = []
        /// Calls that another thread interrupted, by thread.
        var begun: [Substring: Substring] = [:]
        for line in trace.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else { continue }
            var call = words[1].drop { $0 == " " }
            if call.hasSuffix("<unfinished ...>") {
                begun[words[0]] = call
                continue
            }
            if call.hasPrefix("<..."), let start = begun.removeValue(forKey: words[0]),
                let end = call.firstIndex(of: ">")
            {
                call = start.dropLast("<unfinished ...>".count) + call[call.index(after: end)...]
            }
            if call.hasPrefix("openat"), call.contains("\(name)\"") {
                file = call.split(separator: " ").last
            } else if let file, call.hasPrefix("pwrite64(\(file),") {
                isFlushed = false
            } else if let file,
                call.hasPrefix("fdatasync(\(file))") || call.hasPrefix("fsync(\(file))")
            {
                // What strace put in the place of a call was never done.
                isFlushed = call.contains("= 0") && !call.contains("INJECTED")
            } else if call.hasPrefix("write(1, \"ack ") {
                if !isFlushed { complaints.append("answered before a flush: \(call)") }
            }
        }
        return file == nil ? complaints + ["the write-ahead log was never opened"] : complaints
    }
}
