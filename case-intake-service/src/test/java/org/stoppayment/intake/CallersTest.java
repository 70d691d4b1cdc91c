package org.stoppayment.intake;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.CallersOfMethods;

/** Each method declares who may call it, and nobody else is answered. */
@QuarkusTest
class CallersTest extends IntakeTest {

    @Test
    void methodsAreCalledByThoseWhomTheyDeclare() {
        new CallersOfMethods(ServiceNames.CASE_INTAKE).check();
    }
}
