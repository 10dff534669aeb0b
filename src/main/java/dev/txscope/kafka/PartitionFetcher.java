package dev.txscope.kafka;

import dev.txscope.event.Isolation;
import dev.txscope.event.Outcome;
import dev.txscope.kafka.Slice.Aborted;
import dev.txscope.kafka.Slice.Batch;
import dev.txscope.kafka.Slice.Entry;
import dev.txscope.kafka.Slice.Header;
import dev.txscope.kafka.Slice.Marker;

import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.BootstrapConfiguration;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.Selector;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.LogContext;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One connection to a partition's leader that fetches as consumers do, and keeps what they drop:
/// markers, HW, LSO, the list of aborted transactions.
///
/// The only class that uses parts of kafka-clients that are not its API. They move between
/// versions; an integration test reads every kind of batch through it. Used by one thread, but for
/// [#stop()].
final class PartitionFetcher implements AutoCloseable {
    private static final int ANY = -1;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int REQUEST_MILLIS = 10_000;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final FetchTarget target;
    private final Metrics metrics = new Metrics();
    private final KafkaClient client;

    /// @param config the client's configuration, for security; see [ClientConfigs]
    PartitionFetcher(Map<String, Object> config, String clientId, FetchTarget target) {
        this.target = target;
        var context = new LogContext("[" + clientId + "] ");
        var channels =
                ClientUtils.createChannelBuilder(
                        new AdminClientConfig(config), Time.SYSTEM, context);
        var selector =
                new Selector(
                        Selector.NO_IDLE_TIMEOUT_MS,
                        metrics,
                        Time.SYSTEM,
                        clientId,
                        channels,
                        context);
        client =
                new NetworkClient(
                        selector,
                        new ManualMetadataUpdater(List.of(target.leader())),
                        clientId,
                        1,
                        0,
                        0,
                        ANY,
                        BUFFER_BYTES,
                        REQUEST_MILLIS,
                        CONNECT_MILLIS,
                        CONNECT_MILLIS,
                        Time.SYSTEM,
                        true,
                        new ApiVersions(),
                        context,
                        MetadataRecoveryStrategy.NONE,
                        BootstrapConfiguration.DISABLED,
                        false);
    }

    /// Fetches from an offset on; waits at the broker until there is something.
    ///
    /// @param wait how long the broker may keep the request, below 10 s
    /// @param maxBytes how much to bring; at least one batch comes, if there is one
    /// @throws IOException if the connection broke
    /// @throws org.apache.kafka.common.errors.ApiException if the broker refused
    Slice fetch(long offset, Isolation isolation, Duration wait, int maxBytes) throws IOException {
        if (!NetworkClientUtils.awaitReady(client, target.leader(), Time.SYSTEM, CONNECT_MILLIS)) {
            throw new IOException("No connection to " + target.leader());
        }
        var partition =
                new TopicPartition(target.partition().topic(), target.partition().partition());
        var wanted =
                new FetchRequest.PartitionData(
                        target.topicId(), offset, ANY, maxBytes, Optional.empty());
        var request =
                FetchRequest.Builder.forConsumer(
                                ApiKeys.FETCH.latestVersion(),
                                (int) wait.toMillis(),
                                1,
                                Map.of(partition, wanted))
                        .isolationLevel(IsolationLevel.valueOf(isolation.name()))
                        .setMaxBytes(maxBytes);
        var now = Time.SYSTEM.milliseconds();
        var answer =
                NetworkClientUtils.sendAndReceive(
                        client,
                        client.newClientRequest(target.leader().idString(), request, now, true),
                        Time.SYSTEM);
        var body = (FetchResponse) answer.responseBody();
        Errors.forCode(body.data().errorCode()).maybeThrow();
        var names = Map.of(target.topicId(), partition.topic());
        var data = body.responseData(names, answer.requestHeader().apiVersion()).get(partition);
        if (data == null) {
            throw new IOException("The response does not speak of " + partition);
        }
        Errors.forCode(data.errorCode()).maybeThrow();
        return slice(data, offset);
    }

    private static Slice slice(FetchResponseData.PartitionData data, long offset) {
        var batches = new ArrayList<Batch>();
        for (var batch : FetchResponse.recordsOrFail(data).batches()) {
            // A fetch into the middle of a batch brings all of it.
            if (batch.lastOffset() >= offset) {
                batches.add(batch(batch));
            }
        }
        var aborted = new ArrayList<Aborted>();
        // Null in a response to read_uncommitted.
        if (data.abortedTransactions() != null) {
            data.abortedTransactions()
                    .forEach(a -> aborted.add(new Aborted(a.producerId(), a.firstOffset())));
        }
        return new Slice(data.highWatermark(), data.lastStableOffset(), batches, aborted);
    }

    private static Batch batch(RecordBatch batch) {
        var entries = new ArrayList<Entry>();
        Marker marker = null;
        for (var record : batch) {
            if (batch.isControlBatch()) {
                marker = marker(record);
            } else {
                entries.add(new Entry(record.offset(), record.key(), record.value()));
            }
        }
        var header =
                new Header(
                        batch.lastOffset(),
                        batch.producerId(),
                        batch.producerEpoch(),
                        batch.isTransactional(),
                        Instant.ofEpochMilli(batch.maxTimestamp()));
        return new Batch(header, entries, marker);
    }

    private static @Nullable Marker marker(Record record) {
        var type = ControlRecordType.parse(record.key());
        if (type != ControlRecordType.COMMIT && type != ControlRecordType.ABORT) {
            return null;
        }
        var marker = EndTransactionMarker.deserialize(record);
        return new Marker(record.offset(), Outcome.valueOf(type.name()), marker.coordinatorEpoch());
    }

    /// Lets a fetch that is waiting fail at once, and all later ones; any thread may call it.
    void stop() {
        client.initiateClose();
    }

    @Override
    public void close() throws IOException {
        client.close();
        metrics.close();
    }
}
