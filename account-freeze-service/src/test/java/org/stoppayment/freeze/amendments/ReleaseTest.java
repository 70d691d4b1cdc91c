package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.amendments.application.StopReleases;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.amendments.domain.StopRelease;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kernel.ids.Ids;

/** Releases of withdrawn cases: none is lost when cases are withdrawn at once or a process dies. */
@QuarkusTest
class ReleaseTest extends WithdrawalFixture {

    private static final Duration LEASE = Duration.ofSeconds(5);

    @Inject
    StopReleases releases;

    @Inject
    Ids ids;

    /** Claims due releases, as a process does that has not decided yet. */
    private List<StopRelease> claimDue() {
        return releases.claimDue(time.instant(), LEASE, 50).await().atMost(PATIENCE);
    }

    @Test
    void releaseThatAProcessClaimedBeforeItDiedIsDueAgainAfterItsLease() {
        inEffect();
        deliverWithdrawal(caseId, 1);
        assertThat(claimDue()).as("claimed by the process that dies").hasSize(1);

        release();
        assertThat(gateway().lifts()).as("within the lease").isEmpty();
        releaseLater();

        assertThat(gateway().lifts()).hasSize(1);
        assertNothingIsLeftToRelease();
    }

    @Test
    void releaseThatAnotherWithdrawalAsksForStaysDueWhenTheFirstOneEnds() {
        inEffectForBoth();
        deliverWithdrawal(caseId, 1);
        StopRelease ofTheCase = claimDue().get(0);
        assertThat(releases.isClaimed(ofTheCase.applicationId()).await().atMost(PATIENCE))
                .as("the other case keeps the stop")
                .isTrue();

        deliverWithdrawal(other, 1);
        releases.end(ofTheCase).await().atMost(PATIENCE);

        assertThat(releases()).isOne();
        releaseLater();
        assertThat(gateway().lifts()).hasSize(1);
        assertNothingIsLeftToRelease();
    }

    @Test
    void liftOfTheFirstWithdrawalDoesNotEndTheReleaseThatAnotherOneAsksFor() {
        inEffectForBoth();
        deliverWithdrawal(caseId, 1);
        StopRelease ofTheCase = claimDue().get(0);
        deliverWithdrawal(other, 1);
        StopAmendment lift = StopAmendment.queued(
                ids.newApplicationId(),
                StopAmendment.Kind.LIFT,
                ofTheCase.applicationId(),
                ofTheCase.decision(),
                time.instant());

        assertThat(releases.lift(ofTheCase, lift, time.instant()).await().atMost(PATIENCE))
                .isPresent();
        assertThat(releases()).isOne();
        advanceAmendments();
        releaseLater();

        assertThat(gateway().lifts()).hasSize(1);
        assertNothingIsLeftToRelease();
    }

    @Test
    void casesWithdrawnAtOnceLeaveOneLift() {
        for (int round = 0; round < 10; round++) {
            cleanSlate();
            inEffectForBoth();

            atOnce(List.<Callable<Object>>of(() -> withdrawAndRelease(caseId), () -> withdrawAndRelease(other)));
            releaseLater();

            assertThat(gateway().lifts()).as("round %d", round).hasSize(1);
            assertNothingIsLeftToRelease();
        }
    }

    private Object withdrawAndRelease(String withdrawn) {
        deliverWithdrawal(withdrawn, 1);
        release();
        return withdrawn;
    }

    @Test
    void casesWithdrawnAtOnceLeaveNoOrderThatWaitsToBeSent() {
        for (int round = 0; round < 10; round++) {
            cleanSlate();
            gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.notSent()));
            freeze().deliver(Report.of(caseId).paid(payee, 467));
            awaitOrder(caseId, STOP_ORDER_STATE_QUEUED);
            freeze().deliver(Report.of(other).paid(payee, 1135));

            atOnce(List.<Callable<Object>>of(() -> withdrawAndRelease(caseId), () -> withdrawAndRelease(other)));
            releaseLater();
            waitAndAdvance();
            awaitQuiet();

            assertThat(gateway().sendsTo(payee.getNumber()))
                    .as("round %d", round)
                    .hasSize(1);
            assertNothingIsLeftToRelease();
        }
    }
}
