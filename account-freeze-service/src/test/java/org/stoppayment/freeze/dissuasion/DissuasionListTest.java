package org.stoppayment.freeze.dissuasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stoppayment.proto.freeze.v1.DissuasionMissing.DISSUASION_MISSING_PHONE;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_UNSPECIFIED;
import static org.stoppayment.proto.freeze.v1.DissuasionState.DISSUASION_STATE_WITHDRAWN;
import static org.stoppayment.proto.freeze.v1.DissuasionWithdrawal.DISSUASION_WITHDRAWAL_MULE;
import static org.stoppayment.proto.freeze.v1.DissuasionWithdrawal.DISSUASION_WITHDRAWAL_REPORTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.shared.domain.ScreeningDelay;
import org.stoppayment.freeze.testkit.DissuasionFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.gateway.v1.Feedback;

/** Who is on the dissuasion list (劝阻名单), who is not, and who no longer is. */
@QuarkusTest
class DissuasionListTest extends DissuasionFixture {

    private final Account payer = account();
    private final Account other = account();

    @Test
    void payersWithinSeventyTwoHoursBeforeTheStopAreListedOnceEachWithTheirSums() {
        stopped(
                from(payer, "1", 500, stop.minus(Duration.ofHours(3))),
                from(payer, "2", 700, stop),
                from(other, "3", 90, stop.minus(Duration.ofHours(72))),
                from(account(), "4", 10, stop.minus(Duration.ofHours(72)).minusMillis(1)),
                from(account(), "5", 20, stop.plusMillis(1)),
                Outcomes.inflow("6", 30, stop.minus(Duration.ofHours(1)))); // cash

        screen();

        assertThat(open())
                .extracting(Dissuasion::getPayer, Dissuasion::getAmountFen, Dissuasion::getTransferCount)
                .containsExactlyInAnyOrder(tuple(payer, 1200L, 2), tuple(other, 90L, 1));
        Dissuasion entry = entryOf(payer);
        assertThat(entry.getFirstBookedAt()).isEqualTo(Outcomes.timestamp(stop.minus(Duration.ofHours(3))));
        assertThat(entry.getLastBookedAt()).isEqualTo(Outcomes.timestamp(stop));
        assertThat(entry.getAccount()).isEqualTo(mule);
        assertThat(entry.getCaseIdsList()).containsExactly(caseId);
        assertThat(entry.getMissingList()).contains(DISSUASION_MISSING_PHONE);
    }

    @Test
    void victimWhoReportedIsNotListedByTheTransferOrByTheNamedPayer() {
        Account called = account();
        freeze().deliver(Report.of(newCase()).paidFrom(called, account(), 77, stop));
        gateway()
                .onSend(
                        mule.getNumber(),
                        stopsAndTells(
                                from(payer, "1", 1000, Report.PAID_AT.plusSeconds(60)),
                                from(payer, "2", 400, stop.minusSeconds(50)),
                                from(other, "3", 1000, stop.minusSeconds(40)),
                                from(called, "4", 5, stop.minusSeconds(30))));
        freeze().deliver(Report.of(caseId).paid(mule, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        screen();

        assertThat(entries(DISSUASION_STATE_UNSPECIFIED))
                .extracting(Dissuasion::getPayer)
                .containsExactly(other);
    }

    @Test
    void mulesAndAccountsUnderAProtectiveStopAreNotListed() {
        Account protectedOne = account();
        freeze().deliver(Report.of(newCase()).paid(payer, 300).protecting(protectedOne));
        stopped(from(payer, "1", 500, stop), from(protectedOne, "2", 600, stop), from(other, "3", 700, stop));

        screen();

        assertThat(entries(DISSUASION_STATE_UNSPECIFIED))
                .extracting(Dissuasion::getPayer)
                .containsExactly(other);
    }

    @Test
    void entryIsWithdrawnWhenItsPayerCallsAndWhenItTurnsOutToBeAMule() {
        Account third = account();
        stopped(from(payer, "1", 500, stop), from(other, "2", 600, stop), from(third, "3", 700, stop));
        screen();

        freeze().deliver(Report.of(newCase()).paidFrom(payer, account(), 9, stop));
        freeze().deliver(Report.of(newCase()).paid(other, 300));

        assertThat(open()).extracting(Dissuasion::getPayer).containsExactly(third);
        assertThat(entries(DISSUASION_STATE_WITHDRAWN))
                .extracting(Dissuasion::getPayer, Dissuasion::getWithdrawal)
                .containsExactlyInAnyOrder(
                        tuple(payer, DISSUASION_WITHDRAWAL_REPORTED), tuple(other, DISSUASION_WITHDRAWAL_MULE));
        assertThat(refusal(() -> claim(entryOf(payer), CHEN))).startsWith("WITHDRAWN: ");
    }

    @Test
    void entryIsWithdrawnWhenALaterReportNamesItsTransferWithoutThePayer() {
        stopped(from(payer, "1", 500, stop.minusSeconds(900)), from(other, "2", 500, stop));
        screen();

        freeze().deliver(Report.of(newCase()).transfer("", newCase(), mule, 500, stop.minusSeconds(800), ""));
        screen();

        assertThat(open()).extracting(Dissuasion::getPayer).containsExactly(other);
        assertThat(entries(DISSUASION_STATE_WITHDRAWN))
                .extracting(Dissuasion::getPayer)
                .containsExactly(payer);
    }

    @Test
    void lateFeedbackAddsAndTheSameOnceMoreChangesNothing() {
        String applicationId = stopped(from(payer, "1", 500, stop)).getApplicationId();
        screen();
        Dissuasion before = entryOf(payer);
        Feedback.Builder late = Outcomes.stopped(applicationId, stop, 1000)
                .addInflows(from(payer, "1", 500, stop))
                .addInflows(from(payer, "2", 50, stop.minusSeconds(9)))
                .addInflows(from(other, "3", 60, stop.minusSeconds(9)));

        freeze().callBack(mule.getInstitutionCode(), late);
        screen();
        freeze().callBack(mule.getInstitutionCode(), late);
        screen();

        assertThat(open())
                .extracting(Dissuasion::getPayer, Dissuasion::getAmountFen, Dissuasion::getTransferCount)
                .containsExactlyInAnyOrder(tuple(payer, 550L, 2), tuple(other, 60L, 1));
        assertThat(entryOf(payer).getDissuasionId()).isEqualTo(before.getDissuasionId());
    }

    @Test
    void replicasThatScreenAtOnceListAPayerOnce() {
        for (int round = 0; round < 5; round++) {
            String serial = "s" + round;
            Account each = account();
            String case1 = newCase();
            gateway().onSend(each.getNumber(), stopsAndTells(from(payer, serial, 500, stop)));
            freeze().deliver(Report.of(case1).paid(each, 1000));
            awaitOrder(case1, STOP_ORDER_STATE_IN_EFFECT);
        }
        time.jump(ScreeningDelay.VALUE);

        look(3);

        assertThat(open()).hasSize(5).extracting(Dissuasion::getAmountFen).containsOnly(500L);
        assertThat(database.number("SELECT count(*) FROM inflow WHERE screening_due_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void withdrawalThatACorrectionTakesBackIsNone() {
        String intoOther = newCase();
        String matched = newCase();
        String later = newCase();
        stopped(from(payer, "1", 500, stop), from(other, "2", 600, stop));
        screen();
        freeze().deliver(Report.of(later)
                .transfer("", matched, mule, 500, stop, "1")
                .transfer("", intoOther, other, 300, stop, ""));
        screen();
        assertThat(open()).isEmpty();

        freeze().deliver(Report.of(later)
                .transfer(matched, newCase(), account(), 500, stop, "")
                .transfer(intoOther, newCase(), account(), 300, stop, ""));
        screen();

        assertThat(open()).extracting(Dissuasion::getPayer).containsExactlyInAnyOrder(payer, other);
    }

    private Dissuasion entryOf(Account paidBy) {
        return entries(DISSUASION_STATE_UNSPECIFIED).stream()
                .filter(entry -> entry.getPayer().equals(paidBy))
                .findFirst()
                .orElseThrow();
    }
}
