package org.stoppayment.freeze.tracing.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.books.persistence.StoredFreeze;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.parties.domain.VictimSide;
import org.stoppayment.freeze.parties.persistence.CasePartiesReader;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.freeze.shared.persistence.StoredMoment;
import org.stoppayment.freeze.tracing.domain.CaseGraph;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Claim;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Deciding;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Flow;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;
import org.stoppayment.freeze.tracing.domain.CaseGraph.OthersPayment;
import org.stoppayment.freeze.tracing.domain.CaseGraph.ReportedPayment;
import org.stoppayment.freeze.tracing.domain.NotFollowed;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Credit;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.postgres.Rows;

/** Reads the graph of a case from the row that {@code read_case_graph.sql} returns. */
public final class CaseGraphReader {

    private CaseGraphReader() {}

    static CaseGraph read(CaseId caseId, Row row) {
        return new CaseGraph(
                new CaseOrigin(
                        caseId, row.getString("reason"), row.getString("organisation"), row.getString("badge_number")),
                new VictimSide(CasePartiesReader.parties(row)),
                Rows.instant(row, "withdrawn_at"),
                row.getInteger("version"),
                row.getInteger("found"),
                all(row, "nodes", CaseGraphReader::node),
                all(row, "outflows", CaseGraphReader::flow),
                all(row, "inflows", CaseGraphReader::flow),
                all(row, "reported", CaseGraphReader::reported),
                all(row, "reported_by_others", CaseGraphReader::reportedByOther),
                all(row, "credits", CaseGraphReader::credit));
    }

    static <T> List<T> all(Row row, String column, Function<JsonObject, T> read) {
        JsonArray array = row.getJsonArray(column);
        return array == null
                ? List.of()
                : array.stream().map(JsonObject.class::cast).map(read).toList();
    }

    private static Node node(JsonObject json) {
        return new Node(
                key(json),
                Optional.ofNullable(json.getJsonObject("claim")).map(CaseGraphReader::claim),
                Optional.ofNullable(json.getJsonObject("deciding")).map(CaseGraphReader::deciding),
                json.getBoolean("placed") != null || json.getBoolean("waiting") != null,
                json.getBoolean("waiting") != null,
                Optional.ofNullable(json.getString("cleared")).map(ApplicationId::of),
                json.getBoolean("live") != null);
    }

    static Claim claim(JsonObject json) {
        return new Claim(
                StoredAccount.read(json::getString),
                json.getInteger("level"),
                new ClaimBooks(
                        money(json, "reported_fen"),
                        money(json, "received_fen"),
                        money(json, "onward_fen"),
                        money(json, "cash_fen"),
                        money(json, "merchant_fen"),
                        money(json, "restored_fen"),
                        money(json, "held_fen"),
                        money(json, "frozen_fen"),
                        money(json, "lapsed_fen"),
                        money(json, "lifted_fen"),
                        money(json, "returned_fen")),
                NotFollowed.valueOf(json.getString("not_followed")),
                moment(json, "claimed_at").orElseThrow(),
                json.getInteger("revision"),
                !json.getInteger("revision").equals(json.getInteger("traced_revision")),
                moment(json, "ended_at"),
                StoredFreeze.read(json));
    }

    private static Deciding deciding(JsonObject json) {
        return new Deciding(
                ApplicationId.of(json.getString("application_id")),
                CaseId.of(json.getString("case_id")),
                Phase.valueOf(json.getString("state")),
                moment(json, "stopped_at").map(at -> stop(at, json)),
                json.getBoolean("awaits_bookings"));
    }

    private static Stop stop(Instant stoppedAt, JsonObject json) {
        return new Stop(
                stoppedAt,
                json.getBoolean("moment_reported"),
                moment(json, "expires_at").orElseThrow(),
                moment(json, "reported_expires_at"),
                Optional.ofNullable(json.getLong("balance_fen")).map(Money::ofFen),
                json.getBoolean("extended"),
                Set.of());
    }

    static Flow flow(JsonObject json) {
        OutflowKind kind = OutflowKind.valueOf(json.getString("kind"));
        return new Flow(
                StoredAccount.read(json::getString),
                json.getString("serial"),
                json.getInteger("ordinal"),
                kind,
                money(json, "amount_fen"),
                moment(json, "booked_at").orElseThrow(),
                json.getLong("sequence"),
                kind == OutflowKind.TRANSFER
                        ? Optional.of(StoredAccount.party(json::getString, "payee"))
                        : Optional.empty(),
                json.getBoolean("replaced"),
                money(json, "tainted_fen"),
                json.getInteger("level"));
    }

    private static ReportedPayment reported(JsonObject json) {
        return new ReportedPayment(
                payer(json), StoredAccount.read(json::getString), transfer(json), json.getBoolean("duplicate"));
    }

    private static OthersPayment reportedByOther(JsonObject json) {
        return new OthersPayment(
                CaseId.of(json.getString("case_id")), payer(json), transfer(json), json.getBoolean("duplicate"));
    }

    private static AccountRef.Key payer(JsonObject json) {
        return new AccountRef.Key(json.getString("payer_institution_code"), json.getString("payer_number"));
    }

    private static Reported transfer(JsonObject json) {
        return new Reported(
                TransferId.of(json.getString("transfer_id")),
                key(json),
                json.getLong("amount_fen"),
                moment(json, "transferred_at"),
                json.getString("serial"));
    }

    private static Credit credit(JsonObject json) {
        return new Credit(
                key(json),
                json.getString("serial"),
                json.getInteger("ordinal"),
                json.getLong("amount_fen"),
                moment(json, "booked_at").orElseThrow());
    }

    private static AccountRef.Key key(JsonObject json) {
        return StoredAccount.key(json::getString);
    }

    private static Money money(JsonObject json, String field) {
        return Money.ofFen(json.getLong(field));
    }

    public static Optional<Instant> moment(JsonObject json, String field) {
        return Optional.ofNullable(json.getString(field)).map(StoredMoment::parse);
    }
}
