package dev.txscope.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The parameters of a request, from its query and from a form.
final class Parameters {
    /// Counted in Unicode code points: an emoji is one.
    static final int MAX_TX_ID = 1000;

    private static final String FORM = "application/x-www-form-urlencoded";

    private Parameters() {}

    /// The one `txId`, of any Unicode.
    static String txId(Request request) throws RefusedException {
        var found = new ArrayList<>(values(request.head().target().query(), "txId"));
        if (isForm(request.head().fields())) {
            found.addAll(values(request.body(), "txId"));
        }
        if (found.size() > 1) {
            throw refused("txId is given more than once");
        }
        if (found.isEmpty() || found.getFirst().isBlank()) {
            throw refused(
                    "txId is "
                            + (found.isEmpty() ? "missing" : "blank")
                            + "; give it in the query or in a form body");
        }
        String txId = found.getFirst();
        if (txId.codePointCount(0, txId.length()) > MAX_TX_ID) {
            throw refused("txId is longer than " + MAX_TX_ID + " characters");
        }
        return txId;
    }

    private static boolean isForm(Fields fields) {
        List<String> types = fields.all("Content-Type");
        return types.size() == 1
                && types.getFirst().split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    /// @param encoded each character one byte as it came
    private static List<String> values(String encoded, String name) throws RefusedException {
        var values = new ArrayList<String>();
        for (String pair : encoded.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (decoded(parts[0]).equals(name)) {
                values.add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return values;
    }

    private static String decoded(String encoded) throws RefusedException {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(hexadecimal(encoded, i + 1) * 16 + hexadecimal(encoded, i + 2));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            var utf8 = StandardCharsets.UTF_8.newDecoder();
            return utf8.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException _) {
            throw refused("A parameter is not UTF-8");
        }
    }

    private static int hexadecimal(String encoded, int at) throws RefusedException {
        char c = at < encoded.length() ? encoded.charAt(at) : '%';
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw refused("A % is not followed by two hexadecimal digits");
        }
        return digit;
    }

    private static RefusedException refused(String sentence) {
        return new RefusedException(Status.BAD_REQUEST, sentence);
    }
}
