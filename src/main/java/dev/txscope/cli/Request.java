package dev.txscope.cli;

import dev.txscope.text.Language;
import dev.txscope.ui.shell.Choices;
import dev.txscope.ui.shell.Theme;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;

/// What a command line asks for, checked.
public sealed interface Request {

    /// @param text the help in the chosen language
    record Help(String text) implements Request {}

    record Version() implements Request {}

    /// The window.
    ///
    /// @param port where the broker's clients connect, 0 for a free one
    /// @param data where the broker's data is kept; null for a fresh folder
    /// @param language null for what was chosen last time
    /// @param theme null for what was chosen last time
    record Window(int port, @Nullable Path data, @Nullable Language language, @Nullable Theme theme)
            implements Request {
        public static final Window DEFAULT = new Window(0, null, null, null);

        /// The choices of last time with those of this start.
        public Choices over(Choices stored) {
            return new Choices(
                    language == null ? stored.language() : language,
                    theme == null ? stored.theme() : theme,
                    stored.textSize(),
                    stored.details(),
                    stored.free(),
                    stored.services());
        }
    }

    /// The walk without a window.
    ///
    /// @param details whether the small print is printed
    /// @param picture null for none
    record Demo(int port, Language language, boolean details, @Nullable Picture picture)
            implements Request {}

    /// A picture of the window.
    ///
    /// @param width in pixels
    /// @param height in pixels
    record Picture(Path file, int width, int height, Choices choices) {}

    /// The broker and the two services, without a window.
    ///
    /// @param json whether what is ready is told as JSON
    record Serve(Cluster cluster, Services services, Language language, boolean json)
            implements Request {}

    /// Where the services' cluster is.
    sealed interface Cluster {
        /// A broker of our own.
        ///
        /// @param port where its clients connect, 0 for a free one
        /// @param data where its data is kept; null for a fresh folder
        record Own(int port, @Nullable Path data) implements Cluster {}

        /// A cluster that is there already.
        ///
        /// @param bootstrap `host:port`, comma-separated
        /// @param clientConfig a file of client properties; null for none
        record Elsewhere(String bootstrap, @Nullable Path clientConfig) implements Cluster {}
    }

    /// The services.
    ///
    /// @param port of the first one, 0 for a free one
    /// @param secondPort of the second one, 0 for a free one
    record Services(String topic, int port, int secondPort, SecondConsumer second) {
        /// What the course calls its topic.
        public static final String TOPIC = "bhf-read-committed-demo";

        public static final int PORT = 18_090;
        public static final int SECOND_PORT = 18_091;

        /// As the course has them.
        public static final Services COURSE =
                new Services(TOPIC, PORT, SECOND_PORT, SecondConsumer.JAVA);

        /// Free ports, for whoever must not meet anybody.
        public static final Services ANYWHERE = new Services(TOPIC, 0, 0, SecondConsumer.JAVA);
    }

    /// The second service's consumer.
    enum SecondConsumer {
        JAVA,
        /// The program of that name, made with librdkafka.
        KCAT
    }

    /// The course's validation.
    ///
    /// @param services where they are; null for a broker and services of its own
    record Validate(@Nullable Pair services, Language language) implements Request {}

    /// The addresses of both services.
    record Pair(URI first, URI second) {}

    /// A look for what the course's troubleshooting speaks of.
    ///
    /// @param cluster null to look only at what is on this machine
    /// @param brokerPort that must be free, 0 for none
    record Doctor(
            Cluster.@Nullable Elsewhere cluster,
            Services services,
            int brokerPort,
            Language language)
            implements Request {}
}
