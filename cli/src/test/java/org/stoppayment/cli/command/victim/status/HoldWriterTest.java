package org.stoppayment.cli.command.victim.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.command.victim.status.StatusSamples.STOP_END;
import static org.stoppayment.cli.command.victim.status.StatusSamples.moment;
import static org.stoppayment.cli.command.victim.status.StatusSamples.progress;
import static org.stoppayment.cli.command.victim.status.StatusSamples.shared;
import static org.stoppayment.cli.command.victim.status.StatusSamples.snapshot;
import static org.stoppayment.cli.command.victim.status.StatusSamples.stop;
import static org.stoppayment.cli.command.victim.status.StatusSamples.told;
import static org.stoppayment.cli.command.victim.status.StatusSamples.with;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;

/** A victim is told of each stopped account once, of no more than the own share, and of no end that is past. */
class HoldWriterTest {

    private static final String NOT_KNOWN = "This cannot be looked up at this time. Please ask again later.";
    private static final String NOTHING = "At this time nothing of your money is stopped or frozen.";

    @Test
    void frozenSumIsToldOnceForAnAccountWithSeveralOrders() {
        StopOrder.Builder frozen = stop().setTaintedHeldFen(0).setState(StopOrderState.STOP_ORDER_STATE_FROZEN);
        StopOrder.Builder declined = frozen.clone().setState(StopOrderState.STOP_ORDER_STATE_DECLINED);

        assertThat(told(with(progress().addOrders(declined).addOrders(frozen).setFrozenFen(1_000_000))))
                .filteredOn(line -> line.contains("frozen"))
                .singleElement()
                .asString()
                .contains("10,000.00 of your money is frozen");
    }

    @Test
    void noMoreThanTheShareIsTold() {
        RecoverySnapshot.Builder snapshot = snapshot();
        snapshot.getAccountsBuilder(0).setShares(1, StatusSamples.share(3_000_000));

        assertThat(told(shared(snapshot.build())))
                .anyMatch(line -> line.contains("10,000.00 of your money is frozen"))
                .anyMatch(line -> line.contains("20,000.00 of your money is stopped"))
                .noneMatch(line -> line.contains("40,000.00"));
    }

    @Test
    void shareThatIsNotComputedMakesTheClaimAnUpperBound() {
        assertThat(told(shared(snapshot().clearAccounts().build())))
                .anyMatch(line -> line.contains(": up to 40,000.00 of your money is stopped."))
                .anyMatch(line -> line.contains(": up to 10,000.00 of your money is frozen."));
    }

    @Test
    void stoppedAccountWithoutKnownMoneyIsToldAsStopped() {
        StopOrder.Builder empty = stop().clearTaintedFrozenFen().clearTaintedHeldFen();

        assertThat(told(with(progress().addOrders(empty.clone().setLevel(0)))))
                .anyMatch(
                        line -> line.contains("this account is stopped, to protect the money on it. The stop ends on"))
                .doesNotContain(NOTHING);
        assertThat(told(with(progress().addOrders(empty.clone().addFlags("BALANCE_UNKNOWN")))))
                .anyMatch(
                        line -> line.contains("this account is stopped. The bank has not said yet how much is on it."))
                .doesNotContain(NOTHING);
        assertThat(told(with(progress().addOrders(empty))))
                .anyMatch(line -> line.contains("It is not known that any of your money is on it."))
                .doesNotContain(NOTHING);
        assertThat(told(with(progress()))).contains(NOTHING);
    }

    @Test
    void nothingIsSaidOfStopsBeforeTheReportWasTakenIn() {
        assertThat(told(with(CaseProgress.newBuilder())))
                .contains(NOT_KNOWN)
                .doesNotContain(NOTHING, "Banks are still being asked. This may change.");

        VictimFacts waiting = shared();
        assertThat(told(new VictimFacts(
                        waiting.reported().toBuilder().setWaitingForFreeze(true).build(),
                        waiting.freezes(),
                        waiting.books(),
                        waiting.recovery(),
                        waiting.approvals(),
                        waiting.payments())))
                .contains(NOT_KNOWN);
    }

    @Test
    void endThatTheBankReportedIsToldWhileItIsToCome() {
        assertThat(told(with(progress().addOrders(stop().setReportedExpiresAt(moment("2026-03-02T01:00:00Z"))))))
                .anyMatch(line -> line.contains("The stop ends on 2 March 2026, 09:00"));
        assertThat(told(with(progress().addOrders(stop().setReportedExpiresAt(moment("2026-03-01T01:00:00Z"))))))
                .anyMatch(line -> line.contains("The stop ends on 3 March 2026, 10:06"));
    }

    @Test
    void endThatIsPastOrNotKnownIsNotToldAsToCome() {
        assertThat(told(with(progress().addOrders(stop().setExpiresAt(moment("2026-03-01T01:00:00Z"))))))
                .anyMatch(line -> line.contains("The stop was to end on 1 March 2026, 09:00."));
        assertThat(told(with(progress().addOrders(stop().clearExpiresAt()))))
                .anyMatch(line -> line.contains("When the stop ends is not known yet."));
    }

    @Test
    void frozenMoneyWithoutAnOrderIsTold() {
        assertThat(told(with(progress().setFrozenFen(1_000_000))))
                .contains("On other accounts up to 10,000.00 of your money is frozen.")
                .doesNotContain(NOTHING);
    }

    @Test
    void sumsThatAreOnTheirWayAreToldAsBeingUpdated() {
        VictimFacts facts = with(progress().setBooked(false).addOrders(stop()).clearCashFen());
        VictimFacts behind = new VictimFacts(
                facts.reported(),
                facts.freezes(),
                Optional.of(Positions.newBuilder()
                        .setReportedFen(5_800_000)
                        .setUnknownFen(5_800_000)
                        .setLapsedFen(1_000_000)
                        .build()),
                facts.recovery(),
                facts.approvals(),
                List.of());

        assertThat(told(behind))
                .contains("These sums are being updated. Please ask again later.")
                .noneMatch(line -> line.contains("58,000.00 it is not known"))
                .noneMatch(line -> line.contains("the time of the hold ended"));
    }

    @Test
    void moneyThatABankDidNotStopIsNotToldAsAwaitingTheBank() {
        assertThat(told(with(progress()
                        .setUnknownFen(4_000_000)
                        .addOrders(stop().setState(StopOrderState.STOP_ORDER_STATE_DECLINED)
                                .clearTaintedHeldFen()
                                .clearTaintedFrozenFen()
                                .setExpiresAt(STOP_END)))))
                .contains(NOTHING, "Of 40,000.00 it is not known where it is, or it is not secured.");
    }
}
