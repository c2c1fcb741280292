/// A value for each of the two texts.
struct Sided<Value> {
    var old: Value
    var new: Value

    subscript(side: RedlineSide) -> Value {
        side == .old ? old : new
    }

    func map<Result>(_ transform: (Value) -> Result) -> Sided<Result> {
        Sided<Result>(old: transform(old), new: transform(new))
    }
}

extension Sided: Equatable where Value: Equatable {}
