package org.stoppayment.cli.cases;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/** Builds progress as freeze reports it. */
final class Progress {

    static final String ACCOUNT = "6228480000000000125";

    private Progress() {}

    static StopOrder.Builder stopped(String number, int level, long fen) {
        return StopOrder.newBuilder()
                .setApplicationId("app-" + number)
                .setAccount(Account.newBuilder().setNumber(number).setInstitutionCode("103100000026"))
                .setLevel(level)
                .setState(StopOrderState.STOP_ORDER_STATE_IN_EFFECT)
                .setTaintedFen(fen)
                .setTaintedHeldFen(fen)
                .setBalanceHeldFen(fen);
    }

    static CaseProgress.Builder of(StopOrder.Builder... orders) {
        CaseProgress.Builder progress = CaseProgress.newBuilder()
                .setKnown(true)
                .setSettled(true)
                .setBooked(true)
                .setConserved(true);
        for (StopOrder.Builder order : orders) {
            progress.addOrders(order)
                    .setReportedFen(progress.getReportedFen() + order.getTaintedFen())
                    .setTaintedHeldFen(progress.getTaintedHeldFen() + order.getTaintedHeldFen())
                    .setBalanceHeldFen(progress.getBalanceHeldFen() + order.getBalanceHeldFen())
                    .setLevels(Math.max(progress.getLevels(), order.getLevel()));
        }
        return progress;
    }

    static TimelineEntry step(StopOrderState state, Instant at, String cause) {
        return TimelineEntry.newBuilder()
                .setState(state)
                .setAt(timestamp(at))
                .setCause(cause)
                .build();
    }

    static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
