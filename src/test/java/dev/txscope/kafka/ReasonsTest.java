package dev.txscope.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Timeout expired after 3000ms while awaiting InitProducerId | Timeout expired after"
                        + " 3000ms while awaiting InitProducerId",
                "Expiring 1 record(s) for orders-0:12000 ms has passed | Expiring 1 record(s) for"
                        + " orders-0:12000 ms has passed",
                "Connection to node 1 (localhost/127.0.0.1:41233) failed | Connection to node 1"
                        + " (the broker) failed",
                "Cannot reach [::1]:9092 now | Cannot reach the broker now",
                "Failed to load /home/ann/keys.jks of type JKS | Failed to load … of type JKS",
            })
    void kafkasWordsStayTheMachinesGo(String message, String told) {
        assertEquals(told, Reasons.of(message));
    }
}
