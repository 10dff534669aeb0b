package dev.txscope.ui.fx;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.txscope.text.Language;
import dev.txscope.ui.control.FxThread;

import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What is said where the mouse rests, by a mouse that moves.
@Tag("fx")
class TooltipsFxTest {
    private static final double WIDTH = 400;

    private final Texts texts = new Texts(Language.ENGLISH);
    private Stage stage;
    private Region node;

    @BeforeEach
    void show() throws Exception {
        FxThread.run(
                () -> {
                    node = new Region();
                    node.setMaxSize(100, 100);
                    Nodes.tip(node, texts.of("about.open.tip"));
                    stage = new Stage();
                    stage.setScene(new Scene(new StackPane(node), WIDTH, 300));
                    stage.show();
                    new Robot().mouseMove(stage.getX() + 5, stage.getY() + 5);
                });
    }

    @AfterEach
    void close() throws Exception {
        FxThread.run(stage::close);
    }

    @Test
    void itIsShownWhereTheMouseRestsAndSpeaksTheLanguageThatIsShown() throws Exception {
        assertEquals(List.of(), shown());
        point();
        await().until(() -> shown().size() == 1);
        assertEquals(texts.get("about.open.tip"), FxThread.call(() -> tooltip().getText()));
        FxThread.run(() -> texts.languageProperty().set(Language.FRENCH));
        assertEquals(
                new Texts(Language.FRENCH).get("about.open.tip"),
                FxThread.call(() -> tooltip().getText()));
    }

    @Test
    void itCoversOnlyAPartOfTheWindow() throws Exception {
        point();
        await().until(() -> shown().size() == 1);
        assertEquals(0.35 * WIDTH, FxThread.call(() -> tooltip().getMaxWidth()));
    }

    @Test
    void itGoesWhenTheMouseLeaves() throws Exception {
        point();
        await().until(() -> shown().size() == 1);
        FxThread.run(() -> new Robot().mouseMove(stage.getX() + 5, stage.getY() + 5));
        await().until(() -> shown().isEmpty());
    }

    private void point() throws Exception {
        FxThread.run(
                () -> {
                    var place = node.localToScreen(node.getBoundsInLocal());
                    new Robot().mouseMove(place.getCenterX(), place.getCenterY());
                });
    }

    private static Tooltip tooltip() {
        return (Tooltip)
                Window.getWindows().stream()
                        .filter(Tooltip.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Window> shown() throws Exception {
        return FxThread.call(
                () ->
                        Window.getWindows().stream()
                                .filter(w -> w instanceof Tooltip && w.isShowing())
                                .toList());
    }
}
