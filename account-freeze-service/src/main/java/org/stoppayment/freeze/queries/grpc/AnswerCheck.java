package org.stoppayment.freeze.queries.grpc;

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
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.QueryAnswer;

/** Validates what of an answer is acted on. The bounds are those of the institutions' contract, which the gateway applies to answers. */
final class AnswerCheck {

    private static final int MAX_TOKEN = 200;

    private final List<Violation> violations = new ArrayList<>();

    private AnswerCheck() {}

    /** Fails with every violation at once, if there is one. */
    static void requireValid(QueryAnswer answer) {
        AnswerCheck check = new AnswerCheck();
        check.answer(answer);
        if (!check.violations.isEmpty()) {
            throw new ServiceException.InvalidInput(check.violations);
        }
    }

    private void answer(QueryAnswer answer) {
        if (!ResultCode.hasForm(answer.getResultCode())) {
            reject("answer.resultCode", "FORM", answer.getResultCode().length() + " characters", "4 or 6 digits");
        }
        text("answer.accountNumber", answer.getAccountNumber(), 0, AccountNumber.MAX_CHARACTERS);
        fieldPaths(answer.getUnreadableList());
        text("answer.holder.name", answer.getHolder().getName(), 0, ContractLimits.MAX_NAME);
        text("answer.transactions.nextPageToken", answer.getTransactions().getNextPageToken(), 0, MAX_TOKEN);
        text("answer.accounts.nextPageToken", answer.getAccounts().getNextPageToken(), 0, MAX_TOKEN);
        bookings("answer.transactions.bookings", answer.getTransactions().getBookingsList());
        bookings("answer.report.bookings", answer.getReport().getBookingsList());
        if (answer.getReport().hasSequence() && answer.getReport().getSequence() < 1) {
            reject(
                    "answer.report.sequence",
                    "OUT_OF_RANGE",
                    String.valueOf(answer.getReport().getSequence()),
                    "at least 1");
        }
    }

    private void fieldPaths(List<String> paths) {
        if (!isWithin("answer.unreadable", paths.size(), ContractLimits.MAX_NAMED)) {
            return;
        }
        for (int i = 0; i < paths.size(); i++) {
            if (!FieldPath.hasForm(paths.get(i))) {
                reject(
                        "answer.unreadable[" + i + "]",
                        "FORM",
                        paths.get(i).length() + " characters",
                        FieldPath.FORM_IN_WORDS);
            }
        }
    }

    private void bookings(String field, List<AccountBooking> bookings) {
        if (!isWithin(field, bookings.size(), ContractLimits.MAX_BOOKINGS)) {
            return;
        }
        for (int i = 0; i < bookings.size(); i++) {
            booking(field + "[" + i + "]", bookings.get(i));
        }
    }

    private void booking(String path, AccountBooking booking) {
        text(path + ".serial", booking.getSerial(), 1, ContractLimits.MAX_SERIAL);
        known(path + ".direction", booking.getDirectionValue(), BookingDirection.BOOKING_DIRECTION_OUT_VALUE);
        known(path + ".kind", booking.getKindValue(), BookingKind.BOOKING_KIND_OTHER_VALUE);
        if (booking.getAmountFen() < 1 || booking.getAmountFen() > Money.MAX_FEN) {
            reject(path + ".amountFen", "OUT_OF_RANGE", String.valueOf(booking.getAmountFen()), "1..10^13");
        }
        if (!booking.hasBookedAt() || !CommonWire.isPossible(booking.getBookedAt())) {
            reject(
                    path + ".bookedAt",
                    "OUT_OF_RANGE",
                    booking.getBookedAt().getSeconds() + " s",
                    "a moment of the years 1 to 9999");
        }
        if (booking.getSequence() < 0) {
            reject(path + ".sequence", "OUT_OF_RANGE", String.valueOf(booking.getSequence()), "0..2^63-1");
        }
        party(path + ".counterparty", booking.getCounterparty());
    }

    private void party(String path, Account party) {
        text(path + ".institutionCode", party.getInstitutionCode(), 0, AccountNumber.MAX_CHARACTERS);
        text(path + ".number", party.getNumber(), 0, AccountNumber.MAX_CHARACTERS);
        text(path + ".name", party.getName(), 0, ContractLimits.MAX_NAME);
    }

    private void known(String field, int value, int last) {
        if (value < 1 || value > last) {
            reject(field, "UNKNOWN_ENUM", String.valueOf(value), "a known value");
        }
    }

    private void text(String field, String text, int min, int max) {
        violations.addAll(PlainText.violations(field, text, min, max));
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
}
