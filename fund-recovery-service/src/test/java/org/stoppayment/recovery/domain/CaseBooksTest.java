package org.stoppayment.recovery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.domain.Examples.CARD;
import static org.stoppayment.recovery.domain.Examples.WALLET;
import static org.stoppayment.recovery.domain.Examples.booksOf;
import static org.stoppayment.recovery.domain.Examples.move;

import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.AccountKind;

class CaseBooksTest {

    @Test
    void theTotalIsTheSumOfTheAccounts() {
        CaseBooks books = booksOf(
                move(CARD, Position.REPORTED, Position.UNKNOWN, 100),
                move(WALLET, Position.REPORTED, Position.UNKNOWN, 30),
                move(CARD, Position.UNKNOWN, Position.HELD, 60));
        assertThat(books.accounts())
                .containsExactly(
                        new AccountBooks(CARD, new Positions(100, 60, 0, 0, 40)),
                        new AccountBooks(WALLET, new Positions(30, 0, 0, 0, 30)));
        assertThat(books.total()).isEqualTo(new Positions(130, 60, 0, 0, 70));
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
        assertThat(books.accounts()).containsExactly(new AccountBooks(renamed, new Positions(4, 0, 0, 0, 4)));
    }
}
