package org.stoppayment.freeze.orders.grpc;

import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.FieldPath;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.PlainText;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.FreezeStatus;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.OutflowKind;

/**
 * Validates a feedback from any source: an officer may type what an institution said on the telephone. The bounds are those of the
 * institutions' contract, which the gateway applies to their own feedback.
 */
final class FeedbackCheck {

    private static final int MAX_KIND = OutflowKind.OUTFLOW_KIND_MERCHANT_VALUE;

    private final List<Violation> violations = new ArrayList<>();

    private FeedbackCheck() {}

    /** Fails with every violation at once, if there is one. */
    static void requireValid(Feedback feedback) {
        FeedbackCheck check = new FeedbackCheck();
        check.feedback(feedback);
        if (!check.violations.isEmpty()) {
            throw new ServiceException.InvalidInput(check.violations);
        }
    }

    private void feedback(Feedback feedback) {
        if (Ids.parse(feedback.getApplicationId()).isEmpty()) {
            reject("feedback.applicationId", "NOT_OURS", length(feedback.getApplicationId()), "the id of an order");
        }
        if (!ResultCode.hasForm(feedback.getResultCode())) {
            reject("feedback.resultCode", "FORM", length(feedback.getResultCode()), "4 or 6 digits");
        }
        if (feedback.hasStoppedAt()) {
            stoppedAt(feedback);
        }
        if (feedback.hasBalanceFen()) {
            sum("feedback.balanceFen", feedback.getBalanceFen(), 0);
        }
        if (feedback.hasFreeze()) {
            freeze(feedback.getFreeze());
        }
        fieldPaths("feedback.mismatched", feedback.getMismatchedList());
        fieldPaths("feedback.unreadable", feedback.getUnreadableList());
        if (isWithin("feedback.outflows", feedback.getOutflowsCount(), ContractLimits.MAX_BOOKINGS)) {
            for (int i = 0; i < feedback.getOutflowsCount(); i++) {
                outflow("feedback.outflows[" + i + "]", feedback.getOutflows(i));
            }
        }
        if (isWithin("feedback.inflows", feedback.getInflowsCount(), ContractLimits.MAX_BOOKINGS)) {
            for (int i = 0; i < feedback.getInflowsCount(); i++) {
                inflow("feedback.inflows[" + i + "]", feedback.getInflows(i));
            }
        }
    }

    /** A stop moment that counts begins a term: it must not be before the earliest possible stop. */
    private void stoppedAt(Feedback feedback) {
        Timestamp at = feedback.getStoppedAt();
        boolean counts = ResultCode.hasForm(feedback.getResultCode())
                && new ResultCode(feedback.getResultCode()).meaning() == ResultCode.Meaning.IN_EFFECT;
        if (!CommonWire.isPossible(at)) {
            moment("feedback.stoppedAt", at);
        } else if (counts && CommonWire.instant(at).isBefore(ContractLimits.EARLIEST_STOP)) {
            reject(
                    "feedback.stoppedAt",
                    "OUT_OF_RANGE",
                    CommonWire.instant(at).toString(),
                    "a moment since " + ContractLimits.EARLIEST_STOP);
        }
    }

    private void freeze(FreezeStatus freeze) {
        if (freeze.hasFrozenAt()) {
            Timestamp at = freeze.getFrozenAt();
            if (!CommonWire.isPossible(at)) {
                moment("feedback.freeze.frozenAt", at);
            } else if (CommonWire.instant(at).isBefore(ContractLimits.EARLIEST_STOP)) {
                reject(
                        "feedback.freeze.frozenAt",
                        "OUT_OF_RANGE",
                        CommonWire.instant(at).toString(),
                        "a moment since " + ContractLimits.EARLIEST_STOP);
            }
        }
        if (freeze.hasFrozenFen()) {
            sum("feedback.freeze.frozenFen", freeze.getFrozenFen(), 0);
        }
        if (freeze.hasWaitingPlace() && freeze.getWaitingPlace() < 1) {
            reject(
                    "feedback.freeze.waitingPlace",
                    "OUT_OF_RANGE",
                    String.valueOf(freeze.getWaitingPlace()),
                    "at least 1");
        }
        fieldPaths("feedback.freeze.unreadable", freeze.getUnreadableList());
    }

    private void fieldPaths(String field, List<String> paths) {
        if (!isWithin(field, paths.size(), ContractLimits.MAX_NAMED)) {
            return;
        }
        for (int i = 0; i < paths.size(); i++) {
            if (!FieldPath.hasForm(paths.get(i))) {
                reject(field + "[" + i + "]", "FORM", length(paths.get(i)), FieldPath.FORM_IN_WORDS);
            }
        }
    }

    private void outflow(String path, Outflow outflow) {
        booking(path, outflow.getSerial(), outflow.getAmountFen(), outflow.getBookedAt());
        if (outflow.getKindValue() < 1 || outflow.getKindValue() > MAX_KIND) {
            reject(path + ".kind", "UNKNOWN_ENUM", String.valueOf(outflow.getKindValue()), "a known kind");
        }
        if (outflow.getSequence() < 0) {
            reject(path + ".sequence", "OUT_OF_RANGE", String.valueOf(outflow.getSequence()), "0..2^63-1");
        }
        if (outflow.hasPayee() || outflow.getKind() == OutflowKind.OUTFLOW_KIND_TRANSFER) {
            party(path + ".payee", outflow.getPayee(), 1);
        }
    }

    private void inflow(String path, Inflow inflow) {
        booking(path, inflow.getSerial(), inflow.getAmountFen(), inflow.getBookedAt());
        if (inflow.hasPayer()) {
            party(path + ".payer", inflow.getPayer(), 0);
        }
    }

    private void booking(String path, String serial, long amountFen, Timestamp bookedAt) {
        sum(path + ".amountFen", amountFen, 1);
        text(path + ".serial", serial, 1, ContractLimits.MAX_SERIAL);
        if (!CommonWire.isPossible(bookedAt)) {
            moment(path + ".bookedAt", bookedAt);
        }
    }

    private void party(String path, Account party, int minLength) {
        text(path + ".institutionCode", party.getInstitutionCode(), 0, AccountNumber.MAX_CHARACTERS);
        text(path + ".number", party.getNumber(), minLength, AccountNumber.MAX_CHARACTERS);
        text(path + ".name", party.getName(), 0, ContractLimits.MAX_NAME);
    }

    private void text(String field, String text, int min, int max) {
        violations.addAll(PlainText.violations(field, text, min, max));
    }

    private void sum(String field, long fen, long min) {
        if (fen < min || fen > Money.MAX_FEN) {
            reject(field, "OUT_OF_RANGE", String.valueOf(fen), min + "..10^13");
        }
    }

    private void moment(String field, Timestamp impossible) {
        reject(
                field,
                "OUT_OF_RANGE",
                impossible.getSeconds() + " s and " + impossible.getNanos() + " ns",
                "years 1 to 9999, 0..999999999 ns");
    }

    private boolean isWithin(String field, int count, int max) {
        if (count > max) {
            reject(field, "TOO_MANY", count + " entries", "at most " + max);
        }
        return count <= max;
    }

    private void reject(String field, String code, String value, String expected) {
        violations.add(new Violation(field, code, "value: " + value + " (expected: " + expected + ")"));
    }

    private static String length(String personal) {
        return personal.length() + " characters";
    }
}
