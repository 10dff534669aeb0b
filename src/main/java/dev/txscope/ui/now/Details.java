package dev.txscope.ui.now;

import javafx.css.PseudoClass;

/// The looks that only the grid has.
final class Details {
    /// Rows are taller, since they say more.
    static final PseudoClass ON = PseudoClass.getPseudoClass("details");

    /// The next offset, which nobody has yet.
    static final PseudoClass GHOST = PseudoClass.getPseudoClass("ghost");

    private Details() {}
}
