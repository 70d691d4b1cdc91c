package org.stoppayment.kit.grpc;

import java.nio.charset.StandardCharsets;

/**
 * The text of a status as {@code grpc-message} carries it: only {@code %} and what is outside 0x20 to 0x7E is percent-encoded
 * (gRPC over HTTP/2, <em>Responses</em>). Clients that decode no more than that show any other escape as it is.
 */
final class StatusText {

    private static final char FIRST_PLAIN = ' ';
    private static final char LAST_PLAIN = '~';
    private static final String HEX = "0123456789ABCDEF";

    private StatusText() {}

    /** The text, encoded. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each >= FIRST_PLAIN && each <= LAST_PLAIN && each != '%') {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(HEX.charAt((each >> 4) & 0xF)).append(HEX.charAt(each & 0xF));
            }
        }
        return encoded.toString();
    }
}
