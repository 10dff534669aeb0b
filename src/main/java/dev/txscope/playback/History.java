package dev.txscope.playback;

import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;

import java.util.ArrayList;
import java.util.List;

/// Folds the log, and can show any prefix of it again.
///
/// Frames share what they have in common, so a snapshot every [#EVERY] facts is cheap, and a frame
/// in the past is the snapshot before it and a few facts more.
public final class History {
    static final int EVERY = 256;

    private final EventLog log;
    private final List<Frame> snapshots = new ArrayList<>(List.of(Frame.empty()));
    private Frame latest = Frame.empty();

    public History(EventLog log) {
        this.log = log;
    }

    /// Folds what was appended since, and returns the frame with all of it.
    public synchronized Frame catchUp() {
        for (Envelope e : log.from(latest.size())) {
            latest = latest.plus(e);
            if (latest.size() % EVERY == 0) {
                snapshots.add(latest);
            }
        }
        return latest;
    }

    /// The newest frame that was folded; cheap.
    public synchronized Frame latest() {
        return latest;
    }

    /// The frame after the first `size` facts.
    ///
    /// @throws IndexOutOfBoundsException if there are not that many
    public synchronized Frame at(long size) {
        if (size < 0 || size > log.size()) {
            throw new IndexOutOfBoundsException("No frame of " + size + " among " + log.size());
        }
        catchUp();
        Frame frame = snapshots.get((int) (size / EVERY));
        while (frame.size() < size) {
            frame = frame.plus(log.get(frame.size()));
        }
        return frame;
    }
}
