package dev.txscope;

import dev.txscope.kafka.Actors;

import javafx.scene.text.Text;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;

/// What the first frame needs of Linux: GTK, and fonts that were read. JavaFX waits for one after
/// the other; fetched beside it they are there when it asks.
///
/// While GTK is loaded, no other thread can link a native method (`dlopen` holds the loader's
/// lock). An installed program's launcher has had it read by then, so that this is soon over.
///
/// To read fonts is to ask for environment variables, dozens of times, and JavaFX's start adds two:
/// the C library then moves them all, under whoever looks at them (`getenv`, a crash). So fonts are
/// read beside it only where both are there already, as the installed program's launcher sees to.
final class HeadStartOnLinux {
    /// What JavaFX's start would add.
    private static final List<String> ADDED = List.of("GDK_BACKEND", "IBUS_ENABLE_SYNC_MODE");

    private HeadStartOnLinux() {}

    /// Returns at once; elsewhere it does nothing. After [Renderer#choose]: the first text makes
    /// the toolkit, which looks there.
    static void begin() {
        if (System.getProperty("os.name", "").equals("Linux")) {
            boolean fonts = System.getenv().keySet().containsAll(ADDED);
            new Actors().start("gtk", () -> fetch(fonts));
        }
    }

    @SuppressWarnings("restricted") // It is loaded, and nothing in it is called.
    private static void fetch(boolean fonts) {
        try {
            SymbolLookup.libraryLookup("libgtk-3.so.0", Arena.global());
        } catch (IllegalArgumentException _) {
            return; // There is none: JavaFX says so itself, if it wants one.
        }
        if (fonts) {
            new Text("TxScope").getLayoutBounds(); // In no scene: any thread may make it.
        }
    }
}
