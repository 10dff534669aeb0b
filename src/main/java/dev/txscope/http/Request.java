package dev.txscope.http;

/// A request that was read to its end.
///
/// @param body each character one byte as it came
/// @param port the port that it came to
record Request(Head head, String body, int port) {
    /// As it was sent, percent-encoded or not.
    String path() {
        return head.target().path();
    }
}
