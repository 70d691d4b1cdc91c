package org.stoppayment.freeze.orders.grpc;

import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.FreezeStatus;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.Outflow;

/** Parses feedback. */
public final class FeedbackWire {

    private FeedbackWire() {}

    /** The feedback; fails with every violation at once. */
    public static Feedback parse(org.stoppayment.proto.gateway.v1.Feedback feedback) {
        FeedbackCheck.requireValid(feedback);
        return new Feedback(
                ApplicationId.of(feedback.getApplicationId()),
                new ResultCode(feedback.getResultCode()),
                feedback.hasStoppedAt() ? Optional.of(CommonWire.instant(feedback.getStoppedAt())) : Optional.empty(),
                feedback.hasBalanceFen() ? Optional.of(Money.ofFen(feedback.getBalanceFen())) : Optional.empty(),
                List.copyOf(feedback.getMismatchedList()),
                new ReportedBookings(
                        feedback.getOutflowsList().stream()
                                .map(FeedbackWire::outflow)
                                .toList(),
                        feedback.getInflowsList().stream()
                                .map(FeedbackWire::inflow)
                                .toList(),
                        List.copyOf(feedback.getUnreadableList())),
                feedback.getComplete(),
                feedback.hasFreeze() ? freeze(feedback.getFreeze()) : FreezeReport.NONE);
    }

    private static FreezeReport freeze(FreezeStatus freeze) {
        return new FreezeReport(
                freeze.hasFrozenAt() ? Optional.of(CommonWire.instant(freeze.getFrozenAt())) : Optional.empty(),
                freeze.hasFrozenFen() ? Optional.of(Money.ofFen(freeze.getFrozenFen())) : Optional.empty(),
                freeze.hasWaitingPlace() ? Optional.of(freeze.getWaitingPlace()) : Optional.empty());
    }

    private static ReportedBookings.Outflow outflow(Outflow outflow) {
        return new ReportedBookings.Outflow(
                outflow.getSerial(),
                org.stoppayment.freeze.shared.domain.OutflowKind.valueOf(
                        outflow.getKind().name().replace("OUTFLOW_KIND_", "")),
                Money.ofFen(outflow.getAmountFen()),
                CommonWire.instant(outflow.getBookedAt()),
                outflow.getSequence(),
                outflow.hasPayee() ? Optional.of(account(outflow.getPayee())) : Optional.empty());
    }

    private static ReportedBookings.Inflow inflow(Inflow inflow) {
        return new ReportedBookings.Inflow(
                inflow.getSerial(),
                Money.ofFen(inflow.getAmountFen()),
                CommonWire.instant(inflow.getBookedAt()),
                inflow.hasPayer() ? Optional.of(account(inflow.getPayer())) : Optional.empty());
    }

    private static AccountRef account(Account account) {
        return AccountRef.reported(
                account.getInstitutionCode(),
                account.getNumber(),
                account.getName(),
                CommonWire.kind(account.getKind()));
    }
}
