package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

class ClientFileTest {
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

    @Test
    void aLoginWithAPasswordIsTakenAndNeverTold() throws Exception {
        var file =
                ClientFile.parse(
                        "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n"
                                + "ssl.truststore.password=hush\n"
                                + "sasl.jaas.config="
                                + PLAIN
                                + " required username=\"ann\" password=\"hush\";\n");
        assertEquals(4, file.settings().size());
        assertFalse(file.toString().contains("hush"));
        assertFalse(file.toString().contains("ann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interceptor.classes=x.Y",
                "key.serializer=x.Y",
                "metric.reporters=x.Y",
                "config.providers=file",
                "config.providers.file.class=x.Y",
                "bootstrap.servers=elsewhere:9092",
                "transactional.id=other",
                "sasl.oauthbearer.token.endpoint.url=http://elsewhere/",
                "sasl.login.callback.handler.class=x.Y",
                "ssl.engine.factory.class=x.Y",
                "ssl.truststore.password=${file:/etc/passwd:x}",
                "security.protocol=OTHER",
                "sasl.mechanism=OAUTHBEARER",
                "sasl.mechanism=GSSAPI",
                "sasl.jaas.config=com.sun.security.auth.module.JndiLoginModule required a=\"b\";",
                "sasl.jaas.config=" + PLAIN + " required user.provider.url=\"ldap://x\";",
                "sasl.jaas.config="
                        + PLAIN
                        + " required username=\"a\" password=\"b\"; x.Y required;",
                "sasl.jaas.config="
                        + PLAIN
                        + " required username=\"a\" password=\"b\"; "
                        + PLAIN
                        + " required;",
            })
    void whatNamesAClassOrAnAddressIsRefusedByItsKey(String line) {
        var refused =
                assertThrows(
                        ClientFile.RefusedException.class,
                        () -> ClientFile.parse("client.dns.lookup=use_all_dns_ips\n" + line));
        assertEquals(line.substring(0, line.indexOf('=')), refused.key());
        assertFalse(String.valueOf(refused).contains("password=\"b\""));
    }

    @Test
    void aMalformedFileIsNoSetting() {
        assertThrows(IOException.class, () -> ClientFile.parse("a=\\u12"));
    }
}
