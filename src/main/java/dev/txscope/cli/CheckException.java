package dev.txscope.cli;

/// A check that was not passed; its message is a sentence in the person's language.
final class CheckException extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    CheckException(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
