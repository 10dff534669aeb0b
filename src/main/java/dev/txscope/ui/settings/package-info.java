/// What the broker and the clients are set to, beside Kafka's defaults: nothing of it is hidden.
///
/// May use: `ui.fx`, `ui.control`, `projection`, `event`, `text`. FX thread only.
@NullMarked
package dev.txscope.ui.settings;

import org.jspecify.annotations.NullMarked;
