package dev.txscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.StreamSupport;

/// What a service says that its consumer delivered since it was started.
///
/// @param count of all records
/// @param newest their transactions' ids, oldest first, as many as the service keeps
record Metrics(long count, List<String> newest) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The list has two names: the course's text says `messages`, its programs `processedTxIds`.
    ///
    /// @return null if the text is something else
    static @Nullable Metrics parse(String text) {
        JsonNode node = json(text);
        JsonNode list =
                node.has("processedTxIds") ? node.get("processedTxIds") : node.get("messages");
        if (list == null || !list.isArray() || !node.path("processedCount").isIntegralNumber()) {
            return null;
        }
        return new Metrics(
                node.path("processedCount").longValue(),
                StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList());
    }

    /// A missing node if it is none.
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }

    long times(String txId) {
        return newest.stream().filter(txId::equals).count();
    }

    /// Whether something may have been delivered between the two that neither shows.
    boolean missedSince(Metrics before) {
        return count < before.count || count - before.count > newest.size();
    }
}
