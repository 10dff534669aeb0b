package dev.txscope.command;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a person asks the lab to do. What came of it is told by facts, never by a return value.
public sealed interface Command {

    /// Starts the broker again after it failed or died.
    record StartBroker() implements Command {}

    /// Closes the producer, if there is one, and makes a new one with the same `transactional.id`.
    record StartProducer() implements Command {}

    /// `beginTransaction()`.
    record BeginTransaction() implements Command {}

    /// `send()` for each of `count` records with the same key.
    ///
    /// @param key null for records without a key
    /// @param value the first record's value; a number at its end counts up for the others
    /// @param count from 1 to [#MAX_COUNT]
    record SendRecords(@Nullable String key, String value, int count) implements Command {
        public static final int MAX_COUNT = 10_000;

        private static final Pattern TRAILING_NUMBER = Pattern.compile("[0-9]{1,18}$");

        public SendRecords {
            if (count < 1 || count > MAX_COUNT) {
                throw new IllegalArgumentException("count is " + count);
            }
        }

        /// The values of all records, in order.
        public List<String> values() {
            var values = new ArrayList<String>(count);
            String next = value;
            for (int i = 0; i < count; i++) {
                values.add(next);
                next = next(next);
            }
            return values;
        }

        /// The value that sensibly follows: `order-9` gives `order-10`, a text without a number
        /// stays.
        public static String next(String value) {
            var number = TRAILING_NUMBER.matcher(value);
            if (!number.find()) {
                return value;
            }
            String digits = number.group();
            String more = new BigInteger(digits).add(BigInteger.ONE).toString();
            String zeros = "0".repeat(Math.max(0, digits.length() - more.length()));
            return value.substring(0, number.start()) + zeros + more;
        }
    }

    /// `commitTransaction()`.
    record CommitTransaction() implements Command {}

    /// `abortTransaction()`.
    record AbortTransaction() implements Command {}

    /// Starts the local HTTP services; of those that are on already only what is missing.
    ///
    /// @param port of the first service, 0 for a free one
    /// @param secondPort of the second service, 0 for a free one
    record StartServices(int port, int secondPort, SecondConsumer second) implements Command {
        /// The course's ports.
        public static final int PORT = 18_090;

        public static final int SECOND_PORT = 18_091;
    }

    /// Ends the local HTTP services and their clients.
    record StopServices() implements Command {}
}
