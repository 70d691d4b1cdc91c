package org.stoppayment.kit.watch;

import java.util.Optional;
import java.util.regex.Pattern;
import org.stoppayment.kernel.ServiceException;

/**
 * Identifies a state that was shown to a client. It is computed from that state alone, so every replica computes the same
 * one, also after a restart; a different state has a different token.
 *
 * @param text as clients keep it
 */
public record ResumeToken(String text) {

    /** The version of the digest, then the digest. A token of an older version is valid, but out of date. */
    private static final Pattern FORM = Pattern.compile("w[0-9]{1,4}-[0-9a-f]{32}");

    private static final String VERSION = "w1-";

    /** The token of the state with this digest, 32 hexadecimal digits. */
    public static ResumeToken of(String digest) {
        return parse(VERSION + digest)
                .orElseThrow(() -> new IllegalArgumentException("digest: (expected: 32 hexadecimal digits)"));
    }

    /**
     * The token that a request names, empty when it names none.
     *
     * @throws ServiceException.InvalidInput when the text cannot be one
     */
    public static Optional<ResumeToken> parseField(String field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parse(text)
                .orElseThrow(() -> new ServiceException.InvalidInput(
                        field,
                        "NOT_A_TOKEN",
                        "value: " + text.length() + " characters (expected: the resume_token of an earlier message)")));
    }

    /** The token that a client kept; empty when {@code text} cannot be one. */
    public static Optional<ResumeToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ResumeToken(text)) : Optional.empty();
    }
}
