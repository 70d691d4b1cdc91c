package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.wire.Query;

/** A watch reports each new booking until it ends. */
class WatchContractTest extends QueryTestBase {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void watchReportsWhatIsBookedFromThenOn() {
        ObjectNode watch = watch(DAY);
        GatewayClient.Answer begun = sendNow(watch);

        withdrawAll();

        assertThat(begun.json().at("/watch/reports").longValue()).isZero();
        await().untilAsserted(() -> assertThat(reports(watch)).hasSize(1));
        JsonNode report = reports(watch).get(0);
        assertThat(report.path("sequence").longValue()).isEqualTo(1);
        assertThat(texts(report.path("bookings"), "serial")).containsExactly("M-2");
        assertThat(report.path("balanceFen").longValue()).isZero();
        assertThat(inquireNow(watch).json().at("/watch/reports").longValue()).isEqualTo(1);
    }

    @Test
    void laterReportsHaveHigherNumbersAndNoBookingTwice() {
        ObjectNode watch = watch(DAY);
        sendNow(watch);
        withdrawAll();
        await().untilAsserted(() -> assertThat(reports(watch)).hasSize(1));

        deposit("D-2");
        await().untilAsserted(() -> assertThat(reports(watch)).hasSize(2));
        deposit("D-3");
        await().untilAsserted(() -> assertThat(reports(watch)).hasSize(3));

        assertThat(reports(watch))
                .extracting(report -> report.path("sequence").longValue())
                .containsExactly(1L, 2L, 3L);
        assertThat(reports(watch))
                .flatExtracting(report -> texts(report.path("bookings"), "serial"))
                .containsExactly("M-2", "D-2", "D-3");
    }

    @Test
    void reportThatIsNotAcknowledgedIsSentAgainWithItsNumber() {
        ObjectNode watch = watch(DAY);
        sendNow(watch);
        gateway.answerNext(503);

        withdrawAll();

        await().untilAsserted(() -> assertThat(reports(watch)).hasSize(2));
        assertThat(reports(watch).get(1)).isEqualTo(reports(watch).get(0));
    }

    @Test
    void watchThatIsEndedReportsNothingMore() {
        ObjectNode watch = watch(DAY);
        sendNow(watch);

        GatewayClient.Answer ended = sendNow(watchEnd(watch));
        withdrawAll();
        ObjectNode later = watch(DAY);
        sendNow(later);
        deposit("D-2");
        await().untilAsserted(() -> assertThat(reports(later)).hasSize(1));

        assertThat(ended.code()).isEqualTo("0000");
        assertThat(reports(watch)).isEmpty();
        assertThat(sendNow(watchEnd(watch)).code()).isEqualTo("1900");
    }

    @Test
    void whatWasBookedBeforeTheEndIsStillReported() {
        ObjectNode watch = watch(DAY);
        sendNow(watch);
        withdrawAll();

        sendNow(watchEnd(watch));

        await().untilAsserted(() -> assertThat(reports(watch)).hasSize(1));
        assertThat(inquireNow(watch).json().at("/watch/reports").longValue()).isEqualTo(1);
    }

    @Test
    void watchEndsByItself() {
        ObjectNode watch = watch(Duration.ofMinutes(1));
        sendNow(watch);
        CLOCK.advance(Duration.ofMinutes(2));

        assertThat(sendNow(watchEnd(watch)).code()).isEqualTo("1900");
    }

    @Test
    void unknownWatchAndWatchOfThePastAreDeclined() {
        GatewayClient.Answer unknown = sendNow(watchEnd(watch(DAY)));
        GatewayClient.Answer past = sendNow(watch(Duration.ofMinutes(-1)));

        assertThat(unknown.code()).isEqualTo("0400");
        assertThat(unknown.mismatched()).containsExactly("originalApplicationId");
        assertThat(past.code()).isEqualTo("0800");
        assertThat(past.mismatched()).containsExactly("until");
        assertThat(past.json().has("watch")).isFalse();
    }

    @Test
    void watchOfOneAccountReportsNoOther() {
        ObjectNode other = Orders.query(Query.Kind.WATCH, CCB, "6217000000000000228", "卡主乙")
                .put("until", CLOCK.instant().plus(DAY).toString());
        ObjectNode watch = watch(DAY);
        sendNow(other);
        sendNow(watch);

        withdrawAll();

        await().untilAsserted(() -> assertThat(reports(watch)).hasSize(1));
        assertThat(reports(other)).isEmpty();
    }

    /** Somebody pays CNY 1 into the mule's account, now. */
    private static void deposit(String serial) {
        load(
                "{'institutions': [], 'accounts': [], 'deposits': [{'serial': '%s', 'to': '%s', 'amountFen': '100', 'at': '%s'}]}"
                        .formatted(serial, MULE_NUMBER, CLOCK.instant()));
    }
}
