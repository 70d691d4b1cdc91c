package org.stoppayment.gateway.banks.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.gateway.domain.Account;
import org.stoppayment.gateway.domain.Inflow;
import org.stoppayment.gateway.domain.Outflow;
import org.stoppayment.gateway.domain.OutflowKind;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.Violation;

/**
 * Reads the bookings in one feedback. One that cannot be read is left out and its fields are named: the stop that the
 * feedback tells of is in effect all the same, and the other payees' orders must not wait for it.
 */
final class BookingsJson {

    private static final String CNY = "CNY";

    private final List<String> unreadable = new ArrayList<>();

    /** What the field {@code outflows} has. */
    List<Outflow> outflows(JsonFields feedback) {
        return bookings("outflows", feedback, BookingsJson::outflow);
    }

    /** What the field {@code inflows} has. */
    List<Inflow> inflows(JsonFields feedback) {
        return bookings("inflows", feedback, BookingsJson::inflow);
    }

    /** Paths of the fields that could not be read, such as {@code outflows[3].amountFen}; the first hundred. */
    List<String> unreadable() {
        return List.copyOf(unreadable.subList(0, Math.min(ContractLimits.MAX_NAMED, unreadable.size())));
    }

    private <T> List<T> bookings(String name, JsonFields feedback, Function<JsonFields, Optional<T>> reader) {
        List<T> readable = new ArrayList<>();
        int index = 0;
        for (JsonFields.Item item : feedback.items(name)) {
            if (index == ContractLimits.MAX_BOOKINGS) {
                unreadable.add(name + "[" + ContractLimits.MAX_BOOKINGS + "]");
                break;
            }
            List<Violation> wrong = new ArrayList<>();
            Optional<T> booking = item.read(wrong).flatMap(reader);
            if (wrong.isEmpty()) {
                booking.ifPresent(readable::add);
            } else {
                wrong.stream().map(Violation::field).forEach(unreadable::add);
            }
            index++;
        }
        return readable;
    }

    private static Optional<Outflow> outflow(JsonFields fields) {
        String serial = fields.text("serial", 1, ContractLimits.MAX_SERIAL);
        Optional<OutflowKind> kind = fields.oneOf("kind", OutflowKind.values());
        Optional<Money> amount = amount(fields);
        Optional<Instant> bookedAt = fields.moment("bookedAt", true);
        long sequence = fields.number("sequence", 0);
        boolean isTransfer = kind.filter(OutflowKind.TRANSFER::equals).isPresent();
        Optional<Account> payee = fields.object("payee", isTransfer).map(each -> party(each, 1));
        return kind.flatMap(
                what -> amount.flatMap(sum -> bookedAt.map(at -> new Outflow(serial, what, sum, at, sequence, payee))));
    }

    private static Optional<Inflow> inflow(JsonFields fields) {
        String serial = fields.text("serial", 1, ContractLimits.MAX_SERIAL);
        Optional<Money> amount = amount(fields);
        Optional<Instant> bookedAt = fields.moment("bookedAt", true);
        Optional<Account> payer = fields.object("payer", false).map(each -> party(each, 0));
        return amount.flatMap(sum -> bookedAt.map(at -> new Inflow(serial, sum, at, payer)));
    }

    /** Yuan only: a sum in another currency is no sum in fen. */
    private static Optional<Money> amount(JsonFields fields) {
        fields.optional("currency", CNY, text -> text.equals(CNY) ? Optional.of(text) : Optional.empty());
        return fields.fen("amountFen", 1, true);
    }

    private static Account party(JsonFields fields, int leastOfANumber) {
        return new Account(
                fields.text("institutionCode", 0, AccountNumber.MAX_CHARACTERS),
                fields.text("number", leastOfANumber, AccountNumber.MAX_CHARACTERS),
                fields.text("name", 0, ContractLimits.MAX_NAME),
                kind(fields.text("kind", 0, ContractLimits.MAX_NAME)));
    }

    /** A kind that is new to us is none: the money can be followed without it. */
    private static AccountKind kind(String text) {
        return Arrays.stream(AccountKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElse(AccountKind.UNSPECIFIED);
    }
}
