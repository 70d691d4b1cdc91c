package org.stoppayment.gateway.banks.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.testkit.Freezes;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/** The gateway reads in full exactly the feedback that the contract allows; of any other it reads what it can. */
class FeedbackContractTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\"} {}",
                "{\"applicationId\":\"a\",\"applicationId\":\"b\",\"resultCode\":\"0301\"}",
                "{\"applicationId\":\"a\\u0000\",\"resultCode\":\"0301\"}",
                "{\"applicationId\":\"a\",\"resultCode\":\"00 00\"}",
                "{\"applicationId\":\"a\",\"resultCode\":0}",
                "{\"applicationId\":\"a\"}",
                "{\"resultCode\":\"0000\"}"
            })
    void feedbackWithoutItsResultIsRefused(String body) {
        assertThatThrownBy(() -> FeedbackJson.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"a\\u202eb\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"a\\u061cb\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"a\\ud842b\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"account.name,account.kind\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"the name\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0000\",\"stoppedAt\":\"2015-12-31T23:59:59Z\",\"balanceFen\":1}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"balanceFen\":\"1\"}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"balanceFen\":1.5}"
            })
    void ambiguousFieldIsLeftOutAndListed(String body) {
        Feedback feedback = FeedbackJson.read(body.getBytes(StandardCharsets.UTF_8));

        assertThat(feedback.unreadable()).hasSize(1);
        assertThat(feedback.stoppedAt()).isEmpty();
        assertThat(feedback.mismatched()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0000, 0000-01-01T00:00:00Z, 'years 1 to 9999, UTC'",
        "0301, 0001-01-01T00:00:00+10:00, 'years 1 to 9999, UTC'",
        "0000, 9999-12-31T23:59:59-10:00, 'years 1 to 9999, UTC'",
        "0000, 2016-01-01T07:59:59+08:00, a moment since 2016-01-01T00:00:00Z"
    })
    void impossibleStopMomentIsListedWithFieldAndValue(String code, String moment, String expected) {
        String body = "{\"applicationId\":\"a\",\"resultCode\":\"%s\",\"stoppedAt\":\"%s\",\"balanceFen\":1}";

        Feedback feedback = FeedbackJson.read(body.formatted(code, moment).getBytes(StandardCharsets.UTF_8));

        assertThat(feedback.stoppedAt()).isEmpty();
        assertThat(feedback.balance()).isPresent();
        assertThat(feedback.unreadable())
                .containsExactly(new Violation(
                        "stoppedAt", "OUT_OF_RANGE", "stoppedAt: " + moment + " (expected: " + expected + ")"));
    }

    @Test
    void atMostAHundredMismatchedFieldsAreRead() {
        String body = "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"account.name\"%s]}";

        assertThat(FeedbackJson.read(body.formatted(",\"x\"".repeat(99)).getBytes(StandardCharsets.UTF_8))
                        .mismatched())
                .hasSize(100);
        Feedback more = FeedbackJson.read(body.formatted(",\"x\"".repeat(100)).getBytes(StandardCharsets.UTF_8));
        assertThat(more.mismatched()).hasSize(100);
        assertThat(more.unreadable()).extracting(Violation::field).containsExactly("mismatched");
    }

    @Test
    void fieldsThatCannotBeReadDoNotHideBookingsThatCannot() {
        Feedback feedback = FeedbackJson.read(
                "{\"applicationId\":\"a\",\"resultCode\":\"0000\",\"mismatched\":[%s\"x\"],\"outflows\":[5]}"
                        .formatted("\"the name\",".repeat(100))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(feedback.unreadableBookings()).containsExactly("outflows[0]");
    }

    @Test
    void waitingPlaceIsAtLeastOne() {
        String body = "{\"applicationId\":\"a\",\"resultCode\":\"1303\",\"freeze\":{\"waitingPlace\":%d}}";

        assertThat(FeedbackJson.read(body.formatted(1).getBytes(StandardCharsets.UTF_8))
                        .freeze()
                        .orElseThrow()
                        .waitingPlace())
                .contains(1);
        Feedback none = FeedbackJson.read(body.formatted(0).getBytes(StandardCharsets.UTF_8));
        assertThat(none.freeze().orElseThrow().waitingPlace()).isEmpty();
        assertThat(none.unreadableFreeze()).containsExactly("freeze.waitingPlace");
    }

    @Test
    void momentOfAFreezeIsNotBefore2016() {
        Feedback feedback = FeedbackJson.read(Freezes.frozen("a", "0000", 1)
                .replace("2026-03-02T03:00:01Z", "2015-12-31T23:59:59Z")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(feedback.freeze().orElseThrow().frozenAt()).isEmpty();
        assertThat(feedback.unreadable()).extracting(Violation::field).containsExactly("freeze.frozenAt");
    }

    @Test
    void nullReadsAsAbsent() {
        Feedback feedback = FeedbackJson.read(
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"stoppedAt\":null,\"outflows\":null,\"freeze\":null,\"complete\":null}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(feedback.stoppedAt()).isEmpty();
        assertThat(feedback.complete()).isTrue();
        assertThat(feedback.freeze()).isEmpty();
    }
}
