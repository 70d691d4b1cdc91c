package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.holds.application.unrelated.WarningOfUnrelatedFunds;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.NoticeMeans;
import org.stoppayment.proto.freeze.v1.RecordOwnerNoticeRequest;
import org.stoppayment.proto.freeze.v1.ReportUnrelatedFundsRequest;

/** Funds that have nothing to do with the case: three days to lift the freeze and to tell the owner (程序规定 Art. 247). */
@QuarkusTest
class UnrelatedFundsTest extends HoldsFixture {

    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Inject
    WarningOfUnrelatedFunds warnings;

    @Test
    void findingStartsThreeDays() {
        Freeze held = heldFreeze();
        Instant found = time.stand().minusSeconds(60);

        Freeze shown = report(finding(held, found));

        assertThat(CommonWire.instant(shown.getUnrelatedSince())).isEqualTo(found);
        assertThat(CommonWire.instant(shown.getUnrelatedDueAt())).isEqualTo(found.plus(THREE_DAYS));
        assertThat(shown.hasOwnerNotifiedAt()).isFalse();
    }

    @Test
    void peopleAreWarnedWhileTheFundsAreHeldAndTheOwnerIsNotTold() {
        Freeze held = heldFreeze();
        Instant found = time.stand();
        Instant due = found.plus(THREE_DAYS);
        report(finding(held, found));
        String late = " to be lifted by " + due;

        warnAt(due.minus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(alerts(held)).isEmpty();
        warnAt(due.minus(Duration.ofDays(1)));
        assertThat(alerts(held)).containsExactly("UNRELATED_FUNDS_HELD 1" + late);
        warnAt(due.minusSeconds(1));
        assertThat(alerts(held)).containsExactly("UNRELATED_FUNDS_HELD 1" + late);
        warnAt(due.plusSeconds(1));
        warnAt(due.plusSeconds(90));
        assertThat(alerts(held))
                .containsExactly(
                        "OWNER_NOT_NOTIFIED 1 found at " + found,
                        "UNRELATED_FUNDS_HELD 1" + late,
                        "UNRELATED_FUNDS_HELD 2" + late);
    }

    @Test
    void nobodyIsWarnedOnceTheFreezeIsLiftedAndTheOwnerTold() {
        Freeze held = heldFreeze();
        Instant found = time.stand();
        report(finding(held, found));
        freeze().holds()
                .liftFreeze(
                        liftOf(held.getApplicationId()).setUnrelatedFunds(true).build());
        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);

        Freeze shown = freeze().holds()
                .recordOwnerNotice(notice(held, found.plusSeconds(1)).build())
                .getFreeze();
        warnAt(found.plus(THREE_DAYS).plusSeconds(1));

        assertThat(CommonWire.instant(shown.getOwnerNotifiedAt())).isEqualTo(found.plusSeconds(1));
        assertThat(CommonWire.instant(shown.getUnrelatedSince()))
                .as("the finding before the lift counts")
                .isEqualTo(found);
        assertThat(alerts(held)).isEmpty();
    }

    @Test
    void liftOfUnrelatedFundsStartsTheTimeToTellTheOwner() {
        Freeze held = heldFreeze();
        Instant lifted = time.stand();
        freeze().holds()
                .liftFreeze(
                        liftOf(held.getApplicationId()).setUnrelatedFunds(true).build());
        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);

        assertThat(CommonWire.instant(shown(held.getApplicationId()).getUnrelatedSince()))
                .isEqualTo(lifted);
        warnAt(lifted.plus(THREE_DAYS).minusSeconds(1));
        assertThat(alerts(held)).isEmpty();
        warnAt(lifted.plus(THREE_DAYS));
        assertThat(alerts(held)).containsExactly("OWNER_NOT_NOTIFIED 1 found at " + lifted);
    }

    @Test
    void findingAndNoticeAreRecordedOnce() {
        Freeze held = heldFreeze();
        Instant found = time.instant();
        ReportUnrelatedFundsRequest.Builder finding = finding(held, found);

        assertThat(report(finding)).isEqualTo(report(finding));
        assertRefused("FINDING_RECORDED", () -> report(finding(held, found.minusSeconds(1))));

        RecordOwnerNoticeRequest.Builder notice = notice(held, found);
        assertThat(tell(notice)).isEqualTo(tell(notice));
        assertRefused("NOTICE_RECORDED", () -> tell(notice(held, found.plusSeconds(1))));
    }

    @Test
    void noticeComesAfterTheFinding() {
        Freeze held = heldFreeze();
        Instant found = time.instant();
        assertRefused("NOT_UNRELATED", () -> tell(notice(held, found)));
        report(finding(held, found));

        assertRefused("NOTICE_BEFORE_FINDING", () -> tell(notice(held, found.minusSeconds(1))));
    }

    @Test
    void freezeThatHoldsNothingHasNoUnrelatedFunds() {
        Freeze held = heldFreeze();
        freeze().holds().liftFreeze(liftOf(held.getApplicationId()).build());
        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);

        assertRefused("NOT_IN_EFFECT", () -> report(finding(held, time.instant())));
    }

    @Test
    void whatIsWrongIsNamedAtOnce() {
        Freeze held = heldFreeze();
        Instant tomorrow = time.instant().plus(Duration.ofDays(1));

        assertInvalid(() -> report(finding(held, tomorrow).clearReason()), "foundAt", "reason");
        assertInvalid(
                () -> report(ReportUnrelatedFundsRequest.newBuilder().setApplicationId(held.getApplicationId())),
                "foundAt",
                "reason",
                "operator.organisation",
                "operator.badgeNumber");
        assertInvalid(
                () -> tell(notice(held, tomorrow).clearMeans().clearReference()), "notifiedAt", "means", "reference");
    }

    private Freeze heldFreeze() {
        return order(freezeOf(filedCase()), FreezeState.FREEZE_STATE_IN_EFFECT);
    }

    private void warnAt(Instant moment) {
        time.jump(Duration.between(time.instant(), moment));
        warnings.warn().await().atMost(PATIENCE);
    }

    private Freeze report(ReportUnrelatedFundsRequest.Builder request) {
        return freeze().holds().reportUnrelatedFunds(request.build()).getFreeze();
    }

    private Freeze tell(RecordOwnerNoticeRequest.Builder request) {
        return freeze().holds().recordOwnerNotice(request.build()).getFreeze();
    }

    private static ReportUnrelatedFundsRequest.Builder finding(Freeze held, Instant at) {
        return ReportUnrelatedFundsRequest.newBuilder()
                .setApplicationId(held.getApplicationId())
                .setFoundAt(CommonWire.timestamp(at))
                .setReason("工资账户")
                .setOperator(OFFICER);
    }

    private static RecordOwnerNoticeRequest.Builder notice(Freeze held, Instant at) {
        return RecordOwnerNoticeRequest.newBuilder()
                .setApplicationId(held.getApplicationId())
                .setNotifiedAt(CommonWire.timestamp(at))
                .setMeans(NoticeMeans.NOTICE_MEANS_TELEPHONE)
                .setReference("通话 12")
                .setOperator(OFFICER);
    }

    private List<String> alerts(Freeze about) {
        return database
                .rows(
                        "SELECT kind || ' ' || occurrence || ' ' || detail FROM alert WHERE application_id = CAST(? AS uuid)"
                                + " ORDER BY kind, occurrence",
                        about.getApplicationId())
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
