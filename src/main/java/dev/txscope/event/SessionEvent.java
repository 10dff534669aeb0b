package dev.txscope.event;

import java.time.Duration;
import java.util.List;

/// The life of the broker and of the lab around it.
public sealed interface SessionEvent extends TxEvent {

    /// The broker's process was started.
    ///
    /// @param attempt 1 for the first start of the run
    record BrokerStarting(int attempt) implements SessionEvent {}

    /// The broker answers.
    ///
    /// @param address `host:port`, for any client on this machine
    /// @param folder where its data is
    /// @param kept whether the folder outlives the program
    record BrokerReady(
            String address, String kafkaVersion, Duration took, String folder, boolean kept)
            implements SessionEvent {}

    /// The broker could not start.
    ///
    /// @param detail the port, the folder, or the first line that says more; may be empty
    /// @param logTail the end of the broker's own log, oldest line first
    /// @param folder where its data was to be; empty if it had none
    record BrokerFailed(BrokerProblem problem, String detail, List<String> logTail, String folder)
            implements SessionEvent {
        public BrokerFailed {
            logTail = List.copyOf(logTail);
        }
    }

    /// A broker that had been ready ended without being asked.
    ///
    /// @param folder where its data is
    record BrokerDied(BrokerProblem problem, String detail, List<String> logTail, String folder)
            implements SessionEvent {
        public BrokerDied {
            logTail = List.copyOf(logTail);
        }
    }

    /// The topic of the lab exists and its leader is known.
    record TopicReady(TopicPartition partition) implements SessionEvent {}

    /// The lab's parts were set up: what they run with, whether or not Kafka would have chosen so.
    record SettingsChosen(List<Setting> settings) implements SessionEvent {
        public SettingsChosen {
            settings = List.copyOf(settings);
        }
    }

    /// A probe or the lab could not do its work; others go on.
    ///
    /// @param where the role in words, such as `coordinator-probe`
    record LabFailed(String where, Failure failure) implements SessionEvent {}

    /// A cluster that is not ours does not let us see something; what needs no look at it goes on.
    ///
    /// @param request Kafka's name of what was asked: `DescribeTransactions`, `__transaction_state`
    record ViewRefused(String request, Failure why) implements SessionEvent {}

    /// A fault of the program itself, which nobody expected; the rest goes on.
    ///
    /// @param thread in which it happened
    /// @param fault the exception's class
    /// @param report the file that tells more; empty if none could be written
    record ProgramFaulted(String thread, String fault, String report) implements SessionEvent {}

    /// A folder of the user's cannot be written; the program goes on without it.
    ///
    /// @param why in the system's words
    record FolderRefused(Purpose purpose, String folder, String why) implements SessionEvent {

        /// What the folder is for.
        public enum Purpose {
            /// The program's log and its reports.
            LOGS,
            /// What the user chose, to be found again at the next start.
            CHOICES
        }
    }

    /// A local service answers.
    ///
    /// @param name such as `java-api`
    /// @param address where it listens, `http://127.0.0.1:18090`
    /// @param consumer whose deliveries it tells of: its client in words
    /// @param group that consumer's `group.id`
    record ServiceStarted(String name, String address, String consumer, String group)
            implements SessionEvent {}

    /// A local service could not start, or ended unasked; others go on.
    ///
    /// @param address where it was to listen
    record ServiceFailed(String name, String address, Failure failure) implements SessionEvent {}

    /// A local service was ended, as asked.
    record ServiceStopped(String name) implements SessionEvent {}

    /// The machine's clock was set while the program ran.
    ///
    /// @param by negative when it was set back
    record ClockStepped(Duration by) implements SessionEvent {}
}
