package org.stoppayment.freeze.dissuasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_UNSPECIFIED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.shared.domain.ScreeningDelay;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.DissuasionFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Inflow;

/** When an account with inflows is screened: five seconds after something new, and not again and again. */
@QuarkusTest
class ScreeningTest extends DissuasionFixture {

    private final Account payer = account();

    @Test
    void inflowIsScreenedFiveSecondsAfterItWasToldAndNotBefore() {
        stopped(from(payer, "1", 500, stop));

        time.jump(ScreeningDelay.VALUE.minusMillis(1));
        look(1);
        assertThat(open()).isEmpty();
        time.jump(Duration.ofMillis(1));
        look(1);

        assertThat(open()).hasSize(1);
    }

    @Test
    void accountThatIsStoppedLongAfterItsInflowsWereToldIsScreenedFiveSecondsAfterTheStop() {
        StopOrder declined = declined(
                from(payer, "1", 500, stop), from(payer, "2", 70, stop), from(account(), "3", 5, stop.plusSeconds(1)));
        screen();
        time.jump(Duration.ofHours(60));
        screen();
        assertThat(entries(DISSUASION_STATE_UNSPECIFIED)).isEmpty();

        stop = time.instant();
        restopped(declined);
        time.jump(ScreeningDelay.VALUE.minusMillis(1));
        look(1);
        assertThat(open()).isEmpty();
        time.jump(Duration.ofMillis(1));
        look(1);

        assertThat(open())
                .extracting(Dissuasion::getAmountFen, Dissuasion::getTransferCount)
                .containsExactlyInAnyOrder(tuple(570L, 2), tuple(5L, 1));
    }

    @Test
    void nobodyLooksAgainAtAnAccountThatWasNotStopped() {
        declined(from(payer, "1", 500, stop));
        freeze().deliver(Report.of(newCase()).paid(mule, 77)); // its bank declines once more
        awaitQuiet();

        screen();

        assertThat(due()).isZero();
    }

    @Test
    void inflowThatCameAfterOneStopIsScreenedForTheNextOne() {
        StopOrder first = stopped();
        time.jump(Duration.ofHours(1));
        Inflow.Builder between = from(payer, "1", 500, time.instant());
        freeze().callBack(
                        mule.getInstitutionCode(),
                        Outcomes.stopped(first.getApplicationId(), stop, 1000).addInflows(between));
        screen();
        assertThat(open()).isEmpty();
        time.jump(Duration.ofHours(48));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);

        stop = time.instant();
        restopped(first, between);
        screen();

        assertThat(open()).extracting(Dissuasion::getPayer).containsExactly(payer);
        assertThat(due()).isZero();
    }

    /** A case on the mule, whose bank tells what came in and does not stop it; nor does it when it is asked again. */
    private StopOrder declined(Inflow.Builder... inflows) {
        Feedback.Builder declined = Feedback.newBuilder().setResultCode("0301");
        gateway()
                .onSend(
                        mule.getNumber(),
                        id -> {
                            Feedback.Builder told = declined.clone().setApplicationId(id);
                            for (Inflow.Builder inflow : inflows) {
                                told.addInflows(inflow);
                            }
                            return Bank.done(Outcomes.of(told));
                        },
                        Bank.says("0301"));
        freeze().deliver(Report.of(caseId).paid(mule, 1000));
        return awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
    }

    /** The mule is ordered to be stopped again, without another report, and its bank does it. */
    private void restopped(StopOrder ended, Inflow.Builder... inflows) {
        gateway().onSend(mule.getNumber(), stopsAndTells(inflows));
        freeze().officer()
                .restopAccount(RestopAccountRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setReason("money came back")
                        .setApplicationId(ended.getApplicationId())
                        .setReference("chief 3")
                        .build());
        awaitOrder(caseId, mule, STOP_ORDER_STATE_IN_EFFECT);
    }

    private long due() {
        return database.number("SELECT (SELECT count(*) FROM inflow WHERE screening_due_at IS NOT NULL)"
                + " + (SELECT count(*) FROM reported_transfer WHERE screening_due_at IS NOT NULL)");
    }
}
