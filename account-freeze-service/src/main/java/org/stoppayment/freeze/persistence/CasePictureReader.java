package org.stoppayment.freeze.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.CaseOrigin;
import org.stoppayment.freeze.domain.ClaimBooks;
import org.stoppayment.freeze.domain.OutflowKind;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.Stop;
import org.stoppayment.freeze.domain.StopOrderState;
import org.stoppayment.freeze.domain.tracing.CasePicture;
import org.stoppayment.freeze.domain.tracing.CasePicture.Claim;
import org.stoppayment.freeze.domain.tracing.CasePicture.Deciding;
import org.stoppayment.freeze.domain.tracing.CasePicture.Flow;
import org.stoppayment.freeze.domain.tracing.CasePicture.Node;
import org.stoppayment.freeze.domain.tracing.NotFollowed;
import org.stoppayment.freeze.domain.tracing.ReportedMoney.Credit;
import org.stoppayment.freeze.domain.tracing.ReportedMoney.Reported;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;

/** Reads the picture of a case: one statement, one moment, one row. */
final class CasePictureReader {

    static final String SQL = """
            WITH RECURSIVE reached AS (
                SELECT institution_code, account_number FROM claim
                WHERE case_id = $1 AND knowledge <> traced_knowledge
                UNION
                SELECT o.payee_institution_code, o.payee_number
                FROM reached JOIN outflow o USING (institution_code, account_number)
                WHERE o.kind = 'TRANSFER'),
            nodes AS (
                SELECT r.*, to_json(c) AS claim, to_json(s) AS deciding,
                       EXISTS (SELECT FROM stop_order own WHERE own.institution_code = r.institution_code
                               AND own.account_number = r.account_number AND own.case_id = $1) AS placed,
                       EXISTS (SELECT FROM waiting_order own WHERE own.institution_code = r.institution_code
                               AND own.account_number = r.account_number AND own.case_id = $1) AS waiting
                FROM reached r
                LEFT JOIN claim c ON c.case_id = $1 AND c.institution_code = r.institution_code
                     AND c.account_number = r.account_number
                LEFT JOIN LATERAL (
                    SELECT application_id, case_id, state, result_code, stopped_at, expires_at, balance_fen
                    FROM stop_order
                    WHERE stop_order.institution_code = r.institution_code
                      AND stop_order.account_number = r.account_number
                      AND (stop_order.case_id = $1 OR ended_at IS NULL OR ended_at > c.claimed_at)
                    ORDER BY counted DESC, live DESC, placed_at DESC LIMIT 1) s ON true
                ORDER BY r.institution_code, r.account_number),
            flows AS (
                SELECT o.institution_code, o.account_number, coalesce(c.account_name, '') AS account_name,
                       coalesce(c.account_kind, 'UNSPECIFIED') AS account_kind, o.serial, o.kind, o.amount_fen,
                       o.booked_at, o.sequence, o.payee_institution_code, o.payee_number, o.payee_name, o.payee_kind,
                       coalesce(t.tainted_fen, 0) AS tainted_fen, coalesce(t.level, 0) AS level
                FROM reached JOIN outflow o USING (institution_code, account_number)
                LEFT JOIN claim c ON c.case_id = $1 AND c.institution_code = o.institution_code
                     AND c.account_number = o.account_number
                LEFT JOIN traced_transfer t ON t.case_id = $1 AND t.institution_code = o.institution_code
                     AND t.account_number = o.account_number AND t.serial = o.serial),
            from_outside AS (
                SELECT o.institution_code, o.account_number, c.account_name, c.account_kind, o.serial, o.kind, o.amount_fen,
                       o.booked_at, o.sequence, o.payee_institution_code, o.payee_number, o.payee_name, o.payee_kind,
                       t.tainted_fen, t.level
                FROM reached r JOIN outflow o ON o.payee_institution_code = r.institution_code
                     AND o.payee_number = r.account_number AND o.kind = 'TRANSFER'
                JOIN traced_transfer t ON t.case_id = $1 AND t.institution_code = o.institution_code
                     AND t.account_number = o.account_number AND t.serial = o.serial
                JOIN claim c ON c.case_id = $1 AND c.institution_code = o.institution_code
                     AND c.account_number = o.account_number
                WHERE NOT EXISTS (SELECT FROM reached inside WHERE inside.institution_code = o.institution_code
                                  AND inside.account_number = o.account_number)),
            reported AS (
                SELECT t.transfer_id, t.institution_code, t.account_number, t.amount_fen, t.transferred_at, t.serial
                FROM reached JOIN reported_transfer t USING (institution_code, account_number)
                WHERE t.case_id = $1 AND t.amount_fen IS NOT NULL
                  AND NOT EXISTS (SELECT FROM reported_transfer newer WHERE newer.corrects = t.transfer_id)),
            credits AS (
                SELECT i.institution_code, i.account_number, i.serial, i.amount_fen, i.booked_at
                FROM inflow i JOIN (SELECT DISTINCT institution_code, account_number FROM reported) r
                     USING (institution_code, account_number))
            SELECT origin.reason, origin.organisation, origin.badge_number,
                   coalesce(trace.version, 0) AS version, coalesce(trace.nodes, 0) AS found,
                   (SELECT json_agg(to_json(n)) FROM nodes n) AS nodes,
                   (SELECT json_agg(to_json(f)) FROM flows f) AS outflows,
                   (SELECT json_agg(to_json(f)) FROM from_outside f) AS inflows,
                   (SELECT json_agg(to_json(r)) FROM reported r) AS reported,
                   (SELECT json_agg(to_json(c)) FROM credits c) AS credits
            FROM (SELECT reason, organisation, badge_number FROM inbox WHERE case_id = $1
                  ORDER BY received_at, event_id LIMIT 1) origin
            LEFT JOIN trace ON trace.case_id = $1
            """;

    private CasePictureReader() {}

    static CasePicture read(UUID caseId, Row row) {
        return new CasePicture(
                new CaseOrigin(
                        caseId, row.getString("reason"), row.getString("organisation"), row.getString("badge_number")),
                row.getInteger("version"),
                row.getInteger("found"),
                all(row, "nodes", CasePictureReader::node),
                all(row, "outflows", CasePictureReader::flow),
                all(row, "inflows", CasePictureReader::flow),
                all(row, "reported", CasePictureReader::reported),
                all(row, "credits", CasePictureReader::credit));
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
                Optional.ofNullable(json.getJsonObject("claim")).map(CasePictureReader::claim),
                Optional.ofNullable(json.getJsonObject("deciding")).map(CasePictureReader::deciding),
                json.getBoolean("placed") || json.getBoolean("waiting"),
                json.getBoolean("waiting"));
    }

    static Claim claim(JsonObject json) {
        return new Claim(
                new AccountRef(
                        json.getString("institution_code"),
                        json.getString("account_number"),
                        json.getString("account_name"),
                        AccountKind.valueOf(json.getString("account_kind"))),
                json.getInteger("level"),
                new ClaimBooks(
                        money(json, "reported_fen"),
                        money(json, "received_fen"),
                        money(json, "onward_fen"),
                        money(json, "cash_fen"),
                        money(json, "merchant_fen"),
                        money(json, "held_fen"),
                        money(json, "lapsed_fen"),
                        money(json, "lifted_fen")),
                NotFollowed.valueOf(json.getString("not_followed")),
                moment(json, "claimed_at").orElseThrow(),
                json.getInteger("knowledge"),
                !json.getInteger("knowledge").equals(json.getInteger("traced_knowledge")));
    }

    private static Deciding deciding(JsonObject json) {
        return new Deciding(
                UUID.fromString(json.getString("application_id")),
                UUID.fromString(json.getString("case_id")),
                state(Phase.valueOf(json.getString("state")), json));
    }

    /** The state, without what does not matter to the money. */
    private static StopOrderState state(Phase phase, JsonObject json) {
        return switch (phase) {
            case QUEUED -> new StopOrderState.Queued();
            case SENDING -> new StopOrderState.Sending();
            case ACCEPTED -> new StopOrderState.Accepted();
            case IN_DOUBT -> new StopOrderState.InDoubt();
            case MANUAL -> new StopOrderState.Manual("", List.of());
            case IN_EFFECT -> new StopOrderState.InEffect(stop(json));
            case FROZEN -> new StopOrderState.Frozen(stop(json));
            case LAPSED -> new StopOrderState.Lapsed(stop(json));
            case LIFTED -> new StopOrderState.Lifted(stop(json));
            case DECLINED -> new StopOrderState.Declined(new ResultCode(json.getString("result_code")), List.of());
            case HELD_BY_OTHER -> new StopOrderState.HeldByOther(new ResultCode(json.getString("result_code")));
        };
    }

    private static Stop stop(JsonObject json) {
        return new Stop(
                moment(json, "stopped_at").orElseThrow(),
                moment(json, "expires_at").orElseThrow(),
                money(json, "balance_fen"));
    }

    static Flow flow(JsonObject json) {
        OutflowKind kind = OutflowKind.valueOf(json.getString("kind"));
        return new Flow(
                new AccountRef(
                        json.getString("institution_code"),
                        json.getString("account_number"),
                        json.getString("account_name"),
                        AccountKind.valueOf(json.getString("account_kind"))),
                json.getString("serial"),
                kind,
                money(json, "amount_fen"),
                moment(json, "booked_at").orElseThrow(),
                json.getLong("sequence"),
                kind == OutflowKind.TRANSFER
                        ? Optional.of(new AccountRef(
                                json.getString("payee_institution_code"),
                                json.getString("payee_number"),
                                json.getString("payee_name"),
                                AccountKind.valueOf(json.getString("payee_kind"))))
                        : Optional.empty(),
                money(json, "tainted_fen"),
                json.getInteger("level"));
    }

    private static Reported reported(JsonObject json) {
        return new Reported(
                UUID.fromString(json.getString("transfer_id")),
                key(json),
                json.getLong("amount_fen"),
                moment(json, "transferred_at"),
                json.getString("serial"));
    }

    private static Credit credit(JsonObject json) {
        return new Credit(
                key(json),
                json.getString("serial"),
                json.getLong("amount_fen"),
                moment(json, "booked_at").orElseThrow());
    }

    private static AccountRef.Key key(JsonObject json) {
        return new AccountRef.Key(json.getString("institution_code"), json.getString("account_number"));
    }

    private static Money money(JsonObject json, String field) {
        return Money.ofFen(json.getLong(field));
    }

    static Optional<Instant> moment(JsonObject json, String field) {
        return Optional.ofNullable(json.getString(field))
                .map(text -> OffsetDateTime.parse(text).toInstant());
    }
}
