package org.stoppayment.freeze.parties.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.freeze.parties.application.Parties;
import org.stoppayment.freeze.parties.domain.AccountFacts;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.freeze.parties.domain.TransferParties;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.freeze.shared.persistence.StoredMoment;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads the parties of a case from Postgres. */
@ApplicationScoped
public class CasePartiesReader implements Parties {

    private static final SqlStatement FIND = SqlStatement.load(
            "sql/parties/find_case_parties.sql",
            "case_id uuid, institution_codes text[], account_numbers text[], roles text[]");

    private final Pool pool;

    public CasePartiesReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<CaseParties> of(CaseId caseId, Set<AccountRef.Key> payers, Set<AccountRef.Key> payees) {
        return of(pool, caseId, payers, payees);
    }

    /** The parties of the case so far, read by the transaction of {@code client}. */
    public static Uni<CaseParties> of(SqlClient client, CaseId caseId) {
        return of(client, caseId, Set.of(), Set.of());
    }

    private static Uni<CaseParties> of(
            SqlClient client, CaseId caseId, Set<AccountRef.Key> payers, Set<AccountRef.Key> payees) {
        List<AccountRef.Key> all =
                Stream.concat(payers.stream(), payees.stream()).toList();
        return FIND.execute(
                        client,
                        caseId,
                        all.stream().map(AccountRef.Key::institutionCode).toList(),
                        all.stream().map(AccountRef.Key::number).toList(),
                        Stream.concat(
                                        payers.stream().map(payer -> "PAYER"),
                                        payees.stream().map(payee -> "PAYEE"))
                                .toList())
                .map(rows -> parties(rows.iterator().next()));
    }

    /** Reads the columns {@code victim_name}, {@code transfers} and {@code facts}. */
    public static CaseParties parties(Row row) {
        return new CaseParties(
                row.getString("victim_name"),
                all(row.getJsonArray("transfers"), CasePartiesReader::transfer),
                all(row.getJsonArray("facts"), CasePartiesReader::facts));
    }

    private static <T> List<T> all(JsonArray array, Function<JsonObject, T> read) {
        return Optional.ofNullable(array)
                .map(rows -> rows.stream().map(JsonObject.class::cast).map(read).toList())
                .orElse(List.of());
    }

    private static TransferParties transfer(JsonObject json) {
        return new TransferParties(
                TransferId.of(json.getString("transfer_id")),
                new AccountRef(
                        json.getString("payer_institution_code"),
                        json.getString("payer_number"),
                        json.getString("payer_name"),
                        AccountKind.UNSPECIFIED),
                StoredAccount.read(json::getString),
                StoredMoment.parse(json.getString("reported_at")),
                json.getBoolean("corrected"));
    }

    private static AccountFacts facts(JsonObject json) {
        return new AccountFacts(
                StoredAccount.key(json::getString),
                names(json.getJsonArray("told_names")),
                Optional.ofNullable(json.getString("traced_at")).map(StoredMoment::parse));
    }

    private static Set<String> names(JsonArray names) {
        return names.stream()
                .map(String.class::cast)
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
    }
}
