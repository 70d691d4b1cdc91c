package org.stoppayment.recovery;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.CallersOfMethods;
import org.stoppayment.kit.testing.ProxiedPostgresResource;

/** Each method declares who may call it, and nobody else is answered. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class CallersTest {

    @Test
    void methodsAreCalledByThoseWhomTheyDeclare() {
        new CallersOfMethods(ServiceNames.FUND_RECOVERY).check();
    }
}
