package dev.txscope.projection;

import dev.txscope.event.Isolation;

/// The sentence about a transaction that somebody outside asked for.
final class RequestNarrator {
    private static final String UNMARKED = "request.unmarked";

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
        String why =
                world.isPassed(t, Isolation.READ_COMMITTED)
                        ? "request.committed"
                        : "request.committed.soon";
        return say("request.committed", t.unmarked() ? UNMARKED : why, t, key, t);
    }

    private static Narration aborted(World world, Transaction t, String key) {
        Transaction holder = world.holderOf(t);
        if (holder != null) {
            return say("request.aborted", "request.aborted.held", t, key, holder);
        }
        boolean done =
                world.isDelivered(t, Isolation.READ_UNCOMMITTED)
                        && world.isPassed(t, Isolation.READ_COMMITTED);
        String why = done ? "request.aborted" : "request.aborted.soon";
        return say("request.aborted", t.unmarked() ? UNMARKED : why, t, key, t);
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
