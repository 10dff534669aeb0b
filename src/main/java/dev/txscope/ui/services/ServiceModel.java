package dev.txscope.ui.services;

import dev.txscope.projection.ReaderState;
import dev.txscope.projection.ServicesState.ServiceState;
import dev.txscope.projection.Slot;
import dev.txscope.projection.World;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/// What is shown of one service.
///
/// @param state null while it is off
/// @param delivered how many records its consumer's application was given
/// @param newest the newest records' keys, oldest first; null for one without a key
record ServiceModel(@Nullable ServiceState state, long delivered, List<@Nullable String> newest) {
    private static final int SHOWN = 5;

    static final ServiceModel OFF = new ServiceModel(null, 0, List.of());

    static ServiceModel of(World world, String name) {
        ServiceState state = world.services().of(name);
        ReaderState reader =
                state instanceof ServiceState.On on ? world.readerOf(on.group()) : null;
        return reader == null
                ? new ServiceModel(state, 0, List.of())
                : new ServiceModel(state, reader.delivered().size(), keys(world, reader));
    }

    private static List<@Nullable String> keys(World world, ReaderState reader) {
        var partition = world.broker().partition();
        var keys = new ArrayList<@Nullable String>();
        if (partition != null) {
            NavigableMap<Long, ?> newestFirst = reader.delivered().descendingMap();
            for (long offset : newestFirst.keySet()) {
                if (keys.size() == SHOWN) {
                    break;
                }
                if (world.partition(partition).at(offset) instanceof Slot.Data data) {
                    keys.addFirst(data.content().key());
                }
            }
        }
        return keys;
    }
}
