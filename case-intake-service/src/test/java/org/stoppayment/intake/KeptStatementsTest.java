package org.stoppayment.intake;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.KeptStatements;

@QuarkusTest
class KeptStatementsTest extends IntakeTest {

    @Inject
    Pool pool;

    @Test
    void everyStatementCanBePrepared() {
        KeptStatements.requireUsable(pool);
    }
}
