package dev.txscope.ui.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.SampleRun;
import dev.txscope.event.TransactionState;
import dev.txscope.playback.History;
import dev.txscope.text.Language;
import dev.txscope.ui.control.FxThread;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fx")
class DiagramViewFxTest {

    @Test
    void theCurrentStateIsMarkedAndPointingAtRowsLightsItUp() throws Exception {
        FxThread.run(
                () -> {
                    var context = new ViewContext(new Texts(Language.FRENCH));
                    var slice = new DiagramSlice(context, "A");
                    var root = new StackPane(slice.view());
                    new Scene(root, 300, 600);
                    slice.jumpTo(new History(SampleRun.ofThePicture().log()).catchUp());
                    root.applyCss();
                    root.layout();
                    Node open = root.lookup(".stage-in-transaction");
                    var current = PseudoClass.getPseudoClass("current");
                    assertTrue(open.getPseudoClassStates().contains(current));
                    assertTrue(open.getAccessibleText().contains("l’état actuel"));
                    assertTrue(open.isFocusTraversable());
                    context.highlight().subjectProperty().set(TransactionState.ONGOING);
                    assertTrue(open.getPseudoClassStates().contains(Styles.LIT));
                    assertEquals(1, root.lookupAll(".diagram-stage:current").size());
                });
    }
}
