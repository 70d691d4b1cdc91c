package org.stoppayment.freeze.dissuasion.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.freeze.dissuasion.application.NamingPayers;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kit.postgres.SqlStatement;

/** Names of likely victims in Postgres. */
@ApplicationScoped
class PayerNameStore implements NamingPayers {

    private static final SqlStatement NAME = SqlStatement.load(
            "sql/dissuasion/name_payer.sql", "institution_code text, account_number text, name text, now timestamptz");

    private final Pool pool;
    private final InstantSource clock;

    PayerNameStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Void> name(AccountRef.Key payer, String name) {
        return NAME.execute(pool, payer.institutionCode(), payer.number(), name, clock.instant())
                .replaceWithVoid();
    }
}
