package dev.txscope.ui.timeline;

import dev.txscope.playback.Frame;
import dev.txscope.projection.Transaction;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// Which transactions are folded to their title line.
///
/// A settled one folds by itself when the next one begins; the newest stays open. What a person
/// folded or unfolded stays as it is.
final class Folds {
    static final int NONE = Integer.MAX_VALUE;

    private final Map<Integer, Boolean> byHand = new HashMap<>();
    private final BitSet bySelf = new BitSet();
    private final TreeSet<Integer> open = new TreeSet<>();
    private int known;

    boolean isFolded(int transaction) {
        Boolean chosen = byHand.get(transaction);
        return chosen == null ? bySelf.get(transaction) : chosen;
    }

    void toggle(int transaction) {
        byHand.put(transaction, !isFolded(transaction));
    }

    /// Folds what has settled since.
    ///
    /// @return the lowest number of those that changed, [#NONE] for none
    int settle(Frame frame) {
        int newest = frame.world().transactions().all().size();
        while (known < newest) {
            open.add(++known);
        }
        int lowest = NONE;
        for (int number : open.toArray(Integer[]::new)) {
            if (settled(frame, number) && number < newest) {
                open.remove(number);
                bySelf.set(number);
                lowest = Math.min(lowest, number);
            }
        }
        return lowest;
    }

    /// Decides for all of them anew: the frame is another one than the next.
    void reset(Frame frame) {
        bySelf.clear();
        open.clear();
        known = 0;
        settle(frame);
    }

    private static boolean settled(Frame frame, int number) {
        Transaction t = frame.world().transactions().number(number);
        return t != null && t.settled();
    }
}
