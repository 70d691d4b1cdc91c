package org.stoppayment.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against the rules of Standard Webhooks 1.0.0. Both vectors were worked out with openssl:
 *
 * <pre>{@code
 * printf '%s' "$id.$timestamp.$body" \
 *   | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf '%s' "${secret#whsec_}" | base64 -d | xxd -p -c 100) -binary \
 *   | base64
 * }</pre>
 */
class WebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = bytes("{\"test\": 2432232314}");
    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final WebhookSignature signature = new WebhookSignature(SECRET);

    @Test
    void publishedExampleIsSignedAndVerified() {
        assertThat(signature.sign(ID, SENT, BODY)).isEqualTo(RIGHT);
        assertThat(signature.verify(ID, TIMESTAMP, RIGHT, BODY, SENT)).isTrue();
    }

    @Test
    void chineseStopOrderIsSignedAsUtf8() {
        WebhookSignature simulator = new WebhookSignature("whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1JQ0JDLTAwMQ==");
        String signed = simulator.sign(
                "0193a000-0000-7000-8000-000000000002",
                Instant.parse("2022-03-01T06:05:00.999Z"),
                bytes("{\"accountName\":\"卡主甲\",\"amountFen\":14000000}"));
        assertThat(signed).isEqualTo("v1,d+44mAodyhvYOyoYN/aWfK4zoERhT6SGOk73m4VAA+U=");
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, -1, 0, 1, 299, 300})
    void messageWithATimestampFiveMinutesOffIsAccepted(long secondsLate) {
        assertThat(signature.verify(ID, TIMESTAMP, RIGHT, BODY, SENT.plusSeconds(secondsLate)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -301, 301, 86_400})
    void messageWithATimestampOneSecondMoreIsNotAccepted(long secondsLate) {
        assertThat(signature.verify(ID, TIMESTAMP, RIGHT, BODY, SENT.plusSeconds(secondsLate)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1614265330",
                "+1614265330",
                "1614265330.5",
                "1614265330000",
                "1e9",
                "１６１４２６５３３０",
                "now"
            })
    void timestampThatIsNotAWholeNumberIsNotAccepted(String timestamp) {
        assertThat(signature.verify(ID, timestamp, RIGHT, BODY, SENT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA= " + RIGHT,
                RIGHT + " v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=",
                "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== " + RIGHT,
                "v9,unknown  " + RIGHT
            })
    void oneValidSignatureAmongSeveralIsEnough(String signatures) {
        assertThat(signature.verify(ID, TIMESTAMP, signatures, BODY, SENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v1",
                "v1,",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=",
                "v1,x," + RIGHT
            })
    void messageWithoutValidSignatureIsNotAccepted(String signatures) {
        assertThat(signature.verify(ID, TIMESTAMP, signatures, BODY, SENT)).isFalse();
    }

    @Test
    void signatureWithAnotherSecretIsNotAccepted() {
        WebhookSignature other = new WebhookSignature("whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1BQkMtMDAwMg==");
        assertThat(signature.verify(ID, TIMESTAMP, other.sign(ID, SENT, BODY), BODY, SENT))
                .isFalse();
    }

    @Test
    void signatureCoversEveryPartOfTheMessage() {
        assertThat(signature.verify("msg_other", TIMESTAMP, RIGHT, BODY, SENT)).isFalse();
        assertThat(signature.verify(ID, "1614265331", RIGHT, BODY, SENT)).isFalse();
        assertThat(signature.verify(ID, "01614265330", RIGHT, BODY, SENT)).isFalse();
        assertThat(signature.verify(ID, TIMESTAMP, RIGHT, bytes("{\"test\": 2432232315}"), SENT))
                .isFalse();
        assertThat(signature.verify(ID, TIMESTAMP, RIGHT, new byte[0], SENT)).isFalse();
    }

    @Test
    void idWithAFullStopIsRefused() {
        // "a.1614265330.{}" signed as (a, 1614265330, {}) must not pass as (a.1614265330, …) or the other way round.
        String other = signature.sign("a", SENT, bytes("1614265330.{}"));
        assertThat(signature.verify("a.1614265330", TIMESTAMP, other, bytes("{}"), SENT))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> signature.sign("a.1", SENT, BODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_not base64 at all!",
                "whsec_c2hvcnQ="
            })
    void invalidOrTooShortSecretIsRefusedWithoutBeingShown(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookSignature(secret))
                .withMessageStartingWith("secret: ***")
                .withMessageNotContaining("base64 at all")
                .withMessageNotContaining("MfKQ");
    }

    @Test
    void secretHasAtLeastSixteenBytes() {
        assertThat(new WebhookSignature(secretOf(16)).sign(ID, SENT, BODY)).startsWith("v1,");
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSignature(secretOf(15)));
    }

    @Test
    void headersHaveThePublishedNames() {
        assertThat(WebhookSignature.ID_HEADER).isEqualTo("webhook-id");
        assertThat(WebhookSignature.TIMESTAMP_HEADER).isEqualTo("webhook-timestamp");
        assertThat(WebhookSignature.SIGNATURE_HEADER).isEqualTo("webhook-signature");
    }

    private static String secretOf(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void sameSecretIsTheSameSignature() {
        String secret = "whsec_YSBzZWNyZXQgb2Ygc2l4dGVlbg==";

        assertThat(new WebhookSignature(secret))
                .isEqualTo(new WebhookSignature(secret))
                .hasSameHashCodeAs(new WebhookSignature(secret))
                .isNotEqualTo(new WebhookSignature("whsec_YSBzZWNyZXQgb2YgZWlnaHRlZW4="));
    }
}
