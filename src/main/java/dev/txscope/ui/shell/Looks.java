package dev.txscope.ui.shell;

import dev.txscope.ui.broker.BrokerSlice;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.diagram.DiagramSlice;
import dev.txscope.ui.fx.ViewContext;
import dev.txscope.ui.fx.WordWidth;
import dev.txscope.ui.now.NowSlice;
import dev.txscope.ui.producer.ProducerSlice;
import dev.txscope.ui.sentence.SentenceSlice;
import dev.txscope.ui.services.ServicesSlice;
import dev.txscope.ui.settings.SettingsSlice;
import dev.txscope.ui.timeline.TimelineSlice;
import dev.txscope.ui.transport.TransportSlice;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Dresses the scene: theme, text size, and what a projector needs. Follows the system's theme, and
/// what the person chooses.
final class Looks {
    private static final List<String> STYLESHEETS =
            List.of(
                    "/dev/txscope/ui/base.css",
                    Icons.STYLESHEET,
                    "/dev/txscope/ui/shell/shell.css",
                    BrokerSlice.STYLESHEET,
                    SettingsSlice.STYLESHEET,
                    ServicesSlice.STYLESHEET,
                    SentenceSlice.STYLESHEET,
                    ProducerSlice.STYLESHEET,
                    DiagramSlice.STYLESHEET,
                    NowSlice.STYLESHEET,
                    TimelineSlice.STYLESHEET,
                    TransportSlice.STYLESHEET);

    /// A window lower than so many em folds the statement of the last click.
    private static final double COMPACT = 67;

    /// A window lower than so many em shows the statement in one line.
    private static final double LOW = 54;

    /// A window lower than so many em has no room for a title that can be missed.
    private static final double TIGHT = 60;

    /// In a window narrower than so many em of usual words things are said in fewer.
    private static final double NARROW = 92;

    /// What details take on the left, in em.
    private static final double DETAILS = 4;

    private final ViewContext context;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<TextSize> textSize;

    Looks(ViewContext context, Choices choices) {
        this.context = context;
        theme = new SimpleObjectProperty<>(choices.theme());
        textSize = new SimpleObjectProperty<>(choices.textSize());
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    ObjectProperty<TextSize> textSizeProperty() {
        return textSize;
    }

    /// Dresses the scene, now and whenever something changes.
    void dress(Scene scene) {
        Runnable again = () -> dressNow(scene);
        Platform.getPreferences().colorSchemeProperty().subscribe(again);
        theme.subscribe(again);
        textSize.subscribe(again);
        scene.heightProperty().subscribe(() -> resized(scene));
        scene.widthProperty().subscribe(() -> fold(scene));
        context.detailsProperty().subscribe(() -> fold(scene));
        dressNow(scene);
    }

    /// Dresses the scene that is seen until the window's own is built. Without the stylesheet of
    /// all controls, which it has none of: to read it takes as long as the rest of this scene.
    static void dressOpening(Scene scene, Choices choices) {
        var sheets = tokens(choices.theme().isDark(system()));
        sheets.add(url("/dev/txscope/ui/shell/opening.css"));
        sheets.add(TextSize.stylesheet(choices.textSize().pixels(scene.getHeight())));
        scene.getStylesheets().setAll(sheets);
    }

    /// Dresses all controls. Before the first of them is made, since JavaFX reads a stylesheet of
    /// its own for it where there is none.
    void dressControls() {
        String sheet = Theme.userAgentStylesheet(isDark());
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    /// Turns light to dark and back, from what is seen now.
    void toggleTheme() {
        theme.set(theme.get().opposite(system()));
    }

    boolean isDark() {
        return theme.get().isDark(system());
    }

    private void dressNow(Scene scene) {
        boolean dark = isDark();
        boolean projector = textSize.get().isProjector();
        dressControls();
        var sheets = tokens(dark);
        STYLESHEETS.forEach(sheet -> sheets.add(url(sheet)));
        if (projector) {
            sheets.add(url("/dev/txscope/ui/projector.css"));
        }
        sheets.add(TextSize.stylesheet(textSize.get().pixels(scene.getHeight())));
        scene.getStylesheets().setAll(sheets);
        toggle(scene, "projector", projector);
        toggle(scene, "wide-words", !projector && WordWidth.isWide());
        if (projector) {
            context.detailsProperty().set(false);
        }
        fold(scene);
    }

    private static List<String> tokens(boolean dark) {
        var sheets = new ArrayList<String>();
        sheets.add(url("/dev/txscope/ui/tokens.css"));
        if (dark) {
            sheets.add(url("/dev/txscope/ui/dark.css"));
        }
        return sheets;
    }

    private void resized(Scene scene) {
        if (textSize.get().isProjector()) {
            dressNow(scene);
        } else {
            fold(scene);
        }
    }

    /// What is said twice gives way where the window is low for its text.
    private void fold(Scene scene) {
        double em = textSize.get().pixels(scene.getHeight());
        context.briefProperty().set(scene.getWidth() / em < NARROW * WordWidth.ratio());
        double lines = scene.getHeight() / em;
        lines -= context.detailsProperty().get() ? DETAILS : 0;
        toggle(scene, "compact", lines < COMPACT);
        toggle(scene, "tight", lines < TIGHT);
        toggle(scene, "low", lines < LOW);
    }

    private static void toggle(Scene scene, String styleClass, boolean on) {
        var classes = scene.getRoot().getStyleClass();
        classes.remove(styleClass);
        if (on) {
            classes.add(styleClass);
        }
    }

    private static ColorScheme system() {
        return Platform.getPreferences().getColorScheme();
    }

    private static String url(String resource) {
        return Objects.requireNonNull(Looks.class.getResource(resource), resource).toExternalForm();
    }
}
