package dev.txscope.text;

/// What one cell of the timeline says.
///
/// @param main what it is; Kafka's word, or the record
/// @param aside what is said beside it, empty for nothing
/// @param full all of it, for a tooltip and a screen reader; longer than both where they had to be
///   short
/// @param added whether we say it, and not Kafka or the application
public record Words(String main, String aside, String full, boolean added) {

    static Words of(String main, String full) {
        return new Words(main, "", full, false);
    }

    static Words of(String main, String aside, String full) {
        return new Words(main, aside, full, false);
    }

    static Words note(String main, String full) {
        return new Words(main, "", full, true);
    }

    /// Both parts on one line.
    public String line() {
        return aside.isEmpty() ? main : main + " · " + aside;
    }
}
