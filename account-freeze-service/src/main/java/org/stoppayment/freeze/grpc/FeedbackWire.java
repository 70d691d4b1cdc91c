package org.stoppayment.freeze.grpc;

import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.Feedback;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.OutflowKind;

/** Parses what institutions say. */
final class FeedbackWire {

    private FeedbackWire() {}

    /** The feedback; fails with every violation at once. */
    static Feedback parse(org.stoppayment.proto.gateway.v1.Feedback feedback) {
        List<Violation> violations = new ArrayList<>();
        Optional<UUID> applicationId = Ids.parse(feedback.getApplicationId());
        if (applicationId.isEmpty()) {
            violations.add(new Violation(
                    "feedback.applicationId",
                    "NOT_OURS",
                    "value: " + feedback.getApplicationId().length() + " characters (expected: the id of an order)"));
        }
        if (!ResultCode.hasForm(feedback.getResultCode())) {
            violations.add(new Violation(
                    "feedback.resultCode",
                    "FORM",
                    "value: " + feedback.getResultCode().length() + " characters (expected: 4 or 6 digits)"));
        }
        if (feedback.hasBalanceFen() && !isSum(feedback.getBalanceFen(), 0)) {
            violations.add(new Violation(
                    "feedback.balanceFen",
                    "OUT_OF_RANGE",
                    "value: " + feedback.getBalanceFen() + " (expected: 0..10^13)"));
        }
        for (int i = 0; i < feedback.getOutflowsCount(); i++) {
            check("feedback.outflows[" + i + "]", feedback.getOutflows(i), violations);
        }
        for (int i = 0; i < feedback.getInflowsCount(); i++) {
            String path = "feedback.inflows[" + i + "]";
            Inflow inflow = feedback.getInflows(i);
            checkBooking(path, inflow.getSerial(), inflow.getAmountFen(), inflow.getBookedAt(), violations);
        }
        if (!violations.isEmpty()) {
            throw new ServiceException.InvalidInput(violations);
        }
        return new Feedback(
                applicationId.orElseThrow(),
                new ResultCode(feedback.getResultCode()),
                feedback.hasStoppedAt() ? Optional.of(CommonWire.instant(feedback.getStoppedAt())) : Optional.empty(),
                feedback.hasBalanceFen() ? Optional.of(Money.ofFen(feedback.getBalanceFen())) : Optional.empty(),
                List.copyOf(feedback.getMismatchedList()),
                feedback.getOutflowsList().stream().map(FeedbackWire::outflow).toList(),
                feedback.getComplete(),
                feedback.getInflowsList().stream().map(FeedbackWire::inflow).toList(),
                List.copyOf(feedback.getUnreadableList()));
    }

    private static void check(String path, Outflow outflow, List<Violation> violations) {
        checkBooking(path, outflow.getSerial(), outflow.getAmountFen(), outflow.getBookedAt(), violations);
        if (outflow.getKindValue() < 1 || outflow.getKindValue() > 3) {
            violations.add(new Violation(
                    path + ".kind", "UNKNOWN_ENUM", "value: " + outflow.getKindValue() + " (expected: a known kind)"));
        }
        if (outflow.getKind() == OutflowKind.OUTFLOW_KIND_TRANSFER
                && outflow.getPayee().getNumber().isEmpty()) {
            violations.add(new Violation(
                    path + ".payee.number", "MISSING", "value: none (expected: the account that was paid)"));
        }
    }

    private static void checkBooking(
            String path, String serial, long amountFen, Timestamp bookedAt, List<Violation> violations) {
        if (!isSum(amountFen, 1)) {
            violations.add(new Violation(
                    path + ".amountFen", "OUT_OF_RANGE", "value: " + amountFen + " (expected: 1..10^13)"));
        }
        if (serial.isEmpty()) {
            violations.add(new Violation(path + ".serial", "MISSING", "value: none (expected: the booking's serial)"));
        }
        if (!CommonWire.isPossible(bookedAt)) {
            violations.add(new Violation(
                    path + ".bookedAt",
                    "OUT_OF_RANGE",
                    "value: " + bookedAt.getSeconds() + " s (expected: years 1 to 9999)"));
        }
    }

    private static boolean isSum(long fen, long least) {
        return fen >= least && fen <= Money.MOST_FEN;
    }

    private static Feedback.Outflow outflow(Outflow outflow) {
        return new Feedback.Outflow(
                outflow.getSerial(),
                org.stoppayment.freeze.domain.OutflowKind.valueOf(
                        outflow.getKind().name().replace("OUTFLOW_KIND_", "")),
                Money.ofFen(outflow.getAmountFen()),
                CommonWire.instant(outflow.getBookedAt()),
                outflow.getSequence(),
                outflow.hasPayee() ? Optional.of(account(outflow.getPayee())) : Optional.empty());
    }

    private static Feedback.Inflow inflow(Inflow inflow) {
        return new Feedback.Inflow(
                inflow.getSerial(),
                Money.ofFen(inflow.getAmountFen()),
                CommonWire.instant(inflow.getBookedAt()),
                inflow.hasPayer() ? Optional.of(account(inflow.getPayer())) : Optional.empty());
    }

    private static AccountRef account(Account account) {
        return new AccountRef(
                account.getInstitutionCode(),
                account.getNumber(),
                account.getName(),
                CommonWire.kind(account.getKind()));
    }
}
