package dev.txscope;

import dev.txscope.playback.History;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.MainWindow;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Measures the whole window, laid out over a run's facts: what is cut, how small the smallest text
/// is, what has room.
final class WindowMeasure {
    /// Parts that depend on each other's size find it within a few pulses.
    private static final int PULSES = 8;

    private final Scene scene;

    private WindowMeasure(Scene scene) {
        this.scene = scene;
    }

    static WindowMeasure of(SampleRun run, Choices choices, int width, int height)
            throws Exception {
        var history = new History(run.log());
        Duration now = run.log().elapsed();
        var size = new MainWindow.Size(width, height);
        var window =
                FxThread.call(() -> new MainWindow(history, () -> now, _ -> {}, choices, size));
        FxThread.run(
                () -> {
                    window.setReducedMotion(true);
                    history.catchUp();
                    window.signal();
                });
        for (int i = 0; i < PULSES; i++) {
            FxThread.run(() -> window.scene().snapshot(null));
        }
        return new WindowMeasure(window.scene());
    }

    /// How many lines the timeline has room for.
    double room() throws Exception {
        return FxThread.call(
                () -> {
                    double row =
                            nodes(".timeline .list-cell")
                                    .findFirst()
                                    .orElseThrow()
                                    .getLayoutBounds()
                                    .getHeight();
                    return inScene(node(".timeline .steps")).getHeight() / row;
                });
    }

    /// The offsets of the grid whose cell in the log is wholly in sight.
    List<String> offsets() throws Exception {
        return FxThread.call(
                () -> {
                    Bounds strip = inScene(node(".now-strip"));
                    return nodes(".now-slot")
                            .filter(n -> inScene(n).getMinX() > strip.getMinX() - 1)
                            .map(n -> ((Labeled) n.lookup(".now-offset")).getText())
                            .sorted()
                            .toList();
                });
    }

    /// The smallest text in sight, in pixels, with what it says.
    Small smallest() throws Exception {
        return FxThread.call(
                () ->
                        texts().map(t -> new Small(t.getFont().getSize(), t.getText()))
                                .min(Comparator.comparingDouble(Small::pixels))
                                .orElseThrow());
    }

    record Small(double pixels, String text) {}

    /// The texts that are not shown whole: shortened, or past their parent's edge.
    List<String> cut() throws Exception {
        return FxThread.call(
                () ->
                        labeled()
                                .filter(WindowMeasure::isCut)
                                .map(l -> kind(l) + ": " + l.getText())
                                .sorted()
                                .toList());
    }

    /// What the labels of that style say that are in sight.
    List<String> says(String style) throws Exception {
        return FxThread.call(
                () -> nodes("." + style).map(Labeled.class::cast).map(Labeled::getText).toList());
    }

    boolean isSeen(String selector) throws Exception {
        return FxThread.call(() -> nodes(selector).findAny().isPresent());
    }

    private static boolean isCut(Labeled label) {
        return !shownText(label).equals(label.getText().replaceAll("\\s", ""));
    }

    private static String shownText(Labeled label) {
        return label.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(t -> ((Text) t).getText())
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }

    private static String kind(Labeled label) {
        return String.join(".", label.getStyleClass());
    }

    private Stream<Labeled> labeled() {
        return nodes("*")
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(l -> l.getText() != null && !l.getText().isEmpty())
                .filter(l -> !(l instanceof ListCell<?>));
    }

    private Stream<Text> texts() {
        return nodes("*")
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(t -> !t.getText().isBlank());
    }

    private Node node(String selector) {
        return Objects.requireNonNull(scene.getRoot().lookup(selector), selector);
    }

    private Stream<Node> nodes(String selector) {
        return scene.getRoot().lookupAll(selector).stream().filter(WindowMeasure::isSeen);
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible() || each.getOpacity() == 0) {
                return false;
            }
        }
        return true;
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
