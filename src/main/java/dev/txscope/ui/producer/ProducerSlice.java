package dev.txscope.ui.producer;

import dev.txscope.command.Command;
import dev.txscope.command.Command.SendRecords;
import dev.txscope.projection.ProducerState.Move;
import dev.txscope.projection.World;
import dev.txscope.ui.fx.ViewContext;

import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/// The producer's card.
public final class ProducerSlice {
    /// To be added to the scene's stylesheets once.
    public static final String STYLESHEET = "/dev/txscope/ui/producer/producer.css";

    private final ProducerModel model = new ProducerModel();
    private final ProducerPresenter presenter;
    private final ProducerForm form;
    private final Consumer<Command> commands;
    private final Region view;
    private @Nullable Shown shown;

    /// @param name the producer's name in the window
    /// @param commands takes what the person asks for
    public ProducerSlice(String name, ViewContext context, Consumer<Command> commands) {
        this.commands = commands;
        presenter = new ProducerPresenter(model, name);
        form = new ProducerForm(context.texts(), () -> press(Move.SEND));
        view = new ProducerView(name, model, context, form, this::press).build();
        model.freeProperty().subscribe(this::showAgain);
    }

    public Region view() {
        return view;
    }

    /// Whether any button may be pressed, legal or not.
    public BooleanProperty freeProperty() {
        return model.freeProperty();
    }

    /// @param live whether the newest state is shown: only then may anything be pressed
    /// @param remaining how long the open transaction may still be open
    public void show(World world, boolean live, Duration remaining) {
        shown = new Shown(world, live, remaining);
        showAgain();
    }

    /// As if its button was pressed: nothing happens where that is not allowed.
    public void press(Move move) {
        if (!model.move(move).allowedProperty().get()) {
            return;
        }
        switch (move) {
            case START_PRODUCER -> commands.accept(new Command.StartProducer());
            case BEGIN -> commands.accept(new Command.BeginTransaction());
            case SEND -> send();
            case COMMIT -> commands.accept(new Command.CommitTransaction());
            case ABORT -> commands.accept(new Command.AbortTransaction());
        }
    }

    /// Fills in what sensibly follows a value that was sent elsewhere.
    public void continueAfter(String sent) {
        form.continueAfter(sent);
    }

    private void send() {
        SendRecords records = form.records();
        if (records != null) {
            commands.accept(records);
            form.continueAfter(records.values().getLast());
        }
    }

    private void showAgain() {
        if (shown != null) {
            Shown now = Objects.requireNonNull(shown);
            presenter.show(now.world(), now.live(), now.remaining());
        }
    }

    private record Shown(World world, boolean live, Duration remaining) {}
}
