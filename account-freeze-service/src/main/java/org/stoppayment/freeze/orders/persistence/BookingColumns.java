package org.stoppayment.freeze.orders.persistence;

import java.util.function.Function;
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.domain.BookingsUpdate;
import org.stoppayment.freeze.orders.domain.BookingsUpdate.Replacement;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Inflow;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Outflow;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kit.postgres.RowParameters;

/** Reported bookings as parameters of {@link ChangeStatement}. */
final class BookingColumns {

    private static final AccountRef NO_ACCOUNT = new AccountRef("", "", "", AccountKind.UNSPECIFIED);

    private BookingColumns() {}

    /** A part of a change. */
    record Of<T>(OrderChange change, T part) {
        StopOrder order() {
            return change.after();
        }
    }

    static final RowParameters<Of<Outflow>> OUTFLOWS = RowParameters.<Of<Outflow>>of()
            .id("application_id", o -> o.order().applicationId())
            .text("institution_code", o -> o.order().account().institutionCode())
            .text("account_number", o -> o.order().account().number())
            .text("serial", o -> o.part().serial())
            .text("kind", o -> o.part().kind().name())
            .bigint("amount_fen", o -> o.part().amount().fen())
            .instant("booked_at", o -> o.part().bookedAt())
            .bigint("sequence", o -> o.part().sequence())
            .text("payee_institution_code", payee(AccountRef::institutionCode))
            .text("payee_number", payee(AccountRef::number))
            .text("payee_name", payee(AccountRef::name))
            .text("payee_kind", payee(account -> account.kind().name()))
            .bool("pending", o -> o.change().tellsPending())
            .bool("complete", o -> o.change().bookings().extent() == BookingsUpdate.Extent.COMPLETE);

    static final RowParameters<Of<Inflow>> INFLOWS = RowParameters.<Of<Inflow>>of()
            .id("application_id", i -> i.order().applicationId())
            .text("institution_code", i -> i.order().account().institutionCode())
            .text("account_number", i -> i.order().account().number())
            .text("serial", i -> i.part().serial())
            .bigint("amount_fen", i -> i.part().amount().fen())
            .instant("booked_at", i -> i.part().bookedAt())
            .text("payer_institution_code", payer(AccountRef::institutionCode))
            .text("payer_number", payer(AccountRef::number))
            .text("payer_name", payer(AccountRef::name))
            .text("payer_kind", payer(account -> account.kind().name()));

    static final RowParameters<Of<Replacement>> REPLACED = RowParameters.<Of<Replacement>>of()
            .id("application_id", r -> r.order().applicationId())
            .text("institution_code", r -> r.order().account().institutionCode())
            .text("account_number", r -> r.order().account().number())
            .text("serial", r -> r.part().serial())
            .integer("ordinal", r -> r.part().ordinal())
            .text("replaced_by", r -> r.part().replacedBy());

    private static Function<Of<Inflow>, String> payer(Function<AccountRef, String> part) {
        return inflow -> part.apply(inflow.part().payer().orElse(NO_ACCOUNT));
    }

    private static Function<Of<Outflow>, String> payee(Function<AccountRef, String> part) {
        return outflow -> part.apply(outflow.part().payee().orElse(NO_ACCOUNT));
    }
}
