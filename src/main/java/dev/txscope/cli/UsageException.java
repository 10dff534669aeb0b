package dev.txscope.cli;

/// A command line that asks for what there is not; its message is a sentence in the person's
/// language.
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
