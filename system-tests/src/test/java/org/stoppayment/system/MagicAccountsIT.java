package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** The accounts that behave in a fixed way at every simulated institution, without a world, through all services and into the books. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class MagicAccountsIT {

    private static final long FEN = 123_456;

    private final DispatchDesk desk;
    private final SimulatedBanks banks;

    MagicAccountsIT(RunningSuite running) {
        this.desk = running.desk();
        this.banks = running.banks();
    }

    /** How an order on a magic account ends, whether it took effect, and what of {@link #FEN} is held. */
    private record Magic(MagicAccount account, String state, String code, int effects, long heldFen) {}

    @Test
    void aMagicAccountEndsInTheStateOfItsCode() {
        List<Magic> all = List.of(
                new Magic(MagicAccount.NAME_MISMATCH, "DECLINED", "0301", 0, 0),
                new Magic(MagicAccount.NO_ACCOUNT, "DECLINED", "0300", 0, 0),
                new Magic(MagicAccount.ALREADY_HELD, "HELD_BY_OTHER", "1302", 0, 0),
                new Magic(MagicAccount.THIRD_STOP, "DECLINED", "1304", 0, 0),
                new Magic(MagicAccount.BALANCE_SHORT, "IN_EFFECT", "1200", 1, 61_728),
                new Magic(MagicAccount.SLOW, "IN_EFFECT", "0000", 1, FEN),
                new Magic(MagicAccount.DUPLICATE_CALLBACK, "IN_EFFECT", "0000", 1, FEN),
                new Magic(MagicAccount.LATE_CALLBACK, "IN_EFFECT", "0000", 1, FEN),
                new Magic(MagicAccount.GARBAGE, "IN_EFFECT", "0000", 1, FEN));
        Map<Magic, String> cases = new LinkedHashMap<>();
        for (Magic magic : all) {
            cases.put(
                    magic,
                    desk.report(Reports.of(
                            Reports.paid(SimulatedBanks.CMB, magic.account().number(), FEN))));
        }

        assertThat(cases).allSatisfy(this::assertEndsAsItsNameSays);
    }

    private void assertEndsAsItsNameSays(Magic magic, String caseId) {
        CaseProgress progress = desk.awaitBooked(caseId);
        StopOrder order = desk.awaitOrder(
                caseId, magic.account().number(), StopOrderState.valueOf("STOP_ORDER_STATE_" + magic.state()));
        assertThat(order.getResultCode()).isEqualTo(magic.code());
        assertThat(order.getTaintedHeldFen()).isEqualTo(magic.heldFen());
        assertThat(order.getMismatchedList())
                .isEqualTo(magic.account() == MagicAccount.NAME_MISMATCH ? List.of("account.name") : List.of());
        assertThat(order.getFlagsList())
                .isEqualTo(magic.account() == MagicAccount.BALANCE_SHORT ? List.of("BALANCE_SHORT") : List.of());
        SimulatedOrder seen = banks.order(order.getApplicationId());
        assertThat(seen.effects()).isEqualTo(magic.effects());
        assertThat(seen.arrivals()).hasSize(1);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(magic.heldFen());
        assertThat(desk.books(caseId).getTotal().getUnknownFen()).isEqualTo(FEN - magic.heldFen());
    }
}
