package dev.txscope.http;

/// What a service says of itself to `GET /`; nothing in it tells of the machine.
///
/// @param service what it is, in a few words
/// @param broker the broker's address
/// @param topic the topic that is written and read
/// @param group the `group.id` of the consumer whose deliveries it counts
/// @param consumer that consumer's client and version
public record About(String service, String broker, String topic, String group, String consumer) {}
