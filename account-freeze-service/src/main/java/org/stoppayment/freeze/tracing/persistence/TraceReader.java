package org.stoppayment.freeze.tracing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.persistence.PossibleDuplicates;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.application.TraceViews;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Claim;
import org.stoppayment.freeze.tracing.domain.MoneyTrail.Traced;
import org.stoppayment.freeze.tracing.domain.Trace;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads where a case's money went, as of one moment. */
@ApplicationScoped
public class TraceReader implements TraceViews {

    private static final SqlStatement READ = SqlStatement.load("sql/tracing/read_trace.sql", "case_id uuid");

    private final Pool pool;

    TraceReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Trace> trace(CaseId caseId) {
        return READ.execute(pool, caseId)
                .map(rows -> trace(caseId, rows.iterator().next()));
    }

    private static Trace trace(CaseId caseId, Row row) {
        List<JsonObject> nodes = CaseGraphReader.all(row, "nodes", json -> json);
        List<Traced> transfers = CaseGraphReader.all(row, "transfers", CaseGraphReader::flow).stream()
                .map(flow -> new Traced(flow, flow.taintedBefore(), flow.levelBefore()))
                .toList();
        Map<AccountRef.Key, Instant> firstIn = new HashMap<>();
        transfers.forEach(one -> one.flow()
                .payee()
                .ifPresent(payee -> firstIn.putIfAbsent(payee.key(), one.flow().bookedAt())));
        return new Trace(
                caseId,
                nodes.stream().map(node -> node(node, firstIn)).toList(),
                transfers,
                nodes.stream().anyMatch(node -> claim(node).due()),
                CaseGraphReader.all(row, "duplicates", PossibleDuplicates::read));
    }

    private static Claim claim(JsonObject node) {
        return CaseGraphReader.claim(node.getJsonObject("claim"));
    }

    private static Trace.Node node(JsonObject json, Map<AccountRef.Key, Instant> firstIn) {
        Claim claim = claim(json);
        return new Trace.Node(
                claim.account(),
                claim.level(),
                claim.books(),
                claim.notFollowed(),
                Optional.ofNullable(json.getJsonObject("deciding")).map(TraceReader::order),
                Optional.ofNullable(firstIn.get(claim.account().key())));
    }

    private static Trace.Order order(JsonObject json) {
        JsonArray timeline = json.getJsonArray("timeline");
        return new Trace.Order(
                ApplicationId.of(json.getString("application_id")),
                Phase.valueOf(json.getString("state")),
                json.getBoolean("awaits_bookings"),
                json.getBoolean("joined"),
                Money.ofFen(json.getLong("balance_fen")),
                CaseGraphReader.moment(json, "placed_at").orElseThrow(),
                first(timeline, phase -> phase == Phase.SENDING),
                first(timeline, Phase::isSettled),
                CaseGraphReader.moment(json, "stopped_at"));
    }

    private static Optional<Instant> first(JsonArray timeline, Predicate<Phase> fits) {
        return timeline.stream()
                .map(JsonObject.class::cast)
                .filter(step -> fits.test(Phase.valueOf(step.getString("state"))))
                .map(step -> Instant.parse(step.getString("at")))
                .findFirst();
    }
}
