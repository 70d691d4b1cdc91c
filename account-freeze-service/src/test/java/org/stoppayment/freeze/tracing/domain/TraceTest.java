package org.stoppayment.freeze.tracing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.Trace.Node;
import org.stoppayment.freeze.tracing.domain.Trace.Order;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

class TraceTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final ClaimBooks PAYER = ClaimBooks.reported(Money.ofFen(1000))
            .traced(Money.ZERO, Money.ofFen(600), Money.ZERO, Money.ZERO, Money.ZERO)
            .holding(Money.ofFen(400), Money.ZERO, Money.ZERO);
    private static final ClaimBooks PAYEE =
            ClaimBooks.NONE.traced(Money.ofFen(600), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    @Test
    void moneyIsConservedWhenWhatLeftOneAccountEnteredAnother() {
        assertThat(trace(false, node(1, PAYER), node(2, PAYEE)).isConserved()).isTrue();
        assertThat(trace(false, node(1, PAYER)).isConserved())
                .as("600 left and entered no account")
                .isFalse();
    }

    @Test
    void moneyIsNotConservedWhenOneAccountHoldsMoreThanItReceived() {
        ClaimBooks tooMuch = PAYEE.holding(Money.ofFen(601), Money.ZERO, Money.ZERO);

        assertThat(trace(false, node(1, PAYER), node(2, tooMuch)).isConserved()).isFalse();
    }

    @Test
    void totalIsTheSumOfAllAccounts() {
        assertThat(trace(false, node(1, PAYER), node(2, PAYEE)).total()).isEqualTo(PAYER.plus(PAYEE));
    }

    @Test
    void traceIsSettledOnceNothingIsOnItsWay() {
        Node stopped = node(1, PAYER, Optional.of(order(Phase.IN_EFFECT, false)));

        assertThat(trace(false, stopped, node(2, PAYEE)).isSettled())
                .as("the second account is not followed")
                .isTrue();
        assertThat(trace(true, stopped).isSettled()).as("something is known").isFalse();
        assertThat(trace(false).isSettled()).as("nothing is known").isFalse();
        assertThat(trace(false, stopped, node(2, PAYEE, Optional.of(order(Phase.SENDING, false))))
                        .isSettled())
                .isFalse();
        assertThat(trace(false, node(1, PAYER, Optional.of(order(Phase.IN_EFFECT, true))))
                        .isSettled())
                .as("bookings are to come")
                .isFalse();
    }

    @Test
    void levelsAreThoseOfTheAccountFarthestFromAVictim() {
        assertThat(trace(false, node(1, PAYER), node(3, PAYEE), node(2, PAYEE)).levels())
                .isEqualTo(3);
        assertThat(trace(false).levels()).isZero();
    }

    private static Trace trace(boolean behind, Node... nodes) {
        return new Trace(new CaseId(new UUID(1, 1)), List.of(nodes), List.of(), behind, List.of());
    }

    private static Node node(int level, ClaimBooks books) {
        return node(level, books, Optional.empty());
    }

    private static Node node(int level, ClaimBooks books, Optional<Order> order) {
        AccountRef account = new AccountRef("102100099996", "A" + level, "", AccountKind.BANK_PERSONAL);
        return new Node(account, level, books, NotFollowed.NONE, order, Optional.empty());
    }

    private static Order order(Phase phase, boolean awaitsBookings) {
        return new Order(
                new ApplicationId(new UUID(2, 2)),
                phase,
                awaitsBookings,
                false,
                Money.ZERO,
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
