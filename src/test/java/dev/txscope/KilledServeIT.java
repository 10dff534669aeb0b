package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `kill -9` of `serve` under load: what was answered with COMMITTED stays, what was to be aborted
/// never comes. `mvn -Psoak` kills it 20 times.
class KilledServeIT {
    private static final int KILLS = Integer.getInteger("txscope.kills", 2);
    private static final int CLIENTS = 3;
    private static final List<String> GROUPS = List.of("m03-java-consumer", "m03-dotnet-consumer");

    @TempDir Path folder;
    private final Random random = new Random(KILLS);
    private final Set<String> committed = new ConcurrentSkipListSet<>();
    private final Set<String> toAbort = new ConcurrentSkipListSet<>();
    private final List<Set<String>> delivered =
            List.of(new ConcurrentSkipListSet<>(), new ConcurrentSkipListSet<>());

    @Test
    void whatWasAnsweredOutlivesEveryKill() throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        String data = folder.resolve("data").toString();
        var served = ChildProgram.serve(temporary, "--data", data);
        for (int kill = 1; kill <= KILLS; kill++) {
            load(served, kill, 20 + random.nextInt(60));
            served = ChildProgram.serve(temporary, "--data", data);
            check(served, kill);
        }
        assertEquals(0, served.end());
    }

    /// Kills it when so many requests were answered, while others are on their way.
    private void load(ChildProgram.Served served, int kill, int answers) throws Exception {
        var answered = new CountDownLatch(answers);
        var processes = served.all();
        try (var http = HttpClient.newHttpClient();
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var runs = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                String name = kill + "-" + i + "-";
                runs.add(clients.submit(() -> ask(http, served, name, answered)));
            }
            answered.await();
            served.process().destroyForcibly();
            for (var run : runs) {
                run.get();
            }
        }
        ChildProgram.Served.awaitNone(processes);
    }

    /// Commits and aborts in turn until nobody answers.
    private Void ask(
            HttpClient http, ChildProgram.Served served, String name, CountDownLatch answered)
            throws InterruptedException {
        try {
            for (int i = 0; ; i++) {
                toAbort.add("A-" + name + i);
                post(http, served, "abort", "A-" + name + i);
                String txId = "C-" + name + i;
                if (post(http, served, "commit", txId).contains("COMMITTED")) {
                    committed.add(txId);
                }
                look(http, served);
                answered.countDown();
            }
        } catch (IOException _) {
            return null; // Killed.
        }
    }

    private static String post(HttpClient http, ChildProgram.Served served, String how, String txId)
            throws IOException, InterruptedException {
        var uri = URI.create(served.service(1) + "/api/v1/tx/" + how + "?txId=" + txId);
        var request = HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private void look(HttpClient http, ChildProgram.Served served)
            throws IOException, InterruptedException {
        for (int number = 1; number <= 2; number++) {
            var uri = URI.create(served.service(number) + "/api/v1/metrics");
            var body = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            var ids = new ObjectMapper().readTree(body.body()).get("processedTxIds");
            var seen = delivered.get(number - 1);
            ids.forEach(id -> seen.add(id.asText()));
        }
    }

    /// A consumer commits an offset only after what is before it was delivered: that both groups
    /// have passed a record proves its delivery even where no look at the metrics was in time.
    private void check(ChildProgram.Served served, int kill) throws Exception {
        try (var http = HttpClient.newHttpClient();
                var admin = Admin.create(Map.of("bootstrap.servers", served.broker()))) {
            String last = "C-" + kill + "-last";
            assertTrue(post(http, served, "commit", last).contains("COMMITTED"));
            committed.add(last);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .until(
                            () -> {
                                look(http, served);
                                return delivered.stream().allMatch(d -> d.contains(last));
                            });
            var partition = new TopicPartition(served.topic(), 0);
            long end = end(admin, partition);
            for (String group : GROUPS) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> offset(admin, group, partition) >= end);
            }
            var log = read(served, partition, end);
            var lost = new TreeSet<>(committed);
            lost.removeAll(log);
            assertEquals(Set.of(), lost, "answered with COMMITTED, and lost");
            assertNone(log);
            delivered.forEach(this::assertNone);
        }
    }

    private void assertNone(Set<String> seen) {
        var wrong = new TreeSet<>(seen);
        wrong.retainAll(toAbort);
        assertEquals(Set.of(), wrong, "aborted, and delivered");
    }

    private static long end(Admin admin, TopicPartition partition) throws Exception {
        var committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()), committed)
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static long offset(Admin admin, String group, TopicPartition partition)
            throws Exception {
        var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        return offsets.containsKey(partition) ? offsets.get(partition).offset() : -1;
    }

    private static Set<String> read(
            ChildProgram.Served served, TopicPartition partition, long end) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", served.broker(), "isolation.level", "read_committed");
        var keys = new TreeSet<String>();
        var strings = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(config, strings, strings)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(r -> keys.add(r.key()));
            }
        }
        return keys;
    }
}
