/// The lab's two services: what the course's `curl` lines talk to, on loopback only, with every
/// size, count and time bounded (ADR 0012).
///
/// May use: `event`, `projection`, `playback`, `command`, Jackson. Thread rule: one task of the
/// given executor per listening socket and per connection; nothing here makes a thread, and none of
/// them touches a Kafka client.
@NullMarked
package dev.txscope.http;

import org.jspecify.annotations.NullMarked;
