package dev.txscope.ui.diagram;

import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;

/// The state diagram with its title, what the coordinator said last, and where Kafka differs from
/// the diagram of the course.
final class DiagramView implements Builder<Region> {
    private final DiagramModel model;
    private final ViewContext context;

    DiagramView(DiagramModel model, ViewContext context) {
        this.model = model;
        this.context = context;
    }

    @Override
    public Region build() {
        var caption = Styles.styled(new Label(), "diagram-caption");
        caption.textProperty().bind(caption());
        var note = Styles.styled(new Label(), Styles.NOTE, "diagram-note");
        note.textProperty().bind(context.texts().of("diagram.note"));
        var words = wrapped(note);
        var said = wrapped(caption);
        var title = title();
        var card = new VBox(title, new DiagramPane(model, context), said, words);
        card.heightProperty().subscribe(() -> giveWay(card, words, title, said));
        return Styles.styled(card, Styles.CARD, "diagram");
    }

    /// Where the card is too low for all, the first of these goes first.
    private static void giveWay(VBox card, Node... lessNeeded) {
        for (Node each : lessNeeded) {
            each.setVisible(true);
            each.setManaged(true);
        }
        for (Node each : lessNeeded) {
            boolean fits = card.prefHeight(card.getWidth()) <= card.getHeight() + 1;
            if (!fits) {
                each.setVisible(false);
                each.setManaged(false);
            }
        }
    }

    private Node title() {
        var title = Styles.styled(new Label(), Styles.TITLE);
        title.textProperty().bind(context.texts().of("diagram.title"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        var caption = Styles.styled(new Label(), Styles.CAPTION);
        caption.textProperty().bind(context.texts().of("diagram.source"));
        return Styles.styled(new HBox(title, caption), "diagram-title");
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private StringBinding caption() {
        return Bindings.createStringBinding(
                () -> {
                    Shown shown = model.shownProperty().get();
                    String said = context.texts().get(shown.caption());
                    return shown.skipped() == 0
                            ? said
                            : said + " " + context.texts().get("diagram.skipped", shown.skipped());
                },
                model.shownProperty(),
                context.texts().languageProperty());
    }
}
