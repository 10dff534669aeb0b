package dev.txscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Properties;

class RendererTest {
    private final Properties system = new Properties();

    @Test
    void withoutAGraphicsDeviceLinuxDrawsBySoftware() {
        system.setProperty("os.name", "Linux");
        Renderer.choose(system, _ -> false);
        assertEquals("sw", system.getProperty(Renderer.ORDER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/dri", "/dev/nvidia0", "/dev/dxg"})
    void aGraphicsDeviceIsLeftToJavaFx(String device) {
        system.setProperty("os.name", "Linux");
        Renderer.choose(system, device::equals);
        assertNull(system.getProperty(Renderer.ORDER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Mac OS X"})
    void otherSystemsAreLeftToJavaFx(String name) {
        system.setProperty("os.name", name);
        Renderer.choose(system, _ -> false);
        assertNull(system.getProperty(Renderer.ORDER));
    }

    @Test
    void whatWasAskedForStays() {
        system.setProperty("os.name", "Linux");
        system.setProperty(Renderer.ORDER, "es2");
        Renderer.choose(system, _ -> false);
        assertEquals("es2", system.getProperty(Renderer.ORDER));
    }
}
