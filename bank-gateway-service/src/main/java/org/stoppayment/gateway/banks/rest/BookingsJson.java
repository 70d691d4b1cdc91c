package org.stoppayment.gateway.banks.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.Inflow;
import org.stoppayment.gateway.feedback.domain.Outflow;
import org.stoppayment.gateway.feedback.domain.OutflowKind;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.Violation;

/**
 * Reads the bookings of one feedback. A booking that cannot be read is left out and its invalid fields are listed, because the
 * reported stop is in effect anyway and the orders for the other payees must not wait.
 */
final class BookingsJson {

    private static final String CNY = "CNY";

    private final ElementReader elements = new ElementReader();

    /** The bookings in the field {@code outflows}. */
    List<Outflow> outflows(FieldReader feedback) {
        return elements.whole(feedback, "outflows", ContractLimits.MAX_BOOKINGS, BookingsJson::outflow);
    }

    /** The bookings in the field {@code inflows}. */
    List<Inflow> inflows(FieldReader feedback) {
        return elements.whole(feedback, "inflows", ContractLimits.MAX_BOOKINGS, BookingsJson::inflow);
    }

    /** The fields that could not be read, such as {@code outflows[3].amountFen}; at most 100. */
    List<Violation> unreadable() {
        return elements.unreadable();
    }

    private static Optional<Outflow> outflow(FieldReader fields) {
        String serial = serial(fields);
        Optional<OutflowKind> kind = fields.required("kind").oneOf(OutflowKind.values());
        Optional<Money> amount = amount(fields);
        Optional<Instant> bookedAt = fields.required("bookedAt").momentWithAnyOffset();
        long sequence = fields.optional("sequence")
                .wholeNumberInAnyForm(0, Long.MAX_VALUE)
                .orElse(0L);
        boolean isTransfer = kind.filter(OutflowKind.TRANSFER::equals).isPresent();
        Optional<Account> payee = (isTransfer ? fields.required("payee") : fields.optional("payee"))
                .object()
                .map(BookingsJson::payee);
        return kind.flatMap(
                how -> amount.flatMap(sum -> bookedAt.map(at -> new Outflow(serial, how, sum, at, sequence, payee))));
    }

    private static Optional<Inflow> inflow(FieldReader fields) {
        String serial = serial(fields);
        Optional<Money> amount = amount(fields);
        Optional<Instant> bookedAt = fields.required("bookedAt").momentWithAnyOffset();
        Optional<Account> payer = fields.optional("payer").object().map(BookingsJson::payer);
        return amount.flatMap(sum -> bookedAt.map(at -> new Inflow(serial, sum, at, payer)));
    }

    /** Only yuan: an amount in another currency is not an amount in fen. */
    private static Optional<Money> amount(FieldReader fields) {
        fields.optional("currency").parse(CNY, text -> text.equals(CNY) ? Optional.of(text) : Optional.empty());
        return fields.required("amountFen")
                .wholeNumberInAnyForm(1, Money.MAX_FEN)
                .map(Money::ofFen);
    }

    static String serial(FieldReader fields) {
        return fields.required("serial").text(1, ContractLimits.MAX_SERIAL).orElse("");
    }

    private static Account payee(FieldReader fields) {
        return party(fields, fields.required("number").text(1, AccountNumber.MAX_CHARACTERS));
    }

    static Account payer(FieldReader fields) {
        return party(fields, fields.optional("number").text(0, AccountNumber.MAX_CHARACTERS));
    }

    private static Account party(FieldReader fields, Optional<String> number) {
        return new Account(
                text(fields, "institutionCode", AccountNumber.MAX_CHARACTERS),
                number.orElse(""),
                text(fields, "name", ContractLimits.MAX_NAME),
                // The money can be traced without the kind.
                AccountKind.ofName(text(fields, "kind", ContractLimits.MAX_NAME))
                        .orElse(AccountKind.UNSPECIFIED));
    }

    private static String text(FieldReader fields, String name, int max) {
        return fields.optional(name).text(0, max).orElse("");
    }
}
