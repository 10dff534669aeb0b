package dev.txscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.image.Image;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

@Tag("fx")
class PngTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;

    @Test
    void anotherReaderSeesTheSamePixels() throws IOException {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | (i * 0x07_3b_e5 & 0xffffff);
        }
        var bytes = new ByteArrayOutputStream();

        Png.write(new Pixels(WIDTH, HEIGHT, argb), bytes);

        var read = new Image(new ByteArrayInputStream(bytes.toByteArray()));
        assertFalse(read.isError(), String.valueOf(read.getException()));
        assertEquals(WIDTH, (int) read.getWidth());
        assertEquals(HEIGHT, (int) read.getHeight());
        for (int i = 0; i < argb.length; i++) {
            assertEquals(
                    argb[i], read.getPixelReader().getArgb(i % WIDTH, i / WIDTH), "pixel " + i);
        }
    }
}
