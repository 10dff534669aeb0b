package dev.txscope.kafka;

import dev.txscope.command.ClusterFinding;
import dev.txscope.command.ClusterFinding.Group;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a group has committed of some partitions.
final class GroupLook {
    private final Admin admin;
    private final Map<TopicPartition, Long> ends;

    GroupLook(Admin admin, Map<TopicPartition, Long> ends) {
        this.admin = admin;
        this.ends = ends;
    }

    /// Nothing if the group has committed nothing: then it begins where `auto.offset.reset` says.
    List<ClusterFinding> at(String group) throws InterruptedException {
        var offsets =
                Answered.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        long committed = 0;
        boolean any = false;
        for (var partition : ends.keySet()) {
            var offset = offsets.get(partition);
            any |= offset != null;
            committed += offset == null ? 0 : offset.offset();
        }
        long end = ends.values().stream().mapToLong(Long::longValue).sum();
        return any ? List.of(new Group(group, members(group), committed, end)) : List.of();
    }

    private int members(String group) throws InterruptedException {
        try {
            var described =
                    admin.describeConsumerGroups(List.of(group)).describedGroups().get(group);
            return Answered.get(Objects.requireNonNull(described)).members().size();
        } catch (GroupIdNotFoundException _) {
            return 0;
        }
    }
}
