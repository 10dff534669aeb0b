package dev.txscope.cli;

import dev.txscope.text.Language;
import dev.txscope.text.Messages;
import dev.txscope.ui.shell.MainWindow;
import dev.txscope.ui.shell.TextSize;
import dev.txscope.ui.shell.Theme;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the values of options. What cannot be is told in one sentence with the option, the value
/// and what is allowed.
final class Values {
    static final int SMALLEST_WIDTH = (int) MainWindow.Size.SMALLEST.width();
    static final int SMALLEST_HEIGHT = (int) MainWindow.Size.SMALLEST.height();
    static final int LARGEST_WIDTH = 7680;
    static final int LARGEST_HEIGHT = 4320;

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[^\\s:,\\[\\]]+|\\[[0-9a-fA-F:.]+\\]):([0-9]{1,5})");

    private final Messages messages;

    Values(Messages messages) {
        this.messages = messages;
    }

    /// Width and height in pixels.
    record Size(int width, int height) {}

    int port(String option, String text) throws UsageException {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw wrong(option, text, "port");
        }
        return port;
    }

    Language language(String option, String text) throws UsageException {
        for (Language language : Language.values()) {
            if (language.code().equals(text)) {
                return language;
            }
        }
        throw wrong(option, text, "lang");
    }

    Theme theme(String option, String text) throws UsageException {
        return oneOf(Theme.values(), option, text);
    }

    TextSize textSize(String option, String text) throws UsageException {
        return oneOf(TextSize.values(), option, text);
    }

    Size size(String option, String text) throws UsageException {
        var match = SIZE.matcher(text);
        if (match.matches()) {
            int width = Integer.parseInt(match.group(1));
            int height = Integer.parseInt(match.group(2));
            if (SMALLEST_WIDTH <= width
                    && width <= LARGEST_WIDTH
                    && SMALLEST_HEIGHT <= height
                    && height <= LARGEST_HEIGHT) {
                return new Size(width, height);
            }
        }
        throw wrong(
                option,
                text,
                "size",
                SMALLEST_WIDTH + "x" + SMALLEST_HEIGHT,
                LARGEST_WIDTH + "x" + LARGEST_HEIGHT);
    }

    /// The folder, made if it was missing.
    Path dataFolder(String option, String text) throws UsageException {
        Path folder = path(option, text);
        if (text.isBlank() || folder.toString().contains(",")) {
            throw wrong(option, text, text.isBlank() ? "folder.none" : "folder.comma");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw wrong(option, text, "folder.make", e.toString());
        }
        if (!Files.isWritable(folder)) {
            throw wrong(option, text, "folder.write");
        }
        return folder;
    }

    /// A file that can be read.
    Path file(String option, String text) throws UsageException {
        Path file = path(option, text);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw wrong(option, text, "file.read");
        }
        return file;
    }

    /// A name that Kafka takes for a topic, and that is not one of its own.
    String topic(String option, String text) throws UsageException {
        if (!TOPIC.matcher(text).matches() || text.matches("[.]{1,2}|__.*")) {
            throw wrong(option, text, "topic");
        }
        return text;
    }

    /// `host:port`, comma-separated.
    String bootstrap(String option, String text) throws UsageException {
        for (String address : text.split(",", -1)) {
            var match = ADDRESS.matcher(address);
            if (!match.matches()) {
                throw wrong(option, text, "bootstrap");
            }
            port(option, match.group(1));
        }
        return text;
    }

    /// An address of a service, without a slash at its end.
    URI url(String option, String text) throws UsageException {
        try {
            var url = new URI(text.replaceFirst("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getQuery() == null) {
                return url;
            }
        } catch (URISyntaxException _) {
            // Told below.
        }
        throw wrong(option, text, "url");
    }

    /// A file that can be written: its folder is there.
    Path newFile(String option, String text) throws UsageException {
        Path file = path(option, text);
        Path folder = file.getParent();
        if (text.isBlank() || folder == null || Files.isDirectory(file)) {
            throw wrong(option, text, "file.folder");
        }
        if (!Files.isDirectory(folder)) {
            throw wrong(option, text, "file.missing", folder.toString());
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw wrong(option, text, "file.write");
        }
        return file;
    }

    /// The names of such values, as they are written on the command line.
    static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Values::name).collect(Collectors.joining(", "));
    }

    <E extends Enum<E>> E oneOf(E[] values, String option, String text) throws UsageException {
        for (E value : values) {
            if (name(value).equals(text)) {
                return value;
            }
        }
        throw wrong(option, text, "names", names(values));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Path path(String option, String text) throws UsageException {
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw wrong(option, text, "path");
        }
    }

    private UsageException wrong(String option, String text, String why, Object... more) {
        String allowed = messages.get("cli.wrong." + why, more);
        return new UsageException(messages.get("cli.wrong", option, text, allowed));
    }
}
