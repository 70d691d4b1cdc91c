package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.Samples.NOON;
import static org.stoppayment.freeze.orders.domain.Samples.ORDER;
import static org.stoppayment.freeze.orders.domain.Samples.RULES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;

class FeedbackTest {

    private static final Duration TWO_DAYS = Duration.ofHours(48);

    @ParameterizedTest
    @CsvSource({
        "0000, IN_EFFECT",
        "1200, IN_EFFECT",
        "1301, HELD_BY_OTHER",
        "1302, HELD_BY_OTHER",
        "1303, HELD_BY_OTHER",
        "0900, IN_DOUBT",
        "200003, IN_DOUBT",
        "1100, IN_DOUBT",
        "1101, IN_DOUBT",
        "200002, IN_DOUBT",
        "200008, QUEUED",
        "0600, MANUAL",
        "0700, MANUAL",
        "1000, MANUAL",
        "1300, MANUAL",
        "0100, DECLINED",
        "0200, DECLINED",
        "0300, DECLINED",
        "0301, DECLINED",
        "0302, DECLINED",
        "0303, DECLINED",
        "0400, DECLINED",
        "0800, DECLINED",
        "0801, DECLINED",
        "0802, DECLINED",
        "1304, DECLINED",
        "1800, DECLINED",
        "1900, DECLINED",
        "200001, DECLINED"
    })
    void everyCodeLeadsAnOrderOnItsWayWhereTheRulesSay(String code, Phase expected) {
        assertThat(afterFeedback(code)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("formatErrors")
    void everyFormatErrorDeclines(String code) {
        assertThat(afterFeedback(code)).isEqualTo(Phase.DECLINED);
    }

    static Stream<String> formatErrors() {
        return IntStream.rangeClosed(500, 599).mapToObj("%04d"::formatted);
    }

    @ParameterizedTest
    @CsvSource({"9999", "1305", "0001", "0601", "1201", "200009", "999999"})
    void codeThatNobodyKnowsNeedsAPerson(String code) {
        assertThat(afterFeedback(code)).isEqualTo(Phase.MANUAL);
    }

    @Test
    void confirmationWithoutItsMomentIsAStopWhoseTermCountsFromReceipt() {
        Feedback momentless = feedback("0000", Optional.empty(), Optional.of(Money.ofFen(7)));

        Stop stop = stop(momentless);

        assertThat(stop.momentReported()).isFalse();
        assertThat(stop.expiresAt()).isEqualTo(NOON.plus(TWO_DAYS));
        assertThat(stop.held(Money.ofFen(9))).isEqualTo(Money.ofFen(7));
        assertThat(momentless.flags(RULES, NOON, NOON)).containsExactly(OrderFlag.STOP_MOMENT_UNKNOWN);
        assertThat(momentless.missing()).containsExactly("stoppedAt");
        assertThat(momentless.findings(RULES, NOON))
                .containsExactly(new Contradiction(Alert.Kind.BOOKING_UNCLEAR, "FEEDBACK_UNREADABLE stoppedAt"));
    }

    @Test
    void confirmationWithoutItsBalanceIsAStopThatHoldsNothingYet() {
        Feedback bare = feedback("1200", Optional.empty(), Optional.empty());

        Stop stop = stop(feedback("0000", Optional.of(NOON), Optional.empty()));

        assertThat(stop.expiresAt()).isEqualTo(NOON.plus(TWO_DAYS));
        assertThat(stop.balance()).isEmpty();
        assertThat(stop.held(Money.ofFen(9))).isEqualTo(Money.ZERO);
        assertThat(bare.flags(RULES, NOON, NOON))
                .containsExactly(OrderFlag.BALANCE_SHORT, OrderFlag.STOP_MOMENT_UNKNOWN, OrderFlag.BALANCE_UNKNOWN);
        assertThat(bare.findings(RULES, NOON))
                .containsExactly(
                        new Contradiction(Alert.Kind.BOOKING_UNCLEAR, "FEEDBACK_UNREADABLE stoppedAt balanceFen"));
    }

    @Test
    void refusalOwesNeitherMomentNorBalance() {
        Feedback refusal = feedback("0301", Optional.empty(), Optional.empty());

        assertThat(refusal.missing()).isEmpty();
        assertThat(refusal.findings(RULES, NOON)).isEmpty();
    }

    @Test
    void termIs48HoursFromTheMomentThatTheInstitutionReports() {
        Instant stoppedAt = NOON.minusSeconds(90);

        Stop stop = stop(stoppedAt);

        assertThat(stop.stoppedAt()).isEqualTo(stoppedAt);
        assertThat(stop.expiresAt()).isEqualTo(Instant.parse("2026-03-03T03:58:30Z"));
        assertThat(flags(stoppedAt)).isEmpty();
    }

    @Test
    void momentTenMinutesAheadIsBelieved() {
        Instant ahead = NOON.plus(Duration.ofMinutes(10));

        assertThat(stop(ahead).expiresAt()).isEqualTo(ahead.plus(TWO_DAYS));
        assertThat(flags(ahead)).isEmpty();
    }

    @Test
    void momentMoreThanTenMinutesAheadIsFlaggedAndTheTermCountedFromReceipt() {
        Instant tooFar = NOON.plus(Duration.ofMinutes(10)).plusNanos(1000);

        assertThat(stop(tooFar).stoppedAt()).isEqualTo(tooFar);
        assertThat(stop(tooFar).expiresAt()).isEqualTo(NOON.plus(TWO_DAYS));
        assertThat(flags(tooFar)).containsExactly(OrderFlag.STOP_MOMENT_IN_FUTURE);
    }

    @Test
    void momentTenMinutesBeforeTheOrderIsBelieved() {
        Instant before = NOON.minus(Duration.ofMinutes(10));

        assertThat(stop(before).expiresAt()).isEqualTo(before.plus(TWO_DAYS));
        assertThat(stop(before).reportedEnd()).isEmpty();
        assertThat(flags(before)).isEmpty();
        assertThat(found(before)).isEmpty();
    }

    @Test
    void momentMoreThanTenMinutesBeforeTheOrderIsFlaggedAndToldAndTheTermCountsFromReceipt() {
        Instant tooFar = NOON.minus(Duration.ofMinutes(10)).minusNanos(1000);

        assertThat(stop(tooFar).stoppedAt()).isEqualTo(tooFar);
        assertThat(stop(tooFar).expiresAt()).isEqualTo(NOON.plus(TWO_DAYS));
        assertThat(stop(tooFar).reportedEnd()).contains(tooFar.plus(TWO_DAYS));
        assertThat(flags(tooFar)).containsExactly(OrderFlag.STOP_MOMENT_BEFORE_ORDER);
        assertThat(found(tooFar))
                .containsExactly(new Contradiction(
                        Alert.Kind.STOP_MOMENT_UNCLEAR, "STOP_MOMENT_BEFORE_ORDER 2026-03-01T03:49:59Z"));
    }

    @Test
    void shortBalanceIsFlagged() {
        assertThat(feedback("1200", Optional.of(NOON), Optional.of(Money.ZERO)).flags(RULES, NOON, NOON))
                .containsExactly(OrderFlag.BALANCE_SHORT);
    }

    @Test
    void refusalIsNotFlagged() {
        assertThat(feedback("0301", Optional.of(NOON.plus(TWO_DAYS)), Optional.empty())
                        .flags(RULES, NOON, NOON))
                .isEmpty();
    }

    private static Stop stop(Instant stoppedAt) {
        return stop(feedback("0000", Optional.of(stoppedAt), Optional.of(Money.ofFen(7))));
    }

    private static Stop stop(Feedback feedback) {
        StopOrderEvent event = feedback.toEvent(RULES, NOON, NOON);
        return event.leadsTo(new StopOrderState.Sending()).stop().orElseThrow();
    }

    private static List<OrderFlag> flags(Instant stoppedAt) {
        return feedback("0000", Optional.of(stoppedAt), Optional.of(Money.ofFen(7)))
                .flags(RULES, NOON, NOON);
    }

    private static List<Contradiction> found(Instant stoppedAt) {
        return feedback("0000", Optional.of(stoppedAt), Optional.of(Money.ofFen(7)))
                .findings(RULES, NOON);
    }

    private static Phase afterFeedback(String code) {
        return phase(feedback(code, Optional.of(NOON), Optional.of(Money.ofFen(7))));
    }

    private static Phase phase(Feedback feedback) {
        return Samples.order(Phase.SENDING)
                .after(feedback.toEvent(RULES, NOON, NOON), NOON)
                .orElseThrow()
                .phase();
    }

    private static Feedback feedback(String code, Optional<Instant> stoppedAt, Optional<Money> balance) {
        return new Feedback(
                ORDER, new ResultCode(code), stoppedAt, balance, List.of("account.name"), ReportedBookings.NONE, true);
    }
}
