package org.stoppayment.freeze.persistence;

import static org.stoppayment.kit.postgres.Columns.instants;
import static org.stoppayment.kit.postgres.Columns.longs;
import static org.stoppayment.kit.postgres.Columns.texts;
import static org.stoppayment.kit.postgres.Columns.uuids;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stoppayment.freeze.application.OrderChange;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.Feedback.Inflow;
import org.stoppayment.freeze.domain.Feedback.Outflow;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kernel.AccountKind;

/** The bookings that institutions tell of, as {@link ChangeStatement} takes them. */
final class BookingColumns {

    private static final AccountRef NOBODY = new AccountRef("", "", "", AccountKind.UNSPECIFIED);

    private BookingColumns() {}

    private record Of<T>(OrderChange change, T part) {
        StopOrder order() {
            return change.after();
        }
    }

    static void addOutflows(Tuple tuple, List<OrderChange> changes) {
        List<Of<Outflow>> outflows = new ArrayList<>();
        changes.forEach(change -> change.outflows().forEach(outflow -> outflows.add(new Of<>(change, outflow))));
        tuple.addValue(uuids(outflows, o -> o.order().applicationId()))
                .addValue(texts(outflows, o -> o.order().account().institutionCode()))
                .addValue(texts(outflows, o -> o.order().account().number()))
                .addValue(texts(outflows, o -> o.part().serial()))
                .addValue(texts(outflows, o -> o.part().kind().name()))
                .addValue(longs(outflows, o -> o.part().amount().fen()))
                .addValue(instants(outflows, o -> o.part().bookedAt()))
                .addValue(longs(outflows, o -> o.part().sequence()))
                .addValue(texts(outflows, payee(AccountRef::institutionCode)))
                .addValue(texts(outflows, payee(AccountRef::number)))
                .addValue(texts(outflows, payee(AccountRef::name)))
                .addValue(texts(outflows, payee(account -> account.kind().name())));
    }

    static void addInflows(Tuple tuple, List<OrderChange> changes) {
        List<Of<Inflow>> inflows = new ArrayList<>();
        changes.forEach(change -> change.inflows().forEach(inflow -> inflows.add(new Of<>(change, inflow))));
        tuple.addValue(uuids(inflows, i -> i.order().applicationId()))
                .addValue(texts(inflows, i -> i.order().account().institutionCode()))
                .addValue(texts(inflows, i -> i.order().account().number()))
                .addValue(texts(inflows, i -> i.part().serial()))
                .addValue(longs(inflows, i -> i.part().amount().fen()))
                .addValue(instants(inflows, i -> i.part().bookedAt()))
                .addValue(texts(inflows, payer(AccountRef::institutionCode)))
                .addValue(texts(inflows, payer(AccountRef::number)))
                .addValue(texts(inflows, payer(AccountRef::name)))
                .addValue(texts(inflows, payer(account -> account.kind().name())));
    }

    private static Function<Of<Inflow>, String> payer(Function<AccountRef, String> part) {
        return inflow -> part.apply(inflow.part().payer().orElse(NOBODY));
    }

    private static Function<Of<Outflow>, String> payee(Function<AccountRef, String> part) {
        return outflow -> part.apply(outflow.part().payee().orElse(NOBODY));
    }
}
