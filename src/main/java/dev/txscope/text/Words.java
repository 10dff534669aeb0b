package dev.txscope.text;

/// What one cell of the timeline says.
///
/// @param main what it is; Kafka's word, or the record
/// @param aside what is said beside it, empty for nothing
/// @param brief the same in fewer words, where there is little room
/// @param least the same again, where there is hardly any
/// @param full all of it, for a tooltip and a screen reader; longer than both where they had to be
///   short
public record Words(String main, String aside, String brief, String least, String full) {

    static Words of(String main, String full) {
        return new Words(main, "", "", "", full);
    }

    static Words of(String main, String aside, String full) {
        return new Words(main, aside, aside, aside, full);
    }

    Words briefly(String fewer) {
        return briefly(fewer, fewer);
    }

    Words briefly(String fewer, String fewest) {
        return new Words(main, aside, fewer, fewest, full);
    }

    /// The same, and who did it: `HTTP · begin`.
    public Words by(String who) {
        return new Words(who + " · " + main, aside, brief, least, full);
    }

    /// Both parts on one line.
    public String line() {
        return aside.isEmpty() ? main : main + " · " + aside;
    }
}
