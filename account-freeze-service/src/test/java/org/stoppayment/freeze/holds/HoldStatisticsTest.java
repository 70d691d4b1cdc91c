package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsRequest;
import org.stoppayment.proto.freeze.v1.HoldCounts;
import org.stoppayment.proto.freeze.v1.HoldDimension;
import org.stoppayment.proto.freeze.v1.HoldStatistics;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListOverheldAccountsRequest;
import org.stoppayment.proto.freeze.v1.OverheldAccount;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.FraudType;

@QuarkusTest
class HoldStatisticsTest extends HoldsFixture {

    private static final long OVERHELD = FakeGateway.BALANCE - TAINT;

    @Test
    void stopInEffectIsHeldAndOverheldByTheHour() {
        stoppedCase();
        time.jump(Duration.ofHours(10));

        HoldCounts stops = total().getStops();

        assertThat(stops.getOrdered()).isEqualTo(1);
        assertThat(stops.getTookEffect()).isEqualTo(1);
        assertThat(stops.getInEffect()).isEqualTo(1);
        assertThat(stops.getHeldFen()).isEqualTo(FakeGateway.BALANCE);
        assertThat(stops.getOverheldFen()).isEqualTo(OVERHELD);
        assertThat(stops.getOverheldFenHours()).isBetween(10 * OVERHELD, 11 * OVERHELD);
        assertThat(stops.getMeanAge().getSeconds())
                .isBetween(
                        Duration.ofHours(10).toSeconds(), Duration.ofHours(11).toSeconds());
        assertThat(total().getFreezes()).isEqualTo(HoldCounts.getDefaultInstance());
    }

    @Test
    void limitedFreezeEndsWhatItsStopHeldTooMuch() {
        String caseId = filedCase();
        time.jump(Duration.ofHours(1));
        order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        time.jump(Duration.ofHours(100));

        HoldStatistics total = total();

        assertThat(total.getStops().getFrozen()).isEqualTo(1);
        assertThat(total.getStops().getInEffect()).isZero();
        assertThat(total.getStops().getHeldFen()).isZero();
        assertThat(total.getStops().getOverheldFenHours()).isBetween(OVERHELD, 2 * OVERHELD);
        assertThat(total.getFreezes().getInEffect()).isEqualTo(1);
        assertThat(total.getFreezes().getHeldFen()).isEqualTo(TAINT);
        assertThat(total.getFreezes().getOverheldFenHours()).isZero();
        assertThat(overheld("")).isEmpty();
    }

    @Test
    void fullFreezeIsOverheldUntilItIsLifted() {
        String caseId = filedCase();
        Freeze full = order(
                freezeOf(caseId).setMode(FreezeMode.FREEZE_MODE_FULL).setReason("涉案账户"),
                FreezeState.FREEZE_STATE_IN_EFFECT);
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        awaitQuiet();
        long tooMuch = full.getFrozenFen() - TAINT;
        assertThat(tooMuch).isPositive();
        time.jump(Duration.ofHours(24));

        assertThat(overheld(caseId)).singleElement().satisfies(one -> {
            assertThat(one.getAccount().getNumber()).isEqualTo(account.getNumber());
            assertThat(one.getHeldFen()).isEqualTo(full.getFrozenFen());
            assertThat(one.getTaintedFen()).isEqualTo(TAINT);
            assertThat(one.getOverheldFen()).isEqualTo(tooMuch);
            assertThat(one.getOverheldFenHours()).isBetween(24 * tooMuch, 25 * tooMuch);
            assertThat(one.getApplicationIdsList()).containsExactly(full.getApplicationId());
        });
        freeze().holds()
                .liftFreeze(
                        liftOf(full.getApplicationId()).setUnrelatedFunds(true).build());
        awaitState(full.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        awaitQuiet();
        time.jump(Duration.ofHours(1_000));

        HoldCounts freezes = total().getFreezes();
        assertThat(freezes.getLifted()).isEqualTo(1);
        assertThat(freezes.getLiftedAsWrong()).isEqualTo(1);
        assertThat(freezes.getOverheldFen()).isZero();
        assertThat(freezes.getOverheldFenHours()).isBetween(24 * tooMuch, 25 * tooMuch);
        assertThat(overheld(caseId)).isEmpty();
    }

    @Test
    void accountWithAStopAndAFreezeCountsOnce() {
        String caseA = filedCase();
        long ofB = 100_000;
        freeze().deliver(Report.of(newCase()).paid(account, ofB));
        bookAll();
        order(
                freezeOf(caseA).setMode(FreezeMode.FREEZE_MODE_FULL).setReason("涉案账户"),
                FreezeState.FREEZE_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(10));

        HoldStatistics total = total();

        long tooMuch = FakeGateway.BALANCE - TAINT - ofB;
        assertThat(total.getStops().getHeldFen()).isEqualTo(FakeGateway.BALANCE);
        assertThat(total.getStops().getOverheldFen()).isEqualTo(tooMuch);
        assertThat(total.getFreezes().getInEffect()).isEqualTo(1);
        assertThat(total.getFreezes().getHeldFen()).isZero();
        assertThat(total.getFreezes().getOverheldFenHours()).isZero();
        assertThat(overheld(caseA)).singleElement().satisfies(one -> {
            assertThat(one.getHeldFen()).isEqualTo(FakeGateway.BALANCE);
            assertThat(one.getOverheldFen()).isEqualTo(tooMuch);
            assertThat(one.getApplicationIdsList()).hasSize(2);
        });
    }

    @Test
    void stopThatLapsesIsCountedAndHeldForItsTerm() {
        String caseId = stoppedCase();
        time.jump(Duration.ofHours(49));
        advance();
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_LAPSED);
        time.jump(Duration.ofHours(100));

        HoldCounts stops = total().getStops();

        assertThat(stops.getLapsed()).isEqualTo(1);
        assertThat(stops.getOverheldFenHours()).isBetween(48 * OVERHELD, 51 * OVERHELD);
    }

    @Test
    void liftedStopWasOverheldByWhatIsNotTheCasesMoney() {
        String caseId = stoppedCase();
        time.jump(Duration.ofHours(10));
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setApplicationId(stopOf(caseId).getApplicationId())
                        .setReason("查明与案件无关")
                        .setReference("函 7")
                        .setOperator(OFFICER)
                        .build());
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_LIFTED);

        HoldCounts stops = total().getStops();

        assertThat(stops.getLifted()).isEqualTo(1);
        assertThat(stops.getOverheldFenHours()).isBetween(10 * OVERHELD, 11 * OVERHELD);
    }

    @Test
    void rowsAreGroupedByMonthFraudTypeAndInstitution() {
        stoppedCase();

        List<HoldStatistics> rows = freeze().statistics()
                .getHoldStatistics(request()
                        .addGroupBy(HoldDimension.HOLD_DIMENSION_MONTH)
                        .addGroupBy(HoldDimension.HOLD_DIMENSION_FRAUD_TYPE)
                        .addGroupBy(HoldDimension.HOLD_DIMENSION_INSTITUTION)
                        .build())
                .getRowsList();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.getMonth())
                    .isEqualTo(time.instant()
                            .atZone(ZoneId.of("Asia/Shanghai"))
                            .format(DateTimeFormatter.ofPattern("uuuu-MM")));
            assertThat(row.getFraudType()).isEqualTo(FraudType.FRAUD_TYPE_REBATE_ORDERS);
            assertThat(row.getInstitutionCode()).isEqualTo(account.getInstitutionCode());
            assertThat(row.getStops().getOrdered()).isEqualTo(1);
        });
    }

    @Test
    void holdsOfAnotherSpanAreNotCounted() {
        stoppedCase();

        HoldStatistics total = freeze().statistics()
                .getHoldStatistics(GetHoldStatisticsRequest.newBuilder()
                        .setFrom(CommonWire.timestamp(time.instant().minus(Duration.ofDays(60))))
                        .setUntil(CommonWire.timestamp(time.instant().minus(Duration.ofDays(30))))
                        .build())
                .getTotal();

        assertThat(total.getStops().getOrdered()).isZero();
    }

    @Test
    void accountsOfAllCasesAreListedTheWorstFirst() {
        stoppedCase();
        time.jump(Duration.ofHours(3));
        stoppedCase(account());

        List<OverheldAccount> found = overheld("");

        assertThat(found).hasSize(2);
        assertThat(found.get(0).getAccount().getNumber()).isEqualTo(account.getNumber());
        assertThat(freeze().statistics()
                        .listOverheldAccounts(ListOverheldAccountsRequest.newBuilder()
                                .setMaxAccounts(1)
                                .build())
                        .getIncomplete())
                .isTrue();
    }

    @Test
    void requestThatCannotBeAnsweredNamesEveryField() {
        assertInvalid(
                () -> freeze().statistics().getHoldStatistics(GetHoldStatisticsRequest.getDefaultInstance()),
                "from",
                "until");
        assertInvalid(
                () -> freeze().statistics()
                        .getHoldStatistics(request()
                                .setUntil(CommonWire.timestamp(time.instant().plus(Duration.ofDays(500))))
                                .addGroupBy(HoldDimension.HOLD_DIMENSION_MONTH)
                                .addGroupBy(HoldDimension.HOLD_DIMENSION_MONTH)
                                .build()),
                "until",
                "groupBy");
        assertInvalid(
                () -> freeze().statistics()
                        .getHoldStatistics(request()
                                .addGroupBy(HoldDimension.HOLD_DIMENSION_UNSPECIFIED)
                                .build()),
                "groupBy");
        assertInvalid(
                () -> freeze().statistics()
                        .listOverheldAccounts(ListOverheldAccountsRequest.newBuilder()
                                .setCaseId("x")
                                .setMaxAccounts(501)
                                .build()),
                "caseId",
                "maxAccounts");
    }

    private HoldStatistics total() {
        return freeze().statistics().getHoldStatistics(request().build()).getTotal();
    }

    private GetHoldStatisticsRequest.Builder request() {
        Instant now = time.instant();
        return GetHoldStatisticsRequest.newBuilder()
                .setFrom(CommonWire.timestamp(now.minus(Duration.ofDays(200))))
                .setUntil(CommonWire.timestamp(now.plus(Duration.ofDays(1))));
    }

    private List<OverheldAccount> overheld(String caseId) {
        return freeze().statistics()
                .listOverheldAccounts(ListOverheldAccountsRequest.newBuilder()
                        .setCaseId(caseId)
                        .build())
                .getAccountsList();
    }
}
