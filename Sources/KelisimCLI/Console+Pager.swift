internal import Foundation
internal import Kelisim

// A result that is longer than the screen is shown by the pager of the reader's choice.

extension Console {
    /// Writes a result for a person: by the pager when standard output is a terminal on which the
    /// result has no room.
    static func show(_ text: [UInt8]) throws(Failure) {
        if !exceedsScreen(text) || !page(text) { try write(text) }
    }

    /// Shows `text` in the pager, and waits until the reader has left it; false when there is none.
    private static func page(_ text: [UInt8]) -> Bool {
        var environment = ProcessInfo.processInfo.environment
        let words = (environment["PAGER"] ?? "less -FRX").split(separator: " ").map(String.init)
        guard !words.isEmpty, words != ["cat"] else { return false }
        // What less needs where it is named without options: colours, and the encoding written here.
        environment.merge(["LESS": "FRX", "LESSCHARSET": "utf-8"]) { own, _ in own }
        guard let (child, input) = start(words, environment) else { return false }
        // Ctrl-C is for the pager, and one that ends early has shown enough.
        signal(SIGINT, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        var rest = text[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(input, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                break
            }
        }
        close(input)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        signal(SIGINT, SIG_DFL)
        signal(SIGPIPE, SIG_DFL)
        return true
    }

    /// Starts a program, found on the PATH, without a shell: its process, and where its input goes.
    private static func start(
        _ words: [String],
        _ environment: [String: String]
    ) -> (child: pid_t, input: Int32)? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        defer { close(ends[0]) }
        // The child must not hold the writing end, or it would wait for itself.
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        let variables = environment.map { "\($0.key)=\($0.value)" }
        let strings = [words, variables].map { $0.map { strdup($0) } + [nil] }
        defer { for string in strings.joined() { free(string) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, words[0], &actions, nil, strings[0], strings[1]) == 0 else {
            close(ends[1])
            return nil
        }
        return (child, ends[1])
    }

    /// Whether standard output is a terminal with fewer lines than `text` takes there.
    private static func exceedsScreen(_ text: [UInt8]) -> Bool {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
            size.ws_row > 0, size.ws_col > 0
        else { return false }
        var lines = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            lines += max(1, (width(of: line) + Int(size.ws_col) - 1) / Int(size.ws_col))
            if lines > Int(size.ws_row) { return true }
        }
        return false
    }

    /// How many characters a line has, without what colours it.
    private static func width(of line: ArraySlice<UInt8>) -> Int {
        var width = 0
        var isEscape = false
        for byte in line {
            if byte == 0x1B { isEscape = true }
            if !isEscape, byte & 0xC0 != 0x80 { width += 1 }
            if isEscape, byte == UInt8(ascii: "m") { isEscape = false }
        }
        return width
    }
}
