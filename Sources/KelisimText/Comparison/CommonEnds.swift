/// What two texts begin and end with, to the byte and to the mark.
///
/// Most pairs share nearly all of their blocks; these are not looked at again.
struct CommonEnds {
    /// How many blocks both texts begin with.
    let head: Int
    /// How many blocks both texts end with.
    let tail: Int

    init(_ old: ComparedText, _ new: ComparedText) {
        let formatting = BlockFormatting(old, new)
        let count = min(old.count, new.count)
        var head = 0
        while head < count, formatting.areIdentical(head, head) { head += 1 }
        var tail = 0
        while tail < count - head,
            formatting.areIdentical(old.count - 1 - tail, new.count - 1 - tail)
        {
            tail += 1
        }
        self.head = head
        self.tail = tail
    }
}
