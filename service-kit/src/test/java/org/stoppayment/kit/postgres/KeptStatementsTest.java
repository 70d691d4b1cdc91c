package org.stoppayment.kit.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.TestDatabase;
import org.stoppayment.kit.testing.KeptStatements;

class KeptStatementsTest {

    @Test
    void everyStatementCanBePrepared() {
        Pool pool = TestDatabase.pool(1);
        try {
            KeptStatements.requireUsable(pool);
        } finally {
            pool.close().await().indefinitely();
        }
    }
}
