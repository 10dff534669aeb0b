package dev.txscope.ui.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.txscope.event.SessionEvent.BrokerReady;
import dev.txscope.text.Language;
import dev.txscope.text.Messages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

class AboutTextTest {
    private final Map<String, String> system = new HashMap<>();

    AboutTextTest() {
        system.put("os.name", "Linux");
        system.put("os.version", "6.1");
        system.put("os.arch", "amd64");
        system.put("user.home", "/home/éva");
        system.put("java.runtime.version", "25.0.1+8-LTS");
        system.put("java.vm.vendor", "Eclipse Adoptium");
        system.put("javafx.runtime.version", "26.0.2+3");
    }

    private Program program() {
        return new Program(
                "0.1.0",
                "4.4.0",
                Path.of("/home/éva/.local/state/txscope"),
                name -> system.getOrDefault(name, ""));
    }

    private static BrokerReady ready(String folder, boolean kept) {
        return new BrokerReady("127.0.0.1:9092", "4.4.0", Duration.ofSeconds(2), folder, kept);
    }

    @Test
    void whatIsCopiedTellsVersionsAndPlacesWithoutTheUsersName() {
        var english = new AboutText(Messages.in(Language.ENGLISH), program());
        assertEquals(
                """
                TxScope: 0.1.0
                Kafka: 4.4.0
                Java: 25.0.1+8-LTS, Eclipse Adoptium
                JavaFX: 26.0.2+3
                System: Linux 6.1 amd64
                Broker’s data: ~/lab, kept
                Your choices: ~/.java/.userPrefs/dev/txscope
                Logs and crash reports: ~/.local/state/txscope
                """,
                english.copied(ready("/home/éva/lab", true)));
    }

    @Test
    void dataThatIsNotKeptSaysSoInFrenchToo() {
        var french = new AboutText(Messages.in(Language.FRENCH), program());
        String copied = french.copied(ready("/tmp/txscope-1", false));
        assertTrue(copied.contains("Données du broker : /tmp/txscope-1, supprimées"), copied);
        assertTrue(french.copied(null).contains("dès que le broker est prêt"));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, , ~/.java/.userPrefs/dev/txscope",
        "Linux, /home/éva/own, ~/own/.java/.userPrefs/dev/txscope",
        "Windows 11, , HKEY_CURRENT_USER\\Software\\JavaSoft\\Prefs\\dev\\txscope",
        "Mac OS X, , ~/Library/Preferences/com.apple.java.util.prefs.plist"
    })
    void settingsAreWhereTheSystemKeepsPreferences(String name, String root, String place) {
        system.put("os.name", name);
        system.put("java.util.prefs.userRoot", root == null ? "" : root);
        assertEquals(place, new Places(program()).settings());
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, /home/éva, /home/éva/lab, ~/lab",
        "Linux, /home/éva, /home/éva, ~",
        "Linux, /home/éva, /home/évariste/lab, /home/évariste/lab",
        "Linux, '', /srv/lab, /srv/lab",
        "Windows 11, C:\\Users\\Éva, C:\\Users\\Éva\\lab, %USERPROFILE%\\lab"
    })
    void theHomeFolderIsNotNamed(String name, String home, String path, String told) {
        system.put("os.name", name);
        system.put("user.home", home);
        assertEquals(told, new Places(program()).told(path));
    }
}
