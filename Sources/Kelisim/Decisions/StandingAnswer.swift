/// The part of a standing that changes with time and acts.
struct StandingAnswer: Hashable {
    var state = Standing.State.none
    var allowed = true
    var accepted: StandingAct?
    var lastAccepted: StandingAct?
    var required: Standing.Required?
    let inForce: Int?
    let upcoming: [Int]

    init(inForce: Int?, upcoming: [Int]) {
        self.inForce = inForce
        self.upcoming = upcoming
    }
}
