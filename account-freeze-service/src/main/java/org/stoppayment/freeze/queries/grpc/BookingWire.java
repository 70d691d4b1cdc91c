package org.stoppayment.freeze.queries.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Inflow;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Outflow;
import org.stoppayment.freeze.queries.domain.StatementSum;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;

/** Parses bookings of statements and of watches: what came into the account and what left it, as a stop's feedback tells them. */
final class BookingWire {

    private BookingWire() {}

    /**
     * What came in and what left. Fees, interest and refunds are not followed. A transfer to an account that is not told is unreadable; who paid
     * in and is not told is nobody's victim.
     *
     * @param field of the bookings, such as {@code transactions.bookings}
     */
    static ReportedBookings bookings(String field, List<AccountBooking> bookings) {
        List<Outflow> outflows = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (int i = 0; i < bookings.size(); i++) {
            AccountBooking booking = bookings.get(i);
            Optional<OutflowKind> kind = kind(booking);
            if (kind.isEmpty()) {
                continue;
            }
            if (kind.get() == OutflowKind.TRANSFER
                    && booking.getCounterparty().getNumber().isEmpty()) {
                unreadable.add(field + "[" + i + "].counterparty.number");
            } else {
                outflows.add(outflow(booking, kind.get()));
            }
        }
        return new ReportedBookings(outflows, inflows(bookings), unreadable);
    }

    private static List<Inflow> inflows(List<AccountBooking> bookings) {
        return bookings.stream()
                .filter(booking -> booking.getDirection() == BookingDirection.BOOKING_DIRECTION_IN
                        && booking.getKind() == BookingKind.BOOKING_KIND_TRANSFER
                        && !booking.getCounterparty().getNumber().isEmpty())
                .map(booking -> new Inflow(
                        booking.getSerial(),
                        Money.ofFen(booking.getAmountFen()),
                        CommonWire.instant(booking.getBookedAt()),
                        Optional.of(account(booking.getCounterparty()))))
                .toList();
    }

    /** What an institution tells of sums: see {@link StatementSum}. */
    static StatementSum sum(AccountTransactions transactions) {
        return new StatementSum(
                transactions.hasOpeningBalanceFen()
                        ? OptionalLong.of(transactions.getOpeningBalanceFen())
                        : OptionalLong.empty(),
                transactions.getBookingsList().stream()
                        .map(booking -> new StatementSum.Line(
                                booking.getDirection() == BookingDirection.BOOKING_DIRECTION_IN
                                        ? booking.getAmountFen()
                                        : -booking.getAmountFen(),
                                booking.hasBalanceAfterFen()
                                        ? OptionalLong.of(booking.getBalanceAfterFen())
                                        : OptionalLong.empty()))
                        .toList());
    }

    private static Optional<OutflowKind> kind(AccountBooking booking) {
        if (booking.getDirection() != BookingDirection.BOOKING_DIRECTION_OUT) {
            return Optional.empty();
        }
        return switch (booking.getKind()) {
            case BOOKING_KIND_TRANSFER -> Optional.of(OutflowKind.TRANSFER);
            case BOOKING_KIND_CASH -> Optional.of(OutflowKind.CASH);
            case BOOKING_KIND_MERCHANT -> Optional.of(OutflowKind.MERCHANT);
            case BOOKING_KIND_OTHER, BOOKING_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private static Outflow outflow(AccountBooking booking, OutflowKind kind) {
        return new Outflow(
                booking.getSerial(),
                kind,
                Money.ofFen(booking.getAmountFen()),
                CommonWire.instant(booking.getBookedAt()),
                booking.getSequence(),
                Optional.of(booking.getCounterparty())
                        .filter(party -> !party.getNumber().isEmpty())
                        .map(BookingWire::account));
    }

    private static AccountRef account(Account account) {
        return AccountRef.reported(
                account.getInstitutionCode(),
                account.getNumber(),
                account.getName(),
                CommonWire.kind(account.getKind()));
    }
}
