package dev.txscope.ui.now;

import dev.txscope.event.Isolation;
import dev.txscope.event.Outcome;
import dev.txscope.projection.ReaderState.Reading;
import dev.txscope.projection.Slot;
import dev.txscope.projection.Slot.Fate;
import dev.txscope.ui.control.Icons;
import dev.txscope.ui.fx.Styles;
import dev.txscope.ui.fx.Texts;
import dev.txscope.ui.fx.ViewContext;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// What a cell of the grid looks like, by what it means. Fate is the log's alone: a delivered
/// record is one neutral card, and what its application is not told stands beside it without a box.
final class CellContents {
    private final ViewContext context;
    private final Wording wording;

    CellContents(ViewContext context, Wording wording) {
        this.context = context;
        this.wording = wording;
    }

    Node log(Column column) {
        return switch (column.slot()) {
            case null -> column.isGhost() ? ghost(column) : quiet("now.unknown");
            case Slot.Marker marker -> withDetails(marker(marker), marker, List.of());
            case Slot.Data data -> withDetails(record(data), data, batch(data));
        };
    }

    private Node record(Slot.Data data) {
        var box = slot(data.offset(), value(data), tag(data.fate()));
        switch (data.fate()) {
            case PLAIN -> {}
            case OPEN -> box.pseudoClassStateChanged(Styles.OPEN, true);
            case COMMITTED -> box.pseudoClassStateChanged(Styles.COMMITTED, true);
            case ABORTED -> box.pseudoClassStateChanged(Styles.ABORTED, true);
        }
        return box;
    }

    private List<Node> tag(Fate fate) {
        return switch (fate) {
            case PLAIN -> List.of();
            case OPEN -> List.of(fixed("now.tag.open", "now-tag"));
            case COMMITTED -> List.of(Icons.check());
            case ABORTED -> List.of(Icons.cross(), fixed("now.tag.aborted", "now-tag"));
        };
    }

    private Node marker(Slot.Marker marker) {
        boolean commit = marker.outcome() == Outcome.COMMIT;
        var name = Styles.styled(new Label(commit ? "commit" : "abort"), Styles.CODE);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var box =
                brief()
                        ? slot(marker.offset(), name, List.of(Icons.diamond()))
                        : slot(marker.offset(), new HBox(Icons.diamond(), name), List.of());
        box.pseudoClassStateChanged(Styles.MARKER, true);
        box.pseudoClassStateChanged(commit ? Styles.COMMITTED : Styles.ABORTED, true);
        return box;
    }

    private Node ghost(Column column) {
        String key =
                switch (column.state()) {
                    case FIRST -> "now.first";
                    case NEXT_OR_MARKER -> "now.next.or.marker";
                    case NEXT, TAKEN, UNKNOWN -> "now.next";
                };
        var box = slot(column.offset(), fixed(brief(key), "now-next"), List.of());
        box.pseudoClassStateChanged(Details.GHOST, true);
        return box;
    }

    /// Offset, content and tag on one line; where there is little room the content is under both.
    private Pane slot(long offset, Node content, List<Node> tag) {
        var number = Styles.styled(new Label(Long.toString(offset)), Styles.CODE, "now-offset");
        number.setMinWidth(Region.USE_PREF_SIZE);
        var box = Styles.styled(new HBox(), "now-box", "now-slot");
        if (brief() && !tag.isEmpty()) {
            var line = Styles.styled(new HBox(number), "now-over");
            line.getChildren().addAll(tag);
            box.getChildren().add(Styles.styled(new VBox(line, content), "now-stack"));
            return box;
        }
        HBox.setHgrow(content, Priority.ALWAYS);
        box.getChildren().addAll(number, content);
        if (!tag.isEmpty()) {
            box.getChildren().add(new VBox(tag.toArray(Node[]::new)));
        }
        return box;
    }

    private boolean brief() {
        return context.briefProperty().get();
    }

    /// The key of what is said in fewer words where there is little room.
    private String brief(String key) {
        return brief() ? key + ".brief" : key;
    }

    /// Batch and producer, under the cell.
    private Node withDetails(Node cell, Slot slot, List<Label> more) {
        if (!context.detailsProperty().get()) {
            return cell;
        }
        var lines = new ArrayList<Node>(List.of(cell));
        String id = Long.toString(slot.producerId());
        String epoch = Integer.toString(slot.producerEpoch());
        lines.add(detail(texts().get("now.details.producer", id, epoch)));
        lines.addAll(more);
        return Styles.styled(new VBox(lines.toArray(Node[]::new)), "now-with-details");
    }

    private List<Label> batch(Slot.Data data) {
        String first = Long.toString(data.batchBase());
        String last = Long.toString(data.batchLast());
        return List.of(
                detail(
                        data.batchBase() == data.batchLast()
                                ? texts().get("now.details.batch", first)
                                : texts().get("now.details.batches", first, last)));
    }

    private static Label detail(String text) {
        return Styles.styled(new Label(text), "now-detail");
    }

    Node reader(Column column, Isolation isolation) {
        boolean stops = isolation == Isolation.READ_COMMITTED;
        Reading reading = stops ? column.committed() : column.everything();
        if (column.isGhost() || reading == null) {
            return beside(column, stops);
        }
        return switch (reading) {
            case DELIVERED -> delivered(column);
            case HELD -> held(column);
            case FILTERED -> filtered();
            case NEVER_DELIVERED -> quiet(brief("now.never"));
            case COMING -> quiet("now.coming");
        };
    }

    /// Under the next offset nothing is delivered: there is room to say why reads stop.
    private Node beside(Column column, boolean stops) {
        if (column.state() == Column.State.FIRST) {
            return quiet(brief("now.nothing"));
        }
        boolean gated = column.isGhost() && column.lastStableOffset() < column.offset();
        if (!stops || !gated) {
            return new Region();
        }
        String offset = Long.toString(column.lastStableOffset());
        Node says = lines(texts().get(brief("now.gate"), offset));
        return Styles.styled(says, "now-gate-says");
    }

    private Node delivered(Column column) {
        if (!(column.slot() instanceof Slot.Data data)) {
            return new Region();
        }
        var card = Styles.styled(new HBox(value(data)), "now-box", "now-card");
        card.pseudoClassStateChanged(Styles.DELIVERED, true);
        HBox.setHgrow(card, Priority.ALWAYS);
        var row = Styles.styled(new HBox(card), "now-delivered");
        String untold = Wording.untold(column);
        if (untold != null) {
            var note = fixed(brief(untold), Styles.NOTE);
            boolean open = data.fate() == Fate.OPEN;
            note.pseudoClassStateChanged(open ? Styles.OPEN : Styles.ABORTED, true);
            row.getChildren().add(note);
        }
        return row;
    }

    private Node held(Column column) {
        String offset = Long.toString(column.lastStableOffset());
        var says =
                Wording.isOpen(column)
                        ? texts().get(brief("now.held"))
                        : texts().get(brief("now.held.behind"), offset);
        var box = Styles.styled(new HBox(Icons.lock(), lines(says)), "now-box", "now-edge");
        box.pseudoClassStateChanged(Styles.HELD, true);
        return box;
    }

    private Node filtered() {
        var box = Styles.styled(new HBox(lines(texts().get(brief("now.filtered")))), "now-box");
        box.getStyleClass().add("now-edge");
        box.pseudoClassStateChanged(Styles.FILTERED, true);
        return box;
    }

    /// What it is, and under it the rest of the sentence, quieter.
    private static Node lines(String text) {
        var lines = new VBox();
        text.lines().forEach(line -> lines.getChildren().add(new Label(line)));
        lines.getChildren().getFirst().getStyleClass().add("now-what");
        return Styles.styled(lines, "now-lines");
    }

    private Label value(Slot.Data data) {
        var label = new Label(wording.value(data, Column.SHOWN));
        boolean empty = data.content().bytes() == 0;
        label.getStyleClass().addAll(empty ? "now-quiet" : Styles.CODE, "now-value");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        return label;
    }

    private Label fixed(String key, String styleClass) {
        var label = Styles.styled(new Label(texts().get(key)), styleClass);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Label quiet(String key) {
        var label = Styles.styled(new Label(texts().get(key)), "now-quiet");
        label.setAlignment(Pos.CENTER);
        return label;
    }

    private Texts texts() {
        return context.texts();
    }
}
