package org.stoppayment.freeze.facts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.facts.domain.Booking.Direction;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** What answers tell of an account's money. */
class QueryAnswersTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant ANSWERED = SINCE.plusSeconds(100);
    private static final AccountRef ACCOUNT = account("1");

    @Test
    void bookingsUnderOneSerialGetOrdinalsAfterTheStoredOnes() {
        QueryAnswers answers =
                full(in("S", 100, "2"), in("S", 200, "2"), in("S", 300, "2"), in("S", 300, "2"), in("T", 1, ""));

        List<Booking> told = answers.unstored(List.of(
                new StoredBooking(Direction.IN, "S", 1, Optional.empty(), Money.ofFen(200), "2"),
                new StoredBooking(Direction.OUT, "S", 7, Optional.of(OutflowKind.CASH), Money.ofFen(100), "2")));

        assertThat(told)
                .extracting(Booking::serial, Booking::ordinal, booking -> booking.amount()
                        .fen())
                .containsExactly(tuple("S", 2, 100L), tuple("S", 3, 300L), tuple("T", 1, 1L));
    }

    @Test
    void statementWithoutBookingsTellsItsOpeningBalance() {
        QueryAnswers answers = new QueryAnswers(
                id(),
                caseId(),
                1,
                ACCOUNT,
                Optional.of(SINCE),
                true,
                ANSWERED,
                List.of(page(Optional.of(Money.ofFen(7)))));

        assertThat(answers.balance()).hasValueSatisfying(balance -> {
            assertThat(balance.balance()).isEqualTo(Money.ofFen(7));
            assertThat(balance.asOf()).isEqualTo(ANSWERED);
        });
    }

    @Test
    void statementWhoseLastBookingHasNoBalanceTellsNone() {
        assertThat(full(in("S", 100, "2")).balance()).isEmpty();
    }

    @Test
    void statementWithATransferToNobodyIsNotFull() {
        StatementBooking toNobody = new StatementBooking(
                Direction.OUT,
                "S",
                OutflowKind.TRANSFER,
                Money.ofFen(1),
                SINCE,
                0,
                Optional.empty(),
                Optional.of(Money.ofFen(5)));

        assertThat(full(toNobody).balance()).isEmpty();
        assertThat(full(toNobody).unstored(List.of())).isEmpty();
    }

    @Test
    void statementWithoutItsLastPageIsNotFull() {
        QueryAnswers answers = new QueryAnswers(
                id(),
                caseId(),
                1,
                ACCOUNT,
                Optional.of(SINCE),
                true,
                ANSWERED,
                List.of(new AnswerPage(
                        Optional.empty(), Optional.empty(), Optional.of(Money.ofFen(7)), List.of(), false)));

        assertThat(answers.balance()).isEmpty();
    }

    private static QueryAnswers full(StatementBooking... bookings) {
        return new QueryAnswers(
                id(),
                caseId(),
                1,
                ACCOUNT,
                Optional.of(SINCE),
                true,
                ANSWERED,
                List.of(page(Optional.of(Money.ofFen(1)), bookings)));
    }

    private static AnswerPage page(Optional<Money> opening, StatementBooking... bookings) {
        return new AnswerPage(Optional.empty(), Optional.empty(), opening, List.of(bookings), true);
    }

    private static StatementBooking in(String serial, long fen, String payer) {
        return new StatementBooking(
                Direction.IN,
                serial,
                OutflowKind.TRANSFER,
                Money.ofFen(fen),
                SINCE,
                0,
                payer.isEmpty() ? Optional.empty() : Optional.of(account(payer)),
                Optional.empty());
    }

    private static AccountRef account(String number) {
        return new AccountRef("102100099996", number, "", AccountKind.BANK_PERSONAL);
    }

    private static ApplicationId id() {
        return ApplicationId.of("01890000-0000-7000-8000-000000000001");
    }

    private static CaseId caseId() {
        return CaseId.of("01890000-0000-7000-8000-000000000002");
    }
}
