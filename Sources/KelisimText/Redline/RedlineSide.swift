/// One of the two texts of a redline.
package enum RedlineSide: Sendable {
    case old
    case new
}
