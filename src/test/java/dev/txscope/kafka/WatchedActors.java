package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The threads of a test, which fails when one of them threw what nobody caught.
final class WatchedActors implements AfterEachCallback {
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final Actors actors = new Actors((_, thrown) -> uncaught.add(thrown));

    Actors actors() {
        return actors;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertEquals(List.of(), uncaught);
    }
}
