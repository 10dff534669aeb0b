package dev.txscope.cli;

import dev.txscope.command.ClusterFinding;
import dev.txscope.command.ClusterFinding.Holder;
import dev.txscope.command.ClusterFinding.LastStableOffsetHeld;
import dev.txscope.projection.Message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// What the findings on a cluster mean to who looks for a missing record.
final class ClusterRemarks {
    /// A transaction that is only just open is an ordinary one.
    private static final Duration ORDINARY = Duration.ofSeconds(1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final String topic;
    private final String bootstrap;

    ClusterRemarks(String topic, String bootstrap) {
        this.topic = topic;
        this.bootstrap = bootstrap;
    }

    List<Remark> of(List<ClusterFinding> findings) {
        return findings.stream().map(this::of).toList();
    }

    private Remark of(ClusterFinding finding) {
        return switch (finding) {
            case ClusterFinding.Answers a -> Remark.well("answers", a.address(), a.nodes());
            case ClusterFinding.Away a -> Remark.problem("away", a.address(), a.reason());
            case ClusterFinding.TopicThere t -> Remark.well("topic", t.topic(), t.partitions());
            case ClusterFinding.TopicMissing t -> Remark.problem("notopic", t.topic(), bootstrap);
            case LastStableOffsetHeld held -> held(held);
            case ClusterFinding.Group g -> group(g);
            case ClusterFinding.NotShown n ->
                    Remark.note("notshown", Message.of("cell.request." + n.what()), n.reason());
        };
    }

    private Remark held(LastStableOffsetHeld held) {
        Holder holder = held.holder();
        if (holder == null) {
            return Remark.problem(
                    "held.unknown",
                    held.partition(),
                    number(held.lastStableOffset()),
                    number(held.highWatermark()),
                    bootstrap);
        }
        Duration age = Duration.between(holder.since(), Instant.now());
        if (holder.transactionalId() == null) {
            return Remark.problem(
                    "hanging",
                    held.partition(),
                    number(held.lastStableOffset()),
                    number(held.highWatermark()),
                    number(holder.producerId()),
                    TIME.format(holder.since()),
                    bootstrap);
        }
        if (age.compareTo(ORDINARY) < 0) {
            return Remark.note("open", held.partition(), number(held.lastStableOffset()));
        }
        return Remark.problem(
                "held",
                held.partition(),
                number(held.lastStableOffset()),
                number(held.highWatermark()),
                holder.transactionalId(),
                TIME.format(holder.since()),
                TIME.format(holder.since().plus(holder.timeout())));
    }

    private Remark group(ClusterFinding.Group group) {
        if (group.isAtEnd() && group.members() == 0) {
            return Remark.problem(
                    "group.end", group.name(), number(group.committed()), topic, bootstrap);
        }
        return Remark.well("group", group.name(), number(group.committed()), number(group.end()));
    }

    /// Offsets and ids have no thousands.
    private static String number(long number) {
        return String.valueOf(number);
    }
}
