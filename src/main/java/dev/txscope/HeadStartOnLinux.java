package dev.txscope;

import dev.txscope.kafka.Actors;

import javafx.scene.text.Text;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/// What the first frame needs of Linux: GTK, and fonts that were read. JavaFX waits for one after
/// the other; fetched beside it they are there when it asks.
///
/// While GTK is loaded, no other thread can link a native method (`dlopen` holds the loader's
/// lock). An installed program's launcher has had it read by then, so that this is soon over.
final class HeadStartOnLinux {
    private HeadStartOnLinux() {}

    /// Returns at once; elsewhere it does nothing. After [Renderer#choose]: the first text makes
    /// the toolkit, which looks there.
    static void begin() {
        if (System.getProperty("os.name", "").equals("Linux")) {
            new Actors().start("gtk", HeadStartOnLinux::fetch);
        }
    }

    @SuppressWarnings("restricted") // It is loaded, and nothing in it is called.
    private static void fetch() {
        try {
            SymbolLookup.libraryLookup("libgtk-3.so.0", Arena.global());
        } catch (IllegalArgumentException _) {
            return; // There is none: JavaFX says so itself, if it wants one.
        }
        new Text("TxScope").getLayoutBounds(); // In no scene: any thread may make it.
    }
}
