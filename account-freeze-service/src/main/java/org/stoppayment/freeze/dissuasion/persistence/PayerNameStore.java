package org.stoppayment.freeze.dissuasion.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.dissuasion.application.NamingPayers;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kit.postgres.SqlStatement;

/** Names of likely victims in Postgres. */
@ApplicationScoped
class PayerNameStore implements NamingPayers {

    private static final SqlStatement NAME =
            SqlStatement.load("sql/dissuasion/name_payer.sql", "institution_code text, account_number text, name text");

    private final Pool pool;

    PayerNameStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> name(AccountRef.Key payer, String name) {
        return NAME.execute(pool, payer.institutionCode(), payer.number(), name).replaceWithVoid();
    }
}
