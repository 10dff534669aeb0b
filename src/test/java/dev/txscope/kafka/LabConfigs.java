package dev.txscope.kafka;

import dev.txscope.event.Isolation;
import dev.txscope.event.Setting;

import java.util.List;
import java.util.Map;

/// The lab's configurations, for clients that are compared with the lab's, and for the words that
/// explain them.
public final class LabConfigs {
    private LabConfigs() {}

    /// What a consumer of the lab is configured with.
    public static Map<String, Object> consumer(String bootstrap, Isolation isolation) {
        return ClientConfigs.consumer(bootstrap, isolation);
    }

    /// What a lab tells that it runs with.
    public static List<Setting> settings() {
        return ChosenSettings.of(LabOptions.DEFAULT);
    }

    /// What the services' producer is configured with.
    public static Map<String, Object> service(String bootstrap, String transactionalId) {
        var options = ServiceOptions.DEFAULT;
        return ClientConfigs.service(bootstrap, transactionalId, options.limit(), options.call());
    }
}
