package dev.txscope.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The image's records answer as those do that they were made from.
class RecordsIT {
    /// Two values of each type; among them those that `==` and `equals` judge differently.
    private static final Map<Class<?>, List<Object>> VALUES =
            Map.of(
                    boolean.class, List.of(true, false),
                    byte.class, List.of((byte) -3, (byte) 0),
                    char.class, List.of('x', 'é'),
                    short.class, List.of((short) 300, (short) -1),
                    int.class, List.of(Integer.MIN_VALUE, 7),
                    long.class, List.of(1L << 40, -1L),
                    float.class, List.of(Float.NaN, -0f),
                    double.class, List.of(0.0, -0.0),
                    String.class, List.of("", "TxScope"));

    /// Fewer would mean that hardly any record was looked at.
    private static final int SOME = 100;

    @Test
    void theyAnswerAsTheOriginals() throws Exception {
        var originals = System.getProperty("java.class.path").split(File.pathSeparator);
        var packaged = PackagedProgram.built().classPath().split(File.pathSeparator);
        int compared = 0;
        try (var before = loader(originals);
                var after = loader(packaged)) {
            for (String jar : packaged) {
                for (String name : classes(jar)) {
                    var expected = answers(before, name);
                    if (!expected.isEmpty()) {
                        assertEquals(expected, answers(after, name), name);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > SOME, "records: " + compared);
    }

    private static URLClassLoader loader(String... paths) throws IOException {
        var urls = new ArrayList<URL>();
        for (String path : paths) {
            urls.add(Path.of(path).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static List<String> classes(String jar) throws IOException {
        try (var file = new JarFile(jar)) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(Predicate.not(name -> name.startsWith("META-INF")))
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .map(name -> name.replace('/', '.'))
                    .toList();
        }
    }

    /// What instances say, alike and unlike; nothing of what is no record, or one that nobody can
    /// make of such values.
    private static List<String> answers(ClassLoader loader, String name) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (!type.isRecord()) {
                return List.of();
            }
            var one = made(type, _ -> 0);
            var same = made(type, _ -> 0);
            var other = made(type, _ -> 1);
            var half = made(type, component -> component % 2);
            var answers = new ArrayList<String>();
            for (Object of : List.of(one, same, other, half)) {
                answers.add(of + " " + of.hashCode());
                for (Object to : List.of(one, same, other, half, "")) {
                    answers.add(String.valueOf(of.equals(to)));
                }
            }
            return answers;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException _) {
            return List.of();
        }
    }

    /// @param which of the two values each component gets
    private static Object made(Class<?> type, IntUnaryOperator which)
            throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        Constructor<?> constructor =
                type.getDeclaredConstructor(
                        Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class[]::new));
        constructor.setAccessible(true);
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            var candidates = VALUES.get(components[i].getType());
            values[i] = candidates == null ? null : candidates.get(which.applyAsInt(i));
        }
        return constructor.newInstance(values);
    }
}
