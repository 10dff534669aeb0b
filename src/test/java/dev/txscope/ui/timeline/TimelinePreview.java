package dev.txscope.ui.timeline;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.txscope.SampleRun;
import dev.txscope.playback.Cursor;
import dev.txscope.playback.Frame;
import dev.txscope.playback.History;
import dev.txscope.text.Language;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;
import dev.txscope.ui.transport.TransportSlice;

import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Renders the timeline and the transport bar to PNG on the headless platform, to be looked at.
///
/// Arguments: file, width, height, font size, then any of `fr`, `dark`, `details`, `unfold`,
/// `hover`, `read`, `past`, and the name of a run: `picture`, `empty`, `failures`, `large`, `odd`.
public final class TimelinePreview {
    private TimelinePreview() {}

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.runLater(() -> render(args)));
    }

    private static void render(String[] args) {
        var wish = java.util.List.of(args);
        boolean dark = wish.contains("dark");
        Scene scene = scene(wish, dark);
        save(scene.snapshot(null), Path.of(args[0]));
        Platform.exit();
    }

    private static Scene scene(java.util.List<String> wish, boolean dark) {
        var context =
                new ViewContext(
                        new Texts(wish.contains("fr") ? Language.FRENCH : Language.ENGLISH));
        context.detailsProperty().set(wish.contains("details"));
        var slice = new TimelineSlice(context);
        var cursor =
                new SimpleObjectProperty<>(
                        wish.contains("past") ? new Cursor.Paused(1) : Cursor.live());
        var transport = new TransportSlice(context, cursor);
        var root = new BorderPane(slice.view());
        root.setBottom(transport.view());
        javafx.application.Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        var scene = new Scene(root, Integer.parseInt(wish.get(1)), Integer.parseInt(wish.get(2)));
        scene.getStylesheets().add(css("/dev/txscope/ui/tokens.css"));
        if (dark) {
            scene.getStylesheets().add(css("/dev/txscope/ui/dark.css"));
        }
        scene.getStylesheets()
                .addAll(
                        css(Icons.STYLESHEET),
                        css(TimelineSlice.STYLESHEET),
                        css(TransportSlice.STYLESHEET));
        scene.getStylesheets().add("data:text/css,.root{-fx-font-size:" + wish.get(3) + "px}");
        SampleRun run = PreviewRuns.of(wish);
        var history = new History(run.log());
        Frame latest = history.catchUp();
        Frame shown =
                wish.contains("past")
                        ? history.at(latest.timeline().sizeAt(latest.timeline().steps().size() - 6))
                        : latest;
        for (long i = Math.max(0, shown.size() - 400); i <= shown.size(); i++) {
            slice.show(history.at(i));
        }
        transport.show(latest, shown);
        slice.remainingProperty().set(Duration.ofSeconds(57));
        if (wish.contains("unfold")) {
            slice.presenter().toggle(1);
        }
        if (wish.contains("hover")) {
            context.highlight().subjectProperty().set(3L);
        }
        scene.snapshot(null);
        slice.show(shown);
        if (wish.contains("read")) {
            slice.presenter().stay();
            run.commit();
            slice.show(history.catchUp());
        }
        scene.snapshot(null);
        return scene;
    }

    private static String css(String path) {
        return Objects.requireNonNull(TimelinePreview.class.getResource(path)).toExternalForm();
    }

    private static void save(WritableImage image, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(new byte[] {(byte) 137, 80, 78, 71, 13, 10, 26, 10});
            write(out, image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, WritableImage image) throws IOException {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        var head =
                java.nio.ByteBuffer.allocate(13)
                        .putInt(w)
                        .putInt(h)
                        .put(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", head.array(), 13);
        byte[] raw = new byte[h * (w * 3 + 1)];
        int n = 0;
        for (int y = 0; y < h; y++) {
            raw[n++] = 0;
            for (int x = 0; x < w; x++) {
                int c = image.getPixelReader().getArgb(x, y);
                raw[n++] = (byte) (c >> 16);
                raw[n++] = (byte) (c >> 8);
                raw[n++] = (byte) c;
            }
        }
        var deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        byte[] packed = new byte[raw.length + 1024];
        chunk(out, "IDAT", packed, deflater.deflate(packed));
        chunk(out, "IEND", new byte[0], 0);
    }

    private static void chunk(OutputStream out, String type, byte[] data, int length)
            throws IOException {
        var stream = new DataOutputStream(out);
        var crc = new CRC32();
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data, 0, length);
        stream.writeInt(length);
        stream.write(name);
        stream.write(data, 0, length);
        stream.writeInt((int) crc.getValue());
    }
}
