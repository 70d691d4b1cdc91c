package org.stoppayment.cli.command.cases;

import io.grpc.StatusRuntimeException;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.intake.v1.GetCaseRequest;

/** Whether a case that was accepted waits for account-freeze. */
final class FreezeWait {

    private FreezeWait() {}

    /** True when intake says that the case waits; false when it does not or cannot be asked. */
    static boolean of(ServiceClients clients, String caseId) {
        try {
            return clients.intake()
                    .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build())
                    .getWaitingForFreeze();
        } catch (StatusRuntimeException e) {
            return false; // the report was accepted all the same
        }
    }
}
