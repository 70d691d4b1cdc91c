package org.stoppayment.freeze.orders.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.domain.Contradiction;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.persistence.BookingColumns.Of;
import org.stoppayment.freeze.shared.domain.ScreeningDelay;
import org.stoppayment.freeze.shared.persistence.OutboxInsert;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.ValueParameters;

/** The statement that changes orders, and its parameters. */
public final class ChangeStatement {

    /** How long the process that wrote bookings has to trace them before other replicas may. */
    private static final Duration HEAD_START = Duration.ofSeconds(1);

    private static final RowParameters<OrderChange> ORDERS = RowParameters.<OrderChange>of()
            .id("application_id", c -> c.after().applicationId())
            .integer("version", c -> c.after().version())
            .text("state", c -> c.after().phase().name())
            .bool("live", c -> c.after().phase().isLive())
            .bool("counted", c -> StopOrderRow.isCounted(c.after()))
            .integer("attempts", c -> c.after().progress().attempts())
            .integer("inquiries", c -> c.after().progress().inquiries())
            .integer("unsent", c -> c.after().progress().unsent())
            .optionalInstant("first_failure_at", c -> c.after().progress().firstFailureAt())
            .text("result_code", c -> c.after().notes().resultCode())
            .text("reference", c -> c.after().notes().reference())
            .texts("flags", c -> StopOrderRow.flags(c.after()))
            .texts("mismatched", c -> StopOrderRow.mismatched(c.after().state()))
            .texts("candidates", c -> StopOrderRow.candidates(c.after().state()))
            .text("manual_reason", c -> StopOrderRow.manualReason(c.after().state()))
            .optionalInstant("stopped_at", c -> stop(c).map(Stop::stoppedAt))
            .bool("moment_reported", c -> stop(c).filter(stop -> !stop.momentReported())
                    .isEmpty())
            .optionalInstant("expires_at", c -> stop(c).map(Stop::expiresAt))
            .optionalInstant("reported_expires_at", c -> stop(c).flatMap(Stop::reportedEnd))
            .optionalBigint("balance_fen", c -> stop(c).flatMap(Stop::balance).map(Money::fen))
            .optionalInstant("ended_at", c -> StopOrderRow.endedAt(c.after(), c.at()))
            .optionalInstant("due_at", OrderChange::dueAt)
            .text("timeline", ChangeStatement::timeline)
            .text("institution_code", c -> c.after().account().institutionCode())
            .bool("extended", c -> stop(c).filter(Stop::extended).isPresent())
            .optionalInstant("warn_at", OrderChange::warnAt)
            .optionalInstant("bookings_since", c -> c.after().awaited().since())
            .integer("bookings_inquiries", c -> c.after().awaited().inquiries())
            .texts("undecided_freezes", ChangeStatement::undecidedFreezes);
    private static final RowParameters<OrderChange> BOOKS = RowParameters.<OrderChange>of()
            .id("application_id", c -> c.after().applicationId())
            .id("case_id", c -> c.after().caseId())
            .text("institution_code", c -> c.after().account().institutionCode())
            .text("account_number", c -> c.after().account().number())
            .bigint("held_fen", c -> c.books().orElseThrow().held().fen())
            .bigint("tainted_fen", c -> c.books().orElseThrow().tainted().fen());
    private static final RowParameters<OrderChange> SETTLED = RowParameters.<OrderChange>of()
            .id("application_id", c -> c.after().applicationId())
            .text("institution_code", c -> c.after().account().institutionCode())
            .text("account_number", c -> c.after().account().number())
            .instant("due_at", c -> c.hasBookings() ? c.at().plus(HEAD_START) : c.at())
            .bool("moved", OrderChange::touchesOtherClaims);
    private static final RowParameters<Of<OutboxEvent>> EVENTS = OutboxInsert.columns(
            RowParameters.<Of<OutboxEvent>>of()
                    .id("application_id", e -> e.order().applicationId()),
            Of::part);
    private static final RowParameters<Of<Contradiction>> FINDINGS = RowParameters.<Of<Contradiction>>of()
            .id("application_id", f -> f.order().applicationId())
            .text("kind", f -> f.part().kind().name())
            .text("content", f -> f.part().content());
    private static final ValueParameters<List<OrderChange>> GROUP =
            ValueParameters.<List<OrderChange>>of().instant("screening_due_at", ChangeStatement::screeningDueAt);

    public static final BatchStatement<List<OrderChange>> CHANGE = BatchStatement.<List<OrderChange>>of(
                    "sql/orders/change_orders.sql")
            .rows("orders", ORDERS, changes -> changes)
            .rows("outflows", BookingColumns.OUTFLOWS, each(change -> change.bookings().reported().outflows().stream()))
            .rows("inflows", BookingColumns.INFLOWS, each(change -> change.bookings().reported().inflows().stream()))
            .rows("replaced", BookingColumns.REPLACED, each(change -> change.bookings().replaced().stream()))
            .rows("books", BOOKS, where(change -> change.books().isPresent()))
            .rows(
                    "settled",
                    SETTLED,
                    where(change ->
                            change.touchesOtherClaims() || change.hasBookings() || change.mayEndWaitingForBookings()))
            .rows("events", EVENTS, each(change -> change.event().stream()))
            .rows("findings", FINDINGS, each(change -> change.after().notes().findings().stream()))
            .values(GROUP, changes -> changes)
            .build();

    private ChangeStatement() {}

    private static Function<List<OrderChange>, List<OrderChange>> where(Predicate<OrderChange> which) {
        return changes -> changes.stream().filter(which).toList();
    }

    private static <T> Function<List<OrderChange>, List<Of<T>>> each(Function<OrderChange, Stream<T>> parts) {
        return changes -> changes.stream()
                .flatMap(change -> parts.apply(change).map(part -> new Of<>(change, part)))
                .toList();
    }

    private static Optional<Stop> stop(OrderChange change) {
        return change.after().state().stop();
    }

    private static List<String> undecidedFreezes(OrderChange change) {
        return stop(change).stream()
                .flatMap(stop -> stop.undecidedFreezes().stream())
                .map(ApplicationId::toString)
                .sorted()
                .toList();
    }

    private static String timeline(OrderChange change) {
        return change.cause()
                .map(cause -> StopOrderRow.timeline(
                        change.after().phase(),
                        change.at(),
                        cause,
                        change.after().notes().decision()))
                .orElse("[]");
    }

    private static Instant screeningDueAt(List<OrderChange> changes) {
        return changes.stream()
                .map(OrderChange::at)
                .max(Comparator.naturalOrder())
                .map(last -> last.plus(ScreeningDelay.VALUE))
                .orElseThrow();
    }
}
