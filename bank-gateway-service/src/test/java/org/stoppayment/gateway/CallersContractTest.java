package org.stoppayment.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.CallersOfMethods;

/** Each method declares who may call it, and nobody else is answered. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class CallersContractTest {

    @Test
    void methodsAreCalledByThoseWhomTheyDeclare() {
        new CallersOfMethods(ServiceNames.BANK_GATEWAY).check();
    }
}
