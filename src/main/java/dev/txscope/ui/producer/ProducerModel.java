package dev.txscope.ui.producer;

import dev.txscope.projection.Message;
import dev.txscope.projection.ProducerState.Move;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What the producer's card shows. The presenter writes it, the view binds to it.
final class ProducerModel {
    /// How the card's status looks.
    enum Look {
        QUIET,
        OPEN,
        COMMITTED,
        ABORTED,
        FAILED
    }

    private final ObjectProperty<Message> status =
            new SimpleObjectProperty<>(Message.of("producer.status.none"));
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.QUIET);
    private final StringProperty transactionalId = new SimpleStringProperty("");
    private final StringProperty identity = new SimpleStringProperty("");
    private final StringProperty statement = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Message> result = new SimpleObjectProperty<>(null);
    private final ObjectProperty<Look> resultLook = new SimpleObjectProperty<>(Look.QUIET);
    private final BooleanProperty free = new SimpleBooleanProperty(false);
    private final Map<Move, MoveModel> moves = new EnumMap<>(Move.class);

    ProducerModel() {
        for (Move move : Move.values()) {
            moves.put(move, new MoveModel());
        }
    }

    /// What the producer's transaction is doing.
    ObjectProperty<Message> statusProperty() {
        return status;
    }

    ObjectProperty<Look> lookProperty() {
        return look;
    }

    StringProperty transactionalIdProperty() {
        return transactionalId;
    }

    /// Producer id, epoch and the client's state, for *Details*.
    StringProperty identityProperty() {
        return identity;
    }

    /// The Java statement that the last click ran.
    StringProperty statementProperty() {
        return statement;
    }

    /// What came of it; null before the first.
    ObjectProperty<@Nullable Message> resultProperty() {
        return result;
    }

    ObjectProperty<Look> resultLookProperty() {
        return resultLook;
    }

    /// Whether any button may be pressed, legal or not.
    BooleanProperty freeProperty() {
        return free;
    }

    MoveModel move(Move move) {
        return Objects.requireNonNull(moves.get(move));
    }

    /// One button.
    static final class MoveModel {
        private final BooleanProperty allowed = new SimpleBooleanProperty(false);
        private final BooleanProperty invited = new SimpleBooleanProperty(false);
        private final ObjectProperty<@Nullable Message> reason = new SimpleObjectProperty<>(null);

        BooleanProperty allowedProperty() {
            return allowed;
        }

        /// Whether it is the one thing to do.
        BooleanProperty invitedProperty() {
            return invited;
        }

        /// Why it is not allowed; null while it is.
        ObjectProperty<@Nullable Message> reasonProperty() {
            return reason;
        }
    }
}
