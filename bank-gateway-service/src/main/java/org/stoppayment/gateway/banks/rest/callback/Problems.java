package org.stoppayment.gateway.banks.rest.callback;

/** The problems of a callback that more than one class answers with. */
final class Problems {

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private Problems() {}

    static Problem unknownInstitution() {
        return new Problem("The registry has no such institution", NOT_FOUND, "INSTITUTION_NOT_KNOWN", "");
    }

    static Problem invalidSignature() {
        return new Problem(
                "The signature is missing or wrong",
                UNAUTHORIZED,
                "INVALID_SIGNATURE",
                "webhook-signature: *** (expected: v1, and base64 of HMAC-SHA256 over id.timestamp.body, the timestamp at"
                        + " most 5 minutes off)");
    }
}
