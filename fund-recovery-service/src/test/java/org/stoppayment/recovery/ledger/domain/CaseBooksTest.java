package org.stoppayment.recovery.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.ledger.domain.Examples.CARD;
import static org.stoppayment.recovery.ledger.domain.Examples.WALLET;
import static org.stoppayment.recovery.ledger.domain.Examples.booksOf;
import static org.stoppayment.recovery.ledger.domain.Examples.move;
import static org.stoppayment.recovery.ledger.domain.Examples.positions;

import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.recovery.shared.domain.AccountRef;

class CaseBooksTest {

    @Test
    void totalIsTheSumOfTheAccounts() {
        CaseBooks books = booksOf(
                move(CARD, Position.REPORTED, Position.UNKNOWN, 100),
                move(WALLET, Position.REPORTED, Position.UNKNOWN, 30),
                move(CARD, Position.UNKNOWN, Position.HELD, 60));
        assertThat(books.accounts())
                .containsExactly(
                        new AccountBooks(CARD, positions(100, 60, 0, 0, 40)),
                        new AccountBooks(WALLET, positions(30, 0, 0, 0, 30)));
        assertThat(books.total()).isEqualTo(positions(130, 60, 0, 0, 70));
    }

    @Test
    void transfersBetweenAccountsCancelOutInTheTotal() {
        CaseBooks books = booksOf(
                move(CARD, Position.REPORTED, Position.UNKNOWN, 100),
                move(CARD, Position.UNKNOWN, Position.HELD, 10),
                move(CARD, Position.UNKNOWN, Position.ONWARD, 80),
                move(CARD, Position.UNKNOWN, Position.CASH, 10),
                move(WALLET, Position.ONWARD, Position.UNKNOWN, 80),
                move(WALLET, Position.UNKNOWN, Position.MERCHANT, 30),
                move(WALLET, Position.UNKNOWN, Position.ONWARD, 20),
                move(CARD, Position.ONWARD, Position.UNKNOWN, 20));
        assertThat(books.accounts())
                .containsExactly(
                        new AccountBooks(CARD, new Positions(100, 10, 0, 0, 20, 60, 10, 0, 0, 0, 0)),
                        new AccountBooks(WALLET, new Positions(0, 0, 0, 0, 30, -60, 0, 30, 0, 0, 0)));
        assertThat(books.total()).isEqualTo(new Positions(100, 10, 0, 0, 50, 0, 10, 30, 0, 0, 0));
    }

    @Test
    void theSameNumberAtAnotherInstitutionIsAnotherAccount() {
        AccountRef elsewhere = new AccountRef("Z2004933000010", CARD.number(), CARD.name(), CARD.kind());
        CaseBooks books = booksOf(
                move(CARD, Position.REPORTED, Position.UNKNOWN, 1),
                move(elsewhere, Position.REPORTED, Position.UNKNOWN, 2));
        assertThat(books.accounts()).hasSize(2);
    }

    @Test
    void anAccountIsDescribedAsItWasLastAndAnEmptyPartTakesNothingAway() {
        AccountRef bare = new AccountRef(CARD.institutionCode(), CARD.number(), "", AccountKind.UNSPECIFIED);
        AccountRef renamed =
                new AccountRef(CARD.institutionCode(), CARD.number(), "Wang Wuu", AccountKind.BANK_CORPORATE);
        CaseBooks books = booksOf(
                move(bare, Position.REPORTED, Position.UNKNOWN, 1),
                move(CARD, Position.REPORTED, Position.UNKNOWN, 1),
                move(renamed, Position.REPORTED, Position.UNKNOWN, 1),
                move(bare, Position.REPORTED, Position.UNKNOWN, 1));
        assertThat(books.accounts()).containsExactly(new AccountBooks(renamed, positions(4, 0, 0, 0, 4)));
    }
}
