package dev.txscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.txscope.command.Command.SendRecords;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SendRecordsTest {

    @ParameterizedTest
    @CsvSource({
        "order-9, order-10",
        "order-099, order-100",
        "order-007, order-008",
        "hello, hello",
        "'', ''",
        "999999999999999999, 1000000000000000000"
    })
    void theNumberAtTheEndCountsUp(String value, String next) {
        assertEquals(next, SendRecords.next(value));
    }

    @Test
    void everyRecordOfAClickHasItsOwnValue() {
        assertEquals(
                List.of("order-4", "order-5", "order-6"),
                new SendRecords("k", "order-4", 3).values());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void aCountOutOfRangeIsRefused(int count) {
        assertThrows(IllegalArgumentException.class, () -> new SendRecords("k", "v", count));
    }
}
