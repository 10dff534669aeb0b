package dev.txscope.ui.shell;

import dev.txscope.text.Messages;
import dev.txscope.ui.fx.Styles;

import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// What is seen first: the window's ground, its name and its first sentence, about as soon as an
/// empty window. Its parts take a second more and are built after the first pulse.
///
/// It is made of shapes: the first control costs 0.2 s, the first of all stylesheets as much again.
public final class OpeningScene {
    private static final String NAME = "shell.name";
    private static final String SENTENCE = "sentence.starting";

    private OpeningScene() {}

    /// Reads its words on whatever thread, so that the FX thread need not.
    public static void readWords(Messages messages) {
        messages.get(NAME);
        messages.get(SENTENCE);
    }

    public static Scene create(Choices choices, MainWindow.Size size) {
        var messages = Messages.in(choices.language());
        var name = Styles.styled(new Text(messages.get(NAME)), "brand");
        var sentence = Styles.styled(new Text(messages.get(SENTENCE)), "sentence");
        var ground = Styles.styled(new VBox(name, sentence), "opening");
        var scene = new Scene(ground, size.width(), size.height());
        Looks.dressOpening(scene, choices);
        return scene;
    }
}
