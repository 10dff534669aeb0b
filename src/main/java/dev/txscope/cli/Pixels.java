package dev.txscope.cli;

/// A picture in memory.
public final class Pixels {
    private final int width;
    private final int height;
    private final int[] argb;

    /// @param argb row by row from the top, eight bits each of alpha, red, green, blue; given away
    public Pixels(int width, int height, int[] argb) {
        if (argb.length != width * height) {
            throw new IllegalArgumentException(argb.length + " pixels");
        }
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// The pixel’s alpha, red, green and blue.
    public int at(int x, int y) {
        return argb[y * width + x];
    }
}
