package dev.txscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

import org.junit.jupiter.api.Test;

class EscapesTest {

    @Test
    void typedEscapesAreResolved() {
        assertEquals("a\nb\tc\\d", Escapes.resolve("a\\nb\\tc\\\\d"));
        assertEquals("C:\\x", Escapes.resolve("C:\\x"));
    }

    @Property
    void whatIsWrittenIsMeant(
            @ForAll @Chars({'\\', 'n', 't', '\n', '\t'}) @CharRange(from = 'a', to = 'z')
                    String text) {
        assertEquals(text, Escapes.resolve(Escapes.write(text)));
    }
}
