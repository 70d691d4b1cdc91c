package org.stoppayment.intake.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A request as received, byte for byte, with its digest, which distinguishes a resend from another request. */
public final class Content {

    private final byte[] bytes;
    private final byte[] digest;

    public Content(byte[] bytes) {
        this.bytes = bytes;
        this.digest = sha256(bytes);
    }

    /** The bytes; must not be modified. */
    public byte[] bytes() {
        return bytes;
    }

    /** SHA-256 of the bytes; must not be modified. */
    public byte[] digest() {
        return digest;
    }

    /** True when {@code otherDigest} is the digest of the same bytes. */
    public boolean hasDigest(byte[] otherDigest) {
        return Arrays.equals(digest, otherDigest);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missingFromTheJdk) {
            throw new IllegalStateException(missingFromTheJdk);
        }
    }
}
