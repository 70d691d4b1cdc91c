package org.stoppayment.recovery.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.ledger.domain.Examples.CARD;
import static org.stoppayment.recovery.ledger.domain.Examples.CASE;
import static org.stoppayment.recovery.ledger.domain.Examples.WALLET;
import static org.stoppayment.recovery.ledger.domain.Examples.positions;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaseBooksTest {

    @Test
    void totalIsTheSumOfTheAccounts() {
        CaseBooks books = new CaseBooks(
                CASE,
                List.of(
                        new AccountBooks(CARD, positions(100, 60, 0, 0, 40)),
                        new AccountBooks(WALLET, positions(30, 0, 0, 0, 30))));
        assertThat(books.total()).isEqualTo(positions(130, 60, 0, 0, 70));
    }

    @Test
    void transfersBetweenAccountsCancelOutInTheTotal() {
        CaseBooks books = new CaseBooks(
                CASE,
                List.of(
                        new AccountBooks(CARD, new Positions(100, 10, 0, 0, 20, 60, 10, 0, 0, 0, 0)),
                        new AccountBooks(WALLET, new Positions(0, 0, 0, 0, 30, -60, 0, 30, 0, 0, 0))));
        assertThat(books.total()).isEqualTo(new Positions(100, 10, 0, 0, 50, 0, 10, 30, 0, 0, 0));
    }
}
