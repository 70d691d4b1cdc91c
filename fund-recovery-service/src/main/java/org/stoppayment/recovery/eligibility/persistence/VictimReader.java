package org.stoppayment.recovery.eligibility.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.DisputeId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.eligibility.domain.Victim;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Victims in the rows of {@code find_victims.sql}. */
final class VictimReader {

    private VictimReader() {}

    static Victim victim(Row row) {
        return new Victim(
                new CaseId(row.getUUID("case_id")),
                row.getString("victim_name"),
                row.getLong("reported_fen"),
                Optional.ofNullable(row.getString("identity_document_digest"))
                        .map(digest -> new Victim.Identity(
                                digest,
                                Rows.instant(row, "identity_verified_at").orElseThrow())),
                Optional.ofNullable(row.getLong("loss_fen"))
                        .map(fen -> new Victim.ProvenLoss(fen, row.getLong("restored_elsewhere_fen"))),
                row.getLong("restored_fen"),
                disputes(row.getString("disputes")),
                Optional.ofNullable(row.getString("agent_name"))
                        .map(name ->
                                new Victim.Agent(name, Optional.ofNullable(row.getString("agent_authority_digest")))),
                deposits(row.getString("deposits")),
                refundAccount(row),
                row.getLong("refunded_fen"));
    }

    private static Optional<RefundAccount> refundAccount(Row row) {
        Optional<RefundAccount> account = row.getBoolean("is_account_chosen")
                ? Optional.ofNullable(row.getString("refund_account")).map(StoredRefundAccount::account)
                : original(row);
        return account.filter(RefundAccount::isPayable);
    }

    private static Optional<RefundAccount> original(Row row) {
        return Optional.ofNullable(row.getString("original_number"))
                .map(number -> new RefundAccount(
                        row.getString("original_institution_code"),
                        number,
                        row.getString("original_name").isEmpty()
                                ? row.getString("victim_name")
                                : row.getString("original_name"),
                        AccountKind.valueOf(row.getString("original_kind")),
                        true));
    }

    private static List<Victim.Deposit> deposits(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        return new JsonArray(stored)
                .stream().map(JsonObject.class::cast).map(VictimReader::deposit).toList();
    }

    private static Victim.Deposit deposit(JsonObject json) {
        return new Victim.Deposit(
                TransferId.of(json.getString("transferId")),
                new AccountRef.Key(json.getString("institutionCode"), json.getString("accountNumber")),
                Optional.ofNullable(json.getLong("fen")),
                Optional.ofNullable(json.getString("at"))
                        .map(at -> OffsetDateTime.parse(at).toInstant()),
                Victim.DepositState.valueOf(json.getString("state")));
    }

    private static List<Victim.Dispute> disputes(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        return new JsonArray(stored)
                .stream()
                        .map(JsonObject.class::cast)
                        .map(json -> new Victim.Dispute(
                                DisputeId.of(json.getString("id")),
                                json.getString("reason"),
                                OffsetDateTime.parse(json.getString("openedAt")).toInstant()))
                        .toList();
    }
}
