package org.stoppayment.freeze.parties.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.freeze.parties.application.Parties;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.freeze.parties.domain.NamedPayer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads named payers from Postgres. */
@ApplicationScoped
public class NamedPayerReader implements Parties {

    private static final SqlStatement FIND = SqlStatement.load(
            "sql/parties/find_named_payers.sql", "case_id uuid, institution_codes text[], account_numbers text[]");

    private final Pool pool;

    NamedPayerReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<CaseParties> of(CaseId caseId, Collection<AccountRef.Key> named) {
        return FIND.execute(
                        pool,
                        caseId,
                        named.stream().map(AccountRef.Key::institutionCode).toList(),
                        named.stream().map(AccountRef.Key::number).toList())
                .map(rows -> parties(rows.iterator().next()));
    }

    /** Reads the columns {@code victim_name} and {@code payers}. */
    public static CaseParties parties(Row row) {
        JsonArray payers = row.getJsonArray("payers");
        return new CaseParties(
                row.getString("victim_name"),
                payers == null
                        ? List.of()
                        : payers.stream()
                                .map(JsonObject.class::cast)
                                .map(NamedPayerReader::payer)
                                .toList());
    }

    private static NamedPayer payer(JsonObject json) {
        return new NamedPayer(
                StoredAccount.key(json::getString),
                names(json.getJsonArray("told_names")),
                names(json.getJsonArray("typed_names")),
                json.getBoolean("reported_payee"),
                json.getBoolean("traced_before"),
                json.getBoolean("named_before"));
    }

    private static Set<String> names(JsonArray names) {
        return names.stream()
                .map(String.class::cast)
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
    }
}
