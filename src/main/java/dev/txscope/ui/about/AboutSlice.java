package dev.txscope.ui.about;

import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.control.Overlay;
import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// What the program is, over the window until it is closed. Nothing of it is built, read or asked
/// for before it is first opened, not even its stylesheet: the start does not pay for it.
public final class AboutSlice {
    private static final String STYLESHEET = "/dev/txscope/ui/about/about.css";

    private final Texts texts;
    private final Overlay overlay = new Overlay();
    private final ObjectProperty<@Nullable BrokerReady> ready = new SimpleObjectProperty<>();
    private Supplier<Program> program = Program::unnamed;
    private @Nullable LicencesPane licences;

    public AboutSlice(ViewContext context) {
        texts = context.texts();
    }

    public Region view() {
        return overlay.view();
    }

    /// Whether it is shown; what lies behind must not be reached then.
    public ReadOnlyBooleanProperty openProperty() {
        return overlay.openProperty();
    }

    /// Says who knows the program; asked once, when it is first opened.
    public void setProgram(Supplier<Program> knows) {
        program = knows;
    }

    /// What the newest broker said of itself.
    public void show(@Nullable BrokerReady broker) {
        ready.set(broker);
    }

    /// The button that opens it.
    public Node button() {
        var button = new Button(null, Icons.about());
        button.setId("about-open");
        button.accessibleTextProperty().bind(texts.of("about.open"));
        Nodes.tip(button, texts.of("about.open.tip"));
        button.setOnAction(_ -> open());
        return button;
    }

    public void open() {
        LicencesPane pane = licences == null ? build(program.get()) : licences;
        licences = pane;
        overlay.open(pane.first());
    }

    private LicencesPane build(Program known) {
        var sheet = Objects.requireNonNull(AboutSlice.class.getResource(STYLESHEET), STYLESHEET);
        overlay.view().getStylesheets().add(sheet.toExternalForm());
        var pane = new LicencesPane(texts, Components.ofProgram().shippedWith(known));
        VBox.setVgrow(pane.view(), Priority.ALWAYS);
        overlay.panel().getStyleClass().add("about");
        overlay.panel().addEventFilter(KeyEvent.KEY_PRESSED, this::closeAtEscape);
        overlay.panel()
                .getChildren()
                .addAll(
                        head(),
                        facts(known),
                        Nodes.label(texts.of("about.components"), "about-part"),
                        pane.view(),
                        buttons(known));
        return pane;
    }

    private Node head() {
        var name = Nodes.label(texts.of("shell.name"), "about-name");
        var what = Nodes.label(texts.of("about.what"), "wrapped");
        what.setMinHeight(Region.USE_PREF_SIZE);
        var icon = Styles.styled(new Region(), "about-icon");
        return Styles.styled(new HBox(icon, new VBox(name, what)), "about-head");
    }

    private Node facts(Program known) {
        var both = Styles.styled(new HBox(), "about-columns");
        Runnable fill =
                () -> {
                    var words = new AboutText(texts.messages(), known);
                    var places = FactsGrid.of(words.places(ready.get()));
                    HBox.setHgrow(places, Priority.ALWAYS);
                    both.getChildren().setAll(FactsGrid.of(words.versions()), places);
                };
        texts.languageProperty().subscribe(fill);
        ready.subscribe(fill);
        fill.run();
        return both;
    }

    private HBox buttons(Program known) {
        var copy = Nodes.button(texts, "about.copy", "about-copy");
        copy.setOnAction(_ -> copy(new AboutText(texts.messages(), known).copied(ready.get())));
        var folder = Nodes.button(texts, "about.copyFolder", "about-copy-folder");
        folder.setOnAction(_ -> copy(new Places(known).reports()));
        var close = Nodes.button(texts, "shell.close", "about-close");
        close.setOnAction(_ -> overlay.close());
        return Styles.styled(new HBox(copy, folder, close), "about-buttons");
    }

    /// A list takes Esc for itself.
    private void closeAtEscape(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            overlay.close();
            e.consume();
        }
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
