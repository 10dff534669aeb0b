package dev.txscope.projection;

import dev.txscope.event.Isolation;

/// The sentence about a transaction that somebody outside asked for.
final class RequestNarrator {
    private RequestNarrator() {}

    static Narration tell(World world, Transaction t) {
        String key = t.preview().isEmpty() ? "" : String.valueOf(t.preview().getFirst().key());
        return switch (t.status()) {
            case LOCAL, OPEN, COMMITTING, ABORTING ->
                    say("request.running", "request.running", t, key, t);
            case EMPTY -> say("request.empty", "request.empty", t, key, t);
            case COMMITTED -> committed(world, t, key);
            case ABORTED -> aborted(world, t, key);
        };
    }

    private static Narration committed(World world, Transaction t, String key) {
        Transaction holder = world.holderOf(t);
        if (holder != null) {
            return say("request.held", "request.held", t, key, holder);
        }
        return say("request.committed", why(world, t, "request.committed"), t, key, t);
    }

    private static Narration aborted(World world, Transaction t, String key) {
        Transaction holder = world.holderOf(t);
        if (holder != null) {
            return say("request.aborted", "request.aborted.held", t, key, holder);
        }
        return say("request.aborted", why(world, t, "request.aborted"), t, key, t);
    }

    /// Where nothing open stands before it.
    private static String why(World world, Transaction t, String outcome) {
        if (t.unmarked()) {
            return "request.unmarked";
        }
        ReaderState reader = world.reader(Isolation.READ_COMMITTED);
        boolean passed = reader != null && reader.position() > t.logged().last();
        return passed ? outcome : outcome + ".soon";
    }

    /// @param other whose number, producer and first offset the reason speaks of
    private static Narration say(
            String what, String why, Transaction t, String key, Transaction other) {
        Object[] arguments = {
            key,
            t.number(),
            t.producer(),
            other.number(),
            other.producer(),
            other.logged().first(),
            t.logged().marker()
        };
        return new Narration(
                Message.of("sentence." + what, arguments),
                Message.of("sentence." + why + ".why", arguments));
    }
}
