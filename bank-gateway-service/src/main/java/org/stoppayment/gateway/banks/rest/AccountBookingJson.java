package org.stoppayment.gateway.banks.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.queries.domain.AccountBooking;
import org.stoppayment.gateway.queries.domain.AccountTransactions;
import org.stoppayment.gateway.queries.domain.AccountWatch;
import org.stoppayment.gateway.queries.domain.BookingDirection;
import org.stoppayment.gateway.queries.domain.BookingKind;
import org.stoppayment.gateway.queries.domain.WatchReport;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.Money;

/** Reads the contract's {@code Transactions}, {@code Watch} and {@code WatchReport}. A booking counts when what it says of money can be read. */
final class AccountBookingJson {

    private static final String CNY = "CNY";

    private final ElementReader elements;

    AccountBookingJson(ElementReader elements) {
        this.elements = elements;
    }

    AccountTransactions transactions(FieldReader fields) {
        return new AccountTransactions(
                bookings(fields), HolderJson.sum(fields.optional("openingBalanceFen")), HolderJson.pageToken(fields));
    }

    WatchReport report(FieldReader fields) {
        return new WatchReport(
                fields.required("sequence").wholeNumberInAnyForm(1, Long.MAX_VALUE),
                bookings(fields),
                HolderJson.sum(fields.optional("balanceFen")));
    }

    static AccountWatch watch(FieldReader fields) {
        return new AccountWatch(
                fields.required("startedAt").momentWithAnyOffset(),
                fields.required("endsAt").momentWithAnyOffset(),
                fields.optional("reports").wholeNumberInAnyForm(0, Long.MAX_VALUE));
    }

    private List<AccountBooking> bookings(FieldReader fields) {
        if (!fields.has("bookings")) {
            fields.required("bookings").elements(); // names it as missing
        }
        return elements.readable(fields, "bookings", ContractLimits.MAX_BOOKINGS, AccountBookingJson::booking);
    }

    private static Optional<AccountBooking> booking(FieldReader fields) {
        Optional<String> serial = fields.required("serial").text(1, ContractLimits.MAX_SERIAL);
        Optional<BookingDirection> direction = fields.required("direction").oneOf(BookingDirection.values());
        Optional<BookingKind> kind = fields.required("kind").oneOf(BookingKind.values());
        Optional<Money> amount = amount(fields);
        Optional<Instant> bookedAt = fields.required("bookedAt").momentWithAnyOffset();
        long sequence = fields.optional("sequence")
                .wholeNumberInAnyForm(0, Long.MAX_VALUE)
                .orElse(0L);
        Optional<Account> counterparty =
                fields.optional("counterparty").object().map(BookingsJson::payer);
        Optional<Money> balanceAfter = HolderJson.sum(fields.optional("balanceAfterFen"));
        if (serial.isEmpty() || direction.isEmpty() || kind.isEmpty() || amount.isEmpty() || bookedAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AccountBooking(
                serial.get(),
                direction.get(),
                kind.get(),
                amount.get(),
                bookedAt.get(),
                sequence,
                counterparty,
                balanceAfter));
    }

    /** Only yuan: an amount in another currency is not an amount in fen. */
    private static Optional<Money> amount(FieldReader fields) {
        boolean isYuan = !fields.has("currency")
                || fields.optional("currency")
                        .parse(CNY, text -> text.equals(CNY) ? Optional.of(text) : Optional.empty())
                        .isPresent();
        return fields.required("amountFen")
                .wholeNumberInAnyForm(1, Money.MAX_FEN)
                .filter(fen -> isYuan)
                .map(Money::ofFen);
    }
}
