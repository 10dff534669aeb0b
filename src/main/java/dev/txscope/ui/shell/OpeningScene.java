package dev.txscope.ui.shell;

import dev.txscope.ui.fx.Nodes;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.scene.Scene;
import javafx.scene.layout.VBox;

/// What is seen first: the window's ground, its name and its first sentence, about as soon as an
/// empty window. Its parts take a second more and are built after the first pulse.
public final class OpeningScene {
    private OpeningScene() {}

    public static Scene create(Choices choices, MainWindow.Size size) {
        var texts = new Texts(choices.language());
        var name = Nodes.label(texts.of("shell.name"), "brand");
        var sentence = Nodes.label(texts.of("sentence.starting"));
        var ground = Styles.styled(new VBox(name, sentence), "window", "opening");
        var scene = new Scene(ground, size.width(), size.height());
        new Looks(new ViewContext(texts), choices).dress(scene);
        return scene;
    }
}
