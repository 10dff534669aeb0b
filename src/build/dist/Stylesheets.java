import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Our stylesheets in JavaFX's binary form, which it looks for first: text would be parsed, and
/// each that is only text costs an exception besides.
final class Stylesheets {
    private static final String TEXT = ".css";
    private static final String BINARY = ".bss";

    private final Method convert;
    private final Path folder;

    /// @param classes where JavaFX is found
    /// @param folder for what lies between
    Stylesheets(ClassLoader classes, Path folder) {
        try {
            convert =
                    Class.forName("javafx.css.Stylesheet", true, classes)
                            .getMethod("convertToBinary", File.class, File.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JavaFX cannot convert stylesheets", e);
        }
        this.folder = folder;
    }

    /// Whether it is a stylesheet that names no other file: the binary form would look for that
    /// beside the place where it was made.
    static boolean standsAlone(String name, byte[] content) {
        return name.endsWith(TEXT) && !new String(content, StandardCharsets.UTF_8).contains("url(");
    }

    /// Where JavaFX looks for the binary form of the stylesheet with that name.
    static String nameOfBinary(String name) {
        return name.substring(0, name.length() - TEXT.length()) + BINARY;
    }

    byte[] binary(byte[] sheet) throws IOException {
        Path text = Files.write(folder.resolve("sheet" + TEXT), sheet);
        Path binary = folder.resolve("sheet" + BINARY);
        Files.deleteIfExists(binary);
        try {
            convert.invoke(null, text.toFile(), binary.toFile());
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IOException("JavaFX cannot convert a stylesheet", e);
        }
        return Files.readAllBytes(binary);
    }
}
