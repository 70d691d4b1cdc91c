package org.stoppayment.recovery.reports.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresResponse;
import org.stoppayment.proto.recovery.v1.ReportService;
import org.stoppayment.recovery.reports.application.ReportingRecovery;
import org.stoppayment.recovery.shared.grpc.Moments;

/** Serves figures of recovery to officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class ReportEndpoint implements ReportService {

    private final ReportingRecovery reporting;

    ReportEndpoint(ReportingRecovery reporting) {
        this.reporting = reporting;
    }

    @Override
    public Uni<GetRecoveryFiguresResponse> getRecoveryFigures(GetRecoveryFiguresRequest request) {
        return reporting
                .report(
                        Moments.optional("from", request.hasFrom(), request.getFrom()),
                        Moments.optional("until", request.hasUntil(), request.getUntil()),
                        ReportWire.dimensions(request))
                .map(ReportWire::render);
    }
}
