package org.stoppayment.freeze.orders.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.domain.AwaitedBookings;
import org.stoppayment.freeze.orders.domain.Dispatch;
import org.stoppayment.freeze.orders.domain.OrderFlag;
import org.stoppayment.freeze.orders.domain.OrderNotes;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.SendingProgress;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopApplication;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderState;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.freeze.shared.persistence.StoredDecision;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;

/** Maps stop orders to their rows. */
public final class StopOrderRow {

    private StopOrderRow() {}

    static StopOrder read(Row row) {
        return new StopOrder(
                new ApplicationId(row.getUUID("application_id")),
                application(row),
                dispatch(row),
                state(row),
                new SendingProgress(
                        row.getInteger("attempts"),
                        row.getInteger("inquiries"),
                        row.getInteger("unsent"),
                        Rows.instant(row, "first_failure_at")),
                new OrderNotes(
                        row.getString("result_code"),
                        row.getString("reference"),
                        Stream.of(row.getArrayOfStrings("flags"))
                                .map(OrderFlag::valueOf)
                                .toList()),
                new AwaitedBookings(Rows.instant(row, "bookings_since"), row.getInteger("bookings_inquiries")),
                row.getInteger("version"));
    }

    /** An order that waits behind another one. */
    public static StopOrder readWaiting(Row row) {
        return StopOrder.queued(new ApplicationId(row.getUUID("application_id")), application(row), dispatch(row));
    }

    private static StopApplication application(Row row) {
        return new StopApplication(
                new CaseId(row.getUUID("case_id")),
                StoredAccount.read(row::getString),
                row.getInteger("level"),
                Money.ofFen(row.getLong("tainted_fen")),
                Optional.ofNullable(row.getUUID("original_application_id")).map(ApplicationId::new),
                row.getString("rule_set"));
    }

    private static Dispatch dispatch(Row row) {
        return new Dispatch(
                row.getOffsetDateTime("placed_at").toInstant(),
                row.getBuffer("instruction").getBytes(),
                row.getBoolean("urgent"));
    }

    private static StopOrderState state(Row row) {
        return switch (Phase.valueOf(row.getString("state"))) {
            case QUEUED -> new StopOrderState.Queued();
            case SENDING -> new StopOrderState.Sending();
            case ACCEPTED -> new StopOrderState.Accepted();
            case IN_DOUBT -> new StopOrderState.InDoubt();
            case MANUAL -> new StopOrderState.Manual(row.getString("manual_reason"), texts(row, "candidates"));
            case IN_EFFECT -> new StopOrderState.InEffect(stop(row));
            case FROZEN -> new StopOrderState.Frozen(stop(row));
            case LAPSED -> new StopOrderState.Lapsed(stop(row));
            case LIFTED -> new StopOrderState.Lifted(stop(row));
            case DECLINED ->
                row.getString("result_code").isEmpty()
                        ? new StopOrderState.Dismissed()
                        : new StopOrderState.Declined(
                                new ResultCode(row.getString("result_code")), texts(row, "mismatched"));
            case HELD_BY_OTHER -> new StopOrderState.HeldByOther(new ResultCode(row.getString("result_code")));
        };
    }

    private static Stop stop(Row row) {
        return new Stop(
                Rows.instant(row, "stopped_at").orElseThrow(),
                row.getBoolean("moment_reported"),
                Rows.instant(row, "expires_at").orElseThrow(),
                Rows.instant(row, "reported_expires_at"),
                Optional.ofNullable(row.getLong("balance_fen")).map(Money::ofFen),
                row.getBoolean("extended"),
                undecidedFreezes(row));
    }

    private static Set<ApplicationId> undecidedFreezes(Row row) {
        return Stream.of(row.getArrayOfUUIDs("undecided_freezes"))
                .map(ApplicationId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> texts(Row row, String column) {
        return List.of(row.getArrayOfStrings(column));
    }

    static List<String> flags(StopOrder order) {
        return order.notes().flags().stream().map(OrderFlag::name).toList();
    }

    static List<String> mismatched(StopOrderState state) {
        return state instanceof StopOrderState.Declined declined ? declined.mismatched() : List.of();
    }

    static String manualReason(StopOrderState state) {
        return state instanceof StopOrderState.Manual manual ? manual.reason() : "";
    }

    static List<String> candidates(StopOrderState state) {
        return state instanceof StopOrderState.Manual manual ? manual.candidates() : List.of();
    }

    /** One step of the timeline, as an array so that it can be appended. */
    static String timeline(Phase state, Instant at, String cause) {
        return timeline(state, at, cause, Optional.empty());
    }

    /** The same, with the decision that it comes from. */
    public static String timeline(Phase state, Instant at, String cause, Optional<Decision> decision) {
        JsonObject step = new JsonObject()
                .put("state", state.name())
                .put("at", at.toString())
                .put("cause", cause);
        decision.map(StoredDecision::json).ifPresent(made -> step.put("decision", made));
        return new JsonArray().add(step).encode();
    }

    /** True when the order was ever in effect. */
    static boolean isCounted(StopOrder order) {
        return order.state().stop().isPresent();
    }

    /** When the order ended; empty while it is live. */
    static Optional<Instant> endedAt(StopOrder order, Instant at) {
        return order.phase().isLive() ? Optional.empty() : Optional.of(at);
    }
}
