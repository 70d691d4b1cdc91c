package org.stoppayment.freeze.books.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.books.domain.FundsMovement.Cause;
import org.stoppayment.freeze.books.domain.FundsMovement.Position;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

class ClaimBooksTest {

    private static final AccountRef ACCOUNT =
            new AccountRef("102100099996", "6222020000000000018", "某甲", AccountKind.BANK_PERSONAL);
    private static final Optional<ApplicationId> ORDER =
            Optional.of(ApplicationId.of("0195518a-0000-7000-8000-000000000001"));

    /** 1000 reported and 500 received; 600 went on, 100 in cash, 50 to a merchant; of 750 left, 300 are held. */
    private static final ClaimBooks BOOKS = books(1000, 500, 600, 100, 50, 300, 0, 0);

    @Test
    void whatCameInIsHeldHasGoneOnOrIsUnknown() {
        assertThat(BOOKS.tainted()).isEqualTo(Money.ofFen(1500));
        assertThat(BOOKS.remaining()).isEqualTo(Money.ofFen(750));
        assertThat(BOOKS.unknown()).isEqualTo(Money.ofFen(450));
        assertThat(books(1000, 0, 0, 0, 0, 0, 200, 0).unknown()).isEqualTo(Money.ofFen(800));
        assertThat(books(1000, 0, 0, 0, 0, 0, 0, 300).unknown()).isEqualTo(Money.ofFen(700));
    }

    @Test
    void booksAreConservedUntilOneFenTooMuchIsHeld() {
        assertThat(BOOKS.isConserved()).isTrue();
        assertThat(books(1000, 0, 700, 0, 0, 300, 0, 0).isConserved()).isTrue();
        assertThat(books(1000, 0, 700, 0, 0, 301, 0, 0).isConserved()).isFalse();
        assertThat(books(1000, 0, 0, 0, 0, 300, 400, 301).isConserved()).isFalse();
    }

    @Test
    void booksAreConservedUntilOneFenTooMuchHasLeft() {
        assertThat(books(600, 400, 700, 200, 100, 0, 0, 0).isConserved()).isTrue();
        assertThat(books(600, 400, 701, 200, 100, 0, 0, 0).isConserved()).isFalse();
        assertThat(books(600, 400, 700, 200, 101, 0, 0, 0).isConserved()).isFalse();
    }

    @Test
    void booksOfTwoAccountsAddUpPositionByPosition() {
        assertThat(BOOKS.plus(books(1, 2, 3, 4, 5, 6, 7, 8))).isEqualTo(books(1001, 502, 603, 104, 55, 306, 7, 8));
    }

    @Test
    void accountWithoutAStopHoldsNothing() {
        assertThat(BOOKS.underNone()).isEqualTo(books(1000, 500, 600, 100, 50, 0, 0, 0));
    }

    @Test
    void moneyThatATraceFindsMovesFromUnknownToWhereItWent() {
        ClaimBooks before = ClaimBooks.reported(Money.ofFen(1000));
        ClaimBooks after =
                before.traced(Money.ofFen(500), Money.ofFen(600), Money.ofFen(100), Money.ofFen(50), Money.ofFen(20));

        assertThat(before.movementsTo(after, ACCOUNT, ORDER))
                .containsExactly(
                        traced(Position.ONWARD, Position.UNKNOWN, 500),
                        traced(Position.UNKNOWN, Position.ONWARD, 600),
                        traced(Position.UNKNOWN, Position.CASH, 100),
                        traced(Position.UNKNOWN, Position.MERCHANT, 50),
                        traced(Position.UNKNOWN, Position.RESTORED, 20));
    }

    @Test
    void moneyThatDidNotGoWhereTheTraceSaidComesBack() {
        ClaimBooks before = books(1000, 500, 600, 100, 50, 0, 0, 0);

        assertThat(before.movementsTo(ClaimBooks.reported(Money.ofFen(1000)), ACCOUNT, ORDER))
                .containsExactly(
                        traced(Position.UNKNOWN, Position.ONWARD, 500),
                        traced(Position.ONWARD, Position.UNKNOWN, 600),
                        traced(Position.CASH, Position.UNKNOWN, 100),
                        traced(Position.MERCHANT, Position.UNKNOWN, 50));
    }

    @Test
    void whatWasReportedByMistakeIsReportedNoLonger() {
        assertThat(ClaimBooks.reported(Money.ofFen(1000)).movementsTo(ClaimBooks.NONE, ACCOUNT, ORDER))
                .containsExactly(new FundsMovement(
                        ACCOUNT, ORDER, Cause.CORRECTED, Position.UNKNOWN, Position.REPORTED, Money.ofFen(1000)));
    }

    @Test
    void restoredMoneyIsNeitherThereNorUnknown() {
        ClaimBooks books = ClaimBooks.reported(Money.ofFen(1000))
                .traced(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ofFen(300));

        assertThat(books.remaining()).isEqualTo(Money.ofFen(700));
        assertThat(books.unknown()).isEqualTo(Money.ofFen(700));
        assertThat(books.traced(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ofFen(1001))
                        .isConserved())
                .isFalse();
    }

    @Test
    void nothingMovesBetweenBooksThatAreTheSame() {
        assertThat(BOOKS.movementsTo(BOOKS, ACCOUNT, ORDER)).isEmpty();
    }

    @Test
    void movementSaysWhyTheStopHoldsOrNoLongerDoes() {
        assertThat(causes(books(1000, 0, 0, 0, 0, 0, 0, 0), books(1000, 0, 0, 0, 0, 300, 0, 0)))
                .containsExactly(Cause.STOP_IN_EFFECT);
        assertThat(causes(books(1000, 0, 0, 0, 0, 300, 0, 0), books(1000, 0, 0, 0, 0, 0, 300, 0)))
                .containsExactly(Cause.STOP_LAPSED);
        assertThat(causes(books(1000, 0, 0, 0, 0, 300, 0, 0), books(1000, 0, 0, 0, 0, 0, 0, 300)))
                .containsExactly(Cause.STOP_LIFTED);
    }

    private static List<Cause> causes(ClaimBooks before, ClaimBooks after) {
        return before.movementsTo(after, ACCOUNT, ORDER).stream()
                .map(FundsMovement::cause)
                .toList();
    }

    private static FundsMovement traced(Position from, Position to, long fen) {
        return new FundsMovement(ACCOUNT, ORDER, Cause.TRACED, from, to, Money.ofFen(fen));
    }

    private static ClaimBooks books(
            long reported, long received, long onward, long cash, long merchant, long held, long lapsed, long lifted) {
        return new ClaimBooks(
                Money.ofFen(reported),
                Money.ofFen(received),
                Money.ofFen(onward),
                Money.ofFen(cash),
                Money.ofFen(merchant),
                Money.ZERO,
                Money.ofFen(held),
                Money.ZERO,
                Money.ofFen(lapsed),
                Money.ofFen(lifted),
                Money.ZERO);
    }
}
