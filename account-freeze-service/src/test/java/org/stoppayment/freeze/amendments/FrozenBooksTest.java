package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeiling;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeilings;
import org.stoppayment.freeze.books.domain.ClaimEnd;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** What a freeze holds for its case, from its beginning to its end. */
@QuarkusTest
class FrozenBooksTest extends HeldAccountFixture {

    @Inject
    FreezeCeilings ceilings;

    private FreezeCeiling ceiling(String ofCase) {
        return ceilings.of(CaseId.of(ofCase), account).await().atMost(PATIENCE).orElseThrow();
    }

    @Test
    void whatTheStopHeldBeyondTheFreezeIsLifted() {
        StopOrder order = inEffect();

        freeze(caseId, order, 400);

        assertThat(books(caseId)).containsExactly(0L, 400L, 0L, 67L);
    }

    @Test
    void changedSumIsBookedUpToTheMoneyThatIsThere() {
        ApplicationId freeze = freeze(caseId, inEffect(), 300);

        changed(freeze, 400);
        assertThat(books(caseId)).containsExactly(0L, 400L, 0L, 67L);
        changed(freeze, 5000);
        assertThat(books(caseId)).containsExactly(0L, 467L, 0L, 0L);
        changed(freeze, 0);
        assertThat(books(caseId)).containsExactly(0L, 0L, 0L, 467L);
    }

    @Test
    void freezeThatWasLiftedHoldsNothing() {
        ApplicationId freeze = freeze(caseId, inEffect(), 400);

        ended(freeze, ClaimFreeze.End.LIFTED);

        assertThat(books(caseId)).containsExactly(0L, 0L, 0L, 467L);
    }

    @Test
    void freezeWhoseTermEndedHoldsNothing() {
        ApplicationId freeze = freeze(caseId, inEffect(), 400);

        ended(freeze, ClaimFreeze.End.LAPSED);

        assertThat(books(caseId)).containsExactly(0L, 0L, 400L, 67L);
    }

    @Test
    void whatIsBookedAgainChangesNothingAndALateRepeatRevivesNoFreeze() {
        StopOrder order = inEffect();
        Instant began = time.instant();
        ApplicationId freeze = freeze(newFreeze(), caseId, order, 467, began);
        freeze(freeze, caseId, order, 467, began);
        changed(freeze, 400);
        freeze(freeze, caseId, order, 467, began);
        assertThat(books(caseId)).containsExactly(0L, 400L, 0L, 67L);

        ended(freeze, ClaimFreeze.End.LIFTED);
        freeze(freeze, caseId, order, 467, began);
        changed(freeze, 300);
        ended(freeze, ClaimFreeze.End.LAPSED);

        assertThat(books(caseId)).containsExactly(0L, 0L, 0L, 467L);
    }

    @Test
    void nextFreezeOfTheCaseTakesThePlaceOfTheFirst() {
        StopOrder order = inEffect();
        Instant began = time.instant();
        ApplicationId first = freeze(newFreeze(), caseId, order, 400, began);
        ended(first, ClaimFreeze.End.LAPSED);
        freeze(newFreeze(), caseId, order, 100, began.plusSeconds(60));

        freeze(first, caseId, order, 400, began);
        ended(first, ClaimFreeze.End.LIFTED);

        assertThat(books(caseId)).containsExactly(0L, 100L, 0L, 367L);
    }

    @Test
    void changeOfAFreezeThatWasNotBookedFails() {
        inEffect();

        assertThatThrownBy(() -> changed(newFreeze(), 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ended(newFreeze(), ClaimFreeze.End.LIFTED)).isInstanceOf(IllegalStateException.class);
        assertThat(books(caseId)).containsExactly(467L, 0L, 0L, 0L);
    }

    @Test
    void ceilingIsTheMoneyOfTheCaseAndNamesTheStopAndTheOtherClaims() {
        StopOrder order = inEffectForBoth();

        FreezeCeiling joined = ceiling(other);

        assertThat(joined.remaining()).isEqualTo(Money.ofFen(1135));
        assertThat(joined.behind()).isFalse();
        assertThat(joined.otherActiveClaims()).isEqualTo(1);
        assertThat(joined.account().name()).isEqualTo(payee.getName());
        assertThat(joined.stop()).hasValueSatisfying(stop -> {
            assertThat(stop.applicationId().toString()).isEqualTo(order.getApplicationId());
            assertThat(stop.caseId()).isEqualTo(CaseId.of(caseId));
            assertThat(stop.expiresAt()).isEqualTo(end(order));
            assertThat(stop.balance()).contains(Money.ofFen(2000));
        });
        assertThat(joined.end()).isEmpty();
        assertThat(ceilings.of(CaseId.of(newCase()), account).await().atMost(PATIENCE))
                .isEmpty();
    }

    @Test
    void ceilingSaysThatTheCaseHasFrozenTheAccount() {
        freeze(caseId, inEffect(), 400);
        bookAll();

        FreezeCeiling frozen = ceiling(caseId);

        assertThat(frozen.stop()).isEmpty();
        assertThat(frozen.end().map(ClaimEnd::cause)).contains(ClaimEnd.Cause.FROZEN);
        assertThat(frozen.freeze()).contains(new ClaimFreeze(Money.ofFen(400), Money.ZERO, Optional.empty()));
        assertThat(frozen.otherActiveClaims()).isZero();
    }

    @Test
    void moneyThatALaterReportAddsIsFrozenAsFarAsTheFreezeGoes() {
        StopOrder order = inEffect();
        freeze(caseId, order, 2000);
        assertThat(books(caseId)).containsExactly(0L, 467L, 0L, 0L);

        freeze().deliver(Report.of(caseId).paid(payee, 33));
        awaitQuiet();

        assertThat(books(caseId)).containsExactly(0L, 500L, 0L, 0L);
    }
}
