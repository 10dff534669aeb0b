package dev.txscope.kafka;

import dev.txscope.event.TopicPartition;

import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;

/// A partition, where it is, and which topic of that name it is.
///
/// @param topicId what a Fetch request names the topic by since version 13 (KIP-516)
record FetchTarget(TopicPartition partition, Uuid topicId, Node leader) {}
