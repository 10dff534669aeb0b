/// Adapters to Kafka: the actors that own its clients, the probes that look, and the one thread
/// factory.
///
/// May use: `event`, `command`, Kafka. Thread rule: one named thread per Kafka client, made by
/// [dev.txscope.kafka.Actors] alone; a client is touched by its own thread, others enqueue.
@NullMarked
package dev.txscope.kafka;

import org.jspecify.annotations.NullMarked;
