package dev.txscope.ui.services;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// The course's own command lines for a service.
final class ServiceLines {
    private ServiceLines() {}

    /// @param address where it listens, `http://127.0.0.1:18090`
    /// @param writes whether the service runs transactions
    static List<String> of(String address, boolean writes) {
        String base = "http://localhost:" + URI.create(address).getPort();
        var lines = new ArrayList<String>();
        lines.add("curl " + base + "/health");
        if (writes) {
            lines.add("curl -X POST \"" + base + "/api/v1/tx/commit?txId=C-1\"");
            lines.add("curl -X POST \"" + base + "/api/v1/tx/abort?txId=A-1\"");
        }
        lines.add("curl " + base + "/api/v1/metrics");
        return lines;
    }
}
