extension String {
    /// The text with a capital at its beginning, unless that is the letter of a point, as in
    /// «а) тармақша».
    var capitalizedFirst: String {
        dropFirst().first == ")" ? self : prefix(1).uppercased() + dropFirst()
    }
}
