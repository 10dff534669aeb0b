package dev.txscope.ui.fx;

import javafx.animation.AnimationTimer;

/// Does something once, some frames later: when what was shown before is really on screen.
public final class AfterFrames extends AnimationTimer {
    private final Runnable action;
    private int left;

    public AfterFrames(int frames, Runnable action) {
        left = frames;
        this.action = action;
    }

    @Override
    public void handle(long now) {
        left--;
        if (left <= 0) {
            stop();
            action.run();
        }
    }
}
