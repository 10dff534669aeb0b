package dev.txscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Writes PNG files (ISO/IEC 15948): true colour, eight bits, no alpha.
///
/// `javax.imageio` would do it too, but loads java.desktop's colour and native libraries for it.
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int TRUE_COLOUR = 2;

    /// Each byte is written as its difference to the row above: flat pictures become small.
    private static final int FILTER_UP = 2;

    private Png() {}

    static void write(Pixels pixels, OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(pixels));
        chunk(out, "IDAT", data(pixels));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static byte[] header(Pixels pixels) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(pixels.width());
        out.writeInt(pixels.height());
        out.write(new byte[] {8, TRUE_COLOUR, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] data(Pixels pixels) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            byte[] above = new byte[pixels.width() * 3];
            byte[] line = new byte[above.length + 1];
            line[0] = FILTER_UP;
            for (int y = 0; y < pixels.height(); y++) {
                byte[] row = row(pixels, y);
                for (int i = 0; i < row.length; i++) {
                    line[i + 1] = (byte) (row[i] - above[i]);
                }
                out.write(line);
                above = row;
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] row(Pixels pixels, int y) {
        byte[] row = new byte[pixels.width() * 3];
        for (int x = 0; x < pixels.width(); x++) {
            int argb = pixels.at(x, y);
            row[3 * x] = (byte) (argb >> 16);
            row[3 * x + 1] = (byte) (argb >> 8);
            row[3 * x + 2] = (byte) argb;
        }
        return row;
    }

    private static void chunk(DataOutputStream out, String type, byte[] content)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
