package dev.txscope.playback;

import dev.txscope.event.Envelope;
import dev.txscope.event.EventLog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Folds the log, and can show any prefix of it again.
///
/// Frames share what they have in common, so a snapshot every [#EVERY] facts is cheap, and a frame
/// in the past is the snapshot before it and a few facts more. Any thread may look while one folds:
/// who looks never waits for a burst of facts to be folded.
public final class History {
    static final int EVERY = 256;

    private final EventLog log;
    private final List<Frame> snapshots = new CopyOnWriteArrayList<>(List.of(Frame.empty()));
    private volatile Frame latest = Frame.empty();

    public History(EventLog log) {
        this.log = log;
    }

    /// Folds what was appended since, and returns the frame with all of it.
    public synchronized Frame catchUp() {
        Frame frame = latest;
        for (Envelope e : log.from(frame.size())) {
            frame = frame.plus(e);
            if (frame.size() % EVERY == 0) {
                snapshots.add(frame);
            }
            latest = frame;
        }
        return frame;
    }

    /// The newest frame that was folded; cheap.
    public Frame latest() {
        return latest;
    }

    /// The frame after the first `size` facts.
    ///
    /// @throws IndexOutOfBoundsException if there are not that many
    public Frame at(long size) {
        if (size < 0 || size > log.size()) {
            throw new IndexOutOfBoundsException("No frame of " + size + " among " + log.size());
        }
        if (size > latest.size()) {
            catchUp();
        }
        Frame frame = snapshots.get((int) (size / EVERY));
        while (frame.size() < size) {
            frame = frame.plus(log.get(frame.size()));
        }
        return frame;
    }
}
