package dev.txscope.ui.diagram;

import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Tooltips;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.Locale;

/// One state of the diagram. Pointing at it lights up the coordinator's rows with that state.
final class StageView extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass BEHIND = PseudoClass.getPseudoClass("behind");
    private static final PseudoClass CLIENTS = PseudoClass.getPseudoClass("clients");

    private final Stage stage;
    private final ViewContext context;
    private final StringProperty tip = new SimpleStringProperty();
    private Shown shown = Shown.NOTHING;

    StageView(Stage stage, ViewContext context) {
        this.stage = stage;
        this.context = context;
        String name = stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Styles.styled(this, "diagram-stage", "stage-" + name);
        setAccessibleRole(AccessibleRole.TEXT);
        var kafka = Styles.styled(new Label(stage.state().kafkaName()), "diagram-kafka");
        kafka.visibleProperty().bind(context.detailsProperty());
        kafka.managedProperty().bind(kafka.visibleProperty());
        getChildren().addAll(Styles.styled(new Label(stage.courseName()), "diagram-name"), kafka);
        Tooltips.install(this, tip);
        hoverProperty().subscribe((_, in) -> point(in));
        focusedProperty().subscribe((_, in) -> point(in));
        context.texts().languageProperty().subscribe(_ -> say());
        context.highlight()
                .subjectProperty()
                .subscribe(on -> pseudoClassStateChanged(Styles.LIT, stage.state().equals(on)));
    }

    Stage stage() {
        return stage;
    }

    void show(Shown next) {
        shown = next;
        pseudoClassStateChanged(CURRENT, next.isCurrent(stage));
        pseudoClassStateChanged(BEHIND, next.isBehind(stage));
        pseudoClassStateChanged(CLIENTS, next.isClients(stage));
        say();
    }

    private void say() {
        String meaning = context.texts().get("diagram.state." + stage.name());
        String kafka = context.texts().get("diagram.kafka", stage.state().kafkaName());
        tip.set(kafka + "\n" + meaning);
        setAccessibleText(stage.courseName() + " — " + where() + "\n" + kafka + "\n" + meaning);
    }

    private String where() {
        String key = "diagram.here.no";
        if (shown.isClients(stage)) {
            key = "diagram.here.client";
        } else if (shown.isCurrent(stage) || shown.isBehind(stage)) {
            key = "diagram.here.yes";
        }
        return context.texts().get(key);
    }

    private void point(boolean in) {
        var subject = context.highlight().subjectProperty();
        if (in) {
            subject.set(stage.state());
        } else if (stage.state().equals(subject.get())) {
            subject.set(null);
        }
    }
}
