package org.stoppayment.recovery.ledger.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import org.stoppayment.proto.recovery.v1.FundRecoveryService;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.recovery.ledger.application.ViewingBooks;

/** The gRPC service that shows the books of a case. */
@GrpcService
class FundRecoveryEndpoint implements FundRecoveryService {

    private final ViewingBooks viewing;

    FundRecoveryEndpoint(ViewingBooks viewing) {
        this.viewing = viewing;
    }

    @Override
    public Uni<GetRecoveryResponse> getRecovery(GetRecoveryRequest request) {
        return viewing.view(request.getCaseId()).map(RecoveryWire::render);
    }
}
