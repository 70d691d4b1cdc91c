package org.stoppayment.freeze.tracing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.alerts.persistence.AlertInsert;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.views.PossibleDuplicate;
import org.stoppayment.freeze.orders.persistence.OrderInsert;
import org.stoppayment.freeze.orders.persistence.OrderInsert.Gated;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.persistence.OutboxInsert;
import org.stoppayment.freeze.tracing.application.TraceStep;
import org.stoppayment.freeze.tracing.application.TraceStep.ClaimChange;
import org.stoppayment.freeze.tracing.domain.MoneyTrail.Traced;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.ValueParameters;

/** The statement that applies a step of a trace, and its parameters. */
public final class TraceStatement {

    private static final ValueParameters<TraceStep> STEP = ValueParameters.<TraceStep>of()
            .id("case_id", TraceStep::caseId)
            .integer("version", TraceStep::version)
            .instant("at", TraceStep::at)
            .instant("look_again_at", TraceStep::lookAgainAt)
            .bool("is_contested", TraceStep::isContested);
    private static final RowParameters<ClaimChange> KNOWN = traced(RowParameters.<ClaimChange>of()
            .text("institution_code", c -> c.account().institutionCode())
            .text("account_number", c -> c.account().number())
            .integer("revision", c -> c.revision().orElseThrow()));
    private static final RowParameters<ClaimChange> REACHED = traced(RowParameters.<ClaimChange>of()
            .text("institution_code", c -> c.account().institutionCode())
            .text("account_number", c -> c.account().number())
            .text("account_name", c -> c.account().name())
            .text("account_kind", c -> c.account().kind().name()));
    private static final RowParameters<Traced> TRANSFERS = RowParameters.<Traced>of()
            .text("institution_code", t -> t.flow().payer().institutionCode())
            .text("account_number", t -> t.flow().payer().number())
            .text("serial", t -> t.flow().serial())
            .integer("ordinal", t -> t.flow().ordinal())
            .bigint("tainted_fen", t -> t.tainted().fen())
            .integer("level", Traced::level);
    private static final RowParameters<PossibleDuplicate> DUPLICATES = RowParameters.<PossibleDuplicate>of()
            .id("transfer_id", PossibleDuplicate::transferId)
            .id("duplicate_of", PossibleDuplicate::otherTransferId)
            .id("duplicate_case_id", PossibleDuplicate::otherCaseId);
    private static final RowParameters<OutboxEvent> EVENTS = OutboxInsert.columns(RowParameters.of(), event -> event);

    private static final BatchStatement<Step> APPLY = OrderInsert.declare(
                    BatchStatement.<Step>of("sql/tracing/apply_trace_step.sql"), Step::orders)
            .values(STEP, Step::trace)
            .rows("known", KNOWN, step -> step.claims(claim -> !claim.isNew()))
            .rows("reached", REACHED, step -> step.claims(ClaimChange::isNew))
            .rows("transfers", TRANSFERS, step -> step.trace().transfers())
            .rows("events", EVENTS, step -> step.trace().events())
            .rows("duplicates", DUPLICATES, step -> step.trace().duplicates())
            .rows("alerts", AlertInsert.ALERTS, step -> step.alerts().alerts())
            .values(ValueParameters.<Alerts>of().optionalInstant("alerts_due_at", Alerts::postingDueAt), Step::alerts)
            .build();

    private TraceStatement() {}

    /** {@code claims} with the columns that a step writes. */
    private static RowParameters<ClaimChange> traced(RowParameters<ClaimChange> claims) {
        return claims.integer("level", ClaimChange::level)
                .bigint("reported_fen", c -> c.books().reported().fen())
                .bigint("received_fen", c -> c.books().received().fen())
                .bigint("onward_fen", c -> c.books().onward().fen())
                .bigint("cash_fen", c -> c.books().cash().fen())
                .bigint("merchant_fen", c -> c.books().merchant().fen())
                .bigint("restored_fen", c -> c.books().restored().fen())
                .bigint("held_fen", c -> c.books().held().fen())
                .bigint("frozen_fen", c -> c.books().frozen().fen())
                .bigint("lapsed_fen", c -> c.books().lapsed().fen())
                .bigint("lifted_fen", c -> c.books().lifted().fen())
                .bigint("returned_fen", c -> c.books().returned().fen())
                .text("not_followed", c -> c.notFollowed().name())
                .optionalInstant("due_at", ClaimChange::dueAt);
    }

    /** Alerts to raise, and when they are due to be posted. */
    record Alerts(List<Alert> alerts, Optional<Instant> postingDueAt) {}

    /** A step, the orders that it makes and the alerts that it raises. */
    private record Step(TraceStep trace, OrderInsert.Batch orders, Alerts alerts) {
        List<ClaimChange> claims(Predicate<ClaimChange> which) {
            return trace.claims().stream().filter(which).toList();
        }
    }

    /** Executes the statement; all orders are made under {@code rules}. */
    static Uni<RowSet<Row>> execute(
            SqlClient client, TraceStep step, Alerts alerts, RuleSet rules, OrderDueTimes dueTimes) {
        List<Gated> orders = step.orders().stream()
                .map(order -> new Gated(step.caseId().value(), order))
                .toList();
        return APPLY.execute(client, new Step(step, new OrderInsert.Batch(orders, rules, dueTimes), alerts));
    }
}
