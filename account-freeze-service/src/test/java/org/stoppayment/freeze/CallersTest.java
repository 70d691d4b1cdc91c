package org.stoppayment.freeze;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.CallersOfMethods;

/** Each method declares who may call it, and nobody else is answered. */
@QuarkusTest
class CallersTest extends FreezeFixture {

    @Test
    void methodsAreCalledByThoseWhomTheyDeclare() {
        new CallersOfMethods(ServiceNames.ACCOUNT_FREEZE).check();
    }
}
