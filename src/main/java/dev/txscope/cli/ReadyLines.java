package dev.txscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.txscope.text.Messages;

/// How `serve` tells that a thing is ready: one line each.
sealed interface ReadyLines {
    String broker(String address);

    String topic(String name);

    /// @param number 1 or 2
    String service(int number, String address);

    /// For people.
    record Plain(Messages messages) implements ReadyLines {
        @Override
        public String broker(String address) {
            return messages.get("serve.broker", address);
        }

        @Override
        public String topic(String name) {
            return messages.get("serve.topic", name);
        }

        @Override
        public String service(int number, String address) {
            return messages.get("serve.service", number, address);
        }
    }

    /// For programs: an object each, the same in every language.
    record Json() implements ReadyLines {
        @Override
        public String broker(String address) {
            return ready("broker").put("address", address).toString();
        }

        @Override
        public String topic(String name) {
            return ready("topic").put("name", name).toString();
        }

        @Override
        public String service(int number, String address) {
            return ready("service").put("number", number).put("address", address).toString();
        }

        private static com.fasterxml.jackson.databind.node.ObjectNode ready(String what) {
            return JsonNodeFactory.instance.objectNode().put("ready", what);
        }
    }
}
