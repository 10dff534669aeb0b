package dev.txscope.http;

import java.util.List;

/// Keeps web pages out: a browser on this machine reaches loopback for any page that asks it to.
///
/// Only our own names may stand in `Host`, since a foreign name may resolve to loopback (DNS
/// rebinding), and only our own origins in `Origin`, which a browser sends with each POST.
final class Guard {
    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> hosts;
    private final List<String> origins;

    Guard(int port) {
        hosts = NAMES.stream().map(name -> name + ":" + port).toList();
        origins = hosts.stream().map(host -> "http://" + host).toList();
    }

    void check(Head head) throws RefusedException {
        List<String> named = head.fields().all("Host");
        if (named.size() != 1) {
            throw new RefusedException(Status.BAD_REQUEST, "Exactly one Host header is needed");
        }
        String authority = head.target().authority();
        if (!hosts.containsAll(named) || !(authority.isEmpty() || hosts.contains(authority))) {
            throw new RefusedException(Status.FORBIDDEN, "This host name is not served here");
        }
        List<String> from = head.fields().all("Origin");
        if (from.size() > 1 || !origins.containsAll(from)) {
            throw new RefusedException(Status.FORBIDDEN, "Other origins are not served");
        }
    }
}
