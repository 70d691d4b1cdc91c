package org.stoppayment.freeze.tracing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Credit;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;
import org.stoppayment.freeze.tracing.domain.TaintPropagation.Booking;
import org.stoppayment.kernel.ids.TransferId;

class ReportedMoneyTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final AccountRef.Key A = new AccountRef.Key("102100099996", "A");
    private static final AccountRef.Key B = new AccountRef.Key("102100099996", "B");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private int ids;

    @Test
    void transferCameInWhenItsBookingSays() {
        assertThat(moments(List.of(reported(A, 100, NOON, "")), credit(A, "S1", 100, NOON.plusSeconds(599))))
                .containsExactly(NOON.plusSeconds(599));
    }

    @Test
    void bookingTenMinutesAwayAnswersAndOneFurtherDoesNot() {
        Reported transfer = reported(A, 100, NOON, "");

        assertThat(moments(List.of(transfer), credit(A, "S1", 100, NOON.minus(TEN_MINUTES))))
                .containsExactly(NOON.minus(TEN_MINUTES));
        assertThat(moments(
                        List.of(transfer),
                        credit(A, "S1", 100, NOON.plus(TEN_MINUTES).plusNanos(1000))))
                .containsExactly(NOON.minus(TEN_MINUTES));
    }

    @Test
    void otherSumAndOtherAccountDoNotAnswer() {
        assertThat(moments(List.of(reported(A, 100, NOON, "")), credit(A, "S1", 101, NOON), credit(B, "S2", 100, NOON)))
                .containsExactly(NOON.minus(TEN_MINUTES));
    }

    @Test
    void serialDecidesWhereSeveralWouldDo() {
        assertThat(moments(
                        List.of(reported(A, 100, NOON, "S2")),
                        credit(A, "S1", 100, NOON),
                        credit(A, "S2", 100, NOON.plusSeconds(300))))
                .containsExactly(NOON.plusSeconds(300));
    }

    @Test
    void oneBookingAnswersForOneTransfer() {
        assertThat(moments(
                        List.of(reported(A, 100, NOON, ""), reported(A, 100, NOON.plusSeconds(10), "S1")),
                        credit(A, "S1", 100, NOON.plusSeconds(1))))
                .containsExactly(NOON.minus(TEN_MINUTES), NOON.plusSeconds(1));
    }

    @Test
    void transferLeavesTheNearestBookingToOneThatHasNoOther() {
        Reported first = reported(A, 100, NOON, "");
        Reported second = reported(A, 100, NOON.plusSeconds(480), "");

        assertThat(moments(
                        List.of(first, second),
                        credit(A, "S1", 100, NOON.minusSeconds(480)),
                        credit(A, "S2", 100, NOON.plusSeconds(120))))
                .containsExactly(NOON.minusSeconds(480), NOON.plusSeconds(120));
    }

    @Test
    void bookingThatIsNamedByItsSerialIsNotGivenUp() {
        Reported first = reported(A, 100, NOON, "S2");
        Reported second = reported(A, 100, NOON.plusSeconds(480), "");

        assertThat(moments(
                        List.of(first, second),
                        credit(A, "S1", 100, NOON.minusSeconds(480)),
                        credit(A, "S2", 100, NOON.plusSeconds(120))))
                .containsExactly(NOON.plusSeconds(120), NOON.minusSeconds(120));
    }

    @Test
    void transferWithoutATimeCameInBeforeEverything() {
        Reported timeless = new Reported(id(), A, 100, Optional.empty(), "S1");

        assertThat(moments(List.of(timeless), credit(A, "S1", 100, NOON))).containsExactly(Instant.MIN);
    }

    private static List<Instant> moments(List<Reported> transfers, Credit... credits) {
        return ReportedMoney.bookings(transfers, List.of(credits), TEN_MINUTES).stream()
                .map(Booking::at)
                .toList();
    }

    private Reported reported(AccountRef.Key account, long fen, Instant at, String serial) {
        return new Reported(id(), account, fen, Optional.of(at), serial);
    }

    private static Credit credit(AccountRef.Key account, String serial, long fen, Instant at) {
        return new Credit(account, serial, 1, fen, at);
    }

    private TransferId id() {
        return new TransferId(new UUID(0, ++ids));
    }
}
