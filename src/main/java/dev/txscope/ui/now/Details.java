package dev.txscope.ui.now;

import javafx.css.PseudoClass;

/// The looks that only the grid has.
final class Details {
    /// Rows are taller, since they say more.
    static final PseudoClass ON = PseudoClass.getPseudoClass("details");

    /// The next offset, which nobody has yet.
    static final PseudoClass GHOST = PseudoClass.getPseudoClass("ghost");

    /// Things are said in fewer words.
    static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

    /// The newest column may be out of sight.
    static final PseudoClass SCROLLED = PseudoClass.getPseudoClass("scrolled");

    private Details() {}
}
