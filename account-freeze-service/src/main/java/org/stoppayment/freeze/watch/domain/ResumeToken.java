package org.stoppayment.freeze.watch.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stands for a state of a case that was shown to somebody. It is made from that state alone, so every replica makes the same
 * one, today and after a restart; a state that is another one has another token.
 *
 * @param text as clients keep it
 */
public record ResumeToken(String text) {

    /** The form: which version of the digest, then the digest. One of an older version is no mistake, only out of date. */
    private static final Pattern FORM = Pattern.compile("w[0-9]{1,4}-[0-9a-f]{32}");

    private static final String VERSION = "w1-";

    /** The token of the state with this digest, 32 hexadecimal digits. */
    public static ResumeToken of(String digest) {
        return parse(VERSION + digest)
                .orElseThrow(() -> new IllegalArgumentException("digest: (expected: 32 hexadecimal digits)"));
    }

    /** The token that a client kept; empty when {@code text} cannot be one. */
    public static Optional<ResumeToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ResumeToken(text)) : Optional.empty();
    }
}
