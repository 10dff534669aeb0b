import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.imageio.ImageIO;

/// Makes the program's icons from their drawings: PNG in all sizes, ico for Windows, icns for
/// macOS.
///
/// Usage: `Icons DRAWINGS TARGET WINDOW`, folders all; the third gets the sizes that a window
/// needs.
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);
    private static final List<Integer> WINDOW = List.of(16, 32, 64, 128, 256);
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 256);

    /// Up to this size there is a drawing on whole pixels.
    private static final int SMALL = 24;

    /// Apple's names for a PNG of each size; `@2x` is the same picture for twice the resolution.
    private static final Map<String, Integer> ICNS = new LinkedHashMap<>();

    static {
        ICNS.put("icp4", 16);
        ICNS.put("icp5", 32);
        ICNS.put("ic11", 32); // 16@2x
        ICNS.put("ic12", 64); // 32@2x
        ICNS.put("ic07", 128);
        ICNS.put("ic13", 256); // 128@2x
        ICNS.put("ic08", 256);
        ICNS.put("ic14", 512); // 256@2x
        ICNS.put("ic09", 512);
        ICNS.put("ic10", 1024); // 512@2x
    }

    private Icons() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var images = pngs(Path.of(args[0]));
        var target = Files.createDirectories(Path.of(args[1]));
        for (int size : SIZES) {
            Files.write(target.resolve(name(size)), images.get(size));
        }
        Files.write(target.resolve("txscope.ico"), ico(images));
        Files.write(target.resolve("txscope.icns"), icns(images));
        for (int size : WINDOW) {
            Files.write(Path.of(args[2]).resolve(name(size)), images.get(size));
        }
    }

    private static String name(int size) {
        return "txscope-" + size + ".png";
    }

    private static Map<Integer, byte[]> pngs(Path drawings) throws IOException {
        var small = load(drawings.resolve("txscope-small.svg"));
        var large = load(drawings.resolve("txscope.svg"));
        var images = new LinkedHashMap<Integer, byte[]>();
        for (int size : SIZES) {
            images.put(size, png(size <= SMALL ? small : large, size));
        }
        return images;
    }

    private static SVGDocument load(Path drawing) throws IOException {
        return Objects.requireNonNull(
                new SVGLoader().load(drawing.toUri().toURL()), drawing::toString);
    }

    private static byte[] png(SVGDocument drawing, int size) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render(null, graphics, new ViewBox(0, 0, size, size));
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// A directory of entries, then the pictures, as PNG (Windows Vista and later).
    private static byte[] ico(Map<Integer, byte[]> images) {
        int length = 6 + 16 * ICO.size();
        int offset = length;
        for (int size : ICO) {
            length += images.get(size).length;
        }
        var file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        for (int size : ICO) {
            byte side = (byte) size; // 256 is written as 0.
            file.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(images.get(size).length).putInt(offset);
            offset += images.get(size).length;
        }
        ICO.forEach(size -> file.put(images.get(size)));
        return file.array();
    }

    private static byte[] icns(Map<Integer, byte[]> images) {
        int length = 8 + ICNS.values().stream().mapToInt(s -> 8 + images.get(s).length).sum();
        var file = ByteBuffer.allocate(length);
        file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        ICNS.forEach(
                (type, size) -> {
                    byte[] image = images.get(size);
                    file.put(type.getBytes(StandardCharsets.US_ASCII));
                    file.putInt(8 + image.length).put(image);
                });
        return file.array();
    }
}
