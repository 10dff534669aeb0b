package dev.txscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

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

        var read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertEquals(WIDTH, read.getWidth());
        assertEquals(HEIGHT, read.getHeight());
        for (int i = 0; i < argb.length; i++) {
            assertEquals(argb[i], read.getRGB(i % WIDTH, i / WIDTH), "pixel " + i);
        }
    }
}
