package org.stoppayment.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs and verifies messages between gateway and institutions as in Standard Webhooks: HMAC-SHA256, scheme v1. */
public final class WebhookSignature {

    /** Header with the id of the message. */
    public static final String ID_HEADER = "webhook-id";
    /** Header with the time of sending, in seconds since 1970. */
    public static final String TIMESTAMP_HEADER = "webhook-timestamp";
    /** Header with one or more signatures, separated by spaces. */
    public static final String SIGNATURE_HEADER = "webhook-signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SECRET_PREFIX = "whsec_";
    private static final String SCHEME = "v1,";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern SIGNATURE = Pattern.compile("v1,[A-Za-z0-9+/]{43}=");

    private final SecretKeySpec key;

    /** Signs with {@code secret}: {@code whsec_} and base64 of 16 bytes or more. */
    public WebhookSignature(String secret) {
        byte[] bytes = decode(secret);
        if (bytes.length < 16) {
            throw new IllegalArgumentException("secret: *** (expected: whsec_ and base64 of 16 bytes or more)");
        }
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** The signature header of a message; its id must not contain a full stop. */
    public String sign(String id, Instant at, byte[] body) {
        if (!isId(id)) {
            throw new IllegalArgumentException("webhook-id: " + Masking.mask(id) + " (expected: no full stop)");
        }
        return SCHEME + Base64.getEncoder().encodeToString(mac(id, Long.toString(at.getEpochSecond()), body));
    }

    /**
     * False when no body can make these headers valid: one is missing or has the wrong form, or the timestamp is more than five minutes
     * from {@code now}.
     */
    public static boolean mayBeValid(String id, String timestamp, String signatures, Instant now) {
        return !id.isEmpty()
                && isId(id)
                && isRecent(timestamp, now)
                && Arrays.stream(signatures.split(" ", -1))
                        .anyMatch(signature -> SIGNATURE.matcher(signature).matches());
    }

    /** True when one of the signatures matches and the timestamp is at most five minutes from {@code now}. */
    public boolean verify(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (!isId(id) || !isRecent(timestamp, now)) {
            return false;
        }
        byte[] expected = (SCHEME + Base64.getEncoder().encodeToString(mac(id, timestamp, body)))
                .getBytes(StandardCharsets.UTF_8);
        boolean verified = false;
        for (String signature : signatures.split(" ", -1)) {
            verified |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return verified;
    }

    /** True when a timestamp header has the right form and is at most five minutes from {@code now}. */
    public static boolean isRecent(String timestamp, Instant now) {
        return SECONDS.matcher(timestamp).matches()
                && isWithinTolerance(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
    }

    /** True for the same secret. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WebhookSignature signature && key.equals(signature.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** True when two clocks are at most five minutes apart: further apart, messages are refused. */
    public static boolean isWithinTolerance(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }

    /** The signed parts are joined with full stops, so an id with a full stop would be ambiguous. */
    private static boolean isId(String id) {
        return id.indexOf('.') < 0;
    }

    private byte[] mac(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException missingFromTheJdk) {
            throw new IllegalStateException(missingFromTheJdk);
        }
    }

    private static byte[] decode(String secret) {
        if (!secret.startsWith(SECRET_PREFIX)) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
