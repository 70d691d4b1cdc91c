package org.stoppayment.gateway.queries.grpc;

import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.AccountWatch;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.WatchReport;

/** Renders bookings, and watches of them. */
final class AccountBookingWire {

    private AccountBookingWire() {}

    static AccountTransactions render(org.stoppayment.gateway.queries.domain.AccountTransactions transactions) {
        AccountTransactions.Builder wire =
                AccountTransactions.newBuilder().setNextPageToken(transactions.nextPageToken());
        transactions.openingBalance().ifPresent(sum -> wire.setOpeningBalanceFen(sum.fen()));
        transactions.bookings().forEach(booking -> wire.addBookings(booking(booking)));
        return wire.build();
    }

    static AccountWatch render(org.stoppayment.gateway.queries.domain.AccountWatch watch) {
        AccountWatch.Builder wire = AccountWatch.newBuilder();
        watch.startedAt().ifPresent(at -> wire.setStartedAt(CommonWire.timestamp(at)));
        watch.endsAt().ifPresent(at -> wire.setEndsAt(CommonWire.timestamp(at)));
        watch.reports().ifPresent(wire::setReports);
        return wire.build();
    }

    static WatchReport render(org.stoppayment.gateway.queries.domain.WatchReport report) {
        WatchReport.Builder wire = WatchReport.newBuilder();
        report.sequence().ifPresent(wire::setSequence);
        report.bookings().forEach(booking -> wire.addBookings(booking(booking)));
        report.balance().ifPresent(sum -> wire.setBalanceFen(sum.fen()));
        return wire.build();
    }

    private static AccountBooking booking(org.stoppayment.gateway.queries.domain.AccountBooking booking) {
        AccountBooking.Builder wire = AccountBooking.newBuilder()
                .setSerial(booking.serial())
                .setDirection(direction(booking.direction()))
                .setKind(kind(booking.kind()))
                .setAmountFen(booking.amount().fen())
                .setBookedAt(CommonWire.timestamp(booking.bookedAt()))
                .setSequence(booking.sequence());
        booking.counterparty().ifPresent(other -> wire.setCounterparty(account(other)));
        booking.balanceAfter().ifPresent(sum -> wire.setBalanceAfterFen(sum.fen()));
        return wire.build();
    }

    private static org.stoppayment.proto.common.v1.Account account(Account account) {
        return CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind());
    }

    private static BookingDirection direction(org.stoppayment.gateway.queries.domain.BookingDirection direction) {
        return switch (direction) {
            case IN -> BookingDirection.BOOKING_DIRECTION_IN;
            case OUT -> BookingDirection.BOOKING_DIRECTION_OUT;
        };
    }

    private static BookingKind kind(org.stoppayment.gateway.queries.domain.BookingKind kind) {
        return switch (kind) {
            case TRANSFER -> BookingKind.BOOKING_KIND_TRANSFER;
            case CASH -> BookingKind.BOOKING_KIND_CASH;
            case MERCHANT -> BookingKind.BOOKING_KIND_MERCHANT;
            case OTHER -> BookingKind.BOOKING_KIND_OTHER;
        };
    }
}
