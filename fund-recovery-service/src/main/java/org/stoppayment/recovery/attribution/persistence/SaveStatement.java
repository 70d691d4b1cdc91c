package org.stoppayment.recovery.attribution.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.ValueParameters;
import org.stoppayment.recovery.attribution.application.Attributions.ReadAccount;
import org.stoppayment.recovery.attribution.domain.AccountShares;
import org.stoppayment.recovery.attribution.domain.Attribution;
import org.stoppayment.recovery.attribution.domain.Flow;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.FlowShares;
import org.stoppayment.recovery.attribution.domain.StatementCheck;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** The statement that writes what was computed. */
final class SaveStatement {

    private record Computed(ReadAccount read, AccountShares shares) {

        Optional<StatementCheck.Balance> balance() {
            return shares.statement().balance();
        }
    }

    private record Carried(FlowShares shares) {

        Flow flow() {
            return shares.flow();
        }

        /** A report without a time comes before all others. */
        Optional<Instant> at() {
            return Optional.of(flow().at()).filter(at -> !at.equals(Instant.MIN));
        }
    }

    private record Save(List<Computed> accounts, List<Carried> flows, Instant now) {}

    private static final RowParameters<Computed> ACCOUNTS = RowParameters.<Computed>of()
            .text("institution_code", computed -> computed.read().key().institutionCode())
            .text("account_number", computed -> computed.read().key().number())
            .bigint("revision", computed -> computed.read().revision())
            .integer("version", computed -> computed.read().version())
            .text("shares", computed -> SharesJson.write(computed.shares().money()))
            .bigint("total_fen", computed -> computed.shares().money().total())
            .bool("is_unique", computed -> computed.shares().provenance().isUnique())
            .bool("needs_statement", computed -> computed.shares().provenance().needsStatement())
            .bool("is_determined", computed -> computed.shares().isDetermined())
            .bigint("opening_fen", computed -> computed.shares().statement().openingFen())
            .bigint("missing_fen", computed -> computed.shares().statement().missingFen())
            .optionalBigint("balance_fen", computed -> computed.balance().map(StatementCheck.Balance::fen))
            .optionalInstant("balance_as_of", computed -> computed.balance().map(StatementCheck.Balance::asOf))
            .integer("inflows", computed -> computed.shares().inflows())
            .optionalBigint("level", computed -> level(computed.shares().level()));
    private static final RowParameters<Carried> FLOWS = RowParameters.<Carried>of()
            .text("source", carried -> carried.flow().id().source().name())
            .text("institution_code", carried -> carried.flow().id().account().institutionCode())
            .text("account_number", carried -> carried.flow().id().account().number())
            .text("serial", carried -> carried.flow().id().serial())
            .integer("ordinal", carried -> carried.flow().id().ordinal())
            .text(
                    "payer_institution_code",
                    carried -> institution(carried.flow().payer()))
            .text("payer_number", carried -> number(carried.flow().payer()))
            .text(
                    "payee_institution_code",
                    carried -> institution(carried.flow().payee()))
            .text("payee_number", carried -> number(carried.flow().payee()))
            .bigint("amount_fen", carried -> carried.flow().fen())
            .optionalInstant("booked_at", Carried::at)
            .bigint("sequence", carried -> carried.flow().sequence())
            .text("shares", carried -> SharesJson.write(carried.shares().shares()))
            .bool("is_unique", carried -> carried.shares().provenance().isUnique())
            .bool("needs_statement", carried -> carried.shares().provenance().needsStatement())
            .optionalBigint("level", carried -> level(carried.shares().level()))
            .bool("is_credited", carried -> carried.flow().isCredited());
    private static final BatchStatement<Save> SAVE = BatchStatement.<Save>of("sql/attribution/save_shares.sql")
            .values(ValueParameters.<Save>of().instant("now", Save::now), save -> save)
            .rows("accounts", ACCOUNTS, Save::accounts)
            .rows("flows", FLOWS, Save::flows)
            .build();

    private SaveStatement() {}

    /**
     * Writes.
     *
     * @param upstream flows that were computed before, with accounts that are not among these
     * @return false when one of the accounts has been computed since it was read, and nothing was written
     */
    static Uni<Boolean> execute(
            Pool pool, List<ReadAccount> accounts, Set<FlowId> upstream, Attribution attribution, Instant now) {
        List<Computed> computed = accounts.stream()
                .map(read -> new Computed(read, attribution.account(read.key())))
                .toList();
        List<Carried> carried = attribution.flows().values().stream()
                .filter(shares -> !upstream.contains(shares.flow().id()))
                .map(Carried::new)
                .toList();
        return SAVE.execute(pool, new Save(computed, carried, now))
                .map(rows -> rows.iterator().next().getLong("accounts") > 0);
    }

    private static String institution(Optional<AccountRef.Key> account) {
        return account.map(AccountRef.Key::institutionCode).orElse("");
    }

    private static String number(Optional<AccountRef.Key> account) {
        return account.map(AccountRef.Key::number).orElse("");
    }

    private static Optional<Long> level(int level) {
        return level == AccountShares.UNREACHED ? Optional.empty() : Optional.of((long) level);
    }
}
