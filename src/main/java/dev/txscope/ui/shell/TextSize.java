package dev.txscope.ui.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The window's text size, in steps. Everything is measured in em, so one number scales the window.
public enum TextSize {
    SMALL(11),
    NORMAL(13),
    LARGE(15),
    LARGER(18),
    /// No text is smaller than 1/50 of the window's height.
    PROJECTOR(0);

    private static final List<TextSize> STEPS = List.of(values());
    private static final double SMALLEST_SHARE = 1 / 50.0;

    /// Sizes are rounded up to such parts of a pixel.
    private static final double PARTS = 10;

    private final double pixels;

    TextSize(double pixels) {
        this.pixels = pixels;
    }

    /// The next larger step; after the largest comes the smallest.
    public TextSize next() {
        return STEPS.get((STEPS.indexOf(this) + 1) % STEPS.size());
    }

    boolean isProjector() {
        return this == PROJECTOR;
    }

    /// The base font size in pixels in a window of that height.
    double pixels(double windowHeight) {
        return isProjector()
                ? Math.max(NORMAL.pixels, Math.ceil(windowHeight * SMALLEST_SHARE * PARTS) / PARTS)
                : pixels;
    }

    /// A stylesheet that sets it.
    static String stylesheet(double pixels) {
        String css = ".root { -fx-font-size: %spx; }".formatted(pixels);
        byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
