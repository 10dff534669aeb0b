package dev.txscope.http;

import java.util.List;

/// Everything of a request but its body.
///
/// @param minor the minor version: 0 for HTTP/1.0, 1 for HTTP/1.1
record Head(String method, Target target, int minor, Fields fields) {

    /// Whether the client means to send more requests after this one.
    boolean keepsAlive() {
        return minor == 1
                ? !fields.lists("Connection", "close")
                : fields.lists("Connection", "keep-alive");
    }

    /// How many bytes of body follow.
    ///
    /// @throws RefusedException where that isn't said in exactly one way: two readers must never
    ///   disagree about where a request ends
    int length(int most) throws RefusedException {
        List<String> lengths = fields.all("Content-Length");
        boolean coded = !fields.all("Transfer-Encoding").isEmpty();
        if (coded && lengths.isEmpty()) {
            throw new RefusedException(
                    Status.LENGTH_REQUIRED, "A body needs a Content-Length here");
        }
        if (coded || lengths.size() > 1) {
            throw new RefusedException(Status.BAD_REQUEST, "The body's length is said twice");
        }
        return lengths.isEmpty() ? 0 : number(lengths.getFirst(), most);
    }

    private static int number(String digits, int most) throws RefusedException {
        if (!digits.matches("[0-9]{1,18}")) {
            throw new RefusedException(Status.BAD_REQUEST, "Content-Length is not a number");
        }
        if (Long.parseLong(digits) > most) {
            throw new RefusedException(
                    Status.CONTENT_TOO_LARGE, "The body is longer than " + most + " bytes");
        }
        return Integer.parseInt(digits);
    }

    /// Whether the client waits to be told that its body is wanted.
    boolean expectsContinue() throws RefusedException {
        List<String> expected = fields.all("Expect");
        if (expected.stream().allMatch("100-continue"::equalsIgnoreCase)) {
            return minor == 1 && !expected.isEmpty();
        }
        throw new RefusedException(Status.EXPECTATION_FAILED, "Only 100-continue can be expected");
    }
}
