package org.stoppayment.recovery;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.KeptStatements;
import org.stoppayment.kit.testing.ProxiedPostgresResource;

@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class KeptStatementsTest {

    @Inject
    Pool pool;

    @Test
    void everyStatementCanBePrepared() {
        KeptStatements.requireUsable(pool);
    }
}
