package dev.txscope.ui.services;

import dev.txscope.projection.ServicesState;
import dev.txscope.projection.ServicesState.ServiceState;
import dev.txscope.text.Messages;
import dev.txscope.text.Visible;

import java.net.URI;
import java.util.stream.Collectors;

/// The words for the services, in one language.
record ServicesText(Messages messages) {
    private static final int KEY = 24;

    /// What the button in the top bar says: the state is never a colour alone.
    String button(ServicesState services) {
        if (!services.wanted()) {
            return messages.get("services.button.off");
        }
        return messages.get(
                services.trouble() ? "services.button.trouble" : "services.button.on",
                services.byName().values().stream()
                        .filter(s -> s instanceof ServiceState.On)
                        .map(s -> port(s.address()))
                        .sorted()
                        .collect(Collectors.joining(" · ")));
    }

    static String port(String address) {
        return String.valueOf(URI.create(address).getPort());
    }

    String status(ServiceModel model) {
        return switch (model.state()) {
            case null -> messages.get("services.off");
            case ServiceState.On _ -> messages.get("services.on");
            case ServiceState.Failed f ->
                    isPortTaken(f)
                            ? messages.get("services.taken", port(f.address()))
                            : messages.get("services.failed", f.why().message());
        };
    }

    static boolean isPortTaken(ServiceState.Failed failed) {
        return failed.why().type().equals("PortTakenException");
    }

    String consumer(ServiceModel model) {
        return model.state() instanceof ServiceState.On(_, var consumer, var group)
                ? messages.get("services.consumer", consumer, group)
                : "";
    }

    String delivered(ServiceModel model) {
        if (!(model.state() instanceof ServiceState.On)) {
            return "";
        }
        if (model.delivered() == 0) {
            return messages.get("services.delivered.none");
        }
        String keys =
                model.newest().stream()
                        .map(key -> key == null ? "–" : Visible.of(key, KEY))
                        .collect(Collectors.joining(", "));
        return messages.get("services.delivered", model.delivered(), keys);
    }
}
