package dev.txscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void controlCharactersAreWritten() {
        assertEquals("a\\tb\\nc", Visible.of("a\tb\nc", 20));
        assertEquals("\\u202eabc", Visible.of("\u202eabc", 20));
        assertEquals("null", Visible.of(null, 20));
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        assertEquals("ab…", Visible.of("abc", 2));
        assertEquals("\ud83d\ude00…", Visible.of("\ud83d\ude00\ud83d\ude00", 1));
    }

    @Property
    void whatIsShownIsAlwaysOneShortLine(@ForAll String text) {
        String shown = Visible.of(text, 24);
        assertTrue(shown.lines().count() <= 1);
        assertTrue(shown.length() <= 24 + 6);
    }
}
