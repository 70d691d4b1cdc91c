package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.domain.BookingsUpdate.Replacement;
import org.stoppayment.freeze.orders.domain.PendingOutflows.Stored;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Content;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Outflow;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;

class PendingOutflowsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void successorIsExactlyTenMinutesAwayAtMost() {
        assertThat(resolve(List.of(pending("1", 10)), listed("9", 20)).replaced())
                .containsExactly(new Replacement("1", 1, "9"));
        assertThat(resolve(List.of(pending("1", 10)), listed("9", 0)).replaced())
                .containsExactly(new Replacement("1", 1, "9"));
        assertThat(resolve(List.of(pending("1", 10)), listed("9", 21)).unlisted())
                .containsExactly("1");
    }

    @Test
    void oneSuccessorReplacesOneBooking() {
        BookingsUpdate update = resolve(List.of(pending("1", 1), pending("2", 2)), listed("9", 3));

        assertThat(update.replaced()).containsExactly(new Replacement("1", 1, "9"));
        assertThat(update.unlisted()).containsExactly("2");
    }

    @Test
    void asManyAsPossibleGetASuccessor() {
        BookingsUpdate update = resolve(List.of(pending("1", 0), pending("2", 9)), listed("8", 19), listed("9", 8));

        assertThat(update.replaced()).containsExactly(new Replacement("1", 1, "9"), new Replacement("2", 1, "8"));
        assertThat(update.unlisted()).isEmpty();
    }

    @Test
    void bookingThatWasStoredIsNoSuccessor() {
        Stored known = new Stored("9", 1, content(), NOON, false);

        BookingsUpdate update = resolve(List.of(pending("1", 1), known), listed("9", 0));

        assertThat(update.replaced()).isEmpty();
        assertThat(update.unlisted()).containsExactly("1");
    }

    @Test
    void otherPaymentUnderTheSameSerialDoesNotListIt() {
        Outflow other = new Outflow("1", OutflowKind.CASH, Money.ofFen(5), NOON, 0, Optional.empty());

        assertThat(resolve(List.of(pending("1", 0)), other).unlisted()).containsExactly("1");
    }

    @Test
    void bookingThatIsNotPendingStaysThoughItIsNotListed() {
        BookingsUpdate update = resolve(List.of(new Stored("1", 1, content(), NOON, false)), listed("9", 0));

        assertThat(update.replaced()).isEmpty();
        assertThat(update.unlisted()).isEmpty();
    }

    private static BookingsUpdate resolve(List<Stored> stored, Outflow... listed) {
        return PendingOutflows.resolve(
                new ReportedBookings(List.of(listed), List.of(), List.of()), stored, TEN_MINUTES);
    }

    private static Stored pending(String serial, long minute) {
        return new Stored(serial, 1, content(), NOON.plusSeconds(60 * minute), true);
    }

    private static Content content() {
        return new Content(OutflowKind.TRANSFER, Money.ofFen(500), "P");
    }

    private static Outflow listed(String serial, long minute) {
        return new Outflow(
                serial,
                OutflowKind.TRANSFER,
                Money.ofFen(500),
                NOON.plusSeconds(60 * minute),
                0,
                Optional.of(new AccountRef("102100099996", "P", "", AccountKind.BANK_PERSONAL)));
    }
}
