package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Inflow;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Outflow;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;

class ReportedBookingsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    @Test
    void sameBookingTwiceIsNotOdd() {
        assertThat(flags(out("1", 5, "P"), out("1", 5, "P"), out("2", 5, "P"))).isEmpty();
    }

    @Test
    void anotherPayeeOrSumOrKindIsAReusedSerial() {
        assertThat(flags(out("1", 5, "P"), out("1", 5, "Q"))).containsExactly(OrderFlag.SERIAL_REUSED);
        assertThat(flags(out("1", 5, "P"), out("1", 6, "P"))).containsExactly(OrderFlag.SERIAL_REUSED);
        assertThat(flags(
                        out("1", 5, "P"),
                        new Outflow("1", OutflowKind.MERCHANT, Money.ofFen(5), NOON, 0, Optional.of(account("P")))))
                .containsExactly(OrderFlag.SERIAL_REUSED);
    }

    @Test
    void anotherTimeOrSequenceIsAConflict() {
        Optional<AccountRef> payee = Optional.of(account("P"));

        assertThat(flags(
                        out("1", 5, "P"),
                        new Outflow("1", OutflowKind.TRANSFER, Money.ofFen(5), NOON.plusSeconds(1), 0, payee)))
                .containsExactly(OrderFlag.SERIAL_CONFLICT);
        assertThat(flags(out("1", 5, "P"), new Outflow("1", OutflowKind.TRANSFER, Money.ofFen(5), NOON, 1, payee)))
                .containsExactly(OrderFlag.SERIAL_CONFLICT);
    }

    @Test
    void inflowAndOutflowOfOneSerialAreNotOdd() {
        ReportedBookings bookings =
                new ReportedBookings(List.of(out("1", 5, "P")), List.of(in("1", 6, "Q")), List.of());

        assertThat(bookings.findings()).isEmpty();
    }

    @Test
    void eachOddSerialIsAFinding() {
        ReportedBookings bookings = new ReportedBookings(
                List.of(out("1", 5, "P"), out("1", 6, "P"), out("1", 7, "P")),
                List.of(in("2", 5, "P"), in("2", 5, "Q")),
                List.of());

        assertThat(bookings.findings())
                .extracting(Contradiction::content)
                .containsExactly("SERIAL_REUSED 1", "SERIAL_REUSED 2");
        assertThat(bookings.flags(Optional.empty())).containsExactly(OrderFlag.SERIAL_REUSED);
    }

    private static List<OrderFlag> flags(Outflow... outflows) {
        return new ReportedBookings(List.of(outflows), List.of(), List.of()).flags(Optional.empty());
    }

    private static Outflow out(String serial, long fen, String payee) {
        return new Outflow(serial, OutflowKind.TRANSFER, Money.ofFen(fen), NOON, 0, Optional.of(account(payee)));
    }

    private static Inflow in(String serial, long fen, String payer) {
        return new Inflow(serial, Money.ofFen(fen), NOON, Optional.of(account(payer)));
    }

    private static AccountRef account(String number) {
        return new AccountRef("102100099996", number, "", AccountKind.BANK_PERSONAL);
    }
}
