/// The embedded cluster: each node is a child process, so that a crash is a real crash and a
/// broker's fault cannot take the window down.
///
/// May use: `event`, `kafka`, Kafka's clients and server. Thread rule: the parent hears of a broker
/// on that broker's own thread; [dev.txscope.kafka.broker.BrokerMain] and what it uses live in the
/// child.
@NullMarked
package dev.txscope.kafka.broker;

import org.jspecify.annotations.NullMarked;
