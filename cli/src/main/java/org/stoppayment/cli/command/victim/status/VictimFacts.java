package org.stoppayment.cli.command.victim.status;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.WatchStreams;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.ListFreezesRequest;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundPayment;

/**
 * What the services know of one case.
 *
 * @param reported the case and where its stops stand
 * @param freezes of the case that have not ended
 * @param books where the money of the case is; empty when nothing was booked yet
 * @param recovery the victim and what is planned; empty while fund-recovery knows neither
 * @param payments to the victim, the latest first
 */
record VictimFacts(
        GetCaseResponse reported,
        List<Freeze> freezes,
        Optional<Positions> books,
        Optional<RecoverySnapshot> recovery,
        List<RefundPayment> payments) {

    private static final int MAX_FREEZES = 200;
    private static final int MAX_PAYMENTS = 500;

    /** Asks each service once; fails when there is no such case. */
    static VictimFacts of(ServiceClients clients, String caseId) {
        GetCaseResponse reported = clients.intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
        return new VictimFacts(
                reported,
                clients.holds()
                        .listFreezes(ListFreezesRequest.newBuilder()
                                .setCaseId(caseId)
                                .setPageSize(MAX_FREEZES)
                                .build())
                        .getFreezesList(),
                books(clients, caseId),
                WatchStreams.firstSnapshot(clients.watchingRecovery(), caseId),
                clients.payments()
                        .listRefundPayments(ListRefundPaymentsRequest.newBuilder()
                                .setCaseId(caseId)
                                .setPageSize(MAX_PAYMENTS)
                                .build())
                        .getPaymentsList());
    }

    private static Optional<Positions> books(ServiceClients clients, String caseId) {
        try {
            return Optional.of(clients.recovery()
                    .getRecovery(GetRecoveryRequest.newBuilder()
                            .setCaseId(caseId)
                            .setPageSize(1)
                            .build())
                    .getTotal());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The victim's own name masked, unless it is to be shown. */
    VictimFacts visible(OutputOption output) {
        return new VictimFacts(
                (GetCaseResponse) output.visible(reported),
                freezes,
                books,
                recovery.map(known -> (RecoverySnapshot) output.visible(known)),
                payments);
    }

    /** Id of the case. */
    String caseId() {
        return reported.getCase().getCaseId();
    }
}
